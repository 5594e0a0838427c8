//! The scenario as text.

use proptest::prelude::*;
use serde_json::{Value, json};
use tuowei::model::{
    Children, Counted, CountyId, CountyInputs, Date, Edit, Figure, Indicator, Method, Monitoring, Persons, Points,
    Rate, RegionProblem, Schedule, Settlement, Slots, SupplySettings, TaskRow, TaskStatus, Thresholds, TieChoice,
    Weight, WeightKind, official_plan,
};
use tuowei::storage::{FieldProblem, ReadProblem, ViewSettings, Wrong, from_json, to_json};

use super::support::{NOW, plan, scenarios};

const OFFICIAL_V1: &str = include_str!("../fixtures/scenario-v1-official.json");
const FULL_V1: &str = include_str!("../fixtures/scenario-v1-full.json");
const OFFICIAL_V2: &str = include_str!("../fixtures/scenario-v2-official.json");
const FULL_V2: &str = include_str!("../fixtures/scenario-v2-full.json");
const OFFICIAL_V3: &str = include_str!("../fixtures/scenario-v3-official.json");
const FULL_V3: &str = include_str!("../fixtures/scenario-v3-full.json");
const OFFICIAL_V4: &str = include_str!("../fixtures/scenario-v4-official.json");
const FULL_V4: &str = include_str!("../fixtures/scenario-v4-full.json");
const OFFICIAL: &str = include_str!("../fixtures/scenario-v5-official.json");
const FULL: &str = include_str!("../fixtures/scenario-v5-full.json");
const WRITTEN: &str = include_str!("../fixtures/scenario-v5-written.json");
const POPULATION: &str = include_str!("../fixtures/scenario-v5-population.json");

#[test]
fn the_official_plan_is_written_as_in_the_fixture_and_read_back() {
    assert_eq!(to_json(official_plan()), OFFICIAL);
    assert_eq!(from_json(OFFICIAL).as_ref(), Ok(official_plan()));
}

/// Every field that is ever written, with its name, its place and its lines.
#[test]
fn a_full_scenario_is_written_as_in_the_fixture() {
    let scenario = from_json(FULL).unwrap();
    assert_eq!(to_json(&scenario), WRITTEN);
    assert_eq!(from_json(WRITTEN), Ok(scenario));
}

/// Schema 1 knew no supply: its goals are the plan's own, 40 % and 71 %, and all other figures are unchanged.
#[test]
fn files_of_the_first_schema_open_with_their_figures_unchanged() {
    assert_eq!(from_json(OFFICIAL_V1).as_ref(), Ok(official_plan()));
    let scenario = from_json(FULL_V1).unwrap();
    assert_eq!(*scenario.supply(), SupplySettings::PLAN);
    let of_now = from_json(FULL).unwrap();
    assert_eq!(scenario.targets(), of_now.targets());
    assert_eq!(scenario.task(), of_now.task());
    for (old, new) in scenario.counties().iter().zip(of_now.counties()) {
        let figures = |of: &CountyInputs| (of.base, of.pin, of.slots, of.locked, of.children);
        assert_eq!(figures(old), figures(new));
        assert_eq!((old.capacity, old.inclusive, old.enrolled, old.other), (None, None, None, None));
    }
    assert!(scenario.divided().is_none());
}

/// Schema 2 knew no references: nothing else is different.
#[test]
fn files_of_the_second_schema_open_with_their_figures_unchanged() {
    assert_eq!(from_json(OFFICIAL_V2).as_ref(), Ok(official_plan()));
    let scenario = from_json(FULL_V2).unwrap();
    assert!(!scenario.frozen());
    let mut of_v3 = from_json(FULL_V3).unwrap();
    assert!(of_v3.frozen());
    of_v3.apply(&Edit::SetFrozen(false)).unwrap();
    assert_eq!(scenario, of_v3);
}

/// Schema 3 knew no monitoring: nothing else is different, and Datong has the cities of its province.
#[test]
fn files_of_the_third_schema_open_with_their_figures_unchanged() {
    assert_eq!(from_json(OFFICIAL_V3).as_ref(), Ok(official_plan()));
    let scenario = from_json(FULL_V3).unwrap();
    assert_eq!(*scenario.monitoring(), Monitoring::default());
    let edits = scenario.edits_towards(&from_json(FULL).unwrap());
    assert!(!edits.is_empty() && edits.iter().all(|edit| matches!(edit, Edit::Monitor(_))), "{edits:?}");
    // What bore that name before said nothing.
    let before = FULL_V3.replacen("\"frozen\"", "\"monitoring\": 5, \"frozen\"", 1);
    assert_eq!(from_json(&before), Ok(scenario));
}

