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

/// Words that stand where a figure is missing, squeezed.
const BLANKS: [&str; 16] = [
    "未报",
    "未填",
    "未填报",
    "未上报",
    "未统计",
    "未提供",
    "暂无",
    "暂缺",
    "缺",
    "缺报",
    "无",
    "无数据",
    "待报",
    "待核",
    "n/a",
    "na",
];

/// What stands in the place of a figure that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A single dash: nothing, or zero as accountants write it.
    Dash,
    /// 未报, —, /: there is no figure.
    Missing,
}

/// The mark or word that stands where a figure is missing; an empty cell has none.
pub(crate) fn mark(text: &str) -> Option<Mark> {
    let squeezed = squeezed(text);
    match squeezed.as_str() {
        "" => None,
        "-" | "–" | "−" => Some(Mark::Dash),
        word if BLANKS.contains(&word) => Some(Mark::Missing),
        marks => marks.chars().all(is_mark).then_some(Mark::Missing),
    }
}

const fn is_mark(character: char) -> bool {
    matches!(character, '-' | '—' | '–' | '−' | '─' | '/' | '…' | '\\')
}

/// Nothing, or a mark or a word that stands where a figure is missing.
pub(crate) fn is_blank(text: &str) -> bool {
    // Most cells hold a number.
    !text.starts_with(|first: char| first.is_ascii_digit())
        && (text.trim().is_empty() || squeezed(text).is_empty() || mark(text).is_some())
}

/// What a spreadsheet shows in the place of a figure.
pub(crate) fn fault(text: &str) -> Option<WhyLeft> {
    if text.trim_start().starts_with(['=', '＝']) {
        return Some(WhyLeft::Formula);
    }
    let rest = text.trim().strip_prefix('#')?;
    Some(if rest.chars().all(|character| character == '#') { WhyLeft::CutOff } else { WhyLeft::SpreadsheetError })
}

/// Words: neither a number, even one that is out of place, nor a mark.
pub(crate) fn is_words(text: &str) -> bool {
    // Most cells hold a number.
    !text.bytes().all(|byte| byte.is_ascii_digit())
        && !is_blank(text)
        && fault(text).is_none()
        && match typed_children(text) {
            Err(NumberProblem::NotANumber) => true,
            // A comma or a space between words.
            Err(NumberProblem::MisplacedComma | NumberProblem::DigitsApart) => text.contains(char::is_alphabetic),
            _ => false,
        }
}

/// A number or what stands for one.
pub(super) fn is_number(text: &str) -> bool {
    !is_blank(text) && !is_words(text)
}

/// The same in the rows where headings may stand, of which a year may be one.
pub(super) fn is_figure(text: &str) -> bool {
    let is_year = || matches!(text.trim().as_bytes(), [b'2', b'0', tens, ones] if [tens, ones].iter().all(|digit| digit.is_ascii_digit()));
    is_number(text) && !is_year()
}
