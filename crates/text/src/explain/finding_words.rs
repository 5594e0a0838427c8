//! What findings say, what they mean, and when they stand.

use tuowei_model::{Bound, Finding, SupplyFinding};

/// Title, what it means, and when it stands.
pub(super) type Words = (&'static str, &'static str, &'static str);

/// Of a finding of the plan, in Chinese and in English.
pub(super) const fn finding(finding: &Finding) -> [Words; 2] {
    match finding {
        Finding::OverAllocated { .. } => [
            ("任务数超出", "各县（区）任务数合计多于任务总数。", "已分配 > 任务总数"),
            ("Too many slots allocated", "The counties' slots exceed the task.", "allocated > task"),
        ],
        Finding::UnderAllocated { .. } => [
            ("任务数未分完", "各县（区）任务数合计少于任务总数。", "已分配 < 任务总数"),
            ("Slots left to give", "The counties' slots fall short of the task.", "allocated < task"),
        ],
        Finding::SlotsMissing(_) => [
            ("缺任务数", "这些县（区）还没有任务数。", "任务数为空"),
            ("Slots missing", "These counties have no slots entered yet.", "slots are empty"),
        ],
        Finding::BaseMissing(_) => [
            ("缺基数", "没有基数就没有按规则的目标。", "基数为空"),
            ("Base missing", "Without a base the rule gives no target.", "the base is empty"),
        ],
        Finding::ChildrenMissing { .. } => [
            ("缺婴幼儿数", "全市入托率按婴幼儿数加权，缺一个县（区）也不能计算，不以简单平均代替。", "婴幼儿数为空"),
            (
                "Children missing",
                "The city rate is weighted by children: it needs those of every county, and no plain mean replaces it.",
                "the children are empty",
            ),
        ],
        Finding::NoChildren => [
            ("没有婴幼儿", "婴幼儿数合计为0，全市入托率没有意义。", "Σ婴幼儿数 = 0"),
            ("No children", "There is no rate of no children.", "Σ children = 0"),
        ],
        Finding::ParameterMissing(_) => [
            ("缺规则参数", "所选规则的参数还没有填写，不能给出目标。", "规则参数为空"),
            ("Parameter missing", "The rule gives no targets until its parameter is typed.", "the parameter is empty"),
        ],
        Finding::GoalOutOfReach { .. } => [
            (
                "全市目标达不到",
                "指定目标、增幅上限和100%的界限之内，增幅再大也达不到全市目标。",
                "增幅最大时的全市入托率 < G",
            ),
            (
                "City goal out of reach",
                "Within own targets, the most uplift and 100%, no uplift lifts the city to its goal.",
                "city rate at the largest uplift < G",
            ),
        ],
        Finding::GoalMetAlready => [
            ("全市目标已达到", "不用提高，全市入托率已不低于全市目标。", "u = 0 时全市入托率 ≥ G"),
            ("City goal met", "The city rate reaches the goal without any uplift.", "city rate at u = 0 ≥ G"),
        ],
        Finding::GoalNeeds(_) => [
            (
                "全市目标所需增幅",
                "使全市入托率达到全市目标的最小统一增幅。",
                "Σ（婴幼儿数 × 目标）÷ Σ婴幼儿数 ≥ G 的最小 u，取到0.01个百分点",
            ),
            (
                "Uplift for the city goal",
                "The smallest uniform uplift that lifts the city to its goal.",
                "the smallest u with Σ (children × target) ÷ Σ children ≥ G, in steps of 0.01 points",
            ),
        ],
        Finding::TargetBelowBase(_) => [
            ("目标低于基数", "目标比上一年还低，请核对。", "目标 < 基数"),
            ("Target below base", "The target lies under the year before; please check.", "target < base"),
        ],
        Finding::BoundApplied { bound: Bound::Floor, .. } => [
            ("按增幅下限", "规则给出的增幅低于增幅下限，改按下限。", "规则增幅 < 增幅下限"),
            ("Least uplift applied", "The rule gives less than the least uplift.", "uplift by rule < least uplift"),
        ],
        Finding::BoundApplied { bound: Bound::Cap, .. } => [
            ("按增幅上限", "规则给出的增幅高于增幅上限，改按上限。", "规则增幅 > 增幅上限"),
            ("Most uplift applied", "The rule gives more than the most uplift.", "uplift by rule > most uplift"),
        ],
        Finding::BoundApplied { bound: Bound::Limit, .. } => [
            ("目标到界限", "入托率不能低于0，也不能高于100%。", "规则目标 < 0 或 > 100%"),
            ("Target at its limit", "A rate lies between 0 and 100%.", "target by rule < 0 or > 100%"),
        ],
    }
}

/// Of a finding of supply and demand, in Chinese and in English.
pub(super) const fn supply_finding(finding: &SupplyFinding) -> [Words; 2] {
    match finding {
        SupplyFinding::Shortage(_) => [
            ("县（区）托位不足", "达到目标时在托人数多于托位。", "目标在托人数 > 新增后托位"),
            (
                "Counties short of slots",
                "At the target more children are enrolled than there are slots.",
                "enrolled at target > slots after",
            ),
        ],
        SupplyFinding::CityShortage { .. } => [
            ("全市托位不足", "全市达到目标时在托人数多于托位。", "Σ目标在托人数 > Σ新增后托位"),
            (
                "City short of slots",
                "At the targets more children of the city are enrolled than there are slots.",
                "Σ enrolled at target > Σ slots after",
            ),
        ],
        SupplyFinding::InclusiveAboveCapacity(_) => [
            ("普惠托位多于托位", "普惠托位是托位的一部分，不会更多，请核对。", "现有普惠托位 > 现有托位"),
            (
                "More inclusive slots than slots",
                "Inclusive slots are a part of the slots; please check.",
                "inclusive slots now > slots now",
            ),
        ],
        SupplyFinding::EnrolledAboveChildren(_) => [
            ("在托人数多于婴幼儿数", "在托婴幼儿不会多于全部婴幼儿，请核对。", "在托人数 > 3岁以下婴幼儿数"),
            (
                "More enrolled than children",
                "No more children can be enrolled than live there; please check.",
                "enrolled now > children under three",
            ),
        ],
        SupplyFinding::EnrolledAboveCapacity(_) => [
            ("在托人数多于托位", "一个托位只供一名婴幼儿，请核对。", "现在在托人数 > 现有托位"),
            ("More enrolled than slots", "A slot is for one child; please check.", "enrolled now > slots now"),
        ],
        SupplyFinding::EnrolledContradictsBase(_) => [
            (
                "在托人数与基数不符",
                "统计的在托人数得不出所填的基数，相差超过四舍五入，请核对口径和日期。",
                "在托人数 ÷ 婴幼儿数 与基数按0.01%不同，且相差超过1人",
            ),
            (
                "Enrolment and base disagree",
                "The enrolment as counted does not give the base, by more than rounding; please check how each was counted.",
                "enrolled ÷ children differs from the base at 0.01%, and by more than one child",
            ),
        ],
        SupplyFinding::EnrolledAboveTarget(_) => [
            ("在托人数已高于目标", "现在在托人数已多于达到目标所需。", "现在在托人数 > 目标在托人数"),
            (
                "Enrolment above target",
                "More children are enrolled now than the target asks for.",
                "enrolled now > enrolled at target",
            ),
        ],
        SupplyFinding::CityUtilisationBelowWanted { .. } => [
            (
                "全市利用率低于要求",
                "达到目标时，全市托位的使用仍低于要求的利用率。",
                "Σ目标在托人数 < ⌈要求的利用率 × Σ新增后托位⌉",
            ),
            (
                "City utilisation below the wanted",
                "At the targets the city's slots are used less than is wanted.",
                "Σ enrolled at target < ⌈wanted utilisation × Σ slots after⌉",
            ),
        ],
        SupplyFinding::UtilisationBelowWanted(_) => [
            (
                "县（区）利用率低于要求",
                "达到目标时，托位的使用仍低于要求的利用率。",
                "目标在托人数 < ⌈要求的利用率 × 新增后托位⌉",
            ),
            (
                "Utilisation below the wanted",
                "At the target the slots are used less than is wanted.",
                "enrolled at target < ⌈wanted utilisation × slots after⌉",
            ),
        ],
        SupplyFinding::InclusiveShareShort { .. } => [
            (
                "普惠占比低于要求",
                "新增完成后，全市普惠托位占比仍低于要求。",
                "（Σ现有普惠托位 + 已分配）÷ Σ新增后托位 < 要求的占比",
            ),
            (
                "Inclusive share below the wanted",
                "Once the new slots are there, the city's inclusive share still falls short.",
                "(Σ inclusive slots now + given) ÷ Σ slots after < wanted share",
            ),
        ],
        SupplyFinding::FigureMissing { .. } => [
            ("数据未填全", "这一列已开始填写，还有县（区）空着。", "该列有的已填，有的为空"),
            (
                "Figures missing",
                "This column is begun, and some counties have no figure yet.",
                "some figures of the column are entered, some empty",
            ),
        ],
    }
}
