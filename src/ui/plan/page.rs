//! The page of the plan: goals and figures, what is found about them, the tools, and the charts.

use leptos::prelude::*;

use super::controls::controls;
use super::findings::findings;
use super::grid::grid;
use super::state::AssistantState;
use super::toolbar::{Dialogs, toolbar};
use crate::charts::ChartKind;
use crate::text::{GridView, Word};
use crate::ui::state::page::Page;
use crate::ui::state::route::Route;
use crate::ui::state::selection::Selection;
use crate::ui::widgets::chart_card::chart_panel;
use crate::ui::widgets::deferred::deferred;
use crate::ui::widgets::element::{dynamic, el, empty};
use crate::ui::widgets::print_head::print_head;

/// The whole page; hidden, not gone, while another one is on show, so that what is typed and does not parse yet stays.
pub fn page(page: Page, dialogs: Dialogs) -> AnyView {
    let assistant = AssistantState::begin(page);
    let selection = Selection::new();
    let card = el("section")
        .class("grid-card")
        .child(toolbar(page, dialogs, assistant))
        .child(goals(page))
        .child(grid(page, selection))
        .child(deferred(page, move |module| (module.notes)(page)));
    el("main")
        .class_if("assisting", move || assistant.is_open.get())
        .class_if("supplying", move || page.view.get() == GridView::Supply)
        .class_if("welcoming", move || !page.seen.get())
        .attr_if("hidden", move || page.route.get() != Route::Plan)
        .attr_if("inert", move || page.presenting.get().is_some())
        .child(dynamic(move || {
            print_head(page, if page.view.get() == GridView::Plan { Word::GridName } else { Word::SupplyName })
        }))
        .child(el("div").class("side").child(controls(page)).el(card).child(findings(page)).done())
        .child(dynamic(move || {
            if assistant.is_open.get() { deferred(page, move |module| (module.assistant)(page)) } else { empty() }
        }))
        .child(dynamic(
            move || {
                if page.seen.get() { empty() } else { deferred(page, move |module| (module.welcome)(page)) }
            },
        ))
        .child(dynamic(move || charts(page, page.view.get())))
        .done()
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
    dynamic(move || match page.view.get() {
        GridView::Plan => empty(),
        GridView::Supply => deferred(page, move |module| (module.goals)(page)),
    })
}
