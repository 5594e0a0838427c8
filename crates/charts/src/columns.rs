//! Charts with one column per county: which counties stand in it, and how their names are set below.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::Mark;
use super::canvas::{Canvas, Painted, Tone, Type};
use super::frame::Frame;
use super::measure::{breaks_well, clean, clusters, em, is_all_square, shorten, wrap};
use tuowei_model::descending;

/// The most counties in one picture.
pub const MOST_COLUMNS: usize = 30;

/// In which order the counties stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// As in the region's own list.
    #[default]
    Document,
    /// By value, the greatest first; equal ones as in the list, those without a value last.
    Value,
}

/// The counties that are shown, when not all of them are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    All,
    /// Numbers in the region's list, from one.
    Chunk {
        from: usize,
        to: usize,
        of: usize,
    },
    /// The first so many by value.
    Top {
        shown: usize,
        of: usize,
    },
}

/// The positions of the counties to show, in the order to show them.
pub(super) fn choose(values: &[Option<u32>], order: Order, around: Option<usize>) -> (Vec<usize>, Part) {
    choose_up_to(MOST_COLUMNS, values, order, around)
}

/// The same, for a chart with room for so many.
pub(super) fn choose_up_to(
    most: usize,
    values: &[Option<u32>],
    order: Order,
    around: Option<usize>,
) -> (Vec<usize>, Part) {
    let of = values.len();
    match order {
        Order::Document => {
            let chunk = around.filter(|around| *around < of).unwrap_or(0) / most;
            let from = chunk * most;
            let to = (from + most).min(of);
            let part = if of > most { Part::Chunk { from: from + 1, to, of } } else { Part::All };
            ((from..to).collect(), part)
        }
        Order::Value => {
            // A missing value lies below zero.
            let ranks = values.iter().map(|value| value.map_or(0, |value| u64::from(value) + 1));
            let positions: Vec<usize> = descending(ranks).take(most).collect();
            let part = if of > most { Part::Top { shown: most, of } } else { Part::All };
            (positions, part)
        }
    }
}

/// How the counties' names are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameStyle {
    /// In one line or two.
    Level,
    /// One character below the other.
    Stacked,
    /// Reading upwards.
    Turned,
}

/// Columns of equal width and the names below them; all in units.
pub(super) struct Columns {
    pub left: f64,
    /// Width of a column.
    pub column: f64,
    /// Width of a bar within it.
    pub bar: f64,
    names: Vec<Vec<String>>,
    set: Type,
    style: NameStyle,
    /// Height that the names need.
    pub height: f64,
}

/// Space between names of neighbours.
const NAME_GAP: f64 = 2.5;
const NAME_SIZES: [f64; 5] = [12.5, 12.0, 11.0, 10.5, 10.0];
/// From the axis down to the names.
const NAME_DROP: f64 = 5.0;
const STACKED_ROWS: usize = 4;
const WIDEST_BAR: f64 = 72.0;

impl Columns {
    /// Columns that share `across` units from `left` on.
    pub fn fit(frame: &Frame, left: f64, across: f64, names: &[&str]) -> Self {
        let count = names.len().max(1) as f64;
        let column = across / count;
        let names: Vec<String> = names.iter().map(|name| clean(name)).collect();
        let longest_turned = (frame.down() * 0.23).clamp(40.0, 84.0);
        let (size, names, style) = set_names(&names, column, longest_turned);
        let set = Type::plain(size);
        let height = if style == NameStyle::Turned {
            names.iter().flatten().map(|name| set.width(name)).fold(0.0, f64::max)
        } else {
            names.iter().map(Vec::len).max().unwrap_or(0) as f64 * size * leading(style)
        };
        let share = if column < 40.0 { 0.64 } else { 0.58 };
        let bar = frame.snapped((column * share).min(WIDEST_BAR)).max(1.0);
        Self { left, column, bar, names, set, style, height: height + NAME_DROP }
    }

    /// The middle of a column, so that its bar falls on whole pixels.
    pub fn middle(&self, frame: &Frame, index: usize) -> f64 {
        let middle = self.left + self.column * (index as f64 + 0.5);
        frame.snapped(middle - self.bar / 2.0) + self.bar / 2.0
    }

