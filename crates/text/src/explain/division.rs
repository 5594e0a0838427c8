//! The assistant's own figures: what a county is given, and how even a division is.

use super::super::division::{method_rule, not_divided, weight_name, working_text};
use super::super::{Language, ToolWord, exact_weight, hundredths, thousands};
use super::figure::{decimal, percent};
use super::inputs::{MOST, join};
use super::source::Source;
use super::{About, Explanation, Given, Input, InputPlace, Phrase, UNKNOWN};
use tuowei_model::{
    Children, CountyId, Divided, Figure, MissingInput, NotDivided, Ratio, Scenario, Scope, Slots, Way, Weight,
    WeightKind, divided, fairness, official_plan_of, per_thousand, weights,
};

/// Whose slots are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The official plan's.
    Official,
    /// Those of the scenario.
    Present,
    /// What the assistant would give.
    Result(Scope),
}

/// A measure of how even slots lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evenness {
    /// New slots per thousand children under three, from the fewest to the most.
    NewPerThousand,
    /// All slots, with the new ones, likewise.
    AllPerThousand,
    /// The most new slots per child ÷ the fewest.
    HighToLow,
    /// The Gini coefficient of new slots per child.
    Gini,
    /// The share of the slots that stands elsewhere than children would have it.
    Distance,
}

impl Evenness {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 5] =
        [Self::NewPerThousand, Self::AllPerThousand, Self::HighToLow, Self::Gini, Self::Distance];

    /// Its name.
    #[must_use]
    pub const fn name(self) -> ToolWord {
        match self {
            Self::NewPerThousand => ToolWord::PerThousandNew,
            Self::AllPerThousand => ToolWord::PerThousandAll,
            Self::HighToLow => ToolWord::HighToLow,
            Self::Gini => ToolWord::Gini,
            Self::Distance => ToolWord::Distance,
        }
    }
}

/// A measure of an allocation as it is shown; nothing where it has no meaning.
#[must_use]
pub fn evenness_text(measured: &tuowei_model::Measured, of: Evenness) -> Option<String> {
    let fairness = &measured.fairness;
    match of {
        Evenness::NewPerThousand => measured.new.map(|(fewest, most)| range(fewest, most)),
        Evenness::AllPerThousand => measured.all.map(|(fewest, most)| range(fewest, most)),
        Evenness::HighToLow => Some(hundredths(fairness.spread?.ratio?.number_shown())),
        Evenness::Gini => Some(percent(fairness.gini?.percent_shown())),
        Evenness::Distance => Some(percent(fairness.distance?.percent_shown())),
    }
}

/// A county and the slots per thousand of its children, with both figures.
type Rated = (usize, Slots, Children, Ratio);

