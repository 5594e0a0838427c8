//! Solving backwards and sensitivity: examples computed by hand, with the arithmetic beside them.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation::{county, percent, points, rate, scenario};
use tuowei::model::{
    Answer, Change, CountyId, Edit, Formula, Forward, Goal, Lever, MissingInput, Moved, Place, RuleKind, Scenario,
    Slots, TippingPointOf, WhyNotMoved, WhyOutOfReach, evaluate, formula, sensitivity, solve, supply,
};

/// What the answer says, in a line; an answer that is reached has its edit applied and is asked again, and must then
/// be there already.
#[track_caller]
fn check(line: &str, goal: &Goal, lever: &Lever, expected: &str) {
    let given = scenario(line);
    let answer = solve(&given, &evaluate(&given), goal, lever);
    assert_eq!(words(&answer), expected, "{line}: {goal:?} by {lever:?}");
    if let Answer::Reached { value, edit: Some(edit), .. } = answer {
        let mut there = given.clone();
        there.apply(&edit).expect("the edit holds");
        let again = solve(&there, &evaluate(&there), goal, lever);
        assert!(
            matches!(again, Answer::Reached { value: same, edit: None, already: true, .. }
                if same == value || matches!(value, Moved::Conversions(_))),
            "{line}: {again:?}"
        );
    }
}

fn words(answer: &Answer) -> String {
    match answer {
        Answer::Reached { value, edit, one_of_many, forward, already } => {
            let marks = [(*already, " already"), (*one_of_many, " among others"), (edit.is_none(), " as it stands")];
            let marks: String = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
            format!("{} → {}{marks}", moved(*value), came_to(*forward))
        }
        Answer::OutOfReach { at, best, why } => {
            let why = match why {
                WhyOutOfReach::Held => "held".to_owned(),
                WhyOutOfReach::StillShort(counties) => format!("still short{}", ids(counties)),
                WhyOutOfReach::Locked(counties) => format!("locked{}", ids(counties)),
                WhyOutOfReach::TooMany => "too many".to_owned(),
                WhyOutOfReach::NeverAll => "never all".to_owned(),
                WhyOutOfReach::AllConverted => "all converted".to_owned(),
            };
            format!("no: {} → {}, {why}", moved(*at), came_to(*best))
        }
        Answer::NotMoved(why) => format!("{why:?}"),
        Answer::Missing { missing_inputs, counties } => {
            format!("lacks {:?}{}", missing_inputs.each().collect::<Vec<MissingInput>>(), ids(counties))
        }
    }
}

#[test]
fn the_edit_of_an_uplift_puts_the_uniform_rule_in_force() {
    let given = scenario(&two("u=1").replace("uniform u=1", "converge c=1"));
    let answer = solve(&given, &evaluate(&given), &Goal::CityRate(rate("4.5")), &Lever::Uplift);
    let Answer::Reached { edit, .. } = answer else { panic!("{answer:?}") };
    let expected = vec![Edit::SetRule(RuleKind::Uniform), Edit::SetUplift(Some(points("2.11")))];
    assert_eq!(edit, Some(Edit::Batch(expected)));
}

fn moved(value: Moved) -> String {
    match value {
        Moved::Uplift(uplift) => format!("u={}", percent(i64::from(uplift.ppm()))),
        Moved::CountySlots(slots) => format!("a={}", slots.get()),
        Moved::Task(slots) => format!("task={slots}"),
        Moved::Conversions(slots) => format!("turn {slots}"),
    }
}

fn came_to(forward: Forward) -> String {
    match forward {
        Forward::CityRate(ratio) | Forward::Share(ratio) | Forward::Utilisation(Some(ratio)) => {
            percent(i64::from(ratio.percent_shown().get()) * 100)
        }
        Forward::Target(rate) => percent(i64::from(rate.ppm())),
        Forward::Utilisation(None) => "no slot".to_owned(),
    }
}

fn ids(counties: &[CountyId]) -> String {
    counties.iter().map(|county| format!(" {county}")).collect()
}

