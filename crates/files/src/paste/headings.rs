//! What a heading over a column means, in any sheet: only the words differ.

use std::ops::RangeInclusive;

use super::Column;
use super::grid_words::GridWords;
use super::marks::{is_words, squeezed};
use super::view::View;
use tuowei_text::WhyLeft;

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// There is none.
    Missing,
    /// This column.
    Column(Column),
    /// A column of the sheet, but of another year.
    OtherYear,
    /// A column of the sheet, but counted in ten thousands or the like.
    OtherUnit,
    /// Only a year, a unit or 入托率: the heading above says the rest.
    Part,
    /// No column of the sheet.
    Unknown,
}

impl Heading {
    /// Why figures under it are left, if they are.
    pub(super) const fn why_left(&self) -> Option<WhyLeft> {
        match self {
            Self::Column(_) => None,
            Self::Missing => Some(WhyLeft::NoHeading),
            Self::OtherYear => Some(WhyLeft::OtherYear),
            Self::OtherUnit => Some(WhyLeft::OtherUnit),
            Self::Part | Self::Unknown => Some(WhyLeft::UnknownHeading),
        }
    }
}

/// What the words of a heading name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// This column.
    Column {
        column: Column,
        /// Whether it says that figures are counted in another unit than the sheet's.
        is_other_unit: bool,
    },
    /// A figure that is the sheet's only in other years.
    OtherYear,
    /// Nothing by themselves.
    Part,
    /// No column of the sheet.
    Unknown,
}

/// What the columns of a sheet are called.
pub(super) trait Vocabulary {
    /// What a heading names: its squeezed text, the years in it, and the year of the sheet.
    fn named(&self, text: &str, years: &[u16], year: u16) -> Named;

    /// The years that a heading of this column may say, in a sheet of a year.
    fn fitting(&self, column: Column, year: u16) -> RangeInclusive<u16>;

    /// A heading may go on one that stands so many rows above it.
    fn most_above(&self) -> usize;

    /// Whether a heading goes on the one above it: what each says alone, and what both say together.
    fn goes_on(&self, alone: Heading, above: Heading, joined: Heading) -> bool;

    /// Whether a text is a note of units that may concern figures.
    fn is_unit_note(&self, text: &str) -> bool;

    /// Whether such a note makes the figures of a column others.
    fn is_other_unit(&self, column: Column, note: &str) -> bool;
}

/// Longer texts are sentences and titles.
const LONGEST: usize = 40;

/// Reads a heading in these words; `year` is that of the sheet.
pub(super) fn read(words: &dyn Vocabulary, text: &str, year: u16) -> Heading {
    let text = squeezed(text);
    if text.is_empty() {
        return Heading::Missing;
    }
    if text.chars().count() > LONGEST {
        return Heading::Unknown;
    }
    let years = years(&text);
    match words.named(&text, &years, year) {
        Named::Column { column, is_other_unit } => {
            let fitting = words.fitting(column, year);
            if !years.is_empty() && !years.iter().any(|year| fitting.contains(year)) {
                Heading::OtherYear
            } else if is_other_unit {
                Heading::OtherUnit
            } else {
                Heading::Column(column)
            }
        }
        Named::OtherYear => Heading::OtherYear,
        Named::Part => Heading::Part,
        Named::Unknown => Heading::Unknown,
    }
}

/// The heading over a column, in the rows above `first`: the lowest, with what stands above it where it goes on that.
/// Answers the row it stands in too.
pub(super) fn over(words: &dyn Vocabulary, view: View<'_>, column: usize, first: usize, year: u16) -> (Heading, usize) {
    let Some(row) = lowest_over(view, column, first) else { return (Heading::Missing, 0) };
    let alone = read(words, view.text(row, column), year);
    (with_above(words, view, (row, column), alone, year), row)
}

/// The heading of a cell, which is `alone` by itself, with what stands above it where it goes on that.
pub(super) fn with_above(
    words: &dyn Vocabulary,
    view: View<'_>,
    (row, column): (usize, usize),
    alone: Heading,
    year: u16,
) -> Heading {
    if !matches!(alone, Heading::Part | Heading::Column(_)) {
        return alone;
    }
    let text = view.text(row, column);
    let joined = (row.saturating_sub(words.most_above())..row).rev().find_map(|above| {
        let over = merged_over(view, above, column)?;
        match read(words, &format!("{over} {text}"), year) {
            Heading::Missing | Heading::Part | Heading::Unknown => None,
            joined => words.goes_on(alone, read(words, over, year), joined).then_some(joined),
        }
    });
    joined.unwrap_or(alone)
}

/// Whether a text is a heading over figures of any year; a number is none.
pub(crate) fn is_figure_heading(text: &str) -> bool {
    if !is_words(text) {
        return false;
    }
    match read(&GridWords, text, 0) {
        Heading::Column(_) | Heading::OtherYear | Heading::OtherUnit | Heading::Part => true,
        Heading::Missing | Heading::Unknown => false,
    }
}

/// Whether a squeezed text says that figures are counted in ten thousands or the like.
pub(super) fn has_other_unit(text: &str) -> bool {
    text.contains(['万', '千', '百', '‰']) && !text.contains("百分") || text.contains("thousand")
}

/// The years that stand in a text: four digits that begin with 20.
fn years(text: &str) -> Vec<u16> {
    let numbers = text.split(|character: char| !character.is_ascii_digit());
    numbers
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .filter_map(|year| year.parse().ok())
        .collect()
}

/// The lowest row above `first` in which something stands in this column.
fn lowest_over(view: View<'_>, column: usize, first: usize) -> Option<usize> {
    (0..first).rev().find(|&row| !squeezed(view.text(row, column)).is_empty())
}

/// What stands over a column in the row `above`, which may be merged over several.
fn merged_over<'t>(view: View<'t>, above: usize, column: usize) -> Option<&'t str> {
    /// A heading over merged cells stands in the leftmost of them; none is merged over more than this.
    const WIDEST_MERGED: usize = 12;
    let leftmost = column.saturating_sub(WIDEST_MERGED);
    let over = (leftmost..=column).rev().map(|column| view.text(above, column)).find(|text| !text.is_empty())?;
    // A title of the table is no heading of a column.
    let is_title = over.contains(['表', '：', ':']) && over.chars().count() > 8;
    (!is_title).then_some(over)
}
