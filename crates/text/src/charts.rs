//! What charts say: titles that state the finding, legends, sources, marks, tables, descriptions.

mod en;
pub mod monitor_overview;
pub mod monitor_progress;
mod supply;
mod zh_cn;

pub use supply::SupplyText;

use super::{Language, hundredths};
use tuowei_model::Hundredths;

/// Something that a chart says. Counts are counties or slots, [`Hundredths`] percent or points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartText<'a> {
    /// All targets lie equally far above (or, negative, below) their base.
    TargetsMoveAlike(Hundredths),
    /// The targets lie this far above their bases, at least and at most; negative below.
    TargetsMove(Hundredths, Hundredths),
    /// One county's target, and how far it lies above its base.
    OneTarget(&'a str, Hundredths, Hundredths),
    /// No uplift is known, for the target year.
    TargetsUnknown(u16),
    /// So many counties lack their figures.
    NoteUnknown(usize),
    /// There is no task, and nothing is allocated.
    NoTask,
    /// No county has an allocation yet; holds the task.
    NothingAllocated(u64),
    /// All slots, given to one county.
    SlotsToOne(u64, &'a str),
    /// All slots, and the county with the most of them, with its share.
    SlotsTopOne(u64, &'a str, Hundredths),
    /// All slots, and the two counties with the most of them, with their share together.
    SlotsTopTwo(u64, &'a str, &'a str, Hundredths),
    /// All slots, the same number to each county.
    SlotsAlike(u64, u64),
    /// All slots, and the least and most that a county gets.
    SlotsBetween(u64, u64, u64),
    /// So many are allocated, this many beyond the task.
    AllocatedOver(u64, u64),
    /// So many are allocated, this many less than the task.
    AllocatedUnder(u64, u64),
    /// The mark of a scenario whose sum lies above the task.
    WarnOver(u64, u64),
    /// The mark of a scenario whose sum lies below the task.
    WarnUnder(u64, u64),
    /// Unit of rates.
    UnitPercent,
    /// Unit of slots.
    UnitSlots,
    /// Bases, of the year before the target year.
    LegendBase(u16),
    /// What the targets add to the bases.
    LegendUplift(u16),
    /// The official plan's target.
    LegendOfficialTarget,
    /// Targets typed by hand.
    LegendPinned,
    /// Targets under their base.
    LegendBelowBase,
    /// The scenario's own slots.
    LegendScenario,
    /// The official plan's slots.
    LegendOfficialSlots,
    /// Differences stand in brackets.
    NoteDifference,
    /// The city rate, base and target.
    NoteCity(Hundredths, Hundredths),
    /// Counties from, to, of how many.
    NoteChunk(usize, usize, usize),
    /// The first counties by value, of how many.
    NoteTop(usize, usize),
    /// Table of the official plan, and whether the scenario departs from it.
    SourcePlan(u8, bool),
    /// Figures that were entered in this page.
    SourceEntered,
    /// Heading of the counties' column.
    ColumnCounty,
    /// Heading of bases.
    ColumnBase(u16),
    /// Heading of targets.
    ColumnTarget(u16),
    /// Heading of uplifts.
    ColumnUplift,
    /// Heading of the official plan's targets.
    ColumnOfficialTarget,
    /// Heading of slots.
    ColumnSlots,
    /// Heading of shares.
    ColumnShare,
    /// Heading of the official plan's slots.
    ColumnOfficialSlots,
    /// Heading of differences from the official plan.
    ColumnDifference,
    /// Heading of the line of sums.
    Total,
    /// A county's name before its figures.
    MarkCounty(&'a str),
    /// A base, of this year.
    MarkBase(u16, Option<Hundredths>),
    /// A target, of this year.
    MarkTarget(u16, Option<Hundredths>),
    /// How far the target lies above its base.
    MarkUplift(Hundredths),
    /// The target was typed by hand.
    MarkPinned,
    /// The official plan's target.
    MarkOfficialTarget(Hundredths),
    /// Slots.
    MarkSlots(Option<u64>),
    /// Share of all slots.
    MarkShare(Hundredths),
    /// The official plan's slots, and the difference from them.
    MarkOfficialSlots(u64, i64),
    /// A sentence of its own.
    Sentence(&'a str),
    /// What the rates chart is about: region, counties, year.
    AboutRates(&'a str, usize, u16),
    /// The highest target and the lowest: county and rate.
    AboutExtremes((&'a str, Hundredths), (&'a str, Hundredths)),
    /// The city rate, base and target.
    AboutCity(Hundredths, Hundredths),
    /// What the slots chart is about: region, counties, slots given, task.
    AboutSlots(&'a str, usize, u64, u64),
    /// The counties with the most slots and the fewest.
    AboutSlotExtremes((&'a str, u64), (&'a str, u64)),
}

/// Something that a chart says, in whatever enum it stands.
pub trait ChartWords: Copy {
    /// It, in a language.
    fn said(self, language: Language) -> String;
}

impl ChartWords for ChartText<'_> {
    fn said(self, language: Language) -> String {
        chart_text(language, self)
    }
}

/// What a chart says, in a language.
#[must_use]
pub fn chart_text(language: Language, text: ChartText<'_>) -> String {
    match language {
        Language::Chinese => zh_cn::say(text),
        Language::English => en::say(text),
    }
}

/// A number of points without its sign, which the words say.
fn size(points: Hundredths) -> String {
    hundredths(Hundredths::new(points.get().saturating_abs()))
}

/// A number of points with its sign.
fn moved(points: Hundredths) -> String {
    let sign = match points.get() {
        0 => "",
        above if above > 0 => "+",
        _ => "−",
    };
    [sign, &size(points)].concat()
}

fn or_dash<T>(value: Option<T>, shown: impl Fn(T) -> String) -> String {
    value.map_or_else(|| "—".to_owned(), shown)
}

fn percent(value: Hundredths) -> String {
    hundredths(value) + "%"
}
