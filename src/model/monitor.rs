//! Monitoring the year: what counties report, the ten core indicators, the calendar, and who stands where (监测).
//!
//! A city's value is that of summed numerators and denominators and never the mean of ratios. What is not reported is
//! missing and named; a denominator of zero is no value, and neither 0 nor 100 %.

mod indicator;
mod rank;
mod report;
mod schedule;

pub use indicator::{Indicator, Reading, Unread, city_reading, reading, short_of};
pub use rank::{Ranked, ranked, scored};
pub use report::{Counted, CountyCounts, Report, ReportFinding, report_findings};
pub use schedule::{Schedule, Status, Thresholds, forecast, pace_needed, planned_share, planned_slots, status};