/// Schema 4 knew no population: nothing else is different.
#[test]
fn files_of_the_fourth_schema_open_with_their_figures_unchanged() {
    assert_eq!(from_json(OFFICIAL_V4).as_ref(), Ok(official_plan()));
    assert_eq!(from_json(FULL_V4), from_json(FULL));
    // What bore that name before said nothing.
    let before = FULL_V4.replacen("\"kind\": \"county\"", "\"kind\": \"county\", \"population\": -1", 1).replacen(
        "\"bases\": {",
        "\"bases\": {\"population\": 5,",
        1,
    );
    assert_eq!(from_json(&before), from_json(FULL));
}

#[test]
fn the_population_is_kept_with_its_basis() {
    let scenario = from_json(POPULATION).unwrap();
    let known: Vec<_> = scenario.counties().iter().map(|inputs| inputs.population.map(Persons::get)).collect();
    assert_eq!(known[..4], [Some(1_110_000), Some(0), Some(Persons::MOST), None]);
    assert_eq!(scenario.basis(Figure::Population).method, "年末常住");
    assert_eq!(to_json(&scenario), POPULATION);
    let too_many = POPULATION.replacen("100000000", "100000001", 1);
    let place = FieldProblem { path: "counties[2].population".to_owned(), wrong: Wrong::OutOfRange };
    assert_eq!(from_json(&too_many), Err(ReadProblem::Field(place)));
}

#[test]
fn monitoring_is_read() {
    let scenario = from_json(FULL).unwrap();
    let of = scenario.monitoring();
    let day = |month, day| Date::new(2030, month, day).unwrap();
    assert!(of.of_staff());
    assert_eq!((of.province_cities(), of.today()), (Some(16), Some(day(7, 5))));
    assert_eq!(*of.schedule(), Schedule::Quarters([10, 20, 30, 40]));
    assert_eq!(of.thresholds(), Thresholds { behind: 0, far_behind: 10_000 });
    let targets = Indicator::ALL.map(|indicator| of.own_target(indicator).map(Rate::ppm));
    let said = [(Indicator::Subsidy, 1_000_000), (Indicator::Registration, 450_000), (Indicator::Competed, 0)];
    for (indicator, target) in Indicator::ALL.into_iter().zip(targets) {
        assert_eq!(target, said.iter().find(|(of, _)| *of == indicator).map(|(_, ppm)| *ppm), "{indicator:?}");
    }
    assert_eq!(of.weights()[Indicator::Subsidy as usize], 60);
    assert_eq!(of.weights().iter().map(|weight| u32::from(*weight)).sum::<u32>(), 100);
    // By day, whatever their order was.
    let days: Vec<Date> = of.reports().iter().map(|report| report.as_of).collect();
    assert_eq!(days, [day(3, 31), day(6, 30)]);
    let march = of.report(day(3, 31)).unwrap();
    assert_eq!(march.cities_competed, Some(4));
    assert_eq!(march.counties[0].get(Counted::Children), Some(1_000_000_000));
    for (expected, counted) in (0..).zip(&Counted::ALL[1..25]) {
        assert_eq!(march.counties[0].get(*counted), Some(expected), "{counted:?}");
    }
    assert_eq!(march.counties[0].get(Counted::Disbursed), Some(12_344));
    assert!(march.counties[1].is_empty());
    assert_eq!(of.report(day(6, 30)).unwrap().counties[2].get(Counted::Enrolled), Some(7));
    let (id, task) = &of.task_rows()[1];
    assert_eq!((id.as_str(), task.status, task.order), ("own", TaskStatus::Running, 5));
    assert_eq!((task.title.as_deref(), task.starts), (Some("开会\n二"), Date::new(2028, 2, 29)));
    assert_eq!(*of.task_rows()[0].1, TaskRow::default());
    assert_eq!(of.problems()[0].1.county, Some(CountyId::new("gone")));
    assert_eq!(of.problems()[0].1.closed, Some(day(1, 20)));
}

