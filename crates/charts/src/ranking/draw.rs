//! How the ranking chart is laid out and drawn: rows in order of place, in two panels where there are many.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::{MIDDLE, shorten};
use super::super::rows::{GAP, HIGHEST, Setting, bar, cell, column};
use super::super::signs::Sign;
use super::super::tags::{LIFT, MISSING};
use super::{RankingChart, Row};

/// Names take this part of a panel at most, bars and their values at least.
const NAMES: f64 = 0.4;
const FIELD: f64 = 0.3;
/// Between two panels.
const GUTTER: f64 = 24.0;
/// Type below this is not taken while there is another way.
const LEGIBLE: f64 = 10.0;
const THICKEST: f64 = 16.0;
/// A value above nothing is drawn at least as wide.
const THINNEST: f64 = 1.0;

/// Where everything lies; all in units.
pub(super) struct Layout {
    placed: Placed,
    /// Left end of each panel, and how wide it is.
    panels: Vec<f64>,
    wide: f64,
    /// Rows in a panel, the upper end of the first, and how high each is.
    rows: usize,
    first: f64,
    row: f64,
    set: Setting,
    /// From the left end of a panel to the right end of places, and to the left end of names and of bars.
    places: f64,
    named: f64,
    field: f64,
    /// From the left end to where changes begin.
    changes: f64,
    /// Units that the greatest value is long.
    reach: f64,
    most: f64,
}

impl Layout {
    /// Left end and middle of a row.
    fn place(&self, index: usize) -> (f64, f64) {
        let panel = self.panels.get(index / self.rows.max(1)).copied().unwrap_or_default();
        (panel, self.first + self.row * ((index % self.rows.max(1)) as f64 + 0.5))
    }

    pub(super) fn marks(&self, frame: &Frame, chart: &RankingChart) -> Vec<Mark> {
        let mark = |(index, row): (usize, &Row)| {
            let (left, middle) = self.place(index);
            frame.mark(row.position, (left, middle - self.row / 2.0), (self.wide, self.row), chart.label(row))
        };
        chart.rows.iter().enumerate().map(mark).collect()
    }
}

fn height(row: &Row) -> f64 {
    row.value.map_or(0.0, |value| f64::from(value.get()))
}

/// What stands beside the sign of a change; of no change a dash.
fn change(by: i64) -> String {
    if by == 0 { MISSING.to_owned() } else { by.unsigned_abs().to_string() }
}

