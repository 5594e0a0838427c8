//! The page as a whole.

use leptos::prelude::*;

use super::bar::top_bar;
use super::keys::listen_for_undo;
use super::later;
use super::start::start;
use crate::browser::{report_panics, root};
use crate::charts::ChartKind;
use crate::model::Scope;
use crate::text::{GridView, Message, Word, Wording, region_year};
use crate::ui::plan::controls::controls;
use crate::ui::plan::findings::findings;
use crate::ui::plan::grid::grid;
use crate::ui::state::notices::notice_area;
use crate::ui::state::page::Page;
use crate::ui::state::route::{Route, clear_hash};
use crate::ui::state::selection::Selection;
use crate::ui::widgets::chart_card::chart_panel;
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::element::{el, nothing, piece, several, word_button};
use crate::ui::widgets::forms::forms;
use crate::ui::widgets::sheet::copy_as_table;

/// Mounts the page; `<html data-ready="true">` tells that it can be used.
pub fn mount() {
    report_panics();
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
    let skip = el("a").class("skip").set("href", "#grid").word(page, Word::SkipToTable).on("click", move |event| {
        // The address is the route; only the focus moves.
        event.prevent_default();
        focus_first_cell(page);
    });
    let dialogs = Dialogs { paste, solve: RwSignal::new(false), bases: RwSignal::new(false) };
    let card = el("section")
        .class("grid-card")
        .child(toolbar(page, dialogs))
        .child(goals(page))
        .child(grid(page, selection))
        .child(later::part(page, move |later| (later.notes)(page)));
    let main =
        el("main")
            .class_if("assisting", move || page.assistant.get())
            .class_if("supplying", move || page.view.get() == GridView::Supply)
            .class_if("welcoming", move || !page.seen.get())
            // Hidden, not gone: what is typed and does not parse yet stays.
            .set_if("hidden", move || page.route.get() != Route::Plan)
            .set_if("inert", move || page.presenting.get().is_some())
            .child(piece(move || {
                print_head(page, if page.view.get() == GridView::Plan { Word::GridName } else { Word::SupplyName })
            }))
            .child(el("div").class("side").child(controls(page)).el(card).child(findings(page)).done())
            .child(piece(move || {
                if page.assistant.get() { later::part(page, move |later| (later.assistant)(page)) } else { nothing() }
            }))
            .child(piece(move || {
                if page.seen.get() { nothing() } else { later::part(page, move |later| (later.welcome)(page)) }
            }))
            .child(piece(move || charts(page, page.view.get())));
    several([
        skip.done(),
        forms(),
        top_bar(page, help),
        main.done(),
        piece(move || match page.route.get() {
            Route::Plan => nothing(),
            route => other_page(page, route),
        }),
        dialog(page, shared, "shared-dialog", Word::SharedScenario, move || {
            later::part(page, move |later| (later.shared)(page, shared))
        }),
        piece(move || match page.presenting.get() {
            Some(kind) => later::part(page, move |later| (later.present)(page, kind)),
            None => nothing(),
        }),
        piece(move || match page.guide.get() {
            Some(step) => later::part(page, move |later| (later.guide)(page, step)),
            None => nothing(),
        }),
        notice_area(page),
        dialog(page, paste, "paste-dialog", Word::PasteBlock, move || {
            later::part(page, move |later| (later.paste)(page, paste))
        }),
        dialog(page, dialogs.solve, "solve-dialog", Word::Solve, move || {
            later::part(page, move |later| (later.solve)(page, dialogs.solve))
        }),
        dialog(page, dialogs.bases, "bases-dialog", Word::Bases, move || {
            later::part(page, move |later| (later.bases)(page))
        }),
        piece(move || match page.explaining.get() {
            Some(subject) => later::part(page, move |later| (later.card)(page, subject.clone())),
            None => nothing(),
        }),
        dialog(page, help, "help-dialog", Word::Help, move || later::part(page, move |later| (later.help)(page, help))),
    ])
}

