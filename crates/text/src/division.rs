//! What is said about dividing the task: weights, methods, why it does not come out, and how a result came about.

use super::finding::names;
use super::{Language, hundredths, thousands};
use tuowei_model::{
    CountyId, DivisionProblem, DivisionRecord, Fraction, Hold, Loss, Method, Missing, NotDivided, Region, Scenario,
    Settlement, Slots, Tie, WeightKind, WeightProblem, Working,
};

/// The name of a weight.
#[must_use]
pub const fn weight_name(kind: WeightKind, language: Language) -> &'static str {
    match (language, kind) {
        (Language::Chinese, WeightKind::Children) => "3岁以下婴幼儿数",
        (Language::Chinese, WeightKind::Enrolments) => "新增在托（婴幼儿数 × 增幅）",
        (Language::Chinese, WeightKind::Unmet) => "未满足需求（目标在托 − 现有托位）",
        (Language::Chinese, WeightKind::Slots) => "现有托位",
        (Language::Chinese, WeightKind::Equal) => "平均",
        (Language::Chinese, WeightKind::Current) => "现任务数",
        (Language::Chinese, WeightKind::Custom) => "自填权重",
        (Language::English, WeightKind::Children) => "children under three",
        (Language::English, WeightKind::Enrolments) => "new enrolments (children × uplift)",
        (Language::English, WeightKind::Unmet) => "unmet demand (enrolled at target − slots now)",
        (Language::English, WeightKind::Slots) => "slots now",
        (Language::English, WeightKind::Equal) => "the same for all",
        (Language::English, WeightKind::Current) => "the present allocation",
        (Language::English, WeightKind::Custom) => "typed weights",
    }
}

/// The name of a method.
#[must_use]
pub const fn method_name(method: Method, language: Language) -> &'static str {
    match (language, method) {
        (Language::Chinese, Method::LargestRemainder) => "最大余数法",
        (Language::English, Method::LargestRemainder) => "Largest remainder",
        (Language::Chinese, Method::DHondt) => "顿特法（d'Hondt）",
        (_, Method::DHondt) => "D'Hondt",
        (Language::Chinese, Method::Webster) => "韦伯斯特法（Webster）",
        (_, Method::Webster) => "Webster",
        (Language::Chinese, Method::Hill) => "亨廷顿–希尔法（Hill）",
        (_, Method::Hill) => "Huntington–Hill",
        (Language::Chinese, Method::Adams) => "亚当斯法（Adams）",
        (_, Method::Adams) => "Adams",
        (Language::Chinese, Method::Dean) => "迪恩法（Dean）",
        (_, Method::Dean) => "Dean",
    }
}

/// A method's name where there is little room.
#[must_use]
pub const fn method_short(method: Method, language: Language) -> &'static str {
    match (language, method) {
        (Language::Chinese, Method::LargestRemainder) => "最大余数",
        (Language::English, Method::LargestRemainder) => "Largest rem.",
        (Language::Chinese, Method::DHondt) => "顿特",
        (Language::Chinese, Method::Webster) => "韦伯斯特",
        (Language::Chinese, Method::Hill) => "希尔",
        (Language::English, Method::Hill) => "Hill",
        (Language::Chinese, Method::Adams) => "亚当斯",
        (Language::Chinese, Method::Dean) => "迪恩",
        (Language::English, _) => method_name(method, language),
    }
}

