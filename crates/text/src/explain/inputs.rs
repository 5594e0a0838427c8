//! The typed figures behind a number.

use super::super::number::figure_readout;
use super::super::supply::figure_name;
use super::super::{Word, basis, count, exact_factor, exact_points, exact_rate, parameter_name};
use super::{Given, Input, InputPlace, Phrase};
use tuowei_model::{CountyInputs, Figure, RuleKind, Target, TargetSource};

/// At most this many are listed.
pub(super) const MOST: usize = 12;

/// A figure as its cell holds it, with its percent sign; nothing where it is not typed.
pub(super) fn typed(inputs: &CountyInputs, figure: Figure) -> Option<String> {
    figure.of(inputs).map(figure_readout)
}

impl Given<'_> {
    pub(super) fn county_input(self, position: usize, figure: Figure) -> Option<Input> {
        let region = self.scenario.region();
        let county = region.counties().get(position)?;
        let value = typed(self.scenario.counties().get(position)?, figure);
        let label =
            [self.language.name(&county.name), " ", &figure_name(figure, region.year(), self.language)].concat();
        Some(Input {
            place: InputPlace::County(figure, county.id.clone()),
            label,
            value: value.unwrap_or_else(|| self.say(Phrase::Empty)),
            basis: basis(self.scenario.basis(figure), self.language),
        })
    }

    /// Those of one county.
    pub(super) fn of_county(self, position: usize, figures: &[Figure]) -> Vec<Input> {
        figures.iter().filter_map(|&figure| self.county_input(position, figure)).collect()
    }

    /// Those of one county behind its target: [`Figure::Pin`] is the base where there is no pin.
    pub(super) fn of_county_aimed(self, position: usize, figures: &[Figure]) -> Vec<Input> {
        let Some(inputs) = self.scenario.counties().get(position) else { return Vec::new() };
        figures.iter().filter_map(|&figure| self.county_input(position, aimed(inputs, figure))).collect()
    }

    /// Those of all counties, [`Figure::Pin`] as for one county: first what is missing, then what is there, as many as are listed.
    pub(super) fn of_city(self, figures: &[Figure]) -> Vec<Input> {
        let mut listed = Vec::new();
        for want_missing in [true, false] {
            for (position, inputs) in self.scenario.counties().iter().enumerate() {
                for &figure in figures {
                    let figure = aimed(inputs, figure);
                    if listed.len() >= MOST {
                        return listed;
                    }
                    // Other new slots need not be entered.
                    let is_missing = typed(inputs, figure).is_none() && figure != Figure::Other;
                    if is_missing == want_missing {
                        listed.extend(self.county_input(position, figure));
                    }
                }
            }
        }
        listed
    }

    pub(super) fn setting(self, place: InputPlace) -> Input {
        let word = |word: Word| word.in_language(self.language).to_owned();
        let (targets, supply) = (self.scenario.targets(), self.scenario.supply());
        let points = |of: Option<_>| of.map(exact_points);
        let rate = |of: Option<_>| of.map(|of| exact_rate(of) + "%");
        let (label, value) = match &place {
            InputPlace::County(figure, county) => {
                let position = self.scenario.region().position(county);
                return match position.and_then(|position| self.county_input(position, *figure)) {
                    Some(input) => input,
                    None => Input { label: String::new(), value: String::new(), basis: None, place },
                };
            }
            InputPlace::Least(_) | InputPlace::Most(_) | InputPlace::Weight(_) => {
                self.typed_for_division(&place).unwrap_or_default()
            }
            InputPlace::Task => (word(Word::Task), Some(count(self.scenario.task().get()))),
            InputPlace::Parameter(rule) => (
                parameter_name(*rule, self.language).to_owned(),
                match rule {
                    RuleKind::Uniform => points(targets.uplift),
                    RuleKind::Proportional => targets.growth.map(exact_factor),
                    RuleKind::Converge => targets.closing.map(exact_rate),
                    RuleKind::CityGoal => targets.goal.map(exact_rate),
                },
            ),
            InputPlace::Benchmark => (word(Word::Benchmark), rate(targets.benchmark)),
            InputPlace::Floor => (word(Word::Floor), points(targets.floor)),
            InputPlace::Cap => (word(Word::Cap), points(targets.cap)),
            InputPlace::Utilisation => (self.say(Phrase::WantedUtilisation), rate(Some(supply.utilisation))),
            InputPlace::InclusiveShare => (self.say(Phrase::WantedInclusiveShare), rate(Some(supply.inclusive_share))),
        };
        Input { place, label, value: value.unwrap_or_else(|| self.say(Phrase::Empty)), basis: None }
    }

    /// The parameters of the rule in force, with the bounds that are set.
    pub(super) fn rule_inputs(self) -> Vec<Input> {
        let targets = self.scenario.targets();
        let mut inputs = vec![self.setting(InputPlace::Parameter(targets.rule))];
        if targets.rule == RuleKind::Converge {
            inputs.extend(self.benchmark_input());
        }
        if targets.floor.is_some() {
            inputs.push(self.setting(InputPlace::Floor));
        }
        if targets.cap.is_some() {
            inputs.push(self.setting(InputPlace::Cap));
        }
        inputs
    }

    /// The benchmark: as typed, else the base of the first county with the highest one.
    fn benchmark_input(self) -> Option<Input> {
        if self.scenario.targets().benchmark.is_some() {
            return Some(self.setting(InputPlace::Benchmark));
        }
        let highest = self.outcome.highest_base?;
        let position = self.scenario.counties().iter().position(|inputs| inputs.base == Some(highest))?;
        let mut input = self.county_input(position, Figure::Base)?;
        let county = self.language.name(&self.scenario.region().counties().get(position)?.name);
        input.label = self.say(Phrase::HighestBaseOf(county, Word::Benchmark.in_language(self.language)));
        Some(input)
    }

    /// What a county's target follows from.
    pub(super) fn target_inputs(self, position: usize) -> Vec<Input> {
        let row = self.outcome.rows.get(position);
        if row.is_some_and(|row| matches!(row.target, Target::Known { source: TargetSource::Pinned, .. })) {
            return self.of_county(position, &[Figure::Pin]);
        }
        let mut inputs = self.of_county(position, &[Figure::Base]);
        inputs.extend(self.rule_inputs());
        inputs
    }
}

fn aimed(inputs: &CountyInputs, figure: Figure) -> Figure {
    if figure == Figure::Pin && inputs.pin.is_none() { Figure::Base } else { figure }
}

/// Takes in what is not there yet.
pub(super) fn join(inputs: &mut Vec<Input>, more: Vec<Input>) {
    for input in more {
        if !inputs.iter().any(|known| known.place == input.place) {
            inputs.push(input);
        }
    }
}
