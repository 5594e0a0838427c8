//! What is said about scenarios side by side: words of the page, figures and differences, and the one sentence.

use super::word::words;
use super::{Language, hundredths, signed, signed_thousands, thousands};
use tuowei_model::{Alternative, CompareOrder, Compared, Comparison, ComparisonProblem, Hundredths, Region};

words! {
    /// A fixed word of the compare page.
    CompareText {
        Title: "方案对比", "Compare scenarios";
        Choose: "对比哪些情景（2至4个）", "Scenarios to compare (two to four)";
        Reference: "以此为基准", "Reference";
        Order: "县（区）排序", "Order of counties";
        OrderDocument: "按文件", "As in the plan";
        OrderSlots: "任务数差异从大到小", "Largest difference in slots";
        OrderTarget: "目标差异从大到小", "Largest difference in targets";
        OnlyDiffering: "只看有差异的", "Only what differs";
        Figures: "对比哪些数据", "Figures to compare";
        County: "县（区）", "County";
        Total: "合计", "Total";
        Base: "上年基数 %", "Base %";
        Target: "目标 %", "Target %";
        Slots: "任务数 个", "Slots";
        Share: "占比 %", "Share %";
        Utilisation: "所需利用率 %", "Utilisation needed %";
        PerThousand: "每千名婴幼儿新增托位", "New slots per 1,000 under-threes";
        Current: "当前", "open";
        Take: "采用到当前情景", "Take into the open scenario";
        Taken: "已采用；可撤销。", "Taken; you can undo this.";
        CopySentence: "复制结论", "Copy the sentence";
        CopyTable: "复制对比表", "Copy the table";
        Copied: "已复制", "Copied";
        NotCopied: "浏览器不允许复制", "The browser did not allow copying";
        Summary: "总体情况", "As a whole";
        Task: "任务总数", "Task";
        Allocated: "已分配", "Allocated";
        Remaining: "剩余", "Remaining";
        CityBase: "全市基数", "City base";
        CityTarget: "全市目标", "City target";
        CityUtilisation: "全市所需利用率", "City utilisation needed";
        Rule: "目标规则", "Target rule";
        Division: "分配说明", "How it was divided";
        NoDivision: "手工填写", "typed by hand";
        Findings: "提示", "Findings";
        NoFindings: "无", "none";
        NothingToCompare: "还没有可对比的情景。市方案之外再有一个情景，就能在这里并排对比：回到“规划”改动任意数据，会自动另存为新情景。", "There is nothing to compare yet. As soon as there is a scenario besides the official plan, both stand here side by side: go to “Plan” and change any figure, and a new scenario begins.";
        NoDifference: "所选情景没有差异。", "The chosen scenarios do not differ.";
        AnotherRegion: "其他地区的情景不能在一起对比。", "Scenarios of another region cannot be compared with these.";
        Present: "汇报", "Present";
        Table: "县（区）对比表", "Counties compared";
    }
}

impl CompareText {
    /// The heading of a figure's columns.
    #[must_use]
    pub const fn of(figure: Compared) -> Self {
        match figure {
            Compared::Base => Self::Base,
            Compared::Target => Self::Target,
            Compared::Slots => Self::Slots,
            Compared::Share => Self::Share,
            Compared::Utilisation => Self::Utilisation,
            Compared::PerThousand => Self::PerThousand,
        }
    }

    /// The name of an order.
    #[must_use]
    pub const fn of_order(order: CompareOrder) -> Self {
        match order {
            CompareOrder::Document => Self::OrderDocument,
            CompareOrder::Largest(Compared::Target) => Self::OrderTarget,
            CompareOrder::Largest(_) => Self::OrderSlots,
        }
    }
}

/// Why there is no comparison.
#[must_use]
pub const fn comparison_problem(problem: ComparisonProblem) -> CompareText {
    match problem {
        ComparisonProblem::TooFew => CompareText::NothingToCompare,
        ComparisonProblem::TooMany => CompareText::Choose,
        ComparisonProblem::AnotherRegion(_) => CompareText::AnotherRegion,
    }
}

/// A figure as a cell shows it.
#[must_use]
pub fn compared_text(of: Compared, value: i64) -> String {
    match of {
        Compared::Slots => thousands(value.unsigned_abs()),
        _ => hundredths(in_hundredths(of, value)),
    }
}

