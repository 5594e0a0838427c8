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
}

/// The whole page.
#[must_use]
pub const fn about(language: Language) -> &'static [Section] {
    match language {
        Language::Chinese => zh_cn::SECTIONS,
        Language::English => en::SECTIONS,
    }
}
