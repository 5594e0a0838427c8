//! What can be typed on the page of monitoring.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{Counted, CountyId, Date, Edit, Indicator, MonitorEdit, Scenario, Schedule, Thresholds};
use crate::text::{
    Language, Message, MonitorText, Unit, count, count_text, counted_name, exact_rate, indicator_name, part_name,
    threshold_text, typed_count, typed_day, typed_rate, typed_schedule_weight, typed_threshold, typed_weight_percent,
};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::{CustomField, Field, FieldProblem};
use crate::ui::state::page::Page;
use crate::ui::widgets::day::with_calendar;
use crate::ui::widgets::labelled::control;

/// A figure of the page of monitoring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// A county's figure in the report of a day.
    Count(Date, CountyId, Counted),
    /// Cities of the province that held a competition by a day.
    CitiesCompeted(Date),
    /// Cities of the province.
    ProvinceCities,
    /// What an indicator is to reach.
    Target(Indicator),
    /// The day that counts as today.
    Today,
    /// What an indicator weighs in the score.
    RankWeight(Indicator),
    /// What a quarter or a month of the schedule weighs, from 0.
    Part(usize),
    /// The last day of a schedule that goes backward.
    Finish,
    /// From how many points on something is behind.
    Behind,
    /// From how many points on it is far behind.
    FarBehind,
}

/// The field of a place.
pub fn field(page: Page, place: Place) -> Field {
    match place {
        Place::Target(Indicator::Utilisation) => Field::Utilisation,
        Place::Target(Indicator::InclusiveShare) => Field::InclusiveShare,
        place => Field::Custom(Arc::new(MonitorField { page, place })),
    }
}

struct MonitorField {
    /// A schedule is changed as a whole: what else it holds is the open scenario's.
    page: Page,
    place: Place,
}

/// A text is refused for this reason.
pub fn refused(word: MonitorText) -> FieldProblem {
    FieldProblem::Custom(Arc::new([Language::Chinese, Language::English].map(|of| word.in_language(of).to_owned())))
}

fn required<T>(typed: Option<T>) -> Result<T, FieldProblem> {
    typed.ok_or(FieldProblem::Required)
}

/// A day that was typed; one without a year is of the region's.
pub fn day_of(page: Page, typed: &str) -> Result<Option<Date>, FieldProblem> {
    let year = page.workspace.region.with_untracked(|region| region.year());
    typed_day(typed, year).map_err(FieldProblem::day)
}

/// The cell of a day, with a calendar.
pub fn day_control(
    page: Page,
    field: Field,
    draft: RwSignal<Option<Draft>>,
    placeholder: impl FnMut() -> String + Send + 'static,
) -> AnyView {
    let (named, shown) = (field.clone(), field.clone());
    let name = move || {
        let language = page.language.get();
        page.workspace.scenario.with_untracked(|scenario| named.label(scenario, language))
    };
    let shown = move || page.workspace.scenario.with_untracked(|scenario| shown.text(scenario));
    let test_id = field.test_id();
    with_calendar(page, control(page, field, draft, placeholder), test_id, name, shown)
}

impl CustomField for MonitorField {
    fn test_id(&self) -> String {
        match &self.place {
            Place::Count(_, county, of) => format!("count-{}-{county}", of.id().replace('_', "-")),
            Place::CitiesCompeted(_) => "cities-competed".to_owned(),
            Place::ProvinceCities => "province-cities".to_owned(),
            Place::Target(of) => format!("indicator-target-{}", of.id()),
            Place::Today => "monitor-today".to_owned(),
            Place::RankWeight(of) => format!("rank-weight-{}", of.id()),
            Place::Part(at) => format!("schedule-part-{}", at + 1),
            Place::Finish => "schedule-finish".to_owned(),
            Place::Behind => "threshold-behind".to_owned(),
            Place::FarBehind => "threshold-far-behind".to_owned(),
        }
    }

    fn label(&self, scenario: &Scenario, language: Language) -> String {
        let word = |word: MonitorText| word.in_language(language);
        let of = |indicator: Indicator, what: MonitorText| {
            Message::CellOf(indicator_name(indicator, language), word(what)).in_language(language)
        };
        match &self.place {
            Place::Count(_, county, of) => {
                let region = scenario.region();
                let name = region.position(county).and_then(|at| region.counties().get(at)).map(|county| &county.name);
                let name = name.map_or(county.as_str(), |name| language.name(name));
                Message::CellOf(name, counted_name(*of, language)).in_language(language)
            }
            Place::CitiesCompeted(_) => word(MonitorText::CitiesCompeted).to_owned(),
            Place::ProvinceCities => word(MonitorText::ProvinceCities).to_owned(),
            Place::Target(indicator) => of(*indicator, MonitorText::Target),
            Place::Today => word(MonitorText::Today).to_owned(),
            Place::RankWeight(indicator) => of(*indicator, MonitorText::Weight),
            Place::Part(at) => {
                let count = weights_of(scenario.monitoring().schedule()).len();
                [&part_name(*at, count, language), " ", word(MonitorText::Weight)].concat()
            }
            Place::Finish => word(MonitorText::Finish).to_owned(),
            Place::Behind => word(MonitorText::BehindFrom).to_owned(),
            Place::FarBehind => word(MonitorText::FarBehindFrom).to_owned(),
        }
    }

