//! What holds for every scenario that is copied and for every text that is pasted.

use std::sync::Arc;

use super::support::{COMPUTED, after, empty, paste};
use proptest::prelude::*;
use tuowei::files::{Anchor, GridColumn, GridView, HiddenColumns, Table, grid_selection, grid_table, joined_name};
use tuowei::model::{
    County, CountyId, CountyInputs, CountyKind, Edit, Figure, FigureKind, FigureValue, Name, Points, Rate, Region,
    RuleKind, Scenario, evaluate,
};
use tuowei::text::Language;

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];
const VIEWS: [GridView; 2] = [GridView::Plan, GridView::Supply];

/// Names as other regions have them, and as nobody should.
fn any_name() -> impl Strategy<Value = String> {
    let known = [
        "平城",
        "平城区",
        "平城县",
        "朝阳",
        "鼓楼区",
        "城",
        "全市",
        "合计",
        "小计",
        "基数",
        "任务数",
        "2025年基数",
        "现有托位",
        "在托人数",
        "12",
        "2.14",
        "-",
        "—",
        "",
        " ",
        "=1+1",
        "'=1",
        "+5",
        "@x",
        "\t=1",
        "a\tb",
        "a\nb",
        "\"",
        "\"a\"",
        "a\"b",
        "<b>&amp;",
        "####",
        "县（区）",
        "已锁定",
        "locked",
        "单位：万人",
        "表一",
        "Total",
        "大同",
        "某",
        "a,b",
        "| x |",
        "\u{0}\u{1f}",
        "\u{202e}x",
        "＝1",
        "全 市",
    ];
    prop_oneof![6 => "[甲-龥]{1,4}", 2 => prop::sample::select(known.to_vec()).prop_map(str::to_owned), 1 => any::<String>()]
}

fn plain_names(count: usize) -> Vec<String> {
    (0..count).map(|number| format!("甲{}", char::from_u32(0x5000 + u32::try_from(number).unwrap()).unwrap())).collect()
}

fn region(names: &[(String, Option<String>)]) -> Arc<Region> {
    let kinds = [CountyKind::District, CountyKind::County, CountyKind::Unspecified];
    let county = |(position, (name, latin)): (usize, &(String, Option<String>))| County {
        id: CountyId::new(&format!("c{position}")),
        name: Name::new(name, latin.as_deref()),
        kind: kinds[(position + name.len()) % 3],
    };
    let counties = names.iter().enumerate().map(county).collect();
    Arc::new(Region::new("x", Name::new("某", Some("Mou")), 2026, counties).unwrap())
}

type Inputs = (Vec<Option<FigureValue>>, bool);

/// Every figure of the table, in its order, and the lock.
fn any_inputs() -> impl Strategy<Value = Inputs> {
    let whole = |figure: Figure| match figure.kind() {
        FigureKind::Rate => prop_oneof![(0..=10_000_u64).prop_map(|percent| percent * 100), 0..=1_000_000_u64].boxed(),
        FigureKind::Slots => (0..20_000_u64).boxed(),
        FigureKind::Children => (0..100_000_u64).boxed(),
        FigureKind::Persons => (0..2_000_000_u64).boxed(),
    };
    let value = move |figure: Figure| {
        let known = if figure == Figure::Pin { 0.2 } else { 0.7 };
        prop::option::weighted(known, whole(figure)).prop_map(move |whole| whole.and_then(|whole| figure.value(whole)))
    };
    (Figure::ALL.map(value).to_vec(), any::<bool>())
}

fn scenario(region: &Arc<Region>, inputs: &[Inputs], rule: usize, uplift: i32) -> Scenario {
    let mut scenario = Scenario::empty("方案 <B>", Arc::clone(region));
    let mut apply = |edit: Edit| drop(scenario.apply(&edit).unwrap());
    apply(Edit::SetRule(RuleKind::ALL[rule]));
    apply(Edit::SetUplift(Points::from_ppm(uplift)));
    apply(Edit::SetClosing(Rate::from_ppm(333_333)));
    apply(Edit::SetGoal(Rate::from_ppm(uplift.unsigned_abs())));
    for (county, (values, locked)) in region.counties().iter().zip(inputs) {
        for (figure, value) in Figure::ALL.into_iter().zip(values) {
            apply(Edit::SetFigure(county.id.clone(), figure, *value));
        }
        apply(Edit::SetLocked(county.id.clone(), *locked));
    }
    scenario
}

