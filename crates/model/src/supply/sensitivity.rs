//! How little has to change for a finding to go: for each, the smallest change of one input.

use std::mem::discriminant;

use super::super::{
    Children, CountyId, CountyInputs, Edit, Finding, Outcome, Place, Points, Rate, Ratio, RuleKind, Scenario, Slots,
    evaluate,
};
use super::finding::contradicts;
use super::primitives::{WHOLE, part_of, smallest};
use super::row::both;
use super::{Supply, SupplyFinding, SupplyRow, room_in, supply};

/// The smallest change of one input, all else as it is, by which a finding no longer stands; where the finding lists
/// counties and one is named here, by which it no longer lists that one.
///
/// Smallest in the units in which inputs are kept: one slot, one child, 0.0001 %. One unit less leaves the finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TippingPoint {
    /// The finding.
    pub of: TippingPointOf,
    /// The county that it no longer lists; nothing where the finding goes altogether.
    pub county: Option<CountyId>,
    /// The input.
    pub place: Place,
    /// From what to what.
    pub change: Change,
    /// What brings it about.
    pub edit: Edit,
}

/// A finding, by its place in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TippingPointOf {
    /// Of [`Outcome::findings`].
    Plan(usize),
    /// Of [`Supply::findings`].
    Supply(usize),
}

/// From what to what an input changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Slots or children.
    Count {
        /// As it is.
        from: u32,
        /// As it would be.
        to: u32,
    },
    /// A rate. A pin may take the place of the rule's target, which is then what it changes from.
    Rate {
        /// As it is.
        from: Rate,
        /// As it would be.
        to: Rate,
    },
    /// A difference of rates.
    Points {
        /// As it is.
        from: Points,
        /// As it would be.
        to: Points,
    },
}

/// The smallest changes by which what was found no longer stands, finding by finding. Findings that only say what is
/// missing, or which bound applied, have none; nor has an input that would have to leave its range.
///
/// `outcome` and `supplied` are what [`evaluate`] and [`supply`] give for the scenario. Where it is all the same which
/// county changes, it is the one with the most of what has to go, or the most to gain (our own rule).
#[must_use]
pub fn sensitivity(scenario: &Scenario, outcome: &Outcome, supplied: &Supply) -> Vec<TippingPoint> {
    let mut tipping_points =
        TippingPoints { scenario, outcome, supplied, found: Vec::new(), of: TippingPointOf::Plan(0), county: None };
    for (at, finding) in outcome.findings.iter().enumerate() {
        (tipping_points.of, tipping_points.county) = (TippingPointOf::Plan(at), None);
        tipping_points.of_plan(finding);
    }
    for (at, finding) in supplied.findings.iter().enumerate() {
        (tipping_points.of, tipping_points.county) = (TippingPointOf::Supply(at), None);
        tipping_points.of_supply(finding);
    }
    tipping_points.found
}

struct TippingPoints<'given> {
    scenario: &'given Scenario,
    outcome: &'given Outcome,
    supplied: &'given Supply,
    found: Vec<TippingPoint>,
    of: TippingPointOf,
    county: Option<CountyId>,
}

