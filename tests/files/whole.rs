//! What holds for every table, however it is headed: a figure is never stored under another heading's figure, and nothing
//! changes without being said.

use std::collections::BTreeMap;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use tuowei::files::{Choices, PasteInto, PasteSheet, Pasted, Table, read_table};
use tuowei::model::{Counted, Edit, Figure, MonitorEdit, Scenario, official_plan};
use tuowei::text::{GridColumn, Language, PasteColumn, PasteNote, WhyLeft, paste_left, paste_report};

use super::monitor_tables::june;
use super::support::at;

/// A heading: its rows from the top, and the only figures that its column may be taken for.
type Heading = (&'static [&'static str], &'static [&'static str]);

/// Headings of the plan; a column that follows one of a group stands under it.
const PLAN: &[Heading] = &[
    (&["3岁以下婴幼儿数"], &["children"]),
    (&["3岁以下婴幼儿数（人）"], &["children"]),
    (&["2025年基数"], &["base"]),
    (&["2025年\n入托率（%）"], &["base"]),
    (&["2026年目标值"], &["target"]),
    (&["任务数"], &["slots"]),
    (&["2026年新增普惠托位数（个）"], &["slots"]),
    (&["现有托位"], &["capacity"]),
    (&["现有普惠托位"], &["inclusive"]),
    (&["在托人数"], &["enrolled"]),
    (&["其他新增托位"], &["other"]),
    (&["常住人口"], &["population"]),
    (&["普惠托位数"], &["inclusive", "slots"]),
    (&["托位数"], &["capacity", "slots"]),
    (&["新增"], &["slots", "other"]),
    (&["其中普惠托位"], &["inclusive", "slots"]),
    (&["其中：普惠"], &["inclusive"]),
    (&["其中：公办"], &[]),
    (&["入托率", "2025年"], &["base"]),
    (&["入托率", "2026年"], &["target"]),
    (&["托位（个）", "总数"], &["capacity"]),
    (&["托位（个）", "普惠"], &["inclusive", "slots"]),
    (&["在托（人）", "总数"], &["enrolled"]),
    (&["在托（人）", "普惠"], &[]),
    (&["现有", "普惠托位"], &["inclusive"]),
    (&["新增", "普惠托位"], &["slots"]),
    (&["民办", "托位"], &[]),
    (&["托位", "现有", "总数"], &["capacity"]),
    (&["托位", "现有", "普惠"], &["inclusive"]),
    (&["托位", "新增", "普惠"], &["slots"]),
    (&["任务数", "合计"], &["slots"]),
    (&["托位情况", "现有托位"], &["capacity"]),
    (&["机构情况", "任务数"], &["slots"]),
    (&["在托情况", "普惠"], &[]),
    // Others, however near.
    (&["序号"], &[]),
    (&["备注"], &[]),
    (&["托位利用率"], &[]),
    (&["普惠率"], &[]),
    (&["签约率目标值"], &[]),
    (&["持证率基数"], &[]),
    (&["任务完成数"], &[]),
    (&["已新增普惠托位数"], &[]),
    (&["公办托位"], &[]),
    (&["2024年基数"], &[]),
    (&["2025年任务数"], &[]),
    (&["婴幼儿数（万人）"], &[]),
    (&["现有托位（百个）"], &[]),
    (&["机构数"], &[]),
    (&["户籍人口"], &[]),
    (&["合计"], &[]),
];

const REPORT: &[Heading] = &[
    (&["在托人数"], &["Enrolled"]),
    (&["公办在托"], &["EnrolledPublic"]),
    (&["托位数"], &["Slots"]),
    (&["普惠托位"], &["Inclusive"]),
    (&["其中：普惠"], &["Inclusive"]),
    (&["其中：公办"], &["EnrolledPublic", "SlotsPublic", "InstitutionsPublic", "RegisteredPublic"]),
    (&["托位（个）", "总数"], &["Slots"]),
    (&["托位（个）", "普惠"], &["Inclusive"]),
    (&["在托（人）", "总数"], &["Enrolled"]),
    (&["在托（人）", "普惠"], &[]),
    (&["公办", "在托"], &["EnrolledPublic"]),
    (&["机构情况", "总数"], &["Institutions"]),
    (&["二、托位供给", "普惠"], &["Inclusive"]),
    (&["在托情况", "普惠"], &[]),
    (&["民办", "在托"], &[]),
    (&["机构数"], &["Institutions"]),
    (&["备案机构数"], &["Registered"]),
    (&["备案率"], &[]),
    (&["任务数"], &[]),
    (&["2025年在托人数"], &[]),
    (&["在托（百人）"], &[]),
    (&["备注"], &[]),
];