    /// The left and right edge of a bar.
    pub fn edges(&self, frame: &Frame, index: usize) -> (f64, f64) {
        let middle = self.middle(frame, index);
        (middle - self.bar / 2.0, middle + self.bar / 2.0)
    }

    /// The place of a whole column between two heights, in pixels.
    pub fn mark(&self, frame: &Frame, index: usize, (top, bottom): (f64, f64), position: usize, label: String) -> Mark {
        let left = self.left + self.column * index as f64;
        frame.mark(position, (left, top), (self.column, bottom - top), label)
    }

    /// The line that the columns stand on.
    pub fn draw_axis<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, axis: f64) -> Painted<DB> {
        canvas.fill((self.left, axis), (self.right(), axis + 1.0), Tone::Axis)
    }

    /// Where the last column ends.
    pub fn right(&self) -> f64 {
        self.left + self.column * self.names.len() as f64
    }

    /// A line across a column, a little wider than its bar.
    pub fn draw_line<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, index: usize, y: f64) -> Painted<DB> {
        let (left, right) = self.line(canvas.frame, index);
        let top = canvas.frame.snapped(y - 1.0);
        canvas.fill((left, top), (right, top + 2.0), Tone::Ink)
    }

    /// The left and right end of a line across a column.
    pub fn line(&self, frame: &Frame, index: usize) -> (f64, f64) {
        let (left, right) = self.edges(frame, index);
        let more = ((self.column - self.bar) / 2.0 - 0.5).clamp(0.0, 4.0);
        (left - more, right + more)
    }

    /// Draws the names below `axis`.
    pub fn draw_names<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, axis: f64) -> Painted<DB> {
        for (index, lines) in self.names.iter().enumerate() {
            let x = self.middle(canvas.frame, index);
            for (row, line) in lines.iter().enumerate() {
                // Stacked names that stand close would be read across, so every other one is set back.
                let crowded = self.style == NameStyle::Stacked && self.column < 1.3 * self.set.size;
                let tone = if crowded && index % 2 == 1 { Tone::Muted } else { Tone::Ink };
                let set = self.set.toned(tone);
                if self.style == NameStyle::Turned {
                    canvas.turned_text(line, (x, axis + NAME_DROP), HPos::Right, set)?;
                } else {
                    let baseline = axis + NAME_DROP + set.size * (0.9 + leading(self.style) * row as f64);
                    canvas.text(line, (x, baseline), HPos::Center, set)?;
                }
            }
        }
        Ok(())
    }
}

/// How high the highest mark may be, given how high each is beside it (0 to 1) and the height of its label.
pub(super) fn reach(room: f64, marks: impl Iterator<Item = (f64, f64)>) -> f64 {
    let reach = |(share, label): (f64, f64)| if share > 0.0 { (room - label) / share } else { room };
    marks.map(reach).fold(room, f64::min).max(0.0)
}

/// From one line of a name to the next, in em.
const fn leading(style: NameStyle) -> f64 {
    match style {
        NameStyle::Level => 1.2,
        NameStyle::Stacked | NameStyle::Turned => 1.06,
    }
}

/// Type size, lines and style of the names: the first way that shows every name
/// whole, else the one that cuts the fewest.
fn set_names(names: &[String], column: f64, longest_turned: f64) -> (f64, Vec<Vec<String>>, NameStyle) {
    let room = column - NAME_GAP;
    if let Some(size) = NAME_SIZES.into_iter().find(|size| stand_side_by_side(names, column / size, NAME_GAP / size)) {
        return (size, names.iter().map(|name| vec![name.clone()]).collect(), NameStyle::Level);
    }
    for size in NAME_SIZES {
        let set: Vec<Vec<String>> = names.iter().map(|name| wrap(name, room / size, false, 2)).collect();
        if cut(names, &set) == 0 {
            return (size, set, NameStyle::Level);
        }
    }
    let wrapped = |size: f64| names.iter().map(|name| wrap(name, room / size, false, 2)).collect::<Vec<_>>();
    let narrow = NAME_SIZES[1].min(column / 1.09);
    let stacked = || names.iter().map(|name| stack(name)).collect::<Vec<_>>();
    let small = NAME_SIZES[2].min(column / 1.16);
    let turned = || names.iter().map(|name| vec![shorten(name, longest_turned / small, false)]).collect::<Vec<_>>();
    let mut best = (NAME_SIZES[2], wrapped(NAME_SIZES[2]), NameStyle::Level);
    let mut fewest = cut(names, &best.1);
    if names.iter().filter(|name| !name.is_empty()).all(|name| is_all_square(name)) && cut(names, &stacked()) < fewest {
        best = (narrow, stacked(), NameStyle::Stacked);
        fewest = cut(names, &best.1);
    }
    if cut(names, &turned()) < fewest {
        best = (small, turned(), NameStyle::Turned);
    }
    best
}

