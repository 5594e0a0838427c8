//! The tables of monitoring to copy. All counts are made up; tasks, bases and targets are the plan's.

use tuowei::files::{
    Table, indicator_table, progress_table, ranking_table, report_selection, report_table, unreported_table,
};
use tuowei::model::{Counted, CountyId, Date, Edit, Indicator, MonitorEdit, RankBy, Scenario, evaluate, official_plan};
use tuowei::text::{COUNTED_GROUPS, Language, counted_group};

use Language::{Chinese, English};

pub fn june() -> Date {
    Date::new(2026, 6, 30).unwrap()
}

fn apply(scenario: &mut Scenario, edit: MonitorEdit) {
    scenario.apply(&Edit::Monitor(edit)).unwrap();
}

/// New inclusive slots as of 30 June, of all but the last county; funds of two; one competition.
pub fn reported() -> Scenario {
    let mut scenario = official_plan().clone();
    apply(&mut scenario, MonitorEdit::SetReport(june(), true));
    let ids: Vec<CountyId> = scenario.region().counties().iter().map(|county| county.id.clone()).collect();
    let set = |scenario: &mut Scenario, county: usize, of, count| {
        apply(scenario, MonitorEdit::SetCount(june(), ids[county].clone(), of, Some(count)));
    };
    for (county, added) in [65, 77, 0, 8, 9, 12, 13, 11, 9].into_iter().enumerate() {
        set(&mut scenario, county, Counted::InclusiveAdded, added);
    }
    for county in 0..10 {
        set(&mut scenario, county, Counted::Slots, 1_000);
        set(&mut scenario, county, Counted::Enrolled, 400 + u32::try_from(county).unwrap());
        set(&mut scenario, county, Counted::Allocated, 123_450);
    }
    set(&mut scenario, 1, Counted::Disbursed, 5);
    set(&mut scenario, 2, Counted::Competed, 1);
    scenario
}

fn lines(table: &Table) -> Vec<String> {
    table.to_tsv().lines().map(|line| line.replace('\t', " | ")).collect()
}

#[test]
fn a_report_is_copied_with_bare_numbers_and_the_sums_that_are_known() {
    let scenario = reported();
    let columns = [Counted::Slots, Counted::InclusiveAdded, Counted::Competed, Counted::Allocated, Counted::Disbursed];
    let table = report_table(&scenario, june(), &columns, Chinese).unwrap();
    let rows = lines(&table);
    assert_eq!(
        rows[0],
        "县（区） | 托位数 | 新增普惠托位数 | 举办技能大赛（1是0否） | 下拨补贴（万元） | 已拨付补贴（万元）"
    );
    assert_eq!(rows[1], "平城 | 1000 | 65 |  | 1234.50 | ");
    assert_eq!(rows[2], "云冈 | 1000 | 77 |  | 1234.50 | 0.05");
    assert_eq!(rows[3], "新荣 | 1000 | 0 | 1 | 1234.50 | ");
    assert_eq!(rows[10], "左云 | 1000 |  |  | 1234.50 | ");
    assert_eq!(rows[11], "全市 | 10000 | — | — | 12345.00 | —");
    assert_eq!(rows.len(), 12);
    assert_eq!(table.caption.as_deref(), Some("大同市2026年填报（截至2026年6月30日）"));
    assert!(table.to_html().contains("<tr><th scope=\"row\">平城</th><td>1000</td>"));
    let rows = lines(&report_table(&scenario, june(), &columns[3..], English).unwrap());
    assert_eq!(rows[0], "County | Subsidies handed down (10 000 yuan) | Subsidies paid out (10 000 yuan)");
    assert_eq!(rows[1], "Pingcheng | 1234.50 | ");
    assert_eq!(rows[11], "City | 12345.00 | —");
    // Figures of one group are called by it.
    let captions: Vec<String> = (0..COUNTED_GROUPS)
        .map(|group| {
            let columns = counted_group(group).unwrap().1;
            report_table(&scenario, june(), columns, English).unwrap().caption.unwrap()
        })
        .collect();
    assert_eq!(captions[0], "Datong 2026: Slots and enrolment (as of 30 June 2026)");
    assert_eq!(captions[4], "Datong 2026: Subsidies (as of 30 June 2026)");
    assert_eq!(report_table(&scenario, Date::new(2026, 6, 29).unwrap(), &columns, Chinese), None);
}