/// How a method divides, as a rule.
#[must_use]
pub const fn method_rule(method: Method, language: Language) -> &'static str {
    match (language, method) {
        (Language::Chinese, Method::LargestRemainder) => {
            "配额 = 权重 × 任务数 ÷ 权重合计；先取整数部分，余下的按余数从大到小各补1个。"
        }
        (Language::Chinese, Method::DHondt) => "下一个托位给 权重 ÷（已得 + 1）最大的县（区）；略偏向大县。",
        (Language::Chinese, Method::Webster) => "下一个托位给 权重 ÷（2 × 已得 + 1）最大的县（区）；大小县一视同仁。",
        (Language::Chinese, Method::Hill) => "下一个托位给 权重 ÷ √（已得 ×（已得 + 1））最大的县（区）。",
        (Language::Chinese, Method::Adams) => "下一个托位给 权重 ÷ 已得 最大的县（区）；略偏向小县。",
        (Language::Chinese, Method::Dean) => {
            "下一个托位给 权重 ÷（2 × 已得 ×（已得 + 1）÷（2 × 已得 + 1））最大的县（区）。"
        }
        (Language::English, Method::LargestRemainder) => {
            "Quota = weight × task ÷ sum of weights; whole parts first, then one more to the largest remainders."
        }
        (Language::English, Method::DHondt) => {
            "The next slot goes to the largest weight ÷ (held + 1); leans to large counties."
        }
        (Language::English, Method::Webster) => {
            "The next slot goes to the largest weight ÷ (2 × held + 1); leans to neither."
        }
        (Language::English, Method::Hill) => "The next slot goes to the largest weight ÷ √(held × (held + 1)).",
        (Language::English, Method::Adams) => {
            "The next slot goes to the largest weight ÷ held; leans to small counties."
        }
        (Language::English, Method::Dean) => {
            "The next slot goes to the largest weight ÷ (2 × held × (held + 1) ÷ (2 × held + 1))."
        }
    }
}

/// Why the task cannot be divided, as a sentence that names the counties.
#[must_use]
pub fn not_divided(problem: &NotDivided, region: &Region, language: Language) -> String {
    let named = |counties: &[CountyId]| names(counties, region, language);
    let chinese = language == Language::Chinese;
    match problem {
        NotDivided::Weights(WeightProblem::Missing(missing, counties)) => {
            let (what, counties) = (missing_name(*missing, language), named(counties));
            if chinese { format!("{counties}未填{what}。") } else { format!("No {what}: {counties}.") }
        }
        NotDivided::Weights(WeightProblem::BelowBase(counties)) if chinese => {
            format!("{}的目标低于基数，不能按新增在托分。", named(counties))
        }
        NotDivided::Weights(WeightProblem::BelowBase(counties)) => {
            format!("The target lies below the base, so there are no new enrolments to divide by: {}.", named(counties))
        }
        NotDivided::LockedWithoutSlots(counties) if chinese => format!("{}已锁定但没有任务数。", named(counties)),
        NotDivided::LockedWithoutSlots(counties) => format!("Locked without a number: {}.", named(counties)),
        NotDivided::Division(problem) => division_problem(problem, region, language),
    }
}

const fn missing_name(missing: Missing, language: Language) -> &'static str {
    match (language, missing) {
        (Language::Chinese, Missing::Children) => "3岁以下婴幼儿数",
        (Language::Chinese, Missing::Uplift) => "基数或目标",
        (Language::Chinese, Missing::Target) => "目标",
        (Language::Chinese, Missing::Capacity) => "现有托位",
        (Language::Chinese, Missing::Slots) => "任务数",
        (Language::Chinese, Missing::Weight) => "权重",
        (Language::English, Missing::Children) => "children under three",
        (Language::English, Missing::Uplift) => "base or target",
        (Language::English, Missing::Target) => "target",
        (Language::English, Missing::Capacity) => "slots of today",
        (Language::English, Missing::Slots) => "allocation",
        (Language::English, Missing::Weight) => "weight",
    }
}

