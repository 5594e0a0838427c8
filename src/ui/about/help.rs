//! Keys, where the figures come from, and where they are kept.

use leptos::prelude::*;

use super::guide;
use crate::text::{GuideText, HelpText};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{el, fragment, word_button};

const KEYS: [(&str, HelpText); 13] = [
    ("↑ ↓ ← → / Enter / Shift+Enter", HelpText::Move),
    ("F2", HelpText::Edit),
    ("=", HelpText::Formula),
    ("Tab / Shift+Tab", HelpText::Tab),
    ("Esc", HelpText::Escape),
    ("Ctrl+Z / Ctrl+Y", HelpText::Undo),
    ("Shift+↑ ↓ ← →", HelpText::Select),
    ("Ctrl+C / Ctrl+V", HelpText::Copy),
    ("Ctrl+D / Ctrl+Enter", HelpText::Fill),
    ("F1", HelpText::Explain),
    ("Delete", HelpText::Clear),
    ("Alt+Backspace", HelpText::Restore),
    ("Alt+Shift+Backspace", HelpText::RestoreRow),
];

/// What the help dialog holds.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let show = move |(key, meaning): (&'static str, HelpText)| {
        let key = el("dt").child(el("kbd").text(key).done());
        el("div").el(key).child(el("dd").word(page, meaning).done()).done()
    };
    fragment([
        el("h3").word(page, HelpText::Keys).done(),
        el("dl").class("keys").children(KEYS.map(show)).done(),
        el("h3").word(page, HelpText::DataAndSource).done(),
        el("p").word(page, HelpText::Source).done(),
        el("p").word(page, HelpText::Stored).done(),
        el("p")
            .class("share-line")
            .el(word_button(page, "help-guide", GuideText::Again).click(move || {
                open.set(false);
                guide::begin(page);
            }))
            .done(),
    ])
}
