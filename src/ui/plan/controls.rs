//! Above the grid: the task and how it stands, the target rule, and the city's figures.

use leptos::prelude::*;

use crate::model::{Edit, RuleKind};
use crate::text::{Message, Subject, Word, hundredths, parameter_name, rule_formula, rule_name};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::{NONE, any_bad, cell_error};
use crate::ui::widgets::element::{dynamic, el, fragment, list};
use crate::ui::widgets::explain::explained_alone;
use crate::ui::widgets::labelled::{caption, control, labelled};
use crate::ui::widgets::select::{option, select};
use crate::ui::widgets::slider::slider;

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
        .child(dynamic(move || of_rule(page, parameter, benchmark)));
    let formula = move || rule_formula(rule.get(), page.language.get());
    let bounds_line = el("div")
        .class("bounds")
        .child(el("p").class("formula").dyn_attr("title", formula).dyn_text(formula).done())
        .child(labelled(caption(page, Word::Floor), control(page, Field::Floor, floor, none)))
        .child(labelled(caption(page, Word::Cap), control(page, Field::Cap, cap, none)));
    el("section")
        .class("controls")
        .child(task_control(page, task))
        .el(rule_line)
        .el(bounds_line)
        .child(el("p").class("errors").attr_if("hidden", move || !any_bad(&drafts)).child(list(errors)).done())
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
    let allocated = el("b").test_id("allocated").dyn_text(move || allocation().allocated.to_string());
    let remaining = el("b").test_id("remaining").dyn_text(move || allocation().remaining.to_string());
    let standing = el("span")
        .class("standing")
        .word(page, Word::Allocated)
        .text(" ")
        .child(explained_alone(page, allocated, Subject::Allocated).done())
        .child(el("span").class("separator").attr("aria-hidden", "true").text("·").done())
        .word(page, Word::Remaining)
        .text(" ")
        .child(explained_alone(page, remaining, Subject::Remaining).done());
    let chip = el("span")
        .dyn_attr("class", class)
        .test_id("task-state")
        .attr("role", "status")
        .child(el("span").attr("aria-hidden", "true").dyn_text(mark).done())
        .dyn_text(state);
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
            // A moment after the page it comes without a parameter to begin with.
            let chosen = match page.deferred.get_untracked() {
                Some(module) => workspace.scenario.with_untracked(|scenario| {
                    workspace.outcome.with_untracked(|outcome| (module.rule_chosen)(scenario, outcome, rule))
                }),
                None => Edit::SetRule(rule),
            };
            workspace.edit_once(&chosen);
        }
    };
    let option = move |kind: RuleKind| {
        option(rule_id(kind), move || rule.get() == kind).dyn_text(move || rule_name(kind, page.language.get())).done()
    };
    let heading = move || page.say(Message::RuleOf(workspace.region.with(|region| region.year())));
    let select = select("rule", RuleKind::ALL.map(option), move || rule_id(rule.get()), choose);
    labelled(el("label").class("caption").attr("for", "rule").dyn_text(heading).done(), select.done())
}

fn of_rule(page: Page, parameter: RwSignal<Option<Draft>>, benchmark: RwSignal<Option<Draft>>) -> AnyView {
    let workspace = page.workspace;
    let kind = workspace.rule.get();
    let name = el("span").class("caption").dyn_text(move || parameter_name(kind, page.language.get()));
    let highest = move || {
        let highest = page.planned(|_, outcome| outcome.highest_base);
        highest.map_or_else(String::new, |rate| page.say(Message::HighestBase(&hundredths(rate.percent_shown()))))
    };
    let benchmark = (kind == RuleKind::Converge)
        .then(|| labelled(caption(page, Word::Benchmark), control(page, Field::Benchmark, benchmark, highest)));
    let parameter = labelled(name.done(), control(page, Field::Parameter(kind), parameter, || NONE.to_owned()));
    fragment(std::iter::once(parameter).chain(benchmark))
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
