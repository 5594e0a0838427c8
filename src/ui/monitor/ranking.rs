//! 排名: the order of counties by an indicator or by a weighted score, and how it moved since the last report.

use std::sync::Arc;

use leptos::prelude::*;

use super::Watch;
use super::fields::{Place, field};
use super::table::{Cell, Row, choice, figures};
use crate::files::ranking_table;
use crate::model::{Date, Indicator, RankBy, by_place, standings};
use crate::storage::indicator_id;
use crate::text::{MonitorText, change_text, hundredths, indicator_name};
use crate::ui::plan::controls::control;
use crate::ui::state::drafts::Draft;
use crate::ui::widgets::cell::{any_bad, cell_error};
use crate::ui::widgets::element::{el, several};

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
pub fn ranking(watch: Watch) -> AnyView {
    let page = watch.page;
    let rows = Memo::new(move |_| Arc::new(rows(watch)));
    let caption = move || {
        let day = watch.day.get().map_or_else(String::new, Date::iso);
        format!("{} {day} · {}", page.word(MonitorText::Of), by_name(watch))
    };
    let copied = move || {
        watch.read(|scenario, outcome, day, language| ranking_table(scenario, outcome, day, watch.by.get(), language))
    };
    several([
        el("section")
            .class("card")
            .child(by(watch))
            .child(figures(page, "ranking", caption, COLUMNS, rows, copied))
            .done(),
        weights(watch),
    ])
}

fn by_name(watch: Watch) -> String {
    match watch.by.get() {
        RankBy::Indicator(of) => indicator_name(of, watch.page.language.get()),
        RankBy::Score => watch.page.word(MonitorText::Score),
    }
    .to_owned()
}

/// The choice of what counties are ranked by.
pub fn by(watch: Watch) -> AnyView {
    let page = watch.page;
    let names = move || {
        let language = page.language.get();
        let indicator = |of| (indicator_id(of).to_owned(), indicator_name(of, language).to_owned());
        let score = ("score".to_owned(), page.word(MonitorText::Score).to_owned());
        std::iter::once(score).chain(of_counties().map(indicator)).collect()
    };
    let chosen = move || match watch.by.get() {
        RankBy::Score => "score".to_owned(),
        RankBy::Indicator(of) => indicator_id(of).to_owned(),
    };
    let choose = move |id: String| {
        let indicator = of_counties().find(|of| indicator_id(*of) == id);
        watch.by.set(indicator.map_or(RankBy::Score, RankBy::Indicator));
    };
    choice(page, "rank-by", MonitorText::RankBy, names, chosen, choose)
}

fn rows(watch: Watch) -> Vec<Row> {
    let page = watch.page;
    let language = page.language.get();
    let Some(day) = watch.day.get() else { return Vec::new() };
    let region = page.workspace.region.get();
    let standings = page
        .workspace
        .scenario
        .with(|scenario| page.workspace.outcome.with(|outcome| standings(scenario, outcome, day, watch.by.get())));
    let (by, weight_sum) =
        (watch.by.get(), page.workspace.scenario.with(|scenario| scenario.monitoring().weight_sum()));
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

fn weights(watch: Watch) -> AnyView {
    let page = watch.page;
    let sum = Memo::new(move |_| page.workspace.scenario.with(|scenario| scenario.monitoring().weight_sum()));
    let one = |of: Indicator| {
        let draft = RwSignal::new(None::<Draft>);
        let place = field(page, Place::RankWeight(of));
        el("div")
            .class("labelled weight")
            .child(el("span").class("caption").follow_text(move || indicator_name(of, page.language.get())).done())
            .child(control(page, place.clone(), draft, || "0".to_owned()))
            .child(el("span").set_if("hidden", move || !any_bad(&[draft])).child(cell_error(page, place, draft)).done())
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
                .set("role", "status")
                .test_id("rank-weights-off")
                .set_if("hidden", move || !is_off())
                .follow_text(said)
                .done(),
        )
        .done()
}
