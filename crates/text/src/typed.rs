//! Reading of typed and pasted numbers: tolerant of how people write, never guessing what they meant.

use tuowei_model::{Children, Factor, Figure, FigureKind, FigureValue, Points, Rate, Slots, Weight};

/// Why a text is not the number that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// It is no decimal number.
    NotANumber,
    /// A comma stands where no thousands end: `2,14` could be 2.14 or 214.
    MisplacedComma,
    /// Only whole numbers can be counted.
    NotWhole,
    /// A percent sign on a count.
    PercentOfCount,
    /// A unit that counts on a percentage: 5人.
    CountOfPercent,
    /// Digits with a space between them that parts no thousands: `1 2`.
    DigitsApart,
    /// It may not be below zero.
    Negative,
    /// It may not be above this, in the unit of the place (a count, or percent).
    Above(u32),
    /// It may not be below minus this many points.
    BelowMinus(u32),
    /// It may not have more than this many decimals.
    TooFine(u8),
}

/// A rate in percent, 0 to 100, with four decimals at most; empty text is an empty figure.
///
/// # Errors
/// The text is no such number.
pub fn typed_rate(text: &str) -> Result<Option<Rate>, NumberProblem> {
    let Some(number) = percentage(text)? else { return Ok(None) };
    number.rate().map(Some)
}

/// A difference in percentage points, −100 to 100, with four decimals at most.
///
/// # Errors
/// The text is no such number.
pub fn typed_points(text: &str) -> Result<Option<Points>, NumberProblem> {
    let Some(number) = percentage(text)? else { return Ok(None) };
    let outside = if number.ten_thousandths < 0 { NumberProblem::BelowMinus(100) } else { NumberProblem::Above(100) };
    let points = i32::try_from(number.ten_thousandths).ok().and_then(Points::from_ppm).ok_or(outside)?;
    Ok(Some(points))
}

/// A factor in percent, 0 to 1 000, with four decimals at most.
///
/// # Errors
/// The text is no such number.
pub fn typed_factor(text: &str) -> Result<Option<Factor>, NumberProblem> {
    let Some(number) = percentage(text)? else { return Ok(None) };
    let ppm = number.not_negative()?;
    let factor = u32::try_from(ppm).ok().and_then(Factor::from_ppm).ok_or(NumberProblem::Above(1_000))?;
    Ok(Some(factor))
}

/// A number of slots.
///
/// # Errors
/// The text is no whole number, or more than [`Slots::MOST`].
pub fn typed_slots(text: &str) -> Result<Option<Slots>, NumberProblem> {
    let above = NumberProblem::Above(Slots::MOST);
    typed_count(text)?.map(|count| u32::try_from(count).ok().and_then(Slots::new).ok_or(above)).transpose()
}

/// A number of children.
///
/// # Errors
/// The text is no whole number, or more than [`Children::MOST`].
pub fn typed_children(text: &str) -> Result<Option<Children>, NumberProblem> {
    let above = NumberProblem::Above(Children::MOST);
    typed_count(text)?.map(|count| u32::try_from(count).ok().and_then(Children::new).ok_or(above)).transpose()
}

/// A county's figure, in the unit of its column; empty text is an empty figure.
///
/// # Errors
/// The text is no number of its kind.
pub fn typed_figure(figure: Figure, text: &str) -> Result<Option<FigureValue>, NumberProblem> {
    let kind = figure.kind();
    if kind == FigureKind::Rate {
        return Ok(typed_rate(text)?.map(FigureValue::Rate));
    }
    let Some(count) = typed_count(text)? else { return Ok(None) };
    let value = u64::try_from(count).ok().and_then(|count| kind.value(count));
    value.ok_or(NumberProblem::Above(kind.most())).map(Some)
}

/// A county's figure as a spreadsheet hands it over, and whether decimals beyond the fourth were rounded.
///
/// # Errors
/// The text is no number of its kind.
pub fn pasted_figure(figure: Figure, text: &str) -> Result<Option<(FigureValue, bool)>, NumberProblem> {
    if figure.kind() != FigureKind::Rate {
        return Ok(typed_figure(figure, text)?.map(|value| (value, false)));
    }
    let Some(number) = read(text)? else { return Ok(None) };
    let number = number.of_percent()?;
    Ok(Some((FigureValue::Rate(number.rate()?), !number.exact)))
}

