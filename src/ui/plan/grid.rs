//! The county grid: inputs, what follows from them, and the city's total.

mod row;
mod sheet;
mod total;

use leptos::prelude::*;

use crate::text::{GridColumn, GridView, Word, basis, column_head, column_name, column_unit};
use crate::ui::state::page::Page;
use crate::ui::state::selection::Selection;
use crate::ui::widgets::element::{dynamic, el, list};
use crate::ui::widgets::pager::{Pages, pager};
use crate::ui::widgets::sheet::GridEvents;
use row::grid_row;
use sheet::PLAN;
use total::total_row;

/// The grid with its pager, where the region is large enough to need one.
pub fn grid(page: Page, selection: Selection) -> AnyView {
    let pages = Pages::new(page);
    let events = GridEvents { page, selection, pages, sheet: PLAN };
    events.listen();
    // Cells are selected by their places.
    Effect::new(move |_| {
        page.hidden.track();
        selection.clear();
    });
    let rows = move || {
        let columns = page.columns();
        pages.rows().into_iter().map(|county| grid_row(page, selection, &columns, county)).collect()
    };
    let table = el("table")
        .class("grid")
        .class_if("supply", move || page.view.get() == GridView::Supply)
        .attr("id", "grid")
        .on_key(move |event| events.key(event))
        .on_mouse("mousedown", move |event| events.press(event))
        .on_mouse("mousemove", move |event| events.drag(event))
        // The text of a cell is selected when it is entered; dragging from it selects cells and carries no text away.
        .on("dragstart", |event| event.prevent_default())
        .on_target("focusin", move |target| events.enter(target))
        .child(el("caption").class("visually-hidden").word(page, Word::GridName).done())
        .child(el("thead").child(dynamic(move || head(page, &page.columns()))).done())
        .child(el("tbody").child(list(rows)).done())
        .child(el("tfoot").child(dynamic(move || total_row(page, &page.columns()))).done());
    el("div")
        .class("grid-frame")
        .class_if("selecting", move || selection.any())
        .el(table)
        .child(pager(page, pages, ""))
        .done()
}

fn head(page: Page, columns: &[GridColumn]) -> AnyView {
    let column = |column: GridColumn| {
        let head = el("th").attr("scope", "col");
        match column {
            GridColumn::Name => return head.class("name").word(page, Word::County).done(),
            GridColumn::Lock => return head.class("lock").word(page, Word::Lock).done(),
            _ => {}
        }
        let title = Memo::new(move |_| column_title(page, column));
        head.dyn_attr("title", move || title.get())
            .child(el("span").dyn_text(move || column_head(column, page.language.get(), year(page))).done())
            .text(" ")
            .child(el("small").dyn_text(move || column_unit(column, page.language.get())).done())
            .done()
    };
    el("tr").children(columns.iter().map(|&of| column(of))).done()
}

fn year(page: Page) -> u16 {
    page.workspace.region.with(|region| region.year())
}

/// The full name of a column, and how it was counted.
fn column_title(page: Page, column: GridColumn) -> String {
    let language = page.language.get();
    let name = column_name(column, year(page), language);
    let counted =
        column.figure().and_then(|figure| page.planned(|scenario, _| basis(scenario.basis(figure), language)));
    match counted {
        Some(counted) => [&name, "\n", &counted].concat(),
        None => name,
    }
}
