//! 中文.

use super::super::GridColumn;
use super::finding::Words;
use super::source::Source;
use super::{About, Evenness, Phrase};
use tuowei_model::{Bound, Figure, Finding, RuleKind, SupplyFinding, WhyNoTarget};

pub(super) const fn about(about: About) -> (&'static str, &'static str) {
    match about {
        About::Cell(column) => cell(column),
        About::ByRule(rule) => (
            cell(GridColumn::Target).0,
            match rule {
                RuleKind::Uniform => "目标 = 基数 + 增幅 u",
                RuleKind::Proportional => "目标 = 基数 ×（1 + 增长率 g），四舍五入到0.01%",
                RuleKind::Converge => "目标 = 基数 + 缩小比例 c ×（标杆 m − 基数），四舍五入到0.01%",
                RuleKind::CityGoal => "目标 = 基数 + 增幅 u，u 为使全市入托率达到 G 的最小增幅，取到0.01个百分点",
            },
        ),
        About::Pinned => (cell(GridColumn::Target).0, "目标 = 指定目标"),
        About::City(column) => city(column),
        About::Allocated => ("已分给各县（区）的新增普惠托位。", "已分配 = Σ任务数"),
        About::Evenness(of) => evenness(of),
        About::Remaining => ("任务总数中还没有分给县（区）的托位；分多了为超出。", "剩余 = 任务总数 − 已分配"),
    }
}

const fn evenness(of: Evenness) -> (&'static str, &'static str) {
    match of {
        Evenness::NewPerThousand => (
            "各县（区）每千名3岁以下婴幼儿新增的托位，从最少到最多。",
            "每千名 = 任务数 × 1,000 ÷ 婴幼儿数，四舍五入到0.01",
        ),
        Evenness::AllPerThousand => (
            "新增完成后，各县（区）每千名3岁以下婴幼儿的全部托位，从最少到最多。",
            "每千名 =（现有托位 + 任务数 + 其他新增托位）× 1,000 ÷ 婴幼儿数，四舍五入到0.01",
        ),
        Evenness::HighToLow => {
            ("每名婴幼儿新增托位最多与最少的县（区）相差几倍，1为完全相同。", "最高 ÷ 最低，四舍五入到0.01")
        }
        Evenness::Gini => (
            "新增托位在婴幼儿之间分布的不均程度：0为完全平均，越大越不均。",
            "Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷（2 × Σc × Σs），s为任务数，c为婴幼儿数",
        ),
        Evenness::Distance => {
            ("与严格按婴幼儿数分配相比，放在别处的任务数所占的比例。", "½ × Σ|任务数占比 − 婴幼儿数占比|")
        }
    }
}

const fn cell(column: GridColumn) -> (&'static str, &'static str) {
    match column {
        GridColumn::Name => ("分解目标和任务的单位。", ""),
        GridColumn::Input(Figure::Children) => ("县（区）内3岁以下婴幼儿人数，用于计算全市入托率和在托人数。", ""),
        GridColumn::Input(Figure::Base) => ("上一年入托率，即在托婴幼儿占3岁以下婴幼儿的比例，是计算目标的起点。", ""),
        GridColumn::Uplift => ("目标比基数提高多少。", "增幅 = 目标 − 基数"),
        GridColumn::Target => ("年底应达到的入托率。", ""),
        GridColumn::Input(Figure::Pin) => ("手工填写的目标，优先于规则；留空即按规则计算。", ""),
        GridColumn::Input(Figure::Slots) => ("当年分给县（区）的新增普惠托位，用于计算占比和新增后托位。", ""),
        GridColumn::Share => {
            ("县（区）任务数占已分配托位的比例。", "占比 = 任务数 ÷ 已分配，按最大余数法取到0.01%，合计为100.00%")
        }
        GridColumn::Lock => ("锁定的任务数在分配任务时保持不变。", ""),
        GridColumn::Input(Figure::Capacity) => ("县（区）现有的各类托位，用于计算新增后托位和利用率。", ""),
        GridColumn::Input(Figure::Inclusive) => ("现有托位中的普惠托位，用于计算普惠占比。", ""),
        GridColumn::Input(Figure::Enrolled) => ("现在在托的婴幼儿人数；不填则按基数推算。", ""),
        GridColumn::Input(Figure::Other) => ("任务以外的新增托位，均不计为普惠托位；不填按0计算。", ""),
        GridColumn::Input(Figure::Population) => ("县（区）的常住人口，不分年龄，用于计算每千人口托位数。", ""),
        GridColumn::PerThousand => {
            ("新增完成后平均每千常住人口有多少托位。", "每千人口托位数 = 新增后托位 ÷ 常住人口 × 1,000，四舍五入到0.01")
        }
        GridColumn::EnrolledThen => ("入托率达到目标时的在托人数。", "目标在托人数 = ⌈婴幼儿数 × 目标⌉，向上取整"),
        GridColumn::NewEnrolments => ("达到目标需要新增的在托人数。", "新增在托人数 = 目标在托人数 − 现在在托人数"),
        GridColumn::SlotsAfter => ("新增完成后的全部托位。", "新增后托位 = 现有托位 + 任务数 + 其他新增托位"),
        GridColumn::Utilisation => (
            "达到目标时托位被使用的比例；超过100%即托位不足。",
            "所需利用率 = 目标在托人数 ÷ 新增后托位，四舍五入到0.01%",
        ),
        GridColumn::Shortage => ("达到目标时托位够不够用。", "新增后托位 − 目标在托人数，小于0为缺口，大于0为富余"),
        GridColumn::InclusiveShare => {
            ("新增完成后普惠托位占全部托位的比例。", "普惠占比 =（现有普惠托位 + 任务数）÷ 新增后托位，四舍五入到0.01%")
        }
    }
}

