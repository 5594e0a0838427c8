//! Headings over columns, understood as wholes: rows joined downwards, merged cells reaching as far as they can, 其中 with
//! the column before it, and what stays open decided by the other columns where that leaves no doubt.

use super::Column;
use super::days::says_days;
use super::headings::{Heading, years_in};
use super::marks::{is_blank, squeezed};
use super::sheet::Sheet;
use super::units::{Unit, units_of_note, without_units};
use super::view::View;

/// The heading of a column.
#[derive(Clone, Debug)]
pub(super) struct Head {
    pub(super) column: usize,
    /// The lowest row in which something stands over it.
    pub(super) row: usize,
    /// The whole, joined downwards, as it stands in the block.
    pub(super) text: String,
    /// What of it says which figures these are.
    said: String,
    pub(super) heading: Heading,
    /// Which of the heads it is a part of, 其中.
    part_of: Option<usize>,
    /// Whether it stands under words that are not known, and so is for the planner alone to decide.
    is_under_unknown: bool,
}

/// More rows than this above the figures are no headings.
const MOST_ROWS: usize = 8;

/// No heading is merged over more columns than this.
const WIDEST: usize = 40;

/// A part of the column before it.
const OF_WHICH: [&str; 4] = ["其中:", "其中", "ofwhich:", "ofwhich"];

/// Words that say whose or of what kind, and name nothing by themselves.
const KINDS: [&str; 12] =
    ["普惠性", "普惠", "县域公办", "公办", "民办", "新增", "总数", "合计", "小计", "inclusive", "public", "private"];

/// Words over groups of columns that change nothing of what these are. A longer word comes before its parts.
const GROUPS: [&str; 23] = [
    "指标名称",
    "填报内容",
    "目标任务",
    "全行业",
    "基本",
    "基础",
    "主要",
    "核心",
    "指标",
    "情况",
    "数据",
    "信息",
    "内容",
    "全部",
    "建设",
    "运行",
    "供给",
    "发展",
    "工作",
    "服务",
    "规模",
    "托育",
    "及",
];

/// What groups of columns are about, beside such words: 机构情况.
const SUBJECTS: [&str; 14] = [
    "机构",
    "托位",
    "婴幼儿",
    "人口",
    "在托",
    "入托",
    "收托",
    "人员",
    "从业人员",
    "备案",
    "签约",
    "持证",
    "培训",
    "补贴",
];

/// The headings over `columns` above the rows of figures, `rows`; the figures' names stand in `names`.
pub(super) fn heads(
    view: View<'_>,
    sheet: Sheet<'_>,
    columns: std::ops::Range<usize>,
    names: Option<usize>,
    rows: std::ops::Range<usize>,
) -> Vec<Head> {
    let first = rows.start;
    let over = Over::new(view, columns.clone(), names, rows.clone());
    let mut heads: Vec<Head> = Vec::new();
    let mut total = None;
    for column in columns.filter(|&column| Some(column) != names) {
        let parts = over.parts(column);
        let row = parts.last().map_or(first, |&(row, _)| row);
        let texts: Vec<&str> = parts.iter().map(|&(_, text)| text).collect();
        let part = texts.iter().any(|text| after_of_which(&squeezed(text)).is_some());
        let whole = total.filter(|_| part).and_then(|total: usize| heads.get(total));
        let Whole { heading, is_under_unknown, said } = if part {
            Whole::clear(part_heading(sheet, whole, &texts), String::new())
        } else {
            whole_heading(sheet, &texts)
        };
        if heading != Heading::Missing && !part {
            total = Some(heads.len());
        }
        let part_of = total.filter(|_| part);
        heads.push(Head { column, row, text: shown(&texts), said, heading, part_of, is_under_unknown });
    }
    in_units(&over.units(), &mut heads);
    decide(sheet, &mut heads);
    let shifted = names.is_some_and(|names| {
        let texts: Vec<&str> = over.parts(names).into_iter().map(|(_, text)| text).collect();
        whole_heading(sheet, &texts).heading.is_of_figures()
    });
    let mut titles = over.titles(names);
    // What stands over nothing is no heading.
    let empty = heads.iter().filter(|head| !head.is_over_any(view, rows.clone()));
    titles.extend(empty.map(|head| squeezed(&head.text)));
    let years: Vec<u16> = titles.iter().flat_map(|title| years_in(title)).collect();
    for head in &mut heads {
        let Heading::Column(column) = head.heading else { continue };
        let own = squeezed(&head.text);
        // Under a figure's heading the names show that all headings are a column off; a title may say another year or day.
        let is_of_other_year = || years_in(&own).is_empty() && !sheet.fits_title(column, &years);
        let is_of_other_day = || {
            if says_days(&own) {
                !sheet.fits_days([own.as_str()])
            } else {
                !sheet.fits_days(titles.iter().map(String::as_str))
            }
        };
        if shifted || is_of_other_year() || is_of_other_day() {
            head.heading = Heading::Near(column);
        }
    }
    heads
}

