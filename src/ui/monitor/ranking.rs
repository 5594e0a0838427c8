//! 排名: the order of counties by an indicator or by a weighted score, and how it moved since the last report.

use std::sync::Arc;

use leptos::prelude::*;

use super::MonitorState;
use super::fields::{Place, field};
use super::table::{Cell, Row, choice, figures};
use crate::files::ranking_table;
use crate::model::{Date, Indicator, RankBy, by_place, standings};
use crate::text::{MonitorText, change_text, hundredths, indicator_name};
use crate::ui::state::drafts::Draft;
use crate::ui::widgets::cell::{any_bad, cell_error};
use crate::ui::widgets::element::{el, fragment};
use crate::ui::widgets::labelled::control;

const COLUMNS: &[(MonitorText, &str)] = &[
    (MonitorText::Place, "place"),
    (MonitorText::County, "county"),
    (MonitorText::RankValue, "rank-value"),
    (MonitorText::Change, "change"),
];

/// Every indicator that counties can be ranked by.
fn of_counties() -> impl Iterator<Item = Indicator> {
    Indicator::ALL.into_iter().filter(|of| *of != Indicator::CompetedByCities)
}

/// By what, the table, and the weights of the score.
pub fn ranking(state: MonitorState) -> AnyView {
    let page = state.page;
    let rows = Memo::new(move |_| Arc::new(rows(state)));
    let caption = move || {
        let day = state.day.get().map_or_else(String::new, Date::iso);
        format!("{} {day} · {}", page.word(MonitorText::Of), by_name(state))
    };
    let copied = move || {
        state.read(|scenario, outcome, day, language| ranking_table(scenario, outcome, day, state.by.get(), language))
    };
    fragment([
        el("section")
            .class("card")
            .child(by(state))
            .child(figures(page, "ranking", caption, COLUMNS, rows, copied))
            .done(),
        weights(state),
    ])
}

fn by_name(state: MonitorState) -> String {
    match state.by.get() {
        RankBy::Indicator(of) => indicator_name(of, state.page.language.get()),
        RankBy::Score => state.page.word(MonitorText::Score),
    }
    .to_owned()
}

/// The choice of what counties are ranked by.
pub fn by(state: MonitorState) -> AnyView {
    let page = state.page;
    let names = move || {
        let language = page.language.get();
        let indicator = |of: Indicator| (of.id().to_owned(), indicator_name(of, language).to_owned());
        let score = ("score".to_owned(), page.word(MonitorText::Score).to_owned());
        std::iter::once(score).chain(of_counties().map(indicator)).collect()
    };
    let chosen = move || match state.by.get() {
        RankBy::Score => "score".to_owned(),
        RankBy::Indicator(of) => of.id().to_owned(),
    };
    let choose = move |id: String| {
        let indicator = of_counties().find(|of| of.id() == id);
        state.by.set(indicator.map_or(RankBy::Score, RankBy::Indicator));
    };
    choice(page, "rank-by", MonitorText::RankBy, names, chosen, choose)
}

fn rows(state: MonitorState) -> Vec<Row> {
    let page = state.page;
    let language = page.language.get();
    let Some(day) = state.day.get() else { return Vec::new() };
    let region = page.workspace.region.get();
    let standings = page
        .workspace
        .scenario
        .with(|scenario| page.workspace.outcome.with(|outcome| standings(scenario, outcome, day, state.by.get())));
    let (by, weight_sum) =
        (state.by.get(), page.workspace.scenario.with(|scenario| scenario.monitoring().weight_sum()));
    let why = page.word(match by {
        RankBy::Score if weight_sum != 100 => MonitorText::WeightsWrong,
        _ => MonitorText::Lacking,
    });
    let row = |at: usize| {
        let (county, standing) = (region.counties().get(at)?, standings.get(at)?);
        let place = standing.ranked.map(|ranked| ranked.place.to_string());
        let change = standing.ranked.map(|ranked| change_text(ranked.change, language));
        Some(Row {
            id: county.id.to_string(),
            cells: vec![
                Cell::known(place, why),
                Cell::new(language.name(&county.name)),
                Cell::known(standing.value.map(|value| hundredths(value.percent_shown())), why),
                Cell::known(change, why),
            ],
            is_total: false,
        })
    };
    by_place(&standings).filter_map(row).collect()
}

fn weights(state: MonitorState) -> AnyView {
    let page = state.page;
    let sum = Memo::new(move |_| page.workspace.scenario.with(|scenario| scenario.monitoring().weight_sum()));
    let one = |of: Indicator| {
        let draft = RwSignal::new(None::<Draft>);
        let place = field(page, Place::RankWeight(of));
        el("div")
            .class("labelled weight")
            .child(el("span").class("caption").dyn_text(move || indicator_name(of, page.language.get())).done())
            .child(control(page, place.clone(), draft, || "0".to_owned()))
            .child(
                el("span").attr_if("hidden", move || !any_bad(&[draft])).child(cell_error(page, place, draft)).done(),
            )
            .done()
    };
    let is_off = move || sum.get() != 100;
    let said = move || {
        if is_off() { format!("{} {}", page.word(MonitorText::WeightsOff), sum.get()) } else { String::new() }
    };
    el("section")
        .class("card rank-weights")
        .child(el("h3").word(page, MonitorText::Weights).done())
        .child(el("p").class("hint").word(page, MonitorText::ScoreHint).done())
        .child(el("div").class("parts").children(of_counties().map(one)).done())
        .child(
            el("p")
                .class("error")
                .attr("role", "status")
                .test_id("rank-weights-off")
                .attr_if("hidden", move || !is_off())
                .dyn_text(said)
                .done(),
        )
        .done()
}
