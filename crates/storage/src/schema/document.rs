//! The scenario itself: what of it is saved under which name, and in which unit.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::county::CountyV5;
use super::division::{DividedV5, DivisionV5};
use super::monitoring::MonitoringV5;
use super::{APP, ReadProblem, SCHEMA};
use crate::field::{FieldProblem, Wrong};
use crate::saved::{Day, Keyed, UpTo, Whole, Word, is_false};
use tuowei_model::{
    Basis, Edit, EditProblem, Factor, Figure, Name, Points, Rate, Region, RuleKind, Scenario, Slots, SupplySettings,
    TargetSettings,
};

/// A scenario of schema 5.
#[derive(Serialize, Deserialize)]
pub(super) struct ScenarioV5<'a> {
    app: &'a str,
    schema: UpTo<{ u32::MAX }>,
    name: &'a str,
    #[serde(borrow)]
    region: RegionV5<'a>,
    #[serde(default, skip_serializing_if = "is_false")]
    frozen: bool,
    task: Whole<Slots>,
    targets: TargetsV5,
    supply: SupplyV5,
    #[serde(borrow, default)]
    bases: Keyed<Figure, BasisV5<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    division: Option<DivisionV5<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    divided: Option<DividedV5<'a>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    monitoring: Option<MonitoringV5<'a>>,
    #[serde(borrow)]
    counties: Vec<CountyV5<'a>>,
}

#[derive(Serialize, Deserialize)]
struct RegionV5<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    latin: Option<&'a str>,
    year: u16,
}

#[derive(Serialize, Deserialize)]
struct TargetsV5 {
    rule: Word<RuleKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    uplift_ppm: Option<Whole<Points>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    growth_ppm: Option<Whole<Factor>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    closing_ppm: Option<Whole<Rate>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    benchmark_ppm: Option<Whole<Rate>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    goal_ppm: Option<Whole<Rate>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    floor_ppm: Option<Whole<Points>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cap_ppm: Option<Whole<Points>>,
}

#[derive(Serialize, Deserialize)]
struct SupplyV5 {
    utilisation_ppm: Whole<Rate>,
    inclusive_share_ppm: Whole<Rate>,
}

#[derive(Serialize, Deserialize)]
struct BasisV5<'a> {
    #[serde(default, skip_serializing_if = "str::is_empty")]
    method: &'a str,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    as_of: Option<Day>,
}

impl<'a> From<&'a Scenario> for ScenarioV5<'a> {
    fn from(scenario: &'a Scenario) -> Self {
        let region = scenario.region();
        let said = |figure| Some(scenario.basis(figure)).filter(|basis| **basis != Basis::default());
        let bases = Figure::ALL.into_iter().filter_map(|figure| Some((figure, said(figure)?.into())));
        let counties = region.counties().iter().zip(scenario.counties());
        Self {
            app: APP,
            schema: UpTo(SCHEMA),
            name: scenario.name(),
            region: (&**region).into(),
            frozen: scenario.frozen(),
            task: Whole(scenario.task()),
            targets: scenario.targets().into(),
            supply: scenario.supply().into(),
            bases: Keyed(bases.collect()),
            division: DivisionV5::of(scenario.division()),
            divided: scenario.divided().map(Into::into),
            monitoring: MonitoringV5::of(scenario),
            counties: counties.map(|(county, inputs)| CountyV5::of(county, inputs)).collect(),
        }
    }
}

