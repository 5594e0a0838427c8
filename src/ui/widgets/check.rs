//! Boxes to tick.

use super::element::{El, el};

/// A box to tick.
pub fn check_box(
    test_id: impl AsRef<str>,
    is_ticked: impl FnMut() -> bool + Send + 'static,
    mut toggle: impl FnMut() + 'static,
) -> El {
    el("input").attr("type", "checkbox").test_id(test_id).attr_if("checked", is_ticked).on("change", move |_| toggle())
}

/// A box with its name.
#[inline(never)]
pub fn check(check_box: El, name: El) -> El {
    el("label").class("check").el(check_box).el(name)
}
