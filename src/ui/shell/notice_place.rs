//! Where messages stand: beside what must stay in sight.

use leptos::prelude::*;

use crate::browser::{listen, place_beside};
use crate::ui::state::notices::Notices;
use crate::ui::state::page::Page;

/// Sums, findings, what is typed in, a menu, and what is presented.
const IN_SIGHT: &str = "tr.total, .findings:not([hidden]), .cell:focus, .columns-menu, .present-canvas, .present-adjust, .present-bar button";

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
        page.workspace.turn.track();
        place();
    });
    for event in ["scroll", "resize", "click", "focusin"] {
        listen(event, move |_| untrack(place));
    }
}
