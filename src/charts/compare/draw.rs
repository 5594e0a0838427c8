//! How the panels are laid out and drawn: counties below each other, scenarios beside each other.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend};
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::{MIDDLE, clean, shorten};
use super::super::palette::Palette;
use super::super::tags::Run;
use super::{Cell, CompareChart, CompareKind};

/// Between two panels.
const GUTTER: f64 = 14.0;
/// The two lines that name a panel.
const HEAD: f64 = 30.0;
/// Between the names of counties and the first panel.
const NAME_GAP: f64 = 8.0;
/// Names take this part of the frame at most.
const NAMES: f64 = 0.2;
/// Between a mark and its label, and between the two parts of a label.
const LIFT: f64 = 5.0;
const RUN_GAP: f64 = 4.0;
/// Labels take this part of a panel at most.
const LABELS: f64 = 0.66;
/// From one line of type to the next, in em.
const LEADING: f64 = 1.2;
const SIZES: [f64; 6] = [13.0, 12.5, 12.0, 11.0, 10.5, 10.0];

/// What stands behind a bar.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// The value, and what it differs by.
    ValueAndChange,
    /// The value, or, where it differs, only by how much.
    ValueOrChange,
    Nothing,
}

/// Where everything lies; all in units.
pub(super) struct Layout {
    placed: Placed,
    left: f64,
    /// Left end of each panel, and how wide it is.
    panels: Vec<f64>,
    wide: f64,
    /// Upper end of the first row, and how high each is.
    first: f64,
    row: f64,
    /// Size of the type in the rows.
    size: f64,
    says: Says,
    /// Units that the greatest value is long.
    reach: f64,
    most: i64,
}

impl Layout {
    pub(super) fn marks(&self, frame: &Frame, chart: &CompareChart) -> Vec<Mark> {
        let right = self.panels.last().map_or(self.left, |panel| panel + self.wide);
        let mark = |(index, (position, name)): (usize, &(usize, String))| Mark {
            position: *position,
            x: self.left * frame.unit,
            y: (self.first + self.row * index as f64) * frame.unit,
            width: (right - self.left) * frame.unit,
            height: self.row * frame.unit,
            label: chart.label(index, name),
        };
        chart.counties.iter().enumerate().map(mark).collect()
    }

    fn length(&self, value: i64) -> f64 {
        self.reach * value as f64 / self.most.max(1) as f64
    }
}

impl CompareChart {
    /// Draws the chart on any backend of four steps to a pixel of the frame, as [`Picture`](crate::charts::Picture) is.
    pub(super) fn draw_on<DB: DrawingBackend>(
        &self,
        area: &DrawingArea<DB, Shift>,
        frame: &Frame,
        palette: &Palette,
    ) -> Painted<DB> {
        let layout = self.layout(frame);
        let canvas = Canvas { area, frame, palette };
        layout.placed.draw(&canvas)?;
        self.draw_names(&canvas, &layout)?;
        for (index, (panel, left)) in self.panels.iter().zip(&layout.panels).enumerate() {
            let bottom = layout.first + layout.row * panel.cells.len() as f64;
            self.draw_head(&canvas, &layout, index, *left)?;
            for (row, cell) in panel.cells.iter().enumerate() {
                self.draw_cell(&canvas, &layout, (row, *left), *cell)?;
            }
            canvas.fill((*left, layout.first), (*left + 1.0, bottom), Tone::Axis)?;
        }
        Ok(())
    }

