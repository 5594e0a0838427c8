//! What is not needed for planning the first figure: it comes right after the page is there, as a second wasm file.
//!
//! The build divides the program at the function `later`: what only it reaches is in that second file, which shares
//! memory and functions with the first (see `xtask/src/split.rs`). The answer is a table of functions, so that all
//! else is called as if it had been there from the start. It is fetched as soon as the page is ready, and so is also
//! there when the network goes away.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::{disk, notice_place, offline};
use crate::browser::run;
use crate::charts::{ChartKind, ChartSource};
use crate::files::is_block;
use crate::model::{rule_chosen, supply};
use crate::session::Session;
use crate::text::Word;
use crate::ui::about::{guide, help};
use crate::ui::plan::{assistant, card, notes, paste, solve, supply as supply_view};
use crate::ui::present::pictures;
use crate::ui::scenarios::{file as scenario_file, history, share};
use crate::ui::state::field::Field;
use crate::ui::state::page::{DeferredModule, Page};
use crate::ui::widgets::{fill, import, typed};
use crate::ui::{about, compare, monitor, present, region, tasks};

#[wasm_split(later, fallible)]
fn later() -> Result<DeferredModule, SplitLoaderError> {
    Ok(DeferredModule {
        help: help::contents,
        history: history::contents,
        paste: paste::contents,
        paste_block: paste::take,
        import: import::view,
        edit_of_formula: Field::edit_of_formula,
        remember_typed: typed::remember,
        typed_formula: typed::formula,
        fill: fill::fill,
        rule_chosen,
        is_block,
        save_file: scenario_file::save,
        open_file: scenario_file::open,
        take_picture: pictures::take,
        chart_table: pictures::table,
        table: supply_view::table,
        selected: supply_view::selected,
        supply,
        supply_cell: supply_view::cell,
        supply_sum: supply_view::sum,
        findings: supply_view::findings,
        goals: supply_view::goals,
        supply_chart: supply_view::chart,
        assistant: assistant::panel,
        open_assistant: assistant::open,
        rebalance: assistant::rebalance,
        has_chart,
        card: card::card,
        solve: solve::contents,
        bases: notes::contents,
        notes: notes::below_table,
        division_note: notes::division,
        compare: compare::page,
        begin: |page| {
            import::begin(page);
            compare::begin(page);
            monitor::begin(page);
            notice_place::begin(page);
            typed::begin(page);
            disk::begin(page);
            offline::begin(page);
        },
        monitor: monitor::page,
        tasks: tasks::page,
        report_chart: monitor::chart,
        tasks_chart: tasks::chart,
        compare_chart: compare::chart,
        present: present::stage,
        share: share::contents,
        about: about::page,
        region: region::contents,
        welcome: guide::welcome,
        guide: guide::step,
        shared: share::shared,
    })
}

/// Whether a chart has something to show.
fn has_chart(page: Page, kind: ChartKind) -> bool {
    match kind.spec().source {
        ChartSource::Plan(_) => true,
        ChartSource::Supply(_) => supply_view::has_chart(page),
        ChartSource::Comparison(_) => compare::has_chart(page),
        ChartSource::Report(_) => monitor::has_chart(page),
        ChartSource::Tasks => tasks::has_chart(page),
    }
}

/// The table of functions, fetched where it is not there yet.
pub fn load() -> Pin<Box<dyn Future<Output = Option<DeferredModule>>>> {
    Box::pin(async { later().await.ok() })
}

/// After a failure it is tried again, each time after this much more.
const PATIENCE: Duration = Duration::from_secs(5);

/// Fetches the second file; tries again as long as it does not come.
pub fn fetch(page: Page) {
    fetch_after(page, 0);
}

fn fetch_after(page: Page, failures: u32) {
    run(async move {
        if let Some(module) = (page.fetch_deferred)().await {
            (module.begin)(page);
            page.deferred.set(Some(module));
        } else {
            if failures == 0 {
                page.notices.keep(page.word_now(Word::DeferredMissing).to_owned());
                page.workspace.disk(Session::copy_stalls);
            }
            let failures = failures.saturating_add(1);
            set_timeout(move || fetch_after(page, failures), PATIENCE.saturating_mul(failures));
        }
    });
}