/// A file as a newer page of the same schema, another program or a hand may have written it: every field, another
/// order, unknown fields, nulls, a byte order mark.
#[test]
fn a_file_of_every_field_is_read() {
    let scenario = from_json(FULL).unwrap();
    assert_eq!(scenario.name(), "方案B\n“甲”");
    assert_eq!(scenario.region().year(), 2030);
    assert_eq!(scenario.targets().floor, Points::from_ppm(-5000));
    let rows: Vec<_> = scenario.counties().iter().map(|row| (row.base, row.pin, row.slots, row.locked)).collect();
    assert_eq!(rows[0].0.unwrap().ppm(), 0);
    assert_eq!(rows[0].1.unwrap().ppm(), 1_000_000);
    assert_eq!(rows[0].2.unwrap().get(), 10_000_000);
    assert!(rows[0].3);
    assert_eq!(scenario.counties()[0].children.unwrap().get(), 100_000_000);
    assert_eq!(rows[1], (None, None, None, false));
    assert_eq!(from_json(&format!("\u{feff}{FULL}")), Ok(scenario));
}

#[test]
fn supply_bases_and_division_are_read() {
    let scenario = from_json(FULL).unwrap();
    let first = scenario.counties()[0];
    assert_eq!(first.capacity, Slots::new(10_000_000));
    assert_eq!(first.inclusive, Slots::new(0));
    assert_eq!(first.enrolled.map(Children::get), Some(100_000_000));
    assert_eq!((first.other, first.least, first.most), (Slots::new(5), Slots::new(1), Slots::new(9)));
    assert_eq!(first.weight, Weight::new(Weight::MOST));
    assert_eq!(scenario.supply().utilisation.ppm(), 0);
    assert_eq!(scenario.supply().inclusive_share.ppm(), 1_000_000);
    assert_eq!(scenario.basis(Figure::Children).method, "户籍“口径”");
    assert_eq!(scenario.basis(Figure::Children).as_of, Date::new(2025, 12, 31));
    assert_eq!(scenario.basis(Figure::Slots).as_of, Date::new(2024, 2, 29));
    let (a, b) = (CountyId::new("a"), CountyId::new("b"));
    let division = scenario.division();
    assert_eq!((division.weight, division.method), (WeightKind::Custom, Method::Dean));
    let between = vec![a.clone(), b.clone(), CountyId::new("gone")];
    assert_eq!(division.ties, TieChoice::ByHand { between, gaining: vec![b.clone()] });
    let record = scenario.divided().unwrap();
    assert!(record.rebalanced);
    assert_eq!(record.tie.as_ref().unwrap().settlement, Settlement::LargerKey);
    assert_eq!(record.bounded[0].most, Slots::new(10_000_000));
    assert_eq!(record.given, [(a, Slots::new(3).unwrap()), (b.clone(), Slots::default())]);
    // The first county has 10 000 000 now, the second nothing known: both were changed by hand.
    assert_eq!(record.changed_since(&scenario).len(), 2);
}

fn with(from: &str, to: &str) -> Result<(), ReadProblem> {
    assert!(FULL.contains(from), "{from}");
    from_json(&FULL.replacen(from, to, 1)).map(|_| ())
}

