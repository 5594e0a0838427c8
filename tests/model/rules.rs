//! The target rules, as tables of cases.
//!
//! The expected values come from a script apart from this code: Python's `fractions.Fraction` on the
//! percentages themselves, rounding half away from zero by whole part and remainder, and the city goal
//! by trying u = 0.00, 0.01, 0.02, … in turn until Σ children · target ÷ Σ children reaches it.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation::{county, percent, points, rate, scenario};
use tuowei::model::{
    Bound, CityRate, Edit, EditProblem, Finding, Hundredths, Ratio, RuleKind, Scenario, Target, TargetSource,
    WhyNoTarget, evaluate,
};

/// The targets as [`written`], one per county.
#[track_caller]
fn check(line: &str, targets: &str) {
    assert_eq!(written_targets(&scenario(line)), targets, "{line}");
}

fn written_targets(scenario: &Scenario) -> String {
    evaluate(scenario).rows.iter().map(|row| written(row.target)).collect::<Vec<_>>().join(" ")
}

/// A target as `4.22`, in full (`4.2201`) where two decimals do not hold it, followed by who set it or
/// what held it: `p` pinned, `f` floor, `c` cap, `l` limit. Where there is none, what is missing: `base?`.
fn written(target: Target) -> String {
    match target {
        Target::Known { rate, source, bound } => {
            let marks = match (source, bound) {
                (TargetSource::Rule, None) => "",
                (TargetSource::Rule, Some(Bound::Floor)) => "f",
                (TargetSource::Rule, Some(Bound::Cap)) => "c",
                (TargetSource::Rule, Some(Bound::Limit)) => "l",
                (TargetSource::Pinned, None) => "p",
                (TargetSource::Pinned, Some(bound)) => panic!("{bound:?} held a pinned target"),
            };
            format!("{}{marks}", percent(i64::from(rate.ppm())))
        }
        Target::Unknown(WhyNoTarget::BaseMissing) => "base?".to_owned(),
        Target::Unknown(WhyNoTarget::ParameterMissing) => "parameter?".to_owned(),
        Target::Unknown(WhyNoTarget::CityRateUnknown) => "city?".to_owned(),
    }
}

/// The ten bases of 表一.
const PLAN: &str = "base 2.14 3.69 11.03 1.79 2.37 8.41 6.01 4.14 5.06 1.87";

#[test]
fn uniform_adds_the_same_points_everywhere() {
    // The plan's own line.
    check(&format!("uniform u=2.08 | {PLAN}"), "4.22 5.77 13.11 3.87 4.45 10.49 8.09 6.22 7.14 3.95");
    // Nothing is rounded: four decimals in, four out.
    check("uniform u=0.0001 | base 2.14 0 99.9999", "2.1401 0.0001 100.00");
    check("uniform u=0 | base 2.14 0 100", "2.14 0.00 100.00");
}

#[test]
fn proportional_multiplies_and_rounds_to_a_hundredth() {
    check(&format!("proportional g=45 | {PLAN}"), "3.10 5.35 15.99 2.60 3.44 12.19 8.71 6.00 7.34 2.71");
    // 2.15 · 1.5 = 3.225 and 2.17 · 1.5 = 3.255: a half goes up from an even and from an odd digit.
    check("proportional g=50 | base 2.14 2.15 2.17 0.01", "3.21 3.23 3.26 0.02");
    check("proportional g=10 | base 1.05 1.15 1.25 0.05 0.04 0", "1.16 1.27 1.38 0.06 0.04 0.00");
    // Four decimals of the base count: 1.0455 · 1.1 = 1.15005, and 0.0005 · 11 = 0.0055.
    check("proportional g=50 | base 2.1433", "3.21");
    check("proportional g=10 | base 1.0455 1.0454 1.0409", "1.15 1.15 1.14");
    check("proportional g=1000 | base 9.09 0.0005", "99.99 0.01");
}

#[test]
fn rounding_never_brings_a_raised_target_under_its_base() {
    // Without growth the base stays to its last decimal, not rounded up to 2.15 nor down to 2.14.
    check("proportional g=0 | base 2.14 2.1449 2.145 100", "2.14 2.1449 2.145 100.00");
    check("converge c=0 | base 2.1449 2.145 11.03", "2.1449 2.145 11.03");
    // 0.0004 · 11 = 0.0044 rounds to 0.00; 2.1449 + 0.0001 · 0.8551 rounds to 2.14.
    check("proportional g=1000 | base 0.0001 0.0004", "0.0001 0.0004");
    check("converge c=0.01 m=3 | base 2.1449", "2.1449");
}

