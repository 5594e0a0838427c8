//! Scenarios in a line of text, so that a test reads as a table.
//!
//! ```text
//! city-goal G=5 cap=2.5 task=350 | base 2.14 3.69 _ | children 60000 20000 _ | pin _ 20 _ | slots 10 0 _
//! ```
//!
//! First the rule with its parameters, then one column per figure with a value for each county, `_` for
//! a missing one. The counties are called `a`, `b`, `c`, … Rates and points are in percent. `v=` and `share=`
//! are the utilisation and the inclusive share that are wanted.

use std::sync::Arc;

use tuowei::model::{
    County, CountyId, CountyKind, Edit, Factor, Figure, FigureKind, FigureValue, Name, Points, Rate, Region, RuleKind,
    Scenario, Slots,
};

/// The scenario that the line describes.
pub fn scenario(line: &str) -> Scenario {
    let mut parts = line.split('|').map(|part| part.split_whitespace().collect::<Vec<_>>());
    let settings = parts.next().expect("a rule");
    let columns: Vec<_> = parts.collect();
    let size = columns.first().expect("a column").len() - 1;
    let mut scenario = Scenario::empty("", region(size));
    let mut apply = |edit: Edit| assert!(scenario.apply(&edit).is_ok(), "{line}: {edit:?}");
    let (rule, parameters) = settings.split_first().expect("a rule");
    apply(Edit::SetRule(match *rule {
        "uniform" => RuleKind::Uniform,
        "proportional" => RuleKind::Proportional,
        "converge" => RuleKind::Converge,
        "city-goal" => RuleKind::CityGoal,
        other => panic!("no rule {other}"),
    }));
    for parameter in parameters {
        let (name, value) = parameter.split_once('=').expect("name=value");
        apply(match name {
            "u" => Edit::SetUplift(Some(points(value))),
            "g" => Edit::SetGrowth(Some(Factor::from_ppm(unsigned_ppm(value)).expect("a factor"))),
            "c" => Edit::SetClosing(Some(rate(value))),
            "m" => Edit::SetBenchmark(Some(rate(value))),
            "G" => Edit::SetGoal(Some(rate(value))),
            "floor" => Edit::SetFloor(Some(points(value))),
            "cap" => Edit::SetCap(Some(points(value))),
            "task" => Edit::SetTask(slots(value)),
            "v" => Edit::SetUtilisation(rate(value)),
            "share" => Edit::SetInclusiveShare(rate(value)),
            other => panic!("no parameter {other}"),
        });
    }
    for column in columns {
        let (figure, values) = column.split_first().expect("a figure");
        assert_eq!(values.len(), size, "{line}: {figure}");
        for (at, value) in values.iter().enumerate().filter(|(_, value)| **value != "_") {
            apply(match Figure::ALL.into_iter().find(|of| of.id() == *figure) {
                Some(of) => Edit::SetFigure(county(at), of, Some(figure_value(of, value))),
                None if *figure == "locked" => Edit::SetLocked(county(at), *value == "yes"),
                None => panic!("no figure {figure}"),
            });
        }
    }
    scenario
}

/// The identifier of the county at this place: `a`, `b`, ….
pub fn county(at: usize) -> CountyId {
    CountyId::new(&char::from(b'a' + u8::try_from(at).expect("few counties")).to_string())
}

/// A rate in percent.
pub fn rate(percent: &str) -> Rate {
    Rate::from_ppm(unsigned_ppm(percent)).expect("at most 100 %")
}

/// Percentage points.
pub fn points(text: &str) -> Points {
    Points::from_ppm(ppm(text)).expect("at most 100 points")
}

/// Parts per million as a percentage with two decimals, or with all that it has.
pub fn percent(ppm: i64) -> String {
    let sign = if ppm < 0 { "-" } else { "" };
    let digits = format!("{sign}{}.{:04}", ppm.unsigned_abs() / 10_000, ppm.unsigned_abs() % 10_000);
    match digits.strip_suffix("00") {
        Some(short) => short.to_owned(),
        None => digits.trim_end_matches('0').to_owned(),
    }
}

fn region(size: usize) -> Arc<Region> {
    let unit = |at| County { id: county(at), name: Name::new("县", None), kind: CountyKind::Unspecified };
    Arc::new(Region::new("test", Name::new("市", None), 2026, (0..size).map(unit).collect()).expect("a region"))
}

fn slots(count: &str) -> Slots {
    Slots::new(count.parse().expect("a count")).expect("slots")
}

fn figure_value(figure: Figure, text: &str) -> FigureValue {
    let whole = match figure.kind() {
        FigureKind::Rate => unsigned_ppm(text).into(),
        FigureKind::Slots | FigureKind::Children | FigureKind::Persons => text.parse().expect("a count"),
    };
    figure.value(whole).expect("not too much")
}

fn unsigned_ppm(text: &str) -> u32 {
    u32::try_from(ppm(text)).expect("not negative")
}

fn ppm(text: &str) -> i32 {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    assert!(decimals.len() <= 4, "{text}: four decimals are kept");
    format!("{whole}{decimals:0<4}").parse().expect("a decimal number")
}