fn division_problem(problem: &DivisionProblem, region: &Region, language: Language) -> String {
    let named = |positions: &[usize]| names(&ids(positions, region), region, language);
    let chinese = language == Language::Chinese;
    match problem {
        DivisionProblem::LeastAboveMost { counties } if chinese => format!("{}的下限大于上限。", named(counties)),
        DivisionProblem::LeastAboveMost { counties } => format!("The least is above the most: {}.", named(counties)),
        DivisionProblem::LockedAboveTask { counties, locked } if chinese => {
            format!("锁定的{}合计{}个，超过任务总数。", named(counties), thousands(*locked))
        }
        DivisionProblem::LockedAboveTask { counties, locked } => {
            format!("The locked counties hold {}, more than the task: {}.", thousands(*locked), named(counties))
        }
        DivisionProblem::AllLocked { locked } if chinese => {
            format!("全部县（区）都已锁定，合计{}个，与任务总数不符。", thousands(*locked))
        }
        DivisionProblem::AllLocked { locked } => {
            format!("All counties are locked at {} together, which is not the task.", thousands(*locked))
        }
        DivisionProblem::LeastSumAboveTask { counties, least, left } if chinese => {
            format!("{}的下限合计{}个，可分的只有{}个。", named(counties), thousands(*least), slots(*left))
        }
        DivisionProblem::LeastSumAboveTask { counties, least, left } => format!(
            "The least add up to {}, but only {} are to be divided: {}.",
            thousands(*least),
            slots(*left),
            named(counties)
        ),
        DivisionProblem::MostSumBelowTask { counties, most, left } if chinese => {
            format!("{}的上限合计{}个，可分的有{}个。", named(counties), thousands(*most), slots(*left))
        }
        DivisionProblem::MostSumBelowTask { counties, most, left } => format!(
            "The most add up to {}, but {} are to be divided: {}.",
            thousands(*most),
            slots(*left),
            named(counties)
        ),
        DivisionProblem::NoWeight { counties } if chinese => format!("{}的权重都是0，无法分配。", named(counties)),
        DivisionProblem::NoWeight { counties } => format!("All weights are zero: {}.", named(counties)),
        DivisionProblem::OnlyWeightlessLeft { counties, over } if chinese => {
            format!("有权重的县（区）都已到上限，还剩{}个，而{}的权重是0。", slots(*over), named(counties))
        }
        DivisionProblem::OnlyWeightlessLeft { counties, over } => format!(
            "Every county with a weight is at its most; {} are left over, and these weigh nothing: {}.",
            slots(*over),
            named(counties)
        ),
        DivisionProblem::Tie(tie) => tie_text(tie, region, language),
    }
}

/// 云州、左云并列，只有1个托位可给。
#[must_use]
pub fn tie_text(tie: &Tie, region: &Region, language: Language) -> String {
    let counties = all_names(&ids(&tie.between, region), region, language);
    match language {
        Language::Chinese => format!("{counties}并列，只剩{}个，请选择给谁。", slots(tie.at_stake)),
        Language::English => {
            format!("{counties} are tied for the last {}: please decide.", slots(tie.at_stake))
        }
    }
}

/// That a county loses as the task grows.
#[must_use]
pub fn loss_text(loss: &Loss, region: &Region, language: Language) -> String {
    let county = region.counties().get(loss.position).map_or("", |county| language.name(&county.name));
    let (task, by) = (slots(loss.task), slots(loss.by));
    match language {
        Language::Chinese => {
            format!("注意：任务总数增加到{task}个时，{county}反而少{by}个。这是最大余数法的已知缺点，除数法没有。")
        }
        Language::English => format!(
            "Note: at a task of {task}, {county} would get {by} fewer. Largest remainder can do this; divisor methods cannot."
        ),
    }
}

/// How one county came to its number.
#[must_use]
pub fn working_text(working: &Working, method: Method, language: Language) -> String {
    let chinese = language == Language::Chinese;
    match working {
        Working::Locked if chinese => "已锁定".to_owned(),
        Working::Locked => "locked".to_owned(),
        Working::Quota { exact, whole, remainder, one_more, held } => {
            if let Some(hold) = held {
                return [hold_name(*hold, language), &quota_words(*exact, language)].concat();
            }
            let mut said = quota_words(*exact, language);
            said.push_str(&if chinese {
                format!("，整数{}，余数{}", slots(*whole), number(*remainder))
            } else {
                format!(", whole {}, remainder {}", slots(*whole), number(*remainder))
            });
            if *one_more {
                said.push_str(if chinese { "，补1" } else { ", one more" });
            }
            said
        }
        Working::Priorities { last, next, held } => {
            let priority = |of: Option<Fraction>| of.map_or_else(|| "—".to_owned(), |of| priority(of, method));
            let hold = held.map_or("", |hold| hold_name(hold, language));
            let (last, next) = (priority(*last), priority(*next));
            if chinese {
                format!("{hold}最后所得1个的优先数{last}，再得1个为{next}")
            } else {
                format!("{hold}last priority {last}, next {next}")
            }
        }
    }
}

