//! What one report comes to: each indicator against its target and the calendar, each county's slots, and who stands
//! where.

use super::super::{CityRate, Date, Edit, Hundredths, Outcome, Rate, Ratio, Row, Scenario, ascending};
use super::counted::Counted;
use super::indicator::{Indicator, Reading, Unread, city_reading, partial_reading, reading};
use super::rank::{Ranked, ranked, scored};
use super::record::MonitorEdit;
use super::report::{CountyCounts, Report};
use super::schedule::{Status, forecast, last_of_month, pace_needed, planned_share, planned_slots, status};

/// A reading held against its target and the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The value, or why there is none.
    pub reading: Result<Reading, Unread>,
    /// What it is to reach by the end of the year; nothing where no target is set.
    pub target: Option<Ratio>,
    /// Whether there is a target at all, be it for the city or for each county.
    is_targeted: bool,
    /// How far the target is met: 1 is all of it. The enrolment rate is counted from its base (三(二)1 of the plan), all
    /// others from zero.
    pub done: Option<Ratio>,
    /// How it stands against target and calendar.
    pub status: Option<Status>,
    /// How far the value lies above the target, in points as shown; negative where below.
    pub points: Option<Hundredths>,
    /// How many units more the numerator needs; the denominator is taken to stay as it is.
    pub short: Option<u64>,
}

/// How far an allocation of new inclusive slots is carried out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The slots to add in the year; of the city, those that its counties are given.
    pub task: Option<u64>,
    /// The slots added, as reported; of the city only where each county reported.
    pub done: Option<u64>,
    /// The slots that the calendar wants by then.
    pub planned: Option<u64>,
    /// Done − planned; negative where behind.
    pub ahead: Option<i64>,
    /// How it stands.
    pub status: Option<Status>,
    /// The slots a month that are needed for the rest of the year.
    pub pace: Option<u64>,
    /// Where the pace until then leads by the end of the year.
    pub forecast: Option<u64>,
}

impl Progress {
    /// What is done of the task; nothing where either is not known, or the task is nothing.
    #[must_use]
    pub fn share(&self) -> Option<Ratio> {
        let (done, task) = self.done.zip(self.task)?;
        Ratio::new(done.into(), task.into())
    }
}

/// Counties, by position, in the order of their places; those without a place last.
pub fn by_place(standings: &[Standing]) -> impl Iterator<Item = usize> {
    // At most 3 000 places.
    ascending(standings.iter().map(|standing| standing.ranked.map_or(u64::MAX, |ranked| ranked.place as u64)))
}

/// What a report comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Monitored {
    /// The day of the report.
    pub as_of: Date,
    /// The share of the year's task that the calendar wants by that day.
    pub planned: Ratio,
    /// The city's value of each indicator, in the order of [`Indicator::ALL`].
    pub indicators: Vec<Judged>,
    /// In the same order: where only some counties reported, how many they are and what they come to.
    pub partial: Vec<Option<(usize, Reading)>>,
    /// One per county, in the region's order.
    pub rows: Vec<Progress>,
    /// The city.
    pub city: Progress,
}

/// By what counties are put in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RankBy {
    /// By the value of an indicator.
    Indicator(Indicator),
    /// By the weighted score.
    Score,
}

/// A county's place, and what it is by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// The indicator's value, or the score as a share of 100.
    pub value: Option<Ratio>,
    /// Its place; nothing where the value is missing.
    pub ranked: Option<Ranked>,
}

/// The city's new inclusive slots over the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The slots that the counties are given.
    pub task: u64,
    /// What the calendar wants by the end of each month.
    pub planned: [u64; 12],
    /// What each report says, by day; nothing where counties are missing.
    pub actual: Vec<(Date, Option<u64>)>,
    /// Where the last whole report leads by the end of the year.
    pub forecast: Option<u64>,
}

