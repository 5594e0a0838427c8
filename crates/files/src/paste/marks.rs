//! What a cell is before its number is read.

use tuowei_text::{NumberProblem, WhyLeft, typed_children};

/// The text without what people add for the eye: white space, line ends, invisible characters; full-width forms made
/// plain, Latin letters small.
pub(crate) fn squeezed(text: &str) -> String {
    let plain = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).map(|plain| plain.to_ascii_lowercase())
        }
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        other if other.is_whitespace() || other.is_control() => None,
        other => Some(other.to_ascii_lowercase()),
    };
    text.chars().filter_map(plain).collect()
}

/// Words that stand where a figure is missing.
const BLANKS: [&str; 8] = ["未报", "未填", "未填报", "未统计", "暂无", "缺", "N/A", "n/a"];

/// Nothing, or a mark or a word that stands where a figure is missing: it leaves the present figure alone.
pub(crate) fn is_blank(text: &str) -> bool {
    BLANKS.contains(&text.trim())
        || text.chars().all(|character| {
            character.is_whitespace() || matches!(character, '-' | '—' | '–' | '−' | '─' | '－' | '/' | '／' | '…')
        })
}

/// What a spreadsheet shows in the place of a figure.
pub(crate) fn fault(text: &str) -> Option<WhyLeft> {
    let rest = text.trim().strip_prefix('#')?;
    Some(if rest.chars().all(|character| character == '#') { WhyLeft::CutOff } else { WhyLeft::SpreadsheetError })
}

/// Words: neither a number, even one that is out of place, nor a mark.
pub(crate) fn is_words(text: &str) -> bool {
    !is_blank(text)
        && fault(text).is_none()
        && match typed_children(text) {
            Err(NumberProblem::NotANumber) => true,
            // A comma between words.
            Err(NumberProblem::MisplacedComma) => text.contains(char::is_alphabetic),
            _ => false,
        }
}

/// A number or what stands for one; a year, which may be a heading, is none.
pub(super) fn is_figure(text: &str) -> bool {
    let is_year = || matches!(text.trim().as_bytes(), [b'2', b'0', tens, ones] if [tens, ones].iter().all(|digit| digit.is_ascii_digit()));
    !is_blank(text) && !is_words(text) && !is_year()
}
