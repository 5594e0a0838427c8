//! The share chart: inclusive slots among all slots, against the share that the city wants (普惠托位占比).

mod draw;
mod title;

use super::subject::{Bar, Said, Subject, is_open};
use super::tags::or_dash;
use super::{Chart, ChartKind, ChartOptions, Frame, Mark, Palette, Picture, Reference, Swatch, Table, Words, record};
use title::{remedy, title};
use tuowei_model::{Figure, Hundredths, Outcome, Rate, Ratio, Scenario, Supply, SupplyRow};
use tuowei_text::{ChartText, GridColumn, SupplyText, column_heading, hundredths, thousands};

/// P₁ ÷ S₁ of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareChart {
    words: Words,
    year: u16,
    bars: Vec<Bar<Figures>>,
    total: Figures,
    /// The share that the city is to reach.
    wanted: Rate,
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
        let shares: Vec<Option<u32>> = supply.rows.iter().map(share).collect();
        let (bars, part) = subject.bars(&shares, |position| supply.rows.get(position).map(Figures::of));
        let notes = subject.notes(part, supply.rows.iter().filter(|row| is_open(&row.inclusive_share_after())).count());
        let heading = subject.heading(Said {
            title: title(&subject, supply),
            title_warns: false,
            unit: ChartText::UnitPercent,
            legend: vec![
                subject.entry(Swatch::Slots, SupplyText::LegendShare),
                subject.entry(Swatch::Line, SupplyText::LegendWanted(wanted.percent_shown())),
            ],
            notes: notes.clone(),
            source: subject.source(SupplyText::SourcePlanAnd(false, subject.slots_depart())),
            figures: &[Figure::Slots, Figure::Capacity, Figure::Inclusive, Figure::Other],
        });
        let region = language.name(scenario.region().name());
        let about = SupplyText::AboutShare(region, supply.rows.len(), wanted.percent_shown());
        let more = remedy(supply).map(|(convert, add)| subject.say(SupplyText::AboutRemedy(convert, add)));
        let words = subject.words(heading, subject.say(about), more.as_slice(), &notes);
        Self { words, year: subject.year(), bars, total: Figures::of(&supply.city.total), wanted }
    }

    fn label(&self, bar: &Bar<Figures>) -> String {
        let Figures { inclusive, there, share } = bar.of;
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
        let count = |count: Option<u64>| or_dash(count, thousands);
        let row = |name: String, figures: &Figures| {
            vec![name, count(figures.inclusive), count(figures.there), or_dash(figures.share, hundredths)]
        };
        let rows = self.bars.iter().map(|bar| row(bar.name.clone(), &bar.of)).collect();
        Table { headers, rows, total: Some(row(self.words.say(ChartText::Total), &self.total)) }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        let marks = layout.marks(frame, &self.bars, |bar| self.label(bar));
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), marks)
    }
}
