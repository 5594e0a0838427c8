//! What a scenario holds of the year's monitoring, and the edits that change it.

use std::sync::Arc;

use super::super::{CountyId, Date, Edit, EditProblem, Rate, Region};
use super::counted::Counted;
use super::indicator::Indicator;
use super::report::{CountyCounts, Report};
use super::schedule::{Schedule, Thresholds};
use super::task::{RowId, SafetyProblem, TaskRow};

/// Reports, what they are held to, the task ledger and the ledger of safety problems.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitoring {
    /// By day, each day once.
    reports: Vec<Arc<Report>>,
    targets: [Option<Rate>; Indicator::COUNT],
    of_staff: bool,
    schedule: Schedule,
    thresholds: Thresholds,
    weights: [u8; Indicator::COUNT],
    province_cities: Option<u32>,
    today: Option<Date>,
    /// By identifier: own rows, and the plan's rows that were changed.
    tasks: Vec<(RowId, Arc<TaskRow>)>,
    /// By identifier.
    problems: Vec<(RowId, Arc<SafetyProblem>)>,
}

impl Default for Monitoring {
    /// No report; the plan's own targets; day by day alike; the four daily indicators that need no funds weigh the same.
    fn default() -> Self {
        let weight = |of: Indicator| match of {
            Indicator::Utilisation | Indicator::Enrolment | Indicator::InclusiveAdded | Indicator::InclusiveShare => 25,
            _ => 0,
        };
        Self {
            reports: Vec::new(),
            targets: Indicator::ALL.map(Indicator::official_target),
            of_staff: false,
            schedule: Schedule::Linear,
            thresholds: Thresholds::default(),
            weights: Indicator::ALL.map(weight),
            province_cities: None,
            today: None,
            tasks: Vec::new(),
            problems: Vec::new(),
        }
    }
}

/// One change of what is monitored. Like [`Edit`], it sets values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MonitorEdit {
    /// Whether there is a report of this day. A new one is empty; one that goes takes its figures along.
    SetReport(Date, bool),
    /// A county's figure in the report of a day.
    SetCount(Date, CountyId, Counted, Option<u32>),
    /// How many cities of the province held a competition by that day.
    SetCitiesCompeted(Date, Option<u32>),
    /// What an indicator is to reach. Utilisation and the inclusive share have theirs in
    /// [`SupplySettings`](super::super::SupplySettings), which the plan page uses as well.
    SetTarget(Indicator, Option<Rate>),
    /// Whether certificates are counted against everybody who works there, and not against full-time carers.
    SetOfStaff(bool),
    /// How the year's task is spread over the year.
    SetSchedule(Schedule),
    /// Where a status begins.
    SetThresholds(Thresholds),
    /// What an indicator weighs in the score, in percent.
    SetRankWeight(Indicator, u8),
    /// How many cities the province has.
    SetProvinceCities(Option<u32>),
    /// The day that counts as today (按此日期计算); empty: the browser's.
    SetToday(Option<Date>),
    /// A row of the task ledger: an own one, or what was changed of the plan's. Nothing takes an own row away and gives
    /// a row of the plan back as it was.
    SetTaskRow(RowId, Option<Arc<TaskRow>>),
    /// A row of the ledger of safety problems.
    SetProblem(RowId, Option<Arc<SafetyProblem>>),
}

/// The figure that a [`MonitorEdit`] sets.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MonitorPlace {
    /// Whether there is a report of this day.
    Report(Date),
    /// A county's figure in it.
    Count(Date, CountyId, Counted),
    /// Cities that held a competition.
    CitiesCompeted(Date),
    /// What an indicator is to reach.
    Target(Indicator),
    /// What certificates are counted against.
    OfStaff,
    /// The schedule.
    Schedule,
    /// The thresholds.
    Thresholds,
    /// A weight in the score.
    RankWeight(Indicator),
    /// Cities of the province.
    ProvinceCities,
    /// The day that counts as today.
    Today,
    /// A row of the task ledger.
    TaskRow(RowId),
    /// A row of the ledger of problems.
    Problem(RowId),
}

