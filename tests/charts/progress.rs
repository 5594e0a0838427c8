//! The progress chart. Tasks are the plan's (表二); all that is reported is made up.

use std::path::Path;

use proptest::prelude::*;
use tuowei::charts::{Chart, ChartOptions, Document as _, Frame, Order, PaceChart, Palette, ProgressChart};
use tuowei::model::{
    Counted, CountyId, Date, Edit, MonitorEdit, Scenario, Schedule, Thresholds, evaluate, official_plan,
};
use tuowei::text::Language::{self, Chinese, English};

use crate::overview::{day, monitoring, reported};
use crate::picture::{Drawn, contrast};
use crate::samples::{HOSTILE, edited, many, options, over, region};

const FRAMES: [(&str, Frame); 12] = [
    ("page", Frame::page(560, 360)),
    ("high", Frame::page(560, 760)),
    ("panel", Frame::page(560, 308).reserving(150.0)),
    ("low", Frame::page(560, 250)),
    ("wide", Frame::page(1120, 380)),
    ("phone", Frame::page(358, 400)),
    ("phone-low", Frame::page(358, 290)),
    ("phone-high", Frame::page(358, 800)),
    ("small", Frame::page(350, 260)),
    ("slide", Frame::EXPORT),
    ("screen", Frame { width: 1280, height: 720, unit: 2.0, reserved: 0.0 }),
    ("large", Frame { width: 3840, height: 2160, unit: 6.0, reserved: 0.0 }),
];

/// New inclusive slots of the counties in a report.
fn added(scenario: &Scenario, day: Date, counts: &[Option<u32>]) -> Scenario {
    let counties = scenario.region().counties().iter().zip(counts);
    let count = |(county, count): (&tuowei::model::County, &Option<u32>)| {
        MonitorEdit::SetCount(day, county.id.clone(), Counted::InclusiveAdded, *count)
    };
    let edits: Vec<MonitorEdit> = [MonitorEdit::SetReport(day, true)].into_iter().chain(counties.map(count)).collect();
    monitoring(scenario, &edits)
}

/// Made-up reports of Datong: 80 by March, one without 云州, 167 by June.
pub fn datong() -> Scenario {
    let march = [40, 5, 4, 4, 4, 3, 6, 8, 4, 2].map(Some);
    let mut may = [60, 9, 8, 6, 7, 5, 10, 17, 7, 4].map(Some);
    may[3] = None;
    let june = [70, 12, 10, 8, 8, 6, 13, 26, 9, 5].map(Some);
    added(&added(&added(official_plan(), day(3, 31), &march), day(5, 31), &may), day(6, 30), &june)
}

/// The same without 云州 in June.
pub fn one_silent() -> Scenario {
    monitoring(&datong(), &[MonitorEdit::SetCount(day(6, 30), CountyId::new("yunzhou"), Counted::InclusiveAdded, None)])
}

fn chart_in(scenario: &Scenario, language: Language) -> ProgressChart {
    ProgressChart::new(scenario, &evaluate(scenario), day(6, 30), day(6, 30), &options(language, "方案B")).unwrap()
}

fn title(scenario: &Scenario, language: Language) -> String {
    chart_in(scenario, language).heading().title.clone()
}

