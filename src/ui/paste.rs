//! A pasted block of cells, by Ctrl+V in the grid or through the dialog.

use leptos::prelude::*;

use crate::files::{Anchor, Pasted, read_block};
use crate::model::Edit;
use crate::text::{Word, paste_report};

use super::dialog::dialog;
use super::page::Page;
use super::parts::{self, change, click, flag, word};

/// Takes what can be taken of a block, as one undo step, and says what was taken and what was left.
pub fn paste_block(page: Page, text: &str, anchor: Option<Anchor>) {
    let pasted = read(page, text, anchor);
    let report = paste_report(&pasted, page.language.get_untracked());
    if !pasted.edits.is_empty() {
        page.workspace.edit_once(&Edit::Batch(pasted.edits));
    }
    page.notices.show(report);
}

fn read(page: Page, text: &str, anchor: Option<Anchor>) -> Pasted {
    let workspace = page.workspace;
    workspace.scenario.with_untracked(|scenario| {
        workspace.outcome.with_untracked(|outcome| read_block(text, scenario, outcome, anchor))
    })
}

/// For those who would rather see first what a block will do.
#[component]
pub fn PasteDialog(page: Page, open: RwSignal<bool>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    Effect::new(move |_| {
        if open.get() {
            text.set(String::new());
        }
    });
    let report = move || {
        let language = page.language.get();
        text.with(|text| (!text.trim().is_empty()).then(|| paste_report(&read(page, text, None), language)))
    };
    let take = move || {
        paste_block(page, &text.get_untracked(), None);
        open.set(false);
    };
    let contents = move || {
        view! {
            <p>{word(page, Word::PasteHint)}</p>
            <textarea
                rows="8"
                data-testid="paste-text"
                aria-label=word(page, Word::PasteArea)
                placeholder=word(page, Word::PasteArea)
                prop:value=parts::text(move || text.get())
                on:input=change(move |typed| text.set(typed))
            ></textarea>
            <p role="status" data-testid="paste-report">{parts::text(move || report().unwrap_or_default())}</p>
            <footer>
                <button
                    type="button"
                    class="primary"
                    data-testid="paste-apply"
                    disabled=flag(move || report().is_none())
                    on:click=click(take)
                >
                    {word(page, Word::PasteApply)}
                </button>
            </footer>
        }
        .into_any()
    };
    dialog(page, open, "paste-dialog", Word::PasteBlock, contents)
}
