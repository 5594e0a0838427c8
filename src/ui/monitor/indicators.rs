//! 指标: the core indicators of the city, each with its target, status and distance, and one of them county by county.

use std::sync::Arc;

use leptos::prelude::*;

use super::MonitorState;
use super::fields::{Place, field};
use super::table::{Cell, Row, choice, copy_button, figures, lamp_class, soft_button};
use crate::files::{indicator_counties_table, indicator_table};
use crate::model::{Edit, Indicator, Judged, MonitorEdit, Ratio, judged, official_targets};
use crate::text::{
    Language, MonitorText, Word, definition, hundredths, indicator_name, points_text, short_text, shown_count,
    status_name, thresholds_text, unread_text,
};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::Field;
use crate::ui::widgets::cell::{NONE, any_bad, cell_error};
use crate::ui::widgets::element::{El, button, el, fragment, list};
use crate::ui::widgets::labelled::control;
use crate::ui::widgets::table_frame::scroll_frame;

/// The table, what an indicator means, and how its counties stand.
pub fn indicators(state: MonitorState) -> AnyView {
    fragment([city(state), card(state)])
}

fn city(state: MonitorState) -> AnyView {
    let page = state.page;
    let restore = move || {
        let edits = page.workspace.scenario.with_untracked(official_targets);
        page.workspace.edit_once(&Edit::Batch(edits));
    };
    let at_plan = move || page.workspace.scenario.with(|scenario| official_targets(scenario).is_empty());
    let basis = choice(
        page,
        "certified-basis",
        MonitorText::Basis,
        move || {
            [("carers", MonitorText::BasisCarers), ("staff", MonitorText::BasisStaff)]
                .map(|(id, name)| (id.to_owned(), page.word(name).to_owned()))
                .into()
        },
        move || {
            let of_staff = page.workspace.scenario.with(|scenario| scenario.monitoring().of_staff());
            if of_staff { "staff" } else { "carers" }.to_owned()
        },
        move |id| page.workspace.edit_once(&Edit::Monitor(MonitorEdit::SetOfStaff(id == "staff"))),
    );
    let copied = move || {
        state.read(|scenario, outcome, day, language| indicator_table(scenario, outcome, day, page.today(), language))
    };
    let heads = [
        MonitorText::Indicator,
        MonitorText::Value,
        MonitorText::Fraction,
        MonitorText::Target,
        MonitorText::State,
        MonitorText::Distance,
        MonitorText::Needed,
    ];
    let head = heads.iter().enumerate().map(|(at, name)| {
        el("th").attr("scope", "col").class(if at == 0 { "name" } else { "" }).word(page, *name).done()
    });
    let table = el("table")
        .class("tool-table monitor-table indicator-table")
        .test_id("indicator-table")
        .child(el("caption").class("visually-hidden").word(page, MonitorText::Indicators).done())
        .child(el("thead").el(el("tr").children(head)).done())
        .child(el("tbody").children(Indicator::ALL.map(|of| line(state, of))).done());
    let note = move || {
        let thresholds = page.workspace.scenario.with(|scenario| scenario.monitoring().thresholds());
        thresholds_text(thresholds, page.language.get())
    };
    el("section")
        .class("card")
        .el(el("div")
            .class("table-tools")
            .el(soft_button(page, "restore-targets", MonitorText::RestoreTargets)
                .attr_if("disabled", at_plan)
                .click(restore))
            .child(basis)
            .el(copy_button(page, "indicators", copied)))
        .el(scroll_frame("tool-frame").word_attr("aria-label", page, MonitorText::Indicators).el(table))
        .child(el("p").class("hint").test_id("thresholds-note").dyn_text(note).done())
        .done()
}

