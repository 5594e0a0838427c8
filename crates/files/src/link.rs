//! A scenario within a link: nothing but the address carries it, so that no server is needed.
//!
//! `#s=1.` is followed by eight digits of checksum and the packed scenario in base64url. Packed means: the document of a
//! scenario file with its counties column by column, which says each field's name once and sets like beside like,
//! and then DEFLATE. The checksum (CRC-32) is that of the packed document before it was compressed.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crc::{CRC_32_ISO_HDLC, Crc, Table};
use serde_json::{Map, Value};

use super::limits::{MOST_DOCUMENT, may_be_parsed};
use tuowei_model::Region;
use tuowei_text::LinkProblem;

/// The longest link that messengers and browsers are known to leave whole, in characters.
pub const MOST_LINK: usize = 8_000;

/// The longest code, in characters: what cannot be made smaller has a third more than its bytes.
const MOST_CODE: usize = MOST_DOCUMENT / 3 * 4 + 100;

/// The longest name of a column, in bytes: it is written once for each county.
const MOST_NAME: usize = 40;

/// The most columns: three times the figures that a county has.
const MOST_COLUMNS: usize = 64;

/// In front of a link's contents.
const MARK: &str = "s=";

/// The form that is written.
const VERSION: u32 = 1;

const COUNTIES: &str = "counties";

/// A table of one row: it is short, and nothing here is large.
static CHECKSUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// A scenario does not fit into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkTooLong {
    /// How many characters it would have.
    pub length: usize,
}

/// The hash of a link that carries the scenario with this document, or how long it would be.
///
/// # Errors
/// It would be longer than [`MOST_LINK`].
pub fn fragment(json: &str) -> Result<String, LinkTooLong> {
    let fragment = ["#", MARK, &packed(json)].concat();
    if fragment.len() > MOST_LINK { Err(LinkTooLong { length: fragment.len() }) } else { Ok(fragment) }
}

/// Whether the hash of an address says that it carries a scenario.
#[must_use]
pub fn is_fragment(hash: &str) -> bool {
    hash.trim_start_matches('#').starts_with(MARK)
}

/// The document of the scenario that a link carries: the hash alone, or the whole address, with whatever white space
/// and punctuation a message put into or behind it.
///
/// # Errors
/// See [`LinkProblem`]; never another scenario than the one that was sent.
pub fn read_fragment(link: &str) -> Result<String, LinkProblem> {
    if link.len() > 2 * MOST_CODE {
        return Err(LinkProblem::Damaged);
    }
    let whole: String = link.replace("%3D", "=").replace("%3d", "=").replace("%23", "#");
    let from = match whole.find("#s=") {
        Some(at) => &whole[at + 1 + MARK.len()..],
        None => whole.trim_start().strip_prefix(MARK).ok_or(LinkProblem::NoLink)?,
    };
    unpacked(from)
}

/// The packed form of a document, as links and pictures carry it.
pub(super) fn packed(json: &str) -> String {
    // What is no JSON has no columns, and goes as it is.
    let document =
        serde_json::from_str::<Value>(json).map_or_else(|_| json.to_owned(), |value| by_column(value).to_string());
    let sum = CHECKSUM.checksum(document.as_bytes());
    // The highest level: the smallest result.
    let bytes = miniz_oxide::deflate::compress_to_vec(document.as_bytes(), 10);
    format!("{VERSION}.{sum:08x}{}", URL_SAFE_NO_PAD.encode(bytes))
}

