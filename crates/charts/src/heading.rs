//! What stands around every chart: title, unit and legend above, source, scenario and date below.

use plotters::prelude::DrawingBackend;
use plotters_backend::text_anchor::HPos;

use super::ChartOptions;
use super::canvas::{Canvas, Painted, Tone, Type};
use super::frame::Frame;
use super::measure::{MIDDLE, clean, shorten, wrap};

/// The words around a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The finding, as a sentence.
    pub title: String,
    /// Unit of the values.
    pub unit: String,
    /// What the marks mean.
    pub legend: Vec<LegendEntry>,
    /// What else is to be known, e.g. which counties are shown.
    pub notes: Vec<String>,
    /// 数据来源: where the figures come from.
    pub source: String,
    /// What stands below the source: how and when the figures were counted, how the slots were allocated.
    pub remarks: Vec<String>,
    /// Name of the scenario.
    pub scenario: String,
    /// The day that the picture shows, as `2026-03-12`.
    pub date: String,
    /// That the allocation differs from the task, when it does.
    pub warning: Option<String>,
    /// Whether the title says what the warning says.
    pub title_warns: bool,
}

/// A mark and its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegendEntry {
    /// The mark.
    pub swatch: Swatch,
    /// Its meaning.
    pub text: String,
}

/// A mark as a legend shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Swatch {
    /// A field in the colour of bases.
    Base,
    /// A field in the colour of targets.
    Target,
    /// A field in the colour of slots.
    Slots,
    /// An empty field.
    Hollow,
    /// A line across.
    Line,
    /// A line upright, in the colour of what is only held against.
    Upright,
    /// A diamond.
    Diamond,
    /// A line upright, in the colour of what is to be reached.
    Tick,
    /// A thin line across, in the colour of what is only held against.
    Course,
    /// A line across with a point on it, in the colour of slots.
    Point,
    /// A broken line across, in the colour of slots.
    Dashes,
}

impl Heading {
    /// Nothing but the scenario's name and the day.
    pub(super) fn of(options: &ChartOptions<'_>) -> Self {
        Self {
            title: String::new(),
            unit: String::new(),
            legend: Vec::new(),
            notes: Vec::new(),
            source: String::new(),
            remarks: Vec::new(),
            scenario: options.scenario_name.to_owned(),
            date: options.date.to_owned(),
            warning: None,
            title_warns: false,
        }
    }

    /// Unit, legend and notes in one line of plain text.
    #[must_use]
    pub fn subtitle(&self) -> String {
        let legend = self.legend.iter().map(|entry| &entry.text);
        let parts: Vec<&str> =
            std::iter::once(&self.unit).chain(legend).chain(&self.notes).map(String::as_str).collect();
        parts.join(" · ")
    }
}

/// Title sizes to try before the title is broken into two lines.
const TITLE_SIZES: [f64; 3] = [16.0, 15.0, 14.0];
const TITLE_LINES: usize = 2;
/// A narrow frame has one more, where it is as high.
const NARROW: f64 = 400.0;
const HIGH: f64 = 280.0;
const SUBTITLE: Type = Type::minor(12.0);
const SUBTITLE_ROWS: usize = 3;
const SUBTITLE_LEADING: f64 = 19.0;
const FOOTER: Type = Type::minor(10.5);
const FOOTER_ROWS: usize = 2;
const FOOTER_LEADING: f64 = 15.0;
/// Lines of one remark below the source.
const REMARK_LINES: usize = 2;
/// Remarks leave the chart this part of the frame's height, and never less than so many units.
const CHART_SHARE: f64 = 0.45;
const LEAST_CHART: f64 = 120.0;
/// Between two entries of a row.
const GAP: f64 = 14.0;
const FOOTER_GAP: f64 = 10.0;
/// Side of a legend's field, and the space after it.
const SWATCH: f64 = 9.0;
const SWATCH_GAP: f64 = 5.0;
/// Room for the warning sign before a text.
const SIGN: f64 = 15.0;
/// Space around the words of a warning.
const PADDING: f64 = 6.0;

/// A heading laid out in a frame; all in units.
pub(super) struct Placed {
    pieces: Vec<Piece>,
    /// Where the chart itself may begin.
    pub top: f64,
    /// Where it must end.
    pub bottom: f64,
    /// Free space at the left and right edge.
    pub margin: f64,
}

enum Piece {
    Text { text: String, at: (f64, f64), across: HPos, set: Type },
    Mark { swatch: Swatch, at: (f64, f64) },
    Sign { at: (f64, f64) },
    Ground { from: (f64, f64), to: (f64, f64) },
}

impl Heading {
    /// Lays the words out; long ones are broken, then cut, never run over the frame.
    pub(super) fn place(&self, frame: &Frame) -> Placed {
        let margin = (frame.across() * 0.035).clamp(12.0, 24.0).round();
        let mut placed = Placed { pieces: Vec::new(), top: margin.min(14.0), bottom: frame.down(), margin };
        self.place_title(frame, &mut placed);
        self.place_subtitle(frame, &mut placed);
        self.place_footer(frame, &mut placed);
        placed
    }

