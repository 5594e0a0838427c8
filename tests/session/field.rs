//! What can be typed: names for scripts, accessible names, texts, and the edits that texts mean.

use std::collections::BTreeSet;
use std::sync::Arc;

use tuowei::model::{CountyId, Edit, EditProblem, Figure, RuleKind, Scenario, official_plan};
use tuowei::session::field::{CustomField, Field, FieldProblem, edit_to, figure_name, figure_text};
use tuowei::text::{Language, Unit};

use super::support::*;

/// Every field of a scenario, and whether it may be empty.
fn fields(scenario: &Scenario) -> Vec<(Field, bool)> {
    let of_county = |county: &CountyId| {
        let figures = Figure::ALL.into_iter().map(|figure| Field::County(figure, county.clone()));
        let others = [Field::Least(county.clone()), Field::Most(county.clone()), Field::Weight(county.clone())];
        figures.chain(others).map(|field| (field, true)).collect::<Vec<_>>()
    };
    let counties = scenario.region().counties().iter().flat_map(|county| of_county(&county.id));
    let parameters = RuleKind::ALL.into_iter().map(|rule| (Field::Parameter(rule), true));
    let optional = [Field::Benchmark, Field::Floor, Field::Cap].map(|field| (field, true));
    let required = [Field::Task, Field::Utilisation, Field::InclusiveShare].map(|field| (field, false));
    counties.chain(parameters).chain(optional).chain(required).collect()
}

/// The official plan with every field filled.
fn filled() -> Scenario {
    let mut scenario = official_plan().clone();
    for (field, _) in fields(&scenario) {
        if field.text(&scenario).is_empty() {
            scenario.apply(&field.edit("7").unwrap()).unwrap();
        }
    }
    scenario
}

#[test]
fn a_figure_s_text_means_the_figure_itself() {
    for scenario in [official_plan().clone(), filled()] {
        for (field, _) in fields(&scenario) {
            let text = field.text(&scenario);
            let mut again = scenario.clone();
            again.apply(&field.edit(&text).unwrap()).unwrap();
            assert!(again == scenario, "{}: {text}", field.test_id());
        }
    }
}

#[test]
fn what_is_typed_is_shown_as_it_is_kept() {
    let mut scenario = official_plan().clone();
    for (field, _) in fields(official_plan()) {
        scenario.apply(&field.edit(" ８ ").unwrap()).unwrap();
        let shown = field.text(&scenario);
        assert!(["8", "8.00"].contains(&shown.as_str()), "{}: {shown}", field.test_id());
    }
}

#[test]
fn an_emptied_figure_is_unknown_and_what_may_not_be_empty_says_so() {
    let mut scenario = filled();
    for (field, may_be_empty) in fields(&filled()) {
        match field.edit("  ") {
            Ok(edit) => {
                assert!(may_be_empty);
                scenario.apply(&edit).unwrap();
                assert_eq!(field.text(&scenario), "", "{}", field.test_id());
            }
            Err(problem) => assert!(!may_be_empty && problem == FieldProblem::Required, "{}", field.test_id()),
        }
        assert!(matches!(field.edit("8x"), Err(FieldProblem::Number(_))), "{}", field.test_id());
    }
}

#[test]
fn each_field_has_names_of_its_own() {
    let scenario = official_plan();
    let ids: BTreeSet<String> = fields(scenario).iter().map(|(field, _)| field.test_id()).collect();
    // The parameters of the rules share one input.
    assert_eq!(ids.len(), fields(scenario).len() - RuleKind::ALL.len() + 1);
    for language in [Language::Chinese, Language::English] {
        let labels: BTreeSet<String> =
            fields(scenario).iter().map(|(field, _)| field.label(scenario, language)).collect();
        assert_eq!(labels.len(), fields(scenario).len(), "{language:?}");
    }
    let base = Field::County(Figure::Base, CountyId::new("pingcheng"));
    assert_eq!(base.test_id(), "base-pingcheng");
    assert_eq!(base.label(scenario, Language::Chinese), "平城 2025年基数");
    for figure in Figure::ALL {
        assert!(base.label(scenario, Language::Chinese).contains(&figure_name(Figure::Base, 2026, Language::Chinese)));
        assert_ne!(figure_name(figure, 2026, Language::Chinese), figure_name(figure, 2026, Language::English));
    }
}

