//! What is wrong or worth knowing about a scenario, as facts; the wording is in `text`.

use super::{Bound, CountyId, Points, Rate, Ratio, RuleKind, Slots};

/// A fact about a scenario that the planner should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// More slots are given than the task holds.
    OverAllocated {
        /// By how many, held at [`Slots::MOST`]; [`super::Allocation::remaining`] is exact.
        by: Slots,
    },
    /// Fewer slots are given than the task holds.
    UnderAllocated {
        /// How many remain.
        by: Slots,
    },
    /// Counties without an allocation.
    SlotsMissing(Vec<CountyId>),
    /// Counties without a base.
    BaseMissing(Vec<CountyId>),
    /// The city rate needs the children of every county; these lack them.
    ChildrenMissing {
        /// The counties without a count.
        counties: Vec<CountyId>,
        /// Whether the counts are wanted already: some other county has one, or the rule in force is
        /// [`RuleKind::CityGoal`], which cannot be worked back without them.
        begun: bool,
    },
    /// Every county counts no child at all, so that there is no city rate.
    NoChildren,
    /// The rule waits for its parameter.
    ParameterMissing(RuleKind),
    /// The city goal cannot be reached within the bounds.
    GoalOutOfReach {
        /// The goal.
        goal: Rate,
        /// The highest city rate that the bounds allow.
        best: Ratio,
    },
    /// The city goal is met with u = 0: by the bases alone, or with what pins and the floor add.
    GoalMetAlready,
    /// The uplift that the city goal needs.
    GoalNeeds(Points),
    /// Targets that lie under their base.
    TargetBelowBase(Vec<CountyId>),
    /// Targets changed by a bound.
    BoundApplied {
        /// Which one.
        bound: Bound,
        /// The counties it changed.
        counties: Vec<CountyId>,
    },
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The scenario cannot be handed in like this.
    Problem,
    /// It may be meant, but should be looked at.
    Warning,
    /// Worth knowing.
    Note,
}

impl Finding {
    /// How much it matters.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        match self {
            Self::OverAllocated { .. }
            | Self::UnderAllocated { .. }
            | Self::BaseMissing(_)
            | Self::SlotsMissing(_)
            | Self::ParameterMissing(_)
            | Self::GoalOutOfReach { .. } => Severity::Problem,
            Self::TargetBelowBase(_)
            | Self::NoChildren
            | Self::ChildrenMissing { begun: true, .. }
            | Self::BoundApplied { bound: Bound::Limit, .. } => Severity::Warning,
            Self::BoundApplied { bound: Bound::Floor | Bound::Cap, .. }
            | Self::GoalMetAlready
            | Self::GoalNeeds(_)
            | Self::ChildrenMissing { begun: false, .. } => Severity::Note,
        }
    }
}
