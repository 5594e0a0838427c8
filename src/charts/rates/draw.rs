//! How the rates chart is laid out and drawn.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend, Rectangle};
use plotters::style::Color;
use plotters_backend::text_anchor::HPos;

use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::columns::{Columns, reach};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::palette::Palette;
use super::super::tags::{Run, Tags};
use super::{Bar, RatesChart, missing};
use crate::model::Rate;
use crate::text::hundredths;

/// Where everything lies, in units.
pub(super) struct Layout {
    placed: Placed,
    pub columns: Columns,
    tags: Tags,
    bases: Bases,
    /// The rate, in percent, that reaches `reach` above the axis.
    most: f64,
    reach: f64,
    axis: f64,
    /// Where the counties' names begin.
    names: f64,
    /// The upper and lower end of what belongs to a column.
    pub top: f64,
    pub bottom: f64,
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

const BASE: Type = Type { size: 10.5, bold: false, tone: Tone::Ink };
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
/// Sizes of the values, the last ones turned.
const VALUES: [(f64, bool); 6] =
    [(13.0, false), (12.0, false), (11.0, false), (10.5, false), (11.0, true), (10.0, true)];

impl Layout {
    fn percent(rate: Rate) -> f64 {
        f64::from(rate.ppm()) / 10_000.0
    }

    /// Units from the axis up to a rate.
    fn rise(&self, rate: Rate) -> f64 {
        Self::percent(rate) / self.most * self.reach
    }
}

impl RatesChart {
    /// Draws the chart on any backend of four steps to a pixel of the frame, as [`Picture`](crate::charts::Picture) is.
    ///
    /// # Errors
    /// The backend's own.
    pub fn draw_on<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        frame: &Frame,
        palette: &Palette,
    ) -> Painted<DB> {
        let layout = self.layout(frame);
        let canvas = Canvas { area, frame, palette };
        layout.placed.draw(&canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            draw_bar(&canvas, &layout, index, bar)?;
            draw_labels(&canvas, &layout, index, bar)?;
        }
        layout.columns.draw_axis(&canvas, layout.axis)?;
        layout.columns.draw_names(&canvas, layout.names)
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let placed = self.heading.place(frame);
        let names: Vec<&str> = self.bars.iter().map(|bar| bar.name.as_str()).collect();
        let columns = Columns::fit(frame, placed.margin, &names);
        let tags = self.tags(columns.column);
        let most = self.bars.iter().filter_map(Bar::highest).max().filter(|most| *most > Rate::ZERO);
        let names = frame.snapped(placed.bottom - columns.height);
        let mut layout = Layout {
            top: placed.top,
            bottom: placed.bottom,
            placed,
            columns,
            tags,
            bases: Bases::Inside,
            most: most.map_or(1.0, Layout::percent),
            reach: 0.0,
            axis: names,
            names,
        };
        layout.reach = self.reach(&layout);
        layout.bases = self.place_of_bases(&layout);
        if layout.bases == Bases::Below {
            let high = layout.reach;
            layout.axis = frame.snapped(names - BASE_ROW);
            layout.reach = self.reach(&layout);
            if layout.reach < LOWEST {
                (layout.axis, layout.reach, layout.bases) = (names, high, Bases::Unsaid);
            }
        }
        layout
    }

    /// How high the highest bar may be so that every label has its room.
    fn reach(&self, layout: &Layout) -> f64 {
        let bars = self.bars.iter().enumerate();
        let labels = bars.map(|(index, bar)| {
            let pin = if bar.pinned { PIN } else { 0.0 };
            (bar.highest().map_or(0.0, Layout::percent) / layout.most, layout.tags.height_of(index) + pin)
        });
        reach(layout.axis - layout.top, labels)
    }

