//! The pace chart. Tasks are the plan's (表二); all that is reported is made up.

use tuowei::charts::{Chart, Document as _, Frame, PaceChart, Palette};
use tuowei::model::{Counted, CountyId, Date, MonitorEdit, Scenario, Schedule, evaluate, official_plan};
use tuowei::text::Language::{self, Chinese, English};

use crate::overview::{day, monitoring};
use crate::picture::Drawn;
use crate::progress::{datong, lines, one_silent};
use crate::samples::options;

fn chart_of(scenario: &Scenario, at: Date, today: Date, language: Language) -> PaceChart {
    PaceChart::new(scenario, &evaluate(scenario), at, today, &options(language, "方案B")).unwrap()
}

fn titles(scenario: &Scenario, at: Date, today: Date) -> [String; 2] {
    [Chinese, English].map(|language| chart_of(scenario, at, today, language).heading().title.clone())
}

/// Every county has added its part of the task and so many slots more.
fn ahead_of(part: u32, more: u32) -> Scenario {
    let counties = official_plan().region().counties().iter().zip(official_plan().counties());
    let count = |(county, inputs): (&tuowei::model::County, &tuowei::model::CountyInputs)| {
        let task = inputs.slots.map_or(0, |slots| slots.get());
        MonitorEdit::SetCount(day(6, 30), county.id.clone(), Counted::InclusiveAdded, Some(task * part / 100 + more))
    };
    let edits: Vec<_> = [MonitorEdit::SetReport(day(6, 30), true)].into_iter().chain(counties.map(count)).collect();
    monitoring(official_plan(), &edits)
}

#[test]
fn the_title_states_where_the_pace_leads_and_what_is_needed() {
    let (june, may, march) = (day(6, 30), day(5, 31), day(3, 31));
    // 167 · 365 ÷ 181 = 336.8; 183 · 365 ÷ (184 · 12) = 30.3.
    let behind = [
        "截至6月30日新增普惠托位167个，按现速年底336个，比任务少14个；今后每月需31个",
        "167 of 350 new slots by 30 June, heading for 336; 31 a month needed",
    ];
    assert_eq!(titles(&datong(), june, june), behind);
    // 92 days are left after 30 September: 183 · 365 ÷ (92 · 12) = 60.5.
    assert!(titles(&datong(), june, day(9, 30))[0].ends_with("今后每月需61个"));
    // No day is left.
    assert!(titles(&datong(), june, day(12, 31))[0].ends_with("比任务少14个"));
    // What is not whole is not counted: 80 · 365 ÷ 90 = 324.4; 270 · 365 ÷ (275 · 12) = 29.9.
    let of_march = [
        "截至3月31日新增普惠托位80个，按现速年底324个，比任务少26个；今后每月需30个",
        "80 of 350 new slots by 31 March, heading for 324; 30 a month needed",
    ];
    assert_eq!(titles(&datong(), march, march), of_march);
    assert_eq!(titles(&one_silent(), june, march), of_march);
    assert_eq!(titles(&datong(), may, march), of_march);
    // Half of each task, rounded down, and one more: 350 ÷ 2 − 2 for the odd ones + 10 = 183; 183 · 365 ÷ 181 = 369.03.
    assert_eq!(
        titles(&ahead_of(50, 1), june, june),
        [
            "截至6月30日新增普惠托位183个，按现速年底369个，可完成任务；今后每月需28个",
            "183 of 350 new slots by 30 June, heading for 369; 28 a month needed"
        ]
    );
    assert_eq!(
        titles(&ahead_of(100, 1), june, june),
        [
            "截至6月30日新增普惠托位360个，已完成全年任务350个",
            "360 new inclusive slots by 30 June; the task of 350 is met"
        ]
    );
    let silent = monitoring(official_plan(), &[MonitorEdit::SetReport(june, true)]);
    assert_eq!(
        titles(&silent, june, june),
        [
            "截至6月30日，各期填报都未报齐，全市新增普惠托位还不能算",
            "30 June: no report has every county, so the city's new inclusive slots are open"
        ]
    );
    let scenario = datong();
    assert_eq!(PaceChart::new(&scenario, &evaluate(&scenario), day(6, 29), june, &options(Chinese, "x")), None);
}