impl TippingPoints<'_> {
    fn of_plan(&mut self, finding: &Finding) {
        match finding {
            Finding::OverAllocated { .. } | Finding::UnderAllocated { .. } => {
                let allocation = self.outcome.allocation;
                if let Some(task) = count(allocation.allocated).and_then(Slots::new) {
                    self.add(Change::Count { from: allocation.task.get(), to: task.get() }, Edit::SetTask(task));
                }
                self.allocate(self.most_given(), allocation.remaining);
            }
            Finding::TargetBelowBase(counties) => {
                self.uplift(true);
                for county in counties {
                    if let Some((_, inputs)) = self.about(county) {
                        self.pin(inputs.base);
                    }
                }
            }
            Finding::GoalOutOfReach { goal, best } => {
                let lower = |by: u64| rate(u64::from(goal.ppm()).saturating_sub(by));
                let fits = |by: u64| {
                    let goal = lower(by).and_then(|goal| Ratio::new(u128::from(goal.ppm()), u128::from(WHOLE)));
                    goal.is_some_and(|goal| best.reaches(goal))
                };
                if let Some(to) = smallest(u64::from(goal.ppm()), &fits).and_then(lower) {
                    self.add(Change::Rate { from: *goal, to }, Edit::SetGoal(Some(to)));
                }
                self.cap();
            }
            Finding::SlotsMissing(_)
            | Finding::BaseMissing(_)
            | Finding::ChildrenMissing { .. }
            | Finding::NoChildren
            | Finding::ParameterMissing(_)
            | Finding::GoalMetAlready
            | Finding::GoalNeeds(_)
            | Finding::BoundApplied { .. } => {}
        }
    }

    fn of_supply(&mut self, finding: &SupplyFinding) {
        let supplied = self.supplied;
        let (wanted, total) = (*self.scenario.supply(), &supplied.city.total);
        match finding {
            SupplyFinding::Shortage(counties) => {
                self.uplift(false);
                for of in counties {
                    let Some((row, inputs)) = self.about(&of.county) else { continue };
                    self.allocate(self.county.clone(), of.by.cast_signed());
                    let Ok((children, slots)) = both(row.children, row.slots_after) else { continue };
                    self.pin(part(slots, children));
                    self.children_carried(&inputs, slots);
                }
            }
            SupplyFinding::CityShortage { slots } => {
                self.uplift(false);
                self.allocate(
                    self.most(&|row, _| row.spare().map_or(0, |spare| spare.min(0).unsigned_abs())),
                    slots.cast_signed(),
                );
            }
            SupplyFinding::InclusiveAboveCapacity(counties) => {
                for of in counties {
                    let Some((_, inputs)) = self.about(&of.county) else { continue };
                    self.slots(inputs.inclusive, -of.by.cast_signed(), &Edit::inclusive);
                    self.slots(inputs.capacity, of.by.cast_signed(), &Edit::capacity);
                }
            }
            SupplyFinding::EnrolledAboveChildren(counties) => {
                for of in counties {
                    let Some((_, inputs)) = self.about(&of.county) else { continue };
                    self.children(inputs.enrolled, -of.by.cast_signed(), &Edit::enrolled);
                    self.children(inputs.children, of.by.cast_signed(), &Edit::children);
                }
            }
            SupplyFinding::EnrolledAboveCapacity(counties) => {
                for of in counties {
                    let Some((_, inputs)) = self.about(&of.county) else { continue };
                    self.slots(inputs.capacity, of.by.cast_signed(), &Edit::capacity);
                    self.children(inputs.enrolled, -of.by.cast_signed(), &Edit::enrolled);
                }
            }
            SupplyFinding::EnrolledContradictsBase(counties) => {
                for of in counties {
                    let Some((_, inputs)) = self.about(&of.county) else { continue };
                    if let (Some(children), Some(base)) = (inputs.children, inputs.base) {
                        self.consistent(of.counted, of.derived, u64::from(children.get()), base);
                    }
                }
            }
            SupplyFinding::EnrolledAboveTarget(counties) => {
                self.uplift(true);
                for of in counties {
                    let Some((row, inputs)) = self.about(&of.county) else { continue };
                    self.children(inputs.enrolled, -of.by.cast_signed(), &Edit::enrolled);
                    if let Ok((enrolled, children)) = both(row.enrolled_now, row.children) {
                        self.pin(rate_enrolling(children, enrolled));
                    }
                }
            }
            SupplyFinding::CityUtilisationBelowWanted { .. } => {
                self.uplift(true);
                let Ok((enrolled, slots)) = both(total.enrolled_at_target, total.slots_after) else { return };
                self.allocate(self.most_given(), -too_many(enrolled, slots, wanted.utilisation));
                if let Some(to) = part(enrolled, slots) {
                    self.add(Change::Rate { from: wanted.utilisation, to }, Edit::SetUtilisation(to));
                }
            }
            SupplyFinding::UtilisationBelowWanted(counties) => {
                for county in counties {
                    let Some((row, _)) = self.about(county) else { continue };
                    let Ok((enrolled, slots)) = both(row.enrolled_at_target, row.slots_after) else { continue };
                    self.allocate(self.county.clone(), -too_many(enrolled, slots, wanted.utilisation));
                    if let Ok(children) = row.children {
                        self.pin(rate_enrolling(children, part_of(slots, wanted.utilisation)));
                    }
                }
            }
            SupplyFinding::InclusiveShareShort { convert, add, .. } => {
                if let Some(add) = add {
                    self.allocate(self.most_given(), add.cast_signed());
                }
                if let (Some(convert), Some(county)) = (convert, self.most(&|_, inputs| room_in(inputs)))
                    && let Some(inputs) = self.scenario.county(&county)
                    && room_in(inputs) >= *convert
                {
                    let inclusive = inputs.inclusive;
                    self.slots_of(&county, inclusive, convert.cast_signed(), &Edit::inclusive);
                }
                if let Ok((inclusive, slots)) = both(total.inclusive_after, total.slots_after)
                    && let Some(to) = part(inclusive, slots)
                {
                    self.add(Change::Rate { from: wanted.inclusive_share, to }, Edit::SetInclusiveShare(to));
                }
            }
            SupplyFinding::FigureMissing { .. } => {}
        }
    }

    /// Speaks of this county from here on.
    fn about(&mut self, county: &CountyId) -> Option<(SupplyRow, CountyInputs)> {
        self.county = Some(county.clone());
        let position = self.scenario.region().position(county)?;
        Some((self.supplied.rows[position], self.scenario.counties()[position]))
    }

    fn add(&mut self, change: Change, edit: Edit) {
        if let [place] = edit.places().as_slice() {
            self.found.push(TippingPoint {
                of: self.of,
                county: self.county.clone(),
                place: place.clone(),
                change,
                edit,
            });
        }
    }

    /// The first county with the most of it.
    fn most(&self, of: &dyn Fn(&SupplyRow, &CountyInputs) -> u64) -> Option<CountyId> {
        let counties = self.supplied.rows.iter().zip(self.scenario.counties()).map(|(row, inputs)| of(row, inputs));
        let mut best = None::<(usize, u64)>;
        for (position, of) in counties.enumerate() {
            if best.is_none_or(|(_, most)| of > most) {
                best = Some((position, of));
            }
        }
        best.map(|(position, _)| self.scenario.region().counties()[position].id.clone())
    }

    fn most_given(&self) -> Option<CountyId> {
        self.most(&|_, inputs| inputs.slots.map_or(0, |slots| u64::from(slots.get()) + 1))
    }

    fn allocate(&mut self, county: Option<CountyId>, by: i64) {
        if let Some(county) = county {
            let given = self.scenario.county(&county).and_then(|inputs| inputs.slots);
            self.slots_of(&county, given, by, &Edit::slots);
        }
    }

    fn slots(&mut self, from: Option<Slots>, by: i64, edit: &dyn Fn(CountyId, Option<Slots>) -> Edit) {
        if let Some(county) = self.county.clone() {
            self.slots_of(&county, from, by, edit);
        }
    }

    fn slots_of(
        &mut self,
        county: &CountyId,
        from: Option<Slots>,
        by: i64,
        edit: &dyn Fn(CountyId, Option<Slots>) -> Edit,
    ) {
        if let Some(from) = from
            && let Some(to) = moved(from.get(), by).and_then(Slots::new)
        {
            self.add(Change::Count { from: from.get(), to: to.get() }, edit(county.clone(), Some(to)));
        }
    }

    fn children(&mut self, from: Option<Children>, by: i64, edit: &dyn Fn(CountyId, Option<Children>) -> Edit) {
        if let (Some(county), Some(from)) = (self.county.clone(), from)
            && let Some(to) = moved(from.get(), by).and_then(Children::new)
        {
            self.add(Change::Count { from: from.get(), to: to.get() }, edit(county, Some(to)));
        }
    }

    /// The most children whom the slots carry at the county's target, where that does not hang on the children.
    fn children_carried(&mut self, inputs: &CountyInputs, slots: u64) {
        let by_city = self.scenario.targets().rule == RuleKind::CityGoal && inputs.pin.is_none();
        let target = self.target().filter(|target| !by_city && target.ppm() > 0);
        if let (Some(target), Some(children)) = (target, inputs.children) {
            let carried = slots * WHOLE / u64::from(target.ppm());
            let less = u64::from(children.get()).saturating_sub(carried);
            self.children(inputs.children, -less.cast_signed(), &Edit::children);
        }
    }

    fn target(&self) -> Option<Rate> {
        let position = self.scenario.region().position(self.county.as_ref()?)?;
        self.outcome.rows[position].target.rate()
    }

    /// The county's target, by hand from here on.
    fn pin(&mut self, to: Option<Rate>) {
        if let (Some(county), Some(from), Some(to)) = (self.county.clone(), self.target(), to) {
            self.add(Change::Rate { from, to }, Edit::pin(county, Some(to)));
        }
    }

    /// The enrolment or the base nearest to what is typed that agrees with the other.
    fn consistent(&mut self, counted: u64, derived: u64, children: u64, base: Rate) {
        let steps = counted.abs_diff(derived);
        let toward = |step: u64| if counted > derived { counted - step } else { counted + step };
        if let Some(step) = smallest(steps, &|step| !contradicts(toward(step), children, base)) {
            let by = toward(step).cast_signed() - counted.cast_signed();
            let enrolled = count(counted).and_then(Children::new);
            self.children(enrolled, by, &Edit::enrolled);
        }
        let (Some(given), Some(county)) = (part(counted, children), self.county.clone()) else { return };
        if counted > children {
            return;
        }
        let toward = |step: u64| {
            let from = u64::from(base.ppm());
            rate(if given > base { from + step } else { from.saturating_sub(step) })
        };
        let agrees = |step: u64| toward(step).is_some_and(|base| !contradicts(counted, children, base));
        let steps = u64::from(given.ppm().abs_diff(base.ppm()));
        if let Some(to) = smallest(steps, &agrees).and_then(toward) {
            self.add(Change::Rate { from: base, to }, Edit::base(county, Some(to)));
        }
    }

    /// The uplift of the uniform rule, where that is in force.
    fn uplift(&mut self, up: bool) {
        let targets = self.scenario.targets();
        let (RuleKind::Uniform, Some(from)) = (targets.rule, targets.uplift) else { return };
        let end = if up { Points::MOST.ppm() } else { -Points::MOST.ppm() };
        self.points(from, end, &Edit::SetUplift);
    }

    fn cap(&mut self) {
        if let Some(cap) = self.scenario.targets().cap {
            self.points(cap, Points::MOST.ppm(), &Edit::SetCap);
        }
    }

    /// The first step from here towards the end at which the finding goes, computed forwards.
    fn points(&mut self, from: Points, end: i32, edit: &dyn Fn(Option<Points>) -> Edit) {
        let toward = |step: u64| {
            let step = i128::from(step);
            Points::clamped(i128::from(from.ppm()) + if end > from.ppm() { step } else { -step })
        };
        let goes = |step: u64| !self.stands_after(&edit(Some(toward(step))));
        if let Some(step) = smallest(u64::from(from.ppm().abs_diff(end)), &goes) {
            let to = toward(step);
            self.add(Change::Points { from, to }, edit(Some(to)));
        }
    }

    fn stands_after(&self, edit: &Edit) -> bool {
        let mut scenario = self.scenario.clone();
        // An uplift is never refused, nor is a larger cap.
        let _ = scenario.apply(edit);
        let outcome = evaluate(&scenario);
        match self.of {
            TippingPointOf::Plan(at) => {
                let kind = discriminant(&self.outcome.findings[at]);
                outcome.findings.iter().any(|finding| discriminant(finding) == kind)
            }
            TippingPointOf::Supply(at) => {
                let kind = discriminant(&self.supplied.findings[at]);
                supply(&scenario, &outcome).findings.iter().any(|finding| discriminant(finding) == kind)
            }
        }
    }
}

