//! Cells that hold no plain figure but may mean one: dashes, words for what is missing, and fractions for percent.

use std::borrow::Cow;

use super::marks::{Mark, is_blank, mark, squeezed};
use super::units::is_rate;
use super::{Cell, Choices, Column};
use tuowei_text::{MarkedCell, PasteNote};

/// The marks among the cells that are taken.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    dashes: Vec<MarkedCell>,
    missing: Vec<MarkedCell>,
}

impl Marks {
    /// What a cell says: nothing where a mark leaves it empty, 0 where a dash is taken for it. A rate is never so.
    pub(crate) fn text<'t>(&mut self, cell: &Cell<'t>, choices: &Choices) -> Option<&'t str> {
        let text = cell.spot.text;
        // Most cells hold a number.
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            return Some(text);
        }
        let Some(mark) = mark(text) else { return Some(text) };
        let marked = marked(cell);
        if mark == Mark::Missing || is_rate(cell.column) {
            self.missing.push(marked);
            return None;
        }
        self.dashes.push(marked);
        (choices.dash_is_zero == Some(true)).then_some("0")
    }

    pub(crate) fn has_dashes(&self) -> bool {
        !self.dashes.is_empty()
    }

    /// Says which cells were taken for what.
    pub(crate) fn tell(self, choices: &Choices, notes: &mut Vec<PasteNote>) {
        if !self.missing.is_empty() {
            notes.push(PasteNote::Empty(self.missing));
        }
        if !self.dashes.is_empty() {
            notes.push(match choices.dash_is_zero {
                Some(true) => PasteNote::Zeros(self.dashes),
                Some(false) | None => PasteNote::Empty(self.dashes),
            });
        }
    }
}

/// A cell to be named, with the beginning of its text.
pub(super) fn marked(cell: &Cell<'_>) -> MarkedCell {
    const KEPT: usize = 12;
    MarkedCell { row: cell.spot.row, column: cell.spot.column, text: cell.spot.text.chars().take(KEPT).collect() }
}

/// Columns of rates whose figures look like fractions: percent cells copied as what lies behind them.
#[derive(Debug)]
pub(crate) struct Fractions {
    columns: Vec<Column>,
    is_hundredfold: Option<bool>,
}

impl Fractions {
    /// Looks at all cells of each column of rates.
    pub(crate) fn of(cells: &[Cell<'_>], choices: &Choices) -> Self {
        let mut seen: Vec<(Column, Digits)> = Vec::new();
        for cell in cells.iter().filter(|cell| is_rate(cell.column) && !is_blank(cell.spot.text)) {
            match seen.iter_mut().find(|(column, _)| *column == cell.column) {
                Some((_, digits)) => digits.add(cell.spot.text),
                None => {
                    let mut digits = Digits::default();
                    digits.add(cell.spot.text);
                    seen.push((cell.column, digits));
                }
            }
        }
        let columns = seen.into_iter().filter(|(_, digits)| digits.are_fractions()).map(|(column, _)| column).collect();
        Self { columns, is_hundredfold: choices.is_hundredfold }
    }

    pub(crate) fn are_there(&self) -> bool {
        !self.columns.is_empty()
    }

    /// What a cell says, in percent.
    pub(crate) fn text<'t>(&self, column: Column, text: &'t str) -> Cow<'t, str> {
        let is_fraction = self.is_hundredfold == Some(true) && self.columns.contains(&column);
        match hundredfold(text).filter(|_| is_fraction) {
            Some(percent) => Cow::Owned(percent),
            None => Cow::Borrowed(text),
        }
    }

    /// Says which columns were taken times one hundred.
    pub(crate) fn tell(self, notes: &mut Vec<PasteNote>) {
        if !self.columns.is_empty() {
            let (columns, is_hundredfold) = (self.columns, self.is_hundredfold);
            notes.push(PasteNote::Fractions { columns, is_hundredfold });
        }
    }
}

/// How the figures of a column are written.
#[derive(Default)]
struct Digits {
    all: usize,
    below_one: usize,
    /// Below one with more than two decimals.
    fine: usize,
    /// Below one with no more.
    coarse: usize,
}

impl Digits {
    fn add(&mut self, text: &str) {
        let text = squeezed(text);
        self.all += 1;
        let Some(decimals) = text.strip_prefix("0.").or_else(|| text.strip_prefix('.')) else {
            self.below_one += usize::from(text == "0");
            return;
        };
        if decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            self.below_one += 1;
            let count = if decimals.len() > 2 { &mut self.fine } else { &mut self.coarse };
            *count += 1;
        }
    }

    /// Some have more decimals below one than a percentage has, or all of several are below one.
    fn are_fractions(&self) -> bool {
        self.fine > 0 || self.below_one == self.all && self.coarse > 2
    }
}

/// A plain fraction below one times one hundred, exactly: 0.0214 is 2.14.
fn hundredfold(text: &str) -> Option<String> {
    let text = squeezed(text);
    let (whole, decimals) = text.split_once('.')?;
    if !whole.bytes().all(|byte| byte == b'0') || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let padded = [decimals, "00"].concat();
    let (percent, rest) = padded.split_at(2);
    let whole = [whole, percent].concat();
    let whole = whole.trim_start_matches('0');
    Some([if whole.is_empty() { "0" } else { whole }, ".", rest].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_becomes_percent_exactly() {
        for (fraction, percent) in [
            ("0.0214", "2.1400"),
            ("0.02142857", "2.14285700"),
            (".1", "10.0"),
            ("0.005", "0.500"),
            ("０．０２１４", "2.1400"),
        ] {
            assert_eq!(hundredfold(fraction).as_deref(), Some(percent), "{fraction}");
        }
        for text in ["1", "2.14%", "x.y"] {
            assert_eq!(hundredfold(text), None, "{text}");
        }
    }
}
