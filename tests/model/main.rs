//! What the numbers mean: rules, allocation, supply, monitoring, regions.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/apportionment.rs"]
mod apportionment;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/division_notation.rs"]
mod division_notation;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/random_divisions.rs"]
mod random_divisions;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/random_scenarios.rs"]
mod random_scenarios;
#[allow(dead_code, reason = "other tests use the rest of it")]
#[path = "../common/scenario_notation.rs"]
mod scenario_notation;

mod allocation;
mod allocation_properties;
mod closest;
mod compare;
mod division;
mod edits;
mod findings;
mod monitor;
mod monitor_outlook;
mod plan;
mod properties;
mod region;
mod region_figures;
mod rules;
mod solve;
mod supply;
mod supply_properties;
mod tasks;
