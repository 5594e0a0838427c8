//! From any older schema to the one that is written, one step at a time.

use serde_json::Value;

use super::{ReadProblem, SCHEMA};

/// Turns a document of schema `from` into one of [`SCHEMA`]. Each step knows only two neighbours.
pub(super) fn upgrade(document: Value, from: u32) -> Result<Value, ReadProblem> {
    match from {
        SCHEMA => Ok(document),
        // A later schema adds its step: `1 => upgrade(v1_to_v2(document)?, 2)`.
        newer => Err(ReadProblem::Newer(newer)),
    }
}