/// A difference with its sign: `+20`, `−0.50`; `0` and `0.00` where there is none.
#[must_use]
pub fn difference_text(of: Compared, difference: i64) -> String {
    if of == Compared::Slots {
        return signed_thousands(difference);
    }
    let shown = in_hundredths(of, difference);
    let sign = match difference {
        0 => "",
        difference if difference > 0 => "+",
        _ => "−",
    };
    [sign, &hundredths(Hundredths::new(shown.get().saturating_abs()))].concat()
}

/// Base and target are kept in parts per million, of which a hundred are 0.01 %; halves go away from zero.
fn in_hundredths(of: Compared, value: i64) -> Hundredths {
    let shown = match of {
        Compared::Base | Compared::Target => {
            let half = if value < 0 { -50 } else { 50 };
            value.saturating_add(half) / 100
        }
        _ => value,
    };
    Hundredths::new(i32::try_from(shown).unwrap_or(if shown < 0 { i32::MIN } else { i32::MAX }))
}

/// So many counties are named in a clause.
const NAMED: usize = 5;

/// What the others differ in from the reference, in one sentence: 方案B比市方案平城多20个、云冈少12个，合计不变；…
///
/// `names` are the names of the alternatives.
#[must_use]
pub fn sentence(
    comparison: &Comparison,
    alternatives: &[Alternative<'_>],
    names: &[String],
    language: Language,
) -> String {
    let reference = comparison.reference();
    let (Some(base), Some(base_name)) = (alternatives.get(reference), names.get(reference)) else {
        return String::new();
    };
    let about = About { comparison, region: base.scenario.region(), language };
    let clauses: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != reference)
        .map(|(at, name)| {
            let tasks = alternatives
                .get(at)
                .map_or(0, |of| i64::from(of.scenario.task().get()) - i64::from(base.scenario.task().get()));
            about.clause(at, name, base_name, tasks)
        })
        .collect();
    match language {
        Language::Chinese => clauses.join("；") + "。",
        Language::English => clauses.join("; ") + ".",
    }
}

#[derive(Clone, Copy)]
struct About<'a> {
    comparison: &'a Comparison,
    region: &'a Region,
    language: Language,
}

