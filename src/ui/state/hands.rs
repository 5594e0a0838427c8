//! How far the typing in the cell with the focus has come.

use leptos::prelude::*;

pub use crate::session::keys::CellState;

/// The cell with the focus.
#[derive(Clone, Copy)]
pub struct Hands {
    state: StoredValue<CellState>,
    /// Whether it was clicked since it has the focus.
    clicked: StoredValue<bool>,
    /// What was typed in it and is meant for all that are selected.
    pub typed: StoredValue<String>,
}

impl Hands {
    /// Nothing typed.
    pub fn new() -> Self {
        Self {
            state: StoredValue::new(CellState::default()),
            clicked: StoredValue::new(false),
            typed: StoredValue::new(String::new()),
        }
    }

    /// A cell gets the focus.
    pub fn enter(self) {
        self.set(CellState::Selected);
        self.clicked.set_value(false);
    }

    /// How far the typing has come.
    pub fn state(self) -> CellState {
        self.state.get_value()
    }

    /// It has come so far.
    pub fn set(self, state: CellState) {
        self.state.set_value(state);
    }

    /// The cell is clicked. Answers whether for the first time since it has the focus.
    pub fn click(self) -> bool {
        let first = !self.clicked.get_value();
        self.clicked.set_value(true);
        first
    }
}
