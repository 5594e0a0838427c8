//! Values that tell of a change only when there is one.

use leptos::prelude::*;

/// A value that follows the page, set only when it becomes another one.
///
/// What reads a memo is asked with every edit whether it has to change, one reader after the other; what reads this is left
/// alone. It is for rows of many cells. The value is there with the effects of an edit, so it is to be shown and not
/// to be reckoned with.
pub fn settled<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> T + 'static) -> RwSignal<T> {
    let now = RwSignal::new(untrack(&of));
    Effect::new(move |_| {
        let value = of();
        if now.with_untracked(|now| *now != value) {
            now.set(value);
        }
    });
    now
}
