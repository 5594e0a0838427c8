//! How the progress chart is laid out and drawn: counties below each other, the calendar a line through all of them.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::super::Mark;
use super::super::canvas::{Canvas, Painted, Tone, Type};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::measure::MIDDLE;
use super::super::rows::{GAP, HIGHEST, Setting, State, cell, column};
use super::super::signs::Sign;
use super::{ProgressChart, Row};
use tuowei_model::Ratio;
use tuowei_text::monitor_progress::calendar_line;

/// Names, before they are cut, and the field of bars take these parts of a block at most and at least.
const NAMES: f64 = 0.3;
const FIELD: f64 = 0.29;
/// Counts are left out before type is set smaller than this.
const READABLE: f64 = 10.0;
/// How far the arrow of what is beyond 100 % reaches.
const ARROW: f64 = 5.0;
const THICKEST: f64 = 14.0;
/// Above the rows and above the city, in rows.
const HEAD: f64 = 1.05;
const CITY_GAP: f64 = 0.4;
/// Rows lower than this are set in two blocks where the frame is as wide.
const LOW: f64 = 11.5;
const TWO_BLOCKS: f64 = 520.0;
const GUTTER: f64 = 22.0;

/// Where everything lies; all in units.
pub(super) struct Layout {
    placed: Placed,
    /// Left ends of the blocks, and how wide and how many rows high each is.
    blocks: Vec<f64>,
    wide: f64,
    per_block: usize,
    first: f64,
    row: f64,
    set: Setting,
    names: f64,
    /// From a block's left end: where 0 and 100 % lie, the right end of values, the left end of signs.
    zero: f64,
    full: f64,
    value: f64,
    status: f64,
    /// Whether the counts stand before the percentages, and the words beside the signs.
    counts: bool,
    says: bool,
}

impl Layout {
    /// The block of a row, and how many rows it lies from the top.
    fn place(&self, index: usize, is_city: bool) -> (f64, f64) {
        let (block, row) = (index / self.per_block, index % self.per_block);
        let left = self.blocks.get(block).or(self.blocks.last()).copied().unwrap_or(0.0);
        let gap = if is_city && row > 0 { CITY_GAP } else { 0.0 };
        (left, self.first + self.row * (row as f64 + gap))
    }

    fn reach(&self, share: Ratio) -> f64 {
        let share = (f64::from(share.percent_shown().get()) / 10_000.0).clamp(0.0, 1.0);
        self.zero + (self.full - self.zero) * share
    }

    pub(super) fn marks(&self, frame: &Frame, chart: &ProgressChart) -> Vec<Mark> {
        let mark = |(index, row): (usize, &Row)| {
            let (left, top) = self.place(index, false);
            frame.mark(row.position, (left, top), (self.wide, self.row), chart.label(row))
        };
        chart.rows.iter().enumerate().map(mark).collect()
    }
}