/// A number that may be a percentage, with no more decimals than are kept.
fn percentage(text: &str) -> Result<Option<Number>, NumberProblem> {
    let Some(number) = read(text)? else { return Ok(None) };
    let number = number.of_percent()?;
    if number.exact { Ok(Some(number)) } else { Err(NumberProblem::TooFine(DECIMALS)) }
}

/// The largest weight that is taken as meant: only proportions count.
const HEAVIEST: u32 = 1_000_000_000;

/// A weight for the assistant, with four decimals at most.
///
/// # Errors
/// The text is no such number, or more than 1 000 000 000.
pub fn typed_weight(text: &str) -> Result<Option<Weight>, NumberProblem> {
    let Some(number) = read(text)? else { return Ok(None) };
    if number.percent {
        return Err(NumberProblem::PercentOfCount);
    }
    if !number.exact {
        return Err(NumberProblem::TooFine(DECIMALS));
    }
    let units = number.not_negative()?;
    if units > i64::from(HEAVIEST) * SCALE {
        return Err(NumberProblem::Above(HEAVIEST));
    }
    Ok(u64::try_from(units).ok().and_then(Weight::new))
}

fn typed_count(text: &str) -> Result<Option<i64>, NumberProblem> {
    let Some(number) = read(text)? else { return Ok(None) };
    if number.percent {
        return Err(NumberProblem::PercentOfCount);
    }
    if !number.whole {
        return Err(NumberProblem::NotWhole);
    }
    Ok(Some(number.not_negative()? / SCALE))
}

/// So many decimals are kept.
const DECIMALS: u8 = 4;

/// The units of one with as many.
const SCALE: i64 = 10_000;

/// Beyond this nothing is told apart any more: it is too large for every place.
const TOO_LARGE: i64 = i64::MAX / 100;

pub(super) struct Number {
    /// The value in units of 0.0001, rounded half away from zero.
    pub(super) ten_thousandths: i64,
    /// Whether it had no fraction at all, before rounding.
    pub(super) whole: bool,
    /// Whether nothing was rounded.
    pub(super) exact: bool,
    pub(super) percent: bool,
    /// Whether it had a unit that counts: 5人.
    pub(super) counted: bool,
}

impl Number {
    /// The units of one.
    pub(super) const SCALE: i64 = SCALE;

    /// The number, where it may be a percentage.
    fn of_percent(self) -> Result<Self, NumberProblem> {
        if self.counted { Err(NumberProblem::CountOfPercent) } else { Ok(self) }
    }

    fn rate(&self) -> Result<Rate, NumberProblem> {
        let ppm = self.not_negative()?;
        u32::try_from(ppm).ok().and_then(Rate::from_ppm).ok_or(NumberProblem::Above(100))
    }

    pub(super) const fn not_negative(&self) -> Result<i64, NumberProblem> {
        if self.ten_thousandths < 0 { Err(NumberProblem::Negative) } else { Ok(self.ten_thousandths) }
    }
}

pub(super) fn read(text: &str) -> Result<Option<Number>, NumberProblem> {
    let plain = gathered(text)?;
    if plain.is_empty() {
        return Ok(None);
    }
    let (plain, percent) = plain.strip_suffix('%').map_or((plain.as_str(), false), |number| (number, true));
    // A unit that people write behind a count; a percent sign before it makes no sense and stays an error.
    let number = if percent { plain } else { plain.trim_end_matches(['个', '人', '名']) };
    let counted = number.len() < plain.len();
    let (negative, digits) = match number.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, number.strip_prefix('+').unwrap_or(number)),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = without_grouping(whole)?;
    if fraction.contains(APART) {
        return Err(NumberProblem::DigitsApart);
    }
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && fraction.is_empty() || !all_digits(&whole) || !all_digits(fraction) {
        return Err(NumberProblem::NotANumber);
    }
    let mut value = 0_i64;
    let kept = fraction.bytes().chain(std::iter::repeat(b'0')).take(usize::from(DECIMALS));
    for digit in whole.bytes().chain(kept) {
        value = value.saturating_mul(10).saturating_add(i64::from(digit - b'0')).min(TOO_LARGE);
    }
    if fraction.as_bytes().get(usize::from(DECIMALS)).is_some_and(|&digit| digit >= b'5') {
        value += 1;
    }
    let is_whole = fraction.bytes().all(|digit| digit == b'0');
    let is_exact = fraction.bytes().skip(usize::from(DECIMALS)).all(|digit| digit == b'0');
    let ten_thousandths = if negative { -value } else { value };
    Ok(Some(Number { ten_thousandths, whole: is_whole, exact: is_exact, percent, counted }))
}

