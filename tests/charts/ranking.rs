//! The ranking as values. All counts are made up.

use tuowei::charts::{Chart, Frame, Palette, RankingChart};
use tuowei::model::{Counted, Indicator, MonitorEdit, RankBy, Scenario, evaluate};
use tuowei::text::Language::{self, Chinese, English};

use crate::overview::{day, monitoring, reported};
use crate::samples::{id, many, options, region};

use Counted::{Institutions, Registered};

const BY: RankBy = RankBy::Indicator(Indicator::Registration);

/// Of ten institutions each, so many are registered in March and in June.
fn registered(march: &[Option<u32>], june: &[Option<u32>]) -> Scenario {
    let names = ["甲", "乙", "丙", "丁", "戊"];
    let count = june.len();
    let scenario = region(&names[..count], &vec![Some(20_000); count], &vec![Some(10); count]);
    let mut edits = Vec::new();
    for (of, counts) in [(day(3, 31), march), (day(6, 30), june)] {
        if counts.is_empty() {
            continue;
        }
        edits.push(MonitorEdit::SetReport(of, true));
        for (at, registered) in counts.iter().enumerate() {
            let county = || id(&format!("c{}", at + 1));
            edits.push(MonitorEdit::SetCount(of, county(), Institutions, Some(10)));
            edits.push(MonitorEdit::SetCount(of, county(), Registered, *registered));
        }
    }
    monitoring(&scenario, &edits)
}

fn chart(scenario: &Scenario, by: RankBy, language: Language) -> RankingChart {
    RankingChart::new(scenario, &evaluate(scenario), day(6, 30), by, &options(language, "方案B")).unwrap()
}

fn lines(chart: &RankingChart) -> Vec<String> {
    let table = chart.table();
    std::iter::once(&table.headers).chain(&table.rows).map(|row| row.join(" ")).collect()
}

/// In March 丙 leads before 甲 and 乙; in June 甲 and 丙 share the first place, 乙 and 丁 come after, 戊 is silent.
fn five() -> Scenario {
    registered(&[Some(5), Some(4), Some(6), None, Some(1)], &[Some(8), Some(2), Some(8), Some(5), None])
}

#[test]
fn counties_stand_in_order_of_place_with_shared_places_and_changes() {
    assert_eq!(
        lines(&chart(&five(), BY, Chinese)),
        [
            "县（区） 名次 备案率（%） 比上期",
            "甲 1 80.00 上升1位",
            "丙 1 80.00 持平",
            "丁 3 50.00 —",
            "乙 4 20.00 下降1位",
            "戊 — — 未报 —",
        ]
    );
    assert_eq!(lines(&chart(&five(), BY, English))[4], "乙 4 20.00 down 1");
    let scenario = five();
    let of =
        |date| RankingChart::new(&scenario, &evaluate(&scenario), day(6, date), BY, &options(Chinese, "")).is_some();
    assert!(of(30) && !of(29));
}

#[test]
fn titles_say_who_leads_and_who_is_last() {
    let title = |scenario: &Scenario, language| chart(scenario, BY, language).heading().title.clone();
    for (june, chinese, english) in [
        (
            &[Some(8), Some(2), Some(5)][..],
            "截至6月30日，备案率甲最高（80.00%），乙最低（20.00%）",
            "Registration on 30 June: 甲 leads (80.00%), 乙 is last (20.00%)",
        ),
        (
            &[Some(8), Some(2), Some(8)],
            "截至6月30日，备案率甲、丙并列最高（80.00%），乙最低（20.00%）",
            "Registration on 30 June: 甲 and 丙 lead (80.00%), 乙 is last (20.00%)",
        ),
        (
            &[Some(1), Some(9), Some(1), Some(1)],
            "截至6月30日，备案率乙最高（90.00%），甲等3个县（区）并列最低（10.00%）",
            "Registration on 30 June: 乙 leads (90.00%), 3 counties are last (10.00%)",
        ),
        (
            &[Some(3), Some(3)],
            "截至6月30日，备案率2个县（区）相同，均为30.00%",
            "Registration on 30 June: 2 counties alike, 30.00%",
        ),
        (
            &[None, Some(3)],
            "截至6月30日，备案率仅乙有数，30.00%",
            "Registration on 30 June: only 乙 has a value, 30.00%",
        ),
        (
            &[None, None],
            "截至6月30日，备案率尚无可排名的县（区）",
            "Registration on 30 June: no county can be ranked yet",
        ),
    ] {
        let scenario = registered(&[], june);
        assert_eq!(title(&scenario, Chinese), chinese);
        assert_eq!(title(&scenario, English), english);
    }
}

