//! The tasks and milestones that the plan states in sections 二 to 四, with the dates and owners that it states.

use super::super::{County, Date, Region, official_plan};
use super::task::TaskRow;

/// A task or milestone of the plan. What it is called, and the plan's own wording, is said by `text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfficialTask {
    /// Stable identifier, of lower-case letters, digits and hyphens.
    pub id: &'static str,
    /// Where the plan states it: `二(四)1`.
    pub section: &'static str,
    /// Who answers for it in the plan's words; empty where it does not say.
    pub owner: &'static str,
    /// The first day: where the plan states a year, that of the year.
    pub starts: Option<Date>,
    /// The last day: where the plan states a year, that of the year.
    pub due: Option<Date>,
}

type Period = (Option<Date>, Option<Date>);

/// The plan states no date.
const UNDATED: Period = (None, None);

/// From the first day of a year to the last day of another.
const fn years(first: u16, last: u16) -> Period {
    (Date::new(first, 1, 1), Date::new(last, 12, 31))
}

/// 2030年前: taken as by the end of the year, with which the plan's period (“十五五”) ends. The page says so.
const fn until(year: u16) -> Period {
    (None, Date::new(year, 12, 31))
}

const fn task(id: &'static str, section: &'static str, owner: &'static str, period: Period) -> OfficialTask {
    OfficialTask { id, section, owner, starts: period.0, due: period.1 }
}

#[rustfmt::skip]
static TASKS: &[OfficialTask] = &[
    task("enrolment", "二(一)1", "各县（区）", years(2026, 2026)),
    task("slots", "二(一)2", "各县（区）", years(2026, 2026)),
    task("schedule", "二(一)2", "各县（区）", UNDATED),
    task("measures", "二(二)1", "各县（区）", UNDATED),
    task("criteria", "二(二)2", "", UNDATED),
    task("funds", "二(二)3", "", UNDATED),
    task("city-unit", "二(二)3", "", UNDATED),
    task("pilot-subsidy", "二(二)3", "", UNDATED),
    task("subsidy-plan", "二(二)4", "", UNDATED),
    task("subsidy-budget", "二(二)4", "", UNDATED),
    task("subsidy-rate", "二(二)4", "有条件的县（区）", UNDATED),
    task("train-province", "二(三)1", "省级", UNDATED),
    task("train-city", "二(三)1", "市级", UNDATED),
    task("train-county", "二(三)1", "县级", UNDATED),
    task("compete-county", "二(三)2", "各县（区）", UNDATED),
    task("compete-city", "二(三)2", "", UNDATED),
    task("compete-province", "二(三)2", "", UNDATED),
    task("grade-county", "二(三)3", "县级", UNDATED),
    task("grade-city", "二(三)3", "市级", UNDATED),
    task("grade-province", "二(三)3", "省级", UNDATED),
    task("models", "二(三)3", "", UNDATED),
    task("nursery-classes", "二(三)4", "有条件的幼儿园", UNDATED),
    task("medical", "二(三)4", "医疗卫生机构", UNDATED),
    task("centre-study", "二(四)1", "", years(2026, 2026)),
    task("centre-approval", "二(四)1", "", years(2027, 2027)),
    task("centre-building", "二(四)1", "", years(2028, 2029)),
    task("centre-opening", "二(四)1", "", until(2030)),
    task("registration", "二(四)2", "", UNDATED),
    task("utilisation", "二(四)2", "", UNDATED),
    task("contracts", "二(四)2", "", UNDATED),
    task("certificates", "二(四)2", "", UNDATED),
    task("community-site", "二(四)3", "", UNDATED),
    task("pilot-review", "二(四)3", "", UNDATED),
    task("brand", "二(五)", "", UNDATED),
    task("awareness-month", "二(五)", "", UNDATED),
    task("platform", "二(五)", "", UNDATED),
    task("safety-checks", "二(六)", "", UNDATED),
    task("safety-training", "二(六)", "", UNDATED),
    task("oversight", "二(六)", "", UNDATED),
    task("safety-film", "二(六)", "", UNDATED),
    task("survey-reports", "三(一)3", "", UNDATED),
    task("inclusive-share", "三(一)4", "", years(2026, 2026)),
    task("task-force", "四(一)", "各县（区）", UNDATED),
    task("coordination", "四(二)", "卫健部门", UNDATED),
    task("meetings", "四(二)", "", UNDATED),
    task("guidance", "四(三)", "市级", UNDATED),
    task("long-term", "四(四)", "", UNDATED),
];

impl OfficialTask {
    /// All of them, in the plan's order.
    #[must_use]
    pub fn all() -> &'static [Self] {
        TASKS
    }

    /// Those that hold for a region: all where most of its counties are the plan's, also under fuller names, in another
    /// order or another year; of any other none.
    #[must_use]
    pub fn of_region(region: &Region) -> &'static [Self] {
        let plan = official_plan().region();
        let is_plans = |county: &&County| {
            let planned = plan.position(&county.id).and_then(|at| plan.counties().get(at));
            planned.is_some_and(|planned| county.name.local.starts_with(&*planned.name.local))
        };
        let of_plan = region.counties().iter().filter(is_plans).count();
        if of_plan * 2 > plan.counties().len() { TASKS } else { &[] }
    }

    /// Its part of the plan, without the number: `二(四)`.
    #[must_use]
    pub fn part(&self) -> &'static str {
        part_of(self.section)
    }

    /// The row as the plan has it, at a place of the ledger.
    #[must_use]
    pub(super) fn row(&self, order: u32) -> TaskRow {
        TaskRow { owner: self.owner.to_owned(), starts: self.starts, due: self.due, order, ..TaskRow::default() }
    }
}

fn part_of(section: &'static str) -> &'static str {
    section.trim_end_matches(|letter: char| letter.is_ascii_digit())
}
