//! What supply and demand say against each other, as facts; the wording is in `text`.

use super::super::{CountyId, CountyInputs, Figure, Outcome, Rate, Ratio, Scenario, Severity, ascending};
use super::primitives::{WHOLE, part_of};
use super::row::{at_base, both};
use super::{SupplyCity, SupplyRow};

/// A fact about supply and demand that the planner should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SupplyFinding {
    /// Counties with more children enrolled at the target than slots: by how many slots they are short.
    Shortage(Vec<CountyBy>),
    /// The city as a whole has fewer slots than children enrolled at the targets.
    CityShortage {
        /// How many slots are short.
        slots: u64,
    },
    /// Counties with more inclusive slots than slots.
    InclusiveAboveCapacity(Vec<CountyBy>),
    /// Counties where more children are counted as enrolled than live there.
    EnrolledAboveChildren(Vec<CountyBy>),
    /// Counties where more children are enrolled now, as counted or by the base, than there are slots.
    EnrolledAboveCapacity(Vec<CountyBy>),
    /// Counties whose counted enrolment does not give their base.
    EnrolledContradictsBase(Vec<Contradiction>),
    /// Counties that have more enrolled now than their target asks for.
    EnrolledAboveTarget(Vec<CountyBy>),
    /// At the targets the slots of the whole city are used less than is wanted.
    CityUtilisationBelowWanted {
        /// E₁ ÷ S₁.
        utilisation: Ratio,
        /// The children that would have to be enrolled besides.
        children: u64,
    },
    /// Counties whose slots are used less than is wanted at their target.
    UtilisationBelowWanted(Vec<CountyId>),
    /// The city stays below the wanted share of inclusive slots.
    InclusiveShareShort {
        /// P₁ ÷ S₁.
        share: Ratio,
        /// As [`SupplyCity::convert`].
        convert: Option<u64>,
        /// As [`SupplyCity::add`].
        add: Option<u64>,
    },
    /// Counties without a figure, in a column that is begun.
    FigureMissing {
        /// The column: slots of today, inclusive slots, or enrolled. Other new slots need not be filled in.
        figure: Figure,
        /// The counties.
        counties: Vec<CountyId>,
    },
}

/// A county and by how much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountyBy {
    /// The county.
    pub county: CountyId,
    /// Slots or children, never zero.
    pub by: u64,
}

/// A counted enrolment that differs from children · base by more than rounding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// The county.
    pub county: CountyId,
    /// E₀ as counted.
    pub counted: u64,
    /// Children · base, as a whole number.
    pub derived: u64,
}

impl Contradiction {
    /// Counted − derived, in children.
    #[must_use]
    pub const fn difference(&self) -> i64 {
        self.counted.cast_signed() - self.derived.cast_signed()
    }
}

impl SupplyFinding {
    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::Shortage(_)
            | Self::CityShortage { .. }
            | Self::InclusiveAboveCapacity(_)
            | Self::EnrolledAboveChildren(_) => Severity::Problem,
            Self::EnrolledAboveCapacity(_)
            | Self::EnrolledContradictsBase(_)
            | Self::CityUtilisationBelowWanted { .. }
            | Self::InclusiveShareShort { .. } => Severity::Warning,
            Self::EnrolledAboveTarget(_) | Self::UtilisationBelowWanted(_) | Self::FigureMissing { .. } => {
                Severity::Note
            }
        }
    }
}

/// Whether so many enrolled children say something else than the base (our own rule): the rate that they give differs from
/// the base with two decimals, and they are more than one child away from children · base. In a small county no
/// whole number of children need give the base to 0.01 %, which contradicts nothing.
pub(super) fn contradicts(enrolled: u64, children: u64, base: Rate) -> bool {
    let Some(rate) = Ratio::new(u128::from(enrolled), u128::from(children)) else { return false };
    // At most 10⁸ · 10⁶.
    let away = (enrolled * WHOLE).abs_diff(children * u64::from(base.ppm()));
    rate.percent_shown() != base.percent_shown() && away > WHOLE
}

pub(super) fn contradicts_in(inputs: &CountyInputs) -> Option<(u64, u64)> {
    let (enrolled, children, base) = (inputs.enrolled?, inputs.children?, inputs.base?);
    let (enrolled, children) = (u64::from(enrolled.get()), u64::from(children.get()));
    contradicts(enrolled, children, base).then(|| (enrolled, at_base(children, u64::from(base.ppm()))))
}

