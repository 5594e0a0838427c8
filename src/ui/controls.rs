//! Above the grid: the task and how it stands, the target rule, and the city's figures.

use leptos::prelude::*;

use crate::model::{Edit, Factor, Points, Rate, RuleKind, TargetSettings};
use crate::text::{Message, Word, hundredths, parameter_name, rule_formula, rule_name};

use super::cell::{Cell, any_bad, cell_error};
use super::drafts::Draft;
use super::field::Field;
use super::grid::NONE;
use super::page::Page;
use super::parts::{Text, change, flag, list, piece, text, word};

/// Task, rule and bounds.
#[component]
pub fn Controls(page: Page) -> impl IntoView {
    let drafts: [RwSignal<Option<Draft>>; 5] = std::array::from_fn(|_| RwSignal::new(None));
    let [task, parameter, benchmark, floor, cap] = drafts;
    let rule = page.workspace.rule;
    let errors = move || {
        let fields = [Field::Task, Field::Parameter(rule.get()), Field::Benchmark, Field::Floor, Field::Cap];
        fields.into_iter().zip(drafts).map(|(field, draft)| cell_error(page, field, draft)).collect()
    };
    let fine = flag(move || !any_bad(&drafts));
    view! {
        <section class="controls">
            <TaskControl page draft=task />
            <RuleControl page parameter benchmark floor cap />
            <p class="errors" hidden=fine>{list(errors)}</p>
        </section>
    }
}

#[component]
fn TaskControl(page: Page, draft: RwSignal<Option<Draft>>) -> impl IntoView {
    let workspace = page.workspace;
    let allocation = move || workspace.outcome.with(|outcome| outcome.allocation);
    let state = move || match allocation().remaining {
        0 => page.say(Message::AllGiven),
        remaining if remaining < 0 => page.say(Message::OverBy(remaining.unsigned_abs())),
        remaining => page.say(Message::LeftOver(remaining.unsigned_abs())),
    };
    let mark = move || match allocation().remaining {
        0 => "✓",
        remaining if remaining < 0 => "▲",
        _ => "▽",
    };
    let class = move || match allocation().remaining {
        0 => "chip good",
        remaining if remaining < 0 => "chip bad",
        _ => "chip open",
    };
    view! {
        <div class="task">
            <div class="caption">{word(page, Word::Task)}</div>
            <div class="line">
                <span class="big">{cell(page, Field::Task, draft, text(|| ""))}</span>
                <span class="standing">
                    {word(page, Word::Allocated)} " "
                    <b data-testid="allocated">{text(move || allocation().allocated.to_string())}</b>
                    <span class="separator" aria-hidden="true">"·"</span>
                    {word(page, Word::Remaining)} " "
                    <b data-testid="remaining">{text(move || allocation().remaining.to_string())}</b>
                </span>
                <span class=text(class) data-testid="task-state" role="status">
                    <span aria-hidden="true">{text(mark)}</span>
                    {text(state)}
                </span>
            </div>
        </div>
    }
}

#[component]
fn RuleControl(
    page: Page,
    parameter: RwSignal<Option<Draft>>,
    benchmark: RwSignal<Option<Draft>>,
    floor: RwSignal<Option<Draft>>,
    cap: RwSignal<Option<Draft>>,
) -> impl IntoView {
    let workspace = page.workspace;
    let rule = workspace.rule;
    let heading = text(move || page.say(Message::RuleOf(workspace.region.with(|region| region.year()))));
    let choose = move |name: String| {
        if let Some(rule) = RuleKind::ALL.into_iter().find(|rule| rule_id(*rule) == name) {
            parameter.set(None);
            workspace.edit_once(&Edit::SetRule(rule));
        }
    };
    let option = move |kind: RuleKind| {
        let name = text(move || rule_name(kind, page.language.get()));
        view! { <option value=rule_id(kind) selected=flag(move || rule.get() == kind)>{name}</option> }.into_any()
    };
    let highest = move || {
        let highest = workspace.outcome.with(|outcome| outcome.highest_base);
        highest.map_or_else(String::new, |rate| page.say(Message::HighestBase(&hundredths(rate.percent_shown()))))
    };
    let of_rule = move || {
        let kind = rule.get();
        let name = text(move || parameter_name(kind, page.language.get()));
        let benchmark = (kind == RuleKind::Converge)
            .then(|| labelled(word(page, Word::Benchmark), cell(page, Field::Benchmark, benchmark, text(highest))));
        view! {
            {labelled(name, cell(page, Field::Parameter(kind), parameter, text(|| NONE)))}
            {benchmark}
        }
        .into_any()
    };
    view! {
        <div class="rule">
            <div class="labelled">
                <label class="caption" for="rule">{heading}</label>
                <select
                    id="rule"
                    data-testid="rule"
                    prop:value=text(move || rule_id(rule.get()))
                    on:change=change(choose)
                >
                    {RuleKind::ALL.map(option).into_iter().collect::<Vec<_>>()}
                </select>
            </div>
            <Slider page />
            {piece(of_rule)}
            {labelled(word(page, Word::Floor), cell(page, Field::Floor, floor, text(|| NONE)))}
            {labelled(word(page, Word::Cap), cell(page, Field::Cap, cap, text(|| NONE)))}
        </div>
        <p class="formula">{text(move || rule_formula(rule.get(), page.language.get()))}</p>
    }
}

