//! What a figure means and how it came about: by a click on it, or by F1 where the cursor stands.

use leptos::prelude::*;

use crate::browser::{active_test_id, focus};
use crate::text::Subject;

use super::el::El;
use super::page::Page;

/// A computed figure that opens its explanation.
pub fn explained(page: Page, cell: El, subject: Subject) -> El {
    cell.set("data-explained", "").on("click", move |_| open(page, subject.clone(), false))
}

/// Opens the explanation; from the keyboard the focus goes there, and back again afterwards.
pub fn open(page: Page, subject: Subject, by_key: bool) {
    if by_key && page.explaining.with_untracked(Option::is_none) {
        page.explained_from.set_value(active_test_id());
    }
    page.explaining.set(Some(subject));
    if by_key {
        request_animation_frame(|| {
            focus("explain-close");
        });
    }
}

/// Closes it. Answers whether it was open.
pub fn close(page: Page) -> bool {
    if page.explaining.with_untracked(Option::is_none) {
        return false;
    }
    page.explaining.set(None);
    if let Some(from) = page.explained_from.try_update_value(Option::take).flatten() {
        focus(&from);
    }
    true
}
