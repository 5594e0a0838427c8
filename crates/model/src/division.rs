//! How the assistant divides the task of a scenario: what is chosen, what the counties weigh, what was applied.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::{
    Choice, Claim, County, CountyId, CountyInputs, Divided, Division, DivisionProblem, Edit, Method, Outcome, Row,
    Scenario, Settlement, Slots, TieRule, Weight, divide, enrolled_at,
};

/// What counts when the task is divided. Our own choice: the plan does not say how 表二 came about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WeightKind {
    /// Children under three.
    #[default]
    Children,
    /// Children · uplift: the new enrolments that the targets ask for.
    Enrolments,
    /// Children enrolled at the target beyond the slots that are there without the task.
    Unmet,
    /// Slots of today.
    Slots,
    /// Every county the same.
    Equal,
    /// The present allocation.
    Current,
    /// A number typed for each county.
    Custom,
}

impl WeightKind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Self; 7] =
        [Self::Children, Self::Enrolments, Self::Unmet, Self::Slots, Self::Equal, Self::Current, Self::Custom];
}

/// What decides a tie, as the scenario keeps it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TieChoice {
    /// Nothing yet: the assistant asks.
    #[default]
    Ask,
    /// The counties that come first in the region's list.
    DocumentOrder,
    /// The counties with more children.
    MoreChildren,
    /// By hand, for one tie.
    ByHand {
        /// The counties that were tied.
        between: Vec<CountyId>,
        /// Those that get a slot.
        gaining: Vec<CountyId>,
    },
}

/// What is chosen in the assistant. Bounds and typed weights stand with the counties.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DivisionSettings {
    /// What counts.
    pub weight: WeightKind,
    /// How it is divided.
    pub method: Method,
    /// What decides a tie.
    pub ties: TieChoice,
}

/// How the present allocation came about, as it was when the assistant's result was taken (分配说明).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DivisionRecord {
    /// What counted.
    pub weight: WeightKind,
    /// How it was divided.
    pub method: Method,
    /// Whether only what remained, or was too much, was spread.
    pub rebalanced: bool,
    /// The tie that was met and how it came out.
    pub tie: Option<RecordedTie>,
    /// The counties that were locked or bounded.
    pub bounded: Vec<RecordedBound>,
    /// What each county was given.
    pub given: Vec<(CountyId, Slots)>,
}

/// A tie that was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedTie {
    /// The tied counties.
    pub between: Vec<CountyId>,
    /// Those that got a slot.
    pub gaining: Vec<CountyId>,
    /// What decided.
    pub settlement: Settlement,
}

/// What a county was held to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordedBound {
    /// The county.
    pub county: CountyId,
    /// It kept its number.
    pub locked: bool,
    /// The fewest slots it could get.
    pub least: Option<Slots>,
    /// The most slots it could get.
    pub most: Option<Slots>,
}

impl DivisionRecord {
    /// The counties whose allocation is another one than they were given, and those that joined the region since and
    /// have one: edited by hand.
    #[must_use]
    pub fn changed_since(&self, scenario: &Scenario) -> Vec<CountyId> {
        let differs = |(county, given): &&(CountyId, Slots)| {
            scenario.county(county).is_some_and(|inputs| inputs.slots != Some(*given))
        };
        let changed = self.given.iter().filter(differs).map(|(county, _)| county);
        let given: FxHashSet<&CountyId> = self.given.iter().map(|(county, _)| county).collect();
        let rows = scenario.region().counties().iter().zip(scenario.counties());
        let joined = rows.filter(|(county, inputs)| inputs.slots.is_some() && !given.contains(&county.id));
        changed.chain(joined.map(|(county, _)| &county.id)).cloned().collect()
    }

    /// Every county that it names, some of them more than once.
    pub(super) fn counties(&self) -> impl Iterator<Item = &CountyId> {
        let given = self.given.iter().map(|(county, _)| county);
        let bounded = self.bounded.iter().map(|bound| &bound.county);
        given.chain(bounded).chain(self.tie.iter().flat_map(|tie| tie.between.iter().chain(&tie.gaining)))
    }
}

/// Why the counties cannot be weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WeightProblem {
    /// These counties lack what counts.
    Missing(Missing, Vec<CountyId>),
    /// The targets of these counties lie below their base: a negative number of enrolments cannot be divided by.
    BelowBase(Vec<CountyId>),
}

/// What a weight needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Children under three.
    Children,
    /// A target and a base.
    Uplift,
    /// A target.
    Target,
    /// Slots of today.
    Capacity,
    /// An allocation.
    Slots,
    /// A typed weight.
    Weight,
}

