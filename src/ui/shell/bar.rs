//! The bar above every page.

use leptos::prelude::*;

use crate::storage::Theme;
use crate::text::{Language, Word, region_year};
use crate::ui::scenarios::bar::scenario_bar;
use crate::ui::state::page::Page;
use crate::ui::state::route::Route;
use crate::ui::widgets::deferred::deferred;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::element::{button, dynamic, el, icon_button};
use crate::ui::widgets::icon;

/// Region and year, pages, the scenario, undo and redo, language and look.
pub fn top_bar(page: Page, help: RwSignal<bool>) -> AnyView {
    let workspace = page.workspace;
    let editing = RwSignal::new(false);
    let region = move || workspace.region.with(|region| region_year(region, page.language.get()));
    let brand = el("div")
        .class("brand")
        .child(el("span").class("mark").attr("aria-hidden", "true").word(page, Word::AppShort).done())
        .child(
            el("h1")
                .word(page, Word::AppNameBegin)
                .child(el("span").class("rest").word(page, Word::AppNameRest).done())
                .done(),
        )
        .child(
            button()
                .class("region")
                .test_id("region")
                .word_attr("title", page, Word::EditRegion)
                .dyn_text(region)
                .click(move || editing.set(true))
                .done(),
        );
    let link = |route: Route| {
        el("a")
            .attr("href", route.hash())
            .test_id(route.test_id())
            .dyn_attr("aria-current", move || if page.route.get() == route { "page" } else { "false" })
            .word(page, route.word())
            .done()
    };
    let tools = el("div")
        .class("tools")
        .child(
            icon_button(page, "undo", Word::Undo, icon::undo())
                .attr_if("disabled", move || !workspace.can_undo.get())
                .click(move || workspace.undo())
                .done(),
        )
        .child(
            icon_button(page, "redo", Word::Redo, icon::redo())
                .attr_if("disabled", move || !workspace.can_redo.get())
                .click(move || workspace.redo())
                .done(),
        )
        .child(language_button(page))
        .child(theme_button(page))
        .child(icon_button(page, "help", Word::Help, icon::help()).click(move || help.set(true)).done());
    el("header")
        .class("bar")
        .attr_if("inert", move || page.presenting.get().is_some())
        .el(brand)
        .child(
            el("nav").word_attr("aria-label", page, Word::Pages).children(Route::ALL.iter().copied().map(link)).done(),
        )
        .child(scenario_bar(page))
        .el(tools)
        .child(dialog(page, editing, "region-dialog", Word::EditRegion, move || {
            deferred(page, move |module| (module.region)(page, editing))
        }))
        .done()
}

fn language_button(page: Page) -> AnyView {
    let switch = move || {
        // They would go on in the other language.
        page.notices.clear_passing();
        page.language.update(|language| {
            *language = match language {
                Language::Chinese => Language::English,
                Language::English => Language::Chinese,
            }
        });
    };
    button()
        .class("quiet")
        .test_id("language")
        .word_titled(page, Word::SwitchLanguage)
        .word(page, Word::OtherLanguage)
        .click(switch)
        .done()
}

fn theme_button(page: Page) -> AnyView {
    let name = move || match page.theme.get() {
        Theme::Light => page.word(Word::SwitchToDark),
        Theme::Dark => page.word(Word::SwitchToLight),
    };
    let drawing = dynamic(move || match page.theme.get() {
        Theme::Light => icon::moon(),
        Theme::Dark => icon::sun(),
    });
    let switch = move || {
        page.theme.update(|theme| {
            *theme = match theme {
                Theme::Light => Theme::Dark,
                Theme::Dark => Theme::Light,
            }
        });
    };
    button().class("quiet").test_id("theme").titled(name).child(drawing).click(switch).done()
}
