//! A block pasted from a spreadsheet or a document, read as changes of the scenario.
//!
//! What is understood is taken, what is not is left with its reason; nothing is guessed. Names and headings win over
//! the cell at which the block was pasted, so that it does not matter where the cursor stood.

mod choices;
mod days;
mod grid_words;
mod headed;
mod headings;
mod heads;
pub(super) mod marked;
pub(super) mod marks;
mod named;
mod names;
mod placed;
mod preview;
mod report_words;
pub(super) mod settling;
pub(super) mod sheet;
mod units;
mod view;

use super::{GridColumn, GridView, HiddenColumns, Table, TableTooLarge, report_paste};
pub use choices::{BlockColumn, Choices, paste_columns};
pub(super) use headings::is_figure_heading;
pub(super) use names::is_sum;
use names::{Label, Names};
pub use preview::{Preview, PreviewCell, PreviewRow};
use sheet::Sheet;
use tuowei_model::{Counted, Date, Edit, FigureValue, Region, Scenario};
use tuowei_text::{Left, PasteColumn as Column, PasteNote, PasteReport, WhyLeft, exact_rate, shown_count, thousands};
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

/// What a block is pasted into.
#[derive(Clone, Copy, Debug)]
pub struct PasteInto<'p> {
    /// The table.
    pub sheet: PasteSheet<'p>,
    /// The counties on show, by their positions, where a search hides others: figures without names go to these alone.
    pub shown: Option<&'p [usize]>,
}

/// The table that a block is pasted into.
#[derive(Clone, Copy, Debug)]
pub enum PasteSheet<'p> {
    /// The county grid.
    Grid {
        /// The chosen cell.
        at: Option<Anchor>,
    },
    /// The report of a day.
    Report {
        /// The day.
        day: Date,
        /// The figures on show.
        columns: &'p [Counted],
        /// The chosen cell: the county's position and one of the figures.
        at: Option<(usize, Counted)>,
    },
}

/// What a block comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// The changes: only of figures that differ from what stands now.
    pub edits: Vec<Edit>,
    /// What was taken and what was left; [`tuowei_text::paste_report`] puts it into words.
    pub report: PasteReport,
    /// What each column of the block is taken for.
    pub columns: Vec<BlockColumn>,
    /// The figures that are taken, those that stand there already among them.
    pub figures: Vec<TakenFigure>,
    /// Whether the counties run across, and the block's columns are its rows.
    pub is_turned: bool,
    /// The first row of figures, from 0; the first column where counties run across.
    pub first_row: usize,
    /// Whether there are dashes that may be zeros.
    pub has_dashes: bool,
    /// Whether there are rates that look like fractions.
    pub has_fractions: bool,
    /// Whether it has to be decided what they are.
    pub are_fractions_open: bool,
    /// Whether the planner should look before anything is changed.
    pub must_ask: bool,
}

/// A figure of a block that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TakenFigure {
    /// Its row in the block, from 1.
    pub row: usize,
    /// Its column in the block, from 1.
    pub column: usize,
    /// The county's position.
    pub county: usize,
    /// What it is a figure of.
    pub of: Column,
    /// What stands there now.
    pub before: Option<PastedValue>,
    /// What is to stand there.
    pub after: PastedValue,
}

/// A figure as it is pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PastedValue {
    /// Of the county grid.
    Figure(FigureValue),
    /// Of a report.
    Counted(Counted, u32),
}

impl PastedValue {
    /// As a cell shows it.
    #[must_use]
    pub fn shown(self) -> String {
        match self {
            Self::Figure(FigureValue::Rate(rate)) => exact_rate(rate),
            Self::Figure(count) => thousands(u64::from(count.whole())),
            Self::Counted(of, count) => shown_count(of, u64::from(count)),
        }
    }
}

impl Pasted {
    /// The whole as one step that can be undone; nothing when nothing changes.
    #[must_use]
    pub fn edit(&self) -> Option<Edit> {
        (!self.edits.is_empty()).then(|| Edit::Batch(self.edits.clone()))
    }

