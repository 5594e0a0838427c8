//! A block as it is shown before it is taken: its cells, and what stands before and after.

use rustc_hash::FxHashMap;

use super::{BlockColumn, Pasted, PastedValue, TakenFigure};
use crate::Table;

/// Rows on show; of the others it is only said how many there are.
const MOST_ROWS: usize = 200;
/// Columns on show, beside those that have to be chosen.
const MOST_COLUMNS: usize = 60;
const MOST_OPEN: usize = 200;
/// So much of a cell.
const LONGEST: usize = 40;

/// The rows of a block, counties down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The first of them.
    pub rows: Vec<PreviewRow>,
    /// How many more there are.
    pub more: usize,
}

/// A row of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewRow {
    /// Its number in the block, from 1; the column's where counties run across.
    pub number: usize,
    /// The county that its figures go to, by position.
    pub county: Option<usize>,
    /// A cell for each column on show.
    pub cells: Vec<PreviewCell>,
}

/// A cell of a block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewCell {
    /// What stands there.
    pub text: String,
    /// The figure that is taken, and the one before it.
    pub change: Option<(Option<String>, String)>,
}

impl Pasted {
    /// The columns that a preview shows, from the left.
    #[must_use]
    pub fn shown_columns(&self) -> Vec<&BlockColumn> {
        let mut open = 0;
        let is_shown = |&(at, column): &(usize, &BlockColumn)| {
            open += usize::from(column.is_open);
            at < MOST_COLUMNS || column.is_open && open <= MOST_OPEN
        };
        self.columns.iter().enumerate().filter(is_shown).map(|(_, column)| column).collect()
    }

    /// The rows that a preview shows of the table that was read.
    #[must_use]
    pub fn preview(&self, table: &Table) -> Preview {
        let columns = self.shown_columns();
        let cell = |row: usize, column: usize| {
            if self.is_turned { table.cell(column, row) } else { table.cell(row, column) }
        };
        let place = |figure: &TakenFigure| {
            if self.is_turned { (figure.column, figure.row) } else { (figure.row, figure.column) }
        };
        let mut figures: FxHashMap<(usize, usize), &TakenFigure> = FxHashMap::default();
        let mut counties: FxHashMap<usize, usize> = FxHashMap::default();
        for figure in &self.figures {
            figures.insert(place(figure), figure);
            counties.insert(place(figure).0, figure.county);
        }
        let all = if self.is_turned { table.width() } else { table.rows.len() };
        let is_filled = |row: &usize| columns.iter().any(|column| !cell(*row, column.position).is_empty());
        let mut filled = (self.first_row..all).filter(is_filled);
        let row = |row: usize| {
            let cell = |column: &&BlockColumn| {
                let figure = figures.get(&(row + 1, column.position + 1));
                let change = figure.map(|figure| (figure.before.map(PastedValue::shown), figure.after.shown()));
                PreviewCell { text: cell(row, column.position).chars().take(LONGEST).collect(), change }
            };
            let cells = columns.iter().map(cell).collect();
            PreviewRow { number: row + 1, county: counties.get(&(row + 1)).copied(), cells }
        };
        let rows = filled.by_ref().take(MOST_ROWS).map(row).collect();
        Preview { rows, more: filled.count() }
    }
}
