//! Findings: what they say, when they stand, and what makes them go.

use super::super::supply::supply_finding;
use super::super::{Language, Word, finding, tipping_point};
use super::finding_words::Words;
use super::inputs::{MOST, join};
use super::source::Source;
use super::{Explanation, Given, Input, InputPlace, finding_words};
use tuowei_model::{
    CountyBy, CountyId, Figure, Finding, Place, RuleKind, Severity, SupplyFinding, TippingPointOf, sensitivity,
};

/// At most this many ways out are named.
const TIPPING_POINTS: usize = 3;

impl Given<'_> {
    pub(super) fn finding(self, of: &Finding) -> Explanation {
        let words = self.language.either(finding_words::finding(of));
        let place = self.outcome.findings.iter().position(|known| known == of).map(TippingPointOf::Plan);
        let sentence = finding(of, self.scenario.region(), self.language);
        let (inputs, source) = self.behind(of);
        self.found(words, of.severity(), sentence, place, inputs, source)
    }

    pub(super) fn supply_finding(self, of: &SupplyFinding) -> Explanation {
        let words = self.language.either(finding_words::supply_finding(of));
        let place = self.supply.findings.iter().position(|known| known == of).map(TippingPointOf::Supply);
        let sentence = supply_finding(of, self.scenario.region(), self.language);
        let (inputs, source) = self.behind_supply(of);
        self.found(words, of.severity(), sentence, place, inputs, source)
    }

    fn found(
        self,
        (title, definition, formula): Words,
        severity: Severity,
        sentence: String,
        place: Option<TippingPointOf>,
        mut inputs: Vec<Input>,
        source: Source,
    ) -> Explanation {
        let weight = match severity {
            Severity::Problem => Word::Problem,
            Severity::Warning => Word::Warning,
            Severity::Note => Word::Note,
        };
        inputs.truncate(MOST);
        Explanation {
            title: title.to_owned(),
            value: weight.in_language(self.language).to_owned(),
            definition: definition.to_owned(),
            formula: formula.to_owned(),
            worked: sentence + &self.ways_out(place),
            compared: String::new(),
            inputs,
            source: self.source(source),
        }
    }

    /// What makes the finding go, a sentence each.
    fn ways_out(self, place: Option<TippingPointOf>) -> String {
        let Some(place) = place else { return String::new() };
        let stop = match self.language {
            Language::Chinese => "。",
            Language::English => ".",
        };
        let mut text = String::new();
        let tipping_points = sensitivity(self.scenario, self.outcome, self.supply);
        // To ask for less settles nothing: the goals are the plan's.
        let goal = |place: &Place| matches!(place, Place::Utilisation | Place::InclusiveShare);
        for way in tipping_points
            .iter()
            .filter(|tipping_point| tipping_point.of == place && !goal(&tipping_point.place))
            .take(TIPPING_POINTS)
        {
            text.push('\n');
            text.push_str(&tipping_point(way, self.scenario.region(), self.language));
            text.push_str(stop);
        }
        text
    }

    /// Figures of these counties, as many as are listed.
    fn of_these(self, counties: &[CountyId], figures: &[Figure]) -> Vec<Input> {
        let positions = counties.iter().take(MOST).filter_map(|county| self.scenario.region().position(county));
        positions.flat_map(|position| self.of_county_aimed(position, figures)).collect()
    }

    fn of_those_by(self, counties: &[CountyBy], figures: &[Figure]) -> Vec<Input> {
        let counties: Vec<CountyId> = counties.iter().take(MOST).map(|of| of.county.clone()).collect();
        self.of_these(&counties, figures)
    }

    fn behind(self, finding: &Finding) -> (Vec<Input>, Source) {
        let with = |place: InputPlace, more: Vec<Input>| {
            let mut inputs = vec![self.setting(place)];
            inputs.extend(more);
            inputs
        };
        match finding {
            Finding::OverAllocated { .. } | Finding::UnderAllocated { .. } => {
                let inputs = with(InputPlace::Task, self.of_city(&[Figure::Slots]));
                (inputs, self.source_of_task())
            }
            Finding::SlotsMissing(counties) => (self.of_these(counties, &[Figure::Slots]), Source::Ours),
            Finding::BaseMissing(counties) => (self.of_these(counties, &[Figure::Base]), Source::Ours),
            Finding::ChildrenMissing { counties, .. } => (self.of_these(counties, &[Figure::Children]), Source::Ours),
            Finding::NoChildren => (self.of_city(&[Figure::Children]), Source::Ours),
            Finding::ParameterMissing(rule) => (vec![self.setting(InputPlace::Parameter(*rule))], Source::Ours),
            Finding::GoalOutOfReach { .. } | Finding::GoalMetAlready | Finding::GoalNeeds(_) => {
                let mut inputs = vec![self.setting(InputPlace::Parameter(RuleKind::CityGoal))];
                if self.scenario.targets().cap.is_some() {
                    inputs.push(self.setting(InputPlace::Cap));
                }
                (inputs, Source::OursToChange)
            }
            Finding::TargetBelowBase(counties) => {
                let mut inputs = self.rule_inputs();
                join(&mut inputs, self.of_these(counties, &[Figure::Base, Figure::Pin]));
                (inputs, Source::Ours)
            }
            Finding::BoundApplied { counties, .. } => {
                let mut inputs = self.rule_inputs();
                inputs.extend(self.of_these(counties, &[Figure::Base]));
                (inputs, Source::OursToChange)
            }
        }
    }

    fn behind_supply(self, finding: &SupplyFinding) -> (Vec<Input>, Source) {
        let demand = &[Figure::Children, Figure::Pin, Figure::Capacity, Figure::Slots];
        match finding {
            SupplyFinding::Shortage(counties) => (self.of_those_by(counties, demand), Source::Ours),
            SupplyFinding::CityShortage { .. } => (self.of_city(demand), Source::Ours),
            SupplyFinding::InclusiveAboveCapacity(counties) => {
                (self.of_those_by(counties, &[Figure::Inclusive, Figure::Capacity]), Source::Ours)
            }
            SupplyFinding::EnrolledAboveChildren(counties) => {
                (self.of_those_by(counties, &[Figure::Enrolled, Figure::Children]), Source::Ours)
            }
            SupplyFinding::EnrolledAboveCapacity(counties) => {
                (self.of_those_by(counties, &[Figure::Enrolled, Figure::Capacity]), Source::Ours)
            }
            SupplyFinding::EnrolledContradictsBase(contradictions) => {
                let counties: Vec<CountyId> = contradictions.iter().take(MOST).map(|of| of.county.clone()).collect();
                (self.of_these(&counties, &[Figure::Enrolled, Figure::Children, Figure::Base]), Source::Ours)
            }
            SupplyFinding::EnrolledAboveTarget(counties) => {
                (self.of_those_by(counties, &[Figure::Enrolled, Figure::Children, Figure::Base]), Source::Ours)
            }
            SupplyFinding::CityUtilisationBelowWanted { .. } => {
                let mut inputs = vec![self.setting(InputPlace::Utilisation)];
                inputs.extend(self.of_city(demand));
                (inputs, self.source_if_planned(Source::PlanUtilisation))
            }
            SupplyFinding::UtilisationBelowWanted(counties) => {
                let mut inputs = vec![self.setting(InputPlace::Utilisation)];
                inputs.extend(self.of_these(counties, demand));
                (inputs, self.source_if_planned(Source::PlanUtilisation))
            }
            SupplyFinding::InclusiveShareShort { .. } => {
                let mut inputs = vec![self.setting(InputPlace::InclusiveShare)];
                inputs.extend(self.of_city(&[Figure::Inclusive, Figure::Capacity, Figure::Slots]));
                (inputs, self.source_if_planned(Source::PlanInclusiveShare))
            }
            SupplyFinding::FigureMissing { figure, counties } => (self.of_these(counties, &[*figure]), Source::Ours),
        }
    }
}
