//! What holds for every outcome, tried on random scenarios.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use crate::random_scenarios::{Draft, drafts_of, factors, inputs, present, rates, settings, slots};
use proptest::prelude::*;
use tuowei::model::{
    Bound, Children, CityRate, CountyId, CountyInputs, Edit, Factor, Finding, Hundredths, Outcome, Points, Rate, Ratio,
    Region, Row, RuleKind, Scenario, Severity, Slots, Target, TargetSource, WhyNoTarget, evaluate, round_half_away,
    shares_of_total,
};

/// Scenarios with figures missing here and there.
fn drafts() -> impl Strategy<Value = Draft> {
    (1..=12_usize).prop_flat_map(drafts_of)
}

/// Scenarios in which nothing is missing.
fn complete_drafts() -> impl Strategy<Value = Draft> {
    (settings(100), prop::collection::vec(inputs(100), 1..=12))
        .prop_map(|(settings, counties)| Draft { settings, counties })
}

fn ppm(rate: Rate) -> i128 {
    i128::from(rate.ppm())
}

fn goal_uplift(outcome: &Outcome) -> Option<Points> {
    outcome.findings.iter().find_map(|finding| match finding {
        Finding::GoalMetAlready => Some(Points::ZERO),
        Finding::GoalNeeds(uplift) => Some(*uplift),
        Finding::GoalOutOfReach { .. } => Some(Points::MOST),
        _ => None,
    })
}

fn set(scenario: &mut Scenario, edit: Edit) {
    scenario.apply(&edit).expect("the edit holds");
}

/// The counties whose row passes the test.
fn where_row(scenario: &Scenario, outcome: &Outcome, test: impl Fn(&Row) -> bool) -> Vec<CountyId> {
    let counties = scenario.region().counties().iter().zip(&outcome.rows);
    counties.filter(|(_, row)| test(row)).map(|(county, _)| county.id.clone()).collect()
}

