//! Each scenario as a whole: its task, the city, fairness, rule, how it was divided, what is found.

use leptos::prelude::*;

use super::ComparisonState;
use super::sides::Side;
use crate::model::{CityRate, Ratio, RuleKind, TargetSettings, measured_own};
use crate::text::{
    CompareText, Evenness, Language, Wording, division_note, evenness_text, exact_factor, exact_points, exact_rate,
    finding, hundredths, rule_name, supply_finding, thousands,
};
use crate::ui::state::distinct::distinct;
use crate::ui::widgets::cell::NONE;
use crate::ui::widgets::element::{dynamic, el};
use crate::ui::widgets::table_frame::scroll_frame;

/// A line of the table.
#[derive(Clone, Copy)]
enum Line {
    Task,
    Allocated,
    Remaining,
    CityBase,
    CityTarget,
    CityUtilisation,
    Even(Evenness),
    Rule,
    Division,
    Findings,
}

/// The table of whole scenarios. Its cells stay and take on other words.
pub(super) fn summary(this: ComparisonState) -> AnyView {
    let page = this.page;
    let names = Memo::new(move |_| this.compared.with(|shown| shown.as_ref().map(|shown| shown.names())));
    let table = move || {
        let names = names.get().unwrap_or_default();
        let head = names.iter().map(|name| el("th").attr("scope", "col").text(name).done());
        let columns: Vec<Memo<Vec<String>>> = (0..names.len()).map(|side| column(this, side)).collect();
        let row = |(at, line): (usize, Line)| {
            let cell = |(side, column): (usize, &Memo<Vec<String>>)| {
                let column = *column;
                let said = move || column.with(|column| column.get(at).cloned()).unwrap_or_default();
                el("td").test_id(format!("compare-{}-{side}", line.id())).dyn_text(said).done()
            };
            el("tr")
                .el(el("th").attr("scope", "row").class("name").word(page, line))
                .children(columns.iter().enumerate().map(cell))
                .done()
        };
        el("table")
            .class("tool-table whole")
            .test_id("compare-summary")
            .child(el("caption").word(page, CompareText::Summary).done())
            .child(el("thead").child(el("tr").child(el("td").done()).children(head).done()).done())
            .child(el("tbody").children(Line::all().enumerate().map(row)).done())
            .done()
    };
    el("section")
        .class("card")
        .child(
            scroll_frame("tool-frame").word_attr("aria-label", page, CompareText::Summary).child(dynamic(table)).done(),
        )
        .done()
}

/// What the table says of the scenario in this place. Of the scenarios beside an edit it is not worked out anew.
fn column(this: ComparisonState, at: usize) -> Memo<Vec<String>> {
    let side = distinct(move || this.compared.with(|shown| shown.as_ref()?.sides.get(at).cloned()));
    Memo::new(move |_| {
        let language = this.page.language.get();
        side.with(|side| side.as_ref().map_or_else(Vec::new, |side| said(side, language)))
    })
}

/// What the lines say of a scenario.
fn said(side: &Side, language: Language) -> Vec<String> {
    let (allocation, city) = (&side.outcome.allocation, &side.outcome.city);
    let measured = measured_own(&side.scenario);
    let none = || NONE.to_owned();
    let word = |word: CompareText| word.in_language(language).to_owned();
    let rate = |rate: CityRate| rate.percent_shown().map_or_else(none, |shown| hundredths(shown) + "%");
    let line = |line: Line| match line {
        Line::Task => thousands(u64::from(allocation.task.get())),
        Line::Allocated => thousands(allocation.allocated),
        Line::Remaining => {
            let sign = if allocation.remaining < 0 { "−" } else { "" };
            [sign, &thousands(allocation.remaining.unsigned_abs())].concat()
        }
        Line::CityBase => rate(city.base),
        Line::CityTarget => rate(city.target),
        Line::CityUtilisation => {
            let needed = side.supply.city.total.utilisation_needed().ok();
            needed.map_or_else(none, |needed: Ratio| hundredths(needed.percent_shown()) + "%")
        }
        Line::Even(of) => measured.as_ref().and_then(|measured| evenness_text(measured, of)).unwrap_or_else(none),
        Line::Rule => rule_said(side.scenario.targets(), language),
        Line::Division => {
            let note = side.scenario.divided().map(|record| division_note(record, &side.scenario, language));
            note.unwrap_or_else(|| word(CompareText::NoDivision))
        }
        Line::Findings => {
            let region = side.scenario.region();
            let of_plan = side.outcome.findings.iter().map(|found| finding(found, region, language));
            let of_supply = side.supply.findings.iter().map(|found| supply_finding(found, region, language));
            let all: Vec<String> = of_plan.chain(of_supply).collect();
            if all.is_empty() { word(CompareText::NoFindings) } else { all.join("\n") }
        }
    };
    Line::all().map(line).collect()
}

impl Line {
    fn all() -> impl Iterator<Item = Self> {
        let of_city =
            [Self::Task, Self::Allocated, Self::Remaining, Self::CityBase, Self::CityTarget, Self::CityUtilisation];
        let whole = [Self::Rule, Self::Division, Self::Findings];
        of_city.into_iter().chain(Evenness::ALL.map(Self::Even)).chain(whole)
    }

    /// The name that scripts use.
    const fn id(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Allocated => "allocated",
            Self::Remaining => "remaining",
            Self::CityBase => "city-base",
            Self::CityTarget => "city-target",
            Self::CityUtilisation => "city-utilisation",
            Self::Even(Evenness::NewPerThousand) => "new-per-thousand",
            Self::Even(Evenness::AllPerThousand) => "all-per-thousand",
            Self::Even(Evenness::HighToLow) => "high-to-low",
            Self::Even(Evenness::Gini) => "gini",
            Self::Even(Evenness::Distance) => "distance",
            Self::Rule => "rule",
            Self::Division => "division",
            Self::Findings => "findings",
        }
    }
}

impl Wording for Line {
    fn said(self, language: Language) -> &'static str {
        let word = match self {
            Self::Task => CompareText::Task,
            Self::Allocated => CompareText::Allocated,
            Self::Remaining => CompareText::Remaining,
            Self::CityBase => CompareText::CityBase,
            Self::CityTarget => CompareText::CityTarget,
            Self::CityUtilisation => CompareText::CityUtilisation,
            Self::Even(of) => return of.name().said(language),
            Self::Rule => CompareText::Rule,
            Self::Division => CompareText::Division,
            Self::Findings => CompareText::Findings,
        };
        word.in_language(language)
    }
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
