//! Buttons of which one is pressed: the parts of a page, or the views of a table.

use leptos::prelude::*;

use super::element::{el, word_button};
use crate::text::Wording;
use crate::ui::state::page::Page;

/// A button for each part: what it shows, its name for scripts and its name.
pub fn tabs<T: Copy + PartialEq + Send + Sync + 'static, W: Wording>(
    page: Page,
    class: &'static str,
    label: impl Wording,
    parts: impl IntoIterator<Item = (T, &'static str, W)>,
    shown: RwSignal<T>,
) -> AnyView {
    let one = |(part, test_id, name): (T, &'static str, W)| {
        word_button(page, test_id, name)
            .aria("aria-pressed", move || shown.get() == part)
            .click(move || shown.set(part))
            .done()
    };
    el("div")
        .class(class)
        .attr("role", "group")
        .word_attr("aria-label", page, label)
        .children(parts.into_iter().map(one))
        .done()
}