#[test]
fn a_selection_of_a_report_is_copied_as_bare_cells() {
    let scenario = reported();
    let cells = |rows, columns: &[Counted]| report_selection(&scenario, june(), rows, columns).unwrap().to_tsv();
    assert_eq!(cells((0, 1), &[Counted::Slots, Counted::Disbursed]), "1000\t\r\n1000\t0.05\r\n");
    assert_eq!(cells((9, 99), &[Counted::Enrolled]), "409\r\n");
    assert_eq!(cells((10, 12), &[Counted::Enrolled]), "");
    assert_eq!(report_selection(&scenario, Date::new(2026, 1, 1).unwrap(), (0, 1), &[]), None);
}

#[test]
fn indicators_are_copied_with_their_terms_or_why_there_is_no_value() {
    let scenario = reported();
    let table = |language| indicator_table(&scenario, &evaluate(&scenario), june(), june(), language).unwrap();
    let rows = lines(&table(Chinese));
    assert_eq!(rows[0], "指标 | 全市值 % | 分子 ÷ 分母 | 目标 % | 状态 | 差距（百分点） | 还需");
    // 4,045 of 10,000; the target is 40 %.
    assert_eq!(rows[1], "托位利用率（全行业） | 40.45 | 4,045 ÷ 10,000 | 40.00 | 已达标 | 0.45 | 已够");
    assert_eq!(rows[2], "托位利用率（县域公办） | — | 全部10个县（区）未报全 | 60.00 | — | — | —");
    assert_eq!(rows[4], "普惠托位增量完成率 | — | 左云未报全 | 100.00 | — | — | —");
    assert_eq!(rows.len(), 18);
    assert_eq!(table(Chinese).caption.as_deref(), Some("大同市2026年指标（截至2026年6月30日）"));
    let rows = lines(&table(English));
    assert_eq!(
        rows[0],
        "Indicator | City % | Numerator ÷ denominator | Target % | Status | Distance (points) | Still needed"
    );
    assert_eq!(rows[1], "Slot utilisation (all) | 40.45 | 4,045 ÷ 10,000 | 40.00 | Met | 0.45 | enough");
    // Below the target the distance is a number that a spreadsheet reads.
    let mut scenario = scenario.clone();
    let id = CountyId::new("pingcheng");
    apply(&mut scenario, MonitorEdit::SetCount(june(), id, Counted::Enrolled, Some(300)));
    let table = indicator_table(&scenario, &evaluate(&scenario), june(), june(), Chinese).unwrap();
    // 3,945 ÷ 10,000 = 98.6 % of the target, and the calendar wants 181 ÷ 365 of it.
    assert_eq!(
        lines(&table)[1],
        "托位利用率（全行业） | 39.45 | 3,945 ÷ 10,000 | 40.00 | 符合序时 | -0.55 | 还需入托55人"
    );
}

#[test]
fn the_ranking_is_copied_by_place_with_those_without_one_last() {
    let scenario = reported();
    let table = |by, language| ranking_table(&scenario, &evaluate(&scenario), june(), by, language).unwrap();
    let by = RankBy::Indicator(Indicator::InclusiveAdded);
    let rows = lines(&table(by, Chinese));
    assert_eq!(rows[0], "名次 | 县（区） | 数值 % | 比上期");
    // 77 of 77; 12 of 17 are 70.59 %; 0 of 10.
    assert_eq!(rows[1], "1 | 云冈 | 100.00 | —");
    assert_eq!(rows[2], "2 | 天镇 | 70.59 | —");
    assert_eq!(rows[9], "9 | 新荣 | 0.00 | —");
    assert_eq!(rows[10], "— | 左云 | — | —");
    assert_eq!(rows.len(), 11);
    assert_eq!(
        table(by, Chinese).caption.as_deref(),
        Some("大同市2026年排名：普惠托位增量完成率（截至2026年6月30日）")
    );
    // Three share a place behind 广灵 with 9 of 17: 65 of 130, 8 of 16 and 13 of 26.
    assert_eq!(rows[4..7], ["4 | 平城 | 50.00 | —", "4 | 云州 | 50.00 | —", "4 | 浑源 | 50.00 | —"]);
    let rows = lines(&table(RankBy::Score, English));
    assert_eq!(rows[0], "Place | County | Weighted score | Since the last");
    assert_eq!(rows[1], "— | Pingcheng | — | —");
    // A move is told against the report before.
    let mut later = scenario.clone();
    let july = Date::new(2026, 7, 31).unwrap();
    later.apply(&Edit::Batch(later.monitoring().beginning(july, Some(june()), later.region()))).unwrap();
    apply(&mut later, MonitorEdit::SetCount(july, CountyId::new("xinrong"), Counted::InclusiveAdded, Some(10)));
    let rows = lines(&ranking_table(&later, &evaluate(&later), july, by, Chinese).unwrap());
    assert_eq!(rows[1..4], ["1 | 云冈 | 100.00 | 不变", "1 | 新荣 | 100.00 | 升8位", "3 | 天镇 | 70.59 | 降1位"]);
}

