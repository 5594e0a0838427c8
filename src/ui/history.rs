//! Earlier versions of a scenario.

use leptos::prelude::*;

use crate::browser::day_and_time;
use crate::text::{Message, Word};

use super::dialog::dialog;
use super::page::Page;
use super::parts::{click, list, word};
use super::workspace::Version;

/// The versions that are kept, the newest first; each opens as a copy.
#[component]
pub fn HistoryDialog(page: Page, open: RwSignal<bool>) -> impl IntoView {
    let workspace = page.workspace;
    let show = move |version: Version| {
        let time = day_and_time(version.time);
        let label = format!("{} · {time} · {}", page.say(Message::Version(version.rev)), version.name);
        let test_id = format!("version-{}", version.rev);
        let open_it = click(move || {
            open.set(false);
            workspace.open_version(&version, &time);
        });
        view! {
            <li>
                <span>{label}</span>
                <button type="button" data-testid=test_id on:click=open_it>{page.word(Word::OpenAsCopy)}</button>
            </li>
        }
        .into_any()
    };
    let versions = move || if open.get() { workspace.versions().into_iter().map(show).collect() } else { Vec::new() };
    let contents = move || {
        view! {
            <p>{word(page, Word::HistoryHint)}</p>
            <ul class="versions">{list(versions)}</ul>
        }
        .into_any()
    };
    dialog(page, open, "history-dialog", Word::History, contents)
}
