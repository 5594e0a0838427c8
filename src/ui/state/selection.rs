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
}

impl Selection {
    /// Nothing selected.
    pub fn new() -> Self {
        Self { cells: StoredValue::new(Cells::default()), rectangle: RwSignal::new(None) }
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

/// The grid's cell in which an event happened.
pub fn spot_of(target: Option<EventTarget>) -> Option<Spot> {
    let cell = target?.dyn_into::<Element>().ok()?.closest("[data-column]").ok()??;
    let number = |element: &Element, name: &str| element.get_attribute(name)?.parse().ok();
    let column = number(&cell, "data-column")?;
    let row = number(&cell.closest("[data-row]").ok()??, "data-row")?;
    Some(Spot { row, column })
}
