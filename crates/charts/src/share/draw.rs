//! How the share chart is laid out and drawn.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::column_layout::ColumnLayout;
use super::super::frame::Frame;
use super::super::measure::MIDDLE;
use super::super::tags::{Tags, VALUE_SIZES};
use super::{Figures, ShareChart};
use tuowei_model::Hundredths;
use tuowei_text::{brief_percent, hundredths};

/// The wanted share, written at the end of its line.
const WANTED: Type = Type::bold(12.0);
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

fn place(layout: &ColumnLayout, figures: &Figures, index: usize, line: f64) -> Place {
    let tip = layout.y_of(figures.height());
    let label = layout.labels.get(index).copied().unwrap_or(0.0);
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

impl Figures {
    fn height(&self) -> f64 {
        self.share.map_or(0.0, height)
    }
}

impl ShareChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &ColumnLayout) -> Painted<DB> {
        layout.draw_heading(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            if bar.of.share.is_some() {
                layout.field(canvas, index, (0.0, bar.of.height()), Tone::Slots)?;
            }
        }
        let line = layout.y_of(height(self.wanted.percent_shown()));
        let right = layout.columns.right();
        let mut from = layout.columns.left;
        for (index, bar) in self.bars.iter().enumerate() {
            // Before a label that it would strike from end to end, the line stops.
            if place(layout, &bar.of, index, line) == Place::Through {
                let (x, half) = (layout.columns.middle(canvas.frame, index), layout.tags.across() / 2.0 + 1.0);
                canvas.level(from, (x - half).max(from), line)?;
                from = x + half;
            }
        }
        canvas.level(from, right + 2.0, line)?;
        let at = (right + WANTED_GAP, line + MIDDLE * WANTED.size);
        canvas.text(&self.wanted_text(), at, HPos::Left, WANTED)?;
        layout.draw_foot(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            let tip = layout.y_of(bar.of.height());
            let above = place(layout, &bar.of, index, line) == Place::Above;
            layout.draw_tag(canvas, index, if above { tip.min(line) } else { tip })?;
        }
        Ok(())
    }

    pub(super) fn layout(&self, frame: &Frame) -> ColumnLayout {
        // Any label may have to stand above the line.
        let wanted = height(self.wanted.percent_shown());
        let highest = |figures: &Figures| figures.height().max(wanted);
        let right = WANTED_GAP + WANTED.width(&self.wanted_text());
        ColumnLayout::new(frame, &self.words.heading, &self.bars, right, highest, &|column, room| {
            self.tags(column, room)
        })
    }

    fn wanted_text(&self) -> String {
        brief_percent(self.wanted.percent_shown())
    }

    fn tags(&self, column: f64, room: f64) -> Tags {
        let values: Vec<Option<String>> = self.bars.iter().map(|bar| bar.of.share.map(hundredths)).collect();
        let set = |size: (f64, bool)| Tags::of_values(&values, size);
        let fits = |tags: &Tags| tags.across() <= column - 0.5 && tags.height() <= room;
        let upright = || Tags::upright(column, room, &|size| set((size, true)));
        VALUE_SIZES.into_iter().map(set).find(fits).unwrap_or_else(upright)
    }
}
