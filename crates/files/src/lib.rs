//! Tables in and out: a neutral table, blocks pasted from a spreadsheet, tables copied to one, names of downloads.
//!
//! Nothing here knows the clipboard or a file system: text comes in, text goes out.

mod carried;
mod comparison_table;
mod counts;
mod file_name;
mod grid_table;
mod limits;
mod link;
mod monitor_tables;
mod paste;
mod region_list;
mod report_paste;
mod table;

pub use carried::{MOST_FILE, png_with, scenario_in, svg_with};
pub use comparison_table::comparison_table;
pub use file_name::{file_name, joined_name};
pub use grid_table::{Computed, grid_selection, grid_table};
pub use link::{LinkTooLong, MOST_LINK, fragment, is_fragment, read_fragment};
pub use monitor_tables::{
    indicator_counties_table, indicator_table, progress_table, ranking_table, report_selection, report_table,
    unreported_table,
};
pub use paste::{
    Anchor, BlockColumn, Choices, PasteInto, PasteSheet, Pasted, PastedValue, Preview, PreviewCell, PreviewRow,
    TakenFigure, is_block, paste_columns, read_block, read_table,
};
pub use region_list::{RegionList, region_list, region_list_within};
pub use report_paste::read_report_block;
pub use table::{Table, TableTooLarge};
pub use tuowei_text::{CarriedProblem, GridColumn, GridView, HiddenColumns, LinkProblem};
