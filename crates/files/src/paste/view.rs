//! A table seen with the counties running down, whichever way they run in the block.

use super::names::Label;
use crate::Table;
use tuowei_text::{Left, WhyLeft};

/// A table as it stands, or turned so that its columns run down.
#[derive(Clone, Copy)]
pub(super) struct View<'t> {
    table: &'t Table,
    labels: &'t [Vec<Label>],
    turned: bool,
    width: usize,
}

/// A cell and where it stands in the block as it was pasted, from 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'t> {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(crate) text: &'t str,
}

impl Spot<'_> {
    pub(crate) fn left(self, why: WhyLeft) -> Left {
        const KEPT: usize = 60;
        Left { row: self.row, column: self.column, text: self.text.chars().take(KEPT).collect(), why }
    }
}

impl<'t> View<'t> {
    pub(super) fn new(table: &'t Table, labels: &'t [Vec<Label>], turned: bool) -> Self {
        Self { table, labels, turned, width: table.width() }
    }

    pub(super) const fn is_turned(&self) -> bool {
        self.turned
    }

    pub(super) const fn rows(&self) -> usize {
        if self.turned { self.width } else { self.table.rows.len() }
    }

    pub(super) const fn columns(&self) -> usize {
        if self.turned { self.table.rows.len() } else { self.width }
    }

    const fn place(&self, row: usize, column: usize) -> (usize, usize) {
        if self.turned { (column, row) } else { (row, column) }
    }

    pub(super) fn text(&self, row: usize, column: usize) -> &'t str {
        let (row, column) = self.place(row, column);
        self.table.cell(row, column)
    }

    pub(super) fn spot(&self, row: usize, column: usize) -> Spot<'t> {
        let text = self.text(row, column);
        let (row, column) = self.place(row, column);
        Spot { row: row + 1, column: column + 1, text }
    }

    pub(super) fn label(&self, row: usize, column: usize) -> Label {
        let (row, column) = self.place(row, column);
        self.labels.get(row).and_then(|labels| labels.get(column)).copied().unwrap_or(Label::Blank)
    }
}
