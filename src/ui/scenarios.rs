//! The planner's scenarios: the bar that chooses among them, their files, earlier versions and links.

pub mod bar;
pub mod file;
pub mod history;
pub mod share;
