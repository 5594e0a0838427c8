//! What each column of a block is taken for, and what the planner decided about it.

use litemap::LiteMap;

use super::headings::Heading;
use super::heads::Head;
use super::marks::is_blank;
use super::view::View;
use super::{Column, Found, PasteSheet};
use tuowei_model::Counted;
use tuowei_text::{GridColumn, WhyLeft};

/// What the planner decided about a block; empty at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// What columns of the block are taken for, by their positions; nothing for those that are not to be taken.
    pub columns: LiteMap<usize, Option<Column>>,
    /// Whether a dash among counts is a zero; else it is an empty cell.
    pub dash_is_zero: Option<bool>,
    /// Whether rates below one are fractions, to be read as percent times one hundred.
    pub is_hundredfold: Option<bool>,
}

/// A column of a block, or a row of one whose counties run across.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockColumn {
    /// Its position in the block, from 0.
    pub position: usize,
    /// Its whole heading, joined downwards; empty where there is none.
    pub heading: String,
    /// Whether it holds the counties' names.
    pub is_names: bool,
    /// What it is taken for.
    pub to: Option<Column>,
    /// What it may be, where the heading leaves that open.
    pub may_be: Vec<Column>,
    /// Whether it has to be decided before anything is taken.
    pub is_open: bool,
}

/// Where the columns go, by headings and choices; tells of each what it is taken for, and of those left why.
pub(super) fn choose(
    heads: &[Head],
    choices: &Choices,
    view: View<'_>,
    found: &mut Found<'_>,
    why: impl Fn(&Head) -> Option<WhyLeft>,
) -> Vec<(usize, Column)> {
    let chosen = |head: &Head| choices.columns.get(&head.column).copied();
    let to = |head: &Head| chosen(head).unwrap_or_else(|| head.column_meant());
    let all: Vec<Option<Column>> = heads.iter().map(to).collect();
    let mut times: LiteMap<Column, usize> = LiteMap::new();
    for &to in all.iter().flatten() {
        *times.entry(to).or_default() += 1;
    }
    let mut columns: Vec<(usize, Column)> = Vec::new();
    for (head, &to) in heads.iter().zip(&all) {
        let is_disputed = to.is_some_and(|to| is_taken(to) && times.get(&to).is_some_and(|times| *times > 1));
        let may_be = match (head.heading, to) {
            (Heading::OneOf(columns), _) => columns.to_vec(),
            (Heading::Near(column), _) => vec![column],
            (_, Some(to)) if is_disputed => vec![to],
            _ => Vec::new(),
        };
        let is_open =
            is_disputed || chosen(head).is_none() && matches!(head.heading, Heading::OneOf(_) | Heading::Near(_));
        // Without a heading it is the first figure that shows which column is meant.
        let is_filled = |&row: &usize| !is_blank(view.text(row, head.column));
        let first = if head.text.is_empty() { (head.row..view.rows()).find(is_filled) } else { None };
        let spot = view.spot(first.unwrap_or(head.row), head.column);
        match to {
            _ if is_open => found.leave(spot, WhyLeft::Undecided(may_be.clone())),
            Some(to) if columns.iter().all(|&(_, taken)| taken != to) => columns.push((head.column, to)),
            Some(_) => found.leave(spot, WhyLeft::HeadingTwice),
            None if chosen(head).is_none() => {
                if let Some(why) = why(head) {
                    found.leave(spot, why);
                }
            }
            None => {}
        }
        found.columns.push(BlockColumn {
            position: head.column,
            heading: head.text.clone(),
            is_names: false,
            to: to.filter(|_| !is_open || chosen(head).is_some()),
            may_be,
            is_open,
        });
    }
    columns
}

/// Whether pasting changes figures of this column; the others are computed.
pub(super) fn is_taken(column: Column) -> bool {
    match column {
        Column::Counted(_) => true,
        Column::Grid(column) => column == GridColumn::Target || column.figure().is_some(),
    }
}

/// The columns of a table that can be pasted into.
#[must_use]
pub fn paste_columns(sheet: PasteSheet<'_>) -> Vec<Column> {
    match sheet {
        PasteSheet::Grid { .. } => GridColumn::all().map(Column::Grid).filter(|&column| is_taken(column)).collect(),
        PasteSheet::Report { .. } => Counted::ALL.map(Column::Counted).to_vec(),
    }
}

/// Why figures under a heading are left.
pub(super) fn by_heading(head: &Head) -> Option<WhyLeft> {
    Some(head.heading.why_left())
}
