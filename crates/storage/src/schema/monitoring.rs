//! The year's reports, what they are held to, tasks and problems.
//!
//! What stands as it does in a scenario that nobody has monitored yet is left out.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::ReadProblem;
use super::report::ReportV5;
use crate::field::{FieldProblem, Wrong};
use crate::saved::{Day, Keyed, Text, UpTo, Whole, Word, is_false};
use tuowei_model::{
    Counted, CountyId, Indicator, MonitorEdit, Monitoring, Rate, RowId, SafetyProblem, Scenario, Schedule, TaskRow,
    TaskStatus, Thresholds,
};

/// How many there are of something.
pub(super) type Count = UpTo<{ Counted::MOST }>;

type Percent = UpTo<100>;

/// Hundredths of a percentage point.
type Hundredths = UpTo<10_000>;

/// What is monitored.
#[derive(Default, Serialize, Deserialize)]
pub(super) struct MonitoringV5<'a> {
    #[serde(default, skip_serializing_if = "is_false")]
    of_staff: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    province_cities: Option<Count>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    today: Option<Day>,
    /// One of the three schedules at most; none: day by day alike.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    quarters: Option<Vec<Percent>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    months: Option<Vec<Percent>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    behind_e2: Option<Hundredths>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    far_behind_e2: Option<Hundredths>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    targets_ppm: Option<Keyed<Indicator, Whole<Rate>>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    rank_weights: Option<Keyed<Indicator, Percent>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    reports: Vec<ReportV5<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    tasks: Vec<TaskV5<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    problems: Vec<ProblemV5<'a>>,
}

/// A row of the task ledger.
#[derive(Serialize, Deserialize)]
struct TaskV5<'a> {
    id: &'a str,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    title: Option<ShortText<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    owner: ShortText<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    starts: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
    status: Word<TaskStatus>,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    note: LongText<'a>,
    #[serde(default)]
    order: UpTo<{ u32::MAX }>,
}

/// A row of the ledger of safety problems.
#[derive(Serialize, Deserialize)]
struct ProblemV5<'a> {
    id: &'a str,
    #[serde(borrow, default, skip_serializing_if = "Text::is_empty")]
    what: LongText<'a>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    county: Option<&'a str>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    found: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    due: Option<Day>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closed: Option<Day>,
}

/// What takes each figure in.
pub(super) type SetEach<'s> = &'s mut dyn FnMut(MonitorEdit) -> Result<(), ReadProblem>;

type ShortText<'a> = Text<'a, { TaskRow::MOST_NAME }>;

type LongText<'a> = Text<'a, { TaskRow::MOST_NOTE }>;

impl<'a> MonitoringV5<'a> {
    /// Nothing where nothing was set or reported.
    pub(super) fn of(scenario: &'a Scenario) -> Option<Self> {
        let (monitoring, usual) = (scenario.monitoring(), Monitoring::default());
        if *monitoring == usual {
            return None;
        }
        let mut saved = Self {
            of_staff: monitoring.of_staff(),
            province_cities: monitoring.province_cities().map(UpTo),
            today: monitoring.today().map(Day),
            reports: monitoring.reports().iter().map(|report| ReportV5::of(report, scenario.region())).collect(),
            tasks: monitoring.task_rows().iter().map(|(id, row)| TaskV5::of(id, row)).collect(),
            problems: monitoring.problems().iter().map(|(id, row)| ProblemV5::of(id, row)).collect(),
            ..Self::default()
        };
        match monitoring.schedule() {
            Schedule::Linear => {}
            Schedule::Quarters(weights) => saved.quarters = Some(weights.iter().copied().map(UpTo).collect()),
            Schedule::Months(weights) => saved.months = Some(weights.iter().copied().map(UpTo).collect()),
            Schedule::Until(day) => saved.until = Some(Day(*day)),
        }
        let thresholds = monitoring.thresholds();
        if thresholds != usual.thresholds() {
            saved.behind_e2 = Some(UpTo(thresholds.behind));
            saved.far_behind_e2 = Some(UpTo(thresholds.far_behind));
        }
        if Indicator::ALL.into_iter().any(|of| monitoring.own_target(of) != usual.own_target(of)) {
            let targets = Indicator::ALL.into_iter().filter_map(|of| Some((of, Whole(monitoring.own_target(of)?))));
            saved.targets_ppm = Some(Keyed(targets.collect()));
        }
        if monitoring.weights() != usual.weights() {
            let weights = Indicator::ALL.into_iter().zip(monitoring.weights()).filter(|(_, weight)| **weight > 0);
            saved.rank_weights = Some(Keyed(weights.map(|(of, weight)| (of, UpTo((*weight).into()))).collect()));
        }
        Some(saved)
    }

