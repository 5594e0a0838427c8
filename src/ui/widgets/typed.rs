//! What was typed, for as long as the page is there: formulas, to be shown again, and whose slots came last.

use leptos::prelude::*;

use crate::model::{CountyId, Figure};
use crate::text::is_formula;
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;

#[derive(Clone, Copy)]
struct Typed {
    /// The formulas behind figures.
    formulas: StoredValue<Vec<Formula>>,
    /// The county whose slots were typed last, and what they came to.
    slots: StoredValue<Option<(CountyId, String)>>,
}

struct Formula {
    /// The cell, by its name for scripts.
    cell: String,
    typed: String,
    /// What came out. Another figure in the cell has nothing to do with the formula.
    figure: String,
}

/// More formulas are not remembered; the oldest go first.
const MOST: usize = 1_000;

/// Remembers from now on.
pub fn begin(page: Page) {
    let typed = page.owner.with(|| Typed { formulas: StoredValue::new(Vec::new()), slots: StoredValue::new(None) });
    page.provide(typed);
    Effect::new(move |_| {
        // They belong to a scenario that is no longer open.
        if page.workspace.drop_drafts.get().even_bad {
            typed.formulas.update_value(Vec::clear);
            typed.slots.set_value(None);
        }
    });
}

/// Remembers what was typed for a figure.
pub fn remember(page: Page, field: &Field, typed: &str, figure: &str) {
    let Some(Typed { formulas, slots }) = page.provided() else { return };
    if let Field::County(Figure::Slots, county) = field {
        slots.set_value(Some((county.clone(), figure.to_owned())));
    }
    let cell = field.test_id();
    formulas.update_value(|formulas| {
        formulas.retain(|formula| formula.cell != cell);
        if is_formula(typed) {
            let surplus = (formulas.len() + 1).saturating_sub(MOST);
            formulas.drain(..surplus);
            formulas.push(Formula { cell, typed: typed.to_owned(), figure: figure.to_owned() });
        }
    });
}

/// The formula that this figure of a cell came from.
pub fn formula(page: Page, field: &Field, figure: &str) -> Option<String> {
    let Typed { formulas, .. } = page.provided()?;
    let cell = field.test_id();
    formulas.with_value(|formulas| {
        let of = formulas.iter().find(|formula| formula.cell == cell && formula.figure == figure);
        of.map(|formula| formula.typed.clone())
    })
}

/// The county whose slots were typed last, if they stand as they were typed.
pub fn last_typed(page: Page) -> Option<CountyId> {
    let Typed { slots, .. } = page.provided()?;
    let (county, figure) = slots.get_value()?;
    let field = Field::County(Figure::Slots, county.clone());
    page.workspace.scenario.with_untracked(|scenario| field.text(scenario) == figure).then_some(county)
}
