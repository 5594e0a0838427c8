//! What a chart is made from, and what every chart of counties says and asks alike.

use super::columns::{Part, choose};
use super::{ChartOptions, Heading, LegendEntry, Reference, Words};
use tuowei_model::{Figure, Found, Lacks, Outcome, Rate, Row, Scenario, official_plan_of};
use tuowei_text::{ChartText, ChartWords, GridColumn, Language, SupplyText, bases, column_name};

/// A scenario, what follows from it, and what it is compared with.
pub(super) struct Subject<'a> {
    pub scenario: &'a Scenario,
    pub outcome: &'a Outcome,
    /// The plan that the scenario may depart from.
    pub official: Option<Reference<'a>>,
    pub options: &'a ChartOptions<'a>,
}

/// What of a heading each chart says for itself.
pub(super) struct Said<'a> {
    pub title: String,
    pub title_warns: bool,
    pub unit: ChartText<'a>,
    pub legend: Vec<LegendEntry>,
    pub notes: Vec<String>,
    pub source: String,
    /// The columns that were typed and that the chart shows or counts with.
    pub figures: &'a [Figure],
}

impl<'a> Subject<'a> {
    pub fn language(&self) -> Language {
        self.options.language
    }

    pub fn say(&self, text: impl ChartWords) -> String {
        text.said(self.options.language)
    }

    pub fn year(&self) -> u16 {
        self.scenario.region().year()
    }

    /// The official plan's row of the county at this position.
    pub fn reference(&self, position: usize) -> Option<&'a Row> {
        let (plan, outcome) = self.official?;
        outcome.rows.get(plan.region().position(&self.scenario.region().counties().get(position)?.id)?)
    }

    /// The region's official plan, whose tables the source names; what stands in for one in another region is no table.
    pub fn planned(&self) -> Option<Reference<'a>> {
        self.official.filter(|_| official_plan_of(self.scenario.region()).is_some())
    }

    /// Whether some base or target differs from the official plan's.
    pub fn rates_depart(&self) -> bool {
        self.departs(&|plan, row| plan.target.rate() == row.target.rate() && plan.inputs.base == row.inputs.base)
    }

    /// Whether some allocation, or the task, differs from the official plan's.
    pub fn slots_depart(&self) -> bool {
        self.official.is_some_and(|(plan, _)| plan.task() != self.scenario.task())
            || self.departs(&|plan, row| plan.inputs.slots == row.inputs.slots)
    }

    fn departs(&self, alike: &dyn Fn(&Row, &Row) -> bool) -> bool {
        let differs = |(position, row): (usize, &Row)| self.reference(position).is_none_or(|plan| !alike(plan, row));
        self.official.is_some_and(|(plan, _)| {
            plan.counties().len() != self.outcome.rows.len() || self.outcome.rows.iter().enumerate().any(differs)
        })
    }

    /// The counties to show, in the order to show them: positions and names.
    pub fn shown(&self, values: &[Option<u32>]) -> (Vec<(usize, String)>, Part) {
        let counties = self.scenario.region().counties();
        let (chosen, part) = choose(values, self.options.order, self.options.around);
        let name = |position: usize| {
            counties.get(position).map(|county| (position, self.language().name(&county.name).to_owned()))
        };
        (chosen.into_iter().filter_map(name).collect(), part)
    }

    /// Which counties are shown, when not all of them are, and how many of the region's lack their figures.
    pub fn notes(&self, part: Part, unknown: usize) -> Vec<String> {
        let part = match part {
            Part::All => None,
            Part::Chunk { from, to, of } => Some(ChartText::NoteChunk(from, to, of)),
            Part::Top { shown, of } => Some(ChartText::NoteTop(shown, of)),
        };
        let unknown = (unknown > 0).then_some(ChartText::NoteUnknown(unknown));
        part.into_iter().chain(unknown).map(|note| self.say(note)).collect()
    }

    /// The slots of the task that are given too many or too few, in words.
    pub fn warning(&self) -> Option<String> {
        let allocation = &self.outcome.allocation;
        let by = allocation.remaining.unsigned_abs();
        match allocation.remaining {
            0 => None,
            left if left < 0 => Some(self.say(ChartText::WarnOver(allocation.allocated, by))),
            _ => Some(self.say(ChartText::WarnUnder(allocation.allocated, by))),
        }
    }

    pub fn heading(&self, said: Said<'_>) -> Heading {
        Heading {
            title: said.title,
            unit: self.say(said.unit),
            legend: said.legend,
            notes: said.notes,
            source: said.source,
            remarks: bases(self.scenario, said.figures, self.language()).into_iter().collect(),
            scenario: self.options.scenario_name.to_owned(),
            date: self.options.date.to_owned(),
            warning: self.warning(),
            title_warns: said.title_warns,
        }
    }

    /// Heading and description; the description ends with these sentences and with what stands below the source.
    pub fn words(&self, heading: Heading, mut description: String, sentences: &[&String]) -> Words {
        for sentence in sentences.iter().copied().chain(&heading.remarks) {
            description += &self.say(ChartText::Sentence(sentence));
        }
        Words { language: self.language(), heading, description }
    }

    /// What figures wait for, as the grid names it: 3岁以下婴幼儿数、现有托位.
    pub fn lacking(&self, lacks: Lacks) -> String {
        let mut list = String::new();
        for lack in lacks.each() {
            let Some(column) = column_of(lack) else { continue };
            if !list.is_empty() {
                list += &self.say(SupplyText::Comma);
            }
            list += &column_name(column, self.year(), self.language());
        }
        list
    }
}

const fn column_of(lack: tuowei_model::Lack) -> Option<GridColumn> {
    use tuowei_model::Lack;
    match lack {
        Lack::Children => Some(GridColumn::Children),
        Lack::Base => Some(GridColumn::Base),
        Lack::Target => Some(GridColumn::Target),
        Lack::Slots => Some(GridColumn::Slots),
        Lack::Capacity => Some(GridColumn::Capacity),
        Lack::Inclusive => Some(GridColumn::Inclusive),
        // Nothing that could be filled in.
        Lack::AnyChildren | Lack::AnySlots | Lack::Utilisation => None,
    }
}

/// A figure that waits for something which could be filled in.
pub(super) fn is_open<T>(found: &Found<T>) -> bool {
    found.as_ref().is_err_and(|lacks| lacks.each().any(|lack| column_of(lack).is_some()))
}

/// A rate's height, in percent.
pub(super) fn percent(rate: Rate) -> f64 {
    f64::from(rate.ppm()) / 10_000.0
}