/// What the report of a day comes to. `today` is the day from which the pace for the rest of the year counts, where it is
/// the later of the two. Nothing where there is no such report.
#[must_use]
pub fn monitored(scenario: &Scenario, outcome: &Outcome, day: Date, today: Date) -> Option<Monitored> {
    let report = scenario.monitoring().report(day)?;
    let schedule = scenario.monitoring().schedule();
    let year = scenario.region().year();
    let tasks = tasks(scenario);
    let indicators = Indicator::ALL.map(|of| {
        let read = match of {
            Indicator::CompetedByCities => match (report.cities_competed, scenario.monitoring().province_cities()) {
                (Some(held), Some(all)) => Reading::new(held.into(), all.into()),
                _ => Err(Unread::CitiesMissing),
            },
            _ => city_reading(of, &report.counties, &tasks, scenario.monitoring().of_staff()),
        };
        judge(scenario, of, read, day, city_goal(scenario, outcome, of, report))
    });
    let last = day.max(today);
    let progress = |task: Option<u64>, done: Option<u64>, planned: Option<u64>| {
        let known = task.zip(done);
        let share = Progress { task, done, ..Progress::default() }.share();
        Progress {
            task,
            done,
            planned,
            // Slots of a region stay far below 2⁶³.
            ahead: done.zip(planned).map(|(done, planned)| done as i64 - planned as i64),
            status: share
                .map(|share| status(share, planned_share(schedule, year, day), scenario.monitoring().thresholds()))
                .map(|status| in_whole_slots(status, done, planned)),
            pace: known.and_then(|(task, done)| pace_needed(task, done, schedule, year, last)),
            forecast: done.and_then(|done| forecast(done, year, day)),
        }
    };
    let rows: Vec<Progress> = tasks
        .iter()
        .zip(&report.counties)
        .map(|(task, counts)| {
            let planned = task.map(|task| planned_slots(task, schedule, year, day));
            progress(*task, counts.get(Counted::InclusiveAdded).map(u64::from), planned)
        })
        .collect();
    let sum = |of: fn(&Progress) -> Option<u64>| rows.iter().map(of).sum::<Option<u64>>();
    let city = progress(sum(|row| row.task), sum(|row| row.done), sum(|row| row.planned));
    let planned = planned_share(schedule, year, day);
    let mut indicators = indicators;
    if let Some(slots) = indicators.get_mut(Indicator::InclusiveAdded as usize) {
        slots.status = slots.status.map(|status| in_whole_slots(status, city.done, city.planned));
    }
    let of_staff = scenario.monitoring().of_staff();
    let partial = Indicator::ALL.map(|of| partial_reading(of, &report.counties, &tasks, of_staff));
    Some(Monitored { as_of: day, planned, indicators: indicators.into(), partial: partial.into(), rows, city })
}

/// Slots are whole: who has as many as the calendar wants in whole slots is on schedule.
fn in_whole_slots(status: Status, done: Option<u64>, planned: Option<u64>) -> Status {
    let is_there = done.zip(planned).is_some_and(|(done, planned)| done >= planned);
    if is_there { status.min(Status::OnSchedule) } else { status }
}

/// An indicator of every county in the report of a day, in the region's order; empty where there is no such report.
#[must_use]
pub fn judged(scenario: &Scenario, outcome: &Outcome, day: Date, of: Indicator) -> Vec<Judged> {
    let Some(report) = scenario.monitoring().report(day) else { return Vec::new() };
    let (tasks, of_staff) = (tasks(scenario), scenario.monitoring().of_staff());
    let county = |(position, counts): (usize, &CountyCounts)| {
        let task = tasks.get(position).copied().flatten();
        judge(scenario, of, reading(of, counts, task, of_staff), day, goal(scenario, outcome, of, position))
    };
    report.counties.iter().enumerate().map(county).collect()
}

/// Where each county stands in the report of a day, and how it moved since the report before it.
#[must_use]
pub fn standings(scenario: &Scenario, outcome: &Outcome, day: Date, by: RankBy) -> Vec<Standing> {
    let values = values(scenario, outcome, day, by);
    let earlier = scenario.monitoring().reports().iter().rev().find(|report| report.as_of < day);
    let before = earlier.map(|report| self::values(scenario, outcome, report.as_of, by));
    let ranked = ranked(&values, before.as_deref());
    values.into_iter().zip(ranked).map(|(value, ranked)| Standing { value, ranked }).collect()
}

