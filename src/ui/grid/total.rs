//! The city's row under the counties.

use leptos::prelude::*;

use crate::model::CityRate;
use crate::text::{Word, hundredths, thousands};

use super::super::page::Page;
use super::super::parts::{flag, text, word};
use super::row::NONE;

/// The children-weighted city rates, all slots given, and 100.00.
#[component]
pub fn TotalRow(page: Page) -> impl IntoView {
    let outcome = page.workspace.outcome;
    let city = move || outcome.with(|outcome| outcome.city);
    let allocation = move || outcome.with(|outcome| outcome.allocation);
    let shown = |rate: CityRate| rate.percent_shown().map_or_else(|| NONE.to_owned(), hundredths);
    let why = move || reason(city().target).or_else(|| reason(city().base)).map_or("", |why| page.word(why));
    let children = move || city().children.map_or_else(|| NONE.to_owned(), thousands);
    let uplift = move || city().uplift.map_or_else(|| NONE.to_owned(), hundredths);
    let rises = flag(move || city().uplift.is_some_and(|uplift| uplift.get() > 0));
    view! {
        <tr class="total">
            <th scope="row" class="name">{word(page, Word::City)}</th>
            <td>{text(children)}</td>
            <td title=text(why)><span data-testid="city-base">{text(move || shown(city().base))}</span></td>
            <td><span class:plus=rises>{text(uplift)}</span></td>
            <td class="target" title=text(why)>
                <span data-testid="city-target">{text(move || shown(city().target))}</span>
            </td>
            <td class="reason"><small>{text(why)}</small></td>
            <td class="sum" class:unbalanced=flag(move || allocation().remaining != 0)>
                {text(move || thousands(allocation().allocated))}
            </td>
            <td>{text(move || if allocation().allocated > 0 { "100.00" } else { NONE })}</td>
            <td></td>
        </tr>
    }
}

const fn reason(rate: CityRate) -> Option<Word> {
    match rate {
        CityRate::Known(_) => None,
        CityRate::ChildrenMissing => Some(Word::ChildrenNeeded),
        CityRate::RatesMissing => Some(Word::RatesNeeded),
        CityRate::NoChildren => Some(Word::NoChildren),
    }
}
