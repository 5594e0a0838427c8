//! Blocks with county names, counties down or across.

use super::choices::{by_heading, choose};
use super::headings::Heading;
use super::heads::{Head, heads};
use super::marks::{is_blank, is_figure, is_words};
use super::names::{Label, Names};
use super::view::View;
use super::{BlockColumn, Choices, Column, Found, Sheet};
use tuowei_model::Region;
use tuowei_text::WhyLeft;

/// Reads a block that names at least one county; nothing where there is no name.
pub(super) fn read<'t>(
    plain: View<'t>,
    turned: View<'t>,
    names: &Names<'_>,
    region: &Region,
    sheet: Sheet<'_>,
    choices: &Choices,
) -> Option<Found<'t>> {
    let plain = Layout::of(plain, region, sheet);
    let turned = Layout::of(turned, region, sheet);
    // Names alone may run either way, as a table of one county does: headings stand over figures and not over words.
    let weight = |layout: &Layout<'_>| {
        let known = layout.count(|part, head| head.heading.is_of_figures() && !part.has_words(head.column));
        (layout.names, known, layout.count(|_, head| head.text.contains(char::is_alphabetic)))
    };
    let layout = match (plain, turned) {
        (Some(plain), Some(turned)) => {
            if weight(&turned) > weight(&plain) {
                turned
            } else {
                plain
            }
        }
        (Some(layout), None) | (None, Some(layout)) => layout,
        (None, None) => return None,
    };
    let first_row = layout.parts.iter().map(|part| part.first).min().unwrap_or(0);
    let mut found = Found { is_turned: layout.is_turned, first_row, ..Found::default() };
    for part in &layout.parts {
        part.read(names, region, sheet, choices, &mut found);
    }
    Some(found)
}

/// A block seen with its counties running down.
struct Layout<'t> {
    is_turned: bool,
    /// How many counties it names.
    names: usize,
    /// Several tables may have been copied together, each with its own names.
    parts: Vec<Part<'t>>,
}

/// One column of names and the columns that belong to it.
struct Part<'t> {
    view: View<'t>,
    name_column: usize,
    /// The first row that names anything; those above hold headings.
    first: usize,
    /// The row behind the last; another table may begin there.
    end: usize,
    /// The columns with figures.
    heads: Vec<Head>,
}

impl<'t> Layout<'t> {
    fn of(view: View<'t>, region: &Region, sheet: Sheet<'_>) -> Option<Self> {
        let named: Vec<(usize, usize)> = name_columns(view, region.counties().len());
        let &(_, names) = named.iter().max_by_key(|&&(column, names)| (names, usize::MAX - column))?;
        // A second column of names, and not a stray word.
        let enough = if names > 1 { names.div_ceil(2).max(2) } else { 1 };
        let starts: Vec<usize> =
            named.iter().filter(|&&(_, names)| names >= enough).map(|&(column, _)| column).collect();
        let parts = starts.iter().enumerate().map(|(number, &name_column)| {
            let from = if number == 0 { 0 } else { name_column };
            let to = starts.get(number + 1).copied().unwrap_or(view.columns());
            Part::of(view, name_column, from..to, sheet)
        });
        Some(Self { is_turned: view.is_turned(), names, parts: parts.collect() })
    }

