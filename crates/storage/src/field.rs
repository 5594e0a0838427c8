//! Reading of one field of a JSON object. A problem names its place from the inside out, so that what
//! reads well costs no path.

use std::fmt;

use serde_json::{Map, Value};

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

/// An object whose fields are read one by one. Fields that nobody asks for are ignored.
#[derive(Clone, Copy)]
pub(super) struct Object<'a>(&'a Map<String, Value>);

impl<'a> Object<'a> {
    pub(super) fn of(value: &'a Value) -> Result<Self, FieldProblem> {
        value.as_object().map(Self).ok_or_else(|| FieldProblem::at("", Wrong::NotObject))
    }

    /// The field, where it stands; null counts as not there.
    #[inline(never)]
    pub(super) fn get(self, name: &str) -> Option<&'a Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    #[inline(never)]
    pub(super) fn needed(self, name: &str) -> Result<&'a Value, FieldProblem> {
        self.get(name).ok_or_else(|| FieldProblem::at(name, Wrong::Missing))
    }

    #[inline(never)]
    pub(super) fn object(self, name: &str) -> Result<Self, FieldProblem> {
        Self::of(self.needed(name)?).map_err(|problem| problem.within(name))
    }

    #[inline(never)]
    pub(super) fn list(self, name: &str) -> Result<&'a [Value], FieldProblem> {
        let list = self.needed(name)?.as_array().ok_or_else(|| FieldProblem::at(name, Wrong::NotList))?;
        Ok(list)
    }

    #[inline(never)]
    pub(super) fn text(self, name: &str) -> Result<&'a str, FieldProblem> {
        self.text_if_any(name)?.ok_or_else(|| FieldProblem::at(name, Wrong::Missing))
    }

    #[inline(never)]
    pub(super) fn text_if_any(self, name: &str) -> Result<Option<&'a str>, FieldProblem> {
        match self.get(name) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(FieldProblem::at(name, Wrong::NotText)),
        }
    }

    /// True or false; false when it is not there.
    #[inline(never)]
    pub(super) fn flag(self, name: &str) -> Result<bool, FieldProblem> {
        match self.get(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(FieldProblem::at(name, Wrong::NotFlag)),
        }
    }

    #[inline(never)]
    pub(super) fn whole(self, name: &str) -> Result<i64, FieldProblem> {
        self.whole_if_any(name)?.ok_or_else(|| FieldProblem::at(name, Wrong::Missing))
    }

    #[inline(never)]
    pub(super) fn whole_if_any(self, name: &str) -> Result<Option<i64>, FieldProblem> {
        let wrong = match self.get(name) {
            None => return Ok(None),
            Some(Value::Number(number)) => match number.as_i64() {
                Some(whole) => return Ok(Some(whole)),
                None if number.is_u64() => Wrong::OutOfRange,
                None => Wrong::NotWhole,
            },
            Some(_) => Wrong::NotWhole,
        };
        Err(FieldProblem::at(name, wrong))
    }
}
