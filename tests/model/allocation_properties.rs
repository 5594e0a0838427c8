//! What holds for every division, tried on random ones, and agreement with second implementations.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::apportionment;
use crate::random_divisions;
use crate::random_divisions::{by_divisors, divisions, plain, shuffled};
use num_bigint::BigUint;
use proptest::prelude::*;
use tuowei::model::{
    Children, Claim, Divided, Division, DivisionProblem, Hold, Method, Ratio, Scale, Slots, TieRule, Weight, Working,
    divide, fairness, growth_loss,
};

/// The division with ties in document order, which settles every tie.
fn settled(division: &Division) -> Division {
    Division { ties: TieRule::DocumentOrder, ..division.clone() }
}

fn divided(division: &Division) -> Divided {
    divide(&settled(division)).expect("random divisions can be done")
}

fn numbers(slots: &[Slots]) -> Vec<u32> {
    slots.iter().map(|slots| slots.get()).collect()
}

fn one_more(division: &Division) -> Option<Division> {
    let task = Slots::new(division.task.get() + 1)?;
    Some(Division { task, ..settled(division) })
}

/// A · b with c · d, in numbers without bounds.
fn product(a: u128, b: u128) -> BigUint {
    BigUint::from(a) * b
}

proptest! {
    // What fails once becomes a named test, not a seed in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_is_handed_out_and_locks_and_bounds_hold(division in divisions()) {
        let slots = divided(&division).slots;
        prop_assert_eq!(slots.len(), division.claims.len());
        prop_assert_eq!(numbers(&slots).iter().sum::<u32>(), division.task.get());
        for (&slots, claim) in slots.iter().zip(&division.claims) {
            match claim.locked {
                Some(locked) => prop_assert_eq!(slots, locked),
                None => {
                    prop_assert!(claim.least <= slots);
                    prop_assert!(claim.most.is_none_or(|most| slots <= most));
                    prop_assert!(claim.weight.get() > 0 || slots == claim.least);
                }
            }
        }
    }

    #[test]
    fn the_order_of_counties_does_not_matter((division, order) in shuffled()) {
        let mixed = Division { claims: order.iter().map(|&at| division.claims[at]).collect(), ..division.clone() };
        match (divide(&division), divide(&mixed)) {
            (Ok(straight), Ok(mixed)) => {
                for (index, &at) in order.iter().enumerate() {
                    prop_assert_eq!(mixed.slots[index], straight.slots[at]);
                    prop_assert_eq!(mixed.working[index], straight.working[at]);
                }
                prop_assert_eq!(mixed.scale, straight.scale);
            }
            (Err(DivisionProblem::Tie(straight)), Err(DivisionProblem::Tie(mixed))) => {
                let mut between: Vec<usize> = mixed.between.iter().map(|&index| order[index]).collect();
                between.sort_unstable();
                prop_assert_eq!(between, straight.between);
                prop_assert_eq!(mixed.at_stake, straight.at_stake);
            }
            (straight, mixed) => prop_assert!(false, "{straight:?}\n{mixed:?}"),
        }
    }

    #[test]
    fn a_tie_is_between_more_counties_than_slots_and_every_choice_is_kept(division in divisions()) {
        let asking = Division { ties: TieRule::Ask, ..division.clone() };
        let Err(DivisionProblem::Tie(tie)) = divide(&asking) else { return Ok(()) };
        prop_assert!(tie.between.is_sorted_by(|one, next| one < next));
        let count = tie.at_stake.get() as usize;
        prop_assert!(0 < count && count < tie.between.len());
        let gaining: Vec<usize> = tie.between.iter().rev().copied().take(count).collect();
        let choice = tuowei::model::Choice { between: tie.between.clone(), gaining: gaining.clone() };
        let chosen = divide(&Division { ties: TieRule::Chosen(choice), ..division.clone() }).expect("decided");
        let first = divided(&division);
        // Who is not tied has the same either way; who is has one more by being chosen.
        for position in 0..division.claims.len() {
            let (by_hand, in_order) = (chosen.slots[position].get(), first.slots[position].get());
            match tie.between.iter().position(|&tied| tied == position) {
                None => prop_assert_eq!(by_hand, in_order),
                Some(place) => {
                    let without = in_order - u32::from(place < count);
                    prop_assert_eq!(by_hand, without + u32::from(gaining.contains(&position)));
                }
            }
        }
    }

    #[test]
    fn no_county_loses_by_a_larger_task_under_a_divisor_method(division in by_divisors()) {
        let Some(Ok(larger)) = one_more(&division).map(|larger| divide(&larger)) else { return Ok(()) };
        for (before, after) in divided(&division).slots.iter().zip(&larger.slots) {
            prop_assert!(before <= after);
        }
        prop_assert_eq!(growth_loss(&division, 20), None);
    }

    #[test]
    fn growth_finds_the_first_loss_of_largest_remainder(division in divisions(), steps in 0_u32..30) {
        let division = Division { method: Method::LargestRemainder, ..division };
        let (mut given, mut before) = (settled(&division), divided(&division).slots);
        let mut expected = None;
        for _ in 0..steps {
            let Some(larger) = one_more(&given) else { break };
            let Ok(after) = divide(&larger) else { break };
            expected = before.iter().zip(&after.slots).position(|(before, after)| before > after).map(|position| {
                (larger.task.get(), position, before[position].get() - after.slots[position].get())
            });
            if expected.is_some() { break }
            (given, before) = (larger, after.slots);
        }
        let found = growth_loss(&division, steps).map(|loss| (loss.task.get(), loss.position, loss.by.get()));
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn largest_remainder_keeps_to_the_quota(division in plain()) {
        let weight_sum: u128 = division.claims.iter().map(|claim| u128::from(claim.weight.get())).sum();
        if weight_sum == 0 { return Ok(()) }
        let slots = divided(&division).slots;
        for (slots, claim) in slots.iter().zip(&division.claims) {
            // |s − w·H ÷ Σw| < 1, times Σw.
            let exact = u128::from(claim.weight.get()) * u128::from(division.task.get());
            prop_assert!((u128::from(slots.get()) * weight_sum).abs_diff(exact) < weight_sum);
        }
    }

    #[test]
    fn divisor_methods_agree_with_giving_slot_by_slot(division in by_divisors()) {
        if division.task.get() >= 2_000 { return Ok(()) }
        prop_assert_eq!(numbers(&divided(&division).slots), apportionment::slot_by_slot(&division));
    }

    #[test]
    fn divisor_methods_agree_with_the_search_of_a_divisor(division in by_divisors()) {
        let asking = Division { ties: TieRule::Ask, ..division };
        match apportionment::by_divisor(&asking) {
            apportionment::Found::Slots(expected) => {
                prop_assert_eq!(divide(&asking).map(|divided| numbers(&divided.slots)), Ok(expected));
            }
            apportionment::Found::Tie { below, between, at_stake } => {
                let Err(DivisionProblem::Tie(tie)) = divide(&asking) else { panic!("a tie between {between:?}") };
                prop_assert_eq!((&tie.between, tie.at_stake.get()), (&between, at_stake));
                let first = divided(&asking).slots;
                for (position, below) in below.iter().enumerate() {
                    let gains = between.iter().take(at_stake as usize).any(|&tied| tied == position);
                    prop_assert_eq!(first[position].get(), below + u32::from(gains));
                }
            }
            // No divisor is large enough for so few slots: the heaviest come first, as slot by slot.
            apportionment::Found::TooFew => {
                prop_assert!(matches!(asking.method, Method::Hill | Method::Adams | Method::Dean));
            }
        }
    }

    #[test]
    fn largest_remainder_agrees_with_trying_every_bound(division in divisions()) {
        let division = Division { method: Method::LargestRemainder, ..division };
        prop_assert_eq!(numbers(&divided(&division).slots), apportionment::largest_remainder(&division));
    }

    #[test]
    fn exact_shares_within_bounds_add_up(division in divisions()) {
        let division = Division { method: Method::LargestRemainder, ..division };
        let divided = divided(&division);
        let Scale::PerWeight(level) = divided.scale else { panic!("{:?}", divided.scale) };
        let denominator = BigUint::from(level.denominator());
        let mut sum = BigUint::ZERO;
        for ((working, claim), slots) in divided.working.iter().zip(&division.claims).zip(&divided.slots) {
            let Working::Quota { exact, whole, remainder, one_more, held } = *working else {
                prop_assert_eq!(claim.locked, Some(*slots));
                sum += &denominator * slots.get();
                continue;
            };
            prop_assert_eq!(product(exact.numerator(), level.denominator()),
                product(u128::from(claim.weight.get()) * level.numerator(), exact.denominator()));
            let bound = match held {
                Some(Hold::Least) => Some(claim.least),
                Some(Hold::Most) => claim.most,
                None => None,
            };
            let within = match bound {
                Some(bound) => {
                    prop_assert_eq!((whole, remainder.numerator(), one_more), (bound, 0, false));
                    &denominator * bound.get()
                }
                None => BigUint::from(claim.weight.get()) * level.numerator(),
            };
            prop_assert!(within >= &denominator * claim.least.get());
            prop_assert!(claim.most.is_none_or(|most| within <= &denominator * most.get()));
            sum += within;
            prop_assert_eq!(slots.get(), whole.get() + u32::from(one_more));
            if bound.is_none() {
                prop_assert_eq!(exact.numerator(), u128::from(whole.get()) * exact.denominator() + remainder.numerator());
                prop_assert!(remainder.numerator() < exact.denominator());
            }
        }
        prop_assert_eq!(sum, denominator * division.task.get());
    }

    #[test]
    fn what_was_given_had_a_claim_no_weaker_than_what_was_refused(division in divisions()) {
        let divided = divided(&division);
        let Scale::Priorities { given, refused } = divided.scale else { return Ok(()) };
        prop_assert!(given.is_none() || refused.is_none() || given >= refused);
        for ((working, claim), slots) in divided.working.iter().zip(&division.claims).zip(&divided.slots) {
            let Working::Priorities { last, next, .. } = *working else {
                prop_assert_eq!(claim.locked, Some(*slots));
                continue;
            };
            prop_assert_eq!(next.is_some(), claim.weight.get() > 0);
            prop_assert_eq!(last.is_some(), claim.weight.get() > 0 && slots.get() > 0);
            prop_assert!(last.is_none() || last > next);
            if *slots > claim.least {
                prop_assert!(last >= given);
            }
            if claim.most.is_none_or(|most| *slots < most) {
                prop_assert!(next <= refused);
            }
        }
    }

    #[test]
    fn a_bound_is_said_to_hold_where_the_number_is_another_without_it(division in by_divisors()) {
        let given = Division { ties: TieRule::Ask, ..division };
        let Ok(divided) = divide(&given) else { return Ok(()) };
        for (position, working) in divided.working.iter().enumerate() {
            let Working::Priorities { held, .. } = *working else { continue };
            let freed_of = |hold: Hold| {
                let mut freed = given.clone();
                match hold {
                    Hold::Least => freed.claims[position].least = Slots::default(),
                    Hold::Most => freed.claims[position].most = None,
                }
                freed
            };
            for hold in [Hold::Least, Hold::Most] {
                // Without the bound there may be a tie; who is not held may then win or lose by it.
                let (tied, without) = match divide(&freed_of(hold)) {
                    Err(DivisionProblem::Tie(tie)) => (tie.between.contains(&position), divide(&settled(&freed_of(hold)))),
                    answer => (false, answer),
                };
                match without {
                    Ok(without) => {
                        let changed = without.slots[position] != divided.slots[position];
                        prop_assert!(changed == (held == Some(hold)) || tied && changed, "{hold:?} of {position}");
                    }
                    // Nobody else could take what it lets go.
                    Err(_) => prop_assert!(hold == Hold::Least),
                }
            }
        }
    }

    #[test]
    fn fairness_agrees_with_its_definitions(
        counties in prop::collection::vec((0..200_u32, 0..50_u32, prop_oneof![1 => Just(0), 9 => 1..5_000_u32]), 0..12),
    ) {
        let slots: Vec<Slots> = counties.iter().map(|county| Slots::new(county.0).expect("slots")).collect();
        let weights: Vec<Weight> = counties.iter().map(|county| Weight::whole(county.1)).collect();
        let children: Vec<Children> = counties.iter().map(|county| Children::new(county.2).expect("children")).collect();
        let found = fairness(&slots, &weights, &children);
        let (slot_sum, weight_sum) =
            counties.iter().fold((0, 0), |sums, county| (sums.0 + i128::from(county.0), sums.1 + i128::from(county.1)));
        let off: i128 = counties
            .iter()
            .map(|county| (i128::from(county.0) * weight_sum - i128::from(county.1) * slot_sum).abs())
            .sum();
        prop_assert_eq!(found.distance, Ratio::new(off.unsigned_abs(), (2 * slot_sum * weight_sum).unsigned_abs()));
        let inhabited: Vec<(i128, i128)> = counties
            .iter()
            .filter(|county| county.2 > 0)
            .map(|county| (i128::from(county.0), i128::from(county.2)))
            .collect();
        let (mut differences, mut slots_there, mut children_there) = (0, 0, 0);
        for &(here, living) in &inhabited {
            slots_there += here;
            children_there += living;
            for &(there, others) in &inhabited {
                differences += (here * others - there * living).abs();
            }
        }
        let expected = Ratio::new(differences.unsigned_abs(), (2 * slots_there * children_there).unsigned_abs());
        prop_assert_eq!(found.gini, expected);
        let rate = |position: usize| Ratio::new(slots[position].get().into(), children[position].get().into());
        match found.spread {
            None => prop_assert!(inhabited.is_empty()),
            Some(spread) => {
                let (highest, lowest) = (rate(spread.highest).expect("children"), rate(spread.lowest).expect("children"));
                for (position, rate) in (0..counties.len()).filter_map(|position| Some((position, rate(position)?))) {
                    prop_assert!(highest.reaches(rate) && rate.reaches(lowest));
                    prop_assert!(rate != highest || spread.highest <= position);
                    prop_assert!(rate != lowest || spread.lowest <= position);
                }
            }
        }
    }

    #[test]
    fn whatever_is_asked_is_answered(
        claims in prop::collection::vec(random_divisions::any_claim(), 0..8),
        task in random_divisions::any_slots(),
        method in prop::sample::select(Method::ALL.to_vec()),
    ) {
        let division = Division { task, method, claims, ties: TieRule::DocumentOrder };
        let unlocked = || division.claims.iter().filter(|claim| claim.locked.is_none());
        let least: u64 = unlocked().map(|claim| u64::from(claim.least.get())).sum();
        let locked: u64 = division.claims.iter().filter_map(|claim| claim.locked).map(|slots| u64::from(slots.get())).sum();
        let most = |claim: &Claim| {
            if claim.weight.get() == 0 { Some(claim.least) } else { claim.most }.map(|slots| u64::from(slots.get()))
        };
        let reach: Option<u64> = unlocked().map(most).sum();
        let task = u64::from(task.get());
        let can_be_done = unlocked().all(|claim| claim.most.is_none_or(|most| claim.least <= most))
            && locked + least <= task
            && reach.is_none_or(|reach| locked + reach >= task);
        prop_assert_eq!(divide(&division).is_ok(), can_be_done);
    }
}
