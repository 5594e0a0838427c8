//! The selected rectangle of a table's cells, and what its keys mean.

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

/// A key that was pressed in a cell.
#[derive(Clone, Copy, Debug, Default)]
pub struct Key<'a> {
    /// As browsers name it: `ArrowUp`, `Enter`, `a`.
    pub name: &'a str,
    /// Shift is held.
    pub shift: bool,
    /// Ctrl or ⌘ is held.
    pub control: bool,
    /// Alt is held.
    pub alt: bool,
    /// The cell is an input.
    pub in_input: bool,
    /// All of the cell's text is selected, or it has none.
    pub whole_text: bool,
    /// More than one cell is selected.
    pub selecting: bool,
}

/// What a key means in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAction {
    /// Extend the selection by so many rows and columns.
    Extend(isize, isize),
    /// Select nothing, and go to the next county below, or above.
    Step {
        /// Below, not above.
        below: bool,
    },
    /// Select nothing.
    Unselect,
    /// Explain the figure.
    Explain,
    /// Take the cell, or its whole row, back to the plan.
    Restore {
        /// The row.
        whole_row: bool,
    },
    /// Empty what is selected.
    ClearSelected,
}

impl Key<'_> {
    /// What the key means; nothing where it is the input's own.
    #[must_use]
    pub fn action(self) -> Option<KeyAction> {
        let arrow = match self.name {
            "ArrowUp" => Some((-1, 0)),
            "ArrowDown" => Some((1, 0)),
            "ArrowLeft" => Some((0, -1)),
            "ArrowRight" => Some((0, 1)),
            _ => None,
        };
        match (self.name, arrow) {
            // Within a text, Shift with a sideways arrow selects letters, until cells are selected.
            (_, Some((rows, columns))) if self.shift && (rows != 0 || self.selecting || self.whole_text) => {
                Some(KeyAction::Extend(rows, columns))
            }
            (_, Some((rows, 0))) if !self.control && !self.alt => Some(KeyAction::Step { below: rows > 0 }),
            ("Enter", _) if self.in_input => Some(KeyAction::Step { below: !self.shift }),
            ("Escape", _) if self.selecting => Some(KeyAction::Unselect),
            ("F1", _) => Some(KeyAction::Explain),
            ("Delete" | "Backspace", _) if self.alt => Some(KeyAction::Restore { whole_row: self.shift }),
            ("Delete" | "Backspace", _) if self.selecting => Some(KeyAction::ClearSelected),
            _ => None,
        }
    }
}
