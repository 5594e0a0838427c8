//! The file of all stored entries, which the page hands out once it has stopped by an error (`src/browser/rescue.js`).

use serde_json::Value;

/// The stored entries that a text holds: pairs of key and text, whichever. Nothing where it is no such file.
#[must_use]
pub fn rescued(text: &str) -> Option<Vec<(String, String)>> {
    // Told apart by how it begins, so that no other file is read twice.
    let text = text.trim_start_matches('\u{feff}');
    let beginning: String = text.chars().filter(|character| !character.is_whitespace()).take(64).collect();
    if !BEGINNINGS.iter().any(|one| beginning.starts_with(one)) {
        return None;
    }
    let file: Value = serde_json::from_str(text).ok()?;
    file.get("rescue")?;
    let entries = file.get("entries")?.as_object()?;
    Some(entries.iter().filter_map(|(key, text)| Some((key.clone(), text.as_str()?.to_owned()))).collect())
}

/// How the file begins, without spaces, in the order of the page or in that of the alphabet.
const BEGINNINGS: [&str; 2] = ["{\"app\":\"tuowei\",\"rescue\":", "{\"app\":\"tuowei\",\"entries\":"];
