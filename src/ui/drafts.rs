//! Typed text beside the last good figure: what does not parse stays as it was typed, with its message.

use super::field::FieldProblem;

/// What an input shows instead of its figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The text as typed.
    pub typed: String,
    /// Why it is no figure; none while it is one and the typing goes on.
    pub problem: Option<FieldProblem>,
}

/// An order to every input to drop its draft.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DropDrafts {
    /// Rises with each order.
    pub round: u32,
    /// Whether drafts with a problem go too: they belong to a scenario that is no longer open.
    pub even_bad: bool,
}
