//! Scenarios side by side: one panel each, with the same counties in its rows and on the same scale, and what differs
//! from the reference written on the marks.

mod draw;

use super::columns::choose_up_to;
use super::subject::Subject;
use super::tags::MISSING;
use super::{Chart, ChartOptions, Frame, Heading, LegendEntry, Mark, Palette, Picture, Swatch, Table, Words, record};
use crate::model::{Alternative, Compared, Comparison, Region, official_plan_of};
use crate::text::{
    ChartText, CompareChartText, CompareText, Language, chart_text, city_total, compare_title, compared_text,
    difference_text, sentence,
};

/// The most counties in one picture: so many rows can be read on a slide.
pub const MOST_ROWS: usize = 16;

/// What of the scenarios is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareKind {
    /// Allocations.
    Slots,
    /// 2026 targets upon 2025 bases.
    Rates,
}

impl CompareKind {
    /// The figure that its marks reach to.
    #[must_use]
    pub const fn figure(self) -> Compared {
        match self {
            Self::Slots => Compared::Slots,
            Self::Rates => Compared::Target,
        }
    }
}

/// Two to four scenarios side by side.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareChart {
    kind: CompareKind,
    words: Words,
    reference: usize,
    /// Positions and names of the counties on show.
    counties: Vec<(usize, String)>,
    panels: Vec<Panel>,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq)]
struct Panel {
    name: String,
    /// Its sum or its city rate, in words.
    whole: String,
    total: Option<i64>,
    total_change: Option<i64>,
    cells: Vec<Cell>,
}

/// One county in a scenario, in the unit of the figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Cell {
    value: Option<i64>,
    /// Of a target, the base below it.
    base: Option<i64>,
    /// What the reference has, where that is another value.
    instead_of: Option<i64>,
}

impl Cell {
    fn change(self) -> Option<i64> {
        Some(self.value? - self.instead_of?)
    }

    /// How high its marks reach.
    fn highest(self) -> i64 {
        self.value.unwrap_or(0).max(self.instead_of.filter(|_| self.value.is_some()).unwrap_or(0))
    }
}