fn values(scenario: &Scenario, outcome: &Outcome, day: Date, by: RankBy) -> Vec<Option<Ratio>> {
    let of_indicator = |of| judged(scenario, outcome, day, of);
    match by {
        RankBy::Indicator(of) => {
            of_indicator(of).into_iter().map(|of| of.reading.ok().map(|read| read.ratio)).collect()
        }
        RankBy::Score => {
            let weights = scenario.monitoring().weights();
            let weighty: Vec<(u8, Vec<Judged>)> = Indicator::ALL
                .into_iter()
                .zip(*weights)
                .filter(|(_, weight)| *weight > 0)
                .map(|(of, weight)| (weight, of_indicator(of)))
                .collect();
            let weights: Vec<u8> = weighty.iter().map(|(weight, _)| *weight).collect();
            let score = |county: usize| {
                let done = |(_, of): &(u8, Vec<Judged>)| of.get(county).and_then(Judged::scored);
                let done: Vec<Option<Ratio>> = weighty.iter().map(done).collect();
                scored(&done, &weights).and_then(|score| Ratio::new(score.into(), 10_000))
            };
            (0..scenario.counties().len()).map(score).collect()
        }
    }
}

impl Judged {
    /// What counts in the score: how far the target is met; where the plan sets none for anybody, the value itself.
    fn scored(&self) -> Option<Ratio> {
        if self.is_targeted { self.done } else { self.value() }
    }

    fn value(&self) -> Option<Ratio> {
        self.reading.as_ref().ok().map(|read| read.ratio)
    }
}

/// The city's new inclusive slots over the year, with every report until a day.
#[must_use]
pub fn course(scenario: &Scenario, until: Date) -> Course {
    let (monitoring, year) = (scenario.monitoring(), scenario.region().year());
    let tasks = tasks(scenario);
    let planned = std::array::from_fn(|month| {
        // Twelve months.
        let end = last_of_month(year, u8::try_from(month + 1).unwrap_or(12));
        let of = |task: &u64| end.map_or(0, |end| planned_slots(*task, monitoring.schedule(), year, end));
        tasks.iter().flatten().map(of).sum()
    });
    let added = |report: &Report| {
        let of = |counts: &CountyCounts| counts.get(Counted::InclusiveAdded).map(u64::from);
        report.counties.iter().map(of).sum::<Option<u64>>()
    };
    let shown = monitoring.reports().iter().filter(|report| report.as_of <= until);
    let actual: Vec<(Date, Option<u64>)> = shown.map(|report| (report.as_of, added(report))).collect();
    let last = actual.iter().rev().find_map(|(day, added)| Some((*day, (*added)?)));
    let forecast = last.and_then(|(day, added)| forecast(added, year, day));
    Course { task: tasks.iter().flatten().sum(), planned, actual, forecast }
}

/// The last report that is not after a day; where all are, the first one.
#[must_use]
pub fn report_of(scenario: &Scenario, today: Date) -> Option<Date> {
    let reports = scenario.monitoring().reports();
    let last = reports.iter().rev().find(|report| report.as_of <= today);
    last.or(reports.first()).map(|report| report.as_of)
}

/// What an indicator is to reach, where all counties and the city have the same: the plan's own value or the planner's.
#[must_use]
pub fn indicator_target(scenario: &Scenario, of: Indicator) -> Option<Rate> {
    match of {
        Indicator::Utilisation => Some(scenario.supply().utilisation),
        Indicator::InclusiveShare => Some(scenario.supply().inclusive_share),
        Indicator::InclusiveAdded => Some(Rate::FULL),
        Indicator::Enrolment => None,
        _ => scenario.monitoring().own_target(of),
    }
}

/// The edits that take every target back to the plan's own (二(四)2, 二(三)1, 三(一)4); none where all are. Where the plan
/// states none, there is none again.
#[must_use]
pub fn official_targets(scenario: &Scenario) -> Vec<Edit> {
    let back = |of: Indicator| {
        let official = of.official_target();
        match (of, official) {
            _ if matches!(of, Indicator::Enrolment | Indicator::InclusiveAdded) => None,
            _ if indicator_target(scenario, of) == official => None,
            (Indicator::Utilisation, Some(rate)) => Some(Edit::SetUtilisation(rate)),
            (Indicator::InclusiveShare, Some(rate)) => Some(Edit::SetInclusiveShare(rate)),
            _ => Some(Edit::Monitor(MonitorEdit::SetTarget(of, official))),
        }
    };
    Indicator::ALL.into_iter().filter_map(back).collect()
}

/// What a value is to reach, and from where it is counted.
#[derive(Clone, Copy)]
struct Goal {
    target: Option<Ratio>,
    base: Option<Ratio>,
}

fn goal(scenario: &Scenario, outcome: &Outcome, of: Indicator, county: usize) -> Goal {
    if of != Indicator::Enrolment {
        return Goal { target: indicator_target(scenario, of).map(of_rate), base: None };
    }
    let row = outcome.rows.get(county);
    Goal {
        target: row.and_then(|row| row.target.rate()).map(of_rate),
        base: row.and_then(|row| row.inputs.base).map(of_rate),
    }
}

