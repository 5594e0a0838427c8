//! Controls with their names.

use leptos::prelude::*;

use super::cell::cell;
use super::element::{El, el};
use crate::text::Wording;
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;

/// A figure beside the grid that can be typed.
pub fn control(
    page: Page,
    field: Field,
    draft: RwSignal<Option<Draft>>,
    placeholder: impl FnMut() -> String + Send + 'static,
) -> AnyView {
    let of = field.clone();
    let value = Memo::new(move |_| page.workspace.scenario.with(|scenario| of.text(scenario)));
    cell(page, field, value, draft, placeholder)
}

/// The name above or before a control.
pub fn caption(page: Page, word: impl Wording) -> AnyView {
    el("span").class("caption").word(page, word).done()
}

/// A control with its name.
pub fn labelled(name: AnyView, control: AnyView) -> AnyView {
    el("div").class("labelled").child(name).child(control).done()
}

/// A control with its caption, which is its label: `id` is that of the control.
#[inline(never)]
pub fn captioned(page: Page, id: &'static str, name: impl Wording, control: El) -> AnyView {
    labelled(el("label").class("caption").attr("for", id).word(page, name).done(), control.done())
}
