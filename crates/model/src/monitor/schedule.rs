//! The calendar (序时进度): how much is planned by a day, how it stands, what pace is needed, where today's pace leads.

use super::super::{Date, Ratio, round_half_away};

/// How the year's task is spread over the year. Weights are at most 100 each (our own choice; the plan asks for backward schedules, 倒排工期).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// Day by day alike, until the end of the year.
    Linear,
    /// By quarter: weights of the four, of which only the proportions count.
    Quarters([u32; 4]),
    /// By month: weights of the twelve.
    Months([u32; 12]),
    /// 倒排工期: day by day alike, until this day, on which all is to be done.
    Until(Date),
}

/// The share of the year's task that is planned by the end of a day; from 0 to 1. Weights that are all zero plan nothing
/// before the year's last day.
#[must_use]
pub fn planned_share(schedule: &Schedule, year: u16, day: Date) -> Ratio {
    let (elapsed, all) = (i64::from(day_of(year, day)), i64::from(days_in(year)));
    let share = |part: i64, whole: i64| {
        let part = part.clamp(0, whole.max(0));
        Ratio::new(u128::from(part.unsigned_abs()), u128::from(whole.max(1).unsigned_abs()))
    };
    let whole = || Ratio::new(u128::from(elapsed >= all), 1);
    let ratio = match schedule {
        Schedule::Linear => share(elapsed, all),
        // A finish of an earlier year is none of this one's.
        Schedule::Until(finish) if finish.parts().0 < year => share(elapsed, all),
        Schedule::Until(finish) => {
            let until = i64::from(day_of(year, *finish)).clamp(1, all);
            share(elapsed, until)
        }
        Schedule::Quarters(weights) => by_part(&quarters(weights), year, elapsed).or_else(whole),
        Schedule::Months(weights) => by_part(weights, year, elapsed).or_else(whole),
    };
    ratio.unwrap_or(Ratio::ZERO)
}

/// Each month a third of its quarter, in units that stay whole.
fn quarters(weights: &[u32; 4]) -> [u32; 12] {
    std::array::from_fn(|month| weights[month / 3])
}

/// Months by weight; within a month day by day alike. Nothing where no month weighs anything.
fn by_part(weights: &[u32; 12], year: u16, elapsed: i64) -> Option<Ratio> {
    let all: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    let (mut before, mut first) = (0_u128, 0_i64);
    for (month, weight) in (1_u8..).zip(weights) {
        let days = i64::from(days_of_month(year, month));
        if elapsed <= first + days {
            let part = u128::from((elapsed - first).max(0).unsigned_abs());
            let days = u128::from(days.unsigned_abs());
            return Ratio::new(before * days + u128::from(*weight) * part, all * days);
        }
        before += u128::from(*weight);
        first += days;
    }
    Ratio::new(before, all)
}

/// The whole slots of a task that are planned by the end of a day. They never fall, and on the last day of the schedule they are
/// the task: what each month adds adds up exactly.
#[must_use]
pub fn planned_slots(task: u64, schedule: &Schedule, year: u16, day: Date) -> u64 {
    let (part, whole) = planned_share(schedule, year, day).terms();
    let whole = i128::try_from(whole).unwrap_or(i128::MAX);
    let exact = i128::try_from(part).unwrap_or(i128::MAX).saturating_mul(i128::from(task));
    u64::try_from(round_half_away(exact, whole)).unwrap_or(0).min(task)
}

/// How something stands against its target and the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// 已达标: the target is reached.
    Met,
    /// 符合序时: not behind the calendar.
    OnSchedule,
    /// 略滞后.
    SlightlyBehind,
    /// 滞后.
    Behind,
    /// 严重滞后.
    FarBehind,
}

/// From how many points behind the calendar on it is called so (our own; shown, printed and changed per scenario).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// More than so many points, in 0.01: 滞后.
    pub behind: u32,
    /// More than so many: 严重滞后.
    pub far_behind: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self { behind: 1_000, far_behind: 3_000 }
    }
}

