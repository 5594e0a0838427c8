//! The scenario that is open, its save state, and what can be done with it.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, HtmlInputElement};

use crate::browser::{clock_time, focus, focus_and_select, is_composing, listen, read_file, run};
use crate::storage::ScenarioId;
use crate::text::{Message, Word};

use super::history::HistoryDialog;
use super::icon;
use super::page::Page;
use super::parts::{always, change, flag, icon_button, key, list, piece, text, word};
use super::workspace::{Open, SaveState};

/// The value of the official plan in the list of scenarios; no scenario's id looks like this.
const OFFICIAL: &str = "official";

/// Switching, naming, copying, deleting, and files.
#[component]
pub fn ScenarioBar(page: Page) -> impl IntoView {
    let workspace = page.workspace;
    let renaming = RwSignal::new(false);
    let history = RwSignal::new(false);
    listen_for_dropped_files(page);
    let official = move || flag(move || workspace.open.with(|open| *open == Open::Official));
    let rename = move || {
        renaming.set(true);
        request_animation_frame(|| {
            focus_and_select("scenario-name");
        });
    };
    let switcher = piece(move || {
        if renaming.get() {
            view! { <NameInput page renaming /> }.into_any()
        } else {
            view! { <Switcher page /> }.into_any()
        }
    });
    view! {
        <div class="scenario">
            <div class="switcher">
                {switcher}
                <SaveStatus page />
            </div>
            {icon_button(page, "scenario-new", Word::NewScenario, icon::plus(), always(), move || workspace.new_scenario())}
            {icon_button(page, "scenario-duplicate", Word::Duplicate, icon::copy(), always(), move || workspace.duplicate())}
            {icon_button(page, "scenario-rename", Word::Rename, icon::pencil(), official(), rename)}
            {icon_button(page, "scenario-delete", Word::Delete, icon::bin(), official(), move || workspace.delete())}
            {icon_button(page, "scenario-history", Word::History, icon::clock(), official(), move || history.set(true))}
            {icon_button(page, "scenario-save-file", Word::SaveFile, icon::save(), always(), move || workspace.save_file())}
            <OpenFile page />
            <HistoryDialog page open=history />
        </div>
    }
}

#[component]
fn Switcher(page: Page) -> impl IntoView {
    let workspace = page.workspace;
    let current = move || {
        workspace.open.with(|open| match open {
            Open::Official => OFFICIAL.to_owned(),
            Open::Kept(id) => id.to_string(),
        })
    };
    let choose = move |value: String| match ScenarioId::parse(&value) {
        Some(id) if value != OFFICIAL => workspace.switch_to(&Open::Kept(id)),
        _ => workspace.switch_to(&Open::Official),
    };
    let options = move || {
        let current = current();
        let option = |id: String, name: String| {
            let selected = id == current;
            view! { <option value=id selected=selected>{name}</option> }.into_any()
        };
        let official = option(OFFICIAL.to_owned(), page.word(Word::OfficialPlan).to_owned());
        let own = workspace.listed.get().into_iter().map(|listed| option(listed.id.to_string(), listed.name));
        std::iter::once(official).chain(own).collect()
    };
    view! {
        <select
            data-testid="scenario-select"
            aria-label=word(page, Word::Scenario)
            prop:value=text(current)
            on:change=change(choose)
        >
            {list(options)}
        </select>
    }
}

#[component]
fn NameInput(page: Page, renaming: RwSignal<bool>) -> impl IntoView {
    let workspace = page.workspace;
    let input = NodeRef::<html::Input>::new();
    let finish = move || {
        if !renaming.get_untracked() {
            return;
        }
        let name = input.get_untracked().map(|input| input.value()).unwrap_or_default();
        renaming.set(false);
        if name.trim().is_empty() {
            page.notices.show(page.word_now(Word::NeedsName).to_owned());
        } else {
            workspace.rename(name.trim());
        }
    };
    let keys = key(move |event| {
        match event.key().as_str() {
            _ if is_composing(&event) => return,
            "Enter" => finish(),
            "Escape" => renaming.set(false),
            _ => return,
        }
        request_animation_frame(|| {
            focus("scenario-select");
        });
    });
    view! {
        <input
            type="text"
            class="name"
            maxlength="40"
            autocomplete="off"
            data-testid="scenario-name"
            aria-label=word(page, Word::ScenarioName)
            node_ref=input
            prop:value=workspace.scenario.with_untracked(|scenario| scenario.name().to_owned())
            on:blur=move |_| finish()
            on:keydown=keys
        />
    }
}

#[component]
fn SaveStatus(page: Page) -> impl IntoView {
    let state = page.workspace.save_state;
    let said = move || match state.get() {
        SaveState::ReadOnly => page.word(Word::ReadOnly).to_owned(),
        SaveState::Editing => page.word(Word::Editing).to_owned(),
        SaveState::Saved(time) => page.say(Message::SavedAt(&clock_time(time))),
        SaveState::NotSaved => page.word(Word::NotSaved).to_owned(),
        SaveState::InMemoryOnly => page.word(Word::InMemoryOnly).to_owned(),
    };
    let bad = flag(move || matches!(state.get(), SaveState::NotSaved | SaveState::InMemoryOnly));
    view! {
        <span class="save-status" data-testid="save-status" role="status" class:bad=bad title=text(said)>
            {text(said)}
        </span>
    }
}

#[component]
fn OpenFile(page: Page) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    let choose = move || {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |_: String| {
        if let Some(input) = input.get_untracked() {
            if let Some(file) = first_file(&input) {
                open_file(page, file);
            }
            // The same file can then be chosen again.
            input.set_value("");
        }
    };
    view! {
        {icon_button(page, "scenario-open-file", Word::OpenFile, icon::open(), always(), choose)}
        <input
            type="file"
            class="visually-hidden"
            accept=".json,application/json"
            tabindex="-1"
            data-testid="scenario-file"
            aria-label=word(page, Word::OpenFile)
            node_ref=input
            on:change=change(chosen)
        />
    }
}

fn first_file(input: &HtmlInputElement) -> Option<File> {
    input.files()?.get(0)
}

fn open_file(page: Page, file: File) {
    run(async move {
        match read_file(&file).await {
            Some(text) => page.workspace.open_file(&file.name(), &text),
            None => {
                let why = page.word_now(Word::FileUnreadable);
                page.notices.keep(page.say_now(Message::FileRefused(&file.name(), why)));
            }
        }
    });
}

/// A file dropped anywhere on the page is opened; the browser would leave the page for it otherwise.
fn listen_for_dropped_files(page: Page) {
    listen("dragover", |event| event.prevent_default());
    listen("drop", move |event| {
        event.prevent_default();
        let file = event
            .dyn_ref::<DragEvent>()
            .and_then(DragEvent::data_transfer)
            .and_then(|data| data.files())
            .and_then(|files| files.get(0));
        if let Some(file) = file {
            open_file(page, file);
        }
    });
}
