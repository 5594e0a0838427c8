//! How the slots chart is laid out and drawn.

use plotters::coord::Shift;
use plotters::prelude::{DrawingArea, DrawingBackend, Rectangle};
use plotters::style::Color;

use super::super::canvas::{Canvas, Painted, Tone};
use super::super::columns::{Columns, reach};
use super::super::frame::Frame;
use super::super::heading::Placed;
use super::super::palette::Palette;
use super::super::tags::{MISSING, Run, Tag, Tags};
use super::{Bar, SlotsChart};
use crate::model::Slots;
use crate::text::{hundredths, signed, thousands};

/// Where everything lies, in units.
pub(super) struct Layout {
    placed: Placed,
    pub columns: Columns,
    tags: Tags,
    /// The slots that reach `reach` above the axis.
    most: f64,
    reach: f64,
    axis: f64,
    /// The upper and lower end of what belongs to a column.
    pub top: f64,
    pub bottom: f64,
}

/// How a value is set: its size, that of what stands beside it, and what that is.
#[derive(Clone, Copy)]
struct Setting {
    value: f64,
    minor: f64,
    change: Change,
    share: bool,
}

/// Where the difference from the official plan stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Beside,
    Below,
    Turned,
    Unsaid,
}

/// From the roomiest to the tightest; the first that fits is taken.
const SETTINGS: [Setting; 8] = [
    Setting { value: 13.0, minor: 10.5, change: Change::Beside, share: true },
    Setting { value: 13.0, minor: 10.5, change: Change::Below, share: true },
    Setting { value: 12.0, minor: 10.0, change: Change::Below, share: true },
    Setting { value: 13.0, minor: 10.5, change: Change::Beside, share: false },
    Setting { value: 12.0, minor: 10.0, change: Change::Below, share: false },
    Setting { value: 11.0, minor: 10.0, change: Change::Below, share: false },
    Setting { value: 11.0, minor: 10.0, change: Change::Turned, share: false },
    Setting { value: 10.0, minor: 10.0, change: Change::Unsaid, share: false },
];
/// Labels may take this part of the height, before they are set more tightly.
const LABELS: f64 = 0.5;

impl Layout {
    fn count(slots: Slots) -> f64 {
        f64::from(slots.get())
    }

    fn rise(&self, slots: Slots) -> f64 {
        Self::count(slots) / self.most * self.reach
    }
}

impl SlotsChart {
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
        }
        layout.columns.draw_axis(&canvas, layout.axis)?;
        layout.columns.draw_names(&canvas, layout.axis)
    }

    pub(super) fn layout(&self, frame: &Frame) -> Layout {
        let placed = self.heading.place(frame);
        let names: Vec<&str> = self.bars.iter().map(|bar| bar.name.as_str()).collect();
        let columns = Columns::fit(frame, placed.margin, &names);
        let axis = frame.snapped(placed.bottom - columns.height);
        let room = axis - placed.top;
        let tags = self.tags(columns.column, room);
        let most = self.bars.iter().filter_map(Bar::highest).max().filter(|most| most.get() > 0);
        let most = most.map_or(1.0, Layout::count);
        let labels = self
            .bars
            .iter()
            .enumerate()
            .map(|(index, bar)| (bar.highest().map_or(0.0, Layout::count) / most, tags.height_of(index)));
        let reach = reach(room, labels);
        Layout { top: placed.top, bottom: placed.bottom, placed, columns, tags, most, reach, axis }
    }

    fn tags(&self, column: f64, room: f64) -> Tags {
        let set = |setting: Setting| Tags {
            tags: self.bars.iter().map(|bar| tag(bar, setting)).collect(),
            turned: matches!(setting.change, Change::Turned | Change::Unsaid),
        };
        let fits = |tags: &Tags| tags.across() <= column - 0.5 && tags.height() <= room * LABELS;
        let [.., tightest] = SETTINGS;
        let narrow = Setting { value: tightest.value.min(column / 1.1), ..tightest };
        SETTINGS.into_iter().map(set).find(fits).unwrap_or_else(|| set(narrow))
    }
}

fn tag(bar: &Bar, setting: Setting) -> Tag {
    let Some(slots) = bar.slots else {
        return vec![vec![Run::minor(MISSING.to_owned(), setting.value)]];
    };
    let value = Run::value(thousands(u64::from(slots.get())), setting.value);
    let change = bar.change().map(|change| Run::minor(["(", &signed(change), ")"].concat(), setting.minor));
    let mut tag = match (setting.change, change) {
        (Change::Beside | Change::Turned, Some(change)) => vec![vec![value, change]],
        (Change::Below, Some(change)) => vec![vec![value], vec![change]],
        (_, None) | (Change::Unsaid, _) => vec![vec![value]],
    };
    if let Some(share) = bar.share.filter(|_| setting.share) {
        tag.push(vec![Run::minor(hundredths(share) + "%", setting.minor)]);
    }
    tag
}

fn draw_bar<DB: DrawingBackend>(canvas: &Canvas<'_, DB>, layout: &Layout, index: usize, bar: &Bar) -> Painted<DB> {
    let (left, right) = layout.columns.edges(canvas.frame, index);
    if let Some(slots) = bar.slots {
        let plot = canvas.plot(layout.most, layout.axis - layout.reach, layout.axis);
        let corners = [(canvas.steps(left), 0.0), (canvas.steps(right), Layout::count(slots))];
        plot.draw(&Rectangle::new(corners, canvas.colour(Tone::Slots).filled()))?;
    }
    if let Some(official) = bar.departure() {
        layout.columns.draw_line(canvas, index, layout.axis - layout.rise(official))?;
    }
    let top = layout.axis - bar.highest().map_or(0.0, |highest| layout.rise(highest));
    layout.tags.draw(canvas, index, ((left + right) / 2.0, top))
}
