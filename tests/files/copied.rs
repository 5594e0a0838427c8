//! The grid as a table to copy.

use super::support::{empty, rate};
use tuowei::files::{GridColumn, grid_selection, grid_table};
use tuowei::model::{Children, CountyId, Edit, Scenario, evaluate, official_plan};
use tuowei::text::Language;

fn rows(scenario: &Scenario, language: Language) -> Vec<String> {
    let table = grid_table(scenario, &evaluate(scenario), language);
    table.to_tsv().lines().map(|line| line.replace('\t', " | ")).collect()
}

#[test]
fn the_whole_grid_is_copied_with_headings_names_and_total() {
    let rows = rows(official_plan(), Language::Chinese);
    assert_eq!(
        rows[0],
        "县（区） | 3岁以下婴幼儿数（人） | 2025年基数（%） | 增幅（百分点） | 2026年目标值（%） | 指定目标（%） | 任务数（个） | 占比（%） | 锁定"
    );
    assert_eq!(rows[1], "平城 |  | 2.14 | 2.08 | 4.22 |  | 130 | 37.14 | ");
    assert_eq!(rows[10], "左云 |  | 1.87 | 2.08 | 3.95 |  | 13 | 3.71 | ");
    assert_eq!(rows[11], "全市 | — | — | — | — |  | 350 | 100.00 | ");
    assert_eq!(rows.len(), 12);
    let html = grid_table(official_plan(), &evaluate(official_plan()), Language::Chinese).to_html();
    assert!(html.starts_with(
        "<table><caption>大同市2026年入托率目标和普惠托位任务</caption><thead><tr><th scope=\"col\">县（区）"
    ));
    assert!(html.contains("<tr><th scope=\"row\">平城</th><td></td><td>2.14</td>"));
}

#[test]
fn inputs_are_copied_to_their_last_decimal_and_what_is_unknown_is_not_invented() {
    let mut scenario = empty();
    let mut apply = |edit: Edit| drop(scenario.apply(&edit).unwrap());
    let id = || CountyId::new("pingcheng");
    apply(Edit::SetBase(id(), rate("2.1401")));
    apply(Edit::SetPin(id(), rate("0.0601")));
    apply(Edit::SetChildren(id(), Children::new(48_210)));
    apply(Edit::SetLocked(id(), true));
    let rows = rows(&scenario, Language::English);
    assert_eq!(
        rows[0],
        "County | Children under 3 | 2025 base (%) | Uplift (points) | 2026 target (%) | Own target (%) | Slots | Share (%) | Lock"
    );
    assert_eq!(rows[1], "Pingcheng | 48210 | 2.1401 | -2.08 | 0.06 | 0.0601 |  | — | locked");
    assert_eq!(rows[2], "Yungang |  |  | — | — |  |  | — | ");
    assert_eq!(rows[11], "City | — | — | — | — |  | 0 | — | ");
}

#[test]
fn a_selection_is_copied_as_bare_cells() {
    let plan = official_plan();
    let columns = [GridColumn::Base, GridColumn::Uplift, GridColumn::Target];
    let cells =
        |rows, columns: &[GridColumn]| grid_selection(plan, &evaluate(plan), rows, columns, Language::Chinese).to_tsv();
    assert_eq!(cells((0, 1), &columns), "2.14\t2.08\t4.22\r\n3.69\t2.08\t5.77\r\n");
    assert_eq!(cells((9, 99), &[GridColumn::Name, GridColumn::Slots]), "左云\t13\r\n");
    assert_eq!(cells((10, 12), &columns), "");
}
