//! Sentences that carry figures or names.

use super::{Language, NumberProblem, thousands};
use tuowei_model::RuleKind;

/// A sentence of the page that carries figures or names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message<'a> {
    /// Saved at this time of day.
    SavedAt(&'a str),
    /// The first free name of a new scenario: its letter or number.
    ScenarioNamed(&'a str),
    /// The name of a copy.
    CopyOf(&'a str),
    /// The name of the scenario that holds this tab's side of a conflict.
    OtherTabsSide(&'a str),
    /// The name of an earlier version opened as a copy: the name, the time.
    VersionOf(&'a str, &'a str),
    /// A version of the history: its number.
    Version(u64),
    /// So many slots too many.
    OverBy(u64),
    /// So many slots left.
    LeftOver(u64),
    /// Everything is given.
    AllGiven,
    /// Take this cell back to the official plan: the cell's name and what the plan says.
    RestoreCell(&'a str, &'a str),
    /// Take this row back to the official plan: the county.
    RestoreRow(&'a str),
    /// Lock the allocation of a county.
    LockOf(&'a str),
    /// A cell's name: the county and the column.
    CellOf(&'a str, &'a str),
    /// 2025年基数: the year.
    BaseOf(u16),
    /// 2026年目标: the year.
    TargetOf(u16),
    /// The head of the choice of rule: the year.
    RuleOf(u16),
    /// The rows shown, of all.
    RowsShown(usize, usize, usize),
    /// The highest base, used as benchmark.
    HighestBase(&'a str),
    /// A scenario was made as a copy of the official plan because it was edited.
    CopyStarted(&'a str),
    /// A scenario was deleted.
    Deleted(&'a str),
    /// Another tab changed the same scenario and both sides were joined.
    Merged(&'a str),
    /// Another tab changed the same figures: ours is kept under a name of its own.
    Split(&'a str, &'a str),
    /// Another tab's changes were taken over.
    TakenFromOtherTab(&'a str),
    /// The open scenario was deleted in another tab.
    DeletedElsewhere(&'a str),
    /// A scenario deleted in another tab is kept, as it was edited here.
    KeptDespiteDeletion(&'a str),
    /// A step that is undone or redone is of a scenario that had been deleted, which is back with it.
    BroughtBack(&'a str),
    /// A step that was to be undone or redone no longer fits its scenario.
    StepGivenUp(&'a str),
    /// A step that was to be undone or redone is of a scenario that is a reference now.
    StepOfReference(&'a str),
    /// Stored entries that cannot be read.
    Quarantined(usize),
    /// A scenario stored by a newer version.
    StoredByNewer(&'a str),
    /// A file is no scenario: its name and what is wrong with it.
    FileRefused(&'a str, &'a str),
    /// What is wrong with the text of a field: the field's name and the problem.
    At(&'a str, &'a str),
    /// The printed page's second line: the scenario and the day.
    PrintedAs(&'a str, &'a str),
}

impl Message<'_> {
    /// The sentence in this language.
    #[must_use]
    pub fn in_language(self, language: Language) -> String {
        match language {
            Language::Chinese => chinese(self),
            Language::English => english(self),
        }
    }
}

fn chinese(message: Message<'_>) -> String {
    match message {
        Message::SavedAt(time) => format!("已保存 {time}"),
        Message::ScenarioNamed(letter) => format!("方案{letter}"),
        Message::CopyOf(name) => format!("{name} 副本"),
        Message::OtherTabsSide(name) => format!("{name}（另一窗口的改动）"),
        Message::VersionOf(name, time) => format!("{name}（{time}）"),
        Message::Version(number) => format!("第{number}版"),
        Message::OverBy(slots) => format!("超出{}个", thousands(slots)),
        Message::LeftOver(slots) => format!("还剩{}个", thousands(slots)),
        Message::AllGiven => "正好分完".to_owned(),
        Message::RestoreCell(cell, figure) => format!("市方案：{figure}（{cell}恢复市方案）"),
        Message::RestoreRow(county) => format!("{county}整行恢复市方案"),
        Message::LockOf(county) => format!("锁定{county}任务数"),
        Message::CellOf(county, column) => format!("{county} {column}"),
        Message::BaseOf(year) => format!("{year}年基数"),
        Message::TargetOf(year) => format!("{year}年目标"),
        Message::RuleOf(year) => format!("{year}年目标规则"),
        Message::RowsShown(first, last, all) => format!("第{first}–{last}个，共{all}个"),
        Message::HighestBase(rate) => format!("最高基数 {rate}"),
        Message::CopyStarted(name) => format!("市方案是只读的，改动已记入新情景“{name}”。"),
        Message::Deleted(name) => format!("已删除“{name}”，可撤销。"),
        Message::Merged(name) => format!("“{name}”在另一窗口也有改动，两边改动的单元格不同，已合并。"),
        Message::Split(name, other) => {
            format!("“{name}”在另一窗口改动了相同的单元格，两份都已保留：本窗口的改动另存为“{other}”。")
        }
        Message::TakenFromOtherTab(name) => format!("“{name}”已按另一窗口的改动更新。"),
        Message::KeptDespiteDeletion(name) => format!("“{name}”在另一窗口被删除，因本窗口有改动，予以保留。"),
        Message::DeletedElsewhere(name) => format!("“{name}”已在另一窗口删除。"),
        Message::BroughtBack(name) => format!("“{name}”已被删除，现已恢复到这一步。"),
        Message::StepGivenUp(name) => {
            format!("“{name}”在别处改动过，这一步已不适用，没有执行；可继续撤销更早的步骤。")
        }
        Message::StepOfReference(name) => format!("“{name}”现为基准方案，只读，这一步没有执行。"),
        Message::Quarantined(count) => {
            format!("有{count}条保存记录已损坏，读不出来，已原样保留，可下载；其余记录不受影响。")
        }
        Message::StoredByNewer(name) => format!("“{name}”由更新版本的页面保存，本页不能打开，也不会改动它。"),
        Message::FileRefused(file, why) => format!("“{file}”不能打开：{why}现有数据没有改动。"),
        Message::At(place, problem) => format!("{place}：{problem}"),
        Message::PrintedAs(scenario, day) => format!("情景：{scenario}　打印日期：{day}"),
    }
}

fn english(message: Message<'_>) -> String {
    match message {
        Message::SavedAt(time) => format!("Saved {time}"),
        Message::ScenarioNamed(letter) => format!("Scenario {letter}"),
        Message::CopyOf(name) => format!("{name} copy"),
        Message::OtherTabsSide(name) => format!("{name} (changed in another window)"),
        Message::VersionOf(name, time) => format!("{name} ({time})"),
        Message::Version(number) => format!("Version {number}"),
        Message::OverBy(slots) => format!("{} too many", thousands(slots)),
        Message::LeftOver(slots) => format!("{} left", thousands(slots)),
        Message::AllGiven => "All given".to_owned(),
        Message::RestoreCell(cell, figure) => format!("Official plan: {figure} ({cell} back to the official plan)"),
        Message::RestoreRow(county) => format!("{county}: whole row back to the official plan"),
        Message::LockOf(county) => format!("Lock the slots of {county}"),
        Message::CellOf(county, column) => format!("{county} {column}"),
        Message::BaseOf(year) => format!("{year} base"),
        Message::TargetOf(year) => format!("{year} target"),
        Message::RuleOf(year) => format!("Rule for {year}"),
        Message::RowsShown(first, last, all) => format!("{first}–{last} of {all}"),
        Message::HighestBase(rate) => format!("highest base {rate}"),
        Message::CopyStarted(name) => {
            format!("The official plan is read-only; your changes go to the new scenario “{name}”.")
        }
        Message::Deleted(name) => format!("“{name}” is deleted. You can undo this."),
        Message::Merged(name) => {
            format!("“{name}” was also changed in another window, in other cells; both sides are joined.")
        }
        Message::Split(name, other) => format!(
            "“{name}” was changed in another window in the same cells. Both are kept: this window's side is “{other}”."
        ),
        Message::TakenFromOtherTab(name) => format!("“{name}” now shows the changes made in another window."),
        Message::KeptDespiteDeletion(name) => {
            format!("“{name}” was deleted in another window; it is kept, as it was changed here.")
        }
        Message::DeletedElsewhere(name) => format!("“{name}” was deleted in another window."),
        Message::BroughtBack(name) => format!("“{name}” had been deleted; it is back, as of this step."),
        Message::StepGivenUp(name) => {
            format!(
                "“{name}” was changed elsewhere since, and this step no longer fits it. It was not applied; earlier steps can still be undone."
            )
        }
        Message::StepOfReference(name) => {
            format!("“{name}” is the reference now and read-only; this step was not applied.")
        }
        Message::Quarantined(count) => {
            format!(
                "{count} stored entries are damaged and cannot be read. They are kept as they are and can be downloaded; all others are fine."
            )
        }
        Message::StoredByNewer(name) => {
            format!(
                "“{name}” was stored by a newer version of this page. It cannot be opened here and stays untouched."
            )
        }
        Message::FileRefused(file, why) => format!("“{file}” cannot be opened: {why} Nothing was changed."),
        Message::At(place, problem) => format!("{place}: {problem}"),
        Message::PrintedAs(scenario, day) => format!("Scenario: {scenario}   Printed: {day}"),
    }
}

/// What is wrong with a typed number.
#[must_use]
pub fn number_problem(problem: NumberProblem, language: Language) -> String {
    match (language, problem) {
        (Language::Chinese, NumberProblem::NotANumber) => "请填写数字".to_owned(),
        (Language::Chinese, NumberProblem::MisplacedComma) => "逗号位置不对；小数点请用“.”".to_owned(),
        (Language::Chinese, NumberProblem::NotWhole) => "请填写整数".to_owned(),
        (Language::Chinese, NumberProblem::PercentOfCount) => "这里填个数，不填百分比".to_owned(),
        (Language::Chinese, NumberProblem::CountOfPercent) => "这里填百分比，不填个数".to_owned(),
        (Language::Chinese, NumberProblem::DigitsApart) => "数字之间有空格".to_owned(),
        (Language::Chinese, NumberProblem::Negative) => "不能小于0".to_owned(),
        (Language::Chinese, NumberProblem::Above(most)) => format!("不能大于{}", thousands(u64::from(most))),
        (Language::Chinese, NumberProblem::BelowMinus(most)) => format!("不能小于−{most}"),
        (Language::Chinese, NumberProblem::TooFine(most)) => format!("最多{most}位小数"),
        (Language::English, NumberProblem::NotANumber) => "type a number".to_owned(),
        (Language::English, NumberProblem::MisplacedComma) => "misplaced comma; use “.” for decimals".to_owned(),
        (Language::English, NumberProblem::NotWhole) => "type a whole number".to_owned(),
        (Language::English, NumberProblem::PercentOfCount) => "type a count, not a percentage".to_owned(),
        (Language::English, NumberProblem::CountOfPercent) => "type a percentage, not a count".to_owned(),
        (Language::English, NumberProblem::DigitsApart) => "spaces between digits".to_owned(),
        (Language::English, NumberProblem::Negative) => "may not be below 0".to_owned(),
        (Language::English, NumberProblem::Above(most)) => format!("may not be above {}", thousands(u64::from(most))),
        (Language::English, NumberProblem::BelowMinus(most)) => format!("may not be below −{most}"),
        (Language::English, NumberProblem::TooFine(most)) => format!("at most {most} decimals"),
    }
}

/// The name of a target rule.
#[must_use]
pub const fn rule_name(rule: RuleKind, language: Language) -> &'static str {
    match (language, rule) {
        (Language::Chinese, RuleKind::Uniform) => "统一增幅",
        (Language::Chinese, RuleKind::Proportional) => "等比增长",
        (Language::Chinese, RuleKind::Converge) => "缩小差距",
        (Language::Chinese, RuleKind::CityGoal) => "全市目标倒推",
        (Language::English, RuleKind::Uniform) => "Same uplift",
        (Language::English, RuleKind::Proportional) => "Same growth",
        (Language::English, RuleKind::Converge) => "Close the gap",
        (Language::English, RuleKind::CityGoal) => "From a city goal",
    }
}

/// The name of a rule's parameter, with its unit.
#[must_use]
pub const fn parameter_name(rule: RuleKind, language: Language) -> &'static str {
    match (language, rule) {
        (Language::Chinese, RuleKind::Uniform) => "增幅 u（百分点）",
        (Language::Chinese, RuleKind::Proportional) => "增长率 g（%）",
        (Language::Chinese, RuleKind::Converge) => "缩小比例 c（%）",
        (Language::Chinese, RuleKind::CityGoal) => "全市目标 G（%）",
        (Language::English, RuleKind::Uniform) => "Uplift u (points)",
        (Language::English, RuleKind::Proportional) => "Growth g (%)",
        (Language::English, RuleKind::Converge) => "Gap closed c (%)",
        (Language::English, RuleKind::CityGoal) => "City goal G (%)",
    }
}

/// The rule as a formula, and whose it is: the plan's or this page's own assumption.
#[must_use]
pub const fn rule_formula(rule: RuleKind, language: Language) -> &'static str {
    match (language, rule) {
        (Language::Chinese, RuleKind::Uniform) => "基数 + u（方案表一）",
        (Language::Chinese, RuleKind::Proportional) => "基数 ×（1 + g）（本页假设）",
        (Language::Chinese, RuleKind::Converge) => "基数 + c × max(0, m − 基数)（本页假设）",
        (Language::Chinese, RuleKind::CityGoal) => "基数 + 达到 G 的最小增幅（本页假设）",
        (Language::English, RuleKind::Uniform) => "base + u (the plan's rule)",
        (Language::English, RuleKind::Proportional) => "base × (1 + g), to 0.01 (our assumption)",
        (Language::English, RuleKind::Converge) => "base + c × max(0, m − base), to 0.01 (our assumption)",
        (Language::English, RuleKind::CityGoal) => {
            "base + the smallest uplift that lifts the city to G (our assumption)"
        }
    }
}

/// The rule's parameter as a finding names it.
#[must_use]
pub const fn rule_parameter_short(rule: RuleKind, language: Language) -> &'static str {
    match (language, rule) {
        (Language::Chinese, RuleKind::Uniform) => "增幅",
        (Language::Chinese, RuleKind::Proportional) => "增长率",
        (Language::Chinese, RuleKind::Converge) => "缩小比例",
        (Language::Chinese, RuleKind::CityGoal) => "全市目标",
        (Language::English, RuleKind::Uniform) => "uplift",
        (Language::English, RuleKind::Proportional) => "growth",
        (Language::English, RuleKind::Converge) => "share of the gap",
        (Language::English, RuleKind::CityGoal) => "city goal",
    }
}
