//! Scenarios side by side: one panel each, with the same counties in its rows and on the same scale, and what differs
//! from the reference written on the marks.

mod draw;

use super::columns::choose_up_to;
use super::subject::Subject;
use super::tags::or_dash;
use super::{
    Chart, ChartKind, ChartOptions, Frame, Heading, LegendEntry, Mark, Palette, Picture, Swatch, Table, Words, record,
};
use tuowei_model::{Alternative, Compared, Comparison, Figure, official_outcome, official_plan_of};
use tuowei_text::{
    ChartText, CompareChartText, CompareText, Language, bases, chart_text, city_total, compare_title, compared_text,
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
    /// The year of the targets.
    year: u16,
    /// Positions and names of the counties on show.
    counties: Vec<(usize, String)>,
    panels: Vec<Panel>,
}

/// One scenario.
#[derive(Clone, Debug, PartialEq)]
struct Panel {
    name: String,
    /// Its sum or its city rate in words, the longest way first.
    whole: Vec<String>,
    /// Whether its sum is not its task, in a chart of allocations.
    warns: bool,
    total: Option<i64>,
    /// Of targets, the city's base.
    base: Option<i64>,
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

    /// How high its marks reach: a base that nothing is aimed at yet is not drawn.
    fn highest(self) -> i64 {
        let Some(value) = self.value else { return 0 };
        value.max(self.instead_of.unwrap_or(0)).max(self.base.unwrap_or(0))
    }

    fn is_below_base(self) -> bool {
        self.value.zip(self.base).is_some_and(|(value, base)| value < base)
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
            .map(|(at, name)| {
                let total = comparison.total(at, figure);
                let off = alternatives.get(at).map_or(0, |of| of.outcome.allocation.remaining);
                let off = Some(off).filter(|off| *off != 0 && kind == CompareKind::Slots);
                Panel {
                    name: name.clone(),
                    whole: whole(kind, total, off, at == reference, language),
                    warns: off.is_some(),
                    total,
                    base: comparison.total(at, Compared::Base),
                    total_change: comparison.total_difference(at, figure),
                    cells: counties.iter().map(|(county, _)| cell(at, *county)).collect(),
                }
            })
            .collect();
        let lacks = |county: &usize| (0..names.len()).any(|at| comparison.value(at, *county, figure).is_none());
        let unknown = (0..comparison.counties()).filter(lacks).count();
        let notes = subject.notes(part, unknown);
        let off = off_their_tasks(alternatives, names, language);
        let comma = CompareChartText::Comma.in_language(language);
        let all_off = (!off.is_empty()).then(|| off.join(&comma));
        // Of several each says its own at its sum, and the description says all of them.
        let warning = match off.len() {
            several if several > 1 => Some(CompareChartText::SomeOff(several).in_language(language)),
            _ => all_off.clone(),
        };
        let heading = Heading {
            title: compare_title(comparison, figure, region, names, language),
            unit: subject.say(match kind {
                CompareKind::Slots => ChartText::UnitSlots,
                CompareKind::Rates => ChartText::UnitPercent,
            }),
            legend: legend(kind, &panels, reference, region.year(), language),
            notes: notes.clone(),
            source: source(kind, alternatives, options),
            remarks: remarks(kind, alternatives, language).into_iter().collect(),
            scenario: names.join(" · "),
            warning,
            ..Heading::of(options)
        };
        let about = CompareChartText::About(language.name(region.name()), comparison.counties(), names.len());
        let description = about.in_language(language)
            + &sentence(comparison, alternatives, names, language)
            + &all_off.as_ref().map_or_else(String::new, |said| subject.say(ChartText::Sentence(said)));
        let words = Words::new(language, heading, description, &notes);
        Some(Self { kind, words, reference, year: region.year(), counties, panels })
    }

    fn text(&self, value: Option<i64>) -> String {
        or_dash(value, |value| compared_text(self.kind.figure(), value))
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

impl Chart for CompareChart {
    fn kind(&self) -> ChartKind {
        match self.kind {
            CompareKind::Slots => ChartKind::CompareSlots,
            CompareKind::Rates => ChartKind::CompareRates,
        }
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let language = self.words.language;
        let reference = self.panels.get(self.reference);
        let bases = self.bases();
        let column = |name: &str, figure: Compared| {
            let year = if figure == Compared::Base { self.year.saturating_sub(1) } else { self.year };
            CompareChartText::Column(name, figure, year).in_language(language)
        };
        let mut headers = vec![CompareText::County.in_language(language).to_owned()];
        if bases == Bases::Alike {
            headers.push(column("", Compared::Base));
        }
        for (at, panel) in self.panels.iter().enumerate() {
            if bases == Bases::Several {
                headers.push(column(&panel.name, Compared::Base));
            }
            headers.push(match self.kind {
                CompareKind::Slots => panel.name.clone(),
                CompareKind::Rates => column(&panel.name, Compared::Target),
            });
            if at != self.reference {
                headers.push([panel.name.as_str(), " − ", reference.map_or("", |panel| panel.name.as_str())].concat());
            }
        }
        // Of each scenario value, base and difference.
        let line = |name: &str, figures: &dyn Fn(&Panel) -> [Option<i64>; 3]| {
            let mut line = vec![name.to_owned()];
            if bases == Bases::Alike {
                line.push(self.text(reference.and_then(|panel| figures(panel)[1])));
            }
            for (at, panel) in self.panels.iter().enumerate() {
                let [value, base, change] = figures(panel);
                if bases == Bases::Several {
                    line.push(self.text(base));
                }
                line.push(self.text(value));
                if at != self.reference {
                    line.push(or_dash(change, |by| self.change(by)));
                }
            }
            line
        };
        let row = |(index, (_, name)): (usize, &(usize, String))| {
            let cell = |panel: &Panel| panel.cells.get(index).copied().unwrap_or_default();
            let before = reference.and_then(|panel| cell(panel).value);
            line(name, &|panel| {
                let Cell { value, base, .. } = cell(panel);
                [value, base, value.zip(before).map(|(value, before)| value - before)]
            })
        };
        Table {
            headers,
            rows: self.counties.iter().enumerate().map(row).collect(),
            total: Some(line(city_total(language), &|panel| [panel.total, panel.base, panel.total_change])),
        }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, self))
    }
}