/// Whether a county at its position lacks something.
type Lacking<'a> = &'a dyn Fn(&CountyInputs, usize) -> bool;

/// What each county counts for, in the region's order. A locked county counts for nothing and so lacks nothing.
///
/// # Errors
/// The counties that lack what counts, the first kind of lack only.
pub fn weights(scenario: &Scenario, outcome: &Outcome, kind: WeightKind) -> Result<Vec<Weight>, WeightProblem> {
    use Missing::{Capacity, Children, Slots as Allocation, Target, Uplift, Weight as Typed};
    let counties = scenario.region().counties();
    let rows = || outcome.rows.iter().zip(counties);
    let lacking = |lacks: Lacking<'_>| -> Vec<CountyId> {
        let open = rows().enumerate().filter(|(at, (row, _))| !row.inputs.locked && lacks(&row.inputs, *at));
        open.map(|(_, (_, county))| county.id.clone()).collect()
    };
    let needs: [(Missing, Lacking<'_>); 6] = [
        (Children, &|of, _| of.children.is_none()),
        (Uplift, &|_, at| outcome.rows[at].uplift.is_none()),
        (Target, &|_, at| outcome.rows[at].target.rate().is_none()),
        (Capacity, &|of, _| of.capacity.is_none()),
        (Allocation, &|of, _| of.slots.is_none()),
        (Typed, &|of, _| of.weight.is_none()),
    ];
    let needed: &[Missing] = match kind {
        WeightKind::Children => &[Children],
        WeightKind::Enrolments => &[Children, Uplift],
        WeightKind::Unmet => &[Children, Target, Capacity],
        WeightKind::Slots => &[Capacity],
        WeightKind::Equal => &[],
        WeightKind::Current => &[Allocation],
        WeightKind::Custom => &[Typed],
    };
    for (missing, lacks) in needs.iter().filter(|(missing, _)| needed.contains(missing)) {
        let counties = lacking(*lacks);
        if !counties.is_empty() {
            return Err(WeightProblem::Missing(*missing, counties));
        }
    }
    if kind == WeightKind::Enrolments {
        let below = lacking(&|_, at| outcome.rows[at].uplift.is_some_and(|uplift| uplift.ppm() < 0));
        if !below.is_empty() {
            return Err(WeightProblem::BelowBase(below));
        }
    }
    Ok(outcome.rows.iter().map(|row| weight_of(row, kind).unwrap_or_default()).collect())
}

/// The weight of a county that lacks nothing.
fn weight_of(row: &Row, kind: WeightKind) -> Option<Weight> {
    let of = &row.inputs;
    if of.locked {
        return None;
    }
    match kind {
        WeightKind::Children => Some(Weight::whole(of.children?.get())),
        // At most 10⁸ · 10⁶, in a unit of its own: only the proportions count.
        WeightKind::Enrolments => {
            Weight::new(u64::from(of.children?.get()) * u64::from(row.uplift?.ppm().unsigned_abs()))
        }
        WeightKind::Unmet => {
            let enrolled = enrolled_at(of.children?, row.target.rate()?);
            // Two counts of at most 10⁷ each.
            let there = u64::from(of.capacity?.get()) + u64::from(of.other.map_or(0, Slots::get));
            Some(Weight::whole(u32::try_from(enrolled.saturating_sub(there)).unwrap_or(u32::MAX)))
        }
        WeightKind::Slots => Some(Weight::whole(of.capacity?.get())),
        WeightKind::Equal => Some(Weight::whole(1)),
        WeightKind::Current => Some(Weight::whole(of.slots?.get())),
        WeightKind::Custom => of.weight,
    }
}

/// What is to be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// The whole task among the counties that are not locked.
    Whole,
    /// Only what remains of it, or is too much: nobody who is to get more gets less, and the other way round (补齐).
    Rest,
}

/// Why the task cannot be divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotDivided {
    /// The counties cannot be weighed.
    Weights(WeightProblem),
    /// A locked county has no number to keep.
    LockedWithoutSlots(Vec<CountyId>),
    /// Within the bounds it does not come out, or there is a tie to settle.
    Division(DivisionProblem),
}

/// How a task is to be divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// What is divided.
    pub scope: Scope,
    /// What counts.
    pub weight: WeightKind,
    /// By which method.
    pub method: Method,
}

impl Way {
    /// As the scenario's settings say.
    #[must_use]
    pub fn chosen(scenario: &Scenario, scope: Scope) -> Self {
        Self { scope, weight: scenario.division().weight, method: scenario.division().method }
    }