fn city_goal(scenario: &Scenario, outcome: &Outcome, of: Indicator, report: &Report) -> Goal {
    if of != Indicator::Enrolment {
        return Goal { target: indicator_target(scenario, of).map(of_rate), base: None };
    }
    // Weighted by the children that were reported, as the value is; where counties are missing, by the plan's.
    let weighted = |rate: &dyn Fn(&Row) -> Option<Rate>| {
        let (mut above, mut children) = (0_u128, 0_u128);
        for (row, counts) in outcome.rows.iter().zip(&report.counties) {
            let of_county = u128::from(counts.get(Counted::Children)?);
            above += of_county * u128::from(rate(row)?.ppm());
            children += of_county;
        }
        Ratio::new(above, children * 1_000_000)
    };
    let (target, base) = (weighted(&|row| row.target.rate()), weighted(&|row| row.inputs.base));
    if target.is_some() {
        return Goal { target, base };
    }
    let known = |rate: CityRate| match rate {
        CityRate::Known(ratio) => Some(ratio),
        _ => None,
    };
    Goal { target: known(outcome.city.target), base: known(outcome.city.base) }
}

fn of_rate(rate: Rate) -> Ratio {
    Ratio::new(rate.ppm().into(), 1_000_000).unwrap_or(Ratio::ZERO)
}

fn judge(scenario: &Scenario, of: Indicator, reading: Result<Reading, Unread>, day: Date, goal: Goal) -> Judged {
    let known = reading.as_ref().ok().copied().zip(goal.target);
    let done = known.and_then(|(read, target)| match (of, goal.base) {
        (Indicator::Enrolment, Some(base)) => done_from(read, base, target),
        (Indicator::Enrolment, None) => None,
        _ => done_of(read, target),
    });
    let (schedule, year) = (scenario.monitoring().schedule(), scenario.region().year());
    let planned = planned_share(schedule, year, day);
    let slots = reading.as_ref().ok().filter(|_| of == Indicator::InclusiveAdded);
    let is_met = known.is_some_and(|(read, target)| read.ratio.reaches(target));
    let status = match done {
        _ if is_met => Some(Status::Met),
        Some(done) => {
            let status = status(done, planned, scenario.monitoring().thresholds());
            let wanted = slots.map(|read| planned_slots(read.denominator, schedule, year, day));
            Some(in_whole_slots(status, slots.map(|read| read.numerator), wanted))
        }
        None => None,
    };
    Judged {
        is_targeted: of == Indicator::Enrolment || goal.target.is_some(),
        status,
        done,
        points: known.map(|(read, target)| {
            Hundredths::new(read.ratio.percent_shown().get().saturating_sub(target.percent_shown().get()))
        }),
        short: known.map(|(read, target)| {
            let (above, below) = target.terms();
            let wanted = above.saturating_mul(read.denominator.into()).div_ceil(below);
            u64::try_from(wanted).unwrap_or(u64::MAX).saturating_sub(read.numerator)
        }),
        target: goal.target,
        reading,
    }
}

/// Value ÷ target. A target of zero is met by anything.
fn done_of(read: Reading, target: Ratio) -> Option<Ratio> {
    let (above, below) = target.terms();
    let done = Ratio::new(
        u128::from(read.numerator).saturating_mul(below),
        u128::from(read.denominator).saturating_mul(above),
    );
    done.or(Ratio::new(1, 1))
}

/// (value − base) ÷ (target − base), never below zero. Base and target have the same denominator: of a county a million, of
/// the city its children times a million. Where the target does not lie above the base, there is no way to count from it.
fn done_from(read: Reading, base: Ratio, target: Ratio) -> Option<Ratio> {
    let ((base, below), (target, same)) = (base.terms(), target.terms());
    if below != same || target <= base {
        return done_of(read, Ratio::new(target, same)?);
    }
    let denominator = u128::from(read.denominator);
    let gained = u128::from(read.numerator).saturating_mul(below).saturating_sub(base.saturating_mul(denominator));
    Ratio::new(gained, (target - base).saturating_mul(denominator))
}

fn tasks(scenario: &Scenario) -> Vec<Option<u64>> {
    scenario.counties().iter().map(|county| county.slots.map(|slots| slots.get().into())).collect()
}
