//! The task ledger: the plan's rows, overlaid by what was changed of them, and own ones; and what both ledgers count.

use std::sync::Arc;

use super::super::{CountyId, Date, Edit, Ratio, Scenario};
use super::official_tasks::OfficialTask;
use super::record::MonitorEdit;
use super::task::{RowId, SafetyProblem, TaskRow, TaskStatus};

/// Between the places of two rows, so that a row can be moved between them and no other changes.
const GAP: u32 = 1_024;

/// A row of the task ledger as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// Its identifier.
    pub id: RowId,
    /// The plan's task; nothing where the row is an own one.
    pub official: Option<&'static OfficialTask>,
    /// What it says now.
    pub row: TaskRow,
    /// Whether it is the plan's and differs from it.
    pub is_changed: bool,
}

/// The ledger in its order: by the rows' places, then by identifier.
#[must_use]
pub fn ledger(scenario: &Scenario) -> Vec<LedgerRow> {
    let stored = scenario.monitoring().task_rows();
    let find =
        |id: &str| stored.binary_search_by(|(other, _)| other.as_str().cmp(id)).ok().and_then(|at| stored.get(at));
    let plan = OfficialTask::of_region(scenario.region());
    let mut rows: Vec<LedgerRow> = Vec::with_capacity(plan.len() + stored.len());
    for (order, official) in places().zip(plan) {
        let as_planned = official.row(order);
        let row = find(official.id).map_or_else(|| as_planned.clone(), |(_, row)| TaskRow::clone(row));
        let is_changed = row != as_planned;
        rows.push(LedgerRow { id: RowId::new(official.id), official: Some(official), row, is_changed });
    }
    let own = stored.iter().filter(|(id, _)| !plan.iter().any(|official| official.id == id.as_str()));
    // A row of the plan that was changed keeps its wording when the region becomes another one.
    rows.extend(own.map(|(id, row)| {
        let official = OfficialTask::all().iter().find(|official| official.id == id.as_str());
        LedgerRow { id: id.clone(), official, row: TaskRow::clone(row), is_changed: official.is_some() }
    }));
    rows.sort_by(|one, other| (one.row.order, &one.id).cmp(&(other.row.order, &other.id)));
    rows
}

fn places() -> impl Iterator<Item = u32> {
    (1_u32..).map(|at| at.saturating_mul(GAP))
}

/// The plan's row of this identifier, where the scenario's region is the plan's.
#[must_use]
pub fn planned_row(scenario: &Scenario, id: &RowId) -> Option<TaskRow> {
    let mut plan = places().zip(OfficialTask::of_region(scenario.region()));
    plan.find(|(_, official)| official.id == id.as_str()).map(|(order, official)| official.row(order))
}

/// The row of this identifier as it stands.
#[must_use]
pub fn ledger_row(scenario: &Scenario, id: &RowId) -> Option<TaskRow> {
    let stored = scenario.monitoring().task_rows();
    let found = stored.binary_search_by(|(other, _)| other.cmp(id)).ok().and_then(|at| stored.get(at));
    found.map(|(_, row)| TaskRow::clone(row)).or_else(|| planned_row(scenario, id))
}

/// The edit that changes a row; a row that is as the plan has it again is no longer stored. Nothing where there is no
/// such row.
#[must_use]
pub fn task_edit(scenario: &Scenario, id: &RowId, change: impl FnOnce(&mut TaskRow)) -> Option<Edit> {
    let mut row = ledger_row(scenario, id)?;
    change(&mut row);
    Some(row_edit(scenario, id, row))
}

fn row_edit(scenario: &Scenario, id: &RowId, row: TaskRow) -> Edit {
    let is_planned = planned_row(scenario, id).is_some_and(|planned| planned == row);
    Edit::Monitor(MonitorEdit::SetTaskRow(id.clone(), (!is_planned).then(|| Arc::new(row))))
}

/// The edit that gives a row of the plan back as the plan has it, its place included, and takes an own row away.
#[must_use]
pub fn restored(id: &RowId) -> Edit {
    Edit::Monitor(MonitorEdit::SetTaskRow(id.clone(), None))
}

