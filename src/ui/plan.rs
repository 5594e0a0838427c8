//! The plan: the table of counties, what it is held to, and the tools for it.

pub mod assistant;
pub mod card;
pub mod controls;
pub mod findings;
pub mod grid;
pub mod notes;
pub mod page;
pub mod paste;
pub mod solve;
pub mod state;
pub mod supply;
pub mod toolbar;
