//! Earlier versions of a scenario.

use leptos::prelude::*;

use crate::browser::day_and_time;
use crate::text::{Message, ToolWord};
use crate::ui::state::page::Page;
use crate::ui::state::workspace::Version;
use crate::ui::widgets::element::{button, el, fragment, list};

/// The versions that are kept, the newest first; each opens as a copy.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let workspace = page.workspace;
    let show = move |version: Version| {
        let time = day_and_time(version.time);
        let label = format!("{} · {time} · {}", page.say(Message::Version(version.rev)), version.name);
        let button = button().test_id(format!("version-{}", version.rev)).text(page.word(ToolWord::OpenAsCopy)).click(
            move || {
                open.set(false);
                workspace.open_version(&version, &time);
            },
        );
        el("li").child(el("span").text(label).done()).el(button).done()
    };
    let versions = move || workspace.versions().into_iter().map(show).collect();
    fragment([
        el("p").word(page, ToolWord::HistoryHint).done(),
        el("ul").class("versions").child(list(versions)).done(),
    ])
}
