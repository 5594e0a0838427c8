//! The page as a whole.

use leptos::prelude::*;

use crate::browser::{copy_table, root, today};
use crate::files::grid_table;
use crate::text::{Message, Word, region_year};

use super::chart_panel::{ChartKind, chart_panel};
use super::controls::controls;
use super::dialog::dialog;
use super::el::{el, several, word_button};
use super::findings::findings;
use super::grid::grid;
use super::keys::listen_for_undo;
use super::later;
use super::notices::notice_area;
use super::page::Page;
use super::selection::Selection;
use super::start::start;
use super::top_bar::top_bar;

/// Mounts the page; `<html data-ready="true">` tells that it can be used.
pub fn mount() {
    mount_to_body(|| {
        let page = start();
        // What waits for the browser begins when all of this is done, and so after the page is there.
        later::fetch(page);
        app(page)
    });
    if let Some(root) = root() {
        let _ = root.set_attribute("data-ready", "true");
    }
}

fn app(page: Page) -> AnyView {
    listen_for_undo(page);
    let selection = Selection::new();
    let help = RwSignal::new(false);
    let paste = RwSignal::new(false);
    let skip = el("a").class("skip").set("href", "#grid").word(page, Word::SkipToTable).on("click", move |event| {
        // The address is the route; only the focus moves.
        event.prevent_default();
        focus_first_cell(page);
    });
    let card = el("section").class("grid-card").child(grid(page, selection)).child(toolbar(page, paste));
    let main = el("main")
        .child(print_head(page))
        .child(el("div").class("side").child(controls(page)).el(card).child(findings(page)).done())
        .child(
            el("div")
                .class("side charts")
                .child(chart_panel(page, ChartKind::Rates))
                .child(chart_panel(page, ChartKind::Slots))
                .done(),
        );
    several([
        skip.done(),
        top_bar(page, help),
        main.done(),
        notice_area(page),
        dialog(page, paste, "paste-dialog", Word::PasteBlock, move || {
            later::part(page, move |later| (later.paste)(page, paste))
        }),
        dialog(page, help, "help-dialog", Word::Help, move || later::part(page, move |later| (later.help)(page))),
    ])
}

fn toolbar(page: Page, paste: RwSignal<bool>) -> AnyView {
    let workspace = page.workspace;
    let copy = move || {
        let language = page.language.get_untracked();
        let table = workspace.scenario.with_untracked(|scenario| {
            workspace.outcome.with_untracked(|outcome| grid_table(scenario, outcome, language))
        });
        let copied = copy_table(&table.to_tsv(), &table.to_html());
        page.notices.show(page.word_now(if copied { Word::TableCopied } else { Word::CopyFailed }).to_owned());
    };
    let restore = word_button(page, "restore-all", Word::RestoreAll)
        .set_if("hidden", move || workspace.reference.get().is_none())
        .set_if("disabled", move || !workspace.departs.get())
        .click(move || workspace.restore_all());
    el("div")
        .class("toolbar")
        .child(word_button(page, "paste-open", Word::PasteBlock).click(move || paste.set(true)).done())
        .child(word_button(page, "copy-table", Word::CopyTable).click(copy).done())
        .el(restore)
        .done()
}

/// What only paper shows: whose plan this is, which scenario, which day.
fn print_head(page: Page) -> AnyView {
    let heading = move || {
        let region = page.workspace.region.with(|region| region_year(region, page.language.get()));
        format!("{region} {}", page.word(Word::GridName))
    };
    let printed = move || page.say(Message::PrintedAs(&page.scenario_name(), &today().iso()));
    el("div")
        .class("print-head")
        .child(el("h1").follow_text(heading).done())
        .child(el("p").follow_text(printed).done())
        .done()
}

fn focus_first_cell(page: Page) {
    let first =
        page.workspace.region.with_untracked(|region| region.counties().first().map(|county| county.id.clone()));
    if let Some(county) = first {
        crate::browser::focus_and_select(&format!("children-{county}"));
    }
}