fn count(count: u64) -> Option<u32> {
    u32::try_from(count).ok()
}

fn moved(from: u32, by: i64) -> Option<u32> {
    u32::try_from(i64::from(from).saturating_add(by)).ok()
}

fn rate(ppm: u64) -> Option<Rate> {
    count(ppm).and_then(Rate::from_ppm)
}

/// ⌊of ÷ whole⌋ in parts per million; nothing above 100 % or of nothing.
fn part(of: u64, whole: u64) -> Option<Rate> {
    // At most 3·10¹¹ · 10⁶.
    (of * WHOLE).checked_div(whole).and_then(rate)
}

/// The smallest rate at which as many are enrolled.
fn rate_enrolling(children: u64, enrolled: u64) -> Option<Rate> {
    // ⌈children · rate⌉ ≥ enrolled holds once children · rate > enrolled − 1. At most 10⁸ · 10⁶.
    let below = (enrolled.checked_sub(1)? * WHOLE).checked_div(children)?;
    rate(below + 1)
}

/// How many slots fewer bring the enrolled to this utilisation.
fn too_many(enrolled: u64, slots: u64, utilisation: Rate) -> i64 {
    // At most 3·10¹¹ · 10⁶.
    let used = (enrolled * WHOLE).checked_div(u64::from(utilisation.ppm())).unwrap_or(slots);
    slots.saturating_sub(used).cast_signed()
}
