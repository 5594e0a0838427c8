//! How the slots chart is laid out and drawn.

use plotters::prelude::DrawingBackend;

use super::super::canvas::{Canvas, Painted, Tone};
use super::super::column_layout::ColumnLayout;
use super::super::frame::Frame;
use super::super::tags::{Run, Tag, Tags, value_tag};
use super::{Figures, SlotsChart};
use tuowei_model::Slots;
use tuowei_text::{hundredths, signed, thousands};

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

fn count(slots: Slots) -> f64 {
    f64::from(slots.get())
}

impl SlotsChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &ColumnLayout) -> Painted<DB> {
        layout.draw_heading(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            draw_bar(canvas, layout, index, &bar.of)?;
        }
        layout.draw_foot(canvas)
    }

    pub(super) fn layout(&self, frame: &Frame) -> ColumnLayout {
        let highest = |bar: &Figures| bar.highest().map_or(0.0, count);
        ColumnLayout::new(frame, &self.words.heading, &self.bars, 0.0, highest, &|column, room| self.tags(column, room))
    }

    fn tags(&self, column: f64, room: f64) -> Tags {
        let set = |setting: Setting| Tags {
            tags: self.bars.iter().map(|bar| tag(&bar.of, setting)).collect(),
            turned: matches!(setting.change, Change::Turned | Change::Unsaid),
        };
        let fits = |tags: &Tags| tags.across() <= column - 0.5 && tags.height() <= room * LABELS;
        let [.., tightest] = SETTINGS;
        let narrow = Setting { value: tightest.value.min(column / 1.1), ..tightest };
        SETTINGS.into_iter().map(set).find(fits).unwrap_or_else(|| set(narrow))
    }
}

fn tag(bar: &Figures, setting: Setting) -> Tag {
    let Some(slots) = bar.slots else { return value_tag(None, setting.value) };
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

fn draw_bar<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    layout: &ColumnLayout,
    index: usize,
    bar: &Figures,
) -> Painted<DB> {
    if let Some(slots) = bar.slots {
        layout.field(canvas, index, (0.0, count(slots)), Tone::Slots)?;
    }
    if let Some(official) = bar.departure() {
        layout.columns.draw_line(canvas, index, layout.y_of(count(official)))?;
    }
    layout.draw_tag(canvas, index, layout.tip(index))
}