/// By how much a county is beyond what it may be.
pub(super) fn excess(of: Option<u64>, over: Option<u64>) -> Option<u64> {
    of.zip(over).map(|(of, over)| of.saturating_sub(over)).filter(|by| *by > 0)
}

pub(super) fn is_below_wanted(row: &SupplyRow, wanted: Rate) -> bool {
    both(row.enrolled_at_target, row.slots_after)
        .is_ok_and(|(enrolled, slots)| slots > 0 && enrolled < part_of(slots, wanted))
}

pub(super) fn findings(
    scenario: &Scenario,
    outcome: &Outcome,
    rows: &[SupplyRow],
    city: &SupplyCity,
) -> Vec<SupplyFinding> {
    let counties = || scenario.region().counties().iter().map(|county| &county.id).zip(rows.iter().zip(&outcome.rows));
    let mut findings = Vec::new();
    let mut add_by = |by: &dyn Fn(&SupplyRow, &CountyInputs) -> Option<u64>,
                      finding: &dyn Fn(Vec<CountyBy>) -> SupplyFinding| {
        let list: Vec<CountyBy> = counties()
            .filter_map(|(id, (row, of))| by(row, &of.inputs).map(|by| CountyBy { county: id.clone(), by }))
            .collect();
        if !list.is_empty() {
            findings.push(finding(list));
        }
    };
    add_by(&|row, _| excess(row.enrolled_at_target.ok(), row.slots_after.ok()), &SupplyFinding::Shortage);
    add_by(&|row, _| excess(row.inclusive_now.ok(), row.slots_now.ok()), &SupplyFinding::InclusiveAboveCapacity);
    add_by(
        &|row, inputs| excess(inputs.enrolled.and(row.enrolled_now.ok()), row.children.ok()),
        &SupplyFinding::EnrolledAboveChildren,
    );
    add_by(&|row, _| excess(row.enrolled_now.ok(), row.slots_now.ok()), &SupplyFinding::EnrolledAboveCapacity);
    add_by(&|row, _| excess(row.enrolled_now.ok(), row.enrolled_at_target.ok()), &SupplyFinding::EnrolledAboveTarget);
    let contradictions: Vec<Contradiction> = counties()
        .filter_map(|(id, (_, of))| {
            contradicts_in(&of.inputs).map(|(counted, derived)| Contradiction { county: id.clone(), counted, derived })
        })
        .collect();
    if !contradictions.is_empty() {
        findings.push(SupplyFinding::EnrolledContradictsBase(contradictions));
    }
    let wanted = scenario.supply();
    let total = &city.total;
    if let Some(slots) = excess(total.enrolled_at_target.ok(), total.slots_after.ok()) {
        findings.push(SupplyFinding::CityShortage { slots });
    }
    if let (Ok(utilisation), Ok((enrolled, slots))) =
        (total.utilisation_needed(), both(total.enrolled_at_target, total.slots_after))
        && let Some(children) = excess(Some(part_of(slots, wanted.utilisation)), Some(enrolled))
    {
        findings.push(SupplyFinding::CityUtilisationBelowWanted { utilisation, children });
    }
    if let (Ok(share), Ok(convert), Ok(add)) = (total.inclusive_share_after(), city.convert, city.add)
        && add != Some(0)
    {
        findings.push(SupplyFinding::InclusiveShareShort { share, convert, add });
    }
    let where_row = |test: &dyn Fn(&SupplyRow, &CountyInputs) -> bool| -> Vec<CountyId> {
        counties().filter(|(_, (row, of))| test(row, &of.inputs)).map(|(id, _)| id.clone()).collect()
    };
    let below = where_row(&|row, _| is_below_wanted(row, wanted.utilisation));
    if !below.is_empty() {
        findings.push(SupplyFinding::UtilisationBelowWanted(below));
    }
    for figure in [Figure::Capacity, Figure::Inclusive, Figure::Enrolled] {
        let missing = where_row(&|_, inputs| figure.of(inputs).is_none());
        if !missing.is_empty() && missing.len() < rows.len() {
            findings.push(SupplyFinding::FigureMissing { figure, counties: missing });
        }
    }
    let by_severity = ascending(findings.iter().map(|finding| finding.severity() as u64));
    by_severity.map(|position| findings[position].clone()).collect()
}
