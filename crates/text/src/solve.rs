//! What is said about solving backwards and about what flips a finding (反推、敏感性).

mod en;
mod worked;
mod zh_cn;

use super::number::figure_readout;
use super::supply::missing_inputs;
use super::{Language, Word, exact_points, exact_rate, rule_name, thousands};
use tuowei_model::{
    Answer, Change, CountyId, Edit, Figure, FigureKind, Formula, Forward, Goal, Lever, Moved, Place, Rate, Region,
    Scenario, Slots, TippingPoint, formula,
};

/// An answer in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Solution {
    /// The answer, or why there is none, in sentences.
    pub answer: String,
    /// The formula that it follows from; nothing where the lever does not move what is wanted.
    pub formula: Option<&'static str>,
    /// The formula with the actual figures, where it is reached.
    pub worked: Option<String>,
    /// What the forward computation gives: 按此验算：全市入托率 6.00%。
    pub check: Option<String>,
}

/// What is wanted, as a goal: 全市入托率达到6.00%.
#[must_use]
pub fn goal_name(goal: &Goal, region: &Region, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::goal(goal, region),
        Language::English => en::goal(goal, region),
    }
}

/// What may move for it: 平城任务数.
#[must_use]
pub fn lever_name(lever: &Lever, region: &Region, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::lever(lever, region),
        Language::English => en::lever(lever, region),
    }
}

/// What solving backwards came to. `answer` is what [`tuowei_model::solve`] gives for the scenario.
#[must_use]
pub fn solution(scenario: &Scenario, goal: &Goal, lever: &Lever, answer: &Answer, language: Language) -> Solution {
    let region = scenario.region();
    let formula = formula(goal, lever).ok();
    let words = formula.map(|formula| match language {
        Language::Chinese => zh_cn::formula(formula),
        Language::English => en::formula(formula),
    });
    let sentences = match language {
        Language::Chinese => zh_cn::answer(answer, goal, lever, region),
        Language::English => en::answer(answer, goal, lever, region),
    };
    let (worked, check) = match (answer, formula) {
        (Answer::Reached { value, edit, forward, .. }, Some(formula)) => (
            worked::worked(scenario, edit.as_ref(), formula, goal, lever, *value, language),
            Some(match language {
                Language::Chinese => ["按此验算：", &zh_cn::forward(*forward, goal, region), "。"].concat(),
                Language::English => ["Checked forwards: ", &en::forward(*forward, goal, region), "."].concat(),
            }),
        ),
        (Answer::Reached { .. } | Answer::OutOfReach { .. } | Answer::NotMoved(_) | Answer::Missing { .. }, _) => {
            (None, None)
        }
    };
    Solution { answer: sentences, formula: words, worked, check }
}

/// What an edit changes, one line for each figure: 平城任务数 130 → 0. What stands already is not named, and the slots
/// given are, where their sum changes.
#[must_use]
pub fn changes(scenario: &Scenario, edit: &Edit, language: Language) -> Vec<String> {
    let mut after = scenario.clone();
    if after.apply(edit).is_err() {
        return Vec::new();
    }
    let region = scenario.region();
    let name = |place: &Place| match language {
        Language::Chinese => zh_cn::place(place, region),
        Language::English => en::place(place, region),
    };
    let line = |name: &str, from: &str, to: &str| [name, " ", from, " → ", to].concat();
    let mut lines = Vec::new();
    for place in edit.places() {
        let (from, to) = (figure_at(scenario, &place, language), figure_at(&after, &place, language));
        if from != to {
            lines.push(line(&name(&place), &from, &to));
        }
    }
    let given =
        |of: &Scenario| -> u64 { of.counties().iter().filter_map(|of| of.slots).map(|of| u64::from(of.get())).sum() };
    if given(scenario) != given(&after) {
        let standing = |of: &Scenario| [&thousands(given(of)), "/", &thousands(u64::from(of.task().get()))].concat();
        lines.push(line(Word::Allocated.in_language(language), &standing(scenario), &standing(&after)));
    }
    lines
}

/// What stands at a place that solving may change.
fn figure_at(scenario: &Scenario, place: &Place, language: Language) -> String {
    let slots = |of: Option<Slots>| of.map(|of| thousands(u64::from(of.get())));
    let figure = match place {
        Place::Task => slots(Some(scenario.task())),
        Place::Rule => Some(rule_name(scenario.targets().rule, language).to_owned()),
        Place::Uplift => scenario.targets().uplift.map(exact_points),
        Place::Figure(id, figure) => {
            let value = scenario.county(id).and_then(|inputs| figure.of(inputs)).map(figure_readout);
            match figure {
                Figure::Pin => Some(value.unwrap_or_else(|| Word::ByRule.in_language(language).to_owned())),
                _ => value,
            }
        }
        // Nothing else is changed by an answer.
        _ => None,
    };
    figure.unwrap_or_else(|| "—".to_owned())
}

/// What makes a finding go, in one line: 平城任务数由150减至130（减20个）即可消除.
#[must_use]
pub fn tipping_point(tipping_point: &TippingPoint, region: &Region, language: Language) -> String {
    let counts_children =
        matches!(&tipping_point.place, Place::Figure(_, figure) if figure.kind() == FigureKind::Children);
    let moved = change(tipping_point.change, counts_children);
    match language {
        Language::Chinese => zh_cn::tipping_point(tipping_point, &moved, region),
        Language::English => en::tipping_point(tipping_point, &moved, region),
    }
}

/// A change in figures: the size of it is counted in `unit`.
struct Shift {
    from: String,
    to: String,
    by: String,
    up: bool,
    unit: Unit,
}

/// What a change is counted in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Slots,
    Children,
    Percent,
    Points,
}

fn change(change: Change, counts_children: bool) -> Shift {
    match change {
        Change::Count { from, to } => {
            let unit = if counts_children { Unit::Children } else { Unit::Slots };
            let shown = |count: u32| thousands(u64::from(count));
            Shift { from: shown(from), to: shown(to), by: shown(from.abs_diff(to)), up: to > from, unit }
        }
        Change::Rate { from, to } => {
            let by = if to > from { to.above(from) } else { from.above(to) };
            let shown = |rate: Rate| exact_rate(rate) + "%";
            Shift { from: shown(from), to: shown(to), by: exact_points(by), up: to > from, unit: Unit::Percent }
        }
        Change::Points { from, to } => {
            let by = from.ppm().abs_diff(to.ppm());
            let by = exact_rate(Rate::from_ppm(by).unwrap_or(Rate::FULL));
            Shift { from: exact_points(from), to: exact_points(to), by, up: to > from, unit: Unit::Points }
        }
    }
}

/// Whether the answer is the largest value that does; else it is the smallest.
fn is_most(formula: Formula) -> bool {
    match formula {
        Formula::UpliftCarried => true,
        Formula::UpliftForCity
        | Formula::UpliftForTarget
        | Formula::SlotsNeeded
        | Formula::TaskForSlots
        | Formula::InclusiveAdded
        | Formula::InclusiveConverted => false,
    }
}
