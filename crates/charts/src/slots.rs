//! The slots chart: what each county is given of the task, and its share.

mod draw;
mod title;

use super::subject::{Said, Subject};
use super::tags::MISSING;
use super::{
    Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Reference, Swatch, Table, Words, record,
};
use title::{extremes, title};
use tuowei_model::{Figure, Hundredths, Outcome, Scenario, Slots};
use tuowei_text::{ChartText, Language, chart_text, hundredths, signed, thousands};

/// The allocation of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlotsChart {
    words: Words,
    bars: Vec<Bar>,
    allocated: u64,
    /// Whether some figure, or the task, differs from the official plan's.
    departs: bool,
    /// The sum of the official plan, where there is one.
    official: Option<u64>,
}

/// One county's column.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bar {
    position: usize,
    name: String,
    slots: Option<Slots>,
    share: Option<Hundredths>,
    /// The official plan's slots.
    official: Option<Slots>,
}

impl Bar {
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
        let (shown, part) = subject.shown(&slots);
        let departs = subject.slots_depart();
        let bars: Vec<Bar> = shown
            .into_iter()
            .filter_map(|(position, name)| {
                let row = outcome.rows.get(position)?;
                let official = subject.reference(position).and_then(|plan| plan.inputs.slots);
                Some(Bar { position, name, slots: row.inputs.slots, share: row.share, official })
            })
            .collect();
        let notes = subject.notes(part, slots.iter().filter(|slots| slots.is_none()).count());
        let compares = bars.iter().any(|bar| bar.departure().is_some());
        let difference = compares.then(|| subject.say(ChartText::NoteDifference));
        let heading = subject.heading(Said {
            title: title(language, scenario, outcome),
            title_warns: subject.warning().is_some(),
            unit: ChartText::UnitSlots,
            legend: if compares { legend(language) } else { Vec::new() },
            notes: difference.into_iter().chain(notes.clone()).collect(),
            source: subject.say(match subject.planned() {
                Some(_) => ChartText::SourcePlan(2, departs),
                None => ChartText::SourceEntered,
            }),
            figures: &[Figure::Slots],
        });
        let allocated = outcome.allocation.allocated;
        let task = u64::from(scenario.task().get());
        let counties = outcome.rows.len();
        let about = ChartText::AboutSlots(language.name(scenario.region().name()), counties, allocated, task);
        let mut description = subject.say(about) + &subject.say(ChartText::Sentence(&heading.title));
        if let Some((highest, lowest)) = extremes(language, scenario, outcome) {
            description += &subject.say(ChartText::AboutSlotExtremes(highest, lowest));
        }
        let words = subject.words(heading, description, &notes.iter().collect::<Vec<_>>());
        let official = official.map(|(_, outcome)| outcome.allocation.allocated);
        Self { words, bars, allocated, departs, official }
    }

    /// The same chart with a line below the source that says how the slots were allocated (分配说明).
    #[must_use]
    pub fn noting(mut self, note: Option<&str>) -> Self {
        if let Some(note) = note.map(str::trim).filter(|note| !note.is_empty()) {
            self.words.heading.remarks.insert(0, note.to_owned());
            self.words.description += &chart_text(self.words.language, ChartText::Sentence(note));
        }
        self
    }

    fn label(&self, bar: &Bar) -> String {
        let say = |text| chart_text(self.words.language, text);
        let count = |slots: Slots| u64::from(slots.get());
        let mut label = say(ChartText::MarkCounty(&bar.name));
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
        let say = |text| chart_text(self.words.language, text);
        let mut headers = vec![say(ChartText::ColumnCounty), say(ChartText::ColumnSlots), say(ChartText::ColumnShare)];
        if self.departs {
            headers.push(say(ChartText::ColumnOfficialSlots));
            headers.push(say(ChartText::ColumnDifference));
        }
        let dash = || MISSING.to_owned();
        let count = |slots: Option<Slots>| slots.map_or_else(dash, |slots| thousands(u64::from(slots.get())));
        let rows = self.bars.iter().map(|bar| {
            let share = bar.share.map_or_else(dash, hundredths);
            let mut row = vec![bar.name.clone(), count(bar.slots), share];
            if self.departs {
                let same = bar.slots.zip(bar.official).map(|_| 0);
                row.push(count(bar.official));
                row.push(bar.change().or(same).map_or_else(dash, signed));
            }
            row
        });
        let whole = if self.allocated > 0 { hundredths(Hundredths::new(10_000)) } else { dash() };
        let mut total = vec![say(ChartText::Total), thousands(self.allocated), whole];
        if self.departs {
            total.push(self.official.map_or_else(dash, thousands));
            let change = |official: u64| signed(self.allocated.cast_signed() - official.cast_signed());
            total.push(self.official.map_or_else(dash, change));
        }
        Table { headers, rows: rows.collect(), total: Some(total) }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        let said = self.bars.iter().map(|bar| (bar.position, self.label(bar))).collect();
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, said))
    }
}

fn legend(language: Language) -> Vec<LegendEntry> {
    let entry = |swatch, text| LegendEntry { swatch, text: chart_text(language, text) };
    vec![entry(Swatch::Slots, ChartText::LegendScenario), entry(Swatch::Line, ChartText::LegendOfficialSlots)]
}
