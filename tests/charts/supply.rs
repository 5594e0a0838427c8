//! The charts of supply and of inclusive shares as values, and what stands below the source. All figures by hand.

use tuowei::charts::{Chart, ChartOptions, Frame, Order, ShareChart, SupplyChart};
use tuowei::model::{Date, Edit, Figure, Rate, Scenario, Slots, official_plan};
use tuowei::text::Language::{self, Chinese, English};

use crate::samples::{
    Stock, charts, edited, id, many, options, over, rate, region, scattered, stocked, supplied, supply_charts,
};

/// 10 % of 1 000, 2 000 and 500 children are to be enrolled: 100, 200, 50. New slots: 10, 20, 30.
fn three(capacity: [Option<u32>; 3], inclusive: [Option<u32>; 3]) -> Scenario {
    let scenario = region(&["甲", "乙", "丙"], &[Some(50_000); 3], &[Some(10), Some(20), Some(30)]);
    let pins: Vec<Edit> = ["c1", "c2", "c3"].map(|county| Edit::pin(id(county), rate(100_000))).into();
    let children = [1_000, 2_000, 500];
    let stock: Vec<Stock> = (0..3).map(|at| (Some(children[at]), capacity[at], inclusive[at])).collect();
    stocked(&edited(&scenario, &pins), &stock)
}

/// S₁ = 90, 220, 40 and P₁ = 50, 120, 35.
fn short() -> Scenario {
    three([Some(80), Some(200), Some(10)], [Some(40), Some(100), Some(5)])
}

fn without(scenario: &Scenario, county: &str, figure: Figure) -> Scenario {
    let edit = Edit::SetFigure(id(county), figure, None);
    edited(scenario, &[edit])
}

fn charts_in(scenario: &Scenario, language: Language) -> (SupplyChart, ShareChart) {
    supply_charts(scenario, &options(language, "方案B"))
}

