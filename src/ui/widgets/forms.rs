//! The forms that inputs belong to.
//!
//! Chromium's autofill reads, with every key, all fields of the form that is typed in and all fields of the page that are of
//! no form, whatever `autocomplete` says; on a page of a hundred inputs it takes longer than all else that an edit does. So
//! the input that is typed in is, for that time, of a form of its own, and choices are of another one.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

use super::element::{El, el, fragment};

const TYPING: &str = "typing";
const CHOICES: &str = "choices";

/// Both forms; nothing in them is ever sent.
pub fn forms() -> AnyView {
    fragment(
        [TYPING, CHOICES].map(|id| {
            el("form").attr("id", id).attr("hidden", "").on("submit", |event| event.prevent_default()).done()
        }),
    )
}

/// An input has the focus.
pub fn enter(input: &HtmlInputElement) {
    let _ = input.set_attribute("form", TYPING);
}

/// It has the focus no longer.
pub fn leave(input: &HtmlInputElement) {
    let _ = input.remove_attribute("form");
}

/// A choice from a list.
pub fn drop_down() -> El {
    el("select").attr("form", CHOICES)
}