    /// For what remains after hand edits: by the chosen weight if the counties have it, else by the present
    /// allocation, which they have.
    #[must_use]
    pub fn for_the_rest(scenario: &Scenario, outcome: &Outcome) -> Self {
        let way = Self::chosen(scenario, Scope::Rest);
        let known = weights(scenario, outcome, way.weight).is_ok();
        Self { weight: if known { way.weight } else { WeightKind::Current }, ..way }
    }
}

/// The scenario's task and counties as a division.
///
/// # Errors
/// The counties cannot be weighed, or a locked one has no number.
pub fn division(scenario: &Scenario, outcome: &Outcome, way: Way) -> Result<Division, NotDivided> {
    let weights = weights(scenario, outcome, way.weight).map_err(NotDivided::Weights)?;
    let counties = scenario.region().counties();
    let empty: Vec<CountyId> = counties
        .iter()
        .zip(scenario.counties())
        .filter(|(_, inputs)| inputs.locked && inputs.slots.is_none())
        .map(|(county, _)| county.id.clone())
        .collect();
    if !empty.is_empty() {
        return Err(NotDivided::LockedWithoutSlots(empty));
    }
    let remaining = outcome.allocation.remaining;
    let claim = |(inputs, weight): (&CountyInputs, Weight)| {
        let now = inputs.slots.unwrap_or_default();
        let mut claim = Claim {
            weight,
            locked: inputs.slots.filter(|_| inputs.locked),
            least: inputs.least.unwrap_or_default(),
            most: inputs.most,
        };
        if way.scope == Scope::Rest && !inputs.locked {
            if remaining >= 0 {
                claim.least = claim.least.max(now);
                // A number typed above the maximum is the planner's own.
                claim.most = claim.most.map(|most| most.max(now));
            } else {
                claim.most = Some(claim.most.map_or(now, |most| most.min(now)));
                claim.least = claim.least.min(now);
            }
        }
        claim
    };
    let claims = scenario.counties().iter().zip(weights).map(claim).collect();
    Ok(Division { task: scenario.task(), method: way.method, claims, ties: tie_rule(scenario) })
}

fn tie_rule(scenario: &Scenario) -> TieRule {
    match &scenario.division().ties {
        TieChoice::Ask => TieRule::Ask,
        TieChoice::DocumentOrder => TieRule::DocumentOrder,
        TieChoice::MoreChildren => {
            let children = |inputs: &CountyInputs| inputs.children.map(|children| u64::from(children.get()));
            TieRule::By(scenario.counties().iter().map(children).collect())
        }
        TieChoice::ByHand { between, gaining } => {
            // A choice among others than are there was made for another tie.
            let positions = |ids: &Vec<CountyId>| ids.iter().map(|id| scenario.region().position(id)).collect();
            match (positions(between), positions(gaining)) {
                (Some(between), Some(gaining)) => TieRule::Chosen(Choice { between, gaining }),
                _ => TieRule::Ask,
            }
        }
    }
}

/// Divides the scenario's task.
///
/// # Errors
/// See [`NotDivided`].
pub fn divided(scenario: &Scenario, outcome: &Outcome, way: Way) -> Result<Divided, NotDivided> {
    divide(&division(scenario, outcome, way)?).map_err(NotDivided::Division)
}

/// What is kept of a result when it is taken.
fn record(scenario: &Scenario, result: &Divided, way: Way) -> Arc<DivisionRecord> {
    let counties = scenario.region().counties();
    let ids = |positions: &[usize]| positions.iter().map(|&at| counties[at].id.clone()).collect();
    let bound = |(county, of): (&County, &CountyInputs)| {
        let held = of.locked || of.least.is_some() || of.most.is_some();
        held.then(|| RecordedBound { county: county.id.clone(), locked: of.locked, least: of.least, most: of.most })
    };
    Arc::new(DivisionRecord {
        weight: way.weight,
        method: way.method,
        rebalanced: way.scope == Scope::Rest,
        tie: result.tie.as_ref().map(|settled| RecordedTie {
            between: ids(&settled.tie.between),
            gaining: ids(&settled.gaining),
            settlement: settled.settlement,
        }),
        bounded: counties.iter().zip(scenario.counties()).filter_map(bound).collect(),
        given: counties.iter().zip(&result.slots).map(|(county, &slots)| (county.id.clone(), slots)).collect(),
    })
}

/// The edit that takes a result: every county's slots, and how they came about. One step to undo.
#[must_use]
pub fn taken(scenario: &Scenario, result: &Divided, way: Way) -> Edit {
    let counties = scenario.region().counties().iter().zip(&result.slots);
    let mut edits: Vec<Edit> = counties.map(|(county, &slots)| Edit::slots(county.id.clone(), Some(slots))).collect();
    edits.push(Edit::SetDivision(Some(record(scenario, result, way))));
    Edit::Batch(edits)
}
