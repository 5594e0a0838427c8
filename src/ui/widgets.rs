//! What more than one feature is made of.

pub mod cell;
pub mod chart_card;
pub mod dialog;
pub mod element;
pub mod explain;
pub mod forms;
pub mod icon;
pub mod pager;
pub mod sheet;