/// The status of what is done of a target: `done` and `planned` are shares of it. All comparisons are exact.
#[must_use]
pub fn status(done: Ratio, planned: Ratio, thresholds: Thresholds) -> Status {
    let is_met = Ratio::new(1, 1).is_some_and(|whole| done.reaches(whole));
    if is_met {
        return Status::Met;
    }
    if done.reaches(planned) {
        return Status::OnSchedule;
    }
    // planned − done > points ÷ 10 000, over the common denominator.
    let ((a, b), (c, d)) = (planned.terms(), done.terms());
    let behind = |points: u32| {
        let gap = (a.saturating_mul(d)).saturating_sub(c.saturating_mul(b)).saturating_mul(10_000);
        gap > u128::from(points).saturating_mul(b.saturating_mul(d))
    };
    if behind(thresholds.far_behind) {
        Status::FarBehind
    } else if behind(thresholds.behind) {
        Status::Behind
    } else {
        Status::SlightlyBehind
    }
}

/// The whole units a month that are needed from the day after this one until the last day of the schedule, or where that
/// is over until the end of the year: what is missing over the calendar months that are left, the present one by its days,
/// rounded up. Where less than a month is left, it is what is missing. Nothing where no day is left.
#[must_use]
pub fn pace_needed(target: u64, done: u64, schedule: &Schedule, year: u16, day: Date) -> Option<u64> {
    let missing = u128::from(target.saturating_sub(done));
    let now = months_gone(year, day);
    let whole = Ratio::new(12, 1)?;
    let end = match schedule {
        Schedule::Until(finish) if finish.parts().0 == year => Some(months_gone(year, *finish)),
        _ => None,
    };
    let end = end.filter(|end| !now.reaches(*end)).unwrap_or(whole);
    if missing == 0 {
        return Some(0);
    }
    // end − now months, over a common denominator; months have at most 31 days.
    let ((end, end_days), (now, now_days)) = (end.terms(), now.terms());
    let left = (end * now_days).saturating_sub(now * end_days);
    if left == 0 {
        return None;
    }
    u64::try_from((missing * end_days * now_days).div_ceil(left).min(missing)).ok()
}

/// How many months of the year are over at the end of a day, the last of them by its days; from 0 to 12.
fn months_gone(year: u16, day: Date) -> Ratio {
    let (of, month, date) = day.parts();
    let days = u128::from(days_of_month(year, month));
    let gone = match of.cmp(&year) {
        std::cmp::Ordering::Less => Ratio::new(0, 1),
        std::cmp::Ordering::Greater => Ratio::new(12, 1),
        std::cmp::Ordering::Equal => Ratio::new(u128::from(month - 1) * days + u128::from(date), days),
    };
    gone.unwrap_or(Ratio::ZERO)
}

/// Where the pace until this day leads by the end of the year, in whole units that are then reached; nothing on no day of
/// the year.
#[must_use]
pub fn forecast(done: u64, year: u16, day: Date) -> Option<u64> {
    let elapsed = day_of(year, day);
    if elapsed == 0 {
        return None;
    }
    // Rounded down: what is not quite reached is not promised.
    u64::try_from(u128::from(done) * u128::from(days_in(year)) / u128::from(elapsed)).ok()
}

/// The last day of a month of a year of four digits.
#[must_use]
pub fn last_of_month(year: u16, month: u8) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

/// How many days of the year are over at the end of a day: none before the year, all after it.
fn day_of(year: u16, day: Date) -> u16 {
    let (of, month, date) = day.parts();
    if of < year {
        return 0;
    }
    if of > year {
        return days_in(year);
    }
    (1..month).map(|month| days_of_month(year, month)).sum::<u16>() + u16::from(date)
}

fn days_in(year: u16) -> u16 {
    (1..=12).map(|month| days_of_month(year, month)).sum()
}

fn days_of_month(year: u16, month: u8) -> u16 {
    (28..=31).rev().find(|day| Date::new(year.clamp(1_000, 9_999), month, *day).is_some()).map_or(0, u16::from)
}
