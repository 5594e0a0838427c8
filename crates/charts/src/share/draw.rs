//! How the share chart is laid out and drawn.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::measure::MIDDLE;
use super::super::stand::Stand;
use super::super::tags::{MISSING, Run, Tags};
use super::{Bar, ShareChart};
use tuowei_model::Hundredths;
use tuowei_text::{brief_percent, hundredths};

/// Sizes of the values, the last ones turned.
const VALUES: [(f64, bool); 6] =
    [(13.0, false), (12.0, false), (11.0, false), (10.5, false), (11.0, true), (10.0, true)];
/// The wanted share, written at the end of its line.
const WANTED: Type = Type { size: 12.0, bold: true, tone: Tone::Ink };
/// Between the last column and what is written at the end of the line.
const WANTED_GAP: f64 = 7.0;
/// Half the thickness of the line with its edge.
const HALF_LINE: f64 = 2.0;

/// From its bar a label is lifted at most so far.
const FARTHEST_LIFT: f64 = 16.0;

/// Where a label stands to the line of the wanted share.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Clear,
    /// Lifted above it, as the line would strike it.
    Above,
    /// In a break of it, as it would be lifted too far from its bar.
    Through,
}

fn place(stand: &Stand, bar: &Bar, index: usize, line: f64) -> Place {
    let tip = stand.y_of(bar.height());
    let label = stand.labels.get(index).copied().unwrap_or(0.0);
    let struck = line - HALF_LINE < tip && line + HALF_LINE > tip - label;
    match struck {
        false => Place::Clear,
        true if tip - line <= FARTHEST_LIFT => Place::Above,
        true => Place::Through,
    }
}

fn height(share: Hundredths) -> f64 {
    f64::from(share.get())
}

impl Bar {
    fn height(&self) -> f64 {
        self.figures.share.map_or(0.0, height)
    }
}

impl ShareChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, stand: &Stand) -> Painted<DB> {
        stand.draw_heading(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            if bar.figures.share.is_some() {
                stand.field(canvas, index, (0.0, bar.height()), Tone::Slots)?;
            }
        }
        let line = stand.y_of(height(self.wanted.percent_shown()));
        let right = stand.columns.right();
        let mut from = stand.columns.left;
        for (index, bar) in self.bars.iter().enumerate() {
            // Before a label that it would strike from end to end, the line stops.
            if place(stand, bar, index, line) == Place::Through {
                let (x, half) = (stand.columns.middle(canvas.frame, index), stand.tags.across() / 2.0 + 1.0);
                canvas.level(from, (x - half).max(from), line)?;
                from = x + half;
            }
        }
        canvas.level(from, right + 2.0, line)?;
        let at = (right + WANTED_GAP, line + MIDDLE * WANTED.size);
        canvas.text(&self.wanted_text(), at, HPos::Left, WANTED)?;
        stand.draw_foot(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            let tip = stand.y_of(bar.height());
            let above = place(stand, bar, index, line) == Place::Above;
            stand.draw_tag(canvas, index, if above { tip.min(line) } else { tip })?;
        }
        Ok(())
    }

    pub(super) fn layout(&self, frame: &Frame) -> Stand {
        let names: Vec<&str> = self.bars.iter().map(|bar| bar.name.as_str()).collect();
        // Any label may have to stand above the line.
        let wanted = height(self.wanted.percent_shown());
        let highest = self.bars.iter().map(|bar| bar.height().max(wanted)).collect();
        let right = WANTED_GAP + WANTED.width(&self.wanted_text());
        Stand::new(frame, &self.words.heading, &names, right, highest, &|column, room| self.tags(column, room))
    }

    fn wanted_text(&self) -> String {
        brief_percent(self.wanted.percent_shown())
    }

    fn tags(&self, column: f64, room: f64) -> Tags {
        let tag = |bar: &Bar, size| {
            vec![vec![match bar.figures.share {
                Some(share) => Run::value(hundredths(share), size),
                None => Run::minor(MISSING.to_owned(), size),
            }]]
        };
        let set =
            |(size, turned): (f64, bool)| Tags { tags: self.bars.iter().map(|bar| tag(bar, size)).collect(), turned };
        let fits = |tags: &Tags| tags.across() <= column - 0.5 && tags.height() <= room;
        let upright = || Tags::upright(column, room, &|size| set((size, true)));
        VALUES.into_iter().map(set).find(fits).unwrap_or_else(upright)
    }
}