/// The edits that move a row right before (`up`) or right after another one: where only some of the rows are on show, the
/// next of these.
#[must_use]
pub fn moved_past(scenario: &Scenario, id: &RowId, past: &RowId, up: bool) -> Vec<Edit> {
    let mut rows = ledger(scenario);
    let Some(moving) = rows.iter().position(|row| row.id == *id).map(|at| rows.remove(at)) else { return Vec::new() };
    let Some(at) = rows.iter().position(|row| row.id == *past) else { return Vec::new() };
    let to = if up { at } else { at + 1 };
    let below = to.checked_sub(1).and_then(|at| rows.get(at)).map(|row| row.row.order);
    let above = rows.get(to).map(|row| row.row.order);
    let planned = planned_row(scenario, id).map(|row| row.order);
    let fits = |order: &u32| below.is_none_or(|below| below < *order) && above.is_none_or(|above| *order < above);
    let middle = match (below, above) {
        (None, None) => Some(moving.row.order),
        (None, Some(above)) => Some(above / 2),
        (Some(below), None) => below.checked_add(GAP),
        (Some(below), Some(above)) => Some(below + above.saturating_sub(below) / 2),
    };
    let set = |id: &RowId, row: &TaskRow, order: u32| row_edit(scenario, id, TaskRow { order, ..row.clone() });
    if let Some(order) = planned.filter(fits).or(middle.filter(fits)) {
        return vec![set(id, &moving.row, order)];
    }
    // No room between them: all are given places anew.
    rows.insert(to, moving);
    let anew = places().zip(&rows).filter(|(order, row)| row.row.order != *order);
    anew.map(|(order, row)| set(&row.id, &row.row, order)).collect()
}

/// An identifier that no row of either ledger has: the prefix and the number after the highest one that is used with it.
#[must_use]
pub fn new_row_id(scenario: &Scenario, prefix: &str) -> RowId {
    let monitoring = scenario.monitoring();
    let tasks = monitoring.task_rows().iter().map(|(id, _)| id);
    let ids = tasks.chain(monitoring.problems().iter().map(|(id, _)| id));
    let used = ids.filter_map(|id| id.as_str().strip_prefix(prefix)?.parse::<u64>().ok()).max().unwrap_or(0);
    RowId::new(&[prefix, &used.saturating_add(1).to_string()].concat())
}

/// An own row at the end of the ledger, in which nothing is said yet, and the edit that adds it.
#[must_use]
pub fn added_task(scenario: &Scenario) -> (RowId, Edit) {
    let last = ledger(scenario).last().map_or(0, |row| row.row.order);
    let row = TaskRow { title: Some(String::new()), order: last.saturating_add(GAP), ..TaskRow::default() };
    let id = new_row_id(scenario, "t");
    (id.clone(), Edit::Monitor(MonitorEdit::SetTaskRow(id, Some(Arc::new(row)))))
}

/// A problem of which nothing is said yet, and the edit that adds it.
#[must_use]
pub fn added_problem(scenario: &Scenario) -> (RowId, Edit) {
    let id = new_row_id(scenario, "p");
    (id.clone(), Edit::Monitor(MonitorEdit::SetProblem(id, Some(Arc::default()))))
}

/// The edit that changes a problem; nothing where there is no such row.
#[must_use]
pub fn problem_edit(scenario: &Scenario, id: &RowId, change: impl FnOnce(&mut SafetyProblem)) -> Option<Edit> {
    let mut problem = SafetyProblem::clone(safety_problem(scenario, id)?);
    change(&mut problem);
    Some(Edit::Monitor(MonitorEdit::SetProblem(id.clone(), Some(Arc::new(problem)))))
}

/// A problem.
#[must_use]
pub fn safety_problem<'a>(scenario: &'a Scenario, id: &RowId) -> Option<&'a SafetyProblem> {
    let stored = scenario.monitoring().problems();
    stored
        .binary_search_by(|(other, _)| other.cmp(id))
        .ok()
        .and_then(|at| stored.get(at))
        .map(|(_, problem)| &**problem)
}

/// The problems in the order in which they were added: `p9` comes before `p10`.
#[must_use]
pub fn problem_order(scenario: &Scenario) -> Vec<RowId> {
    let mut ids: Vec<RowId> = scenario.monitoring().problems().iter().map(|(id, _)| id.clone()).collect();
    ids.sort_by(|one, other| (one.as_str().len(), one).cmp(&(other.as_str().len(), other)));
    ids
}

/// Whether a task's last day is over and it is neither done nor dropped.
#[must_use]
pub fn is_overdue(row: &TaskRow, today: Date) -> bool {
    let is_pending = matches!(row.status, TaskStatus::Open | TaskStatus::Running);
    is_pending && row.due.is_some_and(|due| due < today)
}

