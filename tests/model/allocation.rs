//! Dividing the task, as tables of cases.
//!
//! Expected values are worked out beside each case, those of longer ones in exact arithmetic apart from this code.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::division_notation::{division, slots, weight_of};
use tuowei::model::{
    Children, Choice, Claim, Divided, Division, DivisionProblem, Fraction, Hold, Hundredths, Loss, Method, Ratio,
    Region, Scale, SettledTie, Settlement, Slots, Tie, TieRule, Weight, Working, divide, fairness, growth_loss,
    per_thousand,
};

/// The slots as `8 9 3`, or a tie as `0 1 tie for 1`, by largest remainder.
#[track_caller]
fn check(line: &str, expected: &str) {
    assert_eq!(written(&division(line)), expected, "{line}");
}

#[track_caller]
fn check_by(method: Method, line: &str, expected: &str) {
    assert_eq!(written(&Division { method, ..division(line) }), expected, "{method:?}: {line}");
}

fn written(division: &Division) -> String {
    match divide(division) {
        Ok(divided) => {
            let total: u32 = divided.slots.iter().map(|slots| slots.get()).sum();
            assert_eq!(total, division.task.get());
            joined(divided.slots.iter().map(|slots| slots.get() as usize))
        }
        Err(DivisionProblem::Tie(tie)) => {
            format!("{} tie for {}", joined(tie.between.iter().copied()), tie.at_stake.get())
        }
        Err(problem) => panic!("{problem:?}"),
    }
}