/// Between the parts of a heading, for the eye.
const BETWEEN: &str = " · ";

/// The parts as one text for the eye.
fn shown(texts: &[&str]) -> String {
    let lines = texts.iter().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.collect::<Vec<_>>().join(BETWEEN)
}

/// What a squeezed text says after 其中; nothing where it does not begin so.
fn after_of_which(text: &str) -> Option<&str> {
    OF_WHICH.iter().find_map(|words| text.strip_prefix(words))
}

/// Whether a squeezed text names something, and does not only say of which kind.
fn is_of_something(text: &str) -> bool {
    let mut rest = text.to_owned();
    for kind in KINDS {
        rest = rest.replace(kind, "");
    }
    !rest.is_empty()
}

/// What texts over each other mean: all of them, in either order.
fn joined(sheet: Sheet<'_>, texts: &[&str]) -> Heading {
    let down = sheet.heading(&texts.concat());
    if down.is_of_figures() || texts.len() < 2 {
        return down;
    }
    let up: String = texts.iter().rev().copied().collect();
    match sheet.heading(&up) {
        up if up.is_of_figures() => up,
        _ => down,
    }
}

/// What the rows over a column come to.
struct Whole {
    heading: Heading,
    /// Whether the lowest is under words that are not known.
    is_under_unknown: bool,
    /// What of them says which figures these are.
    said: String,
}

impl Whole {
    const fn clear(heading: Heading, said: String) -> Self {
        Self { heading, is_under_unknown: false, said }
    }
}

/// What a heading over a group of columns says of them: nothing of 基本情况, 机构 of 二、机构情况, all of other words.
fn of_group(text: &str) -> String {
    let text = squeezed(text);
    let numbered = text.trim_start_matches(|letter| "(一二三四五六七八九十0123456789)".contains(letter));
    let mut rest = match numbered.strip_prefix(['、', '.', ',']) {
        Some(rest) => rest,
        None if text.starts_with('(') && text.len() > numbered.len() => numbered,
        None => &text,
    }
    .to_owned();
    for word in GROUPS {
        rest = rest.replace(word, "");
    }
    if rest.is_empty() || SUBJECTS.contains(&rest.as_str()) { rest } else { text }
}

/// What all rows mean together.
fn whole_heading(sheet: Sheet<'_>, texts: &[&str]) -> Whole {
    let Some((lowest, above)) = texts.split_last() else { return Whole::clear(Heading::Missing, String::new()) };
    let groups: Vec<String> = above.iter().map(|text| of_group(text)).filter(|group| !group.is_empty()).collect();
    let texts: Vec<&str> = groups.iter().map(String::as_str).chain([*lowest]).collect();
    let whole = joined(sheet, &texts);
    if whole.is_of_figures() || groups.is_empty() {
        return Whole::clear(whole, texts.concat());
    }
    let alone = sheet.heading(lowest);
    // A figure that is named in full is no other for what its group is about; 任务数 may be of anything.
    let are_subjects = groups.iter().all(|group| SUBJECTS.contains(&group.as_str()));
    let says_what = || SUBJECTS.iter().any(|subject| squeezed(lowest).contains(subject));
    if are_subjects && alone.is_of_figures() && says_what() {
        return Whole::clear(alone, (*lowest).to_owned());
    }
    let above: Vec<&str> = groups.iter().map(String::as_str).collect();
    // Under words that are not known, a figure that is known is asked for; under another figure it is a third.
    match (alone, joined(sheet, &above)) {
        (Heading::Column(column), Heading::Unknown) => {
            Whole { heading: Heading::Near(column), is_under_unknown: true, said: texts.concat() }
        }
        (Heading::OneOf(_) | Heading::Near(_), Heading::Unknown) => {
            Whole { heading: alone, is_under_unknown: true, said: texts.concat() }
        }
        _ => Whole::clear(Heading::Unknown, texts.concat()),
    }
}

