//! The plan as a sheet: which cells its keys reach, what is copied from it and pasted into it.

use leptos::prelude::*;

use crate::files::Anchor;
use crate::model::Figure;
use crate::text::{GridColumn, Subject, Word};
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;
use crate::ui::state::route::Route;
use crate::ui::widgets::copied::copy_as_table;
use crate::ui::widgets::deferred::with_deferred;
use crate::ui::widgets::explain;
use crate::ui::widgets::sheet::Sheet;

/// The grid of the plan.
pub const PLAN: Sheet = Sheet {
    is_shown: |page| page.route.get_untracked() == Route::Plan,
    table: "grid",
    columns: |page| page.columns_now().len(),
    input: |page, county, column| {
        Some(match figure_at(page, column) {
            Some(figure) => Field::County(figure, county.clone()).test_id(),
            None => format!("lock-{county}"),
        })
    },
    explain: |page, county, column| {
        if let Some(column) = column_at(page, column) {
            explain::open(page, Subject::Cell(county, column), true);
        }
    },
    restore: |page, county, column, whole_row| match figure_at(page, column) {
        _ if whole_row => Some(format!("restore-{county}")),
        Some(figure) => Some(format!("restore-{}", Field::County(figure, county.clone()).test_id())),
        None => None,
    },
    field: |page, county, column| Some(Field::County(figure_at(page, column)?, county.clone())),
    copy: |page, selected| {
        let (first, last) = selected.columns();
        let columns: Vec<GridColumn> = (first..=last).filter_map(|index| column_at(page, index)).collect();
        if let Some(module) = page.deferred.get_untracked() {
            return Some((module.selected)(page, selected.rows(), &columns));
        }
        // A moment after the page it is copied as soon as what writes tables is there.
        with_deferred(page, move |module| {
            let table = (module.selected)(page, selected.rows(), &columns);
            copy_as_table(page, &table, Word::TableCopied, Word::CopyFailed);
        });
        None
    },
    paste: |page, text, at, shown| {
        let (view, hidden) = (page.view.get_untracked(), page.hidden.get_untracked());
        let anchor = at
            .and_then(|spot| column_at(page, spot.column).map(|column| Anchor { row: spot.row, column, view, hidden }));
        with_deferred(page, move |module| (module.paste_block)(page, &text, anchor, shown));
    },
};

fn column_at(page: Page, index: usize) -> Option<GridColumn> {
    page.columns_now().get(index).copied()
}

/// What is typed into this column of the grid.
fn figure_at(page: Page, column: usize) -> Option<Figure> {
    column_at(page, column)?.figure()
}
