//! Months and days that a title or a heading says its figures are of: 2026年6月, 截至6月30日, 上半年.

use tuowei_model::Date;

/// Ends of parts of a year, as their months. A longer word comes before its parts.
const PARTS: [(&str, u8); 9] = [
    ("上半年", 6),
    ("前三季度", 9),
    ("一季度", 3),
    ("二季度", 6),
    ("三季度", 9),
    ("四季度", 12),
    ("1季度", 3),
    ("2季度", 6),
    ("3季度", 9),
];

/// When a table was filled in or is due says nothing of what its figures are of.
const OF_FILLING: [&str; 6] = ["填报", "填表", "制表", "报送", "上报", "打印"];

/// The months that a squeezed text says, each with its day where it says one.
fn days_in(text: &str) -> Vec<(u8, Option<u8>)> {
    if OF_FILLING.iter().any(|word| text.contains(word)) {
        return Vec::new();
    }
    let mut days: Vec<(u8, Option<u8>)> =
        PARTS.iter().find(|(part, _)| text.contains(part)).map(|&(_, month)| (month, None)).into_iter().collect();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('月') {
        rest = after;
        let Some(month) = number(digits_at_end(before)).filter(|month| (1..=12).contains(month)) else { continue };
        let day = after.split(|letter: char| !letter.is_ascii_digit()).next().unwrap_or_default();
        let is_day = after[day.len()..].starts_with(['日', '号']);
        days.push((month, number(day).filter(|_| is_day)));
    }
    days
}

fn digits_at_end(text: &str) -> &str {
    let length = text.bytes().rev().take_while(u8::is_ascii_digit).count();
    &text[text.len() - length..]
}

fn number(digits: &str) -> Option<u8> {
    digits.parse().ok()
}

/// Whether a squeezed text says a month or a day.
pub(super) fn says_days(text: &str) -> bool {
    !days_in(text).is_empty()
}

/// Whether a table of these squeezed titles may be of a day: they say no other, or that among others.
pub(super) fn fits<'a>(titles: impl IntoIterator<Item = &'a str>, of: Date) -> bool {
    let (_, month, day) = of.parts();
    let said: Vec<(u8, Option<u8>)> = titles.into_iter().flat_map(days_in).collect();
    said.is_empty() || said.iter().any(|&(of, on)| of == month && on.is_none_or(|on| on == day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_days_are_read_as_titles_say_them() {
        for (text, expected) in [
            ("2026年6月托育情况统计表", &[(6, None)][..]),
            ("截至2026年6月30日在托人数", &[(6, Some(30))]),
            ("2026年1-6月", &[(6, None)]),
            ("1月至6月底", &[(1, None), (6, None)]),
            ("2026年上半年", &[(6, None)]),
            ("前三季度", &[(9, None)]),
            ("第二季度", &[(6, None)]),
            ("填报日期:2026年7月3日", &[]),
            ("每月13月", &[]),
            ("2026年度", &[]),
            ("托位月增6", &[]),
        ] {
            assert_eq!(days_in(text), expected, "{text}");
        }
    }
}
