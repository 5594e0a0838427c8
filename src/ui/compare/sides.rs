//! The scenarios that stand side by side: which, and what follows from them.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{
    Alternative, CompareOrder, Compared, Comparison, Outcome, Scenario, Supply, evaluate, official_plan_of, supply,
    surveyed,
};
use crate::storage::{Kind, Listed, Saved};
use crate::text::Word;
use crate::ui::state::page::Page;
use crate::ui::state::workspace::Open;

/// What is chosen on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The scenarios; nothing as long as none was ticked by hand.
    pub chosen: Option<Vec<Open>>,
    /// What the others are held against; the first of them unless another one was chosen.
    pub reference: Option<Open>,
    /// In which order counties stand.
    pub order: CompareOrder,
    /// Whether counties that are the same in all are left out.
    pub only_differing: bool,
    /// The figures in the table.
    pub figures: Vec<Compared>,
}

impl Default for Choice {
    fn default() -> Self {
        Self {
            chosen: None,
            reference: None,
            order: CompareOrder::Document,
            only_differing: false,
            figures: vec![Compared::Target, Compared::Slots],
        }
    }
}

/// One scenario with what follows from it.
#[derive(Clone, Debug)]
pub struct Side {
    /// Which one.
    pub open: Open,
    /// As the page calls it.
    pub name: String,
    /// The scenario.
    pub scenario: Arc<Scenario>,
    /// What follows from it.
    pub outcome: Arc<Outcome>,
    /// How its targets fit its slots.
    pub supply: Arc<Supply>,
}

impl PartialEq for Side {
    fn eq(&self, other: &Self) -> bool {
        // What follows, follows.
        self.open == other.open && self.name == other.name && Arc::ptr_eq(&self.scenario, &other.scenario)
    }
}

impl Side {
    fn of(open: Open, name: String, scenario: Scenario) -> Self {
        let outcome = evaluate(&scenario);
        let supply = supply(&scenario, &outcome);
        Self { open, name, scenario: Arc::new(scenario), outcome: Arc::new(outcome), supply: Arc::new(supply) }
    }
}

/// A stored scenario as it was read, until it is stored anew.
struct Cached {
    latest: Option<Saved>,
    side: Side,
}

/// The scenarios on show, and how they compare.
#[derive(Clone, Debug)]
pub struct SideBySide {
    /// In the order of their columns.
    pub sides: Vec<Side>,
    /// What differs.
    pub comparison: Comparison,
}

impl SideBySide {
    /// As the model takes them.
    pub fn alternatives(&self) -> Vec<Alternative<'_>> {
        alternatives(&self.sides)
    }

    /// Their names.
    pub fn names(&self) -> Vec<String> {
        self.sides.iter().map(|side| side.name.clone()).collect()
    }
}

/// What stands beside what, for as long as the page is there.
#[derive(Clone, Copy)]
pub struct ComparisonState {
    /// The page.
    pub page: Page,
    /// What is chosen.
    pub choice: RwSignal<Choice>,
    /// The scenarios that can stand beside the open one: the plan of its region, and the stored ones of its region.
    others: Memo<Arc<Vec<Side>>>,
    /// The scenarios side by side; nothing where there are fewer than two.
    pub compared: Memo<Option<Arc<SideBySide>>>,
}

/// Makes it. Worked out is only what is on show.
pub fn begin(page: Page) {
    let cached = StoredValue::new_local(Vec::new());
    let choice = RwSignal::new(Choice::default());
    let others = Memo::new(move |_| Arc::new(others(page, cached)));
    let plan = Memo::new(move |before: Option<&Option<Side>>| plan(page, others, before.and_then(Option::as_ref)));
    let compared = Memo::new_with_compare(move |_| side_by_side(page, choice, others, plan), |_, _| true);
    page.provide(ComparisonState { page, choice, others, compared });
}

impl ComparisonState {
    /// All that can be chosen, as they are called: the plan, the open one, the stored ones.
    pub fn candidates(self) -> Vec<(Open, String)> {
        candidates(self.page, self.others)
    }

    /// Those of the candidates that are chosen.
    pub fn chosen(self, candidates: &[(Open, String)]) -> Vec<Open> {
        chosen(self.choice, candidates)
    }
}

type Cache = StoredValue<Vec<Cached>, LocalStorage>;

fn others(page: Page, cached: Cache) -> Vec<Side> {
    let workspace = page.workspace;
    let now = workspace.open.get();
    let region = workspace.region.get();
    let listed = workspace.listed.get();
    let mut sides = Vec::new();
    if now != Open::Official
        && let Some(plan) = official_plan_of(&region)
    {
        sides.push(Side::of(Open::Official, page.word(Word::OfficialShort).to_owned(), plan.clone()));
    }
    let is_other = |one: &&Listed| {
        let same = one.region.as_ref().is_some_and(|of| of.id == region.id() && of.year == region.year());
        one.kind == Kind::Ready && same && now != Open::Kept(one.id.clone())
    };
    for one in listed.iter().filter(is_other) {
        sides.extend(stored(page, cached, one).filter(|side| side.scenario.region().is_alike(&region)));
    }
    sides
}

