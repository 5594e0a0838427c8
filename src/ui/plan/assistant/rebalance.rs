//! What remains of the task spread by one click, on the plan page and on the stage.

use leptos::prelude::*;

use super::super::state::AssistantState;
use super::open;
use crate::model::{CountyId, DivisionProblem, Edit, NotDivided, Scope, Way, divided, evaluate, taken};
use crate::text::{not_divided, rebalanced};
use crate::ui::state::page::Page;
use crate::ui::widgets::typed::last_typed;

/// Spreads what remains, or is too much, by one click, and says what moved. These counties stay as they are, on the plan
/// page the one whose slots were typed last: they are locked by the same step. Where it does not come out, the assistant
/// opens on the very division, and says or asks what is to be settled.
pub fn rebalance(page: Page, held: &[CountyId]) {
    let workspace = page.workspace;
    let last = last_typed(page);
    // On the stage it is known what was asked.
    let on_stage = page.presenting.with_untracked(Option::is_some);
    let held = if on_stage { held } else { last.as_slice() };
    let mut edits: Vec<Edit> = held.iter().map(|id| Edit::SetLocked(id.clone(), true)).collect();
    let mut scenario = workspace.scenario.get_untracked();
    // A county that is gone by now is held by nobody.
    edits.retain(|edit| scenario.apply(edit).is_ok());
    let unlocked =
        |id: &&CountyId| workspace.scenario.with_untracked(|now| now.county(id).is_some_and(|of| !of.locked));
    let newly: Vec<CountyId> = held.iter().filter(unlocked).cloned().collect();
    let outcome = evaluate(&scenario);
    let way = Way::for_the_rest(&scenario, &outcome);
    let attempt = divided(&scenario, &outcome, way);
    let language = page.language.get_untracked();
    let why = match attempt {
        Ok(result) => {
            edits.push(taken(&scenario, &result, way));
            let moved =
                workspace.scenario.with_untracked(|scenario| rebalanced(scenario, &result.slots, &newly, language));
            return workspace.edit_and_say(&Edit::Batch(edits), moved);
        }
        Err(why) => why,
    };
    // On the stage there is no room for the panel: it says why, and waits.
    if on_stage {
        let said = workspace.region.with_untracked(|region| not_divided(&why, region, language));
        return page.notices.keep(said);
    }
    if workspace.scenario.with_untracked(|scenario| scenario.division().weight != way.weight) {
        workspace.edit_once(&Edit::SetWeightKind(way.weight));
    }
    // What is asked is asked of the others.
    if matches!(why, NotDivided::Division(DivisionProblem::Tie(_))) && !newly.is_empty() {
        workspace.edit_once(&Edit::Batch(edits));
    }
    if let Some(AssistantState { scope, .. }) = page.provided() {
        scope.set(Scope::Rest);
    }
    open(page);
}
