//! The page for when there is no network: where the address is secure, a service worker keeps its files.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::{look_for_new_version, on_new_version};
use crate::text::ToolWord;
use crate::ui::state::page::Page;

/// A page that stays open looks for a new version this often.
const LOOK_EVERY: Duration = Duration::from_secs(3_600);

/// Has the page kept, and says when another version of it is there.
pub fn begin(page: Page) {
    // A page that is being worked on is built anew all the time.
    if cfg!(debug_assertions) {
        return;
    }
    let says = on_new_version(move || page.notices.show(page.word_now(ToolWord::NewVersion).to_owned()));
    if says {
        set_interval(look_for_new_version, LOOK_EVERY);
    }
}
