//! What is wrong with reports, and what they do not say.

use crate::Language;
use crate::finding::names;
use tuowei_model::{Counted, CountyId, ReportFinding, Scenario};

use super::calendar::day_text;
use super::counts::{name_within, sized, small};
use super::page::MonitorText;

/// A finding in a report as a sentence that names the county, the figures and the size of the difference.
#[must_use]
pub fn report_finding_text(finding: &ReportFinding, scenario: &Scenario, language: Language) -> String {
    match finding {
        ReportFinding::PartAboveWhole { county, part, whole, by } => {
            let (county, by) = (name(county, scenario, language), sized(*part, (*by).into(), language));
            let (part, whole) = (name_within(*part, language), name_within(*whole, language));
            match language {
                Language::Chinese => format!("{county}：{part}大于{whole}，多{by}。"),
                Language::English => format!("{county}: {part} – {by} more than {whole}."),
            }
        }
        ReportFinding::BelowEarlier { county, of: Counted::Competed, earlier, .. } => {
            let (county, day) = (name(county, scenario, language), day_text(*earlier, language));
            match language {
                Language::Chinese => format!("{county}：{day}已报举办技能大赛，本期报为未举办。"),
                Language::English => format!("{county}: a competition is reported as of {day} and none here."),
            }
        }
        ReportFinding::BelowEarlier { county, of, earlier, by } => {
            let (county, by) = (name(county, scenario, language), sized(*of, (*by).into(), language));
            let (of, day) = (name_within(*of, language), day_text(*earlier, language));
            match language {
                Language::Chinese => format!("{county}：{of}比{day}少{by}，全年累计数不应减少。"),
                Language::English => {
                    format!("{county}: {of} – {by} less than as of {day}; what adds up over the year cannot fall.")
                }
            }
        }
        ReportFinding::AsBefore { counties, earlier } => {
            let (counties, day) = (names(counties, scenario.region(), language), day_text(*earlier, language));
            match language {
                Language::Chinese => format!("{counties}的数与{day}完全相同，请确认已更新。"),
                Language::English => {
                    format!("All figures are those as of {day}; make sure they are up to date: {counties}.")
                }
            }
        }
        ReportFinding::OtherYear(year) => match language {
            Language::Chinese => format!("截止日期不在{year}年内，序时进度不适用。"),
            Language::English => format!("The day is not in {year}: the calendar does not apply."),
        },
        ReportFinding::Silent(counties) => {
            let counties = names(counties, scenario.region(), language);
            match language {
                Language::Chinese => format!("{counties}本期没有填报。"),
                Language::English => format!("Nothing reported: {counties}."),
            }
        }
    }
}

fn name<'a>(county: &'a CountyId, scenario: &'a Scenario, language: Language) -> &'a str {
    let region = scenario.region();
    let found = region.position(county).and_then(|at| region.counties().get(at));
    found.map_or(county.as_str(), |county| language.name(&county.name))
}

/// The groups that figures are reported in: each ends where the next begins, in the order of [`Counted::ALL`].
const GROUPS: [(MonitorText, usize); 5] = [
    (MonitorText::GroupSupply, Counted::Institutions as usize),
    (MonitorText::GroupInstitutions, Counted::Carers as usize),
    (MonitorText::GroupStaff, Counted::ProvinceConcerned as usize),
    (MonitorText::GroupTraining, Counted::Allocated as usize),
    (MonitorText::GroupFunds, Counted::COUNT),
];

/// How many groups there are.
pub const COUNTED_GROUPS: usize = GROUPS.len();

/// A group of figures that are reported together: its name, and what it holds; nothing beyond the last.
#[must_use]
pub fn counted_group(at: usize) -> Option<(MonitorText, &'static [Counted])> {
    let (name, end) = *GROUPS.get(at)?;
    let first = at.checked_sub(1).and_then(|before| GROUPS.get(before)).map_or(0, |(_, end)| *end);
    let all: &'static [Counted] = &Counted::ALL;
    Some((name, all.get(first..end)?))
}

/// The group that a figure is reported in.
#[must_use]
pub fn group_of(of: Counted) -> usize {
    GROUPS.iter().position(|(_, end)| (of as usize) < *end).unwrap_or(0)
}

/// Figures that a county did not report, by group: a group of which nothing was reported is named once. Nothing where
/// nothing is missing.
#[must_use]
pub fn unreported_text(missing: &[Counted], language: Language) -> String {
    if missing.len() == Counted::COUNT {
        return language.of("全部未报", "everything").to_owned();
    }
    let mut first = 0;
    let mut said = Vec::new();
    for (group, end) in GROUPS {
        let of_group: Vec<Counted> =
            missing.iter().copied().filter(|of| (first..end).contains(&(*of as usize))).collect();
        let name = group.in_language(language);
        if of_group.len() == end - first {
            said.push(match language {
                Language::Chinese => format!("{name}（全部）"),
                Language::English => format!("{} (all)", small(name, language)),
            });
        } else {
            let names = of_group.into_iter().map(|of| name_within(of, language));
            said.extend(Some(names.collect::<Vec<_>>()).filter(|names| !names.is_empty()).map(
                |names| match language {
                    Language::Chinese => names.join("、"),
                    Language::English => names.join(", "),
                },
            ));
        }
        first = end;
    }
    said.join(language.of("；", "; "))
}