/// Stands between digits that have a space between them.
pub(super) const APART: char = ' ';

/// The plain forms of all characters. White space is nothing, but between digits.
///
/// # Errors
/// A space stands beside a decimal point.
pub(super) fn gathered(text: &str) -> Result<String, NumberProblem> {
    let is_of_number = |character: char| character.is_ascii_digit() || character == '.';
    let (mut all, mut is_apart) = (String::with_capacity(text.len()), false);
    for character in text.chars() {
        let Some(character) = plain(character) else {
            is_apart |= character.is_whitespace();
            continue;
        };
        if std::mem::take(&mut is_apart) && is_of_number(character) && all.ends_with(is_of_number) {
            if character == '.' || all.ends_with('.') {
                return Err(NumberProblem::DigitsApart);
            }
            all.push(APART);
        }
        all.push(character);
    }
    Ok(all)
}

/// The plain form of a character that people type for a number; spaces are nothing.
fn plain(character: char) -> Option<char> {
    Some(match character {
        '０'..='９' => char::from_u32(u32::from(character) - u32::from('０') + u32::from('0'))?,
        // Chinese input methods type 。 for the point in their own punctuation.
        '．' | '。' => '.',
        '，' => ',',
        '％' | '﹪' => '%',
        '＋' => '+',
        '－' | '−' | '–' | '—' => '-',
        // Written by some tables to force left-to-right order, or by a web page as a joiner.
        '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' => return None,
        space if space.is_whitespace() => return None,
        other => other,
    })
}

/// The digits without commas and spaces, if each of these parts thousands: `1,234`, never `1,23`.
pub(super) fn without_grouping(digits: &str) -> Result<String, NumberProblem> {
    let mut groups = digits.split([',', APART]);
    let first = groups.next().unwrap_or_default();
    let mut joined = first.to_owned();
    for group in groups {
        if group.len() != 3 || !(1..=3).contains(&first.len()) {
            let is_apart = digits.contains(APART);
            return Err(if is_apart { NumberProblem::DigitsApart } else { NumberProblem::MisplacedComma });
        }
        joined.push_str(group);
    }
    Ok(joined)
}

#[cfg(test)]
mod tests {
    use super::NumberProblem::*;
    use super::*;

    #[test]
    fn rates_are_read_as_people_write_them() {
        for (typed, ppm) in [
            ("2.14", 21_400),
            (" 2.14 ", 21_400),
            ("２．１４", 21_400),
            ("2。14", 21_400),
            ("2.14%", 21_400),
            ("2.14 ％", 21_400),
            ("+2.14", 21_400),
            (".5", 5_000),
            ("5.", 50_000),
            ("0", 0),
            ("-0", 0),
            ("100", 1_000_000),
            ("2.1415", 21_415),
            ("5.0000000", 50_000),
            ("\u{3000}13.11\u{a0}", 131_100),
            ("- 0", 0),
        ] {
            assert_eq!(typed_rate(typed), Ok(Rate::from_ppm(ppm)), "{typed:?}");
        }
        for (typed, problem) in [
            ("abc", NotANumber),
            ("-", NotANumber),
            (".", NotANumber),
            ("%", NotANumber),
            ("1.2.3", NotANumber),
            ("1e3", NotANumber),
            ("--1", NotANumber),
            ("2.1x", NotANumber),
            ("####", NotANumber),
            ("2,14", MisplacedComma),
            ("5人", CountOfPercent),
            ("5个", CountOfPercent),
            ("1 2", DigitsApart),
            ("2 .14", DigitsApart),
            ("2. 14", DigitsApart),
            ("2.1 4", DigitsApart),
            ("5.00001", TooFine(4)),
            ("2.14155", TooFine(4)),
            ("99.99999", TooFine(4)),
            ("-2.14", Negative),
            ("100.01", Above(100)),
            ("99999999999999999999999999", Above(100)),
        ] {
            assert_eq!(typed_rate(typed), Err(problem), "{typed:?}");
        }
    }

