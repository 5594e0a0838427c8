//! Tables in and out: pasted blocks, copied tables, names of downloads.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

mod bare;
mod copied;
mod monitor_tables;
mod named;
mod properties;
mod region_list;
mod report;
mod support;
