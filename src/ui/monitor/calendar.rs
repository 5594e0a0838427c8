//! 序时进度: each county's new slots against the calendar, and how the year is spread over the year.

use std::sync::Arc;

use leptos::prelude::*;

use super::MonitorState;
use super::fields::{Place, day_control, field, weights_of};
use super::table::{Cell, Row, choice, figures};
use crate::files::progress_table;
use crate::model::{Date, Edit, MonitorEdit, Progress, Schedule, last_of_month};
use crate::text::{
    MonitorText, Word, ahead_text, hundredths, part_name, schedule_text, thousands, thresholds_text, why_open,
};
use crate::ui::state::drafts::Draft;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::{NONE, any_bad, cell_error};
use crate::ui::widgets::element::{el, fragment, list};
use crate::ui::widgets::labelled::{control, labelled};

const COLUMNS: &[(MonitorText, &str)] = &[
    (MonitorText::County, "county"),
    (MonitorText::Task, "task"),
    (MonitorText::Done, "done"),
    (MonitorText::Rate, "rate"),
    (MonitorText::Planned, "planned"),
    (MonitorText::Ahead, "ahead"),
    (MonitorText::State, "status"),
    (MonitorText::Pace, "pace"),
    (MonitorText::Forecast, "forecast"),
];

/// The table of counties.
pub fn progress(state: MonitorState) -> AnyView {
    let page = state.page;
    let rows = Memo::new(move |_| Arc::new(rows(state)));
    let caption = move || {
        let planned = state.monitored.with(|monitored| monitored.as_ref().map(|of| of.planned));
        let day = state.day.get().map_or_else(String::new, Date::iso);
        let planned = planned.map_or_else(String::new, |planned| [&hundredths(planned.percent_shown()), "%"].concat());
        format!("{} {day} · {} {planned}", page.word(MonitorText::Of), page.word(MonitorText::PlannedShare))
    };
    let copied = move || {
        state.read(|scenario, outcome, day, language| progress_table(scenario, outcome, day, page.today(), language))
    };
    el("section")
        .class("card")
        .child(figures(page, "calendar", caption, COLUMNS, rows, copied))
        .child(el("p").class("hint").word(page, MonitorText::CalendarHint).done())
        .done()
}

fn rows(state: MonitorState) -> Vec<Row> {
    let page = state.page;
    let language = page.language.get();
    let region = page.workspace.region.get();
    state.monitored.with(|monitored| {
        let Some(monitored) = monitored else { return Vec::new() };
        let county = |(county, progress): (&crate::model::County, &Progress)| Row {
            id: county.id.to_string(),
            cells: cells(page, language.name(&county.name), progress, false),
            is_total: false,
        };
        let mut rows: Vec<Row> = region.counties().iter().zip(&monitored.rows).map(county).collect();
        rows.push(Row {
            id: "city".to_owned(),
            cells: cells(page, page.word(Word::City), &monitored.city, true),
            is_total: true,
        });
        rows
    })
}

fn cells(page: Page, name: &str, of: &Progress, is_city: bool) -> Vec<Cell> {
    let language = page.language.get();
    let open = why_open(of, is_city, language);
    let known = |text: Option<String>| Cell::known(text, open);
    let no_task = page.word(MonitorText::NoTask);
    // What is known and leads nowhere: the year is over, or has not begun.
    let outside = if of.done.is_some() && of.task.is_some() { page.word(MonitorText::OutsideYear) } else { open };
    vec![
        Cell::new(name),
        Cell::known(of.task.map(thousands), no_task),
        known(of.done.map(thousands)),
        known(of.share().map(|share| hundredths(share.percent_shown()))),
        Cell::known(of.planned.map(thousands), no_task),
        known(of.ahead.map(|ahead| ahead_text(ahead, language))),
        Cell::status(of.status, open, language),
        Cell::known(of.pace.map(thousands), outside),
        Cell::known(of.forecast.map(thousands), outside),
    ]
}

/// Schedule and thresholds, with what they come to in words.
pub fn settings(state: MonitorState) -> AnyView {
    let page = state.page;
    let workspace = page.workspace;
    let schedule = Memo::new(move |_| workspace.scenario.with(|scenario| scenario.monitoring().schedule().clone()));
    let kind = Memo::new(move |_| schedule.with(id_of));
    let choose = move |id: String| {
        let year = workspace.region.with_untracked(|region| region.year());
        let chosen = match id.as_str() {
            "quarters" => Schedule::Quarters([25; 4]),
            "months" => Schedule::Months([1; 12]),
            // Until the end of November, as long as no other day is typed.
            "until" => last_of_month(year, 11).map_or(Schedule::Linear, Schedule::Until),
            _ => Schedule::Linear,
        };
        workspace.edit_once(&Edit::Monitor(MonitorEdit::SetSchedule(chosen)));
    };
    let names = move || {
        [
            ("linear", MonitorText::Linear),
            ("quarters", MonitorText::Quarters),
            ("months", MonitorText::Months),
            ("until", MonitorText::Until),
        ]
        .map(|(id, name)| (id.to_owned(), page.word(name).to_owned()))
        .into()
    };
    let input = move |place: Place, name: String| {
        let draft = RwSignal::new(None::<Draft>);
        let is_day = place == Place::Finish;
        let place = field(page, place);
        fragment([
            labelled(
                el("span").class("caption").text(name).done(),
                if is_day {
                    day_control(page, place.clone(), draft, || NONE.to_owned())
                } else {
                    control(page, place.clone(), draft, || NONE.to_owned())
                },
            ),
            el("span").attr_if("hidden", move || !any_bad(&[draft])).child(cell_error(page, place, draft)).done(),
        ])
    };
    let parts = move || {
        let language = page.language.get();
        if kind.get() == "until" {
            return vec![input(Place::Finish, page.word(MonitorText::Finish).to_owned())];
        }
        let count = schedule.with_untracked(|schedule| weights_of(schedule).len());
        (0..count).map(|at| input(Place::Part(at), part_name(at, count, language))).collect()
    };
    let is_weighed = move || matches!(kind.get(), "quarters" | "months");
    let said = move || schedule.with(|schedule| schedule_text(schedule, page.language.get()));
    let thresholds = move || {
        let thresholds = workspace.scenario.with(|scenario| scenario.monitoring().thresholds());
        thresholds_text(thresholds, page.language.get())
    };
    let limits = move || {
        [(Place::Behind, MonitorText::BehindFrom), (Place::FarBehind, MonitorText::FarBehindFrom)]
            .map(|(place, name)| input(place, page.word(name).to_owned()))
            .into()
    };
    el("section")
        .class("card calendar-settings")
        .test_id("calendar-settings")
        .child(choice(page, "schedule", MonitorText::Schedule, names, move || kind.get().to_owned(), choose))
        .el(el("div").class("parts").child(list(parts)))
        .child(
            el("p").class("hint").attr_if("hidden", move || !is_weighed()).word(page, MonitorText::WeightsHint).done(),
        )
        .child(el("p").class("hint").test_id("schedule-note").dyn_text(said).done())
        .child(el("h3").word(page, MonitorText::Thresholds).done())
        .el(el("div").class("parts").child(list(limits)))
        .child(el("p").class("hint").dyn_text(thresholds).done())
        .done()
}

fn id_of(schedule: &Schedule) -> &'static str {
    match schedule {
        Schedule::Linear => "linear",
        Schedule::Quarters(_) => "quarters",
        Schedule::Months(_) => "months",
        Schedule::Until(_) => "until",
    }
}
