//! Charts as values, and as the pictures that are drawn from them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail as loudly as tests do")]

mod picture;
mod samples;

mod compare;
mod drawn;
mod hostile;
mod indicators;
mod kind;
mod look;
mod overview;
mod pace;
mod progress;
mod ranking;
mod steps;
mod supply;
mod timeline;
mod values;
