//! The columns of counts, in which bare figures without names or headings can be told from rates.

use super::GridColumn;
use tuowei_model::{CountyInputs, Figure, FigureValue};
use tuowei_text::{NumberProblem, typed_figure};

/// The count that is typed into this column; nothing where it takes none.
fn counted(column: GridColumn) -> Option<Figure> {
    column.figure().filter(|figure| figure.kind().is_count())
}

/// Whether this column takes counts.
pub(super) fn takes_counts(column: GridColumn) -> bool {
    counted(column).is_some()
}

/// The count that a text is in this column, an empty text being an empty figure; nothing where it takes none.
pub(super) fn typed_count(column: GridColumn, text: &str) -> Option<Result<Option<u32>, NumberProblem>> {
    counted(column).map(|figure| Ok(typed_figure(figure, text)?.map(FigureValue::whole)))
}

/// The count that stands in this column.
pub(super) fn count_in(inputs: &CountyInputs, column: GridColumn) -> Option<u32> {
    counted(column)?.of(inputs).map(FigureValue::whole)
}