impl MonitorEdit {
    /// The place that it sets.
    #[must_use]
    pub fn place(&self) -> MonitorPlace {
        match self {
            Self::SetReport(day, _) => MonitorPlace::Report(*day),
            Self::SetCount(day, county, of, _) => MonitorPlace::Count(*day, county.clone(), *of),
            Self::SetCitiesCompeted(day, _) => MonitorPlace::CitiesCompeted(*day),
            Self::SetTarget(of, _) => MonitorPlace::Target(*of),
            Self::SetOfStaff(_) => MonitorPlace::OfStaff,
            Self::SetSchedule(_) => MonitorPlace::Schedule,
            Self::SetThresholds(_) => MonitorPlace::Thresholds,
            Self::SetRankWeight(of, _) => MonitorPlace::RankWeight(*of),
            Self::SetProvinceCities(_) => MonitorPlace::ProvinceCities,
            Self::SetToday(_) => MonitorPlace::Today,
            Self::SetTaskRow(id, _) => MonitorPlace::TaskRow(id.clone()),
            Self::SetProblem(id, _) => MonitorPlace::Problem(id.clone()),
        }
    }
}

impl Monitoring {
    /// The most reports that a scenario holds: one for each day of a year.
    pub const MOST_REPORTS: usize = 366;

    /// The most rows of each of the two ledgers.
    pub const MOST_ROWS: usize = 2_000;

    /// The reports, by day.
    #[must_use]
    pub fn reports(&self) -> &[Arc<Report>] {
        &self.reports
    }

    /// The report of a day.
    #[must_use]
    pub fn report(&self, day: Date) -> Option<&Report> {
        self.position(day).ok().map(|at| &*self.reports[at])
    }

    /// The target of an indicator; see [`MonitorEdit::SetTarget`] for the two that stand elsewhere.
    #[must_use]
    pub const fn own_target(&self, of: Indicator) -> Option<Rate> {
        self.targets[of as usize]
    }

    /// Whether certificates are counted against everybody who works there.
    #[must_use]
    pub const fn of_staff(&self) -> bool {
        self.of_staff
    }

    /// How the year's task is spread over the year.
    #[must_use]
    pub const fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Where a status begins.
    #[must_use]
    pub const fn thresholds(&self) -> Thresholds {
        self.thresholds
    }

    /// What each indicator weighs in the score, in percent, in the order of [`Indicator::ALL`].
    #[must_use]
    pub const fn weights(&self) -> &[u8; Indicator::COUNT] {
        &self.weights
    }

    /// What the weights add up to; 100 where there is a score.
    #[must_use]
    pub fn weight_sum(&self) -> u32 {
        self.weights.iter().map(|weight| u32::from(*weight)).sum()
    }

    /// How many cities the province has.
    #[must_use]
    pub const fn province_cities(&self) -> Option<u32> {
        self.province_cities
    }

    /// The day that counts as today, where one is set.
    #[must_use]
    pub const fn today(&self) -> Option<Date> {
        self.today
    }

    /// Own rows of the task ledger and changed ones of the plan's, by identifier.
    #[must_use]
    pub fn task_rows(&self) -> &[(RowId, Arc<TaskRow>)] {
        &self.tasks
    }

    /// The ledger of safety problems, by identifier.
    #[must_use]
    pub fn problems(&self) -> &[(RowId, Arc<SafetyProblem>)] {
        &self.problems
    }

    /// The same with so many cities in the province.
    pub(crate) const fn with_province_cities(mut self, cities: u32) -> Self {
        self.province_cities = Some(cities);
        self
    }

    /// The edits that begin a report of a day; with the figures of another one, where it starts as its copy.
    #[must_use]
    pub fn beginning(&self, day: Date, copy_of: Option<Date>, region: &Region) -> Vec<Edit> {
        let mut edits = vec![Edit::Monitor(MonitorEdit::SetReport(day, true))];
        if let Some(report) = copy_of.and_then(|of| self.report(of)) {
            report.fill(day, region, &mut edits);
        }
        edits
    }

    /// The edits that give a report another day.
    #[must_use]
    pub fn redating(&self, from: Date, to: Date, region: &Region) -> Vec<Edit> {
        // It goes before it comes: so there is room for it where no more reports can be.
        let mut edits = vec![Edit::Monitor(MonitorEdit::SetReport(from, false))];
        edits.extend(self.beginning(to, Some(from), region));
        edits
    }

    fn position(&self, day: Date) -> Result<usize, usize> {
        self.reports.binary_search_by_key(&day, |report| report.as_of)
    }

    fn report_mut(&mut self, day: Date) -> Result<&mut Report, EditProblem> {
        let at = self.position(day).map_err(|_| EditProblem::UnknownReport(day))?;
        Ok(Arc::make_mut(&mut self.reports[at]))
    }

