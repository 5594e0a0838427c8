//! The scenario that is open, its save state, and what can be done with it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, HtmlInputElement};

use crate::browser::{by_test_id, clock_time, is_composing, listen, read_file, run};
use crate::files::MOST_FILE;
use crate::model::{Name, Scenario, official_plan};
use crate::storage::{Kind, ScenarioId};
use crate::text::{Message, Word, region_label};
use crate::ui::state::page::Page;
use crate::ui::state::workspace::{Open, SaveState};
use crate::ui::widgets::deferred::{deferred, with_deferred};
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::element::{dynamic, el, fragment, icon_button, list};
use crate::ui::widgets::focus::{focus_soon, select_soon};
use crate::ui::widgets::forms::drop_down;
use crate::ui::widgets::icon;

/// The value of the official plan in the list of scenarios; no scenario's id looks like this.
const OFFICIAL: &str = "official";

/// Switching, naming, copying, deleting, and files.
pub fn scenario_bar(page: Page) -> AnyView {
    let workspace = page.workspace;
    let renaming = RwSignal::new(false);
    let history = RwSignal::new(false);
    let share = RwSignal::new(false);
    listen_for_dropped_files(page);
    let official = move || workspace.open.with(|open| *open == Open::Official);
    let rename = move || {
        renaming.set(true);
        select_soon("scenario-name");
    };
    let switcher = dynamic(move || if renaming.get() { name_input(page, renaming) } else { switcher(page) });
    el("div")
        .class("scenario")
        .child(el("div").class("switcher").child(switcher).child(save_status(page)).done())
        .children(
            [
                icon_button(page, "scenario-new", Word::NewScenario, icon::plus())
                    .click(move || workspace.new_scenario()),
                icon_button(page, "scenario-duplicate", Word::Duplicate, icon::copy())
                    .click(move || workspace.duplicate()),
                icon_button(page, "scenario-rename", Word::Rename, icon::pencil())
                    .attr_if("disabled", move || official() || workspace.scenario.with(Scenario::frozen))
                    .click(rename),
                icon_button(page, "scenario-delete", Word::Delete, icon::bin())
                    .attr_if("disabled", official)
                    .click(move || workspace.delete()),
                icon_button(page, "scenario-history", Word::History, icon::clock())
                    .attr_if("disabled", official)
                    .click(move || history.set(true)),
                icon_button(page, "scenario-save-file", Word::SaveFile, icon::save())
                    .click(move || with_deferred(page, move |module| (module.save_file)(page))),
            ]
            .map(crate::ui::widgets::element::El::done),
        )
        .child(file_opener(page))
        .child(
            icon_button(page, "scenario-share", Word::ShareScenario, icon::share())
                .click(move || share.set(true))
                .done(),
        )
        .child(dialog(page, share, "share-dialog", Word::ShareScenario, move || {
            deferred(page, move |module| (module.share)(page))
        }))
        .child(dialog(page, history, "history-dialog", Word::History, move || {
            deferred(page, move |module| (module.history)(page, history))
        }))
        .done()
}

fn switcher(page: Page) -> AnyView {
    let workspace = page.workspace;
    let current = move || {
        workspace.open.with(|open| match open {
            Open::Official => OFFICIAL.to_owned(),
            Open::Kept(id) => id.to_string(),
        })
    };
    let choose = move |value: String| {
        match ScenarioId::parse(&value) {
            Some(id) if value != OFFICIAL => workspace.switch_to(&Open::Kept(id)),
            _ => workspace.switch_to(&Open::Official),
        }
        // One that cannot be opened is chosen in the list and nowhere else: the list goes back to the open one.
        if untrack(current) != value {
            workspace.open.notify();
        }
    };
    // Those of a region stand together: its label, and each one's id and name. Storing a scenario anew changes none of it.
    let groups = Memo::new(move |_| {
        let language = page.language.get();
        let label = |name: &Name, year: u16, counties: usize| region_label(name, year, counties, language);
        let plan = official_plan().region();
        let official = (OFFICIAL.to_owned(), page.word(Word::OfficialPlan).to_owned());
        let mut groups = vec![(label(plan.name(), plan.year(), plan.counties().len()), vec![official])];
        workspace.listed.with(|listed| {
            for one in listed {
                let of = one.region.as_ref().map_or_else(String::new, |of| label(&of.name, of.year, of.counties));
                let mark = if one.kind == Kind::Unsaved { Word::UnsavedMark.in_language(language) } else { "" };
                let option = (one.id.to_string(), [one.name.as_str(), mark].concat());
                match groups.iter_mut().find(|(label, _)| *label == of) {
                    Some((_, options)) => options.push(option),
                    None => groups.push((of, vec![option])),
                }
            }
        });
        groups
    });
    let options = move || {
        let current = current();
        let option = |(id, name): (String, String)| {
            let selected = id == current;
            el("option").attr("value", id).attr_if("selected", move || selected).text(name).done()
        };
        let mut groups = groups.get();
        // Where there is one region only it is not said.
        if groups.len() == 1 {
            return groups.remove(0).1.into_iter().map(option).collect();
        }
        let group = |(label, options): (String, Vec<(String, String)>)| {
            el("optgroup").attr("label", label).children(options.into_iter().map(option)).done()
        };
        groups.into_iter().map(group).collect()
    };
    drop_down()
        .test_id("scenario-select")
        .word_attr("aria-label", page, Word::Scenario)
        .child(list(options))
        .value(current)
        .on_value("change", choose)
        .done()
}

