//! The page as a whole.

pub mod app;
pub mod bar;
pub mod deferred;
mod disk;
pub mod keys;
mod notice_place;
pub mod notices;
mod offline;
pub mod start;
