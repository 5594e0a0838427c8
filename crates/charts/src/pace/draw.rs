//! How the pace chart is laid out and drawn: days across, slots upwards.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::MIDDLE;
use super::labels::{Area, Taken};
use super::{PaceChart, Point};
use tuowei_text::monitor_progress::{forecast_end, months, task_line};
use tuowei_text::thousands;

const TICK: Type = Type::minor(10.5);
const VALUE: Type = Type::bold(12.0);
const TASK: Type = Type::bold(11.5);
const FORECAST: Type = Type::bold(11.5).toned(Tone::Slots);
/// Between a line's end and what is written there, and from one such text to the next.
const END_GAP: f64 = 9.0;
const END_LEADING: f64 = 14.0;
/// Between the axis and its numbers, and from the axis down to the months.
const TICK_GAP: f64 = 5.0;
const MONTHS: f64 = 17.0;
/// Above the highest mark.
const HEADROOM: f64 = 18.0;
/// A number at the axis needs so much height.
const TICK_ROOM: f64 = 24.0;
const MOST_TICKS: u64 = 5;
/// A pace that leads beyond so many times all else leaves the frame.
const HIGHEST: u64 = 2;
const POINT: f64 = 3.5;
/// Points closer than this are drawn smaller.
const CROWDED: f64 = 9.0;
const DASH: (f64, f64) = (6.0, 4.0);

/// Where everything lies; all in units.
pub(super) struct Layout {
    placed: Placed,
    left: f64,
    right: f64,
    top: f64,
    axis: f64,
    /// The value at `top` and the one of the first number above zero.
    most: u64,
    step: u64,
}

impl Layout {
    fn x_of(&self, point: &Point) -> f64 {
        let (elapsed, days) = point.elapsed;
        self.left + (self.right - self.left) * (elapsed as f64 / days.max(1) as f64)
    }

    fn y_of(&self, slots: u64) -> f64 {
        self.axis - (self.axis - self.top) * (slots as f64 / self.most.max(1) as f64)
    }

    fn at(&self, point: &Point) -> (f64, f64) {
        (self.x_of(point), self.y_of(point.slots))
    }

    pub(super) fn marks(&self, frame: &Frame, chart: &PaceChart) -> Vec<Mark> {
        let x: Vec<f64> = chart.points.iter().map(|point| self.x_of(point)).collect();
        let mark = |(index, point): (usize, &Point)| {
            let of = |at: Option<usize>| at.and_then(|at| x.get(at)).copied();
            let here = of(Some(index)).unwrap_or(self.left);
            let half = |other: Option<f64>, edge: f64| other.map_or(edge, |other| (here + other) / 2.0);
            let left = half(of(index.checked_sub(1)), self.left);
            let right = half(of(Some(index + 1)), self.right).max(left);
            let size = (right - left, (self.placed.bottom - self.placed.top).max(0.0));
            frame.mark(index, (left, self.placed.top), size, chart.label(point))
        };
        chart.points.iter().enumerate().map(mark).collect()
    }
}

