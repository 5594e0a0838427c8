//! A scenario as text: what is stored, and the scenario file that planners take away and open again.
//!
//! Saved types are not model types: their names and units belong to the schema and never change within it.
//! Every figure is a whole number whose name carries its unit where it has one (`base_ppm`: parts per million); a
//! figure that is not known is left out. A field more, or one that means something else, is a new schema: it gets
//! its step in [`upgrade`], while the fixtures of the older ones stay as they are.

mod county;
mod division;
mod document;
mod monitoring;
mod problem;
mod report;
mod upgrade;
mod words;

use serde::Deserialize;
use serde_json::Value;

use super::field::{FieldProblem, Wrong};
use super::json::{self, Layout};
use document::ScenarioV5;
pub use problem::ReadProblem;
use tuowei_model::Scenario;
use upgrade::upgrade;

/// The schema that is written. Older ones are read as well.
pub const SCHEMA: u32 = 5;

/// The mark of a file or entry of this page.
pub(super) const APP: &str = "tuowei";

/// The scenario with its whole region as JSON. The same scenario always gives the same text.
#[must_use]
pub fn to_json(scenario: &Scenario) -> String {
    json::write(&ScenarioV5::from(scenario), Layout::DOCUMENT)
}

/// The scenario that [`to_json`] wrote, now or with an older schema.
///
/// Fields that the schema does not know are ignored, and a byte order mark in front is, too.
///
/// # Errors
/// What is wrong, with its place. Nothing is guessed or left out.
pub fn from_json(text: &str) -> Result<Scenario, ReadProblem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: Value = serde_json::from_str(text)
        .map_err(|problem| ReadProblem::NotJson { line: problem.line(), column: problem.column() })?;
    let schema = schema_of(&document)?;
    let document = upgrade(document, schema)?;
    json::read::<ScenarioV5<'_>>(&document)?.try_into()
}

/// What every schema has.
#[derive(Deserialize)]
struct Mark {
    schema: i64,
}

/// The schema of a document that carries the mark of this page.
fn schema_of(document: &Value) -> Result<u32, ReadProblem> {
    if document.get("app").and_then(Value::as_str) != Some(APP) {
        return Err(ReadProblem::NotTuowei);
    }
    match json::read::<Mark>(document)?.schema {
        ..=0 => Err(FieldProblem::at("schema", Wrong::OutOfRange).into()),
        schema => Ok(u32::try_from(schema).unwrap_or(u32::MAX)),
    }
}
