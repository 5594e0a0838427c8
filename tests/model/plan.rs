//! The official plan, read against the plan's own text: 大同市2026年托育服务质量提升年活动实施方案.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use tuowei::model::{
    CountyKind, Finding, Hundredths, Name, Points, Rate, Region, Severity, TargetSource, evaluate, official_plan,
    official_plan_of,
};

/// Section 二(一)1.
const TABLE_1: &str = "\
表一：2026年度各县（区）婴幼儿入托率目标任务 单位：%

地区 指标	平城	云冈	新荣	云州	阳高	天镇	浑源	灵丘	广灵	左云
2025年 基数	2.14	3.69	11.03	1.79	2.37	8.41	6.01	4.14	5.06	1.87
2026年 目标值	4.22	5.77	13.11	3.87	4.45	10.49	8.09	6.22	7.14	3.95
";

/// Section 二(一)2: …任务数为350个….
const TABLE_2: &str = "\
表二：2026年度新增普惠托位数 单位：个

指标 地区	全市	平城	云冈	新荣	云州	阳高	天镇	浑源	灵丘	广灵	左云
任务数	350	130	77	10	16	20	17	26	24	17	13
";

/// The cells after the label of the table's line that begins with it.
fn line<'a>(table: &'a str, label: &str) -> Vec<&'a str> {
    let mut lines = table.lines().filter_map(|line| line.split_once('\t')).filter(|(first, _)| *first == label);
    let (_, cells) = lines.next().expect("the line stands in the table");
    assert_eq!(lines.next(), None, "{label} stands once");
    cells.split('\t').collect()
}

/// `4.22` as 422, without any arithmetic: the digits around the point.
fn hundredths(cell: &str) -> i32 {
    let (whole, decimals) = cell.split_once('.').expect("the plan writes two decimals");
    assert_eq!(decimals.len(), 2, "{cell}");
    format!("{whole}{decimals}").parse().expect("digits")
}

#[test]
fn the_counties_stand_in_the_plans_order() {
    let names: Vec<_> =
        official_plan().region().counties().iter().map(|county| county.name.local.to_string()).collect();
    assert_eq!(names, line(TABLE_1, "地区 指标"));
    assert_eq!(names, line(TABLE_2, "指标 地区")[1..]);
}

#[test]
fn bases_and_targets_are_those_of_table_1_to_the_last_digit() {
    let outcome = evaluate(official_plan());
    let (bases, targets) = (line(TABLE_1, "2025年 基数"), line(TABLE_1, "2026年 目标值"));
    assert_eq!((outcome.rows.len(), bases.len(), targets.len()), (10, 10, 10));
    for ((row, base), target) in outcome.rows.iter().zip(bases).zip(targets) {
        // Exact, and not only as shown: 0.01 % is 100 parts per million.
        let exact = |cell| Rate::from_ppm(u32::try_from(hundredths(cell) * 100).unwrap());
        assert_eq!(row.inputs.base, exact(base));
        assert_eq!(row.target.rate(), exact(target));
        assert_eq!(row.target.rate().unwrap().percent_shown(), Hundredths::new(hundredths(target)));
        assert_eq!(row.uplift, Points::from_ppm((hundredths(target) - hundredths(base)) * 100));
        assert_eq!(row.uplift.unwrap().shown(), Hundredths::new(208));
    }
}

#[test]
fn allocations_and_their_total_are_those_of_table_2() {
    let outcome = evaluate(official_plan());
    let cells: Vec<u32> = line(TABLE_2, "任务数").into_iter().map(|cell| cell.parse().unwrap()).collect();
    let (total, counties) = cells.split_first().unwrap();
    let slots: Vec<u32> = outcome.rows.iter().map(|row| row.inputs.slots.unwrap().get()).collect();
    assert_eq!(slots, counties);
    assert_eq!(official_plan().task().get(), *total);
    assert_eq!(outcome.allocation.allocated, u64::from(*total));
    assert_eq!(outcome.allocation.remaining, 0);
}

#[test]
fn shares_of_table_2_add_up_to_one_hundred_percent() {
    // Each task ÷ 350 in Python's decimal, quantized with ROUND_HALF_UP; the ten add up to 100.00.
    let expected = [3714, 2200, 286, 457, 571, 486, 743, 686, 486, 371];
    let shares: Vec<_> = evaluate(official_plan()).rows.iter().map(|row| row.share.unwrap().get()).collect();
    assert_eq!(shares, expected);
    assert_eq!(shares.iter().sum::<i32>(), 10_000);
}

#[test]
fn what_the_plan_does_not_state_is_empty() {
    let outcome = evaluate(official_plan());
    for row in &outcome.rows {
        assert_eq!((row.inputs.children, row.inputs.pin, row.inputs.locked), (None, None, false));
        assert!(matches!(row.target, tuowei::model::Target::Known { source: TargetSource::Rule, bound: None, .. }));
    }
    assert_eq!(outcome.city.target.percent_shown(), None);
    assert_eq!(outcome.city.base.percent_shown(), None);
    let settings = official_plan().targets();
    assert_eq!((settings.growth, settings.closing, settings.benchmark, settings.goal), (None, None, None, None));
    assert_eq!((settings.floor, settings.cap), (None, None));
}

#[test]
fn the_plan_itself_has_no_problem_and_lacks_only_the_children() {
    let findings = evaluate(official_plan()).findings;
    let [finding @ Finding::ChildrenMissing { counties, begun: false }] = findings.as_slice() else {
        panic!("{findings:?}");
    };
    assert_eq!(counties.len(), 10);
    assert_eq!(finding.severity(), Severity::Note);
}

#[test]
fn the_first_four_are_the_districts() {
    // Section 二(四)3: 对4个市辖区试点开展专项评估.
    let kinds = official_plan().region().counties().iter().map(|county| county.kind);
    let expected = (0..10).map(|at| if at < 4 { CountyKind::District } else { CountyKind::County });
    assert!(kinds.eq(expected));
}

#[test]
fn only_the_same_counties_in_the_same_year_have_the_official_plan() {
    let datong = official_plan().region();
    let region = |id: &str, year: u16, change: fn(&mut Vec<_>)| {
        let mut counties = datong.counties().to_vec();
        change(&mut counties);
        Region::new(id, Name::new("大同市", None), year, counties).unwrap()
    };
    let renamed = region("datong", 2026, |counties| counties[0].name = Name::new("平城区", None));
    assert_eq!(official_plan_of(&renamed), Some(official_plan()));
    for other in [
        region("shuozhou", 2026, |_| ()),
        region("datong", 2027, |_| ()),
        region("datong", 2026, |counties| counties.truncate(9)),
        region("datong", 2026, |counties| counties.swap(0, 1)),
    ] {
        assert_eq!(official_plan_of(&other), None, "{other:?}");
    }
}
