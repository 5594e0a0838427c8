//! What is said of every kind of chart, and the charts that say they are of that kind.

use std::collections::HashSet;

use tuowei::charts::{
    ChartHeight, ChartKind, ChartSource, IndicatorsChart, PaceChart, ProgressChart, RankingChart, TimelineChart,
};
use tuowei::model::{RankBy, evaluate};
use tuowei::text::Language;

use crate::overview::{datong, day, tasks};
use crate::samples::{all, options};

#[test]
fn every_kind_has_names_of_its_own() {
    let specs = || ChartKind::ALL.iter().map(|kind| kind.spec());
    let of = |name: fn(tuowei::charts::ChartSpec) -> String| specs().map(name).collect::<HashSet<_>>().len();
    assert_eq!(of(|spec| spec.name.to_owned()), ChartKind::ALL.len());
    assert_eq!(of(|spec| spec.word.in_language(Language::Chinese).to_owned()), ChartKind::ALL.len());
    assert_eq!(of(|spec| spec.word.in_language(Language::English).to_owned()), ChartKind::ALL.len());
    assert_eq!(of(|spec| format!("{:?}", spec.source)), ChartKind::ALL.len());
    for spec in specs() {
        assert_eq!(spec.copy_dialog, format!("copy-{}-dialog", spec.name));
        assert!(spec.name.chars().all(|character| character.is_ascii_lowercase() || character == '-'));
    }
}

#[test]
fn a_drawn_chart_is_of_every_kind_and_says_which() {
    let scenario = datong();
    let (outcome, at, today) = (evaluate(&scenario), day(6, 30), day(7, 10));
    let options = options(Language::Chinese, "方案B");
    let mut drawn = all(&scenario, &options);
    drawn.push(Box::new(ProgressChart::new(&scenario, &outcome, at, today, &options).unwrap()));
    drawn.push(Box::new(PaceChart::new(&scenario, &outcome, at, today, &options).unwrap()));
    drawn.push(Box::new(IndicatorsChart::new(&scenario, &outcome, at, today, &options).unwrap()));
    drawn.push(Box::new(RankingChart::new(&scenario, &outcome, at, RankBy::Score, &options).unwrap()));
    drawn.push(Box::new(TimelineChart::new(&tasks(), today, &scenario, &options)));
    for kind in ChartKind::ALL {
        assert!(drawn.iter().any(|chart| chart.kind() == *kind), "{kind:?}");
    }
    for chart in drawn {
        assert_eq!(chart.name(), chart.kind().spec().name);
        // What can be ordered and what explains a figure of the grid has a mark per county.
        let spec = chart.kind().spec();
        if spec.can_be_ordered || spec.column.is_some() {
            assert_ne!(spec.source, ChartSource::Tasks);
            assert_eq!(chart.table().rows.len(), scenario.counties().len());
        }
    }
}

#[test]
fn heights_follow_width_counties_and_rows() {
    let height = |kind: ChartKind, width, counties, rows| kind.spec().height.pixels(width, counties, rows);
    for (width, expected) in [(350, 290), (479, 290), (480, 250), (560, 280), (1_000, 380)] {
        assert_eq!(height(ChartKind::Rates, width, 10, 0), expected);
    }
    for (width, counties, expected) in [(560, 10, 360), (350, 10, 400), (560, 16, 480), (560, 117, 480), (560, 1, 180)]
    {
        assert_eq!(height(ChartKind::CompareSlots, width, counties, 0), expected);
    }
    for (width, counties, expected) in [(560, 2, 300), (560, 10, 360), (560, 117, 760), (350, 117, 800)] {
        assert_eq!(height(ChartKind::Progress, width, counties, 0), expected);
        assert_eq!(height(ChartKind::Ranking, width, counties, 0), expected);
    }
    assert_eq!([350, 560].map(|width| height(ChartKind::Indicators, width, 117, 0)), [620, 520]);
    for (rows, expected) in [(0, 240), (3, 260), (14, 590), (24, 800), (usize::MAX, 800)] {
        assert_eq!(height(ChartKind::Timeline, 560, 10, rows), expected);
    }
    assert_eq!(ChartHeight::Counties { most: usize::MAX, least: 0 }.pixels(560, 117, 0), 160 + 117 * 20);
}

#[test]
fn the_list_of_hooks_names_every_chart() {
    let hooks = include_str!("../../docs/ui-hooks.md");
    for kind in ChartKind::ALL {
        let name = kind.spec().name;
        assert!(hooks.contains(&format!("`{name}`")), "docs/ui-hooks.md lacks the chart {name}");
    }
}
