//! Everything that can be done to a scenario, as data: undo, saving and merging follow from it.

use std::sync::Arc;

use super::{
    Children, CountyId, CountyInputs, Date, DivisionRecord, Factor, Figure, Method, MonitorEdit, MonitorPlace, Points,
    Rate, Region, RuleKind, Slots, TieChoice, Weight, WeightKind,
};

/// One change of a scenario. It sets values and does not add to them, so that a repeated one changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Give the scenario another name.
    Rename(String),
    /// The number of slots to hand out (任务总数).
    SetTask(Slots),
    /// Choose a target rule.
    SetRule(RuleKind),
    /// u of the uniform rule.
    SetUplift(Option<Points>),
    /// g of the proportional rule.
    SetGrowth(Option<Factor>),
    /// c of the converging rule.
    SetClosing(Option<Rate>),
    /// m of the converging rule; empty means the highest base.
    SetBenchmark(Option<Rate>),
    /// G of the city goal rule.
    SetGoal(Option<Rate>),
    /// The smallest uplift that a rule may give.
    SetFloor(Option<Points>),
    /// The largest uplift that a rule may give.
    SetCap(Option<Points>),
    /// A county's base.
    SetBase(CountyId, Option<Rate>),
    /// A county's target by hand; empty means by rule.
    SetPin(CountyId, Option<Rate>),
    /// A county's allocation.
    SetSlots(CountyId, Option<Slots>),
    /// Whether a county's allocation is locked.
    SetLocked(CountyId, bool),
    /// A county's children under three.
    SetChildren(CountyId, Option<Children>),
    /// A county's slots of today.
    SetCapacity(CountyId, Option<Slots>),
    /// A county's inclusive slots of today.
    SetInclusive(CountyId, Option<Slots>),
    /// A county's children enrolled today.
    SetEnrolled(CountyId, Option<Children>),
    /// A county's new slots beside the task.
    SetOther(CountyId, Option<Slots>),
    /// The utilisation that is wanted.
    SetUtilisation(Rate),
    /// The share of inclusive slots that is wanted.
    SetInclusiveShare(Rate),
    /// How a column was counted, in words.
    SetBasis(Figure, String),
    /// The day that a column stands for.
    SetAsOf(Figure, Option<Date>),
    /// What counts when the task is divided.
    SetWeightKind(WeightKind),
    /// How the task is divided.
    SetMethod(Method),
    /// What decides a tie.
    SetTies(TieChoice),
    /// The fewest slots that the assistant may give a county.
    SetLeast(CountyId, Option<Slots>),
    /// The most slots that the assistant may give a county.
    SetMost(CountyId, Option<Slots>),
    /// A county's weight by hand.
    SetWeight(CountyId, Option<Weight>),
    /// How the allocation came about.
    SetDivision(Option<Arc<DivisionRecord>>),
    /// The region. Figures travel with the counties' identifiers; a county that is gone loses its own, and one that is
    /// new has none. The counties that are listed here get exactly these instead: what was lost comes back by them.
    ///
    /// What was chosen for counties that are gone stays; [`Scenario::region_edit`](super::Scenario::region_edit)
    /// makes the edit that does not leave it.
    SetRegion(Arc<Region>, Vec<(CountyId, CountyInputs)>),
    /// Whether the scenario is its region's reference and as such read-only (基准方案).
    SetFrozen(bool),
    /// Reports of the year, what they are held to, tasks and problems.
    Monitor(MonitorEdit),
    /// Several changes as one: all of them, or none. Each must hold where it stands: to raise floor and
    /// cap above the present cap, set the cap first.
    Batch(Vec<Edit>),
}

