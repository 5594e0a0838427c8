//! What a heading over a column means, in any sheet: only the words differ.

use std::ops::RangeInclusive;

use super::Column;
use super::grid_words::GridWords;
use super::marks::{is_words, squeezed};
use super::units::{Unit, without_units};
use tuowei_text::WhyLeft;

/// What a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// There is none.
    Missing,
    /// This column.
    Column(Column),
    /// It may mean any of these: the planner is asked.
    OneOf(&'static [Column]),
    /// It may mean this, but says more: the planner is asked.
    Near(Column),
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
    /// Why figures under it are left.
    pub(super) const fn why_left(&self) -> WhyLeft {
        match self {
            Self::Missing => WhyLeft::NoHeading,
            Self::OtherYear => WhyLeft::OtherYear,
            Self::OtherUnit => WhyLeft::OtherUnit,
            Self::Column(_) | Self::OneOf(_) | Self::Near(_) | Self::Part | Self::Unknown => WhyLeft::UnknownHeading,
        }
    }

    /// Whether it says what its figures are, rightly counted or not.
    pub(super) const fn is_of_figures(&self) -> bool {
        match self {
            Self::Column(_) | Self::OneOf(_) | Self::Near(_) | Self::OtherYear | Self::OtherUnit => true,
            Self::Missing | Self::Part | Self::Unknown => false,
        }
    }
}

/// What the words of a heading name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// This column.
    Column(Column),
    /// Any of these.
    OneOf(&'static [Column]),
    /// This column, and more.
    Near(Column),
    /// A figure that is the sheet's only in other years.
    OtherYear,
    /// Nothing by themselves.
    Part,
    /// No column of the sheet.
    Unknown,
}

/// What the columns of a sheet are called.
pub(super) trait Vocabulary {
    /// What a heading names: its squeezed text without units, the years in it, and the year of the sheet.
    fn named(&self, text: &str, years: &[u16], year: u16) -> Named;

    /// The years that a heading of this column may say, in a sheet of a year.
    fn fitting(&self, column: Column, year: u16) -> RangeInclusive<u16>;

    /// The column that a heading means beside headings that say `taken`, without doubt; `all` are those it may mean.
    fn beside(&self, text: &str, all: &[Column], taken: &[Column]) -> Option<Column>;

    /// What a total and its part 其中 mean together, where each alone may mean several columns.
    fn with_part(&self, total: &[Column], part: Heading) -> Option<(Column, Column)>;
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
    let (plain, unit) = without_units(&text);
    let years = years_in(&plain);
    let fits = |column: &Column| {
        let fitting = words.fitting(*column, year);
        years.is_empty() || years.iter().any(|year| fitting.contains(year))
    };
    let in_unit = |column: Column, heading: Heading| match unit {
        // A share of a count is another figure.
        Some(Unit::Percent) if Unit::Percent.is_other(column) => Heading::Unknown,
        Some(unit) if unit.is_other(column) => Heading::OtherUnit,
        _ => heading,
    };
    match words.named(&plain, &years, year) {
        Named::Column(column) if fits(&column) => in_unit(column, Heading::Column(column)),
        Named::Near(column) if fits(&column) => in_unit(column, Heading::Near(column)),
        Named::Column(_) | Named::Near(_) | Named::OtherYear => Heading::OtherYear,
        Named::OneOf(columns) => {
            let mut fitting = columns.iter().copied().filter(fits);
            match (fitting.next(), fitting.next()) {
                (Some(first), Some(_)) => in_unit(first, Heading::OneOf(columns)),
                (Some(only), None) => in_unit(only, Heading::Column(only)),
                (None, _) => Heading::OtherYear,
            }
        }
        Named::Part => Heading::Part,
        Named::Unknown => Heading::Unknown,
    }
}

/// Whether a text is a heading over figures of any year; a number is none.
pub(crate) fn is_figure_heading(text: &str) -> bool {
    if !is_words(text) {
        return false;
    }
    let heading = read(&GridWords, text, 0);
    heading.is_of_figures() || heading == Heading::Part
}

/// The years that stand in a text: four digits that begin with 20.
pub(super) fn years_in(text: &str) -> Vec<u16> {
    let numbers = text.split(|character: char| !character.is_ascii_digit());
    numbers
        .filter(|digits| digits.len() == 4 && digits.starts_with("20"))
        .filter_map(|year| year.parse().ok())
        .collect()
}
