//! Supply and demand: examples computed by hand, with the arithmetic beside them.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation::{percent, points, rate, scenario};
use tuowei::model::{
    Children, CountyBy, CountyId, EnrolledFrom, Figure, Found, Hundredths, MissingInput, Ratio, Severity, Supply,
    SupplyFinding, SupplyRow, SupplySettings, enrolled_at, evaluate, further_inclusive, most_children_lifted,
    official_plan, slots_for, supply, to_convert, uplift_carried,
};

fn supply_of(line: &str) -> Supply {
    let scenario = scenario(line);
    supply(&scenario, &evaluate(&scenario))
}

fn children(count: u32) -> Children {
    Children::new(count).expect("children")
}

#[test]
fn the_scale_of_the_plan_is_checked() {
    // 350 ÷ 2.08 % = 16 826.9…, 130 ÷ 2.08 % = 6 250 exactly.
    assert_eq!(most_children_lifted(350, points("2.08")), Some(16_826));
    assert_eq!(most_children_lifted(130, points("2.08")), Some(6_250));
    assert_eq!(most_children_lifted(350, points("0")), None);
    assert_eq!(most_children_lifted(350, points("-1")), None);
    assert_eq!(most_children_lifted(u64::MAX, points("0.0001")), Some(u64::MAX));
    // Forwards: with so many children, none enrolled yet, 2.08 % of them fill the slots; with one more they do not fit.
    for (slots, most) in [(350, 16_826), (130, 6_250)] {
        assert!(enrolled_at(children(most), rate("2.08")) <= slots);
        assert!(enrolled_at(children(most + 1), rate("2.08")) > slots);
    }
}

#[test]
fn single_steps_are_rounded_to_the_safe_side() {
    // 16 827 · 2.08 % = 350.0016; 100 · 1 % = 1.
    for (count, percent, enrolled) in [(16_827, "2.08", 351), (100, "1", 1), (101, "1", 2), (0, "50", 0), (7, "0", 0)] {
        assert_eq!(enrolled_at(children(count), rate(percent)), enrolled, "{count} · {percent}");
    }
    // 351 ÷ 40 % = 877.5; 40 ÷ 40 % = 100; 1 ÷ 60 % = 1.67.
    for (enrolled, percent, slots) in [
        (351, "40", Some(878)),
        (40, "40", Some(100)),
        (1, "60", Some(2)),
        (5, "100", Some(5)),
        (0, "0", Some(0)),
        (1, "0", None),
    ] {
        assert_eq!(slots_for(enrolled, rate(percent)), slots, "{enrolled} ÷ {percent}");
    }
    // 130 of 6 250 are 2.08 %; of 6 251 they are 2.0796…, and 129 of 6 250 are 2.064.
    for (count, base, slots, utilisation, uplift) in [
        (6_250, "2.14", 263, "100", "2.06"), // 263 ÷ 6 250 = 4.208, less 2.14 is 2.068.
        (6_250, "0", 130, "100", "2.08"),
        (6_251, "0", 130, "100", "2.07"),
        (6_250, "0", 325, "40", "2.08"), // 325 · 40 % = 130.
        (6_250, "0", 324, "40", "2.06"), // 129.6: 129 children.
        (6_250, "2.14", 0, "100", "-2.14"),
        (6_251, "2.14", 1, "100", "-2.13"), // 1 ÷ 6 251 = 0.01599…, less 2.14 is −2.124….
        (10, "99.995", 100, "100", "0"),    // No target exceeds 100 %, and a step more would.
    ] {
        let carried = uplift_carried(children(count), rate(base), slots, rate(utilisation));
        assert_eq!(carried, Some(points(uplift)), "{count} {base} {slots} {utilisation}");
    }
    assert_eq!(uplift_carried(children(0), rate("1"), 5, rate("100")), None);
    // 60 of 100 at 71 %: 11 turned; (60 + x) ÷ (100 + x) ≥ 71 % from x = 11 ÷ 0.29 = 37.93.
    assert_eq!((to_convert(60, 100, rate("71")), further_inclusive(60, 100, rate("71"))), (11, Some(38)));
    assert_eq!((to_convert(71, 100, rate("71")), further_inclusive(71, 100, rate("71"))), (0, Some(0)));
    assert_eq!((to_convert(70, 99, rate("71")), further_inclusive(70, 99, rate("71"))), (1, Some(1)));
    assert_eq!((to_convert(99, 100, rate("100")), further_inclusive(99, 100, rate("100"))), (1, None));
    assert_eq!((to_convert(0, 0, rate("100")), further_inclusive(0, 0, rate("100"))), (0, Some(0)));
}