    fn place_of_bases(&self, layout: &Layout) -> Bases {
        let bases = || self.bars.iter().filter_map(|bar| Some((bar, bar.base?)));
        let widest = bases().map(|(_, base)| BASE.width(&hundredths(base.percent_shown()))).fold(0.0, f64::max);
        let high_enough = bases().all(|(bar, base)| {
            let line = bar.departure().is_none_or(|official| layout.rise(official) > BASE_ROOM + 2.0);
            line && layout.rise(bar.target.map_or(base, |target| target.min(base))) >= BASE_ROOM
        });
        if high_enough && widest < layout.columns.bar {
            Bases::Inside
        } else if widest < layout.columns.column - 3.0 {
            Bases::Below
        } else {
            Bases::Unsaid
        }
    }

    fn tags(&self, column: f64) -> Tags {
        let set = |(size, turned): (f64, bool)| Tags {
            tags: self
                .bars
                .iter()
                .map(|bar| {
                    vec![vec![match bar.target {
                        Some(target) => Run::value(hundredths(target.percent_shown()), size),
                        None => Run::minor(missing(), size),
                    }]]
                })
                .collect(),
            turned,
        };
        let fitting = VALUES.into_iter().map(set).find(|tags| tags.across() <= column - 0.5);
        fitting.unwrap_or_else(|| set((VALUES[5].0.min(column / 1.1), true)))
    }
}

fn draw_bar<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, layout: &Layout, index: usize, bar: &Bar) -> Painted<DB> {
    let (left, right) = layout.columns.edges(canvas.frame, index);
    let plot = canvas.plot(layout.most, layout.axis - layout.reach, layout.axis);
    let field = |from: Rate, to: Rate, tone| {
        let corners = [(canvas.steps(left), Layout::percent(from)), (canvas.steps(right), Layout::percent(to))];
        plot.draw(&Rectangle::new(corners, canvas.colour(tone).filled()))
    };
    let y_of = |rate: Rate| layout.axis - layout.rise(rate);
    match (bar.base, bar.target) {
        (Some(base), Some(target)) => {
            field(Rate::ZERO, base.min(target), Tone::Base)?;
            if target < base {
                canvas.outline((left, y_of(base)), (right, y_of(target)), Tone::Axis)?;
            }
            if layout.rise(target) - layout.rise(base) >= THINNEST {
                field(base, target, Tone::Accent)?;
            } else {
                // A target at or under its base, or hardly above it, is a line.
                let tip = y_of(target).min(layout.axis - THINNEST);
                canvas.fill((left, tip), (right, tip + THINNEST), Tone::Accent)?;
            }
        }
        (Some(base), None) => field(Rate::ZERO, base, Tone::Base)?,
        (None, Some(target)) => {
            // How much of it is uplift is not known.
            canvas.outline((left, y_of(target)), (right, layout.axis), Tone::Accent)?;
        }
        (None, None) => {}
    }
    match bar.departure() {
        Some(official) => layout.columns.draw_line(canvas, index, y_of(official)),
        None => Ok(()),
    }
}

fn draw_labels<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, layout: &Layout, index: usize, bar: &Bar) -> Painted<DB> {
    let x = layout.columns.middle(canvas.frame, index);
    let top = layout.axis - bar.highest().map_or(0.0, |highest| layout.rise(highest));
    layout.tags.draw(canvas, index, (x, top))?;
    if bar.pinned {
        canvas.diamond((x, top - layout.tags.height_of(index) - PIN / 2.0 + 2.0), Tone::Accent)?;
    }
    let Some(base) = bar.base else { return Ok(()) };
    let text = hundredths(base.percent_shown());
    match layout.bases {
        Bases::Inside => canvas.text(&text, (x, layout.axis - 4.0), HPos::Center, BASE),
        Bases::Below => {
            let wide = (BASE.width(&text) + 4.0).max(layout.columns.bar);
            let half = wide.min(layout.columns.column - 3.0) / 2.0;
            let (top, bottom) = (layout.axis + 4.0, layout.axis + BASE_ROW);
            canvas.fill((x - half, top), (x + half, bottom), Tone::Base)?;
            canvas.text(&text, (x, bottom - 2.75), HPos::Center, BASE)
        }
        Bases::Unsaid => Ok(()),
    }
}
