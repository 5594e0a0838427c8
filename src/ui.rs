//! The page: what the planner sees and touches. No arithmetic here; what is shown comes from
//! `model::evaluate`, what is said from `text`.

mod about;
mod app;
mod assistant;
mod card;
mod cell;
mod chart_panel;
mod compare;
mod controls;
mod dialog;
mod drafts;
mod el;
mod explain;
mod field;
mod findings;
mod forms;
mod grid;
mod guide;
mod help;
mod history;
mod icon;
mod keys;
mod later;
mod monitor;
mod notes;
mod notices;
mod page;
mod paste;
mod pictures;
mod present;
mod region;
mod route;
mod scenario_bar;
mod scenario_file;
mod selection;
mod settled;
mod share;
mod solve;
mod start;
mod supply;
mod tasks;
mod top_bar;
mod workspace;

pub use app::mount;
