//! The chart of indicators as values. All counts are made up; tasks, bases and targets are the plan's or the test's own.

use tuowei::charts::{Chart, Frame, IndicatorsChart};
use tuowei::model::{Counted, Edit, Indicator, MonitorEdit, Rate, Scenario, Thresholds, evaluate};
use tuowei::text::Language::{self, Chinese, English};

use crate::overview::{day, monitoring};
use crate::samples::{edited, id, options, rate, region, stocked};

use Counted::{Children, Enrolled, Inclusive, InclusiveAdded, Institutions, Registered, Slots};

/// Two counties with bases of 2 and 4 %, a thousand children each and tasks of 10 and 30. Of the rates only these have
/// terms: utilisation 90 ÷ 200, enrolment 90 ÷ 2000, added 12 ÷ 40, inclusive 150 ÷ 200, registered 3 ÷ 20.
fn two(counts: &[(&str, Counted, u32)]) -> Scenario {
    let scenario = region(&["甲", "乙"], &[Some(20_000), Some(40_000)], &[Some(10), Some(30)]);
    let pins = [Edit::pin(id("c1"), rate(40_000)), Edit::pin(id("c2"), rate(80_000))];
    let scenario = edited(&scenario, &pins);
    let scenario = stocked(&scenario, &[(Some(1_000), None, None); 2]);
    let mut edits = vec![MonitorEdit::SetReport(day(6, 30), true)];
    let all = [
        (Children, [1_000, 1_000]),
        (Enrolled, [30, 60]),
        (Slots, [100, 100]),
        (Inclusive, [70, 80]),
        (InclusiveAdded, [10, 2]),
        (Institutions, [10, 10]),
        (Registered, [1, 2]),
        (Counted::InstitutionsPublic, [0, 0]),
        (Counted::RegisteredPublic, [0, 0]),
    ];
    for (of, both) in all {
        for (county, count) in ["c1", "c2"].into_iter().zip(both) {
            edits.push(MonitorEdit::SetCount(day(6, 30), id(county), of, Some(count)));
        }
    }
    for (county, of, count) in counts {
        edits.push(MonitorEdit::SetCount(day(6, 30), id(county), *of, Some(*count)));
    }
    monitoring(&scenario, &edits)
}

fn without(scenario: &Scenario, county: &str, of: Counted) -> Scenario {
    monitoring(scenario, &[MonitorEdit::SetCount(day(6, 30), id(county), of, None)])
}

fn chart(scenario: &Scenario, language: Language) -> IndicatorsChart {
    let options = options(language, "方案B");
    IndicatorsChart::new(scenario, &evaluate(scenario), day(6, 30), day(7, 1), &options).unwrap()
}

fn row(chart: &IndicatorsChart, of: Indicator) -> String {
    chart.table().rows[of as usize].join(" ")
}

#[test]
fn there_is_no_chart_without_a_report() {
    let scenario = two(&[]);
    let of = |date| {
        IndicatorsChart::new(&scenario, &evaluate(&scenario), day(6, date), day(7, 1), &options(Chinese, "")).is_some()
    };
    assert!(of(30) && !of(29));
}

#[test]
fn each_indicator_is_told_with_target_calendar_and_status() {
    let chart = chart(&two(&[]), Chinese);
    assert_eq!(chart.name(), "indicators");
    assert_eq!(chart.table().headers.join(" "), "指标 全市值（%） 目标（%） 序时应达（%） 比目标（百分点） 状态");
    assert_eq!(chart.table().rows.len(), Indicator::COUNT);
    // 181 of 365 days are 49.589 %. 90 ÷ 200 against 40 %, of which the calendar wants 19.84 %.
    assert_eq!(row(&chart, Indicator::Utilisation), "托位利用率（全行业） 45.00 40.00 19.84 5.00 已达标");
    // From 3 to 6 %: 3 + 0.49589 · 3 = 4.488; 4.5 % is 50 % of the way.
    assert_eq!(row(&chart, Indicator::Enrolment), "入托率 4.50 6.00 4.49 -1.50 符合序时");
    // 12 of 40 are 30 %, 19.59 points behind.
    assert_eq!(row(&chart, Indicator::InclusiveAdded), "普惠托位增量完成率 30.00 100.00 49.59 -70.00 滞后");
    assert_eq!(row(&chart, Indicator::InclusiveShare), "普惠托位占比 75.00 71.00 35.21 4.00 已达标");
    // 3 of 20 are 15 %, a third of 45 %: 16.26 points behind.
    assert_eq!(row(&chart, Indicator::Registration), "备案率（全行业） 15.00 45.00 22.32 -30.00 滞后");
    assert_eq!(row(&chart, Indicator::RegistrationPublic), "备案率（县域公办） — 100.00 — — 分母为0");
    assert_eq!(row(&chart, Indicator::Certified), "持证率（全行业） — 40.00 — — 未报");
    assert_eq!(row(&chart, Indicator::CompetedByCities), "参赛率（省级） — — — — 未填");
}