#[test]
fn a_score_says_its_weights_and_that_they_must_add_up() {
    let weight = |of, weight| MonitorEdit::SetRankWeight(of, weight);
    let rest = [Indicator::Utilisation, Indicator::Enrolment, Indicator::InclusiveAdded, Indicator::InclusiveShare]
        .map(|of| weight(of, 0));
    // Registration against 45 %: 2 of 10 are 44.44 % of the way, 5 and 8 more than all of it.
    let scenario = monitoring(&monitoring(&five(), &rest), &[weight(Indicator::Registration, 100)]);
    let chart_of = chart(&scenario, RankBy::Score, Chinese);
    assert_eq!(
        lines(&chart_of)[1..],
        ["甲 1 100.00 持平", "丙 1 100.00 持平", "丁 1 100.00 —", "乙 4 44.44 下降1位", "戊 — — 未报齐 —"]
    );
    assert_eq!(chart_of.heading().title, "截至6月30日，综合得分甲等3个县（区）并列第一（100.00分），乙最后（44.44分）");
    assert_eq!(
        chart_of.heading().remarks,
        ["综合得分：各指标完成目标的比例（最多按100%计）乘以权重，再相加", "权重：备案率 100%"]
    );
    assert_eq!(chart_of.heading().unit, "单位：分（满分100）");
    let off = monitoring(&scenario, &[weight(Indicator::Utilisation, 20)]);
    assert_eq!(
        chart(&off, RankBy::Score, Chinese).heading().title,
        "截至6月30日，综合得分无法计算：权重之和是120%，应为100%"
    );
    assert_eq!(
        chart(&off, RankBy::Score, English).heading().title,
        "Score on 30 June: weights add up to 120%, not to 100%"
    );
    assert_eq!(chart(&off, RankBy::Score, English).heading().remarks[1], "Weights: Utilisation 20%; Registration 100%");
}

#[test]
fn notes_name_the_report_before_and_who_is_missing() {
    let chart_of = chart(&five(), BY, Chinese);
    assert_eq!(chart_of.heading().notes, ["1个县（区）缺数据", "右侧为较3月31日名次升降"]);
    assert_eq!(chart_of.heading().source, "数据来源：县（区）填报，截至2026-06-30");
    assert_eq!(
        chart_of.description(),
        "条形图：某市5个县（区）按备案率排名，截至2026-06-30。截至6月30日，备案率甲、丙并列最高（80.00%），\
         乙最低（20.00%）。1个县（区）缺数据。右侧为较3月31日名次升降。"
    );
    let first = registered(&[], &[Some(1), Some(2)]);
    assert!(chart(&first, BY, Chinese).heading().notes.is_empty());
    let marks = |language| chart(&five(), BY, language).marks(&Frame::page(560, 360));
    let labels: Vec<String> = marks(Chinese).into_iter().map(|mark| mark.label).collect();
    assert_eq!(
        labels,
        [
            "甲：并列第1名，80.00%，上升1位",
            "丙：并列第1名，80.00%，持平",
            "丁：第3名，50.00%",
            "乙：第4名，20.00%，下降1位",
            "戊：— 未报"
        ]
    );
    assert_eq!(marks(English)[0].label, "甲: shared place 1, 80.00%, up 1");
    assert_eq!(marks(Chinese).iter().map(|mark| mark.position).collect::<Vec<_>>(), [0, 2, 3, 1, 4]);
}

#[test]
fn only_the_first_thirty_by_place_are_shown() {
    let scenario = reported(&many(117), day(6, 30), 50, &[]);
    let chart_of = chart(&scenario, BY, Chinese);
    assert_eq!((chart_of.table().rows.len(), chart_of.heading().notes[0].as_str()), (30, "前30个，共117个县（区）"));
    let picture = chart_of.draw(&Frame::EXPORT, &Palette::LIGHT);
    // On a slide they stand in two panels, so that they can be read.
    let marks = chart_of.marks(&Frame::EXPORT);
    assert!(marks[15].x > marks[14].x && marks[15].y < marks[14].y);
    assert!(!picture.elements().is_empty());
}
