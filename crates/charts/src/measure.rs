//! How wide text is drawn, without asking a browser.
//!
//! The widths are those of the widest of Noto Sans CJK, Microsoft YaHei and PingFang, so that what fits here
//! fits wherever it is opened. All are in em: multiples of the type size.

/// How far letters rise above their baseline, in em.
pub(super) const ASCENT: f64 = 0.88;
/// How far letters hang below their baseline, in em.
pub(super) const DESCENT: f64 = 0.2;
/// Half the height of a digit: from a baseline up to the middle of a figure, in em.
pub(super) const MIDDLE: f64 = 0.37;

/// What stands for text that was cut.
const ELLIPSIS: &str = "…";

/// Bold letters are wider by this much, in em; full-width ones are not.
const BOLD: f64 = 0.045;

/// Widths of ASCII from the space to the tilde, in hundredths of an em.
#[rustfmt::skip]
const ASCII: [u8; 95] = [
    //   !   "   #   $   %   &   '   (   )   *   +   ,   -   .   /
    28, 34, 54, 60, 58, 93, 80, 29, 35, 35, 48, 69, 29, 41, 29, 40,
    58, 58, 58, 58, 58, 58, 58, 58, 58, 58, 29, 29, 69, 69, 69, 49, // 0-9 : ; < = > ?
    97, 65, 66, 64, 71, 60, 56, 69, 73, 30, 54, 66, 55, 90, 75, 76, // @ A-O
    64, 76, 65, 60, 60, 72, 63, 94, 60, 57, 61, 35, 40, 35, 69, 57, // P-Z [ \ ] ^ _
    61, 57, 62, 52, 62, 56, 33, 59, 61, 29, 29, 56, 30, 93, 61, 61, // ` a-o
    62, 62, 40, 48, 38, 61, 53, 81, 51, 53, 49, 35, 28, 35, 69,     // p-z { | } ~
];

/// The width of a text, and whether every font in use draws it so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Width {
    /// Multiples of the type size.
    pub em: f64,
    /// Whether all its characters are of kinds whose width is known.
    pub certain: bool,
}

/// The width of a text.
pub(super) fn width(text: &str, bold: bool) -> Width {
    let mut width = Width { em: 0.0, certain: true };
    for character in text.chars() {
        let (em, certain) = width_of(character, bold);
        width.em += em;
        width.certain &= certain;
    }
    width
}

/// The width of a text in em.
pub(super) fn em(text: &str, bold: bool) -> f64 {
    width(text, bold).em
}

fn width_of(character: char, bold: bool) -> (f64, bool) {
    let more = if bold { BOLD } else { 0.0 };
    let code = u32::from(character);
    match code {
        0x20..=0x7E => (f64::from(ASCII[(code - 0x20) as usize]) / 100.0 + more, true),
        _ if is_joined(character) => (0.0, false),
        // Signs that Chinese fonts draw full-width, among them the middle dot of names.
        0xB0..=0xB7 | 0xD7 | 0xF7 => (1.0, true),
        // Letters with accents, as in pinyin.
        0xC0..=0xDE => (0.78 + more, true),
        0xDF..=0x17F => (0.66 + more, true),
        0x2212 => (0.69 + more, true),
        0x1CD..=0x1DC => (0.78 + more, true),
        // Han, kana, full-width forms and the punctuation that their fonts draw full-width.
        0x2013..=0x2026 | 0x3000..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF => (1.0, true),
        0xFF01..=0xFF60 | 0xFFE0..=0xFFE6 | 0x20000..=0x3FFFF => (1.0, true),
        0xAC00..=0xD7A3 => (1.0, false),
        // Letters of other scripts: near enough to be drawn to measure.
        0x370..=0x52F | 0x590..=0x7FF | 0xE00..=0xEFF | 0x1E00..=0x1FFF => (0.68, false),
        // A few ligatures and signs are many letters wide.
        0xFD3E..=0xFDFF => (3.0, false),
        0x1F000..=0x1FAFF => (1.4, false),
        _ => (1.1, false),
    }
}

/// Whether a character is drawn upon the one before it and so has no width of its own.
fn is_joined(character: char) -> bool {
    matches!(u32::from(character),
        0x300..=0x36F | 0x483..=0x489 | 0x591..=0x5BD | 0x610..=0x61A | 0x64B..=0x65F | 0x670 | 0x6D6..=0x6DC
        | 0xE31 | 0xE34..=0xE3A | 0xE47..=0xE4E | 0x1AB0..=0x1AFF | 0x1DC0..=0x1DFF | 0x200B..=0x200D | 0x2060..=0x2064
        | 0x20D0..=0x20FF | 0xFE00..=0xFE0F | 0xFE20..=0xFE2F | 0x1F3FB..=0x1F3FF | 0xE0000..=0xE01EF)
}

