//! A selected rectangle of the grid's cells.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

/// A place in the grid: the county's position and the column from the left.
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
    pub fn rows(self) -> (usize, usize) {
        (self.anchor.row.min(self.head.row), self.anchor.row.max(self.head.row))
    }

    /// First and last column, both inside.
    pub fn columns(self) -> (usize, usize) {
        (self.anchor.column.min(self.head.column), self.anchor.column.max(self.head.column))
    }
}

/// The grid's selection, if more than one cell is selected.
#[derive(Clone, Copy)]
pub struct Selection {
    rectangle: RwSignal<Option<Rectangle>>,
    /// Where a drag or a run of Shift+arrows began.
    anchor: StoredValue<Option<Spot>>,
}

impl Selection {
    /// Nothing selected.
    pub fn new() -> Self {
        Self { rectangle: RwSignal::new(None), anchor: StoredValue::new(None) }
    }

    /// Begins at a cell; nothing is selected yet.
    pub fn begin(self, spot: Spot) {
        self.anchor.set_value(Some(spot));
        if self.rectangle.with_untracked(Option::is_some) {
            self.rectangle.set(None);
        }
    }

    /// Extends to a cell. Answers whether more than one cell is selected.
    pub fn extend(self, spot: Spot) -> bool {
        let anchor = self.anchor.get_value().unwrap_or(spot);
        let rectangle = (anchor != spot).then_some(Rectangle { anchor, head: spot });
        if self.rectangle.get_untracked() != rectangle {
            self.rectangle.set(rectangle);
        }
        rectangle.is_some()
    }

    /// Extends by one row or column, from the end that moves, within a grid of so many.
    pub fn extend_by(self, from: Spot, (rows, columns): (isize, isize), (row_count, column_count): (usize, usize)) {
        if self.rectangle.with_untracked(Option::is_none) {
            self.anchor.set_value(Some(from));
        }
        let head = self.rectangle.get_untracked().map_or(from, |rectangle| rectangle.head);
        let row = head.row.saturating_add_signed(rows).min(row_count.saturating_sub(1));
        let column = head.column.saturating_add_signed(columns).min(column_count.saturating_sub(1));
        self.extend(Spot { row, column });
    }

    /// The end of the selection that moves.
    pub fn head(self) -> Option<Spot> {
        self.rectangle.get_untracked().map(|rectangle| rectangle.head)
    }

    /// Selects nothing. Answers whether anything was selected.
    pub fn clear(self) -> bool {
        let selected = self.rectangle.with_untracked(Option::is_some);
        if selected {
            self.rectangle.set(None);
        }
        selected
    }

    /// The selected rectangle at this moment.
    pub fn now(self) -> Option<Rectangle> {
        self.rectangle.get_untracked()
    }

    /// Whether more than one cell is selected, followed reactively.
    pub fn any(self) -> bool {
        self.rectangle.with(Option::is_some)
    }

    /// The columns selected in a row, followed reactively.
    pub fn columns_in(self, row: usize) -> Option<(usize, usize)> {
        let rectangle = self.rectangle.get()?;
        let (first, last) = rectangle.rows();
        (first..=last).contains(&row).then(|| rectangle.columns())
    }
}

/// The grid's cell in which an event happened.
pub fn spot_of(target: Option<EventTarget>) -> Option<Spot> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("[data-column]").ok()??;
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    let column = number(&cell, "data-column")?;
    let row = number(&cell.closest("[data-row]").ok()??, "data-row")?;
    Some(Spot { row, column })
}
