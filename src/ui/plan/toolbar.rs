//! Which columns the grid shows, and the tools of the plan.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::Element;

use super::state::AssistantState;
use crate::browser::listen;
use crate::model::Scope;
use crate::text::{GridColumn, GridView, HiddenColumns, Word, column_name};
use crate::ui::state::page::Page;
use crate::ui::widgets::check::{check, check_box};
use crate::ui::widgets::copied::copy_as_table;
use crate::ui::widgets::deferred::{deferred, with_deferred};
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::element::{El, dynamic, el, empty, word_button};
use crate::ui::widgets::focus::focus_soon;
use crate::ui::widgets::tabs::tabs;

/// The dialogs that the toolbar opens.
#[derive(Clone, Copy)]
pub struct Dialogs {
    paste: RwSignal<bool>,
    solve: RwSignal<bool>,
    bases: RwSignal<bool>,
}

impl Dialogs {
    /// All of them closed.
    pub fn new() -> Self {
        Self { paste: RwSignal::new(false), solve: RwSignal::new(false), bases: RwSignal::new(false) }
    }

    /// Their places on the page.
    pub fn views(self, page: Page) -> [AnyView; 3] {
        let Self { paste, solve, bases } = self;
        [
            dialog(page, paste, "paste-dialog", Word::PasteBlock, move || {
                deferred(page, move |module| (module.paste)(page, paste))
            }),
            dialog(page, solve, "solve-dialog", Word::Solve, move || {
                deferred(page, move |module| (module.solve)(page, solve))
            }),
            dialog(page, bases, "bases-dialog", Word::Bases, move || {
                deferred(page, move |module| (module.bases)(page))
            }),
        ]
    }
}

/// The views of the grid, and the tools.
pub fn toolbar(page: Page, dialogs: Dialogs, assistant: AssistantState) -> AnyView {
    let workspace = page.workspace;
    let AssistantState { is_open, scope } = assistant;
    let copy = move || {
        with_deferred(page, move |module| {
            copy_as_table(page, &(module.table)(page), Word::TableCopied, Word::CopyFailed);
        });
    };
    let departs = move || {
        let reference = workspace.reference.get();
        reference.is_some_and(|plan| page.planned(|scenario, _| !scenario.edits_back_to(&plan).is_empty()))
    };
    let restore = word_button(page, "restore-all", Word::RestoreAll)
        .attr_if("hidden", move || workspace.reference.get().is_none())
        .attr_if("disabled", move || !departs())
        .click(move || workspace.restore_all());
    let assistant =
        word_button(page, "assistant", Word::Assistant).aria("aria-expanded", move || is_open.get()).click(move || {
            if is_open.get_untracked() {
                is_open.set(false);
            } else {
                scope.set(Scope::Whole);
                is_open.set(true);
                with_deferred(page, move |module| {
                    // It may have been closed before it came.
                    if is_open.get_untracked() {
                        (module.open_assistant)(page);
                    }
                });
            }
        });
    let rebalance = word_button(page, "rebalance", Word::Rebalance)
        .attr_if("disabled", move || page.planned(|_, outcome| outcome.allocation.remaining == 0))
        .click(move || with_deferred(page, move |module| (module.rebalance)(page, &[])));
    let opener = move |open: RwSignal<bool>, test_id: &'static str, name: Word| {
        word_button(page, test_id, name).click(move || open.set(true))
    };
    let views = [(GridView::Plan, "view-plan", Word::ViewPlan), (GridView::Supply, "view-supply", Word::ViewSupply)];
    el("div")
        .class("toolbar")
        .child(tabs(page, "views", Word::View, views, page.view))
        .el(columns(page))
        .el(assistant)
        .el(rebalance)
        .el(opener(dialogs.solve, "solve", Word::Solve))
        .el(opener(dialogs.bases, "bases", Word::Bases))
        .el(opener(dialogs.paste, "paste-open", Word::PasteBlock))
        .el(word_button(page, "copy-table", Word::CopyTable).click(copy))
        .el(restore)
        .done()
}

/// The columns of the supply view, each with a box: ticked where it is on show.
fn columns(page: Page) -> El {
    let open = RwSignal::new(false);
    let choice = move |column: GridColumn| {
        let name = move || {
            let year = page.workspace.region.with(|region| region.year());
            column_name(column, year, page.language.get())
        };
        let ticked = move || !page.hidden.get().contains(column);
        let toggle = move || page.hidden.update(|hidden| *hidden = hidden.toggled(column));
        check(check_box(format!("column-{}", column.id()), ticked, toggle), el("span").dyn_text(name)).done()
    };
    let menu = move || {
        if !open.get() {
            return empty();
        }
        el("div")
            .class("columns-menu")
            .attr("role", "group")
            .word_attr("aria-label", page, Word::Columns)
            .children(HiddenColumns::choices().map(choice))
            .done()
    };
    let opener = word_button(page, "columns", Word::Columns)
        .aria("aria-expanded", move || open.get())
        .click(move || open.update(|open| *open = !*open));
    // A press elsewhere closes it.
    listen("pointerdown", move |event| {
        let pressed = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let inside = pressed.is_some_and(|element| element.closest(".columns").ok().flatten().is_some());
        if open.get_untracked() && !inside {
            open.set(false);
        }
    });
    el("div")
        .class("columns")
        .attr_if("hidden", move || page.view.get() != GridView::Supply)
        .on_key(move |event| {
            if event.key() == "Escape" && open.get_untracked() {
                open.set(false);
                focus_soon("columns");
                event.prevent_default();
            }
        })
        .el(opener)
        .child(dynamic(menu))
}