/// Rows above the headings.
const ABOVE: [&str; 8] = [
    "2026年各县（区）托位情况表",
    "单位：个",
    "单位：人、个、%",
    "填报单位：万柏林区卫健局",
    "填报单位：万荣县",
    "填报单位：广元市三元区卫健局",
    "填报日期：2026年6月30日",
    "",
];

const CELLS: [&str; 9] = ["", "-", " -   ", "—", "未报", "/", "x", "####", "1.5"];

#[derive(Clone, Debug)]
struct Sheet {
    above: Vec<usize>,
    headings: Vec<Heading>,
    /// Where the names stand among the columns.
    names: Index,
    counties: Vec<usize>,
    /// Cells that hold something else.
    odd: Vec<(Index, Index, &'static str)>,
    has_total: bool,
    is_turned: bool,
}

fn any_sheet(headings: &'static [Heading]) -> impl Strategy<Value = Sheet> {
    (
        prop::collection::vec(0..ABOVE.len(), 0..3),
        prop::collection::vec(select(headings), 1..7),
        any::<Index>(),
        prop::sample::subsequence((0..10).collect::<Vec<usize>>(), 1..=10).prop_shuffle(),
        prop::collection::vec((any::<Index>(), any::<Index>(), select(&CELLS[..])), 0..4),
        any::<bool>(),
        prop::bool::weighted(0.25),
    )
        .prop_map(|(above, headings, names, counties, odd, has_total, is_turned)| Sheet {
            above,
            headings,
            names,
            counties,
            odd,
            has_total,
            is_turned,
        })
}

impl Sheet {
    /// The cells, and of each column of figures the figures that it may be taken for.
    fn table(&self) -> (Vec<Vec<String>>, BTreeMap<usize, &'static [&'static str]>) {
        let names = self.names.index(self.headings.len() + 1).min(1);
        let depth = self.headings.iter().map(|(rows, _)| rows.len()).max().unwrap_or(1);
        let width = self.headings.len() + 1;
        let mut rows: Vec<Vec<String>> = Vec::new();
        for &above in &self.above {
            let mut row = vec![String::new(); width];
            row[0] = ABOVE[above].to_owned();
            rows.push(row);
        }
        let place = |at: usize| if at < names { at } else { at + 1 };
        let mut may_be = BTreeMap::new();
        let start = rows.len();
        rows.extend(std::iter::repeat_n(vec![String::new(); width], depth));
        rows[start][names] = "县（区）".to_owned();
        for (at, (texts, figures)) in self.headings.iter().enumerate() {
            may_be.insert(place(at), *figures);
            for (row, text) in texts.iter().enumerate() {
                // A heading that is merged stands over the first of its columns.
                let before = at.checked_sub(1).filter(|before| place(*before) + 1 == place(at));
                let is_merged = row + 1 < texts.len()
                    && before.is_some_and(|before| {
                        let (other, _) = self.headings[before];
                        other.len() > row + 1 && other[..=row] == texts[..=row]
                    });
                if !is_merged {
                    rows[start + row][place(at)] = (*text).to_owned();
                }
            }
        }
        for (number, &county) in self.counties.iter().enumerate() {
            let mut row: Vec<String> = (0..width).map(|column| figure(column, number)).collect();
            row[names] = official_plan().region().counties()[county].name.local.to_string();
            rows.push(row);
        }
        for (row, column, text) in &self.odd {
            let (row, column) =
                (start + depth + row.index(self.counties.len()), place(column.index(self.headings.len())));
            rows[row][column] = (*text).to_owned();
        }
        if self.has_total {
            let mut row = vec!["7".to_owned(); width];
            row[names] = "全市".to_owned();
            rows.push(row);
        }
        (rows, may_be)
    }
}

/// A figure that says where it stands: no two of a table are the same, and as a rate it is one.
fn figure(column: usize, row: usize) -> String {
    (11 + column * 12 + row).to_string()
}

fn word(column: PasteColumn) -> String {
    match column {
        PasteColumn::Grid(column) => column.id().to_owned(),
        PasteColumn::Counted(of) => format!("{of:?}"),
    }
}

