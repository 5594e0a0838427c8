//! Headings over columns, understood as wholes: rows joined downwards, merged cells reaching as far as they can, 其中 with
//! the column before it, and what stays open decided by the other columns where that leaves no doubt.

use super::Column;
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

/// Words over groups of columns that change nothing of what these are.
const GROUPS: [&str; 14] = [
    "基本情况",
    "基础数据",
    "基本信息",
    "主要指标",
    "核心指标",
    "指标",
    "指标名称",
    "目标任务",
    "全部",
    "全行业",
    "数据",
    "情况",
    "填报内容",
    "内容",
];

/// The headings over `columns` in the rows above `first`; the figures' names stand in `names`.
pub(super) fn heads(
    view: View<'_>,
    sheet: Sheet<'_>,
    columns: std::ops::Range<usize>,
    names: Option<usize>,
    first: usize,
) -> Vec<Head> {
    let over = Over::new(view, columns.clone(), names, first);
    let mut heads: Vec<Head> = Vec::new();
    let mut total = None;
    for column in columns.filter(|&column| Some(column) != names) {
        let parts = over.parts(column);
        let row = parts.last().map_or(first, |&(row, _)| row);
        let texts: Vec<&str> = parts.iter().map(|&(_, text)| text).collect();
        let part = texts.iter().any(|text| after_of_which(&squeezed(text)).is_some());
        let whole = total.filter(|_| part).and_then(|total: usize| heads.get(total));
        let (heading, is_under_unknown) =
            if part { (part_heading(sheet, whole, &texts), false) } else { whole_heading(sheet, &texts) };
        if heading != Heading::Missing && !part {
            total = Some(heads.len());
        }
        let part_of = total.filter(|_| part);
        heads.push(Head { column, row, text: shown(&texts), heading, part_of, is_under_unknown });
    }
    in_units(&over.units(), &mut heads);
    decide(sheet, &mut heads);
    let shifted = names.is_some_and(|names| {
        let texts: Vec<&str> = over.parts(names).into_iter().map(|(_, text)| text).collect();
        whole_heading(sheet, &texts).0.is_of_figures()
    });
    let mut years = over.title_years(names);
    // What stands over nothing is no heading.
    let empty = heads.iter().filter(|head| !head.is_over_any(view, first..view.rows()));
    years.extend(empty.flat_map(|head| years_in(&squeezed(&head.text))));
    for head in &mut heads {
        // Under a figure's heading the names show that all headings are a column off; a title may say another year.
        if let Heading::Column(column) = head.heading
            && (shifted || years_in(&squeezed(&head.text)).is_empty() && !sheet.fits_title(column, &years))
        {
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

/// What all rows mean together, and whether the lowest is under words that are not known.
fn whole_heading(sheet: Sheet<'_>, texts: &[&str]) -> (Heading, bool) {
    let texts: Vec<&str> = match texts.split_last() {
        Some((lowest, above)) => {
            let says_something = |text: &&&str| !GROUPS.contains(&squeezed(text).as_str());
            above.iter().filter(says_something).chain([lowest]).copied().collect()
        }
        None => return (Heading::Missing, false),
    };
    let whole = joined(sheet, &texts);
    let Some((lowest, above)) = texts.split_last().filter(|(_, above)| !above.is_empty()) else {
        return (whole, false);
    };
    if whole.is_of_figures() {
        return (whole, false);
    }
    // Under words that are not known, a figure that is known is asked for; under another figure it is a third.
    match (sheet.heading(lowest), joined(sheet, above)) {
        (Heading::Column(column), Heading::Unknown) => (Heading::Near(column), true),
        (open @ (Heading::OneOf(_) | Heading::Near(_)), Heading::Unknown) => (open, true),
        _ => (Heading::Unknown, false),
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
        let with_it = joined(sheet, &[&whole.text.replace(BETWEEN, ""), &rest]);
        if matches!(with_it, Heading::Column(_)) && with_it == whole.heading {
            return Heading::Unknown;
        }
        if with_it.is_of_figures() {
            return with_it;
        }
    } else {
        let (with_above, _) = whole_heading(sheet, &own);
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
            _ => None,
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
        Self { column, row, text: String::new(), heading, part_of: None, is_under_unknown: false }
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
        match self.heading {
            Heading::Column(column) => Some(column),
            _ => None,
        }
    }
}

/// What stands over the figures of a table.
struct Over<'t> {
    view: View<'t>,
    columns: std::ops::Range<usize>,
    /// The rows of headings, without titles and notes.
    rows: Vec<usize>,
    first: usize,
}

impl<'t> Over<'t> {
    fn new(view: View<'t>, columns: std::ops::Range<usize>, names: Option<usize>, first: usize) -> Self {
        let mut over = Self { view, columns, rows: Vec::new(), first };
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

    /// The years that titles and notes say, above the headings and beside them.
    fn title_years(&self, names: Option<usize>) -> Vec<u16> {
        let above = (0..self.first).flat_map(|row| self.columns.clone().map(move |column| (row, column)));
        let beside = self.columns.start..names.unwrap_or(self.columns.start);
        let beside = (self.first..self.view.rows()).flat_map(|row| beside.clone().map(move |column| (row, column)));
        let is_heading = |row: usize, column: usize| self.rows.contains(&row) && self.own(row, column).is_some();
        let notes = above.chain(beside).filter(|&(row, column)| !is_heading(row, column));
        notes.flat_map(|(row, column)| years_in(&squeezed(self.view.text(row, column)))).collect()
    }

    /// The units that notes above the figures say.
    fn units(&self) -> Vec<Unit> {
        let cells = (0..self.first).flat_map(|row| self.columns.clone().map(move |column| (row, column)));
        cells.flat_map(|(row, column)| units_of_note(self.view.text(row, column))).collect()
    }
}

/// Whether a text is a title or a note of the table, and no heading of a column.
fn is_title(text: &str) -> bool {
    const NOTES: [&str; 9] = ["填报", "填表", "制表", "审核", "联系", "报送", "截止日期", "截至日期", "负责人"];
    let is_note = text.contains("单位") && text.contains([':', '：']) || NOTES.iter().any(|word| text.contains(word));
    is_note || text.contains(['表', '：', ':']) && text.chars().count() > 8 && after_of_which(&squeezed(text)).is_none()
}
