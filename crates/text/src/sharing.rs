//! What is said about links and pictures that carry a scenario.

use super::word::words;
use super::{Language, region_year, thousands};
use tuowei_model::{Name, Outcome, Scenario};

words! {
    /// A fixed word of sharing.
    SharingText {
        About: "链接里带有本情景的全部数据，对方打开即可查看，不经过任何服务器。链接只送给应当看到数据的人。", "The link holds all figures of this scenario; whoever opens it sees them, and no server is involved. Send it only to people who are meant to see the figures.";
        Link: "链接", "Link";
        CopyLink: "复制链接", "Copy the link";
        Copied: "链接已复制", "The link is copied";
        NotCopied: "浏览器不允许复制，请手工选中链接复制", "The browser did not allow copying; select the link and copy it by hand";
        AboutPictures: "从本页下载的图片（PNG、SVG）也带有全部数据，拖回本页即可恢复。", "Pictures that are downloaded from this page (PNG, SVG) hold all figures as well: drop one on the page to have them back.";
        SaveFile: "保存为文件", "Save as a file";
        FileInstead: "数据较多，放不进链接。请改用文件，发给对方在本页打开。", "There are too many figures for a link. Save a file instead and have it opened on this page.";
        SharedTitle: "链接中的情景", "A scenario from a link";
        SharedHint: "保留后成为一个新情景，不会改动您已有的任何情景。", "If you keep it, it becomes a new scenario; none of yours is changed.";
        Keep: "保留为新情景", "Keep as a new scenario";
        Leave: "不保留", "Do not keep";
        County: "县（区）", "County";
        Base: "基数 %", "Base %";
        Target: "目标 %", "Target %";
        Slots: "任务数 个", "Slots";
    }
}

/// Why a link, or what a picture carries, gives no scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It is no link of this page.
    NoLink,
    /// A newer version of the page made it.
    Newer,
    /// It was cut or changed on its way.
    Damaged,
}

/// Why a file gives no scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarriedProblem {
    /// It is neither a scenario file nor a picture of this page.
    UnknownKind,
    /// A picture that carries no scenario.
    NoScenario,
    /// The picture was cut, or what it carries was changed.
    Damaged,
    /// A newer version of the page made the picture.
    Newer,
    /// Larger than any file of this page.
    TooLarge,
}

impl From<LinkProblem> for CarriedProblem {
    fn from(problem: LinkProblem) -> Self {
        match problem {
            LinkProblem::Newer => Self::Newer,
            LinkProblem::NoLink | LinkProblem::Damaged => Self::Damaged,
        }
    }
}

/// Why a link gives no scenario, and what to do.
#[must_use]
pub const fn link_problem(problem: LinkProblem, language: Language) -> &'static str {
    match (language, problem) {
        (Language::Chinese, LinkProblem::NoLink) => "这不是本页面的情景链接。",
        (Language::Chinese, LinkProblem::Newer) => {
            "这个链接由更新版本的页面生成，请刷新页面或更新后再打开。没有改动任何数据。"
        }
        (Language::Chinese, LinkProblem::Damaged) => {
            "链接不完整或被改动过，打不开。请让对方重新复制完整的链接，或改发文件。没有改动任何数据。"
        }
        (Language::English, LinkProblem::NoLink) => "This is no link to a scenario of this page.",
        (Language::English, LinkProblem::Newer) => {
            "A newer version of this page made the link: reload or update the page, then open it again. Nothing was changed."
        }
        (Language::English, LinkProblem::Damaged) => {
            "The link is cut or was changed and cannot be opened. Ask for the whole link again, or for a file. Nothing was changed."
        }
    }
}

/// Why a file gives no scenario, as a sentence behind its name.
#[must_use]
pub const fn carried_problem(problem: CarriedProblem, language: Language) -> &'static str {
    match (language, problem) {
        (Language::Chinese, CarriedProblem::UnknownKind) => "不是情景文件，也不是从本页下载的图片。",
        (Language::Chinese, CarriedProblem::NoScenario) => {
            "图片里没有情景数据。只有从本页下载、没有再经过截图或转存的图片才带有数据。"
        }
        (Language::Chinese, CarriedProblem::Damaged) => "图片不完整，或其中的情景数据被改动过。",
        (Language::Chinese, CarriedProblem::Newer) => "图片由更新版本的页面生成，请刷新页面或更新后再打开。",
        (Language::Chinese, CarriedProblem::TooLarge) => "文件过大，不是本页面的文件。",
        (Language::English, CarriedProblem::UnknownKind) => {
            "it is neither a scenario file nor a picture that was downloaded from this page."
        }
        (Language::English, CarriedProblem::NoScenario) => {
            "the picture holds no scenario. Only pictures that were downloaded from this page, and not taken from the screen or stored anew, hold one."
        }
        (Language::English, CarriedProblem::Damaged) => "the picture is cut, or the scenario in it was changed.",
        (Language::English, CarriedProblem::Newer) => {
            "a newer version of this page made the picture: reload or update the page first."
        }
        (Language::English, CarriedProblem::TooLarge) => "it is larger than any file of this page.",
    }
}

/// How long a link would be.
#[must_use]
pub fn link_length(length: usize, most: usize, language: Language) -> String {
    let (length, most) = (thousands(length as u64), thousands(most as u64));
    match language {
        Language::Chinese => ["链接会有", &length, "个字符，最多", &most, "个。"].concat(),
        Language::English => ["The link would have ", &length, " characters, at most ", &most, "."].concat(),
    }
}

/// 「方案B」：大同市2026年，10个县（区），任务总数350个，已分配370个。
#[must_use]
pub fn shared_said(scenario: &Scenario, outcome: &Outcome, language: Language) -> String {
    let region = region_year(scenario.region(), language);
    let counties = scenario.region().counties().len().to_string();
    let task = thousands(u64::from(scenario.task().get()));
    let allocated = thousands(outcome.allocation.allocated);
    let name = &*Name::cut(scenario.name());
    match language {
        Language::Chinese => [
            "“",
            name,
            "”：",
            &region,
            "，",
            &counties,
            "个县（区），任务总数",
            &task,
            "个，已分配",
            &allocated,
            "个。",
        ]
        .concat(),
        Language::English => [
            "“",
            name,
            "”: ",
            &region,
            ", ",
            &counties,
            " counties, a task of ",
            &task,
            " slots, ",
            &allocated,
            " allocated.",
        ]
        .concat(),
    }
}
