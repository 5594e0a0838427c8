//! What keys mean in a cell, as a spreadsheet has taught.
//!
//! [`Key::pressed`] is one table of (state, key) → (state, action). What it answers nothing for is the input's own.

/// How far the typing in the cell with the focus has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CellState {
    /// Chosen as a whole: what is typed replaces its text, and arrows leave it.
    #[default]
    Selected,
    /// Its text is being worked on: arrows move the caret.
    Editing,
}

impl CellState {
    /// After something was typed, pasted or taken out. A text that is empty is none to move about in.
    #[must_use]
    pub const fn typed(is_empty: bool) -> Self {
        if is_empty { Self::Selected } else { Self::Editing }
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
    /// The cell is one of a table's, and not an input by itself.
    pub in_table: bool,
    /// More than one cell is selected.
    pub selecting: bool,
}

/// To which cell of a table a key goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The county above.
    Up,
    /// The county below.
    Down,
    /// The input before it in the row.
    Left,
    /// The input behind it in the row.
    Right,
    /// The first input of the row.
    First,
    /// The last input of the row.
    Last,
}

/// What a key means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAction {
    /// Work on the text, with the caret at its end.
    Edit,
    /// The key is the input's own, on the whole text.
    Replace,
    /// Take the typing back, if there is any.
    TakeBack,
    /// The typing is over.
    Settle,
    /// Extend the selection by so many rows and columns.
    Extend(isize, isize),
    /// The typing is over; select nothing, and go to another cell.
    Step(Step),
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
    /// Fill what is selected with its first row; a cell by itself with the one above.
    FillDown,
    /// Fill what is selected with what is typed.
    FillTyped,
}

impl Key<'_> {
    /// The state after the key, and what the key means; nothing where it is the input's own.
    #[must_use]
    pub fn pressed(self, state: CellState) -> (CellState, Option<KeyAction>) {
        use CellState::{Editing, Selected};
        let plain = !self.control && !self.alt && !self.shift;
        let is_selected = state == Selected;
        let arrow = match self.name {
            "ArrowUp" => Some((-1, 0, Step::Up)),
            "ArrowDown" => Some((1, 0, Step::Down)),
            "ArrowLeft" => Some((0, -1, Step::Left)),
            "ArrowRight" => Some((0, 1, Step::Right)),
            _ => None,
        };
        match (self.name, arrow) {
            // Within a text, Shift with a sideways arrow selects letters, until cells are selected.
            (_, Some((rows, columns, _)))
                if self.in_table && self.shift && (rows != 0 || self.selecting || is_selected) =>
            {
                (state, Some(KeyAction::Extend(rows, columns)))
            }
            (_, Some((rows, _, step))) if self.in_table && plain && (rows != 0 || is_selected) => {
                (Selected, Some(KeyAction::Step(step)))
            }
            ("Home", _) if self.in_table && plain && is_selected => (Selected, Some(KeyAction::Step(Step::First))),
            ("End", _) if self.in_table && plain && is_selected => (Selected, Some(KeyAction::Step(Step::Last))),
            // The caret moves, and so there is one.
            (_, Some(_)) | ("Home" | "End", _) if self.in_input && !self.alt => (Editing, None),
            ("Enter", _) if self.selecting && self.control => (Selected, Some(KeyAction::FillTyped)),
            ("d" | "D", _) if self.in_table && self.control && !self.alt && !self.shift => {
                (Selected, Some(KeyAction::FillDown))
            }
            ("Enter", _) if self.in_input && self.in_table && !self.control => {
                (Selected, Some(KeyAction::Step(if self.shift { Step::Up } else { Step::Down })))
            }
            ("Enter", _) if self.in_input => (Selected, Some(KeyAction::Settle)),
            ("F2", _) if self.in_input && is_selected => (Editing, Some(KeyAction::Edit)),
            ("Escape", _) if self.selecting && is_selected => (state, Some(KeyAction::Unselect)),
            ("Escape", _) if self.in_input => (Selected, Some(KeyAction::TakeBack)),
            ("F1", _) if self.in_table => (state, Some(KeyAction::Explain)),
            ("Delete" | "Backspace", _) if self.in_table && self.alt => {
                (state, Some(KeyAction::Restore { whole_row: self.shift }))
            }
            ("Delete" | "Backspace", _) if self.selecting && is_selected => (state, Some(KeyAction::ClearSelected)),
            (name, _) if self.in_input && is_selected && self.is_of_text(name) => (state, Some(KeyAction::Replace)),
            _ => (state, None),
        }
    }

    /// Whether it puts something into a text, takes something out, or takes it away. Ctrl with Alt is how some keyboards
    /// type a character.
    fn is_of_text(self, name: &str) -> bool {
        let is_character = name.chars().count() == 1;
        let of_clipboard = matches!(name, "c" | "x" | "v" | "C" | "X" | "V");
        matches!(name, "Delete" | "Backspace") || is_character && (!self.control || self.alt || of_clipboard)
    }
}
