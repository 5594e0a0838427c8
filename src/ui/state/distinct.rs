//! Values that tell of a change only when there is one.

use leptos::prelude::*;

/// A value that follows the page, set only when it becomes another one.
///
/// What reads a memo is asked with every edit whether it has to change, one reader after the other; what reads this is left
/// alone. It is for rows of many cells. The value is there with the effects of an edit, so it is to be shown and not
/// to be reckoned with.
pub fn distinct<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> T + 'static) -> RwSignal<T> {
    let now = RwSignal::new(untrack(&of));
    Effect::new(move |_| set_changed(now, of()));
    now
}

/// Several such values that are worked out together, as many as there are at first.
pub fn distinct_each<T: PartialEq + Send + Sync + 'static>(of: impl Fn() -> Vec<T> + 'static) -> Vec<RwSignal<T>> {
    let now: Vec<RwSignal<T>> = untrack(&of).into_iter().map(RwSignal::new).collect();
    let each = now.clone();
    Effect::new(move |_| each.iter().zip(of()).for_each(|(now, value)| set_changed(*now, value)));
    now
}

fn set_changed<T: PartialEq + Send + Sync + 'static>(now: RwSignal<T>, value: T) {
    if now.with_untracked(|now| *now != value) {
        now.set(value);
    }
}
