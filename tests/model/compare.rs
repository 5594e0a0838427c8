//! Scenarios side by side: what differs from the reference, in which order, and what can be taken over.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use crate::random_scenarios;
use crate::random_scenarios::drafts_of;
use crate::scenario_notation::{county, scenario};
use proptest::prelude::*;
use tuowei::files::comparison_table;
use tuowei::model::{
    Alternative, CompareOrder, Compared, Comparison, ComparisonProblem, CountyId, Edit, Outcome, Rate, Scenario, Slots,
    Supply, evaluate, official_plan, points_of, supply, surveyed, take,
};
use tuowei::text::{Language, compared_text, difference_text, sentence};

/// Scenarios with what follows from them.
struct Worked(Vec<(Scenario, Outcome, Supply)>);

impl Worked {
    fn of(scenarios: impl IntoIterator<Item = Scenario>) -> Self {
        let worked = |scenario: Scenario| {
            let outcome = evaluate(&scenario);
            let supply = supply(&scenario, &outcome);
            (scenario, outcome, supply)
        };
        Self(scenarios.into_iter().map(worked).collect())
    }

    fn alternatives(&self) -> Vec<Alternative<'_>> {
        self.0
            .iter()
            .map(|(scenario, outcome, supply)| Alternative { scenario, outcome, supply: Some(supply) })
            .collect()
    }

    fn compared(&self, reference: usize) -> Comparison {
        Comparison::new(&self.alternatives(), reference).expect("scenarios of one region")
    }

    fn sentence(&self, names: &[&str], language: Language) -> String {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        sentence(&self.compared(0), &self.alternatives(), &names, language)
    }
}

fn edited(edits: &[Edit]) -> Scenario {
    let mut scenario = official_plan().clone();
    for edit in edits {
        scenario.apply(edit).expect("an edit of the plan");
    }
    scenario
}

fn slots(county: &str, slots: u32) -> Edit {
    Edit::slots(CountyId::new(county), Slots::new(slots))
}

/// 平城 130 → 150, 云冈 77 → 65, 浑源 26 → 18: +20, −12 and −8, together nothing.
fn scheme_b() -> Scenario {
    edited(&[slots("pingcheng", 150), slots("yungang", 65), slots("hunyuan", 18)])
}

#[test]
fn the_meetings_question_is_answered_in_one_sentence() {
    let two = Worked::of([official_plan().clone(), scheme_b()]);
    assert_eq!(
        two.sentence(&["市方案", "方案B"], Language::Chinese),
        "方案B比市方案平城多20个、云冈少12个、浑源少8个，合计不变。"
    );
    assert_eq!(
        two.sentence(&["official plan", "Plan B"], Language::English),
        "Plan B against official plan: Pingcheng +20, Yungang −12, Hunyuan −8 slots, the same in all."
    );
    let comparison = two.compared(0);
    assert_eq!(comparison.rows(CompareOrder::Document, true), [0, 1, 6]);
    assert_eq!(comparison.rows(CompareOrder::Largest(Compared::Slots), false), [0, 1, 6, 2, 3, 4, 5, 7, 8, 9]);
    assert_eq!(comparison.difference(1, 0, Compared::Slots), Some(20));
    assert_eq!(comparison.difference(1, 0, Compared::Target), Some(0));
    // 150 ÷ 350 = 42.857… %, 130 ÷ 350 = 37.142… %.
    assert_eq!(comparison.value(1, 0, Compared::Share), Some(4_286));
    assert_eq!(comparison.difference(1, 0, Compared::Share), Some(572));
    assert_eq!(comparison.total(1, Compared::Slots), Some(350));
    assert_eq!(comparison.total(1, Compared::Share), Some(10_000));
    // No children are stated: no city rate, nothing per thousand.
    for of in [Compared::Base, Compared::Target, Compared::Utilisation, Compared::PerThousand] {
        assert_eq!(comparison.total(1, of), None, "{of:?}");
    }
}

#[test]
fn every_kind_of_difference_is_said() {
    let uplift = |ppm| Edit::SetUplift(points_of(ppm));
    let cases: [(&[Edit], &str, &str); 7] = [
        (&[], "甲与市方案的任务数、目标和基数都相同。", "A and plan agree in slots, targets and bases."),
        (
            &[slots("pingcheng", 150)],
            "甲比市方案平城多20个，合计多20个。",
            "A against plan: Pingcheng +20 slots, 20 more in all.",
        ),
        (
            &[Edit::SetTask(Slots::new(300).unwrap()), slots("pingcheng", 80)],
            "甲比市方案平城少50个，合计少50个，任务总数少50个。",
            "A against plan: Pingcheng −50 slots, 50 fewer in all, the task is 50 fewer.",
        ),
        (
            &[uplift(25_800)],
            "甲比市方案各县（区）目标统一高0.50个百分点。",
            "A against plan: all targets +0.50 points.",
        ),
        (
            &[Edit::pin(CountyId::new("zuoyun"), Rate::from_ppm(30_000))],
            "甲比市方案目标左云低0.95个百分点。",
            "A against plan: targets in points: Zuoyun −0.95.",
        ),
        (
            &[Edit::base(CountyId::new("zuoyun"), Rate::from_ppm(19_700))],
            "甲比市方案目标左云高0.10个百分点，基数左云高0.10个百分点。",
            "A against plan: targets in points: Zuoyun +0.10, bases in points: Zuoyun +0.10.",
        ),
        (
            &[Edit::slots(CountyId::new("zuoyun"), None)],
            "甲与市方案的其余数据相同，但有1个县（区）只有一方有任务数或目标，无法比较。",
            "A and plan agree otherwise, but in 1 county only one side has slots or a target.",
        ),
    ];
    for (edits, chinese, english) in cases {
        let two = Worked::of([official_plan().clone(), edited(edits)]);
        assert_eq!(two.sentence(&["市方案", "甲"], Language::Chinese), chinese);
        assert_eq!(two.sentence(&["plan", "A"], Language::English), english);
    }
}

