//! What the page knows, and how it changes.

pub mod distinct;
pub mod drafts;
pub mod hands;
pub mod notices;
pub mod page;
pub mod persistence;
pub mod route;
pub mod selection;
pub mod workspace;

pub use crate::session::field;