const fn city(column: GridColumn) -> (&'static str, &'static str) {
    match column {
        GridColumn::Name => ("各县（区）合计。", ""),
        GridColumn::Input(Figure::Children) => ("全市3岁以下婴幼儿人数。", "合计 = Σ婴幼儿数"),
        GridColumn::Input(Figure::Base) => (
            "全市上一年入托率，按婴幼儿数加权，不是各县（区）的简单平均。",
            "全市基数 = Σ（婴幼儿数 × 基数）÷ Σ婴幼儿数，四舍五入到0.01%",
        ),
        GridColumn::Uplift => ("全市入托率提高多少。", "全市增幅 = 全市目标 − 全市基数，按显示的数计算"),
        GridColumn::Target => (
            "各县（区）都达到目标时的全市入托率，按婴幼儿数加权。",
            "全市目标 = Σ（婴幼儿数 × 目标）÷ Σ婴幼儿数，四舍五入到0.01%",
        ),
        GridColumn::Input(Figure::Pin) => ("指定目标只对县（区）填写。", ""),
        GridColumn::Input(Figure::Slots) => ("已分给各县（区）的新增普惠托位。", "合计 = Σ任务数"),
        GridColumn::Share => ("各县（区）占比合计。", "合计 = Σ占比"),
        GridColumn::Lock => ("锁定只对县（区）设置。", ""),
        GridColumn::Input(Figure::Capacity) => ("全市现有托位。", "合计 = Σ现有托位"),
        GridColumn::Input(Figure::Inclusive) => ("全市现有普惠托位。", "合计 = Σ现有普惠托位"),
        GridColumn::Input(Figure::Enrolled) => ("全市现在在托人数。", "合计 = Σ在托人数"),
        GridColumn::Input(Figure::Other) => ("全市任务以外的新增托位。", "合计 = Σ其他新增托位"),
        GridColumn::Input(Figure::Population) => ("全市常住人口，不分年龄。", "合计 = Σ常住人口"),
        GridColumn::PerThousand => (
            "新增完成后全市平均每千常住人口有多少托位，不是各县（区）的平均。",
            "每千人口托位数 = Σ新增后托位 ÷ Σ常住人口 × 1,000，四舍五入到0.01",
        ),
        GridColumn::EnrolledThen => ("各县（区）都达到目标时的在托人数。", "合计 = Σ目标在托人数"),
        GridColumn::NewEnrolments => {
            ("全市达到目标需要新增的在托人数。", "新增在托人数 = Σ目标在托人数 − Σ现在在托人数")
        }
        GridColumn::SlotsAfter => ("新增完成后全市的托位。", "合计 = Σ现有托位 + 已分配 + Σ其他新增托位"),
        GridColumn::Utilisation => (
            "各县（区）都达到目标时，全市托位被使用的比例。",
            "所需利用率 = Σ目标在托人数 ÷ Σ新增后托位，四舍五入到0.01%",
        ),
        GridColumn::Shortage => {
            ("各缺口县（区）缺的托位合计；别处的富余不能抵用。", "托位缺口 = Σ各缺口县（区）的缺口")
        }
        GridColumn::InclusiveShare => (
            "新增完成后全市普惠托位占全部托位的比例。",
            "普惠占比 =（Σ现有普惠托位 + 已分配）÷ Σ新增后托位，四舍五入到0.01%",
        ),
    }
}

