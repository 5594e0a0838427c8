//! The parameter of the target rule as a slider.

use leptos::prelude::*;

use super::element::el;
use crate::model::{Edit, Factor, Points, Rate, RuleKind, TargetSettings};
use crate::text::{Word, parameter_name};
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;

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
        .attr("type", "range")
        .class("slider")
        .test_id(test_id)
        .attr("min", "0")
        .attr("step", "1")
        .dyn_attr("aria-label", name)
        .dyn_attr("aria-valuetext", value_text)
        .property("max", most)
        .value(move || steps.get().to_string())
        .on_value("input", drag)
        .on_value("change", drop)
        .done()
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