    /// How many columns are such.
    fn count(&self, is_such: impl Fn(&Part<'t>, &Head) -> bool) -> usize {
        let columns = self.parts.iter().flat_map(|part| part.heads.iter().map(move |head| (part, head)));
        columns.filter(|&(part, head)| is_such(part, head)).count()
    }
}

/// Whether a row has something in these columns, and all as some row above `first` has it.
fn repeats(view: View<'_>, row: usize, columns: std::ops::Range<usize>, first: usize) -> bool {
    let is_filled = columns.clone().any(|column| !view.text(row, column).is_empty());
    let is_same = |above: usize| columns.clone().all(|column| view.text(above, column) == view.text(row, column));
    is_filled && (0..first).any(is_same)
}

/// The columns that name counties, each with how many different ones.
fn name_columns(view: View<'_>, counties: usize) -> Vec<(usize, usize)> {
    let mut seen = vec![usize::MAX; counties];
    let mut named = Vec::new();
    for column in 0..view.columns() {
        let mut names = 0;
        for row in 0..view.rows() {
            match view.label(row, column) {
                Label::County(county) if seen[county] == column => {}
                Label::County(county) => {
                    seen[county] = column;
                    names += 1;
                }
                Label::Several => names += 1,
                Label::Blank | Label::Total | Label::Subtotal | Label::Other => {}
            }
        }
        if names > 0 {
            named.push((column, names));
        }
    }
    named
}

impl<'t> Part<'t> {
    fn of(view: View<'t>, name_column: usize, columns: std::ops::Range<usize>, sheet: Sheet<'_>) -> Self {
        let label = |row: usize| view.label(row, name_column);
        // A county may be called as the column of names is, 县（区）: headings are no county's row.
        let figures = |row: usize| columns.clone().any(|column| is_figure(view.text(row, column)));
        let is_heading = |column: usize, row: usize| sheet.heading(view.text(row, column)).is_of_figures();
        let has_headings = |row: usize| !figures(row) && columns.clone().any(|column| is_heading(column, row));
        let names_one = |&row: &usize| matches!(label(row), Label::County(_) | Label::Several) && !has_headings(row);
        let mut first = (0..view.rows()).find(names_one).unwrap_or(0);
        // Names that are not known may come first: their rows hold figures, as headings do not.
        while first > 0
            && match label(first - 1) {
                Label::Total | Label::Subtotal => true,
                Label::Other => figures(first - 1),
                Label::Blank | Label::County(_) | Label::Several => false,
            }
        {
            first -= 1;
        }
        // Headings below figures begin another table, unless they are those above once more, as on a new page.
        let is_new = |&row: &usize| {
            let is_headed =
                has_headings(row) || !figures(row) && repeats(view, row, name_column..name_column + 1, first);
            let is_name = matches!(label(row), Label::County(_) | Label::Several);
            is_headed && !is_name && !repeats(view, row, columns.clone(), first)
        };
        let end = (first..view.rows()).find(is_new).unwrap_or(view.rows());
        let mut heads = heads(view, sheet, columns.clone(), Some(name_column), first..end);
        heads.retain(|head| head.is_over_any(view, first..end));
        Self { view, name_column, first, end, heads }
    }

    /// Whether words stand in a column where figures belong.
    fn has_words(&self, column: usize) -> bool {
        (self.first..self.end).any(|row| is_words(self.view.text(row, column)))
    }

    fn read(&self, names: &Names<'_>, region: &Region, sheet: Sheet<'_>, choices: &Choices, found: &mut Found<'t>) {
        found.columns.push(BlockColumn {
            position: self.name_column,
            heading: self.name_heading(),
            is_names: true,
            to: None,
            may_be: Vec::new(),
            is_open: false,
        });
        if let Some(row) = self.row_off() {
            for head in &self.heads {
                found.leave(self.view.spot(row, head.column), WhyLeft::NoName);
            }
            return;
        }
        let columns = if self.heads.iter().all(|head| head.heading == Heading::Missing) {
            self.columns_from_anchor(sheet, choices, found)
        } else {
            choose(&self.heads, choices, self.view, found, by_heading)
        };
        if columns.is_empty() {
            return;
        }
        if self.end < self.view.rows() {
            found.must_ask = true;
            found.leave(self.view.spot(self.end, self.name_column), WhyLeft::AnotherTable);
        }
        let in_order = self.is_region_in_order(names, region);
        let mut seen = vec![false; region.counties().len()];
        let mut order = 0..;
        for row in self.first..self.end {
            let spot = self.view.spot(row, self.name_column);
            let label = match self.view.label(row, self.name_column) {
                Label::County(_) | Label::Several if in_order => Label::County(order.next().unwrap_or(0)),
                label => label,
            };
            let filled = || columns.iter().filter(|&&(column, _)| !is_blank(self.view.text(row, column)));
            match label {
                Label::County(county) if seen[county] => {
                    // Which of the two is meant is not for the order to say.
                    found.must_ask = true;
                    found.leave(spot, WhyLeft::CountyTwice);
                }
                Label::County(county) => {
                    seen[county] = true;
                    found.take(self.view, row, county, &columns);
                }
                Label::Total => {
                    found.totals.extend(filled().map(|&(column, to)| (to, self.view.spot(row, column))));
                }
                Label::Several => {
                    let meant = names.candidates(spot.text).into_iter().take(3);
                    let meant = meant.map(|position| region.counties()[position].name.clone()).collect();
                    found.leave(spot, WhyLeft::AmbiguousCounty(meant));
                }
                Label::Blank => {
                    if let Some(&(column, _)) = filled().next() {
                        found.leave(self.view.spot(row, column), WhyLeft::NoName);
                    }
                }
                Label::Other if repeats(self.view, row, 0..self.view.columns(), self.first) => {}
                Label::Other => found.leave(spot, WhyLeft::UnknownCounty),
                Label::Subtotal => {}
            }
        }
    }

