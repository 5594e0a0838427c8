//! The rules by which a county's 2026 target follows from its 2025 base (表一).

use super::{CountyInputs, Factor, Points, Rate, Ratio, round_half_away};

/// A target rule. The plan itself uses [`RuleKind::Uniform`]; the others are this page's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RuleKind {
    /// 统一增幅: base + u. 表一, section 二(一)1 of the plan, with u = 2.08 points.
    Uniform,
    /// 等比增长: base · (1 + g), rounded to 0.01 %.
    Proportional,
    /// 缩小差距: base + c · max(0, m − base), rounded to 0.01 %.
    Converge,
    /// 全市目标倒推: base + u with the smallest u (in 0.01 points) that lifts the city rate to the goal.
    CityGoal,
}

impl RuleKind {
    /// All rules, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Uniform, Self::Proportional, Self::Converge, Self::CityGoal];
}

/// The chosen rule, and the parameters of every rule, so that a change of rule loses none.
///
/// What the plan does not state is empty until it is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TargetSettings {
    /// The rule in force.
    pub rule: RuleKind,
    /// u of [`RuleKind::Uniform`].
    pub uplift: Option<Points>,
    /// g of [`RuleKind::Proportional`].
    pub growth: Option<Factor>,
    /// c of [`RuleKind::Converge`]: the share of the gap that is closed.
    pub closing: Option<Rate>,
    /// m of [`RuleKind::Converge`]; empty means the highest base.
    pub benchmark: Option<Rate>,
    /// G of [`RuleKind::CityGoal`].
    pub goal: Option<Rate>,
    /// The smallest uplift that any rule may give.
    pub floor: Option<Points>,
    /// The largest uplift that any rule may give.
    pub cap: Option<Points>,
}

impl TargetSettings {
    /// The uniform rule with nothing typed yet.
    pub const EMPTY: Self = Self {
        rule: RuleKind::Uniform,
        uplift: None,
        growth: None,
        closing: None,
        benchmark: None,
        goal: None,
        floor: None,
        cap: None,
    };
}

/// A county's target for the target year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The target, where it came from, and the bound that bit, if one did.
    Known {
        /// The target itself.
        rate: Rate,
        /// The rule or the planner's hand.
        source: TargetSource,
        /// What held the rule back or pushed it up.
        bound: Option<Bound>,
    },
    /// There is none, and why.
    Unknown(WhyNoTarget),
}

impl Target {
    /// The target, where there is one.
    #[must_use]
    pub const fn rate(self) -> Option<Rate> {
        match self {
            Self::Known { rate, .. } => Some(rate),
            Self::Unknown(_) => None,
        }
    }
}

/// Who set a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetSource {
    /// The rule in force.
    Rule,
    /// 手工指定: typed by hand; stands over any rule, its floor and its cap.
    Pinned,
}

/// A bound that changed what the rule alone would have given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Bound {
    /// The smallest uplift allowed.
    Floor,
    /// The largest uplift allowed.
    Cap,
    /// No target exceeds 100 %, and none lies under 0.
    Limit,
}

/// Why a county has no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNoTarget {
    /// Its base is not known.
    BaseMissing,
    /// The rule's parameter has not been typed.
    ParameterMissing,
    /// [`RuleKind::CityGoal`] needs the children of every county, and a base or a pinned target.
    CityRateUnknown,
}

/// What working back from a city goal came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GoalReading {
    /// The smallest uplift that reaches the goal.
    Reached(Points),
    /// The city is there with u = 0; pins and the floor may have helped.
    MetAlready,
    /// Even the largest uplift allowed stays below; the city rate it comes to.
    OutOfReach(Ratio),
}

/// Every county's target under the settings, and how the city goal came out where that is the rule.
pub(super) fn targets(settings: &TargetSettings, counties: &[CountyInputs]) -> (Vec<Target>, Option<GoalReading>) {
    let by_rule = |rule: &dyn Fn(Rate) -> i128| -> Vec<Target> {
        counties.iter().map(|county| target_of(settings, county, rule)).collect()
    };
    let unknown = |why: WhyNoTarget| -> Vec<Target> {
        counties
            .iter()
            .map(|county| pinned(county).unwrap_or_else(|| Target::Unknown(without_base(county, why))))
            .collect()
    };
    match settings.rule {
        RuleKind::Uniform => match settings.uplift {
            Some(uplift) => (by_rule(&|base| lifted(base, uplift)), None),
            None => (unknown(WhyNoTarget::ParameterMissing), None),
        },
        RuleKind::Proportional => match settings.growth {
            Some(growth) => (by_rule(&|base| grown(base, growth)), None),
            None => (unknown(WhyNoTarget::ParameterMissing), None),
        },
        RuleKind::Converge => match settings.closing {
            Some(closing) => {
                let benchmark = settings.benchmark.or_else(|| highest_base(counties)).unwrap_or(Rate::ZERO);
                (by_rule(&|base| converged(base, closing, benchmark)), None)
            }
            None => (unknown(WhyNoTarget::ParameterMissing), None),
        },
        RuleKind::CityGoal => match (settings.goal, goal_can_be_worked_back(counties)) {
            (None, _) => (unknown(WhyNoTarget::ParameterMissing), None),
            (Some(_), false) => (unknown(WhyNoTarget::CityRateUnknown), None),
            (Some(goal), true) => {
                let (uplift, reading) = uplift_for_goal(settings, counties, goal);
                (by_rule(&|base| lifted(base, uplift)), Some(reading))
            }
        },
    }
}

