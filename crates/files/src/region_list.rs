//! A list of counties as it is pasted from Excel, WPS, a document or a sentence: down a column, across a row, or parted by
//! commas. What is a county is taken as it is called, what is not is left with its reason; nothing is guessed.

use rustc_hash::FxHashSet;

use super::paste::marks::{is_blank, is_words, squeezed};
use super::paste::{is_figure_heading, is_sum};
use super::{Table, TableTooLarge};
use tuowei_model::{CountyKind, RegionDraft, cleaned_name};
use tuowei_text::{LeftOfList, WhyNoCounty};

/// The counties of a list, and what was left out of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegionList {
    /// Names in their order, with the kind that the name, the column beside it or the line above says.
    pub counties: Vec<(String, CountyKind)>,
    /// Lines that are headings, notes or sums.
    pub passed_over: usize,
    /// Names that stand more than once; they are taken once.
    pub repeated: Vec<String>,
    /// Every line that is no county of the list, those above among them, in the list's order.
    pub left: Vec<LeftOfList>,
}

/// What stands over the names of counties; full-width forms are made plain before.
const HEADINGS: [&str; 28] = [
    "县区",
    "县(区)",
    "区县",
    "区(县)",
    "县市区",
    "县(市、区)",
    "县(市区)",
    "县(市,区)",
    "旗县区",
    "县区名称",
    "县(区)名称",
    "区县名称",
    "名称",
    "名单",
    "单位",
    "单位名称",
    "地区",
    "地区指标",
    "指标地区",
    "行政区",
    "行政区划",
    "行政区名称",
    "序号",
    "county",
    "counties",
    "district",
    "name",
    "area",
];

/// Reads a list.
///
/// # Errors
/// It is larger than any region's table.
pub fn region_list(text: &str) -> Result<RegionList, TableTooLarge> {
    region_list_within(text, "")
}

/// Reads a list of the counties of this city, whose own line is a sum.
///
/// # Errors
/// It is larger than any region's table.
pub fn region_list_within(text: &str, city: &str) -> Result<RegionList, TableTooLarge> {
    let table = Table::read(text)?;
    let only_line = table.rows.len() == 1 && table.width() == 1;
    let city = without_suffix(&squeezed(city)).to_owned();
    let mut reading = Reading { city, only_line, ..Reading::default() };
    let way = Way::of(&table);
    for line in way.lines(&table) {
        reading.read(&line);
    }
    Ok(reading.list)
}

/// A list has few headings; more of them are looked at no further.
const MOST_HEADINGS: usize = 12;

/// Where the names stand.
struct Way {
    /// Whether they run across.
    turned: bool,
    /// The column they stand in, the row where they run across.
    names: usize,
    /// Where they begin: what lies before is headings.
    first: usize,
}

/// A cell in the place of a name, with what stands beside it.
struct Line<'t> {
    row: usize,
    name: &'t str,
    beside: Vec<&'t str>,
    /// Before the first name.
    over: bool,
}

impl Way {
    fn of(table: &Table) -> Self {
        let (rows, columns) = (table.rows.len(), table.width());
        let headed = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
        // 序号 stands over numbers and 地区指标 in a corner: whatever has names beside or under it.
        let mut headed = headed.filter(|&(row, column)| is_heading(table.cell(row, column))).take(MOST_HEADINGS);
        let headed = headed.find_map(|(row, column)| {
            let across: Vec<&str> = (column + 1..columns).map(|column| table.cell(row, column)).collect();
            let down: Vec<&str> = (row + 1..rows).map(|row| table.cell(row, column)).collect();
            let (right, below) = (different(&across), different(&down));
            let says_kinds = down.iter().any(|cell| is_name(cell) && kind_of(cell) != CountyKind::Unspecified);
            match (right, below) {
                (0, 0) => None,
                _ if right > below && right > 1 && !says_kinds => Some((true, row, column + 1)),
                (_, 0) => None,
                _ => Some((false, column, row + 1)),
            }
        });
        if let Some((turned, names, first)) = headed {
            return Self { turned, names, first };
        }
        let in_column = |column: usize| different(&(0..rows).map(|row| table.cell(row, column)).collect::<Vec<_>>());
        let in_row = |row: usize| different(&(0..columns).map(|column| table.cell(row, column)).collect::<Vec<_>>());
        let (column, down) = most((0..columns).map(in_column));
        let (row, across) = most((0..rows).map(in_row));
        if across > down {
            return Self { turned: true, names: row, first: 0 };
        }
        // Names under a heading that is not known, beside others that are.
        let heads = |&row: &usize| {
            (0..columns).any(|column| is_heading(table.cell(row, column)) || is_figure_heading(table.cell(row, column)))
        };
        let first = (0..rows.min(MOST_HEADINGS)).rev().find(heads).map_or(0, |row| row + 1);
        Self { turned: false, names: column, first }
    }