#[test]
fn a_figure_can_be_set_to_what_other_inputs_hold() {
    let (plan, full) = (official_plan(), filled());
    let county = CountyId::new("pingcheng");
    let mut scenario = full.clone();
    for figure in Figure::ALL {
        let inputs = plan.county(&county).unwrap();
        scenario.apply(&edit_to(figure, &county, inputs)).unwrap();
        assert_eq!(figure_text(figure, scenario.county(&county).unwrap()), figure_text(figure, inputs));
    }
}

#[test]
fn every_problem_is_said_in_both_languages() {
    let floor = {
        let mut scenario = official_plan().clone();
        scenario.apply(&Field::Cap.edit("1").unwrap()).unwrap();
        scenario.apply(&Field::Floor.edit("2").unwrap()).unwrap_err()
    };
    assert_eq!(floor, EditProblem::FloorAboveCap);
    let unknown = official_plan().clone().apply(&slots("nowhere", 1)).unwrap_err();
    let own = FieldProblem::Custom(Arc::new(["不行".to_owned(), "no".to_owned()]));
    let bad = Field::Task.edit("x").unwrap_err();
    for problem in [FieldProblem::Required, FieldProblem::Edit(floor), FieldProblem::Edit(unknown), own, bad] {
        let [chinese, english] = [Language::Chinese, Language::English].map(|language| problem.text(language));
        assert!(!chinese.is_empty() && !english.is_empty() && chinese != english, "{chinese} {english}");
    }
}

/// A field of another page.
struct Other;

impl CustomField for Other {
    fn test_id(&self) -> String {
        "other".to_owned()
    }

    fn label(&self, scenario: &Scenario, _: Language) -> String {
        scenario.name().to_owned()
    }

    fn text(&self, scenario: &Scenario) -> String {
        scenario.name().to_owned()
    }

    fn edit(&self, typed: &str) -> Result<Edit, FieldProblem> {
        if typed.is_empty() { Err(FieldProblem::Required) } else { Ok(Edit::Rename(typed.to_owned())) }
    }

    fn unit(&self) -> Option<Unit> {
        None
    }
}

#[test]
fn another_page_has_fields_of_its_own() {
    let field = Field::Custom(Arc::new(Other));
    let mut scenario = official_plan().clone();
    scenario.apply(&field.edit("甲").unwrap()).unwrap();
    assert_eq!(
        [field.test_id(), field.text(&scenario), field.label(&scenario, Language::English)],
        ["other", "甲", "甲"]
    );
    assert_eq!(field.edit(""), Err(FieldProblem::Required));
}

#[test]
fn a_formula_sets_the_figure_that_it_comes_to_and_a_day_is_none() {
    let pingcheng = CountyId::new("pingcheng");
    let slots = Field::County(Figure::Slots, pingcheng.clone());
    let base = Field::County(Figure::Base, pingcheng);
    for (field, typed, figure) in [
        (&slots, "=10+5", "15"),
        (&slots, "350-77", "273"),
        (&base, "2.14+2.08", "4.22"),
        (&base, "2.14×1.1", "2.354"),
        (&Field::Task, "（300＋50）×2", "700"),
    ] {
        assert_eq!(field.edit_of_formula(typed), Some(field.edit(figure)), "{typed}");
        assert!(field.edit(typed).is_err(), "{typed} is no number by itself");
    }
    for (field, typed, why) in [
        (&slots, "7/2", "算得的不是整数"),
        (&slots, "10-15", "不能小于0"),
        (&slots, "10000000+1", "不能大于10,000,000"),
        (&base, "10/3", "算得的超过4位小数"),
        (&base, "60+50", "不能大于100"),
    ] {
        let problem = field.edit_of_formula(typed).unwrap().unwrap_err();
        assert!(problem.text(Language::Chinese).starts_with(why), "{typed}: {}", problem.text(Language::Chinese));
    }
    for typed in ["+5", "130", ""] {
        assert_eq!(slots.edit_of_formula(typed), None);
    }
    assert_eq!(Field::Custom(Arc::new(Other)).edit_of_formula("2026-6-30"), None);
}