/// The figures of a row in one line: `children enrolled(c|d|b) at-target new now after spare needed more`, then
/// utilisation now and needed and inclusive share now and after in percent. What is not known says what it lacks.
fn written(row: &SupplyRow) -> String {
    let count = |found: Found<u64>| found.map_or_else(missing_inputs, |count| count.to_string());
    let signed = |found: Found<i64>| found.map_or_else(missing_inputs, |count| count.to_string());
    let rate = |found: Found<Ratio>| found.map_or_else(missing_inputs, |ratio| shown(ratio.percent_shown()));
    let from = match row.enrolled_from {
        EnrolledFrom::Counted => "c",
        EnrolledFrom::Derived => "d",
        EnrolledFrom::Both => "b",
    };
    [
        count(row.children),
        count(row.enrolled_now) + if row.enrolled_now.is_ok() { from } else { "" },
        count(row.enrolled_at_target),
        signed(row.new_enrolments()),
        count(row.slots_now),
        count(row.slots_after),
        signed(row.spare()),
        count(row.slots_needed),
        count(row.slots_more),
        rate(row.utilisation_now()),
        rate(row.utilisation_needed()),
        rate(row.inclusive_share_now()),
        rate(row.inclusive_share_after()),
    ]
    .join(" ")
}

fn shown(hundredths: Hundredths) -> String {
    percent(i64::from(hundredths.get()) * 100)
}

fn missing_inputs(missing_inputs: tuowei::model::MissingInputs) -> String {
    let words = missing_inputs.each().map(|missing_input| match missing_input {
        MissingInput::Children => "C",
        MissingInput::Base => "b",
        MissingInput::Target => "t",
        MissingInput::Slots => "a",
        MissingInput::Capacity => "S",
        MissingInput::Inclusive => "P",
        MissingInput::Population => "N",
        MissingInput::AnyPeople => "nopeople",
        MissingInput::AnyChildren => "nobody",
        MissingInput::AnySlots => "noslot",
        MissingInput::Utilisation => "v",
    });
    words.collect::<String>() + "?"
}

/// The rows, and last the city.
#[track_caller]
fn check(line: &str, expected: &[&str]) {
    let supply = supply_of(line);
    let rows: Vec<_> = supply.rows.iter().chain([&supply.city.total]).map(written).collect();
    assert_eq!(rows, expected, "{line}");
}

/// Two counties with everything. E₀ of a: counted; of b: 2 000 · 3.69 % = 73.8. E₁: 10 000 · 4.22 % = 422 and
/// 2 000 · 5.77 % = 115.4. S₁: 500 + 130 + 20 and 90 + 10. At 40 %: 422 ÷ 0.4 = 1 055, 116 ÷ 0.4 = 290.
const TWO: &str = "uniform u=2.08 task=140 | base 2.14 3.69 | children 10000 2000 | slots 130 10 | capacity 500 90 \
                   | inclusive 300 60 | enrolled 214 _ | other 20 _";

