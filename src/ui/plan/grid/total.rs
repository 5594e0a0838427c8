//! The city's row under the counties.

use leptos::prelude::*;

use crate::model::{CityRate, Figure, SupplyCity};
use crate::text::{GridColumn, Subject, Word, hundredths, thousands};
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::NONE;
use crate::ui::widgets::element::{El, el};
use crate::ui::widgets::explain::explained_alone;

/// The children-weighted city rates, all slots given, 100.00, and the sums of supply and demand.
pub fn total_row(page: Page, columns: &[GridColumn]) -> AnyView {
    el("tr").class("total").children(columns.iter().map(|&column| cell(page, column))).done()
}

fn cell(page: Page, column: GridColumn) -> AnyView {
    let city = move || page.planned(|_, outcome| outcome.city);
    let allocation = move || page.planned(|_, outcome| outcome.allocation);
    let rate = |rate: CityRate| rate.percent_shown().map_or_else(|| NONE.to_owned(), hundredths);
    let why = move || reason(city().target).or_else(|| reason(city().base)).map_or("", |why| page.word(why));
    let figure = match column {
        GridColumn::Name => {
            return el("th").attr("scope", "row").class("name").word(page, Word::City).done();
        }
        GridColumn::Lock => return el("td").done(),
        GridColumn::Input(Figure::Pin) => {
            return el("td").class("reason").child(el("small").dyn_text(why).done()).done();
        }
        GridColumn::Input(Figure::Children) => {
            el("td").dyn_text(move || city().children.map_or_else(|| NONE.to_owned(), thousands))
        }
        GridColumn::Input(Figure::Base) => {
            let base = el("span").test_id("city-base").dyn_text(move || rate(city().base));
            el("td").dyn_attr("title", why).el(base)
        }
        GridColumn::Uplift => {
            let rises = move || city().uplift.is_some_and(|uplift| uplift.get() > 0);
            let uplift = move || city().uplift.map_or_else(|| NONE.to_owned(), hundredths);
            el("td").el(el("span").class_if("plus", rises).dyn_text(uplift))
        }
        GridColumn::Target => {
            let target = el("span").test_id("city-target").dyn_text(move || rate(city().target));
            el("td").class("target").dyn_attr("title", why).el(target)
        }
        GridColumn::Input(Figure::Slots) => el("td")
            .class("sum")
            .class_if("unbalanced", move || allocation().remaining != 0)
            .dyn_text(move || thousands(allocation().allocated)),
        GridColumn::Share => el("td").dyn_text(move || if allocation().allocated > 0 { "100.00" } else { NONE }),
        GridColumn::Input(Figure::Capacity | Figure::Inclusive | Figure::Enrolled)
        | GridColumn::EnrolledThen
        | GridColumn::NewEnrolments
        | GridColumn::SlotsAfter
        | GridColumn::Utilisation
        | GridColumn::Shortage
        | GridColumn::InclusiveShare
        | GridColumn::PerThousand => supply_sum(page, column),
        GridColumn::Input(figure) => {
            let total = move || page.planned(|_, outcome| figure.total(outcome.rows.iter().map(|row| &row.inputs)));
            el("td").class("sum").dyn_text(move || total().map_or_else(|| NONE.to_owned(), thousands))
        }
    };
    explained_alone(page, figure, Subject::City(column)).done()
}

fn supply_sum(page: Page, column: GridColumn) -> El {
    let total: Memo<Option<SupplyCity>> = Memo::new(move |_| page.planned_supply(|supply| supply.city));
    let shown = move || {
        let total = total.get()?;
        page.deferred.get().map(|module| (module.supply_sum)(&total, column, page.language.get()))
    };
    let figure = el("span")
        .dyn_attr("class", move || shown().map_or("", |shown| shown.status))
        .dyn_attr("title", move || shown().map_or_else(String::new, |shown| shown.why))
        .dyn_text(move || shown().map_or_else(|| NONE.to_owned(), |shown| shown.text));
    let cell = el("td");
    let cell = if column.figure().is_some() { cell.class("sum") } else { cell };
    cell.el(figure)
}

const fn reason(rate: CityRate) -> Option<Word> {
    match rate {
        CityRate::Known(_) => None,
        CityRate::ChildrenMissing => Some(Word::ChildrenNeeded),
        CityRate::RatesMissing => Some(Word::RatesNeeded),
        CityRate::NoChildren => Some(Word::NoChildren),
    }
}
