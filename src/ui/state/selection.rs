//! A selected rectangle of the grid's cells; the rules are those of [`Cells`].

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget};

pub use crate::session::keys::{Key, KeyAction, Step};
pub use crate::session::selection::{Rectangle, Spot};

use crate::session::selection::Cells;

/// The grid's selection, if more than one cell is selected.
#[derive(Clone, Copy)]
pub struct Selection {
    cells: StoredValue<Cells>,
    rectangle: RwSignal<Option<Rectangle>>,
    /// What is dragged by its corner to fill the rows below.
    source: StoredValue<Option<Span>>,
}

/// First and last row, first and last column.
pub type Span = ((usize, usize), (usize, usize));

impl Selection {
    /// Nothing selected.
    pub fn new() -> Self {
        Self {
            cells: StoredValue::new(Cells::default()),
            rectangle: RwSignal::new(None),
            source: StoredValue::new(None),
        }
    }

    /// Begins at a cell; nothing is selected yet.
    pub fn begin(self, spot: Spot) {
        self.change(|cells| cells.begin(spot));
    }

    /// Extends to a cell. Answers whether more than one cell is selected.
    pub fn extend(self, spot: Spot) -> bool {
        self.change(|cells| _ = cells.extend(spot));
        self.now().is_some()
    }

    /// The corner of what is selected, or of this cell by itself, is pressed.
    pub fn begin_fill(self, spot: Spot) {
        let span =
            self.now().map_or(((spot.row, spot.row), (spot.column, spot.column)), |of| (of.rows(), of.columns()));
        self.source.set_value(Some(span));
    }

    /// Extends to a cell as the mouse is dragged; from the corner only to rows below. Answers whether more than one cell is
    /// selected.
    pub fn drag(self, spot: Spot) -> bool {
        let Some(((top, bottom), (left, right))) = self.source.get_value() else { return self.extend(spot) };
        self.change(|cells| {
            cells.begin(Spot { row: top, column: left });
            cells.extend(Spot { row: bottom.max(spot.row), column: right });
        });
        true
    }

    /// The corner is let go: what fills, and the last row that it fills; nothing where it was not dragged to rows below.
    pub fn end_fill(self) -> Option<(Span, usize)> {
        let source = self.source.try_update_value(Option::take)??;
        let last = self.now()?.rows().1;
        (last > source.0.1).then_some((source, last))
    }

    /// The corner of what is selected, followed reactively.
    pub fn corner(self) -> Option<Spot> {
        self.rectangle.get().map(|of| Spot { row: of.rows().1, column: of.columns().1 })
    }

    /// Extends by so many rows and columns, from the end that moves, within a grid of so many.
    pub fn extend_by(self, from: Spot, by: (isize, isize), within: (usize, usize)) {
        self.change(|cells| cells.extend_by(from, by, within));
    }

    /// The end of the selection that moves.
    pub fn head(self) -> Option<Spot> {
        self.cells.with_value(Cells::head)
    }

    /// Selects nothing.
    pub fn clear(self) {
        self.change(|cells| _ = cells.clear());
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
        self.rectangle.get()?.columns_in(row)
    }

    fn change(self, change: impl FnOnce(&mut Cells)) {
        self.cells.update_value(change);
        let now = self.cells.with_value(|cells| cells.rectangle);
        if self.now() != now {
            self.rectangle.set(now);
        }
    }
}

/// Whether an event happened in a table in which more than one cell is selected.
pub fn is_selecting(target: Option<EventTarget>) -> bool {
    let cell = target.and_then(|target| target.dyn_into::<Element>().ok());
    cell.is_some_and(|cell| cell.closest(".selecting").is_ok_and(|table| table.is_some()))
}

/// The grid's cell in which an event happened.
pub fn spot_of(target: Option<EventTarget>) -> Option<Spot> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("[data-column]").ok()??;
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    let column = number(&cell, "data-column")?;
    let row = number(&cell.closest("[data-row]").ok()??, "data-row")?;
    Some(Spot { row, column })
}