pub(super) fn say(phrase: Phrase<'_>) -> String {
    match phrase {
        Phrase::ToHundredth => "（四舍五入到0.01%）",
        Phrase::ToHundredthNumber => "（四舍五入到0.01）",
        Phrase::ToHundredthPoint => "（四舍五入到0.01个百分点）",
        Phrase::NotBelowBase => "（四舍五入到0.01%，不低于基数）",
        Phrase::RoundedUp => "（向上取整）",
        Phrase::ToWhole => "，四舍五入取整",
        Phrase::ShareCut => "（按最大余数法，舍去余数）",
        Phrase::ShareRaised => "（按最大余数法，余数进为0.01%）",
        Phrase::Pinned => "手工指定，优先于规则：",
        Phrase::FloorApplied => "规则的增幅低于下限，按增幅下限：",
        Phrase::CapApplied => "规则的增幅高于上限，按增幅上限：",
        Phrase::LimitApplied => "规则所得超出0至100%，按界限取值：",
        Phrase::NoGap => "基数不低于标杆，不再提高：",
        Phrase::GoalUplift(goal) => return ["使全市入托率达到", goal, "的最小增幅："].concat(),
        Phrase::GoalMet => "全市入托率已达到目标，无需增幅：",
        Phrase::GoalOutOfReach => "全市目标达不到，按最大增幅：",
        Phrase::NoTarget(WhyNoTarget::BaseMissing, _) => "需填写基数",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Uniform) => "需填写增幅 u",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Proportional) => "需填写增长率 g",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::Converge) => "需填写缩小比例 c",
        Phrase::NoTarget(WhyNoTarget::ParameterMissing, RuleKind::CityGoal) => "需填写全市目标 G",
        Phrase::NoTarget(WhyNoTarget::CityRateUnknown, _) => "需填写各县（区）3岁以下婴幼儿数和基数",
        Phrase::Empty => "未填",
        Phrase::NotLocked => "未锁定",
        Phrase::Needs(figure) => return ["需填写", figure].concat(),
        Phrase::NeedsEnrolled => "需填写在托人数",
        Phrase::In(counties, missing) => return [counties, "：", missing].concat(),
        Phrase::EmptyCountsAsNone => "未填，计算新增后托位时按0计",
        Phrase::OfCounties(all) => return ["（共", &all.to_string(), "个县（区））"].concat(),
        Phrase::From(from) => return ["（现在在托人数：", from, "）"].concat(),
        Phrase::CityStanding(short, standing) => {
            return ["各县（区）缺口合计", short, "个；全市相抵后", standing].concat();
        }
        Phrase::SharesAddUp => "各县（区）占比合计为100.00%",
        Phrase::NothingGiven => "尚未分配托位",
        Phrase::WantedUtilisation => "要求的托位利用率",
        Phrase::WantedInclusiveShare => "要求的普惠托位占比",
        Phrase::HighestBaseOf(county, benchmark) => return [benchmark, "（最高基数，", county, "）"].concat(),
        Phrase::NoShortage => "无缺口",
        Phrase::NotSummed => "不合计",
        Phrase::NoChildren => "婴幼儿数合计为0",
        Phrase::DividedBy(weight) => return ["按", weight, "这一权重和所选方法，县（区）应得的托位。"].concat(),
        Phrase::WeightOfAll(own, all, share) => {
            return ["权重", own, "，未锁定县（区）合计", all, "，占", share, "；"].concat();
        }
        Phrase::SlotsForChildren(slots, children) => {
            return ["任务数合计", slots, "个、婴幼儿合计", children, "人，各县（区）代入后 ≈ "].concat();
        }
        Phrase::NoPlan => "本地区没有市方案",
    }
    .to_owned()
}

pub(super) const fn source(source: Source) -> &'static str {
    match source {
        Source::TableOne => "方案二（一）1，表一",
        Source::RuleOfTableOne => "规则同方案二（一）1表一，数值有改动",
        Source::TableTwo => "方案二（一）2，表二",
        Source::PlanUtilisation => "要求见方案二（四）2（全市40%）；计算方法为本页口径（假设）",
        Source::PlanInclusiveShare => "要求见方案三（一）4（全市71%）；计算方法为本页口径（假设）",
        Source::Entered => "本情景填写",
        Source::Ours => "本页口径（假设）",
        Source::OursToChange => "本页口径（假设，可改）",
    }
}

