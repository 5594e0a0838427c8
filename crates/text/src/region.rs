//! The words of the region editor.

use super::word::words;
use super::{Language, thousands};
use tuowei_model::{County, CountyKind, Name, Region, RegionChanges, RegionDraft, RegionDraftProblem};

words! {
    /// A fixed word of the region editor.
    RegionText {
        Hint: "修改县（区）名单。改名、调整顺序不影响已填的数据；移除的县（区）连同数据一起移出本情景，可撤销。市方案不会被改动。", "Edit the list of counties. Renaming and reordering leave their figures as they are; a county that is removed takes its figures out of this scenario, which can be undone. The official plan stays as it is.";
        Title: "地区设置", "Region";
        Name: "地区名称", "Name of the region";
        LatinName: "英文名", "Name in Latin letters";
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
        AddBelow: "在下面添加", "Add below";
        MoveTo: "移到第几位", "Move to position";
        PasteList: "粘贴名单", "Paste a list";
        PasteHint: "每行一个，可从Excel复制一列", "One to a line; a column copied from Excel will do";
        Take: "加入名单", "Take into the list";
        Replace: "用粘贴的名单替换", "Replace the list with it";
        ReplaceHint: "同名的县（区）保留已填的数据，名单里没有的将被移除", "Counties of the same name keep their figures; those that are not in it are removed";
        KindHint: "名称以“区”结尾的归市辖区，以“县”“市”“旗”结尾的归县，可以修改", "Names that end in 区 are districts, in 县, 市 or 旗 counties; you can change it";
        Apply: "应用到当前情景", "Apply to the open scenario";
        Cancel: "取消", "Cancel";
        Lose: "仍然移除", "Remove them all the same";
        Make: "另建空白情景", "Begin a new empty scenario";
        Applied: "地区已更新：", "The region is changed: ";
        Nothing: "没有改动", "nothing changed";
        Freeze: "把当前情景设为基准方案", "Make the open scenario the reference";
        Unfreeze: "不再作为基准方案", "No longer the reference";
        FreezeHint: "基准方案只读，图表和对比都以它为准；改动会自动另建副本。大同市的基准固定为市方案。", "The reference is read-only; charts and comparisons are held against it, and an edit begins a copy. Datong's reference is the official plan.";
        IsReference: "基准方案", "Reference";
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
    let names = |repeated: &[String]| first_of(repeated.iter().map(String::as_str), repeated.len(), language);
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
            Language::Chinese => ["，已有的不再加入：", &names(repeated)].concat(),
            Language::English => [", not taken again: ", &names(repeated)].concat(),
        });
    }
    said + if language == Language::Chinese { "。" } else { "." }
}

/// A line of a pasted list that is no county of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOfList {
    /// Its row in what was pasted, from 1.
    pub row: usize,
    /// What stands there, its beginning if it is long.
    pub text: String,
    /// Why it is none.
    pub why: WhyNoCounty,
}

/// Why a line of a pasted list is no county of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyNoCounty {
    /// A heading or a title.
    Heading,
    /// A note: 单位：个.
    Note,
    /// A sum, or the city's own line.
    Sum,
    /// A kind by itself, 市辖区: it says the kind of those below.
    Group,
    /// Its name stood before.
    Repeated,
    /// A line with figures or words but without a name.
    NoName,
    /// A figure in the place of a name.
    Figure,
    /// Longer than [`RegionDraft::LONGEST_NAME`].
    TooLong,
}

impl WhyNoCounty {
    /// Whether nothing is missing by it: no planner expects a county there.
    #[must_use]
    pub const fn is_passed_over(self) -> bool {
        match self {
            Self::Heading | Self::Note | Self::Sum | Self::Group => true,
            Self::Repeated | Self::NoName | Self::Figure | Self::TooLong => false,
        }
    }
}

/// So many of a list are named one by one; the others are only counted.
const SHOWN: usize = 3;

/// Why lines of a pasted list were not taken, those where a county may have been meant: 第3行没有名称（12.5）；…. Empty where
/// there are none. Repeated names are said by [`list_taken`].
#[must_use]
pub fn list_left(left: &[LeftOfList], language: Language) -> String {
    let meant: Vec<&LeftOfList> =
        left.iter().filter(|left| !left.why.is_passed_over() && left.why != WhyNoCounty::Repeated).collect();
    let mut said: Vec<String> = meant.iter().take(SHOWN).map(|left| left_line(left, language)).collect();
    let more = meant.len().saturating_sub(SHOWN);
    if more > 0 {
        said.push(match language {
            Language::Chinese => ["另有", &count(more), "行"].concat(),
            Language::English => [&count(more), " more"].concat(),
        });
    }
    match language {
        _ if said.is_empty() => String::new(),
        Language::Chinese => ["没有加入：", &said.join("；"), "。"].concat(),
        Language::English => ["Not taken: ", &said.join("; "), "."].concat(),
    }
}