#[test]
fn supply_and_demand_of_each_county_and_of_the_city() {
    check(
        TWO,
        &[
            // 214 ÷ 500, 422 ÷ 650, 300 ÷ 500, 430 ÷ 650.
            "10000 214c 422 208 500 650 228 1055 405 42.80 64.92 60.00 66.15",
            // 74 ÷ 90, 116 ÷ 100, 60 ÷ 90, 70 ÷ 100.
            "2000 74d 116 42 90 100 -16 290 190 82.22 116.00 66.67 70.00",
            // The columns' sums; 288 ÷ 590, 538 ÷ 750, 360 ÷ 590, 500 ÷ 750.
            "12000 288b 538 250 590 750 212 1345 595 48.81 71.73 61.02 66.67",
        ],
    );
    let city = supply_of(TWO).city;
    // 71 % of 750 are 532.5, less 500; (532.5 − 500) ÷ 0.29 = 112.07.
    assert_eq!((city.short, city.convert, city.add), (Ok(16), Ok(Some(33)), Ok(Some(113))));
    assert_eq!(city.total.rate_now(), Ok(Ratio::new(288, 12_000).expect("a ratio")));
}

#[test]
fn other_settings_are_held_to_as_well() {
    assert_eq!(SupplySettings::PUBLIC_CENTRES, rate("60"));
    // 422 ÷ 0.6 = 703.3, 116 ÷ 0.6 = 193.3; 66 % of 750 are 495.
    let supply = supply_of(&TWO.replace("task=140", "task=140 v=60 share=66"));
    assert_eq!(supply.rows[0].slots_needed, Ok(704));
    assert_eq!(supply.rows[1].slots_needed, Ok(194));
    assert_eq!((supply.city.convert, supply.city.add), (Ok(Some(0)), Ok(Some(0))));
    // All of 750: 250 more, of which 230 exist (500 − 300 and 90 − 60); more slots never make it all.
    let supply = supply_of(&TWO.replace("task=140", "task=140 share=100"));
    assert_eq!((supply.city.convert, supply.city.add), (Ok(None), Ok(None)));
}

#[test]
fn a_figure_without_its_inputs_says_which_are_missing() {
    // All of a county's, and each missing alone. The city lacks what a county lacks.
    let all = "uniform u=1 | base 2 | children 100 | slots 5 | capacity 10 | inclusive 4";
    let full = "100 2d 3 1 10 15 12 8 0 20.00 20.00 40.00 60.00";
    for (without, row) in [
        ("", full),
        ("base 2", "100 b? t? bt? 10 15 t? t? t? b? t? 40.00 60.00"),
        ("children 100", "C? C? C? C? 10 15 C? C? C? C? C? 40.00 60.00"),
        ("slots 5", "100 2d 3 1 10 a? a? 8 a? 20.00 a? 40.00 a?"),
        ("capacity 10", "100 2d 3 1 S? S? S? 8 S? S? S? S? S?"),
        ("inclusive 4", "100 2d 3 1 10 15 12 8 0 20.00 20.00 P? P?"),
    ] {
        let figure = without.split(' ').next().expect("a word");
        let line = if without.is_empty() { all.to_owned() } else { all.replace(without, &format!("{figure} _")) };
        check(&line, &[row, row]);
    }
    check("uniform u=1 | base _", &["C? Cb? Ct? Cbt? S? aS? CtaS? Ct? CtaS? CbS? CtaS? SP? aSP?"; 2]);
    // A count of the enrolled does without children and base; without a parameter there is no target.
    check("uniform | base _ | enrolled 7 | capacity 10", &["C? 7c Ct? Ct? 10 a? Cta? Ct? Cta? 70.00 Cta? P? aP?"; 2]);
    check(
        "uniform | base 2 | children 100 | slots 5 | capacity 10",
        &["100 2d t? t? 10 15 t? t? t? 20.00 t? P? P?"; 2],
    );
    // Nobody and nothing; a wanted utilisation of zero.
    check(
        "uniform u=1 | base 2 | children 0 | slots 0 | capacity 0 | inclusive 0",
        &["0 0d 0 0 0 0 0 0 0 noslot? noslot? noslot? noslot?"; 2],
    );
    check(
        "uniform u=1 v=0 | base 2 | children 100 | slots 5 | capacity 10 | inclusive 4",
        &["100 2d 3 1 10 15 12 v? v? 20.00 20.00 40.00 60.00"; 2],
    );
    let supply = supply_of("uniform u=1 | base 2 3 | children 0 _ | enrolled 0 0");
    assert!(supply.rows[0].rate_now().is_err_and(|missing_inputs| missing_inputs.has(MissingInput::AnyChildren)));
    assert!(supply.city.total.rate_now().is_err_and(|missing_inputs| missing_inputs.has(MissingInput::Children)));
    assert!(supply.city.short.is_err_and(|missing_inputs| {
        [MissingInput::Slots, MissingInput::Children].into_iter().all(|missing_input| missing_inputs.has(missing_input))
    }));
    assert!(supply.city.add.is_err() && supply.city.convert.is_err());
}

