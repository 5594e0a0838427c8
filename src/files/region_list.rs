//! A list of counties as it is pasted from Excel, WPS or a text: one to a line, its name in the first column.

use super::{Table, TableTooLarge};
use crate::model::CountyKind;

/// The counties of a list, and what was left out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionList {
    /// Names in their order, with the kind that the name or the column beside it says.
    pub counties: Vec<(String, CountyKind)>,
    /// Lines that are headings or sums.
    pub passed_over: usize,
    /// Names that stand more than once; they are taken once.
    pub repeated: Vec<String>,
}

const HEADINGS: [&str; 10] = ["县区", "县（区）", "县(区)", "区县", "名称", "单位", "地区", "county", "name", "序号"];
const TOTALS: [&str; 8] = ["全市", "合计", "总计", "全市合计", "小计", "total", "city", "sum"];

/// Reads a list.
///
/// # Errors
/// It is larger than any region's table.
pub fn region_list(text: &str) -> Result<RegionList, TableTooLarge> {
    let table = Table::read(text)?;
    let mut list = RegionList::default();
    for row in &table.rows {
        // A numbered list has its names in the second column.
        let mut cells = row.iter().map(|cell| cell.trim()).filter(|cell| !is_number(cell));
        let Some(name) = cells.next().filter(|name| !name.is_empty()) else { continue };
        let lower = name.to_lowercase();
        if TOTALS.contains(&lower.as_str()) || list.counties.is_empty() && HEADINGS.contains(&lower.as_str()) {
            list.passed_over += 1;
            continue;
        }
        if list.counties.iter().any(|(known, _)| known == name) {
            list.repeated.push(name.to_owned());
            continue;
        }
        let kind = cells.find_map(said_kind).unwrap_or_else(|| kind_of(name));
        list.counties.push((name.to_owned(), kind));
    }
    Ok(list)
}

fn is_number(cell: &str) -> bool {
    !cell.is_empty()
        && cell.chars().all(|character| character.is_ascii_digit() || matches!(character, '.' | '、' | '%' | ','))
}

/// The kind that a cell of its own says.
fn said_kind(cell: &str) -> Option<CountyKind> {
    match cell {
        "区" | "市辖区" | "district" | "District" => Some(CountyKind::District),
        "县" | "县级市" | "旗" | "county" | "County" => Some(CountyKind::County),
        _ => None,
    }
}

/// The kind that a name ends in.
fn kind_of(name: &str) -> CountyKind {
    match name.chars().last() {
        Some('区') => CountyKind::District,
        Some('县' | '市' | '旗') => CountyKind::County,
        _ => CountyKind::Unspecified,
    }
}
