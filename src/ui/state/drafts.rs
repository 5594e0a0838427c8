//! Typed text beside the last good figure; the rules are those of [`Typing`].

pub use crate::session::draft::{DropDrafts, Typing};

use super::field::FieldProblem;

/// What an input shows instead of its figure.
pub type Draft = crate::session::draft::Draft<FieldProblem>;