fn quota_words(exact: Fraction, language: Language) -> String {
    [if language == Language::Chinese { "配额" } else { "quota " }, &number(exact)].concat()
}

const fn hold_name(hold: Hold, language: Language) -> &'static str {
    match (language, hold) {
        (Language::Chinese, Hold::Least) => "按下限，",
        (Language::Chinese, Hold::Most) => "按上限，",
        (Language::English, Hold::Least) => "at its least, ",
        (Language::English, Hold::Most) => "at its most, ",
    }
}

/// A plain number with two decimals.
fn number(of: Fraction) -> String {
    of.ratio().map_or_else(|| "∞".to_owned(), |ratio| hundredths(ratio.number_shown()))
}

/// A priority in units of weight: weights count 0.0001, and Hill's priorities are squares of those.
fn priority(of: Fraction, method: Method) -> String {
    let squared = method == Method::Hill;
    let scale: u128 = if squared { 100_000_000 } else { 10_000 };
    if of.denominator() == 0 {
        return "∞".to_owned();
    }
    // Whole units are enough to tell them apart here; the exact comparison is the model's.
    let whole = of.numerator() / of.denominator() / scale;
    let shown = u64::try_from(whole).map_or_else(|_| "∞".to_owned(), thousands);
    if squared { [&shown, "²"].concat() } else { shown }
}

/// 分配说明: how the present allocation came about, and what was changed by hand since.
#[must_use]
pub fn division_note(record: &DivisionRecord, scenario: &Scenario, language: Language) -> String {
    let region = scenario.region();
    let chinese = language == Language::Chinese;
    let named = |counties: &[CountyId]| names(counties, region, language);
    let (weight, method) = (weight_name(record.weight, language), method_name(record.method, language));
    let mut parts = vec![match (chinese, record.rebalanced) {
        (true, false) => format!("按{weight}，用{method}分配"),
        (true, true) => format!("按{weight}，用{method}补齐差额"),
        (false, false) => format!("divided by {weight}, {method}"),
        (false, true) => format!("the difference spread by {weight}, {method}"),
    }];
    let bounds: Vec<String> = record
        .bounded
        .iter()
        .map(|of| {
            let name = named(std::slice::from_ref(&of.county));
            if of.locked {
                return if chinese { format!("{name}锁定") } else { format!("{name} locked") };
            }
            let mut said = name;
            // A number that was typed beyond a bound is the planner's own, and stayed: the bound did not hold then.
            let given = record.given.iter().find(|(county, _)| *county == of.county).map(|(_, given)| *given);
            let least = of.least.filter(|least| given.is_none_or(|given| given >= *least));
            let most = of.most.filter(|most| given.is_none_or(|given| given <= *most));
            if (least, most) == (None, None) {
                return String::new();
            }
            for (bound, words) in [(least, ["不少于", " at least "]), (most, ["不多于", " at most "])] {
                if let Some(bound) = bound {
                    said.push_str(words[usize::from(!chinese)]);
                    said.push_str(&slots(bound));
                }
            }
            said
        })
        .filter(|said| !said.is_empty())
        .collect();
    if !bounds.is_empty() {
        parts.push(bounds.join(if chinese { "、" } else { ", " }));
    }
    if let Some(tie) = &record.tie {
        let (between, gaining) = (named(&tie.between), named(&tie.gaining));
        let by = settlement_name(tie.settlement, language);
        parts.push(if chinese {
            format!("{between}并列，{by}给{gaining}")
        } else {
            format!("{between} tied, given {by} to {gaining}")
        });
    }
    let changed = record.changed_since(scenario);
    if !changed.is_empty() {
        let changed = named(&changed);
        parts.push(if chinese {
            format!("之后手工调整了{changed}")
        } else {
            format!("changed by hand since: {changed}")
        });
    }
    if chinese { parts.join("；") + "。" } else { parts.join("; ") + "." }
}

