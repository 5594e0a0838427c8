//! Filling and emptying selected cells.

use tuowei::model::{CountyId, Edit, Figure, Scenario, official_plan};
use tuowei::session::field::{Field, FieldProblem};
use tuowei::session::fill::{Fill, Filled, filled};
use tuowei::text::{FillReport, Language, NumberProblem, fill_said};

/// The cells of these columns in the first rows of the plan; `None` is a computed column.
fn cells(rows: usize, columns: &[Option<Figure>]) -> Vec<Vec<Option<Field>>> {
    let row = |id: &CountyId| columns.iter().map(|of| of.map(|figure| Field::County(figure, id.clone()))).collect();
    official_plan().region().counties().iter().take(rows).map(|county| row(&county.id)).collect()
}

fn after(edits: Vec<Edit>) -> Scenario {
    let mut scenario = official_plan().clone();
    scenario.apply(&Edit::Batch(edits)).unwrap();
    scenario
}

fn texts(scenario: &Scenario, cells: &[Vec<Option<Field>>]) -> Vec<String> {
    cells.iter().flatten().flatten().map(|field| field.text(scenario)).collect()
}

const SLOTS: &[Option<Figure>] = &[Some(Figure::Slots)];

#[test]
fn the_first_rows_fill_the_rows_below_again_and_again() {
    for (sources, expected) in
        [(1, ["130"; 5]), (2, ["130", "77", "130", "77", "130"]), (5, ["130", "77", "10", "16", "20"])]
    {
        let cells = cells(5, SLOTS);
        let filled = filled(official_plan(), &cells, &Fill::Down(sources));
        assert_eq!(filled.report.cells, 5 - sources);
        assert_eq!(texts(&after(filled.edits), &cells), expected);
    }
}

#[test]
fn each_column_is_filled_with_its_own_and_computed_ones_are_said() {
    let cells = cells(3, &[Some(Figure::Base), None, Some(Figure::Children), Some(Figure::Slots)]);
    let filled = filled(official_plan(), &cells, &Fill::Down(1));
    assert_eq!(filled.report, FillReport { emptied: false, cells: 6, refused: 0, left_columns: 1 });
    // 平城's children are not known, and so neither are the others'.
    assert_eq!(texts(&after(filled.edits), &cells), ["2.14", "", "130", "2.14", "", "130", "2.14", "", "130"]);
}

#[test]
fn what_is_typed_fills_every_cell_that_takes_it() {
    let cells = cells(2, &[Some(Figure::Base), Some(Figure::Slots)]);
    let filled = filled(official_plan(), &cells, &Fill::Typed("7/2".to_owned()));
    assert_eq!((filled.report.cells, filled.report.refused), (2, 2));
    assert!(matches!(filled.why, Some(FieldProblem::Custom(_))));
    assert_eq!(texts(&after(filled.edits), &cells), ["3.50", "130", "3.50", "77"]);
    let none = refused(&cells);
    assert_eq!((none.edits, none.why), (Vec::new(), Some(FieldProblem::Number(NumberProblem::NotANumber))));
}

/// A text that no cell takes.
fn refused(cells: &[Vec<Option<Field>>]) -> Filled {
    filled(official_plan(), cells, &Fill::Typed("x".to_owned()))
}

#[test]
fn emptied_cells_are_not_known() {
    let cells = cells(2, SLOTS);
    let filled = filled(official_plan(), &cells, &Fill::Empty);
    assert!(filled.report.emptied);
    assert_eq!(texts(&after(filled.edits), &cells), ["", ""]);
}

#[test]
fn the_report_says_what_was_done_and_what_was_left() {
    let report = |cells, refused, left_columns, emptied| FillReport { emptied, cells, refused, left_columns };
    for (report, chinese, english) in [
        (report(9, 0, 0, false), "已填充9个单元格。", "Filled 9 cells."),
        (report(1, 0, 0, true), "已清空1个单元格。", "Cleared 1 cell."),
        (
            report(4, 2, 1, false),
            "已填充4个单元格。2个没有填：请填写整数。1列不是填写的，没有变动。",
            "Filled 4 cells. 2 cells left: 请填写整数. 1 column is not typed, and left.",
        ),
        (
            report(0, 0, 2, false),
            "没有可填的单元格。2列不是填写的，没有变动。",
            "No cell to fill. 2 columns are not typed, and left.",
        ),
    ] {
        assert_eq!(fill_said(report, Some("请填写整数"), Language::Chinese), chinese);
        assert_eq!(fill_said(report, Some("请填写整数"), Language::English), english);
    }
}
