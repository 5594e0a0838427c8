//! Monitoring the year: what counties report, the ten core indicators, the calendar, and who stands where (监测).
//!
//! A city's value is that of summed numerators and denominators and never the mean of ratios. What is not reported is
//! missing and named; a denominator of zero is no value, and neither 0 nor 100 %.

mod counted;
mod indicator;
mod ledger;
mod official_tasks;
mod outlook;
mod rank;
mod record;
mod report;
mod schedule;
mod task;

pub use counted::{Counted, CountedCourse, CountedKind};
pub use indicator::{Indicator, Reading, Unread, city_reading, partial_reading, reading};
pub use ledger::{
    LedgerRow, ProblemCounts, RowContradiction, TaskCounts, added_problem, added_task, is_overdue, is_problem_overdue,
    ledger, ledger_row, moved_past, new_row_id, planned_row, problem_contradictions, problem_counts, problem_edit,
    problem_order, problem_total, restored, safety_problem, task_contradictions, task_counts, task_edit,
};
pub use official_tasks::OfficialTask;
pub use outlook::{
    Course, Judged, Monitored, Progress, RankBy, Standing, by_place, course, indicator_target, judged, monitored,
    official_targets, report_of, standings,
};
pub use rank::{Ranked, ranked, scored};
pub use record::{MonitorEdit, MonitorPlace, Monitoring};
pub use report::{CountyCounts, Report, ReportFinding, report_findings, unreported};
pub use schedule::{
    Schedule, Status, Thresholds, forecast, last_of_month, pace_needed, planned_share, planned_slots, status,
};
pub use task::{RowId, SafetyProblem, TaskRow, TaskStatus};
