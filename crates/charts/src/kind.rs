//! Every chart there is, and what a page needs to know of each: one row per chart.

use strum::VariantArray;

use super::{CompareKind, MOST_COLUMNS, MOST_ROWS};
use tuowei_model::Figure;
use tuowei_text::{GridColumn, Word};

/// A chart. They stand in the order in which they are presented.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray)]
pub enum ChartKind {
    /// Base and target of each county.
    Rates,
    /// The allocation and its shares.
    Slots,
    /// Allocations of scenarios side by side.
    CompareSlots,
    /// Targets of scenarios side by side.
    CompareRates,
    /// Places needed against places there.
    Supply,
    /// The share of inclusive slots.
    Share,
    /// New inclusive slots of each county against the calendar.
    Progress,
    /// New inclusive slots of the city over the year.
    Pace,
    /// The core indicators.
    Indicators,
    /// The counties in order of place.
    Ranking,
    /// Tasks over the years.
    Timeline,
}

/// What a page needs to know of a chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChartSpec {
    /// Its name in test ids: `compare-slots`.
    pub name: &'static str,
    /// The test id of the dialog that shows its picture to be copied by hand.
    pub copy_dialog: &'static str,
    /// Its name in words, on the page and in the names of downloads.
    pub word: Word,
    /// What it is drawn from.
    pub source: ChartSource,
    /// The column of the grid whose figures its marks show; none where they show no county's figure of the grid.
    pub column: Option<GridColumn>,
    /// Whether its counties can be ordered by value.
    pub can_be_ordered: bool,
    /// Whether it follows the plan's uplift and slots, so that changing them while presenting shows.
    pub follows_plan: bool,
    /// How high it is on a page.
    pub height: ChartHeight,
}

/// What a chart is drawn from, and which of the charts drawn from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartSource {
    /// The scenario and its outcome.
    Plan(PlanChart),
    /// Supply and demand of the scenario.
    Supply(SupplyDemandChart),
    /// Scenarios side by side.
    Comparison(CompareKind),
    /// A report of the counties.
    Report(ReportChart),
    /// The ledger of tasks.
    Tasks,
}

/// The charts of the plan itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanChart {
    /// [`ChartKind::Rates`].
    Rates,
    /// [`ChartKind::Slots`].
    Slots,
}

/// The charts of supply and demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupplyDemandChart {
    /// [`ChartKind::Supply`].
    Supply,
    /// [`ChartKind::Share`].
    Share,
}

/// The charts of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportChart {
    /// [`ChartKind::Progress`].
    Progress,
    /// [`ChartKind::Pace`].
    Pace,
    /// [`ChartKind::Indicators`].
    Indicators,
    /// [`ChartKind::Ranking`].
    Ranking,
}

/// How high a chart is on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartHeight {
    /// Low enough that two charts fit beside the grid, on a screen of 1366 × 768 as on one of 1920 × 1080.
    ByWidth,
    /// A row for each county, up to so many, and no lower than so many pixels.
    Counties {
        /// The most rows.
        most: usize,
        /// The least height, in pixels.
        least: u32,
    },
    /// A row for each of the chart's own ([`Chart::rows`](super::Chart::rows)).
    Rows,
    /// Always the same, in pixels.
    Fixed {
        /// On a phone.
        narrow: u32,
        /// Elsewhere.
        wide: u32,
    },
}

/// A phone is narrower than this, in pixels.
const NARROW: u32 = 480;

impl ChartHeight {
    /// Pixels that a chart of this width is high, in a region of so many counties and with so many rows of its own.
    #[must_use]
    pub fn pixels(self, width: u32, counties: usize, rows: usize) -> u32 {
        let is_narrow = width < NARROW;
        match self {
            // On a phone names stand upright and need their own room.
            Self::ByWidth => {
                if is_narrow {
                    290
                } else {
                    (width / 2).clamp(250, 380)
                }
            }
            Self::Counties { most, least } => {
                // Rows lie below title and names.
                let above = if is_narrow { 200 } else { 160 };
                whole(counties.min(most)).saturating_mul(20).saturating_add(above).max(least)
            }
            Self::Rows => whole(rows).saturating_mul(30).saturating_add(170).clamp(240, 800),
            Self::Fixed { narrow, wide } => {
                if is_narrow {
                    narrow
                } else {
                    wide
                }
            }
        }
    }
}

fn whole(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

macro_rules! spec {
    ($name:literal, $($field:ident: $value:expr),+ $(,)?) => {
        ChartSpec { name: $name, copy_dialog: concat!("copy-", $name, "-dialog"), $($field: $value),+ }
    };
}

impl ChartKind {
    /// Every chart.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// What a page needs to know of it.
    #[must_use]
    pub const fn spec(self) -> ChartSpec {
        match self {
            Self::Rates => spec!(
                "rates",
                word: Word::ChartRates,
                source: ChartSource::Plan(PlanChart::Rates),
                column: Some(GridColumn::Target),
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::ByWidth,
            ),
            Self::Slots => spec!(
                "slots",
                word: Word::ChartSlots,
                source: ChartSource::Plan(PlanChart::Slots),
                column: Some(GridColumn::Share),
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::ByWidth,
            ),
            Self::CompareSlots => spec!(
                "compare-slots",
                word: Word::ChartCompareSlots,
                source: ChartSource::Comparison(CompareKind::Slots),
                column: Some(GridColumn::Input(Figure::Slots)),
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::Counties { most: MOST_ROWS, least: 0 },
            ),
            Self::CompareRates => spec!(
                "compare-rates",
                word: Word::ChartCompareRates,
                source: ChartSource::Comparison(CompareKind::Rates),
                column: Some(GridColumn::Target),
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::Counties { most: MOST_ROWS, least: 0 },
            ),
            Self::Supply => spec!(
                "supply",
                word: Word::ChartSupply,
                source: ChartSource::Supply(SupplyDemandChart::Supply),
                column: Some(GridColumn::Utilisation),
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::ByWidth,
            ),
            Self::Share => spec!(
                "share",
                word: Word::ChartShare,
                source: ChartSource::Supply(SupplyDemandChart::Share),
                column: Some(GridColumn::InclusiveShare),
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::ByWidth,
            ),
            Self::Progress => spec!(
                "progress",
                word: Word::ChartProgress,
                source: ChartSource::Report(ReportChart::Progress),
                column: None,
                can_be_ordered: true,
                follows_plan: true,
                height: ChartHeight::Counties { most: MOST_COLUMNS, least: 300 },
            ),
            Self::Pace => spec!(
                "pace",
                word: Word::ChartPace,
                source: ChartSource::Report(ReportChart::Pace),
                column: None,
                can_be_ordered: false,
                follows_plan: true,
                height: ChartHeight::ByWidth,
            ),
            Self::Indicators => spec!(
                "indicators",
                word: Word::ChartIndicators,
                source: ChartSource::Report(ReportChart::Indicators),
                column: None,
                can_be_ordered: false,
                follows_plan: false,
                height: ChartHeight::Fixed { narrow: 620, wide: 520 },
            ),
            Self::Ranking => spec!(
                "ranking",
                word: Word::ChartRanking,
                source: ChartSource::Report(ReportChart::Ranking),
                column: None,
                can_be_ordered: false,
                follows_plan: false,
                height: ChartHeight::Counties { most: MOST_COLUMNS, least: 300 },
            ),
            Self::Timeline => spec!(
                "timeline",
                word: Word::ChartTimeline,
                source: ChartSource::Tasks,
                column: None,
                can_be_ordered: false,
                follows_plan: false,
                height: ChartHeight::Rows,
            ),
        }
    }
}