const fn settlement_name(settlement: Settlement, language: Language) -> &'static str {
    match (language, settlement) {
        (Language::Chinese, Settlement::DocumentOrder) => "按文件顺序",
        (Language::Chinese, Settlement::LargerKey) => "按婴幼儿数",
        (Language::Chinese, Settlement::Chosen) => "经选定",
        (Language::English, Settlement::DocumentOrder) => "by the plan's order",
        (Language::English, Settlement::LargerKey) => "by the number of children",
        (Language::English, Settlement::Chosen) => "by choice",
    }
}

/// What rebalancing moves: 已配平：平城 150 → 141、云冈 77 → 66等9个县（区）。 `held` are the counties that it locked.
#[must_use]
pub fn rebalanced(scenario: &Scenario, given: &[Slots], held: &[CountyId], language: Language) -> String {
    let counties = scenario.region().counties().iter().zip(scenario.counties()).zip(given);
    let moved: Vec<String> = counties
        .filter(|((_, now), given)| now.slots != Some(**given))
        .map(|((county, now), given)| {
            let before = now.slots.map_or_else(|| "—".to_owned(), slots);
            [language.name(&county.name), " ", &before, " → ", &slots(*given)].concat()
        })
        .collect();
    let (named, all) = (moved.iter().take(MOVES), moved.len());
    let (comma, more) = match language {
        Language::Chinese if all > MOVES => ("、", format!("等{all}个县（区）")),
        Language::English if all > MOVES => (", ", format!(" and {} more", all - MOVES)),
        Language::Chinese => ("、", String::new()),
        Language::English => (", ", String::new()),
    };
    let kept = match (held, language) {
        ([], _) => String::new(),
        (held, Language::Chinese) => format!("所填的{}已锁定。", names(held, scenario.region(), language)),
        (held, Language::English) => format!("{} locked as typed. ", names(held, scenario.region(), language)),
    };
    let list = named.map(String::as_str).collect::<Vec<_>>().join(comma);
    match language {
        Language::Chinese => format!("已配平：{list}{more}。{kept}锁定的县（区）不动；可撤销。"),
        Language::English => format!("Rebalanced: {list}{more}. {kept}Locked counties stay; you can undo this."),
    }
}

/// So many are named.
const MOVES: usize = 4;

fn slots(slots: Slots) -> String {
    thousands(u64::from(slots.get()))
}

fn ids(positions: &[usize], region: &Region) -> Vec<CountyId> {
    positions.iter().filter_map(|&at| region.counties().get(at)).map(|county| county.id.clone()).collect()
}

