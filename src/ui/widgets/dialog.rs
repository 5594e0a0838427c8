//! The browser's own modal dialog: it keeps the focus inside and closes on Esc.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::element::{close_button, dynamic, el, empty};
use crate::browser::{by_test_id, run};
use crate::text::Word;
use crate::ui::state::page::Page;

/// A modal dialog that is there while `open` holds.
pub fn dialog(
    page: Page,
    open: RwSignal<bool>,
    test_id: &'static str,
    title: Word,
    contents: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    dynamic(move || {
        if !open.get() {
            // The browser gives the focus back to where it was, if the dialog is closed before it goes.
            if let Some(dialog) = shown(test_id).filter(HtmlDialogElement::open) {
                dialog.close();
            }
            return empty();
        }
        // Right after it is on the page and before any other key or click: none may go past it.
        run(async move {
            if let Some(dialog) = shown(test_id).filter(|dialog| !dialog.open()) {
                let _ = dialog.show_modal();
            }
        });
        frame(page, open, test_id, title, contents())
    })
}

fn shown(test_id: &str) -> Option<HtmlDialogElement> {
    by_test_id(test_id)?.dyn_into().ok()
}

fn frame(page: Page, open: RwSignal<bool>, test_id: &'static str, title: Word, contents: AnyView) -> AnyView {
    let heading = format!("{test_id}-title");
    let close = close_button(page, format!("{test_id}-close")).click(move || open.set(false));
    let head = el("header").child(el("h2").attr("id", heading.clone()).word(page, title).done()).el(close);
    el("dialog")
        .test_id(test_id)
        .attr("aria-labelledby", heading)
        .on("close", move |_| open.set(false))
        .el(head)
        .child(contents)
        .done()
}
