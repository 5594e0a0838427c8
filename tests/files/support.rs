//! What the tests of pasted blocks share.

use std::sync::Arc;

use tuowei::files::{Anchor, Computed, GridColumn, GridView, HiddenColumns, Pasted, read_block};
use tuowei::model::{
    County, CountyId, CountyKind, Edit, MonitorEdit, Name, Points, Rate, Region, Scenario, official_plan,
};
use tuowei::text::{Language, Left, exact_figure, paste_report};

/// 表一 as the plan prints it, section 二(一)1.
pub const TABLE_1: &str = "\
地区 指标\t平城\t云冈\t新荣\t云州\t阳高\t天镇\t浑源\t灵丘\t广灵\t左云
2025年 基数\t2.14\t3.69\t11.03\t1.79\t2.37\t8.41\t6.01\t4.14\t5.06\t1.87
2026年 目标值\t4.22\t5.77\t13.11\t3.87\t4.45\t10.49\t8.09\t6.22\t7.14\t3.95
";

/// 表二 as the plan prints it, section 二(一)2.
pub const TABLE_2: &str = "\
指标 地区\t全市\t平城\t云冈\t新荣\t云州\t阳高\t天镇\t浑源\t灵丘\t广灵\t左云
任务数\t350\t130\t77\t10\t16\t20\t17\t26\t24\t17\t13
";

/// The figures of 表二, one under another.
pub const TEN: &str = "130\n77\n10\n16\n20\n17\n26\n24\n17\n13\n";

/// The plan's region with its rule, and no figure yet.
pub fn empty() -> Scenario {
    let mut scenario = Scenario::empty("", Arc::clone(official_plan().region()));
    scenario.apply(&Edit::SetUplift(Points::from_ppm(20_800))).unwrap();
    scenario.apply(&Edit::SetTask(official_plan().task())).unwrap();
    // No table says it: the plan's province.
    let cities = official_plan().monitoring().province_cities();
    scenario.apply(&Edit::Monitor(MonitorEdit::SetProvinceCities(cities))).unwrap();
    scenario
}

/// A region of these counties, `c0`, `c1`, …, and no figure yet.
pub fn region(names: &[&str]) -> Scenario {
    let county = |(position, name): (usize, &&str)| County {
        id: CountyId::new(&format!("c{position}")),
        name: Name::new(name, None),
        kind: CountyKind::Unspecified,
    };
    let counties = names.iter().enumerate().map(county).collect();
    Scenario::empty("", Arc::new(Region::new("x", Name::new("某", None), 2026, counties).unwrap()))
}

pub fn rate(percent: &str) -> Option<Rate> {
    tuowei::text::typed_rate(percent).unwrap()
}

pub fn at(row: usize, column: impl Into<GridColumn>) -> Option<Anchor> {
    Some(Anchor { row, column: column.into(), view: GridView::Plan, hidden: HiddenColumns::default() })
}

pub fn at_supply(row: usize, column: impl Into<GridColumn>) -> Option<Anchor> {
    Some(Anchor { row, column: column.into(), view: GridView::Supply, hidden: HiddenColumns::default() })
}

/// Computed figures of every shape: whole, negative, in percent, not known.
pub const COMPUTED: Computed<'static> = Computed {
    cell: &|county, column| match column {
        GridColumn::EnrolledThen => Some((2_034 + county).to_string()),
        GridColumn::NewEnrolments => (county != 1).then(|| "-12".to_owned()),
        GridColumn::SlotsAfter => Some("4130".to_owned()),
        GridColumn::Utilisation => Some("49.25".to_owned()),
        GridColumn::Shortage => Some("0".to_owned()),
        GridColumn::InclusiveShare => (county != 1).then(|| "71.00".to_owned()),
        GridColumn::PerThousand => Some("4.13".to_owned()),
        other => panic!("{other:?} is not computed of supply"),
    },
    total: &|column| (column != GridColumn::InclusiveShare).then(|| "5".to_owned()),
};

pub fn after(scenario: &Scenario, pasted: &Pasted) -> Scenario {
    let mut after = scenario.clone();
    if let Some(edit) = pasted.edit() {
        after.apply(&edit).unwrap();
    }
    after
}

/// Pastes, and checks what holds for every block.
pub fn paste(text: &str, scenario: &Scenario, at: Option<Anchor>) -> Pasted {
    let pasted = read_block(text, scenario, at);
    let after = after(scenario, &pasted);
    for edit in &pasted.edits {
        let mut changed = scenario.clone();
        changed.apply(edit).unwrap();
        assert_ne!(changed, *scenario, "{edit:?} changes nothing");
    }
    let mut places: Vec<_> = pasted.edits.iter().flat_map(Edit::places).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), pasted.edits.len(), "a figure is set twice: {:?}", pasted.edits);
    assert_eq!(pasted.report.changed, pasted.edits.len());
    assert!(pasted.edits.is_empty() || pasted.report.figures() > 0);
    assert_eq!(read_block(text, &after, at).edits, [], "pasting again changes something: {text:?}");
    for language in [Language::Chinese, Language::English] {
        assert!(!paste_report(&pasted.report, language).is_empty());
    }
    pasted
}

/// `slots pingcheng 130` and so on.
pub fn edits(pasted: &Pasted) -> String {
    let shown = |edit: &Edit| match edit {
        Edit::SetFigure(county, figure, value) => {
            let value = value.map_or_else(|| "-".to_owned(), exact_figure);
            format!("{} {county} {value}", figure.id())
        }
        other => panic!("{other:?} is nothing that is pasted"),
    };
    pasted.edits.iter().map(shown).collect::<Vec<_>>().join("; ")
}

/// `1,3 "备注" UnknownHeading` and so on.
pub fn left(pasted: &Pasted) -> Vec<String> {
    let shown = |left: &Left| format!("{},{} {:?} {:?}", left.row, left.column, left.text, left.why);
    pasted.report.left.iter().map(shown).collect()
}

/// Pastes into the plan's empty region.
pub fn check_at(anchor: Option<Anchor>, text: &str, expected: &str, expected_left: &[&str]) {
    let pasted = paste(text, &empty(), anchor);
    assert_eq!(edits(&pasted), expected, "{text}");
    assert_eq!(left(&pasted), expected_left, "{text}");
}

pub fn check(text: &str, expected: &str, expected_left: &[&str]) {
    check_at(None, text, expected, expected_left);
}