    #[test]
    fn an_empty_cell_is_an_empty_figure_and_not_zero() {
        for typed in ["", "  ", "\u{3000}", "\t"] {
            assert_eq!(typed_rate(typed), Ok(None));
            assert_eq!(typed_slots(typed), Ok(None));
        }
    }

    #[test]
    fn counts_are_whole() {
        for (typed, slots) in [
            ("130", 130),
            ("1,234", 1_234),
            ("１，２３４", 1_234),
            ("1 234", 1_234),
            ("1\u{202f}234\u{a0}567", 1_234_567),
            (" 1, 234 个", 1_234),
            ("130.0", 130),
            ("130个", 130),
            ("0", 0),
            ("007", 7),
        ] {
            assert_eq!(typed_slots(typed), Ok(Slots::new(slots)), "{typed:?}");
        }
        for (typed, problem) in [
            ("130.5", NotWhole),
            ("130.00001", NotWhole),
            ("12%", PercentOfCount),
            ("-1", Negative),
            ("1,23", MisplacedComma),
            ("12345,678", MisplacedComma),
            (",123", MisplacedComma),
            ("1,,234", MisplacedComma),
            ("1 2", DigitsApart),
            ("12 34", DigitsApart),
            ("1 2345", DigitsApart),
            ("1 234,5", DigitsApart),
            ("10000001", Above(10_000_000)),
            ("十", NotANumber),
            ("个", NotANumber),
        ] {
            assert_eq!(typed_slots(typed), Err(problem), "{typed:?}");
        }
        assert_eq!(typed_children("100000001"), Err(Above(100_000_000)));
        assert_eq!(typed_children("48,210人"), Ok(Children::new(48_210)));
    }

    #[test]
    fn weights_are_not_negative_and_not_beyond_all_measure() {
        for (typed, units) in
            [("3", 30_000), ("2.5", 25_000), ("1,234", 12_340_000), ("0", 0), ("1000000000", 10_000_000_000_000)]
        {
            assert_eq!(typed_weight(typed), Ok(Weight::new(units)), "{typed:?}");
        }
        assert_eq!(typed_weight(" "), Ok(None));
        for (typed, problem) in
            [("-1", Negative), ("1000000000.1", Above(1_000_000_000)), ("x", NotANumber), ("3%", PercentOfCount)]
        {
            assert_eq!(typed_weight(typed), Err(problem), "{typed:?}");
        }
    }

    #[test]
    fn points_may_be_negative_and_factors_may_exceed_one_hundred() {
        assert_eq!(typed_points("-2.08"), Ok(Points::from_ppm(-20_800)));
        assert_eq!(typed_points("−2.08"), Ok(Points::from_ppm(-20_800)));
        assert_eq!(typed_points("-100.01"), Err(BelowMinus(100)));
        assert_eq!(typed_points("101"), Err(Above(100)));
        assert_eq!(typed_factor("250"), Ok(Factor::from_ppm(2_500_000)));
        assert_eq!(typed_factor("1000.1"), Err(Above(1_000)));
        assert_eq!(typed_points("2.08000001"), Err(TooFine(4)));
        assert_eq!(typed_factor("5个"), Err(CountOfPercent));
    }

    #[test]
    fn what_a_spreadsheet_computed_is_rounded_and_said() {
        let pasted = |text| pasted_figure(Figure::Base, text);
        let rate = |ppm| FigureValue::Rate(Rate::from_ppm(ppm).unwrap());
        assert_eq!(pasted("2.14155"), Ok(Some((rate(21_416), true))));
        assert_eq!(pasted("2.14154999"), Ok(Some((rate(21_415), true))));
        assert_eq!(pasted("2.14"), Ok(Some((rate(21_400), false))));
        assert_eq!((pasted(""), pasted("5人")), (Ok(None), Err(CountOfPercent)));
        assert_eq!(pasted_figure(Figure::Slots, "5.5"), Err(NotWhole));
    }
}
