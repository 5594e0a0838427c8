//! What every figure means, and how it is computed.

use super::super::GridColumn;
use super::{About, Evenness};
use tuowei_model::{Figure, RuleKind};

/// Definition and formula, in Chinese and in English.
pub(super) type Meaning = [(&'static str, &'static str); 2];

pub(super) const fn about(of: About) -> Meaning {
    match of {
        About::Cell(column) => cell(column),
        About::ByRule(rule) => aimed(by_rule(rule)),
        About::Pinned => aimed(["目标 = 指定目标", "target = own target"]),
        About::City(column) => city(column),
        About::Allocated => [
            ("已分给各县（区）的新增普惠托位。", "已分配 = Σ任务数"),
            ("New inclusive slots that are handed out to counties.", "allocated = Σ slots"),
        ],
        About::Evenness(of) => evenness(of),
        About::Remaining => [
            ("任务总数中还没有分给县（区）的托位；分多了为超出。", "剩余 = 任务总数 − 已分配"),
            (
                "Slots of the task that no county has yet; too many where more are given.",
                "remaining = task − allocated",
            ),
        ],
    }
}

/// A target by this formula, which is given in both languages.
const fn aimed([chinese, english]: [&'static str; 2]) -> Meaning {
    let [in_chinese, in_english] = cell(GridColumn::Target);
    [(in_chinese.0, chinese), (in_english.0, english)]
}

const fn by_rule(rule: RuleKind) -> [&'static str; 2] {
    match rule {
        RuleKind::Uniform => ["目标 = 基数 + 增幅 u", "target = base + uplift u"],
        RuleKind::Proportional => {
            ["目标 = 基数 ×（1 + 增长率 g），四舍五入到0.01%", "target = base × (1 + growth g), rounded to 0.01%"]
        }
        RuleKind::Converge => [
            "目标 = 基数 + 缩小比例 c ×（标杆 m − 基数），四舍五入到0.01%",
            "target = base + share c × (benchmark m − base), rounded to 0.01%",
        ],
        RuleKind::CityGoal => [
            "目标 = 基数 + 增幅 u，u 为使全市入托率达到 G 的最小增幅，取到0.01个百分点",
            "target = base + uplift u; u is the smallest that lifts the city to G, in steps of 0.01 points",
        ],
    }
}

const fn evenness(of: Evenness) -> Meaning {
    match of {
        Evenness::NewPerThousand => [
            (
                "各县（区）每千名3岁以下婴幼儿新增的托位，从最少到最多。",
                "每千名 = 任务数 × 1,000 ÷ 婴幼儿数，四舍五入到0.01",
            ),
            (
                "New slots per 1,000 children under three, from the county with the fewest to the one with the most.",
                "per 1,000 = slots × 1,000 ÷ children, rounded to 0.01",
            ),
        ],
        Evenness::AllPerThousand => [
            (
                "新增完成后，各县（区）每千名3岁以下婴幼儿的全部托位，从最少到最多。",
                "每千名 =（现有托位 + 任务数 + 其他新增托位）× 1,000 ÷ 婴幼儿数，四舍五入到0.01",
            ),
            (
                "All slots per 1,000 children under three once the new ones are there, from the fewest to the most.",
                "per 1,000 = (slots now + slots + other new slots) × 1,000 ÷ children, rounded to 0.01",
            ),
        ],
        Evenness::HighToLow => [
            ("每名婴幼儿新增托位最多与最少的县（区）相差几倍，1为完全相同。", "最高 ÷ 最低，四舍五入到0.01"),
            (
                "How many times more new slots per child the best served county has than the worst; 1 is all the same.",
                "highest ÷ lowest, rounded to 0.01",
            ),
        ],
        Evenness::Gini => [
            (
                "新增托位在婴幼儿之间分布的不均程度：0为完全平均，越大越不均。",
                "Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷（2 × Σc × Σs），s为任务数，c为婴幼儿数",
            ),
            (
                "How unevenly the new slots lie over the children: 0 is the same for every child.",
                "Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷ (2 × Σc × Σs), with s slots and c children",
            ),
        ],
        Evenness::Distance => [
            ("与严格按婴幼儿数分配相比，放在别处的任务数所占的比例。", "½ × Σ|任务数占比 − 婴幼儿数占比|"),
            (
                "The share of the slots that stands elsewhere than strict proportion to children would have it.",
                "½ × Σ|share of slots − share of children|",
            ),
        ],
    }
}

const fn cell(column: GridColumn) -> Meaning {
    match column {
        GridColumn::Name => [("分解目标和任务的单位。", ""), ("A unit that targets and slots are set for.", "")],
        GridColumn::Input(Figure::Children) => [
            ("县（区）内3岁以下婴幼儿人数，用于计算全市入托率和在托人数。", ""),
            ("Children under three who live in the county; the city rate and the enrolments need them.", ""),
        ],
        GridColumn::Input(Figure::Base) => [
            ("上一年入托率，即在托婴幼儿占3岁以下婴幼儿的比例，是计算目标的起点。", ""),
            ("Enrolment rate of the year before: children enrolled ÷ children under three. Targets start from it.", ""),
        ],
        GridColumn::Uplift => [
            ("目标比基数提高多少。", "增幅 = 目标 − 基数"),
            ("How far the target lies above the base.", "uplift = target − base"),
        ],
        GridColumn::Target => {
            [("年底应达到的入托率。", ""), ("The enrolment rate to reach by the end of the year.", "")]
        }
        GridColumn::Input(Figure::Pin) => [
            ("手工填写的目标，优先于规则；留空即按规则计算。", ""),
            ("A target typed by hand stands over the rule; empty means by rule.", ""),
        ],
        GridColumn::Input(Figure::Slots) => [
            ("当年分给县（区）的新增普惠托位，用于计算占比和新增后托位。", ""),
            ("New inclusive slots given to the county this year; they count for its share and its slots after.", ""),
        ],
        GridColumn::Share => [
            ("县（区）任务数占已分配托位的比例。", "占比 = 任务数 ÷ 已分配，按最大余数法取到0.01%，合计为100.00%"),
            (
                "The county's part of all slots given.",
                "share = slots ÷ given, to 0.01% by largest remainder, so that all add up to 100.00%",
            ),
        ],
        GridColumn::Lock => [
            ("锁定的任务数在分配任务时保持不变。", ""),
            ("Locked slots stay as they are when the task is divided.", ""),
        ],
        GridColumn::Input(Figure::Capacity) => [
            ("县（区）现有的各类托位，用于计算新增后托位和利用率。", ""),
            ("Slots of every kind that are there now; slots after and utilisation need them.", ""),
        ],
        GridColumn::Input(Figure::Inclusive) => [
            ("现有托位中的普惠托位，用于计算普惠占比。", ""),
            ("Those of the slots now that are inclusive; the inclusive share needs them.", ""),
        ],
        GridColumn::Input(Figure::Enrolled) => [
            ("现在在托的婴幼儿人数；不填则按基数推算。", ""),
            ("Children enrolled now; where it is empty, derived from the base.", ""),
        ],
        GridColumn::Input(Figure::Other) => [
            ("任务以外的新增托位，均不计为普惠托位；不填按0计算。", ""),
            ("New slots beside the task, none of them inclusive; empty counts as 0.", ""),
        ],
        GridColumn::Input(Figure::Population) => [
            ("县（区）的常住人口，不分年龄，用于计算每千人口托位数。", ""),
            ("People of any age who live in the county; slots per 1,000 residents need them.", ""),
        ],
        GridColumn::PerThousand => [
            (
                "新增完成后平均每千常住人口有多少托位。",
                "每千人口托位数 = 新增后托位 ÷ 常住人口 × 1,000，四舍五入到0.01",
            ),
            (
                "Slots for each thousand residents once all new ones are there.",
                "slots per 1,000 = slots after ÷ resident population × 1,000, rounded to 0.01",
            ),
        ],
        GridColumn::EnrolledThen => [
            ("入托率达到目标时的在托人数。", "目标在托人数 = ⌈婴幼儿数 × 目标⌉，向上取整"),
            ("Children enrolled once the target is met.", "enrolled at target = ⌈children × target⌉, rounded up"),
        ],
        GridColumn::NewEnrolments => [
            ("达到目标需要新增的在托人数。", "新增在托人数 = 目标在托人数 − 现在在托人数"),
            ("Children to enrol besides for the target.", "new enrolments = enrolled at target − enrolled now"),
        ],
        GridColumn::SlotsAfter => [
            ("新增完成后的全部托位。", "新增后托位 = 现有托位 + 任务数 + 其他新增托位"),
            ("All slots once the new ones are there.", "slots after = slots now + new slots + other new slots"),
        ],
        GridColumn::Utilisation => [
            (
                "达到目标时托位被使用的比例；超过100%即托位不足。",
                "所需利用率 = 目标在托人数 ÷ 新增后托位，四舍五入到0.01%",
            ),
            (
                "The part of the slots that is used at the target; above 100% there are too few.",
                "utilisation needed = enrolled at target ÷ slots after, rounded to 0.01%",
            ),
        ],
        GridColumn::Shortage => [
            ("达到目标时托位够不够用。", "新增后托位 − 目标在托人数，小于0为缺口，大于0为富余"),
            ("Whether the slots do for the target.", "slots after − enrolled at target; short below 0, to spare above"),
        ],
        GridColumn::InclusiveShare => [
            (
                "新增完成后普惠托位占全部托位的比例。",
                "普惠占比 =（现有普惠托位 + 任务数）÷ 新增后托位，四舍五入到0.01%",
            ),
            (
                "The part of all slots that is inclusive once the new ones are there.",
                "inclusive share = (inclusive slots now + new slots) ÷ slots after, rounded to 0.01%",
            ),
        ],
    }
}

const fn city(column: GridColumn) -> Meaning {
    match column {
        GridColumn::Name => [("各县（区）合计。", ""), ("All counties together.", "")],
        GridColumn::Input(Figure::Children) => [
            ("全市3岁以下婴幼儿人数。", "合计 = Σ婴幼儿数"),
            ("Children under three of the city.", "total = Σ children"),
        ],
        GridColumn::Input(Figure::Base) => [
            (
                "全市上一年入托率，按婴幼儿数加权，不是各县（区）的简单平均。",
                "全市基数 = Σ（婴幼儿数 × 基数）÷ Σ婴幼儿数，四舍五入到0.01%",
            ),
            (
                "The city's rate of the year before, weighted by children, not a plain mean of the counties.",
                "city base = Σ (children × base) ÷ Σ children, rounded to 0.01%",
            ),
        ],
        GridColumn::Uplift => [
            ("全市入托率提高多少。", "全市增幅 = 全市目标 − 全市基数，按显示的数计算"),
            ("How far the city rate rises.", "city uplift = city target − city base, of the figures as shown"),
        ],
        GridColumn::Target => [
            (
                "各县（区）都达到目标时的全市入托率，按婴幼儿数加权。",
                "全市目标 = Σ（婴幼儿数 × 目标）÷ Σ婴幼儿数，四舍五入到0.01%",
            ),
            (
                "The city's rate once every county meets its target, weighted by children.",
                "city target = Σ (children × target) ÷ Σ children, rounded to 0.01%",
            ),
        ],
        GridColumn::Input(Figure::Pin) => {
            [("指定目标只对县（区）填写。", ""), ("Own targets are set for counties only.", "")]
        }
        GridColumn::Input(Figure::Slots) => [
            ("已分给各县（区）的新增普惠托位。", "合计 = Σ任务数"),
            ("New inclusive slots that are handed out to counties.", "total = Σ slots"),
        ],
        GridColumn::Share => {
            [("各县（区）占比合计。", "合计 = Σ占比"), ("The shares of all counties.", "total = Σ shares")]
        }
        GridColumn::Lock => [("锁定只对县（区）设置。", ""), ("Locks are set for counties only.", "")],
        GridColumn::Input(Figure::Capacity) => {
            [("全市现有托位。", "合计 = Σ现有托位"), ("Slots now in the city.", "total = Σ slots now")]
        }
        GridColumn::Input(Figure::Inclusive) => [
            ("全市现有普惠托位。", "合计 = Σ现有普惠托位"),
            ("Inclusive slots now in the city.", "total = Σ inclusive slots now"),
        ],
        GridColumn::Input(Figure::Enrolled) => [
            ("全市现在在托人数。", "合计 = Σ在托人数"),
            ("Children enrolled now in the city.", "total = Σ enrolled now"),
        ],
        GridColumn::Input(Figure::Other) => [
            ("全市任务以外的新增托位。", "合计 = Σ其他新增托位"),
            ("New slots of the city beside the task.", "total = Σ other new slots"),
        ],
        GridColumn::Input(Figure::Population) => [
            ("全市常住人口，不分年龄。", "合计 = Σ常住人口"),
            ("People of any age who live in the city.", "total = Σ resident population"),
        ],
        GridColumn::PerThousand => [
            (
                "新增完成后全市平均每千常住人口有多少托位，不是各县（区）的平均。",
                "每千人口托位数 = Σ新增后托位 ÷ Σ常住人口 × 1,000，四舍五入到0.01",
            ),
            (
                "Slots for each thousand residents of the city, and no mean of the counties'.",
                "slots per 1,000 = Σ slots after ÷ Σ resident population × 1,000, rounded to 0.01",
            ),
        ],
        GridColumn::EnrolledThen => [
            ("各县（区）都达到目标时的在托人数。", "合计 = Σ目标在托人数"),
            ("Children enrolled once every county meets its target.", "total = Σ enrolled at target"),
        ],
        GridColumn::NewEnrolments => [
            ("全市达到目标需要新增的在托人数。", "新增在托人数 = Σ目标在托人数 − Σ现在在托人数"),
            ("Children to enrol besides for the targets.", "new enrolments = Σ enrolled at target − Σ enrolled now"),
        ],
        GridColumn::SlotsAfter => [
            ("新增完成后全市的托位。", "合计 = Σ现有托位 + 已分配 + Σ其他新增托位"),
            ("All slots of the city once the new ones are there.", "total = Σ slots now + given + Σ other new slots"),
        ],
        GridColumn::Utilisation => [
            (
                "各县（区）都达到目标时，全市托位被使用的比例。",
                "所需利用率 = Σ目标在托人数 ÷ Σ新增后托位，四舍五入到0.01%",
            ),
            (
                "The part of the city's slots that is used once every county meets its target.",
                "utilisation needed = Σ enrolled at target ÷ Σ slots after, rounded to 0.01%",
            ),
        ],
        GridColumn::Shortage => [
            ("各缺口县（区）缺的托位合计；别处的富余不能抵用。", "托位缺口 = Σ各缺口县（区）的缺口"),
            (
                "What the short counties lack together; what others have to spare does not help them.",
                "shortage = Σ of the counties that are short",
            ),
        ],
        GridColumn::InclusiveShare => [
            (
                "新增完成后全市普惠托位占全部托位的比例。",
                "普惠占比 =（Σ现有普惠托位 + 已分配）÷ Σ新增后托位，四舍五入到0.01%",
            ),
            (
                "The part of the city's slots that is inclusive once the new ones are there.",
                "inclusive share = (Σ inclusive slots now + given) ÷ Σ slots after, rounded to 0.01%",
            ),
        ],
    }
}