/// How many tasks stand where.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// All rows.
    pub all: usize,
    /// By status, in the order of [`TaskStatus::ALL`].
    pub by_status: [usize; TaskStatus::ALL.len()],
    /// Those that are overdue; each of them is also counted by its status.
    pub overdue: usize,
}

impl TaskCounts {
    /// How many have this status.
    #[must_use]
    pub const fn of(&self, status: TaskStatus) -> usize {
        self.by_status[status as usize]
    }
}

/// The counts of a ledger.
#[must_use]
pub fn task_counts(rows: &[LedgerRow], today: Date) -> TaskCounts {
    let mut counts = TaskCounts { all: rows.len(), ..TaskCounts::default() };
    for LedgerRow { row, .. } in rows {
        counts.by_status[row.status as usize] += 1;
        counts.overdue += usize::from(is_overdue(row, today));
    }
    counts
}

/// How many problems are open and closed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProblemCounts {
    /// Not closed yet.
    pub open: usize,
    /// Closed.
    pub closed: usize,
    /// Those of the open ones whose deadline is over.
    pub overdue: usize,
}

impl ProblemCounts {
    /// Closed ÷ all (闭环率); nothing where there are none.
    #[must_use]
    pub fn closing_rate(&self) -> Option<Ratio> {
        let count = |count: usize| u128::try_from(count).unwrap_or(u128::MAX);
        Ratio::new(count(self.closed), count(self.closed + self.open))
    }

    fn add(&mut self, problem: &SafetyProblem, today: Date) {
        if problem.closed.is_some() {
            self.closed += 1;
        } else {
            self.open += 1;
            self.overdue += usize::from(is_problem_overdue(problem, today));
        }
    }
}

/// Whether a problem's deadline is over and it is not closed.
#[must_use]
pub fn is_problem_overdue(problem: &SafetyProblem, today: Date) -> bool {
    problem.closed.is_none() && problem.due.is_some_and(|due| due < today)
}

/// The counts of every county that has problems: in the region's order, then counties that have left it, then problems
/// of which no county is said.
#[must_use]
pub fn problem_counts(scenario: &Scenario, today: Date) -> Vec<(Option<CountyId>, ProblemCounts)> {
    let mut counts: Vec<(Option<CountyId>, ProblemCounts)> = Vec::new();
    for (_, problem) in scenario.monitoring().problems() {
        let at = counts.iter().position(|(county, _)| *county == problem.county).unwrap_or_else(|| {
            counts.push((problem.county.clone(), ProblemCounts::default()));
            counts.len() - 1
        });
        counts[at].1.add(problem, today);
    }
    let place = |county: &Option<CountyId>| match county {
        Some(id) => (false, scenario.region().position(id).unwrap_or(usize::MAX)),
        None => (true, 0),
    };
    counts.sort_by(|(one, _), (other, _)| place(one).cmp(&place(other)).then_with(|| one.cmp(other)));
    counts
}

/// The counts of the whole city.
#[must_use]
pub fn problem_total(scenario: &Scenario, today: Date) -> ProblemCounts {
    let mut total = ProblemCounts::default();
    for (_, problem) in scenario.monitoring().problems() {
        total.add(problem, today);
    }
    total
}

/// Where a row contradicts itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowContradiction {
    /// A task is due before it starts.
    DueBeforeStart,
    /// A problem was closed before it was found.
    ClosedBeforeFound,
    /// A problem's deadline lies before the day on which it was found.
    DueBeforeFound,
}

fn is_before(one: Option<Date>, other: Option<Date>) -> bool {
    matches!((one, other), (Some(one), Some(other)) if one < other)
}

/// What contradicts itself in a task.
#[must_use]
pub fn task_contradictions(row: &TaskRow) -> Vec<RowContradiction> {
    Vec::from_iter(is_before(row.due, row.starts).then_some(RowContradiction::DueBeforeStart))
}

/// What contradicts itself in a problem.
#[must_use]
pub fn problem_contradictions(problem: &SafetyProblem) -> Vec<RowContradiction> {
    let of = [
        (is_before(problem.due, problem.found), RowContradiction::DueBeforeFound),
        (is_before(problem.closed, problem.found), RowContradiction::ClosedBeforeFound),
    ];
    of.into_iter().filter_map(|(holds, contradiction)| holds.then_some(contradiction)).collect()
}
