//! Bare figures, placed from the anchor on.

use super::choices::{by_heading, choose};
use super::heads::Head;
use super::marks::{is_blank, is_number, is_words};
use super::sheet::count;
use super::view::View;
use super::{Choices, Column, Found, Sheet};
use crate::counts::takes_counts;
use tuowei_text::{GridColumn, PasteNote, WhyLeft, typed_count as typed_reported};

/// Places a block cell by cell over the grid as the page shows it, as a spreadsheet does; what falls on a computed
/// column is left there. `counties` are those on show.
///
/// The one exception is a row of as many figures as there are counties, the plan's own orientation, which could only
/// run into computed columns.
pub(super) fn read<'t>(
    plain: View<'t>,
    turned: View<'t>,
    counties: &[usize],
    sheet: Sheet<'_>,
    choices: &Choices,
) -> Found<'t> {
    let mut found = Found::default();
    let shown = sheet.shown();
    let at = sheet.row().map(|row| counties.iter().position(|county| *county == row).unwrap_or(counties.len()));
    let (Some(at), Some(&first)) = (at, shown.first()) else {
        let mut spots = (0..plain.rows()).flat_map(|row| (0..plain.columns()).map(move |column| (row, column)));
        if let Some((row, column)) = spots.find(|&(row, column)| !is_blank(plain.text(row, column))) {
            found.leave(plain.spot(row, column), WhyLeft::NoPlace);
        }
        return found;
    };
    found.pointed = Some(first);
    let count = counties.len();
    let from_here = counties.get(at..).unwrap_or_default();
    let row_of_counties = plain.rows() == 1
        && count > 1
        && (plain.columns() == count || plain.columns() == count + 1)
        && runs_over_counties(plain, &shown);
    if row_of_counties {
        let total = (plain.columns() == count + 1).then(|| line_total(turned, first)).flatten();
        if total.is_some() || plain.columns() == count {
            // All of them, though another than the first was chosen.
            found.must_ask = at != 0;
            found.is_turned = true;
            place(turned, counties, &[first], total, choices, &mut found);
            found.notes.push(PasteNote::Across);
            return found;
        }
    }
    // One column was pointed at; what goes into those beside it is looked at first.
    let is_filled = |&column: &usize| (0..plain.rows()).any(|row| !is_blank(plain.text(row, column)));
    found.must_ask = (0..plain.columns()).filter(is_filled).nth(1).is_some();
    let one_more = plain.columns() == 1 && at == 0 && plain.rows() == count + 1;
    let total = one_more.then(|| line_total(plain, first)).flatten();
    place(plain, from_here, &shown, total, choices, &mut found);
    found
}

/// Puts the rows of `view` to the counties and its columns to `shown`, except for the total's row.
fn place<'t>(
    view: View<'t>,
    counties: &[usize],
    shown: &[Column],
    total: Option<usize>,
    choices: &Choices,
    found: &mut Found<'t>,
) {
    let words = words(view, counties.len(), shown);
    if words.are_names || words.are_headings && view.rows() == 1 {
        let cells = words.head_row.iter().chain(words.head_column.iter().filter(|&&(row, _)| row > 0));
        for &(row, column) in cells {
            let why = if row == 0 { WhyLeft::UnknownHeading } else { WhyLeft::UnknownCounty };
            found.leave(view.spot(row, column), why);
        }
        return;
    }
    // Under headings that are not known nothing goes anywhere before the planner says what they mean.
    found.first_row = usize::from(words.are_headings);
    let filled_row = |&row: &usize| (0..view.columns()).any(|column| !is_blank(view.text(row, column)));
    let filled_column = |&column: &usize| (0..view.rows()).any(|row| !is_blank(view.text(row, column)));
    let columns = if words.are_headings {
        let filled = (0..view.columns()).filter(filled_column);
        let head = |column| match view.text(0, column) {
            text if is_words(text) => Head::unknown(column, text),
            _ => Head::bare(column, 0, None),
        };
        let heads: Vec<Head> = filled.map(head).collect();
        choose(&heads, choices, view, found, by_heading)
    } else {
        let bare = |column| Head::bare(column, 0, shown.get(column).copied());
        choose(&(0..view.columns()).map(bare).collect::<Vec<Head>>(), choices, view, found, |_| None)
    };
    let rows: Vec<usize> = (found.first_row..view.rows()).filter(|&row| Some(row) != total).collect();
    let (rows, beyond) = rows.split_at(counties.len().min(rows.len()));
    for (&county, &row) in counties.iter().zip(rows) {
        found.take(view, row, county, &columns);
    }
    if let (Some(row), Some(&to)) = (total, shown.first()) {
        found.totals.push((to, view.spot(row, 0)));
    }
    if let Some(&row) = beyond.iter().find(|row| filled_row(row)) {
        let lines = beyond.iter().filter(|row| filled_row(row)).count();
        found.leave(view.spot(row, 0), WhyLeft::BeyondCounties(lines));
    }
    if words.are_headings {
        return;
    }
    let beyond = |column: &usize| filled_column(column) && !choices.columns.contains_key(column);
    if let Some(column) = (shown.len()..view.columns()).find(beyond) {
        let lines = (shown.len()..view.columns()).filter(beyond).count();
        found.leave(view.spot(0, column), WhyLeft::BeyondColumns(lines));
    }
}

