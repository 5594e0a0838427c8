//! From any older schema to the one that is written, one step at a time.

use serde_json::{Value, json};

use super::{ReadProblem, SCHEMA};

/// Turns a document of schema `from` into one of [`SCHEMA`]. Each step knows only two neighbours.
pub(super) fn upgrade(document: Value, from: u32) -> Result<Value, ReadProblem> {
    match from {
        SCHEMA => Ok(document),
        1 => upgrade(v1_to_v2(document), 2),
        2 => upgrade(v2_to_v3(document), 3),
        3 => upgrade(v3_to_v4(document), 4),
        4 => upgrade(v4_to_v5(document), 5),
        newer => Err(ReadProblem::Newer(newer)),
    }
}

/// Schema 5 came with the resident population, `population`, of each county and with its basis. Until then fields of that
/// name said nothing.
fn v4_to_v5(mut document: Value) -> Value {
    const POPULATION: &str = "population";
    if let Some(bases) = document.get_mut("bases").and_then(Value::as_object_mut) {
        bases.remove(POPULATION);
    }
    for row in document.get_mut("counties").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(fields) = row.as_object_mut() {
            fields.remove(POPULATION);
        }
    }
    document
}

/// Schema 4 came with monitoring, `monitoring`. Whoever plans for Datong has the province of the plan's.
fn v3_to_v4(mut document: Value) -> Value {
    let of_plan = document.pointer("/region/id").and_then(Value::as_str) == Some("datong");
    if let Some(fields) = document.as_object_mut() {
        fields.remove("monitoring");
        if of_plan {
            fields.insert("monitoring".to_owned(), json!({ "province_cities": 11 }));
        }
    }
    document
}

/// Schema 3 came with references, `frozen`, which is left out where a scenario is none. Until then a field of that name
/// said nothing.
fn v2_to_v3(mut document: Value) -> Value {
    if let Some(fields) = document.as_object_mut() {
        fields.remove("frozen");
    }
    document
}

/// Schema 2 came with supply and demand: goals of the supply side, which until then were the plan's own.
fn v1_to_v2(mut document: Value) -> Value {
    if let Some(fields) = document.as_object_mut() {
        let goals = json!({ "utilisation_ppm": 400_000, "inclusive_share_ppm": 710_000 });
        fields.insert("supply".to_owned(), goals);
    }
    document
}
