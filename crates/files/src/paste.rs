//! A block pasted from a spreadsheet or a document, read as changes of the scenario.
//!
//! What is understood is taken, what is not is left with its reason; nothing is guessed. Names and headings win over
//! the cell at which the block was pasted, so that it does not matter where the cursor stood.

mod grid_words;
mod headed;
mod headings;
pub(super) mod marks;
mod named;
mod names;
mod placed;
mod report_words;
pub(super) mod settling;
pub(super) mod sheet;
mod view;

use super::{GridColumn, GridView, HiddenColumns, Table, TableTooLarge};
pub(super) use headings::is_figure_heading;
use names::Names;
pub(super) use names::is_sum;
use sheet::Sheet;
use tuowei_model::{Edit, Region, Scenario};
use tuowei_text::{Left, PasteColumn as Column, PasteNote, PasteReport, WhyLeft};
use view::{Spot, View};

/// The cell of the grid at which a block is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The county's position in the region.
    pub row: usize,
    /// The column.
    pub column: GridColumn,
    /// The view that shows it, and with it what stands right of it.
    pub view: GridView,
    /// What of the view is hidden: bare figures go into what is on show, headings reach all.
    pub hidden: HiddenColumns,
}

impl Anchor {
    /// The columns of its view from its own on; none where the view does not show it.
    fn shown(self) -> Vec<GridColumn> {
        self.hidden.shown(self.view).into_iter().skip_while(|column| *column != self.column).collect()
    }
}

/// What a block comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The changes: only of figures that differ from what stands now.
    pub edits: Vec<Edit>,
    /// What was taken and what was left; [`tuowei_text::paste_report`] puts it into words.
    pub report: PasteReport,
}

impl Pasted {
    /// The whole as one step that can be undone; nothing when nothing changes.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        (!self.edits.is_empty()).then(|| Edit::Batch(self.edits.clone()))
    }
}

/// Whether a pasted text is more than one cell, and so for [`read_block`] and not for the field it was pasted into.
#[must_use]
pub fn is_block(text: &str) -> bool {
    let text = text.trim_end_matches(['\r', '\n']);
    if !text.contains(['\t', '\n', '\r']) {
        return false;
    }
    // One quoted cell may hold all of them.
    !text.starts_with('"') || Table::read(text).map_or(true, |table| table.rows.len() > 1 || table.width() > 1)
}

/// Reads a block: by its names and headings where it has them, else from the anchor on.
#[must_use]
pub fn read_block(text: &str, scenario: &Scenario, at: Option<Anchor>) -> Pasted {
    let region = scenario.region();
    // A cell that its view does not show is none to begin at.
    let sheet = Sheet::Grid { year: region.year(), at: at.filter(|at| !at.shown().is_empty()) };
    find(text, region, sheet, |found| settling::settle(found, scenario))
}

/// Finds what a text holds of a sheet, and hands it on: the cells lie in the table that is read here.
pub(super) fn find<T>(text: &str, region: &Region, sheet: Sheet<'_>, then: impl FnOnce(Found<'_>) -> T) -> T {
    let table = match Table::read(text) {
        Ok(table) => table,
        Err(TableTooLarge) => {
            let left = Left { row: 1, column: 1, text: String::new(), why: WhyLeft::TooLarge };
            return then(Found { left: vec![left], ..Found::default() });
        }
    };
    let names = Names::new(region);
    let labels = names.labels(&table);
    let plain = View::new(&table, &labels, false);
    let turned = View::new(&table, &labels, true);
    let counties = region.counties().len();
    let found = named::read(plain, turned, &names, region, sheet)
        .or_else(|| headed::read(plain, turned, counties, sheet))
        .unwrap_or_else(|| placed::read(plain, turned, counties, sheet));
    then(found)
}

/// What a block holds, each figure with its place in the sheet.
#[derive(Debug, Default)]
pub(super) struct Found<'t> {
    pub(super) cells: Vec<Cell<'t>>,
    /// Figures of the total line.
    pub(super) totals: Vec<(Column, Spot<'t>)>,
    pub(super) left: Vec<Left>,
    pub(super) notes: Vec<PasteNote>,
}

/// A cell of the block and where it belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'t> {
    pub(super) spot: Spot<'t>,
    pub(super) county: usize,
    pub(super) column: Column,
}

impl Found<'_> {
    fn leave(&mut self, spot: Spot<'_>, why: WhyLeft) {
        self.left.push(spot.left(why));
    }
}
