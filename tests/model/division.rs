//! The scenario's own division: what the counties weigh, rebalancing, and what is kept of a result.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation::{county, scenario};
use tuowei::model::{
    DivisionProblem, Edit, Method, Missing, NotDivided, Scenario, Scope, Slots, Way, WeightKind, WeightProblem,
    divided, evaluate, official_plan, taken, weights,
};

fn weighed(line: &str, kind: WeightKind) -> Result<Vec<u64>, WeightProblem> {
    let scenario = scenario(line);
    let found = weights(&scenario, &evaluate(&scenario), kind)?;
    Ok(found.into_iter().map(|weight| weight.get()).collect())
}

/// a: 1 000 children, 2.00 % → 4.00 %: 20 → 40 enrolled; 30 slots and 5 others are there: 5 lack.
/// b: 500 children, 1.00 % → 3.00 %: 5 → 15 enrolled; 20 slots are there: none lacks.
const TWO: &str = "uniform u=2 task=30 | base 2 1 | children 1000 500 | slots 20 10 | capacity 30 20 | other 5 _";

#[test]
fn each_weight_counts_what_it_says() {
    // In units of 0.0001, except for enrolments, which are children · points in units of their own: only the
    // proportions count.
    for (kind, expected) in [
        (WeightKind::Children, [10_000_000, 5_000_000]),
        (WeightKind::Enrolments, [20_000_000, 10_000_000]),
        (WeightKind::Unmet, [50_000, 0]),
        (WeightKind::Slots, [300_000, 200_000]),
        (WeightKind::Equal, [10_000, 10_000]),
        (WeightKind::Current, [200_000, 100_000]),
    ] {
        assert_eq!(weighed(TWO, kind).unwrap(), expected, "{kind:?}");
    }
}

#[test]
fn a_weight_whose_figures_are_missing_names_the_counties() {
    let line = "uniform u=2 task=30 | base 2 _ _ | children 1000 _ 5 | slots 20 10 _ | capacity 30 _ _";
    let missing =
        |what, counties: &[usize]| Err(WeightProblem::Missing(what, counties.iter().map(|at| county(*at)).collect()));
    assert_eq!(weighed(line, WeightKind::Children), missing(Missing::Children, &[1]));
    assert_eq!(weighed(line, WeightKind::Enrolments), missing(Missing::Children, &[1]));
    assert_eq!(weighed(line, WeightKind::Unmet), missing(Missing::Children, &[1]));
    assert_eq!(weighed(line, WeightKind::Slots), missing(Missing::Capacity, &[1, 2]));
    assert_eq!(weighed(line, WeightKind::Current), missing(Missing::Slots, &[2]));
    assert_eq!(weighed(line, WeightKind::Custom), missing(Missing::Weight, &[0, 1, 2]));
    assert_eq!(weighed(line, WeightKind::Equal).unwrap(), [10_000; 3]);
    let all_children = "uniform u=2 task=30 | base 2 _ 1 | children 1000 7 5 | slots 20 10 _";
    assert_eq!(weighed(all_children, WeightKind::Enrolments), missing(Missing::Uplift, &[1]));
    // A locked county keeps its number, whatever it lacks.
    let locked = "uniform u=2 task=30 | base 2 1 | children 1000 _ | slots 20 10 | locked _ yes";
    assert_eq!(weighed(locked, WeightKind::Children).unwrap(), [10_000_000, 0]);
}

#[test]
fn enrolments_that_the_target_takes_away_cannot_be_divided_by() {
    let line = "uniform u=2 task=30 | base 2 5 | children 1000 500 | pin _ 3";
    assert_eq!(weighed(line, WeightKind::Enrolments), Err(WeightProblem::BelowBase(vec![county(1)])));
}

/// The plan with 平城 at so many slots, rebalanced; `locked` keeps 平城 there.
fn rebalanced(pingcheng: u32, locked: bool) -> Vec<u32> {
    let mut scenario = official_plan().clone();
    let id = scenario.region().counties()[0].id.clone();
    let edits = [Edit::slots(id.clone(), Slots::new(pingcheng)), Edit::SetLocked(id, locked)];
    scenario.apply(&Edit::Batch(edits.to_vec())).unwrap();
    let outcome = evaluate(&scenario);
    let way = Way::for_the_rest(&scenario, &outcome);
    // The plan states no children, so that the present allocation is what counts.
    assert_eq!((way.weight, way.scope), (WeightKind::Current, Scope::Rest));
    divided(&scenario, &outcome, way).unwrap().slots.into_iter().map(Slots::get).collect()
}

/// 平城 150 is 20 over. The nine others hold 220 and come down to 200: q = 200·w/220, worked out by hand.
/// 77 → 70.00, 10 → 9.09, 16 → 14.55, 20 → 18.18, 17 → 15.45, 26 → 23.64, 24 → 21.82, 17 → 15.45, 13 → 11.82:
/// whole parts 70 9 14 18 15 23 21 15 11 = 196, and four more to .82 .82 .64 .55.
#[test]
fn what_is_over_is_taken_back_from_the_counties_that_are_not_locked() {
    assert_eq!(rebalanced(150, true), [150, 70, 9, 15, 18, 15, 24, 22, 15, 12]);
}