impl ProgressChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &Layout) -> Painted<DB> {
        layout.placed.draw(canvas)?;
        let city = self.rows.len();
        for (index, row) in self.all().enumerate() {
            self.draw_bar(canvas, layout, layout.place(index, index == city), row)?;
        }
        let (left, top) = layout.place(city, true);
        if !city.is_multiple_of(layout.per_block) && layout.row * CITY_GAP > 4.0 {
            let y = canvas.frame.snapped(top - layout.row * CITY_GAP / 2.0);
            canvas.fill((left, y), (left + layout.wide, y + 1.0), Tone::Base)?;
        }
        for (block, left) in layout.blocks.iter().enumerate() {
            let last = ((block + 1) * layout.per_block).min(city + 1) - 1;
            let (_, top) = layout.place(last, last == city);
            self.draw_lines(canvas, layout, *left, top + layout.row)?;
        }
        for (index, row) in self.all().enumerate() {
            self.draw_words(canvas, layout, layout.place(index, index == city), row, index == city)?;
        }
        Ok(())
    }

    fn all(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().chain([&self.city])
    }

    fn draw_bar<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        (left, top): (f64, f64),
        row: &Row,
    ) -> Painted<DB> {
        let Some(share) = row.share() else { return Ok(()) };
        let thick = canvas.frame.snapped((layout.row * 0.56).min(THICKEST)).max(0.5);
        let upper = canvas.frame.snapped(top + (layout.row - thick) / 2.0);
        let middle = canvas.frame.snapped(upper + thick / 2.0 - 0.5);
        let (zero, tip, full) = (left + layout.zero, left + layout.reach(share), left + layout.full);
        // A thin line on to 100 %, along which the row is read.
        canvas.fill((tip, middle), (full, middle + 1.0), Tone::Base)?;
        canvas.fill((zero, upper), (tip, upper + thick), Tone::Slots)?;
        if share.percent_shown().get() > 10_000 {
            // There is more than the field can show.
            let end = (full + ARROW, upper + thick / 2.0);
            canvas.shape(&[(full, upper), end, (full, upper + thick)], Tone::Slots)?;
        }
        Ok(())
    }

    /// A block's axis, and the calendar's line with its value.
    fn draw_lines<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        left: f64,
        bottom: f64,
    ) -> Painted<DB> {
        let (zero, full) = (left + layout.zero, left + layout.full);
        canvas.fill((zero - 1.0, layout.first), (zero, bottom), Tone::Axis)?;
        canvas.fill((full, layout.first), (full + 1.0, bottom), Tone::Base)?;
        let x = canvas.frame.snapped(left + layout.reach(self.planned));
        let size = layout.set.size.min(11.0);
        let top = layout.first - size * 0.1;
        canvas.fill((x - 2.0, top), (x + 2.0, bottom), Tone::Surface)?;
        canvas.fill((x - 1.0, top), (x + 1.0, bottom), Tone::Ink)?;
        let baseline = top - size * 0.25;
        let set = Type::bold(size);
        let said = calendar_line(self.planned.percent_shown(), self.words.language);
        let half = set.width(&said) / 2.0;
        let middle = x.min(left + layout.wide - half).max(left + half);
        if half * 2.0 <= layout.wide {
            canvas.text(&said, (middle, baseline), HPos::Center, set)?;
        }
        let minor = Type::minor(size);
        if zero + minor.width("0") + GAP <= middle - half {
            canvas.text("0", (zero, baseline), HPos::Left, minor)?;
        }
        if full - minor.width("100%") / 2.0 - GAP >= middle + half {
            canvas.text("100%", (full, baseline), HPos::Center, minor)?;
        }
        Ok(())
    }

    fn draw_words<DB: DrawingBackend>(
        &self,
        canvas: &Canvas<'_, DB>,
        layout: &Layout,
        (left, top): (f64, f64),
        row: &Row,
        is_city: bool,
    ) -> Painted<DB> {
        let (Setting { size, lines }, middle) = (layout.set, top + layout.row / 2.0);
        let baseline = middle + MIDDLE * size;
        cell(
            canvas,
            &row.name,
            (left, middle),
            layout.names,
            if is_city { Type::bold(size) } else { Type::plain(size) },
            lines,
        )?;
        let [full, brief] = row.values();
        let value = if layout.counts { &full } else { &brief };
        let set = if row.share().is_some() { Type::bold(size) } else { Type::minor(size) };
        canvas.text(value, (left + layout.value, baseline), HPos::Right, set)?;
        let word = layout.says.then_some(row.state);
        let state = State { sign: row.sign(), word, set: layout.set.of_state(self.words.language) };
        state.draw(canvas, (left + layout.status, middle), left + layout.wide)
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let placed = self.words.heading.place(frame);
        let across = (frame.across() - 2.0 * placed.margin).max(0.0);
        let count = self.rows.len() + 1;
        let down = placed.bottom - placed.top;
        let high = |per_block: usize| (down / (per_block as f64 + HEAD + CITY_GAP)).clamp(0.0, HIGHEST);
        let in_two = high(count) < LOW && across >= TWO_BLOCKS && count > 3;
        let per_block = if in_two { count.div_ceil(2) } else { count };
        let row = high(per_block);
        let wide = if in_two { (across - GUTTER) / 2.0 } else { across };
        let blocks: Vec<f64> = if in_two {
            vec![placed.margin, frame.snapped(placed.margin + wide + GUTTER)]
        } else {
            vec![placed.margin]
        };
        // The right block may have been moved by half a pixel.
        let wide = (wide - 0.5).max(0.0);
        let language = self.words.language;
        let named = |set: Setting| {
            let names = self.rows.iter().map(|row| row.name.as_str());
            column(names, Type::plain(set.size), set.lines).max(column(
                [self.city.name.as_str()],
                Type::bold(set.size),
                1,
            ))
        };
        let values: Vec<[String; 2]> = self.all().map(Row::values).collect();
        let valued = |set: Setting, counts: bool| {
            column(
                values.iter().map(|[full, brief]| if counts { full } else { brief }.as_str()),
                Type::bold(set.size),
                1,
            )
        };
        let stated = |set: Setting| {
            column(self.all().map(|row| row.state), Type::plain(set.size), set.of_state(language).lines)
                + Sign::WIDTH * set.size
        };
        let beside = |set: Setting, counts: bool| valued(set, counts) + 3.0 * GAP + ARROW;
        let rest = |set: Setting, counts: bool| beside(set, counts) + stated(set) + wide * FIELD;
        let readable = || Setting::fitting(row).filter(|set| set.size >= READABLE);
        let whole = |&(set, counts): &(Setting, bool)| named(set) + rest(set, counts) <= wide;
        // Names are cut before type becomes too small to be read.
        let cut = |set: &Setting| wide * NAMES + rest(*set, false) <= wide;
        let mut ways = readable().map(|set| (set, true)).chain(readable().map(|set| (set, false)));
        let way = ways.find(whole).or_else(|| readable().find(cut).map(|set| (set, false)));
        let way = way.or_else(|| Setting::fitting(row).map(|set| (set, false)).find(whole));
        let says = way.is_some();
        let (set, counts) = way.unwrap_or((Setting::fitting(row).last().unwrap_or(Setting::least(row)), false));
        let names = named(set).min((wide - rest(set, counts)).max(wide * NAMES));
        let status = wide - if says { stated(set) } else { Sign::WIDTH * set.size };
        let value = status - GAP;
        let zero = frame.snapped(placed.margin + names + GAP) - placed.margin;
        Layout {
            first: placed.top + row * HEAD,
            placed,
            blocks,
            wide,
            per_block,
            row,
            set,
            names,
            zero,
            full: (value - valued(set, counts) - GAP - ARROW).max(zero),
            value,
            status,
            counts,
            says,
        }
    }
}
