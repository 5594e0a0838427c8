//! Blocks with headings but without county names.

use super::headings::Heading;
use super::marks::{is_blank, is_words};
use super::placed::total_among;
use super::view::View;
use super::{Cell, Column, Found, Sheet};
use tuowei_text::{PasteNote, WhyLeft};

/// Titles and units may stand above the headings.
const ROWS_ABOVE: usize = 6;

/// Reads a block in which some line holds headings; nothing where none does.
pub(super) fn read<'t>(plain: View<'t>, turned: View<'t>, counties: usize, sheet: Sheet<'_>) -> Option<Found<'t>> {
    let plain = Headed::of(plain, sheet);
    let turned = Headed::of(turned, sheet);
    let headed = match (plain, turned) {
        (Some(plain), Some(turned)) => {
            let weight = |headed: &Headed<'_>| (headed.fits(counties), headed.known());
            if weight(&turned) > weight(&plain) { turned } else { plain }
        }
        (Some(headed), None) | (None, Some(headed)) => headed,
        (None, None) => return None,
    };
    Some(headed.read(counties))
}

/// Headings over columns of figures.
struct Headed<'t> {
    view: View<'t>,
    /// The row of the headings.
    row: usize,
    columns: Vec<(usize, Heading)>,
    /// The rows of figures.
    figures: std::ops::Range<usize>,
}

impl<'t> Headed<'t> {
    fn of(view: View<'t>, sheet: Sheet<'_>) -> Option<Self> {
        let headings = |row: usize| -> Vec<(usize, Heading)> {
            (0..view.columns()).map(|column| (column, sheet.heading(view.text(row, column)))).collect()
        };
        let known = |columns: &[(usize, Heading)]| count_known(columns);
        let (row, mut columns) = (0..view.rows().min(ROWS_ABOVE))
            .map(|row| (row, headings(row)))
            .max_by_key(|(row, columns)| (known(columns), ROWS_ABOVE - row))?;
        if known(&columns) == 0 {
            return None;
        }
        for (column, heading) in &mut columns {
            if *heading != Heading::Missing {
                *heading = sheet.heading_with_above(view, *column, row, *heading);
            }
        }
        let notes = (0..row).flat_map(|row| (0..view.columns()).map(move |column| view.text(row, column)));
        let notes: Vec<&str> = notes.filter(|text| sheet.is_unit_note(text)).collect();
        for (_, heading) in &mut columns {
            *heading = sheet.in_unit(*heading, &notes);
        }
        let filled = |&row: &usize| (0..view.columns()).any(|column| !is_blank(view.text(row, column)));
        let end = (row + 1..view.rows()).rev().find(filled).map_or(row + 1, |last| last + 1);
        let start = (row + 1..end).find(filled).unwrap_or(end);
        columns.retain(|&(column, _)| (start..end).any(|row| !is_blank(view.text(row, column))));
        Some(Self { view, row, columns, figures: start..end })
    }

    fn known(&self) -> usize {
        count_known(&self.columns)
    }

    fn fits(&self, counties: usize) -> bool {
        self.figures.len() == counties || self.figures.len() == counties + 1
    }

    fn read(&self, counties: usize) -> Found<'t> {
        let mut found = Found::default();
        let view = self.view;
        // Words beside the figures are names, of counties that this region has not.
        let names = (0..view.columns()).find(|&column| {
            !self.columns.iter().any(|&(known, heading)| known == column && matches!(heading, Heading::Column(_)))
                && self.figures.clone().any(|row| is_words(view.text(row, column)))
        });
        if let Some(column) = names {
            for row in self.figures.clone().filter(|&row| is_words(view.text(row, column))) {
                found.leave(view.spot(row, column), WhyLeft::UnknownCounty);
            }
            return found;
        }
        let mut columns: Vec<(usize, Column)> = Vec::new();
        for &(column, heading) in &self.columns {
            let why = match heading {
                Heading::Column(to) if columns.iter().all(|&(_, taken)| taken != to) => {
                    columns.push((column, to));
                    continue;
                }
                Heading::Column(_) => WhyLeft::HeadingTwice,
                other => other.why_left().unwrap_or(WhyLeft::UnknownHeading),
            };
            found.leave(view.spot(self.row, column), why);
        }
        let Some(&(first, _)) = columns.first() else { return found };
        let mut rows: Vec<usize> = self.figures.clone().collect();
        if rows.len() == counties + 1 {
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
        if rows.len() != counties {
            found.leave(view.spot(self.row, first), WhyLeft::LinesDiffer { lines: rows.len(), counties });
            return found;
        }
        for (county, row) in rows.into_iter().enumerate() {
            let cells = columns.iter().map(|&(column, to)| Cell { spot: view.spot(row, column), county, column: to });
            found.cells.extend(cells.filter(|cell| !is_blank(cell.spot.text)));
        }
        found.notes.push(PasteNote::ByOrder);
        found
    }
}

fn count_known(columns: &[(usize, Heading)]) -> usize {
    columns.iter().filter(|(_, heading)| matches!(heading, Heading::Column(_))).count()
}
