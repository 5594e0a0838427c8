//! Saved types from JSON and to JSON.
//!
//! Reading is serde's data model over a parsed document. The deserializer is our own for the sake of its error, a
//! [`FieldProblem`]: it knows what was asked for and where, and so says both in words that the page can translate,
//! while `serde_json` says it in an English sentence.

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, forward_to_deserialize_any};
use serde_json::Value;
use serde_json::ser::{Formatter, Serializer};
use std::io::{Result as Written, Write};

use super::field::{FieldProblem, Wrong};

/// The saved type that a document holds. Fields that it does not know are ignored; null counts as not there.
pub(super) fn read<'de, T: Deserialize<'de>>(document: &'de Value) -> Result<T, FieldProblem> {
    T::deserialize(Node(document))
}

/// A saved type as text. The same value always gives the same text.
pub(super) fn write<T: Serialize>(value: &T, layout: Layout) -> String {
    let mut bytes = Vec::with_capacity(1024);
    // Nothing in a saved type can be refused: its keys are texts, and memory takes whatever comes.
    if value.serialize(&mut Serializer::with_formatter(&mut bytes, layout)).is_err() {
        bytes.clear();
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// A place in a parsed document.
#[derive(Clone, Copy)]
struct Node<'de>(&'de Value);

impl<'de> Node<'de> {
    #[inline(never)]
    fn whole<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        let Value::Number(number) = self.0 else { return Err(FieldProblem::at("", Wrong::NotWhole)) };
        match (number.as_i64(), number.as_u64()) {
            (Some(whole), _) => visitor.visit_i64(whole),
            (None, Some(whole)) => visitor.visit_u64(whole),
            (None, None) => Err(FieldProblem::at("", Wrong::NotWhole)),
        }
    }
}

/// All kinds of whole numbers are read alike; the visitor knows the bounds.
macro_rules! whole {
    ($($method:ident)+) => {
        $(
            fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
                self.whole(visitor)
            }
        )+
    };
}

impl<'de> Deserializer<'de> for Node<'de> {
    type Error = FieldProblem;

    whole!(deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64);
    whole!(deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64);

    forward_to_deserialize_any!(f32 f64 char bytes byte_buf unit unit_struct tuple_struct enum);

    /// What is none of the kinds that saved types are made of.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(flag) => visitor.visit_bool(*flag),
            Value::Number(_) => self.whole(visitor),
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(_) => self.deserialize_seq(visitor),
            Value::Object(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        match self.0 {
            Value::Bool(flag) => visitor.visit_bool(*flag),
            _ => Err(FieldProblem::at("", Wrong::NotFlag)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        match self.0 {
            Value::String(text) => visitor.visit_borrowed_str(text),
            _ => Err(FieldProblem::at("", Wrong::NotText)),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, FieldProblem> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Items { rest: items, position: 0 }),
            _ => Err(FieldProblem::at("", Wrong::NotList)),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, length: usize, visitor: V) -> Result<V::Value, FieldProblem> {
        match self.0 {
            Value::Array(items) if items.len() != length => Err(FieldProblem::invalid_length(items.len(), &visitor)),
            _ => self.deserialize_seq(visitor),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        match self.0 {
            Value::Object(fields) => visitor.visit_map(Fields { rest: fields.iter(), next: None }),
            _ => Err(FieldProblem::at("", Wrong::NotObject)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FieldProblem> {
        self.deserialize_map(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FieldProblem> {
        visitor.visit_unit()
    }
}

/// The fields of an object that are not null.
struct Fields<'de> {
    rest: serde_json::map::Iter<'de>,
    next: Option<(&'de str, &'de Value)>,
}

impl<'de> MapAccess<'de> for Fields<'de> {
    type Error = FieldProblem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, FieldProblem> {
        self.next = self.rest.find(|(_, value)| !value.is_null()).map(|(name, value)| (name.as_str(), value));
        self.next.map(|(name, _)| seed.deserialize(BorrowedStrDeserializer::new(name))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, FieldProblem> {
        let (name, value) = self.next.unwrap_or(("", &Value::Null));
        seed.deserialize(Node(value)).map_err(|problem| problem.within(name))
    }
}

/// The items of a list.
struct Items<'de> {
    rest: &'de [Value],
    position: usize,
}

impl<'de> SeqAccess<'de> for Items<'de> {
    type Error = FieldProblem;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, FieldProblem> {
        let Some((value, rest)) = self.rest.split_first() else { return Ok(None) };
        let position = self.position;
        (self.rest, self.position) = (rest, position + 1);
        seed.deserialize(Node(value)).map(Some).map_err(|problem| problem.within(&format!("[{position}]")))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// Where a saved type has its line breaks. There is no other white space.
pub(super) struct Layout {
    depth: usize,
    /// Objects and lists from the outermost, up to which fields and rows have a line each.
    lines: usize,
    row_begins: bool,
}

impl Layout {
    /// All in one line.
    pub(super) const LINE: Self = Self { depth: 0, lines: 0, row_begins: false };

    /// To be read by people: each field of the document has a line, and each row of its lists and of theirs.
    pub(super) const DOCUMENT: Self = Self { depth: 0, lines: 3, row_begins: false };

    fn break_line<W: ?Sized + Write>(&self, writer: &mut W) -> Written<()> {
        writer.write_all(b"\n")?;
        (0..self.depth.min(2)).try_for_each(|_| writer.write_all(b"  "))
    }
}

impl Formatter for Layout {
    fn begin_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Written<()> {
        if std::mem::take(&mut self.row_begins) {
            self.break_line(writer)?;
        }
        self.depth += 1;
        writer.write_all(b"{")
    }

    fn end_object<W: ?Sized + Write>(&mut self, writer: &mut W) -> Written<()> {
        self.depth -= 1;
        if self.depth == 0 && self.lines > 0 {
            return writer.write_all(b"\n}\n");
        }
        writer.write_all(b"}")
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Written<()> {
        if !first {
            writer.write_all(b",")?;
        }
        if self.depth == 1 && self.lines > 0 { self.break_line(writer) } else { Ok(()) }
    }

    fn begin_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Written<()> {
        self.depth += 1;
        writer.write_all(b"[")
    }

    fn end_array<W: ?Sized + Write>(&mut self, writer: &mut W) -> Written<()> {
        self.depth -= 1;
        if self.depth == 1 && self.lines > 0 {
            self.break_line(writer)?;
        }
        writer.write_all(b"]")
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, writer: &mut W, first: bool) -> Written<()> {
        if !first {
            writer.write_all(b",")?;
        }
        self.row_begins = self.depth <= self.lines;
        Ok(())
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, _: &mut W) -> Written<()> {
        self.row_begins = false;
        Ok(())
    }
}