#[test]
fn the_title_counts_and_names_the_farthest_of_those_behind() {
    let title = |scenario: &Scenario, language| chart(scenario, language).heading().title.clone();
    // Added is 70 points below its target, registration 30.
    let both = two(&[]);
    assert_eq!(title(&both, Chinese), "截至6月30日，17项指标中2项已达标、2项滞后；其中差距最大的是普惠增量");
    assert_eq!(title(&both, English), "30 June: 2 of 17 indicators met, 2 behind, farthest: New inclusive");
    let one = two(&[("c2", Registered, 4)]);
    assert_eq!(title(&one, Chinese), "截至6月30日，17项指标中2项已达标、1项滞后：普惠增量");
    assert_eq!(title(&one, English), "30 June: 2 of 17 indicators met, 1 behind: New inclusive");
    // 5 of 20 are slightly behind and 20 points below; enrolment is 1.5 below.
    let none = two(&[("c2", Registered, 4), ("c2", InclusiveAdded, 10)]);
    assert_eq!(title(&none, Chinese), "截至6月30日，17项指标中2项已达标、无滞后；差距最大的是普惠增量");
    assert_eq!(title(&none, English), "30 June: 2 of 17 indicators met, none behind; farthest off: New inclusive");
    let empty = monitoring(&region(&["甲"], &[None], &[None]), &[MonitorEdit::SetReport(day(6, 30), true)]);
    assert_eq!(title(&empty, Chinese), "截至6月30日，17项指标都还不能判断：数据未报齐");
    assert_eq!(title(&empty, English), "30 June: none of 17 indicators can be judged yet");
}

#[test]
fn what_is_missing_is_said_and_never_drawn_as_nothing() {
    let lacking = without(&two(&[]), "c2", Registered);
    assert_eq!(row(&chart(&lacking, Chinese), Indicator::Registration), "备案率（全行业） — 45.00 — — 1个县（区）未报");
    assert_eq!(
        row(&chart(&lacking, English), Indicator::Registration),
        "Registration (all) — 45.00 — — 1 county missing"
    );
    let lacking = without(&two(&[]), "c2", InclusiveAdded);
    assert_eq!(
        row(&chart(&lacking, Chinese), Indicator::InclusiveAdded),
        "普惠托位增量完成率 — 100.00 — — 1个县（区）未报"
    );
    // Without a base the calendar wants nothing that could be told.
    let baseless = edited(&two(&[]), &[Edit::base(id("c1"), None)]);
    assert_eq!(row(&chart(&baseless, Chinese), Indicator::Enrolment), "入托率 4.50 6.00 — -1.50 —");
}

#[test]
fn notes_say_the_calendar_and_where_a_status_begins() {
    let scenario = two(&[]);
    let chart_of = chart(&scenario, Chinese);
    assert_eq!(chart_of.heading().subtitle(), "单位：% · 全市值 · 目标 · 序时应达 · 序时进度49.59% · 12项缺数据");
    assert_eq!(chart_of.heading().source, "数据来源：县（区）填报，截至2026-06-30；目标：本情景");
    assert_eq!(
        chart_of.heading().remarks,
        ["状态：完成目标的比例比序时进度低10个百分点以内为略滞后，超过10为滞后，超过30为严重滞后"]
    );
    let other = monitoring(&scenario, &[MonitorEdit::SetThresholds(Thresholds { behind: 550, far_behind: 2_000 })]);
    assert_eq!(
        chart(&other, English).heading().remarks,
        [
            "Status by points of the target behind the calendar: up to 5.5 slightly behind, above 5.5 behind, above 20 far behind"
        ]
    );
    let said = chart_of.description();
    assert!(said.contains("滞后：普惠增量、备案率。") && said.contains("已达标：利用率、普惠占比。"), "{said}");
}

#[test]
fn marks_tell_everything() {
    let marks = |scenario: &Scenario, language| chart(scenario, language).marks(&Frame::page(560, 520));
    let scenario = two(&[]);
    let chinese = marks(&scenario, Chinese);
    assert_eq!(chinese.len(), Indicator::COUNT);
    assert_eq!(
        chinese[Indicator::Registration as usize].label,
        "备案率（全行业）：15.00%（3 ÷ 20），目标45%，序时应达22.32%，低于目标30.00个百分点，滞后"
    );
    assert_eq!(
        marks(&scenario, English)[Indicator::Utilisation as usize].label,
        "Slot utilisation (all): 45.00% (90 ÷ 200), target 40%, the calendar wants 19.84%, 5.00 points above the target, Met"
    );
    assert_eq!(chinese[Indicator::CompetedByCities as usize].label, "参赛率（省级）：—，目标未定，未填");
    let aimed = monitoring(&scenario, &[MonitorEdit::SetTarget(Indicator::Subsidy, Some(Rate::FULL))]);
    assert_eq!(marks(&aimed, Chinese)[Indicator::Subsidy as usize].label, "普惠补贴完成率：—，目标100%，未报");
}
