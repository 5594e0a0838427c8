//! Filling and emptying selected cells.

use tuowei_model::{Edit, Scenario};
use tuowei_text::FillReport;

use crate::field::{Field, FieldProblem};

/// What cells are filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fill {
    /// The first so many rows, again and again down to the last.
    Down(usize),
    /// This text in every cell.
    Typed(String),
    /// Nothing.
    Empty,
}

/// What filling comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The edits, one a cell.
    pub edits: Vec<Edit>,
    /// What there is to say.
    pub report: FillReport,
    /// Why the first cell that took nothing took nothing.
    pub why: Option<FieldProblem>,
}

/// Fills cells, row by row from the left; nothing stands for what is not typed. A cell that does not take what is meant for
/// it stays as it is.
#[must_use]
pub fn filled(scenario: &Scenario, cells: &[Vec<Option<Field>>], fill: &Fill) -> Filled {
    let mut filled = Filled {
        edits: Vec::new(),
        report: FillReport { emptied: *fill == Fill::Empty, ..FillReport::default() },
        why: None,
    };
    let width = cells.first().map_or(0, Vec::len);
    let is_typed = |column: &usize| cells.iter().any(|row| row.get(*column).is_some_and(Option::is_some));
    filled.report.left_columns = (0..width).filter(|column| !is_typed(column)).count();
    for (at, row) in cells.iter().enumerate() {
        for (column, field) in row.iter().enumerate() {
            let Some(field) = field else { continue };
            let edit = match fill {
                Fill::Empty => field.edit(""),
                Fill::Typed(text) => field.edit_of_formula(text).unwrap_or_else(|| field.edit(text)),
                Fill::Down(sources) if at < *sources => continue,
                Fill::Down(sources) => {
                    let source = at.checked_rem(*sources).and_then(|from| cells.get(from)?.get(column)?.as_ref());
                    field.edit(&source.map_or_else(String::new, |source| source.text(scenario)))
                }
            };
            match edit {
                Ok(edit) => {
                    filled.edits.push(edit);
                    filled.report.cells += 1;
                }
                Err(problem) => {
                    filled.report.refused += 1;
                    filled.why.get_or_insert(problem);
                }
            }
        }
    }
    filled
}