    /// Applies an edit and answers the one that takes it back.
    pub(crate) fn apply(&mut self, edit: &MonitorEdit, region: &Region) -> Result<Edit, EditProblem> {
        use MonitorEdit as M;
        let back = match edit {
            M::SetReport(day, is_there) => return self.set_report(*day, *is_there, region),
            M::SetCount(day, county, of, count) => {
                let at = region.position(county).ok_or_else(|| EditProblem::UnknownCounty(county.clone()))?;
                let counts = &mut self.report_mut(*day)?.counties[at];
                let before = counts.get(*of);
                counts.set(*of, *count);
                M::SetCount(*day, county.clone(), *of, before)
            }
            M::SetCitiesCompeted(day, count) => {
                M::SetCitiesCompeted(*day, std::mem::replace(&mut self.report_mut(*day)?.cities_competed, *count))
            }
            M::SetTarget(of, rate) => M::SetTarget(*of, std::mem::replace(&mut self.targets[*of as usize], *rate)),
            M::SetOfStaff(of_staff) => M::SetOfStaff(std::mem::replace(&mut self.of_staff, *of_staff)),
            M::SetSchedule(schedule) => M::SetSchedule(std::mem::replace(&mut self.schedule, schedule.clone())),
            M::SetThresholds(thresholds) => M::SetThresholds(std::mem::replace(&mut self.thresholds, *thresholds)),
            M::SetRankWeight(of, weight) => {
                M::SetRankWeight(*of, std::mem::replace(&mut self.weights[*of as usize], *weight))
            }
            M::SetProvinceCities(count) => M::SetProvinceCities(std::mem::replace(&mut self.province_cities, *count)),
            M::SetToday(day) => M::SetToday(std::mem::replace(&mut self.today, *day)),
            M::SetTaskRow(id, row) => M::SetTaskRow(id.clone(), set_row(&mut self.tasks, id, row.clone())?),
            M::SetProblem(id, row) => M::SetProblem(id.clone(), set_row(&mut self.problems, id, row.clone())?),
        };
        Ok(Edit::Monitor(back))
    }

    fn set_report(&mut self, day: Date, is_there: bool, region: &Region) -> Result<Edit, EditProblem> {
        let set = |is_there| Edit::Monitor(MonitorEdit::SetReport(day, is_there));
        match (self.position(day), is_there) {
            (Ok(_), true) | (Err(_), false) => Ok(set(is_there)),
            (Err(_), true) if self.reports.len() >= Self::MOST_REPORTS => Err(EditProblem::TooManyReports),
            (Err(at), true) => {
                self.reports.insert(at, Arc::new(Report::empty(day, region)));
                Ok(set(false))
            }
            (Ok(at), false) => {
                let report = self.reports.remove(at);
                let mut edits = vec![set(true)];
                report.fill(day, region, &mut edits);
                Ok(Edit::Batch(edits))
            }
        }
    }

    /// Carries the figures along into another region by the counties' identifiers, and adds the edits that bring those
    /// back that are lost, to be applied in the present one.
    pub(crate) fn carry(&mut self, from: &Region, to: &Region, lost: &mut Vec<Edit>) {
        for report in &mut self.reports {
            let counts = to.counties().iter().map(|county| {
                let before = from.position(&county.id).and_then(|at| report.counties.get(at));
                before.cloned().unwrap_or_default()
            });
            let carried = Report { counties: counts.collect(), ..Report::clone(report) };
            for (county, counts) in from.counties().iter().zip(&report.counties) {
                if to.position(&county.id).is_none() {
                    counts.fill(report.as_of, &county.id, lost);
                }
            }
            *report = Arc::new(carried);
        }
    }