#[test]
fn converge_closes_a_part_of_the_gap_to_the_benchmark() {
    // The default benchmark is the highest base, 11.03, which itself stays.
    check(&format!("converge c=30 | {PLAN}"), "4.81 5.89 11.03 4.56 4.97 9.20 7.52 6.21 6.85 4.62");
    check(&format!("converge c=100 | {PLAN}"), "11.03 11.03 11.03 11.03 11.03 11.03 11.03 11.03 11.03 11.03");
    // A typed benchmark; who is above it keeps its base, to the last decimal.
    check("converge c=50 m=6 | base 2.14 6 6.0123 8.41 5.9899", "4.07 6.00 6.0123 8.41 5.99");
    // 2.14 + 0.25 · 7.86 = 4.105 and 2.18 + 0.25 · 7.82 = 4.135 are halves.
    check("converge c=25 m=10 | base 2.14 2.16 2.18 2.1466", "4.11 4.12 4.14 4.11");
    // A pinned county's base may still be the benchmark; its pin is not.
    check("converge c=50 | base 2.14 20 8.41 | pin _ 3 _", "11.07 3.00p 14.21");
    check("converge c=50 | base 2.14 _ 8.41 | pin _ 9 _", "5.28 9.00p 8.41");
    check("converge c=50 m=0 | base 2.14 0", "2.14 0.00");
}

#[test]
fn the_highest_base_is_answered_as_the_default_benchmark() {
    assert_eq!(evaluate(&scenario("converge c=50 m=6 | base 2.14 _ 8.41")).highest_base, Some(rate("8.41")));
    assert_eq!(evaluate(&scenario("converge c=50 | base _ _")).highest_base, None);
}

#[test]
fn floor_and_cap_hold_the_uplift_of_every_rule() {
    check("uniform u=2.08 floor=1 cap=2 | base 0.50 2.14 4.14 11.03", "2.50c 4.14c 6.14c 13.03c");
    check("proportional g=45 floor=1 cap=2 | base 0.50 2.14 4.14 11.03", "1.50f 3.14f 6.00 13.03c");
    check("converge c=50 floor=1 cap=2 | base 0.50 2.14 4.14 11.03", "2.50c 4.14c 6.14c 12.03f");
    check("proportional g=45 floor=3 | base 2.14 11.03", "5.14f 15.99");
    // A bound that only touches what the rule gives has not changed it.
    check("uniform u=2 floor=2 cap=2 | base 2.14", "4.14");
    check("uniform u=1.9999 floor=2 | base 2.14", "4.14f");
    check("uniform u=2.0001 cap=2 | base 2.14", "4.14c");
    // One value for both is a fixed uplift.
    check("proportional g=45 floor=1.5 cap=1.5 | base 2.14 11.03 0.0001", "3.64f 12.53c 1.5001f");
    // A floor of zero lets none fall.
    check("uniform u=-1 floor=0 | base 2.14 0", "2.14f 0.00f");
}

#[test]
fn no_target_exceeds_all_or_lies_under_nothing() {
    check("uniform u=2.08 | base 97.92 97.9201 99.9999 100", "100.00 100.00l 100.00l 100.00l");
    check("uniform u=100 | base 0 0.0001", "100.00 100.00l");
    check("uniform u=-2 | base 2.14 1.87 2 0", "0.14 0.00l 0.00 0.00l");
    check("uniform u=-100 | base 100 99.9999", "0.00 0.00l");
    check("proportional g=1000 | base 9.10 50 100", "100.00l 100.00l 100.00l");
    // The limit stands over a floor and over a cap below zero.
    check("uniform u=2.08 floor=3 | base 98 2.14", "100.00l 5.14f");
    check("uniform u=2.08 cap=-1 | base 2.14 0.5", "1.14c 0.00l");
    check("uniform u=2.08 cap=1 | base 99 98.5", "100.00c 99.50c");
}

#[test]
fn a_pinned_target_stands_over_every_rule_and_bound() {
    for rule in ["uniform u=2.08", "proportional g=45", "converge c=50", "city-goal G=5"] {
        let line = format!("{rule} floor=1 cap=2 | base 2.14 _ 11.03 99 | pin 9.99 9.99 0 100 | children 1 1 1 1");
        check(&line, "9.99p 9.99p 0.00p 100.00p");
    }
    for rule in ["uniform", "proportional", "converge", "city-goal"] {
        check(&format!("{rule} | base 2.14 _ | pin 9.9999 3"), "9.9999p 3.00p");
    }
}