fn left_line(left: &LeftOfList, language: Language) -> String {
    const QUOTED: usize = 12;
    let row = count(left.row);
    let mut text: String = left.text.chars().take(QUOTED).collect();
    if left.text.chars().count() > QUOTED {
        text.push('…');
    }
    let most = RegionDraft::LONGEST_NAME.to_string();
    let why = match (language, left.why) {
        (Language::Chinese, WhyNoCounty::Heading) => "是标题",
        (Language::Chinese, WhyNoCounty::Note) => "是注释",
        (Language::Chinese, WhyNoCounty::Sum) => "是合计",
        (Language::Chinese, WhyNoCounty::Group) => "是类别",
        (Language::Chinese, WhyNoCounty::Repeated) => "重名",
        (Language::Chinese, WhyNoCounty::NoName) => "没有名称",
        (Language::Chinese, WhyNoCounty::Figure) => "是数字，不是名称",
        (Language::Chinese, WhyNoCounty::TooLong) => &["超过", &most, "个字"].concat(),
        (Language::English, WhyNoCounty::Heading) => "a heading",
        (Language::English, WhyNoCounty::Note) => "a note",
        (Language::English, WhyNoCounty::Sum) => "a sum",
        (Language::English, WhyNoCounty::Group) => "a kind",
        (Language::English, WhyNoCounty::Repeated) => "the same name again",
        (Language::English, WhyNoCounty::NoName) => "no name",
        (Language::English, WhyNoCounty::Figure) => "a figure, not a name",
        (Language::English, WhyNoCounty::TooLong) => &["more than ", &most, " characters"].concat(),
    };
    match language {
        Language::Chinese => ["第", &row, "行", why, "（", &text, "）"].concat(),
        Language::English => ["line ", &row, ", ", why, " (", &text, ")"].concat(),
    }
}

/// What is lost with counties that go: 将移除平城、云冈的数据（可撤销）。 Empty where they have none.
#[must_use]
pub fn region_losses(losing: &[&County], language: Language) -> String {
    if losing.is_empty() {
        return String::new();
    }
    let names = first_of(losing.iter().map(|county| language.name(&county.name)), losing.len(), language);
    match language {
        Language::Chinese => ["将移除", &names, "的数据（可撤销）。"].concat(),
        Language::English => ["The figures of ", &names, " go with them (you can undo this)."].concat(),
    }
}

/// Some names of a list, and how many there are in all where that is more: 甲、乙、丙等5个.
fn first_of<'a>(names: impl Iterator<Item = &'a str>, all: usize, language: Language) -> String {
    let names: Vec<&str> = names.take(SHOWN).collect();
    let more = all > SHOWN;
    match language {
        Language::Chinese if more => [&names.join("、"), "等", &count(all), "个"].concat(),
        Language::Chinese => names.join("、"),
        Language::English if more => [&names.join(", "), " and ", &count(all - SHOWN), " more"].concat(),
        Language::English => names.join(", "),
    }
}

/// How many counties there are, of which kind: 10个县（区）：市辖区4个、县6个.
#[must_use]
pub fn region_count(draft: &RegionDraft, language: Language) -> String {
    let of = |kind: CountyKind| draft.counties.iter().filter(|county| county.kind == kind).count();
    let all = draft.counties.len();
    let kinds = [CountyKind::District, CountyKind::County, CountyKind::Unspecified].map(|kind| (kind, of(kind)));
    let said: Vec<String> = kinds
        .into_iter()
        .filter(|&(kind, number)| number > 0 && (number < all || kind != CountyKind::Unspecified))
        .map(|(kind, number)| match language {
            Language::Chinese => [RegionText::of_kind(kind).in_language(language), &count(number), "个"].concat(),
            Language::English => {
                [RegionText::of_kind(kind).in_language(language), " ", &count(number)].concat().to_lowercase()
            }
        })
        .collect();
    let (total, mark, comma) = match language {
        Language::Chinese => ([&count(all), "个县（区）"].concat(), "：", "、"),
        Language::English => {
            ([count(all).as_str(), if all == 1 { " county" } else { " counties" }].concat(), ": ", ", ")
        }
    };
    if said.is_empty() { total } else { [total.as_str(), mark, &said.join(comma)].concat() }
}

/// A region and its year in a list of regions, told from others of the same name by its counties: 大同 2026年（10个县区）.
#[must_use]
pub fn region_label(name: &Name, year: u16, counties: usize, language: Language) -> String {
    let (name, year) = (language.name(name), year.to_string());
    match language {
        Language::Chinese => [name, " ", &year, "年（", &count(counties), "个县区）"].concat(),
        Language::English if counties == 1 => [name, " ", &year, " (1 county)"].concat(),
        Language::English => [name, " ", &year, " (", &count(counties), " counties)"].concat(),
    }
}

fn count(number: usize) -> String {
    thousands(u64::try_from(number).unwrap_or(u64::MAX))
}