/// Words at the head of a block's rows and columns.
struct Words {
    /// Whether they are names that are not known.
    are_names: bool,
    /// Whether they are headings that are not known.
    are_headings: bool,
    /// The words in the first row, as cells.
    head_row: Vec<(usize, usize)>,
    /// Those in the first column.
    head_column: Vec<(usize, usize)>,
}

/// Words at the head of most rows or columns are names or headings that are not known: then nothing may be placed, since
/// every figure would land one cell off. A word among figures is a cell that cannot be read, and is said there.
fn words(view: View<'_>, counties: usize, shown: &[Column]) -> Words {
    let is_out_of_place = |column: usize, text: &str| match shown.get(column) {
        Some(Column::Grid(to)) => to.figure().is_some() || *to == GridColumn::Target,
        // 是, 12人.
        Some(Column::Counted(of)) => typed_reported(*of, text).is_err(),
        None => true,
    };
    let is_word = |&(row, column): &(usize, usize)| {
        let text = view.text(row, column);
        is_words(text) && is_out_of_place(column, text)
    };
    let are_words = |cells: &[(usize, usize)]| {
        let filled = cells.iter().filter(|&&(row, column)| !is_blank(view.text(row, column))).count();
        let words = cells.iter().filter(|cell| is_word(cell)).count();
        words > 0 && words * 2 >= filled
    };
    let mut head_row: Vec<(usize, usize)> = (0..view.columns()).map(|column| (0, column)).collect();
    let mut head_column: Vec<(usize, usize)> = (0..view.rows()).map(|row| (row, 0)).collect();
    let are_names =
        view.columns() > 1 && are_words(&head_column) || view.columns() == 1 && head_column.iter().all(is_word);
    // A line for each county leaves none for a heading.
    let are_headings = are_words(&head_row) && (view.rows() != counties || view.columns() > 1);
    head_row.retain(is_word);
    head_column.retain(is_word);
    Words { are_names, are_headings, head_row, head_column }
}

/// Whether a row can only run over counties: it is wider than the grid, or whole counts would fall on columns in which
/// the page shows none. A row of counts alone may well be one of the grid's, computed counts among them. Whatever a
/// number looks like, it is no year.
fn runs_over_counties(view: View<'_>, shown: &[Column]) -> bool {
    let Some(covered) = shown.get(..view.columns()) else { return true };
    let is_whole = |column: usize| {
        let text = view.text(0, column);
        is_number(text) && !text.contains(['.', '．', '%', '％'])
    };
    let takes_counts = |column: &Column| matches!(column, Column::Grid(column) if takes_counts(*column));
    let never_counts = |column: &Column| matches!(column, Column::Grid(column) if never_shows_counts(*column));
    let mut all = (0..view.columns()).filter(|&column| !is_blank(view.text(0, column)));
    shown.first().is_some_and(takes_counts)
        && covered.iter().enumerate().any(|(column, to)| never_counts(to) && is_whole(column))
        && all.all(is_whole)
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