impl CompareChart {
    /// The chart of a comparison; `names` are those of its alternatives.
    #[must_use]
    pub fn new(
        kind: CompareKind,
        comparison: &Comparison,
        alternatives: &[Alternative<'_>],
        names: &[String],
        options: &ChartOptions<'_>,
    ) -> Option<Self> {
        let reference = comparison.reference();
        let of_reference = alternatives.get(reference)?;
        let (scenario, outcome) = (of_reference.scenario, of_reference.outcome);
        let (region, language) = (scenario.region(), options.language);
        let subject = Subject { scenario, outcome, official: None, options };
        let figure = kind.figure();
        let largest = |county: usize| {
            let differences = (0..names.len()).filter_map(|at| comparison.difference(at, county, figure));
            differences.map(i64::unsigned_abs).max().map(|by| u32::try_from(by).unwrap_or(u32::MAX))
        };
        let differences: Vec<Option<u32>> = (0..comparison.counties()).map(largest).collect();
        let (chosen, part) = choose_up_to(MOST_ROWS, &differences, options.order, options.around);
        let counties: Vec<(usize, String)> = chosen
            .into_iter()
            .filter_map(|at| region.counties().get(at).map(|county| (at, language.name(&county.name).to_owned())))
            .collect();
        let cell = |at: usize, county: usize| {
            let value = comparison.value(at, county, figure);
            let before = comparison.value(reference, county, figure);
            let base = comparison.value(at, county, Compared::Base).filter(|_| kind == CompareKind::Rates);
            Cell { value, base, instead_of: before.filter(|_| value.is_some() && value != before) }
        };
        let panels: Vec<Panel> = names
            .iter()
            .enumerate()
            .map(|(at, name)| Panel {
                name: name.clone(),
                whole: whole(kind, comparison.total(at, figure), language),
                total: comparison.total(at, figure),
                total_change: comparison.total_difference(at, figure),
                cells: counties.iter().map(|(county, _)| cell(at, *county)).collect(),
            })
            .collect();
        let unknown = differences.iter().filter(|difference| difference.is_none()).count();
        let notes = subject.notes(part, unknown);
        let warning = warning(alternatives, names, language);
        let heading = Heading {
            title: compare_title(comparison, figure, region, names, language),
            unit: subject.say(match kind {
                CompareKind::Slots => ChartText::UnitSlots,
                CompareKind::Rates => ChartText::UnitPercent,
            }),
            legend: legend(kind, names.get(reference).map_or("", String::as_str), language),
            notes: notes.clone(),
            source: source(kind, region, language),
            remarks: Vec::new(),
            scenario: names.join(" · "),
            date: options.date.to_owned(),
            warning,
            title_warns: false,
        };
        let about = CompareChartText::About(language.name(region.name()), comparison.counties(), names.len());
        let description = about.in_language(language)
            + &sentence(comparison, alternatives, names, language)
            + &heading.warning.as_ref().map_or_else(String::new, |said| subject.say(ChartText::Sentence(said)));
        let words = subject.words(heading, description, &notes.iter().collect::<Vec<_>>());
        Some(Self { kind, words, reference, counties, panels })
    }

    fn text(&self, value: Option<i64>) -> String {
        value.map_or_else(|| MISSING.to_owned(), |value| compared_text(self.kind.figure(), value))
    }

    fn change(&self, by: i64) -> String {
        difference_text(self.kind.figure(), by)
    }

    /// 平城：市方案130个，方案B150个（+20）.
    fn label(&self, index: usize, county: &str) -> String {
        let unit = CompareChartText::Unit(self.kind.figure()).in_language(self.words.language);
        let each = |panel: &Panel| {
            let cell = panel.cells.get(index).copied().unwrap_or_default();
            let value = self.text(cell.value);
            let change = cell.change().map(|by| self.change(by));
            CompareChartText::MarkOf(&panel.name, &value, &unit, change.as_deref()).in_language(self.words.language)
        };
        let said: Vec<String> = self.panels.iter().map(each).collect();
        let comma = CompareChartText::Comma.in_language(self.words.language);
        chart_text(self.words.language, ChartText::MarkCounty(county)) + &said.join(&comma)
    }
}

/// What a line of the table says of a panel: a value, and how far it lies from the reference's.
type Told<'a> = &'a dyn Fn(&Panel) -> (Option<i64>, Option<i64>);

impl Chart for CompareChart {
    fn name(&self) -> &'static str {
        match self.kind {
            CompareKind::Slots => "compare-slots",
            CompareKind::Rates => "compare-rates",
        }
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let language = self.words.language;
        let reference = self.panels.get(self.reference).map_or("", |panel| panel.name.as_str());
        let mut headers = vec![CompareText::County.in_language(language).to_owned()];
        for (at, panel) in self.panels.iter().enumerate() {
            headers.push(panel.name.clone());
            if at != self.reference {
                headers.push([&panel.name, " − ", reference].concat());
            }
        }
        let line = |name: &str, cell: Told<'_>| {
            let mut line = vec![name.to_owned()];
            for (at, panel) in self.panels.iter().enumerate() {
                let (value, change) = cell(panel);
                line.push(self.text(value));
                if at != self.reference {
                    line.push(change.map_or_else(|| MISSING.to_owned(), |by| self.change(by)));
                }
            }
            line
        };
        let row = |(index, (_, name)): (usize, &(usize, String))| {
            let before = self.panels.get(self.reference).and_then(|panel| panel.cells.get(index)?.value);
            line(name, &|panel| {
                let value = panel.cells.get(index).and_then(|cell| cell.value);
                (value, value.zip(before).map(|(value, before)| value - before))
            })
        };
        Table {
            headers,
            rows: self.counties.iter().enumerate().map(row).collect(),
            total: Some(line(city_total(language), &|panel| (panel.total, panel.total_change))),
        }
    }

    fn marks(&self, frame: &Frame) -> Vec<Mark> {
        self.layout(frame).marks(frame, self)
    }

    fn draw(&self, frame: &Frame, palette: &Palette) -> Picture {
        record(frame, |area| self.draw_on(area, frame, palette))
    }
}

fn whole(kind: CompareKind, total: Option<i64>, language: Language) -> String {
    let Some(total) = total else { return String::new() };
    let total = compared_text(kind.figure(), total);
    match kind {
        CompareKind::Slots => CompareChartText::Sum(&total).in_language(language),
        CompareKind::Rates => CompareChartText::City(&total).in_language(language),
    }
}

fn legend(kind: CompareKind, reference: &str, language: Language) -> Vec<LegendEntry> {
    let entry = |swatch, text: CompareChartText<'_>| LegendEntry { swatch, text: text.in_language(language) };
    let mut entries = Vec::new();
    if kind == CompareKind::Rates {
        entries.push(entry(Swatch::Base, CompareChartText::LegendBase));
        entries.push(entry(Swatch::Target, CompareChartText::LegendUplift));
    } else {
        entries.push(entry(Swatch::Base, CompareChartText::LegendSame(reference)));
        entries.push(entry(Swatch::Slots, CompareChartText::LegendDiffers(reference)));
    }
    entries.push(entry(Swatch::Line, CompareChartText::LegendReference(reference)));
    entries
}

fn source(kind: CompareKind, region: &Region, language: Language) -> String {
    let table = match kind {
        CompareKind::Slots => 2,
        CompareKind::Rates => 1,
    };
    let source = match official_plan_of(region) {
        Some(_) => ChartText::SourcePlan(table, true),
        None => ChartText::SourceEntered,
    };
    chart_text(language, source)
}

/// Whose sums are not their tasks.
fn warning(alternatives: &[Alternative<'_>], names: &[String], language: Language) -> Option<String> {
    let said: Vec<String> = alternatives
        .iter()
        .zip(names)
        .filter_map(|(of, name)| {
            let remaining = of.outcome.allocation.remaining;
            (remaining != 0).then(|| CompareChartText::Off(name, remaining).in_language(language))
        })
        .collect();
    let comma = CompareChartText::Comma.in_language(language);
    (!said.is_empty()).then(|| said.join(&comma))
}
