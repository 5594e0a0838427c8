//! Scenario files: the open one handed out, and one taken in.

use leptos::prelude::*;

use crate::browser::{download_text, today};
use crate::files::{joined_name, scenario_in};
use crate::model::Edit;
use crate::session::{Notice, file_problem};
use crate::storage::{Recovered, from_json, rescued, to_json};
use crate::text::{FileMessage, Message, PresentText, ToolWord, Word, carried_problem, region_year};
use crate::ui::state::page::Page;
use crate::ui::state::workspace::Open;

/// Hands out the open scenario as a file.
pub fn save(page: Page) {
    let workspace = page.workspace;
    workspace.commit();
    let mut scenario = workspace.scenario.get_untracked();
    if workspace.open.with_untracked(|open| *open == Open::Official) {
        let _ = scenario.apply(&Edit::Rename(page.word_now(Word::OfficialShort).to_owned()));
    }
    let region = region_year(scenario.region(), page.language.get_untracked());
    let day = today().iso().replace('-', "");
    let name = joined_name(&[&region, page.word_now(Word::Scenario), scenario.name(), &day], "json");
    if !download_text(&name, "application/json", &to_json(&scenario)) {
        page.notices.keep(page.word_now(ToolWord::DownloadFailed).to_owned());
    }
}

/// Opens what a scenario file holds, or a picture of this page carries, as a new scenario. A file without any is refused
/// with the reason.
pub fn open(page: Page, file: &str, bytes: &[u8]) {
    let workspace = page.workspace;
    let language = page.language.get_untracked();
    if page.presenting.with_untracked(Option::is_some) {
        // What was changed on the stage is to be kept or dropped first.
        return page.notices.keep(page.word_now(PresentText::NoFiles).to_owned());
    }
    workspace.commit();
    let text = match scenario_in(bytes) {
        Ok(text) => text,
        Err(problem) => {
            let why = carried_problem(problem, language);
            return page.notices.keep(page.say_now(Message::FileRefused(file, why)));
        }
    };
    if let Some(entries) = rescued(&text) {
        return recover(page, &entries);
    }
    match from_json(&text) {
        Ok(scenario) => {
            let name = workspace.name_for(scenario.name());
            let said = FileMessage::opened(&scenario, &name).in_language(language);
            workspace.step_and_say(|| workspace.make(scenario, &name), said);
        }
        Err(problem) => {
            let why = file_problem(&problem, language);
            page.notices.keep(page.say_now(Message::FileRefused(file, &why)));
        }
    }
}

/// Takes back the entries of a file of all that was stored.
fn recover(page: Page, entries: &[(String, String)]) {
    let language = page.language.get_untracked();
    let back = match page.workspace.recover(entries) {
        Ok(back) => back,
        Err(problem) => return page.notices.keep(Notice::NotStored(problem.into()).text(language)),
    };
    let Recovered { added, present, damaged, refused, news: _ } = back;
    let mut said = FileMessage::Recovered { added, present, damaged }.in_language(language);
    if let Some((count, problem)) = refused {
        said += &FileMessage::NotRecovered(count).in_language(language);
        page.notices.keep(Notice::NotStored(problem.into()).text(language));
    }
    if damaged > 0 || refused.is_some() {
        return page.notices.keep(said);
    }
    page.notices.show(said);
}