#[test]
fn a_problem_names_its_place() {
    let field = |path: &str, wrong| Err(ReadProblem::Field(FieldProblem { path: path.to_owned(), wrong }));
    for (from, to, expected) in [
        ("\"slots\": 10000000", "\"slots\": 10000001", field("counties[0].slots", Wrong::OutOfRange)),
        ("\"slots\": 10000000", "\"slots\": -1", field("counties[0].slots", Wrong::OutOfRange)),
        ("\"slots\": 10000000", "\"slots\": 1.5", field("counties[0].slots", Wrong::NotWhole)),
        ("\"slots\": 10000000", "\"slots\": \"12\"", field("counties[0].slots", Wrong::NotWhole)),
        ("\"slots\": 10000000", "\"slots\": 18446744073709551615", field("counties[0].slots", Wrong::OutOfRange)),
        (
            "\"slots\": 10000000, \"locked\": true",
            "\"slots\": 10000000, \"locked\": 1",
            field("counties[0].locked", Wrong::NotFlag),
        ),
        ("\"kind\": \"county\"", "\"kind\": \"city\"", field("counties[0].kind", Wrong::UnknownWord("city".into()))),
        ("\"name\": \"乙\"", "\"name\": 5", field("counties[1].name", Wrong::NotText)),
        ("\"id\": \"b\", ", "", field("counties[1].id", Wrong::Missing)),
        ("{\"id\": \"b\", \"name\": \"乙\"}", "7", field("counties[1]", Wrong::NotObject)),
        ("\"year\": 2030", "\"year\": 65536", field("region.year", Wrong::OutOfRange)),
        ("\"year\": 2030", "\"year\": null", field("region.year", Wrong::Missing)),
        ("\"rule\": \"city-goal\"", "\"rule\": \"best\"", field("targets.rule", Wrong::UnknownWord("best".into()))),
        ("\"task\": 350", "\"task\": true", field("task", Wrong::NotWhole)),
        ("\"schema\": 5", "\"schema\": 0", field("schema", Wrong::OutOfRange)),
        ("\"schema\": 5", "\"schema\": \"1\"", field("schema", Wrong::NotWhole)),
        ("\"schema\": 5", "\"schema\": 6", Err(ReadProblem::Newer(6))),
        ("\"schema\": 5", "\"schema\": 99999999999", Err(ReadProblem::Newer(u32::MAX))),
        ("\"utilisation_ppm\": 0", "\"utilisation_ppm\": null", field("supply.utilisation_ppm", Wrong::Missing)),
        ("\"utilisation_ppm\": 0", "\"utilisation_ppm\": 1000001", field("supply.utilisation_ppm", Wrong::OutOfRange)),
        ("2025-12-31", "2025-02-29", field("bases.children.as_of", Wrong::OutOfRange)),
        ("2025-12-31", "31.12.2025", field("bases.children.as_of", Wrong::OutOfRange)),
        ("\"dean\"", "\"best\"", field("division.method", Wrong::UnknownWord("best".into()))),
        ("\"by-hand\"", "\"dice\"", field("division.ties", Wrong::UnknownWord("dice".into()))),
        ("\"slots\": 3", "\"slots\": -3", field("divided.given[0].slots", Wrong::OutOfRange)),
        ("\"least\": 0", "\"least\": 0.5", field("divided.bounded[0].least", Wrong::NotWhole)),
        (
            "\"weight_e4\": 1000000000000000",
            "\"weight_e4\": 1000000000000001",
            field("counties[0].weight_e4", Wrong::OutOfRange),
        ),
        ("2030-06-30", "2030-06-31", field("monitoring.reports[0].as_of", Wrong::OutOfRange)),
        ("\"as_of\": \"2030-03-31\", ", "", field("monitoring.reports[1].as_of", Wrong::Missing)),
        (
            "1000000000, \"enrolled\"",
            "1000000001, \"enrolled\"",
            field("monitoring.reports[1].counties[0].children", Wrong::OutOfRange),
        ),
        ("\"id\": \"c\", \"enrolled\"", "\"id\": \"d\", \"enrolled\"", field("d", Wrong::Missing)),
        ("[10, 20, 30, 40]", "[10, 20, 30]", field("monitoring.quarters", Wrong::OutOfRange)),
        ("[10, 20, 30, 40]", "[10, 20, 30, 101]", field("monitoring.quarters[3]", Wrong::OutOfRange)),
        ("\"behind_e2\": 0", "\"behind_e2\": 10001", field("monitoring.behind_e2", Wrong::OutOfRange)),
        ("\"far_behind_e2\": 10000", "\"later\": 0", field("monitoring.far_behind_e2", Wrong::Missing)),
        (
            "\"behind_e2\": 0,\n    \"far_behind_e2\": 10000",
            "\"behind_e2\": 2, \"far_behind_e2\": 1",
            field("monitoring.far_behind_e2", Wrong::OutOfRange),
        ),
        (
            "\"registration\": 450000",
            "\"registration\": 1000001",
            field("monitoring.targets_ppm.registration", Wrong::OutOfRange),
        ),
        ("\"subsidy\": 60", "\"subsidy\": 101", field("monitoring.rank_weights.subsidy", Wrong::OutOfRange)),
        ("\"running\"", "\"walking\"", field("monitoring.tasks[0].status", Wrong::UnknownWord("walking".into()))),
        ("2028-02-29", "2027-02-29", field("monitoring.tasks[0].starts", Wrong::OutOfRange)),
        ("\"what\": \"门锁\"", "\"what\": 5", field("monitoring.problems[0].what", Wrong::NotText)),
        ("\"app\": \"tuowei\"", "\"app\": \"other\"", Err(ReadProblem::NotTuowei)),
        ("\"app\": \"tuowei\"", "\"app\": [\"tuowei\"]", Err(ReadProblem::NotTuowei)),
        ("\"floor_ppm\": -5000", "\"floor_ppm\": 90001", Err(ReadProblem::FloorAboveCap)),
        ("\"id\": \"b\"", "\"id\": \"a\"", Err(ReadProblem::Region(RegionProblem::SameId("a".into_id())))),
        ("\"task\": 350,\n", "\"task\": 350\n", Err(ReadProblem::NotJson { line: 29, column: 3 })),
    ] {
        assert_eq!(with(from, to), expected, "{from} → {to}");
    }
    // Also a text that is too long.
    let long = ["\"note\": \"", &"长".repeat(TaskRow::MOST_NOTE + 1), "\""].concat();
    assert_eq!(with("\"note\": \"“注”\"", &long), field("monitoring.tasks[0].note", Wrong::OutOfRange));
    let counties = FULL.rfind("\"counties\"").unwrap();
    let none = FULL.replacen(&FULL[counties..], "\"counties\": []}", 1);
    assert_eq!(from_json(&none).unwrap_err(), ReadProblem::Region(RegionProblem::Empty));
    for (text, expected) in [
        ("", ReadProblem::NotJson { line: 1, column: 0 }),
        ("[]", ReadProblem::NotTuowei),
        ("{\"rows\": 3}", ReadProblem::NotTuowei),
    ] {
        assert_eq!(from_json(text).unwrap_err(), expected);
    }
}