impl About<'_> {
    /// One alternative against the reference.
    fn clause(self, at: usize, name: &str, reference: &str, tasks: i64) -> String {
        let chinese = self.language == Language::Chinese;
        let mut said: Vec<String> = Vec::new();
        said.extend(self.slots(at));
        if tasks != 0 {
            let by = thousands(tasks.unsigned_abs());
            said.push(match (chinese, tasks > 0) {
                (true, true) => ["任务总数多", &by, "个"].concat(),
                (true, false) => ["任务总数少", &by, "个"].concat(),
                (false, more) => ["the task is ", &by, if more { " more" } else { " fewer" }].concat(),
            });
        }
        said.extend(self.rates(at, Compared::Target));
        said.extend(self.rates(at, Compared::Base));
        if let Some(unknown) = self.unknown(at) {
            if said.is_empty() {
                return match self.language {
                    Language::Chinese => [name, "与", reference, "的其余数据相同，但", &unknown].concat(),
                    Language::English => [name, " and ", reference, " agree otherwise, but ", &unknown].concat(),
                };
            }
            said.push(unknown);
        }
        match (chinese, said.is_empty()) {
            (true, true) => [name, "与", reference, "的任务数、目标和基数都相同"].concat(),
            (true, false) => [name, "比", reference, &said.join("，")].concat(),
            (false, true) => [name, " and ", reference, " agree in slots, targets and bases"].concat(),
            (false, false) => [name, " against ", reference, ": ", &said.join(", ")].concat(),
        }
    }

    /// The counties that differ in a figure, the largest difference first, with it.
    fn differing(self, at: usize, of: Compared) -> Vec<(usize, i64)> {
        let differences: Vec<(usize, i64)> = (0..self.comparison.counties())
            .filter_map(|county| Some((county, self.comparison.difference(at, county, of)?)))
            .filter(|(_, by)| *by != 0)
            .collect();
        let order = tuowei_model::descending(differences.iter().map(|(_, by)| by.unsigned_abs()));
        order.map(|index| differences[index]).collect()
    }

    /// 平城多20个、云冈少12个等4个县（区）有增减，合计不变.
    fn slots(self, at: usize) -> Option<String> {
        let differing = self.differing(at, Compared::Slots);
        if differing.is_empty() {
            return None;
        }
        let one = |by: i64| {
            let size = thousands(by.unsigned_abs());
            match self.language {
                Language::Chinese => [if by > 0 { "多" } else { "少" }, &size, "个"].concat(),
                Language::English => [" ", &signed(by)].concat(),
            }
        };
        let total = self.comparison.total_difference(at, Compared::Slots).unwrap_or(0);
        let by = thousands(total.unsigned_abs());
        let list = self.listed(&differing, &one);
        Some(match (self.language, total) {
            (Language::Chinese, 0) => list + "，合计不变",
            (Language::Chinese, total) => [&*list, if total > 0 { "，合计多" } else { "，合计少" }, &by, "个"].concat(),
            (Language::English, 0) => list + " slots, the same in all",
            (Language::English, total) => {
                [&*list, " slots, ", &by, if total > 0 { " more in all" } else { " fewer in all" }].concat()
            }
        })
    }

    /// 目标统一高0.50个百分点, or the counties that differ.
    fn rates(self, at: usize, of: Compared) -> Option<String> {
        let differing = self.differing(at, of);
        let (_, first) = *differing.first()?;
        let all_alike = differing.len() == self.comparison.counties() && differing.iter().all(|(_, by)| *by == first);
        let chinese = self.language == Language::Chinese;
        let what = match (of, chinese) {
            (Compared::Base, true) => "基数",
            (Compared::Base, false) => "bases",
            (_, true) => "目标",
            (_, false) => "targets",
        };
        let one = |by: i64| {
            let size = difference_text(of, by).trim_start_matches(['+', '−']).to_owned();
            match (chinese, by > 0) {
                (true, true) => ["高", &size, "个百分点"].concat(),
                (true, false) => ["低", &size, "个百分点"].concat(),
                (false, _) => [" ", &difference_text(of, by)].concat(),
            }
        };
        Some(match (all_alike, chinese) {
            (true, true) => ["各县（区）", what, "统一", &one(first)].concat(),
            (true, false) => ["all ", what, &one(first), " points"].concat(),
            (false, true) => [what, &self.listed(&differing, &one)].concat(),
            (false, false) => [what, " in points: ", &self.listed(&differing, &one)].concat(),
        })
    }

    /// The first few, and of more how many there are.
    fn listed(self, differing: &[(usize, i64)], one: &dyn Fn(i64) -> String) -> String {
        self.listed_up_to(NAMED, differing, one)
    }

    fn listed_up_to(self, most: usize, differing: &[(usize, i64)], one: &dyn Fn(i64) -> String) -> String {
        let counties = self.region.counties();
        let named: Vec<String> = differing
            .iter()
            .take(most)
            .filter_map(|&(county, by)| Some([self.language.name(&counties.get(county)?.name), &one(by)].concat()))
            .collect();
        let all = differing.len();
        match self.language {
            Language::Chinese if all > most => [&named.join("、"), "等", &thousands(all as u64), "个县（区）"].concat(),
            Language::Chinese => named.join("、"),
            Language::English if all > most => {
                let counties = if all - most == 1 { " more county" } else { " more counties" };
                [&named.join(", "), " and ", &thousands((all - most) as u64), counties].concat()
            }
            Language::English => named.join(", "),
        }
    }

    /// 目标各情景相同, and whether that is only said of what is known.
    fn no_difference(self, of: Compared, what: &str) -> String {
        let known = |county: usize| {
            let count =
                (0..self.comparison.alternatives()).filter(|at| self.comparison.value(*at, county, of).is_some());
            count.count()
        };
        let (all, most) = (self.comparison.counties(), self.comparison.alternatives());
        let comparable = (0..all).any(|county| known(county) > 1);
        let one_sided = (0..all).any(|county| (1..most).contains(&known(county)));
        match (self.language, comparable, one_sided) {
            (Language::Chinese, true, false) => [what, "各情景相同"].concat(),
            (Language::English, true, false) => [what, " are the same in all scenarios"].concat(),
            (Language::Chinese, true, true) => ["凡可比的", what, "各情景相同"].concat(),
            (Language::English, true, true) => [what, " are the same wherever both sides are known"].concat(),
            (Language::Chinese, false, _) => [what, "：数据尚未填写，无法比较"].concat(),
            (Language::English, false, _) => [what, ": nothing to compare yet"].concat(),
        }
    }

    /// How many counties have an allocation or a target that only one of the two knows.
    fn unknown(self, at: usize) -> Option<String> {
        let reference = self.comparison.reference();
        let one_sided = |county: usize, of: Compared| {
            self.comparison.value(at, county, of).is_some() != self.comparison.value(reference, county, of).is_some()
        };
        let count = (0..self.comparison.counties())
            .filter(|&county| one_sided(county, Compared::Slots) || one_sided(county, Compared::Target))
            .count();
        (count > 0).then(|| {
            let counties = if count == 1 { " county" } else { " counties" };
            let count = thousands(count as u64);
            match self.language {
                Language::Chinese => ["有", &count, "个县（区）只有一方有任务数或目标，无法比较"].concat(),
                Language::English => ["in ", &count, counties, " only one side has slots or a target"].concat(),
            }
        })
    }
}