/// Whether names in one line each keep clear of their neighbours: a long one may reach into the column of
/// a short one. All in em.
fn stand_side_by_side(names: &[String], column: f64, gap: f64) -> bool {
    let widths: Vec<f64> = names.iter().map(|name| em(name, false)).collect();
    let outer = [widths.first(), widths.last()].into_iter().flatten().all(|width| *width <= column + gap);
    outer && widths.windows(2).all(|pair| pair.iter().sum::<f64>() / 2.0 + gap <= column)
}

/// How many names were not set whole, or were broken within a word.
fn cut(names: &[String], set: &[Vec<String>]) -> usize {
    let letters = |text: &str| em(&text.replace(' ', ""), false);
    let whole = |name: &str, lines: &[String]| (letters(name) - letters(&lines.concat())).abs() < 1e-6;
    names.iter().zip(set).filter(|(name, lines)| !whole(name, lines) || !breaks_well(name, lines)).count()
}

/// One character below the other.
fn stack(name: &str) -> Vec<String> {
    let clusters = clusters(name);
    let whole = clusters.len() <= STACKED_ROWS;
    let shown = if whole { clusters.len() } else { STACKED_ROWS - 1 };
    let mut lines: Vec<String> = clusters[..shown].iter().map(|cluster| (*cluster).to_owned()).collect();
    if !whole {
        lines.push("⋮".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn value_order_is_descending_with_ties_as_listed_and_missing_last() {
        let values = [Some(5), None, Some(9), Some(5), Some(0)];
        assert_eq!(choose(&values, Order::Value, None), (vec![2, 0, 3, 4, 1], Part::All));
        assert_eq!(choose(&values, Order::Document, Some(3)), (vec![0, 1, 2, 3, 4], Part::All));
    }

    #[test]
    fn document_order_shows_the_thirty_around_a_county() {
        let values: Vec<Option<u32>> = (0..117).map(Some).collect();
        let (chosen, part) = choose(&values, Order::Document, Some(45));
        assert_eq!((chosen[0], chosen.len()), (30, 30));
        assert_eq!(part, Part::Chunk { from: 31, to: 60, of: 117 });
        let (chosen, part) = choose(&values, Order::Document, Some(116));
        assert_eq!(chosen, (90..117).collect::<Vec<_>>());
        assert_eq!(part, Part::Chunk { from: 91, to: 117, of: 117 });
        assert_eq!(choose(&values, Order::Document, Some(500)).1, Part::Chunk { from: 1, to: 30, of: 117 });
        let (chosen, part) = choose(&values, Order::Value, Some(5));
        assert_eq!((chosen[0], chosen[29], part), (116, 87, Part::Top { shown: 30, of: 117 }));
    }

    fn names(names: &str, column: f64) -> (f64, String, NameStyle) {
        let names: Vec<String> = names.split(' ').map(str::to_owned).collect();
        let (size, set, style) = set_names(&names, column, 70.0);
        (size, set.iter().map(|lines| lines.join("/")).collect::<Vec<_>>().join(" "), style)
    }

    #[test]
    fn names_stand_plain_then_in_two_lines_then_stacked_or_turned() {
        assert_eq!(names("平城 云冈", 52.0), (12.5, "平城 云冈".to_owned(), NameStyle::Level));
        assert_eq!(names("平城 大同新区", 32.0), (12.5, "平城 大同/新区".to_owned(), NameStyle::Level));
        assert_eq!(names("平城 大同新区", 17.6), (12.0, "平/城 大/同/新/区".to_owned(), NameStyle::Stacked));
        assert_eq!(names("平城 Pingcheng", 20.0), (11.0, "平城 Pingcheng".to_owned(), NameStyle::Turned));
        assert_eq!(names("平城 大同市经济技术开发区人民政府", 52.0).1, "平城 大同市经/济技术…");
    }
}