/// What a heading with 其中 in it means: with the column before it, else with what stands above it, else by itself.
fn part_heading(sheet: Sheet<'_>, whole: Option<&Head>, texts: &[&str]) -> Heading {
    let squeezed: Vec<String> = texts.iter().map(|text| squeezed(text)).collect();
    let own: Vec<&str> = squeezed.iter().map(|text| after_of_which(text).unwrap_or(text)).collect();
    let start = squeezed.iter().position(|text| after_of_which(text).is_some()).unwrap_or(0);
    let rest = own.get(start..).unwrap_or_default().concat();
    if rest.is_empty() {
        return Heading::Unknown;
    }
    if let Some(whole) = whole {
        let with_it = joined(sheet, &[&whole.said, &rest]);
        if matches!(with_it, Heading::Column(_)) && with_it == whole.heading {
            return Heading::Unknown;
        }
        if with_it.is_of_figures() {
            return with_it;
        }
    } else {
        let with_above = whole_heading(sheet, &own).heading;
        if with_above.is_of_figures() {
            return with_above;
        }
    }
    if is_of_something(&rest) { sheet.heading(&rest) } else { Heading::Unknown }
}

fn in_units(units: &[Unit], heads: &mut [Head]) {
    for head in heads {
        let column = match head.heading {
            Heading::Column(column) | Heading::Near(column) => Some(column),
            Heading::OneOf(columns) => columns.first().copied(),
            Heading::Missing | Heading::OtherYear | Heading::OtherUnit | Heading::Part | Heading::Unknown => None,
        };
        // A unit of its own is nearer than that of a note.
        let has_own = without_units(&squeezed(&head.text)).1.is_some();
        if !has_own && column.is_some_and(|column| units.iter().any(|unit| unit.is_other_in_note(column))) {
            head.heading = Heading::OtherUnit;
        }
    }
}

/// Decides what may mean several columns where the others leave one.
fn decide(sheet: Sheet<'_>, heads: &mut [Head]) {
    for at in 0..heads.len() {
        let Some(total) = heads[at].part_of.filter(|total| !heads[*total].is_under_unknown) else { continue };
        let Heading::OneOf(columns) = heads[total].heading else { continue };
        if let Some((whole, part)) = sheet.with_part(columns, heads[at].heading) {
            heads[total].heading = Heading::Column(whole);
            heads[at].heading = Heading::Column(part);
        }
    }
    let mut taken: Vec<Column> = Vec::new();
    for column in heads.iter().filter_map(Head::column_meant) {
        if !taken.contains(&column) {
            taken.push(column);
        }
    }
    let mut open: Vec<(Heading, usize)> = Vec::new();
    for head in heads.iter().filter(|head| matches!(head.heading, Heading::OneOf(_))) {
        match open.iter_mut().find(|(heading, _)| *heading == head.heading) {
            Some((_, times)) => *times += 1,
            None => open.push((head.heading, 1)),
        }
    }
    for head in heads {
        let Heading::OneOf(columns) = head.heading else { continue };
        // Two headings that may mean the same leave a doubt.
        let is_alone = open.contains(&(head.heading, 1)) && !head.is_under_unknown;
        if let Some(column) = sheet.beside(&head.text, columns, &taken).filter(|_| is_alone) {
            head.heading = Heading::Column(column);
        }
    }
}

impl Head {
    /// A column without a heading, which has its place from the chosen cell on.
    pub(super) fn bare(column: usize, row: usize, to: Option<Column>) -> Self {
        let heading = to.map_or(Heading::Missing, Heading::Column);
        let (text, said) = (String::new(), String::new());
        Self { column, row, text, said, heading, part_of: None, is_under_unknown: false }
    }

    /// A column under a heading of no column of the sheet.
    pub(super) fn unknown(column: usize, text: &str) -> Self {
        Self { text: shown(&[text]), heading: Heading::Unknown, ..Self::bare(column, 0, None) }
    }

    /// Whether anything stands under it in these rows: figures, or marks that a heading makes its own.
    pub(super) fn is_over_any(&self, view: View<'_>, mut rows: std::ops::Range<usize>) -> bool {
        rows.any(|row| {
            let text = view.text(row, self.column);
            !is_blank(text) || self.heading != Heading::Missing && !text.is_empty()
        })
    }

