//! The slots chart: what each county is given of the task, and its share.

mod draw;
mod title;

use super::subject::{Bar, Said, Subject};
use super::tags::or_dash;
use super::{
    Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Reference, Swatch, Table, Words, record,
};
use title::{extremes, title};
use tuowei_model::{Figure, Hundredths, Outcome, Scenario, Slots};
use tuowei_text::{ChartText, hundredths, signed, thousands};

/// The allocation of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotsChart {
    words: Words,
    bars: Vec<Bar<Figures>>,
    allocated: u64,
    /// Whether some figure, or the task, differs from the official plan's.
    departs: bool,
    /// The sum of the official plan, where there is one.
    official: Option<u64>,
}

/// What is known of a county.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Figures {
    slots: Option<Slots>,
    share: Option<Hundredths>,
    /// The official plan's slots.
    official: Option<Slots>,
}

impl Figures {
    /// The official plan's slots, where the scenario departs from them.
    fn departure(&self) -> Option<Slots> {
        let slots = self.slots?;
        self.official.filter(|official| *official != slots)
    }

    /// How many slots more than the official plan gives.
    fn change(&self) -> Option<i64> {
        let (slots, official) = (self.slots?, self.departure()?);
        Some(i64::from(slots.get()) - i64::from(official.get()))
    }

    /// How high its marks reach.
    fn highest(&self) -> Option<Slots> {
        self.slots.max(self.departure())
    }
}

impl SlotsChart {
    /// The chart of a scenario; `official` is the plan that it may depart from.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        outcome: &Outcome,
        official: Option<Reference<'_>>,
        options: &ChartOptions<'_>,
    ) -> Self {
        let subject = Subject { scenario, outcome, official, options };
        let language = options.language;
        let slots: Vec<Option<u32>> = outcome.rows.iter().map(|row| row.inputs.slots.map(Slots::get)).collect();
        let (bars, part) = subject.bars(&slots, |position| {
            let row = outcome.rows.get(position)?;
            let official = subject.reference(position).and_then(|plan| plan.inputs.slots);
            Some(Figures { slots: row.inputs.slots, share: row.share, official })
        });
        let departs = subject.slots_depart();
        let notes = subject.notes(part, slots.iter().filter(|slots| slots.is_none()).count());
        let compares = bars.iter().any(|bar| bar.of.departure().is_some());
        let difference = compares.then(|| subject.say(ChartText::NoteDifference));
        let heading = subject.heading(Said {
            title: title(&subject),
            title_warns: subject.warning().is_some(),
            unit: ChartText::UnitSlots,
            legend: if compares { legend(&subject) } else { Vec::new() },
            notes: difference.into_iter().chain(notes.clone()).collect(),
            source: subject.source(ChartText::SourcePlan(2, departs)),
            figures: &[Figure::Slots],
        });
        let allocated = outcome.allocation.allocated;
        let task = u64::from(scenario.task().get());
        let counties = outcome.rows.len();
        let about = ChartText::AboutSlots(language.name(scenario.region().name()), counties, allocated, task);
        let extremes = extremes(&subject).map(|[most, fewest]| ChartText::AboutSlotExtremes(most, fewest));
        let more = extremes.map(|text| subject.say(text));
        let words = subject.words(heading, subject.say(about), more.as_slice(), &notes);
        let official = official.map(|(_, outcome)| outcome.allocation.allocated);
        Self { words, bars, allocated, departs, official }
    }

    /// The same chart with a line below the source that says how the slots were allocated (分配说明).
    #[must_use]
    pub fn noting(mut self, note: Option<&str>) -> Self {
        if let Some(note) = note.map(str::trim).filter(|note| !note.is_empty()) {
            self.words.heading.remarks.insert(0, note.to_owned());
            self.words.description += &self.words.say(ChartText::Sentence(note));
        }
        self
    }

    fn label(&self, bar: &Bar<Figures>) -> String {
        let say = |text: ChartText<'_>| self.words.say(text);
        let count = |slots: Slots| u64::from(slots.get());
        let mut label = say(ChartText::MarkCounty(&bar.name));
        let bar = &bar.of;
        label += &say(ChartText::MarkSlots(bar.slots.map(count)));
        if let Some(share) = bar.share {
            label += &say(ChartText::MarkShare(share));
        }
        if let Some((official, change)) = bar.official.zip(bar.change()) {
            label += &say(ChartText::MarkOfficialSlots(count(official), change));
        }
        label
    }
}

impl Chart for SlotsChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Slots
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let say = |text: ChartText<'_>| self.words.say(text);
        let mut headers = vec![say(ChartText::ColumnCounty), say(ChartText::ColumnSlots), say(ChartText::ColumnShare)];
        if self.departs {
            headers.push(say(ChartText::ColumnOfficialSlots));
            headers.push(say(ChartText::ColumnDifference));
        }
        let count = |slots: Option<Slots>| or_dash(slots, |slots| thousands(u64::from(slots.get())));
        let rows = self.bars.iter().map(|Bar { name, of: bar, .. }| {
            let mut row = vec![name.clone(), count(bar.slots), or_dash(bar.share, hundredths)];
            if self.departs {
                let same = bar.slots.zip(bar.official).map(|_| 0);
                row.push(count(bar.official));
                row.push(or_dash(bar.change().or(same), signed));
            }
            row
        });
        let whole = (self.allocated > 0).then_some(Hundredths::new(10_000));
        let mut total = vec![say(ChartText::Total), thousands(self.allocated), or_dash(whole, hundredths)];
        if self.departs {
            total.push(or_dash(self.official, thousands));
            let change = |official: u64| signed(self.allocated.cast_signed() - official.cast_signed());
            total.push(or_dash(self.official, change));
        }
        Table { headers, rows: rows.collect(), total: Some(total) }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        let marks = layout.marks(frame, &self.bars, |bar| self.label(bar));
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), marks)
    }
}

fn legend(subject: &Subject<'_>) -> Vec<LegendEntry> {
    vec![
        subject.entry(Swatch::Slots, ChartText::LegendScenario),
        subject.entry(Swatch::Line, ChartText::LegendOfficialSlots),
    ]
}
