//! What holds for supply and demand, tried on random scenarios against arithmetic of the tests' own.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use std::mem::discriminant;

use crate::random_scenarios::{Draft, children, county, drafts_of, inputs, rates, settings};
use proptest::prelude::*;
use proptest::sample::select;
use tuowei::model::{
    Answer, Change, Children, CityRate, CountyId, CountyInputs, Edit, Finding, Goal, Lever, MissingInput, Moved,
    Outcome, Points, Rate, Region, RuleKind, Scenario, Slots, Supply, SupplyFinding, TippingPoint, TippingPointOf,
    WhyNotMoved, evaluate, formula, sensitivity, solve, supply, uplift_carried,
};

const WHOLE: i128 = 1_000_000;

/// Scenarios with figures missing here and there, and such in which nothing is missing that supply needs.
fn drafts() -> impl Strategy<Value = Draft> {
    let complete = (settings(100), prop::collection::vec(inputs(100), 1..=6))
        .prop_map(|(settings, counties)| Draft { settings, counties });
    prop_oneof![1 => (1..=6_usize).prop_flat_map(drafts_of).boxed(), 3 => complete.boxed()]
}

/// Few children and slots, so that one more or less is much.
fn small_drafts() -> impl Strategy<Value = Draft> {
    let slots = || prop::option::weighted(0.9, 0..=12_u32).prop_map(|count| count.and_then(Slots::new));
    let children = |most: u32| prop::option::weighted(0.9, 0..=most).prop_map(|count| count.and_then(Children::new));
    let county = (slots(), slots(), slots(), slots(), children(60), children(20), rates(), any::<bool>()).prop_map(
        |(slots, capacity, inclusive, other, children, enrolled, base, locked)| CountyInputs {
            base: Some(base),
            pin: None,
            slots,
            locked,
            children,
            capacity,
            inclusive,
            enrolled,
            other,
            ..CountyInputs::default()
        },
    );
    (settings(100), prop::collection::vec(county, 1..=4)).prop_map(|(settings, counties)| Draft { settings, counties })
}

/// Boxed, as what holds them all is too large for the stack of a test while it shrinks.
fn any_drafts() -> impl Strategy<Value = Draft> {
    prop_oneof![drafts().boxed(), small_drafts().boxed()]
}

/// Goals and levers for a region of some counties; a county may be one too many.
fn questions() -> impl Strategy<Value = (Goal, Lever)> {
    let county = || (0..5_usize).prop_map(county);
    let rate = || prop_oneof![3 => rates(), 1 => select(vec![400_000, 600_000, 710_000, 1_000_000]).prop_map(ppm)];
    let goal = prop_oneof![
        rate().prop_map(Goal::CityRate),
        (county(), rate()).prop_map(|(county, rate)| Goal::CountyTarget(county, rate)),
        rate().prop_map(Goal::NoShortage),
        (county(), rate()).prop_map(|(county, rate)| Goal::NoShortageIn(county, rate)),
        rate().prop_map(Goal::InclusiveShare),
    ];
    (goal, 0..4_usize, county(), any::<bool>()).prop_map(|(goal, lever, other, same)| {
        let named = match &goal {
            Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) if same => county.clone(),
            _ => other,
        };
        let lever = match lever {
            0 => Lever::Uplift,
            1 => Lever::CountySlots(named),
            2 => Lever::Task,
            _ => Lever::Conversions,
        };
        (goal, lever)
    })
}

fn ppm(ppm: u32) -> Rate {
    Rate::from_ppm(ppm).expect("at most 100 %")
}

fn after(scenario: &Scenario, edits: &[Edit]) -> Scenario {
    let mut scenario = scenario.clone();
    for edit in edits {
        scenario.apply(edit).expect("the edit holds");
    }
    scenario
}

/// Enrolled at the target and slots after, from the inputs and the target alone.
fn demand_and_supply(scenario: &Scenario, outcome: &Outcome, at: usize) -> Option<(i128, i128)> {
    let inputs = &scenario.counties()[at];
    let slots = |slots: Slots| i128::from(slots.get());
    let target = i128::from(outcome.rows[at].target.rate()?.ppm());
    let exact = i128::from(inputs.children?.get()) * target;
    let enrolled = exact / WHOLE + i128::from(exact % WHOLE > 0);
    Some((enrolled, slots(inputs.capacity?) + slots(inputs.slots?) + inputs.other.map_or(0, slots)))
}