impl PaceChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.placed.draw(canvas)?;
        self.draw_axes(canvas, layout)?;
        let line = canvas.frame.snapped(layout.y_of(self.task) - 0.5);
        if self.task > 0 {
            canvas.fill((layout.left, line), (layout.right, line + 1.0), Tone::Ink)?;
        }
        let start = (layout.left, layout.axis);
        let planned: Vec<(f64, f64)> =
            [start].into_iter().chain(self.planned.iter().map(|point| layout.at(point))).collect();
        canvas.path(&planned, 1.75, Tone::Edge)?;
        let forecast = self.forecast_line(layout);
        if let Some((from, to)) = forecast {
            draw_dashes(canvas, from, to)?;
        }
        let added: Vec<(f64, f64)> =
            [start].into_iter().chain(self.points.iter().map(|point| layout.at(point))).collect();
        canvas.path(&added, 2.5, Tone::Slots)?;
        let radius = point_size(&added);
        for (x, y) in added.iter().skip(1) {
            canvas.disc((*x, *y), radius + 1.25, Tone::Surface)?;
            canvas.disc((*x, *y), radius, Tone::Slots)?;
        }
        self.draw_ends(canvas, layout, forecast)?;
        let mut lines: Vec<((f64, f64), (f64, f64))> = Vec::new();
        for path in [&planned, &added] {
            lines.extend(path.iter().copied().zip(path.iter().copied().skip(1)));
        }
        lines.extend(forecast);
        if self.task > 0 {
            lines.push(((layout.left, line), (layout.right, line)));
        }
        self.draw_values(canvas, layout, &added, lines)
    }

    /// The values of points, the last one first: it is the one that counts.
    fn draw_values<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        added: &[(f64, f64)],
        lines: Vec<((f64, f64), (f64, f64))>,
    ) -> Painted<DB> {
        let disc = |(x, y): (f64, f64), radius: f64| {
            let reach = radius + 1.5;
            Area { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }
        };
        let within = Area {
            left: layout.left + 2.0,
            top: layout.placed.top,
            right: layout.right + 4.0,
            bottom: layout.axis - 1.0,
        };
        // Points, and the ring at the end of the forecast.
        let radius = point_size(added);
        let points = added.iter().skip(1).map(|at| disc(*at, radius));
        let end = self.forecast_line(layout).map(|(_, end)| disc(end, POINT));
        let mut taken = Taken { within, lines, areas: points.chain(end).collect() };
        for (index, (point, at)) in self.points.iter().zip(added.iter().skip(1)).enumerate().rev() {
            let is_last = index + 1 == self.points.len();
            let set = if is_last { Type { size: 13.0, ..VALUE } } else { VALUE };
            let said = thousands(point.slots);
            // Letters hang a little below their line.
            let (wide, high) = (set.width(&said), set.size * 0.9);
            if let Some((x, bottom)) = taken.place(*at, (wide, high), point.ahead() >= 0, is_last) {
                canvas.text(&said, (x, bottom - set.size * 0.15), HPos::Center, set)?;
            }
        }
        Ok(())
    }

    fn draw_axes<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        let axis = layout.axis;
        canvas.fill((layout.left, axis), (layout.right, axis + 1.0), Tone::Axis)?;
        for tick in (0..=layout.most / layout.step.max(1)).map(|number| number * layout.step) {
            let y = layout.y_of(tick);
            let said = thousands(tick);
            canvas.text(&said, (layout.left - TICK_GAP, y + MIDDLE * TICK.size), HPos::Right, TICK)?;
            if tick > 0 {
                let y = canvas.frame.snapped(y - 0.5);
                canvas.fill((layout.left - 3.0, y), (layout.left, y + 1.0), Tone::Axis)?;
            }
        }
        let ends: Vec<f64> =
            [layout.left].into_iter().chain(self.planned.iter().map(|month| layout.x_of(month))).collect();
        let spans: Vec<(f64, f64)> = ends.iter().copied().zip(ends.iter().copied().skip(1)).collect();
        let fit = |names: &[String; 12]| {
            spans.iter().zip(names).all(|((from, to), name)| TICK.width(name) + 3.0 <= to - from)
        };
        let names = [false, true].map(|short| months(short, self.words.language)).into_iter().find(fit);
        for (at, (from, to)) in spans.iter().enumerate() {
            if at > 0 {
                let x = canvas.frame.snapped(*from);
                canvas.fill((x, axis + 1.0), (x + 1.0, axis + 4.0), Tone::Axis)?;
            }
            if let Some(name) = names.as_ref().and_then(|names| names.get(at)) {
                canvas.text(name, ((from + to) / 2.0, axis + MONTHS - 3.0), HPos::Center, TICK)?;
            }
        }
        Ok(())
    }

    /// What stands at the right ends of the lines of task and forecast, moved apart where they are close.
    fn draw_ends<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        forecast: Option<((f64, f64), (f64, f64))>,
    ) -> Painted<DB> {
        let [task, leads] = self.ends();
        let mut of_task = layout.y_of(self.task);
        let mut of_forecast = forecast.map_or(of_task, |(_, to)| to.1);
        if let Some((_, (x, y))) = forecast
            && self.forecast.is_some_and(|forecast| forecast <= layout.most)
        {
            canvas.disc((x, y), POINT, Tone::Slots)?;
            canvas.disc((x, y), POINT - 1.5, Tone::Surface)?;
        }
        if task.is_some() && leads.is_some() && (of_task - of_forecast).abs() < END_LEADING {
            let middle = f64::midpoint(of_task, of_forecast);
            let half = END_LEADING / 2.0;
            let lowest = layout.axis - half;
            let middle = middle.clamp(layout.top.min(lowest), lowest);
            // The higher value above.
            let up = if self.forecast.is_some_and(|forecast| forecast > self.task) { half } else { -half };
            (of_task, of_forecast) = (middle + up, middle - up);
        }
        let x = layout.right + END_GAP;
        for (said, y, set) in [(task, of_task, TASK), (leads, of_forecast, FORECAST)] {
            if let Some(said) = said {
                canvas.text(&said, (x, y + MIDDLE * set.size), HPos::Left, set)?;
            }
        }
        Ok(())
    }

    /// What is written there.
    fn ends(&self) -> [Option<String>; 2] {
        let language = self.words.language;
        let task = (self.task > 0).then(|| task_line(self.task, language));
        [task, self.forecast.map(|forecast| forecast_end(forecast, language))]
    }

    /// From the last whole report to the end of the year, or to where it leaves the frame.
    fn forecast_line(&self, layout: &Layout) -> Option<((f64, f64), (f64, f64))> {
        let (last, forecast) = (self.points.last()?, self.forecast?);
        let (from, to) = (layout.at(last), (layout.right, layout.y_of(forecast)));
        if forecast <= layout.most {
            return Some((from, to));
        }
        let part = (from.1 - layout.top) / (from.1 - to.1).max(1e-9);
        Some((from, (from.0 + (to.0 - from.0) * part, layout.top)))
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let placed = self.words.heading.place(frame);
        let [task, leads] = self.ends();
        let width = |said: Option<String>, set: Type| said.map_or(0.0, |said| set.width(&said));
        let end = width(task, TASK).max(width(leads, FORECAST));
        let added = self.points.iter().map(|point| point.slots).max().unwrap_or(0);
        let known = self.task.max(added).max(1);
        let most = known.max(self.forecast.unwrap_or(0).min(known.saturating_mul(HIGHEST)));
        let axis = frame.snapped(placed.bottom - MONTHS);
        let top = (placed.top + HEADROOM).min(axis);
        let ticks = ((axis - top) / TICK_ROOM).clamp(1.0, MOST_TICKS as f64) as u64;
        let step = step(most, ticks);
        let widest = (0..=most / step).map(|number| TICK.width(&thousands(number * step))).fold(0.0, f64::max);
        let left = frame.snapped(placed.margin + widest + TICK_GAP);
        let right = frame.snapped(frame.across() - placed.margin - end - END_GAP).max(left);
        Layout { placed, left, right, top, axis, most, step }
    }
}

/// The least of 1, 2, 5, 10, 20, … by which so many steps lead beyond this.
fn step(most: u64, ticks: u64) -> u64 {
    let mut power = 1_u64;
    loop {
        for of in [1, 2, 5] {
            let step = power.saturating_mul(of);
            if most / step <= ticks {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

/// Small where some stand close.
fn point_size(added: &[(f64, f64)]) -> f64 {
    let crowded = added.windows(2).skip(1).any(|pair| pair[1].0 - pair[0].0 < CROWDED);
    if crowded { 2.0 } else { POINT }
}

fn draw_dashes<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, from: (f64, f64), to: (f64, f64)) -> Painted<DB> {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let length = across.hypot(down);
    let (dash, gap) = DASH;
    let at = |along: f64| {
        let part = (along / length).min(1.0);
        (from.0 + across * part, from.1 + down * part)
    };
    let mut along = gap + POINT;
    while along < length {
        canvas.path(&[at(along), at(along + dash)], 2.0, Tone::Slots)?;
        along += dash + gap;
    }
    Ok(())
}
