//! The bar above every page.

use leptos::prelude::*;

use crate::storage::Theme;
use crate::text::{Language, Message, Word};

use super::icon;
use super::page::Page;
use super::parts::{always, click, flag, icon_button, piece, text, word};
use super::scenario_bar::ScenarioBar;

/// Region and year, pages, the scenario, undo and redo, language and look.
#[component]
pub fn TopBar(page: Page, help: RwSignal<bool>) -> impl IntoView {
    let workspace = page.workspace;
    let region = text(move || {
        let language = page.language.get();
        workspace.region.with(|region| page.say(Message::RegionAndYear(language.name(region.name()), region.year())))
    });
    let switch_language = move || {
        page.language.update(|language| {
            *language = match language {
                Language::Chinese => Language::English,
                Language::English => Language::Chinese,
            }
        });
    };
    let look_word = move || match page.theme.get() {
        Theme::Light => page.word(Word::SwitchToDark),
        Theme::Dark => page.word(Word::SwitchToLight),
    };
    let undo = move || workspace.undo();
    let redo = move || workspace.redo();
    view! {
        <header class="bar">
            <div class="brand">
                <span class="mark" aria-hidden="true">{word(page, Word::AppShort)}</span>
                <h1>{word(page, Word::AppName)}</h1>
                <span class="region" data-testid="region">{region}</span>
            </div>
            <nav aria-label=word(page, Word::Pages)>
                <a href="#/plan" data-testid="nav-plan" aria-current="page">{word(page, Word::Plan)}</a>
            </nav>
            <ScenarioBar page />
            <div class="tools">
                {icon_button(page, "undo", Word::Undo, icon::undo(), flag(move || !workspace.can_undo.get()), undo)}
                {icon_button(page, "redo", Word::Redo, icon::redo(), flag(move || !workspace.can_redo.get()), redo)}
                <button
                    type="button"
                    class="quiet"
                    data-testid="language"
                    title=word(page, Word::SwitchLanguage)
                    aria-label=word(page, Word::SwitchLanguage)
                    on:click=click(switch_language)
                >
                    {word(page, Word::OtherLanguage)}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-testid="theme"
                    title=text(look_word)
                    aria-label=text(look_word)
                    on:click=click(move || page.theme.update(|theme| *theme = other(*theme)))
                >
                    {piece(move || match page.theme.get() {
                        Theme::Light => icon::moon(),
                        Theme::Dark => icon::sun(),
                    })}
                </button>
                {icon_button(page, "help", Word::Help, icon::help(), always(), move || help.set(true))}
            </div>
        </header>
    }
}

const fn other(theme: Theme) -> Theme {
    match theme {
        Theme::Light => Theme::Dark,
        Theme::Dark => Theme::Light,
    }
}
