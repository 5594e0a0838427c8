//! What a planner enters for one county.

use super::{Children, Rate, Slots};

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
}