/// Whether the scenario is as wanted, nothing where that cannot be known.
fn is_met(scenario: &Scenario, goal: &Goal, slots_move: bool) -> Option<bool> {
    let outcome = evaluate(scenario);
    let fits = |at: usize, utilisation: Rate| {
        demand_and_supply(scenario, &outcome, at)
            .map(|(enrolled, slots)| enrolled * WHOLE <= slots * i128::from(utilisation.ppm()))
    };
    let position = |county: &CountyId| scenario.region().position(county).expect("a county");
    match goal {
        Goal::CityRate(goal) => {
            let mut above = 0;
            let mut in_all = 0;
            for row in &outcome.rows {
                let children = i128::from(row.inputs.children?.get());
                above += children * (i128::from(row.target.rate()?.ppm()) - i128::from(goal.ppm()));
                in_all += children;
            }
            (in_all > 0).then_some(above >= 0)
        }
        Goal::CountyTarget(county, goal) => {
            let target = outcome.rows[position(county)].target.rate()?;
            if slots_move {
                Some(target == *goal && fits(position(county), Rate::FULL)?)
            } else {
                Some(target >= *goal)
            }
        }
        Goal::NoShortage(utilisation) => {
            let all: Option<Vec<bool>> = (0..outcome.rows.len()).map(|at| fits(at, *utilisation)).collect();
            all.map(|all| all.into_iter().all(|fits| fits))
        }
        Goal::NoShortageIn(county, utilisation) => fits(position(county), *utilisation),
        Goal::InclusiveShare(goal) => {
            let (mut inclusive, mut in_all) = (0, 0);
            for inputs in scenario.counties() {
                let (given, now) = (i128::from(inputs.slots?.get()), i128::from(inputs.capacity?.get()));
                inclusive += given + i128::from(inputs.inclusive?.get());
                in_all += given + now + inputs.other.map_or(0, |slots| i128::from(slots.get()));
            }
            (in_all > 0).then_some(inclusive * WHOLE >= in_all * i128::from(goal.ppm()))
        }
    }
}

fn uplift_edits(ppm: i32) -> Vec<Edit> {
    vec![Edit::SetRule(RuleKind::Uniform), Edit::SetUplift(Some(Points::from_ppm(ppm).expect("points")))]
}

/// Scenarios one step on the unsafe side of the answer, each of which must fail.
fn one_step_less(given: &Scenario, there: &Scenario, goal: &Goal, lever: &Lever, value: Moved) -> Vec<Scenario> {
    let less = |slots: Option<Slots>| slots.and_then(|slots| slots.get().checked_sub(1)).map(Slots::new);
    match value {
        Moved::Uplift(uplift) => {
            let largest = matches!(goal, Goal::NoShortage(_) | Goal::NoShortageIn(..));
            let ppm = uplift.ppm() + if largest { 100 } else { -100 };
            if (0..=1_000_000).contains(&ppm) { vec![after(there, &uplift_edits(ppm))] } else { Vec::new() }
        }
        Moved::CountySlots(_) => {
            let Lever::CountySlots(county) = lever else { panic!("{lever:?}") };
            let less = less(there.county(county).expect("a county").slots);
            less.map(|slots| after(there, &[Edit::slots(county.clone(), slots)])).into_iter().collect()
        }
        Moved::Task(_) => changed(given, there, |inputs| inputs.slots)
            .filter_map(|id| less(there.county(&id)?.slots).map(|slots| after(there, &[Edit::slots(id, slots)])))
            .collect(),
        Moved::Conversions(_) => changed(given, there, |inputs| inputs.inclusive)
            .filter_map(|id| {
                less(there.county(&id)?.inclusive).map(|slots| after(there, &[Edit::inclusive(id, slots)]))
            })
            .collect(),
    }
}