fn a() -> CountyId {
    county(0)
}

fn b() -> CountyId {
    county(1)
}

/// E₁ = 422 and 116; S₁ = 650 and 100; 500 of 750 are inclusive then.
const TWO: &str =
    "base 2.14 3.69 | children 10000 2000 | slots 130 10 | capacity 500 90 | inclusive 300 60 | other 20 _";

fn two(settings: &str) -> String {
    format!("uniform {settings} | {TWO}")
}

#[test]
fn each_pair_has_a_formula_or_a_reason() {
    let (r, c) = (rate("50"), a);
    let levers = [Lever::Uplift, Lever::CountySlots(a()), Lever::Task, Lever::Conversions];
    let (no_rate, no_share) = (Err(WhyNotMoved::SlotsSetNoRate), Err(WhyNotMoved::RatesSetNoShare));
    let none = Err(WhyNotMoved::ConversionsAddNone);
    for (goal, formulas) in [
        (Goal::CityRate(r), [Ok(Formula::UpliftForCity), no_rate, no_rate, no_rate]),
        (Goal::CountyTarget(c(), r), [Ok(Formula::UpliftForTarget), Ok(Formula::SlotsNeeded), no_rate, no_rate]),
        (Goal::NoShortage(r), [Ok(Formula::UpliftCarried), Ok(Formula::SlotsNeeded), Ok(Formula::TaskForSlots), none]),
        (
            Goal::NoShortageIn(c(), r),
            [Ok(Formula::UpliftCarried), Ok(Formula::SlotsNeeded), Ok(Formula::TaskForSlots), none],
        ),
        (
            Goal::InclusiveShare(r),
            [no_share, Ok(Formula::InclusiveAdded), Ok(Formula::InclusiveAdded), Ok(Formula::InclusiveConverted)],
        ),
    ] {
        for (lever, expected) in levers.iter().zip(formulas) {
            assert_eq!(formula(&goal, lever), expected, "{goal:?} by {lever:?}");
            let answer = solve(&scenario(&two("u=2.08")), &evaluate(&scenario(&two("u=2.08"))), &goal, lever);
            match expected {
                Err(why) => assert_eq!(answer, Answer::NotMoved(why)),
                Ok(_) => assert!(!matches!(answer, Answer::NotMoved(_)), "{goal:?} by {lever:?}"),
            }
        }
    }
    check(&two("u=1"), &Goal::NoShortageIn(a(), r), &Lever::CountySlots(b()), "OtherCounty");
    check(&two("u=1"), &Goal::CountyTarget(a(), r), &Lever::CountySlots(b()), "OtherCounty");
    check(&two("u=1"), &Goal::CountyTarget(county(7), r), &Lever::Uplift, "UnknownCounty");
    check(&two("u=1"), &Goal::NoShortage(r), &Lever::CountySlots(county(7)), "UnknownCounty");
}

#[test]
fn the_uplift_that_brings_the_city_to_a_rate() {
    // (10 000 · 2.14 + 2 000 · 3.69) ÷ 12 000 = 2.3983…: 4.5 less that is 2.1017, so 2.11, and the city is at 4.5083.
    let line = two("u=2.08");
    check(&line, &Goal::CityRate(rate("4.5")), &Lever::Uplift, "u=2.11 → 4.51");
    check(&line, &Goal::CityRate(rate("4.4783")), &Lever::Uplift, "u=2.08 → 4.48 already as it stands");
    check(&line, &Goal::CityRate(rate("4.4784")), &Lever::Uplift, "u=2.09 → 4.49");
    check(&line, &Goal::CityRate(rate("2")), &Lever::Uplift, "u=0.00 → 2.40 already");
    // Another rule gives way to the uniform one.
    check(
        &line.replace("uniform u=2.08", "proportional g=1"),
        &Goal::CityRate(rate("4.5")),
        &Lever::Uplift,
        "u=2.11 → 4.51",
    );
    check(&two("u=1 cap=2"), &Goal::CityRate(rate("4.5")), &Lever::Uplift, "no: u=100.00 → 4.40, held");
    let pinned = format!("{line} | pin 3 3");
    check(&pinned, &Goal::CityRate(rate("3.01")), &Lever::Uplift, "no: u=100.00 → 3.00, held");
    check("uniform u=1 | base 2 2 | children 1 _", &Goal::CityRate(rate("5")), &Lever::Uplift, "lacks [Children] b");
    check("uniform u=1 | base _ 2 | children 1 1", &Goal::CityRate(rate("5")), &Lever::Uplift, "lacks [Target] a");
    check("uniform u=1 | base 2 2 | children 0 0", &Goal::CityRate(rate("5")), &Lever::Uplift, "lacks [AnyChildren]");
}

