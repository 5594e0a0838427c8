//! What is not needed for planning the first figure, as a table of functions: it comes right after the page is there.
//!
//! The table names types of the lower layers only; what it holds is put into it at the top.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;

use super::Page;
use crate::charts::{Chart, ChartKind, ChartOptions, CompareKind, Reference, ReportChart, SupplyDemandChart};
use crate::files::{Anchor, Table};
use crate::model::{CountyId, Edit, Outcome, RuleKind, Scenario, Supply, SupplyCity, SupplyRow};
use crate::session::fill::Fill;
use crate::text::{GridColumn, Language, Subject};
use crate::ui::state::field::{Field, FieldProblem};

/// Fetches the table; nothing where it does not come.
pub type FetchDeferred = fn() -> Pin<Box<dyn Future<Output = Option<DeferredModule>>>>;

/// The functions of the second file.
#[derive(Clone, Copy)]
pub struct DeferredModule {
    /// What the help dialog holds.
    pub help: fn(Page, RwSignal<bool>) -> AnyView,
    /// What the dialog of earlier versions holds.
    pub history: fn(Page, RwSignal<bool>) -> AnyView,
    /// What the dialog for pasted blocks holds.
    pub paste: fn(Page, RwSignal<bool>) -> AnyView,
    /// Takes a block that was pasted at a cell; the counties on show come with it where a search hides others.
    pub paste_block: fn(Page, &str, Option<Anchor>, Option<Vec<usize>>),
    /// The place of the preview of a table before it is taken.
    pub import: fn(Page) -> AnyView,
    /// The whole grid, to copy.
    pub table: fn(Page) -> Table,
    /// Cells of the grid, to copy.
    pub selected: fn(Page, (usize, usize), &[GridColumn]) -> Table,
    /// The edit that a typed formula means; nothing where it is none.
    pub edit_of_formula: fn(&Field, &str) -> Option<Result<Edit, FieldProblem>>,
    /// Remembers what was typed for a figure.
    pub remember_typed: fn(Page, &Field, &str, &str),
    /// The formula that this figure came from.
    pub typed_formula: fn(Page, &Field, &str) -> Option<String>,
    /// Fills selected cells, row by row; nothing stands for what is not typed.
    pub fill: fn(Page, &[Vec<Option<Field>>], &Fill),
    /// The edit that puts a rule in force.
    pub rule_chosen: fn(&Scenario, &Outcome, RuleKind) -> Edit,
    /// Whether a pasted text is more than one cell.
    pub is_block: fn(&str) -> bool,
    /// Hands out the open scenario as a file.
    pub save_file: fn(Page),
    /// Takes in a file that holds or carries a scenario: its name and its bytes.
    pub open_file: fn(Page, &str, &[u8]),
    /// Takes a chart away.
    pub take_picture: fn(Page, ChartKind, Export),
    /// A chart's figures as a table.
    pub chart_table: fn(Page, ChartKind) -> AnyView,
    /// How the targets fit the slots.
    pub supply: fn(&Scenario, &Outcome) -> Supply,
    /// What a cell of supply and demand shows.
    pub supply_cell: fn(&SupplyRow, GridColumn, Language) -> ComputedCell,
    /// The same of the city.
    pub supply_sum: fn(&SupplyCity, GridColumn, Language) -> ComputedCell,
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
    /// Spreads what remains of the task, with these counties as they are.
    pub rebalance: fn(Page, &[CountyId]),
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
    /// Whether a chart has something to show.
    pub has_chart: fn(Page, ChartKind) -> bool,
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

/// A computed figure as a cell shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComputedCell {
    /// The figure; — where it is not known.
    pub text: String,
    /// What is missing for it, or what it says.
    pub why: String,
    /// The class that marks a figure that does not hold.
    pub status: &'static str,
}

/// How a chart is taken away.
#[derive(Clone, Copy)]
pub enum Export {
    /// As a PNG of so many points.
    Png(u32, u32),
    /// As a drawing.
    Svg,
    /// To the clipboard; where the browser does not allow it, shown to be copied by hand.
    Copy {
        /// Opens the dialog with the picture.
        by_hand: RwSignal<bool>,
        /// The picture's address.
        picture: RwSignal<Option<String>>,
    },
}
