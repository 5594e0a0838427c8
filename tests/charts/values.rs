//! Charts as values: what they say of the plan's own figures. 表一 and 表二 are the plan's.

use tuowei::charts::{Chart, ChartOptions, Frame, Order, Swatch};
use tuowei::model::{Edit, Factor, RuleKind, Scenario, Slots, official_plan};
use tuowei::text::Language::{self, Chinese, English};

use crate::samples::{charts, edited, id, many, mixed, options, over, plan_b, rate, region};

fn titles(scenario: &Scenario, language: Language) -> [String; 2] {
    let (rates, slots) = charts(scenario, &options(language, "方案B"));
    [rates.heading().title.clone(), slots.heading().title.clone()]
}

fn lines(chart: &dyn Chart) -> String {
    let table = chart.table();
    let rows = std::iter::once(&table.headers).chain(&table.rows).chain(&table.total);
    rows.map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_official_plan_is_stated_as_it_stands() {
    let (rates, slots) = charts(official_plan(), &options(Chinese, "市方案"));
    let heading = rates.heading();
    assert_eq!(heading.title, "入托率目标统一提高 2.08 个百分点");
    assert_eq!(heading.subtitle(), "单位：% · 2025年基数 · 2026年目标增量");
    assert_eq!(heading.source, "数据来源：大同市2026年托育服务质量提升年活动实施方案，表一");
    assert_eq!((heading.scenario.as_str(), heading.date.as_str()), ("市方案", "2026-03-12"));
    assert_eq!(heading.warning, None);
    assert_eq!(
        lines(&rates),
        "县（区） 2025年基数（%） 2026年目标（%） 增幅（百分点）\n\
         平城 2.14 4.22 2.08\n云冈 3.69 5.77 2.08\n新荣 11.03 13.11 2.08\n云州 1.79 3.87 2.08\n阳高 2.37 4.45 2.08\n\
         天镇 8.41 10.49 2.08\n浑源 6.01 8.09 2.08\n灵丘 4.14 6.22 2.08\n广灵 5.06 7.14 2.08\n左云 1.87 3.95 2.08"
    );
    let heading = slots.heading();
    assert_eq!(heading.title, "350 个新增普惠托位，平城、云冈合计占 59.14%");
    assert_eq!(heading.subtitle(), "单位：个");
    assert_eq!(heading.source, "数据来源：大同市2026年托育服务质量提升年活动实施方案，表二");
    assert_eq!(
        lines(&slots),
        "县（区） 任务数（个） 占比（%）\n\
         平城 130 37.14\n云冈 77 22.00\n新荣 10 2.86\n云州 16 4.57\n阳高 20 5.71\n天镇 17 4.86\n浑源 26 7.43\n\
         灵丘 24 6.86\n广灵 17 4.86\n左云 13 3.71\n全市 350 100.00"
    );
}

#[test]
fn every_chart_is_told_in_words() {
    let (rates, slots) = charts(official_plan(), &options(Chinese, "市方案"));
    assert_eq!(
        rates.description(),
        "柱状图：大同10个县（区）的入托率，2025年基数与2026年目标。入托率目标统一提高 2.08 个百分点。\
         目标最高的是新荣，13.11%；最低的是云州，3.87%。"
    );
    assert_eq!(
        slots.description(),
        "柱状图：大同10个县（区）的新增普惠托位，已分配350个，任务350个。\
         350 个新增普惠托位，平城、云冈合计占 59.14%。最多的是平城，130个；最少的是新荣，10个。"
    );
    let (rates, slots) = charts(&over(), &options(English, "Plan B"));
    assert_eq!(
        rates.description(),
        "Column chart: enrolment rates of the 10 counties of Datong, base 2025 and target 2026. All enrolment targets \
         rise by 2.08 points. The highest target is Xinrong's, 13.11%; the lowest is Yunzhou's, 3.87%. Slots sum to \
         370, 20 over the task."
    );
    assert_eq!(
        slots.description(),
        "Column chart: new inclusive slots of the 10 counties of Datong; 370 allocated, the task is 350. 370 slots \
         allocated, 20 over the task. Most go to Pingcheng, 150; fewest to Xinrong, 10."
    );
}

#[test]
fn a_departure_from_the_plan_is_marked_and_told() {
    let (rates, slots) = charts(&plan_b(), &options(Chinese, "方案B"));
    // The rates are the plan's own.
    assert_eq!(rates.heading().source, "数据来源：大同市2026年托育服务质量提升年活动实施方案，表一");
    let heading = slots.heading();
    assert_eq!(heading.title, "350 个新增普惠托位，平城、云冈合计占 59.14%");
    assert_eq!(heading.source, "数据来源：大同市2026年托育服务质量提升年活动实施方案，表二，有调整");
    assert_eq!(heading.subtitle(), "单位：个 · 本情景 · 市方案 · 括号内为较市方案增减");
    assert_eq!(heading.warning, None);
    assert_eq!(
        lines(&slots).lines().take(4).collect::<Vec<_>>(),
        [
            "县（区） 任务数（个） 占比（%） 市方案（个） 较市方案增减（个）",
            "平城 150 42.86 130 +20",
            "云冈 57 16.28 77 −20",
            "新荣 10 2.86 10 0",
        ]
    );
    assert_eq!(lines(&slots).lines().last(), Some("全市 350 100.00 350 0"));
    let labels: Vec<String> = slots.marks(&Frame::page(560, 308)).into_iter().map(|mark| mark.label).collect();
    assert_eq!(
        labels[..3],
        [
            "平城：任务数150个，占42.86%；市方案130个，增减+20",
            "云冈：任务数57个，占16.28%；市方案77个，增减−20",
            "新荣：任务数10个，占2.86%"
        ]
    );

    let other_task = edited(official_plan(), &[Edit::SetTask(Slots::new(360).unwrap())]);
    let (_, slots) = charts(&other_task, &options(Chinese, "方案B"));
    assert!(slots.heading().source.ends_with("表二，有调整"));

    let (_, slots) = charts(&plan_b(), &options(English, "Plan B"));
    assert_eq!(slots.heading().title, "350 new inclusive slots; Pingcheng and Yungang take 59.14%");
    assert_eq!(slots.heading().source, "Source: Datong 2026 childcare quality plan, Table 2, adjusted");
    assert_eq!(
        slots.heading().subtitle(),
        "Unit: slots · This scenario · Official plan · In brackets: change from the official plan"
    );
    let marks = slots.marks(&Frame::EXPORT);
    assert_eq!(marks[0].label, "Pingcheng: 150 slots, 42.86% of all; official plan 130, change +20");
    assert_eq!(marks.iter().map(|mark| mark.position).collect::<Vec<_>>(), (0..10).collect::<Vec<_>>());
}

#[test]
fn a_mark_tells_all_figures_of_its_county() {
    let (rates, _) = charts(&mixed(), &options(Chinese, "方案B"));
    let label = |position: usize| rates.marks(&Frame::EXPORT)[position].label.clone();
    assert_eq!(label(0), "平城：2025年基数2.14%，2026年目标3.10%，提高0.96个百分点；市方案目标4.22%");
    assert_eq!(label(3), "云州：2025年基数—，2026年目标—");
    assert_eq!(label(5), "天镇：2025年基数8.41%，2026年目标6.00%（手工指定），降低2.41个百分点；市方案目标10.49%");
    let (rates, _) = charts(official_plan(), &options(English, "x"));
    assert_eq!(
        rates.marks(&Frame::EXPORT)[0].label,
        "Pingcheng: base 2025 2.14%, target 2026 4.22%, 2.08 points higher"
    );
}

#[test]
fn a_sum_that_differs_from_the_task_is_marked_in_both_charts() {
    let under = edited(official_plan(), &[Edit::slots(id("pingcheng"), Slots::new(110))]);
    for (scenario, language, title, warning) in [
        (over(), Chinese, "已分配 370 个，超出任务 20 个", "托位合计370个，超出任务20个"),
        (under.clone(), Chinese, "已分配 330 个，距任务还差 20 个", "托位合计330个，比任务少20个"),
        (over(), English, "370 slots allocated, 20 over the task", "Slots sum to 370, 20 over the task"),
        (under, English, "330 slots allocated, 20 short of the task", "Slots sum to 330, 20 short of the task"),
    ] {
        let (rates, slots) = charts(&scenario, &options(language, "方案B"));
        assert_eq!(slots.heading().title, title);
        assert!(slots.heading().title_warns && !rates.heading().title_warns);
        for heading in [rates.heading(), slots.heading()] {
            assert_eq!(heading.warning.as_deref(), Some(warning));
        }
    }
}

#[test]
fn titles_of_rates_state_what_the_rule_does() {
    let uniform = |ppm| edited(official_plan(), &[Edit::SetUplift(tuowei::model::Points::from_ppm(ppm))]);
    let proportional = [Edit::SetRule(RuleKind::Proportional), Edit::SetGrowth(Factor::from_ppm(450_000))];
    let pinned = edited(official_plan(), &[Edit::pin(id("xinrong"), rate(110_300))]);
    let one = region(&["甲"], &[Some(30_000)], &[Some(5)]);
    for (scenario, chinese, english) in [
        (uniform(0), "入托率目标与基数持平", "Enrolment targets stay at their base"),
        (uniform(-5_000), "入托率目标统一降低 0.50 个百分点", "All enrolment targets fall by 0.50 points"),
        (
            edited(official_plan(), &proportional),
            // 45 % of 1.79 is 0.81, of 11.03 4.96.
            "入托率目标提高 0.81 至 4.96 个百分点",
            "Enrolment targets rise by 0.81 to 4.96 points",
        ),
        (pinned, "入托率目标最多提高 2.08 个百分点", "Enrolment targets rise by up to 2.08 points"),
        (
            mixed(),
            "入托率目标有升有降，−2.41 至 +4.96 个百分点",
            "Enrolment targets rise and fall, −2.41 to +4.96 points",
        ),
        (
            region(&["甲", "乙"], &[None; 2], &[None; 2]),
            "2026年入托率目标：数据尚未填写",
            "Enrolment targets 2026: figures not filled in yet",
        ),
        (one, "甲入托率目标 5.08%，较基数 +2.08 个百分点", "甲: enrolment target 5.08%, +2.08 points from its base"),
    ] {
        assert_eq!(titles(&scenario, Chinese)[0], chinese);
        assert_eq!(titles(&scenario, English)[0], english);
    }
    let (rates, _) = charts(&mixed(), &options(Chinese, "方案B"));
    assert_eq!(
        rates.heading().subtitle(),
        "单位：% · 2025年基数 · 2026年目标增量 · 市方案目标 · 手工指定 · 目标低于基数 · 1个县（区）缺数据"
    );
    let swatches: Vec<Swatch> = rates.heading().legend.iter().map(|entry| entry.swatch).collect();
    assert_eq!(swatches, [Swatch::Base, Swatch::Target, Swatch::Line, Swatch::Diamond, Swatch::Hollow]);
}

#[test]
fn titles_of_slots_state_where_they_go() {
    let slots = |slots: &[Option<u32>]| {
        let names = &["甲", "乙", "丙", "丁"][..slots.len()];
        titles(&region(names, &vec![None; slots.len()], slots), Chinese)[1].clone()
    };
    for (given, title) in [
        (&[Some(5), Some(0)][..], "5 个新增普惠托位，全部在甲"),
        (&[Some(5)], "5 个新增普惠托位，全部在甲"),
        (&[Some(2), Some(3)], "5 个新增普惠托位，乙最多，占 60.00%"),
        (&[Some(4), Some(4), Some(2)], "10 个新增普惠托位，甲、乙合计占 80.00%"),
        (&[Some(4), Some(3), Some(3)], "10 个新增普惠托位，甲最多，占 40.00%"),
        (&[Some(3), Some(3), Some(3)], "9 个新增普惠托位，各县（区）均为 3 个"),
        (&[Some(3), Some(3), Some(3), Some(1)], "10 个新增普惠托位，各县（区）1 至 3 个"),
        (&[None, None], "新增普惠托位：数据尚未填写"),
        (&[Some(1_000_000), Some(500_000)], "1,500,000 个新增普惠托位，甲最多，占 66.67%"),
    ] {
        assert_eq!(slots(given), title, "{given:?}");
    }
    let none = region(&["甲"], &[None], &[None]);
    let waiting = edited(&none, &[Edit::SetTask(Slots::new(350).unwrap())]);
    assert_eq!(titles(&waiting, Chinese)[1], "350 个新增普惠托位尚未分配");
}

#[test]
fn a_region_without_a_plan_gets_no_invented_source() {
    let scenario = region(&["甲"], &[Some(1)], &[Some(1)]);
    for (language, source) in
        [(Chinese, "数据来源：本情景录入的数据"), (English, "Source: figures entered in this scenario")]
    {
        let (rates, slots) = charts(&scenario, &options(language, "x"));
        assert_eq!((rates.heading().source.as_str(), slots.heading().source.as_str()), (source, source));
    }
}

#[test]
fn the_city_rate_is_told_once_it_is_known() {
    let children =
        |county: &tuowei::model::County| Edit::children(county.id.clone(), tuowei::model::Children::new(1_000));
    let known: Vec<Edit> = official_plan().region().counties().iter().map(children).collect();
    let (rates, _) = charts(&edited(official_plan(), &known), &options(Chinese, "方案B"));
    // Equal weights: the sum of 表一's bases is 46.51.
    assert!(rates.heading().subtitle().ends_with("全市 4.65% → 6.73%"), "{}", rates.heading().subtitle());
    assert!(rates.description().contains("全市由4.65%提高到6.73%"));
}

#[test]
fn value_order_is_descending_and_a_part_says_that_it_is_one() {
    let first = |order, around| {
        let options = ChartOptions { order, around, ..options(Chinese, "x") };
        let (_, slots) = charts(&many(117), &options);
        let marks = slots.marks(&Frame::EXPORT);
        (marks[0].position, marks.len(), slots.heading().subtitle())
    };
    assert_eq!(first(Order::Document, None), (0, 30, "单位：个 · 第1–30个，共117个县（区）".to_owned()));
    assert_eq!(first(Order::Document, Some(45)), (30, 30, "单位：个 · 第31–60个，共117个县（区）".to_owned()));
    assert_eq!(first(Order::Document, Some(116)), (90, 27, "单位：个 · 第91–117个，共117个县（区）".to_owned()));
    assert_eq!(first(Order::Value, None).2, "单位：个 · 前30个，共117个县（区）");
    let options = ChartOptions { order: Order::Value, ..options(Chinese, "x") };
    let (rates, slots) = charts(official_plan(), &options);
    let names = |chart: &dyn Chart| chart.table().rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>().join(" ");
    assert_eq!(names(&rates), "新荣 天镇 浑源 广灵 灵丘 云冈 阳高 平城 左云 云州");
    // 天镇 and 广灵 are given 17 each: the plan's order decides.
    assert_eq!(names(&slots), "平城 云冈 浑源 灵丘 阳高 天镇 广灵 云州 左云 新荣");
}
