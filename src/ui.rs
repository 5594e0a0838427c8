//! The page: what the planner sees and touches. No arithmetic here; what is shown comes from
//! `model::evaluate`, what is said from `text`.
//!
//! Layers, each of which uses only those above it; the features do not know each other:
//!
//! - `state`: what the page knows, and how it changes.
//! - `widgets`: what more than one feature is made of.
//! - the features: `plan`, `compare`, `monitor`, `tasks`, `scenarios`, `region`, `present`, `about`.
//! - `shell`: the page as a whole.

mod state;

mod widgets;

mod about;
mod compare;
mod monitor;
mod plan;
mod present;
mod region;
mod scenarios;
mod tasks;

mod shell;

pub use shell::app::mount;