fn line(state: MonitorState, of: Indicator) -> AnyView {
    let page = state.page;
    let id = of.id();
    let judged =
        Memo::new(move |_| state.monitored.with(|monitored| monitored.as_ref()?.indicators.get(of as usize).cloned()));
    let why = move || {
        let language = page.language.get();
        page.workspace.scenario.with_untracked(|scenario| {
            judged.with(|judged| match judged.as_ref().map(|judged| &judged.reading) {
                Some(Err(unread)) => unread_text(unread, scenario, language),
                _ => String::new(),
            })
        })
    };
    let read = move |of: fn(&Judged, Language) -> Option<String>| {
        let language = page.language.get();
        judged.with(|judged| judged.as_ref().and_then(|judged| of(judged, language))).unwrap_or_else(|| NONE.to_owned())
    };
    let fraction = move || judged.with(|judged| judged.as_ref().and_then(|judged| fraction(of, judged)));
    let short = move || {
        let language = page.language.get();
        let short = judged.with(|judged| judged.as_ref().and_then(|judged| judged.short));
        short.map_or_else(|| NONE.to_owned(), |short| short_text(of, short, language))
    };
    let lamp = move || {
        let status = judged.with(|judged| judged.as_ref().and_then(|judged| judged.status));
        status.map_or_else(String::new, |status| ["lamp ", lamp_class(status)].concat())
    };
    let draft = RwSignal::new(None::<Draft>);
    let place = field(page, Place::Target(of));
    let name = button()
        .class("link")
        .test_id(format!("indicator-{id}"))
        .aria("aria-pressed", move || state.indicator.get() == of)
        .dyn_text(move || indicator_name(of, page.language.get()))
        .click(move || state.indicator.set(of));
    // Where counties are missing, what the others come to is told apart from the city's value.
    let partial = move || {
        let (count, read) = state.monitored.with(|monitored| *monitored.as_ref()?.partial.get(of as usize)?)?;
        let value = hundredths(read.ratio.percent_shown());
        let of_reported = page.word(MonitorText::OfReported).replace("{}", &count.to_string());
        Some([&why(), page.word(MonitorText::Semicolon), &of_reported, &value, "%"].concat())
    };
    // What is missing stands where the two terms would be.
    let terms = el("span")
        .test_id(format!("indicator-fraction-{id}"))
        .class_if("reason", move || fraction().is_none())
        .dyn_text(move || fraction().or_else(partial).unwrap_or_else(why));
    let cell = |name: &'static str, text: El| el("td").el(text.test_id(format!("indicator-{name}-{id}"))).done();
    let figures = el("tr")
        .class_if("chosen", move || state.indicator.get() == of)
        .el(el("th").attr("scope", "row").class("name").el(name))
        .child(cell("value", el("span").dyn_attr("title", why).dyn_text(move || read(|judged, _| value(judged)))))
        .el(el("td").el(terms))
        .child(target(state, of, &place, draft))
        .child(cell(
            "status",
            el("span")
                .dyn_attr("class", lamp)
                .dyn_text(move || read(|judged, language| Some(status_name(judged.status?, language).to_owned()))),
        ))
        .child(cell(
            "distance",
            el("span").dyn_text(move || read(|judged, language| Some(points_text(judged.points?, language)))),
        ))
        .child(cell("short", el("span").dyn_text(short)));
    let errors = el("tr")
        .class("errors")
        .attr_if("hidden", move || !any_bad(&[draft]))
        .el(el("td").attr("colspan", "7").child(cell_error(page, place, draft)));
    fragment([figures.done(), errors.done()])
}

/// Where a target is set, or where it comes from.
fn target(state: MonitorState, of: Indicator, place: &Field, draft: RwSignal<Option<Draft>>) -> AnyView {
    let page = state.page;
    if matches!(of, Indicator::Enrolment | Indicator::InclusiveAdded) {
        return el("td").el(el("small").word(page, MonitorText::PerCounty)).done();
    }
    let none = move || page.word(MonitorText::NoTarget).to_owned();
    el("td").class("input").child(control(page, place.clone(), draft, none)).done()
}

fn value(judged: &Judged) -> Option<String> {
    judged.reading.as_ref().ok().map(|read| percent(read.ratio))
}

fn percent(ratio: Ratio) -> String {
    hundredths(ratio.percent_shown())
}

fn fraction(of: Indicator, judged: &Judged) -> Option<String> {
    let read = judged.reading.as_ref().ok()?;
    // Both terms are of one kind: funds, or whole units.
    let counted = of.numerator().unwrap_or(crate::model::Counted::Institutions);
    let shown = |count: u64| shown_count(counted, count);
    Some(format!("{} ÷ {}", shown(read.numerator), shown(read.denominator)))
}

