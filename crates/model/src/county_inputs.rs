//! What a planner enters for one county.

use super::{Children, Persons, Rate, Slots, Weight};

/// The inputs of one county in a scenario. A figure that is not known is empty, never zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CountyInputs {
    /// Enrolment rate of the year before the target year (基数).
    pub base: Option<Rate>,
    /// A target typed by hand, which stands over any rule.
    pub pin: Option<Rate>,
    /// New inclusive slots given to the county (任务数).
    pub slots: Option<Slots>,
    /// Whether the allocation is kept by whatever divides the task.
    pub locked: bool,
    /// Children under three (3岁以下婴幼儿数).
    pub children: Option<Children>,
    /// Slots that are there now, of every kind (现有托位).
    pub capacity: Option<Slots>,
    /// Those of them that are inclusive (现有普惠托位).
    pub inclusive: Option<Slots>,
    /// Children enrolled now, as counted (在托人数).
    pub enrolled: Option<Children>,
    /// New slots beside the task, none of them inclusive (其他新增托位).
    pub other: Option<Slots>,
    /// Resident population (常住人口数).
    pub population: Option<Persons>,
    /// The fewest slots that the assistant may give.
    pub least: Option<Slots>,
    /// The most slots that the assistant may give.
    pub most: Option<Slots>,
    /// A weight by hand, for the assistant.
    pub weight: Option<Weight>,
}

impl CountyInputs {
    /// The slots of today with this allocation and the other new slots, held at [`Slots::MOST`]; nothing where those of
    /// today are not known.
    #[must_use]
    pub fn slots_with(&self, allocation: Slots) -> Option<Slots> {
        let new = u64::from(allocation.get()) + u64::from(self.other.unwrap_or_default().get());
        self.capacity.map(|now| Slots::held(u64::from(now.get()) + new))
    }
}