fn any_scenario(names: impl Strategy<Value = String>) -> impl Strategy<Value = Scenario> {
    let county = (names, prop::option::of("[A-Z][a-z]{2,8}"), any_inputs());
    (prop::collection::vec(county, 1..14), 0..4_usize, -50_000..100_000_i32).prop_map(|(counties, rule, uplift)| {
        let names: Vec<_> = counties.iter().map(|(name, latin, _)| (name.clone(), latin.clone())).collect();
        let inputs: Vec<_> = counties.into_iter().map(|(.., inputs)| inputs).collect();
        scenario(&region(&names), &inputs, rule, uplift)
    })
}

/// Two scenarios of one region with plain names.
fn any_pair() -> impl Strategy<Value = (Scenario, Scenario)> {
    let side = || (prop::collection::vec(any_inputs(), 12), 0..4_usize, -50_000..100_000_i32);
    (1..12_usize, side(), side()).prop_map(|(count, one, other)| {
        let names: Vec<_> = plain_names(count).into_iter().map(|name| (name, None)).collect();
        let region = region(&names);
        (scenario(&region, &one.0, one.1, one.2), scenario(&region, &other.0, other.1, other.2))
    })
}

/// Pieces of blocks, put together at random.
fn any_block() -> impl Strategy<Value = String> {
    let pieces = [
        "平城",
        "云冈区",
        "左云县",
        "大同市阳高",
        "平阴",
        "全市",
        "合计",
        "小计",
        "地区 指标",
        "2025年 基数",
        "2026年\n目标值",
        "任务数",
        "现有托位",
        "普惠托位（现有）",
        "在托人数",
        "其他新增",
        "所需利用率",
        "现有",
        "增幅",
        "占比",
        "手工指定",
        "婴幼儿数",
        "入托率",
        "2025年",
        "2026",
        "万人",
        "单位：万人",
        "序号",
        "2.14",
        "130",
        "350",
        "4.22",
        "100.01",
        "-1",
        "####",
        "#REF!",
        "—",
        "",
        " ",
        "1,234",
        "\"",
        "\"\"",
        "\"130\"",
        "已锁定",
        "\u{3000}",
        "|",
        "'=1",
    ];
    let separators = ["\t", "\t", "\t", "\n", "\r\n", "\r", "  ", " ", ",", "|", "\u{3000}"];
    let piece = (prop::sample::select(pieces.to_vec()), prop::sample::select(separators.to_vec()));
    prop::collection::vec(piece, 0..60)
        .prop_map(|pieces| pieces.iter().flat_map(|&(piece, separator)| [piece, separator]).collect())
}

fn any_anchor() -> impl Strategy<Value = Option<Anchor>> {
    let column = prop::sample::select(GridColumn::all().collect::<Vec<_>>());
    prop::option::of((0..14_usize, column, prop::sample::select(&VIEWS[..]))).prop_map(|anchor| {
        anchor.map(|(row, column, view)| Anchor { row, column, view, hidden: HiddenColumns::default() })
    })
}

/// A view and some of its columns that stand side by side.
fn any_columns() -> impl Strategy<Value = (GridView, &'static [GridColumn])> {
    (prop::sample::select(&VIEWS[..]), any::<prop::sample::Index>(), any::<prop::sample::Index>()).prop_map(
        |(view, one, other)| {
            let columns = view.columns();
            let (one, other) = (one.index(columns.len()), other.index(columns.len()));
            (view, &columns[one.min(other)..=one.max(other)])
        },
    )
}

/// The figures of a county that stand in these columns.
fn given(county: &CountyInputs, columns: &[GridColumn]) -> usize {
    columns.iter().filter_map(|column| column.figure()?.of(county)).count()
}

