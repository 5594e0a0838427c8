//! A choice from a list.

use leptos::prelude::*;

use super::element::{El, el, list};
use super::forms::drop_down;
use crate::model::County;
use crate::ui::state::page::Page;

/// A choice; `id` is its name for scripts and for its label.
pub fn select<S: Into<String>>(
    id: &'static str,
    options: impl IntoIterator<Item = AnyView>,
    chosen: impl FnMut() -> S + Send + 'static,
    choose: impl FnMut(String) + 'static,
) -> El {
    drop_down().attr("id", id).test_id(id).children(options).value(chosen).on_value("change", choose)
}

/// What can be chosen; its name is still to be put in.
pub fn option(value: impl AsRef<str>, is_chosen: impl FnMut() -> bool + Send + 'static) -> El {
    el("option").attr("value", value).attr_if("selected", is_chosen)
}

/// A choice among the counties of the region, by their positions.
pub fn county_select(
    page: Page,
    id: &'static str,
    chosen: RwSignal<usize>,
    mut choose: impl FnMut(usize) + 'static,
) -> El {
    let options = move || {
        let language = page.language.get();
        let one = |(at, county): (usize, &County)| {
            option(at.to_string(), move || chosen.get() == at).text(language.name(&county.name)).done()
        };
        page.workspace.region.with(|region| region.counties().iter().enumerate().map(one).collect())
    };
    let choose = move |at: String| {
        if let Ok(at) = at.parse() {
            choose(at);
        }
    };
    select(id, [list(options)], move || chosen.get().to_string(), choose)
}
