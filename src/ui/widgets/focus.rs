//! Where the focus goes once the page shows what changed.

use leptos::prelude::*;

use crate::browser::{focus, focus_and_select};

/// Moves the focus with the next frame, to the element of this name for scripts.
pub fn focus_soon(test_id: impl Into<String>) {
    let test_id = test_id.into();
    request_animation_frame(move || {
        focus(&test_id);
    });
}

/// The same, with the text in it selected.
pub fn select_soon(test_id: impl Into<String>) {
    let test_id = test_id.into();
    request_animation_frame(move || {
        focus_and_select(&test_id);
    });
}
