//! 说明: method, formulas, sources, what is stored where, and how to keep it safe.

mod en;
mod zh_cn;

use super::Language;

/// A section of the page.
#[derive(Clone, Copy, Debug)]
pub struct Section {
    /// Short name, for links within the page.
    pub id: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// What it says, in order.
    pub parts: &'static [Part],
}

/// A part of a section.
#[derive(Clone, Copy, Debug)]
pub enum Part {
    /// A paragraph.
    Text(&'static str),
    /// Points, each a sentence or two.
    List(&'static [&'static str]),
    /// A name or a term, and what is said of it: rules, formulas, sources.
    Terms(&'static [(&'static str, &'static str)]),
    /// Whether the browser keeps the figures for good: [`persistence`].
    Persistence,
}

/// Whether the browser promised not to clear what is stored when the disk is full; none where it cannot be asked.
#[must_use]
pub const fn persistence(promised: Option<bool>, language: Language) -> &'static str {
    match (language, promised) {
        (Language::Chinese, Some(true)) => "本浏览器已承诺长期保留本页数据：磁盘空间不足时也不清理。",
        (Language::Chinese, Some(false)) => {
            "本浏览器没有承诺长期保留本页数据：磁盘空间不足时可能清理，重要的情景请另存为文件。"
        }
        (Language::Chinese, None) => {
            "在这个网址上，本浏览器不说明是否长期保留本页数据：磁盘空间不足时可能清理，重要的情景请另存为文件。"
        }
        (Language::English, Some(true)) => {
            "This browser promised to keep the page's figures for good, even when the disk is full."
        }
        (Language::English, Some(false)) => {
            "This browser did not promise to keep the page's figures for good: it may clear them when the disk is full. Save important scenarios as files."
        }
        (Language::English, None) => {
            "At this address the browser does not say whether it keeps the page's figures for good: it may clear them when the disk is full. Save important scenarios as files."
        }
    }
}

/// The whole page.
#[must_use]
pub const fn about(language: Language) -> &'static [Section] {
    match language {
        Language::Chinese => zh_cn::SECTIONS,
        Language::English => en::SECTIONS,
    }
}
