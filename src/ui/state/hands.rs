//! What is known of cells beside their figures: how far the typing has come, and which formulas stand behind them.

use leptos::prelude::*;

pub use crate::session::keys::CellState;

/// The cell with the focus, and the formulas that were typed, for as long as the page is there.
#[derive(Clone, Copy)]
pub struct Hands {
    state: StoredValue<CellState>,
    /// Whether the cell with the focus was clicked since it has it.
    clicked: StoredValue<bool>,
    formulas: StoredValue<Vec<Formula>>,
}

struct Formula {
    /// The cell, by its name for scripts.
    cell: String,
    typed: String,
    /// What came out. Another figure in the cell has nothing to do with the formula.
    figure: String,
}

/// More formulas are not remembered; the oldest go first.
const MOST: usize = 1_000;

impl Hands {
    /// Nothing known.
    pub fn new() -> Self {
        Self {
            state: StoredValue::new(CellState::default()),
            clicked: StoredValue::new(false),
            formulas: StoredValue::new(Vec::new()),
        }
    }

    /// A cell gets the focus.
    pub fn enter(self) {
        self.set(CellState::Selected);
        self.clicked.set_value(false);
    }

    /// How far the typing in the cell with the focus has come.
    pub fn state(self) -> CellState {
        self.state.get_value()
    }

    /// It has come so far.
    pub fn set(self, state: CellState) {
        self.state.set_value(state);
    }

    /// The cell with the focus is clicked. Answers whether for the first time since it has it.
    pub fn click(self) -> bool {
        let first = !self.clicked.get_value();
        self.clicked.set_value(true);
        first
    }

    /// Remembers what was typed for a figure; nothing where that was no formula.
    pub fn remember(self, cell: &str, typed: Option<&str>, figure: &str) {
        self.formulas.update_value(|formulas| {
            formulas.retain(|formula| formula.cell != cell);
            if let Some(typed) = typed {
                let surplus = (formulas.len() + 1).saturating_sub(MOST);
                formulas.drain(..surplus);
                formulas.push(Formula { cell: cell.to_owned(), typed: typed.to_owned(), figure: figure.to_owned() });
            }
        });
    }

    /// The formula that this figure of a cell came from.
    pub fn formula(self, cell: &str, figure: &str) -> Option<String> {
        self.formulas.with_value(|formulas| {
            let of = formulas.iter().find(|formula| formula.cell == cell && formula.figure == figure);
            of.map(|formula| formula.typed.clone())
        })
    }

    /// Another scenario is open.
    pub fn forget_formulas(self) {
        self.formulas.update_value(Vec::clear);
    }
}
