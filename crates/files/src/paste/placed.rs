//! Bare figures, placed from the anchor on.

use super::marks::{is_blank, is_figure, is_words};
use super::sheet::count;
use super::view::View;
use super::{Cell, Column, Found, Sheet};
use crate::counts::takes_counts;
use tuowei_text::{GridColumn, PasteNote, WhyLeft, typed_count as typed_reported};

/// Places a block cell by cell over the grid as the page shows it, as a spreadsheet does; what falls on a computed
/// column is left there.
///
/// The one exception is a row of as many figures as there are counties, the plan's own orientation, which could only
/// run into computed columns.
pub(super) fn read<'t>(plain: View<'t>, turned: View<'t>, counties: usize, sheet: Sheet<'_>) -> Found<'t> {
    let mut found = Found::default();
    let shown = sheet.shown();
    let (Some(at), Some(&first)) = (sheet.row(), shown.first()) else {
        let mut spots = (0..plain.rows()).flat_map(|row| (0..plain.columns()).map(move |column| (row, column)));
        if let Some((row, column)) = spots.find(|&(row, column)| !is_blank(plain.text(row, column))) {
            found.leave(plain.spot(row, column), WhyLeft::NoPlace);
        }
        return found;
    };
    let row_of_counties = plain.rows() == 1
        && at == 0
        && counties > 1
        && (plain.columns() == counties || plain.columns() == counties + 1)
        && runs_over_counties(plain, &shown);
    if row_of_counties {
        let total = (plain.columns() == counties + 1).then(|| line_total(turned, first)).flatten();
        if total.is_some() || plain.columns() == counties {
            place(turned, at, &[first], total, counties, &mut found);
            found.notes.push(PasteNote::Across);
            return found;
        }
    }
    let one_more = plain.columns() == 1 && at == 0 && plain.rows() == counties + 1;
    let total = one_more.then(|| line_total(plain, first)).flatten();
    place(plain, at, &shown, total, counties, &mut found);
    found
}

/// Puts the rows of `view` to the counties from `county` on and its columns to `shown`, except for the total's row.
fn place<'t>(
    view: View<'t>,
    county: usize,
    shown: &[Column],
    total: Option<usize>,
    counties: usize,
    found: &mut Found<'t>,
) {
    if leave_words(view, shown, found) {
        return;
    }
    let filled_row = |&row: &usize| (0..view.columns()).any(|column| !is_blank(view.text(row, column)));
    let filled_column = |&column: &usize| (0..view.rows()).any(|row| !is_blank(view.text(row, column)));
    let rows: Vec<usize> = (0..view.rows()).filter(|&row| Some(row) != total).collect();
    let fitting = counties.saturating_sub(county).min(rows.len());
    let (rows, beyond) = rows.split_at(fitting);
    for (offset, &row) in rows.iter().enumerate() {
        for (column, &to) in shown.iter().enumerate().take(view.columns()) {
            let spot = view.spot(row, column);
            if !is_blank(spot.text) {
                found.cells.push(Cell { spot, county: county + offset, column: to });
            }
        }
    }
    if let (Some(row), Some(&to)) = (total, shown.first()) {
        found.totals.push((to, view.spot(row, 0)));
    }
    if let Some(&row) = beyond.iter().find(|row| filled_row(row)) {
        let lines = beyond.iter().filter(|row| filled_row(row)).count();
        found.leave(view.spot(row, 0), WhyLeft::BeyondCounties(lines));
    }
    if let Some(column) = (shown.len()..view.columns()).find(filled_column) {
        let lines = (shown.len()..view.columns()).filter(filled_column).count();
        found.leave(view.spot(0, column), WhyLeft::BeyondColumns(lines));
    }
}

/// Words at the head of a row or a column are a name or heading that is not known: then nothing may be placed, since
/// every figure would land one cell off.
fn leave_words(view: View<'_>, shown: &[Column], found: &mut Found<'_>) -> bool {
    let is_out_of_place = |column: usize, text: &str| match shown.get(column) {
        Some(Column::Grid(to)) => to.figure().is_some() || *to == GridColumn::Target,
        // 是, 12人.
        Some(Column::Counted(of)) => typed_reported(*of, text).is_err(),
        None => true,
    };
    let head_row = (0..view.columns()).map(|column| (0, column));
    let head_column = (1..view.rows()).map(|row| (row, 0));
    let before = found.left.len();
    for (row, column) in head_row.chain(head_column) {
        let text = view.text(row, column);
        if is_words(text) && is_out_of_place(column, text) {
            let why = if row == 0 { WhyLeft::UnknownHeading } else { WhyLeft::UnknownCounty };
            found.leave(view.spot(row, column), why);
        }
    }
    found.left.len() > before
}

/// Whether a row can only run over counties: it is wider than the grid, or whole counts would fall on columns in which
/// the page shows none. A row of counts alone may well be one of the grid's, computed counts among them.
fn runs_over_counties(view: View<'_>, shown: &[Column]) -> bool {
    let Some(covered) = shown.get(..view.columns()) else { return true };
    let whole = |column: usize| {
        let text = view.text(0, column);
        is_figure(text) && !text.contains(['.', '．', '%', '％'])
    };
    let takes_counts = |column: &Column| matches!(column, Column::Grid(column) if takes_counts(*column));
    let never_counts = |column: &Column| matches!(column, Column::Grid(column) if never_shows_counts(*column));
    shown.first().is_some_and(takes_counts) && covered.iter().any(never_counts) && (0..view.columns()).all(whole)
}

const fn never_shows_counts(column: GridColumn) -> bool {
    match column {
        GridColumn::Name
        | GridColumn::Uplift
        | GridColumn::Target
        | GridColumn::Share
        | GridColumn::Lock
        | GridColumn::Utilisation
        | GridColumn::InclusiveShare
        | GridColumn::PerThousand => true,
        // People write 5 for 5 %.
        GridColumn::Input(_)
        | GridColumn::EnrolledThen
        | GridColumn::NewEnrolments
        | GridColumn::SlotsAfter
        | GridColumn::Shortage => false,
    }
}

fn line_total(view: View<'_>, column: Column) -> Option<usize> {
    let figures: Vec<&str> = (0..view.rows()).map(|row| view.text(row, 0)).collect();
    total_among(&figures, column)
}

/// Which of the counts is the sum of all others, the first or the last.
pub(super) fn total_among(figures: &[&str], column: Column) -> Option<usize> {
    let counts: Vec<u64> = figures.iter().map(|text| count(column, text)).collect::<Option<_>>()?;
    let sum: u64 = counts.iter().sum();
    let is_total = |position: &usize| counts.get(*position).is_some_and(|&count| count * 2 == sum && count > 0);
    [0, counts.len().checked_sub(1)?].into_iter().find(is_total)
}
