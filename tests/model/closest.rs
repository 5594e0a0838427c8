//! The parameter that a rule begins with: the closest to the targets of today.

use proptest::prelude::*;

use crate::random_scenarios::{Draft, drafts_of};
use crate::scenario_notation::scenario;
use tuowei::model::{
    Children, CityRate, CountyInputs, Edit, Factor, Points, Rate, Row, RuleKind, Scenario, TargetSettings, evaluate,
    rule_chosen,
};

/// The plan's own bases, children made up, and uniform 2.08.
const PLAN: &str = "uniform u=2.08 | base 2.14 3.69 11.03 1.79 2.37 8.41 6.01 4.14 5.06 1.87";
const CHILDREN: &str = "| children 12345 9876 2345 4567 5432 3210 7890 4321 3456 2109";

fn chosen(line: &str, rule: RuleKind) -> TargetSettings {
    let mut scenario = scenario(line);
    let edit = rule_chosen(&scenario, &evaluate(&scenario), rule);
    scenario.apply(&edit).unwrap();
    assert_eq!(scenario.targets().rule, rule);
    *scenario.targets()
}

#[test]
fn a_rule_begins_closest_to_the_targets_of_today() {
    // Worked out apart, by trying every parameter: see the property below.
    let with_children = [PLAN, CHILDREN].concat();
    let growth = |line: &str| chosen(line, RuleKind::Proportional).growth.map(Factor::ppm);
    let closing = |line: &str| chosen(line, RuleKind::Converge).closing.map(Rate::ppm);
    for line in [PLAN, &with_children] {
        let (g, c) = (growth(line).unwrap(), closing(line).unwrap());
        let official = scenario(line);
        assert_eq!(g, brute(&official, RuleKind::Proportional).unwrap() * 100);
        assert_eq!(c, brute(&official, RuleKind::Converge).unwrap() * 100);
    }
    // One county, from 2 to 3: the smallest that rounds to it, 2·1.4975 = 2.995 and 2 + 8·0.1244 = 2.9952.
    assert_eq!(growth("uniform u=1 | base 2"), Some(497_500));
    assert_eq!(closing("uniform u=1 m=10 | base 2"), Some(124_400));
    // The city's target of today, as it is shown.
    let goal = |line: &str| chosen(line, RuleKind::CityGoal).goal;
    assert_eq!(goal("uniform u=2 | base 2 3 | children 100 200"), Rate::from_ppm(46_700));
    assert_eq!(goal(PLAN), None, "without children nothing is known of the city");
}

#[test]
fn a_parameter_that_was_typed_stays_and_without_targets_none_is_made_up() {
    assert_eq!(chosen("uniform u=2.08 g=45 | base 2.14", RuleKind::Proportional).growth, Factor::from_ppm(450_000));
    assert_eq!(chosen("uniform | base 2.14", RuleKind::Proportional).growth, None);
    assert_eq!(chosen("uniform u=2 | base _", RuleKind::Converge).closing, None);
    assert_eq!(chosen("proportional g=50 | base 2 4", RuleKind::Uniform).uplift, Points::from_ppm(10_000));
}

#[test]
fn a_large_region_takes_few_looks() {
    // 3 000 counties whose targets are far from any growth: trying all parameters would take minutes.
    let county = |at: u32| CountyInputs { base: Rate::from_ppm(at % 7 * 10_000 + at % 97 * 100), ..Default::default() };
    let settings = vec![Edit::SetUplift(Points::from_ppm(200_000))];
    let scenario = Draft { settings, counties: (0..3_000).map(county).collect() }.scenario();
    let edit = rule_chosen(&scenario, &evaluate(&scenario), RuleKind::Proportional);
    assert!(matches!(edit, Edit::Batch(edits) if edits.len() == 2));
}

/// The best step by trying all, from the definition.
fn brute(scenario: &Scenario, rule: RuleKind) -> Option<u32> {
    let today = evaluate(scenario);
    if !today.rows.iter().any(|row| row.target.rate().is_some()) {
        return None;
    }
    let most = if rule == RuleKind::Proportional { 100_000 } else { 10_000 };
    let mut best: Option<((u128, u64), u32)> = None;
    let mut trial = scenario.clone();
    trial.apply(&Edit::SetRule(rule)).unwrap();
    for step in 0..=most {
        let edit = match rule {
            RuleKind::Proportional => Edit::SetGrowth(Factor::from_ppm(step * 100)),
            RuleKind::Converge => Edit::SetClosing(Rate::from_ppm(step * 100)),
            RuleKind::Uniform => Edit::SetUplift(Points::from_ppm(i32::try_from(step * 100).unwrap())),
            RuleKind::CityGoal => unreachable!("it has no search"),
        };
        trial.apply(&edit).unwrap();
        let then = evaluate(&trial);
        let city = match (then.city.target, today.city.target) {
            (CityRate::Known(_), CityRate::Known(_)) => {
                let weighted = |rows: &[Row]| -> i128 {
                    let of = |row: &Row| {
                        let rate = row.target.rate().map_or(0, Rate::ppm);
                        i128::from(row.inputs.children.map_or(0, Children::get)) * i128::from(rate)
                    };
                    rows.iter().map(of).sum()
                };
                weighted(&then.rows).abs_diff(weighted(&today.rows))
            }
            _ => 0,
        };
        let pairs = then.rows.iter().zip(&today.rows);
        let away = |(then, today): (&Row, &Row)| {
            Some(u64::from(then.target.rate()?.ppm().abs_diff(today.target.rate()?.ppm())))
        };
        let key = (city, pairs.filter_map(away).sum());
        if best.is_none_or(|(before, _)| key < before) {
            best = Some((key, step));
        }
    }
    best.map(|(_, step)| step)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_other_parameter_comes_closer(
        draft in (1..6_usize).prop_flat_map(drafts_of),
        rule in prop_oneof![Just(RuleKind::Converge), Just(RuleKind::Uniform)],
    ) {
        let mut scenario = draft.scenario();
        if scenario.targets().rule != rule {
            let blank = if rule == RuleKind::Uniform { Edit::SetUplift(None) } else { Edit::SetClosing(None) };
            scenario.apply(&blank).unwrap();
            let expected = brute(&scenario, rule);
            scenario.apply(&rule_chosen(&scenario, &evaluate(&scenario), rule)).unwrap();
            let settings = scenario.targets();
            let found = match rule {
                RuleKind::Uniform => settings.uplift.map(|uplift| uplift.ppm().unsigned_abs()),
                _ => settings.closing.map(Rate::ppm),
            };
            prop_assert_eq!(found, expected.map(|step| step * 100));
        }
    }
}
