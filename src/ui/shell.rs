//! The page as a whole.

pub mod app;
pub mod bar;
pub mod keys;
pub mod later;
pub mod start;
