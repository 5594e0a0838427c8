//! What is said about supply and demand (供需测算).

mod en;
mod zh_cn;

use super::finding::NAMED;
use super::{GridColumn, Language, column_name};
use crate::model::{CountyId, EnrolledFrom, Figure, Lacks, Region, SupplyFinding};

/// The finding as a sentence.
#[must_use]
pub fn supply_finding(finding: &SupplyFinding, region: &Region, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::finding(finding, region),
        Language::English => en::finding(finding, region),
    }
}

/// What a figure waits for: 需填写3岁以下婴幼儿数、现有托位.
#[must_use]
pub fn lacks(lacks: Lacks, language: Language) -> String {
    let (mut to_fill, mut to_settle) = (Vec::new(), Vec::new());
    for lack in lacks.each() {
        let waits = match language {
            Language::Chinese => zh_cn::lack(lack),
            Language::English => en::lack(lack),
        };
        match waits {
            Waits::ToFill(figure) => to_fill.push(figure),
            Waits::ToSettle(sentence) => to_settle.push(sentence),
        }
    }
    let (needs, comma, semicolon) = match language {
        Language::Chinese => ("需填写", "、", "；"),
        Language::English => ("needs ", ", ", "; "),
    };
    let mut text = String::new();
    if !to_fill.is_empty() {
        text.push_str(needs);
        text.push_str(&to_fill.join(comma));
    }
    for sentence in to_settle {
        if !text.is_empty() {
            text.push_str(semicolon);
        }
        text.push_str(sentence);
    }
    text
}

/// How the slots stand against the children enrolled at the target, from slots − children: 缺口12个, 富余8个.
#[must_use]
pub fn slots_standing(spare: i64, language: Language) -> String {
    match language {
        Language::Chinese => zh_cn::standing(spare),
        Language::English => en::standing(spare),
    }
}

/// Where the number of enrolled children comes from.
#[must_use]
pub const fn enrolled_from(from: EnrolledFrom, language: Language) -> &'static str {
    match language {
        Language::Chinese => zh_cn::enrolled_from(from),
        Language::English => en::enrolled_from(from),
    }
}

/// The name of a figure that can be typed: that of its column.
pub(super) fn figure_name(figure: Figure, year: u16, language: Language) -> String {
    let column = GridColumn::ALL.into_iter().find(|column| column.figure() == Some(figure));
    column.map_or_else(String::new, |column| column_name(column, year, language))
}

/// The name of a county of the region.
pub(super) fn county_name<'region>(
    county: &'region CountyId,
    region: &'region Region,
    language: Language,
) -> &'region str {
    region.position(county).map_or(county.as_str(), |position| language.name(&region.counties()[position].name))
}

/// A way in which a figure waits.
enum Waits {
    /// For a figure that can be typed.
    ToFill(&'static str),
    /// For something that typing alone does not bring about.
    ToSettle(&'static str),
}

/// The first few of a list, each in words; of more it is said how many there are.
fn listed(all: usize, one: &dyn Fn(usize) -> String, language: Language) -> String {
    let (comma, more) = match language {
        Language::Chinese => ("、", ["等", &all.to_string(), "个县（区）"].concat()),
        Language::English => (", ", [" and ", &all.saturating_sub(NAMED).to_string(), " more"].concat()),
    };
    let named: Vec<String> = (0..all.min(NAMED)).map(one).collect();
    named.join(comma) + if all > NAMED { &more } else { "" }
}
