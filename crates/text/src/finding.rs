//! The wording of findings.

use super::{Language, exact_points, exact_rate, hundredths, rule_parameter_short};
use tuowei_model::{Bound, CountyId, Finding, Region};

/// At most this many counties are named; more are counted.
pub(super) const NAMED: usize = 4;

/// The finding as a sentence.
#[must_use]
pub fn finding(finding: &Finding, region: &Region, language: Language) -> String {
    match language {
        Language::Chinese => chinese(finding, region),
        Language::English => english(finding, region),
    }
}

fn chinese(finding: &Finding, region: &Region) -> String {
    let names = |counties: &[CountyId]| names(counties, region, Language::Chinese);
    match finding {
        Finding::OverAllocated { by } => format!("任务数合计超出{}个。", by.get()),
        Finding::UnderAllocated { by } => format!("还有{}个托位未分配。", by.get()),
        Finding::SlotsMissing(counties) => format!("{}未填任务数。", names(counties)),
        Finding::BaseMissing(counties) => format!("{}未填基数，没有目标。", names(counties)),
        Finding::ChildrenMissing { counties, .. } => {
            format!("{}未填3岁以下婴幼儿数，不能计算全市入托率。", names(counties))
        }
        Finding::NoChildren => "婴幼儿数合计为0，不能计算全市入托率。".to_owned(),
        Finding::ParameterMissing(rule) => {
            format!("请填写{}，规则才能给出目标。", rule_parameter_short(*rule, Language::Chinese))
        }
        Finding::GoalOutOfReach { goal, best } => {
            format!(
                "在现有限制下全市入托率最高{}%，达不到目标{}%。",
                hundredths(best.percent_shown()),
                exact_rate(*goal)
            )
        }
        Finding::GoalMetAlready => "全市入托率已达到目标，无需增幅。".to_owned(),
        Finding::GoalNeeds(uplift) => format!("达到全市目标需统一提高{}个百分点。", exact_points(*uplift)),
        Finding::TargetBelowBase(counties) => format!("{}的目标低于基数。", names(counties)),
        Finding::BoundApplied { bound: Bound::Floor, counties } => format!("{}按增幅下限计算。", names(counties)),
        Finding::BoundApplied { bound: Bound::Cap, counties } => format!("{}按增幅上限计算。", names(counties)),
        Finding::BoundApplied { bound: Bound::Limit, counties } => {
            format!("{}的目标超出0至100%，已按界限取值。", names(counties))
        }
    }
}

fn english(finding: &Finding, region: &Region) -> String {
    let names = |counties: &[CountyId]| names(counties, region, Language::English);
    match finding {
        Finding::OverAllocated { by } => format!("The slots allocated exceed the task by {}.", by.get()),
        Finding::UnderAllocated { by } if by.get() == 1 => "1 slot is not allocated yet.".to_owned(),
        Finding::UnderAllocated { by } => format!("{} slots are not allocated yet.", by.get()),
        Finding::SlotsMissing(counties) => format!("No slots entered: {}.", names(counties)),
        Finding::BaseMissing(counties) => format!("No base and so no target: {}.", names(counties)),
        Finding::ChildrenMissing { counties, .. } => {
            format!("No children under three and so no city rate: {}.", names(counties))
        }
        Finding::NoChildren => "The counties have no children; there is no city rate.".to_owned(),
        Finding::ParameterMissing(rule) => {
            format!("Type the {} so that the rule can give targets.", rule_parameter_short(*rule, Language::English))
        }
        Finding::GoalOutOfReach { goal, best } => format!(
            "Within the bounds the city reaches at most {}%, not {}%.",
            hundredths(best.percent_shown()),
            exact_rate(*goal)
        ),
        Finding::GoalMetAlready => "The city is at its goal already; no uplift is needed.".to_owned(),
        Finding::GoalNeeds(uplift) => format!("The city goal needs an uplift of {} points.", exact_points(*uplift)),
        Finding::TargetBelowBase(counties) => format!("Target below base: {}.", names(counties)),
        Finding::BoundApplied { bound: Bound::Floor, counties } => {
            format!("Least uplift applied: {}.", names(counties))
        }
        Finding::BoundApplied { bound: Bound::Cap, counties } => format!("Most uplift applied: {}.", names(counties)),
        Finding::BoundApplied { bound: Bound::Limit, counties } => {
            format!("Target held between 0 and 100%: {}.", names(counties))
        }
    }
}

/// The counties by name, as many as are named.
pub(super) fn names(counties: &[CountyId], region: &Region, language: Language) -> String {
    let all = region.counties();
    if counties.len() == all.len() {
        return match language {
            Language::Chinese => format!("全部{}个县（区）", all.len()),
            Language::English => format!("all {} counties", all.len()),
        };
    }
    let named: Vec<&str> = counties
        .iter()
        .take(NAMED)
        .filter_map(|id| region.position(id))
        .map(|position| language.name(&all[position].name))
        .collect();
    match language {
        Language::Chinese if counties.len() > NAMED => format!("{}等{}个县（区）", named.join("、"), counties.len()),
        Language::Chinese => named.join("、"),
        Language::English if counties.len() > NAMED => {
            format!("{} and {} more", named.join(", "), counties.len() - NAMED)
        }
        Language::English => named.join(", "),
    }
}
