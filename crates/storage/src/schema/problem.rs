//! Why a text is no scenario, by place.

use std::fmt;

use crate::FieldProblem;
use tuowei_model::RegionProblem;

/// Why a text cannot be read as a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadProblem {
    /// It is not JSON.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in that line, from 1; 0 at the very end of what came before.
        column: usize,
    },
    /// It is JSON, but nothing that this page wrote.
    NotTuowei,
    /// A newer version of the page wrote it, with this schema.
    Newer(u32),
    /// A field cannot be used.
    Field(FieldProblem),
    /// The counties make no region.
    Region(RegionProblem),
    /// The smallest uplift lies above the largest.
    FloorAboveCap,
}

impl From<FieldProblem> for ReadProblem {
    fn from(problem: FieldProblem) -> Self {
        Self::Field(problem)
    }
}

impl fmt::Display for ReadProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, column } => write!(formatter, "not JSON: line {line}, column {column}"),
            Self::NotTuowei => formatter.write_str("not a tuowei scenario"),
            Self::Newer(schema) => write!(formatter, "written by a newer version: schema {schema}"),
            Self::Field(problem) => problem.fmt(formatter),
            Self::Region(RegionProblem::Empty) => formatter.write_str("counties: none"),
            Self::Region(RegionProblem::TooMany(count)) => write!(formatter, "counties: {count} are too many"),
            Self::Region(RegionProblem::SameId(id)) => write!(formatter, "counties: the id {id} stands twice"),
            Self::FloorAboveCap => formatter.write_str("targets: floor_ppm lies above cap_ppm"),
        }
    }
}

impl std::error::Error for ReadProblem {}
