//! What keys mean in a cell: (state, key) → (state, action).

use tuowei::session::keys::CellState::{Editing, Selected};
use tuowei::session::keys::KeyAction::{
    ClearSelected, Edit, Explain, Extend, FillDown, FillTyped, Replace, Restore, Settle, Step, TakeBack, Unselect,
};
use tuowei::session::keys::Step::{Down, First, Last, Left, Right, Up};
use tuowei::session::keys::{CellState, Key};

/// A key as it is written down: `Ctrl+Shift+z`.
fn key(written: &str) -> Key<'_> {
    let (held, name) = written.rsplit_once('+').unwrap_or(("", written));
    let held: Vec<&str> = held.split('+').collect();
    Key {
        name,
        shift: held.contains(&"Shift"),
        control: held.contains(&"Ctrl"),
        alt: held.contains(&"Alt"),
        in_input: true,
        in_table: true,
        selecting: false,
    }
}

#[test]
fn keys_mean_what_a_spreadsheet_taught() {
    for (state, written, expected) in [
        // Chosen and not begun: every arrow leaves the cell.
        (Selected, "ArrowUp", (Selected, Some(Step(Up)))),
        (Selected, "ArrowDown", (Selected, Some(Step(Down)))),
        (Selected, "ArrowLeft", (Selected, Some(Step(Left)))),
        (Selected, "ArrowRight", (Selected, Some(Step(Right)))),
        (Selected, "Home", (Selected, Some(Step(First)))),
        (Selected, "End", (Selected, Some(Step(Last)))),
        (Selected, "Enter", (Selected, Some(Step(Down)))),
        (Selected, "Shift+Enter", (Selected, Some(Step(Up)))),
        (Selected, "Tab", (Selected, None)),
        // What is typed replaces, and what takes out takes out all.
        (Selected, "5", (Selected, Some(Replace))),
        (Selected, "=", (Selected, Some(Replace))),
        (Selected, "五", (Selected, Some(Replace))),
        (Selected, "Shift+*", (Selected, Some(Replace))),
        (Selected, "Ctrl+Alt+@", (Selected, Some(Replace))),
        (Selected, "Ctrl+v", (Selected, Some(Replace))),
        (Selected, "Ctrl+c", (Selected, Some(Replace))),
        (Selected, "Delete", (Selected, Some(Replace))),
        (Selected, "Backspace", (Selected, Some(Replace))),
        (Selected, "Ctrl+d", (Selected, Some(FillDown))),
        (Editing, "Ctrl+d", (Selected, Some(FillDown))),
        (Editing, "Ctrl+Enter", (Selected, Some(Settle))),
        (Selected, "Ctrl+a", (Selected, None)),
        (Selected, "Ctrl+z", (Selected, None)),
        (Selected, "F5", (Selected, None)),
        (Selected, "Shift", (Selected, None)),
        // Begun by F2, or by a caret that is moved.
        (Selected, "F2", (Editing, Some(Edit))),
        (Selected, "Shift+Home", (Editing, None)),
        (Selected, "Ctrl+ArrowLeft", (Editing, None)),
        (Selected, "Ctrl+ArrowDown", (Editing, None)),
        (Selected, "Escape", (Selected, Some(TakeBack))),
        // Begun: the text has the keys.
        (Editing, "ArrowLeft", (Editing, None)),
        (Editing, "ArrowRight", (Editing, None)),
        (Editing, "Home", (Editing, None)),
        (Editing, "End", (Editing, None)),
        (Editing, "5", (Editing, None)),
        (Editing, "Delete", (Editing, None)),
        (Editing, "Backspace", (Editing, None)),
        (Editing, "Ctrl+v", (Editing, None)),
        (Editing, "F2", (Editing, None)),
        (Editing, "Tab", (Editing, None)),
        // These end it.
        (Editing, "ArrowUp", (Selected, Some(Step(Up)))),
        (Editing, "ArrowDown", (Selected, Some(Step(Down)))),
        (Editing, "Enter", (Selected, Some(Step(Down)))),
        (Editing, "Shift+Enter", (Selected, Some(Step(Up)))),
        (Editing, "Escape", (Selected, Some(TakeBack))),
        // Within a text, Shift with a sideways arrow selects letters.
        (Selected, "Shift+ArrowDown", (Selected, Some(Extend(1, 0)))),
        (Selected, "Shift+ArrowUp", (Selected, Some(Extend(-1, 0)))),
        (Selected, "Shift+ArrowRight", (Selected, Some(Extend(0, 1)))),
        (Editing, "Shift+ArrowRight", (Editing, None)),
        (Editing, "Shift+ArrowDown", (Editing, Some(Extend(1, 0)))),
        // In both.
        (Selected, "F1", (Selected, Some(Explain))),
        (Editing, "F1", (Editing, Some(Explain))),
        (Editing, "Alt+Backspace", (Editing, Some(Restore { whole_row: false }))),
        (Selected, "Alt+Shift+Delete", (Selected, Some(Restore { whole_row: true }))),
        (Selected, "Alt+ArrowLeft", (Selected, None)),
    ] {
        assert_eq!(key(written).pressed(state), expected, "{state:?} {written}");
    }
}

