//! What is not needed for planning the first figure: it comes right after the page is there, as a second wasm file.
//!
//! The build divides the program at the function `later`: what only it reaches is in that second file, which shares
//! memory and functions with the first (see `xtask/src/split.rs`). The answer is a table of functions, so that all
//! else is called as if it had been there from the start. It is fetched as soon as the page is ready, and so is also
//! there when the network goes away.

use std::time::Duration;

use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::browser::run;
use crate::charts::{Chart, ChartKind, ChartOptions, CompareKind, Reference, ReportChart, SupplyDemandChart};
use crate::files::{Anchor, Table, is_block};
use crate::model::{Outcome, Scenario, Supply, SupplyCity, SupplyRow, supply};
use crate::text::{GridColumn, Language, Subject, Word};
use crate::ui::about::{guide, help};
use crate::ui::plan::supply::Shown;
use crate::ui::plan::{assistant, card, notes, paste, solve, supply as supply_view};
use crate::ui::present::pictures;
use crate::ui::present::pictures::Take;
use crate::ui::scenarios::{file as scenario_file, history, share};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{nothing, piece};
use crate::ui::{about, compare, monitor, present, region, tasks};

/// The functions of the second file.
#[derive(Clone, Copy)]
pub struct Later {
    /// What the help dialog holds.
    pub help: fn(Page, RwSignal<bool>) -> AnyView,
    /// What the dialog of earlier versions holds.
    pub history: fn(Page, RwSignal<bool>) -> AnyView,
    /// What the dialog for pasted blocks holds.
    pub paste: fn(Page, RwSignal<bool>) -> AnyView,
    /// Takes a pasted block.
    pub paste_block: fn(Page, &str, Option<Anchor>),
    /// The whole grid, to copy.
    pub table: fn(Page) -> Table,
    /// Cells of the grid, to copy.
    pub selected: fn(Page, (usize, usize), &[GridColumn]) -> Table,
    /// Whether a pasted text is more than one cell.
    pub is_block: fn(&str) -> bool,
    /// Hands out the open scenario as a file.
    pub save_file: fn(Page),
    /// Takes in a file that holds or carries a scenario: its name and its bytes.
    pub open_file: fn(Page, &str, &[u8]),
    /// Takes a chart away.
    pub take_picture: fn(Page, ChartKind, Take),
    /// A chart's figures as a table.
    pub chart_table: fn(Page, ChartKind) -> AnyView,
    /// How the targets fit the slots.
    pub supply: fn(&Scenario, &Outcome) -> Supply,
    /// What a cell of supply and demand shows.
    pub supply_cell: fn(&SupplyRow, GridColumn, Language) -> Shown,
    /// The same of the city.
    pub supply_sum: fn(&SupplyCity, GridColumn, Language) -> Shown,
    /// What is found about supply and demand.
    pub findings: fn(Page) -> AnyView,
    /// What supply and demand are held to.
    pub goals: fn(Page) -> AnyView,
    /// A chart of supply and demand.
    pub supply_chart: SupplyChartOf,
    /// The allocation assistant.
    pub assistant: fn(Page) -> AnyView,
    /// Opens it.
    pub open_assistant: fn(Page),
    /// Spreads what remains of the task.
    pub rebalance: fn(Page),
    /// The card that explains a figure.
    pub card: fn(Page, Subject) -> AnyView,
    /// What the dialog for solving backwards holds.
    pub solve: fn(Page, RwSignal<bool>) -> AnyView,
    /// What the dialog of bases and dates holds.
    pub bases: fn(Page) -> AnyView,
    /// What stands below the table.
    pub notes: fn(Page) -> AnyView,
    /// Makes what the later parts keep for as long as the page is there.
    pub begin: fn(Page),
    /// The compare page.
    pub compare: fn(Page) -> AnyView,
    /// What the dialog for the region holds.
    pub region: fn(Page, RwSignal<bool>) -> AnyView,
    /// Method, formulas, sources.
    pub about: fn(Page) -> AnyView,
    /// The card of a first visit.
    pub welcome: fn(Page) -> AnyView,
    /// A step of the guide.
    pub guide: fn(Page, usize) -> AnyView,
    /// What the dialog for sharing holds.
    pub share: fn(Page) -> AnyView,
    /// The preview of a scenario that came by a link.
    pub shared: fn(Page, RwSignal<bool>) -> AnyView,
    /// A chart over the whole screen, to present it.
    pub present: fn(Page, ChartKind) -> AnyView,
    /// A chart of scenarios side by side.
    pub compare_chart: fn(Page, CompareKind, &ChartOptions<'_>) -> Option<Box<dyn Chart>>,
    /// The page of reports, indicators, the calendar, ranking and bulletin.
    pub monitor: fn(Page) -> AnyView,
    /// The page of tasks and safety problems.
    pub tasks: fn(Page) -> AnyView,
    /// A chart of a report.
    pub report_chart: fn(Page, ReportChart, &ChartOptions<'_>) -> Option<Box<dyn Chart>>,
    /// The chart of tasks.
    pub tasks_chart: fn(Page, &ChartOptions<'_>) -> Option<Box<dyn Chart>>,
    /// How the allocation came about, for the chart of slots.
    pub division_note: fn(&Scenario, Language) -> Option<String>,
}

/// Builds a chart of supply and demand.
pub type SupplyChartOf =
    fn(SupplyDemandChart, Reference<'_>, &Supply, Option<Reference<'_>>, &ChartOptions<'_>) -> Box<dyn Chart>;

#[wasm_split(later, fallible)]
fn later() -> Result<Later, SplitLoaderError> {
    Ok(Later {
        help: help::contents,
        history: history::contents,
        paste: paste::contents,
        paste_block: paste::take,
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
        card: card::card,
        solve: solve::contents,
        bases: notes::contents,
        notes: notes::below_table,
        division_note: notes::division,
        compare: compare::page,
        begin: |page| {
            compare::begin(page);
            monitor::begin(page);
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

/// After a failure it is tried again, each time after this much more.
const PATIENCE: Duration = Duration::from_secs(5);

/// Fetches the second file; tries again as long as it does not come.
pub fn fetch(page: Page) {
    fetch_after(page, 0);
}

fn fetch_after(page: Page, failures: u32) {
    run(async move {
        match later().await {
            Ok(functions) => {
                (functions.begin)(page);
                page.later.set(Some(functions));
            }
            Err(_) => {
                if failures == 0 {
                    page.notices.keep(page.word_now(Word::LaterMissing).to_owned());
                }
                let failures = failures.saturating_add(1);
                set_timeout(move || fetch_after(page, failures), PATIENCE.saturating_mul(failures));
            }
        }
    });
}

/// A part of the page that the second file makes; nothing until it is there.
pub fn part(page: Page, of: impl Fn(Later) -> AnyView + Send + 'static) -> AnyView {
    piece(move || page.later.get().map_or_else(nothing, &of))
}

/// Does something with the second file, at once or as soon as it is there.
pub fn with(page: Page, act: impl FnOnce(Later) + 'static) {
    if let Some(functions) = page.later.get_untracked() {
        return act(functions);
    }
    run(async move {
        if let Ok(functions) = later().await {
            act(functions);
        } else {
            page.notices.keep(page.word_now(Word::LaterMissing).to_owned());
        }
    });
}