#[test]
fn progress_is_copied_with_the_city_below() {
    let scenario = reported();
    let table = |language| progress_table(&scenario, &evaluate(&scenario), june(), june(), language).unwrap();
    let rows = lines(&table(Chinese));
    assert_eq!(rows[0], "县（区） | 任务数 | 已新增 | 完成率 % | 序时应完成 | 比序时 | 状态 | 今后每月需 | 按现速年底");
    // 130 · 181 ÷ 365 = 64.5; 65 · 365 ÷ (184 · 12) = 10.7; 65 · 365 ÷ 181 = 131.1.
    assert_eq!(rows[1], "平城 | 130 | 65 | 50.00 | 64 | 1 | 符合序时 | 11 | 131");
    // 10 · 181 ÷ 365 = 5.0, and none of them; 10 · 365 ÷ (184 · 12) = 1.7.
    assert_eq!(rows[3], "新荣 | 10 | 0 | 0.00 | 5 | -5 | 严重滞后 | 2 | 0");
    // 13 · 181 ÷ 365 = 6.4.
    assert_eq!(rows[10], "左云 | 13 | — | — | 6 | — | — | — | —");
    assert!(rows[11].starts_with("全市 | 350 | — | — | "), "{}", rows[11]);
    assert_eq!(rows.len(), 12);
    let rows = lines(&table(English));
    assert_eq!(
        rows[0],
        "County | Task | Added | Done % | Planned by now | Against plan | Status | Needed a month | Year-end at this pace"
    );
    assert_eq!(rows[1], "Pingcheng | 130 | 65 | 50.00 | 64 | 1 | On schedule | 11 | 131");
}

#[test]
fn what_is_not_reported_is_copied_by_county() {
    let mut scenario = official_plan().clone();
    apply(&mut scenario, MonitorEdit::SetReport(june(), true));
    for county in official_plan().region().counties().iter().skip(2) {
        for of in Counted::ALL {
            apply(&mut scenario, MonitorEdit::SetCount(june(), county.id.clone(), of, Some(1)));
        }
    }
    let id = CountyId::new("yungang");
    for of in Counted::ALL.into_iter().filter(|of| !matches!(of, Counted::Slots | Counted::Disbursed)) {
        apply(&mut scenario, MonitorEdit::SetCount(june(), id.clone(), of, Some(1)));
    }
    let table = unreported_table(&scenario, june(), Chinese).unwrap();
    assert_eq!(lines(&table), ["县（区） | 未报内容", "平城 | 全部未报", "云冈 | 托位数；已拨付补贴"]);
    let table = unreported_table(&scenario, june(), English).unwrap();
    assert_eq!(
        lines(&table),
        ["County | Not reported yet", "Pingcheng | everything", "Yungang | slots; subsidies paid out"]
    );
    assert_eq!(table.caption.as_deref(), Some("Datong 2026: Not reported (as of 30 June 2026)"));
}

#[test]
fn the_scenarios_name_stands_in_the_caption() {
    let mut scenario = reported();
    scenario.apply(&Edit::Rename("方案甲".to_owned())).unwrap();
    let caption = |language| report_table(&scenario, june(), &Counted::ALL, language).unwrap().caption.unwrap();
    assert_eq!(caption(Chinese), "大同市2026年填报（方案甲，截至2026年6月30日）");
    assert_eq!(caption(English), "Datong 2026: Reports (方案甲, as of 30 June 2026)");
}