#[test]
fn slots_per_thousand_residents_are_those_of_the_sums_and_never_a_mean() {
    let shown = |found: Found<Ratio>| match found {
        Ok(ratio) => ratio.number_shown().get().to_string(),
        Err(missing) => missing_inputs(missing),
    };
    let of = |line: &str| {
        let supply = supply_of(line);
        let rows = supply.rows.iter().chain([&supply.city.total]);
        rows.map(|row| shown(row.slots_per_thousand())).collect::<Vec<_>>()
    };
    // 4 100 + 50 + 10 = 4 160 slots for 1 000 000 people are 4.16; 125 for 100 000 are 1.25, 4 285 for 1 100 000 are 3.8954….
    assert_eq!(
        of("uniform u=1 | base 2 2 | slots 50 25 | capacity 4100 100 | other 10 _ | population 1000000 100000"),
        ["416", "125", "390"]
    );
    // Halves are rounded away from zero: 1 ÷ 8 000 · 1 000 = 0.125.
    assert_eq!(of("uniform u=1 | base 2 | slots 0 | capacity 1 | population 8000"), ["13"; 2]);
    assert_eq!(
        of("uniform u=1 | base 2 2 | slots 5 _ | capacity 10 _ | population 0 _"),
        ["nopeople?", "aSN?", "aSN?"]
    );
}

#[test]
fn the_city_lacks_what_any_county_lacks_and_never_sums_up_the_rest() {
    let supply = supply_of("uniform u=1 | base 2 2 2 | children 100 _ 100 | slots 1 1 _ | capacity 5 5 5");
    assert_eq!(supply.city.total.slots_now, Ok(15));
    let reason = |found: Found<u64>| found.expect_err("missing").each().collect::<Vec<_>>();
    assert_eq!(reason(supply.city.total.children), [MissingInput::Children]);
    assert_eq!(reason(supply.city.total.slots_after), [MissingInput::Slots]);
    assert_eq!(reason(supply.city.short), [MissingInput::Children, MissingInput::Slots]);
}

/// Every finding, in order: `!` a problem, `?` a warning, `.` a note.
#[track_caller]
fn check_findings(line: &str, expected: &[&str]) {
    let findings: Vec<_> = supply_of(line).findings.iter().map(words).collect();
    assert_eq!(findings, expected, "{line}");
}

