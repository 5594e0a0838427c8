//! One stored entry: a header line and a payload, which is the scenario as text.
//!
//! The header is JSON in one line and ends with the checksum of everything before it, the line break and the payload.
//! This form of the envelope is the same for all schemas to come, so that an entry of a newer one is known
//! to be whole even by a page that cannot read it. An entry is never changed once it is written.

use std::fmt;

use crc::{CRC_32_ISO_HDLC, Crc};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::field::{FieldProblem, Wrong};
use super::ident::{EntryId, Millis, ScenarioId, TabId, key_of, parse_key};
use super::json::{self, Layout};
use super::saved::is_false;
use super::schema::{APP, ReadProblem, SCHEMA};
use super::version_vector::VersionVector;

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
    pub seen: VersionVector,
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
        let saved = SavedHeader {
            app: APP,
            schema: SCHEMA,
            scenario: self.scenario.clone(),
            rev: self.id.rev,
            tab: self.id.tab.clone(),
            parent: self.parent.clone(),
            merged: self.merged.clone(),
            seen: self.seen.clone(),
            created: self.created,
            time: self.time,
            deleted: self.deleted,
            name: &self.name,
            length: payload.len(),
        };
        let header = json::write(&saved, Layout::LINE);
        // The checksum comes last, in the place of the bracket that ends the object.
        let fields = header.strip_suffix('}').unwrap_or(&header);
        let checksum = checksum(fields, payload);
        [fields, CHECKSUM, &format!("{checksum:08x}\"}}\n"), payload].concat()
    }
}

/// The header as it is saved, without its checksum.
#[derive(Serialize, Deserialize)]
struct SavedHeader<'a> {
    app: &'a str,
    schema: u32,
    scenario: ScenarioId,
    rev: u64,
    tab: TabId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    parent: Option<EntryId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    merged: Option<EntryId>,
    seen: VersionVector,
    created: Millis,
    time: Millis,
    #[serde(default, skip_serializing_if = "is_false")]
    deleted: bool,
    name: &'a str,
    /// Of the payload, in bytes.
    length: usize,
}

impl From<SavedHeader<'_>> for Header {
    fn from(saved: SavedHeader<'_>) -> Self {
        Self {
            scenario: saved.scenario,
            id: EntryId { rev: saved.rev, tab: saved.tab },
            parent: saved.parent,
            merged: saved.merged,
            seen: saved.seen,
            created: saved.created,
            time: saved.time,
            deleted: saved.deleted,
            name: saved.name.to_owned(),
        }
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
    let saved: SavedHeader<'_> = json::read(&value).map_err(Corrupt::Header)?;
    if saved.app != APP {
        return Err(Corrupt::Header(FieldProblem::at("app", Wrong::Missing)));
    }
    if saved.length != payload.len() {
        return Err(Corrupt::Length);
    }
    let (schema, header) = (saved.schema, Header::from(saved));
    if header.scenario != scenario || header.id != id {
        return Err(Corrupt::WrongKey);
    }
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
