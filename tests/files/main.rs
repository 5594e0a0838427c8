//! Tables in and out: pasted blocks, copied tables, names of downloads.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/random_scenarios.rs"]
mod random_scenarios;

mod bare;
mod copied;
mod monitor_tables;
mod named;
mod preview;
mod properties;
mod region_list;
mod report;
mod sharing;
mod support;
mod whole;