    fn draw_names<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        let set = Type { size: layout.size, bold: false, tone: Tone::Ink };
        let room = layout.panels.first().map_or(0.0, |first| first - layout.left - NAME_GAP);
        for (index, (_, name)) in self.counties.iter().enumerate() {
            let middle = layout.first + layout.row * (index as f64 + 0.5);
            let name = shorten(&clean(name), room / set.size, false);
            canvas.text(&name, (layout.left, middle + MIDDLE * set.size), HPos::Left, set)?;
        }
        Ok(())
    }

    fn draw_head<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        index: usize,
        left: f64,
    ) -> Painted<DB> {
        let Some(panel) = self.panels.get(index) else { return Ok(()) };
        let (name, whole) = head_types();
        let top = layout.first - HEAD;
        canvas.text(
            &shorten(&clean(&panel.name), layout.wide / name.size, true),
            (left, top + 11.0),
            HPos::Left,
            name,
        )?;
        let said = shorten(&panel.whole, layout.wide / whole.size, false);
        canvas.text(&said, (left, top + 24.0), HPos::Left, whole)
    }

    fn draw_cell<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        (row, left): (usize, f64),
        cell: Cell,
    ) -> Painted<DB> {
        let middle = layout.first + layout.row * (row as f64 + 0.5);
        let thick = canvas.frame.snapped(layout.row * 0.56).max(0.5);
        let top = canvas.frame.snapped(middle - thick / 2.0);
        let bar = |from: i64, to: i64, tone| {
            let (from, to) = (left + layout.length(from), left + layout.length(to));
            canvas.fill((from, top), (to, top + thick), tone)
        };
        if let Some(value) = cell.value {
            match self.kind {
                CompareKind::Rates => {
                    let base = cell.base.unwrap_or(value).min(value);
                    bar(0, base, Tone::Base)?;
                    bar(base, value, Tone::Accent)?;
                }
                CompareKind::Slots if cell.change().is_some() => bar(0, value, Tone::Slots)?,
                CompareKind::Slots => bar(0, value, Tone::Base)?,
            }
            if let Some(before) = cell.instead_of {
                let x = canvas.frame.snapped(left + layout.length(before));
                let (up, down) = (top - thick * 0.25, top + thick * 1.25);
                canvas.fill((x - 2.0, up), (x + 2.0, down), Tone::Surface)?;
                canvas.fill((x - 1.0, up), (x + 1.0, down), Tone::Ink)?;
            }
        }
        let mut x = left + layout.length(cell.highest()) + LIFT;
        for run in self.runs(cell, layout.size, layout.says) {
            canvas.text(&run.text, (x, middle + MIDDLE * run.set.size), HPos::Left, run.set)?;
            x += run.set.width(&run.text) + RUN_GAP;
        }
        Ok(())
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let placed = self.words.heading.place(frame);
        let (left, right) = (placed.margin, frame.across() - placed.margin);
        let rows = self.counties.len().max(1) as f64;
        let first = placed.top + HEAD;
        let row = ((placed.bottom - first) / rows).clamp(0.0, 30.0);
        let count = self.panels.len().max(1) as f64;
        let names = |size: f64| {
            let set = Type { size, bold: false, tone: Tone::Ink };
            let longest = self.counties.iter().map(|(_, name)| set.width(&clean(name))).fold(0.0, f64::max);
            (longest + 1.0).min((right - left) * NAMES) + NAME_GAP
        };
        let wide_for = |size: f64| ((right - left - names(size) - GUTTER * (count - 1.0)) / count).max(0.0);
        let settings = [Says::ValueAndChange, Says::ValueOrChange]
            .into_iter()
            .flat_map(|says| SIZES.into_iter().map(move |size| (size, says)));
        let fits = |&(size, says): &(f64, Says)| {
            size * LEADING <= row && self.longest(size, says) + LIFT <= wide_for(size) * LABELS
        };
        let (size, says) = settings.into_iter().find(fits).unwrap_or((
            // Names alone, as large as their rows.
            (row / LEADING).clamp(0.5, 10.0),
            Says::Nothing,
        ));
        let wide = wide_for(size);
        let start = left + names(size);
        let panels = (0..self.panels.len()).map(|index| frame.snapped(start + (wide + GUTTER) * index as f64));
        let most = self.panels.iter().flat_map(|panel| &panel.cells).map(|cell| cell.highest()).max().unwrap_or(0);
        let mut reach = wide;
        for cell in self.panels.iter().flat_map(|panel| &panel.cells) {
            let label = width(&self.runs(*cell, size, says));
            let share = cell.highest() as f64 / most.max(1) as f64;
            if share > 0.0 {
                reach = reach.min((wide - label - LIFT).max(0.0) / share);
            }
        }
        Layout { panels: panels.collect(), placed, left, wide, first, row, size, says, reach, most }
    }

    fn longest(&self, size: f64, says: Says) -> f64 {
        let cells = self.panels.iter().flat_map(|panel| &panel.cells);
        cells.map(|cell| width(&self.runs(*cell, size, says))).fold(0.0, f64::max)
    }

    /// What stands behind a bar.
    fn runs(&self, cell: Cell, size: f64, says: Says) -> Vec<Run> {
        let value = self.text(cell.value);
        let change = cell.change().map(|by| Run::value(self.change(by), size));
        match (says, change) {
            (Says::Nothing, _) => Vec::new(),
            (_, None) => vec![Run::minor(value, size)],
            (Says::ValueOrChange, Some(change)) => vec![change],
            (Says::ValueAndChange, Some(change)) => {
                let plain = Run::minor(value, size);
                vec![Run { set: Type { tone: Tone::Ink, ..plain.set }, ..plain }, change]
            }
        }
    }
}

const fn head_types() -> (Type, Type) {
    let name = Type { size: 12.0, bold: true, tone: Tone::Ink };
    (name, Type { size: 10.5, bold: false, tone: Tone::Muted })
}

fn width(runs: &[Run]) -> f64 {
    runs.iter().map(|run| run.set.width(&run.text)).sum::<f64>() + RUN_GAP * (runs.len().max(1) - 1) as f64
}
