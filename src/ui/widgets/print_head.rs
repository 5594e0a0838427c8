//! What stands above every page on paper.

use leptos::prelude::*;

use super::element::el;
use crate::text::{Message, Wording, region_year};
use crate::ui::state::page::Page;

/// What only paper shows: whose figures these are, what they are about, in which scenario, as of which day.
pub fn print_head(page: Page, about: impl Wording) -> AnyView {
    let heading = move || {
        let region = page.workspace.region.with(|region| region_year(region, page.language.get()));
        format!("{region} {}", page.word(about))
    };
    let printed = move || page.say(Message::PrintedAs(&page.scenario_name(), &page.today().iso()));
    el("div")
        .class("print-head")
        .child(el("h1").dyn_text(heading).done())
        .child(el("p").dyn_text(printed).done())
        .done()
}
