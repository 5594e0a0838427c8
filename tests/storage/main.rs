//! How scenarios are kept: files, entries, faults of the store, two tabs, pruning, undo.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod entries;
mod faults;
mod history;
mod library;
mod pruning;
mod regions;
mod schema;
mod support;
mod tabs;
