//! Keys that work anywhere on the page.

use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};

use crate::browser::{dialog_is_open, is_composing, listen};
use crate::ui::state::page::Page;
use crate::ui::widgets::explain::close;

/// Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, with ⌘ on a Mac.
pub fn listen_for_undo(page: Page) {
    listen("keydown", move |event| {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        // A dialog closes itself first.
        let to_card = event.key() == "Escape" && !event.default_prevented() && !is_composing(&event);
        if to_card && !dialog_is_open() && close(page) {
            return event.prevent_default();
        }
        let control = event.ctrl_key() || event.meta_key();
        if !control || event.alt_key() || is_composing(&event) || event.default_prevented() || has_own_undo(&event) {
            return;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("z" | "Z", false) => page.workspace.undo(),
            ("y" | "Y", false) | ("z" | "Z", true) => page.workspace.redo(),
            _ => return,
        }
        event.prevent_default();
    });
}

/// Whether the key goes to a text that the browser undoes by itself: names, searches, pasted blocks. Texts of the ledgers
/// are figures of the scenario like any other.
fn has_own_undo(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok())
        .is_some_and(|element| element.matches("textarea:not(.cell), input[type=search], input.name").unwrap_or(false))
}