fn cell(page: Page, field: Field, draft: RwSignal<Option<Draft>>, placeholder: Text) -> AnyView {
    let of = field.clone();
    let value = Memo::new(move |_| page.workspace.scenario.with(|scenario| of.text(scenario)));
    view! { <Cell page field value draft placeholder /> }.into_any()
}

fn labelled(name: Text, cell: AnyView) -> AnyView {
    view! { <div class="labelled"><span class="caption">{name}</span>{cell}</div> }.into_any()
}

/// The parameter, dragged: every frame recomputes, the whole drag is one undo step.
#[component]
fn Slider(page: Page) -> impl IntoView {
    let workspace = page.workspace;
    let rule = workspace.rule;
    let gesture = StoredValue::new(workspace.new_gesture());
    let steps = move || workspace.scenario.with(|scenario| steps_of(scenario.targets())).unwrap_or(0);
    let most = move || steps().max(usual_most(rule.get())).to_string();
    let name = move || format!("{} {}", parameter_name(rule.get(), page.language.get()), page.word(Word::Slider));
    let value_text = move || {
        let kind = rule.get();
        workspace.scenario.with(|scenario| Field::Parameter(kind).text(scenario))
    };
    let drag = move |steps: String| {
        let Ok(steps) = steps.parse() else { return };
        // Every step of the slider is a figure that the rule takes.
        let _ = workspace.apply(&edit_of_steps(rule.get_untracked(), steps), gesture.get_value());
    };
    let drop = move |_: String| {
        gesture.set_value(workspace.new_gesture());
        workspace.commit();
    };
    view! {
        <input
            type="range"
            class="slider"
            data-testid="rule-slider"
            min="0"
            step="1"
            aria-label=text(name)
            aria-valuetext=text(value_text)
            prop:max=text(most)
            prop:value=text(move || steps().to_string())
            on:input=change(drag)
            on:change=change(drop)
        />
    }
}

/// The name that scripts and the select use.
const fn rule_id(rule: RuleKind) -> &'static str {
    match rule {
        RuleKind::Uniform => "uniform",
        RuleKind::Proportional => "proportional",
        RuleKind::Converge => "converge",
        RuleKind::CityGoal => "city-goal",
    }
}

/// A slider's step is 0.01 of the parameter's own unit.
const STEP_PPM: u32 = 100;

fn steps_of(targets: &TargetSettings) -> Option<u32> {
    let ppm = match targets.rule {
        RuleKind::Uniform => targets.uplift.map(|uplift| u32::try_from(uplift.ppm()).unwrap_or(0)),
        RuleKind::Proportional => targets.growth.map(Factor::ppm),
        RuleKind::Converge => targets.closing.map(Rate::ppm),
        RuleKind::CityGoal => targets.goal.map(Rate::ppm),
    };
    ppm.map(|ppm| ppm / STEP_PPM)
}

/// The end of the slider, unless the parameter lies beyond it.
const fn usual_most(rule: RuleKind) -> u32 {
    match rule {
        RuleKind::Uniform => 500,
        RuleKind::Proportional | RuleKind::Converge => 10_000,
        RuleKind::CityGoal => 2_000,
    }
}

fn edit_of_steps(rule: RuleKind, steps: u32) -> Edit {
    let ppm = steps.saturating_mul(STEP_PPM);
    match rule {
        RuleKind::Uniform => Edit::SetUplift(i32::try_from(ppm).ok().and_then(Points::from_ppm)),
        RuleKind::Proportional => Edit::SetGrowth(Factor::from_ppm(ppm)),
        RuleKind::Converge => Edit::SetClosing(Rate::from_ppm(ppm)),
        RuleKind::CityGoal => Edit::SetGoal(Rate::from_ppm(ppm)),
    }
}
