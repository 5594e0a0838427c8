//! What the numbers mean: exact arithmetic on the plan's own quantities.
//!
//! Nothing here knows a browser, a clock, a language or a float. The one door in is
//! [`Scenario::apply`], the one door out is [`evaluate`], which always answers.

#![deny(clippy::float_arithmetic, clippy::disallowed_types)]

mod allocation;
mod basis;
mod closest;
mod compare;
mod county_inputs;
mod division;
mod edit;
mod figure;
mod finding;
mod monitor;
mod official;
mod order;
mod outcome;
mod quantity;
mod rate;
mod region;
mod scenario;
mod share;
mod supply;
mod supply_settings;
mod target;
mod wide;

pub use allocation::{
    Choice, Claim, Divided, Division, DivisionProblem, Fairness, Fraction, Hold, Loss, Measured, Method, Scale,
    SettledTie, Settlement, Spread, Tie, TieRule, Weight, Working, divide, fairness, growth_loss, measured,
    measured_own, per_thousand,
};
pub use basis::{Basis, Date};
pub use closest::rule_chosen;
pub use compare::{
    Alternative, CompareOrder, Compared, Comparison, ComparisonProblem, is_same_region, points_of, surveyed, take,
};
pub use county_inputs::CountyInputs;
pub use division::{
    DivisionRecord, DivisionSettings, Missing, NotDivided, RecordedBound, RecordedTie, Scope, TieChoice, Way,
    WeightKind, WeightProblem, divided, division, taken, weights,
};
pub use edit::{Edit, EditProblem, Place};
pub use figure::{Figure, FigureKind, FigureOrigin, FigureValue};
pub use finding::{Finding, Severity};
pub use monitor::{
    Counted, CountedCourse, CountedKind, CountyCounts, Course, Indicator, Judged, LedgerRow, MonitorEdit, MonitorPlace,
    Monitored, Monitoring, OfficialTask, ProblemCounts, Progress, RankBy, Ranked, Reading, Report, ReportFinding,
    RowContradiction, RowId, SafetyProblem, Schedule, Standing, Status, TaskCounts, TaskRow, TaskStatus, Thresholds,
    Unread, added_problem, added_task, by_place, city_reading, course, forecast, indicator_target, is_overdue,
    is_problem_overdue, judged, last_of_month, ledger, ledger_row, monitored, moved_past, new_row_id, official_targets,
    pace_needed, partial_reading, planned_row, planned_share, planned_slots, problem_contradictions, problem_counts,
    problem_edit, problem_order, problem_total, ranked, reading, report_findings, report_of, restored, safety_problem,
    scored, standings, status, task_contradictions, task_counts, task_edit, unreported,
};
pub use official::{official_outcome, official_plan, official_plan_of, reference_of};
pub use order::{ascending, descending};
pub use outcome::{Allocation, City, CityRate, Outcome, Row, evaluate};
pub use quantity::{Children, Persons, Ratio, Slots, round_half_away};
pub use rate::{Factor, Hundredths, Points, Rate};
pub use region::{
    County, CountyId, CountyKind, DraftCounty, Name, Region, RegionChanges, RegionDraft, RegionDraftProblem,
    RegionProblem, cleaned_name,
};
pub use scenario::Scenario;
pub use share::shares_of_total;
pub use supply::{
    Against, Answer, Change, Contradiction, CountyBy, EnrolledFrom, Formula, Forward, Found, Goal, Lever, MissingInput,
    MissingInputs, Moved, Supply, SupplyCity, SupplyFinding, SupplyRow, TippingPoint, TippingPointOf, WhyNotMoved,
    WhyOutOfReach, enrolled_at, formula, further_inclusive, most_children_lifted, sensitivity, slots_for, solve,
    supply, to_convert, uplift_carried,
};
pub use supply_settings::SupplySettings;
pub use target::{Bound, RuleKind, Target, TargetSettings, TargetSource, WhyNoTarget};