    fn text(&self, scenario: &Scenario) -> String {
        let monitoring = scenario.monitoring();
        let iso = |day: Option<Date>| day.map(Date::iso);
        match &self.place {
            Place::Count(day, county, of) => monitoring.report(*day).and_then(|report| {
                let counts = report.counties.get(scenario.region().position(county)?)?;
                counts.get(*of).map(|count| count_text(*of, count))
            }),
            Place::CitiesCompeted(day) => monitoring.report(*day).and_then(|report| report.cities_competed).map(count),
            Place::ProvinceCities => monitoring.province_cities().map(count),
            Place::Target(of) => monitoring.own_target(*of).map(exact_rate),
            Place::Today => iso(monitoring.today()),
            Place::RankWeight(of) => monitoring.weights().get(*of as usize).map(u8::to_string),
            Place::Part(at) => weights_of(monitoring.schedule()).get(*at).map(u32::to_string),
            Place::Finish => match monitoring.schedule() {
                Schedule::Until(day) => Some(day.iso()),
                _ => None,
            },
            Place::Behind => Some(threshold_text(monitoring.thresholds().behind)),
            Place::FarBehind => Some(threshold_text(monitoring.thresholds().far_behind)),
        }
        .unwrap_or_default()
    }

    fn unit(&self) -> Option<Unit> {
        match &self.place {
            Place::Count(_, _, of) if of.is_funds() => Some(Unit::Amount),
            Place::Count(..)
            | Place::CitiesCompeted(_)
            | Place::ProvinceCities
            | Place::RankWeight(_)
            | Place::Part(_) => Some(Unit::Count),
            Place::Target(_) => Some(Unit::Percent),
            Place::Behind | Place::FarBehind => Some(Unit::Amount),
            Place::Today | Place::Finish => None,
        }
    }

    fn edit(&self, typed: &str) -> Result<Edit, FieldProblem> {
        // A number of cities is counted like institutions.
        let cities = |typed| typed_count(Counted::Institutions, typed);
        Ok(Edit::Monitor(match &self.place {
            Place::Count(day, county, of) => MonitorEdit::SetCount(*day, county.clone(), *of, typed_count(*of, typed)?),
            Place::CitiesCompeted(day) => MonitorEdit::SetCitiesCompeted(*day, cities(typed)?),
            Place::ProvinceCities => MonitorEdit::SetProvinceCities(cities(typed)?),
            Place::Target(of) => MonitorEdit::SetTarget(*of, typed_rate(typed)?),
            Place::Today => MonitorEdit::SetToday(day_of(self.page, typed)?),
            Place::RankWeight(of) => MonitorEdit::SetRankWeight(*of, typed_weight_percent(typed)?.unwrap_or(0)),
            Place::Part(at) => {
                let weight = required(typed_schedule_weight(typed)?)?;
                MonitorEdit::SetSchedule(self.schedule_with(*at, weight))
            }
            Place::Finish => {
                let day = day_of(self.page, typed)?.ok_or_else(|| refused(MonitorText::DayNeeded))?;
                let year = self.page.workspace.region.with_untracked(|region| region.year());
                if day.parts().0 != year {
                    return Err(refused(MonitorText::FinishYear));
                }
                MonitorEdit::SetSchedule(Schedule::Until(day))
            }
            Place::Behind => {
                let behind = required(typed_threshold(typed)?)?;
                self.thresholds(|now| Thresholds { behind, ..now })?
            }
            Place::FarBehind => {
                let far_behind = required(typed_threshold(typed)?)?;
                self.thresholds(|now| Thresholds { far_behind, ..now })?
            }
        }))
    }
}

impl MonitorField {
    fn schedule_with(&self, at: usize, weight: u32) -> Schedule {
        let mut schedule =
            self.page.workspace.scenario.with_untracked(|scenario| scenario.monitoring().schedule().clone());
        let part = match &mut schedule {
            Schedule::Quarters(weights) => weights.get_mut(at),
            Schedule::Months(weights) => weights.get_mut(at),
            Schedule::Linear | Schedule::Until(_) => None,
        };
        if let Some(part) = part {
            *part = weight;
        }
        schedule
    }

    fn thresholds(&self, change: impl Fn(Thresholds) -> Thresholds) -> Result<MonitorEdit, FieldProblem> {
        let now = self.page.workspace.scenario.with_untracked(|scenario| scenario.monitoring().thresholds());
        let changed = change(now);
        if changed.behind > changed.far_behind {
            return Err(refused(MonitorText::ThresholdsCrossed));
        }
        Ok(MonitorEdit::SetThresholds(changed))
    }
}

/// The weights of a schedule's quarters or months.
pub fn weights_of(schedule: &Schedule) -> &[u32] {
    match schedule {
        Schedule::Quarters(weights) => weights,
        Schedule::Months(weights) => weights,
        Schedule::Linear | Schedule::Until(_) => &[],
    }
}
