//! What a document that comes from outside may hold, so that reading it takes time and room by its own size and by no number
//! in it. Documents that this page stored itself are read whatever they hold.

/// The longest document, in bytes: more than a browser keeps for a page.
pub(super) const MOST_DOCUMENT: usize = 8_000_000;

/// The room that the parsed values of a document may take, in bytes. That of 3 000 counties with all figures of three reports is
/// less, which is what a browser keeps for a page.
const MOST_ROOM: usize = 45_000_000;

/// Nothing nests deeper than the page's own documents, by far.
const DEEPEST: usize = 32;

/// Whether a document may be parsed. A first look at its text counts what would be made of it.
pub(super) fn may_be_parsed(document: &str) -> bool {
    /// An object with a field, at least.
    const OBJECT: usize = 640;
    /// A field's place.
    const FIELD: usize = 48;
    /// Either quotation mark of a text.
    const MARK: usize = 16;
    /// A value, in a list that grew to hold it.
    const VALUE: usize = 48;
    if document.len() > MOST_DOCUMENT {
        return false;
    }
    let (mut room, mut depth, mut deepest) = (0, 0_usize, 0);
    let (mut is_text, mut is_escaped) = (false, false);
    for byte in document.bytes() {
        match (is_text, byte) {
            (true, _) if is_escaped => is_escaped = false,
            (true, b'\\') => is_escaped = true,
            (_, b'"') => {
                is_text = !is_text;
                room += MARK;
            }
            (false, b'{' | b'[') => {
                room += if byte == b'{' { OBJECT } else { VALUE };
                depth += 1;
                deepest = deepest.max(depth);
            }
            (false, b'}' | b']') => depth = depth.saturating_sub(1),
            (false, b':') => room += FIELD,
            (false, b',') => room += VALUE,
            _ => {}
        }
    }
    room <= MOST_ROOM && deepest <= DEEPEST
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_a_text_takes_no_room() {
        assert!(may_be_parsed(&format!("[\"{}\"]", "{[,:\\\"".repeat(1_000_000))));
        assert!(!may_be_parsed(&"{[,:".repeat(1_000_000)));
        assert!(!may_be_parsed(&"\"".repeat(MOST_DOCUMENT + 1)));
        assert!(may_be_parsed(&["[".repeat(DEEPEST), "]".repeat(DEEPEST)].concat()));
        assert!(!may_be_parsed(&"[".repeat(DEEPEST + 1)));
    }
}
