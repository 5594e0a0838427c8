//! Which columns the grid shows, and the tools of the plan.

use leptos::prelude::*;

use super::state::AssistantState;
use crate::model::Scope;
use crate::text::{GridView, Word};
use crate::ui::state::page::Page;
use crate::ui::widgets::copied::copy_as_table;
use crate::ui::widgets::deferred::{deferred, with_deferred};
use crate::ui::widgets::dialog::dialog;
use crate::ui::widgets::element::{el, word_button};
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
        .el(assistant)
        .el(rebalance)
        .el(opener(dialogs.solve, "solve", Word::Solve))
        .el(opener(dialogs.bases, "bases", Word::Bases))
        .el(opener(dialogs.paste, "paste-open", Word::PasteBlock))
        .el(word_button(page, "copy-table", Word::CopyTable).click(copy))
        .el(restore)
        .done()
}
