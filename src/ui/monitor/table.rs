//! Tables of figures that follow the reports: their cells stay and take on other words.

use std::sync::Arc;

use leptos::prelude::*;

use crate::files::Table;
use crate::model::Status;
use crate::text::{Language, MonitorText, status_name};
use crate::ui::state::distinct::distinct;
use crate::ui::state::page::Page;
use crate::ui::widgets::copied::copy_as_table;
use crate::ui::widgets::element::{El, button, el, list, word_button};
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::pager::turn_button;
use crate::ui::widgets::select::{option, select};
use crate::ui::widgets::table_frame::scroll_frame;

/// So many rows on one page of a table.
const ROWS: usize = 20;

/// What a cell shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// The figure or word; — where it is not known.
    pub text: String,
    /// Why it is not known, or what it says.
    pub why: String,
    /// The lamp that stands before it.
    pub lamp: Option<Status>,
}

impl Cell {
    /// A figure.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// A figure, or — where it is not known, and why.
    pub fn known(text: Option<String>, why: &str) -> Self {
        text.map_or_else(|| Self { text: "—".to_owned(), why: why.to_owned(), lamp: None }, Self::new)
    }

    /// How something stands; — where that is not known, and why.
    pub fn status(status: Option<Status>, why: &str, language: Language) -> Self {
        let text = status.map(|status| status_name(status, language).to_owned());
        Self { lamp: status, ..Self::known(text, why) }
    }
}

/// A row: its name for scripts and its cells, the first of which names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name for scripts.
    pub id: String,
    /// From left to right.
    pub cells: Vec<Cell>,
    /// Whether it is the city's, and not one of the counties'.
    pub is_total: bool,
}

/// The rows of a table, as long as nothing in them changes.
pub type Rows = Memo<Arc<Vec<Row>>>;

/// A table of figures. `columns` are the names of its columns and the first parts of its cells' names for scripts.
pub fn figures(
    page: Page,
    test_id: &'static str,
    caption: impl FnMut() -> String + Clone + Send + 'static,
    columns: &'static [(MonitorText, &'static str)],
    rows: Rows,
    copied: impl Fn() -> Option<Table> + 'static,
) -> AnyView {
    let at = RwSignal::new(0_usize);
    let counties = Memo::new(move |_| rows.with(|rows| rows.iter().filter(|row| !row.is_total).count()));
    let totals = Memo::new(move |_| rows.with(|rows| rows.len()).saturating_sub(counties.get()));
    let pages = Memo::new(move |_| counties.get().div_ceil(ROWS).max(1));
    let here = move || at.get().min(pages.get() - 1);
    let shown = Memo::new(move |_| {
        let (skip, most) = if page.printing.get() { (0, usize::MAX) } else { (here() * ROWS, ROWS) };
        (skip, counties.get().saturating_sub(skip).min(most))
    });
    let count = Memo::new(move |_| shown.get().1);
    // Counties first, the city below them: a row's place among all of them.
    let county_row = move |index: usize| row(columns, rows, move || shown.get().0 + index);
    let total_row = move |index: usize| row(columns, rows, move || counties.get() + index);
    let head =
        columns.iter().map(|(name, id)| el("th").attr("scope", "col").class(class_of(id)).word(page, *name).done());
    let table = el("table")
        .class("tool-table monitor-table")
        .test_id(test_id)
        .child(el("caption").dyn_text(caption.clone()).done())
        .child(el("thead").el(el("tr").children(head)).done())
        .child(el("tbody").child(list(move || (0..count.get()).map(county_row).collect())).done())
        .child(el("tfoot").child(list(move || (0..totals.get()).map(total_row).collect())).done());
    let turn = move |by: isize| at.set(untrack(here).saturating_add_signed(by).min(pages.get_untracked() - 1));
    let step = |id: &'static str, by: isize| {
        let ends = move || if by < 0 { here() == 0 } else { here() + 1 >= pages.get() };
        turn_button(page, format!("{test_id}-{id}"), by).attr_if("disabled", ends).click(move || turn(by))
    };
    let tools = el("div").class("table-tools").el(copy_button(page, test_id, copied)).el(el("div")
        .class("pager")
        .attr_if("hidden", move || pages.get() == 1)
        .el(step("before", -1))
        .child(el("span").dyn_text(move || format!("{} / {}", here() + 1, pages.get())).done())
        .el(step("after", 1)));
    el("div")
        .class("table-part")
        .el(scroll_frame("tool-frame").dyn_attr("aria-label", caption).el(table))
        .el(tools)
        .done()
}

/// The row that stands at a place among all of them.
fn row(
    columns: &'static [(MonitorText, &'static str)],
    rows: Rows,
    at: impl Fn() -> usize + Copy + Send + Sync + 'static,
) -> AnyView {
    let row = distinct(move || rows.with(|rows| rows.get(at()).cloned()));
    let cell = |(index, (_, id)): (usize, &(MonitorText, &'static str))| {
        let (index, id) = (index, *id);
        let read = move |of: fn(&Cell) -> String| {
            row.with(|row| row.as_ref().and_then(|row| row.cells.get(index)).map(of).unwrap_or_default())
        };
        let name = move || row.with(|row| row.as_ref().map_or_else(String::new, |row| format!("{id}-{}", row.id)));
        let lamp =
            move || read(|cell| cell.lamp.map_or_else(String::new, |status| ["lamp ", lamp_class(status)].concat()));
        let inside = el("span")
            .dyn_attr("class", lamp)
            .dyn_attr("data-testid", name)
            .dyn_text(move || read(|cell| cell.text.clone()));
        let outside = if id == NAME { el("th").attr("scope", "row") } else { el("td") };
        outside.class(class_of(id)).dyn_attr("title", move || read(|cell| cell.why.clone())).el(inside).done()
    };
    let is_total = move || row.with(|row| row.as_ref().is_some_and(|row| row.is_total));
    el("tr").class_if("total", is_total).children(columns.iter().enumerate().map(cell)).done()
}

/// The column that names its row.
const NAME: &str = "county";

fn class_of(column: &str) -> &'static str {
    if column == NAME { "name" } else { "" }
}

/// The class of a lamp: its colour and its shape.
pub const fn lamp_class(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::OnSchedule => "on-schedule",
        Status::SlightlyBehind => "slightly-behind",
        Status::Behind => "behind",
        Status::FarBehind => "far-behind",
    }
}

/// Takes a table away.
pub fn copy_button(page: Page, of: &'static str, copied: impl Fn() -> Option<Table> + 'static) -> El {
    let copy = move || {
        if let Some(table) = untrack(&copied) {
            copy_as_table(page, &table, MonitorText::Copied, MonitorText::NotCopied);
        }
    };
    button().class("soft").test_id(format!("copy-{of}")).word(page, MonitorText::CopyTable).click(copy)
}

/// A quiet button.
pub fn soft_button(page: Page, test_id: &'static str, name: MonitorText) -> El {
    word_button(page, test_id, name).class("soft")
}

/// A choice with its caption.
pub fn choice(
    page: Page,
    id: &'static str,
    caption: MonitorText,
    options: impl FnMut() -> Vec<(String, String)> + Send + 'static,
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl FnMut(String) + 'static,
) -> AnyView {
    let mut options = options;
    let options = move || {
        let option = |(value, name): (String, String)| {
            let of = value.clone();
            option(value, move || chosen() == of).text(name).done()
        };
        options().into_iter().map(option).collect()
    };
    captioned(page, id, caption, select(id, [list(options)], chosen, choose))
}