/// A page besides the plan.
fn other_page(page: Page, route: Route) -> AnyView {
    let contents = later::part(page, move |later| match route {
        Route::Compare => (later.compare)(page),
        Route::Monitor => (later.monitor)(page),
        Route::Tasks => (later.tasks)(page),
        Route::About => (later.about)(page),
        Route::Plan => nothing(),
    });
    el("main")
        .class("other")
        .test_id(route.page_id())
        .set_if("inert", move || page.presenting.get().is_some())
        .child(contents)
        .done()
}

/// The dialogs that the toolbar opens.
#[derive(Clone, Copy)]
struct Dialogs {
    paste: RwSignal<bool>,
    solve: RwSignal<bool>,
    bases: RwSignal<bool>,
}

/// The charts of this view, which follow every keystroke.
fn charts(page: Page, view: GridView) -> AnyView {
    let kinds = match view {
        GridView::Plan => [ChartKind::Rates, ChartKind::Slots],
        GridView::Supply => [ChartKind::Supply, ChartKind::Share],
    };
    el("div").class("side charts").children(kinds.map(|kind| chart_panel(page, kind))).done()
}

/// What supply and demand are held to, while they are on show.
fn goals(page: Page) -> AnyView {
    piece(move || match page.view.get() {
        GridView::Plan => nothing(),
        GridView::Supply => later::part(page, move |later| (later.goals)(page)),
    })
}

/// Which columns the grid shows, and the tools.
fn toolbar(page: Page, dialogs: Dialogs) -> AnyView {
    let workspace = page.workspace;
    let copy = move || {
        later::with(page, move |later| {
            copy_as_table(page, &(later.table)(page));
        });
    };
    let departs = move || {
        let reference = workspace.reference.get();
        reference.is_some_and(|plan| page.planned(|scenario, _| !scenario.edits_back_to(&plan).is_empty()))
    };
    let restore = word_button(page, "restore-all", Word::RestoreAll)
        .set_if("hidden", move || workspace.reference.get().is_none())
        .set_if("disabled", move || !departs())
        .click(move || workspace.restore_all());
    let assistant = word_button(page, "assistant", Word::Assistant)
        .follow("aria-expanded", move || if page.assistant.get() { "true" } else { "false" })
        .click(move || {
            if page.assistant.get_untracked() {
                page.assistant.set(false);
            } else {
                page.scope.set(Scope::Whole);
                page.assistant.set(true);
                later::with(page, move |later| {
                    // It may have been closed before it came.
                    if page.assistant.get_untracked() {
                        (later.open_assistant)(page);
                    }
                });
            }
        });
    let rebalance = word_button(page, "rebalance", Word::Rebalance)
        .set_if("disabled", move || page.planned(|_, outcome| outcome.allocation.remaining == 0))
        .click(move || later::with(page, move |later| (later.rebalance)(page)));
    let opener = move |open: RwSignal<bool>, test_id: &'static str, name: Word| {
        word_button(page, test_id, name).click(move || open.set(true))
    };
    let view = move |view: GridView, test_id: &'static str, name: Word| {
        word_button(page, test_id, name)
            .follow("aria-pressed", move || if page.view.get() == view { "true" } else { "false" })
            .click(move || page.view.set(view))
    };
    el("div")
        .class("toolbar")
        .el(el("div")
            .class("views")
            .set("role", "group")
            .say("aria-label", page, Word::View)
            .el(view(GridView::Plan, "view-plan", Word::ViewPlan))
            .el(view(GridView::Supply, "view-supply", Word::ViewSupply)))
        .el(assistant)
        .el(rebalance)
        .el(opener(dialogs.solve, "solve", Word::Solve))
        .el(opener(dialogs.bases, "bases", Word::Bases))
        .el(opener(dialogs.paste, "paste-open", Word::PasteBlock))
        .el(word_button(page, "copy-table", Word::CopyTable).click(copy))
        .el(restore)
        .done()
}

/// What only paper shows: whose figures these are, what they are about, in which scenario, as of which day.
pub fn print_head(page: Page, about: impl Wording) -> AnyView {
    let heading = move || {
        let region = page.workspace.region.with(|region| region_year(region, page.language.get()));
        format!("{region} {}", page.word(about))
    };
    let printed = move || page.say(Message::PrintedAs(&page.scenario_name(), &page.today().iso()));
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