    /// Whether the names are the region's own from first to last, so that even those that stand twice are known.
    fn is_region_in_order(&self, names: &Names<'_>, region: &Region) -> bool {
        let rows = self.first..self.end;
        let named = rows.map(|row| (row, self.view.label(row, self.name_column)));
        let mut named = named.filter(|(_, label)| matches!(label, Label::County(_) | Label::Several | Label::Other));
        let mut same = (0..region.counties().len()).map(|position| match named.next() {
            Some((_, Label::County(county))) => county == position,
            Some((row, Label::Several)) => names.candidates(self.view.text(row, self.name_column)).contains(&position),
            Some(_) | None => false,
        });
        same.all(|same| same) && named.next().is_none()
    }

    /// The row of headings in which a county stands that no other row names: names and figures are a row off.
    fn row_off(&self) -> Option<usize> {
        let label = |row: usize| self.view.label(row, self.name_column);
        let is_off = |&row: &usize| match label(row) {
            Label::County(county) => !(self.first..self.end).any(|other| label(other) == Label::County(county)),
            Label::Blank | Label::Several | Label::Total | Label::Subtotal | Label::Other => false,
        };
        (0..self.first).find(is_off)
    }

    /// What stands over the names.
    fn name_heading(&self) -> String {
        let mut upwards = (0..self.first).rev().map(|row| self.view.text(row, self.name_column));
        upwards.find(|text| !text.is_empty()).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Names but no headings: what stands right of the names has its place from the chosen cell on.
    fn columns_from_anchor(&self, sheet: Sheet<'_>, choices: &Choices, found: &mut Found<'t>) -> Vec<(usize, Column)> {
        let right = self.heads.iter().filter(|head| head.column > self.name_column);
        let offsets: Vec<(usize, usize)> = right.map(|head| (head.column, head.column - self.name_column)).collect();
        let Some(&(first, _)) = offsets.first() else {
            for head in &self.heads {
                found.leave(self.view.spot(self.first, head.column), WhyLeft::NoHeading);
            }
            return Vec::new();
        };
        // One column was pointed at; what goes into those beside it is looked at first, and what a word over the names
        // may mean.
        found.must_ask |= offsets.len() > 1 || sheet.heading(&self.name_heading()).is_of_figures();
        let width = self.view.columns() - self.name_column;
        let (shown, before) = sheet.beside_names(width, &offsets).unwrap_or_default();
        let place = |&(column, offset): &(usize, usize)| {
            Head::bare(column, self.first, offset.checked_sub(before).and_then(|at| shown.get(at)).copied())
        };
        let heads: Vec<Head> = offsets.iter().map(place).collect();
        let columns = choose(&heads, choices, self.view, found, |_| None);
        let mut beyond =
            heads.iter().filter(|head| head.heading == Heading::Missing && !choices.columns.contains_key(&head.column));
        if shown.is_empty() {
            if beyond.next().is_some() {
                found.leave(self.view.spot(self.first, first), WhyLeft::NoPlace);
            }
        } else if let Some(head) = beyond.next() {
            found.leave(self.view.spot(self.first, head.column), WhyLeft::BeyondColumns(1 + beyond.count()));
        }
        found.pointed = sheet.pointed().or_else(|| shown.first().copied());
        columns
    }
}