    fn lines<'t>(&self, table: &'t Table) -> Vec<Line<'t>> {
        let (rows, columns) = (table.rows.len(), table.width());
        let line = |at: usize| {
            let cell = |other: usize| if self.turned { table.cell(other, at) } else { table.cell(at, other) };
            let others = if self.turned { rows } else { columns };
            let beside = (0..others).filter(|&other| other != self.names).map(cell).filter(|cell| !cell.is_empty());
            let row = if self.turned { self.names } else { at } + 1;
            Line { row, name: cell(self.names), beside: beside.collect(), over: at < self.first }
        };
        (0..if self.turned { columns } else { rows }).map(line).collect()
    }
}

/// How many different names these cells are.
fn different(cells: &[&str]) -> usize {
    cells.iter().filter(|cell| is_name(cell)).collect::<FxHashSet<_>>().len()
}

/// The first of the largest.
fn most(counts: impl Iterator<Item = usize>) -> (usize, usize) {
    counts.enumerate().fold((0, 0), |best, (at, count)| if count > best.1 { (at, count) } else { best })
}

/// Words that are nothing else.
fn is_name(cell: &str) -> bool {
    is_words(cell) && !is_heading(cell) && !is_figure_heading(cell) && said_kind(cell).is_none() && !is_sum(cell)
}

fn is_heading(cell: &str) -> bool {
    HEADINGS.contains(&squeezed(cell).as_str())
}

/// The list as it is being read.
#[derive(Default)]
struct Reading {
    list: RegionList,
    names: FxHashSet<String>,
    /// The city without 市.
    city: String,
    /// There is but one cell.
    only_line: bool,
    /// What the last line that is a kind by itself says: 市辖区.
    group: Option<CountyKind>,
}

impl Reading {
    fn read(&mut self, line: &Line<'_>) {
        if line.name.is_empty() {
            match line.beside.iter().find(|cell| !is_blank(cell)) {
                Some(cell) if line.over || is_heading(cell) || is_figure_heading(cell) => {
                    self.leave(line, cell, WhyNoCounty::Heading);
                }
                Some(cell) => self.leave(line, cell, WhyNoCounty::NoName),
                None => {}
            }
            return;
        }
        if line.over {
            return self.leave(line, line.name, WhyNoCounty::Heading);
        }
        // 市辖区：平城、云冈
        if is_note(line.name) {
            return self.leave(line, line.name, WhyNoCounty::Note);
        }
        let rest = match line.name.split_once(['：', ':']) {
            Some((before, rest)) if !is_blank(rest) && self.is_label(before) => {
                self.group = said_kind(before);
                rest
            }
            _ => line.name,
        };
        let rest = numbered(rest);
        let mut parts: Vec<&str> = vec![rest];
        if line.beside.is_empty() {
            parts = rest.split(['、', '，', ',', '；', ';']).filter(|part| !part.trim().is_empty()).collect();
            let words = || rest.split_whitespace();
            let is_han = |word: &str| {
                word.chars().count() > 1 && word.chars().all(|han| ('\u{4e00}'..='\u{9fff}').contains(&han))
            };
            // 平城 云冈 新荣; the words of a name in Latin letters stay together.
            if self.only_line && parts.len() == 1 && words().all(is_han) {
                parts = words().collect();
            }
        }
        for part in parts {
            self.read_name(line, part);
        }
    }

