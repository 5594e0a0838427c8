//! The share chart: inclusive slots among all slots, against the share that the city wants (普惠托位占比).

mod draw;
mod title;

use super::subject::{Said, Subject, is_open};
use super::tags::MISSING;
use super::{
    Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Reference, Swatch, Table, Words, record,
};
use title::{remedy, title};
use tuowei_model::{Figure, Hundredths, Outcome, Rate, Ratio, Scenario, Supply, SupplyRow};
use tuowei_text::{ChartText, GridColumn, SupplyText, column_heading, hundredths, thousands};

/// P₁ ÷ S₁ of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareChart {
    words: Words,
    year: u16,
    bars: Vec<Bar>,
    total: Figures,
    /// The share that the city is to reach.
    wanted: Rate,
}

/// One county's column.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bar {
    position: usize,
    name: String,
    figures: Figures,
}

/// What is known of a county, or of the city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Figures {
    /// P₁.
    inclusive: Option<u64>,
    /// S₁.
    there: Option<u64>,
    /// P₁ ÷ S₁.
    share: Option<Hundredths>,
}

impl Figures {
    fn of(row: &SupplyRow) -> Self {
        Self {
            inclusive: row.inclusive_after.ok(),
            there: row.slots_after.ok(),
            share: row.inclusive_share_after().ok().map(Ratio::percent_shown),
        }
    }
}

impl ShareChart {
    /// The chart of a scenario; `official` is the plan that it may depart from.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        outcome: &Outcome,
        supply: &Supply,
        official: Option<Reference<'_>>,
        options: &ChartOptions<'_>,
    ) -> Self {
        let subject = Subject { scenario, outcome, official, options };
        let language = options.language;
        let wanted = scenario.supply().inclusive_share;
        let share = |row: &SupplyRow| u32::try_from(Figures::of(row).share?.get()).ok();
        let (shown, part) = subject.shown(&supply.rows.iter().map(share).collect::<Vec<_>>());
        let bars: Vec<Bar> = shown
            .into_iter()
            .filter_map(|(position, name)| {
                Some(Bar { position, name, figures: Figures::of(supply.rows.get(position)?) })
            })
            .collect();
        let notes = subject.notes(part, supply.rows.iter().filter(|row| is_open(&row.inclusive_share_after())).count());
        let entry = |swatch, text| LegendEntry { swatch, text: subject.say(text) };
        let heading = subject.heading(Said {
            title: title(&subject, supply),
            title_warns: false,
            unit: ChartText::UnitPercent,
            legend: vec![
                entry(Swatch::Slots, SupplyText::LegendShare),
                entry(Swatch::Line, SupplyText::LegendWanted(wanted.percent_shown())),
            ],
            notes: notes.clone(),
            source: match subject.planned() {
                Some(_) => subject.say(SupplyText::SourcePlanAnd(false, subject.slots_depart())),
                None => subject.say(ChartText::SourceEntered),
            },
            figures: &[Figure::Slots, Figure::Capacity, Figure::Inclusive, Figure::Other],
        });
        let region = language.name(scenario.region().name());
        let about = SupplyText::AboutShare(region, supply.rows.len(), wanted.percent_shown());
        let mut description = subject.say(about) + &subject.say(ChartText::Sentence(&heading.title));
        if let Some((convert, add)) = remedy(supply) {
            description += &subject.say(SupplyText::AboutRemedy(convert, add));
        }
        let warning = heading.warning.clone();
        let sentences: Vec<&String> = warning.iter().chain(&notes).collect();
        let words = subject.words(heading, description, &sentences);
        Self { words, year: subject.year(), bars, total: Figures::of(&supply.city.total), wanted }
    }

    fn label(&self, bar: &Bar) -> String {
        let Figures { inclusive, there, share } = bar.figures;
        self.words.say(ChartText::MarkCounty(&bar.name))
            + &self.words.say(SupplyText::MarkInclusive(inclusive, there, share))
    }
}

impl Chart for ShareChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Share
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let language = self.words.language;
        let column = |column| column_heading(column, self.year, language);
        let headers = vec![
            self.words.say(ChartText::ColumnCounty),
            self.words.say(SupplyText::ColumnInclusiveAfter),
            column(GridColumn::SlotsAfter),
            column(GridColumn::InclusiveShare),
        ];
        let dash = || MISSING.to_owned();
        let row = |name: String, figures: &Figures| {
            let count = |count: Option<u64>| count.map_or_else(dash, thousands);
            vec![name, count(figures.inclusive), count(figures.there), figures.share.map_or_else(dash, hundredths)]
        };
        let rows = self.bars.iter().map(|bar| row(bar.name.clone(), &bar.figures)).collect();
        Table { headers, rows, total: Some(row(self.words.say(ChartText::Total), &self.total)) }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        let said = self.bars.iter().map(|bar| (bar.position, self.label(bar))).collect();
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, said))
    }
}
