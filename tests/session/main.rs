//! A planner's session without a browser: copies, undo across scenarios, names, two tabs, a store that fails; keys,
//! selected cells, addresses and typing.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod copies;
mod disk;
mod draft;
mod faults;
mod field;
mod file;
mod fill;
mod keys;
mod paging;
mod random;
mod rescue;
mod route;
mod saving;
mod scenarios;
mod selection;
mod stage;
mod steps;
mod support;
mod tabs;