    fn read_name(&mut self, line: &Line<'_>, text: &str) {
        let name = cleaned_name(numbered(text).trim_end_matches(['、', '，', ',', '；', ';', '。']));
        if let Some(kind) = said_kind(&name) {
            self.group = Some(kind);
            return self.leave(line, text, WhyNoCounty::Group);
        }
        if is_sum(&name) || self.is_city(&name) {
            return self.leave(line, text, WhyNoCounty::Sum);
        }
        if is_heading(&name) || self.names.is_empty() && is_title(&name) {
            return self.leave(line, text, WhyNoCounty::Heading);
        }
        if !is_words(&name) || name.is_empty() {
            if !is_blank(&name) {
                self.leave(line, text, WhyNoCounty::Figure);
            }
            return;
        }
        if name.chars().count() > RegionDraft::LONGEST_NAME {
            return self.leave(line, text, WhyNoCounty::TooLong);
        }
        if !self.names.insert(name.clone()) {
            self.list.repeated.push(name);
            return self.leave(line, text, WhyNoCounty::Repeated);
        }
        let beside = line.beside.iter().find_map(|cell| said_kind(cell));
        let of_name = Some(kind_of(&name)).filter(|kind| *kind != CountyKind::Unspecified);
        let kind = beside.or(of_name).or(self.group).unwrap_or(CountyKind::Unspecified);
        self.list.counties.push((name, kind));
    }

    fn leave(&mut self, line: &Line<'_>, text: &str, why: WhyNoCounty) {
        const KEPT: usize = 60;
        self.list.passed_over += usize::from(why.is_passed_over());
        self.list.left.push(LeftOfList { row: line.row, text: text.chars().take(KEPT).collect(), why });
    }

    fn is_city(&self, name: &str) -> bool {
        !self.city.is_empty() && without_suffix(&squeezed(name)) == self.city
    }

    /// What may stand before a list in one line.
    fn is_label(&self, text: &str) -> bool {
        said_kind(text).is_some() || is_heading(text) || is_sum(text) || self.is_city(text)
    }
}

fn without_suffix(city: &str) -> &str {
    city.strip_suffix('市').filter(|stem| !stem.is_empty()).unwrap_or(city)
}

/// The kind that a cell says by itself.
fn said_kind(cell: &str) -> Option<CountyKind> {
    match squeezed(cell).trim_end_matches(':') {
        "区" | "市辖区" | "district" | "districts" => Some(CountyKind::District),
        "县" | "市" | "旗" | "县级市" | "自治县" | "自治旗" | "县(市)" | "县市" | "旗县" | "county" | "counties" => {
            Some(CountyKind::County)
        }
        _ => None,
    }
}

/// The kind that a name ends in: 平城区, 平城（区）, Pingcheng District.
fn kind_of(name: &str) -> CountyKind {
    let key = squeezed(name);
    let key = key.trim_end_matches([')', ']', '】']);
    let ends = |endings: &[&str]| endings.iter().any(|ending| key.ends_with(ending));
    if ends(&["区", "district"]) {
        CountyKind::District
    } else if ends(&["县", "市", "旗", "county", "city", "banner"]) {
        CountyKind::County
    } else {
        CountyKind::Unspecified
    }
}

/// A name without the number before it: 1. 平城区, （2）云冈区, 3、新荣区. 101团 is a name.
fn numbered(text: &str) -> &str {
    let text = text.trim();
    let inner = text.strip_prefix(['(', '（']);
    let digits = |character: char| character.is_ascii_digit() || ('０'..='９').contains(&character);
    let rest = inner.unwrap_or(text).trim_start_matches(digits);
    if rest.len() == inner.unwrap_or(text).len() {
        return text;
    }
    let mark = ['.', '．', '、', ')', '）', ':', '：'];
    let closed = if inner.is_some() { rest.strip_prefix([')', '）']) } else { rest.strip_prefix(mark) };
    let parted = closed.or_else(|| rest.strip_prefix(char::is_whitespace).filter(|_| inner.is_none()));
    parted.map(str::trim).filter(|rest| is_words(rest)).unwrap_or(text)
}

/// 注：…, 单位：个, 数据来源：….
fn is_note(text: &str) -> bool {
    const NOTES: [&str; 11] =
        ["注", "注释", "备注", "说明", "单位", "来源", "数据来源", "资料来源", "note", "source", "unit"];
    let text = squeezed(text);
    text.split_once(':').is_some_and(|(before, _)| NOTES.contains(&before))
}

/// 大同市县（区）名单, 表一 ….
fn is_title(text: &str) -> bool {
    let text = squeezed(text);
    let mut start = text.chars();
    let is_table = start.next() == Some('表')
        && start.next().is_some_and(|number| number.is_ascii_digit() || "一二三四五六七八九十:".contains(number));
    is_table || ["名单", "一览", "统计表", "汇总表", "情况表", "目录"].iter().any(|word| text.contains(word))
}
