//! The page that the address names, and the way to another one.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use crate::browser::{listen, window};

pub use crate::session::route::{Route, carries_scenario};

/// The hash of the address as it is now.
pub fn hash() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Leads to another page.
pub fn go(route: Route) {
    if let Some(window) = window() {
        let _ = window.location().set_hash(route.hash());
    }
}

/// The address of the page without its hash.
pub fn address() -> String {
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// Takes the hash away, without a way back to it.
pub fn clear_hash() {
    let Some(window) = window() else { return };
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(Route::Plan.hash()));
    }
}

/// Whether the page is started afresh after it had stopped by an error: `rescue.js` leaves this hash. Only the first to ask
/// is told.
pub fn is_afresh() -> bool {
    let afresh = hash() == "#/afresh";
    if afresh {
        clear_hash();
    }
    afresh
}

/// The page that the address names, now and whenever it changes. Every hash is told to `seen` first.
pub fn routed(seen: impl Fn(&str) + 'static) -> RwSignal<Route> {
    let now = hash();
    seen(&now);
    let route = RwSignal::new(Route::of(&now));
    listen("hashchange", move |_| {
        let now = hash();
        seen(&now);
        if route.get_untracked() != Route::of(&now) {
            route.set(Route::of(&now));
        }
    });
    route
}
