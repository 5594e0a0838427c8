//! Solving backwards: what is wanted, what may move, and the answer checked forwards.

use leptos::prelude::*;

use crate::model::{Answer, CountyId, Goal, Lever, Rate, solve};
use crate::text::{NumberProblem, ToolWord, Wording, changes, exact_rate, number_problem, solution, typed_rate};
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::error_message;
use crate::ui::widgets::element::{dynamic, el, fragment, word_button};
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::select::{county_select, option, select};

/// A goal, as the choice offers it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum GoalKind {
    CityRate,
    CountyTarget,
    NoShortage,
    NoShortageIn,
    InclusiveShare,
}

const GOALS: [(GoalKind, &str, ToolWord); 5] = [
    (GoalKind::CityRate, "city-rate", ToolWord::GoalCityRate),
    (GoalKind::CountyTarget, "county-target", ToolWord::GoalCountyTarget),
    (GoalKind::NoShortage, "no-shortage", ToolWord::GoalNoShortage),
    (GoalKind::NoShortageIn, "no-shortage-in", ToolWord::GoalNoShortageIn),
    (GoalKind::InclusiveShare, "inclusive-share", ToolWord::GoalInclusiveShare),
];

/// What may move, as the choice offers it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LeverKind {
    Uplift,
    CountySlots,
    Task,
    Conversions,
}

const LEVERS: [(LeverKind, &str, ToolWord); 4] = [
    (LeverKind::Uplift, "uplift", ToolWord::LeverUplift),
    (LeverKind::CountySlots, "county-slots", ToolWord::LeverCountySlots),
    (LeverKind::Task, "task", ToolWord::LeverTask),
    (LeverKind::Conversions, "conversions", ToolWord::LeverConversions),
];

/// So many changes are named one by one.
const LINES: usize = 8;

/// What is asked.
#[derive(Clone, Copy)]
struct Question {
    goal: RwSignal<GoalKind>,
    moves: RwSignal<LeverKind>,
    value: RwSignal<String>,
    /// The county's position.
    county: RwSignal<usize>,
}

/// What the dialog holds.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let question = Question {
        goal: RwSignal::new(GoalKind::CityRate),
        moves: RwSignal::new(LeverKind::Uplift),
        value: RwSignal::new(String::new()),
        county: RwSignal::new(0),
    };
    let goal = choice(page, "solve-goal", ToolWord::SolveGoal, &GOALS, question.goal, move |goal| {
        question.goal.set(goal);
        question.value.set(usual_value(page, goal));
    });
    let lever =
        choice(page, "solve-mover", ToolWord::SolveLever, &LEVERS, question.moves, move |of| question.moves.set(of));
    let wanted = move || typed(page, question);
    let error = move || match wanted() {
        Err(problem) => number_problem(problem, page.language.get()),
        Ok(_) => String::new(),
    };
    let value = el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("id", "solve-value")
        .class("cell")
        .test_id("solve-value")
        .attr("aria-describedby", "error-solve-value")
        .aria("aria-invalid", move || wanted().is_err())
        .value(move || question.value.get())
        .on_value("input", move |typed| question.value.set(typed));
    let needs_county = move || {
        matches!(question.goal.get(), GoalKind::CountyTarget | GoalKind::NoShortageIn)
            || question.moves.get() == LeverKind::CountySlots
    };
    fragment([
        el("div")
            .class("choices solve")
            .child(goal)
            .child(captioned(page, "solve-value", ToolWord::SolveValue, value))
            .child(lever)
            .el(el("div").attr_if("hidden", move || !needs_county()).child(county_choice(page, question)))
            .done(),
        error_message("p", "error-solve-value").attr_if("hidden", move || error().is_empty()).dyn_text(error).done(),
        dynamic(move || answer(page, question, open)),
    ])
}

fn choice<T: Copy + PartialEq + Send + Sync + 'static>(
    page: Page,
    id: &'static str,
    name: ToolWord,
    options: &'static [(T, &'static str, ToolWord)],
    chosen: RwSignal<T>,
    choose: impl Fn(T) + 'static,
) -> AnyView {
    let lines =
        options.iter().map(|&(value, id, word)| option(id, move || chosen.get() == value).word(page, word).done());
    let id_of = move || options.iter().find(|(value, ..)| *value == chosen.get()).map_or("", |(_, id, _)| id);
    let choose = move |typed: String| {
        if let Some((value, ..)) = options.iter().find(|(_, id, _)| *id == typed) {
            choose(*value);
        }
    };
    captioned(page, id, name, select(id, lines, id_of, choose))
}

