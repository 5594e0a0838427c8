//! Each scenario as a whole: its task, the city, fairness, rule, how it was divided, what is found.

use leptos::prelude::*;

use crate::model::measured_own;
use crate::model::{Ratio, RuleKind, TargetSettings};
use crate::text::{
    CompareText, Evenness, Language, Wording, division_note, evenness_text, exact_factor, exact_points, exact_rate,
    finding, hundredths, rule_name, supply_finding, thousands,
};

use super::super::el::{el, piece};
use super::super::grid::NONE;
use super::Beside;
use super::sides::Side;

/// A line of the table: its name, and what it says of each scenario, in lines of text.
#[derive(Clone, PartialEq)]
struct Line {
    name: &'static str,
    id: &'static str,
    cells: Vec<String>,
}

/// The table of whole scenarios. Its cells stay and take on other words.
pub(super) fn summary(this: Beside) -> AnyView {
    let page = this.page;
    let lines = Memo::new(move |_| {
        let language = page.language.get();
        this.compared.with(|shown| lines(shown.as_ref().map_or(&[], |shown| &shown.sides), language))
    });
    let names = Memo::new(move |_| this.compared.with(|shown| shown.as_ref().map(|shown| shown.names())));
    let table = move || {
        let names = names.get().unwrap_or_default();
        let head = names.iter().map(|name| el("th").set("scope", "col").text(name).done());
        let row = |at: usize| {
            let cell = |side: usize| {
                let said = move || {
                    let text = |line: &Line| line.cells.get(side).cloned();
                    lines.with(|lines| lines.get(at).and_then(text)).unwrap_or_default()
                };
                let id = lines.with_untracked(|lines| lines.get(at).map_or("", |line| line.id));
                el("td").test_id(format!("compare-{id}-{side}")).follow_text(said).done()
            };
            let name = move || lines.with(|lines| lines.get(at).map_or("", |line| line.name));
            el("tr")
                .el(el("th").set("scope", "row").class("name").follow_text(name))
                .children((0..names.len()).map(cell))
                .done()
        };
        el("table")
            .class("tool-table whole")
            .test_id("compare-summary")
            .child(el("caption").word(page, CompareText::Summary).done())
            .child(el("thead").child(el("tr").child(el("td").done()).children(head).done()).done())
            .child(el("tbody").children((0..lines.with_untracked(Vec::len)).map(row)).done())
            .done()
    };
    el("section")
        .class("card")
        .child(
            el("div")
                .class("tool-frame")
                .set("tabindex", "0")
                .set("role", "region")
                .say("aria-label", page, CompareText::Summary)
                .child(piece(table))
                .done(),
        )
        .done()
}

fn lines(sides: &[Side], language: Language) -> Vec<Line> {
    let line = |name: &'static str, id: &'static str, said: &dyn Fn(&Side) -> Vec<String>| Line {
        name,
        id,
        cells: sides.iter().map(|side| said(side).join("\n")).collect(),
    };
    let one = |text: Option<String>| vec![text.unwrap_or_else(|| NONE.to_owned())];
    let word = |word: CompareText| word.in_language(language);
    let percent = |ratio: Option<Ratio>| ratio.map(|ratio| hundredths(ratio.percent_shown()) + "%");
    let rate = |rate: crate::model::CityRate| rate.percent_shown().map(|shown| hundredths(shown) + "%");
    let mut lines = vec![
        line(word(CompareText::Task), "task", &|side| vec![thousands(u64::from(side.outcome.allocation.task.get()))]),
        line(word(CompareText::Allocated), "allocated", &|side| vec![thousands(side.outcome.allocation.allocated)]),
        line(word(CompareText::Remaining), "remaining", &|side| {
            let left = side.outcome.allocation.remaining;
            vec![[if left < 0 { "−" } else { "" }, &thousands(left.unsigned_abs())].concat()]
        }),
        line(word(CompareText::CityBase), "city-base", &|side| one(rate(side.outcome.city.base))),
        line(word(CompareText::CityTarget), "city-target", &|side| one(rate(side.outcome.city.target))),
        line(word(CompareText::CityUtilisation), "city-utilisation", &|side| {
            one(percent(side.supply.city.total.utilisation_needed().ok()))
        }),
    ];
    for of in Evenness::ALL {
        lines.push(line(of.name().said(language), evenness_id(of), &|side| {
            one(measured_own(&side.scenario).and_then(|measured| evenness_text(&measured, of)))
        }));
    }
    lines.push(line(word(CompareText::Rule), "rule", &|side| vec![rule_said(side.scenario.targets(), language)]));
    lines.push(line(word(CompareText::Division), "division", &|side| {
        let note = side.scenario.divided().map(|record| division_note(record, &side.scenario, language));
        vec![note.unwrap_or_else(|| word(CompareText::NoDivision).to_owned())]
    }));
    lines.push(line(word(CompareText::Findings), "findings", &|side| {
        let region = side.scenario.region();
        let of_plan = side.outcome.findings.iter().map(|found| finding(found, region, language));
        let of_supply = side.supply.findings.iter().map(|found| supply_finding(found, region, language));
        let all: Vec<String> = of_plan.chain(of_supply).collect();
        if all.is_empty() { vec![word(CompareText::NoFindings).to_owned()] } else { all }
    }));
    lines
}

/// 统一增幅 2.08.
fn rule_said(targets: &TargetSettings, language: Language) -> String {
    let parameter = match targets.rule {
        RuleKind::Uniform => targets.uplift.map(exact_points),
        RuleKind::Proportional => targets.growth.map(|growth| exact_factor(growth) + "%"),
        RuleKind::Converge => targets.closing.map(|closing| exact_rate(closing) + "%"),
        RuleKind::CityGoal => targets.goal.map(|goal| exact_rate(goal) + "%"),
    };
    [rule_name(targets.rule, language), " ", &parameter.unwrap_or_else(|| NONE.to_owned())].concat()
}

const fn evenness_id(of: Evenness) -> &'static str {
    match of {
        Evenness::NewPerThousand => "new-per-thousand",
        Evenness::AllPerThousand => "all-per-thousand",
        Evenness::HighToLow => "high-to-low",
        Evenness::Gini => "gini",
        Evenness::Distance => "distance",
    }
}