#[test]
fn while_cells_are_selected_keys_are_theirs_unless_a_text_is_worked_on() {
    for (state, written, expected) in [
        (Selected, "Escape", (Selected, Some(Unselect))),
        (Editing, "Escape", (Selected, Some(TakeBack))),
        (Editing, "Ctrl+Enter", (Selected, Some(FillTyped))),
        (Selected, "Ctrl+Enter", (Selected, Some(FillTyped))),
        (Selected, "Ctrl+d", (Selected, Some(FillDown))),
        (Selected, "Delete", (Selected, Some(ClearSelected))),
        (Selected, "Backspace", (Selected, Some(ClearSelected))),
        (Editing, "Backspace", (Editing, None)),
        (Selected, "Shift+ArrowLeft", (Selected, Some(Extend(0, -1)))),
        (Editing, "Shift+ArrowLeft", (Editing, Some(Extend(0, -1)))),
        (Selected, "ArrowRight", (Selected, Some(Step(Right)))),
        (Selected, "5", (Selected, Some(Replace))),
    ] {
        let key = Key { selecting: true, ..key(written) };
        assert_eq!(key.pressed(state), expected, "{state:?} {written}");
    }
}

#[test]
fn a_button_in_a_table_has_the_keys_that_move_and_none_of_a_text() {
    for (written, action) in [
        ("ArrowLeft", Some(Step(Left))),
        ("ArrowDown", Some(Step(Down))),
        ("Enter", None),
        ("F2", None),
        ("5", None),
        ("Delete", None),
        ("F1", Some(Explain)),
    ] {
        assert_eq!(Key { in_input: false, ..key(written) }.pressed(Selected), (Selected, action), "{written}");
    }
}

#[test]
fn an_input_by_itself_keeps_its_arrows() {
    for (state, written, expected) in [
        (Selected, "ArrowRight", (Editing, None)),
        (Selected, "ArrowDown", (Editing, None)),
        (Selected, "Shift+ArrowLeft", (Editing, None)),
        (Selected, "Home", (Editing, None)),
        (Editing, "Enter", (Selected, Some(Settle))),
        (Selected, "Enter", (Selected, Some(Settle))),
        (Selected, "F2", (Editing, Some(Edit))),
        (Selected, "5", (Selected, Some(Replace))),
        (Editing, "Escape", (Selected, Some(TakeBack))),
        (Selected, "F1", (Selected, None)),
    ] {
        assert_eq!(Key { in_table: false, ..key(written) }.pressed(state), expected, "{state:?} {written}");
    }
}

#[test]
fn what_is_typed_begins_the_cell_and_an_empty_text_is_not_begun() {
    assert_eq!([false, true].map(CellState::typed), [Editing, Selected]);
}