fn county_choice(page: Page, question: Question) -> AnyView {
    let select = county_select(page, "solve-county", question.county, move |at| question.county.set(at));
    captioned(page, "solve-county", ToolWord::SolveCounty, select)
}

/// What a goal usually is: the scenario's own goals, where it has one.
fn usual_value(page: Page, goal: GoalKind) -> String {
    page.workspace.scenario.with_untracked(|scenario| match goal {
        GoalKind::CityRate | GoalKind::CountyTarget => String::new(),
        GoalKind::NoShortage | GoalKind::NoShortageIn => exact_rate(Rate::FULL),
        GoalKind::InclusiveShare => exact_rate(scenario.supply().inclusive_share),
    })
}

/// What is wanted; nothing while its value is not typed.
fn typed(page: Page, question: Question) -> Result<Option<Goal>, NumberProblem> {
    let Some(rate) = question.value.with(|typed| typed_rate(typed))? else { return Ok(None) };
    let county = county_of(page, question);
    Ok(Some(match question.goal.get() {
        GoalKind::CityRate => Goal::CityRate(rate),
        GoalKind::CountyTarget => Goal::CountyTarget(county, rate),
        GoalKind::NoShortage => Goal::NoShortage(rate),
        GoalKind::NoShortageIn => Goal::NoShortageIn(county, rate),
        GoalKind::InclusiveShare => Goal::InclusiveShare(rate),
    }))
}

fn county_of(page: Page, question: Question) -> CountyId {
    let at = question.county.get();
    page.workspace.region.with(|region| region.counties().get(at).map(|county| county.id.clone())).unwrap_or_else(
        || {
            // A region has a first county; an unknown one is refused by the solver.
            CountyId::new("")
        },
    )
}

fn answer(page: Page, question: Question, open: RwSignal<bool>) -> AnyView {
    let language = page.language.get();
    let Ok(Some(wanted)) = typed(page, question) else {
        return el("p").class("hint").word(page, ToolWord::SolveNeedsValue).done();
    };
    let lever = match question.moves.get() {
        LeverKind::Uplift => Lever::Uplift,
        LeverKind::CountySlots => Lever::CountySlots(county_of(page, question)),
        LeverKind::Task => Lever::Task,
        LeverKind::Conversions => Lever::Conversions,
    };
    let workspace = page.workspace;
    let (answer, said) = workspace.scenario.with(|scenario| {
        let answer = workspace.outcome.with(|outcome| solve(scenario, outcome, &wanted, &lever));
        let said = solution(scenario, &wanted, &lever, &answer, language);
        (answer, said)
    });
    // What stands already needs no change.
    let edit = if let Answer::Reached { edit, already: false, .. } = answer { edit } else { None };
    let changed = edit.as_ref().map(|edit| {
        let lines = workspace.scenario.with(|scenario| changes(scenario, edit, language));
        let more = lines.len().saturating_sub(LINES);
        let shown = lines.into_iter().take(LINES).map(|line| el("li").text(line).done());
        let rest = (more > 0).then(|| el("li").text(["… +", &more.to_string()].concat()).done());
        fragment([
            el("dt").text(ToolWord::SolveChanges.said(language)).done(),
            el("dd").el(el("ul").test_id("solve-changes").children(shown).children(rest)).done(),
        ])
    });
    let take = edit.map(|edit| {
        let take = move || {
            workspace.edit_and_say(&edit, page.word_now(ToolWord::SolveTaken).to_owned());
            open.set(false);
        };
        el("footer").el(word_button(page, "solve-apply", ToolWord::SolveTake).class("primary").click(take)).done()
    });
    let part = |name: ToolWord, id: &'static str, text: Option<String>| {
        text.map(|text| fragment([el("dt").text(name.said(language)).done(), el("dd").test_id(id).text(text).done()]))
    };
    el("div")
        .class("answer")
        .attr("role", "status")
        .child(el("p").class("value").test_id("solve-answer").text(&said.answer).done())
        .child(
            el("dl")
                .children(part(ToolWord::Worked, "solve-worked", said.worked))
                .children(part(ToolWord::Check, "solve-check", said.check))
                .children(changed)
                .children(part(ToolWord::Formula, "solve-formula", said.formula.map(str::to_owned)))
                .done(),
        )
        .children(take)
        .done()
}
