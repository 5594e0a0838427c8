//! What a figure means and how it came about: by a click on it, or by F1 where the cursor stands.

use leptos::prelude::*;

use super::deferred::with_deferred;
use super::element::El;
use super::focus::focus_soon;
use crate::browser::{Focused, has_focus};
use crate::text::Subject;
use crate::ui::state::page::Page;

/// A computed figure of a row that opens its explanation by a click; by keys that is F1 in the row's inputs.
pub fn explained(page: Page, cell: El, subject: Subject) -> El {
    cell.attr("data-explained", "").on("click", move |_| open(page, subject.clone(), false))
}

/// A computed figure that stands by itself, and so is a stop of the Tab key.
pub fn explained_alone(page: Page, figure: El, subject: Subject) -> El {
    explained_now(page, figure, move || subject.clone())
}

/// The same, where what is explained depends on when it is asked.
pub fn explained_now(page: Page, figure: El, subject: impl Fn() -> Subject + Clone + 'static) -> El {
    let of = subject.clone();
    figure.attr("data-explained", "").on("click", move |_| open(page, of(), false)).attr("tabindex", "0").on_key(
        move |event| {
            if matches!(event.key().as_str(), "Enter" | "F1") {
                open(page, subject(), true);
                event.prevent_default();
            }
        },
    )
}

/// Opens the explanation; from the keyboard the focus goes there, and back again afterwards.
pub fn open(page: Page, subject: Subject, by_key: bool) {
    if by_key && page.explaining.with_untracked(Option::is_none) {
        page.explained_from.set_value(Focused::now());
    }
    page.explaining.set(Some(subject));
    if by_key {
        let from = Focused::now();
        // The card itself may still have to come; who has gone on by then is left alone.
        with_deferred(page, move |_| {
            if Focused::now() == from {
                focus_soon("explain-close");
            }
        });
    }
}

/// Closes it. Answers whether it was open.
pub fn close(page: Page) -> bool {
    if page.explaining.with_untracked(Option::is_none) {
        return false;
    }
    let from = page.explained_from.try_update_value(Option::take).flatten();
    // Who works elsewhere by now is left alone.
    let from = from.filter(|_| has_focus("explain"));
    page.explaining.set(None);
    if let Some(from) = from {
        from.back();
    }
    true
}
