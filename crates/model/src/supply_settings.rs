//! What the check of supply against demand is held to.

use super::Rate;

/// The goals of the supply side, per scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupplySettings {
    /// The utilisation of all institutions that is wanted (托位利用率). 40 % in section 二(四)2 of the plan.
    pub utilisation: Rate,
    /// The share of inclusive slots that the city is to reach (普惠托位占比). 71 % in section 三(一)4 of the plan.
    pub inclusive_share: Rate,
}

impl SupplySettings {
    /// The plan's own goals.
    pub const PLAN: Self = Self { utilisation: Rate::percent(40), inclusive_share: Rate::percent(71) };

    /// The utilisation that public county centres are to reach. 60 % in section 二(四)2 of the plan.
    pub const PUBLIC_CENTRES: Rate = Rate::percent(60);
}
