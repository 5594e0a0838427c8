//! The card of a first visit, and the guided path. Neither stands in the way: all of the page can be used beside them.

use leptos::prelude::*;

use crate::browser::by_test_id;
use crate::model::official_plan_of;
use crate::text::{GuideText, guide_place, guide_steps};
use crate::ui::state::page::Page;
use crate::ui::state::route::{Route, go};
use crate::ui::widgets::element::{el, empty, word_button};
use crate::ui::widgets::focus::focus_soon;

/// The guide's state.
#[derive(Clone, Copy)]
pub struct GuideState {
    /// The step that is on show.
    pub step: RwSignal<Option<usize>>,
}

impl GuideState {
    /// No step; kept for as long as the page is there.
    pub fn begin(page: Page) -> Self {
        let state = Self { step: RwSignal::new(None) };
        page.provide(state);
        state
    }
}

/// What the card of a first visit holds.
pub fn welcome(page: Page) -> AnyView {
    let sentences = [GuideText::What, GuideText::Live, GuideText::Kept];
    el("section")
        .class("card welcome")
        .test_id("welcome")
        .word_attr("aria-label", page, GuideText::Title)
        .child(el("h2").word(page, GuideText::Title).done())
        .children(sentences.map(|sentence| el("p").word(page, sentence).done()))
        .child(
            el("div")
                .class("share-line")
                .el(word_button(page, "guide-begin", GuideText::Begin).class("primary").click(move || begin(page)))
                .el(word_button(page, "welcome-close", GuideText::NoThanks).click(move || page.seen.set(true)))
                .done(),
        )
        .done()
}

/// Begins the path at its first step.
pub fn begin(page: Page) {
    page.seen.set(true);
    go(Route::Plan);
    if let Some(GuideState { step }) = page.provided() {
        step.set(Some(0));
    }
    focus_soon("guide-next");
}

/// The step that is on show, with a frame around what it is about.
pub fn step(page: Page, at: usize) -> AnyView {
    let is_datong = page.workspace.region.with_untracked(|region| official_plan_of(region).is_some());
    let steps = guide_steps(is_datong);
    let (Some(step), Some(guide)) = (steps.get(at), page.provided::<GuideState>()) else { return empty() };
    let first = page
        .workspace
        .region
        .with_untracked(|region| region.counties().first().map_or_else(String::new, |county| county.id.to_string()));
    let target = step.target.replace("{}", &first);
    let shown = target.clone();
    // After the page of the route is there.
    request_animation_frame(move || point_at(&shown, true));
    on_cleanup(move || point_at(&target, false));
    let last = at + 1 == steps.len();
    let move_to = move |to: Option<usize>| {
        guide.step.set(to);
        focus_soon("guide-next");
    };
    let back = word_button(page, "guide-back", GuideText::Before)
        .attr_if("disabled", move || at == 0)
        .click(move || move_to(at.checked_sub(1)));
    let next = word_button(page, "guide-next", if last { GuideText::Done } else { GuideText::Next })
        .class("primary")
        .click(move || move_to((!last).then_some(at + 1)));
    let close = word_button(page, "guide-close", crate::text::Word::Close).click(move || guide.step.set(None));
    el("aside")
        .class("guide")
        .test_id("guide")
        .attr("role", "status")
        .on_key(move |event| {
            if event.key() == "Escape" {
                guide.step.set(None);
                event.prevent_default();
            }
        })
        .child(
            el("p").class("hint").test_id("guide-place").dyn_text(move || guide_place(at, page.language.get())).done(),
        )
        .child(el("p").test_id("guide-text").word(page, step.text).done())
        .child(el("div").class("share-line").el(back).el(next).el(close).done())
        .done()
}

fn point_at(test_id: &str, is_pointed: bool) {
    let Some(element) = by_test_id(test_id) else { return };
    let classes = element.class_list();
    if is_pointed {
        let _ = classes.add_1("guided");
        element.scroll_into_view_with_bool(false);
    } else {
        let _ = classes.remove_1("guided");
    }
}