pub(super) const fn finding(finding: &Finding) -> Words {
    match finding {
        Finding::OverAllocated { .. } => ("任务数超出", "各县（区）任务数合计多于任务总数。", "已分配 > 任务总数"),
        Finding::UnderAllocated { .. } => ("任务数未分完", "各县（区）任务数合计少于任务总数。", "已分配 < 任务总数"),
        Finding::SlotsMissing(_) => ("缺任务数", "这些县（区）还没有任务数。", "任务数为空"),
        Finding::BaseMissing(_) => ("缺基数", "没有基数就没有按规则的目标。", "基数为空"),
        Finding::ChildrenMissing { .. } => {
            ("缺婴幼儿数", "全市入托率按婴幼儿数加权，缺一个县（区）也不能计算，不以简单平均代替。", "婴幼儿数为空")
        }
        Finding::NoChildren => ("没有婴幼儿", "婴幼儿数合计为0，全市入托率没有意义。", "Σ婴幼儿数 = 0"),
        Finding::ParameterMissing(_) => ("缺规则参数", "所选规则的参数还没有填写，不能给出目标。", "规则参数为空"),
        Finding::GoalOutOfReach { .. } => (
            "全市目标达不到",
            "指定目标、增幅上限和100%的界限之内，增幅再大也达不到全市目标。",
            "增幅最大时的全市入托率 < G",
        ),
        Finding::GoalMetAlready => {
            ("全市目标已达到", "不用提高，全市入托率已不低于全市目标。", "u = 0 时全市入托率 ≥ G")
        }
        Finding::GoalNeeds(_) => (
            "全市目标所需增幅",
            "使全市入托率达到全市目标的最小统一增幅。",
            "Σ（婴幼儿数 × 目标）÷ Σ婴幼儿数 ≥ G 的最小 u，取到0.01个百分点",
        ),
        Finding::TargetBelowBase(_) => ("目标低于基数", "目标比上一年还低，请核对。", "目标 < 基数"),
        Finding::BoundApplied { bound: Bound::Floor, .. } => {
            ("按增幅下限", "规则给出的增幅低于增幅下限，改按下限。", "规则增幅 < 增幅下限")
        }
        Finding::BoundApplied { bound: Bound::Cap, .. } => {
            ("按增幅上限", "规则给出的增幅高于增幅上限，改按上限。", "规则增幅 > 增幅上限")
        }
        Finding::BoundApplied { bound: Bound::Limit, .. } => {
            ("目标到界限", "入托率不能低于0，也不能高于100%。", "规则目标 < 0 或 > 100%")
        }
    }
}

pub(super) const fn supply_finding(finding: &SupplyFinding) -> Words {
    match finding {
        SupplyFinding::Shortage(_) => ("县（区）托位不足", "达到目标时在托人数多于托位。", "目标在托人数 > 新增后托位"),
        SupplyFinding::CityShortage { .. } => {
            ("全市托位不足", "全市达到目标时在托人数多于托位。", "Σ目标在托人数 > Σ新增后托位")
        }
        SupplyFinding::InclusiveAboveCapacity(_) => {
            ("普惠托位多于托位", "普惠托位是托位的一部分，不会更多，请核对。", "现有普惠托位 > 现有托位")
        }
        SupplyFinding::EnrolledAboveChildren(_) => {
            ("在托人数多于婴幼儿数", "在托婴幼儿不会多于全部婴幼儿，请核对。", "在托人数 > 3岁以下婴幼儿数")
        }
        SupplyFinding::EnrolledAboveCapacity(_) => {
            ("在托人数多于托位", "一个托位只供一名婴幼儿，请核对。", "现在在托人数 > 现有托位")
        }
        SupplyFinding::EnrolledContradictsBase(_) => (
            "在托人数与基数不符",
            "统计的在托人数得不出所填的基数，相差超过四舍五入，请核对口径和日期。",
            "在托人数 ÷ 婴幼儿数 与基数按0.01%不同，且相差超过1人",
        ),
        SupplyFinding::EnrolledAboveTarget(_) => {
            ("在托人数已高于目标", "现在在托人数已多于达到目标所需。", "现在在托人数 > 目标在托人数")
        }
        SupplyFinding::CityUtilisationBelowWanted { .. } => (
            "全市利用率低于要求",
            "达到目标时，全市托位的使用仍低于要求的利用率。",
            "Σ目标在托人数 < ⌈要求的利用率 × Σ新增后托位⌉",
        ),
        SupplyFinding::UtilisationBelowWanted(_) => (
            "县（区）利用率低于要求",
            "达到目标时，托位的使用仍低于要求的利用率。",
            "目标在托人数 < ⌈要求的利用率 × 新增后托位⌉",
        ),
        SupplyFinding::InclusiveShareShort { .. } => (
            "普惠占比低于要求",
            "新增完成后，全市普惠托位占比仍低于要求。",
            "（Σ现有普惠托位 + 已分配）÷ Σ新增后托位 < 要求的占比",
        ),
        SupplyFinding::FigureMissing { .. } => {
            ("数据未填全", "这一列已开始填写，还有县（区）空着。", "该列有的已填，有的为空")
        }
    }
}
