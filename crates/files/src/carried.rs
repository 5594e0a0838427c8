//! Pictures that carry the scenario that they show: a text chunk of a PNG file, the metadata of an SVG file.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

use super::limits::may_be_parsed;
use super::link::{packed, unpacked};
use tuowei_text::CarriedProblem;

/// The largest file that is looked into, in bytes.
pub const MOST_FILE: u32 = 40_000_000;

const SIGNATURE: &[u8] = b"\x89PNG\r\n\x1a\n";
/// Of a text chunk: keyword, not compressed, no language, no translation of the keyword.
const HEAD: &[u8] = b"tuowei\0\0\0\0\0";
const TEXT: &[u8; 4] = b"iTXt";
const END: &[u8; 4] = b"IEND";

/// A table of one row: a chunk is short.
static CHECKSUM: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

/// A chunk of a PNG file: its kind, and its data.
type Chunk<'a> = (&'a [u8], &'a [u8]);

/// The next chunk from here on whose checksum holds, and where it ends.
fn chunk(png: &[u8], at: usize) -> Option<(Chunk<'_>, usize)> {
    let word = |at: usize| png.get(at..at.checked_add(4)?).map(|word| [word[0], word[1], word[2], word[3]]);
    let length = usize::try_from(u32::from_be_bytes(word(at)?)).ok()?;
    let data = at.checked_add(8)?;
    let end = data.checked_add(length)?;
    let sum = u32::from_be_bytes(word(end)?);
    if CHECKSUM.checksum(png.get(at + 4..end)?) != sum {
        return None;
    }
    Some(((png.get(at + 4..data)?, png.get(data..end)?), end + 4))
}

/// The PNG file with the document of a scenario in a text chunk behind its header; as it is where it is no PNG file.
#[must_use]
pub fn png_with(png: &[u8], json: &str) -> Vec<u8> {
    let header = if png.starts_with(SIGNATURE) { chunk(png, SIGNATURE.len()) } else { None };
    let Some((_, at)) = header else { return png.to_vec() };
    let text = packed(json);
    let length = u32::try_from(HEAD.len() + text.len()).unwrap_or(u32::MAX);
    let covered = [TEXT.as_slice(), HEAD, text.as_bytes()].concat();
    let sum = CHECKSUM.checksum(&covered);
    [&png[..at], &length.to_be_bytes(), &covered, &sum.to_be_bytes(), &png[at..]].concat()
}

/// The SVG document with the document of a scenario in its metadata; as it is where it has no end.
#[must_use]
pub fn svg_with(svg: &str, json: &str) -> String {
    match svg.rfind("</svg>") {
        // Letters, digits, and nothing that XML has a use for.
        Some(end) => [&svg[..end], "<metadata id=\"tuowei\">", &packed(json), "</metadata>", &svg[end..]].concat(),
        None => svg.to_owned(),
    }
}

/// The document of the scenario that a file holds or carries: a scenario file as it is, a picture of this page.
///
/// # Errors
/// See [`CarriedProblem`]. Whether the document is a scenario is for its reader to say.
pub fn scenario_in(file: &[u8]) -> Result<String, CarriedProblem> {
    if file.len() > MOST_FILE as usize {
        return Err(CarriedProblem::TooLarge);
    }
    if file.starts_with(SIGNATURE) {
        return from_png(file);
    }
    let text = std::str::from_utf8(file).map_err(|_| CarriedProblem::UnknownKind)?;
    if text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
        return from_svg(text);
    }
    if may_be_parsed(text) { Ok(text.to_owned()) } else { Err(CarriedProblem::TooLarge) }
}

fn from_png(png: &[u8]) -> Result<String, CarriedProblem> {
    let mut at = SIGNATURE.len();
    loop {
        let ((kind, data), next) = chunk(png, at).ok_or(CarriedProblem::Damaged)?;
        if kind == TEXT
            && let Some(text) = data.strip_prefix(HEAD)
        {
            let text = std::str::from_utf8(text).map_err(|_| CarriedProblem::Damaged)?;
            return Ok(unpacked(text)?);
        }
        if kind == END {
            return Err(CarriedProblem::NoScenario);
        }
        at = next;
    }
}

fn from_svg(svg: &str) -> Result<String, CarriedProblem> {
    if !svg.contains("<svg") && !svg.contains(":svg") {
        return Err(CarriedProblem::UnknownKind);
    }
    // A drawing program may set its own quotation marks.
    let marked = ["id=\"tuowei\"", "id='tuowei'"].into_iter().find_map(|mark| svg.split_once(mark));
    let Some((_, rest)) = marked else {
        return Err(if svg.trim_end().ends_with('>') { CarriedProblem::NoScenario } else { CarriedProblem::Damaged });
    };
    let text = rest.split_once('>').and_then(|(_, rest)| rest.split_once('<')).map(|(text, _)| text.trim());
    Ok(unpacked(text.ok_or(CarriedProblem::Damaged)?)?)
}