fn name_input(page: Page, renaming: RwSignal<bool>) -> AnyView {
    let workspace = page.workspace;
    let finish = move |name: String| {
        if !renaming.get_untracked() {
            return;
        }
        renaming.set(false);
        if name.trim().is_empty() {
            page.notices.keep(page.word_now(Word::NeedsName).to_owned());
        } else {
            workspace.rename(name.trim());
        }
    };
    let name = workspace.scenario.with_untracked(|scenario| scenario.name().to_owned());
    el("input")
        .attr("type", "text")
        .class("name")
        .attr("maxlength", "40")
        .attr("autocomplete", "off")
        .test_id("scenario-name")
        .word_attr("aria-label", page, Word::ScenarioName)
        .value(move || name.clone())
        .on_value("blur", finish)
        .on_key(move |event| {
            match event.key().as_str() {
                _ if is_composing(event) => return,
                "Enter" => finish(event_target_value(event)),
                "Escape" => renaming.set(false),
                _ => return,
            }
            focus_soon("scenario-select");
        })
        .done()
}

fn save_status(page: Page) -> AnyView {
    let state = page.workspace.save_state;
    let workspace = page.workspace;
    let said = move || match state.get() {
        SaveState::Saved(_) if workspace.scenario.with(Scenario::frozen) => page.word(Word::ReadOnly).to_owned(),
        SaveState::ReadOnly => page.word(Word::ReadOnly).to_owned(),
        SaveState::Editing => page.word(Word::Editing).to_owned(),
        SaveState::Saving(_) => page.word(Word::Saving).to_owned(),
        SaveState::Saved(time) => page.say(Message::SavedAt(&clock_time(time))),
        SaveState::NotSaved => page.word(Word::NotSaved).to_owned(),
        SaveState::InMemoryOnly => page.word(Word::InMemoryOnly).to_owned(),
    };
    el("span")
        .class("save-status")
        .test_id("save-status")
        .attr("role", "status")
        .class_if("bad", move || matches!(state.get(), SaveState::NotSaved | SaveState::InMemoryOnly))
        .dyn_attr("title", said)
        .dyn_text(said)
        .done()
}

fn file_opener(page: Page) -> AnyView {
    let choose = move || {
        if let Some(input) = by_test_id("scenario-file") {
            input.click();
        }
    };
    let input = el("input")
        .attr("type", "file")
        .class("visually-hidden")
        .attr("accept", ".json,.png,.svg,application/json")
        .attr("tabindex", "-1")
        .test_id("scenario-file")
        .word_attr("aria-label", page, Word::OpenFile)
        .on_target("change", move |target| {
            let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open_file(page, file);
            }
            // The same file can then be chosen again.
            input.set_value("");
        });
    let button = icon_button(page, "scenario-open-file", Word::OpenFile, icon::open()).click(choose);
    fragment([button.done(), input.done()])
}

fn open_file(page: Page, file: File) {
    run(async move {
        match read_file(&file, MOST_FILE).await {
            Some(bytes) => with_deferred(page, move |module| (module.open_file)(page, &file.name(), &bytes)),
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
