//! Keys, where the figures come from, and where they are kept.

use leptos::prelude::*;

use super::guide;
use crate::text::{GuideText, Word};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{el, fragment, word_button};

const KEYS: [(&str, Word); 10] = [
    ("Enter / Shift+Enter / ↑ ↓", Word::HelpMove),
    ("Tab / Shift+Tab", Word::HelpTab),
    ("Esc", Word::HelpEscape),
    ("Ctrl+Z / Ctrl+Y", Word::HelpUndo),
    ("Shift+↑ ↓ ← →", Word::HelpSelect),
    ("Ctrl+C / Ctrl+V", Word::HelpCopy),
    ("F1", Word::HelpExplain),
    ("Delete", Word::HelpClear),
    ("Alt+Backspace", Word::HelpRestore),
    ("Alt+Shift+Backspace", Word::HelpRestoreRow),
];

/// What the help dialog holds.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let show = move |(key, meaning): (&'static str, Word)| {
        let key = el("dt").child(el("kbd").text(key).done());
        el("div").el(key).child(el("dd").word(page, meaning).done()).done()
    };
    fragment([
        el("h3").word(page, Word::Keys).done(),
        el("dl").class("keys").children(KEYS.map(show)).done(),
        el("h3").word(page, Word::DataAndSource).done(),
        el("p").word(page, Word::HelpSource).done(),
        el("p").word(page, Word::HelpStored).done(),
        el("p")
            .class("share-line")
            .el(word_button(page, "help-guide", GuideText::Again).click(move || {
                open.set(false);
                guide::begin(page);
            }))
            .done(),
    ])
}
