//! Rows below each other: how their words are set beside the marks.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::Mark;
use super::canvas::{Canvas, Painted, Tone, Type};
use super::frame::Frame;
use super::measure::{MIDDLE, breaks_well, clean, em, wrap};
use super::signs::Sign;
use tuowei_text::Language;

/// From one line of type to the next, in em.
const LEADING: f64 = 1.16;
/// From one line of a cell to the next, in em.
const WITHIN: f64 = 1.08;
/// Above and below cells of two lines there is a little more, so that rows are told apart.
const APART: f64 = 1.2;
/// Words are rather cut than set smaller.
const READABLE: f64 = 9.5;
/// Between two columns of words.
pub(super) const GAP: f64 = 9.0;
/// No row is higher.
pub(super) const HIGHEST: f64 = 34.0;

/// How the words of all rows are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Setting {
    pub size: f64,
    /// How many lines a cell may have.
    pub lines: usize,
}

/// From the roomiest to the tightest.
const SETTINGS: [(f64, usize); 16] = [
    (13.0, 1),
    (12.5, 1),
    (12.0, 1),
    (11.5, 1),
    (11.0, 1),
    (10.5, 1),
    (11.0, 2),
    (10.5, 2),
    (10.0, 2),
    (10.0, 1),
    (9.5, 2),
    (9.5, 1),
    (9.0, 2),
    (9.0, 1),
    (8.5, 1),
    (8.0, 1),
];

impl Setting {
    /// The settings whose lines fit a row, the roomiest first.
    pub fn fitting(row: f64) -> impl Iterator<Item = Self> {
        SETTINGS
            .into_iter()
            .map(|(size, lines)| Self { size, lines })
            .filter(move |set| set.size * leading(set.lines) <= row)
    }

    /// The setting for rows whose longest words may be cut: one that holds all words whole if that can be read, else one
    /// that can be read, else one that holds them, else the largest; and whether all words are whole.
    pub fn chosen(row: f64, fits: &dyn Fn(Self) -> bool) -> (Self, bool) {
        let all = || Self::fitting(row);
        let readable = || all().filter(|set| set.size >= READABLE);
        if let Some(set) = readable().find(|set| fits(*set)) {
            return (set, true);
        }
        // Two lines hold more.
        if let Some(set) = readable().filter(|set| set.size <= 11.0).max_by_key(|set| set.lines) {
            return (set, false);
        }
        all().find(|set| fits(*set)).map_or((Self::least(row), false), |set| (set, true))
    }

    /// How the words of a state are set: those of Chinese are short and are not broken.
    pub fn of_state(self, language: Language) -> Self {
        match language {
            Language::Chinese => Self { lines: 1, ..self },
            Language::English => self,
        }
    }

    /// As large as a row allows, where nothing else does.
    pub fn least(row: f64) -> Self {
        Self { size: (row / LEADING).clamp(0.5, 8.0), lines: 1 }
    }
}

/// Rows of equal height, from one edge to the other; all in units.
pub(super) struct Rows {
    pub left: f64,
    pub right: f64,
    /// Upper end of the first row, and how high each is.
    pub first: f64,
    pub row: f64,
}

impl Rows {
    /// The middle of a row.
    pub fn middle(&self, index: usize) -> f64 {
        self.first + self.row * (index as f64 + 0.5)
    }

    /// The lower end of so many rows.
    pub fn bottom(&self, count: usize) -> f64 {
        self.first + self.row * count as f64
    }

    /// The upper end of a bar about this height and how thick it is: this part of a row, and no more than so much.
    pub fn bar(&self, frame: &Frame, middle: f64, part: f64, thickest: f64) -> (f64, f64) {
        bar(frame, middle, self.row * part, thickest)
    }

    /// The mark of each row, given its position and what it says.
    pub fn marks(&self, frame: &Frame, said: impl Iterator<Item = (usize, String)>) -> Vec<Mark> {
        let size = (self.right - self.left, self.row);
        let mark = |(index, (position, label)): (usize, (usize, String))| {
            frame.mark(position, (self.left, self.bottom(index)), size, label)
        };
        said.enumerate().map(mark).collect()
    }
}

/// The upper end of a bar about this height and how thick it is, both on whole pixels.
pub(super) fn bar(frame: &Frame, middle: f64, thick: f64, thickest: f64) -> (f64, f64) {
    let thick = frame.snapped(thick.min(thickest)).max(0.5);
    (frame.snapped(middle - thick / 2.0), thick)
}

/// How something stands: a sign, and its word where there is room for it.
pub(super) struct State<'a> {
    pub sign: Option<Sign>,
    pub word: Option<&'a str>,
    pub set: Setting,
}

impl State<'_> {
    /// Draws it from `x` on about a height; the word ends at `right`.
    pub fn draw<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        (x, middle): (f64, f64),
        right: f64,
    ) -> Painted<DB> {
        let Setting { size, lines } = self.set;
        if let Some(sign) = self.sign {
            sign.draw(canvas, (x, middle), size)?;
        }
        let Some(word) = self.word else { return Ok(()) };
        let x = x + Sign::WIDTH * size;
        let tone = self.sign.map_or(Tone::Muted, Sign::word_tone);
        cell(canvas, word, (x, middle), right - x, Type::plain(size).toned(tone), lines)
    }
}

/// How high a row of so many lines is, in em.
fn leading(lines: usize) -> f64 {
    if lines > 1 { APART + WITHIN * (lines as f64 - 1.0) } else { LEADING }
}

/// How wide a column is that holds all texts whole.
pub(super) fn column<'a>(texts: impl IntoIterator<Item = &'a str>, set: Type, lines: usize) -> f64 {
    let width = |text: &str| if lines > 1 { narrowest(text, set.bold) } else { em(text, set.bold) };
    texts.into_iter().map(|text| width(&clean(text))).fold(0.0, f64::max) * set.size + 0.5
}

/// The least width in which a text stands whole in two lines, in em.
fn narrowest(text: &str, bold: bool) -> f64 {
    const STEP: f64 = 0.25;
    /// No column is so wide: what is longer stands whole in none.
    const WIDEST: f64 = 400.0;
    let all = em(text, bold);
    if all > WIDEST {
        return all / 2.0;
    }
    let mut room = all / 2.0;
    while room < all {
        let lines = wrap(text, room, bold, 2);
        if !lines.last().is_some_and(|line| line.ends_with('…')) && breaks_well(text, &lines) {
            return room;
        }
        room += STEP;
    }
    all
}

/// Draws a text in at most so many lines about a height, cut where it is longer.
pub(super) fn cell<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    text: &str,
    (x, middle): (f64, f64),
    room: f64,
    set: Type,
    lines: usize,
) -> Painted<DB> {
    let lines = wrap(&clean(text), room / set.size, set.bold, lines);
    let first = middle + (MIDDLE - WITHIN * (lines.len().max(1) - 1) as f64 / 2.0) * set.size;
    for (row, line) in lines.iter().enumerate() {
        canvas.text(line, (x, first + WITHIN * set.size * row as f64), HPos::Left, set)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_lines_are_as_narrow_as_their_words_allow() {
        assert!((narrowest("托位利用率", false) - 3.0).abs() < 0.26);
        let half = narrowest("Slightly behind", false);
        assert!(half >= em("Slightly", false) && half < em("Slightly b", false));
        assert_eq!(Setting::fitting(25.1).find(|set| set.lines == 2), Some(Setting { size: 11.0, lines: 2 }));
        assert_eq!(Setting::fitting(5.0).next(), None);
        assert_eq!(Setting::least(0.0), Setting { size: 0.5, lines: 1 });
    }
}
