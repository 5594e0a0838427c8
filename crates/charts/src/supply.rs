//! The supply chart: the places that the targets need against the places there (供需).

mod draw;
mod title;

use super::subject::{Bar, Said, Subject, is_open};
use super::tags::or_dash;
use super::{
    Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Reference, Swatch, Table, Words, record,
};
use title::{greatest_shortage, title};
use tuowei_model::{Figure, Hundredths, Outcome, Ratio, Scenario, Supply, SupplyRow};
use tuowei_text::{ChartText, GridColumn, SupplyText, column_heading, hundredths, signed, thousands};

/// E₁ against S₁ of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupplyChart {
    words: Words,
    year: u16,
    bars: Vec<Bar<Figures>>,
    total: Figures,
}

/// What is known of a county, or of the city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Figures {
    /// E₁.
    needed: Option<u64>,
    /// S₀.
    now: Option<u64>,
    /// S₁.
    there: Option<u64>,
    /// S₁ − E₁.
    spare: Option<i64>,
    /// E₁ ÷ S₁.
    utilisation: Option<Hundredths>,
}

impl Figures {
    fn of(row: &SupplyRow) -> Self {
        Self {
            needed: row.enrolled_at_target.ok(),
            now: row.slots_now.ok(),
            there: row.slots_after.ok(),
            spare: row.spare().ok(),
            utilisation: row.utilisation_needed().ok().map(Ratio::percent_shown),
        }
    }

    /// How high its marks reach.
    fn highest(&self) -> u64 {
        self.needed.max(self.there).max(self.now).unwrap_or(0)
    }
}

/// Up to so many columns there is room to write utilisations.
const ROOMY: usize = 12;

impl SupplyChart {
    /// The chart of a scenario; `official` is the plan that it may depart from. By value, the shortest county comes
    /// first.
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
        let pressing: Vec<Option<u32>> = supply.rows.iter().map(|row| row.spare().ok().map(pressing)).collect();
        let (bars, part) = subject.bars(&pressing, |position| supply.rows.get(position).map(Figures::of));
        let notes = subject.notes(part, supply.rows.iter().filter(|row| is_open(&row.spare())).count());
        let says_utilisation = bars.len() <= ROOMY && bars.iter().any(|bar| bar.of.utilisation.is_some());
        let reading = subject.say(SupplyText::NoteSupplyMarks(says_utilisation));
        let heading = subject.heading(Said {
            title: title(&subject, supply),
            title_warns: false,
            unit: ChartText::UnitSlots,
            legend: legend(&subject),
            notes: Some(reading).filter(|note| !note.is_empty()).into_iter().chain(notes.clone()).collect(),
            source: subject.source(SupplyText::SourcePlanAnd(true, subject.rates_depart() || subject.slots_depart())),
            figures: &[Figure::Children, Figure::Base, Figure::Slots, Figure::Capacity, Figure::Other],
        });
        let about = SupplyText::AboutSupply(language.name(scenario.region().name()), supply.rows.len());
        let shortage = greatest_shortage(&subject, supply);
        let more = shortage.map(|(county, short)| subject.say(SupplyText::AboutShortage(county, short)));
        let words = subject.words(heading, subject.say(about), more.as_slice(), &notes);
        Self { words, year: subject.year(), bars, total: Figures::of(&supply.city.total) }
    }

    fn label(&self, bar: &Bar<Figures>) -> String {
        let Figures { needed, now, there, spare, utilisation } = bar.of;
        let mut label = self.words.say(ChartText::MarkCounty(&bar.name));
        label += &self.words.say(SupplyText::MarkNeeded(needed));
        label += &self.words.say(SupplyText::MarkThere(there, now));
        if let Some(spare) = spare {
            label += &self.words.say(SupplyText::MarkSpare(spare));
        }
        if let Some(utilisation) = utilisation {
            label += &self.words.say(SupplyText::MarkUtilisation(utilisation));
        }
        label
    }
}

impl Chart for SupplyChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Supply
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let language = self.words.language;
        let column = |column| column_heading(column, self.year, language);
        let headers = vec![
            self.words.say(ChartText::ColumnCounty),
            column(GridColumn::EnrolledThen),
            column(GridColumn::Input(Figure::Capacity)),
            column(GridColumn::SlotsAfter),
            self.words.say(SupplyText::ColumnSpare),
            column(GridColumn::Utilisation),
        ];
        let count = |count: Option<u64>| or_dash(count, thousands);
        let row = |name: String, figures: &Figures| {
            vec![
                name,
                count(figures.needed),
                count(figures.now),
                count(figures.there),
                or_dash(figures.spare, signed),
                or_dash(figures.utilisation, hundredths),
            ]
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

/// The greater, the fewer slots are to spare. A county has at most 3·10⁷ slots and 10⁸ children.
fn pressing(spare: i64) -> u32 {
    const EVEN: i64 = 1 << 31;
    u32::try_from((EVEN - spare).max(0)).unwrap_or(u32::MAX)
}

fn legend(subject: &Subject<'_>) -> Vec<LegendEntry> {
    vec![
        subject.entry(Swatch::Base, SupplyText::LegendSlotsNow),
        subject.entry(Swatch::Slots, SupplyText::LegendSlotsNew),
        subject.entry(Swatch::Line, SupplyText::LegendNeeded),
    ]
}
