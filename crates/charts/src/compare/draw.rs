//! How the panels are laid out and drawn: counties below each other, scenarios beside each other.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::{MIDDLE, clean, shorten, wrap};
use super::super::rows::Rows;
use super::super::tags::Run;
use super::{Cell, CompareChart, CompareKind};

/// Between two panels.
const GUTTER: f64 = 14.0;
/// One line of a panel's name, the line below it, and the space below both.
const NAME_LINE: f64 = 14.0;
const WHOLE_LINE: f64 = 13.0;
const HEAD_GAP: f64 = 4.0;
/// Lines of a panel's name.
const NAME_LINES: usize = 2;
/// Sizes of a name to try before it is set in so many lines.
const NAME_SIZES: [f64; 4] = [12.0, 11.5, 11.0, 10.5];
/// Room for the sign before a sum that is not the task.
const SIGN: f64 = 14.0;
/// Between the names of counties and the first panel.
const NAME_GAP: f64 = 8.0;
/// Names take this part of the frame at most, beside few panels and beside many.
const NAMES: (f64, f64) = (0.28, 0.2);
/// Between a mark and its label, and between the two parts of a label.
const LIFT: f64 = 5.0;
const RUN_GAP: f64 = 4.0;
/// The triangle before a difference: how wide, how high, and the space after it, in em.
const ARROW: (f64, f64, f64) = (0.62, 0.54, 0.14);
/// A target at or under its base is a line, as wide.
const THINNEST: f64 = 2.0;
/// Labels take this part of a panel at most.
const LABELS: f64 = 0.66;
/// From one line of type to the next, in em.
const LEADING: f64 = 1.2;
const HIGHEST_ROW: f64 = 38.0;
const THICKEST: f64 = 18.0;
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
    /// The rows from the names of counties to the last panel.
    rows: Rows,
    /// Left end of each panel, and how wide it is.
    panels: Vec<f64>,
    wide: f64,
    /// How many lines of names stand over the panels, and how high all of a panel's head is.
    name_lines: usize,
    name_size: f64,
    head: f64,
    /// Size of the type in the rows.
    size: f64,
    says: Says,
    /// Units that the greatest value is long.
    reach: f64,
    most: i64,
}

impl Layout {
    pub(super) fn marks(&self, frame: &Frame, chart: &CompareChart) -> Vec<Mark> {
        let counties = chart.counties.iter().enumerate();
        self.rows.marks(frame, counties.map(|(index, (position, name))| (*position, chart.label(index, name))))
    }

    fn length(&self, value: i64) -> f64 {
        self.reach * value as f64 / self.most.max(1) as f64
    }
}

