//! How the indicators chart is laid out and drawn.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::{MIDDLE, em, shorten};
use super::super::rows::{GAP, HIGHEST, Rows, Setting, State, cell, column};
use super::super::signs::Sign;
use super::super::tags::MISSING;
use super::{IndicatorsChart, Row};
use tuowei_model::Ratio;

/// Names, before they are cut, and the field of bars take these parts of the frame at most and at least.
const NAMES: f64 = 0.3;
const FIELD: f64 = 0.26;
/// Of a value beyond 100 %, how far its arrow reaches.
const ARROW: f64 = 8.0;
const THICKEST: f64 = 13.0;
/// Half the width of a calendar's mark, and of the ground about it beyond that.
const DIAMOND: f64 = 3.25;
const GROUND: f64 = 1.5;
/// Between a line and the words beside it.
const LIFT: f64 = 5.0;

/// Where everything lies; all in units.
pub(super) struct Layout {
    placed: Placed,
    rows: Rows,
    set: Setting,
    names: f64,
    /// Where 0 and 100 % lie.
    field: (f64, f64),
    /// Right ends of values and targets.
    value: f64,
    target: f64,
    /// Left end of the signs.
    status: f64,
    /// Whether there is room for the word beside a sign.
    says: bool,
}

impl Layout {
    fn x_of(&self, ratio: Ratio) -> f64 {
        let share = (f64::from(ratio.percent_shown().get()) / 10_000.0).clamp(0.0, 1.0);
        self.field.0 + (self.field.1 - self.field.0) * share
    }

    pub(super) fn marks(&self, frame: &Frame, chart: &IndicatorsChart) -> Vec<Mark> {
        self.rows.marks(frame, chart.rows.iter().enumerate().map(|(index, row)| (index, chart.label(row))))
    }
}

/// Size of what stands above the rows.
fn head_size(set: Setting) -> f64 {
    set.size.min(10.5)
}

impl IndicatorsChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.placed.draw(canvas)?;
        self.draw_head(canvas, layout)?;
        for (index, row) in self.rows.iter().enumerate() {
            self.draw_row(canvas, layout, layout.rows.middle(index), row)?;
        }
        let axis = canvas.frame.snapped(layout.field.0);
        canvas.fill((axis - 1.0, layout.rows.first), (axis, layout.rows.bottom(self.rows.len())), Tone::Axis)
    }

    fn draw_head<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        let set = Type::minor(head_size(layout.set));
        let baseline = layout.rows.first - set.size * 0.4;
        let [value, target] = self.heads();
        let (zero, full) = layout.field;
        canvas.text("0", (zero, baseline), HPos::Left, set)?;
        canvas.text("100%", (full, baseline), HPos::Right, set)?;
        canvas.text(value, (layout.value, baseline), HPos::Right, set)?;
        canvas.text(target, (layout.target, baseline), HPos::Right, set)
    }

    fn draw_row<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        middle: f64,
        row: &Row,
    ) -> Painted<DB> {
        let (Setting { size, lines }, language) = (layout.set, self.words.language);
        cell(canvas, row.name, (layout.rows.left, middle), layout.names, Type::plain(size), lines)?;
        let baseline = middle + MIDDLE * size;
        let value = if row.reading.is_some() { Type::bold(size) } else { Type::minor(size) };
        canvas.text(&row.value(), (layout.value, baseline), HPos::Right, value)?;
        let target = if row.target.is_some() { Type::plain(size) } else { Type::minor(size) };
        canvas.text(&row.target(language), (layout.target, baseline), HPos::Right, target)?;
        let sign = row.sign();
        let word = if sign.is_some() { row.state(language) } else { MISSING };
        let state = State { sign, word: layout.says.then_some(word), set: layout.set.of_state(language) };
        state.draw(canvas, (layout.status, middle), layout.rows.right)?;
        let (top, thick) = layout.rows.bar(canvas.frame, middle, 0.5, THICKEST);
        let bar = Bar { canvas, layout, top, thick };
        match row.reading {
            Some(read) => {
                bar.rest(read.ratio)?;
                bar.value(read.ratio)?;
                bar.beyond(read.ratio)?;
                if let Some(target) = row.target {
                    bar.target(layout.x_of(target))?;
                }
                row.due.map_or(Ok(()), |due| bar.due(due))
            }
            None => bar.reason(row),
        }
    }

    /// What stands above values and targets.
    fn heads(&self) -> [&'static str; 2] {
        [("现值", "Value"), ("目标", "Target")].map(|(chinese, english)| self.words.language.of(chinese, english))
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let language = self.words.language;
        let placed = self.words.heading.place(frame);
        let (left, right) = (placed.margin, frame.across() - placed.margin);
        let across = (right - left).max(0.0);
        // One row more, nearly, for the head.
        let row = ((placed.bottom - placed.top) / (self.rows.len() as f64 + 0.9)).clamp(0.0, HIGHEST);
        let [value_head, target_head] = self.heads();
        let texts = |of: &dyn Fn(&Row) -> String| self.rows.iter().map(of).collect::<Vec<_>>();
        let values = texts(&Row::value);
        let targets = texts(&|row| row.target(language));
        let named = |set: Setting| column(self.rows.iter().map(|row| row.name), Type::plain(set.size), set.lines);
        let said = |set: Setting| {
            let words = self.rows.iter().filter(|row| row.status.is_some()).map(|row| row.state(language));
            column(words.chain([MISSING]), Type::plain(set.size), set.of_state(language).lines) + Sign::WIDTH * set.size
        };
        let valued = |set: Setting| {
            let head = Type::minor(head_size(set)).width(value_head);
            column(values.iter().map(String::as_str), Type::bold(set.size), 1).max(head)
        };
        let aimed = |set: Setting| {
            let head = Type::minor(head_size(set)).width(target_head);
            column(targets.iter().map(String::as_str), Type::plain(set.size), 1).max(head)
        };
        let reasons = |set: Setting| {
            let reasons = self.rows.iter().filter_map(|row| row.reason.as_deref());
            column(reasons, Type::minor(set.size), 1) + LIFT
        };
        let beyond = |row: &Row| row.reading.is_some_and(|read| read.ratio.percent_shown().get() > 10_000);
        let arrow = if self.rows.iter().any(beyond) { ARROW } else { 0.0 };
        let words = |set: Setting| valued(set) + aimed(set) + 4.0 * GAP + arrow;
        // Reasons may reach below the values, up to a dash.
        let field = |set: Setting| {
            let dash = Type::minor(set.size).width(MISSING) + LIFT;
            (reasons(set) + dash - valued(set) - GAP - arrow).max(across * FIELD)
        };
        let fits = |set: &Setting| named(*set) + words(*set) + said(*set) + field(*set) <= across;
        let (set, says, names) = match Setting::fitting(row).find(fits) {
            Some(set) => (set, true, named(set)),
            None => {
                let set = Setting::least(row);
                let names = named(set).min(across * NAMES);
                let says = names + words(set) + said(set) + across * FIELD <= across;
                (set, says, names)
            }
        };
        let status = right - if says { said(set) } else { Sign::WIDTH * set.size };
        let target = status - GAP;
        let value = target - aimed(set) - GAP;
        let full = value - valued(set) - GAP - arrow;
        let zero = frame.snapped(left + names + GAP);
        Layout {
            rows: Rows { left, right, first: placed.top + row * 0.9, row },
            placed,
            set,
            names,
            field: (zero, full.max(zero)),
            value,
            target,
            status,
            says,
        }
    }
}

