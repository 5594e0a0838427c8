//! Above the grid: the task and how it stands, the target rule, and the city's figures.

use leptos::prelude::*;

use crate::model::{Edit, Factor, Points, Rate, RuleKind, TargetSettings};
use crate::text::{Message, Subject, Word, hundredths, parameter_name, rule_formula, rule_name};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::{NONE, any_bad, cell, cell_error};
use crate::ui::widgets::element::{el, list, piece, several};
use crate::ui::widgets::explain::explained_alone;
use crate::ui::widgets::forms::drop_down;

/// Task, rule and bounds.
pub fn controls(page: Page) -> AnyView {
    let drafts: [RwSignal<Option<Draft>>; 5] = std::array::from_fn(|_| RwSignal::new(None));
    let rule = page.workspace.rule;
    let errors = move || {
        let fields = [Field::Task, Field::Parameter(rule.get()), Field::Benchmark, Field::Floor, Field::Cap];
        fields.into_iter().zip(drafts).map(|(field, draft)| cell_error(page, field, draft)).collect()
    };
    let [task, parameter, benchmark, floor, cap] = drafts;
    let none = || NONE.to_owned();
    let rule_line = el("div")
        .class("rule")
        .child(rule_choice(page, parameter))
        .child(slider(page, "rule-slider"))
        .child(piece(move || of_rule(page, parameter, benchmark)));
    let formula = move || rule_formula(rule.get(), page.language.get());
    let bounds_line = el("div")
        .class("bounds")
        .child(el("p").class("formula").follow("title", formula).follow_text(formula).done())
        .child(labelled(caption(page, Word::Floor), control(page, Field::Floor, floor, none)))
        .child(labelled(caption(page, Word::Cap), control(page, Field::Cap, cap, none)));
    el("section")
        .class("controls")
        .child(task_control(page, task))
        .el(rule_line)
        .el(bounds_line)
        .child(el("p").class("errors").set_if("hidden", move || !any_bad(&drafts)).child(list(errors)).done())
        .done()
}

fn task_control(page: Page, draft: RwSignal<Option<Draft>>) -> AnyView {
    let allocation = move || page.planned(|_, outcome| outcome.allocation);
    let state = move || match allocation().remaining {
        0 => page.say(Message::AllGiven),
        remaining if remaining < 0 => page.say(Message::OverBy(remaining.unsigned_abs())),
        remaining => page.say(Message::LeftOver(remaining.unsigned_abs())),
    };
    let (class, mark) = (
        move || match allocation().remaining {
            0 => "chip good",
            remaining if remaining < 0 => "chip bad",
            _ => "chip open",
        },
        move || match allocation().remaining {
            0 => "✓",
            remaining if remaining < 0 => "▲",
            _ => "▽",
        },
    );
    let allocated = el("b").test_id("allocated").follow_text(move || allocation().allocated.to_string());
    let remaining = el("b").test_id("remaining").follow_text(move || allocation().remaining.to_string());
    let standing = el("span")
        .class("standing")
        .word(page, Word::Allocated)
        .text(" ")
        .child(explained_alone(page, allocated, Subject::Allocated).done())
        .child(el("span").class("separator").set("aria-hidden", "true").text("·").done())
        .word(page, Word::Remaining)
        .text(" ")
        .child(explained_alone(page, remaining, Subject::Remaining).done());
    let chip = el("span")
        .follow("class", class)
        .test_id("task-state")
        .set("role", "status")
        .child(el("span").set("aria-hidden", "true").follow_text(mark).done())
        .follow_text(state);
    let line = el("div")
        .class("line")
        .child(el("span").class("big").child(control(page, Field::Task, draft, String::new)).done())
        .el(standing)
        .el(chip);
    el("div").class("task").child(el("div").class("caption").word(page, Word::Task).done()).el(line).done()
}

fn rule_choice(page: Page, parameter: RwSignal<Option<Draft>>) -> AnyView {
    let workspace = page.workspace;
    let rule = workspace.rule;
    let choose = move |name: String| {
        if let Some(rule) = RuleKind::ALL.into_iter().find(|rule| rule_id(*rule) == name) {
            parameter.set(None);
            workspace.edit_once(&Edit::SetRule(rule));
        }
    };
    let option = move |kind: RuleKind| {
        el("option")
            .set("value", rule_id(kind))
            .set_if("selected", move || rule.get() == kind)
            .follow_text(move || rule_name(kind, page.language.get()))
            .done()
    };
    let heading = move || page.say(Message::RuleOf(workspace.region.with(|region| region.year())));
    let select = drop_down()
        .set("id", "rule")
        .test_id("rule")
        .children(RuleKind::ALL.map(option))
        .value(move || rule_id(rule.get()))
        .on_value("change", choose);
    labelled(el("label").class("caption").set("for", "rule").follow_text(heading).done(), select.done())
}

fn of_rule(page: Page, parameter: RwSignal<Option<Draft>>, benchmark: RwSignal<Option<Draft>>) -> AnyView {
    let workspace = page.workspace;
    let kind = workspace.rule.get();
    let name = el("span").class("caption").follow_text(move || parameter_name(kind, page.language.get()));
    let highest = move || {
        let highest = page.planned(|_, outcome| outcome.highest_base);
        highest.map_or_else(String::new, |rate| page.say(Message::HighestBase(&hundredths(rate.percent_shown()))))
    };
    let benchmark = (kind == RuleKind::Converge)
        .then(|| labelled(caption(page, Word::Benchmark), control(page, Field::Benchmark, benchmark, highest)));
    let parameter = labelled(name.done(), control(page, Field::Parameter(kind), parameter, || NONE.to_owned()));
    several(std::iter::once(parameter).chain(benchmark))
}

/// A figure beside the grid that can be typed.
pub fn control(
    page: Page,
    field: Field,
    draft: RwSignal<Option<Draft>>,
    placeholder: impl FnMut() -> String + Send + 'static,
) -> AnyView {
    let of = field.clone();
    let value = Memo::new(move |_| page.workspace.scenario.with(|scenario| of.text(scenario)));
    cell(page, field, value, draft, placeholder)
}

/// The name above or before a control.
pub fn caption(page: Page, word: Word) -> AnyView {
    el("span").class("caption").word(page, word).done()
}

/// A control with its name.
pub fn labelled(name: AnyView, control: AnyView) -> AnyView {
    el("div").class("labelled").child(name).child(control).done()
}

/// The parameter, dragged: every frame recomputes, the whole drag is one undo step.
pub fn slider(page: Page, test_id: &'static str) -> AnyView {
    let workspace = page.workspace;
    let rule = workspace.rule;
    let gesture = StoredValue::new(workspace.new_gesture());
    let steps = Memo::new(move |_| workspace.scenario.with(|scenario| steps_of(scenario.targets())).unwrap_or(0));
    let most = move || steps.get().max(usual_most(rule.get())).to_string();
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
    el("input")
        .set("type", "range")
        .class("slider")
        .test_id(test_id)
        .set("min", "0")
        .set("step", "1")
        .follow("aria-label", name)
        .follow("aria-valuetext", value_text)
        .property("max", most)
        .value(move || steps.get().to_string())
        .on_value("input", drag)
        .on_value("change", drop)
        .done()
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