pub fn lines(chart: &dyn Chart) -> String {
    let table = chart.table();
    let rows = std::iter::once(&table.headers).chain(&table.rows).chain(&table.total);
    rows.map(|row| row.join(" ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_title_states_how_the_city_and_its_counties_stand() {
    let all = |counts: [u32; 10]| added(official_plan(), day(6, 30), &counts.map(Some));
    let without = |silent: &[usize]| {
        let counts: Vec<_> = (0..10).map(|at| (!silent.contains(&at)).then_some(20)).collect();
        added(official_plan(), day(6, 30), &counts)
    };
    let unallotted = edited(&datong(), &[Edit::slots(CountyId::new("yunzhou"), None)]);
    for (scenario, chinese, english) in [
        // 167 of 350 are 47.71 %; the calendar wants 181 of 365 days, 49.59 %.
        (
            datong(),
            "截至6月30日，全市新增普惠托位完成167个（47.71%），比序时慢1.88个百分点；3个县（区）滞后（1个严重）",
            "30 June: 167 new slots (47.71%), 1.88 points late; 3 counties behind (1 far)",
        ),
        (
            one_silent(),
            "截至6月30日，云州未报，全市完成数还不能算；已报县（区）中3个滞后（1个严重）",
            "30 June: Yunzhou has not reported, the city's sum is open; 3 counties behind (1 far)",
        ),
        // 182 of 350 are 52 %.
        (
            all([75, 40, 6, 9, 11, 9, 14, 5, 9, 4]),
            "截至6月30日，全市新增普惠托位完成182个（52.00%），比序时快2.41个百分点；2个县（区）滞后",
            "30 June: 182 new slots (52.00%), 2.41 points ahead; 2 counties behind",
        ),
        (
            all([130, 77, 10, 16, 20, 17, 26, 24, 17, 2]),
            "截至6月30日，全市新增普惠托位完成339个（96.86%），比序时快47.27个百分点；左云严重滞后",
            "30 June: 339 new slots (96.86%), 47.27 points ahead; Zuoyun far behind",
        ),
        (
            all([130, 77, 10, 16, 20, 17, 26, 24, 17, 6]),
            "截至6月30日，全市新增普惠托位完成343个（98.00%），比序时快48.41个百分点；没有县（区）滞后",
            "30 June: 343 new slots (98.00%), 48.41 points ahead; no county behind",
        ),
        (
            all([130, 77, 10, 16, 20, 17, 26, 24, 17, 13]),
            "截至6月30日，全市新增普惠托位完成350个（100.00%），比序时快50.41个百分点；没有县（区）滞后",
            "30 June: 350 new slots (100.00%), 50.41 points ahead; no county behind",
        ),
        (
            without(&[0, 3, 4]),
            "截至6月30日，3个县（区）未报，全市完成数还不能算；已报县（区）中云冈滞后",
            "30 June: 3 counties have not reported, the city's sum is open; Yungang behind",
        ),
        (
            without(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
            "截至6月30日，各县（区）都未报新增普惠托位",
            "30 June: no county has reported its new inclusive slots",
        ),
        (
            unallotted,
            "截至6月30日，全市新增普惠托位完成167个；任务数未填齐，完成率还不能算",
            "30 June: 167 new inclusive slots; tasks are not filled in, so there is no share",
        ),
    ] {
        assert_eq!((title(&scenario, Chinese).as_str(), title(&scenario, English).as_str()), (chinese, english));
    }
    let scenario = datong();
    let none = ProgressChart::new(&scenario, &evaluate(&scenario), day(6, 29), day(6, 30), &options(Chinese, "x"));
    assert_eq!(none, None);
}

#[test]
fn the_figures_of_every_county_are_told() {
    let chart = chart_in(&one_silent(), Chinese);
    assert_eq!(chart.name(), "progress");
    // 130 · 181 ÷ 365 = 64.47; 60 · 365 ÷ (184 · 12) = 9.9; 70 · 365 ÷ 181 = 141.2.
    assert_eq!(
        lines(&chart),
        "县（区） 任务数（个） 已新增（个） 完成率（%） 序时应完成（个） 比序时（个） 状态 今后每月需（个） 按现速年底（个）\n\
         平城 130 70 53.85 64 +6 符合序时 10 141\n\
         云冈 77 12 15.58 38 −26 严重滞后 11 24\n\
         新荣 10 10 100.00 5 +5 已达标 0 20\n\
         云州 16 — — 8 — 未报 — —\n\
         阳高 20 8 40.00 10 −2 略滞后 2 16\n\
         天镇 17 6 35.29 8 −2 滞后 2 12\n\
         浑源 26 13 50.00 13 0 符合序时 3 26\n\
         灵丘 24 26 108.33 12 +14 已达标 0 52\n\
         广灵 17 9 52.94 8 +1 符合序时 2 18\n\
         左云 13 5 38.46 6 −1 滞后 2 10\n\
         全市 350 — — 172 — 未报齐 — —"
    );
    // 183 · 365 ÷ 2208 = 30.3; 167 · 365 ÷ 181 = 336.8.
    let city = chart_in(&datong(), English).table().total.unwrap().join(" ");
    assert_eq!(city, "City 350 167 47.71 172 −5 Slightly behind 31 336");
    let labels = |language| {
        let chart = chart_in(&one_silent(), language);
        chart.marks(&Frame::EXPORT).into_iter().map(|mark| mark.label).collect::<Vec<_>>()
    };
    let chinese = labels(Chinese);
    assert_eq!(
        chinese[1],
        "云冈：任务77个，已新增12个，完成15.58%，比序时应完成的38个少26个，严重滞后；今后每月需11个，按现速年底24个"
    );
    assert_eq!(chinese[2], "新荣：任务10个，已新增10个，完成100.00%，比序时应完成的5个多5个，已达标，按现速年底20个");
    assert_eq!(chinese[3], "云州：任务16个，已新增—，未报");
    assert_eq!(
        labels(English)[6],
        "Hunyuan: task 26, added 13, 50.00% done, just what the calendar wants (13), On schedule; 3 a month needed, 26 by \
         the end of the year at this pace"
    );
    assert_eq!(
        chart_in(&datong(), Chinese).description(),
        "条形图：大同10个县（区）新增普惠托位占任务的比例，截至2026-06-30，序时进度49.59%。截至6月30日，全市新增普惠托位\
         完成167个（47.71%），比序时慢1.88个百分点；3个县（区）滞后（1个严重）。完成率最低的是云冈，15.58%。序时按天均匀。\
         落后序时超过10个百分点为滞后，超过30为严重滞后。"
    );
}

#[test]
fn bounds_calendar_and_source_are_told() {
    let heading = |scenario: &Scenario, language| chart_in(scenario, language).heading().clone();
    let of = heading(&datong(), Chinese);
    assert_eq!(of.subtitle(), "单位：个、占任务% · 序时按天均匀 · 落后序时超过10个百分点为滞后，超过30为严重滞后");
    assert_eq!(of.source, "数据来源：县（区）填报，截至2026-06-30；任务数：市方案表二");
    let finish = Schedule::Until(day(10, 31));
    let moved = monitoring(
        &datong(),
        &[MonitorEdit::SetSchedule(finish), MonitorEdit::SetThresholds(Thresholds { behind: 550, far_behind: 2_000 })],
    );
    let of = heading(&moved, English);
    assert_eq!(
        of.subtitle(),
        "Slots, % of the task · Calendar: done by 31 October · Over 5.5 points late: behind; over 20: far behind"
    );
    let more = edited(&datong(), &[Edit::slots(CountyId::new("pingcheng"), tuowei::model::Slots::new(150))]);
    let of = heading(&more, Chinese);
    assert!(of.source.ends_with("市方案表二，有调整"));
    assert_eq!(of.warning.as_deref(), Some("托位合计370个，超出任务20个"));
    let silent: Vec<_> = (0..6).map(|at| (at == 5).then_some(3)).collect();
    let names = ["甲", "乙", "丙", "丁", "戊", "己"];
    let other = added(&region(&names, &[Some(1); 6], &[Some(10); 6]), day(6, 30), &silent);
    let of = heading(&other, Chinese);
    assert!(of.source.ends_with("任务数：本情景"));
    assert_eq!(of.notes[0], "未报：甲、乙、丙、丁等5个");
    assert_eq!(heading(&other, English).notes[0], "Not reported: 甲, 乙, 丙, 丁 and 1 more");
}

#[test]
fn by_value_the_farthest_on_come_first_and_the_silent_last() {
    let scenario = one_silent();
    let of = |order, around| {
        let options = ChartOptions { order, around, ..options(Chinese, "x") };
        ProgressChart::new(&scenario, &evaluate(&scenario), day(6, 30), day(6, 30), &options).unwrap()
    };
    let names =
        |chart: ProgressChart| chart.table().rows.iter().map(|row| row[0].clone()).collect::<Vec<_>>().join(" ");
    assert_eq!(names(of(Order::Value, None)), "灵丘 新荣 平城 广灵 浑源 阳高 左云 天镇 云冈 云州");
    let positions: Vec<usize> = of(Order::Value, None).marks(&Frame::EXPORT).iter().map(|mark| mark.position).collect();
    assert_eq!(positions[..3], [7, 2, 0]);
    let many = reported(&many(117), day(6, 30), 60, &[]);
    let options = ChartOptions { around: Some(45), ..options(Chinese, "x") };
    let chart = ProgressChart::new(&many, &evaluate(&many), day(6, 30), day(6, 30), &options).unwrap();
    assert_eq!(chart.table().rows.len(), 30);
    assert!(chart.heading().subtitle().contains("第31–60个，共117个县（区）"));
}

#[test]
fn a_bar_ends_at_the_whole_task_and_a_silent_county_has_none() {
    for language in [Chinese, English] {
        let svg = chart_in(&one_silent(), language).svg(&Frame::page(560, 360), &Palette::LIGHT);
        let drawn = Drawn::parse(&svg, 1.0);
        for text in ["26/24 · 108.33%", "12/77 · 15.58%", "—/16", "—/350"] {
            assert!(drawn.says(text), "{text}");
        }
        let words: &[&str] = match language {
            Chinese => &["序时 49.59%", "100%", "严重滞后", "略滞后", "未报", "未报齐"],
            English => &["Calendar 49.59%", "100%", "Far behind", "Slightly behind", "Not reported", "Incomplete"],
        };
        for text in words {
            assert!(drawn.says(text), "{text}");
        }
        let document = roxmltree::Document::parse(&svg).unwrap();
        let slots = document.descendants().filter(|node| node.attribute("fill") == Some("#2f6aa8"));
        let bars: Vec<(f64, f64)> = slots
            .filter(|node| node.has_tag_name("rect"))
            .map(|bar| {
                let side = |side: &str| bar.attribute(side).unwrap().parse::<f64>().unwrap();
                (side("x"), side("width"))
            })
            .collect();
        // Nine counties: neither 云州 nor the city; 新荣 and 灵丘 are equally long, 浑源 half of it.
        assert_eq!(bars.len(), 9);
        assert!((bars[2].1 - bars[6].1).abs() < 0.26 && (bars[5].1 * 2.0 - bars[2].1).abs() < 0.6);
        // An arrow tells that there is more.
        let arrows = document.descendants().filter(|node| node.has_tag_name("polygon"));
        assert_eq!(arrows.filter(|node| node.attribute("fill") == Some("#2f6aa8")).count(), 1);
    }
}

/// Both charts of what is to be drawn.
fn both(scenario: &Scenario, options: &ChartOptions<'_>) -> Vec<Box<dyn Chart>> {
    let (outcome, at, today) = (evaluate(scenario), day(6, 30), day(7, 10));
    let progress = ProgressChart::new(scenario, &outcome, at, today, options).unwrap();
    let pace = PaceChart::new(scenario, &outcome, at, today, options).unwrap();
    vec![Box::new(progress), Box::new(pace)]
}

fn samples() -> Vec<(&'static str, Scenario)> {
    let twice = |scenario: &Scenario| reported(&reported(scenario, day(3, 31), 45, &[]), day(6, 30), 58, &[]);
    let long =
        ["平城", "大同经济技术开发区", "新荣", "Llanfairpwllgwyngyllgogerychwyrndrobwllll", "浑源恒山旅游度假区管委会"];
    let scheduled = |schedule| monitoring(&datong(), &[MonitorEdit::SetSchedule(schedule)]);
    let often = (1..=12).flat_map(|month| [8, 16, 24].map(|date| day(month, date))).filter(|at| *at < day(6, 30));
    let often = often
        .enumerate()
        .fold(datong(), |scenario, (at, on)| added(&scenario, on, &[Some(u32::try_from(at).unwrap()); 10]));
    let large = region(&["甲", "乙", "丙"], &[Some(0); 3], &[Some(10_000_000), Some(0), None]);
    vec![
        ("datong", datong()),
        ("silent-one", one_silent()),
        ("silent-all", monitoring(official_plan(), &[MonitorEdit::SetReport(day(6, 30), true)])),
        ("over", added(&over(), day(6, 30), &[Some(200); 10])),
        ("zero", added(official_plan(), day(6, 30), &[Some(0); 10])),
        ("quarters", scheduled(Schedule::Quarters([10, 20, 30, 40]))),
        ("months", scheduled(Schedule::Months([0, 0, 0, 0, 0, 50, 50, 0, 0, 0, 0, 0]))),
        ("until", scheduled(Schedule::Until(day(6, 30)))),
        ("often", often),
        ("early", added(&added(official_plan(), day(1, 2), &[Some(9); 10]), day(6, 30), &[None; 10])),
        ("one", added(&region(&["平城"], &[Some(1)], &[Some(350)]), day(6, 30), &[Some(100)])),
        ("two", twice(&region(&["平城", "云冈"], &[Some(20_000); 2], &[Some(10), Some(20)]))),
        ("c17", twice(&many(17))),
        ("c30", reported(&many(30), day(6, 30), 58, &[4, 11, 12, 13, 14, 15])),
        ("c117", twice(&many(117))),
        ("long", twice(&region(&long, &[Some(20_000); 5], &[Some(40); 5]))),
        ("large", added(&large, day(6, 30), &[Some(1_000_000_000), Some(3), Some(4)])),
        ("hostile", twice(&region(&HOSTILE, &[Some(40_000); 14], &[Some(25); 14]))),
    ]
}

#[test]
fn everything_stays_in_the_frame_apart_and_legible() {
    for (sample, scenario) in samples() {
        for language in [Chinese, English] {
            for order in [Order::Document, Order::Value] {
                let options = ChartOptions { order, around: Some(40), ..options(language, "方案B · 平城扩容") };
                for chart in both(&scenario, &options) {
                    for (size, frame) in FRAMES {
                        let what = format!("{sample} {} {language:?} {order:?} {size}", chart.name());
                        let drawn = Drawn::parse(&chart.svg(&frame, &Palette::LIGHT), frame.unit);
                        drawn.stays_inside(&what);
                        drawn.keeps_texts_apart(&what);
                        drawn.keeps_off_uprights(&what);
                        drawn.has_contrast(&what);
                        Drawn::parse(&chart.svg(&frame, &Palette::DARK), frame.unit).has_contrast(&what);
                        for mark in chart.marks(&frame) {
                            let (right, bottom) = (mark.x + mark.width, mark.y + mark.height);
                            let inside = mark.x >= 0.0 && mark.y >= 0.0;
                            let (wide, high) = (f64::from(frame.width) + 0.01, f64::from(frame.height) + 0.01);
                            assert!(inside && right <= wide && bottom <= high, "{what}: {mark:?}");
                        }
                    }
                }
            }
        }
    }
}

fn any_reports() -> impl Strategy<Value = Scenario> {
    let task = proptest::option::weighted(0.95, prop_oneof![0_u32..400, 0_u32..=10_000_000]);
    let count = proptest::option::weighted(0.97, prop_oneof![0_u32..300, 0_u32..=1_000_000_000]);
    let reports = proptest::collection::vec((1_u8..=12, 1_u8..=28, proptest::collection::vec(count, 3)), 0..25);
    let schedule = prop_oneof![
        Just(Schedule::Linear),
        proptest::array::uniform4(0_u32..=100).prop_map(Schedule::Quarters),
        proptest::array::uniform12(0_u32..=100).prop_map(Schedule::Months),
        (1_u8..=12).prop_map(|month| Schedule::Until(day(month, 28))),
    ];
    (proptest::collection::vec(task, 3), reports, schedule).prop_map(|(tasks, reports, schedule)| {
        let scenario = region(&["平城", "云冈", "新荣"], &[Some(1); 3], &tasks);
        let scenario =
            monitoring(&scenario, &[MonitorEdit::SetSchedule(schedule), MonitorEdit::SetReport(day(6, 30), true)]);
        reports.iter().fold(scenario, |scenario, (month, date, counts)| added(&scenario, day(*month, *date), counts))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_reported_nothing_collides(scenario in any_reports()) {
        let at = scenario.monitoring().reports().last().map(|report| report.as_of).unwrap();
        let outcome = evaluate(&scenario);
        for language in [Chinese, English] {
            let options = options(language, "方案B");
            let progress = ProgressChart::new(&scenario, &outcome, at, at, &options).unwrap();
            let pace = PaceChart::new(&scenario, &outcome, at, at, &options).unwrap();
            for chart in [&progress as &dyn Chart, &pace] {
                for frame in [Frame::page(560, 308), Frame::page(358, 290), Frame::EXPORT] {
                    let drawn = Drawn::parse(&chart.svg(&frame, &Palette::LIGHT), frame.unit);
                    drawn.stays_inside(chart.name());
                    drawn.keeps_texts_apart(chart.name());
                    drawn.keeps_off_uprights(chart.name());
                }
            }
        }
    }
}

#[test]
fn no_frame_is_too_small() {
    for (width, height, unit) in
        [(0, 0, 1.0), (1, 1, 1.0), (60, 40, 1.0), (40, 900, 2.0), (900, 40, 2.0), (560, 308, -1.0)]
    {
        for chart in both(&datong(), &options(Chinese, "方案B")) {
            let frame = Frame { width, height, unit, reserved: 100.0 };
            roxmltree::Document::parse(&chart.svg(&frame, &Palette::LIGHT)).unwrap();
            assert_eq!(chart.marks(&frame).len(), if chart.name() == "pace" { 2 } else { 10 });
        }
    }
}

#[test]
fn marks_can_be_told_from_the_ground() {
    for palette in [Palette::LIGHT, Palette::DARK] {
        let part = |colour: plotters::style::RGBColor| [colour.0, colour.1, colour.2];
        for mark in [palette.slots, palette.ink, palette.edge, palette.accent, palette.warning, palette.muted] {
            let contrast = contrast(part(mark), part(palette.surface));
            assert!(contrast >= 3.0, "{mark:?} {contrast}");
        }
    }
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("progress");
    std::fs::create_dir_all(&folder).unwrap();
    for (sample, scenario) in samples() {
        for language in [Chinese, English] {
            for chart in both(&scenario, &options(language, "方案B · 平城扩容")) {
                for (size, frame) in FRAMES {
                    for (theme, palette) in [("light", Palette::LIGHT), ("dark", Palette::DARK)] {
                        let file = format!("{sample}-{}-{}-{size}-{theme}.svg", chart.name(), language.tag());
                        std::fs::write(folder.join(file), chart.svg(&frame, &palette)).unwrap();
                    }
                }
            }
        }
    }
}
