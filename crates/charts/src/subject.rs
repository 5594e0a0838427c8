//! What a chart is made from, and what every chart of counties says and asks alike.

use super::columns::{Part, choose};
use super::{ChartOptions, Heading, LegendEntry, Reference, Swatch, Words};
use tuowei_model::{Figure, Found, MissingInputs, Outcome, Rate, Row, Scenario, official_plan_of};
use tuowei_text::{ChartText, ChartWords, GridColumn, Language, SupplyText, bases, column_name};

/// A scenario, what follows from it, and what it is compared with.
pub(super) struct Subject<'a> {
    pub scenario: &'a Scenario,
    pub outcome: &'a Outcome,
    /// The plan that the scenario may depart from.
    pub official: Option<Reference<'a>>,
    pub options: &'a ChartOptions<'a>,
}

/// One county's column: its position in the region's list, its name, and its figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bar<T> {
    pub position: usize,
    pub name: String,
    pub of: T,
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

    /// The region's counties, each with its value.
    fn valued<T>(
        &self,
        values: impl DoubleEndedIterator<Item = Option<T>> + ExactSizeIterator,
    ) -> impl DoubleEndedIterator<Item = (&'a str, T)> {
        let language = self.language();
        let counties = self.scenario.region().counties().iter();
        counties.zip(values).filter_map(move |(county, value)| Some((language.name(&county.name), value?)))
    }

    /// The county with the least of these values, the first of equals.
    pub fn least<T: Ord + Copy>(
        &self,
        values: impl DoubleEndedIterator<Item = Option<T>> + ExactSizeIterator,
    ) -> Option<(&'a str, T)> {
        self.valued(values).min_by_key(|(_, value)| *value)
    }

    /// The counties with the greatest and with the least of these values, the first of equals, if they differ.
    pub fn extremes<T: Ord + Copy>(
        &self,
        values: impl DoubleEndedIterator<Item = Option<T>> + ExactSizeIterator + Clone,
    ) -> Option<[(&'a str, T); 2]> {
        // Of equals `max_by_key` takes the last, so the greatest is sought from the end.
        let greatest = self.valued(values.clone()).rev().max_by_key(|(_, value)| *value)?;
        let least = self.least(values)?;
        (greatest.1 != least.1).then_some([greatest, least])
    }

    /// A column for each county on show, chosen by these values, and which counties those are; `of` answers the figures
    /// of the county at a position.
    pub fn bars<T>(&self, values: &[Option<u32>], of: impl Fn(usize) -> Option<T>) -> (Vec<Bar<T>>, Part) {
        let (shown, part) = self.shown(values);
        let bar = |(position, name)| Some(Bar { position, name, of: of(position)? });
        (shown.into_iter().filter_map(bar).collect(), part)
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

    /// What a mark of the legend means.
    pub fn entry(&self, swatch: Swatch, text: impl ChartWords) -> LegendEntry {
        LegendEntry { swatch, text: self.say(text) }
    }

    /// Where the figures come from: the official plan in these words, or whoever entered them.
    pub fn source(&self, plan: impl ChartWords) -> String {
        if self.planned().is_some() { self.say(plan) } else { self.say(ChartText::SourceEntered) }
    }

    pub fn heading(&self, said: Said<'_>) -> Heading {
        Heading {
            title: said.title,
            unit: self.say(said.unit),
            legend: said.legend,
            notes: said.notes,
            source: said.source,
            remarks: bases(self.scenario, said.figures, self.language()).into_iter().collect(),
            warning: self.warning(),
            title_warns: said.title_warns,
            ..Heading::of(self.options)
        }
    }

    /// The heading, and the chart in full sentences: what it shows, its title, what else there is to say of it (already
    /// sentences), the warning unless the title says it, the notes, and what stands below the source.
    pub fn words(&self, heading: Heading, about: String, more: &[String], notes: &[String]) -> Words {
        let mut description = about + &self.say(ChartText::Sentence(&heading.title)) + &more.concat();
        if let Some(warning) = heading.warning.as_ref().filter(|_| !heading.title_warns) {
            description += &self.say(ChartText::Sentence(warning));
        }
        Words::new(self.language(), heading, description, notes)
    }

    /// What figures wait for, as the grid names it: 3岁以下婴幼儿数、现有托位.
    pub fn lacking(&self, missing_inputs: MissingInputs) -> String {
        let mut list = String::new();
        for missing_input in missing_inputs.each() {
            let Some(column) = column_of(missing_input) else { continue };
            if !list.is_empty() {
                list += &self.say(SupplyText::Comma);
            }
            list += &column_name(column, self.year(), self.language());
        }
        list
    }
}

const fn column_of(missing_input: tuowei_model::MissingInput) -> Option<GridColumn> {
    use tuowei_model::MissingInput;
    match missing_input {
        MissingInput::Children => Some(GridColumn::Input(Figure::Children)),
        MissingInput::Base => Some(GridColumn::Input(Figure::Base)),
        MissingInput::Target => Some(GridColumn::Target),
        MissingInput::Slots => Some(GridColumn::Input(Figure::Slots)),
        MissingInput::Capacity => Some(GridColumn::Input(Figure::Capacity)),
        MissingInput::Inclusive => Some(GridColumn::Input(Figure::Inclusive)),
        // Nothing that could be filled in.
        MissingInput::Population => Some(GridColumn::Input(Figure::Population)),
        MissingInput::AnyChildren | MissingInput::AnySlots | MissingInput::AnyPeople | MissingInput::Utilisation => {
            None
        }
    }
}

/// A figure that waits for something which could be filled in.
pub(super) fn is_open<T>(found: &Found<T>) -> bool {
    found
        .as_ref()
        .is_err_and(|missing_inputs| missing_inputs.each().any(|missing_input| column_of(missing_input).is_some()))
}

/// A rate's height, in percent.
pub(super) fn percent(rate: Rate) -> f64 {
    f64::from(rate.ppm()) / 10_000.0
}