impl TryFrom<ScenarioV5<'_>> for Scenario {
    type Error = ReadProblem;

    fn try_from(saved: ScenarioV5<'_>) -> Result<Self, ReadProblem> {
        let mut edits = Vec::new();
        let counties = saved.counties.into_iter().map(|row| row.read(&mut edits)).collect();
        let RegionV5 { id, name, latin, year } = saved.region;
        let region = Region::new(id, Name::new(name, latin), year, counties).map_err(ReadProblem::Region)?;
        edits.push(Edit::SetTask(saved.task.0));
        edits.push(Edit::SetFrozen(saved.frozen));
        saved.targets.read(&mut edits);
        edits.push(Edit::SetUtilisation(saved.supply.utilisation_ppm.0));
        edits.push(Edit::SetInclusiveShare(saved.supply.inclusive_share_ppm.0));
        for (figure, basis) in saved.bases.0 {
            edits.push(Edit::SetBasis(figure, basis.method.to_owned()));
            edits.push(Edit::SetAsOf(figure, basis.as_of.map(|Day(day)| day)));
        }
        if let Some(division) = saved.division {
            division.read(&mut edits).map_err(|problem| problem.within("division"))?;
        }
        if let Some(divided) = saved.divided {
            edits.push(Edit::SetDivision(Some(Arc::new(divided.into()))));
        }
        let mut scenario = Self::empty(saved.name, Arc::new(region));
        let mut apply = |edit: &Edit| {
            scenario.apply(edit).map(|_| ()).map_err(|problem| match problem {
                EditProblem::FloorAboveCap => ReadProblem::FloorAboveCap,
                // Reports name counties of the region. All else was made from its very counties.
                EditProblem::UnknownCounty(id) => ReadProblem::Field(FieldProblem::at(id.as_str(), Wrong::Missing)),
                // Figures are read as values of their own kind.
                EditProblem::AnotherKind(figure) => {
                    ReadProblem::Field(FieldProblem::at(figure.id(), Wrong::OutOfRange))
                }
                EditProblem::UnknownReport(_) | EditProblem::TooManyReports => {
                    ReadProblem::Field(FieldProblem::at("monitoring.reports", Wrong::OutOfRange))
                }
                EditProblem::TooManyRows => ReadProblem::Field(FieldProblem::at("monitoring", Wrong::OutOfRange)),
            })
        };
        edits.iter().try_for_each(&mut apply)?;
        if let Some(monitoring) = saved.monitoring {
            // One after the other: reports of many counties are many edits.
            monitoring.read(&mut |edit| apply(&Edit::Monitor(edit)))?;
        }
        Ok(scenario)
    }
}

impl<'a> From<&'a Region> for RegionV5<'a> {
    fn from(region: &'a Region) -> Self {
        let (name, latin) = region.name().in_full();
        Self { id: region.id(), name, latin, year: region.year() }
    }
}

impl From<&TargetSettings> for TargetsV5 {
    fn from(targets: &TargetSettings) -> Self {
        Self {
            rule: Word(targets.rule),
            uplift_ppm: targets.uplift.map(Whole),
            growth_ppm: targets.growth.map(Whole),
            closing_ppm: targets.closing.map(Whole),
            benchmark_ppm: targets.benchmark.map(Whole),
            goal_ppm: targets.goal.map(Whole),
            floor_ppm: targets.floor.map(Whole),
            cap_ppm: targets.cap.map(Whole),
        }
    }
}

impl TargetsV5 {
    fn read(self, edits: &mut Vec<Edit>) {
        edits.push(Edit::SetRule(self.rule.0));
        edits.push(Edit::SetUplift(self.uplift_ppm.map(|Whole(points)| points)));
        edits.push(Edit::SetGrowth(self.growth_ppm.map(|Whole(factor)| factor)));
        edits.push(Edit::SetClosing(self.closing_ppm.map(|Whole(rate)| rate)));
        edits.push(Edit::SetBenchmark(self.benchmark_ppm.map(|Whole(rate)| rate)));
        edits.push(Edit::SetGoal(self.goal_ppm.map(|Whole(rate)| rate)));
        edits.push(Edit::SetFloor(self.floor_ppm.map(|Whole(points)| points)));
        edits.push(Edit::SetCap(self.cap_ppm.map(|Whole(points)| points)));
    }
}

impl From<&SupplySettings> for SupplyV5 {
    fn from(supply: &SupplySettings) -> Self {
        Self { utilisation_ppm: Whole(supply.utilisation), inclusive_share_ppm: Whole(supply.inclusive_share) }
    }
}

impl<'a> From<&'a Basis> for BasisV5<'a> {
    fn from(basis: &'a Basis) -> Self {
        Self { method: &basis.method, as_of: basis.as_of.map(Day) }
    }
}
