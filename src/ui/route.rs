//! The pages, by the hash of the address.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;

use crate::browser::{listen, window};
use crate::text::Word;

/// A page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// 规划: the grid and its charts.
    #[default]
    Plan,
    /// 对比: scenarios side by side.
    Compare,
    /// 监测: reports, indicators, the calendar, ranking and bulletin.
    Monitor,
    /// 任务: the plan's tasks and the ledger of safety problems.
    Tasks,
    /// 说明: method, formulas, sources, where things are kept.
    About,
}

impl Route {
    /// All pages, in the order of the bar.
    pub const ALL: [Self; 5] = [Self::Plan, Self::Compare, Self::Monitor, Self::Tasks, Self::About];

    /// The hash that leads to it.
    pub const fn hash(self) -> &'static str {
        match self {
            Self::Plan => "#/plan",
            Self::Compare => "#/compare",
            Self::Monitor => "#/monitor",
            Self::Tasks => "#/tasks",
            Self::About => "#/about",
        }
    }

    /// The name that scripts use for the link.
    pub const fn test_id(self) -> &'static str {
        match self {
            Self::Plan => "nav-plan",
            Self::Compare => "nav-compare",
            Self::Monitor => "nav-monitor",
            Self::Tasks => "nav-tasks",
            Self::About => "nav-about",
        }
    }

    /// The name that scripts use for the page itself.
    pub const fn page_id(self) -> &'static str {
        match self {
            Self::Plan => "page-plan",
            Self::Compare => "page-compare",
            Self::Monitor => "page-monitor",
            Self::Tasks => "page-tasks",
            Self::About => "page-about",
        }
    }

    /// Its name.
    pub const fn word(self) -> Word {
        match self {
            Self::Plan => Word::Plan,
            Self::Compare => Word::Compare,
            Self::Monitor => Word::Monitor,
            Self::Tasks => Word::Tasks,
            Self::About => Word::About,
        }
    }

    /// The page of a hash; whatever is unknown leads to the plan.
    fn of(hash: &str) -> Self {
        Self::ALL.into_iter().find(|route| route.hash() == hash).unwrap_or_default()
    }
}

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