proptest! {
    // What fails once becomes a named test beside these, not a seed in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn shares_add_up_and_lie_within_a_hundredth_of_exact(
        slots in prop::collection::vec(present(90, slots()), 0..40),
    ) {
        let total: i128 = slots.iter().flatten().map(|slots| i128::from(slots.get())).sum();
        let shares = shares_of_total(&slots);
        prop_assert_eq!(shares.len(), slots.len());
        for (share, slots) in shares.iter().zip(&slots) {
            prop_assert_eq!(share.is_some(), slots.is_some() && total > 0);
            if let (Some(share), Some(slots)) = (share, slots) {
                // |share − slots ÷ total| < 0.01 %, both sides times 10 000 · total.
                let off = i128::from(share.get()) * total - i128::from(slots.get()) * 10_000;
                prop_assert!(off.abs() < total, "{slots:?} of {total}: {share:?}");
            }
        }
        let sum: i32 = shares.iter().flatten().map(|share| share.get()).sum();
        prop_assert_eq!(sum, if total > 0 { 10_000 } else { 0 });
    }

    #[test]
    fn more_slots_never_have_a_smaller_share(slots in prop::collection::vec(slots(), 2..20)) {
        let given: Vec<_> = slots.iter().copied().map(Some).collect();
        let mut pairs: Vec<_> = slots.iter().zip(shares_of_total(&given)).collect();
        pairs.sort_by_key(|(slots, _)| **slots);
        for pair in pairs.windows(2) {
            let [(fewer, small), (more, large)] = pair else { unreachable!("windows of two") };
            prop_assert!(fewer == more || small <= large, "{pair:?}");
        }
    }

    #[test]
    fn rounding_is_to_the_nearest_and_halves_go_away_from_zero(
        (numerator, denominator) in prop_oneof![
            (-1_000_000_i128..1_000_000, prop_oneof![1_i128..2_000, -2_000_i128..0]),
            // Exact halves: (2n + 1)·d ÷ 2d.
            (-1_000_i128..1_000, 1_i128..1_000).prop_map(|(whole, by)| ((2 * whole + 1) * by, 2 * by)),
        ],
    ) {
        let rounded = round_half_away(numerator, denominator);
        // Twice the distance to the exact quotient, times the denominator.
        let off = 2 * (numerator - rounded * denominator).abs();
        prop_assert!(off <= denominator.abs());
        if off == denominator.abs() {
            prop_assert!((rounded * denominator).abs() > numerator.abs(), "away from zero");
        }
    }

    #[test]
    fn a_rate_is_shown_as_the_ratio_that_it_is(rate in rates()) {
        let ratio = Ratio::new(u128::from(rate.ppm()), 1_000_000).expect("a ratio");
        prop_assert_eq!(rate.percent_shown(), ratio.percent_shown());
    }

    #[test]
    fn one_answer_per_county_and_the_inputs_unchanged(draft in drafts()) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let inputs: Vec<_> = outcome.rows.iter().map(|row| row.inputs).collect();
        prop_assert_eq!(inputs.as_slice(), scenario.counties());
        let allocated: i64 = draft.counties.iter().filter_map(|inputs| inputs.slots).map(|slots| i64::from(slots.get())).sum();
        prop_assert_eq!(outcome.allocation.task, scenario.task());
        prop_assert_eq!(i64::try_from(outcome.allocation.allocated), Ok(allocated));
        prop_assert_eq!(outcome.allocation.remaining, i64::from(scenario.task().get()) - allocated);
        for row in &outcome.rows {
            let exact = row.target.rate().zip(row.inputs.base).map(|(target, base)| ppm(target) - ppm(base));
            prop_assert_eq!(row.uplift.map(|uplift| i128::from(uplift.ppm())), exact);
        }
    }

    #[test]
    fn an_uplift_lies_between_floor_and_cap_unless_pinned_or_limited(draft in drafts()) {
        let scenario = draft.scenario();
        let settings = scenario.targets();
        for row in evaluate(&scenario).rows {
            let Target::Known { rate, source, bound } = row.target else { continue };
            if source == TargetSource::Pinned {
                prop_assert_eq!((Some(rate), bound), (row.inputs.pin, None));
                continue;
            }
            prop_assert_eq!(row.inputs.pin, None);
            let uplift = row.uplift.expect("a rule starts from a base");
            match bound {
                Some(Bound::Limit) => prop_assert!(rate == Rate::FULL || rate == Rate::ZERO),
                Some(Bound::Floor) => prop_assert_eq!(Some(uplift), settings.floor),
                Some(Bound::Cap) => prop_assert_eq!(Some(uplift), settings.cap),
                None => {
                    prop_assert!(settings.floor.is_none_or(|floor| floor <= uplift));
                    prop_assert!(settings.cap.is_none_or(|cap| uplift <= cap));
                }
            }
        }
    }

    #[test]
    fn growing_and_closing_never_lower_and_closing_never_passes_the_benchmark(
        bases in prop::collection::vec(rates(), 1..10),
        growth in factors(),
        closing in rates(),
        benchmark in present(50, rates()),
    ) {
        let counties = bases.iter().map(|&base| CountyInputs { base: Some(base), ..CountyInputs::default() }).collect();
        let settings = vec![Edit::SetGrowth(Some(growth)), Edit::SetClosing(Some(closing)), Edit::SetBenchmark(benchmark)];
        let mut scenario = Draft { settings, counties }.scenario();
        let highest = benchmark.or(bases.iter().copied().max()).expect("a base");
        for rule in [RuleKind::Proportional, RuleKind::Converge] {
            set(&mut scenario, Edit::SetRule(rule));
            for row in evaluate(&scenario).rows {
                let (base, target) = (row.inputs.base.expect("typed"), row.target.rate().expect("all is typed"));
                prop_assert!(target >= base, "{rule:?}");
                if rule == RuleKind::Converge {
                    // Rounding may carry it past by less than half a hundredth.
                    prop_assert!(ppm(target) <= ppm(base.max(highest)) + 50);
                    prop_assert!(base < highest || target == base, "who is above the benchmark keeps its base");
                }
            }
        }
    }

    #[test]
    fn a_target_is_missing_only_for_a_reason(draft in drafts()) {
        let scenario = draft.scenario();
        let settings = scenario.targets();
        let parameter = match settings.rule {
            RuleKind::Uniform => settings.uplift.is_some(),
            RuleKind::Proportional => settings.growth.is_some(),
            RuleKind::Converge => settings.closing.is_some(),
            RuleKind::CityGoal => settings.goal.is_some(),
        };
        let countable = draft.counties.iter().all(|inputs| inputs.children.is_some())
            && draft.counties.iter().filter_map(|inputs| inputs.children).any(|children| children.get() > 0)
            && draft.counties.iter().all(|inputs| inputs.base.or(inputs.pin).is_some());
        for row in evaluate(&scenario).rows {
            let why = match row.target {
                Target::Known { .. } => None,
                Target::Unknown(why) => Some(why),
            };
            let expected = if row.inputs.pin.is_some() {
                None
            } else if row.inputs.base.is_none() {
                Some(WhyNoTarget::BaseMissing)
            } else if !parameter {
                Some(WhyNoTarget::ParameterMissing)
            } else if settings.rule == RuleKind::CityGoal && !countable {
                Some(WhyNoTarget::CityRateUnknown)
            } else {
                None
            };
            prop_assert_eq!(why, expected);
        }
    }

    #[test]
    fn the_city_rate_is_the_weighted_mean_and_lies_between_its_rates(draft in complete_drafts()) {
        let outcome = evaluate(&draft.scenario());
        let weights: Vec<u128> =
            draft.counties.iter().map(|inputs| u128::from(inputs.children.expect("typed").get())).collect();
        let in_all: u128 = weights.iter().sum();
        let bases: Vec<_> = outcome.rows.iter().map(|row| row.inputs.base).collect();
        let targets: Vec<_> = outcome.rows.iter().map(|row| row.target.rate()).collect();
        for (city, rates) in [(outcome.city.base, bases), (outcome.city.target, targets)] {
            if in_all == 0 {
                prop_assert_eq!(city, CityRate::NoChildren);
                continue;
            }
            let rates: Vec<Rate> = rates.into_iter().map(|rate| rate.expect("known")).collect();
            let weighted: u128 = rates.iter().zip(&weights).map(|(rate, weight)| u128::from(rate.ppm()) * weight).sum();
            let CityRate::Known(ratio) = city else { panic!("{city:?}") };
            prop_assert_eq!(ratio, Ratio::new(weighted, in_all * 1_000_000).expect("children"));
            let whole = |rate: Rate| Ratio::new(u128::from(rate.ppm()), 1_000_000).expect("a ratio");
            let counted = || rates.iter().zip(&weights).filter(|(_, weight)| **weight > 0).map(|(rate, _)| *rate);
            prop_assert!(ratio.reaches(whole(counted().min().expect("some child"))));
            prop_assert!(whole(counted().max().expect("some child")).reaches(ratio));
        }
    }

    #[test]
    fn the_city_rate_is_known_only_with_every_count_and_rate(draft in drafts()) {
        let outcome = evaluate(&draft.scenario());
        let counts: Option<u64> =
            draft.counties.iter().map(|inputs| inputs.children.map(|children| u64::from(children.get()))).sum();
        prop_assert_eq!(outcome.city.children, counts);
        let expected = |rates_known: bool| match counts {
            None => Some(CityRate::ChildrenMissing),
            Some(0) => Some(CityRate::NoChildren),
            Some(_) => (!rates_known).then_some(CityRate::RatesMissing),
        };
        let bases_known = draft.counties.iter().all(|inputs| inputs.base.is_some());
        let targets_known = outcome.rows.iter().all(|row| row.target.rate().is_some());
        for (city, known) in [(outcome.city.base, bases_known), (outcome.city.target, targets_known)] {
            match expected(known) {
                Some(missing) => prop_assert_eq!(city, missing),
                None => prop_assert!(matches!(city, CityRate::Known(_))),
            }
        }
        let shown = |rate: CityRate| rate.percent_shown().map(Hundredths::get);
        let difference = shown(outcome.city.target).zip(shown(outcome.city.base)).map(|(target, base)| target - base);
        prop_assert_eq!(outcome.city.uplift.map(Hundredths::get), difference);
    }

    #[test]
    fn the_order_of_counties_does_not_matter(
        (draft, order) in drafts().prop_flat_map(|draft| {
            let order: Vec<usize> = (0..draft.counties.len()).collect();
            (Just(draft), Just(order).prop_shuffle())
        }),
    ) {
        let (straight, mixed) = (evaluate(&draft.scenario()), evaluate(&draft.in_order(&order)));
        for (row, &at) in mixed.rows.iter().zip(&order) {
            // The share may differ: equal remainders go by document order.
            let twin = &straight.rows[at];
            prop_assert_eq!((row.inputs, row.target, row.uplift), (twin.inputs, twin.target, twin.uplift));
        }
        prop_assert_eq!(mixed.city, straight.city);
        prop_assert_eq!(mixed.allocation, straight.allocation);
        prop_assert_eq!(mixed.highest_base, straight.highest_base);
        let severities = |outcome: &Outcome| outcome.findings.iter().map(Finding::severity).collect::<Vec<_>>();
        prop_assert_eq!(severities(&mixed), severities(&straight));
    }

    #[test]
    fn the_smallest_uplift_reaches_the_city_goal_and_a_step_less_does_not(draft in complete_drafts(), goal in rates()) {
        let mut scenario = draft.scenario();
        set(&mut scenario, Edit::SetRule(RuleKind::CityGoal));
        set(&mut scenario, Edit::SetGoal(Some(goal)));
        let by_goal = evaluate(&scenario);
        let Some(uplift) = goal_uplift(&by_goal) else {
            prop_assert_eq!(by_goal.city.children, Some(0));
            return Ok(());
        };
        // The same uplift by the uniform rule gives the same targets.
        set(&mut scenario, Edit::SetRule(RuleKind::Uniform));
        let mut targets_at = |ppm: i32| {
            set(&mut scenario, Edit::SetUplift(Points::from_ppm(ppm)));
            evaluate(&scenario).rows.iter().map(|row| row.target).collect::<Vec<_>>()
        };
        let reaches = |targets: &[Target]| {
            let above = targets.iter().zip(&draft.counties).map(|(target, inputs)| {
                let children = i128::from(inputs.children.expect("typed").get());
                children * (ppm(target.rate().expect("known")) - ppm(goal))
            });
            above.sum::<i128>() >= 0
        };
        let targets = targets_at(uplift.ppm());
        prop_assert_eq!(&targets, &by_goal.rows.iter().map(|row| row.target).collect::<Vec<_>>());
        prop_assert_eq!(uplift.ppm() % 100, 0);
        let out_of_reach = by_goal.findings.iter().any(|finding| matches!(finding, Finding::GoalOutOfReach { .. }));
        prop_assert_eq!(reaches(&targets), !out_of_reach);
        if uplift > Points::ZERO {
            prop_assert!(!reaches(&targets_at(uplift.ppm() - 100)));
        }
    }

    #[test]
    fn a_higher_city_goal_never_lowers_a_target(draft in complete_drafts(), one in rates(), other in rates()) {
        let mut scenario = draft.scenario();
        set(&mut scenario, Edit::SetRule(RuleKind::CityGoal));
        let mut at = |goal: Rate| {
            set(&mut scenario, Edit::SetGoal(Some(goal)));
            evaluate(&scenario)
        };
        let (low, high) = (at(one.min(other)), at(one.max(other)));
        prop_assert!(goal_uplift(&low) <= goal_uplift(&high));
        for (low, high) in low.rows.iter().zip(&high.rows) {
            prop_assert!(low.target.rate() <= high.target.rate());
        }
    }

    #[test]
    fn findings_agree_with_the_rows(draft in drafts()) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let city_goal = scenario.targets().rule == RuleKind::CityGoal;
        let mut expected: Vec<Finding> = Vec::new();
        let remaining = outcome.allocation.remaining;
        let by = Slots::new(u32::try_from(remaining.unsigned_abs()).unwrap_or(u32::MAX).min(Slots::MOST)).expect("held");
        if remaining < 0 {
            expected.push(Finding::OverAllocated { by });
        } else if remaining > 0 {
            expected.push(Finding::UnderAllocated { by });
        }
        let of = |test: &dyn Fn(&Row) -> bool| where_row(&scenario, &outcome, test);
        let held_by = |bound| of(&move |row| matches!(row.target, Target::Known { bound: Some(by), .. } if by == bound));
        let no_children = of(&|row| row.inputs.children.is_none());
        let begun = city_goal || no_children.len() < outcome.rows.len();
        let listed = [
            (of(&|row| row.inputs.base.is_none()), &Finding::BaseMissing as &dyn Fn(_) -> _),
            (of(&|row| row.inputs.slots.is_none()), &Finding::SlotsMissing),
            (of(&|row| row.uplift.is_some_and(|uplift| uplift.ppm() < 0)), &Finding::TargetBelowBase),
            (no_children, &move |counties| Finding::ChildrenMissing { counties, begun }),
            (held_by(Bound::Floor), &|counties| Finding::BoundApplied { bound: Bound::Floor, counties }),
            (held_by(Bound::Cap), &|counties| Finding::BoundApplied { bound: Bound::Cap, counties }),
            (held_by(Bound::Limit), &|counties| Finding::BoundApplied { bound: Bound::Limit, counties }),
        ];
        expected.extend(listed.into_iter().filter(|(counties, _)| !counties.is_empty()).map(|(counties, of)| of(counties)));
        if outcome.city.children == Some(0) {
            expected.push(Finding::NoChildren);
        }
        if outcome.rows.iter().any(|row| row.target == Target::Unknown(WhyNoTarget::ParameterMissing)) {
            expected.push(Finding::ParameterMissing(scenario.targets().rule));
        }
        let (about_goal, others): (Vec<_>, Vec<_>) = outcome.findings.iter().cloned().partition(|finding| {
            matches!(finding, Finding::GoalMetAlready | Finding::GoalNeeds(_) | Finding::GoalOutOfReach { .. })
        });
        // Each stands once, in whatever order.
        prop_assert_eq!(others.len(), expected.len(), "{:?}\n{:?}", &others, &expected);
        prop_assert!(expected.iter().all(|finding| others.contains(finding)), "{:?}\n{:?}", &others, &expected);
        let rates_for_goal = draft.counties.iter().all(|inputs| inputs.base.or(inputs.pin).is_some());
        let worked_back = city_goal
            && scenario.targets().goal.is_some()
            && outcome.city.children.is_some_and(|children| children > 0)
            && rates_for_goal;
        prop_assert_eq!(about_goal.len(), usize::from(worked_back));
        prop_assert!(outcome.findings.is_sorted_by_key(Finding::severity), "the gravest first");
    }
}