fn joined(numbers: impl Iterator<Item = usize>) -> String {
    numbers.map(|number| number.to_string()).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check_problem(line: &str, expected: &DivisionProblem) {
    for method in Method::ALL {
        assert_eq!(divide(&Division { method, ..division(line) }).as_ref(), Err(expected), "{method:?}: {line}");
    }
}

const DIVISORS: [Method; 5] = [Method::DHondt, Method::Webster, Method::Hill, Method::Adams, Method::Dean];

/// 表二 itself as weights.
const PLAN: &str = "130 77 10 16 20 17 26 24 17 13";

#[test]
fn six_methods_on_the_example_of_balinski_and_young() {
    // M. L. Balinski, H. P. Young, The quota method of apportionment, 1975.
    let line = "9061 7179 5259 3319 1182 | 26";
    for (method, expected) in [
        (Method::LargestRemainder, "9 7 5 4 1"),
        (Method::DHondt, "10 7 5 3 1"),
        (Method::Webster, "9 8 5 3 1"),
        (Method::Hill, "9 7 6 3 1"),
        (Method::Adams, "9 7 5 3 2"),
        (Method::Dean, "9 7 5 4 1"),
    ] {
        check_by(method, line, expected);
    }
}

#[test]
fn a_county_may_lose_a_slot_as_the_task_grows() {
    check("5670 3850 420 60 | 323", "183 124 14 2");
    check("5670 3850 420 60 | 324", "184 125 13 2");
    let given = division("5670 3850 420 60 | 323");
    let loss = Loss { task: slots(324), position: 2, by: slots(1) };
    assert_eq!(growth_loss(&given, 1), Some(loss));
    assert_eq!(growth_loss(&given, 20), Some(loss));
    // The first of several steps: nothing is lost from 322 to 323.
    assert_eq!(growth_loss(&Division { task: slots(322), ..given.clone() }, 20), Some(loss));
    assert_eq!(growth_loss(&Division { task: slots(322), ..given.clone() }, 1), None);
    assert_eq!(growth_loss(&given, 0), None);
    for method in DIVISORS {
        assert_eq!(growth_loss(&Division { method, ..given.clone() }, 20), None, "{method:?}");
    }
}

#[test]
fn growth_stops_where_the_division_does() {
    // At 324 there is no room any more: 184 + 124 + 14 + 1 = 323.
    assert_eq!(growth_loss(&division("5670 3850 420 60 | 323 | max 184 124 14 1"), 20), None);
    assert_eq!(growth_loss(&division("1 1 | 3 | lock 2 2"), 20), None);
    assert_eq!(growth_loss(&division("5670 3850 420 60 | 10000000"), 20), None);
}

#[test]
fn growth_settles_ties_in_document_order() {
    // At 50 the first two tie for the last slot: 2 3 45 in document order. At 51 the quotas are 1.53 3.57 45.9: 1 4 46.
    let given = division("3 7 90 | 50");
    assert_eq!(growth_loss(&given, 1), Some(Loss { task: slots(51), position: 0, by: slots(1) }));
    let by_key = TieRule::By(vec![Some(1), Some(2), Some(3)]);
    assert_eq!(growth_loss(&Division { ties: by_key, ..given.clone() }, 1), growth_loss(&given, 1));
}

#[test]
fn largest_remainder_within_bounds() {
    check("60 30 10 | 20", "12 6 2");
    check("60 30 10 | 20 | max 8 _ _", "8 9 3");
    check("60 30 10 | 20 | min _ _ 5", "10 5 5");
    check(&format!("{PLAN} | 350 | max 120 _ _ _ _ _ _ _ _ _"), "120 80 10 17 21 18 27 25 18 14");
    check(&format!("{PLAN} | 350"), "130 77 10 16 20 17 26 24 17 13");
    // The third gets 3; some published libraries answer 2 2 2 2.
    check("15 15 26 24 | 8", "0 1 tie for 1");
    let first = Division { ties: TieRule::DocumentOrder, ..division("15 15 26 24 | 8") };
    assert_eq!(written(&first), "2 1 3 2");
    // A bound that only touches the quota changes nothing, nor does one that is far away.
    check("60 30 10 | 20 | min 12 _ 2 | max 12 6 _", "12 6 2");
    check("60 30 10 | 20 | min 1 1 1 | max 20 20 20", "12 6 2");
    // Both kinds at once: 20 − 8 − 5 = 7 for the second.
    check("60 30 10 | 20 | min _ _ 5 | max 8 _ _", "8 7 5");
    // The bounds alone decide.
    check("60 30 10 | 20 | min 4 4 12", "4 4 12");
    check("60 30 10 | 20 | max 4 4 12", "4 4 12");
    check("1 1 1 | 9 | min 3 _ 2 | max 3 _ 2", "3 4 2");
    check("5 1 | 9 | min 3 1 | max 3 9", "3 6");
    // A maximum of zero keeps a county out.
    check("60 30 10 | 20 | max 0 _ _", "0 15 5");
    check("60 30 10 | 0", "0 0 0");
    // Held at λ·w = 8 exactly with nothing free: 8 + 12, λ from 0.4 on.
    check("20 20 | 20 | min 12 _ | max _ 8", "12 8");
}

#[test]
fn a_remainder_goes_only_to_who_is_below_the_maximum() {
    // λ = 6 ÷ 11: the first is held at 2, the others have 2.73 1.64 1.64; then the last two tie.
    check("5 5 3 3 | 8 | max 2 3 _ _", "2 3 tie for 1");
    // Without the bound the first would have the largest remainder: 2.8 1.1 1.1. With it, 1.5 each.
    check("28 11 11 | 5", "3 1 1");
    check("28 11 11 | 5 | max 2 _ _", "1 2 tie for 1");
}

#[test]
fn locks_are_subtracted_first() {
    check("60 30 10 | 20 | lock 4 _ _", "4 12 4");
    check("60 30 10 | 20 | lock _ _ 0", "13 7 0");
    // A lock stands over both bounds of its county.
    check("60 30 10 | 20 | lock 4 _ _ | min 5 _ _ | max 1 _ _", "4 12 4");
    check("60 30 10 | 20 | lock 10 6 4", "10 6 4");
    for method in DIVISORS {
        check_by(method, "60 30 10 | 20 | lock 10 6 4", "10 6 4");
        check_by(method, "50 30 30 | 20 | lock 4 _ _", "4 8 8");
    }
}

#[test]
fn divisor_methods_start_at_the_minimum_and_skip_who_is_at_the_maximum() {
    for method in DIVISORS {
        // 15 in the proportion of 60 to 30, 12 in that of 30 to 10: exact, and so the same by every method.
        check_by(method, "60 30 10 | 20 | min _ _ 5", "10 5 5");
        check_by(method, "60 30 10 | 20 | max 8 _ _", "8 9 3");
        check_by(method, "60 30 10 | 20 | max 4 4 12", "4 4 12");
        check_by(method, "60 30 10 | 20 | min 4 4 12", "4 4 12");
        check_by(method, "60 30 10 | 20 | max 0 _ _", "0 15 5");
    }
}

#[test]
fn a_county_without_weight_gets_its_minimum_and_no_more() {
    for method in Method::ALL {
        check_by(method, "5 0 3 | 8", "5 0 3");
        check_by(method, "5 0 3 | 10 | min _ 2 _", "5 2 3");
        // Nothing is left to divide by weight.
        check_by(method, "0 0 | 3 | min 1 2", "1 2");
        check_by(method, "0 0 | 0", "0 0");
        check_by(method, "5 0 | 2 | max 2 _", "2 0");
        check_by(method, "0 0 | 3 | lock 3 _", "3 0");
        check_by(method, "| 0", "");
    }
}

#[test]
fn a_first_slot_each_goes_to_the_heavier_where_there_are_too_few() {
    for method in [Method::Hill, Method::Adams, Method::Dean] {
        check_by(method, "3 5 1 3 | 1", "0 1 0 0");
        check_by(method, "3 5 1 3 | 2", "0 3 tie for 1");
        check_by(method, "3 5 1 3 | 3", "1 1 0 1");
        check_by(method, "3 5 1 3 | 4", "1 1 1 1");
        // Before any second slot, however light; a minimum is a first slot already.
        check_by(method, "1000000 1 | 2", "1 1");
        check_by(method, "1000000 1 0 | 3 | min 1 _ 1", "1 1 1");
    }
    for method in [Method::DHondt, Method::Webster] {
        check_by(method, "1000000 1 | 2", "2 0");
    }
}

#[test]
fn what_cannot_be_divided_names_the_counties() {
    check_problem("1 1 1 | 9 | min 4 3 2 | max 3 3 1", &DivisionProblem::LeastAboveMost { counties: vec![0, 2] });
    check_problem("1 1 1 | 9 | lock 5 _ 5", &DivisionProblem::LockedAboveTask { counties: vec![0, 2], locked: 10 });
    check_problem("1 1 | 9 | lock 4 4", &DivisionProblem::AllLocked { locked: 8 });
    check_problem("| 9", &DivisionProblem::AllLocked { locked: 0 });
    check_problem("1 1 | 7 | lock 4 4", &DivisionProblem::LockedAboveTask { counties: vec![0, 1], locked: 8 });
    check_problem(
        "1 1 1 1 | 9 | lock 2 _ _ _ | min 9 4 _ 4",
        &DivisionProblem::LeastSumAboveTask { counties: vec![1, 3], least: 8, left: slots(7) },
    );
    check_problem(
        "1 0 1 | 9 | lock 2 _ _ | max _ 3 3",
        &DivisionProblem::MostSumBelowTask { counties: vec![1, 2], most: 6, left: slots(7) },
    );
    check_problem("5 0 0 | 9 | lock 2 _ _", &DivisionProblem::NoWeight { counties: vec![1, 2] });
    check_problem(
        "5 0 0 7 | 9 | max 2 _ 9 3 | min _ 1 _ _",
        &DivisionProblem::OnlyWeightlessLeft { counties: vec![1, 2], over: slots(3) },
    );
    check_problem("5 0 | 3 | max 2 _", &DivisionProblem::OnlyWeightlessLeft { counties: vec![1], over: slots(1) });
}

#[test]
fn a_tie_stops_and_asks() {
    check("3 7 90 | 50", "0 1 tie for 1");
    // 149 88 11 18 23 19 30 27 19 15 come to 399; 新荣 天镇 灵丘 广灵 tie for the last.
    check(&format!("{PLAN} | 400"), "2 5 7 8 tie for 1");
    check("1 1 1 1 | 6", "0 1 2 3 tie for 2");
    check("1 1 1 | 2 | lock 0 _ _ | max _ _ 0", "0 2 0");
    for method in DIVISORS {
        check_by(method, "1 1 1 1 | 6", "0 1 2 3 tie for 2");
        check_by(method, "1 1 1 1 | 6 | lock _ 1 _ _ | min 2 _ _ _", "2 3 tie for 1");
    }
    // 6 ÷ 3 and 2 ÷ 1, by both d = a + 1 and d = 2a + 1.
    check_by(Method::DHondt, "6 2 | 3", "0 1 tie for 1");
    check_by(Method::Webster, "6 2 | 2", "0 1 tie for 1");
    check_by(Method::Webster, "7 2 | 2", "2 0");
}

#[test]
fn document_order_settles_a_tie() {
    let settled = |line: &str| written(&Division { ties: TieRule::DocumentOrder, ..division(line) });
    assert_eq!(settled("3 7 90 | 50"), "2 3 45");
    assert_eq!(settled(&format!("{PLAN} | 400")), "149 88 12 18 23 19 30 27 19 15");
    assert_eq!(settled("1 1 1 1 | 6"), "2 2 1 1");
}

#[test]
fn a_larger_key_settles_a_tie_unless_it_ties_too() {
    let settled =
        |line: &str, keys: &[Option<u64>]| written(&Division { ties: TieRule::By(keys.to_vec()), ..division(line) });
    // Only the keys of who is tied count.
    assert_eq!(settled("3 7 90 | 50", &[Some(5), Some(9), None]), "1 4 45");
    assert_eq!(settled("3 7 90 | 50", &[Some(9), Some(5), Some(99)]), "2 3 45");
    assert_eq!(settled("3 7 90 | 50", &[Some(5), Some(5), None]), "0 1 tie for 1");
    assert_eq!(settled("3 7 90 | 50", &[Some(5), None, Some(1)]), "0 1 tie for 1");
    assert_eq!(settled("3 7 90 | 50", &[Some(5)]), "0 1 tie for 1");
    assert_eq!(settled("1 1 1 1 | 6", &[1, 9, 4, 9].map(Some)), "1 2 1 2");
    assert_eq!(settled("1 1 1 1 | 6", &[1, 9, 4, 3].map(Some)), "1 2 2 1");
    // The first is decided, the second is not: the whole tie is answered.
    assert_eq!(settled("1 1 1 1 | 6", &[9, 4, 4, 3].map(Some)), "0 1 2 3 tie for 2");
    assert_eq!(settled("1 1 1 1 | 6", &[0, 0, 0, u64::MAX].map(Some)), "0 1 2 3 tie for 2");
}

#[test]
fn a_choice_by_hand_settles_only_the_tie_that_it_was_made_for() {
    let settled = |between: &[usize], gaining: &[usize]| {
        let choice = Choice { between: between.to_vec(), gaining: gaining.to_vec() };
        written(&Division { ties: TieRule::Chosen(choice), ..division("3 7 90 | 50") })
    };
    assert_eq!(settled(&[0, 1], &[1]), "1 4 45");
    assert_eq!(settled(&[0, 1], &[0]), "2 3 45");
    for (between, gaining) in [
        (&[0, 2][..], &[0][..]),
        (&[0, 1, 2], &[1]),
        (&[0, 1], &[]),
        (&[0, 1], &[0, 1]),
        (&[0, 1], &[2]),
        (&[0, 1], &[1, 1]),
        (&[0, 1], &[1, 2]),
    ] {
        assert_eq!(settled(between, gaining), "0 1 tie for 1", "{between:?} {gaining:?}");
    }
    // In whatever order it was chosen.
    let choice = Choice { between: vec![0, 1, 2, 3], gaining: vec![3, 1] };
    assert_eq!(written(&Division { ties: TieRule::Chosen(choice), ..division("1 1 1 1 | 6") }), "1 2 1 2");
}

#[test]
fn a_settled_tie_is_told_with_the_result() {
    let given = Division { ties: TieRule::By(vec![Some(5), Some(9), None]), ..division("3 7 90 | 50") };
    let tie = Tie { between: vec![0, 1], at_stake: slots(1) };
    let told = SettledTie { tie, gaining: vec![1], settlement: Settlement::LargerKey };
    assert_eq!(divide(&given).expect("settled").tie, Some(told));
    // Where there is no tie there is nothing to tell.
    assert_eq!(divide(&Division { task: slots(49), ..given }).expect("no tie").tie, None);
    // Who is refused in a tie has as strong a claim as who is given.
    for method in DIVISORS {
        let divided = divide(&Division { method, ties: TieRule::DocumentOrder, ..division("1 1 1 | 4") });
        let Scale::Priorities { given, refused } = divided.expect("settled").scale else { panic!("{method:?}") };
        assert!(given.is_some() && given == refused, "{method:?}");
    }
}

fn fraction(numerator: u128, denominator: u128) -> Option<Ratio> {
    Ratio::new(numerator, denominator)
}

#[test]
fn largest_remainder_explains_quota_whole_part_and_remainder() {
    let divided = divide(&division("9061 7179 5259 3319 1182 | 26")).expect("divided");
    assert!(matches!(divided.scale, Scale::PerWeight(level) if level.ratio() == fraction(26, 26_000)));
    for (working, (exact, whole, one_more)) in divided.working.iter().zip([
        (9061, 9, false),
        (7179, 7, false),
        (5259, 5, false),
        (3319, 3, true),
        (1182, 1, false),
    ]) {
        let Working::Quota { exact: quota, whole: part, remainder, one_more: more, held } = *working else {
            panic!("{working:?}")
        };
        assert_eq!(quota.ratio(), fraction(exact, 1000));
        assert_eq!((part, more, held), (slots(whole), one_more, None));
        assert_eq!(remainder.ratio(), fraction(exact % 1000, 1000));
    }
}

#[test]
fn largest_remainder_explains_bounds_and_locks() {
    // λ = 0.3: 18 of at most 8, 9, 3.
    let divided = divide(&division("60 30 10 70 | 25 | max 8 _ _ _ | lock _ _ _ 5")).expect("divided");
    let Working::Quota { exact, whole, remainder, one_more, held } = divided.working[0] else { panic!("a quota") };
    assert_eq!((exact.ratio(), whole, one_more, held), (fraction(18, 1), slots(8), false, Some(Hold::Most)));
    assert_eq!(remainder, Fraction::ZERO);
    assert!(matches!(divided.working[1], Working::Quota { held: None, .. }));
    assert_eq!(divided.working[3], Working::Locked);
    // λ = 1 ÷ 6: 1.67 of at least 5.
    let divided = divide(&division("60 30 10 | 20 | min _ _ 5")).expect("divided");
    let Working::Quota { exact, whole, held, .. } = divided.working[2] else { panic!("a quota") };
    assert_eq!((exact.ratio(), whole, held), (fraction(5, 3), slots(5), Some(Hold::Least)));
    // Everyone is held: the smallest λ at which the second has its maximum.
    let divided = divide(&division("20 20 | 20 | min 12 _ | max _ 8")).expect("divided");
    assert!(matches!(divided.scale, Scale::PerWeight(level) if level.ratio() == fraction(8, 20)));
}

#[test]
fn divisor_methods_explain_the_last_slot_and_the_next() {
    let line = "9061 7179 5259 3319 1182 | 26";
    for (method, given, refused, fourth) in [
        // Of 9 8 5 3 1 the weakest holder is the second, the strongest claim that of the third.
        (Method::Webster, (7179, 15), (5259, 11), ((3319, 5), (3319, 7))),
        // Of 9 7 6 3 1 the third holds the weakest, and the second is next; in squares.
        (Method::Hill, (5259 * 5259, 30), (7179 * 7179, 56), ((3319 * 3319, 6), (3319 * 3319, 12))),
    ] {
        let divided = divide(&Division { method, ..division(line) }).expect("divided");
        let Scale::Priorities { given: last, refused: next } = divided.scale else { panic!("{method:?}") };
        assert_eq!(last.and_then(Fraction::ratio), fraction(given.0, given.1), "{method:?}");
        assert_eq!(next.and_then(Fraction::ratio), fraction(refused.0, refused.1), "{method:?}");
        let Working::Priorities { last, next, held } = divided.working[3] else { panic!("{method:?}") };
        let (had, wanted) = fourth;
        assert_eq!(last.and_then(Fraction::ratio), fraction(had.0, had.1), "{method:?}");
        assert_eq!(next.and_then(Fraction::ratio), fraction(wanted.0, wanted.1), "{method:?}");
        assert_eq!(held, None);
    }
}

#[test]
fn divisor_methods_explain_bounds() {
    let held = |line: &str| -> Vec<Option<Hold>> {
        let divided = divide(&Division { method: Method::DHondt, ..division(line) }).expect("divided");
        let of = |working: &Working| match *working {
            Working::Priorities { held, .. } => held,
            Working::Locked => None,
            Working::Quota { .. } => panic!("{line}"),
        };
        divided.working.iter().map(of).collect()
    };
    assert_eq!(held("60 30 10 | 20 | min _ _ 5"), [None, None, Some(Hold::Least)]);
    assert_eq!(held("60 30 10 | 20 | max 8 _ _"), [Some(Hold::Most), None, None]);
    // Bounds that only touch: without them it would be 12 6 2 as well.
    assert_eq!(held("60 30 10 | 20 | min 12 _ 2 | max 12 6 2"), [None; 3]);
    // 60 ÷ 13 is more than what was refused, 30 ÷ 7, but less than anything that was given.
    assert_eq!(held("60 30 10 | 20 | max 12 _ _"), [None; 3]);
    assert_eq!(held("60 30 0 | 20 | min _ _ 2 | lock _ 6 _"), [None, None, Some(Hold::Least)]);
    assert_eq!(held("60 30 0 | 18"), [None; 3]);
}

/// Nobody who was given a slot had a weaker claim than anybody who was refused one.
#[track_caller]
fn assert_in_order(divided: &Divided, claims: &[Claim]) {
    let Scale::Priorities { given, refused } = divided.scale else { return };
    assert!(given >= refused);
    for ((working, claim), slots) in divided.working.iter().zip(claims).zip(&divided.slots) {
        let Working::Priorities { last, next, .. } = *working else { panic!("{working:?}") };
        assert!(*slots == claim.least || last >= given, "{working:?}");
        assert!(claim.most == Some(*slots) || next <= refused, "{working:?}");
    }
}

#[test]
fn the_largest_division_at_its_extremes_is_answered() {
    let claim = |weight: u64, least: u32, most: Option<u32>| Claim {
        weight: weight_of(weight),
        locked: None,
        least: slots(least),
        most: most.map(slots),
    };
    let size = Region::MOST_COUNTIES;
    let light_and_heavy = (0..size).map(|at| claim(if at % 2 == 0 { 1 } else { Weight::MOST }, 0, None)).collect();
    let bounded = (0..size).map(|at| claim(Weight::MOST - at as u64, 3, Some(3_334))).collect();
    let one_takes_all =
        std::iter::once(claim(1, 0, None)).chain(vec![claim(Weight::MOST, 0, Some(0)); size - 1]).collect();
    for claims in [vec![claim(Weight::MOST, 0, None); size], light_and_heavy, bounded, one_takes_all] {
        for method in Method::ALL {
            for task in [9_999, Slots::MOST] {
                let ties = TieRule::DocumentOrder;
                let divided =
                    divide(&Division { task: slots(task), method, claims: claims.clone(), ties }).expect("divided");
                assert_eq!(divided.slots.iter().map(|slots| slots.get()).sum::<u32>(), task, "{method:?}");
                assert_in_order(&divided, &claims);
                let weights: Vec<Weight> = claims.iter().map(|claim| claim.weight).collect();
                let children = vec![Children::new(Children::MOST).expect("children"); size];
                let fairness = fairness(&divided.slots, &weights, &children);
                let one = fraction(1, 1).expect("one");
                assert!(one.reaches(fairness.distance.expect("weights")));
                assert!(one.reaches(fairness.gini.expect("children")));
            }
        }
    }
    let weights = vec![weight_of(Weight::MOST); size];
    let most = vec![slots(Slots::MOST); size];
    assert_eq!(fairness(&most, &weights, &[]).distance, fraction(0, 1));
}

#[test]
fn equal_claims_at_the_extremes_tie() {
    let claim = Claim { weight: weight_of(Weight::MOST), ..Claim::default() };
    for method in Method::ALL {
        let claims = vec![claim; 3];
        let given = Division { task: slots(Slots::MOST), method, claims, ties: TieRule::Ask };
        let tie = Tie { between: vec![0, 1, 2], at_stake: slots(1) };
        assert_eq!(divide(&given), Err(DivisionProblem::Tie(tie)), "{method:?}");
        // One unit of 10^15 less, and there is none.
        let lighter = Claim { weight: weight_of(Weight::MOST - 1), ..claim };
        let divided = divide(&Division { claims: vec![lighter, claim, lighter], ..given }).expect("no tie");
        assert_eq!(
            divided.slots.iter().map(|slots| slots.get()).collect::<Vec<_>>(),
            [3_333_333, 3_333_334, 3_333_333]
        );
    }
}

#[test]
fn weights_are_counted_in_ten_thousandths() {
    assert_eq!(Weight::whole(u32::MAX).get(), 42_949_672_950_000);
    assert_eq!(Weight::new(Weight::MOST).map(Weight::get), Some(Weight::MOST));
    assert_eq!(Weight::new(Weight::MOST + 1), None);
    assert_eq!(Method::default(), Method::LargestRemainder);
}

fn counts(numbers: &[u32]) -> (Vec<Slots>, Vec<Weight>, Vec<Children>) {
    let slots = numbers.iter().map(|&number| slots(number)).collect();
    let weights = numbers.iter().map(|&number| Weight::whole(number)).collect();
    (slots, weights, numbers.iter().map(|&number| Children::new(number).expect("children")).collect())
}

#[test]
fn slots_per_thousand_children() {
    // 平城: 130 slots on 6 250 children are 20.8 for a thousand.
    let children = Children::new(6_250).expect("children");
    let rate = per_thousand(slots(130), children).expect("children");
    assert_eq!(rate.number_shown(), Hundredths::new(2080));
    assert_eq!(per_thousand(slots(130), Children::default()), None);
}

#[test]
fn distance_is_half_of_what_lies_elsewhere() {
    // Σ |1000·s − w| = 61 + 821 + 259 + 319 + 182 = 1642, of 2 · 26 000.
    let (given, ..) = counts(&[9, 8, 5, 3, 1]);
    let (_, weights, _) = counts(&[9061, 7179, 5259, 3319, 1182]);
    assert_eq!(fairness(&given, &weights, &[]).distance, fraction(1642, 52_000));
    let (all_in_one, ..) = counts(&[10, 0]);
    assert_eq!(fairness(&all_in_one, &counts(&[0, 3]).1, &[]).distance, fraction(1, 1));
    assert_eq!(fairness(&all_in_one, &counts(&[0, 0]).1, &[]).distance, None);
    assert_eq!(fairness(&counts(&[0, 0]).0, &counts(&[1, 3]).1, &[]).distance, None);
    assert_eq!(fairness(&all_in_one, &counts(&[1]).1, &[]).distance, None);
}

#[test]
fn gini_and_spread_are_over_children() {
    let of = |slots: &[u32], children: &[u32]| fairness(&counts(slots).0, &[], &counts(children).2);
    // As for two people with incomes of 1 and 3.
    assert_eq!(of(&[1, 3], &[100, 100]).gini, fraction(1, 4));
    assert_eq!(of(&[0, 4], &[100, 100]).gini, fraction(1, 2));
    assert_eq!(of(&[7, 7, 7], &[100, 100, 100]).gini, fraction(0, 1));
    // 0.02 for 100 children and 0.01 for 300: 2·300 − 3·100 of 400 · 5. The same if the 300 live in three counties.
    assert_eq!(of(&[2, 3], &[100, 300]).gini, fraction(3, 20));
    assert_eq!(of(&[1, 2, 1, 1], &[100, 100, 100, 100]).gini, fraction(3, 20));
    let spread = of(&[3, 2, 3, 2], &[300, 100, 300, 100]).spread.expect("children");
    assert_eq!((spread.highest, spread.lowest, spread.ratio), (1, 0, fraction(2, 1)));
    // A county without children is left out, with its slots.
    let with_empty = of(&[9, 2, 3], &[0, 100, 300]);
    assert_eq!((with_empty.gini, with_empty.spread.expect("children").highest), (fraction(3, 20), 1));
    assert_eq!(of(&[1, 0], &[5, 5]).spread.expect("children").ratio, None);
    let nothing = of(&[1, 0], &[0, 0]);
    assert_eq!((nothing.gini, nothing.spread), (None, None));
    assert_eq!(of(&[0, 0], &[5, 5]).gini, None);
    assert_eq!(of(&[1, 0], &[5]).gini, None);
}