    fn place_title(&self, frame: &Frame, placed: &mut Placed) {
        let title = clean(&self.title);
        let sign = if self.title_warns { SIGN + 4.0 } else { 0.0 };
        let room = frame.across() - 2.0 * placed.margin - frame.reserved - sign;
        let set = Type::bold;
        let one_line = TITLE_SIZES.into_iter().map(set).find(|set| set.width(&title) <= room);
        // Smaller type, or a third line on a phone, before words are lost.
        let high = frame.across() < NARROW && frame.down() >= HIGH;
        let smaller = [TITLE_SIZES[1], TITLE_SIZES[2], 13.0].map(|size| (set(size), TITLE_LINES));
        let smaller = smaller.into_iter().chain(high.then_some((set(TITLE_SIZES[2]), TITLE_LINES + 1)));
        let broken = |(set, most): (Type, usize)| (set, wrap(&title, room / set.size, true, most));
        let is_whole = |(_, lines): &(Type, Vec<String>)| lines.last().is_none_or(|last| !last.ends_with('…'));
        let ways = one_line.map(|set| (set, 1)).into_iter().chain(smaller);
        let way = ways.map(broken).find(is_whole);
        let (set, lines) = way.unwrap_or_else(|| broken((set(TITLE_SIZES[1]), TITLE_LINES)));
        for (row, text) in lines.into_iter().enumerate() {
            let baseline = placed.top + set.size;
            if row == 0 && self.title_warns {
                placed.pieces.push(Piece::Sign { at: (placed.margin + 1.0, baseline - MIDDLE * set.size) });
            }
            let at = (placed.margin + sign, baseline);
            placed.pieces.push(Piece::Text { text, at, across: HPos::Left, set });
            placed.top += (set.size * 1.35).round();
        }
    }

    fn place_subtitle(&self, frame: &Frame, placed: &mut Placed) {
        let right = frame.across() - placed.margin;
        let (mut x, mut row) = (placed.margin, 0);
        let bold = Type::bold(SUBTITLE.size);
        let warning = self.warning.as_ref().filter(|_| !self.title_warns);
        let warning = warning.map(|text| (None, text, bold.toned(Tone::Warning)));
        let mut baseline = placed.top + if warning.is_some() { 16.0 } else { 14.0 };
        let plain = |text| (None, text, SUBTITLE);
        let legend = self.legend.iter().map(|entry| match entry.swatch {
            Swatch::Target => (Some(entry.swatch), &entry.text, bold.toned(Tone::Accent)),
            _ => (Some(entry.swatch), &entry.text, SUBTITLE),
        });
        let entries = warning.into_iter().chain([plain(&self.unit)]).chain(legend).chain(self.notes.iter().map(plain));
        for (swatch, text, set) in entries {
            let warns = set.tone == Tone::Warning;
            let before = match swatch {
                Some(_) => SWATCH + SWATCH_GAP,
                None if warns => SIGN + PADDING,
                None => 0.0,
            };
            let after = if warns { PADDING } else { 0.0 };
            let text = shorten(&clean(text), (right - placed.margin - before - after) / set.size, set.bold);
            let width = before + set.width(&text) + after;
            if x > placed.margin && x + width > right {
                row += 1;
                if row == SUBTITLE_ROWS {
                    break;
                }
                (x, baseline) = (placed.margin, baseline + SUBTITLE_LEADING);
            }
            let middle = baseline - MIDDLE * set.size;
            if let Some(swatch) = swatch {
                placed.pieces.push(Piece::Mark { swatch, at: (frame.snapped(x), middle) });
            } else if warns {
                placed.pieces.push(Piece::Ground { from: (x, middle - 9.0), to: (x + width, middle + 9.0) });
                placed.pieces.push(Piece::Sign { at: (x + PADDING, middle) });
            }
            placed.pieces.push(Piece::Text { text, at: (x + before, baseline), across: HPos::Left, set });
            x += width + GAP;
        }
        placed.top = baseline + 12.0;
    }

