//! What stands around a table.

use super::element::{El, el};

/// A frame in which a table scrolls, by keys as well; it still needs its accessible name.
#[inline(never)]
pub fn scroll_frame(class: &'static str) -> El {
    el("div").class(class).attr("tabindex", "0").attr("role", "region")
}

/// What stands in the place of a table without rows; what it says is still to be put in.
pub fn empty_hint(test_id: &'static str, mut is_empty: impl FnMut() -> bool + Send + 'static) -> El {
    el("p").class("hint none").test_id(test_id).attr_if("hidden", move || !is_empty())
}
