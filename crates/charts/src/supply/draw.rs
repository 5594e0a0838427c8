//! How the supply chart is laid out and drawn.

use plotters::prelude::DrawingBackend;

use super::super::canvas::{Canvas, Painted, Tone};
use super::super::column_layout::ColumnLayout;
use super::super::frame::Frame;
use super::super::tags::{Run, Tag, Tags, value_tag};
use super::{Figures, ROOMY, SupplyChart};
use tuowei_text::{ChartWords, Language, SupplyText, hundredths};

/// How a label is set: the size of what is short or to spare, that of what stands below it, and what that is.
#[derive(Clone, Copy)]
struct Setting {
    value: f64,
    minor: f64,
    detail: Detail,
}

/// What stands below what is short or to spare.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Places needed, places there and the utilisation needed.
    All,
    Counts,
    Utilisation,
    Nothing,
    /// Nothing, and the label reads upwards.
    Turned,
}

const fn setting(value: f64, minor: f64, detail: Detail) -> Setting {
    Setting { value, minor, detail }
}

/// From the roomiest to the tightest; the first that fits is taken.
const SETTINGS: [Setting; 13] = [
    setting(13.0, 10.5, Detail::All),
    setting(12.0, 10.5, Detail::All),
    setting(11.0, 10.0, Detail::All),
    setting(12.0, 10.5, Detail::Counts),
    setting(11.0, 10.0, Detail::Counts),
    setting(13.0, 10.5, Detail::Utilisation),
    setting(12.0, 10.0, Detail::Utilisation),
    setting(13.0, 10.5, Detail::Nothing),
    setting(12.0, 10.0, Detail::Nothing),
    setting(11.0, 10.0, Detail::Nothing),
    setting(10.5, 10.0, Detail::Nothing),
    setting(11.0, 10.0, Detail::Turned),
    setting(10.0, 10.0, Detail::Turned),
];
/// Labels may take this part of the height, before they are set more tightly.
const LABELS: f64 = 0.5;
/// New slots are drawn at least this high.
const THINNEST: f64 = 2.0;
/// A gap lower than this is only the distance between two lines.
const LOWEST_GAP: f64 = 4.0;

fn height(count: u64) -> f64 {
    count as f64
}

impl SupplyChart {
    /// Draws the chart as it is laid out.
    pub(super) fn draw_on<DB: DrawingBackend>(&self, canvas: &Canvas<'_, DB>, layout: &ColumnLayout) -> Painted<DB> {
        layout.draw_heading(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            draw_bar(canvas, layout, index, &bar.of)?;
        }
        layout.draw_foot(canvas)?;
        for (index, bar) in self.bars.iter().enumerate() {
            if let Some(needed) = bar.of.needed {
                layout.draw_level(canvas, index, height(needed))?;
            }
            layout.draw_tag(canvas, index, layout.tip(index))?;
        }
        Ok(())
    }

    pub(super) fn layout(&self, frame: &Frame) -> ColumnLayout {
        let highest = |figures: &Figures| height(figures.highest());
        ColumnLayout::new(frame, &self.words.heading, &self.bars, 0.0, highest, &|column, room| self.tags(column, room))
    }

    fn tags(&self, column: f64, room: f64) -> Tags {
        let language = self.words.language;
        let set = |setting: Setting| Tags {
            tags: self.bars.iter().map(|bar| tag(language, &bar.of, setting)).collect(),
            turned: setting.detail == Detail::Turned,
        };
        let fits = |tags: &Tags| tags.across() <= column - 1.5 && tags.height() <= room * LABELS;
        let roomy = self.bars.len() <= ROOMY;
        let allowed = |setting: &Setting| roomy || !matches!(setting.detail, Detail::All | Detail::Utilisation);
        let upright = || Tags::upright(column, room, &|size| set(setting(size, size, Detail::Turned)));
        SETTINGS.into_iter().filter(allowed).map(set).find(fits).unwrap_or_else(upright)
    }
}

fn tag(language: Language, figures: &Figures, setting: Setting) -> Tag {
    let spare = figures.spare.map(|spare| SupplyText::TagSpare(spare).said(language));
    let mut tag = match spare {
        Some(short) if figures.spare < Some(0) => vec![vec![Run::alert(short, setting.value)]],
        spare => value_tag(spare, setting.value),
    };
    let mut below = |text: Option<String>| {
        if let Some(text) = text {
            tag.push(vec![Run::minor(text, setting.minor)]);
        }
    };
    if matches!(setting.detail, Detail::All | Detail::Counts) {
        below(figures.needed.map(|count| SupplyText::TagNeeded(count).said(language)));
        below(figures.there.map(|count| SupplyText::TagThere(count).said(language)));
    }
    if matches!(setting.detail, Detail::All | Detail::Utilisation) {
        below(figures.utilisation.map(|utilisation| hundredths(utilisation) + "%"));
    }
    tag
}

fn draw_bar<DB: DrawingBackend>(
    canvas: &Canvas<'_, DB>,
    layout: &ColumnLayout,
    index: usize,
    figures: &Figures,
) -> Painted<DB> {
    let (left, right) = layout.columns.edges(canvas.frame, index);
    if let Some(now) = figures.now {
        layout.field(canvas, index, (0.0, height(now)), Tone::Base)?;
    }
    let Some(there) = figures.there else { return Ok(()) };
    let now = figures.now.unwrap_or(0);
    let top = layout.y_of(height(there));
    if layout.rise(height(there)) - layout.rise(height(now)) >= THINNEST {
        layout.field(canvas, index, (height(now), height(there)), Tone::Slots)?;
    } else if there > now {
        let tip = top.min(layout.axis - THINNEST);
        canvas.fill((left, tip), (right, tip + THINNEST), Tone::Slots)?;
    }
    let Some(needed) = figures.needed.filter(|needed| *needed > there) else { return Ok(()) };
    let gap = layout.y_of(height(needed));
    if top - gap >= LOWEST_GAP { canvas.outline((left, gap), (right, top), Tone::Warning) } else { Ok(()) }
}
