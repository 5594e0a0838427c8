//! A pasted block of cells, by Ctrl+V in the grid or through the dialog.

use leptos::prelude::*;

use crate::files::{Anchor, Pasted, read_block};
use crate::model::Edit;
use crate::text::{Word, paste_report};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{el, fragment, word_button};

/// Takes what can be taken of a block, as one undo step, and says what was taken and what was left.
pub fn take(page: Page, text: &str, anchor: Option<Anchor>) {
    let pasted = read(page, text, anchor);
    let report = paste_report(&pasted.report, page.language.get_untracked());
    if !pasted.edits.is_empty() {
        page.workspace.edit_once(&Edit::Batch(pasted.edits));
    }
    page.notices.show(report);
}

fn read(page: Page, text: &str, anchor: Option<Anchor>) -> Pasted {
    page.workspace.scenario.with_untracked(|scenario| read_block(text, scenario, anchor))
}

/// For those who would rather see first what a block will do.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let text = RwSignal::new(String::new());
    let report = move || {
        let language = page.language.get();
        text.with(|text| (!text.trim().is_empty()).then(|| paste_report(&read(page, text, None).report, language)))
    };
    let apply = move || {
        take(page, &text.get_untracked(), None);
        open.set(false);
    };
    let area = el("textarea")
        .attr("rows", "8")
        .test_id("paste-text")
        .word_attr("aria-label", page, Word::PasteArea)
        .word_attr("placeholder", page, Word::PasteArea)
        .value(move || text.get())
        .on_value("input", move |typed| text.set(typed));
    let apply = word_button(page, "paste-apply", Word::PasteApply)
        .class("primary")
        .attr_if("disabled", move || report().is_none())
        .click(apply);
    fragment([
        el("p").word(page, Word::PasteHint).done(),
        area.done(),
        el("p").attr("role", "status").test_id("paste-report").dyn_text(move || report().unwrap_or_default()).done(),
        el("footer").el(apply).done(),
    ])
}