#[test]
fn the_largest_region_at_its_extremes_is_answered() {
    let most = |base: Rate| CountyInputs {
        base: Some(base),
        pin: None,
        slots: Slots::new(Slots::MOST),
        locked: true,
        children: Children::new(Children::MOST),
        ..CountyInputs::default()
    };
    for rule in RuleKind::ALL {
        for base in [Rate::ZERO, Rate::FULL] {
            for uplift in [Points::MOST, Points::from_ppm(-1_000_000).expect("minus 100 points")] {
                let settings = vec![
                    Edit::SetRule(rule),
                    Edit::SetUplift(Some(uplift)),
                    Edit::SetGrowth(Some(Factor::MOST)),
                    Edit::SetClosing(Some(Rate::FULL)),
                    Edit::SetBenchmark(Some(Rate::FULL)),
                    Edit::SetGoal(Some(Rate::FULL)),
                ];
                let outcome =
                    evaluate(&Draft { settings, counties: vec![most(base); Region::MOST_COUNTIES] }.scenario());
                assert_eq!(outcome.allocation.allocated, 30_000_000_000);
                assert_eq!(outcome.city.children, Some(300_000_000_000));
                let shares: i32 = outcome.rows.iter().flat_map(|row| row.share).map(Hundredths::get).sum();
                assert_eq!(shares, 10_000);
                let grows_from_nothing = rule == RuleKind::Proportional && base == Rate::ZERO;
                let lowered = rule == RuleKind::Uniform && uplift < Points::ZERO;
                let expected = if grows_from_nothing || lowered { 0 } else { 10_000 };
                assert_eq!(outcome.city.target.percent_shown(), Some(Hundredths::new(expected)), "{rule:?} {base:?}");
                let problems = outcome.findings.iter().filter(|finding| finding.severity() == Severity::Problem);
                assert_eq!(
                    problems.collect::<Vec<_>>(),
                    [&Finding::OverAllocated { by: Slots::new(Slots::MOST).expect("most") }]
                );
            }
        }
    }
}

#[test]
fn rounding_holds_at_the_ends_of_its_range() {
    for (numerator, denominator, expected) in [
        (i128::MAX, 1, i128::MAX),
        (i128::MIN, 1, i128::MIN),
        (i128::MIN, -1, i128::MAX),
        (i128::MAX, -1, -i128::MAX),
        (i128::MIN, i128::MIN, 1),
        (i128::MAX, i128::MIN, -1),
        (1, i128::MIN, 0),
        (7, 0, 0),
    ] {
        assert_eq!(round_half_away(numerator, denominator), expected, "{numerator} ÷ {denominator}");
    }
}
