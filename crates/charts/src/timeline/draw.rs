//! How the timeline is laid out and drawn: a task in each row, the years across.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::{MIDDLE, clean};
use super::super::rows::{GAP, HIGHEST, Rows, Setting, State, cell, column};
use super::super::signs::Sign;
use super::{TimelineChart, TimelineEntry};
use tuowei_model::{Date, TaskStatus};
use tuowei_text::monitor_overview::{quarter_said, today_said, until_said};

/// Titles take this part of the frame at most.
const TITLES: f64 = 0.4;
const THICKEST: f64 = 12.0;
/// A bar is at least as wide.
const THINNEST: f64 = 3.0;
/// Between a mark and its date.
const LIFT: f64 = 5.0;

/// A date that nobody could read is left out.
const LEAST_DATE: f64 = 6.0;

/// Where everything lies; all in units.
pub(super) struct Layout {
    placed: Placed,
    rows: Rows,
    set: Setting,
    titles: f64,
    /// The first and the last day.
    field: (f64, f64),
    /// Left end of the signs.
    status: f64,
    /// Whether there is room for the word beside a sign.
    says: bool,
}

impl Layout {
    pub(super) fn marks(&self, frame: &Frame, chart: &TimelineChart) -> Vec<Mark> {
        self.rows.marks(frame, chart.shown().map(|(at, entry)| (at, chart.label(entry))))
    }

    /// Size of what stands above and below the rows.
    fn head_size(&self) -> f64 {
        self.set.size.min(10.5)
    }
}

/// How many years after the beginning of a year a day begins, or ends.
fn years_since(year: u16, day: Date, ends: bool) -> f64 {
    const BEFORE: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let (of, month, date) = day.parts();
    let leap = u16::from(Date::new(of, 2, 29).is_some());
    let before = BEFORE.get(usize::from(month.saturating_sub(1))).copied().unwrap_or(0);
    let days = before + if month > 2 { leap } else { 0 } + u16::from(date) - u16::from(!ends);
    f64::from(of) - f64::from(year) + f64::from(days) / f64::from(365 + leap)
}