/// The highest base of any county: the default benchmark of [`RuleKind::Converge`].
pub(super) fn highest_base(counties: &[CountyInputs]) -> Option<Rate> {
    counties.iter().filter_map(|county| county.base).max()
}

/// The children-weighted mean of `rate` over the counties, if each has one and there are children.
pub(super) fn city_ratio(counties: &[CountyInputs], rate: impl Fn(usize) -> Option<Rate>) -> Option<Ratio> {
    let mut weighted = 0_u128;
    let mut children_in_all = 0_u128;
    for (position, county) in counties.iter().enumerate() {
        let children = u128::from(county.children?.get());
        weighted += children * u128::from(rate(position)?.ppm());
        children_in_all += children;
    }
    Ratio::new(weighted, children_in_all * u128::from(Rate::FULL.ppm()))
}

fn goal_can_be_worked_back(counties: &[CountyInputs]) -> bool {
    city_ratio(counties, |position| counties[position].pin.or(counties[position].base)).is_some()
}

/// Steps of 0.01 points.
const STEP_PPM: i32 = 100;

fn uplift_for_goal(settings: &TargetSettings, counties: &[CountyInputs], goal: Rate) -> (Points, GoalReading) {
    let city_at = |uplift: Points| {
        city_ratio(counties, |position| target_of(settings, &counties[position], &|base| lifted(base, uplift)).rate())
    };
    let goal = Ratio::new(u128::from(goal.ppm()), u128::from(Rate::FULL.ppm()));
    let reaches = |uplift: Points| match (city_at(uplift), goal) {
        (Some(city), Some(goal)) => city.reaches(goal),
        _ => false,
    };
    if reaches(Points::ZERO) {
        return (Points::ZERO, GoalReading::MetAlready);
    }
    if !reaches(Points::MOST) {
        let best = city_at(Points::MOST).or(goal);
        return (Points::MOST, best.map_or(GoalReading::MetAlready, GoalReading::OutOfReach));
    }
    // The city rate never falls as the uplift grows, so the smallest step that reaches is found by halving.
    let (mut below, mut reached) = (0, Points::MOST.ppm() / STEP_PPM);
    while reached - below > 1 {
        let middle = below + (reached - below) / 2;
        if reaches(Points::clamped(i128::from(middle * STEP_PPM))) {
            reached = middle;
        } else {
            below = middle;
        }
    }
    let uplift = Points::clamped(i128::from(reached * STEP_PPM));
    (uplift, GoalReading::Reached(uplift))
}

/// The pinned target, else the rule's, kept within floor, cap and 0 to 100 %.
///
/// `rule` gives the wanted target in parts per million, which may lie outside of what a rate can be.
fn target_of(settings: &TargetSettings, county: &CountyInputs, rule: &dyn Fn(Rate) -> i128) -> Target {
    if let Some(pinned) = pinned(county) {
        return pinned;
    }
    let Some(base) = county.base else {
        return Target::Unknown(WhyNoTarget::BaseMissing);
    };
    let wanted = rule(base) - i128::from(base.ppm());
    let mut uplift = wanted;
    let mut bound = None;
    if let Some(floor) = settings.floor.map(|floor| i128::from(floor.ppm())).filter(|floor| uplift < *floor) {
        (uplift, bound) = (floor, Some(Bound::Floor));
    }
    // A scenario refuses a floor above its cap, so that at most one of the two bites.
    if let Some(cap) = settings.cap.map(|cap| i128::from(cap.ppm())).filter(|cap| uplift > *cap) {
        (uplift, bound) = (cap, Some(Bound::Cap));
    }
    let rate = base.raised_by(Points::clamped(uplift));
    if i128::from(rate.ppm()) != i128::from(base.ppm()) + uplift {
        bound = Some(Bound::Limit);
    }
    Target::Known { rate, source: TargetSource::Rule, bound }
}

fn pinned(county: &CountyInputs) -> Option<Target> {
    county.pin.map(|rate| Target::Known { rate, source: TargetSource::Pinned, bound: None })
}

const fn without_base(county: &CountyInputs, why: WhyNoTarget) -> WhyNoTarget {
    if county.base.is_none() { WhyNoTarget::BaseMissing } else { why }
}

fn lifted(base: Rate, uplift: Points) -> i128 {
    i128::from(base.ppm()) + i128::from(uplift.ppm())
}

fn grown(base: Rate, growth: Factor) -> i128 {
    raised(base, i128::from(base.ppm()) * i128::from(growth.ppm()))
}

fn converged(base: Rate, closing: Rate, benchmark: Rate) -> i128 {
    let gap = benchmark.ppm().saturating_sub(base.ppm());
    raised(base, i128::from(closing.ppm()) * i128::from(gap))
}

/// Base + `raise`, rounded to 0.01 %; `raise` is never negative and counted in millionths of a part per million.
///
/// A base may hold four decimals. Where nothing is added it stays to its last one, and where something
/// is, rounding does not bring the target under it.
fn raised(base: Rate, raise: i128) -> i128 {
    let base = i128::from(base.ppm());
    if raise == 0 {
        return base;
    }
    let whole = i128::from(Rate::FULL.ppm());
    let step = i128::from(STEP_PPM);
    let rounded = round_half_away(base * whole + raise, whole * step) * step;
    rounded.max(base)
}