#[test]
fn a_missing_figure_says_which() {
    for rule in ["uniform", "proportional", "converge", "city-goal"] {
        check(&format!("{rule} floor=1 | base 2.14 _ 11.03 | pin _ _ 12"), "parameter? base? 12.00p");
    }
    for rule in ["uniform u=1", "proportional g=50", "converge c=100 m=3"] {
        check(&format!("{rule} | base 2 _ _ | pin _ _ 12"), "3.00 base? 12.00p");
    }
    check("converge c=100 | base _ _", "base? base?");
    // The parameter of another rule does not serve.
    check("proportional u=2.08 c=50 G=5 | base 2.14", "parameter?");
    check("uniform g=50 c=50 G=5 | base 2.14", "parameter?");
}

#[test]
fn floor_above_cap_is_refused_whichever_is_set_last() {
    let mut given = scenario("uniform u=1 floor=1 cap=2 | base 2.14");
    let before = given.clone();
    assert_eq!(given.apply(&Edit::SetFloor(Some(points("2.0001")))), Err(EditProblem::FloorAboveCap));
    assert_eq!(given.apply(&Edit::SetCap(Some(points("0.9999")))), Err(EditProblem::FloorAboveCap));
    assert_eq!(given, before);
    assert!(given.apply(&Edit::SetFloor(Some(points("2")))).is_ok());
    assert!(given.apply(&Edit::SetCap(None)).is_ok());
    assert!(given.apply(&Edit::SetFloor(Some(points("3")))).is_ok());
}