/// The single figure that an [`Edit`] sets. Two edits are in conflict when they set the same place to
/// different values.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The scenario's name.
    Name,
    /// The task total.
    Task,
    /// The choice of rule.
    Rule,
    /// u.
    Uplift,
    /// g.
    Growth,
    /// c.
    Closing,
    /// m.
    Benchmark,
    /// G.
    Goal,
    /// The smallest uplift.
    Floor,
    /// The largest uplift.
    Cap,
    /// A county's base.
    Base(CountyId),
    /// A county's pinned target.
    Pin(CountyId),
    /// A county's allocation.
    Slots(CountyId),
    /// A county's lock.
    Locked(CountyId),
    /// A county's children.
    Children(CountyId),
    /// A county's slots of today.
    Capacity(CountyId),
    /// A county's inclusive slots of today.
    Inclusive(CountyId),
    /// A county's children enrolled today.
    Enrolled(CountyId),
    /// A county's new slots beside the task.
    Other(CountyId),
    /// The utilisation that is wanted.
    Utilisation,
    /// The share of inclusive slots that is wanted.
    InclusiveShare,
    /// How a column was counted.
    Basis(Figure),
    /// The day that a column stands for.
    AsOf(Figure),
    /// What counts when the task is divided.
    WeightKind,
    /// How the task is divided.
    Method,
    /// What decides a tie.
    Ties,
    /// The fewest slots for a county.
    Least(CountyId),
    /// The most slots for a county.
    Most(CountyId),
    /// A county's weight by hand.
    Weight(CountyId),
    /// How the allocation came about.
    Division,
    /// The region.
    Region,
    /// Whether it is the reference.
    Frozen,
    /// Reports of the year, what they are held to, tasks and problems.
    Monitor(MonitorPlace),
}

impl Edit {
    /// The places that this edit sets, a batch's in its order.
    #[must_use]
    pub fn places(&self) -> Vec<Place> {
        let place = match self {
            Self::Rename(_) => Place::Name,
            Self::SetTask(_) => Place::Task,
            Self::SetRule(_) => Place::Rule,
            Self::SetUplift(_) => Place::Uplift,
            Self::SetGrowth(_) => Place::Growth,
            Self::SetClosing(_) => Place::Closing,
            Self::SetBenchmark(_) => Place::Benchmark,
            Self::SetGoal(_) => Place::Goal,
            Self::SetFloor(_) => Place::Floor,
            Self::SetCap(_) => Place::Cap,
            Self::SetBase(county, _) => Place::Base(county.clone()),
            Self::SetPin(county, _) => Place::Pin(county.clone()),
            Self::SetSlots(county, _) => Place::Slots(county.clone()),
            Self::SetLocked(county, _) => Place::Locked(county.clone()),
            Self::SetChildren(county, _) => Place::Children(county.clone()),
            Self::SetCapacity(county, _) => Place::Capacity(county.clone()),
            Self::SetInclusive(county, _) => Place::Inclusive(county.clone()),
            Self::SetEnrolled(county, _) => Place::Enrolled(county.clone()),
            Self::SetOther(county, _) => Place::Other(county.clone()),
            Self::SetUtilisation(_) => Place::Utilisation,
            Self::SetInclusiveShare(_) => Place::InclusiveShare,
            Self::SetBasis(figure, _) => Place::Basis(*figure),
            Self::SetAsOf(figure, _) => Place::AsOf(*figure),
            Self::SetWeightKind(_) => Place::WeightKind,
            Self::SetMethod(_) => Place::Method,
            Self::SetTies(_) => Place::Ties,
            Self::SetLeast(county, _) => Place::Least(county.clone()),
            Self::SetMost(county, _) => Place::Most(county.clone()),
            Self::SetWeight(county, _) => Place::Weight(county.clone()),
            Self::SetDivision(_) => Place::Division,
            Self::SetRegion(..) => Place::Region,
            Self::SetFrozen(_) => Place::Frozen,
            Self::Monitor(edit) => Place::Monitor(edit.place()),
            Self::Batch(edits) => return edits.iter().flat_map(Self::places).collect(),
        };
        vec![place]
    }
}

/// Why an edit cannot be applied. The scenario is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditProblem {
    /// The region has no such county.
    UnknownCounty(CountyId),
    /// The smallest uplift would lie above the largest.
    FloorAboveCap,
    /// There is no report of this day.
    UnknownReport(Date),
    /// There would be more reports than [`Monitoring::MOST_REPORTS`](super::Monitoring::MOST_REPORTS).
    TooManyReports,
}
