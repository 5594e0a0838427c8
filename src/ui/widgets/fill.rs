//! Filling and emptying selected cells, as one step.

use leptos::prelude::*;

use crate::model::Edit;
use crate::session::fill::{Fill, filled};
use crate::text::fill_said;
use crate::ui::state::field::{Field, FieldProblem};
use crate::ui::state::page::Page;

/// Fills cells, and says what became of them.
pub fn fill(page: Page, cells: &[Vec<Option<Field>>], with: &Fill) {
    let language = page.language.get_untracked();
    let filled = page.workspace.scenario.with_untracked(|scenario| filled(scenario, cells, with));
    let why = filled.why.as_ref().map(|why: &FieldProblem| why.text(language));
    let said = fill_said(filled.report, why.as_deref(), language);
    if filled.edits.is_empty() {
        return page.notices.show(said);
    }
    page.workspace.edit_and_say(&Edit::Batch(filled.edits), said);
}
