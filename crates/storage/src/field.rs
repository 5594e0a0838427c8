//! Why a field of a saved type cannot be used, with its place. A problem names its place from the inside out, so that
//! what reads well costs no path.

use std::fmt;

use serde::de;

/// A field that cannot be used: where it stands and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldProblem {
    /// The place in the document: `counties[3].slots`. Empty for the document itself.
    pub path: String,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What is wrong with a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It is not there.
    Missing,
    /// It is not a text.
    NotText,
    /// It is not a whole number.
    NotWhole,
    /// It is neither true nor false.
    NotFlag,
    /// It is not a list.
    NotList,
    /// It is not an object.
    NotObject,
    /// It is smaller or larger than such a figure can be.
    OutOfRange,
    /// It is none of the words that may stand there.
    UnknownWord(String),
}

impl FieldProblem {
    /// `wrong` at the field of this name.
    #[inline(never)]
    pub(super) fn at(name: &str, wrong: Wrong) -> Self {
        Self { path: name.to_owned(), wrong }
    }

    /// The same problem, seen from the object or list that holds its place.
    #[inline(never)]
    pub(super) fn within(mut self, outer: &str) -> Self {
        if !self.path.is_empty() && !self.path.starts_with('[') {
            self.path.insert(0, '.');
        }
        self.path.insert_str(0, outer);
        self
    }
}

impl fmt::Display for FieldProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: ", if self.path.is_empty() { "document" } else { &self.path })?;
        match &self.wrong {
            Wrong::Missing => formatter.write_str("missing"),
            Wrong::NotText => formatter.write_str("not a text"),
            Wrong::NotWhole => formatter.write_str("not a whole number"),
            Wrong::NotFlag => formatter.write_str("neither true nor false"),
            Wrong::NotList => formatter.write_str("not a list"),
            Wrong::NotObject => formatter.write_str("not an object"),
            Wrong::OutOfRange => formatter.write_str("out of range"),
            Wrong::UnknownWord(word) => write!(formatter, "unknown word {word:?}"),
        }
    }
}

impl std::error::Error for FieldProblem {}

/// What serde's derives and the leaves of saved types report. That a value is of another type, the deserializer in
/// `json` finds by itself.
impl de::Error for FieldProblem {
    /// A value of the right type that is beyond its bounds: nothing else is left to report.
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::at("", Wrong::OutOfRange)
    }

    fn missing_field(name: &'static str) -> Self {
        Self::at(name, Wrong::Missing)
    }

    fn unknown_variant(word: &str, _: &'static [&'static str]) -> Self {
        Self::at("", Wrong::UnknownWord(word.to_owned()))
    }
}
