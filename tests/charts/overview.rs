//! The charts of indicators, of places and of tasks, drawn in every frame that a page has for them. All reports and tasks
//! are made up.

use std::path::Path;

use tuowei::charts::{
    Chart, ChartOptions, Document as _, Frame, IndicatorsChart, Palette, RankingChart, TimelineChart, TimelineEntry,
};
use tuowei::model::{
    Children, Counted, Date, Edit, Indicator, MonitorEdit, RankBy, Scenario, TaskStatus, evaluate, official_plan,
};
use tuowei::text::Language;

use crate::picture::Drawn;
use crate::samples::{HOSTILE, edited, many, options, region};

const FRAMES: [(&str, Frame); 11] = [
    ("page", Frame::page(560, 520)),
    ("high", Frame::page(560, 760)),
    ("low", Frame::page(560, 308).reserving(150.0)),
    ("timeline", Frame::page(560, 460)),
    ("wide", Frame::page(1120, 520)),
    ("phone", Frame::page(358, 560)),
    ("phone-high", Frame::page(358, 800)),
    ("small", Frame::page(350, 260)),
    ("slide", Frame::EXPORT),
    ("screen", Frame { width: 1280, height: 720, unit: 2.0, reserved: 0.0 }),
    ("large", Frame { width: 3840, height: 2160, unit: 6.0, reserved: 0.0 }),
];

pub fn day(month: u8, date: u8) -> Date {
    Date::new(2026, month, date).unwrap()
}

pub fn monitoring(scenario: &Scenario, edits: &[MonitorEdit]) -> Scenario {
    edited(scenario, &edits.iter().cloned().map(Edit::Monitor).collect::<Vec<_>>())
}

/// A report of a day in which some counties say everything, in made-up figures that grow with `part` of 100.
pub fn reported(scenario: &Scenario, day: Date, part: u32, silent: &[usize]) -> Scenario {
    let mut edits = vec![MonitorEdit::SetReport(day, true)];
    let counties = scenario.region().counties().iter().zip(scenario.counties()).enumerate();
    for (at, (county, inputs)) in counties.filter(|(at, _)| !silent.contains(at)) {
        let scatter = |by: u32, from: u32, span: u32| {
            from + ((u32::try_from(at).unwrap() + by).wrapping_mul(2_654_435_761) >> 9) % span
        };
        let places = scatter(1, 200, 1_400);
        let institutions = scatter(2, 6, 40);
        let carers = scatter(3, 20, 200);
        let task = inputs.slots.map_or(20, |slots| slots.get());
        let pace = scatter(7, 30, 130);
        let of = |whole: u32, percent: u32| whole * percent.min(100) / 100;
        let figures = [
            (Counted::Children, places * 11),
            (Counted::Enrolled, of(places, part * pace / 130)),
            (Counted::EnrolledPublic, of(places / 4, part * pace / 80)),
            (Counted::Slots, places),
            (Counted::SlotsPublic, places / 4),
            (Counted::Inclusive, of(places, 30 + part * pace / 150)),
            (Counted::InclusiveAdded, task * part * pace / 10_000),
            (Counted::Institutions, institutions),
            (Counted::InstitutionsPublic, institutions / 5 + 1),
            (Counted::Registered, of(institutions, part * pace / 120)),
            (Counted::RegisteredPublic, institutions / 5 + 1),
            (Counted::Contracted, of(institutions, part * pace / 90)),
            (Counted::ContractedPublic, institutions / 6),
            (Counted::Carers, carers),
            (Counted::CarersPublic, carers / 4),
            (Counted::Certified, of(carers, part * pace / 200)),
            (Counted::CertifiedPublic, of(carers / 4, part * pace / 160)),
            (Counted::ProvinceConcerned, 3),
            (Counted::ProvinceTrained, part / 34),
            (Counted::CityConcerned, carers),
            (Counted::CityTrained, of(carers, part * pace / 250)),
            (Counted::CountyConcerned, carers),
            (Counted::CountyTrained, of(carers, part * pace / 140)),
            (Counted::Competed, u32::from(scatter(11, 0, 100) < part)),
            (Counted::Allocated, 40),
            (Counted::Disbursed, of(40, part)),
        ];
        for (of, count) in figures {
            edits.push(MonitorEdit::SetCount(day, county.id.clone(), of, Some(count)));
        }
    }
    monitoring(scenario, &edits)
}

