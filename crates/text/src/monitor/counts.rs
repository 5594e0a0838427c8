//! Reported figures: as they are typed, as a cell holds them, as a sentence says them.

use crate::typed::{Number, NumberProblem, read};
use crate::{Language, thousands};
use tuowei_model::{Counted, CountedKind};

use super::counted_name;

/// A reported figure; empty text is a figure that was not reported. Funds are typed in 万元 with at most two decimals and
/// kept in 0.01 万元; whether a competition was held is also typed as 是 or 否, yes or no.
///
/// # Errors
/// The text is no such number, or it is more than [`Counted::MOST`].
pub fn typed_count(of: Counted, text: &str) -> Result<Option<u32>, NumberProblem> {
    let text = text.trim();
    let text = text.strip_suffix(unit(of)).unwrap_or(text);
    match of.kind() {
        CountedKind::Done => typed_yes(text),
        CountedKind::Funds => typed_funds(text),
        CountedKind::People | CountedKind::Slots | CountedKind::Institutions => whole(text, Counted::MOST),
    }
}

/// What an indicator weighs in the score: a whole percentage from 0 to 100.
///
/// # Errors
/// The text is no such number.
pub fn typed_weight_percent(text: &str) -> Result<Option<u8>, NumberProblem> {
    let text = text.trim();
    let text = text.strip_suffix(['%', '％', '﹪']).unwrap_or(text);
    Ok(whole(text, 100)?.and_then(|percent| u8::try_from(percent).ok()))
}

/// A number of points from 0 to 100, in 0.01.
///
/// # Errors
/// The text is no such number.
pub fn typed_threshold(text: &str) -> Result<Option<u32>, NumberProblem> {
    let Some(number) = read(text)? else { return Ok(None) };
    if number.counted {
        return Err(NumberProblem::CountOfPercent);
    }
    let points = number.not_negative()?;
    match u32::try_from(points / 100).ok().filter(|hundredths| *hundredths <= 10_000) {
        None => Err(NumberProblem::Above(100)),
        Some(_) if points % 100 != 0 || !number.exact => Err(NumberProblem::TooFine(2)),
        Some(hundredths) => Ok(Some(hundredths)),
    }
}

/// What a month or a quarter weighs in a schedule: a whole number from 0 to 100; only proportions count.
///
/// # Errors
/// The text is no such number.
pub fn typed_schedule_weight(text: &str) -> Result<Option<u32>, NumberProblem> {
    whole(text.trim(), 100)
}

fn typed_yes(text: &str) -> Result<Option<u32>, NumberProblem> {
    match text.trim() {
        "是" | "有" => Ok(Some(1)),
        "否" | "无" => Ok(Some(0)),
        word if word.eq_ignore_ascii_case("yes") => Ok(Some(1)),
        word if word.eq_ignore_ascii_case("no") => Ok(Some(0)),
        number => whole(number, 1),
    }
}

fn typed_funds(text: &str) -> Result<Option<u32>, NumberProblem> {
    let Some(number) = counted(text)? else { return Ok(None) };
    if number.counted {
        return Err(NumberProblem::NotANumber);
    }
    let (units, finer) = (number.not_negative()? / 100, number.ten_thousandths % 100);
    let above = NumberProblem::Above(Counted::MOST / 100);
    match u32::try_from(units).ok().filter(|units| *units <= Counted::MOST) {
        None => Err(above),
        Some(_) if finer != 0 || !number.exact => Err(NumberProblem::TooFine(2)),
        Some(units) => Ok(Some(units)),
    }
}

fn whole(text: &str, most: u32) -> Result<Option<u32>, NumberProblem> {
    let Some(number) = counted(text)? else { return Ok(None) };
    if !number.whole {
        return Err(NumberProblem::NotWhole);
    }
    let count = u32::try_from(number.not_negative()? / Number::SCALE).ok().filter(|count| *count <= most);
    count.ok_or(NumberProblem::Above(most)).map(Some)
}

fn counted(text: &str) -> Result<Option<Number>, NumberProblem> {
    match read(text)? {
        Some(number) if number.percent => Err(NumberProblem::PercentOfCount),
        other => Ok(other),
    }
}

/// The figure as a cell holds it, without thousands marks: `1234`, of funds `1234.50` 万元, of a competition `1` or `0`.
#[must_use]
pub fn count_text(of: Counted, count: u32) -> String {
    if of.is_funds() { format!("{}.{:02}", count / 100, count % 100) } else { count.to_string() }
}

/// A figure or a sum of figures for reading, with its thousands set apart; funds in 万元.
/// Both languages write numbers alike.
#[must_use]
pub fn shown_count(of: Counted, count: u64) -> String {
    if of.is_funds() { two_decimals(count) } else { thousands(count) }
}

/// Hundredths with their thousands set apart: `1,234.50`.
pub(super) fn two_decimals(hundredths: u64) -> String {
    format!("{}.{:02}", thousands(hundredths / 100), hundredths % 100)
}

/// What a figure counts, as Chinese puts it behind the number.
pub(super) const fn unit(of: Counted) -> &'static str {
    match of.kind() {
        CountedKind::People => "人",
        CountedKind::Slots | CountedKind::Done => "个",
        CountedKind::Institutions => "家",
        CountedKind::Funds => "万元",
    }
}

/// A figure with its unit, inside a sentence: `1,234人`, `12.34万元`; in English `1,234`, `123,400 yuan`.
pub(super) fn sized(of: Counted, count: u64, language: Language) -> String {
    match language {
        Language::Chinese => shown_count(of, count) + unit(of),
        // 0.01 万元 are 100 yuan.
        Language::English if of.is_funds() => thousands(count.saturating_mul(100)) + " yuan",
        Language::English => thousands(count),
    }
}

/// The figure's name inside a sentence: without what stands in brackets, and in English beginning small and
/// without the commas of a list.
pub(crate) fn name_within(of: Counted, language: Language) -> String {
    let name = match (language, of) {
        (Language::Chinese, _) => counted_name(of, language),
        (_, Counted::EnrolledPublic) => "children enrolled in public centres",
        (_, Counted::SlotsPublic) => "slots of public centres",
        (_, Counted::Registered) => "registered institutions",
        (_, Counted::RegisteredPublic) => "registered public centres",
        (_, Counted::Contracted) => "institutions with a medical partner",
        (_, Counted::ContractedPublic) => "public centres with a medical partner",
        (_, Counted::CarersPublic) => "full-time carers of public centres",
        (_, Counted::StaffPublic) => "all staff of public centres",
        (_, Counted::CertifiedPublic) => "certificate holders of public centres",
        (_, of) => counted_name(of, language),
    };
    let name = name.split(['（', '(']).next().unwrap_or(name).trim_end();
    small(name, language)
}

/// The words as they stand inside a sentence: in English beginning small.
pub(super) fn small(name: &str, language: Language) -> String {
    let mut letters = name.chars();
    match (language, letters.next()) {
        (Language::English, Some(first)) => [&first.to_lowercase().to_string(), letters.as_str()].concat(),
        _ => name.to_owned(),
    }
}