/// Which bases a table needs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bases {
    /// None, of allocations.
    None,
    /// One column: the scenarios do not differ in them.
    Alike,
    /// One for each scenario.
    Several,
}

impl CompareChart {
    fn bases(&self) -> Bases {
        let bases = |panel: &Panel| panel.cells.iter().map(|cell| cell.base).collect::<Vec<_>>();
        match (self.kind, self.panels.first()) {
            (CompareKind::Rates, Some(first)) => {
                let of_first = bases(first);
                let alike = self.panels.iter().all(|panel| panel.base == first.base && bases(panel) == of_first);
                if alike { Bases::Alike } else { Bases::Several }
            }
            _ => Bases::None,
        }
    }
}

/// What a panel says of the whole city, the longest way first; nothing where that is not known.
fn whole(
    kind: CompareKind,
    total: Option<i64>,
    off: Option<i64>,
    is_reference: bool,
    language: Language,
) -> Vec<String> {
    let figure = total.map(|total| compared_text(kind.figure(), total));
    let plain = figure.as_ref().map(|figure| match kind {
        CompareKind::Slots => CompareChartText::Sum(figure).in_language(language),
        CompareKind::Rates => CompareChartText::City(figure).in_language(language),
    });
    let off = figure.as_ref().zip(off).map(|(figure, off)| CompareChartText::SumOff(figure, off).in_language(language));
    let said: Vec<String> = off.into_iter().chain(plain.clone()).collect();
    if !is_reference {
        return said.into_iter().chain(figure).collect();
    }
    let marked = |said: &str| CompareChartText::ReferenceWhole(said).in_language(language);
    if said.is_empty() {
        return vec![marked("")];
    }
    said.iter().map(|said| marked(said)).chain(plain).chain(figure).collect()
}

/// What the marks mean, of those that are there.
fn legend(kind: CompareKind, panels: &[Panel], reference: usize, year: u16, language: Language) -> Vec<LegendEntry> {
    let some = |is: &dyn Fn(&Cell) -> bool| panels.iter().flat_map(|panel| &panel.cells).any(is);
    let name = panels.get(reference).map_or("", |panel| panel.name.as_str());
    let entry = |swatch, text: CompareChartText<'_>| LegendEntry { swatch, text: text.in_language(language) };
    let of_rates = |swatch, text| LegendEntry { swatch, text: chart_text(language, text) };
    let differs = some(&|cell| cell.change().is_some());
    let mut entries = Vec::new();
    match kind {
        CompareKind::Rates => {
            entries.push(of_rates(Swatch::Base, ChartText::LegendBase(year.saturating_sub(1))));
            entries.push(of_rates(Swatch::Target, ChartText::LegendUplift(year)));
            if some(&|cell| cell.is_below_base()) {
                entries.push(of_rates(Swatch::Hollow, ChartText::LegendBelowBase));
            }
        }
        CompareKind::Slots if differs => {
            entries.push(entry(Swatch::Base, CompareChartText::LegendSame(name)));
            entries.push(entry(Swatch::Slots, CompareChartText::LegendDiffers(name)));
        }
        CompareKind::Slots => {}
    }
    if differs {
        entries.push(entry(Swatch::Upright, CompareChartText::LegendReference(name)));
    }
    entries
}

/// Where the figures come from, and whether some scenario departs from that.
fn source(kind: CompareKind, alternatives: &[Alternative<'_>], options: &ChartOptions<'_>) -> String {
    let plan = alternatives.iter().find_map(|of| official_plan_of(of.scenario.region()));
    let Some(plan) = plan else { return chart_text(options.language, ChartText::SourceEntered) };
    let departs = |of: &Alternative<'_>| {
        let official = Some((plan, official_outcome()));
        let subject = Subject { scenario: of.scenario, outcome: of.outcome, official, options };
        match kind {
            CompareKind::Slots => subject.slots_depart(),
            CompareKind::Rates => subject.rates_depart(),
        }
    };
    let table = match kind {
        CompareKind::Slots => 2,
        CompareKind::Rates => 1,
    };
    chart_text(options.language, ChartText::SourcePlan(table, alternatives.iter().any(departs)))
}

/// How and when the figures were counted, where all scenarios say the same of it.
fn remarks(kind: CompareKind, alternatives: &[Alternative<'_>], language: Language) -> Option<String> {
    let figures: &[Figure] = match kind {
        CompareKind::Slots => &[Figure::Slots],
        CompareKind::Rates => &[Figure::Base],
    };
    let mut said = alternatives.iter().map(|of| bases(of.scenario, figures, language));
    let first = said.next()?;
    first.filter(|first| said.all(|other| other.as_ref() == Some(first)))
}

/// Whose sums are not their tasks, each in words.
fn off_their_tasks(alternatives: &[Alternative<'_>], names: &[String], language: Language) -> Vec<String> {
    let said = |(of, name): (&Alternative<'_>, &String)| {
        let remaining = of.outcome.allocation.remaining;
        (remaining != 0).then(|| CompareChartText::Off(name, remaining).in_language(language))
    };
    alternatives.iter().zip(names).filter_map(said).collect()
}