fn changed(
    given: &Scenario,
    there: &Scenario,
    figure: impl Fn(&CountyInputs) -> Option<Slots>,
) -> impl Iterator<Item = CountyId> {
    let pairs = given.region().counties().iter().zip(given.counties().iter().zip(there.counties()));
    pairs
        .filter(move |(_, (before, after))| figure(before) != figure(after))
        .map(|(county, _)| county.id.clone())
        .collect::<Vec<_>>()
        .into_iter()
}

/// How far each lever goes.
fn furthest(given: &Scenario, goal: &Goal, lever: &Lever) -> Scenario {
    let most = Slots::new(Slots::MOST);
    match lever {
        Lever::Uplift if matches!(goal, Goal::NoShortage(_) | Goal::NoShortageIn(..)) => after(given, &uplift_edits(0)),
        Lever::Uplift => after(given, &uplift_edits(1_000_000)),
        Lever::CountySlots(county) => {
            let mut there = after(given, &[Edit::slots(county.clone(), most)]);
            if let Goal::CountyTarget(county, rate) = goal {
                there = after(&there, &[Edit::pin(county.clone(), Some(*rate))]);
            }
            there
        }
        Lever::Task => given.clone(),
        Lever::Conversions => {
            let counties = given.region().counties().iter().zip(given.counties());
            let edits: Vec<_> = counties
                .map(|(county, inputs)| {
                    Edit::inclusive(
                        county.id.clone(),
                        inputs.inclusive.map(|slots| slots.max(inputs.capacity.unwrap_or(slots))),
                    )
                })
                .collect();
            after(given, &edits)
        }
    }
}

/// Whether the finding stands, and where a county is named, lists it.
fn stands(tipping_point: &TippingPoint, before: (&Outcome, &Supply), scenario: &Scenario) -> bool {
    let outcome = evaluate(scenario);
    match tipping_point.of {
        TippingPointOf::Plan(at) => {
            let kind = discriminant(&before.0.findings[at]);
            let now = outcome.findings.iter().find(|finding| discriminant(*finding) == kind);
            now.is_some_and(|finding| match (&tipping_point.county, finding) {
                (Some(county), Finding::TargetBelowBase(counties)) => counties.contains(county),
                (named, _) => named.is_none(),
            })
        }
        TippingPointOf::Supply(at) => {
            let kind = discriminant(&before.1.findings[at]);
            let findings = supply(scenario, &outcome).findings;
            let now = findings.iter().find(|finding| discriminant(*finding) == kind);
            now.is_some_and(|finding| tipping_point.county.as_ref().is_none_or(|county| lists(finding, county)))
        }
    }
}

fn lists(finding: &SupplyFinding, county: &CountyId) -> bool {
    match finding {
        SupplyFinding::Shortage(list)
        | SupplyFinding::InclusiveAboveCapacity(list)
        | SupplyFinding::EnrolledAboveChildren(list)
        | SupplyFinding::EnrolledAboveCapacity(list)
        | SupplyFinding::EnrolledAboveTarget(list) => list.iter().any(|of| of.county == *county),
        SupplyFinding::EnrolledContradictsBase(list) => list.iter().any(|of| of.county == *county),
        SupplyFinding::UtilisationBelowWanted(list) => list.contains(county),
        SupplyFinding::FigureMissing { counties, .. } => counties.contains(county),
        SupplyFinding::CityShortage { .. }
        | SupplyFinding::CityUtilisationBelowWanted { .. }
        | SupplyFinding::InclusiveShareShort { .. } => panic!("{finding:?} lists no county"),
    }
}

/// The change as two whole numbers, and the edit to any other.
fn span(change: Change) -> (i64, i64) {
    match change {
        Change::Count { from, to } => (i64::from(from), i64::from(to)),
        Change::Rate { from, to } => (i64::from(from.ppm()), i64::from(to.ppm())),
        Change::Points { from, to } => (i64::from(from.ppm()), i64::from(to.ppm())),
    }
}

