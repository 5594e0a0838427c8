//! Formulas that were typed, to be shown again: for as long as the page is there.

use leptos::prelude::*;

use crate::text::is_formula;
use crate::ui::state::page::Page;

/// The formulas behind figures.
#[derive(Clone, Copy)]
struct Formulas(StoredValue<Vec<Formula>>);

struct Formula {
    /// The cell, by its name for scripts.
    cell: String,
    typed: String,
    /// What came out. Another figure in the cell has nothing to do with the formula.
    figure: String,
}

/// More formulas are not remembered; the oldest go first.
const MOST: usize = 1_000;

/// Remembers formulas from now on.
pub fn begin(page: Page) {
    let formulas = page.owner.with(|| Formulas(StoredValue::new(Vec::new())));
    page.provide(formulas);
    Effect::new(move |_| {
        // They belong to a scenario that is no longer open.
        if page.workspace.drop_drafts.get().even_bad {
            formulas.0.update_value(Vec::clear);
        }
    });
}

/// Remembers what was typed for a figure, if it was a formula.
pub fn remember(page: Page, cell: &str, typed: &str, figure: &str) {
    let Some(Formulas(formulas)) = page.provided() else { return };
    formulas.update_value(|formulas| {
        formulas.retain(|formula| formula.cell != cell);
        if is_formula(typed) {
            let surplus = (formulas.len() + 1).saturating_sub(MOST);
            formulas.drain(..surplus);
            formulas.push(Formula { cell: cell.to_owned(), typed: typed.to_owned(), figure: figure.to_owned() });
        }
    });
}

/// The formula that this figure of a cell came from.
pub fn typed(page: Page, cell: &str, figure: &str) -> Option<String> {
    let Formulas(formulas) = page.provided()?;
    formulas.with_value(|formulas| {
        let of = formulas.iter().find(|formula| formula.cell == cell && formula.figure == figure);
        of.map(|formula| formula.typed.clone())
    })
}
