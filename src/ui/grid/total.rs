//! The city's row under the counties.

use leptos::prelude::*;

use crate::model::CityRate;
use crate::text::{Word, hundredths, thousands};

use super::super::el::el;
use super::super::page::Page;
use super::row::NONE;

/// The children-weighted city rates, all slots given, and 100.00.
pub fn total_row(page: Page) -> AnyView {
    let outcome = page.workspace.outcome;
    let city = move || outcome.with(|outcome| outcome.city);
    let allocation = move || outcome.with(|outcome| outcome.allocation);
    let rate = |rate: CityRate| rate.percent_shown().map_or_else(|| NONE.to_owned(), hundredths);
    let why = move || reason(city().target).or_else(|| reason(city().base)).map_or("", |why| page.word(why));
    let children = move || city().children.map_or_else(|| NONE.to_owned(), thousands);
    let uplift = move || city().uplift.map_or_else(|| NONE.to_owned(), hundredths);
    let rises = move || city().uplift.is_some_and(|uplift| uplift.get() > 0);
    let base = el("span").test_id("city-base").follow_text(move || rate(city().base));
    let target = el("span").test_id("city-target").follow_text(move || rate(city().target));
    el("tr")
        .class("total")
        .child(el("th").set("scope", "row").class("name").word(page, Word::City).done())
        .child(el("td").follow_text(children).done())
        .child(el("td").follow("title", why).el(base).done())
        .child(el("td").child(el("span").class_if("plus", rises).follow_text(uplift).done()).done())
        .child(el("td").class("target").follow("title", why).el(target).done())
        .child(el("td").class("reason").child(el("small").follow_text(why).done()).done())
        .child(
            el("td")
                .class("sum")
                .class_if("unbalanced", move || allocation().remaining != 0)
                .follow_text(move || thousands(allocation().allocated))
                .done(),
        )
        .child(el("td").follow_text(move || if allocation().allocated > 0 { "100.00" } else { NONE }).done())
        .child(el("td").done())
        .done()
}

const fn reason(rate: CityRate) -> Option<Word> {
    match rate {
        CityRate::Known(_) => None,
        CityRate::ChildrenMissing => Some(Word::ChildrenNeeded),
        CityRate::RatesMissing => Some(Word::RatesNeeded),
        CityRate::NoChildren => Some(Word::NoChildren),
    }
}