#[test]
fn what_the_target_of_a_county_asks_for() {
    let line = two("u=2.08");
    check(&line, &Goal::CountyTarget(a(), rate("5")), &Lever::Uplift, "u=2.86 → 5.00");
    check(&line, &Goal::CountyTarget(a(), rate("5.0001")), &Lever::Uplift, "u=2.87 → 5.01");
    check(&line, &Goal::CountyTarget(a(), rate("4.22")), &Lever::Uplift, "u=2.08 → 4.22 already as it stands");
    check(&format!("{line} | pin 3 _"), &Goal::CountyTarget(a(), rate("5")), &Lever::Uplift, "Pinned");
    check(&two("u=2.08 cap=2"), &Goal::CountyTarget(a(), rate("5")), &Lever::Uplift, "no: u=100.00 → 4.14, held");
    check("uniform u=1 | base _", &Goal::CountyTarget(a(), rate("5")), &Lever::Uplift, "lacks [Target] a");
    // 5.77 % of 2 000 are 115.4: 116 − 90. 8 % are 160: 70. 1 % are 20, and 90 are there.
    let slots = Lever::CountySlots(b());
    check(&line, &Goal::CountyTarget(b(), rate("5.77")), &slots, "a=26 → 100.00");
    check(&line, &Goal::CountyTarget(b(), rate("8")), &slots, "a=70 → 100.00");
    check(&line, &Goal::CountyTarget(b(), rate("1")), &slots, "a=0 → 22.22");
    check(&line, &Goal::CountyTarget(b(), rate("100")), &slots, "a=1910 → 100.00");
    check(
        "uniform u=1 | base 2 | children 100",
        &Goal::CountyTarget(a(), rate("5")),
        &Lever::CountySlots(a()),
        "lacks [Capacity] a",
    );
    let many = "uniform u=1 | base 2 | children 100000000 | capacity 0";
    check(many, &Goal::CountyTarget(a(), rate("10")), &Lever::CountySlots(a()), "a=10000000 → 100.00");
    check(
        many,
        &Goal::CountyTarget(a(), rate("10.0001")),
        &Lever::CountySlots(a()),
        "no: a=10000000 → 100.00, still short a",
    );
}