    /// The column that it means without doubt.
    pub(super) const fn column_meant(&self) -> Option<Column> {
        if let Heading::Column(column) = self.heading { Some(column) } else { None }
    }
}

/// What stands over the figures of a table.
struct Over<'t> {
    view: View<'t>,
    columns: std::ops::Range<usize>,
    /// The rows of headings, without titles and notes.
    rows: Vec<usize>,
    /// The rows of figures.
    figures: std::ops::Range<usize>,
}

impl<'t> Over<'t> {
    fn new(
        view: View<'t>,
        columns: std::ops::Range<usize>,
        names: Option<usize>,
        figures: std::ops::Range<usize>,
    ) -> Self {
        let first = figures.start;
        let mut over = Self { view, columns, rows: Vec::new(), figures };
        let is_heading = |row: usize| {
            let mut filled = over.columns.clone().filter(|&column| over.own(row, column).is_some());
            match (filled.next(), filled.next()) {
                (None, _) => false,
                // A title over the whole table stands at its left, over the names.
                (Some(single), None) => {
                    names.is_none_or(|names| single > names || single < names && over.columns.len() == 2)
                }
                (Some(_), Some(_)) => true,
            }
        };
        let rows = first.saturating_sub(MOST_ROWS)..first;
        // Titles stand above all headings: below the first of them every row is one.
        let top = rows.clone().find(|&row| is_heading(row)).unwrap_or(first);
        over.rows = (top..rows.end).collect();
        over
    }

    /// What stands in a cell itself, if it may be a heading.
    fn own(&self, row: usize, column: usize) -> Option<&'t str> {
        let text = self.view.text(row, column);
        (!text.is_empty() && !squeezed(text).is_empty() && !is_title(text)).then_some(text)
    }

    /// What stands in the rows of headings over a column, each with its row, from the top.
    fn parts(&self, column: usize) -> Vec<(usize, &'t str)> {
        let part =
            |(at, &row): (usize, &usize)| Some((row, self.own(row, column).or_else(|| self.merged(at, column))?));
        self.rows.iter().enumerate().filter_map(part).collect()
    }

    /// Whether a column has a heading of its own below this of the rows.
    fn has_lower(&self, at: usize, column: usize) -> bool {
        self.rows.iter().skip(at + 1).any(|&row| self.own(row, column).is_some())
    }

    /// What is merged over an empty cell. A table of text does not say what is merged: a heading reaches right over
    /// empty cells as long as each column, its own first of all, has a lower heading. A workbook's ranges belong here.
    fn merged(&self, at: usize, column: usize) -> Option<&'t str> {
        let row = *self.rows.get(at)?;
        for left in (self.columns.start..=column).rev().take(WIDEST) {
            if !self.has_lower(at, left) {
                return None;
            }
            if let Some(text) = self.own(row, left) {
                return Some(text);
            }
        }
        None
    }

    /// Titles and notes above the headings and beside them, squeezed.
    fn titles(&self, names: Option<usize>) -> Vec<String> {
        let above = (0..self.figures.start).flat_map(|row| self.columns.clone().map(move |column| (row, column)));
        let beside = self.columns.start..names.unwrap_or(self.columns.start);
        let beside = self.figures.clone().flat_map(|row| beside.clone().map(move |column| (row, column)));
        let is_heading = |row: usize, column: usize| self.rows.contains(&row) && self.own(row, column).is_some();
        let notes = above.chain(beside).filter(|&(row, column)| !is_heading(row, column));
        notes.map(|(row, column)| squeezed(self.view.text(row, column))).filter(|text| !text.is_empty()).collect()
    }

    /// The units that notes above the figures say.
    fn units(&self) -> Vec<Unit> {
        let cells = (0..self.figures.start).flat_map(|row| self.columns.clone().map(move |column| (row, column)));
        cells.flat_map(|(row, column)| units_of_note(self.view.text(row, column))).collect()
    }
}

/// Whether a text is a title or a note of the table, and no heading of a column.
fn is_title(text: &str) -> bool {
    const NOTES: [&str; 9] = ["填报", "填表", "制表", "审核", "联系", "报送", "截止日期", "截至日期", "负责人"];
    let is_note = text.contains("单位") && text.contains([':', '：']) || NOTES.iter().any(|word| text.contains(word));
    is_note || text.contains(['表', '：', ':']) && text.chars().count() > 8 && after_of_which(&squeezed(text)).is_none()
}
