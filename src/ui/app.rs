//! The page as a whole.

use leptos::prelude::*;

use crate::browser::{copy_table, root, today};
use crate::files::grid_table;
use crate::text::{Message, Word};

use super::chart_panel::{ChartKind, ChartPanel};
use super::controls::Controls;
use super::findings::Findings;
use super::grid::Grid;
use super::help::HelpDialog;
use super::keys::listen_for_undo;
use super::notices::NoticeArea;
use super::page::Page;
use super::parts::{always, flag, text, word, word_button};
use super::paste::PasteDialog;
use super::selection::Selection;
use super::start::start;
use super::top_bar::TopBar;

/// Mounts the page; `<html data-ready="true">` tells that it can be used.
pub fn mount() {
    mount_to_body(|| view! { <App page=start() /> });
    if let Some(root) = root() {
        let _ = root.set_attribute("data-ready", "true");
    }
}

#[component]
fn App(page: Page) -> impl IntoView {
    listen_for_undo(page);
    let selection = Selection::new();
    let help = RwSignal::new(false);
    let paste = RwSignal::new(false);
    let skip = move |event: leptos::ev::MouseEvent| {
        // The address is the route; only the focus moves.
        event.prevent_default();
        focus_first_cell(page);
    };
    view! {
        <a class="skip" href="#grid" on:click=skip>{word(page, Word::SkipToTable)}</a>
        <TopBar page help />
        <main>
            <PrintHead page />
            <div class="side">
                <Controls page />
                <section class="grid-card">
                    <Grid page selection />
                    <Toolbar page paste />
                </section>
                <Findings page />
            </div>
            <div class="side charts">
                <ChartPanel page kind=ChartKind::Rates />
                <ChartPanel page kind=ChartKind::Slots />
            </div>
        </main>
        <NoticeArea page />
        <PasteDialog page open=paste />
        <HelpDialog page open=help />
    }
}

#[component]
fn Toolbar(page: Page, paste: RwSignal<bool>) -> impl IntoView {
    let workspace = page.workspace;
    let copy = move || {
        let language = page.language.get_untracked();
        let table = workspace.scenario.with_untracked(|scenario| {
            workspace.outcome.with_untracked(|outcome| grid_table(scenario, outcome, language))
        });
        let copied = copy_table(&table.to_tsv(), &table.to_html());
        page.notices.show(page.word_now(if copied { Word::TableCopied } else { Word::CopyFailed }).to_owned());
    };
    let no_plan = flag(move || workspace.reference.get().is_none());
    let settled = flag(move || !workspace.departs.get());
    view! {
        <div class="toolbar">
            {word_button(page, "paste-open", Word::PasteBlock, always(), move || paste.set(true))}
            {word_button(page, "copy-table", Word::CopyTable, always(), copy)}
            <span hidden=no_plan>
                {word_button(page, "restore-all", Word::RestoreAll, settled, move || workspace.restore_all())}
            </span>
        </div>
    }
}

/// What only paper shows: whose plan this is, which scenario, which day.
#[component]
fn PrintHead(page: Page) -> impl IntoView {
    let workspace = page.workspace;
    let heading = move || {
        let language = page.language.get();
        let region = workspace
            .region
            .with(|region| page.say(Message::RegionAndYear(language.name(region.name()), region.year())));
        format!("{region} {}", page.word(Word::GridName))
    };
    view! {
        <div class="print-head">
            <h1>{text(heading)}</h1>
            <p>{text(move || page.say(Message::PrintedAs(&page.scenario_name(), &today().iso())))}</p>
        </div>
    }
}

fn focus_first_cell(page: Page) {
    let first =
        page.workspace.region.with_untracked(|region| region.counties().first().map(|county| county.id.clone()));
    if let Some(county) = first {
        crate::browser::focus_and_select(&format!("children-{county}"));
    }
}
