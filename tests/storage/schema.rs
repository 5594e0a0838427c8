//! The scenario as text.

use proptest::prelude::*;
use tuowei::model::{Points, RegionProblem, official_plan};
use tuowei::storage::{FieldProblem, ReadProblem, Wrong, from_json, to_json};

use super::support::{plan, scenarios};

const OFFICIAL: &str = include_str!("../fixtures/scenario-v1-official.json");
const FULL: &str = include_str!("../fixtures/scenario-v1-full.json");

#[test]
fn the_official_plan_is_written_as_in_the_fixture_and_read_back() {
    assert_eq!(to_json(official_plan()), OFFICIAL);
    assert_eq!(from_json(OFFICIAL).as_ref(), Ok(official_plan()));
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
        ("\"locked\": true", "\"locked\": 1", field("counties[0].locked", Wrong::NotFlag)),
        ("\"kind\": \"county\"", "\"kind\": \"city\"", field("counties[0].kind", Wrong::UnknownWord("city".into()))),
        ("\"name\": \"乙\"", "\"name\": 5", field("counties[1].name", Wrong::NotText)),
        ("\"id\": \"b\", ", "", field("counties[1].id", Wrong::Missing)),
        ("{\"id\": \"b\", \"name\": \"乙\"}", "7", field("counties[1]", Wrong::NotObject)),
        ("\"year\": 2030", "\"year\": 65536", field("region.year", Wrong::OutOfRange)),
        ("\"year\": 2030", "\"year\": null", field("region.year", Wrong::Missing)),
        ("\"rule\": \"city-goal\"", "\"rule\": \"best\"", field("targets.rule", Wrong::UnknownWord("best".into()))),
        ("\"task\": 350", "\"task\": true", field("task", Wrong::NotWhole)),
        ("\"schema\": 1", "\"schema\": 0", field("schema", Wrong::OutOfRange)),
        ("\"schema\": 1", "\"schema\": \"1\"", field("schema", Wrong::NotWhole)),
        ("\"schema\": 1", "\"schema\": 2", Err(ReadProblem::Newer(2))),
        ("\"schema\": 1", "\"schema\": 99999999999", Err(ReadProblem::Newer(u32::MAX))),
        ("\"app\": \"tuowei\"", "\"app\": \"other\"", Err(ReadProblem::NotTuowei)),
        ("\"app\": \"tuowei\"", "\"app\": [\"tuowei\"]", Err(ReadProblem::NotTuowei)),
        ("\"floor_ppm\": -5000", "\"floor_ppm\": 90001", Err(ReadProblem::FloorAboveCap)),
        ("\"id\": \"b\"", "\"id\": \"a\"", Err(ReadProblem::Region(RegionProblem::SameId("a".into_id())))),
        ("\"task\": 350,\n", "\"task\": 350\n", Err(ReadProblem::NotJson { line: 18, column: 3 })),
    ] {
        assert_eq!(with(from, to), expected, "{from} → {to}");
    }
    let counties = FULL.find("\"counties\"").unwrap();
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
    fn into_id(self) -> tuowei::model::CountyId;
}

impl IntoId for &str {
    fn into_id(self) -> tuowei::model::CountyId {
        tuowei::model::CountyId::new(self)
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

proptest! {
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
