//! Charts as values, and as the pictures that are drawn from them.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of tests may fail as loudly as tests do")]

#[path = "charts/picture.rs"]
mod picture;
#[path = "charts/samples.rs"]
mod samples;

#[path = "charts/compare.rs"]
mod compare;
#[path = "charts/drawn.rs"]
mod drawn;
#[path = "charts/indicators.rs"]
mod indicators;
#[path = "charts/kind.rs"]
mod kind;
#[path = "charts/look.rs"]
mod look;
#[path = "charts/overview.rs"]
mod overview;
#[path = "charts/pace.rs"]
mod pace;
#[path = "charts/progress.rs"]
mod progress;
#[path = "charts/ranking.rs"]
mod ranking;
#[path = "charts/steps.rs"]
mod steps;
#[path = "charts/supply.rs"]
mod supply;
#[path = "charts/timeline.rs"]
mod timeline;
#[path = "charts/values.rs"]
mod values;