trait IntoId {
    fn into_id(self) -> CountyId;
}

impl IntoId for &str {
    fn into_id(self) -> CountyId {
        CountyId::new(self)
    }
}

#[test]
fn hostile_documents_are_refused_without_harm() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    for text in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        format!("{{\"app\":\"tuowei\",\"schema\":1,\"counties\":{}}}", deep("[", "]")),
        format!("{{\"app\":\"tuowei\",\"schema\":{}}}", "9".repeat(10_000)),
        "{\"app\":\"tuowei\",\"schema\":1e999}".to_owned(),
        "{\"app\":\"tuowei\",\"schema\":-1e-999}".to_owned(),
        "{\"app\":\"tuowei\",\"schema\":1,\"name\":\"\\ud800\"}".to_owned(),
    ] {
        assert!(from_json(&text).is_err());
    }
    for hostile in [
        deep("[", "]"),
        deep("{\"a\":", "}"),
        "9".repeat(100_000),
        ["-0.", &"0".repeat(100_000), "1"].concat(),
        "1e999999999".to_owned(),
        "1e-999999999".to_owned(),
        "-1".to_owned(),
        "9223372036854775808".to_owned(),
    ] {
        for place in ["\"slots\":130", "\"base_ppm\":21400", "\"year\":2026", "\"utilisation_ppm\":400000"] {
            let (name, _) = place.split_once(':').unwrap();
            assert!(OFFICIAL.contains(place));
            assert!(from_json(&OFFICIAL.replacen(place, &format!("{name}:{hostile}"), 1)).is_err(), "{place}");
        }
    }
    let row = "{\"id\":\"x\",\"name\":\"x\"},".repeat(3_001);
    let many = OFFICIAL.replacen("\"counties\":[", &format!("\"counties\":[{row}"), 1);
    assert_eq!(from_json(&many).unwrap_err(), ReadProblem::Region(RegionProblem::TooMany(3_011)));
}

/// Any JSON of the usual field names, with values of every wrong type.
fn documents() -> impl Strategy<Value = String> {
    let names =
        ["app", "schema", "name", "region", "id", "year", "task", "targets", "rule", "counties", "slots", "cap_ppm"];
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        any::<i64>().prop_map(|whole| whole.to_string()),
        Just("1".to_owned()),
        Just("1.5e300".to_owned()),
        Just("\"tuowei\"".to_owned()),
        Just("\"uniform\"".to_owned()),
    ];
    let key = proptest::sample::select(names.to_vec());
    leaf.prop_recursive(5, 60, 12, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(|list| format!("[{}]", list.join(","))),
            proptest::collection::vec((key.clone(), inner), 0..12).prop_map(|fields| {
                let fields: Vec<String> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
                format!("{{\"app\":\"tuowei\",\"schema\":1,{}\"end\":0}}", fields.join(",") + ",").replace(",,", ",")
            }),
        ]
    })
}