impl Given<'_> {
    /// What the assistant would give to a county.
    pub(super) fn divided(self, county: &CountyId, scope: Scope) -> Explanation {
        let region = self.scenario.region();
        let Some(position) = region.position(county) else { return Explanation::default() };
        let way = Way::chosen(self.scenario, scope);
        let result = divided(self.scenario, self.outcome, way);
        let given = result.as_ref().ok().and_then(|result| result.slots.get(position));
        let worked = match &result {
            Ok(result) => self.result_worked(position, way, result),
            Err(why) => not_divided(why, region, self.language),
        };
        let name = self.language.name(&region.counties()[position].name);
        let mut inputs = self.weighed_by(position, way.weight);
        inputs.push(self.setting(InputPlace::Least(county.clone())));
        inputs.push(self.setting(InputPlace::Most(county.clone())));
        inputs.push(self.setting(InputPlace::Task));
        Explanation {
            title: [name, " ", ToolWord::DividedResult.in_language(self.language)].concat(),
            value: given.map_or_else(|| UNKNOWN.to_owned(), |slots| thousands(u64::from(slots.get()))),
            definition: self.say(Phrase::DividedBy(weight_name(way.weight, self.language))),
            formula: method_rule(way.method, self.language).to_owned(),
            worked,
            compared: String::new(),
            inputs,
            source: self.source(Source::OursToChange),
        }
    }

    /// The county's weight beside that of all, and what the method made of it.
    fn result_worked(self, position: usize, way: Way, result: &Divided) -> String {
        let Some(working) = result.working.get(position) else { return String::new() };
        let how = working_text(working, way.method, self.language);
        let Ok(weights) = weights(self.scenario, self.outcome, way.weight) else { return how };
        let own = weights.get(position).copied().unwrap_or_default();
        let all: u128 = weights.iter().map(|weight| u128::from(weight.get())).sum();
        let unit = if way.weight == WeightKind::Enrolments { 6 } else { 4 };
        let of_all = Ratio::new(u128::from(own.get()), all).map_or(String::new(), |of| percent(of.percent_shown()));
        let (own, all) = (decimal(u128::from(own.get()), unit), decimal(all, unit));
        self.say(Phrase::WeightOfAll(&own, &all, &of_all)) + &how
    }

    /// What a county's weight was made of.
    fn weighed_by(self, position: usize, kind: WeightKind) -> Vec<Input> {
        let county = || self.scenario.region().counties().get(position).map(|county| county.id.clone());
        match kind {
            WeightKind::Children => self.of_county(position, &[Figure::Children]),
            WeightKind::Enrolments | WeightKind::Unmet => {
                let mut inputs = self.of_county(position, &[Figure::Children]);
                join(&mut inputs, self.of_county(position, &[Figure::Base]));
                join(&mut inputs, self.target_inputs(position));
                if kind == WeightKind::Unmet {
                    join(&mut inputs, self.of_county(position, &[Figure::Capacity, Figure::Other]));
                }
                inputs
            }
            WeightKind::Slots => self.of_county(position, &[Figure::Capacity]),
            WeightKind::Current => self.of_county(position, &[Figure::Slots]),
            WeightKind::Equal => Vec::new(),
            WeightKind::Custom => county().map(|id| self.setting(InputPlace::Weight(id))).into_iter().collect(),
        }
    }

    /// How even a division is.
    pub(super) fn evenness(self, of: Evenness, whose: Whose) -> Explanation {
        let language = self.language;
        let allocation = match whose {
            Whose::Official => ToolWord::Official,
            Whose::Present => ToolWord::Now,
            Whose::Result(_) => ToolWord::Result,
        };
        let (definition, formula) = self.about(About::Evenness(of));
        let (value, worked) = match self.measured(of, whose) {
            Ok((value, worked)) => (value, worked),
            Err(why) => (UNKNOWN.to_owned(), why),
        };
        let mut inputs = self.of_city(match (of, whose) {
            (Evenness::AllPerThousand, Whose::Present) => {
                &[Figure::Children, Figure::Slots, Figure::Capacity, Figure::Other]
            }
            (Evenness::AllPerThousand, _) => &[Figure::Children, Figure::Capacity, Figure::Other],
            (_, Whose::Present) => &[Figure::Children, Figure::Slots],
            _ => &[Figure::Children],
        });
        inputs.truncate(MOST);
        Explanation {
            title: [of.name().in_language(language), " · ", allocation.in_language(language)].concat(),
            value,
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            worked,
            compared: String::new(),
            inputs,
            source: self.source(Source::Ours),
        }
    }

    /// The slots that are measured, or why there are none.
    fn slots_of(self, whose: Whose) -> Result<Vec<Slots>, String> {
        let region = self.scenario.region();
        let of = |scenario: &Scenario| {
            scenario
                .counties()
                .iter()
                .map(|of| of.slots)
                .collect::<Option<Vec<_>>>()
                .ok_or_else(|| self.needs(MissingInput::Slots))
        };
        match whose {
            Whose::Official => official_plan_of(region).ok_or_else(|| self.say(Phrase::NoPlan)).and_then(of),
            Whose::Present => of(self.scenario),
            Whose::Result(scope) => {
                let result = divided(self.scenario, self.outcome, Way::chosen(self.scenario, scope));
                let why = |why: NotDivided| not_divided(&why, region, self.language);
                result.map(|result| result.slots).map_err(why)
            }
        }
    }

    /// The measure and how it came about, or why there is none.
    fn measured(self, of: Evenness, whose: Whose) -> Result<(String, String), String> {
        let slots = self.slots_of(whose)?;
        let inputs = self.scenario.counties();
        let children: Vec<Children> = inputs
            .iter()
            .map(|of| of.children)
            .collect::<Option<_>>()
            .ok_or_else(|| self.needs(MissingInput::Children))?;
        let no_children = || self.say(Phrase::NoChildren);
        match of {
            Evenness::NewPerThousand | Evenness::HighToLow => {
                let (fewest, most) = ends(&slots, &children).ok_or_else(no_children)?;
                if of == Evenness::NewPerThousand {
                    return Ok((range(fewest.3, most.3), self.both(fewest, most)));
                }
                let spread = fairness(&slots, &[], &children).spread.and_then(|spread| spread.ratio);
                let ratio = spread.ok_or_else(|| self.rated(fewest))?;
                let shown = hundredths(ratio.number_shown());
                Ok((shown.clone(), [&self.rated(most), " ÷ ", &self.rated(fewest), " ≈ ", &shown].concat()))
            }
            Evenness::AllPerThousand => {
                let all: Vec<Slots> = inputs
                    .iter()
                    .zip(&slots)
                    .map(|(of, new)| of.slots_with(*new))
                    .collect::<Option<_>>()
                    .ok_or_else(|| self.needs(MissingInput::Capacity))?;
                let (fewest, most) = ends(&all, &children).ok_or_else(no_children)?;
                Ok((range(fewest.3, most.3), self.both(fewest, most)))
            }
            Evenness::Gini | Evenness::Distance => {
                let weights: Vec<Weight> = children.iter().map(|of| Weight::whole(of.get())).collect();
                let fair = fairness(&slots, &weights, &children);
                let measure = if of == Evenness::Gini { fair.gini } else { fair.distance };
                let shown = percent(measure.ok_or_else(no_children)?.percent_shown());
                let given: u64 = slots.iter().map(|slots| u64::from(slots.get())).sum();
                let living: u64 = children.iter().map(|children| u64::from(children.get())).sum();
                let sums = self.say(Phrase::SlotsForChildren(&thousands(given), &thousands(living)));
                Ok((shown.clone(), sums + &shown))
            }
        }
    }

    fn both(self, fewest: Rated, most: Rated) -> String {
        self.rated(fewest) + separator(self.language) + &self.rated(most)
    }

    /// 平城 130 × 1,000 ÷ 6,250 ≈ 20.80.
    fn rated(self, (position, slots, children, rate): Rated) -> String {
        let name = self.scenario.region().counties().get(position).map_or("", |of| self.language.name(&of.name));
        let (slots, children) = (thousands(u64::from(slots.get())), thousands(u64::from(children.get())));
        [name, " ", &slots, " × 1,000 ÷ ", &children, " ≈ ", &hundredths(rate.number_shown())].concat()
    }

    /// A bound or a weight that is typed in the assistant.
    pub(super) fn typed_for_division(self, place: &InputPlace) -> Option<(String, Option<String>)> {
        let (county, name) = match place {
            InputPlace::Least(county) => (county, ToolWord::Least),
            InputPlace::Most(county) => (county, ToolWord::Most),
            InputPlace::Weight(county) => (county, ToolWord::Weight),
            _ => return None,
        };
        let position = self.scenario.region().position(county)?;
        let inputs = self.scenario.counties().get(position)?;
        let count = |of: Option<Slots>| of.map(|of| thousands(u64::from(of.get())));
        let value = match place {
            InputPlace::Least(_) => count(inputs.least),
            InputPlace::Most(_) => count(inputs.most),
            _ => inputs.weight.map(exact_weight),
        };
        let county = self.language.name(&self.scenario.region().counties().get(position)?.name);
        Some(([county, " ", name.in_language(self.language)].concat(), value))
    }
}

/// The counties with the fewest and with the most slots per child, the first in the document among equals.
fn ends(slots: &[Slots], children: &[Children]) -> Option<(Rated, Rated)> {
    let mut rated = slots
        .iter()
        .zip(children)
        .enumerate()
        .filter_map(|(at, (&slots, &children))| Some((at, slots, children, per_thousand(slots, children)?)));
    let first = rated.next()?;
    Some(rated.fold((first, first), |(fewest, most), one| {
        (
            if fewest.3.reaches(one.3) && fewest.3 != one.3 { one } else { fewest },
            if most.3.reaches(one.3) { most } else { one },
        )
    }))
}

const fn separator(language: Language) -> &'static str {
    match language {
        Language::Chinese => "；",
        Language::English => "; ",
    }
}

fn range(fewest: Ratio, most: Ratio) -> String {
    [&hundredths(fewest.number_shown()), "–", &hundredths(most.number_shown())].concat()
}
