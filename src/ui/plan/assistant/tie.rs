//! A tie: the assistant stops and asks, and says afterwards how it was decided.

use leptos::prelude::*;

use super::Assistant;
use crate::model::{CountyId, DivisionProblem, Edit, NotDivided, SettledTie, Tie, TieChoice};
use crate::text::{ToolWord, tie_text};
use crate::ui::widgets::check::{check, check_box};
use crate::ui::widgets::element::{el, empty, word_button};

/// The question, the answer, or nothing where there is no tie.
pub(super) fn tie_choice(this: Assistant) -> AnyView {
    enum Met {
        Open(Tie),
        Settled(SettledTie),
    }
    let met = this.result.with(|result| match result {
        Err(NotDivided::Division(DivisionProblem::Tie(tie))) => Some(Met::Open(tie.clone())),
        Ok(divided) => divided.tie.clone().map(Met::Settled),
        Err(_) => None,
    });
    match met {
        Some(Met::Open(tie)) => question(this, &tie),
        Some(Met::Settled(settled)) => answer(this, &settled),
        None => empty(),
    }
}

fn question(this: Assistant, tie: &Tie) -> AnyView {
    let page = this.page;
    let workspace = page.workspace;
    let region = this.region.get();
    let id_at = |&at: &usize| region.counties().get(at).map(|county| county.id.clone());
    let ids: Vec<CountyId> = tie.between.iter().filter_map(id_at).collect();
    let ticked: RwSignal<Vec<CountyId>> = RwSignal::new(Vec::new());
    let at_stake = tie.at_stake.get() as usize;
    let tick = |id: &CountyId| {
        let (own, of) = (id.clone(), id.clone());
        let name = region.position(id).and_then(|at| region.counties().get(at)).map(|county| county.name.clone());
        let toggle = move || {
            ticked.update(|ticked| match ticked.iter().position(|one| *one == own) {
                Some(at) => {
                    ticked.remove(at);
                }
                None => ticked.push(own.clone()),
            });
        };
        let input =
            check_box(format!("assistant-tie-{id}"), move || ticked.with(|ticked| ticked.contains(&of)), toggle);
        let name = move || name.as_ref().map_or_else(String::new, |name| page.language.get().name(name).to_owned());
        check(input, el("span").dyn_text(name)).done()
    };
    let decide = move |choice: TieChoice| workspace.edit_once(&Edit::SetTies(choice));
    let ticks: Vec<AnyView> = ids.iter().map(tick).collect();
    let by_hand = word_button(page, "assistant-tie-hand", ToolWord::TieTake)
        .attr_if("disabled", move || ticked.with(Vec::len) != at_stake)
        .click(move || decide(TieChoice::ByHand { between: ids.clone(), gaining: ticked.get_untracked() }));
    el("fieldset")
        .class("tie")
        .test_id("assistant-tie")
        .child(el("legend").word(page, ToolWord::TieTitle).done())
        .child(el("div").class("ticks").children(ticks).done())
        .child(
            el("div")
                .class("line")
                .el(by_hand)
                .el(word_button(page, "assistant-tie-document", ToolWord::TieDocument)
                    .click(move || decide(TieChoice::DocumentOrder)))
                .el(word_button(page, "assistant-tie-children", ToolWord::TieChildren)
                    .click(move || decide(TieChoice::MoreChildren)))
                .done(),
        )
        .done()
}

fn answer(this: Assistant, settled: &SettledTie) -> AnyView {
    let page = this.page;
    let region = this.region.get();
    let language = page.language.get();
    let name_at = |&at: &usize| region.counties().get(at).map(|county| language.name(&county.name));
    let gaining: Vec<&str> = settled.gaining.iter().filter_map(name_at).collect();
    let said = [&tie_text(&settled.tie, &region, language), " → ", &gaining.join("、")].concat();
    let again = word_button(page, "assistant-tie-again", ToolWord::TieAgain)
        .click(move || page.workspace.edit_once(&Edit::SetTies(TieChoice::Ask)));
    el("p").class("tie").test_id("assistant-tie-settled").child(el("span").text(said).done()).el(again).done()
}