/// Whether a character is as wide as it is high and may stand in a column of such.
fn is_square(character: char) -> bool {
    matches!(u32::from(character), 0x3005..=0x3007 | 0x3041..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Whether every character may stand in a column, one below the other.
pub(super) fn is_all_square(text: &str) -> bool {
    !text.is_empty() && text.chars().all(is_square)
}

/// Whether two characters are drawn as one: a mark upon its letter, a joined emoji, a flag.
fn belong_together(before: char, after: char, flags: usize) -> bool {
    const JOINER: char = '\u{200D}';
    is_joined(after) || before == JOINER || (is_flag(before) && is_flag(after) && flags % 2 == 1)
}

fn is_flag(character: char) -> bool {
    matches!(u32::from(character), 0x1F1E6..=0x1F1FF)
}

/// The text cut into what must stay together.
pub(super) fn clusters(text: &str) -> Vec<&str> {
    let mut clusters = Vec::new();
    let (mut start, mut flags) = (0, 0);
    let mut before = None;
    for (at, character) in text.char_indices() {
        if let Some(before) = before
            && !belong_together(before, character, flags)
        {
            clusters.push(&text[start..at]);
            start = at;
        }
        flags = if is_flag(character) { flags + 1 } else { 0 };
        before = Some(character);
    }
    if start < text.len() {
        clusters.push(&text[start..]);
    }
    clusters
}

/// The text as it can be drawn in one line: without the characters that XML forbids or that turn the
/// direction of what follows, with no more marks upon a letter than any language uses.
pub(super) fn clean(text: &str) -> String {
    const MARKS: usize = 3;
    let mut clean = String::with_capacity(text.len());
    let mut marks = 0;
    for character in text.chars() {
        let character = if character.is_whitespace() { ' ' } else { character };
        if character.is_control() || !is_drawable(character) {
            continue;
        }
        marks = if is_joined(character) { marks + 1 } else { 0 };
        let space = character == ' ' && (clean.is_empty() || clean.ends_with(' '));
        if marks <= MARKS && !space {
            clean.push(character);
        }
    }
    clean.truncate(clean.trim_end().len());
    clean
}

/// Whether XML 1.0 allows a character and it is drawn in its place.
fn is_drawable(character: char) -> bool {
    !matches!(u32::from(character),
        0xAD | 0x61C | 0x200E | 0x200F | 0x2028..=0x202E | 0x2066..=0x206F | 0xFEFF | 0xFFF0..=0xFFFF)
}

/// The text, cut with an ellipsis where it would be wider than `room` em.
pub(super) fn shorten(text: &str, room: f64, bold: bool) -> String {
    if em(text, bold) <= room {
        return text.to_owned();
    }
    let left = room - em(ELLIPSIS, bold);
    let mut used = 0.0;
    let mut short = String::new();
    for cluster in clusters(text) {
        used += em(cluster, bold);
        if used > left {
            break;
        }
        short.push_str(cluster);
    }
    short.truncate(short.trim_end().len());
    if left >= 0.0 {
        short.push_str(ELLIPSIS);
    }
    short
}

/// The text in at most `most` lines of `room` em, broken where it reads well, the last one cut if need be.
pub(super) fn wrap(text: &str, room: f64, bold: bool, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        if lines.len() + 1 >= most || em(rest, bold) <= room {
            lines.push(shorten(rest, room, bold));
            break;
        }
        let at = break_at(rest, room, bold);
        if at == 0 {
            lines.push(shorten(rest, room, bold));
            break;
        }
        lines.push(rest[..at].trim_end().to_owned());
        rest = rest[at..].trim_start();
    }
    lines
}

/// Where to end a line that may be `room` em wide: after a comma if that leaves it half full, else within a list or
/// before brackets, else as late as it goes; zero when not even the first cluster fits.
fn break_at(text: &str, room: f64, bold: bool) -> usize {
    let mut used = 0.0;
    let (mut at, mut last, mut last_any, mut after_comma, mut in_list) = (0, 0, 0, 0, 0);
    let clusters = clusters(text);
    for (position, cluster) in clusters.iter().enumerate() {
        used += em(cluster, bold);
        if used > room && !cluster.starts_with(' ') {
            break;
        }
        at += cluster.len();
        last_any = at;
        let next = clusters.get(position + 1).and_then(|next| next.chars().next());
        let Some(next) = next else { break };
        let end = cluster.chars().next_back().unwrap_or(' ');
        if may_break(end, next) {
            last = at;
        }
        let pauses = matches!(end, '，' | '；' | '。') || (matches!(end, ',' | ';') && next == ' ');
        if pauses && used > room * 0.4 {
            after_comma = at;
        }
        // 县（区） is one word.
        let before_brackets = next == '（' && !text[at..].starts_with("（区）");
        if used > room * 0.5 && (matches!(end, '、' | '：') || before_brackets) {
            in_list = at;
        }
    }
    if after_comma > 0 {
        after_comma
    } else if in_list > 0 {
        in_list
    } else if last > 0 {
        last
    } else {
        last_any
    }
}

/// Whether lines were broken between words, or where Chinese may be broken.
pub(super) fn breaks_well(text: &str, lines: &[String]) -> bool {
    let mut rest = text;
    lines.iter().all(|line| {
        rest = rest.strip_prefix(line.as_str()).unwrap_or(rest);
        let spaced = rest.starts_with(' ');
        rest = rest.trim_start();
        let at_break = line.chars().next_back().zip(rest.chars().next());
        spaced || at_break.is_none_or(|(before, after)| may_break(before, after))
    })
}

fn may_break(before: char, after: char) -> bool {
    let closing =
        matches!(after, '，' | '。' | '、' | '；' | '：' | '）' | '”' | '》' | '%' | ',' | '.' | ';' | ':' | ')' | '…');
    let opening = matches!(before, '（' | '“' | '《' | '(');
    if closing || opening {
        return false;
    }
    before == ' ' || is_stop(before) || (after != ' ' && (is_square(before) || is_square(after)))
}

fn is_stop(character: char) -> bool {
    matches!(character, '，' | '。' | '、' | '；' | '：' | '）' | '”' | '》')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_is_one_em_and_bold_latin_is_wider() {
        assert_eq!(width("平城", false), Width { em: 2.0, certain: true });
        assert_eq!(em("平城", true), 2.0);
        assert!(em("13.11", true) > em("13.11", false));
        assert!((em("13.11", false) - 2.61).abs() < 1e-9);
        assert!(!width("العربية", false).certain);
    }

    #[test]
    fn what_is_drawn_as_one_is_never_cut_apart() {
        assert_eq!(clusters("e\u{301}平👨\u{200D}👩🇨🇳🇫🇷"), ["e\u{301}", "平", "👨\u{200D}👩", "🇨🇳", "🇫🇷"]);
        assert!(clusters("").is_empty());
    }

    #[test]
    fn forbidden_and_turning_characters_are_dropped() {
        assert_eq!(clean(" a\u{0}\u{b}b\u{202E}c\u{FFFE}\n\t d "), "a bc d");
        assert_eq!(clean("e\u{301}\u{301}\u{301}\u{301}\u{301}x"), "e\u{301}\u{301}\u{301}x");
    }

    #[test]
    fn long_text_is_cut_with_an_ellipsis_within_its_room() {
        assert_eq!(shorten("平城区", 3.0, false), "平城区");
        assert_eq!(shorten("平城区人民政府", 4.0, false), "平城区…");
        assert_eq!(shorten("平城区", 0.5, false), "");
        for room in 0..8 {
            assert!(em(&shorten("Pingcheng 平城区人民政府", f64::from(room), true), true) <= f64::from(room));
        }
    }

    #[test]
    fn lines_break_after_a_comma_and_never_within_a_number() {
        assert_eq!(
            wrap("350 个新增普惠托位，平城、云冈合计占 59.14%", 14.0, true, 2),
            ["350 个新增普惠托位，", "平城、云冈合计占 59.14%"]
        );
        assert_eq!(
            wrap("任务数，讨论稿差别最大：平城−65、云冈−39等10个县（区）", 25.0, true, 2),
            ["任务数，讨论稿差别最大：平城−65、", "云冈−39等10个县（区）"]
        );
        assert_eq!(wrap("向县域倾斜的方案（讨论稿）", 10.0, true, 2), ["向县域倾斜的方案", "（讨论稿）"]);
        assert_eq!(wrap("合计占59.14%", 4.5, false, 2), ["合计占", "59.14%"]);
        assert_eq!(wrap("Pingcheng and Yungang", 7.0, false, 2), ["Pingcheng", "and Yungang"]);
        assert_eq!(wrap("大同市平城区", 3.0, false, 2), ["大同市", "平城区"]);
        assert_eq!(wrap("大同市平城区人民政府", 3.0, false, 2), ["大同市", "平城…"]);
        assert_eq!(wrap("平城", 0.5, false, 2), [""]);
    }
}