impl CompareChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.placed.draw(canvas)?;
        self.draw_names(canvas, layout)?;
        for (index, (panel, left)) in self.panels.iter().zip(&layout.panels).enumerate() {
            let bottom = layout.rows.bottom(panel.cells.len());
            self.draw_head(canvas, layout, index, *left)?;
            for (row, cell) in panel.cells.iter().enumerate() {
                self.draw_cell(canvas, layout, (row, *left), *cell)?;
            }
            canvas.fill((*left, layout.rows.first), (*left + 1.0, bottom), Tone::Axis)?;
        }
        Ok(())
    }

    fn draw_names<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        let set = Type::plain(layout.size);
        let room = layout.panels.first().map_or(0.0, |first| first - layout.rows.left - NAME_GAP);
        for (index, (_, name)) in self.counties.iter().enumerate() {
            let middle = layout.rows.middle(index);
            let name = shorten(&clean(name), room / set.size, false);
            canvas.text(&name, (layout.rows.left, middle + MIDDLE * set.size), HPos::Left, set)?;
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
        let (name, whole) = (Type::bold(layout.name_size), Type::minor(10.5));
        let top = layout.rows.first - layout.head;
        let lines = wrap(&clean(&panel.name), layout.wide / name.size, true, layout.name_lines);
        // Names stand right above their sums.
        let spare = layout.name_lines.saturating_sub(lines.len());
        for (row, line) in lines.iter().enumerate() {
            let baseline = top + NAME_LINE * (row + spare) as f64 + 11.0;
            canvas.text(line, (left, baseline), HPos::Left, name)?;
        }
        let baseline = top + NAME_LINE * layout.name_lines as f64 + 10.0;
        let sign = if panel.warns { SIGN } else { 0.0 };
        let set = if panel.warns { Type::bold(whole.size).toned(Tone::Warning) } else { whole };
        let room = layout.wide - sign;
        let fitting = panel.whole.iter().find(|said| set.width(said) <= room);
        // Half a figure would be another one, and a sign alone says nothing.
        let Some(said) = fitting else { return Ok(()) };
        if panel.warns {
            let y = baseline - MIDDLE * set.size;
            canvas.shape(&[(left + 5.0, y - 4.5), (left + 10.0, y + 4.0), (left, y + 4.0)], Tone::Warning)?;
        }
        canvas.text(said, (left + sign, baseline), HPos::Left, set)
    }

    fn draw_cell<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        (row, left): (usize, f64),
        cell: Cell,
    ) -> Painted<DB> {
        let middle = layout.rows.middle(row);
        let (top, thick) = layout.rows.bar(canvas.frame, middle, 0.56, THICKEST);
        if let Some(value) = cell.value {
            let bar = Bar { canvas, layout, left, top, thick };
            bar.link(cell)?;
            match self.kind {
                CompareKind::Rates => bar.target(value, cell.base)?,
                CompareKind::Slots if cell.change().is_some() => bar.field(0, value, Tone::Slots)?,
                CompareKind::Slots => bar.quiet(value)?,
            }
            if let Some(before) = cell.instead_of {
                bar.tick(before)?;
            }
        }
        let mut x = left + layout.length(cell.highest()) + LIFT;
        for said in self.said(cell, layout.size, layout.says) {
            let run = &said.run;
            if let Some(rises) = said.rises {
                let (wide, high, _) = ARROW;
                let (wide, half) = (wide * run.set.size, high * run.set.size / 2.0);
                let (tip, foot) = if rises { (middle - half, middle + half) } else { (middle + half, middle - half) };
                canvas.shape(&[(x + wide / 2.0, tip), (x + wide, foot), (x, foot)], run.set.tone)?;
            }
            let at = (x + said.before(), middle + MIDDLE * run.set.size);
            canvas.text(&run.text, at, HPos::Left, run.set)?;
            x += said.width() + RUN_GAP;
        }
        Ok(())
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let plain = self.layout_with(frame, 1);
        let fits =
            |size: &f64| self.panels.iter().all(|panel| Type::bold(*size).width(&clean(&panel.name)) <= plain.wide);
        if let Some(name_size) = NAME_SIZES.into_iter().find(fits) {
            return Layout { name_size, ..plain };
        }
        // Names in two lines, unless the rows have to pay for it.
        let higher = self.layout_with(frame, NAME_LINES);
        if higher.says == plain.says && higher.size >= plain.size.min(SIZES[3]) { higher } else { plain }
    }

    fn layout_with(&self, frame: &Frame, name_lines: usize) -> Layout {
        let placed = self.words.heading.place(frame);
        let (left, right) = (placed.margin, frame.across() - placed.margin);
        let counties = self.counties.len().max(1) as f64;
        let has_whole = self.panels.iter().any(|panel| !panel.whole.is_empty());
        let head = NAME_LINE * name_lines as f64 + if has_whole { WHOLE_LINE } else { 0.0 } + HEAD_GAP;
        let first = placed.top + head;
        let row = ((placed.bottom - first) / counties).clamp(0.0, HIGHEST_ROW);
        let count = self.panels.len().max(1) as f64;
        let share = if self.panels.len() > 3 { NAMES.1 } else { NAMES.0 };
        let names = |size: f64| {
            let set = Type::plain(size);
            let longest = self.counties.iter().map(|(_, name)| set.width(&clean(name))).fold(0.0, f64::max);
            (longest + 1.0).min((right - left) * share) + NAME_GAP
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
        let panel = |index: usize| frame.snapped(start + (wide + GUTTER) * index as f64);
        let panels: Vec<f64> = (0..self.panels.len()).map(panel).collect();
        let most = self.panels.iter().flat_map(|panel| &panel.cells).map(|cell| cell.highest()).max().unwrap_or(0);
        let mut reach = wide;
        for cell in self.panels.iter().flat_map(|panel| &panel.cells) {
            let label = width(&self.said(*cell, size, says));
            let share = cell.highest() as f64 / most.max(1) as f64;
            if share > 0.0 {
                reach = reach.min((wide - label - LIFT).max(0.0) / share);
            }
        }
        let name_size = NAME_SIZES[0];
        let right = panels.last().map_or(left, |panel| panel + wide);
        let rows = Rows { left, right, first, row };
        Layout { rows, panels, placed, wide, name_lines, name_size, head, size, says, reach, most }
    }

    fn longest(&self, size: f64, says: Says) -> f64 {
        let cells = self.panels.iter().flat_map(|panel| &panel.cells);
        cells.map(|cell| width(&self.said(*cell, size, says))).fold(0.0, f64::max)
    }

    /// What stands behind a bar.
    fn said(&self, cell: Cell, size: f64, says: Says) -> Vec<Said> {
        let value = self.text(cell.value);
        let plain = |run: Run| Said { run, rises: None };
        let change = cell.change().map(|by| Said { run: Run::value(self.change(by), size), rises: Some(by > 0) });
        match (says, change) {
            (Says::Nothing, _) => Vec::new(),
            (_, None) => vec![plain(Run::minor(value, size))],
            (Says::ValueOrChange, Some(change)) => vec![change],
            (Says::ValueAndChange, Some(change)) => {
                let run = Run::minor(value, size);
                vec![plain(Run { set: run.set.toned(Tone::Ink), ..run }), change]
            }
        }
    }
}

