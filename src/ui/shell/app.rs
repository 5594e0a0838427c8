//! The page as a whole.

use leptos::prelude::*;

use super::bar::top_bar;
use super::deferred::fetch;
use super::keys::listen_for_undo;
use super::notices::notice_area;
use super::start::start;
use crate::browser::{report_panics, root};
use crate::text::Word;
use crate::ui::about::guide::GuideState;
use crate::ui::plan::page::page as plan_page;
use crate::ui::plan::toolbar::Dialogs;
use crate::ui::state::page::Page;
use crate::ui::state::route::{Route, clear_hash};
use crate::ui::widgets::deferred::deferred;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::element::{dynamic, el, empty, fragment};
use crate::ui::widgets::forms::forms;

/// Mounts the page; `<html data-ready="true">` tells that it can be used.
pub fn mount() {
    report_panics();
    mount_to_body(|| {
        let page = start();
        // What waits for the browser begins when all of this is done, and so after the page is there.
        fetch(page);
        app(page)
    });
    if let Some(root) = root() {
        let _ = root.set_attribute("data-ready", "true");
    }
}

fn app(page: Page) -> AnyView {
    listen_for_undo(page);
    let help = RwSignal::new(false);
    let shared = RwSignal::new(false);
    Effect::new(move |_| {
        if page.shared.with(Option::is_some) {
            // Once more for another link while the first is still looked at.
            shared.set(false);
            shared.set(true);
        }
    });
    // Closed in whatever way, the link is done with and leaves the address.
    Effect::new(move |was_open: Option<bool>| {
        let is_open = shared.get();
        if was_open == Some(true) && !is_open && page.shared.with_untracked(Option::is_some) {
            page.shared.set(None);
            clear_hash();
        }
        is_open
    });
    let skip = el("a").class("skip").attr("href", "#grid").word(page, Word::SkipToTable).on("click", move |event| {
        // The address is the route; only the focus moves.
        event.prevent_default();
        focus_first_cell(page);
    });
    let dialogs = Dialogs::new();
    let guide = GuideState::begin(page);
    let main = plan_page(page, dialogs);
    let [paste, solve, bases] = dialogs.views(page);
    fragment([
        skip.done(),
        forms(),
        top_bar(page, help),
        main,
        dynamic(move || match page.route.get() {
            Route::Plan => empty(),
            route => other_page(page, route),
        }),
        dialog(page, shared, "shared-dialog", Word::SharedScenario, move || {
            deferred(page, move |module| (module.shared)(page, shared))
        }),
        dynamic(move || match page.presenting.get() {
            Some(kind) => deferred(page, move |module| (module.present)(page, kind)),
            None => empty(),
        }),
        dynamic(move || match guide.step.get() {
            Some(step) => deferred(page, move |module| (module.guide)(page, step)),
            None => empty(),
        }),
        notice_area(page),
        paste,
        deferred(page, move |module| (module.import)(page)),
        solve,
        bases,
        dynamic(move || match page.explaining.get() {
            Some(subject) => deferred(page, move |module| (module.card)(page, subject.clone())),
            None => empty(),
        }),
        dialog(page, help, "help-dialog", Word::Help, move || deferred(page, move |module| (module.help)(page, help))),
    ])
}

/// A page besides the plan.
fn other_page(page: Page, route: Route) -> AnyView {
    let contents = deferred(page, move |module| match route {
        Route::Compare => (module.compare)(page),
        Route::Monitor => (module.monitor)(page),
        Route::Tasks => (module.tasks)(page),
        Route::About => (module.about)(page),
        Route::Plan => empty(),
    });
    el("main")
        .class("other")
        .test_id(route.page_id())
        .attr_if("inert", move || page.presenting.get().is_some())
        .child(contents)
        .done()
}

fn focus_first_cell(page: Page) {
    let first =
        page.workspace.region.with_untracked(|region| region.counties().first().map(|county| county.id.clone()));
    if let Some(county) = first {
        crate::browser::focus_and_select(&format!("children-{county}"));
    }
}
