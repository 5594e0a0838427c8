//! The rates chart: each county's base, and its target upon it.

mod draw;
mod title;

use super::subject::{Said, Subject};
use super::tags::MISSING;
use super::{
    Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Reference, Swatch, Table, Words, record,
};
use title::{extremes, title};
use tuowei_model::{Figure, Outcome, Points, Rate, Scenario, Target, TargetSource};
use tuowei_text::{ChartText, Language, chart_text, hundredths};

/// Base and target of each county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RatesChart {
    words: Words,
    year: u16,
    bars: Vec<Bar>,
    /// Whether some target differs from the official plan's.
    departs: bool,
}

/// One county's column.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Bar {
    position: usize,
    name: String,
    base: Option<Rate>,
    target: Option<Rate>,
    uplift: Option<Points>,
    pinned: bool,
    /// The official plan's target.
    official: Option<Rate>,
}

impl Bar {
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
        let (shown, part) = subject.shown(&targets);
        let departs = subject.rates_depart();
        let bars: Vec<Bar> = shown
            .into_iter()
            .filter_map(|(position, name)| {
                let row = outcome.rows.get(position)?;
                Some(Bar {
                    position,
                    name,
                    base: row.inputs.base,
                    target: row.target.rate(),
                    uplift: row.uplift,
                    pinned: matches!(row.target, Target::Known { source: TargetSource::Pinned, .. }),
                    official: subject.reference(position).and_then(|plan| plan.target.rate()),
                })
            })
            .collect();
        let year = region.year();
        let city = outcome.city.base.percent_shown().zip(outcome.city.target.percent_shown());
        let unknown = outcome.rows.iter().filter(|row| row.uplift.is_none()).count();
        let notes = subject.notes(part, unknown);
        let city_note = city.map(|(base, target)| subject.say(ChartText::NoteCity(base, target)));
        let heading = subject.heading(Said {
            title: title(language, scenario, outcome),
            title_warns: false,
            unit: ChartText::UnitPercent,
            legend: legend(language, year, &bars),
            notes: notes.iter().cloned().chain(city_note).collect(),
            source: subject.say(match subject.planned() {
                Some(_) => ChartText::SourcePlan(1, departs),
                None => ChartText::SourceEntered,
            }),
            figures: if city.is_some() { &[Figure::Children, Figure::Base] } else { &[Figure::Base] },
        });
        let about = ChartText::AboutRates(language.name(region.name()), outcome.rows.len(), year);
        let mut description = subject.say(about) + &subject.say(ChartText::Sentence(&heading.title));
        if let Some((highest, lowest)) = extremes(language, scenario, outcome) {
            description += &subject.say(ChartText::AboutExtremes(highest, lowest));
        }
        if let Some((base, target)) = city {
            description += &subject.say(ChartText::AboutCity(base, target));
        }
        let warning = heading.warning.clone();
        let sentences: Vec<&String> = warning.iter().chain(&notes).collect();
        Self { words: subject.words(heading, description, &sentences), year, bars, departs }
    }

    fn label(&self, bar: &Bar) -> String {
        let say = |text| chart_text(self.words.language, text);
        let mut label = say(ChartText::MarkCounty(&bar.name));
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
        let say = |text| chart_text(self.words.language, text);
        let mut headers = vec![
            say(ChartText::ColumnCounty),
            say(ChartText::ColumnBase(self.year.saturating_sub(1))),
            say(ChartText::ColumnTarget(self.year)),
            say(ChartText::ColumnUplift),
        ];
        if self.departs {
            headers.push(say(ChartText::ColumnOfficialTarget));
        }
        let rate = |rate: Option<Rate>| rate.map_or_else(missing, |rate| hundredths(rate.percent_shown()));
        let rows = self.bars.iter().map(|bar| {
            let uplift = bar.uplift.map_or_else(missing, |uplift| hundredths(uplift.shown()));
            let mut row = vec![bar.name.clone(), rate(bar.base), rate(bar.target), uplift];
            if self.departs {
                row.push(rate(bar.official));
            }
            row
        });
        Table { headers, rows: rows.collect(), total: None }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        let said = self.bars.iter().map(|bar| (bar.position, self.label(bar))).collect();
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.stand.marks(frame, said))
    }
}

fn missing() -> String {
    MISSING.to_owned()
}

fn legend(language: Language, year: u16, bars: &[Bar]) -> Vec<LegendEntry> {
    let entry = |swatch, text| LegendEntry { swatch, text: chart_text(language, text) };
    let mut legend = vec![
        entry(Swatch::Base, ChartText::LegendBase(year.saturating_sub(1))),
        entry(Swatch::Target, ChartText::LegendUplift(year)),
    ];
    for (present, swatch, text) in [
        (bars.iter().any(|bar| bar.departure().is_some()), Swatch::Line, ChartText::LegendOfficialTarget),
        (bars.iter().any(|bar| bar.pinned), Swatch::Diamond, ChartText::LegendPinned),
        (bars.iter().any(Bar::falls), Swatch::Hollow, ChartText::LegendBelowBase),
    ] {
        if present {
            legend.push(entry(swatch, text));
        }
    }
    legend
}
