//! Scenarios side by side as values: titles, labels, tables. All figures by hand.

use tuowei::charts::{Chart, ChartOptions, Frame, Order};
use tuowei::model::{Scenario, official_plan};
use tuowei::text::Language::{Chinese, English};

use crate::samples::{compared, many, options, over, plan_b, variants};

fn slots(scenarios: &[Scenario], options: &ChartOptions<'_>) -> Box<dyn Chart> {
    compared(scenarios, 0, options).swap_remove(0)
}

fn rates(scenarios: &[Scenario], options: &ChartOptions<'_>) -> Box<dyn Chart> {
    compared(scenarios, 0, options).swap_remove(1)
}

fn lines(chart: &dyn Chart) -> Vec<String> {
    let table = chart.table();
    std::iter::once(&table.headers).chain(&table.rows).chain(&table.total).map(|row| row.join(" ")).collect()
}

#[test]
fn titles_state_what_differs() {
    let plan = official_plan().clone();
    let two = [plan.clone(), plan_b()];
    let title = |chart: Box<dyn Chart>| chart.heading().title.clone();
    assert_eq!(title(slots(&two, &options(Chinese, "方案B"))), "任务数与市方案相比，方案B：平城+20、云冈−20");
    assert_eq!(
        title(slots(&two, &options(English, "Plan B"))),
        "Slots against 市方案. Plan B: Pingcheng +20, Yungang −20"
    );
    assert_eq!(title(rates(&two, &options(Chinese, "方案B"))), "目标各情景相同");
    // The second of the variants adds half a point everywhere, the third takes 3.08 away.
    let all = variants(&plan);
    assert_eq!(
        title(rates(&all, &options(Chinese, "方案B"))),
        "目标与市方案相比，方案B：各县（区）均+0.50；C：各县（区）均−3.08"
    );
}

#[test]
fn marks_and_table_hold_every_scenario_with_its_difference() {
    let chart = slots(&[official_plan().clone(), plan_b()], &options(Chinese, "方案B"));
    assert_eq!(chart.name(), "compare-slots");
    let marks = chart.marks(&Frame::EXPORT);
    assert_eq!(marks.len(), 10);
    assert_eq!(marks[0].label, "平城：市方案 130个，方案B 150个（+20）");
    assert_eq!(marks[2].label, "新荣：市方案 10个，方案B 10个");
    let lines = lines(&*chart);
    assert_eq!(lines[0], "县（区） 市方案 方案B 方案B − 市方案");
    assert_eq!((&*lines[1], &*lines[3], &*lines[11]), ("平城 130 150 +20", "新荣 10 10 0", "全市 350 350 0"));
    let rates = rates(&[official_plan().clone(), plan_b()], &options(English, "Plan B"));
    assert_eq!(rates.name(), "compare-rates");
    assert_eq!(rates.marks(&Frame::EXPORT)[0].label, "Pingcheng: 市方案 4.22%, Plan B 4.22%");
    assert!(
        rates.description().starts_with("Columns: 2 scenarios side by side for 10 counties of Datong, on one scale. ")
    );
}

#[test]
fn a_scenario_off_its_task_is_named() {
    let chart = slots(&[official_plan().clone(), over()], &options(Chinese, "方案C"));
    assert_eq!(chart.heading().warning.as_deref(), Some("方案C超出任务20个"));
    let chart = slots(&[official_plan().clone(), plan_b()], &options(Chinese, "方案C"));
    assert_eq!(chart.heading().warning, None);
}

#[test]
fn of_many_counties_a_part_is_shown_that_says_so() {
    let all = variants(&many(117));
    let by_difference = ChartOptions { order: Order::Value, ..options(Chinese, "甲") };
    let chart = slots(&all, &by_difference);
    assert_eq!(chart.marks(&Frame::EXPORT).len(), 16);
    assert!(
        chart.heading().notes.iter().any(|note| note.contains("16") && note.contains("117")),
        "{:?}",
        chart.heading()
    );
    let differences: Vec<i64> = chart
        .table()
        .rows
        .iter()
        .map(|row| {
            let by = |at: usize| row[at].replace('−', "-").replace(',', "").parse::<i64>().unwrap_or(0).abs();
            by(3).max(by(5)).max(by(7))
        })
        .collect();
    assert!(differences.is_sorted_by(|larger, smaller| larger >= smaller), "{differences:?}");
    let around = ChartOptions { around: Some(40), ..options(Chinese, "甲") };
    let positions: Vec<usize> = slots(&all, &around).marks(&Frame::EXPORT).iter().map(|mark| mark.position).collect();
    assert_eq!(positions, (32..48).collect::<Vec<_>>());
}
