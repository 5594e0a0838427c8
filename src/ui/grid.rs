//! The county grid: inputs, what follows from them, and the city's total.

mod events;
mod pager;
mod row;
mod total;

use leptos::prelude::*;

use crate::text::{Message, Word};

use super::page::Page;
use super::parts::{Text, flag, list, text, word};
use super::selection::Selection;
use events::GridEvents;
use pager::{Pager, Pages};
use row::GridRow;
pub use row::NONE;
use total::TotalRow;

/// The grid with its pager, where the region is large enough to need one.
#[component]
pub fn Grid(page: Page, selection: Selection) -> impl IntoView {
    let workspace = page.workspace;
    let pages = Pages::new(workspace);
    let events = GridEvents { page, selection, pages };
    events.listen();
    let year = move || workspace.region.with(|region| region.year());
    let head = move |first: Text, unit: Text| {
        view! { <th scope="col"><span>{first}</span> " " <small>{unit}</small></th> }.into_any()
    };
    let named = move |name: Word, unit: Text| head(word(page, name), unit);
    let percent = || text(|| "%");
    let base = text(move || page.say(Message::BaseOf(year().saturating_sub(1))));
    let target = text(move || page.say(Message::TargetOf(year())));
    let rows =
        move || pages.rows().into_iter().map(|county| view! { <GridRow page selection county /> }.into_any()).collect();
    view! {
        <div class="grid-frame" class:selecting=flag(move || selection.any())>
            <table
                class="grid"
                id="grid"
                on:keydown=move |event| events.key(&event)
                on:mousedown=move |event| events.press(&event)
                on:mousemove=move |event| events.drag(&event)
                on:focusin=move |event| events.enter(&event)
            >
                <caption class="visually-hidden">{word(page, Word::GridName)}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="name">{word(page, Word::County)}</th>
                        {named(Word::Children, word(page, Word::People))}
                        {head(base, percent())}
                        {named(Word::Uplift, word(page, Word::PointsUnit))}
                        {head(target, percent())}
                        {named(Word::Pin, percent())}
                        {named(Word::Slots, word(page, Word::SlotsUnit))}
                        {named(Word::Share, percent())}
                        <th scope="col" class="lock">{word(page, Word::Lock)}</th>
                    </tr>
                </thead>
                <tbody>{list(rows)}</tbody>
                <tfoot>
                    <TotalRow page />
                </tfoot>
            </table>
            <Pager page pages />
        </div>
    }
}
