//! tuowei (托育规划台): targets and slots for childcare, planned on one static page.
//!
//! What is pure lies in crates of its own, each of which knows only those above it; `charts`, `files` and `storage` do
//! not know each other:
//!
//! - [`model`]: what the numbers mean. Pure: no browser, no clock, no locale, no floats.
//! - [`text`]: every word shown, number formats, reading of typed numbers.
//! - [`charts`]: a chart is first a value, then drawn.
//! - [`files`]: tables, pasted blocks, scenario files.
//! - [`storage`]: how scenarios are kept so that nothing is lost; undo.
//! - [`session`]: which scenario is open, how it changes and when it is stored; keys, routes and typing.
//! - `browser` (wasm only): the only place that speaks to the browser beyond the page itself.
//! - `ui` (wasm only): the page.

pub use tuowei_charts as charts;
pub use tuowei_files as files;
pub use tuowei_model as model;
pub use tuowei_session as session;
pub use tuowei_storage as storage;
pub use tuowei_text as text;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod ui;