fn words(finding: &SupplyFinding) -> String {
    let mark = match finding.severity() {
        Severity::Problem => "!",
        Severity::Warning => "?",
        Severity::Note => ".",
    };
    let by = |list: &[CountyBy]| list.iter().map(|of| format!(" {}{}", of.county, of.by)).collect::<String>();
    let ids = |list: &[CountyId]| list.iter().map(|id| format!(" {id}")).collect::<String>();
    let said = match finding {
        SupplyFinding::Shortage(list) => format!("short:{}", by(list)),
        SupplyFinding::CityShortage { slots } => format!("city short {slots}"),
        SupplyFinding::InclusiveAboveCapacity(list) => format!("inclusive above slots:{}", by(list)),
        SupplyFinding::EnrolledAboveChildren(list) => format!("enrolled above children:{}", by(list)),
        SupplyFinding::EnrolledAboveCapacity(list) => format!("enrolled above slots:{}", by(list)),
        SupplyFinding::EnrolledContradictsBase(list) => {
            let each = list.iter().map(|of| format!(" {}{}−{}={}", of.county, of.counted, of.derived, of.difference()));
            format!("contradicts base:{}", each.collect::<String>())
        }
        SupplyFinding::EnrolledAboveTarget(list) => format!("enrolled above target:{}", by(list)),
        SupplyFinding::CityUtilisationBelowWanted { utilisation, children } => {
            format!("city used {} children {children}", shown(utilisation.percent_shown()))
        }
        SupplyFinding::UtilisationBelowWanted(list) => format!("little used:{}", ids(list)),
        SupplyFinding::InclusiveShareShort { share, convert, add } => {
            format!("share {} convert {convert:?} add {add:?}", shown(share.percent_shown()))
        }
        SupplyFinding::FigureMissing { figure, counties } => format!("no {figure:?}:{}", ids(counties)),
    };
    format!("{mark} {said}")
}

#[test]
fn nothing_is_found_where_all_fits_or_nothing_is_begun() {
    // 3 of 5 + 2 slots are used, 3 + 2 are inclusive: 42.9 % and 71.4 %.
    check_findings("uniform u=1 | base 2 | children 100 | slots 2 | capacity 5 | inclusive 3 | enrolled 2", &[]);
    check_findings("uniform u=1 | base 2 2 | slots 1 1 | children 5 _", &[]);
    assert_eq!(supply(official_plan(), &evaluate(official_plan())).findings, []);
}

#[test]
fn a_shortage_is_a_problem_of_the_county_and_of_the_city() {
    let line = "uniform u=1 | base 2 2 | children 1000 1000 | slots 5 0 | capacity 20";
    // E₁ = 30 each; S₁ = 25 and 40: a lacks 5, the city has 5 to spare.
    check_findings(&format!("{line} 40"), &["! short: a5"]);
    check_findings(&format!("{line} 30"), &["! short: a5", "! city short 5"]);
    check_findings(&format!("{line} 35"), &["! short: a5"]);
    // Other slots count too.
    check_findings(&format!("{line} 35 | other 5 _"), &[]);
    // A county without any slot.
    check_findings(
        "uniform u=1 | base 2 | children 1000 | slots 0 | capacity 0",
        &["! short: a30", "! city short 30", "? enrolled above slots: a20"],
    );
}

#[test]
fn counts_that_cannot_be_are_problems() {
    check_findings("uniform u=1 | base 2 | capacity 20 | inclusive 21", &["! inclusive above slots: a1"]);
    check_findings("uniform u=1 | base 2 | capacity 20 | inclusive 20", &[]);
    check_findings(
        "uniform u=98 | base 2 | children 100 | enrolled 101",
        &["! enrolled above children: a1", "? contradicts base: a101−2=99", ". enrolled above target: a1"],
    );
    check_findings(
        "uniform u=1 | base 2 | children 0 | enrolled 3",
        &["! enrolled above children: a3", ". enrolled above target: a3"],
    );
    check_findings("uniform u=1 | base 2 | capacity 20 | enrolled 21", &["? enrolled above slots: a1"]);
    // By the base as well: 2 % of 1 050.
    check_findings("uniform u=1 | base 2 | capacity 20 | children 1050", &["? enrolled above slots: a1"]);
}

