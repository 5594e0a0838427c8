//! One stored entry: a header line and a payload, which is the scenario as text.
//!
//! The header is JSON in one line and ends with the checksum of everything before it, the line break and the payload.
//! This form of the envelope is the same for all schemas to come, so that an entry of a newer one is known
//! to be whole even by a page that cannot read it. An entry is never changed once it is written.

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc};

use serde_json::Value;

use super::field::{FieldProblem, Object, Wrong};
use super::ident::{EntryId, Millis, ScenarioId, TabId, key_of, parse_key};
use super::schema::{APP, Fields, ReadProblem, SCHEMA, quoted};
use super::seen::Seen;

/// What the header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Header {
    /// The scenario.
    pub scenario: ScenarioId,
    /// The entry itself.
    pub id: EntryId,
    /// The entry that this one was made from.
    pub parent: Option<EntryId>,
    /// The second one, where two were joined.
    pub merged: Option<EntryId>,
    /// All that it builds on, whether still stored or not.
    pub seen: Seen,
    /// When the scenario began.
    pub created: Millis,
    /// When the entry was written.
    pub time: Millis,
    /// Whether it says that the scenario was deleted; it has no payload then.
    pub deleted: bool,
    /// The scenario's name, for lists.
    pub name: String,
}

/// An entry whose checksum holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The header.
    pub header: Header,
    /// The schema of the payload; one above [`SCHEMA`] cannot be read by this version of the page.
    pub schema: u32,
    /// The scenario as text, as it was stored.
    pub payload: &'a str,
}

/// Why a stored text is no entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Corrupt {
    /// The key is none that is ever written.
    Key,
    /// There is no header line that ends in a checksum.
    NoHeader,
    /// The text is not the one that was written.
    Checksum,
    /// The header is whole, but not understood.
    Header(FieldProblem),
    /// The payload has another length than the header says.
    Length,
    /// The entry belongs under another key.
    WrongKey,
    /// The payload is whole, but no scenario.
    Document(ReadProblem),
}

impl fmt::Display for Corrupt {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key => formatter.write_str("unknown kind of key"),
            Self::NoHeader => formatter.write_str("no header line"),
            Self::Checksum => formatter.write_str("checksum does not hold"),
            Self::Header(problem) => write!(formatter, "header: {problem}"),
            Self::Length => formatter.write_str("payload has another length"),
            Self::WrongKey => formatter.write_str("stored under another key"),
            Self::Document(problem) => write!(formatter, "scenario: {problem}"),
        }
    }
}

impl std::error::Error for Corrupt {}

/// Between the header's own fields and the checksum.
const CHECKSUM: &str = ",\"crc32\":\"";

/// The length of what ends the header: `,"crc32":"0123abcd"}`.
const TAIL: usize = CHECKSUM.len() + 8 + 2;

impl Header {
    /// The key under which the entry is stored.
    #[must_use]
    pub fn key(&self) -> String {
        key_of(&self.scenario, &self.id)
    }

    /// The entry as it is stored.
    #[must_use]
    pub fn to_text(&self, payload: &str) -> String {
        let mut text = String::with_capacity(512 + payload.len());
        text.push('{');
        let seen: Vec<String> = self.seen.iter().map(|(tab, rev)| format!("\"{tab}\":{rev}")).collect();
        let mut fields = Fields::new(&mut text)
            .text("app", APP)
            .whole("schema", SCHEMA)
            .text("scenario", self.scenario.as_str())
            .raw("rev", &self.id.rev.to_string())
            .text("tab", self.id.tab.as_str());
        for (name, entry) in [("parent", &self.parent), ("merged", &self.merged)] {
            if let Some(entry) = entry {
                fields = fields.text(name, &entry.to_string());
            }
        }
        fields
            .raw("seen", &format!("{{{}}}", seen.join(",")))
            .whole("created", self.created.0)
            .whole("time", self.time.0)
            .flag("deleted", self.deleted)
            .raw("name", &quoted(&self.name))
            .raw("length", &payload.len().to_string());
        let checksum = checksum(&text, payload);
        text.push_str(CHECKSUM);
        text.push_str(&format!("{checksum:08x}\"}}\n"));
        text.push_str(payload);
        text
    }

