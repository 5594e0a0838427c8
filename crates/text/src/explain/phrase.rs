//! What is said between the figures of an explanation.

use super::super::Language;
use tuowei_model::{RuleKind, WhyNoTarget};

/// What is said between the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase<'a> {
    /// Rounded to 0.01 %, halves away from zero.
    ToHundredth,
    /// Rounded to 0.01, likewise.
    ToHundredthNumber,
    /// The same, of points.
    ToHundredthPoint,
    /// The same, and not brought below the base by it.
    NotBelowBase,
    /// Rounded up to a whole number.
    RoundedUp,
    /// Rounded to a whole number.
    ToWhole,
    /// Largest remainder: cut off at 0.01 %.
    ShareCut,
    /// Largest remainder: cut off at 0.01 %, and 0.01 % more.
    ShareRaised,
    /// The target is typed by hand.
    Pinned,
    /// The floor stands in for the rule.
    FloorApplied,
    /// The cap does.
    CapApplied,
    /// The target is held between 0 and 100 %.
    LimitApplied,
    /// The base lies at the benchmark or above.
    NoGap,
    /// u was found for this goal.
    GoalUplift(&'a str),
    /// u = 0 as the goal is met.
    GoalMet,
    /// u is the largest, as the goal is out of reach.
    GoalOutOfReach,
    /// Why there is no target, in a rule.
    NoTarget(WhyNoTarget, RuleKind),
    /// The figure is not entered.
    Empty,
    /// The allocation is not locked.
    NotLocked,
    /// The enrolled have to be entered.
    NeedsEnrolled,
    /// The figure of this name has to be entered.
    Needs(&'a str),
    /// In these counties this is missing.
    In(&'a str, &'a str),
    /// Other new slots that are not entered count as none.
    EmptyCountsAsNone,
    /// So many counties in all.
    OfCounties(usize),
    /// Where enrolled children come from: in words.
    From(&'a str),
    /// What the short counties lack in all and how the city stands when the others make up for it.
    CityStanding(&'a str, &'a str),
    /// The shares add up.
    SharesAddUp,
    /// Nothing is handed out.
    NothingGiven,
    /// The name of the wanted utilisation.
    WantedUtilisation,
    /// The name of the wanted inclusive share.
    WantedInclusiveShare,
    /// The benchmark by default: the county with the highest base, and the base's own name.
    HighestBaseOf(&'a str, &'a str),
    /// The city's shortage: none.
    NoShortage,
    /// No such figure is summed.
    NotSummed,
    /// The counties' children are none at all.
    NoChildren,
    /// What a county is given by this weight.
    DividedBy(&'a str),
    /// A county's weight, the sum of all, its share.
    WeightOfAll(&'a str, &'a str, &'a str),
    /// So many slots for so many children.
    SlotsForChildren(&'a str, &'a str),
    /// The region has no official plan.
    NoPlan,
}

impl Phrase<'_> {
    /// The phrase in this language.
    pub fn said(self, language: Language) -> String {
        let both = match self {
            Self::ToHundredth => ["（四舍五入到0.01%）", " (rounded to 0.01%)"],
            Self::ToHundredthNumber => ["（四舍五入到0.01）", " (rounded to 0.01)"],
            Self::ToHundredthPoint => ["（四舍五入到0.01个百分点）", " (rounded to 0.01 points)"],
            Self::NotBelowBase => ["（四舍五入到0.01%，不低于基数）", " (rounded to 0.01%, not below the base)"],
            Self::RoundedUp => ["（向上取整）", " (rounded up)"],
            Self::ToWhole => ["，四舍五入取整", ", rounded to a whole number"],
            Self::ShareCut => ["（按最大余数法，舍去余数）", " (largest remainder: cut off)"],
            Self::ShareRaised => ["（按最大余数法，余数进为0.01%）", " (largest remainder: 0.01% more)"],
            Self::Pinned => ["手工指定，优先于规则：", "Set by hand, over the rule: "],
            Self::FloorApplied => {
                ["规则的增幅低于下限，按增幅下限：", "The rule gives less than the least uplift, which applies: "]
            }
            Self::CapApplied => {
                ["规则的增幅高于上限，按增幅上限：", "The rule gives more than the most uplift, which applies: "]
            }
            Self::LimitApplied => ["规则所得超出0至100%，按界限取值：", "The rule leaves 0 to 100%; held at "],
            Self::NoGap => ["基数不低于标杆，不再提高：", "The base is not below the benchmark and stays: "],
            Self::GoalUplift(goal) => {
                return language
                    .either([
                        &["使全市入托率达到", goal, "的最小增幅："][..],
                        &["The smallest uplift that lifts the city to ", goal, ": "][..],
                    ])
                    .concat();
            }
            Self::GoalMet => ["全市入托率已达到目标，无需增幅：", "The city is at its goal without any uplift: "],
            Self::GoalOutOfReach => {
                ["全市目标达不到，按最大增幅：", "The city goal is out of reach; the largest uplift applies: "]
            }
            Self::NoTarget(WhyNoTarget::BaseMissing, _) => ["需填写基数", "needs the base"],
            Self::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Uniform) => ["需填写增幅 u", "needs the uplift u"],
            Self::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Proportional) => {
                ["需填写增长率 g", "needs the growth g"]
            }
            Self::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Converge) => {
                ["需填写缩小比例 c", "needs the share of the gap c"]
            }
            Self::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::CityGoal) => {
                ["需填写全市目标 G", "needs the city goal G"]
            }
            Self::NoTarget(WhyNoTarget::CityRateUnknown, _) => {
                ["需填写各县（区）3岁以下婴幼儿数和基数", "needs the children and the base of every county"]
            }
            Self::Empty => ["未填", "empty"],
            Self::NotLocked => ["未锁定", "not locked"],
            Self::Needs(figure) => {
                return language.either([&["需填写", figure][..], &["needs: ", figure][..]]).concat();
            }
            Self::NeedsEnrolled => ["需填写在托人数", "needs the children enrolled now"],
            Self::In(counties, missing) => {
                return language.either([&[counties, "：", missing][..], &[counties, ": ", missing][..]]).concat();
            }
            Self::EmptyCountsAsNone => ["未填，计算新增后托位时按0计", "empty, and none in slots after"],
            Self::OfCounties(all) => {
                return language
                    .either([
                        &["（共", &all.to_string(), "个县（区））"][..],
                        &[" (", &all.to_string(), " counties)"][..],
                    ])
                    .concat();
            }
            Self::From(from) => {
                return language
                    .either([&["（现在在托人数：", from, "）"][..], &[" (enrolled now: ", from, ")"][..]])
                    .concat();
            }
            Self::CityStanding(short, standing) => {
                return language
                    .either([
                        &["各县（区）缺口合计", short, "个；全市相抵后", standing][..],
                        &["short in all: ", short, "; if others made up for it: ", standing][..],
                    ])
                    .concat();
            }
            Self::SharesAddUp => ["各县（区）占比合计为100.00%", "the shares add up to 100.00%"],
            Self::NothingGiven => ["尚未分配托位", "no slots are given yet"],
            Self::WantedUtilisation => ["要求的托位利用率", "Wanted utilisation"],
            Self::WantedInclusiveShare => ["要求的普惠托位占比", "Wanted inclusive share"],
            Self::HighestBaseOf(county, benchmark) => {
                return language
                    .either([
                        &[benchmark, "（最高基数，", county, "）"][..],
                        &[benchmark, " (highest base, ", county, ")"][..],
                    ])
                    .concat();
            }
            Self::NoShortage => ["无缺口", "no shortage"],
            Self::NotSummed => ["不合计", "not summed"],
            Self::NoChildren => ["婴幼儿数合计为0", "there are no children"],
            Self::DividedBy(weight) => {
                return language
                    .either([
                        &["按", weight, "这一权重和所选方法，县（区）应得的托位。"][..],
                        &["The slots that the chosen method gives the county; what counts: ", weight, "."][..],
                    ])
                    .concat();
            }
            Self::WeightOfAll(own, all, share) => {
                return language
                    .either([
                        &["权重", own, "，未锁定县（区）合计", all, "，占", share, "；"][..],
                        &["weight ", own, " of ", all, " of all that are not locked, ", share, "; "][..],
                    ])
                    .concat();
            }
            Self::SlotsForChildren(slots, children) => {
                return language
                    .either([
                        &["任务数合计", slots, "个、婴幼儿合计", children, "人，各县（区）代入后 ≈ "][..],
                        &[slots, " slots for ", children, " children; with each county's figures ≈ "][..],
                    ])
                    .concat();
            }
            Self::NoPlan => ["本地区没有市方案", "the region has no official plan"],
        };
        language.either(both).to_owned()
    }
}