#[test]
fn of_many_differences_the_largest_are_named() {
    let ids = ["pingcheng", "yungang", "xinrong", "yunzhou", "yanggao", "tianzhen", "hunyuan"];
    let edits: Vec<Edit> = ids.iter().enumerate().map(|(at, id)| slots(id, 200 + at as u32)).collect();
    let three = Worked::of([official_plan().clone(), edited(&edits), scheme_b()]);
    // 200 − 130, 201 − 77, 202 − 10, 203 − 16, 204 − 20, 205 − 17, 206 − 26, in all 1 421 − 296.
    assert_eq!(
        three.sentence(&["市方案", "甲", "乙"], Language::Chinese),
        "甲比市方案新荣多192个、天镇多188个、云州多187个、阳高多184个、浑源多180个等7个县（区），合计多1,125个；\
         乙比市方案平城多20个、云冈少12个、浑源少8个，合计不变。"
    );
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let plan = Worked::of([official_plan().clone()]);
    assert_eq!(Comparison::new(&plan.alternatives(), 0), Err(ComparisonProblem::TooFew));
    assert_eq!(Comparison::new(&[], 0), Err(ComparisonProblem::TooFew));
    let five = Worked::of(vec![official_plan().clone(); 5]);
    assert_eq!(Comparison::new(&five.alternatives(), 0), Err(ComparisonProblem::TooMany));
    assert_eq!(Comparison::new(&five.alternatives()[..3], 3), Err(ComparisonProblem::TooFew));
    let other = Worked::of([official_plan().clone(), scenario("uniform | base 1")]);
    assert_eq!(Comparison::new(&other.alternatives(), 0), Err(ComparisonProblem::AnotherRegion(1)));
}

#[test]
fn a_figure_of_a_county_is_taken_over_as_one_edit() {
    let (plan, b) = (official_plan(), scheme_b());
    let outcome = evaluate(&b);
    let from = Alternative { scenario: &b, outcome: &outcome, supply: None };
    let of_plan = evaluate(plan);
    let open = Alternative { scenario: plan, outcome: &of_plan, supply: None };
    let pingcheng = CountyId::new("pingcheng");
    assert_eq!(take(&open, &from, &pingcheng, Compared::Slots), Some(slots("pingcheng", 150)));
    assert_eq!(take(&open, &from, &CountyId::new("xinrong"), Compared::Slots), None, "both have 10");
    assert_eq!(take(&open, &from, &CountyId::new("nowhere"), Compared::Slots), None);
    assert_eq!(take(&open, &from, &pingcheng, Compared::Share), None, "no input");
    assert_eq!(take(&open, &from, &pingcheng, Compared::Target), None, "the same rule gives both 4.22 %");
    let raised = edited(&[Edit::SetUplift(points_of(25_800))]);
    let outcome = evaluate(&raised);
    let from = Alternative { scenario: &raised, outcome: &outcome, supply: None };
    let pinned = Edit::pin(pingcheng.clone(), Rate::from_ppm(47_200));
    assert_eq!(take(&open, &from, &pingcheng, Compared::Target), Some(pinned), "2.14 % and 2.58 points");
}

#[test]
fn survey_figures_fill_only_what_is_empty() {
    let plan = scenario("uniform u=1 task=9 | base 1 2 | slots 2 3 | children 100 _ | capacity _ _");
    let by = scenario(
        "uniform u=5 task=1 | base 9 9 | slots 1 1 | children 500 600 | capacity 7 8 | enrolled 3 _ | other 2 _",
    );
    let expected = scenario(
        "uniform u=1 task=9 | base 1 2 | slots 2 3 | children 100 600 | capacity 7 8 | enrolled 3 _ | other 2 _",
    );
    assert_eq!(surveyed(&plan, &by), expected);
    assert_eq!(surveyed(&by, &plan), by);
}

