//! The timeline as values. All days are made up.

use tuowei::charts::{Chart, Frame, Mark, Palette, TimelineChart, TimelineEntry};
use tuowei::model::{Date, TaskStatus, official_plan};
use tuowei::text::Language::{self, Chinese, English};

use crate::overview::{day, entry, tasks};
use crate::samples::{options, region};

fn chart(entries: &[TimelineEntry], language: Language) -> TimelineChart {
    TimelineChart::new(entries, day(7, 10), official_plan(), &options(language, "方案B"))
}

#[test]
fn the_title_counts_what_is_done_and_overdue() {
    let title = |entries: &[TimelineEntry], language| chart(entries, language).heading().title.clone();
    assert_eq!(title(&tasks(), Chinese), "14项任务：2项已完成，2项逾期");
    assert_eq!(title(&tasks(), English), "14 tasks: 2 done, 2 overdue");
    let one = &tasks()[9..10];
    assert_eq!(
        (title(one, Chinese), title(one, English)),
        ("1项任务：1项已完成，没有逾期".into(), "1 task: 1 done, none overdue".into())
    );
    assert_eq!((title(&[], Chinese), title(&[], English)), ("还没有任务".into(), "No tasks yet".into()));
}

#[test]
fn tasks_without_a_day_and_beyond_the_room_are_counted() {
    let chart_of = chart(&tasks(), Chinese);
    assert_eq!(chart_of.heading().subtitle(), "2026–2030年 · 只有一个日期 · 1项未定日期");
    assert_eq!(chart_of.marks(&Frame::page(560, 460)).len(), 13);
    assert_eq!(chart_of.table().rows.len(), 14);
    let thirty: Vec<_> = (0..3).flat_map(|_| tasks()).take(30).collect();
    let chart_of = chart(&thirty, English);
    // 28 of 30 have a day, and 24 have room.
    assert_eq!(chart_of.heading().notes, ["2 without a date", "4 not drawn"]);
    assert_eq!(chart_of.marks(&Frame::page(560, 460)).len(), 24);
    assert_eq!(chart_of.table().rows.len(), 30);
}

#[test]
fn the_years_are_those_of_the_tasks_and_at_most_ten() {
    let span =
        |due: Option<Date>| chart(&[entry("甲", None, due, TaskStatus::Open, false)], English).heading().unit.clone();
    assert_eq!(span(None), "2026");
    assert_eq!(span(Date::new(2025, 6, 30)), "2026");
    assert_eq!(span(Date::new(2028, 1, 1)), "2026–2028");
    assert_eq!(span(Date::new(2099, 1, 1)), "2026–2035");
    let later = Date::new(2031, 1, 1).unwrap();
    let of = TimelineChart::new(&tasks(), later, official_plan(), &options(Chinese, ""));
    assert!(of.heading().notes.contains(&"今天（2031-01-01）不在图中".to_owned()));
}

#[test]
fn rows_say_days_and_how_it_stands() {
    let chart_of = chart(&tasks(), Chinese);
    assert_eq!(chart_of.name(), "timeline");
    let table = chart_of.table();
    assert_eq!(table.headers.join(" "), "任务 开始 完成期限 状态");
    assert_eq!(table.rows[5].join(" "), "市辖区试点评估 — 2026-06-30 逾期");
    assert_eq!(table.rows[12].join(" "), "示范遴选 — — 未开始");
    let labels = |language| -> Vec<String> {
        let marks: Vec<Mark> = chart(&tasks(), language).marks(&Frame::page(560, 460));
        marks.into_iter().map(|mark| mark.label).collect()
    };
    let chinese = labels(Chinese);
    assert_eq!(chinese[6], "修订补贴方案：2026-02-01至2026-05-31，逾期");
    assert_eq!(chinese[7], "2027年补贴预算：2026-11-30前，未开始");
    assert_eq!(labels(English)[9], "技能大赛（县级、市级、省级）: 2026-03-01 to 2026-05-31, Done");
    // Places are those among all tasks, also after one without a day.
    assert_eq!(chart_of.marks(&Frame::page(560, 460)).last().map(|mark| mark.position), Some(13));
    assert_eq!(chart_of.heading().source, "数据来源：大同市2026年托育服务质量提升年活动实施方案和本情景的任务台账");
    let other = region(&["甲"], &[None], &[None]);
    let of = TimelineChart::new(&tasks(), day(7, 10), &other, &options(Chinese, ""));
    assert_eq!(of.heading().source, "数据来源：本情景的任务台账");
    assert!(of.description().starts_with("时间轴：某市的任务，2026至2030年。14项任务："));
}

/// The bar of a task that lasts all of 2027 is a fifth as wide as that of one that lasts all five years.
#[test]
fn bars_are_as_long_as_tasks_last() {
    let wide = |entries: &[TimelineEntry]| {
        let picture = chart(entries, Chinese).draw(&Frame::EXPORT, &Palette::LIGHT);
        let blue = "#2f6aa8".to_owned();
        let bars = picture
            .elements()
            .iter()
            .filter(|element| element.tag == "rect" && element.attributes.contains(&("fill", blue.clone())));
        let width = |name: &str, element: &tuowei::charts::Element| -> f64 {
            element.attributes.iter().find(|(key, _)| *key == name).unwrap().1.parse().unwrap()
        };
        bars.map(|element| (width("x", element), width("width", element))).collect::<Vec<_>>()
    };
    let of = |from: u16, to: u16| entry("甲", Date::new(from, 1, 1), Date::new(to, 12, 31), TaskStatus::Running, false);
    let bars = wide(&[of(2026, 2030), of(2027, 2027)]);
    let ((start, whole), (second, year)) = (bars[0], bars[1]);
    assert!((whole / 5.0 - year).abs() <= 1.0, "{bars:?}");
    assert!((second - start - year).abs() <= 1.0, "{bars:?}");
}
