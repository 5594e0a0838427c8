//! The sheets that a block can be pasted into: the county grid, and a report.

use super::Anchor;
use super::days::fits;
use super::grid_words::GridWords;
use super::headings::{Heading, Vocabulary, read};
use super::report_words::ReportWords;
use crate::GridView;
use crate::counts::typed_count;
use tuowei_model::{Counted, Date};
use tuowei_text::{GridColumn, NumberProblem, PasteColumn as Column, typed_count as typed_reported};

/// What a block is read for.
#[derive(Clone, Copy)]
pub(crate) enum Sheet<'s> {
    /// The county grid.
    Grid {
        /// The target year.
        year: u16,
        /// Where bare figures begin.
        at: Option<Anchor>,
    },
    /// A report.
    Report {
        /// Its day.
        day: Date,
        /// The columns on show.
        columns: &'s [Counted],
        /// The county's position and the column at which bare figures begin.
        at: Option<(usize, Counted)>,
    },
}

impl Sheet<'_> {
    /// What its columns are called, and its year.
    fn words(self) -> (&'static dyn Vocabulary, u16) {
        match self {
            Self::Grid { year, .. } => (&GridWords, year),
            Self::Report { day, .. } => (&ReportWords, day.parts().0),
        }
    }

    /// Whether a table whose title says these years may be of the year that a column is of.
    pub(super) fn fits_title(self, column: Column, years: &[u16]) -> bool {
        let (words, year) = self.words();
        let fitting = words.fitting(column, year);
        years.is_empty() || years.iter().any(|said| *said == year || fitting.contains(said))
    }

    /// Whether a table of these squeezed titles may be of the sheet's day. A grid has none.
    pub(super) fn fits_days<'a>(self, titles: impl IntoIterator<Item = &'a str>) -> bool {
        match self {
            Self::Grid { .. } => true,
            Self::Report { day, .. } => fits(titles, day),
        }
    }

    pub(super) fn heading(self, text: &str) -> Heading {
        let (words, year) = self.words();
        read(words, text, year)
    }

    /// The column that a heading means beside others.
    pub(super) fn beside(self, text: &str, all: &[Column], taken: &[Column]) -> Option<Column> {
        self.words().0.beside(text, all, taken)
    }

    /// What a total and its part mean together.
    pub(super) fn with_part(self, total: &[Column], part: Heading) -> Option<(Column, Column)> {
        self.words().0.with_part(total, part)
    }

    /// The position of the county at which bare figures begin.
    pub(super) fn row(self) -> Option<usize> {
        match self {
            Self::Grid { at, .. } => at.map(|at| at.row),
            Self::Report { at, .. } => at.map(|(row, _)| row),
        }
    }

    /// The column of the chosen cell.
    pub(super) fn pointed(self) -> Option<Column> {
        match self {
            Self::Grid { at, .. } => at.map(|at| at.column.into()),
            Self::Report { at, .. } => at.map(|(_, of)| of.into()),
        }
    }

    /// The columns from the one at which bare figures begin; none where there is none on show.
    pub(super) fn shown(self) -> Vec<Column> {
        match self {
            Self::Grid { at, .. } => at.map_or_else(Vec::new, Anchor::shown).into_iter().map(Column::Grid).collect(),
            Self::Report { columns, at, .. } => {
                let first = at.and_then(|(_, first)| columns.iter().position(|of| *of == first));
                reported(columns.get(first.unwrap_or(columns.len())..).unwrap_or_default())
            }
        }
    }

    /// Where figures go that stand right of names and have no headings: the columns, and how far right of the names the
    /// first of them stands. `width` counts the names too; `offsets` are the figures' columns, and how far right of the names
    /// each is. Figures as wide as the sheet go into all its columns, others into those from the chosen cell on; in the grid
    /// those of its other view, if they are as wide as that and find no room.
    pub(super) fn beside_names(self, width: usize, offsets: &[(usize, usize)]) -> Option<(Vec<Column>, usize)> {
        let &(_, first) = offsets.first()?;
        let at = match self {
            Self::Grid { at, .. } => at?,
            Self::Report { columns, .. } => {
                let shown = self.shown();
                return match (shown.is_empty(), offsets.len()) {
                    (true, _) => None,
                    // A single column of figures has its place at the chosen cell, however far from the names it stands.
                    (false, 1) => Some((shown, first)),
                    _ if width == columns.len() + 1 => Some((reported(columns), 1)),
                    _ => Some((shown, 1)),
                };
            }
        };
        let grid = at.hidden.shown(at.view);
        let other = at.hidden.shown(match at.view {
            GridView::Plan => GridView::Supply,
            GridView::Supply => GridView::Plan,
        });
        let (mut shown, mut before) = match at.column {
            GridColumn::Name => (grid, 0),
            _ if width == grid.len() => (grid, 0),
            _ if offsets.len() == 1 => (at.shown(), first),
            _ => (at.shown(), 1),
        };
        let fits = offsets.iter().all(|&(_, offset)| offset - before < shown.len());
        if !fits && width == other.len() {
            (shown, before) = (other, 0);
        }
        Some((shown.into_iter().map(Column::Grid).collect(), before))
    }
}

/// Each of them once.
fn reported(columns: &[Counted]) -> Vec<Column> {
    let is_first = |(at, of): &(usize, &Counted)| columns.iter().position(|other| other == *of) == Some(*at);
    columns.iter().enumerate().filter(is_first).map(|(_, of)| Column::Counted(*of)).collect()
}

/// The count that a text is in this column, as a county's or as the city's sum.
pub(super) fn count(column: Column, text: &str) -> Option<u64> {
    let read = match column {
        Column::Grid(column) => typed_count(column, text)?,
        Column::Counted(of) => typed_total(of, text),
    };
    read.ok().flatten().map(u64::from)
}

/// The city's sum of a figure. Of competitions it is how many counties held one.
pub(crate) fn typed_total(of: Counted, text: &str) -> Result<Option<u32>, NumberProblem> {
    typed_reported(if of == Counted::Competed { Counted::Institutions } else { of }, text)
}