    /// Adds the edits that turn this, of a region `mine`, into `other`, of a region `theirs`: where those differ, this was
    /// carried into `theirs` before.
    pub(crate) fn edits_towards(&self, mine: &Region, other: &Self, theirs: &Region, edits: &mut Vec<Edit>) {
        let mut add = |differs: bool, edit: MonitorEdit| {
            if differs {
                edits.push(Edit::Monitor(edit));
            }
        };
        for of in Indicator::ALL {
            let (before, after) = (self.own_target(of), other.own_target(of));
            add(before != after, MonitorEdit::SetTarget(of, after));
            let (before, after) = (self.weights[of as usize], other.weights[of as usize]);
            add(before != after, MonitorEdit::SetRankWeight(of, after));
        }
        add(self.of_staff != other.of_staff, MonitorEdit::SetOfStaff(other.of_staff));
        add(self.schedule != other.schedule, MonitorEdit::SetSchedule(other.schedule.clone()));
        add(self.thresholds != other.thresholds, MonitorEdit::SetThresholds(other.thresholds));
        add(self.province_cities != other.province_cities, MonitorEdit::SetProvinceCities(other.province_cities));
        add(self.today != other.today, MonitorEdit::SetToday(other.today));
        rows_towards(&self.tasks, &other.tasks, |id, row| add(true, MonitorEdit::SetTaskRow(id, row)));
        rows_towards(&self.problems, &other.problems, |id, row| add(true, MonitorEdit::SetProblem(id, row)));
        for report in &self.reports {
            add(other.report(report.as_of).is_none(), MonitorEdit::SetReport(report.as_of, false));
        }
        for after in &other.reports {
            let day = after.as_of;
            let before = self.report(day);
            add(before.is_none(), MonitorEdit::SetReport(day, true));
            let cities = before.and_then(|report| report.cities_competed);
            add(cities != after.cities_competed, MonitorEdit::SetCitiesCompeted(day, after.cities_competed));
            let nothing = CountyCounts::default();
            for (county, counts) in theirs.counties().iter().zip(&after.counties) {
                let before = before.zip(mine.position(&county.id)).and_then(|(of, at)| of.counties.get(at));
                let before = before.unwrap_or(&nothing);
                if before != counts {
                    for of in Counted::ALL {
                        let edit = || MonitorEdit::SetCount(day, county.id.clone(), of, counts.get(of));
                        if before.get(of) != counts.get(of) {
                            add(true, edit());
                        }
                    }
                }
            }
        }
    }
}

impl Report {
    /// A report in which nothing is known yet.
    #[must_use]
    pub fn empty(as_of: Date, region: &Region) -> Self {
        Self { as_of, counties: vec![CountyCounts::default(); region.counties().len()], cities_competed: None }
    }

    /// Adds the edits that write this report's figures into the report of a day.
    pub fn fill(&self, day: Date, region: &Region, edits: &mut Vec<Edit>) {
        for (county, counts) in region.counties().iter().zip(&self.counties) {
            counts.fill(day, &county.id, edits);
        }
        if self.cities_competed.is_some() {
            edits.push(Edit::Monitor(MonitorEdit::SetCitiesCompeted(day, self.cities_competed)));
        }
    }
}

impl CountyCounts {
    fn fill(&self, day: Date, county: &CountyId, edits: &mut Vec<Edit>) {
        let known = Counted::ALL.into_iter().filter_map(|of| self.get(of).map(|count| (of, count)));
        edits.extend(
            known.map(|(of, count)| Edit::Monitor(MonitorEdit::SetCount(day, county.clone(), of, Some(count)))),
        );
    }
}

/// Answers the row that stood there.
fn set_row<T>(rows: &mut Vec<(RowId, Arc<T>)>, id: &RowId, row: Option<Arc<T>>) -> Result<Option<Arc<T>>, EditProblem> {
    Ok(match (rows.binary_search_by(|(other, _)| other.cmp(id)), row) {
        (Ok(at), Some(row)) => Some(std::mem::replace(&mut rows[at].1, row)),
        (Ok(at), None) => Some(rows.remove(at).1),
        (Err(_), Some(_)) if rows.len() >= Monitoring::MOST_ROWS => return Err(EditProblem::TooManyRows),
        (Err(at), Some(row)) => {
            rows.insert(at, (id.clone(), row));
            None
        }
        (Err(_), None) => None,
    })
}

fn rows_towards<T: PartialEq>(
    mine: &[(RowId, Arc<T>)],
    theirs: &[(RowId, Arc<T>)],
    mut set: impl FnMut(RowId, Option<Arc<T>>),
) {
    let find = |rows: &[(RowId, Arc<T>)], id: &RowId| {
        rows.binary_search_by(|(other, _)| other.cmp(id)).ok().map(|at| rows[at].1.clone())
    };
    for (id, _) in mine {
        if find(theirs, id).is_none() {
            set(id.clone(), None);
        }
    }
    for (id, row) in theirs {
        if find(mine, id).as_ref() != Some(row) {
            set(id.clone(), Some(row.clone()));
        }
    }
}
