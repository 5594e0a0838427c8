//! The selected rectangle of a table's cells.

/// A place in a table: the county's position and the column from the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The county's position in the region.
    pub row: usize,
    /// The column; the name is 0.
    pub column: usize,
}

/// A rectangle from where it began to where it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rectangle {
    anchor: Spot,
    head: Spot,
}

impl Rectangle {
    /// First and last row, both inside.
    #[must_use]
    pub fn rows(self) -> (usize, usize) {
        (self.anchor.row.min(self.head.row), self.anchor.row.max(self.head.row))
    }

    /// First and last column, both inside.
    #[must_use]
    pub fn columns(self) -> (usize, usize) {
        (self.anchor.column.min(self.head.column), self.anchor.column.max(self.head.column))
    }

    /// The columns selected in a row.
    #[must_use]
    pub fn columns_in(self, row: usize) -> Option<(usize, usize)> {
        let (first, last) = self.rows();
        (first..=last).contains(&row).then(|| self.columns())
    }
}

/// What is selected, if more than one cell is, and where selecting began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cells {
    /// More than one cell.
    pub rectangle: Option<Rectangle>,
    /// Where a drag or a run of Shift+arrows began.
    anchor: Option<Spot>,
}

impl Cells {
    /// Begins at a cell; nothing is selected yet.
    pub const fn begin(&mut self, spot: Spot) {
        *self = Self { rectangle: None, anchor: Some(spot) };
    }

    /// Extends to a cell. Answers whether more than one cell is selected.
    pub fn extend(&mut self, spot: Spot) -> bool {
        let anchor = self.anchor.unwrap_or(spot);
        self.rectangle = (anchor != spot).then_some(Rectangle { anchor, head: spot });
        self.rectangle.is_some()
    }

    /// Extends by so many rows and columns, from the end that moves, within a table of so many.
    pub fn extend_by(
        &mut self,
        from: Spot,
        (rows, columns): (isize, isize),
        (row_count, column_count): (usize, usize),
    ) {
        if self.rectangle.is_none() {
            self.anchor = Some(from);
        }
        let head = self.head().unwrap_or(from);
        let row = head.row.saturating_add_signed(rows).min(row_count.saturating_sub(1));
        let column = head.column.saturating_add_signed(columns).min(column_count.saturating_sub(1));
        self.extend(Spot { row, column });
    }

    /// The end of the selection that moves.
    #[must_use]
    pub fn head(&self) -> Option<Spot> {
        self.rectangle.map(|rectangle| rectangle.head)
    }

    /// Selects nothing. Answers whether anything was selected.
    pub fn clear(&mut self) -> bool {
        self.rectangle.take().is_some()
    }
}