#[test]
fn the_uplift_that_given_slots_carry() {
    let full = rate("100");
    // b: 100 of 2 000 are 5 %, less 3.69. a: 650 of 10 000 are 6.5 %, less 2.14.
    check(&two("u=2.08"), &Goal::NoShortage(full), &Lever::Uplift, "u=1.31 → 100.00");
    check(&two("u=2.08"), &Goal::NoShortageIn(a(), full), &Lever::Uplift, "u=4.36 → 100.00 already");
    // 60 % of 650 are 390: 3.9 − 2.14.
    check(&two("u=2.08"), &Goal::NoShortageIn(a(), rate("60")), &Lever::Uplift, "u=1.76 → 60.00");
    // 75 % of 100 are 75 of 2 000: 3.75 %, less 3.69; 73 % are 73 and under the base itself, of which 73.8 are 74.
    check(&two("u=2.08"), &Goal::NoShortage(rate("75")), &Lever::Uplift, "u=0.06 → 75.00");
    check(&two("u=2.08"), &Goal::NoShortage(rate("73")), &Lever::Uplift, "no: u=0.00 → 74.00, still short b");
    check(
        "uniform u=1 | base 2 | children 100 | slots 0 | capacity 100",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "u=100.00 → 100.00 already",
    );
    check(
        "uniform u=1 | base 2 | children 100 | slots 0 | capacity 0",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "no: u=0.00 → no slot, still short a",
    );
    check(
        "uniform u=1 | base 2 2 | children 1 _ | slots 0 _",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "lacks [Children, Slots, Capacity] a b",
    );
    check(&format!("{} | pin _ 9", two("u=1")), &Goal::NoShortageIn(b(), full), &Lever::Uplift, "Pinned");
    check(
        &format!("{} | pin _ 9", two("u=1")),
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "no: u=0.00 → 180.00, still short b",
    );
    // The plan's own check: 6 250 children, none enrolled, 130 slots.
    check(
        "uniform u=9 | base 0 | children 6250 | slots 130 | capacity 0",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "u=2.08 → 100.00",
    );
    check(
        "uniform u=9 | base 0 | children 6251 | slots 130 | capacity 0",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "u=2.07 → 100.00",
    );
    check(
        "uniform u=9 | base 0 | children 16826 | slots 350 | capacity 0",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "u=2.08 → 100.00",
    );
    check(
        "uniform u=9 | base 0 | children 16827 | slots 350 | capacity 0",
        &Goal::NoShortage(full),
        &Lever::Uplift,
        "u=2.07 → 99.71",
    );
}

#[test]
fn the_slots_and_the_task_that_targets_need() {
    let full = rate("100");
    let line = two("u=2.08 task=140");
    check(&line, &Goal::NoShortageIn(b(), full), &Lever::CountySlots(b()), "a=26 → 100.00");
    check(&line, &Goal::NoShortage(full), &Lever::CountySlots(b()), "a=26 → 100.00");
    check(&line, &Goal::NoShortage(full), &Lever::CountySlots(a()), "no: a=10000000 → 116.00, still short b");
    // 422 ÷ 0.4 = 1 055, less 520; 116 ÷ 0.4 = 290, less 90.
    check(&line, &Goal::NoShortageIn(a(), rate("40")), &Lever::CountySlots(a()), "a=535 → 40.00");
    check(&line, &Goal::NoShortage(rate("40")), &Lever::Task, "task=735 → 40.00");
    check(&line, &Goal::NoShortageIn(b(), rate("40")), &Lever::Task, "task=330 → 40.00");
    check(&line, &Goal::NoShortage(full), &Lever::Task, "task=156 → 100.00");
    check(&line, &Goal::NoShortageIn(a(), full), &Lever::Task, "task=140 → 64.92 already as it stands");
    // What is not handed out yet comes first: the task stays at 1 000.
    check(&two("u=2.08 task=1000"), &Goal::NoShortage(full), &Lever::Task, "task=156 → 100.00");
    let mut given = scenario(&two("u=2.08 task=1000"));
    if let Answer::Reached { edit: Some(edit), .. } =
        solve(&given, &evaluate(&given), &Goal::NoShortage(full), &Lever::Task)
    {
        given.apply(&edit).expect("the edit holds");
    }
    assert_eq!((given.task(), given.county(&b()).and_then(|inputs| inputs.slots)), (slots(1000), Some(slots(26))));
    // A locked county keeps what it is given; one without an allocation starts from none.
    check(&format!("{line} | locked _ yes"), &Goal::NoShortage(full), &Lever::Task, "no: task=140 → 116.00, locked b");
    check(&format!("{line} | locked yes _"), &Goal::NoShortage(full), &Lever::Task, "task=156 → 100.00");
    let unset = line.replace("slots 130 10", "slots _ _");
    check(&unset, &Goal::NoShortage(full), &Lever::Task, "task=26 → 100.00");
    check(&unset, &Goal::NoShortageIn(b(), full), &Lever::Task, "task=26 → 100.00");
    check(&unset.replace("children 10000", "children _"), &Goal::NoShortage(full), &Lever::Task, "lacks [Children] a");
    check(&line, &Goal::NoShortage(rate("0")), &Lever::Task, "no: task=140 → 116.00, still short a b");
    let many = "uniform u=0 | base 10 10 | children 60000000 60000000 | slots 0 0 | capacity 0 0";
    check(many, &Goal::NoShortage(full), &Lever::Task, "no: task=12000000 → 100.00, too many");
    check(many, &Goal::NoShortageIn(a(), full), &Lever::Task, "task=6000000 → 100.00");
    check(many, &Goal::NoShortageIn(a(), rate("50")), &Lever::Task, "no: task=12000000 → 60.00, too many");
}

