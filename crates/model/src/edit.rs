//! Everything that can be done to a scenario, as data: undo, saving and merging follow from it.

use std::sync::Arc;

use super::{
    CountyId, CountyInputs, Date, DivisionRecord, Factor, Figure, FigureOrigin, FigureValue, Method, MonitorEdit,
    MonitorPlace, Points, Rate, Region, RuleKind, Slots, TieChoice, Weight, WeightKind,
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
    /// A figure of a county. [`Edit::base`] and its like make it with the type of the value.
    SetFigure(CountyId, Figure, Option<FigureValue>),
    /// Whether a county's allocation is locked.
    SetLocked(CountyId, bool),
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
    /// A figure of a county.
    Figure(CountyId, Figure),
    /// A county's lock.
    Locked(CountyId),
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
            Self::SetFigure(county, figure, _) => Place::Figure(county.clone(), *figure),
            Self::SetLocked(county, _) => Place::Locked(county.clone()),
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

impl Place {
    /// Whether the official plan states what stands here. What it does not state, the planner surveyed or set, and
    /// keeps when all else goes back to the plan.
    #[must_use]
    pub const fn is_stated(&self) -> bool {
        match self {
            Self::Task
            | Self::Rule
            | Self::Uplift
            | Self::Growth
            | Self::Closing
            | Self::Benchmark
            | Self::Goal
            | Self::Floor
            | Self::Cap
            | Self::Division => true,
            Self::Figure(_, figure) => matches!(figure.origin(), FigureOrigin::Stated),
            Self::Name
            | Self::Locked(_)
            | Self::Utilisation
            | Self::InclusiveShare
            | Self::Basis(_)
            | Self::AsOf(_)
            | Self::WeightKind
            | Self::Method
            | Self::Ties
            | Self::Least(_)
            | Self::Most(_)
            | Self::Weight(_)
            | Self::Region
            | Self::Frozen
            | Self::Monitor(_) => false,
        }
    }

    /// The county that it belongs to, if it is one's.
    #[must_use]
    pub const fn county(&self) -> Option<&CountyId> {
        match self {
            Self::Figure(county, _)
            | Self::Locked(county)
            | Self::Least(county)
            | Self::Most(county)
            | Self::Weight(county) => Some(county),
            Self::Name
            | Self::Task
            | Self::Rule
            | Self::Uplift
            | Self::Growth
            | Self::Closing
            | Self::Benchmark
            | Self::Goal
            | Self::Floor
            | Self::Cap
            | Self::Utilisation
            | Self::InclusiveShare
            | Self::Basis(_)
            | Self::AsOf(_)
            | Self::WeightKind
            | Self::Method
            | Self::Ties
            | Self::Division
            | Self::Region
            | Self::Frozen
            | Self::Monitor(_) => None,
        }
    }
}

/// Why an edit cannot be applied. The scenario is then as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditProblem {
    /// The region has no such county.
    UnknownCounty(CountyId),
    /// The smallest uplift would lie above the largest.
    FloorAboveCap,
    /// The value is of another kind than the figure.
    AnotherKind(Figure),
    /// There is no report of this day.
    UnknownReport(Date),
    /// There would be more reports than [`Monitoring::MOST_REPORTS`](super::Monitoring::MOST_REPORTS).
    TooManyReports,
    /// There would be more rows in a ledger than [`Monitoring::MOST_ROWS`](super::Monitoring::MOST_ROWS).
    TooManyRows,
}