/// Datong with two reports; in the second 新荣 says nothing of its staff, and 云冈 lies behind.
pub fn datong() -> Scenario {
    let children = official_plan()
        .region()
        .counties()
        .iter()
        .map(|county| Edit::children(county.id.clone(), Children::new(4_000)));
    let plan = edited(official_plan(), &children.collect::<Vec<_>>());
    let scenario = reported(&reported(&plan, day(3, 31), 30, &[]), day(6, 30), 62, &[]);
    let count = |county: &str, of, count| MonitorEdit::SetCount(day(6, 30), crate::samples::id(county), of, count);
    monitoring(
        &scenario,
        &[
            count("xinrong", Counted::Carers, None),
            count("xinrong", Counted::CarersPublic, None),
            count("yungang", Counted::InclusiveAdded, Some(4)),
            count("yungang", Counted::Enrolled, Some(20)),
            MonitorEdit::SetProvinceCities(Some(11)),
            MonitorEdit::SetCitiesCompeted(day(6, 30), Some(2)),
        ],
    )
}

pub fn entry(
    title: &str,
    starts: Option<Date>,
    due: Option<Date>,
    status: TaskStatus,
    is_overdue: bool,
) -> TimelineEntry {
    TimelineEntry { title: title.to_owned(), starts, due, status, is_overdue }
}

fn date(year: u16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, month, day)
}

/// Tasks in the words of the plan's section 二, on made-up days.
pub fn tasks() -> Vec<TimelineEntry> {
    use TaskStatus::{Done, Dropped, Open, Running};
    vec![
        entry("市级托育综合服务中心：可研、初设", date(2026, 3, 1), date(2026, 12, 31), Running, false),
        entry("市级托育综合服务中心：立项", date(2027, 1, 1), date(2027, 12, 31), Open, false),
        entry("市级托育综合服务中心：建设", date(2028, 1, 1), date(2029, 12, 31), Open, false),
        entry("市级托育综合服务中心：投入运营", None, date(2030, 12, 31), Open, false),
        entry("云州区社区嵌入式托育点", date(2026, 4, 1), date(2026, 9, 30), Running, false),
        entry("市辖区试点评估", None, date(2026, 6, 30), Running, true),
        entry("修订补贴方案", date(2026, 2, 1), date(2026, 5, 31), Open, true),
        entry("2027年补贴预算", None, date(2026, 11, 30), Open, false),
        entry("机构分级评定：县级自评、市级验收、省级抽检", date(2026, 5, 1), date(2026, 10, 31), Running, false),
        entry("技能大赛（县级、市级、省级）", date(2026, 3, 1), date(2026, 5, 31), Done, false),
        entry("托育服务宣传月", None, date(2026, 5, 31), Done, false),
        entry("安全隐患排查", date(2026, 1, 1), date(2030, 12, 31), Running, false),
        entry("示范遴选", None, None, Open, false),
        entry("旧办法清理", date(2026, 1, 15), date(2026, 3, 1), Dropped, false),
    ]
}

/// All charts of a scenario and of tasks.
pub fn all(scenario: &Scenario, tasks: &[TimelineEntry], options: &ChartOptions<'_>) -> Vec<(String, Box<dyn Chart>)> {
    let outcome = evaluate(scenario);
    let (at, today) = (day(6, 30), day(7, 10));
    let mut all: Vec<(String, Box<dyn Chart>)> = Vec::new();
    if let Some(chart) = IndicatorsChart::new(scenario, &outcome, at, today, options) {
        all.push(("indicators".to_owned(), Box::new(chart)));
    }
    for (name, by) in [
        ("score", RankBy::Score),
        ("enrolment", RankBy::Indicator(Indicator::Enrolment)),
        ("certified", RankBy::Indicator(Indicator::Certified)),
        ("added", RankBy::Indicator(Indicator::InclusiveAdded)),
    ] {
        if let Some(chart) = RankingChart::new(scenario, &outcome, at, by, options) {
            all.push((format!("ranking-{name}"), Box::new(chart)));
        }
    }
    all.push(("timeline".to_owned(), Box::new(TimelineChart::new(tasks, today, scenario, options))));
    all
}