#[test]
fn what_closes_the_inclusive_share() {
    // 500 of 750: 71 % are 532.5. 32.5 ÷ 0.29 = 112.07.
    let line = two("u=2.08 task=140");
    let share = |percent| Goal::InclusiveShare(rate(percent));
    check(&line, &share("71"), &Lever::Conversions, "turn 33 → 71.07 among others");
    check(&line, &share("71"), &Lever::CountySlots(b()), "a=123 → 71.03");
    check(&line, &share("71"), &Lever::Task, "task=253 → 71.03 among others");
    check(&format!("{line} | locked yes _"), &share("71"), &Lever::Task, "task=253 → 71.03");
    check(&format!("{line} | locked yes yes"), &share("71"), &Lever::Task, "no: task=253 → 66.67, locked a b");
    check(&line, &share("66"), &Lever::Conversions, "turn 0 → 66.67 already as it stands");
    check(&line, &share("66"), &Lever::Task, "task=140 → 66.67 already as it stands");
    // (490 + x) ÷ (740 + x) ≥ 66.5 % from x = 2.1 ÷ 0.335 = 6.27.
    check(&line, &share("66.5"), &Lever::CountySlots(b()), "a=7 → 66.53 already");
    check(&line, &share("66"), &Lever::CountySlots(b()), "a=0 → 66.22 already");
    // All that exist are 730 − 140 + 140, the twenty others are not.
    check(&line, &share("97.34"), &Lever::Conversions, "no: turn 230 → 97.33, all converted");
    check(&line, &share("97.33"), &Lever::Conversions, "turn 230 → 97.33");
    check(&line, &share("100"), &Lever::CountySlots(a()), "no: a=10000000 → 100.00, never all");
    check(&line, &share("100"), &Lever::Task, "no: task=140 → 66.67, never all");
    check(&line, &share("99.9999"), &Lever::Task, "no: task=249999390 → 66.67, too many");
    check(&line, &share("99.9999"), &Lever::CountySlots(a()), "no: a=10000000 → 100.00, too many");
    for lever in [Lever::Task, Lever::Conversions] {
        check(
            "uniform u=1 | base 2 2 | slots 1 _ | capacity 5 5 | inclusive _ 5",
            &share("71"),
            &lever,
            "lacks [Slots, Inclusive] a b",
        );
        check("uniform u=1 | base 2 | slots 0 | capacity 0 | inclusive 0", &share("71"), &lever, "lacks [AnySlots]");
    }
    check(
        "uniform u=1 | base 2 | slots _ | capacity 5 | inclusive 1",
        &share("50"),
        &Lever::CountySlots(a()),
        "a=3 → 50.00",
    );
}

fn slots(count: u32) -> Slots {
    Slots::new(count).expect("slots")
}

/// What flips each finding, in order: the finding's place in its list, the input, from → to.
#[track_caller]
fn check_flips(line: &str, expected: &[&str]) {
    let given = scenario(line);
    let outcome = evaluate(&given);
    let tipping_points = sensitivity(&given, &outcome, &supply(&given, &outcome));
    let written: Vec<String> = tipping_points
        .iter()
        .map(|tipping_point| {
            let of = match tipping_point.of {
                TippingPointOf::Plan(at) => format!("plan {at}"),
                TippingPointOf::Supply(at) => format!("supply {at}"),
            };
            let county = tipping_point.county.as_ref().map(|county| format!(" {county}")).unwrap_or_default();
            format!("{of}{county}: {:} {}", place(&tipping_point.place), change(tipping_point.change))
        })
        .collect();
    assert_eq!(written, expected, "{line}");
}