/// 平城 100 leaves 30. The nine others hold 220 and go up to 250: q = 250·w/220.
/// 77 → 87.50, 10 → 11.36, 16 → 18.18, 20 → 22.73, 17 → 19.32, 26 → 29.55, 24 → 27.27, 17 → 19.32, 13 → 14.77:
/// whole parts 87 11 18 22 19 29 27 19 14 = 246, and four more to .77 .73 .55 .50.
#[test]
fn what_remains_is_spread_over_the_counties_that_are_not_locked() {
    assert_eq!(rebalanced(100, true), [100, 88, 11, 18, 23, 19, 30, 27, 19, 15]);
}

#[test]
fn in_rebalancing_nobody_moves_against_the_rest() {
    let plan: Vec<u32> = official_plan().counties().iter().map(|of| of.slots.unwrap().get()).collect();
    for pingcheng in [0, 1, 129, 131, 400] {
        let after = rebalanced(pingcheng, false);
        assert_eq!(after.iter().sum::<u32>(), 350);
        let over = pingcheng > 130;
        for (at, (now, before)) in after.iter().zip(&plan).enumerate() {
            let before = if at == 0 { pingcheng } else { *before };
            assert!(if over { *now <= before } else { *now >= before }, "{pingcheng}: county {at}");
        }
    }
}

#[test]
fn a_locked_county_without_a_number_is_named() {
    let mut scenario = scenario("uniform u=2 task=30 | base 2 1 | children 1000 500 | slots _ 10 | locked yes _");
    scenario.apply(&Edit::SetWeightKind(WeightKind::Equal)).unwrap();
    let outcome = evaluate(&scenario);
    let answer = divided(&scenario, &outcome, Way::chosen(&scenario, Scope::Whole));
    assert_eq!(answer, Err(NotDivided::LockedWithoutSlots(vec![county(0)])));
}

#[test]
fn bounds_and_locks_of_the_scenario_hold() {
    let mut scenario = scenario("uniform u=2 task=20 | base 2 1 3 | children 60 30 10 | slots 1 2 3");
    let check = |scenario: &Scenario, expected: [u32; 3]| {
        let outcome = evaluate(scenario);
        let slots = divided(scenario, &outcome, Way::chosen(scenario, Scope::Whole)).unwrap().slots;
        assert_eq!(slots.into_iter().map(Slots::get).collect::<Vec<_>>(), expected);
    };
    // "60 30 10 | 20 | first ≤ 8" and "third ≥ 5" of the domain notes.
    scenario.apply(&Edit::SetMost(county(0), Slots::new(8))).unwrap();
    check(&scenario, [8, 9, 3]);
    scenario.apply(&Edit::SetMost(county(0), None)).unwrap();
    scenario.apply(&Edit::SetLeast(county(2), Slots::new(5))).unwrap();
    check(&scenario, [10, 5, 5]);
    scenario.apply(&Edit::SetLocked(county(1), true)).unwrap();
    check(&scenario, [13, 2, 5]);
    scenario.apply(&Edit::SetLeast(county(2), Slots::new(19))).unwrap();
    let outcome = evaluate(&scenario);
    let answer = divided(&scenario, &outcome, Way::chosen(&scenario, Scope::Whole));
    assert!(matches!(answer, Err(NotDivided::Division(DivisionProblem::LeastSumAboveTask { .. }))), "{answer:?}");
}

#[test]
fn taking_a_result_is_one_step_that_keeps_how_it_came_about() {
    let mut scenario = scenario("uniform u=2 task=20 | base 2 1 3 | children 60 30 10 | slots 1 2 3");
    scenario.apply(&Edit::SetMethod(Method::Webster)).unwrap();
    let before = scenario.clone();
    let outcome = evaluate(&scenario);
    let way = Way::chosen(&scenario, Scope::Whole);
    let result = divided(&scenario, &outcome, way).unwrap();
    let undo = scenario.apply(&taken(&scenario.clone(), &result, way)).unwrap();
    let record = scenario.divided().unwrap();
    assert_eq!((record.weight, record.method, record.rebalanced), (WeightKind::Children, Method::Webster, false));
    assert_eq!(evaluate(&scenario).allocation.remaining, 0);
    assert!(record.changed_since(&scenario).is_empty());
    let mut edited = scenario.clone();
    edited.apply(&Edit::slots(county(1), Slots::new(7))).unwrap();
    assert_eq!(edited.divided().unwrap().changed_since(&edited), [county(1)]);
    scenario.apply(&undo).unwrap();
    assert_eq!(scenario, before);
}

#[test]
fn going_back_to_the_plan_leaves_what_was_surveyed() {
    let mut scenario = official_plan().clone();
    let id = scenario.region().counties()[0].id.clone();
    let surveyed = [
        Edit::Rename("方案B".to_owned()),
        Edit::children(id.clone(), tuowei::model::Children::new(21_000)),
        Edit::capacity(id.clone(), Slots::new(900)),
        Edit::SetLeast(id.clone(), Slots::new(9)),
        Edit::SetLocked(id.clone(), true),
    ];
    scenario.apply(&Edit::Batch(surveyed.to_vec())).unwrap();
    assert!(scenario.edits_back_to(official_plan()).is_empty());
    let expected = scenario.clone();
    for edit in [Edit::slots(id.clone(), Slots::new(1)), Edit::SetTask(Slots::default()), Edit::pin(id, None)] {
        scenario.apply(&edit).unwrap();
    }
    scenario.apply(&Edit::Batch(scenario.clone().edits_back_to(official_plan()))).unwrap();
    assert_eq!(scenario, expected);
}
