//! The report as a sheet: which cells its keys reach, what is copied from it and pasted into it.

use leptos::prelude::*;

use super::fields::{Place, field};
use super::{MonitorState, Tab};
use crate::files::{PasteSheet, report_selection};
use crate::model::{Counted, Date};
use crate::text::{MonitorText, counted_group};
use crate::ui::state::page::Page;
use crate::ui::state::route::Route;
use crate::ui::widgets::import;
use crate::ui::widgets::sheet::{GridEvents, Sheet};

/// The table of a report; the county's name is its first column.
const REPORT: Sheet = Sheet {
    is_shown: |page| {
        page.route.get_untracked() == Route::Monitor
            && page.provided::<MonitorState>().is_some_and(|state| state.tab.get_untracked() == Tab::Reports)
    },
    table: "report-grid",
    columns: |page| columns(page).len() + 1,
    input: |page, county, column| {
        let (day, of) = at(page, column)?;
        Some(field(page, Place::Count(day, county.clone(), of)).test_id())
    },
    explain: |_, _, _| {},
    restore: |_, _, _, _| None,
    field: |page, county, column| {
        let (day, of) = at(page, column)?;
        Some(field(page, Place::Count(day, county.clone(), of)))
    },
    copy: |page, selected| {
        let (first, last) = selected.columns();
        let shown: Vec<Counted> = (first..=last).filter_map(|column| Some(at(page, column)?.1)).collect();
        let day = day(page)?;
        page.workspace.scenario.with_untracked(|scenario| report_selection(scenario, day, selected.rows(), &shown))
    },
    paste: |page, text, spot, shown| {
        let Some(day) = day(page) else {
            return page.notices.show(page.word_now(MonitorText::NoReport).to_owned());
        };
        let at = spot.and_then(|spot| Some((spot.row, at(page, spot.column.max(1))?.1)));
        import::take(page, &text, PasteSheet::Report { day, columns: columns(page), at }, shown);
    },
};

impl MonitorState {
    /// The report's answers to keys and to the mouse.
    pub fn events(self) -> GridEvents {
        GridEvents { page: self.page, selection: self.selection, pages: self.pages, sheet: REPORT }
    }

    /// The figures on show.
    pub fn columns(self) -> &'static [Counted] {
        counted_group(self.group.get()).map_or(&[], |(_, columns)| columns)
    }
}

fn columns(page: Page) -> &'static [Counted] {
    let group = page.provided::<MonitorState>().map_or(0, |state| state.group.get_untracked());
    counted_group(group).map_or(&[], |(_, columns)| columns)
}

fn day(page: Page) -> Option<Date> {
    page.provided::<MonitorState>()?.day.get_untracked()
}

fn at(page: Page, column: usize) -> Option<(Date, Counted)> {
    Some((day(page)?, *columns(page).get(column.checked_sub(1)?)?))
}