fn place(place: &Place) -> String {
    if let Place::Figure(county, figure) = place {
        return format!("{figure:?} {county}");
    }
    format!("{place:?}").replace("CountyId(\"", "").replace("\")", "").replace('(', " ").replace(')', "")
}

fn change(change: Change) -> String {
    match change {
        Change::Count { from, to } => format!("{from} → {to}"),
        Change::Rate { from, to } => format!("{} → {}", percent(i64::from(from.ppm())), percent(i64::from(to.ppm()))),
        Change::Points { from, to } => format!("{} → {}", percent(i64::from(from.ppm())), percent(i64::from(to.ppm()))),
    }
}

#[test]
fn what_flips_the_findings_of_the_plan() {
    check_flips("uniform u=1 task=8 | base 2 2 | slots 5 6", &["plan 0: Task 8 → 11", "plan 0: Slots b 6 → 3"]);
    check_flips("uniform u=1 task=8 | base 2 2 | slots 5 1", &["plan 0: Task 8 → 6", "plan 0: Slots a 5 → 7"]);
    check_flips("uniform u=1 task=0 | base 2 2 | slots 5 _", &["plan 0: Task 0 → 5", "plan 0: Slots a 5 → 0"]);
    // No single county can give up so many.
    check_flips("uniform u=1 task=0 | base 2 2 | slots 5 5", &["plan 0: Task 0 → 10"]);
    check_flips(
        "uniform u=-0.5 | base 2 2 | slots 0 0 | pin _ 3",
        &["plan 0: Uplift -0.50 → 0.00", "plan 0 a: Pin a 1.50 → 2.00"],
    );
    check_flips("uniform u=1 | base 2 2 | slots 0 0 | pin 1 _", &["plan 0 a: Pin a 1.00 → 2.00"]);
    // With a cap of 1.5 the city comes to (3.5 + 5.5 + 5.5) ÷ 3 = 4.83333…; for 5 it takes u = 1.67 points.
    check_flips(
        "city-goal G=5 cap=1.5 | base 2 4 4 | slots 0 0 0 | children 1 1 1",
        &["plan 0: Goal 5.00 → 4.8333", "plan 0: Cap 1.50 → 1.6667"],
    );
}

#[test]
fn what_flips_a_shortage() {
    // 30 of 25 slots: five more; 25 of 1 000 are 2.5 %; 25 ÷ 3 % = 833.33.
    check_flips(
        "uniform u=1 | base 2 2 | children 1000 1000 | slots 0 0 | capacity 25 40",
        &[
            "supply 0: Uplift 1.00 → 0.50",
            "supply 0 a: Slots a 0 → 5",
            "supply 0 a: Pin a 3.00 → 2.50",
            "supply 0 a: Children a 1000 → 833",
        ],
    );
    // The city is short of 1: at u = 0.95 each needs 29.5, so 30; at 0.9 each needs 29.
    check_flips(
        "uniform u=1 task=7 | base 2 2 | children 1000 1000 | slots 3 4 | capacity 22 30",
        &[
            "supply 0: Uplift 1.00 → 0.50",
            "supply 0 a: Slots a 3 → 8",
            "supply 0 a: Pin a 3.00 → 2.50",
            "supply 0 a: Children a 1000 → 833",
            "supply 1: Uplift 1.00 → 0.90",
            "supply 1: Slots a 3 → 4",
        ],
    );
}

#[test]
fn what_flips_counts_that_cannot_be() {
    check_flips(
        "uniform u=1 | base 2 | slots 0 | capacity 20 | inclusive 21",
        &["supply 0 a: Inclusive a 21 → 20", "supply 0 a: Capacity a 20 → 21"],
    );
    check_flips(
        "uniform u=1 | base _ | slots 0 | children 50 | enrolled 53",
        &["supply 0 a: Enrolled a 53 → 50", "supply 0 a: Children a 50 → 53"],
    );
    check_flips(
        "uniform u=1 | base _ | slots 0 | capacity 50 | enrolled 53",
        &["supply 0 a: Capacity a 50 → 53", "supply 0 a: Enrolled a 53 → 50"],
    );
}