#[test]
fn figures_are_written_as_the_page_shows_them() {
    for (of, value, expected) in [
        (Compared::Base, 21_400, "2.14"),
        (Compared::Target, 42_250, "4.23"),
        (Compared::Slots, 1_300, "1,300"),
        (Compared::Share, 3_714, "37.14"),
        (Compared::PerThousand, 5, "0.05"),
    ] {
        assert_eq!(compared_text(of, value), expected);
    }
    for (of, by, expected) in [
        (Compared::Slots, -12, "−12"),
        (Compared::Slots, 0, "0"),
        (Compared::Slots, 1_200, "+1,200"),
        (Compared::Target, 5_000, "+0.50"),
        (Compared::Target, -150, "−0.02"),
        (Compared::Share, -572, "−5.72"),
        (Compared::Target, 0, "0.00"),
    ] {
        assert_eq!(difference_text(of, by), expected);
    }
}

#[test]
fn the_table_to_copy_holds_bare_numbers_with_their_differences() {
    let two = Worked::of([official_plan().clone(), scheme_b()]);
    let comparison = two.compared(0);
    let names = ["市方案".to_owned(), "方案B".to_owned()];
    let rows = comparison.rows(CompareOrder::Document, true);
    let figures = [Compared::Target, Compared::Slots];
    let table = comparison_table(&comparison, &names, official_plan().region(), &rows, &figures, Language::Chinese);
    assert_eq!(
        table.headings,
        [
            "县（区）",
            "目标 % · 市方案",
            "目标 % · 方案B",
            "目标 % · 方案B − 市方案",
            "任务数 个 · 市方案",
            "任务数 个 · 方案B",
            "任务数 个 · 方案B − 市方案"
        ]
    );
    assert_eq!(table.rows[1], ["云冈", "5.77", "5.77", "0.00", "77", "65", "-12"]);
    assert_eq!(table.rows[3], ["全市", "—", "—", "—", "350", "350", "0"]);
    assert_eq!(table.caption.as_deref(), Some("大同市2026年 方案对比"));
}

proptest! {
    #[test]
    fn comparing_holds_what_it_promises(
        (one, two) in (1_usize..=8).prop_flat_map(|size| (drafts_of(size), drafts_of(size))),
        figure in 0..3_usize,
    ) {
        let both = Worked::of([one.scenario(), two.scenario()]);
        let (forth, back) = (both.compared(0), both.compared(1));
        let figure = Compared::ALL[figure];
        for county in 0..forth.counties() {
            for of in Compared::ALL {
                prop_assert_eq!(forth.difference(1, county, of), back.difference(0, county, of).map(|by| -by));
                prop_assert_eq!(forth.difference(0, county, of).unwrap_or(0), 0);
            }
            prop_assert_eq!(forth.differs(county), back.differs(county));
        }
        let given: i64 = (0..forth.counties()).filter_map(|county| forth.value(1, county, Compared::Slots)).sum();
        prop_assert_eq!(forth.total(1, Compared::Slots), Some(given));
        for order in [CompareOrder::Document, CompareOrder::Largest(Compared::Slots), CompareOrder::Largest(Compared::Target)] {
            let all = forth.rows(order, false);
            let mut sorted = all.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, (0..forth.counties()).collect::<Vec<_>>());
            let differing: Vec<usize> = all.iter().copied().filter(|county| forth.differs(*county)).collect();
            prop_assert_eq!(forth.rows(order, true), differing);
            if let CompareOrder::Largest(of) = order {
                let sizes: Vec<i64> = all.iter().map(|county| forth.difference(1, *county, of).map_or(0, i64::abs)).collect();
                prop_assert!(sizes.is_sorted_by(|larger, smaller| larger >= smaller));
            }
        }
        // What is taken over no longer differs, and undoing brings everything back.
        let (mut open, before) = (both.0[0].0.clone(), both.0[0].0.clone());
        let from = both.alternatives()[1];
        match take(&both.alternatives()[0], &from, &random_scenarios::county(0), figure) {
            Some(edit) => {
                let inverse = open.apply(&edit).expect("a county of both");
                let after = Worked::of([open.clone(), both.0[1].0.clone()]);
                prop_assert_eq!(after.compared(0).difference(1, 0, figure), Some(0));
                open.apply(&inverse).expect("what was there");
                prop_assert_eq!(open, before);
            }
            None => {
                let known = forth.value(1, 0, figure).is_some();
                prop_assert!(!known || forth.difference(1, 0, figure) == Some(0));
            }
        }
    }
}

#[test]
fn counties_are_found_by_their_identifiers() {
    let mut later = scenario("uniform u=1 task=9 | base 1 2 3 | slots 2 3 4 | children 100 200 300");
    later.apply(&Edit::slots(county(2), Slots::new(7))).unwrap();
    let two = Worked::of([scenario("uniform u=1 task=9 | base 1 2 3 | slots 2 3 4 | children 100 200 300"), later]);
    let comparison = two.compared(0);
    assert_eq!(comparison.difference(1, 2, Compared::Slots), Some(3));
    // 4 · 1 000 ÷ 300 = 13.33, 7 · 1 000 ÷ 300 = 23.33; 9 and 12 for 600.
    assert_eq!(comparison.difference(1, 2, Compared::PerThousand), Some(1_000));
    assert_eq!(comparison.total(1, Compared::PerThousand), Some(2_000));
    // (1 · 1 + 2 · 2 + 3 · 3) ÷ 6 = 2.33 %, and one point more.
    assert_eq!(comparison.total(0, Compared::Target), Some(33_300));
}