fn thirty() -> Vec<TimelineEntry> {
    (0..3).flat_map(|_| tasks()).take(30).collect()
}

fn samples() -> Vec<(&'static str, Scenario, Vec<TimelineEntry>)> {
    let both = |scenario: &Scenario| reported(&reported(scenario, day(3, 31), 45, &[]), day(6, 30), 58, &[4, 11]);
    let long =
        ["平城", "大同经济技术开发区", "新荣", "Llanfairpwllgwyngyllgogerychwyrndrobwllll", "浑源恒山旅游度假区管委会"];
    let hostile = region(&HOSTILE, &[Some(40_000); 14], &[Some(25); 14]);
    let hostile_tasks = HOSTILE.map(|name| entry(name, date(2026, 2, 1), date(2026, 8, 1), TaskStatus::Running, true));
    let one_year: Vec<_> = tasks().into_iter().filter(|task| task.due < date(2027, 1, 1)).collect();
    let late = [
        entry("此前到期", date(2020, 1, 1), date(2025, 1, 1), TaskStatus::Open, true),
        entry("此后", date(2035, 1, 1), date(2099, 1, 1), TaskStatus::Open, false),
        entry("倒置", date(2027, 5, 1), date(2026, 5, 1), TaskStatus::Open, false),
        entry("起", date(2031, 5, 1), None, TaskStatus::Done, false),
    ];
    let silent = monitoring(official_plan(), &[MonitorEdit::SetReport(day(6, 30), true)]);
    let over = {
        let reports = datong();
        let more = reports
            .region()
            .counties()
            .iter()
            .map(|county| MonitorEdit::SetCount(day(6, 30), county.id.clone(), Counted::InclusiveAdded, Some(200)));
        monitoring(&reports, &more.collect::<Vec<_>>())
    };
    vec![
        ("datong", datong(), tasks()),
        ("two", both(&region(&["平城", "云冈"], &[Some(20_000); 2], &[Some(10), Some(20)])), one_year),
        ("c30", both(&many(30)), thirty()),
        ("c117", both(&many(117)), late.into()),
        ("long", both(&region(&long, &[Some(20_000); 5], &[Some(40); 5])), Vec::new()),
        ("silent", silent, hostile_tasks.into()),
        ("over", over, tasks()),
        ("hostile", both(&hostile), tasks()),
    ]
}

#[test]
fn everything_stays_in_the_frame_apart_and_legible() {
    for (sample, scenario, tasks) in samples() {
        for language in [Language::Chinese, Language::English] {
            for (name, chart) in all(&scenario, &tasks, &options(language, "方案B · 平城扩容")) {
                for (size, frame) in FRAMES {
                    let what = format!("{sample} {name} {language:?} {size}");
                    let drawn = Drawn::parse(&chart.svg(&frame, &Palette::LIGHT), frame.unit);
                    drawn.stays_inside(&what);
                    drawn.keeps_texts_apart(&what);
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

#[test]
fn no_frame_is_too_small() {
    for (width, height, unit) in
        [(0, 0, 1.0), (1, 1, 1.0), (60, 40, 1.0), (40, 900, 2.0), (900, 40, 2.0), (560, 308, -1.0)]
    {
        for (_, chart) in all(&datong(), &tasks(), &options(Language::Chinese, "方案B")) {
            let frame = Frame { width, height, unit, reserved: 100.0 };
            roxmltree::Document::parse(&chart.svg(&frame, &Palette::LIGHT)).unwrap();
            assert!(chart.marks(&frame).len() >= 10);
        }
    }
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("overview");
    std::fs::create_dir_all(&folder).unwrap();
    for (sample, scenario, tasks) in samples() {
        for language in [Language::Chinese, Language::English] {
            for (name, chart) in all(&scenario, &tasks, &options(language, "方案B · 平城扩容")) {
                for (size, frame) in FRAMES {
                    for (theme, palette) in [("light", Palette::LIGHT), ("dark", Palette::DARK)] {
                        let file = format!("{sample}-{name}-{}-{size}-{theme}.svg", language.tag());
                        std::fs::write(folder.join(file), chart.svg(&frame, &palette)).unwrap();
                    }
                }
            }
        }
    }
}