#[test]
fn what_flips_a_contradiction_is_the_nearest_that_agrees() {
    // 2 200 of 100 000 are 2.20; 2 144 are 2.144, which rounds to 2.14. From the other side, 2.1950 rounds to 2.20.
    check_flips(
        "uniform u=1 | base 2.14 | slots 0 | children 100000 | enrolled 2200",
        &["supply 0 a: Enrolled a 2200 → 2144", "supply 0 a: Base a 2.14 → 2.195"],
    );
    // 2 100 are 2.10; 2 135 are 2.135 and round to 2.14; 2.1049 rounds to 2.10.
    check_flips(
        "uniform u=1 | base 2.14 | slots 0 | children 100000 | enrolled 2100",
        &["supply 0 a: Enrolled a 2100 → 2135", "supply 0 a: Base a 2.14 → 2.1049"],
    );
    // Among 100 children one away from 2.14 is near enough: 3, or a base of 4 %.
    check_flips(
        "uniform u=9 | base 2.14 | slots 0 | children 100 | enrolled 5",
        &["supply 0 a: Enrolled a 5 → 3", "supply 0 a: Base a 2.14 → 4.00"],
    );
    // More enrolled now than the target asks for: 5 of 100 need more than 4 %.
    check_flips(
        "uniform u=1 | base 2.14 | slots 0 | children 100 | enrolled 5",
        &[
            "supply 0 a: Enrolled a 5 → 3",
            "supply 0 a: Base a 2.14 → 4.00",
            "supply 1: Uplift 1.00 → 1.8601",
            "supply 1 a: Enrolled a 5 → 4",
            "supply 1 a: Pin a 3.14 → 4.0001",
        ],
    );
}

#[test]
fn what_flips_slots_that_are_little_used() {
    // 30 of 80: 40 % are 32, which more than 3.1 % give; 75 slots are used to 40 %; 30 ÷ 80 = 37.5 %.
    check_flips(
        "uniform u=1 task=10 | base 2 | children 1000 | slots 10 | capacity 70",
        &[
            "supply 0: Uplift 1.00 → 1.1001",
            "supply 0: Slots a 10 → 5",
            "supply 0: Utilisation 40.00 → 37.50",
            "supply 1 a: Slots a 10 → 5",
            "supply 1 a: Pin a 3.00 → 3.1001",
        ],
    );
}

#[test]
fn what_flips_the_inclusive_share() {
    // 60 of 105: 71 % are 74.55; 14.55 ÷ 0.29 = 50.17; 65 ÷ 105 = 61.9047…
    check_flips(
        "uniform u=1 task=5 | base 2 | slots 5 | capacity 100 | inclusive 60",
        &["supply 0: Slots a 5 → 38", "supply 0: Inclusive a 60 → 70", "supply 0: InclusiveShare 71.00 → 61.9047"],
    );
    // 87 of 105: 95 % are 99.75, and no single county has thirteen to convert; 12.75 ÷ 0.05 = 255; 87 ÷ 105 = 82.8571…
    check_flips(
        "uniform u=1 task=5 share=95 | base 2 2 | slots 5 0 | capacity 50 50 | inclusive 41 41",
        &["supply 0: Slots a 5 → 260", "supply 0: InclusiveShare 95.00 → 82.8571"],
    );
}

#[test]
fn nothing_found_has_nothing_to_flip() {
    let fits: Scenario = scenario("uniform u=1 task=2 | base 2 | children 100 | slots 2 | capacity 5 | inclusive 3");
    let outcome = evaluate(&fits);
    assert_eq!(sensitivity(&fits, &outcome, &supply(&fits, &outcome)), []);
}
