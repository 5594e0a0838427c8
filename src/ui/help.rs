//! Keys, where the figures come from, and where they are kept.

use leptos::prelude::*;

use crate::text::Word;

use super::dialog::dialog;
use super::page::Page;
use super::parts::word;

const KEYS: [(&str, Word); 8] = [
    ("Enter / Shift+Enter / ↑ ↓", Word::HelpMove),
    ("Tab / Shift+Tab", Word::HelpTab),
    ("Esc", Word::HelpEscape),
    ("Ctrl+Z / Ctrl+Y", Word::HelpUndo),
    ("Shift+↑ ↓ ← →", Word::HelpSelect),
    ("Ctrl+C / Ctrl+V", Word::HelpCopy),
    ("Alt+Backspace", Word::HelpRestore),
    ("Alt+Shift+Backspace", Word::HelpRestoreRow),
];

/// The help dialog.
#[component]
pub fn HelpDialog(page: Page, open: RwSignal<bool>) -> impl IntoView {
    let show = move |(key, meaning): (&'static str, Word)| {
        view! { <div><dt><kbd>{key}</kbd></dt><dd>{word(page, meaning)}</dd></div> }.into_any()
    };
    let contents = move || {
        view! {
            <h3>{word(page, Word::Keys)}</h3>
            <dl class="keys">{KEYS.into_iter().map(show).collect::<Vec<_>>()}</dl>
            <h3>{word(page, Word::DataAndSource)}</h3>
            <p>{word(page, Word::HelpSource)}</p>
            <p>{word(page, Word::HelpStored)}</p>
        }
        .into_any()
    };
    dialog(page, open, "help-dialog", Word::Help, contents)
}