/// Reads a table, and checks each figure that is taken and each that is not.
fn check(sheet: &Sheet, scenario: &Scenario, into: PasteSheet<'_>) -> Result<(), TestCaseError> {
    let (rows, may_be) = sheet.table();
    let block = if sheet.is_turned {
        let row = |column: usize| rows.iter().map(|row| row[column].clone()).collect();
        (0..rows[0].len()).map(row).collect()
    } else {
        rows.clone()
    };
    let tsv = Table { rows: block, ..Table::default() }.to_tsv();
    let table = Table::read(&tsv).unwrap();
    let pasted = read_table(&table, scenario, PasteInto { sheet: into, shown: None }, &Choices::default());
    for taken in &pasted.figures {
        let (row, column) = if sheet.is_turned { (taken.column, taken.row) } else { (taken.row, taken.column) };
        let allowed = may_be.get(&(column - 1)).copied().unwrap_or_default();
        prop_assert!(
            allowed.contains(&word(taken.of).as_str()),
            "{:?} is no {}: {tsv}",
            rows[row - 1][column - 1],
            word(taken.of)
        );
        // And it is the county's own.
        let name = &official_plan().region().counties()[taken.county].name.local;
        prop_assert!(rows[row - 1].iter().any(|cell| **cell == **name), "{tsv}");
    }
    // What is changed is among the figures that are said, and every column that is not taken is said.
    let changed = pasted.figures.iter().filter(|taken| taken.before != Some(taken.after)).count();
    prop_assert!(pasted.edits.len() <= changed, "{tsv}");
    let said: usize = pasted.report.taken.iter().map(|taken| taken.figures).sum();
    prop_assert_eq!(said, pasted.figures.len(), "{}", tsv);
    // With one county alone a bad cell leaves open which way the table runs.
    if sheet.counties.len() > 1 { everything_is_said(sheet, &rows, &pasted, &may_be, &tsv) } else { Ok(()) }
}

fn everything_is_said(
    sheet: &Sheet,
    rows: &[Vec<String>],
    pasted: &Pasted,
    may_be: &BTreeMap<usize, &[&str]>,
    tsv: &str,
) -> Result<(), TestCaseError> {
    let place = |row: usize, column: usize| if sheet.is_turned { (column, row) } else { (row, column) };
    let mut places: Vec<(usize, usize)> = pasted.report.left.iter().map(|left| place(left.row, left.column)).collect();
    for note in &pasted.report.notes {
        if let PasteNote::Empty(cells) | PasteNote::Zeros(cells) = note {
            places.extend(cells.iter().map(|cell| place(cell.row, cell.column)));
        }
    }
    let taken: Vec<(usize, usize)> = pasted.figures.iter().map(|taken| place(taken.row, taken.column)).collect();
    let computed = pasted.report.notes.iter().any(|note| matches!(note, PasteNote::NotPasted(_)));
    let start = rows.len() - usize::from(sheet.has_total) - sheet.counties.len();
    for (row, cells) in rows.iter().enumerate().skip(start).take(sheet.counties.len()) {
        for &column in may_be.keys().filter(|column| !cells[**column].trim().is_empty()) {
            let cell = (row + 1, column + 1);
            // Itself, or the heading over it.
            let is_said = places.contains(&cell) || places.iter().any(|&(at, of)| of == cell.1 && at <= start + 1);
            prop_assert!(taken.contains(&cell) || is_said || computed, "{cell:?} is not said: {tsv}");
        }
    }
    let is_open = pasted.report.left.iter().any(|left| matches!(left.why, WhyLeft::Undecided(_)));
    prop_assert_eq!(is_open, pasted.columns.iter().any(|column| column.is_open), "{}", tsv);
    for language in [Language::Chinese, Language::English] {
        prop_assert_eq!(paste_left(&pasted.report, usize::MAX, language).len(), pasted.report.left.len());
        prop_assert!(!paste_report(&pasted.report, language).is_empty());
    }
    Ok(())
}

/// The plan with figures in every column, so that whatever is overwritten shows.
fn filled() -> Scenario {
    let mut scenario = official_plan().clone();
    for county in Arc::clone(scenario.region()).counties() {
        for figure in
            [Figure::Children, Figure::Capacity, Figure::Inclusive, Figure::Enrolled, Figure::Other, Figure::Population]
        {
            scenario.apply(&Edit::SetFigure(county.id.clone(), figure, figure.value(3))).unwrap();
        }
    }
    scenario
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_figure_of_the_plan_is_stored_under_another_heading(sheet in any_sheet(PLAN), with_anchor in any::<bool>()) {
        let anchor = at(0, GridColumn::Input(Figure::Slots)).filter(|_| with_anchor);
        check(&sheet, &filled(), PasteSheet::Grid { at: anchor })?;
    }

    #[test]
    fn no_figure_of_a_report_is_stored_under_another_heading(sheet in any_sheet(REPORT), with_anchor in any::<bool>()) {
        let mut scenario = official_plan().clone();
        scenario.apply(&Edit::Monitor(MonitorEdit::SetReport(june(), true))).unwrap();
        let at = with_anchor.then_some((0, Counted::Enrolled));
        check(&sheet, &scenario, PasteSheet::Report { day: june(), columns: &[Counted::Enrolled, Counted::Slots], at })?;
    }
}
