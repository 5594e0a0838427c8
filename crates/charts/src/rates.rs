//! The rates chart: each county's base, and its target upon it.

mod draw;
mod title;

use super::subject::{Bar, Said, Subject};
use super::tags::or_dash;
use super::{
    Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Reference, Swatch, Table, Words, record,
};
use title::{extremes, title};
use tuowei_model::{Figure, Outcome, Points, Rate, Scenario, Target, TargetSource};
use tuowei_text::{ChartText, hundredths};

/// Base and target of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatesChart {
    words: Words,
    year: u16,
    bars: Vec<Bar<Figures>>,
    /// Whether some target differs from the official plan's.
    departs: bool,
}

/// What is known of a county.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Figures {
    base: Option<Rate>,
    target: Option<Rate>,
    uplift: Option<Points>,
    pinned: bool,
    /// The official plan's target.
    official: Option<Rate>,
}

impl Figures {
    /// The official plan's target, where the scenario departs from it.
    fn departure(&self) -> Option<Rate> {
        let target = self.target?;
        self.official.filter(|official| *official != target)
    }

    /// How high its marks reach.
    fn highest(&self) -> Option<Rate> {
        self.base.max(self.target).max(self.departure())
    }

    fn falls(&self) -> bool {
        self.uplift.is_some_and(|uplift| uplift < Points::ZERO)
    }
}

impl RatesChart {
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
        let region = scenario.region();
        let targets: Vec<Option<u32>> =
            outcome.rows.iter().map(|row| row.target.rate().map(|rate| rate.ppm())).collect();
        let (bars, part) = subject.bars(&targets, |position| {
            let row = outcome.rows.get(position)?;
            Some(Figures {
                base: row.inputs.base,
                target: row.target.rate(),
                uplift: row.uplift,
                pinned: matches!(row.target, Target::Known { source: TargetSource::Pinned, .. }),
                official: subject.reference(position).and_then(|plan| plan.target.rate()),
            })
        });
        let departs = subject.rates_depart();
        let year = region.year();
        let city = outcome.city.base.percent_shown().zip(outcome.city.target.percent_shown());
        let unknown = outcome.rows.iter().filter(|row| row.uplift.is_none()).count();
        let notes = subject.notes(part, unknown);
        let city_note = city.map(|(base, target)| subject.say(ChartText::NoteCity(base, target)));
        let heading = subject.heading(Said {
            title: title(&subject),
            title_warns: false,
            unit: ChartText::UnitPercent,
            legend: legend(&subject, &bars),
            notes: notes.iter().cloned().chain(city_note).collect(),
            source: subject.source(ChartText::SourcePlan(1, departs)),
            figures: if city.is_some() { &[Figure::Children, Figure::Base] } else { &[Figure::Base] },
        });
        let about = ChartText::AboutRates(language.name(region.name()), outcome.rows.len(), year);
        let extremes = extremes(&subject).map(|[highest, lowest]| ChartText::AboutExtremes(highest, lowest));
        let city = city.map(|(base, target)| ChartText::AboutCity(base, target));
        let more: Vec<String> = extremes.into_iter().chain(city).map(|text| subject.say(text)).collect();
        Self { words: subject.words(heading, subject.say(about), &more, &notes), year, bars, departs }
    }

    fn label(&self, bar: &Bar<Figures>) -> String {
        let say = |text: ChartText<'_>| self.words.say(text);
        let mut label = say(ChartText::MarkCounty(&bar.name));
        let bar = &bar.of;
        label += &say(ChartText::MarkBase(self.year.saturating_sub(1), bar.base.map(Rate::percent_shown)));
        label += &say(ChartText::MarkTarget(self.year, bar.target.map(Rate::percent_shown)));
        if bar.pinned {
            label += &say(ChartText::MarkPinned);
        }
        if let Some(uplift) = bar.uplift {
            label += &say(ChartText::MarkUplift(uplift.shown()));
        }
        if let Some(official) = bar.departure() {
            label += &say(ChartText::MarkOfficialTarget(official.percent_shown()));
        }
        label
    }
}

impl Chart for RatesChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Rates
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let say = |text: ChartText<'_>| self.words.say(text);
        let mut headers = vec![
            say(ChartText::ColumnCounty),
            say(ChartText::ColumnBase(self.year.saturating_sub(1))),
            say(ChartText::ColumnTarget(self.year)),
            say(ChartText::ColumnUplift),
        ];
        if self.departs {
            headers.push(say(ChartText::ColumnOfficialTarget));
        }
        let rate = |rate: Option<Rate>| or_dash(rate, |rate| hundredths(rate.percent_shown()));
        let rows = self.bars.iter().map(|Bar { name, of: bar, .. }| {
            let uplift = or_dash(bar.uplift, |uplift| hundredths(uplift.shown()));
            let mut row = vec![name.clone(), rate(bar.base), rate(bar.target), uplift];
            if self.departs {
                row.push(rate(bar.official));
            }
            row
        });
        Table { headers, rows: rows.collect(), total: None }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        let marks = layout.columns.marks(frame, &self.bars, |bar| self.label(bar));
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), marks)
    }
}

fn legend(subject: &Subject<'_>, bars: &[Bar<Figures>]) -> Vec<LegendEntry> {
    let some = |is: &dyn Fn(&Figures) -> bool| bars.iter().any(|bar| is(&bar.of));
    let mut legend = vec![
        subject.entry(Swatch::Base, ChartText::LegendBase(subject.year().saturating_sub(1))),
        subject.entry(Swatch::Target, ChartText::LegendUplift(subject.year())),
    ];
    for (present, swatch, text) in [
        (some(&|bar| bar.departure().is_some()), Swatch::Line, ChartText::LegendOfficialTarget),
        (some(&|bar| bar.pinned), Swatch::Diamond, ChartText::LegendPinned),
        (some(&Figures::falls), Swatch::Hollow, ChartText::LegendBelowBase),
    ] {
        if present {
            legend.push(subject.entry(swatch, text));
        }
    }
    legend
}
