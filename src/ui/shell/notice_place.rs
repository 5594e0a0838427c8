//! Where messages stand: beside what must stay in sight.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::browser::{listen, place_beside};
use crate::ui::state::notices::Notices;
use crate::ui::state::page::Page;

/// Sums, findings, what is typed in, a menu, and what is presented.
const IN_SIGHT: &str = "tr.total, .findings:not([hidden]), .cell:focus, .columns-menu, .present-canvas, .present-adjust, .present-bar button";

/// What edits and keys move is looked at when they rest: nobody reads while they type, and measuring costs a layout.
const REST: Duration = Duration::from_millis(300);

/// Keeps messages beside all that, whatever is on show.
pub fn begin(page: Page) {
    let place = move || {
        if page.notices.any() {
            request_animation_frame(|| place_beside(Notices::TEST_ID, IN_SIGHT));
        }
    };
    Effect::new(move |_| {
        page.route.track();
        page.view.track();
        page.presenting.track();
        place();
    });
    let resting = StoredValue::new(None::<TimeoutHandle>);
    let rest = move || {
        if untrack(|| page.notices.any()) {
            if let Some(before) = resting.get_value() {
                before.clear();
            }
            resting.set_value(set_timeout_with_handle(move || untrack(place), REST).ok());
        }
    };
    Effect::new(move |_| {
        page.workspace.turn.track();
        rest();
    });
    for event in ["scroll", "resize", "click"] {
        listen(event, move |_| untrack(place));
    }
    listen("focusin", move |_| rest());
}