    /// Hands each figure on as an edit.
    pub(super) fn read(self, set: SetEach<'_>) -> Result<(), ReadProblem> {
        let within = |problem: FieldProblem| problem.within("monitoring");
        let schedule = self.schedule().map_err(within)?;
        let thresholds = self.thresholds().map_err(within)?;
        set(MonitorEdit::SetOfStaff(self.of_staff))?;
        set(MonitorEdit::SetProvinceCities(self.province_cities.map(|UpTo(count)| count)))?;
        set(MonitorEdit::SetToday(self.today.map(|Day(day)| day)))?;
        set(MonitorEdit::SetSchedule(schedule))?;
        if let Some(thresholds) = thresholds {
            set(MonitorEdit::SetThresholds(thresholds))?;
        }
        // What is not named among them has none.
        if let Some(Keyed(targets)) = self.targets_ppm {
            for of in Indicator::ALL {
                set(MonitorEdit::SetTarget(of, None))?;
            }
            for (of, Whole(target)) in targets {
                set(MonitorEdit::SetTarget(of, Some(target)))?;
            }
        }
        if let Some(Keyed(weights)) = self.rank_weights {
            for of in Indicator::ALL {
                set(MonitorEdit::SetRankWeight(of, 0))?;
            }
            for (of, UpTo(weight)) in weights {
                // A percentage fits.
                set(MonitorEdit::SetRankWeight(of, u8::try_from(weight).unwrap_or_default()))?;
            }
        }
        for report in self.reports {
            report.read(set)?;
        }
        for task in self.tasks {
            set(MonitorEdit::SetTaskRow(RowId::new(task.id), Some(Arc::new(task.into()))))?;
        }
        for problem in self.problems {
            set(MonitorEdit::SetProblem(RowId::new(problem.id), Some(Arc::new(problem.into()))))?;
        }
        Ok(())
    }

    fn schedule(&self) -> Result<Schedule, FieldProblem> {
        Ok(match (self.until, &self.months, &self.quarters) {
            (Some(Day(day)), _, _) => Schedule::Until(day),
            (None, Some(months), _) => Schedule::Months(all_of("months", months)?),
            (None, None, Some(quarters)) => Schedule::Quarters(all_of("quarters", quarters)?),
            (None, None, None) => Schedule::Linear,
        })
    }

    fn thresholds(&self) -> Result<Option<Thresholds>, FieldProblem> {
        match (self.behind_e2, self.far_behind_e2) {
            (None, None) => Ok(None),
            (None, Some(_)) => Err(FieldProblem::at("behind_e2", Wrong::Missing)),
            (Some(_), None) => Err(FieldProblem::at("far_behind_e2", Wrong::Missing)),
            (Some(behind), Some(far)) if behind.0 > far.0 => Err(FieldProblem::at("far_behind_e2", Wrong::OutOfRange)),
            (Some(UpTo(behind)), Some(UpTo(far_behind))) => Ok(Some(Thresholds { behind, far_behind })),
        }
    }
}

/// The weights of all parts of the year.
fn all_of<const PARTS: usize>(name: &str, weights: &[Percent]) -> Result<[u32; PARTS], FieldProblem> {
    let weights: Vec<u32> = weights.iter().map(|UpTo(weight)| *weight).collect();
    weights.try_into().map_err(|_| FieldProblem::at(name, Wrong::OutOfRange))
}

impl<'a> TaskV5<'a> {
    fn of(id: &'a RowId, row: &'a TaskRow) -> Self {
        Self {
            id: id.as_str(),
            title: row.title.as_deref().map(Text),
            owner: Text(&row.owner),
            starts: row.starts.map(Day),
            due: row.due.map(Day),
            status: Word(row.status),
            note: Text(&row.note),
            order: UpTo(row.order),
        }
    }
}

impl From<TaskV5<'_>> for TaskRow {
    fn from(saved: TaskV5<'_>) -> Self {
        Self {
            title: saved.title.map(|Text(title)| title.to_owned()),
            owner: saved.owner.0.to_owned(),
            starts: saved.starts.map(|Day(day)| day),
            due: saved.due.map(|Day(day)| day),
            status: saved.status.0,
            note: saved.note.0.to_owned(),
            order: saved.order.0,
        }
    }
}

impl<'a> ProblemV5<'a> {
    fn of(id: &'a RowId, row: &'a SafetyProblem) -> Self {
        Self {
            id: id.as_str(),
            what: Text(&row.what),
            county: row.county.as_ref().map(CountyId::as_str),
            found: row.found.map(Day),
            due: row.due.map(Day),
            closed: row.closed.map(Day),
        }
    }
}

impl From<ProblemV5<'_>> for SafetyProblem {
    fn from(saved: ProblemV5<'_>) -> Self {
        Self {
            what: saved.what.0.to_owned(),
            county: saved.county.map(CountyId::new),
            found: saved.found.map(|Day(day)| day),
            due: saved.due.map(|Day(day)| day),
            closed: saved.closed.map(|Day(day)| day),
        }
    }
}
