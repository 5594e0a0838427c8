//! The grid as a table to copy.

use super::support::{COMPUTED, empty, paste, rate};
use tuowei::files::{Computed, GridColumn, GridView, Table, grid_selection, grid_table};
use tuowei::model::{Children, CountyId, Edit, Figure, Persons, Scenario, Slots, evaluate, official_plan};
use tuowei::text::{Language, PasteNote};

fn table(scenario: &Scenario, view: GridView, language: Language) -> Table {
    grid_table(scenario, &evaluate(scenario), (view, view.columns()), COMPUTED, language)
}

fn rows(scenario: &Scenario, view: GridView, language: Language) -> Vec<String> {
    table(scenario, view, language).to_tsv().lines().map(|line| line.replace('\t', " | ")).collect()
}

#[test]
fn the_whole_grid_is_copied_with_headings_names_and_total() {
    let rows = rows(official_plan(), GridView::Plan, Language::Chinese);
    assert_eq!(
        rows[0],
        "县（区） | 3岁以下婴幼儿数（人） | 2025年基数（%） | 增幅（百分点） | 2026年目标值（%） | 指定目标（%） | 任务数（个） | 占比（%） | 锁定"
    );
    assert_eq!(rows[1], "平城 |  | 2.14 | 2.08 | 4.22 |  | 130 | 37.14 | ");
    assert_eq!(rows[10], "左云 |  | 1.87 | 2.08 | 3.95 |  | 13 | 3.71 | ");
    assert_eq!(rows[11], "全市 | — | — | — | — |  | 350 | 100.00 | ");
    assert_eq!(rows.len(), 12);
    let html = table(official_plan(), GridView::Plan, Language::Chinese).to_html();
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
    apply(Edit::base(id(), rate("2.1401")));
    apply(Edit::pin(id(), rate("0.0601")));
    apply(Edit::children(id(), Children::new(48_210)));
    apply(Edit::SetLocked(id(), true));
    let rows = rows(&scenario, GridView::Plan, Language::English);
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
    let columns = [GridColumn::Input(Figure::Base), GridColumn::Uplift, GridColumn::Target];
    let cells = |rows, columns: &[GridColumn]| {
        grid_selection(plan, &evaluate(plan), rows, columns, COMPUTED, Language::Chinese).to_tsv()
    };
    assert_eq!(cells((0, 1), &columns), "2.14\t2.08\t4.22\r\n3.69\t2.08\t5.77\r\n");
    assert_eq!(cells((9, 99), &[GridColumn::Name, GridColumn::Input(Figure::Slots)]), "左云\t13\r\n");
    assert_eq!(cells((10, 12), &columns), "");
    let columns = [GridColumn::Input(Figure::Slots), GridColumn::EnrolledThen, GridColumn::NewEnrolments];
    assert_eq!(cells((0, 1), &columns), "130\t2034\t-12\r\n77\t2035\t—\r\n");
}

/// The plan with what is there today, the last county's inclusive slots not known.
fn supplied() -> Scenario {
    let mut scenario = official_plan().clone();
    for (county, number) in official_plan().region().counties().iter().zip(1..) {
        let id = || county.id.clone();
        let mut apply = |edit: Edit| drop(scenario.apply(&edit).unwrap());
        apply(Edit::children(id(), Children::new(number * 10_000)));
        apply(Edit::enrolled(id(), Children::new(number * 100)));
        apply(Edit::capacity(id(), Slots::new(number * 1_001)));
        apply(Edit::inclusive(id(), Slots::new(number * 600).filter(|_| number < 10)));
        apply(Edit::population(id(), Persons::new(number * 1_000_000)));
    }
    scenario
}

#[test]
fn the_supply_view_is_copied_with_its_own_headings_and_sums() {
    let scenario = supplied();
    let rows = rows(&scenario, GridView::Supply, Language::Chinese);
    assert_eq!(
        rows[0],
        "县（区） | 3岁以下婴幼儿数（人） | 在托人数（人） | 现有托位（个） | 现有普惠托位（个） | 其他新增托位（个） | \
         任务数（个） | 目标在托人数（人） | 新增在托人数（人） | 新增后托位（个） | 所需利用率（%） | 托位缺口（个） | \
         新增后普惠占比（%） | 常住人口（人） | 每千人口托位数（个）"
    );
    assert_eq!(
        rows[1],
        "平城 | 10000 | 100 | 1001 | 600 |  | 130 | 2034 | -12 | 4130 | 49.25 | 0 | 71.00 | 1000000 | 4.13"
    );
    assert_eq!(rows[2], "云冈 | 20000 | 200 | 2002 | 1200 |  | 77 | 2035 | — | 4130 | 49.25 | 0 | — | 2000000 | 4.13");
    assert_eq!(
        rows[10],
        "左云 | 100000 | 1000 | 10010 |  |  | 13 | 2043 | -12 | 4130 | 49.25 | 0 | 71.00 | 10000000 | 4.13"
    );
    // A sum only of what every county has.
    assert_eq!(rows[11], "全市 | 550000 | 5500 | 55055 | — | — | 350 | 5 | 5 | 5 | 5 | 5 | — | 55000000 | 5");
    let html = table(&scenario, GridView::Supply, Language::Chinese).to_html();
    assert!(
        html.starts_with("<table><caption>大同市2026年托位供需测算</caption><thead><tr><th scope=\"col\">县（区）")
    );
    let english = table(&scenario, GridView::Supply, Language::English);
    assert_eq!(english.caption.as_deref(), Some("Datong 2026: supply of and demand for slots"));
    // What is not given is not known.
    let none = grid_table(
        &scenario,
        &evaluate(&scenario),
        (GridView::Supply, GridView::Supply.columns()),
        Computed::NONE,
        Language::English,
    );
    assert!(none.to_tsv().lines().nth(1).unwrap().ends_with("130\t—\t—\t—\t—\t—\t—\t1000000\t—"));
}

#[test]
fn a_copied_supply_table_brings_its_inputs_and_changes_nothing_at_home() {
    let scenario = supplied();
    let computed: Vec<GridColumn> =
        GridView::Supply.columns()[1..].iter().copied().filter(|column| column.figure().is_none()).collect();
    for language in [Language::Chinese, Language::English] {
        let block = table(&scenario, GridView::Supply, language).to_tsv();
        let pasted = paste(&block, &scenario, None);
        assert_eq!((pasted.edits.len(), pasted.report.figures(), pasted.report.left.len()), (0, 59, 0));
        let agrees = |column: GridColumn, total| PasteNote::TotalAgrees { column: column.into(), total };
        assert_eq!(
            pasted.report.notes,
            [
                agrees(GridColumn::Input(Figure::Children), 550_000),
                agrees(GridColumn::Input(Figure::Enrolled), 5_500),
                agrees(GridColumn::Input(Figure::Capacity), 55_055),
                agrees(GridColumn::Input(Figure::Slots), 350),
                agrees(GridColumn::Input(Figure::Population), 55_000_000),
                PasteNote::NotPasted(computed.clone()),
            ]
        );
        let mut bare = official_plan().clone();
        bare.apply(&paste(&block, &bare, None).edit().unwrap()).unwrap();
        assert_eq!(bare, scenario);
    }
}