#[test]
fn the_course_is_told_day_by_day() {
    let chart = chart_of(&datong(), day(6, 30), day(6, 30), Chinese);
    assert_eq!(chart.name(), "pace");
    // By 31 March the calendar wants 32+19+2+4+5+4+6+6+4+3 = 85, by 30 June 172.
    let table = lines(&chart);
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows[0], "日期 序时应完成（个） 实际新增（个） 比序时（个）");
    assert_eq!(rows[3], "2026-03-31 85 80 −5");
    assert_eq!(rows[6], "2026-06-30 172 167 −5");
    // One county is missing in May: what the others say is no sum of the city.
    assert!(rows[5].starts_with("2026-05-31 ") && rows[5].ends_with(" — —"));
    assert_eq!(rows[12..], ["2026-12-31 350 — —", "年底（按现速预计） 350 336 −14"]);
    let marks = chart.marks(&Frame::page(560, 308));
    let said: Vec<&str> = marks.iter().map(|mark| mark.label.as_str()).collect();
    assert_eq!(said, ["3月31日：累计新增80个，比序时85个少5个", "6月30日：累计新增167个，比序时172个少5个"]);
    assert_eq!(
        chart.heading().subtitle(),
        "单位：个 · 序时计划 · 实际新增 · 按现速预计 · 5月31日未报齐，未画 · 序时按天均匀"
    );
    assert_eq!(
        chart.description(),
        "折线图：大同2026年累计新增普惠托位，对照序时计划，全年任务350个。截至6月30日新增普惠托位167个，按现速年底336个，\
         比任务少14个；今后每月需31个。6月30日：累计新增167个，比序时172个少5个。5月31日未报齐，未画。序时按天均匀。"
    );
    let english = chart_of(&datong(), day(6, 30), day(6, 30), English);
    assert_eq!(
        english.heading().subtitle(),
        "Unit: slots · Calendar · Added · At this pace · 31 May incomplete, not drawn · Calendar: evenly by day"
    );
    assert_eq!(english.marks(&Frame::EXPORT)[0].label, "31 March: 80 added, 5 fewer than the calendar's 85");
}

#[test]
fn values_stand_on_their_points_and_lines_name_themselves() {
    let drawn = |scenario: &Scenario, language| {
        let chart = chart_of(scenario, day(6, 30), day(6, 30), language);
        Drawn::parse(&chart.svg(&Frame::page(560, 308), &Palette::LIGHT), 1.0)
    };
    let of = drawn(&datong(), Chinese);
    for text in ["80", "167", "任务 350", "预计 336", "1月", "12月"] {
        assert!(of.says(text), "{text}");
    }
    let of = drawn(&one_silent(), English);
    assert!(of.says("80") && !of.says("167") && of.says("Forecast 324") && of.says("Task 350") && of.says("Dec"));
    // What is far beyond everything leaves the frame, and is named all the same: 90 · 365 ÷ 2 = 16 425.
    let first = monitoring(&ahead_of(0, 9), &[]);
    let early = first.monitoring().report(day(6, 30)).map(|report| report.counties.len());
    assert_eq!(early, Some(10));
    let edits = official_plan().region().counties().iter().map(|county| {
        MonitorEdit::SetCount(day(1, 2), CountyId::new(county.id.as_str()), Counted::InclusiveAdded, Some(9))
    });
    let edits: Vec<_> = [MonitorEdit::SetReport(day(1, 2), true)].into_iter().chain(edits).collect();
    let chart = chart_of(&monitoring(official_plan(), &edits), day(1, 2), day(1, 2), Chinese);
    let of = Drawn::parse(&chart.svg(&Frame::page(560, 308), &Palette::LIGHT), 1.0);
    assert!(of.says("预计 16,425"));
    // A calendar that ends early runs on along the task.
    let until = monitoring(&datong(), &[MonitorEdit::SetSchedule(Schedule::Until(day(6, 30)))]);
    let table = lines(&chart_of(&until, day(6, 30), day(6, 30), Chinese));
    assert!(table.contains("2026-06-30 350 167 −183\n2026-07-31 350 — —"));
}