/// The document of a packed form.
pub(super) fn unpacked(packed: &str) -> Result<String, LinkProblem> {
    let (version, rest) = packed.trim_start().split_once('.').ok_or(LinkProblem::Damaged)?;
    match version.parse::<u32>() {
        Ok(VERSION) => {}
        Ok(0) | Err(_) => return Err(LinkProblem::Damaged),
        Ok(_) => return Err(LinkProblem::Newer),
    }
    let is_code = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '-' | '_');
    let mut code = String::with_capacity(rest.len().min(MOST_CODE));
    for character in rest.chars().filter(|character| !character.is_whitespace()) {
        if code.len() == MOST_CODE {
            return Err(LinkProblem::Damaged);
        }
        if !is_code(&character) {
            // What a message sets behind a link: a full stop, a bracket, a quotation mark.
            break;
        }
        code.push(character);
    }
    let (sum, code) = code.split_at_checked(8).ok_or(LinkProblem::Damaged)?;
    let sum = u32::from_str_radix(sum, 16).map_err(|_| LinkProblem::Damaged)?;
    let bytes = URL_SAFE_NO_PAD.decode(code).map_err(|_| LinkProblem::Damaged)?;
    let document =
        miniz_oxide::inflate::decompress_to_vec_with_limit(&bytes, MOST_DOCUMENT).map_err(|_| LinkProblem::Damaged)?;
    if CHECKSUM.checksum(&document) != sum {
        return Err(LinkProblem::Damaged);
    }
    let document = String::from_utf8(document).map_err(|_| LinkProblem::Damaged)?;
    if !may_be_parsed(&document) {
        return Err(LinkProblem::Damaged);
    }
    let document = match serde_json::from_str::<Value>(&document) {
        Ok(value) => by_row(value)?.to_string(),
        // Not this page's, which its reader says.
        Err(_) => document,
    };
    if may_be_parsed(&document) { Ok(document) } else { Err(LinkProblem::Damaged) }
}

/// The document with its list of counties as lists of their fields. A field that a county lacks is null.
fn by_column(mut document: Value) -> Value {
    let Some(Value::Array(rows)) = document.get(COUNTIES) else { return document };
    let mut names: Vec<&String> = Vec::new();
    for row in rows {
        let Value::Object(fields) = row else { return document };
        // A null of its own could not be told from a field that is not there.
        if fields.values().any(Value::is_null) {
            return document;
        }
        for name in fields.keys() {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    let column = |name: &String| {
        let cells = rows.iter().map(|row| row.get(name).cloned().unwrap_or(Value::Null));
        (name.clone(), Value::Array(cells.collect()))
    };
    let mut columns: Map<String, Value> = names.into_iter().map(column).collect();
    // Without any county there are no columns, and their number would be lost.
    columns.insert("#".to_owned(), Value::from(rows.len()));
    document[COUNTIES] = Value::Object(columns);
    document
}

/// The document with its counties as a list again; as it is where they are no columns. Nothing is made before it is known
/// that it is no more than a region can have.
///
/// # Errors
/// More counties than a region can have, a name that no field has, or a column of more counties than there are.
fn by_row(mut document: Value) -> Result<Value, LinkProblem> {
    let Some(Value::Object(columns)) = document.get_mut(COUNTIES) else { return Ok(document) };
    let Some(count) = columns.remove("#").as_ref().and_then(Value::as_u64) else { return Ok(document) };
    let is_column = |(name, cells): (&String, &Value)| {
        name.len() <= MOST_NAME && cells.as_array().is_none_or(|cells| cells.len() as u64 <= count)
    };
    let longest = columns.values().filter_map(Value::as_array).map(Vec::len).max().unwrap_or(0);
    if longest > Region::MOST_COUNTIES || columns.len() > MOST_COLUMNS || !columns.iter().all(is_column) {
        return Err(LinkProblem::Damaged);
    }
    // The count says nothing beyond what the columns hold.
    let mut rows = vec![Map::new(); longest];
    for (name, cells) in std::mem::take(columns) {
        let Value::Array(cells) = cells else { continue };
        for (row, cell) in rows.iter_mut().zip(cells).filter(|(_, cell)| !cell.is_null()) {
            row.insert(name.clone(), cell);
        }
    }
    document[COUNTIES] = rows.into();
    Ok(document)
}