    fn place_footer(&self, frame: &Frame, placed: &mut Placed) {
        let (left, right) = (placed.margin, frame.across() - placed.margin);
        let room = right - left;
        let mut rows = wrap(&clean(&self.source), room / FOOTER.size, false, FOOTER_ROWS);
        let date = shorten(&clean(&self.date), room * 0.4 / FOOTER.size, false);
        let date_width = FOOTER.width(&date);
        let before_date = room - date_width - FOOTER_GAP;
        let scenario = shorten(&clean(&self.scenario), before_date * 0.6 / FOOTER.size, false);
        let width = date_width + FOOTER_GAP + FOOTER.width(&scenario);
        let fits = |row: &String| FOOTER.width(row) + FOOTER_GAP + width <= room;
        let sources = rows.len();
        let taken = if rows.last().is_some_and(fits) { sources } else { sources + 1 };
        let last = frame.down() - placed.margin.min(12.0);
        let chart = (frame.down() * CHART_SHARE).max(LEAST_CHART);
        let free = last - FOOTER_LEADING * (taken as f64 - 1.0) - FOOTER.size - 7.0 - placed.top - chart;
        rows.extend(self.remark_lines(room, (free / FOOTER_LEADING).clamp(0.0, 8.0) as usize));
        // The lowest row that leaves room for scenario and date, else one of their own.
        let beside = (sources.saturating_sub(1)..rows.len()).rev().find(|row| rows.get(*row).is_some_and(fits));
        let beside = beside.unwrap_or(rows.len());
        if beside == rows.len() {
            rows.push(String::new());
        }
        let first = last - FOOTER_LEADING * (rows.len() as f64 - 1.0);
        let y_of = |row: usize| first + FOOTER_LEADING * row as f64;
        for (row, text) in rows.into_iter().enumerate() {
            placed.pieces.push(Piece::Text { text, at: (left, y_of(row)), across: HPos::Left, set: FOOTER });
        }
        let scenario_at = (right - date_width - FOOTER_GAP, y_of(beside));
        placed.pieces.push(Piece::Text { text: scenario, at: scenario_at, across: HPos::Right, set: FOOTER });
        placed.pieces.push(Piece::Text { text: date, at: (right, y_of(beside)), across: HPos::Right, set: FOOTER });
        placed.bottom = first - FOOTER.size - 7.0;
    }

    /// The remarks in at most so many lines: each in one, those that come first in more while there are any.
    fn remark_lines(&self, room: f64, most: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for (index, remark) in self.remarks.iter().enumerate() {
            let later = self.remarks.len() - index - 1;
            let left = most - lines.len();
            if left == 0 {
                break;
            }
            let own = left.saturating_sub(later).clamp(1, REMARK_LINES);
            lines.extend(wrap(&clean(remark), room / FOOTER.size, false, own));
        }
        lines
    }
}

impl Placed {
    /// Draws what was laid out.
    pub(super) fn draw<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>) -> Painted<DB> {
        for piece in &self.pieces {
            match piece {
                Piece::Text { text, at, across, set } => canvas.text(text, *at, *across, *set)?,
                Piece::Ground { from, to } => canvas.fill(*from, *to, Tone::WarningGround)?,
                Piece::Sign { at: (x, y) } => {
                    canvas.shape(&[(x + 5.5, y - 5.5), (x + 11.0, y + 4.5), (*x, y + 4.5)], Tone::Warning)?;
                }
                Piece::Mark { swatch, at } => draw_swatch(canvas, *swatch, *at)?,
            }
        }
        Ok(())
    }
}

fn draw_swatch<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, swatch: Swatch, (x, middle): (f64, f64)) -> Painted<DB> {
    let top = canvas.frame.snapped(middle - SWATCH / 2.0);
    let (from, to) = ((x, top), (x + SWATCH, top + SWATCH));
    match swatch {
        Swatch::Base => canvas.fill(from, to, Tone::Base),
        Swatch::Target => canvas.fill(from, to, Tone::Accent),
        Swatch::Slots => canvas.fill(from, to, Tone::Slots),
        Swatch::Hollow => canvas.outline(from, to, Tone::Axis),
        Swatch::Line => {
            let middle = canvas.frame.snapped(middle - 1.0);
            canvas.fill((x - 1.0, middle), (x + SWATCH + 2.0, middle + 2.0), Tone::Ink)
        }
        Swatch::Upright => {
            let x = canvas.frame.snapped(x + SWATCH / 2.0 - 1.0);
            canvas.fill((x, top - 2.0), (x + 2.0, top + SWATCH + 2.0), Tone::Muted)
        }
        Swatch::Tick => {
            let x = canvas.frame.snapped(x + SWATCH / 2.0 - 1.0);
            canvas.fill((x, top - 2.0), (x + 2.0, top + SWATCH + 2.0), Tone::Ink)
        }
        Swatch::Course => {
            let middle = canvas.frame.snapped(middle - 1.0);
            canvas.fill((x - 1.0, middle), (x + SWATCH + 2.0, middle + 2.0), Tone::Edge)
        }
        Swatch::Point => {
            canvas.path(&[(x - 1.0, middle), (x + SWATCH + 2.0, middle)], 2.5, Tone::Slots)?;
            canvas.disc((x + SWATCH / 2.0 + 0.5, middle), 3.25, Tone::Slots)
        }
        Swatch::Dashes => {
            canvas.path(&[(x - 1.0, middle), (x + 3.5, middle)], 2.0, Tone::Slots)?;
            canvas.path(&[(x + 6.5, middle), (x + SWATCH + 2.0, middle)], 2.0, Tone::Slots)
        }
        Swatch::Diamond => canvas.diamond((x + SWATCH / 2.0, top + SWATCH / 2.0), Tone::Accent),
    }
}
