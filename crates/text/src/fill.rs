//! What is said of cells that were filled or emptied.

use crate::Language;

/// What became of the selected cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FillReport {
    /// They were emptied.
    pub emptied: bool,
    /// So many cells took it.
    pub cells: usize,
    /// So many did not.
    pub refused: usize,
    /// So many columns are not typed.
    pub left_columns: usize,
}

/// The report in words; `why` says why a cell did not take it.
#[must_use]
pub fn fill_said(report: FillReport, why: Option<&str>, language: Language) -> String {
    let FillReport { emptied, cells, refused, left_columns } = report;
    let plural = |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
    match language {
        Language::Chinese => {
            let mut said = match (cells, emptied) {
                (0, _) => "没有可填的单元格。".to_owned(),
                (_, true) => format!("已清空{cells}个单元格。"),
                (_, false) => format!("已填充{cells}个单元格。"),
            };
            if refused > 0 {
                said += &format!("{refused}个没有填：{}。", why.unwrap_or_default());
            }
            if left_columns > 0 {
                said += &format!("{left_columns}列不是填写的，没有变动。");
            }
            said
        }
        Language::English => {
            let mut said = match (cells, emptied) {
                (0, _) => "No cell to fill.".to_owned(),
                (_, true) => format!("Cleared {}.", plural(cells, "cell", "cells")),
                (_, false) => format!("Filled {}.", plural(cells, "cell", "cells")),
            };
            if refused > 0 {
                said += &format!(" {} left: {}.", plural(refused, "cell", "cells"), why.unwrap_or_default());
            }
            if left_columns > 0 {
                said += &format!(" {} not typed, and left.", plural(left_columns, "column is", "columns are"));
            }
            said
        }
    }
}
