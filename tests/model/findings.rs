//! What the planner is told about a scenario: scenarios as a table, with every finding they give rise to.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation;
use crate::scenario_notation::{percent, scenario};
use tuowei::model::{
    Allocation, Bound, Children, CountyId, Edit, Finding, RuleKind, Scenario, Severity, Slots, evaluate,
};

/// Every finding of the scenario, in order: `!` a problem, `?` a warning, `.` a note.
#[track_caller]
fn check(line: &str, findings: &[&str]) {
    assert_eq!(written(&scenario(line)), findings, "{line}");
}

fn written(scenario: &Scenario) -> Vec<String> {
    let mark = |finding: &Finding| match finding.severity() {
        Severity::Problem => "!",
        Severity::Warning => "?",
        Severity::Note => ".",
    };
    let findings = evaluate(scenario).findings;
    findings.iter().map(|finding| format!("{} {}", mark(finding), words(finding))).collect()
}

fn words(finding: &Finding) -> String {
    let list = |counties: &[CountyId]| counties.iter().map(CountyId::as_str).collect::<Vec<_>>().join(" ");
    match finding {
        Finding::OverAllocated { by } => format!("over by {}", by.get()),
        Finding::UnderAllocated { by } => format!("under by {}", by.get()),
        Finding::SlotsMissing(counties) => format!("no slots: {}", list(counties)),
        Finding::BaseMissing(counties) => format!("no base: {}", list(counties)),
        Finding::ChildrenMissing { counties, begun } => {
            format!("no children{}: {}", if *begun { ", wanted" } else { "" }, list(counties))
        }
        Finding::NoChildren => "nobody".to_owned(),
        Finding::ParameterMissing(rule) => format!("{rule:?} waits"),
        Finding::GoalOutOfReach { goal, best } => {
            format!("goal {} but at best {}", percent(i64::from(goal.ppm())), best.percent_shown().get())
        }
        Finding::GoalMetAlready => "goal met".to_owned(),
        Finding::GoalNeeds(uplift) => format!("goal needs {}", percent(i64::from(uplift.ppm()))),
        Finding::TargetBelowBase(counties) => format!("below base: {}", list(counties)),
        Finding::BoundApplied { bound, counties } => {
            let bound = match bound {
                Bound::Floor => "floor",
                Bound::Cap => "cap",
                Bound::Limit => "limit",
            };
            format!("{bound}: {}", list(counties))
        }
    }
}

#[test]
fn a_complete_scenario_gives_rise_to_nothing() {
    check("uniform u=1 task=8 | base 2 3 | slots 5 3 | children 10 20", &[]);
    check("uniform u=1 task=0 | base 2 | slots 0 | children 10", &[]);
}

#[test]
fn the_sum_given_is_held_against_the_task() {
    check("uniform u=1 task=8 | base 2 3 | slots 5 4 | children 1 1", &["! over by 1"]);
    check("uniform u=1 task=8 | base 2 3 | slots 5 0 | children 1 1", &["! under by 3"]);
    check("uniform u=1 task=8 | base 2 3 | slots 8 _ | children 1 1", &["! no slots: b"]);
    check("uniform u=1 task=8 | base 2 3 | slots _ _ | children 1 1", &["! under by 8", "! no slots: a b"]);
    check("uniform u=1 task=0 | base 2 3 | slots 1 0 | children 1 1", &["! over by 1"]);
    check("uniform u=1 task=10000000 | base 2 | slots 0 | children 1", &["! under by 10000000"]);
}

#[test]
fn an_excess_above_what_slots_can_hold_is_still_an_excess() {
    // 3 · 10 000 000 given, nothing to give: the finding holds at the largest count, the balance is exact.
    let line = "uniform u=1 task=0 | base 2 2 2 | slots 10000000 10000000 10000000 | children 1 1 1";
    check(line, &["! over by 10000000"]);
    let allocation = evaluate(&scenario(line)).allocation;
    assert_eq!(allocation, Allocation { task: Slots::default(), allocated: 30_000_000, remaining: -30_000_000 });
}

#[test]
fn a_missing_base_is_a_problem_even_under_a_pin() {
    check("uniform u=1 | base 2 _ 3 _ | slots 0 0 0 0 | children 1 1 1 1", &["! no base: b d"]);
    check("uniform u=1 | base 2 _ | pin _ 4 | slots 0 0 | children 1 1", &["! no base: b"]);
}

#[test]
fn missing_children_weigh_more_once_counting_has_begun_or_the_rule_needs_them() {
    check("uniform u=1 | base 2 3 | slots 0 0", &[". no children: a b"]);
    check("uniform u=1 | base 2 3 | slots 0 0 | children 5 _", &["? no children, wanted: b"]);
    check("uniform u=1 | base 2 3 | slots 0 0 | children 0 _", &["? no children, wanted: b"]);
    check("city-goal G=5 | base 2 3 | slots 0 0", &["? no children, wanted: a b"]);
    check("city-goal G=5 | base 2 3 | slots 0 0 | children _ 5", &["? no children, wanted: a"]);
    check("uniform u=1 | base 2 3 | slots 0 0 | children 0 0", &["? nobody"]);
}