/// A tie is decided between all of its counties, so that all are named.
fn all_names(counties: &[CountyId], region: &Region, language: Language) -> String {
    let mut said = String::new();
    for id in counties {
        if !said.is_empty() {
            said.push_str(if language == Language::Chinese { "、" } else { ", " });
        }
        said.push_str(region.position(id).map_or(id.as_str(), |at| language.name(&region.counties()[at].name)));
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use tuowei_model::{Edit, Scope, TieChoice, Way, divided, evaluate, official_plan, taken};

    fn applied(edits: &[Edit]) -> Scenario {
        let mut scenario = official_plan().clone();
        scenario.apply(&Edit::Batch(edits.to_vec())).unwrap();
        let outcome = evaluate(&scenario);
        let way = Way::chosen(&scenario, Scope::Whole);
        let result = divided(&scenario, &outcome, way).unwrap();
        let edit = taken(&scenario, &result, way);
        scenario.apply(&edit).unwrap();
        scenario
    }

    fn note(scenario: &Scenario, language: Language) -> String {
        division_note(scenario.divided().unwrap(), scenario, language)
    }

    /// 表二 as weights, 400 slots: a four-way tie for the last one (domain notes, "Allocation").
    #[test]
    fn the_note_tells_weight_method_bounds_tie_and_what_was_changed_since() {
        let task = Edit::SetTask(Slots::new(400).unwrap());
        let current = Edit::SetWeightKind(WeightKind::Current);
        let mut scenario = applied(&[task, current, Edit::SetTies(TieChoice::DocumentOrder)]);
        assert_eq!(
            note(&scenario, Language::Chinese),
            "按现任务数，用最大余数法分配；新荣、天镇、灵丘、广灵并列，按文件顺序给新荣。"
        );
        let pingcheng = CountyId::new("pingcheng");
        scenario.apply(&Edit::slots(pingcheng.clone(), Slots::new(150))).unwrap();
        assert_eq!(
            note(&scenario, Language::English),
            "divided by the present allocation, Largest remainder; Xinrong, Tianzhen, Lingqiu, Guangling tied, given \
             by the plan's order to Xinrong; changed by hand since: Pingcheng."
        );
        let equal = Edit::SetWeightKind(WeightKind::Equal);
        let bounds = [Edit::SetMost(pingcheng, Slots::new(20)), Edit::SetLocked(CountyId::new("yungang"), true)];
        let [most, locked] = bounds;
        let scenario =
            applied(&[equal, most, locked, Edit::SetMethod(Method::Webster), Edit::SetTies(TieChoice::DocumentOrder)]);
        let said = note(&scenario, Language::Chinese);
        assert!(said.starts_with("按平均，用韦伯斯特法（Webster）分配；平城不多于20、云冈锁定；"), "{said}");
    }

    #[test]
    fn the_note_never_says_a_bound_that_the_numbers_break() {
        let pingcheng = CountyId::new("pingcheng");
        // 150 typed above a maximum of 120 stays, as others are given more.
        let edits = [
            Edit::SetWeightKind(WeightKind::Current),
            Edit::SetMost(pingcheng.clone(), Slots::new(120)),
            Edit::SetLeast(CountyId::new("yungang"), Slots::new(70)),
            Edit::slots(pingcheng, Slots::new(150)),
            Edit::slots(CountyId::new("zuoyun"), Slots::new(0)),
            Edit::SetTask(Slots::new(360).unwrap()),
        ];
        let mut scenario = official_plan().clone();
        scenario.apply(&Edit::Batch(edits.to_vec())).unwrap();
        let outcome = evaluate(&scenario);
        let way = Way::for_the_rest(&scenario, &outcome);
        let result = divided(&scenario, &outcome, way).unwrap();
        assert_eq!(result.slots[0], Slots::new(150).unwrap());
        scenario.apply(&taken(&scenario, &result, way)).unwrap();
        assert_eq!(note(&scenario, Language::Chinese), "按现任务数，用最大余数法补齐差额；云冈不少于70。");
    }

    #[test]
    fn what_cannot_be_divided_names_the_counties() {
        let plan = official_plan();
        let region = plan.region();
        let cases: [(&[Edit], &str, &str); 4] = [
            (&[], "全部10个县（区）未填3岁以下婴幼儿数。", "No children under three: all 10 counties."),
            (
                &[Edit::SetWeightKind(WeightKind::Current), Edit::SetLeast(CountyId::new("yungang"), Slots::new(400))],
                "云冈的下限合计400个，可分的只有350个。",
                "The least add up to 400, but only 350 are to be divided: Yungang.",
            ),
            (
                &[
                    Edit::SetWeightKind(WeightKind::Equal),
                    Edit::SetLeast(CountyId::new("yungang"), Slots::new(4)),
                    Edit::SetMost(CountyId::new("yungang"), Slots::new(3)),
                ],
                "云冈的下限大于上限。",
                "The least is above the most: Yungang.",
            ),
            (
                &[Edit::SetWeightKind(WeightKind::Equal), Edit::SetTask(Slots::new(351).unwrap())],
                "平城、云冈、新荣、云州、阳高、天镇、浑源、灵丘、广灵、左云并列，只剩1个，请选择给谁。",
                "Pingcheng, Yungang, Xinrong, Yunzhou, Yanggao, Tianzhen, Hunyuan, Lingqiu, Guangling, Zuoyun are tied for the last 1: please decide.",
            ),
        ];
        for (edits, chinese, english) in cases {
            let mut scenario = plan.clone();
            scenario.apply(&Edit::Batch(edits.to_vec())).unwrap();
            let outcome = evaluate(&scenario);
            let problem = divided(&scenario, &outcome, Way::chosen(&scenario, Scope::Whole)).unwrap_err();
            assert_eq!(not_divided(&problem, region, Language::Chinese), chinese);
            assert_eq!(not_divided(&problem, region, Language::English), english);
        }
    }
}
