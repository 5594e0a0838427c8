//! A neutral table: cells of text, as they go to the clipboard or come from it.

mod reading;
mod writing;

/// Rows of cells of text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What the table is about; written above it in HTML, never in TSV.
    pub caption: Option<String>,
    /// The headings of the columns; none for bare cells.
    pub headings: Vec<String>,
    /// Whether the first cell of each row names the row.
    pub named_rows: bool,
    /// The cells. Rows that were read may differ in length: what lacks is empty.
    pub rows: Vec<Vec<String>>,
}

/// The text holds more than any region's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableTooLarge;

impl Table {
    /// The longest row.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// A cell, empty where the row is shorter.
    #[must_use]
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|cells| cells.get(column)).map_or("", String::as_str)
    }
}

/// What begins a formula where a spreadsheet reads text, also in the forms that a Chinese input method types.
/// Some spreadsheets drop white space and control characters before they look.
fn begins_formula(text: &str) -> bool {
    let start = text.trim_start_matches(|character: char| character == '\'' || character.is_whitespace());
    start.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) || text.starts_with(['\t', '\r', '\n'])
}