/// The places of a document in the words of a problem, each with a way to the value.
fn places(value: &Value, path: &str, pointer: &str, found: &mut Vec<(String, String)>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                found.push((path.clone(), format!("{pointer}/{name}")));
                places(value, &path, &format!("{pointer}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                found.push((format!("{path}[{index}]"), format!("{pointer}/{index}")));
                places(value, &format!("{path}[{index}]"), &format!("{pointer}/{index}"), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A value of another type than this one.
fn of_another_type(value: &Value) -> (Value, Wrong) {
    match value {
        Value::Object(_) => (json!(7), Wrong::NotObject),
        Value::Array(_) => (json!({}), Wrong::NotList),
        Value::String(_) => (json!([]), Wrong::NotText),
        Value::Number(_) => (json!("7"), Wrong::NotWhole),
        Value::Bool(_) => (json!(1), Wrong::NotFlag),
        Value::Null => panic!("nothing is written as null"),
    }
}

proptest! {
    #[test]
    fn a_value_of_another_type_is_refused_with_its_place(scenario in scenarios(), at in any::<prop::sample::Index>()) {
        let mut document: Value = serde_json::from_str(&to_json(&scenario)).unwrap();
        let mut found = Vec::new();
        places(&document, "", "", &mut found);
        let (path, pointer) = at.get(&found).clone();
        let value = document.pointer_mut(&pointer).unwrap();
        let (other, wrong) = of_another_type(value);
        *value = other;
        let expected =
            if path == "app" { ReadProblem::NotTuowei } else { ReadProblem::Field(FieldProblem { path, wrong }) };
        prop_assert_eq!(from_json(&document.to_string()), Err(expected));
    }

    #[test]
    fn a_number_beyond_all_bounds_is_refused_with_its_place(
        scenario in scenarios(),
        at in any::<prop::sample::Index>(),
        beyond in prop::sample::select(vec![json!(i64::MAX), json!(i64::MIN), json!(u64::MAX)]),
    ) {
        let mut document: Value = serde_json::from_str(&to_json(&scenario)).unwrap();
        let mut found = Vec::new();
        places(&document, "", "", &mut found);
        found.retain(|(path, pointer)| path != "schema" && document.pointer(pointer).unwrap().is_number());
        let (path, pointer) = at.get(&found).clone();
        *document.pointer_mut(&pointer).unwrap() = beyond;
        let expected = ReadProblem::Field(FieldProblem { path, wrong: Wrong::OutOfRange });
        prop_assert_eq!(from_json(&document.to_string()), Err(expected));
    }

    /// What is needed is missed by its name; without anything else a scenario is read.
    #[test]
    fn a_field_that_is_gone_is_named_or_not_needed(scenario in scenarios(), at in any::<prop::sample::Index>()) {
        let mut document: Value = serde_json::from_str(&to_json(&scenario)).unwrap();
        let mut found = Vec::new();
        places(&document, "", "", &mut found);
        found.retain(|(path, _)| !path.ends_with(']'));
        let (path, pointer) = at.get(&found).clone();
        *document.pointer_mut(&pointer).unwrap() = Value::Null;
        let missing = ReadProblem::Field(FieldProblem { path: path.clone(), wrong: Wrong::Missing });
        let refused = if path == "app" { ReadProblem::NotTuowei } else { missing };
        if let Err(problem) = from_json(&document.to_string()) {
            prop_assert_eq!(problem, refused);
        }
    }

    #[test]
    fn a_text_that_was_cut_short_is_no_scenario(scenario in scenarios(), at in any::<prop::sample::Index>()) {
        let text = to_json(&scenario);
        let cut = (0..=at.index(text.len() - 2)).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let problem = from_json(&text[..cut]).unwrap_err();
        prop_assert!(matches!(problem, ReadProblem::NotJson { .. }), "{}", problem);
    }

    #[test]
    fn every_scenario_is_read_back_as_it_was_written(scenario in scenarios()) {
        let text = to_json(&scenario);
        let read = from_json(&text).unwrap();
        prop_assert_eq!(&read, &scenario);
        prop_assert_eq!(to_json(&read), text);
    }

    #[test]
    fn no_document_makes_the_reader_panic(document in documents(), text in any::<String>()) {
        let _ = from_json(&document);
        let _ = from_json(&text);
        for settings in [document, text] {
            let read = ViewSettings::from_json(&settings);
            let again = ViewSettings::from_json(&read.to_json(NOW));
            prop_assert_eq!((again.language, again.theme, again.seen), (read.language, read.theme, read.seen));
        }
    }

    #[test]
    fn no_damage_makes_the_reader_panic(at in 0..1200_usize, bytes in any::<[u8; 2]>(), cut in 0..1200_usize) {
        let mut damaged = to_json(&plan("方案")).into_bytes();
        damaged.truncate(damaged.len().min(cut + 600));
        let at = at % (damaged.len() - 1);
        damaged[at..at + 2].copy_from_slice(&bytes);
        let _ = from_json(&String::from_utf8_lossy(&damaged));
    }
}
