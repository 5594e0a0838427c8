//! How the rates chart is laid out and drawn.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::column_layout::ColumnLayout;
use super::super::frame::Frame;
use super::super::subject::{Bar, percent};
use super::super::tags::{Tags, VALUE_SIZES};
use super::{Figures, RatesChart};
use tuowei_model::Rate;
use tuowei_text::hundredths;

/// Where everything lies, in units.
pub(super) struct Layout {
    pub columns: ColumnLayout,
    bases: Bases,
}

/// Where the bases are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bases {
    /// At the foot of their fields.
    Inside,
    /// In fields of their own below the axis, as some bar is too low.
    Below,
    /// Nowhere: the columns are too narrow.
    Unsaid,
}

const BASE: Type = Type::plain(10.5);
/// From the axis to the lower edge of bases written below it.
const BASE_ROW: f64 = 17.0;
/// A field must be this high to hold its base.
const BASE_ROOM: f64 = 15.0;
/// Bars that would be lower than this do without their bases.
const LOWEST: f64 = 40.0;
/// A target is drawn at least this high.
const THINNEST: f64 = 3.0;
/// Room for the diamond of a target set by hand.
const PIN: f64 = 9.0;

impl RatesChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.columns.draw_heading(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            draw_bar(canvas, layout, index, &bar.of)?;
            draw_labels(canvas, layout, index, &bar.of)?;
        }
        layout.columns.draw_foot(canvas)
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let highest = |bar: &Figures| bar.highest().map_or(0.0, percent);
        let tags = |column, _| self.tags(column);
        let mut placed = ColumnLayout::new(frame, &self.words.heading, &self.bars, 0.0, highest, &tags);
        for (label, bar) in placed.labels.iter_mut().zip(&self.bars) {
            *label += if bar.of.pinned { PIN } else { 0.0 };
        }
        placed.reach = placed.reach_from(placed.axis);
        let bases = self.place_of_bases(&placed);
        let mut layout = Layout { columns: placed, bases };
        if layout.bases == Bases::Below {
            let placed = &mut layout.columns;
            let high = placed.reach;
            placed.axis = frame.snapped(placed.names - BASE_ROW);
            placed.reach = placed.reach_from(placed.axis);
            if placed.reach < LOWEST {
                (placed.axis, placed.reach, layout.bases) = (placed.names, high, Bases::Unsaid);
            }
        }
        layout
    }

    fn place_of_bases(&self, placed: &ColumnLayout) -> Bases {
        let bases = || self.bars.iter().filter_map(|bar| Some((&bar.of, bar.of.base?)));
        let widest = bases().map(|(_, base)| BASE.width(&hundredths(base.percent_shown()))).fold(0.0, f64::max);
        let high_enough = bases().all(|(bar, base)| {
            let line = bar.departure().is_none_or(|official| placed.rise(percent(official)) > BASE_ROOM + 2.0);
            line && placed.rise(percent(bar.target.map_or(base, |target| target.min(base)))) >= BASE_ROOM
        });
        if high_enough && widest < placed.columns.bar {
            Bases::Inside
        } else if widest < placed.columns.column - 3.0 {
            Bases::Below
        } else {
            Bases::Unsaid
        }
    }

    fn tags(&self, column: f64) -> Tags {
        let value = |bar: &Bar<Figures>| bar.of.target.map(|target| hundredths(target.percent_shown()));
        let values: Vec<Option<String>> = self.bars.iter().map(value).collect();
        let set = |size: (f64, bool)| Tags::of_values(&values, size);
        let [.., (least, _)] = VALUE_SIZES;
        let fitting = VALUE_SIZES.into_iter().map(set).find(|tags| tags.across() <= column - 0.5);
        fitting.unwrap_or_else(|| set((least.min(column / 1.1), true)))
    }
}

fn draw_bar<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, layout: &Layout, index: usize, bar: &Figures) -> Painted<DB> {
    let placed = &layout.columns;
    let (left, right) = placed.columns.edges(canvas.frame, index);
    let field = |from: Rate, to: Rate, tone| placed.field(canvas, index, (percent(from), percent(to)), tone);
    let y_of = |rate: Rate| placed.y_of(percent(rate));
    match (bar.base, bar.target) {
        (Some(base), Some(target)) => {
            field(Rate::ZERO, base.min(target), Tone::Base)?;
            if target < base {
                canvas.outline((left, y_of(base)), (right, y_of(target)), Tone::Axis)?;
            }
            if placed.rise(percent(target)) - placed.rise(percent(base)) >= THINNEST {
                field(base, target, Tone::Accent)?;
            } else {
                // A target at or under its base, or hardly above it, is a line.
                let tip = y_of(target).min(placed.axis - THINNEST);
                canvas.fill((left, tip), (right, tip + THINNEST), Tone::Accent)?;
            }
        }
        (Some(base), None) => field(Rate::ZERO, base, Tone::Base)?,
        (None, Some(target)) => {
            // How much of it is uplift is not known.
            canvas.outline((left, y_of(target)), (right, placed.axis), Tone::Accent)?;
        }
        (None, None) => {}
    }
    match bar.departure() {
        Some(official) => placed.columns.draw_line(canvas, index, y_of(official)),
        None => Ok(()),
    }
}

fn draw_labels<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    layout: &Layout,
    index: usize,
    bar: &Figures,
) -> Painted<DB> {
    let placed = &layout.columns;
    let x = placed.columns.middle(canvas.frame, index);
    let top = placed.tip(index);
    placed.draw_tag(canvas, index, top)?;
    if bar.pinned {
        canvas.diamond((x, top - placed.tags.height_of(index) - PIN / 2.0 + 2.0), Tone::Accent)?;
    }
    let Some(base) = bar.base else { return Ok(()) };
    let text = hundredths(base.percent_shown());
    match layout.bases {
        Bases::Inside => canvas.text(&text, (x, placed.axis - 4.0), HPos::Center, BASE),
        Bases::Below => {
            let wide = (BASE.width(&text) + 4.0).max(placed.columns.bar);
            let half = wide.min(placed.columns.column - 3.0) / 2.0;
            let (top, bottom) = (placed.axis + 4.0, placed.axis + BASE_ROW);
            canvas.fill((x - half, top), (x + half, bottom), Tone::Base)?;
            canvas.text(&text, (x, bottom - 2.75), HPos::Center, BASE)
        }
        Bases::Unsaid => Ok(()),
    }
}