fn lines(chart: &dyn Chart) -> String {
    let table = chart.table();
    let rows = std::iter::once(&table.headers).chain(&table.rows).chain(&table.total);
    rows.map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn titles_of_supply_state_who_is_short() {
    let none = stocked(
        &edited(&region(&["甲"], &[Some(0)], &[Some(0)]), &[Edit::pin(id("c1"), rate(0))]),
        &[(Some(0), Some(0), Some(0))],
    );
    for (scenario, chinese, english) in [
        (
            short(),
            "目标需在托 350 人，新增后托位 350 个，2 个县（区）有缺口，共 20 个",
            "Targets need 350 places, 350 are there; 2 counties are short of 20",
        ),
        (
            three([Some(100), Some(200), Some(10)], [None; 3]),
            "目标需在托 350 人，新增后托位 370 个，丙缺 10 个",
            "Targets need 350 places, 370 are there; 丙 is short of 10",
        ),
        // 350 of 390.
        (
            three([Some(100), Some(200), Some(30)], [None; 3]),
            "新增后托位够用：所需利用率 89.74%",
            "Slots cover the targets: 89.74% of them used",
        ),
        // 350 of 500: no zeros at the end.
        (
            three([Some(210), Some(200), Some(30)], [None; 3]),
            "新增后托位够用：所需利用率 70%",
            "Slots cover the targets: 70% of them used",
        ),
        (none, "新增后托位够用：目标无需托位", "Slots cover the targets: none are needed"),
    ] {
        let title = |language| charts_in(&scenario, language).0.heading().title.clone();
        assert_eq!((title(Chinese).as_str(), title(English).as_str()), (chinese, english));
    }
}

#[test]
fn titles_of_supply_say_what_is_missing() {
    for (missing, chinese, english) in [
        (&[Figure::Children][..], "3岁以下婴幼儿数", "Children under 3"),
        (&[Figure::Capacity], "现有托位", "Slots now"),
        (&[Figure::Slots], "任务数", "Slots"),
        (&[Figure::Children, Figure::Capacity], "3岁以下婴幼儿数、现有托位", "Children under 3, Slots now"),
    ] {
        let scenario = missing.iter().fold(short(), |scenario, figure| without(&scenario, "c2", *figure));
        let (chart, _) = charts_in(&scenario, Chinese);
        assert_eq!(chart.heading().title, format!("供需测算：需填写{chinese}"));
        assert!(chart.heading().notes.contains(&"1个县（区）缺数据".to_owned()));
        let row = &chart.table().rows[1];
        assert!(row[0] == "乙" && row[4] == "—" && row[5] == "—", "{row:?}");
        let (chart, _) = charts_in(&scenario, English);
        let title = chart.heading().title.to_lowercase();
        assert!(title.starts_with("supply and demand: still to fill in: "), "{title}");
        let first = english.split(' ').next().unwrap().to_lowercase();
        assert!(title.contains(&first), "{title}: {english}");
    }
    let empty = region(&["甲", "乙"], &[None; 2], &[None; 2]);
    let (supply, share) = charts_in(&empty, Chinese);
    assert_eq!(supply.heading().title, "供需测算：需填写3岁以下婴幼儿数、2026年目标值、任务数、现有托位");
    assert_eq!(share.heading().title, "普惠托位占比：需填写任务数、现有托位、现有普惠托位");
    assert_eq!(lines(&supply).lines().nth(1), Some("甲 — — — — —"));
    let (plan, _) = charts_in(official_plan(), Chinese);
    assert_eq!(plan.heading().title, "供需测算：需填写3岁以下婴幼儿数、现有托位");
}

#[test]
fn supply_is_told_county_by_county() {
    let (chart, _) = charts_in(&short(), Chinese);
    assert_eq!(chart.name(), "supply");
    assert_eq!(chart.heading().subtitle(), "单位：个 · 现有托位 · 新增托位 · 目标需要 · 百分数为所需利用率");
    assert_eq!(
        lines(&chart),
        "县（区） 目标在托人数（人） 现有托位（个） 新增后托位（个） 余（+）缺（−）（个） 所需利用率（%）\n\
         甲 100 80 90 −10 111.11\n乙 200 200 220 +20 90.91\n丙 50 10 40 −10 125.00\n全市 350 290 350 0 100.00"
    );
    let marks = chart.marks(&Frame::EXPORT);
    assert_eq!(marks[0].label, "甲：目标需在托100人，新增后托位90个（现有80个），缺10个，所需利用率111.11%");
    assert_eq!(marks[1].label, "乙：目标需在托200人，新增后托位220个（现有200个），余20个，所需利用率90.91%");
    assert_eq!(
        chart.description(),
        "柱状图：某市3个县（区）目标需要的托位与新增后的托位。目标需在托 350 人，新增后托位 350 个，\
         2 个县（区）有缺口，共 20 个。缺口最大的是甲，10个。"
    );
    let (chart, _) = charts_in(&short(), English);
    assert_eq!(
        chart.marks(&Frame::EXPORT)[0].label,
        "甲: 100 enrolled at the target, 90 slots there (80 now), 10 short, utilisation needed 111.11%"
    );
    assert_eq!(
        chart.heading().subtitle(),
        "Unit: slots · Slots now · New slots · Needed at target · − short, + to spare, %: utilisation needed"
    );
}

#[test]
fn titles_of_shares_state_what_closes_the_gap() {
    let all = three([Some(80), Some(200), Some(10)], [Some(80), Some(200), Some(10)]);
    let others = edited(&all, &[Edit::other(id("c1"), Slots::new(300))]);
    let never = edited(&others, &[Edit::SetInclusiveShare(Rate::FULL)]);
    let nothing = stocked(&region(&["甲"], &[Some(1)], &[Some(0)]), &[(Some(10), Some(0), Some(0))]);
    for (scenario, chinese, english) in [
        // 205 of 350; 71 % are 249.
        (
            short(),
            "全市普惠托位占比 58.57%，距71%还差：转普惠 44 个",
            "58.57% of all slots are inclusive; converting 44 reaches 71%",
        ),
        (all, "全市普惠托位占比 100%，达到71%的目标", "100% of all slots are inclusive, the goal of 71% is reached"),
        // 350 of 650: 111.5 ÷ 0.29 are 384.5 more.
        (
            others,
            "全市普惠托位占比 53.85%，距71%还差：再新增普惠 385 个",
            "53.85% of all slots are inclusive; adding 385 reaches 71%",
        ),
        (
            never,
            "全市普惠托位占比 53.85%，未达到100%的目标",
            "53.85% of all slots are inclusive, below the goal of 100%",
        ),
        (nothing, "普惠托位占比：全市没有托位", "Share of inclusive slots: the city has no slots"),
    ] {
        let title = |language| charts_in(&scenario, language).1.heading().title.clone();
        assert_eq!((title(Chinese).as_str(), title(English).as_str()), (chinese, english));
    }
    for (figure, lacking) in
        [(Figure::Inclusive, "现有普惠托位"), (Figure::Capacity, "现有托位"), (Figure::Slots, "任务数")]
    {
        let (_, chart) = charts_in(&without(&short(), "c3", figure), Chinese);
        assert_eq!(chart.heading().title, format!("普惠托位占比：需填写{lacking}"));
        assert!(chart.heading().notes.contains(&"1个县（区）缺数据".to_owned()));
        assert_eq!(chart.table().rows[2][3], "—");
    }
    // A county without slots lacks no figure.
    let zero = stocked(
        &region(&["甲", "乙"], &[Some(1); 2], &[Some(0), Some(5)]),
        &[(None, Some(0), Some(0)), (None, Some(5), Some(0))],
    );
    let (_, chart) = charts_in(&zero, Chinese);
    assert_eq!(chart.heading().title, "全市普惠托位占比 50%，距71%还差：转普惠 3 个");
    assert_eq!(chart.heading().notes, [""; 0]);
    assert_eq!(lines(&chart).lines().nth(1), Some("甲 0 0 —"));
}

#[test]
fn shares_are_told_county_by_county() {
    let (_, chart) = charts_in(&short(), Chinese);
    assert_eq!(chart.name(), "share");
    assert_eq!(chart.heading().subtitle(), "单位：% · 新增后普惠占比 · 全市目标 71%");
    assert_eq!(
        lines(&chart),
        "县（区） 新增后普惠托位（个） 新增后托位（个） 新增后普惠占比（%）\n\
         甲 50 90 55.56\n乙 120 220 54.55\n丙 35 40 87.50\n全市 205 350 58.57"
    );
    assert_eq!(chart.marks(&Frame::EXPORT)[2].label, "丙：新增后普惠托位35个，全部托位40个，占87.50%");
    assert_eq!(
        chart.description(),
        "柱状图：某市3个县（区）新增后的普惠托位占比，全市目标71%。全市普惠托位占比 58.57%，距71%还差：\
         转普惠 44 个。转普惠44个，或者再新增普惠150个，即可达到目标。"
    );
}

#[test]
fn by_value_the_shortest_county_and_the_greatest_share_come_first() {
    let options = ChartOptions { order: Order::Value, ..options(Chinese, "x") };
    let positions =
        |chart: &dyn Chart| chart.marks(&Frame::EXPORT).iter().map(|mark| mark.position).collect::<Vec<_>>();
    let (supply, share) = supply_charts(&short(), &options);
    assert_eq!((positions(&supply), positions(&share)), (vec![0, 2, 1], vec![2, 0, 1]));
    let lacking = without(&short(), "c1", Figure::Capacity);
    let (supply, share) = supply_charts(&lacking, &options);
    assert_eq!((positions(&supply), positions(&share)), (vec![2, 1, 0], vec![2, 1, 0]));
    let (supply, _) = supply_charts(&scattered(&many(117)), &options);
    assert_eq!(positions(&supply).len(), 30);
    assert!(supply.heading().subtitle().contains("前30个，共117个县（区）"));
}

#[test]
fn sources_say_which_figures_are_the_plans() {
    let source = |scenario: &Scenario, language| {
        let (supply, share) = charts_in(scenario, language);
        (supply.heading().source.clone(), share.heading().source.clone())
    };
    let plan = "数据来源：大同市2026年托育服务质量提升年活动实施方案，";
    let entered = "；其余为本情景录入的数据";
    let expected = (format!("{plan}表一、表二{entered}"), format!("{plan}表二{entered}"));
    assert_eq!(source(&supplied(), Chinese), expected);
    let expected = (format!("{plan}表一、表二（有调整）{entered}"), format!("{plan}表二（有调整）{entered}"));
    assert_eq!(source(&over(), Chinese), expected);
    let own = "Source: figures entered in this scenario".to_owned();
    assert_eq!(source(&short(), English), (own.clone(), own));
    let (supply, share) = charts_in(&over(), Chinese);
    for heading in [supply.heading(), share.heading()] {
        assert_eq!(heading.warning.as_deref(), Some("托位合计370个，超出任务20个"));
    }
}

#[test]
fn how_figures_were_counted_stands_below_the_source() {
    let scenario = edited(
        &short(),
        &[
            Edit::SetBasis(Figure::Children, "户籍口径".to_owned()),
            Edit::SetAsOf(Figure::Capacity, Date::new(2025, 12, 31)),
            Edit::SetAsOf(Figure::Slots, Date::new(2026, 2, 1)),
        ],
    );
    let (_, slots) = charts(&scenario, &options(Chinese, "x"));
    let (supply, share) = charts_in(&scenario, Chinese);
    assert_eq!(slots.heading().remarks, ["任务数：截至2026-02-01"]);
    assert_eq!(share.heading().remarks, ["任务数：截至2026-02-01；现有托位：截至2025-12-31"]);
    let all = "3岁以下婴幼儿数：户籍口径；任务数：截至2026-02-01；现有托位：截至2025-12-31";
    assert_eq!(supply.heading().remarks, [all]);
    assert!(supply.description().ends_with(&format!("{all}。")));
    let noted = slots.clone().noting(Some("按3岁以下婴幼儿数分配"));
    assert_eq!(noted.heading().remarks, ["按3岁以下婴幼儿数分配", "任务数：截至2026-02-01"]);
    assert!(noted.description().ends_with("按3岁以下婴幼儿数分配。"));
    assert_eq!((slots.clone().noting(None), slots.clone().noting(Some("  "))), (slots.clone(), slots));
}
