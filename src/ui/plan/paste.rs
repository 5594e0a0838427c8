//! A pasted block of cells, by Ctrl+V in the grid or through the dialog.

use leptos::prelude::*;

use crate::files::{Anchor, PasteSheet};
use crate::text::Word;
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{el, fragment, word_button};
use crate::ui::widgets::import;

/// Takes a block at a cell; `shown` are the counties on show where a search hides others.
pub fn take(page: Page, text: &str, at: Option<Anchor>, shown: Option<Vec<usize>>) {
    import::take(page, text, PasteSheet::Grid { at }, shown);
}

/// For those who would rather see first what a block will do: what is pasted here is shown at once.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let text = RwSignal::new(String::new());
    let is_pasted = StoredValue::new(false);
    let look = move || {
        let typed = text.get_untracked();
        if !typed.trim().is_empty() {
            open.set(false);
            import::look(page, &typed, PasteSheet::Grid { at: None });
        }
    };
    let area = el("textarea")
        .attr("rows", "8")
        .test_id("paste-text")
        .word_attr("aria-label", page, Word::PasteArea)
        .word_attr("placeholder", page, Word::PasteArea)
        .value(move || text.get())
        .on("paste", move |_| is_pasted.set_value(true))
        .on_value("input", move |typed| {
            text.set(typed);
            if is_pasted.get_value() {
                is_pasted.set_value(false);
                look();
            }
        });
    let report = move || text.with(|text| import::summary(page, text, PasteSheet::Grid { at: None }));
    let apply = word_button(page, "paste-apply", Word::PasteApply)
        .class("primary")
        .attr_if("disabled", move || text.with(|text| text.trim().is_empty()))
        .click(move || {
            open.set(false);
            take(page, &text.get_untracked(), None, None);
        });
    fragment([
        el("p").word(page, Word::PasteHint).done(),
        area.done(),
        el("p").attr("role", "status").test_id("paste-report").dyn_text(report).done(),
        el("footer").el(apply).done(),
    ])
}
