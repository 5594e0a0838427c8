//! Parts of the page that come after the first load.

use leptos::prelude::*;

use super::element::{dynamic, empty};
use crate::browser::run;
use crate::text::Word;
use crate::ui::state::page::{DeferredModule, Page};

/// A part of the page that the deferred module makes; nothing until it is there.
pub fn deferred(page: Page, of: impl Fn(DeferredModule) -> AnyView + Send + 'static) -> AnyView {
    dynamic(move || page.deferred.get().map_or_else(empty, &of))
}

/// Does something with the deferred module, at once or as soon as it is there.
pub fn with_deferred(page: Page, act: impl FnOnce(DeferredModule) + 'static) {
    if let Some(module) = page.deferred.get_untracked() {
        return act(module);
    }
    run(async move {
        if let Some(module) = (page.fetch_deferred)().await {
            act(module);
        } else {
            page.notices.keep(page.word_now(Word::DeferredMissing).to_owned());
        }
    });
}