fn with_value(edit: &Edit, value: i64) -> Option<Edit> {
    let count = u32::try_from(value).ok();
    let slots = || count.and_then(Slots::new).map(Some);
    let rate = || count.and_then(Rate::from_ppm);
    let points = || i32::try_from(value).ok().and_then(Points::from_ppm).map(Some);
    Some(match edit {
        Edit::SetTask(_) => Edit::SetTask(slots()??),
        Edit::SetFigure(county, figure, _) => {
            Edit::SetFigure(county.clone(), *figure, Some(figure.value(u64::try_from(value).ok()?)?))
        }
        Edit::SetUtilisation(_) => Edit::SetUtilisation(rate()?),
        Edit::SetInclusiveShare(_) => Edit::SetInclusiveShare(rate()?),
        Edit::SetGoal(_) => Edit::SetGoal(Some(rate()?)),
        Edit::SetUplift(_) => Edit::SetUplift(points()?),
        Edit::SetCap(_) => Edit::SetCap(points()?),
        other => panic!("{other:?}"),
    })
}

proptest! {
    // What fails once becomes a named test beside these, not a seed in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_are_what_their_formulas_say(draft in any_drafts()) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let supply = supply(&scenario, &outcome);
        let goal = i128::from(scenario.supply().utilisation.ppm());
        prop_assert_eq!(supply.rows.len(), outcome.rows.len());
        for (at, row) in supply.rows.iter().enumerate() {
            let inputs = &scenario.counties()[at];
            if let Some((enrolled, slots)) = demand_and_supply(&scenario, &outcome, at) {
                prop_assert_eq!(row.enrolled_at_target.map(i128::from), Ok(enrolled));
                prop_assert_eq!(row.slots_after.map(i128::from), Ok(slots));
                prop_assert_eq!(row.spare().map(i128::from), Ok(slots - enrolled));
                if let Ok(needed) = row.slots_needed.map(i128::from) {
                    // No more than v of the needed slots are used; of one less, more are.
                    prop_assert!(enrolled * WHOLE <= needed * goal);
                    prop_assert!(needed == 0 || enrolled * WHOLE > (needed - 1) * goal);
                    prop_assert_eq!(row.slots_more.map(i128::from), Ok((needed - slots).max(0)));
                } else {
                    prop_assert!(goal == 0 && enrolled > 0);
                }
            }
            let derived = inputs.children.zip(inputs.base).map(|(children, base)| {
                (i128::from(children.get()) * i128::from(base.ppm()) + WHOLE / 2) / WHOLE
            });
            let expected = inputs.enrolled.map(|enrolled| i128::from(enrolled.get())).or(derived);
            prop_assert_eq!(row.enrolled_now.ok().map(i128::from), expected);
        }
    }

    #[test]
    fn the_uplift_carried_fits_and_a_step_more_does_not(
        children in children(),
        base in rates(),
        slots in 0..=6_000_u64,
        utilisation in rates(),
    ) {
        let carried = uplift_carried(children, base, slots, utilisation);
        prop_assert_eq!(carried.is_some(), children.get() > 0);
        let fits = |target: i128| {
            let exact = i128::from(children.get()) * target;
            let enrolled = exact / WHOLE + i128::from(exact % WHOLE > 0);
            enrolled * WHOLE <= i128::from(slots) * i128::from(utilisation.ppm())
        };
        if let Some(uplift) = carried {
            let target = i128::from(base.ppm()) + i128::from(uplift.ppm());
            prop_assert_eq!(uplift.ppm() % 100, 0);
            // A target under nothing is none: the slots carry less than the first step.
            prop_assert!(target < 0 || fits(target));
            prop_assert!(target + 100 > WHOLE || !fits(target + 100));
        }
    }

    #[test]
    fn a_figure_is_missing_exactly_where_an_input_is(draft in any_drafts()) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let supply = supply(&scenario, &outcome);
        for (row, of) in supply.rows.iter().zip(&outcome.rows) {
            let inputs = &of.inputs;
            let is_missing = |missing_input: MissingInput| match missing_input {
                MissingInput::Children => inputs.children.is_none(),
                MissingInput::Base => inputs.base.is_none(),
                MissingInput::Target => of.target.rate().is_none(),
                MissingInput::Slots => inputs.slots.is_none(),
                MissingInput::Capacity => inputs.capacity.is_none(),
                MissingInput::Inclusive => inputs.inclusive.is_none(),
                MissingInput::Population => inputs.population.is_none(),
                MissingInput::AnyChildren | MissingInput::AnySlots | MissingInput::AnyPeople | MissingInput::Utilisation => false,
            };
            for (found, needs) in [
                (row.children, &[MissingInput::Children][..]),
                (row.population, &[MissingInput::Population]),
                (row.enrolled_at_target, &[MissingInput::Children, MissingInput::Target]),
                (row.slots_now, &[MissingInput::Capacity]),
                (row.slots_after, &[MissingInput::Slots, MissingInput::Capacity]),
                (row.inclusive_now, &[MissingInput::Inclusive]),
                (row.inclusive_after, &[MissingInput::Slots, MissingInput::Inclusive]),
            ] {
                let missing: Vec<MissingInput> = needs.iter().copied().filter(|missing_input| is_missing(*missing_input)).collect();
                let missing_inputs: Vec<MissingInput> = found.err().into_iter().flat_map(|missing_inputs| missing_inputs.each()).collect();
                prop_assert_eq!(missing_inputs, missing);
            }
        }
        let total = &supply.city.total;
        prop_assert_eq!(total.slots_after.is_ok(), supply.rows.iter().all(|row| row.slots_after.is_ok()));
        prop_assert_eq!(total.enrolled_at_target.is_ok(), supply.rows.iter().all(|row| row.enrolled_at_target.is_ok()));
        prop_assert!(supply.findings.is_sorted_by_key(SupplyFinding::severity), "the gravest first");
    }

    #[test]
    fn the_city_is_the_sum_of_its_counties_in_whatever_order(
        (draft, order) in any_drafts().prop_flat_map(|draft| {
            let order: Vec<usize> = (0..draft.counties.len()).collect();
            (Just(draft), Just(order).prop_shuffle())
        }),
    ) {
        let (straight, mixed) = (draft.scenario(), draft.in_order(&order));
        let (straight, mixed) = (supply(&straight, &evaluate(&straight)), supply(&mixed, &evaluate(&mixed)));
        prop_assert_eq!(mixed.city, straight.city);
        for (row, &at) in mixed.rows.iter().zip(&order) {
            prop_assert_eq!(row, &straight.rows[at]);
        }
        let sum = straight.rows.iter().map(|row| row.slots_needed.ok()).sum::<Option<u64>>();
        prop_assert_eq!(straight.city.total.slots_needed.ok(), sum);
        let sum = straight.rows.iter().map(|row| row.new_enrolments().ok()).sum::<Option<i64>>();
        prop_assert_eq!(straight.city.total.new_enrolments().ok(), sum);
    }

    #[test]
    fn findings_are_what_the_figures_say(draft in any_drafts()) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let supply = supply(&scenario, &outcome);
        let found = |at: usize, is: &dyn Fn(&SupplyFinding) -> bool| {
            supply.findings.iter().filter(|finding| is(finding)).any(|finding| lists(finding, &county(at)))
        };
        for (at, inputs) in scenario.counties().iter().enumerate() {
            let over = |one: Option<u32>, other: Option<u32>| one.zip(other).is_some_and(|(one, other)| one > other);
            let (capacity, inclusive) = (inputs.capacity.map(Slots::get), inputs.inclusive.map(Slots::get));
            let (enrolled, children) = (inputs.enrolled.map(Children::get), inputs.children.map(Children::get));
            let both = demand_and_supply(&scenario, &outcome, at);
            let goal = i128::from(scenario.supply().utilisation.ppm());
            let contradicts = match (enrolled, children, inputs.base) {
                (Some(enrolled), Some(children), Some(base)) if children > 0 => {
                    let (enrolled, children, base) = (i128::from(enrolled), i128::from(children), i128::from(base.ppm()));
                    // Two decimals of each, halves up: floor((2x + 1) ÷ 2) of hundredths.
                    let shown = |numerator: i128, denominator: i128| (numerator * 20_000 + denominator) / (2 * denominator);
                    let near = (enrolled * WHOLE - children * base).abs() <= WHOLE;
                    !near && shown(enrolled, children) != shown(base, WHOLE)
                }
                _ => false,
            };
            for (expected, is) in [
                (both.is_some_and(|(enrolled, slots)| enrolled > slots), &(|finding: &SupplyFinding| matches!(finding, SupplyFinding::Shortage(_))) as &dyn Fn(&SupplyFinding) -> bool),
                (over(inclusive, capacity), &|finding| matches!(finding, SupplyFinding::InclusiveAboveCapacity(_))),
                (over(enrolled, children), &|finding| matches!(finding, SupplyFinding::EnrolledAboveChildren(_))),
                (contradicts, &|finding| matches!(finding, SupplyFinding::EnrolledContradictsBase(_))),
                (
                    both.is_some_and(|(enrolled, slots)| slots > 0 && enrolled * WHOLE < slots * goal),
                    &|finding| matches!(finding, SupplyFinding::UtilisationBelowWanted(_)),
                ),
            ] {
                prop_assert_eq!(found(at, is), expected, "{} {:?}", at, inputs);
            }
        }
        let share_short = is_met(&scenario, &Goal::InclusiveShare(scenario.supply().inclusive_share), false) == Some(false);
        let said = supply.findings.iter().any(|finding| matches!(finding, SupplyFinding::InclusiveShareShort { .. }));
        prop_assert_eq!(said, share_short);
    }

    #[test]
    fn an_answer_holds_forwards_and_a_step_less_does_not(draft in any_drafts(), (goal, lever) in questions()) {
        let given = draft.scenario();
        let outcome = evaluate(&given);
        let known = |county: &CountyId| given.region().position(county).is_some();
        let all_known = match &goal {
            Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => known(county),
            _ => true,
        } && !matches!(&lever, Lever::CountySlots(county) if !known(county));
        let slots_move = lever != Lever::Uplift;
        match solve(&given, &outcome, &goal, &lever) {
            Answer::Reached { value, edit, already, .. } => {
                prop_assert!(all_known);
                let there = edit.as_ref().map_or_else(|| given.clone(), |edit| after(&given, std::slice::from_ref(edit)));
                prop_assert_eq!(is_met(&there, &goal, slots_move), Some(true));
                prop_assert_eq!(is_met(&given, &goal, slots_move) == Some(true), already);
                for less in one_step_less(&given, &there, &goal, &lever, value) {
                    prop_assert_ne!(is_met(&less, &goal, slots_move), Some(true), "{:?}", value);
                }
                if let Moved::Task(total) = value {
                    let allocated = evaluate(&there).allocation;
                    prop_assert_eq!(allocated.allocated, total);
                    prop_assert!(already || allocated.remaining >= 0);
                }
                for (before, after) in given.counties().iter().zip(there.counties()) {
                    prop_assert_eq!(before.locked, after.locked);
                    prop_assert!(lever != Lever::Task || !before.locked || before.slots.is_none() || before.slots == after.slots);
                }
            }
            Answer::OutOfReach { .. } => {
                prop_assert!(all_known);
                if lever != Lever::Task {
                    prop_assert_eq!(is_met(&furthest(&given, &goal, &lever), &goal, slots_move), Some(false));
                } else {
                    prop_assert_ne!(is_met(&given, &goal, slots_move), Some(true));
                }
            }
            Answer::NotMoved(why) => {
                let pinned = match &goal {
                    Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => {
                        given.county(county).is_some_and(|inputs| inputs.pin.is_some())
                    }
                    _ => false,
                };
                let is_so = match why {
                    WhyNotMoved::UnknownCounty => !all_known,
                    WhyNotMoved::Pinned => pinned && lever == Lever::Uplift,
                    why => formula(&goal, &lever) == Err(why),
                };
                prop_assert!(is_so, "{:?}", why);
            }
            Answer::Missing { missing_inputs, counties } => {
                prop_assert!(all_known);
                prop_assert_eq!(is_met(&furthest(&given, &goal, &lever), &goal, slots_move), None);
                prop_assert!(missing_inputs.each().next().is_some());
                let nothing_at_all = missing_inputs.has(MissingInput::AnyChildren) || missing_inputs.has(MissingInput::AnySlots);
                prop_assert_eq!(counties.is_empty(), nothing_at_all);
            }
        }
    }

    #[test]
    fn a_flip_flips_and_one_unit_less_does_not(draft in any_drafts()) {
        let given = draft.scenario();
        let outcome = evaluate(&given);
        let supply = supply(&given, &outcome);
        for tipping_point in sensitivity(&given, &outcome, &supply) {
            let before = (&outcome, &supply);
            prop_assert!(!stands(&tipping_point, before, &after(&given, std::slice::from_ref(&tipping_point.edit))), "{tipping_point:?}");
            prop_assert_eq!(tipping_point.edit.places(), vec![tipping_point.place.clone()]);
            let (from, to) = span(tipping_point.change);
            prop_assert_ne!(from, to);
            let with = |value: i64| {
                let edit = with_value(&tipping_point.edit, value)?;
                let mut scenario = given.clone();
                // A cap below the floor is refused.
                scenario.apply(&edit).ok().map(|_| scenario)
            };
            let (step, away) = ((to - from).signum(), (to - from).abs());
            let one_less = with(to - step).expect("between the two");
            prop_assert!(stands(&tipping_point, before, &one_less), "one less: {tipping_point:?}");
            // By brute force: nothing nearer flips it, on either side.
            for by in 0..away.min(25) {
                for value in [from + by, from - by] {
                    if let Some(scenario) = with(value) {
                        prop_assert!(stands(&tipping_point, before, &scenario), "{value}: {tipping_point:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn the_largest_region_at_its_extremes_is_answered() {
    let most = Slots::new(Slots::MOST);
    let all = |base: Rate| CountyInputs {
        base: Some(base),
        pin: None,
        slots: most,
        locked: false,
        children: Children::new(Children::MOST),
        capacity: most,
        inclusive: most,
        enrolled: Children::new(Children::MOST),
        other: most,
        ..CountyInputs::default()
    };
    let none = CountyInputs {
        slots: Slots::new(0),
        capacity: Slots::new(0),
        inclusive: Slots::new(0),
        enrolled: None,
        other: None,
        ..all(Rate::FULL)
    };
    let idle = CountyInputs {
        children: Children::new(1),
        enrolled: Children::new(0),
        inclusive: Slots::new(0),
        ..all(ppm(1))
    };
    for inputs in [all(Rate::FULL), none, idle] {
        for goal in [ppm(1), Rate::FULL, Rate::ZERO] {
            let settings = vec![
                Edit::SetUplift(Some(Points::from_ppm(0).expect("points"))),
                Edit::SetUtilisation(goal),
                Edit::SetInclusiveShare(goal),
            ];
            let scenario = Draft { settings, counties: vec![inputs; Region::MOST_COUNTIES] }.scenario();
            let outcome = evaluate(&scenario);
            let supply = supply(&scenario, &outcome);
            assert!(matches!(outcome.city.target, CityRate::Known(_)));
            if inputs.base == Some(Rate::FULL) {
                assert_eq!(supply.city.total.enrolled_at_target, Ok(300_000_000_000));
                let needed = match goal.ppm() {
                    0 => None,
                    1 => Some(300_000_000_000_000_000),
                    _ => Some(300_000_000_000),
                };
                assert_eq!(supply.city.total.slots_needed.ok(), needed);
            }
            if goal == ppm(1) {
                each_pair_is_answered(&scenario, &outcome, goal);
            }
            for tipping_point in sensitivity(&scenario, &outcome, &supply).iter().take(4) {
                assert!(
                    !stands(
                        tipping_point,
                        (&outcome, &supply),
                        &after(&scenario, std::slice::from_ref(&tipping_point.edit))
                    ),
                    "{tipping_point:?}"
                );
            }
        }
    }
}

fn each_pair_is_answered(scenario: &Scenario, outcome: &Outcome, rate: Rate) {
    let first = || county(0);
    for goal in [
        Goal::CityRate(rate),
        Goal::CountyTarget(first(), rate),
        Goal::NoShortage(rate),
        Goal::NoShortageIn(first(), rate),
        Goal::InclusiveShare(rate),
    ] {
        for lever in [Lever::Uplift, Lever::CountySlots(first()), Lever::Task, Lever::Conversions] {
            let answer = solve(scenario, outcome, &goal, &lever);
            let no_slot = outcome.rows[0].inputs.slots == Slots::new(0);
            assert!(no_slot || !matches!(answer, Answer::Missing { .. }), "{goal:?} {lever:?}");
        }
    }
}