/// One indicator's marks.
struct Bar<'a, 'b, DB: DrawingBackend> {
    canvas: &'a Canvas<'b, DB>,
    layout: &'a Layout,
    top: f64,
    thick: f64,
}

impl<DB: DrawingBackend> Bar<'_, '_, DB> {
    /// A thin line from the value on to 100 %, along which the row is read.
    fn rest(&self, value: Ratio) -> Painted<DB> {
        let y = self.canvas.frame.snapped(self.top + self.thick / 2.0 - 0.5);
        self.canvas.fill((self.layout.x_of(value), y), (self.layout.field.1, y + 1.0), Tone::Base)
    }

    fn value(&self, value: Ratio) -> Painted<DB> {
        let (from, to) = (self.layout.field.0, self.layout.x_of(value));
        let bottom = self.top + self.thick;
        self.canvas.fill((from, self.top), (to, bottom), Tone::Slots)
    }

    /// There is more than the field can show: an arrow, clear of a target at its end.
    fn beyond(&self, value: Ratio) -> Painted<DB> {
        if value.percent_shown().get() <= 10_000 {
            return Ok(());
        }
        let (from, bottom) = (self.layout.field.1 + 2.0, self.top + self.thick);
        let tip = (from + ARROW - 2.0, self.top + self.thick / 2.0);
        self.canvas.shape(&[(from, self.top), tip, (from, bottom)], Tone::Slots)
    }

    /// What is to be reached: a line, higher than the bar.
    fn target(&self, x: f64) -> Painted<DB> {
        let x = self.canvas.frame.snapped(x);
        let more = (self.thick * 0.3).min((self.layout.rows.row - self.thick) / 2.0 - 0.5).max(0.0);
        let (up, down) = (self.top - more, self.top + self.thick + more);
        self.canvas.fill((x - 2.0, up), (x + 2.0, down), Tone::Surface)?;
        self.canvas.fill((x - 1.0, up), (x + 1.0, down), Tone::Ink)
    }

    /// What the calendar wants: a small diamond upon ground of its own.
    fn due(&self, due: Ratio) -> Painted<DB> {
        let (x, y) = (self.layout.x_of(due), self.top + self.thick / 2.0);
        let reach = DIAMOND.min(self.layout.rows.row * 0.26);
        for (reach, tone) in [(reach + GROUND, Tone::Surface), (reach, Tone::Accent)] {
            self.canvas.shape(&[(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], tone)?;
        }
        Ok(())
    }

    /// Why there is no value, beside the target's line or without it where there is no room for both.
    fn reason(&self, row: &Row) -> Painted<DB> {
        let set = Type::minor(self.layout.set.size);
        let zero = self.layout.field.0;
        // Up to the dash that stands for the value.
        let full = self.layout.value - set.width(MISSING) - LIFT;
        let Some(reason) = row.reason.as_deref() else { return Ok(()) };
        let (start, wide) = (zero + LIFT, em(reason, false) * set.size);
        let target = row.target.map(|target| self.layout.x_of(target));
        let baseline = self.top + self.thick / 2.0 + MIDDLE * set.size;
        let at = match target {
            Some(x) if start + wide + LIFT <= x => Some((start, x)),
            Some(x) if x + LIFT + wide <= full => Some((x + LIFT, x)),
            _ => None,
        };
        if let Some((start, x)) = at {
            self.target(x)?;
            return self.canvas.text(reason, (start, baseline), HPos::Left, set);
        }
        let reason = shorten(reason, (full - start) / set.size, false);
        self.canvas.text(&reason, (start, baseline), HPos::Left, set)
    }
}