    /// Whether something has still to be decided before anything is taken: a column, or what fractions are.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.are_fractions_open || self.columns.iter().any(|column| column.is_open)
    }

    /// How many figures take the place of others.
    #[must_use]
    pub fn replaced(&self) -> usize {
        self.figures.iter().filter(|figure| figure.before.is_some_and(|before| before != figure.after)).count()
    }

    /// How many figures stand there already.
    #[must_use]
    pub fn same(&self) -> usize {
        self.figures.iter().filter(|figure| figure.before == Some(figure.after)).count()
    }

    /// A text that is larger than any table.
    #[must_use]
    pub fn too_large() -> Self {
        let left = vec![Left { row: 1, column: 1, text: String::new(), why: WhyLeft::TooLarge }];
        Self { report: PasteReport { left, ..PasteReport::default() }, ..Self::default() }
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

/// Reads a block for the county grid: by its names and headings where it has them, else from the anchor on.
#[must_use]
pub fn read_block(text: &str, scenario: &Scenario, at: Option<Anchor>) -> Pasted {
    let into = PasteInto { sheet: PasteSheet::Grid { at }, shown: None };
    match Table::read(text) {
        Ok(table) => read_table(&table, scenario, into, &Choices::default()),
        Err(TableTooLarge) => Pasted::too_large(),
    }
}

/// Reads a table as the planner's choices have it. Nothing is read where it is meant for a report that is not there.
#[must_use]
pub fn read_table(table: &Table, scenario: &Scenario, into: PasteInto<'_>, choices: &Choices) -> Pasted {
    let region = scenario.region();
    let names = Names::new(region);
    let labels = names.labels(table);
    let find = |sheet| find(table, &labels, &names, region, sheet, into.shown, choices);
    match into.sheet {
        PasteSheet::Grid { at } => {
            // A cell that its view does not show is none to begin at.
            let sheet = Sheet::Grid { year: region.year(), at: at.filter(|at| !at.shown().is_empty()) };
            settling::settle(find(sheet), scenario, choices)
        }
        PasteSheet::Report { day, columns, at } => {
            let Some(report) = scenario.monitoring().report(day) else { return Pasted::default() };
            let sheet = Sheet::Report { day, columns, at };
            report_paste::settle(find(sheet), scenario, report, choices)
        }
    }
}

/// Finds what a table holds of a sheet.
fn find<'t>(
    table: &'t Table,
    labels: &'t [Vec<Label>],
    names: &Names<'_>,
    region: &Region,
    sheet: Sheet<'_>,
    shown: Option<&[usize]>,
    choices: &Choices,
) -> Found<'t> {
    let plain = View::new(table, labels, false);
    let turned = View::new(table, labels, true);
    let all: Vec<usize>;
    let rows = match shown {
        Some(shown) => shown,
        None => {
            all = (0..region.counties().len()).collect();
            &all
        }
    };
    let mut found = named::read(plain, turned, names, region, sheet, choices)
        .or_else(|| headed::read(plain, turned, rows, sheet, choices))
        .unwrap_or_else(|| placed::read(plain, turned, rows, sheet, choices));
    found.columns.sort_by_key(|column| column.position);
    if let Some(shown) = shown {
        let mut unseen: Vec<usize> = found.cells.iter().map(|cell| cell.county).collect();
        unseen.retain(|county| !shown.contains(county));
        unseen.dedup();
        if !unseen.is_empty() {
            found.notes.push(PasteNote::NotShown(unseen.len()));
        }
    }
    found
}

/// What a block holds, each figure with its place in the sheet.
#[derive(Debug, Default)]
pub(super) struct Found<'t> {
    pub(super) cells: Vec<Cell<'t>>,
    /// Figures of the total line.
    pub(super) totals: Vec<(Column, Spot<'t>)>,
    pub(super) left: Vec<Left>,
    pub(super) notes: Vec<PasteNote>,
    pub(super) columns: Vec<BlockColumn>,
    pub(super) is_turned: bool,
    pub(super) first_row: usize,
    /// Where the columns go by the chosen cell alone: the one that it stands in.
    pub(super) pointed: Option<Column>,
    /// Whether the planner should look first, whatever the figures are.
    pub(super) must_ask: bool,
}

/// A cell of the block and where it belongs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell<'t> {
    pub(super) spot: Spot<'t>,
    pub(super) county: usize,
    pub(super) column: Column,
}

impl<'t> Found<'t> {
    fn leave(&mut self, spot: Spot<'_>, why: WhyLeft) {
        self.left.push(spot.left(why));
    }

    /// Takes what stands in these columns of a row for a county.
    fn take(&mut self, view: View<'t>, row: usize, county: usize, columns: &[(usize, Column)]) {
        let cells = columns.iter().map(|&(column, to)| Cell { spot: view.spot(row, column), county, column: to });
        self.cells.extend(cells.filter(|cell| !cell.spot.text.is_empty()));
    }
}
