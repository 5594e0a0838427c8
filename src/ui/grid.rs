//! The county grid: inputs, what follows from them, and the city's total.

mod events;
mod pager;
mod row;
mod total;

use leptos::prelude::*;

use crate::text::{Message, Word};

use super::el::{Text, el, list, text};
use super::page::Page;
use super::selection::Selection;
use events::GridEvents;
use pager::{Pages, pager};
pub use row::NONE;
use row::grid_row;
use total::total_row;

/// The grid with its pager, where the region is large enough to need one.
pub fn grid(page: Page, selection: Selection) -> AnyView {
    let pages = Pages::new(page);
    let events = GridEvents { page, selection, pages };
    events.listen();
    let rows = move || pages.rows().into_iter().map(|county| grid_row(page, selection, county)).collect();
    let table = el("table")
        .class("grid")
        .set("id", "grid")
        .on_key(move |event| events.key(event))
        .on_mouse("mousedown", move |event| events.press(event))
        .on_mouse("mousemove", move |event| events.drag(event))
        // The text of a cell is selected when it is entered; dragging from it selects cells and carries no text away.
        .on("dragstart", |event| event.prevent_default())
        .on_target("focusin", move |target| events.enter(target))
        .child(el("caption").class("visually-hidden").word(page, Word::GridName).done())
        .child(head(page))
        .child(el("tbody").child(list(rows)).done())
        .child(el("tfoot").child(total_row(page)).done());
    el("div")
        .class("grid-frame")
        .class_if("selecting", move || selection.any())
        .el(table)
        .child(pager(page, pages))
        .done()
}

fn head(page: Page) -> AnyView {
    let year = move || page.workspace.region.with(|region| region.year());
    let column = |name: Text, unit: Text| {
        el("th")
            .set("scope", "col")
            .child(el("span").follow_text(name).done())
            .text(" ")
            .child(el("small").follow_text(unit).done())
            .done()
    };
    let word = move |word: Word| text(move || page.word(word));
    let percent = || text(|| "%");
    let row = el("tr")
        .child(el("th").set("scope", "col").class("name").word(page, Word::County).done())
        .child(column(word(Word::Children), word(Word::People)))
        .child(column(text(move || page.say(Message::BaseOf(year().saturating_sub(1)))), percent()))
        .child(column(word(Word::Uplift), word(Word::PointsUnit)))
        .child(column(text(move || page.say(Message::TargetOf(year()))), percent()))
        .child(column(word(Word::Pin), percent()))
        .child(column(word(Word::Slots), word(Word::SlotsUnit)))
        .child(column(word(Word::Share), percent()))
        .child(el("th").set("scope", "col").class("lock").word(page, Word::Lock).done());
    el("thead").el(row).done()
}