#[test]
fn a_count_contradicts_the_base_only_beyond_rounding() {
    let of = |children: u32, base: &str, enrolled: u32, found: &[&str]| {
        check_findings(&format!("uniform u=1 | base {base} | children {children} | enrolled {enrolled}"), found);
    };
    // 2.14 % of 100 000 are 2 140; 2 135 to 2 144 round to 2.14.
    of(100_000, "2.14", 2_135, &[]);
    of(100_000, "2.14", 2_144, &[]);
    of(100_000, "2.14", 2_134, &["? contradicts base: a2134−2140=-6"]);
    of(100_000, "2.14", 2_145, &["? contradicts base: a2145−2140=5"]);
    // A base of four decimals is held to two as well: 2.1449 is 2.14, which 2 135 give.
    of(100_000, "2.1449", 2_135, &[]);
    // Among 100 children no number gives 2.14 %: 2 and 3 lie within one child of 2.14.
    of(100, "2.14", 2, &[]);
    of(100, "2.14", 3, &[]);
    of(100, "2.14", 1, &["? contradicts base: a1−2=-1"]);
    of(100, "2.14", 4, &["? contradicts base: a4−2=2"]);
    // Without children or base there is nothing to contradict.
    check_findings("uniform u=1 | base _ | children 100 | enrolled 50", &[]);
}

#[test]
fn slots_that_are_little_used_at_the_targets() {
    // E₁ = 30; 40 % of 75 are 30, of 76 they are 30.4.
    let line = "uniform u=1 | base 2 | children 1000 | slots 5 | capacity";
    check_findings(&format!("{line} 70"), &[]);
    check_findings(&format!("{line} 71"), &["? city used 39.47 children 1", ". little used: a"]);
    // One county of two, and the city as a whole is used well: 60 of 130.
    let two = "uniform u=1 | base 2 2 | children 1000 1000 | slots 0 0 | capacity 90 40";
    check_findings(two, &[". little used: a"]);
    check_findings(&two.replace("u=1", "u=1 v=30"), &[]);
}

#[test]
fn a_city_short_of_inclusive_slots_learns_what_closes_it() {
    // 65 of 100 + 5: 71 % of 105 are 74.55, ten more than 65; (74.55 − 65) ÷ 0.29 = 32.93.
    let line = "uniform u=1 | base 2 | slots 5 | capacity 100 | inclusive 60";
    check_findings(line, &["? share 61.90 convert Some(10) add Some(33)"]);
    check_findings(&line.replace("60", "70"), &[]);
    // Nothing to convert but what is not there yet.
    // 71 % of 155 are 110.05, less 104: seven, of which one can be converted; 6.05 ÷ 0.29 = 20.86.
    check_findings(&format!("{} | other 50", line.replace("60", "99")), &["? share 67.10 convert None add Some(21)"]);
    check_findings(&line.replace("u=1", "u=1 share=100"), &["? share 61.90 convert Some(40) add None"]);
}

#[test]
fn a_column_that_is_begun_is_asked_for() {
    for figure in ["capacity", "inclusive", "enrolled"] {
        let name = match figure {
            "capacity" => Figure::Capacity,
            "inclusive" => Figure::Inclusive,
            _ => Figure::Enrolled,
        };
        check_findings(&format!("uniform u=1 | base 2 2 2 | {figure} 0 _ _"), &[&format!(". no {name:?}: b c")]);
    }
    check_findings("uniform u=1 | base 2 2 2 | other 5 _ _", &[]);
}

#[test]
fn the_gravest_come_first() {
    // 40 % of 420 are 168, less 20 + 40; 71 % of 420 are 298.2, less 30: 269, and 268.2 ÷ 0.29 = 924.8.
    check_findings(
        "uniform u=1 | base 2 2 | children 1000 1000 | slots 0 0 | capacity 20 400 | inclusive 30 0 | enrolled 50 _",
        &[
            "! short: a10",
            "! inclusive above slots: a10",
            "? enrolled above slots: a30",
            "? contradicts base: a50−20=30",
            "? city used 14.29 children 108",
            "? share 7.14 convert Some(269) add Some(925)",
            ". enrolled above target: a20",
            ". little used: b",
            ". no Enrolled: b",
        ],
    );
}
