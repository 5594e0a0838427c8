//! Every word: explanations, bulletins, numbers, and what is said of supply, tasks and regions.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/random_scenarios.rs"]
mod random_scenarios;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/scenario_notation.rs"]
mod scenario_notation;

mod about;
mod bulletin;
mod explain;
mod formula;
mod monitor;
mod properties;
mod region;
mod supply;
mod tasks;