/// What charts of scenarios side by side say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompareChartText<'a> {
    /// What the chart is about: region, counties, scenarios.
    About(&'a str, usize, usize),
    /// The sum of an allocation.
    Sum(&'a str),
    /// A sum that is not the task, and what remains: negative when too many are given.
    SumOff(&'a str, i64),
    /// The scenario that the others are held against, with its whole.
    ReferenceWhole(&'a str),
    /// The city's rate.
    City(&'a str),
    /// The unit behind a figure.
    Unit(Compared),
    /// A scenario's figure: name, figure, unit, difference from the reference.
    MarkOf(&'a str, &'a str, &'a str, Option<&'a str>),
    /// Between two of them.
    Comma,
    /// Marks that are the reference's.
    LegendSame(&'a str),
    /// Marks that are not.
    LegendDiffers(&'a str),
    /// The line of the reference.
    LegendReference(&'a str),
    /// Heading of a scenario's bases or targets, for the year of its figures.
    Column(&'a str, Compared, u16),
    /// A scenario's sum is not its task: what remains, negative when too many are given.
    Off(&'a str, i64),
    /// The sums of so many scenarios are not their tasks.
    SomeOff(usize),
}

impl CompareChartText<'_> {
    /// The words in this language.
    #[must_use]
    pub fn in_language(self, language: Language) -> String {
        let chinese = language == Language::Chinese;
        match self {
            Self::About(region, counties, scenarios) if chinese => {
                format!("柱状图：{region}{counties}个县（区），{scenarios}个情景并排，刻度相同。")
            }
            Self::About(region, counties, scenarios) => {
                format!(
                    "Columns: {scenarios} scenarios side by side for {counties} counties of {region}, on one scale. "
                )
            }
            Self::Sum(sum) if chinese => ["合计", sum, "个"].concat(),
            Self::Sum(sum) => [sum, " in all"].concat(),
            Self::SumOff(sum, remaining) => {
                let by = thousands(remaining.unsigned_abs());
                match (chinese, remaining < 0) {
                    (true, true) => ["合计", sum, "个，超出", &by, "个"].concat(),
                    (true, false) => ["合计", sum, "个，还差", &by, "个"].concat(),
                    (false, true) => [sum, " in all, ", &by, " over"].concat(),
                    (false, false) => [sum, " in all, ", &by, " left"].concat(),
                }
            }
            Self::ReferenceWhole("") if chinese => "基准".to_owned(),
            Self::ReferenceWhole("") => "Reference".to_owned(),
            Self::ReferenceWhole(whole) if chinese => ["基准 · ", whole].concat(),
            Self::ReferenceWhole(whole) => ["Reference · ", whole].concat(),
            Self::City(rate) if chinese => ["全市", rate, "%"].concat(),
            Self::City(rate) => ["city ", rate, "%"].concat(),
            Self::Unit(Compared::Slots) if chinese => "个".to_owned(),
            Self::Unit(Compared::Slots) => String::new(),
            Self::Unit(_) => "%".to_owned(),
            Self::MarkOf(name, figure, unit, change) => {
                let by = change
                    .map_or_else(String::new, |by| if chinese { ["（", by, "）"] } else { [" (", by, ")"] }.concat());
                [name, " ", figure, unit, &by].concat()
            }
            Self::Comma if chinese => "，".to_owned(),
            Self::Comma => ", ".to_owned(),
            Self::LegendSame(reference) if chinese => ["与", reference, "相同"].concat(),
            Self::LegendSame(reference) => ["as in ", reference].concat(),
            Self::LegendDiffers(_) if chinese => "不同".to_owned(),
            Self::LegendDiffers(_) => "differs".to_owned(),
            Self::LegendReference(reference) => reference.to_owned(),
            Self::Column(name, figure, year) => {
                let what = match (figure, chinese) {
                    (Compared::Base, true) => "基数",
                    (Compared::Base, false) => "base",
                    (_, true) => "目标",
                    (_, false) => "target",
                };
                let year = year.to_string();
                match (chinese, name) {
                    (true, "") => [&*year, "年", what].concat(),
                    (true, _) => [name, " ", &year, "年", what].concat(),
                    (false, "") => [what, " ", &year].concat(),
                    (false, _) => [name, " ", what, " ", &year].concat(),
                }
            }
            Self::Off(name, remaining) => {
                let by = thousands(remaining.unsigned_abs());
                match (chinese, remaining < 0) {
                    (true, true) => [name, "超出任务", &by, "个"].concat(),
                    (true, false) => [name, "尚有", &by, "个未分配"].concat(),
                    (false, true) => [name, " is ", &by, " over its task"].concat(),
                    (false, false) => [name, " has ", &by, " left"].concat(),
                }
            }
            Self::SomeOff(scenarios) if chinese => format!("{scenarios}个情景的合计与任务总数不符"),
            Self::SomeOff(scenarios) => format!("{scenarios} scenarios do not add up to their task"),
        }
    }
}

/// A title of two scenarios names so many counties.
const NAMED_OF_TWO: usize = 3;

/// The finding of a chart of scenarios side by side: of two, the counties that differ most and what becomes of the sum;
/// of more, the same for the scenario with the largest difference. 任务数与市方案相比，方案B：平城+20、云冈−20，合计不变.
#[must_use]
pub fn compare_title(
    comparison: &Comparison,
    of: Compared,
    region: &Region,
    names: &[String],
    language: Language,
) -> String {
    let chinese = language == Language::Chinese;
    let about = About { comparison, region, language };
    let what = match (of, chinese) {
        (Compared::Slots, true) => "任务数",
        (Compared::Slots, false) => "Slots",
        (_, true) => "目标",
        (_, false) => "Targets",
    };
    let reference = names.get(comparison.reference()).map_or("", String::as_str);
    // The largest difference, and whose it is: the first of equals.
    let mut largest = (0, 0);
    for at in (0..names.len()).filter(|at| *at != comparison.reference()) {
        let by = about.differing(at, of).first().map_or(0, |(_, by)| by.unsigned_abs());
        if by > largest.0 {
            largest = (by, at);
        }
    }
    let (_, at) = largest;
    let differing = about.differing(at, of);
    let Some(&(_, first)) = differing.first() else { return about.no_difference(of, what) };
    let one = |by: i64| [if chinese { "" } else { " " }, &difference_text(of, by)].concat();
    let several = names.len() > 2;
    let alike =
        differing.len() > 1 && differing.len() == comparison.counties() && differing.iter().all(|(_, by)| *by == first);
    let points = match (of, chinese) {
        (Compared::Slots, _) => "",
        (_, true) => "个百分点",
        (_, false) => " points",
    };
    let named = match (alike, chinese) {
        (true, true) => ["各县（区）均", &one(first), points].concat(),
        (true, false) => ["every county", &one(first), points].concat(),
        (false, _) => {
            let most = match (several, chinese) {
                (false, _) => NAMED_OF_TWO,
                (true, true) => 2,
                (true, false) => 1,
            };
            // A list that goes on ends with how many counties there are, and not with a figure.
            about.listed_up_to(most, &differing, &one) + if differing.len() > most { "" } else { points }
        }
    };
    let sum = comparison.total_difference(at, of).filter(|_| of == Compared::Slots && comparison.counties() > 1);
    let sum = match (sum, chinese) {
        (None, _) => String::new(),
        (Some(0), true) => "，合计不变".to_owned(),
        (Some(0), false) => ", the same in all".to_owned(),
        (Some(by), true) => ["，合计", &difference_text(of, by)].concat(),
        (Some(by), false) => [", ", &difference_text(of, by), " in all"].concat(),
    };
    let name = names.get(at).map_or("", String::as_str);
    match (chinese, several) {
        (true, false) => [what, "与", reference, "相比，", name, "：", &named, &sum].concat(),
        (true, true) => [what, "与", reference, "相比，", name, "差别最大：", &named, &sum].concat(),
        (false, false) => [what, " against ", reference, ". ", name, ": ", &named, &sum].concat(),
        (false, true) => [what, " against ", reference, ". Largest difference, ", name, ": ", &named, &sum].concat(),
    }
}