/// A stored scenario, read again only when it was stored anew.
fn stored(page: Page, cached: Cache, listed: &Listed) -> Option<Side> {
    let open = Open::Kept(listed.id.clone());
    let found = cached.with_value(|cached| {
        let same = |cached: &&Cached| cached.side.open == open && cached.latest == listed.latest;
        cached.iter().find(same).map(|cached| cached.side.clone())
    });
    if found.is_some() {
        return found;
    }
    let scenario = page.workspace.read(&listed.id)?;
    let side = Side::of(open.clone(), scenario.name().to_owned(), scenario);
    cached.update_value(|cached| {
        cached.retain(|cached| cached.side.open != open);
        cached.push(Cached { latest: listed.latest, side: side.clone() });
    });
    Some(side)
}

/// The open scenario, which follows every edit.
fn live(page: Page) -> Side {
    let workspace = page.workspace;
    let (open, name) = (workspace.open.get(), page.scenario_name());
    let scenario = workspace.scenario.get();
    match page.supply.get() {
        Some(supply) => {
            let outcome = Arc::new(workspace.outcome.get());
            Side { open, name, scenario: Arc::new(scenario), outcome, supply }
        }
        None => Side::of(open, name, scenario),
    }
}

fn candidates(page: Page, others: Memo<Arc<Vec<Side>>>) -> Vec<(Open, String)> {
    let open = (page.workspace.open.get(), page.scenario_name());
    let mut all: Vec<(Open, String)> =
        others.with(|others| others.iter().map(|side| (side.open.clone(), side.name.clone())).collect());
    let behind_plan = usize::from(all.first().is_some_and(|(first, _)| *first == Open::Official));
    all.insert(behind_plan, open);
    all
}

/// By default as many as can be, the plan and the open one first.
fn chosen(choice: RwSignal<Choice>, candidates: &[(Open, String)]) -> Vec<Open> {
    let there = |open: &&Open| candidates.iter().any(|(one, _)| one == *open);
    let picked = choice
        .with(|choice| choice.chosen.as_ref().map(|chosen| chosen.iter().filter(there).cloned().collect::<Vec<_>>()));
    picked.unwrap_or_else(|| candidates.iter().take(Comparison::MOST).map(|(open, _)| open.clone()).collect())
}

/// The official plan beside the open scenario. It states no children and no slots of today: they are the same, whoever
/// divides. As long as they are, it is what it was before.
fn plan(page: Page, others: Memo<Arc<Vec<Side>>>, before: Option<&Side>) -> Option<Side> {
    let plan = others.with(|others| others.iter().find(|side| side.open == Open::Official).cloned())?;
    let scenario = page.workspace.scenario.with(|open| surveyed(&plan.scenario, open));
    let same = before.filter(|before| before.name == plan.name && *before.scenario == scenario);
    Some(same.cloned().unwrap_or_else(|| Side::of(plan.open, plan.name, scenario)))
}

fn side_by_side(
    page: Page,
    choice: RwSignal<Choice>,
    others: Memo<Arc<Vec<Side>>>,
    plan: Memo<Option<Side>>,
) -> Option<Arc<SideBySide>> {
    let now = page.workspace.open.get();
    let candidates = candidates(page, others);
    let chosen = chosen(choice, &candidates);
    let side = |(open, _): (Open, String)| {
        if open == now {
            return Some(live(page));
        }
        if open == Open::Official {
            return plan.get();
        }
        others.with(|others| others.iter().find(|side| side.open == open).cloned())
    };
    let shown = candidates.into_iter().filter(|(open, _)| chosen.contains(open)).take(Comparison::MOST);
    let sides: Vec<Side> = shown.filter_map(side).collect();
    let wanted = choice.with(|choice| choice.reference.clone());
    let reference = wanted.and_then(|wanted| sides.iter().position(|side| side.open == wanted)).unwrap_or(0);
    let comparison = Comparison::new(&alternatives(&sides), reference).ok()?;
    Some(Arc::new(SideBySide { sides, comparison }))
}

fn alternatives(sides: &[Side]) -> Vec<Alternative<'_>> {
    let mut all = Vec::with_capacity(sides.len());
    for side in sides {
        all.push(Alternative { scenario: &side.scenario, outcome: &side.outcome, supply: Some(&side.supply) });
    }
    all
}
