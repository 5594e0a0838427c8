//! The words of the region editor.

use super::Language;
use super::word::words;
use crate::model::{CountyKind, Region, RegionChanges, RegionDraft, RegionDraftProblem};

words! {
    /// A fixed word of the region editor.
    RegionText {
        Hint: "修改县（区）名单。改名、调整顺序不影响已填的数据；移除的县（区）连同数据一起移出本情景，可撤销。市方案不会被改动。", "Edit the list of counties. Renaming and reordering leave their figures as they are; a county that is removed takes its figures out of this scenario, which can be undone. The official plan stays as it is.";
        Name: "地区名称", "Name of the region";
        Year: "目标年份", "Target year";
        Start: "从这里开始", "Begin with";
        FromPresent: "当前地区", "The present region";
        FromEmpty: "空白", "Nothing";
        FromFile: "情景文件…", "A scenario file…";
        Counties: "县（区）", "Counties";
        CountyName: "名称", "Name";
        Kind: "类别", "Kind";
        District: "市辖区", "District";
        County: "县", "County";
        Unspecified: "不分", "Not said";
        Up: "上移", "Up";
        Down: "下移", "Down";
        Remove: "移除", "Remove";
        Add: "添加县（区）", "Add a county";
        PasteList: "粘贴名单", "Paste a list";
        PasteHint: "每行一个，可从Excel复制一列", "One to a line; a column copied from Excel will do";
        Take: "加入名单", "Take into the list";
        Apply: "应用到当前情景", "Apply to the open scenario";
        Make: "另建空白情景", "Begin a new empty scenario";
        Applied: "地区已更新：", "The region is changed: ";
        Nothing: "没有改动", "nothing changed";
        Freeze: "把当前情景设为基准方案", "Make the open scenario the reference";
        Unfreeze: "不再作为基准方案", "No longer the reference";
        FreezeHint: "基准方案只读，图表和对比都以它为准；改动会自动另建副本。大同市的基准固定为市方案。", "The reference is read-only; charts and comparisons are held against it, and an edit begins a copy. Datong's reference is the official plan.";
        Frozen: "已设为基准方案。", "This scenario is now the reference.";
        Unfrozen: "已取消基准方案。", "This scenario is no longer the reference.";
        FileWithout: "这个文件里没有可用的地区。", "There is no region to be used in this file.";
    }
}

impl RegionText {
    /// The name of a kind.
    #[must_use]
    pub const fn of_kind(kind: CountyKind) -> Self {
        match kind {
            CountyKind::District => Self::District,
            CountyKind::County => Self::County,
            CountyKind::Unspecified => Self::Unspecified,
        }
    }
}