#[test]
fn a_rule_without_its_parameter_is_a_problem_while_a_county_waits_for_it() {
    check("uniform | base 2 | slots 0 | children 1", &["! Uniform waits"]);
    check("proportional u=1 | base 2 | slots 0 | children 1", &["! Proportional waits"]);
    check("converge m=5 | base 2 | slots 0 | children 1", &["! Converge waits"]);
    check("city-goal | base 2 | slots 0 | children 1", &["! CityGoal waits"]);
    check("uniform | base 2 3 | pin 3 4 | slots 0 0 | children 1 1", &[]);
    check("uniform | base 2 3 | pin 3 _ | slots 0 0 | children 1 1", &["! Uniform waits"]);
}

#[test]
fn a_target_under_its_base_is_a_warning() {
    check("uniform u=1 | base 2 3 | pin 1.9999 _ | slots 0 0 | children 1 1", &["? below base: a"]);
    check("uniform u=-0.0001 | base 2 3 | pin 2 _ | slots 0 0 | children 1 1", &["? below base: b"]);
    check("uniform u=0 | base 2 3 | slots 0 0 | children 1 1", &[]);
}

#[test]
fn a_bound_that_was_typed_is_a_note_and_the_limit_a_warning() {
    check("uniform u=2 cap=1 | base 2 3 | slots 0 0 | children 1 1", &[". cap: a b"]);
    check("proportional g=50 floor=1.25 | base 2 3 | slots 0 0 | children 1 1", &[". floor: a"]);
    check("proportional g=50 floor=1.25 cap=2 | base 2 6 | slots 0 0 | children 1 1", &[". floor: a", ". cap: b"]);
    check("uniform u=2 | base 99 98 | slots 0 0 | children 1 1", &["? limit: a"]);
    check("uniform u=-3 | base 2 3 | slots 0 0 | children 1 1", &["? below base: a b", "? limit: a"]);
    // A pin at the limit or beyond a bound is what the planner typed.
    check("uniform u=2 cap=1 | base 2 3 | pin 100 100 | slots 0 0 | children 1 1", &[]);
}

#[test]
fn a_city_goal_says_how_it_came_out() {
    check("city-goal G=5 | base 2 4 | slots 0 0 | children 1 1", &[". goal needs 2.00"]);
    check("city-goal G=3 | base 2 4 | slots 0 0 | children 1 1", &[". goal met"]);
    check(
        "city-goal G=5 cap=1.5 | base 2 4 | slots 0 0 | children 1 1",
        &["! goal 5.00 but at best 450", ". cap: a b"],
    );
    // Without the counts there is nothing to say about the goal itself.
    check("city-goal G=5 | base 2 _ | slots 0 0 | children 1 1", &["! no base: b"]);
    check("city-goal G=5 | base 2 4 | slots 0 0 | children 0 0", &["? nobody"]);
    // Another rule does not speak of the goal.
    check("uniform u=0 G=5 | base 2 4 | slots 0 0 | children 1 1", &[]);
}

#[test]
fn the_gravest_come_first() {
    check(
        "uniform u=2 cap=1 task=5 | base 2 _ 99.5 3 | pin _ _ _ 1 | slots 9 0 0 _ | children 1 _ _ 1",
        &[
            "! over by 4",
            "! no base: b",
            "! no slots: d",
            "? below base: d",
            "? no children, wanted: b c",
            "? limit: c",
            ". cap: a",
        ],
    );
}

#[test]
fn nothing_known_is_answered_too() {
    check("uniform | base _ _", &["! no base: a b", "! no slots: a b", ". no children: a b"]);
}

#[test]
fn mending_what_a_finding_names_removes_it() {
    let mut given = scenario("city-goal task=3 | base 2 _ | slots 1 _ | children 1 _");
    let b = scenario_notation::county(1);
    for (edit, left) in [
        (
            Edit::SetGoal(Some(scenario_notation::rate("3"))),
            vec!["! under by 2", "! no base: b", "! no slots: b", "? no children, wanted: b"],
        ),
        (
            Edit::base(b.clone(), Some(scenario_notation::rate("2"))),
            vec!["! under by 2", "! no slots: b", "? no children, wanted: b"],
        ),
        (Edit::slots(b.clone(), Slots::new(2)), vec!["? no children, wanted: b"]),
        (Edit::children(b, Children::new(1)), vec![". goal needs 1.00"]),
        (Edit::SetRule(RuleKind::Uniform), vec!["! Uniform waits"]),
        (Edit::SetUplift(Some(scenario_notation::points("1"))), vec![]),
    ] {
        given.apply(&edit).expect("an edit that holds");
        assert_eq!(written(&given), left, "{edit:?}");
    }
}
