//! Blocks with headings but without county names.

use super::choices::{by_heading, choose};
use super::headings::Heading;
use super::heads::{Head, heads};
use super::marks::{is_blank, is_figure, is_words};
use super::placed::total_among;
use super::view::View;
use super::{Choices, Found, Sheet};
use tuowei_text::{PasteNote, WhyLeft};

/// Titles and units may stand above the headings.
const ROWS_ABOVE: usize = 6;

/// Reads a block in which some line holds headings; nothing where none does.
pub(super) fn read<'t>(
    plain: View<'t>,
    turned: View<'t>,
    counties: &[usize],
    sheet: Sheet<'_>,
    choices: &Choices,
) -> Option<Found<'t>> {
    let plain = Headed::of(plain, sheet);
    let turned = Headed::of(turned, sheet);
    let headed = match (plain, turned) {
        (Some(plain), Some(turned)) => {
            let weight = |headed: &Headed<'_>| (headed.fits(counties.len()), headed.known());
            if weight(&turned) > weight(&plain) { turned } else { plain }
        }
        (Some(headed), None) | (None, Some(headed)) => headed,
        (None, None) => return None,
    };
    Some(headed.read(counties, choices))
}

/// Headings over columns of figures.
struct Headed<'t> {
    view: View<'t>,
    heads: Vec<Head>,
    /// The rows of figures.
    figures: std::ops::Range<usize>,
}

impl<'t> Headed<'t> {
    fn of(view: View<'t>, sheet: Sheet<'_>) -> Option<Self> {
        let is_heading = |row: usize, column: usize| sheet.heading(view.text(row, column)).is_of_figures();
        let known = |row: usize| (0..view.columns()).filter(|&column| is_heading(row, column)).count();
        let rows = (0..view.rows().min(ROWS_ABOVE)).map(|row| (row, known(row)));
        let (row, known) = rows.max_by_key(|&(row, known)| (known, ROWS_ABOVE - row))?;
        if known == 0 {
            return None;
        }
        // Lower headings hold no figure: 总数, 普惠 under 托位.
        let is_filled = |&row: &usize| (0..view.columns()).any(|column| !is_blank(view.text(row, column)));
        let is_lower = |row: usize| {
            is_filled(&row)
                && (0..view.columns()).all(|column| !is_figure(view.text(row, column)))
                && (0..view.columns()).all(|column| {
                    matches!(sheet.heading(view.text(row, column)), Heading::Missing | Heading::Part)
                        || is_heading(row, column)
                })
        };
        let first = (row + 1..view.rows()).find(|&row| !is_lower(row)).unwrap_or(view.rows());
        let end = (first..view.rows()).rev().find(is_filled).map_or(first, |last| last + 1);
        let start = (first..end).find(is_filled).unwrap_or(end);
        let mut heads = heads(view, sheet, 0..view.columns(), None, first..view.rows());
        heads.retain(|head| head.is_over_any(view, start..end));
        Some(Self { view, heads, figures: start..end })
    }

    fn known(&self) -> usize {
        self.heads.iter().filter(|head| head.heading.is_of_figures()).count()
    }

    fn fits(&self, counties: usize) -> bool {
        self.figures.len() == counties || self.figures.len() == counties + 1
    }

    fn read(&self, counties: &[usize], choices: &Choices) -> Found<'t> {
        let view = self.view;
        let mut found = Found { is_turned: view.is_turned(), first_row: self.figures.start, ..Found::default() };
        // Words beside the figures are names, of counties that this region has not.
        let names = (0..view.columns()).find(|&column| {
            !self.heads.iter().any(|head| head.column == column && head.heading.is_of_figures())
                && self.figures.clone().any(|row| is_words(view.text(row, column)))
        });
        if let Some(column) = names {
            for row in self.figures.clone().filter(|&row| is_words(view.text(row, column))) {
                found.leave(view.spot(row, column), WhyLeft::UnknownCounty);
            }
            return found;
        }
        let columns = choose(&self.heads, choices, view, &mut found, by_heading);
        let Some(&(first, _)) = columns.first() else { return found };
        let mut rows: Vec<usize> = self.figures.clone().collect();
        if rows.len() == counties.len() + 1 {
            let total = columns.iter().find_map(|&(column, to)| {
                let figures: Vec<&str> = rows.iter().map(|&row| view.text(row, column)).collect();
                total_among(&figures, to)
            });
            if let Some(total) = total {
                let row = rows.remove(total);
                let totals = columns.iter().map(|&(column, to)| (to, view.spot(row, column)));
                found.totals.extend(totals.filter(|(_, spot)| !is_blank(spot.text)));
            }
        }
        if rows.len() != counties.len() {
            let row = self.heads.iter().find(|head| head.column == first).map_or(0, |head| head.row);
            let why = WhyLeft::LinesDiffer { lines: rows.len(), counties: counties.len() };
            found.leave(view.spot(row, first), why);
            return found;
        }
        for (&county, row) in counties.iter().zip(rows) {
            found.take(view, row, county, &columns);
        }
        found.notes.push(PasteNote::ByOrder);
        found
    }
}