/// Why a draft is no region, as a sentence.
#[must_use]
pub fn region_problem(problem: RegionDraftProblem, draft: &RegionDraft, language: Language) -> String {
    let line = |at: usize| (at + 1).to_string();
    let name = |at: usize| draft.counties.get(at).map_or("", |county| county.name.trim());
    let most = RegionDraft::LONGEST_NAME.to_string();
    let (first, last) = RegionDraft::YEARS;
    match (language, problem) {
        (Language::Chinese, RegionDraftProblem::NoName) => "请填写地区名称。".to_owned(),
        (Language::English, RegionDraftProblem::NoName) => "The region needs a name.".to_owned(),
        (Language::Chinese, RegionDraftProblem::NameTooLong) => ["地区名称最多", &most, "个字。"].concat(),
        (Language::English, RegionDraftProblem::NameTooLong) => {
            ["The region's name has more than ", &most, " characters."].concat()
        }
        (Language::Chinese, RegionDraftProblem::BadYear) => format!("目标年份应在{first}至{last}之间。"),
        (Language::English, RegionDraftProblem::BadYear) => format!("The year must lie between {first} and {last}."),
        (Language::Chinese, RegionDraftProblem::CountyWithoutName(at)) => ["第", &line(at), "行没有名称。"].concat(),
        (Language::English, RegionDraftProblem::CountyWithoutName(at)) => {
            ["Line ", &line(at), " has no name."].concat()
        }
        (Language::Chinese, RegionDraftProblem::CountyNameTooLong(at)) => {
            ["第", &line(at), "行的名称超过", &most, "个字。"].concat()
        }
        (Language::English, RegionDraftProblem::CountyNameTooLong(at)) => {
            ["The name in line ", &line(at), " has more than ", &most, " characters."].concat()
        }
        (Language::Chinese, RegionDraftProblem::SameName(one, other)) => {
            ["第", &line(one), "行和第", &line(other), "行同名：", name(other), "。"].concat()
        }
        (Language::English, RegionDraftProblem::SameName(one, other)) => {
            ["Lines ", &line(one), " and ", &line(other), " have the same name: ", name(other), "."].concat()
        }
        (Language::Chinese, RegionDraftProblem::TooFew) => "至少要有2个县（区）。".to_owned(),
        (Language::English, RegionDraftProblem::TooFew) => "There must be at least two counties.".to_owned(),
        (Language::Chinese, RegionDraftProblem::TooMany(count)) => {
            format!("最多{}个县（区），现有{count}个。", Region::MOST_COUNTIES)
        }
        (Language::English, RegionDraftProblem::TooMany(count)) => {
            format!("At most {} counties; there are {count}.", Region::MOST_COUNTIES)
        }
        (Language::Chinese, RegionDraftProblem::AnotherRegion) => {
            "当前情景不是这份名单所依据的地区，不能套用；可另建空白情景。".to_owned()
        }
        (Language::English, RegionDraftProblem::AnotherRegion) => {
            "The open scenario is not of the region that this list began with; begin a new scenario instead.".to_owned()
        }
    }
}

/// 新增3个、移除1个、改名2个.
#[must_use]
pub fn region_changes(changes: RegionChanges, language: Language) -> String {
    let chinese = language == Language::Chinese;
    let mut said = Vec::new();
    let counts = [
        (changes.added, "新增", " added"),
        (changes.removed, "移除", " removed"),
        (changes.renamed, "改名", " renamed"),
        (changes.regrouped, "改类别", " of another kind"),
    ];
    for (count, zh, en) in counts.into_iter().filter(|(count, ..)| *count > 0) {
        let count = count.to_string();
        said.push(if chinese { [zh, &count, "个"].concat() } else { [&count, en].concat() });
    }
    if changes.reordered {
        said.push(if chinese { "调整顺序" } else { "reordered" }.to_owned());
    }
    if changes.described_anew {
        said.push(if chinese { "更改名称或年份" } else { "another name or year" }.to_owned());
    }
    if said.is_empty() {
        return RegionText::Nothing.in_language(language).to_owned();
    }
    said.join(if chinese { "、" } else { ", " })
}

/// What a pasted list gave: 加入50个，略过2行（标题、合计），重名1个只取一次：甲.
#[must_use]
pub fn list_taken(taken: usize, passed_over: usize, repeated: &[String], language: Language) -> String {
    let (taken, passed) = (taken.to_string(), passed_over.to_string());
    let mut said = match language {
        Language::Chinese => ["加入", &taken, "个"].concat(),
        Language::English => [&taken, " taken"].concat(),
    };
    if passed_over > 0 {
        said.push_str(&match language {
            Language::Chinese => ["，略过", &passed, "行（标题、合计）"].concat(),
            Language::English => [", ", &passed, " lines left out (headings, sums)"].concat(),
        });
    }
    if !repeated.is_empty() {
        said.push_str(&match language {
            Language::Chinese => ["，已有的不再加入：", &repeated.join("、")].concat(),
            Language::English => [", not taken again: ", &repeated.join(", ")].concat(),
        });
    }
    said + if language == Language::Chinese { "。" } else { "." }
}