/// How a city goal comes out.
enum Goal {
    /// With this smallest uplift, in points.
    Needs(&'static str),
    MetAlready,
    /// With this highest city rate: numerator, denominator.
    OutOfReach(u128, u128),
}

/// The uplift found, the targets, and that no smaller u reaches the goal under the same pins and bounds.
#[track_caller]
fn check_goal(line: &str, expected: &Goal, targets: &str) {
    check(line, targets);
    let given = scenario(line);
    let findings = evaluate(&given).findings;
    let about_goal: Vec<_> = findings
        .into_iter()
        .filter(|finding| {
            matches!(finding, Finding::GoalNeeds(_) | Finding::GoalMetAlready | Finding::GoalOutOfReach { .. })
        })
        .collect();
    let goal = given.targets().goal.expect("a goal");
    match *expected {
        Goal::Needs(uplift) => {
            assert_eq!(about_goal, [Finding::GoalNeeds(points(uplift))], "{line}");
            let ppm = points(uplift).ppm();
            assert!(uniform_reaches(&given, ppm), "{line}: {uplift} reaches");
            assert!(!uniform_reaches(&given, ppm - 100), "{line}: {} does not", percent(i64::from(ppm - 100)));
        }
        Goal::MetAlready => {
            assert_eq!(about_goal, [Finding::GoalMetAlready], "{line}");
            assert!(uniform_reaches(&given, 0), "{line}");
        }
        Goal::OutOfReach(numerator, denominator) => {
            let best = Ratio::new(numerator, denominator * 100).expect("a ratio");
            assert_eq!(about_goal, [Finding::GoalOutOfReach { goal, best }], "{line}");
            assert!(!uniform_reaches(&given, 1_000_000), "{line}");
        }
    }
}

/// Whether the uniform rule with this uplift brings the city to the goal: Σ children · (target − goal) ≥ 0.
fn uniform_reaches(given: &Scenario, uplift: i32) -> bool {
    let mut uniform = given.clone();
    for edit in [Edit::SetRule(RuleKind::Uniform), Edit::SetUplift(Some(points(&percent(i64::from(uplift)))))] {
        uniform.apply(&edit).expect("a rule");
    }
    let goal = i128::from(given.targets().goal.expect("a goal").ppm());
    let above: i128 = evaluate(&uniform)
        .rows
        .iter()
        .map(|row| {
            let target = row.target.rate().expect("a target").ppm();
            i128::from(row.inputs.children.expect("a count").get()) * (i128::from(target) - goal)
        })
        .sum();
    above >= 0
}

/// Four bases of 表一 with made-up children: the city rate is 2.842 %, their plain mean 4.6625 %.
const FOUR: &str = "base 2.14 3.69 11.03 1.79 | children 60000 20000 5000 15000";

#[test]
fn city_goal_finds_the_smallest_uplift_that_reaches() {
    check_goal(&format!("city-goal G=5 | {FOUR}"), &Goal::Needs("2.16"), "4.30 5.85 13.19 3.95");
    // 2.842 + 2.08 = 4.922: the goal that is just reached, the one just below, the one just above.
    check_goal(&format!("city-goal G=4.922 | {FOUR}"), &Goal::Needs("2.08"), "4.22 5.77 13.11 3.87");
    check_goal(&format!("city-goal G=4.9121 | {FOUR}"), &Goal::Needs("2.08"), "4.22 5.77 13.11 3.87");
    check_goal(&format!("city-goal G=4.9221 | {FOUR}"), &Goal::Needs("2.09"), "4.23 5.78 13.12 3.88");
    check_goal("city-goal G=2.65 | base 2.14 3.14 | children 1 1", &Goal::Needs("0.01"), "2.15 3.15");
    check_goal("city-goal G=2.6401 | base 2.14 3.14 | children 1 1", &Goal::Needs("0.01"), "2.15 3.15");
    // Bases keep their four decimals; the uplift comes in hundredths.
    check_goal("city-goal G=5 | base 2.1433 3.6999 | children 7 3", &Goal::Needs("2.39"), "4.5333 6.0899");
}

#[test]
fn city_goal_weighs_by_children() {
    check_goal("city-goal G=5 | base 2.14 3.69 | children 0 3", &Goal::Needs("1.31"), "3.45 5.00");
    check_goal("city-goal G=5 | base 2.14 3.69 | children 3 0", &Goal::Needs("2.86"), "5.00 6.55");
    check_goal("city-goal G=5 | base 2.14 3.69 | children 1 100000000", &Goal::Needs("1.32"), "3.46 5.01");
}

#[test]
fn city_goal_counts_pinned_targets_and_lifts_the_others() {
    check_goal(&format!("city-goal G=5 | {FOUR} | pin _ _ 20 _"), &Goal::Needs("1.80"), "3.94 5.49 20.00p 3.59");
    check_goal(&format!("city-goal G=5 | {FOUR} | pin 3 _ _ _"), &Goal::Needs("4.11"), "3.00p 7.80 15.14 5.90");
    // A pinned target stands in for a missing base.
    check_goal("city-goal G=50 | base _ 3.14 | children 1 1 | pin 40 _", &Goal::Needs("56.86"), "40.00p 60.00");
}

#[test]
fn city_goal_keeps_to_floor_cap_and_limit() {
    check_goal(&format!("city-goal G=5 cap=2.5 | {FOUR}"), &Goal::Needs("2.16"), "4.30 5.85 13.19 3.95");
    check_goal(&format!("city-goal G=5 cap=2.16 | {FOUR}"), &Goal::Needs("2.16"), "4.30 5.85 13.19 3.95");
    check_goal(&format!("city-goal G=5 floor=1 | {FOUR}"), &Goal::Needs("2.16"), "4.30 5.85 13.19 3.95");
    check_goal(&format!("city-goal G=5 floor=3 | {FOUR}"), &Goal::MetAlready, "5.14f 6.69f 14.03f 4.79f");
    // Who is full already lifts no further, and the others must carry more.
    check_goal("city-goal G=60 | base 2.14 90 | children 1 1", &Goal::Needs("17.86"), "20.00 100.00l");
    check_goal(&format!("city-goal G=100 | {FOUR}"), &Goal::Needs("98.21"), "100.00l 100.00l 100.00l 100.00");
}

#[test]
fn city_goal_out_of_reach_gives_the_most_allowed() {
    // With a cap of 2.15 the city comes to 2.842 + 2.15 = 4.992.
    check_goal(&format!("city-goal G=5 cap=2.15 | {FOUR}"), &Goal::OutOfReach(4992, 1000), "4.29c 5.84c 13.18c 3.94c");
    let fixed = "city-goal G=5 floor=2 cap=2 | ";
    check_goal(&format!("{fixed}{FOUR}"), &Goal::OutOfReach(2421, 500), "4.14c 5.69c 13.03c 3.79c");
    check_goal("city-goal G=60 | base 2.14 90 | children 1 1 | pin _ 10", &Goal::OutOfReach(55, 1), "100.00l 10.00p");
    check_goal("city-goal G=60 | base 2.14 90 | children 1 1 | pin 5 6", &Goal::OutOfReach(11, 2), "5.00p 6.00p");
    check_goal("city-goal G=7 cap=-1 | base 5.5 9 | children 1 1", &Goal::OutOfReach(25, 4), "4.50c 8.00c");
}

#[test]
fn city_goal_met_already_lifts_nothing() {
    check_goal(&format!("city-goal G=2.842 | {FOUR}"), &Goal::MetAlready, "2.14 3.69 11.03 1.79");
    check_goal(&format!("city-goal G=0 | {FOUR}"), &Goal::MetAlready, "2.14 3.69 11.03 1.79");
    check_goal(&format!("city-goal G=5 | {FOUR} | pin _ 20 _ _"), &Goal::MetAlready, "2.14 20.00p 11.03 1.79");
    check_goal("city-goal G=5 cap=-1 | base 5.5 9 | children 1 1", &Goal::MetAlready, "4.50c 8.00c");
}

#[test]
fn city_goal_without_every_count_is_unknown_and_never_a_plain_mean() {
    check("city-goal G=5 | base 2.14 3.69 | children 60000 _", "city? city?");
    check("city-goal G=5 | base 2.14 3.69", "city? city?");
    check("city-goal G=5 | base 2.14 3.69 | children 0 0", "city? city?");
    check("city-goal G=5 | base 2.14 _ 3.69 | children 1 1 1", "city? base? city?");
    check("city-goal G=5 | base 2.14 3.69 | children 1 _ | pin _ 4", "city? 4.00p");
}

#[test]
fn the_city_rate_is_weighted_or_says_what_is_missing() {
    // Σ children · base ÷ Σ children = 284 200 ÷ 100 000 = 2.842, shown 2.84; 4.922 is shown 4.92.
    let city = evaluate(&scenario(&format!("uniform u=2.08 | {FOUR}"))).city;
    assert_eq!(city.base, CityRate::Known(Ratio::new(2842, 100_000).unwrap()));
    assert_eq!(city.target, CityRate::Known(Ratio::new(4922, 100_000).unwrap()));
    assert_eq!(city.children, Some(100_000));
    // Of the figures as shown: 4.92 − 2.84.
    assert_eq!(city.uplift.map(Hundredths::get), Some(208));
    for (line, base, target) in [
        ("uniform u=1 | base 2 3 | children 5 _", CityRate::ChildrenMissing, CityRate::ChildrenMissing),
        ("uniform u=1 | base 2 3 | children 0 0", CityRate::NoChildren, CityRate::NoChildren),
        ("uniform u=1 | base 2 _ | children 5 5", CityRate::RatesMissing, CityRate::RatesMissing),
        ("uniform u=1 | base _ _ | children 5 _", CityRate::ChildrenMissing, CityRate::ChildrenMissing),
    ] {
        let city = evaluate(&scenario(line)).city;
        assert_eq!((city.base, city.target, city.uplift), (base, target, None), "{line}");
    }
    // A pinned target makes the city target known where the base is not.
    let city = evaluate(&scenario("uniform u=1 | base 2 _ | children 5 5 | pin _ 4")).city;
    assert_eq!(city.base, CityRate::RatesMissing);
    assert_eq!(city.target, CityRate::Known(Ratio::new(35, 1000).unwrap()));
}

#[test]
fn the_city_uplift_is_the_difference_of_what_is_shown() {
    // 2.144 → 2.14 and 2.148 → 2.15: the difference of 0.004 shows as 0.01, as a reader would subtract.
    let city = evaluate(&scenario("uniform u=0.004 | base 2.144 2.144 | children 1 3")).city;
    assert_eq!(city.uplift.map(Hundredths::get), Some(1));
}

#[test]
fn each_uplift_is_target_less_base() {
    let outcome = evaluate(&scenario("uniform u=2.08 | base 2.14 _ 11.03 99 | pin _ 5 1 _"));
    let uplifts: Vec<_> = outcome.rows.iter().map(|row| row.uplift).collect();
    assert_eq!(uplifts, [Some(points("2.08")), None, Some(points("-10.03")), Some(points("1"))]);
}

#[test]
fn a_change_of_rule_keeps_every_parameter() {
    let mut given = scenario("uniform u=1 g=50 c=50 G=5 | base 2 4 | children 1 1");
    for (rule, targets) in [
        (RuleKind::Proportional, "3.00 6.00"),
        (RuleKind::Converge, "3.00 4.00"),
        (RuleKind::CityGoal, "4.00 6.00"),
        (RuleKind::Uniform, "3.00 5.00"),
    ] {
        given.apply(&Edit::SetRule(rule)).unwrap();
        assert_eq!(written_targets(&given), targets, "{rule:?}");
    }
    assert_eq!(given.county(&county(1)).and_then(|inputs| inputs.base), Some(rate("4")));
}
