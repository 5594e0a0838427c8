//! The values on the marks: set level where they fit their column, else turned to read upwards.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::canvas::{Canvas, Painted, Tone, Type};
use super::measure::{ASCENT, DESCENT};

/// Some words in one type.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub text: String,
    pub set: Type,
}

impl Run {
    /// A value that is read first.
    pub fn value(text: String, size: f64) -> Self {
        Self { text, set: Type::bold(size) }
    }

    /// What stands beside a value.
    pub fn minor(text: String, size: f64) -> Self {
        Self { text, set: Type::minor(size) }
    }

    /// A value that needs attention; its words say so.
    pub fn alert(text: String, size: f64) -> Self {
        Self { text, set: Type::bold(size).toned(Tone::Warning) }
    }

    fn width(&self) -> f64 {
        self.set.width(&self.text)
    }
}

/// The label of one mark: lines from the top down, each of one run or two.
pub(super) type Tag = Vec<Vec<Run>>;

/// The labels of all marks, set alike.
pub(super) struct Tags {
    pub tags: Vec<Tag>,
    /// Whether they read upwards.
    pub turned: bool,
}

/// What stands for a figure that is not known.
pub(super) const MISSING: &str = "—";
/// A figure in words, or the dash for one that is not known.
pub(super) fn or_dash<T>(figure: Option<T>, said: impl FnOnce(T) -> String) -> String {
    figure.map_or_else(|| MISSING.to_owned(), said)
}

/// A label of one value, or of the dash.
pub(super) fn value_tag(value: Option<String>, size: f64) -> Tag {
    let run = value.map_or_else(|| Run::minor(MISSING.to_owned(), size), |value| Run::value(value, size));
    vec![vec![run]]
}

/// Sizes of labels of one value to try, the last ones turned.
pub(super) const VALUE_SIZES: [(f64, bool); 6] =
    [(13.0, false), (12.0, false), (11.0, false), (10.5, false), (11.0, true), (10.0, true)];

/// Between two runs of a line.
const RUN_GAP: f64 = 3.0;
const LEADING: f64 = 1.17;
/// Between a mark and its label.
pub(super) const LIFT: f64 = 4.0;

fn line_width(line: &[Run]) -> f64 {
    line.iter().map(Run::width).sum::<f64>() + RUN_GAP * (line.len().max(1) - 1) as f64
}

fn line_height(line: &[Run]) -> f64 {
    line.iter().map(|run| run.set.size).fold(0.0, f64::max) * LEADING
}

impl Tags {
    /// Labels of one value each.
    pub fn of_values(values: &[Option<String>], (size, turned): (f64, bool)) -> Self {
        Self { tags: values.iter().map(|value| value_tag(value.clone(), size)).collect(), turned }
    }

    /// Labels that read upwards, as large as columns and the room above them allow.
    pub fn upright(column: f64, room: f64, set: &dyn Fn(f64) -> Self) -> Self {
        let size = ((column - 0.8) / 1.1).clamp(0.5, 10.0);
        let tags = set(size);
        let (high, room) = (tags.height() - LIFT, room - LIFT);
        // Many digits in a low frame.
        if high > room { set((size * room / high).max(0.5)) } else { tags }
    }

    /// Units that the widest label takes of its column.
    pub fn across(&self) -> f64 {
        let lines = self.tags.iter().flatten();
        if self.turned {
            lines.flatten().map(|run| run.set.size).fold(0.0, f64::max) * (ASCENT + DESCENT)
        } else {
            lines.map(|line| line_width(line)).fold(0.0, f64::max)
        }
    }

    /// Units that one label rises above its mark.
    pub fn height_of(&self, index: usize) -> f64 {
        let Some(tag) = self.tags.get(index) else { return 0.0 };
        let lines = if self.turned && tag.iter().flatten().all(|run| run.text != MISSING) {
            tag.iter().map(|line| line_width(line)).fold(0.0, f64::max)
        } else {
            tag.iter().map(|line| line_height(line)).sum()
        };
        lines + LIFT
    }

    /// Units that the highest label rises above its mark.
    pub fn height(&self) -> f64 {
        (0..self.tags.len()).map(|index| self.height_of(index)).fold(0.0, f64::max)
    }

    /// Draws a label over the middle of its mark's upper edge.
    pub fn draw<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, index: usize, (x, top): (f64, f64)) -> Painted<DB> {
        let Some(tag) = self.tags.get(index) else { return Ok(()) };
        let mut y = top - LIFT;
        for line in tag.iter().rev() {
            if self.turned && line.iter().all(|run| run.text != MISSING) {
                for run in line {
                    canvas.turned_text(&run.text, (x, y), HPos::Left, run.set)?;
                    y -= run.width() + RUN_GAP;
                }
                continue;
            }
            match line.as_slice() {
                [value, minor] => {
                    // Set against each other, so that a font narrower than measured leaves no gap between them.
                    let split = x - line_width(line) / 2.0 + value.width();
                    canvas.text(&value.text, (split, y), HPos::Right, value.set)?;
                    canvas.text(&minor.text, (split + RUN_GAP, y), HPos::Left, minor.set)?;
                }
                runs => {
                    for run in runs {
                        canvas.text(&run.text, (x, y), HPos::Center, run.set)?;
                    }
                }
            }
            y -= line_height(line);
        }
        Ok(())
    }
}