/// What `mine` has in these columns, and else what `before` has; pins follow from targets and are compared apart.
fn brought(mine: CountyInputs, before: CountyInputs, columns: &[GridColumn]) -> CountyInputs {
    let mut after = before;
    for figure in Figure::ALL.into_iter().filter(|figure| *figure != Figure::Pin) {
        if let Some(value) = figure.of(&mine).filter(|_| columns.contains(&GridColumn::Input(figure))) {
            figure.put(&mut after, Some(value)).unwrap();
        }
    }
    after
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_copied_table_pastes_back_to_no_change(
        scenario in any_scenario(any_name()), anchor in any_anchor(), view in prop::sample::select(&VIEWS[..]),
    ) {
        let outcome = evaluate(&scenario);
        for language in LANGUAGES {
            let table = grid_table(&scenario, &outcome, (view, view.columns()), COMPUTED, language);
            prop_assert_eq!(paste(&table.to_tsv(), &scenario, anchor).edits, []);
        }
    }

    #[test]
    fn a_copied_table_with_plain_names_is_understood_whole((scenario, _) in any_pair()) {
        let outcome = evaluate(&scenario);
        for (view, language) in VIEWS.into_iter().zip(LANGUAGES).chain(VIEWS.into_iter().rev().zip(LANGUAGES)) {
            let table = grid_table(&scenario, &outcome, (view, view.columns()), COMPUTED, language);
            let pasted = paste(&table.to_tsv(), &scenario, None);
            prop_assert_eq!((pasted.edits, pasted.report.left), (vec![], vec![]));
            let given: usize = scenario.counties().iter().map(|county| given(county, view.columns())).sum();
            let has_targets = view.columns().contains(&GridColumn::Target);
            let targets = outcome.rows.iter().filter(|row| has_targets && row.target.rate().is_some()).count();
            let figures: usize = pasted.report.taken.iter().map(|taken| taken.figures).sum();
            prop_assert_eq!(figures, given + targets);
        }
    }

    #[test]
    fn a_table_copied_to_another_scenario_brings_its_inputs_and_targets((from, to) in any_pair(), english in any::<bool>()) {
        let outcome = evaluate(&from);
        let table = grid_table(&from, &outcome, (GridView::Plan, GridView::Plan.columns()), COMPUTED, LANGUAGES[usize::from(english)]);
        let after = after(&to, &paste(&table.to_tsv(), &to, None));
        let there = evaluate(&after);
        for county in 0..from.counties().len() {
            let (mine, now, before) = (from.counties()[county], after.counties()[county], to.counties()[county]);
            let brought = brought(mine, before, GridView::Plan.columns());
            prop_assert_eq!(CountyInputs { pin: before.pin, ..now }, brought);
            if let Some(target) = outcome.rows[county].target.rate() {
                let reached = there.rows[county].target.rate().map(Rate::percent_shown);
                prop_assert_eq!(reached, Some(target.percent_shown()));
            }
        }
    }

    #[test]
    fn a_supply_table_copied_to_another_scenario_brings_its_inputs((from, to) in any_pair(), english in any::<bool>()) {
        let table = grid_table(&from, &evaluate(&from), (GridView::Supply, GridView::Supply.columns()), COMPUTED, LANGUAGES[usize::from(english)]);
        let after = after(&to, &paste(&table.to_tsv(), &to, None));
        for county in 0..from.counties().len() {
            let (mine, before) = (from.counties()[county], to.counties()[county]);
            let brought = brought(mine, before, GridView::Supply.columns());
            prop_assert_eq!(after.counties()[county], brought);
        }
    }

    #[test]
    fn a_copied_rectangle_pastes_back_to_no_change(
        scenario in any_scenario(any_name()), rows in (0..14_usize, 0..14_usize), (view, columns) in any_columns(),
    ) {
        let rows = (rows.0.min(rows.1), rows.0.max(rows.1));
        let anchor = Some(Anchor { row: rows.0, column: columns[0], view, hidden: HiddenColumns::default() });
        for language in LANGUAGES {
            let table = grid_selection(&scenario, &evaluate(&scenario), rows, columns, COMPUTED, language);
            prop_assert_eq!(paste(&table.to_tsv(), &scenario, anchor).edits, []);
        }
    }

    #[test]
    fn a_copied_rectangle_lands_where_it_came_from_in_another_scenario(
        (from, to) in any_pair(), rows in (0..12_usize, 0..12_usize), (view, columns) in any_columns(),
    ) {
        let rows = (rows.0.min(rows.1), rows.0.max(rows.1).min(from.counties().len() - 1));
        let anchor = Some(Anchor { row: rows.0, column: columns[0], view, hidden: HiddenColumns::default() });
        let table = grid_selection(&from, &evaluate(&from), rows, columns, COMPUTED, Language::Chinese);
        let after = after(&to, &paste(&table.to_tsv(), &to, anchor));
        for county in 0..from.counties().len() {
            let (mine, now, before) = (from.counties()[county], after.counties()[county], to.counties()[county]);
            let columns = if (rows.0..=rows.1).contains(&county) { columns } else { &[] };
            prop_assert_eq!(CountyInputs { pin: before.pin, ..now }, brought(mine, before, columns));
            if let Some(pin) = mine.pin.filter(|_| columns.contains(&GridColumn::Input(Figure::Pin))) {
                prop_assert_eq!(now.pin, Some(pin));
            }
        }
    }

    #[test]
    fn any_block_is_read_without_harm(block in any_block(), anchor in any_anchor()) {
        paste(&block, tuowei::model::official_plan(), anchor);
        paste(&block, &empty(), anchor);
    }

    #[test]
    fn any_text_is_read_without_harm(text in any::<String>(), anchor in any_anchor()) {
        paste(&text, tuowei::model::official_plan(), anchor);
    }

    #[test]
    fn cells_survive_the_clipboard(cells in prop::collection::vec(prop::collection::vec(any_name(), 2..4), 1..5)) {
        let table = Table { rows: cells.clone(), caption: Some(cells[0][0].clone()), ..Table::default() };
        let read = Table::read(&table.to_tsv()).unwrap();
        let kept = |cell: &String| -> String {
            let stripped = |c: &char| matches!(c, '\t' | '\n' | '\r') || !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
            cell.chars().filter(stripped).collect::<String>().trim().to_owned()
        };
        for (row, cells) in cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                prop_assert_eq!(read.cell(row, column), kept(cell));
            }
        }
        for cell in cells.iter().flatten() {
            let tsv = Table { rows: vec![vec![cell.clone()]], ..Table::default() }.to_tsv();
            let start = tsv.strip_prefix('"').unwrap_or(&tsv).trim_start();
            prop_assert!(!start.starts_with(['=', '@', '＝', '＠']), "{:?}", tsv);
        }
        let html = table.to_html();
        let document = roxmltree::Document::parse(&html).unwrap();
        let names: Vec<&str> = document.descendants().filter(|node| node.is_element()).map(|node| node.tag_name().name()).collect();
        prop_assert!(names.iter().all(|name| ["table", "caption", "tbody", "tr", "td", "br"].contains(name)));
        prop_assert_eq!(names.iter().filter(|&&name| name == "td").count(), cells.iter().map(Vec::len).sum::<usize>());
    }

    #[test]
    fn every_file_name_is_allowed(parts in prop::collection::vec(any_name(), 0..8), repeated in 1..60_usize) {
        let parts: Vec<String> = parts.iter().map(|part| part.repeat(repeated)).collect();
        let name = joined_name(&parts.iter().map(String::as_str).collect::<Vec<_>>(), "png");
        prop_assert!(name.encode_utf16().count() <= 120, "{}", name);
        prop_assert!(name.ends_with(".png") && name.len() > 4 && !name.starts_with(['.', ' ']));
        prop_assert!(!name.contains(['<', '>', ':', '"', '/', '\\', '|', '?', '*']) && !name.contains(char::is_control));
    }
}