    fn read(object: Object<'_>) -> Result<Self, FieldProblem> {
        let wrong = |name| move || FieldProblem::at(name, Wrong::OutOfRange);
        let entry = |name| match object.text_if_any(name)? {
            None => Ok(None),
            Some(text) => EntryId::parse(text).map(Some).ok_or_else(wrong(name)),
        };
        let mut seen = Seen::default();
        let by_tab = object.needed("seen")?.as_object().ok_or_else(|| FieldProblem::at("seen", Wrong::NotObject))?;
        for (tab, rev) in by_tab {
            let entry = EntryId::parse(&format!("{rev}:{tab}")).ok_or_else(wrong("seen"))?;
            seen.add(&entry);
        }
        let tab = TabId::parse(object.text("tab")?).ok_or_else(wrong("tab"))?;
        Ok(Self {
            scenario: ScenarioId::parse(object.text("scenario")?).ok_or_else(wrong("scenario"))?,
            id: EntryId { rev: u64::try_from(object.whole("rev")?).map_err(|_| wrong("rev")())?, tab },
            parent: entry("parent")?,
            merged: entry("merged")?,
            seen,
            created: Millis(object.whole("created")?),
            time: Millis(object.whole("time")?),
            deleted: object.flag("deleted")?,
            name: object.text("name")?.to_owned(),
        })
    }
}

/// Reads a stored text. The payload itself is not looked into, except that it is the one that was written.
///
/// # Errors
/// The text is not, or no longer, the entry that was written under this key.
pub fn parse<'a>(key: &str, text: &'a str) -> Result<Entry<'a>, Corrupt> {
    let (scenario, id) = parse_key(key).ok_or(Corrupt::Key)?;
    let (line, payload) = text.split_once('\n').ok_or(Corrupt::NoHeader)?;
    let cut = line.len().checked_sub(TAIL).ok_or(Corrupt::NoHeader)?;
    let (fields, tail) = line.split_at_checked(cut).ok_or(Corrupt::NoHeader)?;
    if tail != format!("{CHECKSUM}{:08x}\"}}", checksum(fields, payload)) {
        return Err(if tail.starts_with(CHECKSUM) { Corrupt::Checksum } else { Corrupt::NoHeader });
    }
    let value: Value = serde_json::from_str(line).map_err(|_| Corrupt::NoHeader)?;
    let object = Object::of(&value).map_err(Corrupt::Header)?;
    let schema = object.whole("schema").map_err(Corrupt::Header)?;
    let header = Header::read(object).map_err(Corrupt::Header)?;
    if object.get("app").and_then(Value::as_str) != Some(APP) {
        return Err(Corrupt::Header(FieldProblem::at("app", Wrong::Missing)));
    }
    if object.whole("length").map_err(Corrupt::Header)? != i64::try_from(payload.len()).unwrap_or(i64::MAX) {
        return Err(Corrupt::Length);
    }
    if header.scenario != scenario || header.id != id {
        return Err(Corrupt::WrongKey);
    }
    let schema = u32::try_from(schema).map_err(|_| Corrupt::Header(FieldProblem::at("schema", Wrong::OutOfRange)))?;
    Ok(Entry { header, schema, payload })
}

/// The checksum of zip and PNG, from a table of 1 KB.
static CRC32: Crc<u32> = Crc::<u32>::new(&CRC_32_ISO_HDLC);

fn checksum(fields: &str, payload: &str) -> u32 {
    let mut digest = CRC32.digest();
    digest.update(fields.as_bytes());
    digest.update(b"\n");
    digest.update(payload.as_bytes());
    digest.finalize()
}