/// One county's bar in a panel.
struct Bar<'a, 'b, DB: DrawingBackend> {
    canvas: &'a Canvas<'b, DB>,
    layout: &'a Layout,
    left: f64,
    top: f64,
    thick: f64,
}

impl<DB: DrawingBackend> Bar<'_, '_, DB> {
    fn x_of(&self, value: i64) -> f64 {
        self.left + self.layout.length(value)
    }

    fn field(&self, from: i64, to: i64, tone: Tone) -> Painted<DB> {
        self.canvas.fill((self.x_of(from), self.top), (self.x_of(to), self.top + self.thick), tone)
    }

    /// A field that stays behind the others, with an edge that can be told from the ground.
    fn quiet(&self, to: i64) -> Painted<DB> {
        self.field(0, to, Tone::Edge)?;
        let edge = 1.0;
        let (right, bottom) = (self.x_of(to) - edge, self.top + self.thick - edge);
        let (left, top) = (self.left + edge, self.top + edge);
        if left < right && top < bottom { self.canvas.fill((left, top), (right, bottom), Tone::Base) } else { Ok(()) }
    }

    /// A base and what the target adds to it or takes away.
    fn target(&self, value: i64, base: Option<i64>) -> Painted<DB> {
        let (from, to) = (self.x_of(base.unwrap_or(0)), self.x_of(value));
        let (top, bottom) = (self.top, self.top + self.thick);
        let Some(base) = base else {
            // How much of it is uplift is not known.
            return if to - from > 2.0 && self.thick > 2.0 {
                self.canvas.outline((from, top), (to, bottom), Tone::Accent)
            } else {
                self.field(0, value, Tone::Accent)
            };
        };
        self.quiet(base.min(value))?;
        if from - to > 2.0 && self.thick > 2.0 {
            self.canvas.outline((to, top), (from, bottom), Tone::Edge)?;
        }
        if to - from >= THINNEST {
            return self.field(base, value, Tone::Accent);
        }
        let left = (to - THINNEST).max(self.left);
        self.canvas.fill((left, top), (left + THINNEST, bottom), Tone::Accent)
    }

    /// From the end of a bar to what the reference has, where that lies farther.
    fn link(&self, cell: Cell) -> Painted<DB> {
        let (Some(value), Some(before)) = (cell.value, cell.instead_of) else { return Ok(()) };
        let from = value.max(cell.base.unwrap_or(0));
        if before <= from {
            return Ok(());
        }
        let y = self.canvas.frame.snapped(self.top + self.thick / 2.0 - 0.5);
        self.canvas.fill((self.x_of(from), y), (self.x_of(before), y + 1.0), Tone::Edge)
    }

    /// What the reference has.
    fn tick(&self, before: i64) -> Painted<DB> {
        let x = self.canvas.frame.snapped(self.x_of(before));
        let (up, down) = (self.top - self.thick * 0.25, self.top + self.thick * 1.25);
        self.canvas.fill((x - 2.0, up), (x + 2.0, down), Tone::Surface)?;
        self.canvas.fill((x - 1.0, up), (x + 1.0, down), Tone::Muted)
    }
}

/// Some words behind a bar; a difference has a triangle that points where it goes.
struct Said {
    run: Run,
    rises: Option<bool>,
}

impl Said {
    /// Units that the triangle takes.
    fn before(&self) -> f64 {
        let (wide, _, gap) = ARROW;
        self.rises.map_or(0.0, |_| (wide + gap) * self.run.set.size)
    }

    fn width(&self) -> f64 {
        self.before() + self.run.set.width(&self.run.text)
    }
}

fn width(said: &[Said]) -> f64 {
    said.iter().map(Said::width).sum::<f64>() + RUN_GAP * (said.len().max(1) - 1) as f64
}