const COLUMNS: &[(MonitorText, &str)] = &[
    (MonitorText::County, "county"),
    (MonitorText::CountyValue, "county-value"),
    (MonitorText::Fraction, "county-fraction"),
    (MonitorText::CountyTarget, "county-target"),
    (MonitorText::State, "county-status"),
    (MonitorText::Distance, "county-distance"),
    (MonitorText::Needed, "county-short"),
];

/// What the chosen indicator means, and how each county stands.
fn card(state: MonitorState) -> AnyView {
    let page = state.page;
    let of_staff = Memo::new(move |_| page.workspace.scenario.with(|scenario| scenario.monitoring().of_staff()));
    let meaning = move || {
        let language = page.language.get();
        let definition = definition(state.indicator.get(), of_staff.get(), language);
        let judged_by = match state.indicator.get() {
            Indicator::Enrolment => MonitorText::JudgedFromBase,
            _ => MonitorText::JudgedOf,
        };
        let term = |name: MonitorText, said: String| [el("dt").word(page, name).done(), el("dd").text(said).done()];
        let to_confirm =
            definition.to_confirm.then(|| el("span").class("to-confirm").word(page, MonitorText::ToConfirm).done());
        vec![
            el("h3").text(indicator_name(state.indicator.get(), language)).text(" ").children(to_confirm).done(),
            el("dl")
                .class("meaning")
                .children(term(MonitorText::Formula, definition.formula))
                .children(term(MonitorText::Source, definition.source.to_owned()))
                .children(term(MonitorText::State, page.word(judged_by).to_owned()))
                .done(),
        ]
    };
    let rows = Memo::new(move |_| Arc::new(rows(state)));
    let caption = move || {
        let name = indicator_name(state.indicator.get(), page.language.get());
        let day = state.day.get().map_or_else(String::new, crate::model::Date::iso);
        let [of, by] = [MonitorText::Of, MonitorText::ByCounty].map(|word| page.word(word));
        format!("{name} · {by} · {of} {day}")
    };
    let copied = move || {
        state.read(|scenario, outcome, day, language| {
            indicator_counties_table(scenario, outcome, day, state.indicator.get(), language)
        })
    };
    el("section")
        .class("card")
        .test_id("indicator-card")
        .child(list(meaning))
        .child(figures(page, "indicator-counties", caption, COLUMNS, rows, copied))
        .done()
}

fn rows(state: MonitorState) -> Vec<Row> {
    let page = state.page;
    let (language, of) = (page.language.get(), state.indicator.get());
    let Some(day) = state.day.get() else { return Vec::new() };
    let region = page.workspace.region.get();
    let row = |scenario: &crate::model::Scenario, id: String, name: &str, judged: &Judged, is_total: bool| {
        let why =
            judged.reading.as_ref().err().map_or_else(String::new, |unread| unread_text(unread, scenario, language));
        let no_target = page.word(MonitorText::NoTarget);
        let held = if why.is_empty() { no_target } else { &why };
        Row {
            id,
            is_total,
            cells: vec![
                Cell::new(name),
                Cell::known(value(judged), &why),
                fraction(of, judged).map_or_else(|| Cell { text: why.clone(), ..Cell::default() }, Cell::new),
                Cell::known(judged.target.map(percent), no_target),
                Cell::status(judged.status, held, language),
                Cell::known(judged.points.map(|points| points_text(points, language)), held),
                Cell::known(judged.short.map(|short| short_text(of, short, language)), held),
            ],
        }
    };
    page.workspace.scenario.with(|scenario| {
        let counties = page.workspace.outcome.with(|outcome| judged(scenario, outcome, day, of));
        let mut rows: Vec<Row> = region
            .counties()
            .iter()
            .zip(&counties)
            .map(|(county, judged)| row(scenario, county.id.to_string(), language.name(&county.name), judged, false))
            .collect();
        state.monitored.with(|monitored| {
            if let Some(judged) = monitored.as_ref().and_then(|monitored| monitored.indicators.get(of as usize)) {
                rows.push(row(scenario, "city".to_owned(), page.word(Word::City), judged, true));
            }
        });
        rows
    })
}
