//! What more than one feature is made of.

pub mod cell;
pub mod chart;
pub mod chart_card;
pub mod check;
pub mod copied;
pub mod day;
pub mod deferred;
pub mod dialog;
pub mod element;
pub mod explain;
pub mod fill;
pub mod focus;
pub mod forms;
pub mod icon;
pub mod import;
pub mod labelled;
pub mod pager;
pub mod print_head;
pub mod select;
pub mod sheet;
pub mod slider;
pub mod table_frame;
pub mod tabs;
pub mod typed;