impl RankingChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.placed.draw(canvas)?;
        for (index, row) in self.rows.iter().enumerate() {
            self.draw_row(canvas, layout, index, row)?;
        }
        for (panel, left) in layout.panels.iter().enumerate() {
            let rows = self.rows.len().saturating_sub(panel * layout.rows).min(layout.rows);
            let axis = canvas.frame.snapped(left + layout.field);
            let bottom = layout.first + layout.row * rows as f64;
            canvas.fill((axis - 1.0, layout.first), (axis, bottom), Tone::Axis)?;
        }
        Ok(())
    }

    fn draw_row<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        index: usize,
        row: &Row,
    ) -> Painted<DB> {
        let Setting { size, lines } = layout.set;
        let (left, middle) = layout.place(index);
        let baseline = middle + MIDDLE * size;
        let place = row.place.map_or_else(|| MISSING.to_owned(), |place| place.to_string());
        canvas.text(&place, (left + layout.places, baseline), HPos::Right, Type::minor(size))?;
        let room = layout.field - layout.named - GAP;
        cell(canvas, &row.name, (left + layout.named, middle), room, Type::plain(size), lines)?;
        let axis = canvas.frame.snapped(left + layout.field);
        let (Some(value), Some(_)) = (row.value, row.place) else {
            let room = layout.changes - layout.field - LIFT;
            let reason = shorten(&row.reason, room / size, false);
            return canvas.text(&reason, (axis + LIFT, baseline), HPos::Left, Type::minor(size));
        };
        let (top, thick) = bar(canvas.frame, middle, layout.row * 0.58, THICKEST);
        let length = layout.reach * height(row) / layout.most;
        let end = axis + if value.get() > 0 { length.max(THINNEST) } else { 0.0 };
        canvas.fill((axis, top), (end, top + thick), Tone::Slots)?;
        canvas.text(&self.value(value), (end + LIFT, baseline), HPos::Left, Type::bold(size))?;
        let Some(by) = row.change else { return Ok(()) };
        let x = left + layout.changes;
        let sign = match by {
            0 => None,
            1.. => Some(Sign::Up),
            _ => Some(Sign::Down),
        };
        let Some(sign) = sign else {
            return canvas.text(&change(by), (x, baseline), HPos::Left, Type::minor(size));
        };
        sign.draw(canvas, (x, middle), size * 0.9)?;
        let set = Type::plain(size).toned(sign.word_tone());
        canvas.text(&change(by), (x + Sign::WIDTH * size * 0.9, baseline), HPos::Left, set)
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let one = self.layout_in(frame, 1);
        if one.set.size >= LEGIBLE || self.rows.len() < 12 || frame.across() < 480.0 {
            return one;
        }
        let two = self.layout_in(frame, 2);
        if two.set.size > one.set.size { two } else { one }
    }

    fn layout_in(&self, frame: &Frame, panels: usize) -> Layout {
        let placed = self.words.heading.place(frame);
        let across = (frame.across() - 2.0 * placed.margin).max(0.0);
        let wide = ((across - GUTTER * (panels as f64 - 1.0)) / panels as f64).max(0.0);
        let rows = self.rows.len().div_ceil(panels).max(1);
        let row = ((placed.bottom - placed.top) / rows as f64).clamp(0.0, HIGHEST);
        let texts = |of: &dyn Fn(&Row) -> Option<String>| self.rows.iter().filter_map(of).collect::<Vec<_>>();
        let places = texts(&|row| row.place.map(|place| place.to_string()));
        let values = texts(&|row| row.value.map(|value| self.value(value)));
        let reasons = texts(&|row| row.value.is_none().then(|| row.reason.clone()));
        let changes = texts(&|row| row.change.map(change));
        let width = |texts: &[String], set: Type| column(texts.iter().map(String::as_str), set, 1);
        let placed_in = |set: Setting| width(&places, Type::minor(set.size)).max(Type::minor(set.size).width(MISSING));
        let names =
            |set: Setting| column(self.rows.iter().map(|row| row.name.as_str()), Type::plain(set.size), set.lines);
        let changed = |set: Setting| {
            let wide = width(&changes, Type::plain(set.size)) + Sign::WIDTH * set.size * 0.9;
            if changes.is_empty() { 0.0 } else { wide + GAP }
        };
        let field = |set: Setting| {
            let values = width(&values, Type::bold(set.size)) + LIFT;
            let reasons = width(&reasons, Type::minor(set.size)) + LIFT;
            (values + wide * FIELD / 2.0).max(wide * FIELD).max(reasons)
        };
        let before = |set: Setting| placed_in(set) + 2.0 * GAP - 2.0;
        let fits = |set: Setting| before(set) + names(set) + field(set) + changed(set) <= wide;
        let (set, whole) = Setting::chosen(row, &fits);
        let room = (wide - before(set) - field(set) - changed(set)).max(0.0);
        let names = if whole { names(set) } else { names(set).min(wide * NAMES).min(room) };
        let named = placed_in(set) + GAP - 2.0;
        let field = frame.snapped(named + names + GAP);
        let changes = wide - if changes.is_empty() { 0.0 } else { changed(set) - GAP };
        let most = self.rows.iter().map(height).fold(0.0, f64::max).max(1.0);
        // Changes stand clear of the values.
        let end = changes - field - if changed(set) > 0.0 { GAP } else { 0.0 };
        let mut reach = end.max(0.0);
        for (row, value) in self.rows.iter().filter(|row| row.value.is_some()).zip(&values) {
            let label = Type::bold(set.size).width(value) + LIFT;
            let share = height(row) / most;
            if share > 0.0 {
                reach = reach.min((end - label).max(0.0) / share);
            }
        }
        let start = |panel: usize| frame.snapped(placed.margin + (wide + GUTTER) * panel as f64);
        Layout {
            panels: (0..panels).map(start).collect(),
            wide,
            rows,
            first: placed.top,
            placed,
            row,
            set,
            places: named - GAP + 2.0,
            named,
            field,
            changes,
            reach,
            most,
        }
    }
}