impl TimelineChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.placed.draw(canvas)?;
        if self.drawn.is_empty() {
            return Ok(());
        }
        self.draw_grid(canvas, layout)?;
        self.draw_today(canvas, layout)?;
        for (index, (_, entry)) in self.shown().enumerate() {
            self.draw_row(canvas, layout, layout.rows.middle(index), entry)?;
        }
        Ok(())
    }

    /// Where so many years after the beginning lie, held within the field.
    fn x_of(&self, layout: &Layout, years: f64) -> f64 {
        let all = f64::from(self.years.1 - self.years.0 + 1);
        let (from, to) = layout.field;
        from + (to - from) * (years / all).clamp(0.0, 1.0)
    }

    fn bottom(&self, layout: &Layout) -> f64 {
        layout.rows.bottom(self.drawn.len())
    }

    /// Years, or the quarters of a single one.
    fn draw_grid<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        let set = Type::minor(layout.head_size());
        let baseline = layout.rows.first - set.size * 0.4;
        let count = usize::from(self.years.1 - self.years.0) + 1;
        let parts = if count == 1 { 4 } else { count };
        let step = count as f64 / parts as f64;
        let long = |part: usize| match count {
            1 => quarter_said(part, self.words.language).to_owned(),
            _ => (usize::from(self.years.0) + part).to_string(),
        };
        let room = self.x_of(layout, step) - layout.field.0 - 2.0;
        let short = (0..parts).any(|part| set.width(&long(part)) > room);
        for part in 0..=parts {
            let x = canvas.frame.snapped(self.x_of(layout, step * part as f64));
            let tone = if part == 0 { Tone::Axis } else { Tone::Base };
            canvas.fill((x - 1.0, layout.rows.first), (x, self.bottom(layout)), tone)?;
            if part == parts {
                break;
            }
            // ’26 where four digits do not fit.
            let said = long(part);
            let said = if short { said.get(2..).filter(|_| count > 1).unwrap_or_default() } else { &said };
            if set.width(said) <= room {
                let middle = self.x_of(layout, step * (part as f64 + 0.5));
                canvas.text(said, (middle, baseline), HPos::Center, set)?;
            }
        }
        Ok(())
    }

    fn draw_today<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        if !(self.years.0..=self.years.1).contains(&self.today.parts().0) {
            return Ok(());
        }
        let size = layout.head_size();
        let set = Type::bold(size).toned(Tone::Accent);
        let x = canvas.frame.snapped(self.x_of(layout, years_since(self.years.0, self.today, true)));
        let bottom = self.bottom(layout);
        canvas.fill((x - 1.0, layout.rows.first), (x + 0.5, bottom + size * 0.2), Tone::Accent)?;
        let said = today_said(self.today, self.words.language);
        let half = set.width(&said) / 2.0;
        let middle = x.max(layout.rows.left + half).min(layout.rows.right - half);
        canvas.text(&said, (middle, bottom + size * 1.25), HPos::Center, set)
    }

    fn draw_row<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        middle: f64,
        entry: &TimelineEntry,
    ) -> Painted<DB> {
        let Setting { size, lines } = layout.set;
        let tone = if entry.status == TaskStatus::Dropped { Tone::Muted } else { Tone::Ink };
        let title = Type::plain(size).toned(tone);
        cell(canvas, &entry.title, (layout.rows.left, middle), layout.titles, title, lines)?;
        let word = layout.says.then_some(entry.state(self.words.language));
        let state = State { sign: Some(entry.sign()), word, set: Setting { size, lines: 1 } };
        state.draw(canvas, (layout.status, middle), layout.rows.right)?;
        let (top, thick) = layout.rows.bar(canvas.frame, middle, 0.46, THICKEST);
        let first = self.years.0;
        let end = |day: Date, ends: bool| self.x_of(layout, years_since(first, day, ends));
        let (from, to) = match (entry.starts, entry.due) {
            (Some(starts), Some(due)) => {
                let (starts, due) = (starts.min(due), starts.max(due));
                let to = end(due, true);
                let from = end(starts, false).min(to - THINNEST).max(layout.field.0);
                let to = to.max(from + THINNEST).min(layout.field.1.max(from));
                Self::draw_bar(canvas, entry, (from, top), (to, top + thick))?;
                (from, to)
            }
            (one, other) => {
                let Some(day) = one.or(other) else { return Ok(()) };
                let (x, reach) = (end(day, true), (thick * 0.62).max(0.5));
                let x = x.max(layout.field.0 + reach).min(layout.field.1 - reach);
                Self::draw_milestone(canvas, entry, (x, middle), reach)?;
                (x - reach, x + reach)
            }
        };
        self.draw_date(canvas, layout, middle, (from, to), entry)
    }

    fn draw_bar<DB: DrawingBackend>(
        canvas: &Canvas<'_, DB>,
        entry: &TimelineEntry,
        from: (f64, f64),
        to: (f64, f64),
    ) -> Painted<DB> {
        let hollow = |tone| {
            canvas.fill(from, to, Tone::Surface)?;
            if to.0 - from.0 > 2.0 && to.1 - from.1 > 2.0 {
                canvas.outline(from, to, tone)
            } else {
                canvas.fill(from, to, tone)
            }
        };
        match entry.status {
            TaskStatus::Done => canvas.fill(from, to, Tone::Accent),
            _ if entry.is_overdue => canvas.fill(from, to, Tone::Warning),
            TaskStatus::Running => canvas.fill(from, to, Tone::Slots),
            TaskStatus::Open => hollow(Tone::Slots),
            TaskStatus::Dropped => hollow(Tone::Edge),
        }
    }

    fn draw_milestone<DB: DrawingBackend>(
        canvas: &Canvas<'_, DB>,
        entry: &TimelineEntry,
        (x, y): (f64, f64),
        reach: f64,
    ) -> Painted<DB> {
        let about =
            |reach: f64, tone| canvas.shape(&[(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], tone);
        let (tone, hollow) = match entry.status {
            TaskStatus::Done => (Tone::Accent, false),
            _ if entry.is_overdue => (Tone::Warning, false),
            TaskStatus::Running => (Tone::Slots, false),
            TaskStatus::Open => (Tone::Slots, true),
            TaskStatus::Dropped => (Tone::Edge, true),
        };
        about(reach, tone)?;
        if hollow { about(reach - 1.6, Tone::Surface) } else { Ok(()) }
    }

    /// The last day, or the only one, beside the mark upon ground of its own; nothing where there is no room.
    fn draw_date<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        middle: f64,
        (from, to): (f64, f64),
        entry: &TimelineEntry,
    ) -> Painted<DB> {
        let Some(day) = entry.due.max(entry.starts) else { return Ok(()) };
        let size = (layout.set.size * 0.86).min(layout.rows.row / 1.16);
        if size < LEAST_DATE {
            return Ok(());
        }
        let set = Type::minor(size);
        let mut said = day.iso();
        let mut x = to + LIFT;
        if x + set.width(&said) > layout.field.1 {
            // Before a bar, its last day is told from its first one.
            if entry.starts.is_some() && entry.due.is_some() {
                said = until_said(&said, self.words.language);
            }
            x = from - LIFT - set.width(&said);
            if x < layout.field.0 {
                return Ok(());
            }
        }
        let wide = set.width(&said);
        let half = size * 0.58;
        canvas.fill((x - 1.5, middle - half), (x + wide, middle + half), Tone::Surface)?;
        canvas.text(&said, (x, middle + MIDDLE * size), HPos::Left, set)
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let language = self.words.language;
        let placed = self.words.heading.place(frame);
        let (left, right) = (placed.margin, frame.across() - placed.margin);
        let across = (right - left).max(0.0);
        // Above the rows stand the years, below them the present day.
        let all = (placed.bottom - placed.top).max(0.0);
        let head = (all * 0.09).min(16.0);
        let row = ((all - 2.0 * head) / self.drawn.len().max(1) as f64).clamp(0.0, HIGHEST);
        let titles: Vec<String> = self.shown().map(|(_, entry)| clean(&entry.title)).collect();
        let titled = |set: Setting| column(titles.iter().map(String::as_str), Type::plain(set.size), set.lines);
        let said = |set: Setting| {
            let words = self.shown().map(|(_, entry)| entry.state(language));
            column(words, Type::plain(set.size), 1) + Sign::WIDTH * set.size
        };
        let fits = |set: Setting| titled(set) <= across * TITLES && said(set) <= across * 0.3;
        let (set, whole) = Setting::chosen(row, &fits);
        let says = whole || said(set) <= across * 0.3;
        let titles = titled(set).min(across * TITLES);
        let status = right - if says { said(set) } else { Sign::WIDTH * set.size };
        let from = frame.snapped(left + titles + GAP);
        Layout {
            rows: Rows { left, right, first: placed.top + head, row },
            placed,
            set,
            titles,
            field: (from, (status - GAP).max(from)),
            status,
            says,
        }
    }
}
