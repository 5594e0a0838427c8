//! Charts: first values that can be asked and tested, then drawn by plotters.
//!
//! A chart is built from a scenario and its outcome. It answers its title, a description in words, its
//! data as a table and where its marks lie, and draws itself into a [`Picture`] of any size:
//!
//! - [`RatesChart`]: 2025 base and 2026 target of each county;
//! - [`SlotsChart`]: the allocation and its shares;
//! - [`SupplyChart`]: places needed at the targets against places there;
//! - [`ShareChart`]: the share of inclusive slots against the wanted one;
//! - [`CompareChart`]: two to four scenarios side by side, a panel each;
//! - [`ProgressChart`]: what each county has added of its task, against the calendar;
//! - [`PaceChart`]: what the city adds over the year;
//! - [`IndicatorsChart`]: the core indicators against targets and calendar;
//! - [`RankingChart`]: the counties in order of place;
//! - [`TimelineChart`]: the tasks over the years.
//!
//! [`ChartKind`] lists them and says what a page needs to know of each ([`ChartSpec`]).
//!
//! Rates, slots, supply and shares are columns on an axis (`column_layout`, `columns`), pace is a curve, the others are rows
//! (`rows`). `subject` holds what a chart of counties is made from and what all of them say alike, `heading` what is
//! written around a chart, `tags` the labels on the marks, `canvas` draws in units of layout. Text is measured by
//! `measure`, never by a browser, so that a picture is the same everywhere.

mod canvas;
mod column_layout;
mod columns;
mod compare;
mod frame;
mod heading;
mod indicators;
mod kind;
mod measure;
mod pace;
mod palette;
mod picture;
mod progress;
mod ranking;
mod rates;
mod rows;
mod share;
mod signs;
mod slots;
mod steps;
mod subject;
mod supply;
mod tags;
mod timeline;

pub use columns::{MOST_COLUMNS, Order};
pub use compare::{CompareChart, CompareKind, MOST_ROWS};
pub use frame::Frame;
pub use heading::{Heading, LegendEntry, Swatch};
pub use indicators::IndicatorsChart;
pub use kind::{ChartHeight, ChartKind, ChartSource, ChartSpec, PlanChart, ReportChart, SupplyDemandChart};
pub use pace::PaceChart;
pub use palette::Palette;
pub use picture::{Element, Envelope, FONTS, Picture};
pub use progress::ProgressChart;
pub use ranking::RankingChart;
pub use rates::RatesChart;
pub use share::ShareChart;
pub use slots::SlotsChart;
pub use steps::{Step, steps};
pub use supply::SupplyChart;
pub use timeline::{TimelineChart, TimelineEntry};

use std::cell::RefCell;
use std::rc::Rc;

use plotters::prelude::DrawingArea;

use canvas::{Canvas, Painted};
use tuowei_model::{Outcome, Scenario};
use tuowei_text::{ChartText, ChartWords, Language};

/// How a chart is to be built.
#[derive(Clone, Copy, Debug)]
pub struct ChartOptions<'a> {
    /// The language of its words.
    pub language: Language,
    /// The scenario's name as the page shows it.
    pub scenario_name: &'a str,
    /// The day that the picture shows: `2026-03-12`.
    pub date: &'a str,
    /// In which order the counties stand.
    pub order: Order,
    /// In document order, the position of a county that must be in the picture.
    pub around: Option<usize>,
}

/// A scenario that another one is compared with, and what follows from it.
pub type Reference<'a> = (&'a Scenario, &'a Outcome);

/// Where a mark can be pointed at, and what it says then. In pixels of the frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The county's place in the region's list.
    pub position: usize,
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width of the whole column.
    pub width: f64,
    /// Height of the whole column, with the county's name.
    pub height: f64,
    /// All figures of the mark.
    pub label: String,
}

/// The data of a chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// One per column; the first column holds the counties.
    pub headers: Vec<String>,
    /// The counties in the chart's order, each with its name first. A missing figure is —.
    pub rows: Vec<Vec<String>>,
    /// The line of sums, where there is one.
    pub total: Option<Vec<String>>,
}

/// What a chart says around its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// The language that it speaks.
    pub language: Language,
    /// What stands above and below it.
    pub heading: Heading,
    /// The chart in full sentences.
    pub description: String,
}

impl Words {
    /// The heading and this description, which ends with these notes and with what stands below the source.
    fn new(language: Language, heading: Heading, mut description: String, notes: &[String]) -> Self {
        for sentence in notes.iter().chain(&heading.remarks) {
            description += &ChartText::Sentence(sentence).said(language);
        }
        Self { language, heading, description }
    }

    /// A word of the chart in its language.
    fn say(&self, text: impl ChartWords) -> String {
        text.said(self.language)
    }
}

/// What a page asks of any chart.
pub trait Chart {
    /// Which chart it is.
    fn kind(&self) -> ChartKind;

    /// Its name in test ids: `rates`.
    fn name(&self) -> &'static str {
        self.kind().spec().name
    }

    /// What it says around its marks.
    fn words(&self) -> &Words;

    /// The language of its words.
    fn language(&self) -> Language {
        self.words().language
    }

    /// Title, unit, legend, source, scenario, date and warning.
    fn heading(&self) -> &Heading {
        &self.words().heading
    }

    /// The chart in full sentences, for whoever cannot see it.
    fn description(&self) -> &str {
        &self.words().description
    }

    /// What is drawn, as figures.
    fn table(&self) -> Table;

    /// How many rows it is to have room for, where that is for the chart itself to say.
    fn rows(&self) -> usize {
        0
    }

    /// The picture, without a background, and where its marks lie in it: laid out once for both.
    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>);

    /// Where each mark lies in this frame.
    fn marks(&self, frame: &Frame) -> Vec<Mark> {
        self.show(frame, &Palette::LIGHT).1
    }

    /// The picture, without a background.
    fn draw(&self, frame: &Frame, palette: &Palette) -> Picture {
        self.show(frame, palette).0
    }
}

/// A chart as a document of its own. Apart from [`Chart`], so that a page which only shows charts need not carry it.
pub trait Document {
    /// The picture as a standalone SVG document.
    fn svg(&self, frame: &Frame, palette: &Palette) -> String;
}

impl<C: Chart + ?Sized> Document for C {
    fn svg(&self, frame: &Frame, palette: &Palette) -> String {
        self.draw(frame, palette).to_svg(&Envelope {
            title: &self.heading().title,
            description: self.description(),
            language: self.language().tag(),
            palette,
        })
    }
}

/// Records what is drawn on a canvas of the frame's size.
fn record(frame: &Frame, palette: &Palette, draw: impl FnOnce(&Canvas<'_, Picture>) -> Painted<Picture>) -> Picture {
    let picture = Rc::new(RefCell::new(Picture::new(frame)));
    // Recording cannot fail: the picture's own error is infallible and nothing else borrows it.
    let _ = draw(&Canvas { area: &DrawingArea::from(&picture), frame, palette });
    picture.take()
}
