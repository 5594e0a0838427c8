//! What counties report as of a day, and where reports contradict themselves or each other.

use std::sync::Arc;

use super::super::{CountyId, Date, Region};
use super::counted::Counted;

/// Parts and what they are a part of: no part is larger.
const PARTS: [(Counted, Counted); 21] = [
    (Counted::Enrolled, Counted::Children),
    (Counted::Enrolled, Counted::Slots),
    (Counted::EnrolledPublic, Counted::Enrolled),
    (Counted::EnrolledPublic, Counted::SlotsPublic),
    (Counted::SlotsPublic, Counted::Slots),
    (Counted::Inclusive, Counted::Slots),
    (Counted::InclusiveAdded, Counted::Inclusive),
    (Counted::InstitutionsPublic, Counted::Institutions),
    (Counted::Registered, Counted::Institutions),
    (Counted::RegisteredPublic, Counted::InstitutionsPublic),
    (Counted::RegisteredPublic, Counted::Registered),
    (Counted::Contracted, Counted::Institutions),
    (Counted::ContractedPublic, Counted::InstitutionsPublic),
    (Counted::ContractedPublic, Counted::Contracted),
    (Counted::CarersPublic, Counted::Carers),
    (Counted::Carers, Counted::Staff),
    (Counted::CertifiedPublic, Counted::Certified),
    (Counted::ProvinceTrained, Counted::ProvinceConcerned),
    (Counted::CityTrained, Counted::CityConcerned),
    (Counted::CountyTrained, Counted::CountyConcerned),
    (Counted::Disbursed, Counted::Allocated),
];

/// What one county reports; any of it may be missing. A county that is silent takes no room, however many reports there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountyCounts(Option<Box<[Option<u32>; Counted::COUNT]>>);

impl CountyCounts {
    /// A figure, if it was reported.
    #[must_use]
    pub fn get(&self, of: Counted) -> Option<u32> {
        self.0.as_ref()?[of as usize]
    }

    /// Sets a figure, or takes it away.
    pub fn set(&mut self, of: Counted, count: Option<u32>) {
        self.0.get_or_insert_default()[of as usize] = count;
        if count.is_none() && self.0.as_ref().is_some_and(|counts| counts.iter().all(Option::is_none)) {
            self.0 = None;
        }
    }

    /// Whether nothing at all was reported.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_none()
    }
}

/// What all counties report as of a day, in the region's order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The day that the figures stand for.
    pub as_of: Date,
    /// One per county.
    pub counties: Vec<CountyCounts>,
    /// Cities of the province that held a skills competition by that day.
    pub cities_competed: Option<u32>,
}

impl Report {
    /// The city's sum of a figure; nothing where a county did not report it.
    #[must_use]
    pub fn total(&self, of: Counted) -> Option<u64> {
        self.counties.iter().map(|counts| counts.get(of).map(u64::from)).sum()
    }

    /// How many counties reported anything at all.
    #[must_use]
    pub fn reported(&self) -> usize {
        self.counties.iter().filter(|counts| !counts.is_empty()).count()
    }
}

/// What each county did not report, by its position; counties that reported everything are left out. Whom certificates are
/// not counted against, no indicator needs: `of_staff` says which. Of a county that is silent, all is missing.
#[must_use]
pub fn unreported(report: &Report, of_staff: bool) -> Vec<(usize, Vec<Counted>)> {
    let is_needed = |of: &Counted| match of {
        Counted::Carers | Counted::CarersPublic => !of_staff,
        Counted::Staff | Counted::StaffPublic => of_staff,
        _ => true,
    };
    let missing = |counts: &CountyCounts| -> Vec<Counted> {
        let lacks = |of: &Counted| counts.get(*of).is_none() && (counts.is_empty() || is_needed(of));
        Counted::ALL.into_iter().filter(lacks).collect()
    };
    report.counties.iter().map(missing).enumerate().filter(|(_, missing)| !missing.is_empty()).collect()
}

/// Where reports contradict themselves or each other. It names the cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReportFinding {
    /// A part is larger than what it is a part of.
    PartAboveWhole {
        /// The county.
        county: CountyId,
        /// The part, and what it is a part of.
        part: Counted,
        /// What it is a part of.
        whole: Counted,
        /// By how much.
        by: u32,
    },
    /// What adds up over the year is less than it was in an earlier report.
    BelowEarlier {
        /// The county.
        county: CountyId,
        /// The figure.
        of: Counted,
        /// The day of the earlier report.
        earlier: Date,
        /// By how much.
        by: u32,
    },
    /// Counties whose figures are all those of the report before: a copy that nobody touched.
    AsBefore {
        /// The counties.
        counties: Vec<CountyId>,
        /// The day of the report before.
        earlier: Date,
    },
    /// Counties that reported nothing.
    Silent(Vec<CountyId>),
    /// The day is none of the plan's year.
    OtherYear(u16),
}

/// What is found in the report at this place among all reports of a year.
#[must_use]
pub fn report_findings(reports: &[Arc<Report>], at: usize, region: &Region) -> Vec<ReportFinding> {
    let Some(report) = reports.get(at) else { return Vec::new() };
    let mut findings = Vec::new();
    let others = || reports.iter().enumerate().filter(|(index, _)| *index != at).map(|(_, other)| other);
    let counties = || region.counties().iter().zip(&report.counties).enumerate();
    for (_, (county, counts)) in counties() {
        for (part, whole) in PARTS {
            if let (Some(small), Some(large)) = (counts.get(part), counts.get(whole))
                && small > large
            {
                findings.push(ReportFinding::PartAboveWhole {
                    county: county.id.clone(),
                    part,
                    whole,
                    by: small - large,
                });
            }
        }
    }
    for (position, (county, counts)) in counties() {
        for of in Counted::ALL.into_iter().filter(|of| of.is_cumulative()) {
            let Some(now) = counts.get(of) else { continue };
            // The latest of the earlier reports that says something: those before it are its own to answer for.
            let earlier = others()
                .filter(|other| other.as_of < report.as_of)
                .filter_map(|other| Some((other.as_of, other.counties.get(position)?.get(of)?)))
                .max_by_key(|(day, _)| *day);
            if let Some((earlier, before)) = earlier.filter(|(_, before)| *before > now) {
                findings.push(ReportFinding::BelowEarlier { county: county.id.clone(), of, earlier, by: before - now });
            }
        }
    }
    let before = reports.iter().filter(|other| other.as_of < report.as_of).max_by_key(|other| other.as_of);
    if let Some(before) = before {
        let is_same =
            |at: &usize, counts: &CountyCounts| !counts.is_empty() && before.counties.get(*at) == Some(counts);
        let same: Vec<CountyId> = counties()
            .filter(|(at, (_, counts))| is_same(at, counts))
            .map(|(_, (county, _))| county.id.clone())
            .collect();
        if !same.is_empty() {
            findings.push(ReportFinding::AsBefore { counties: same, earlier: before.as_of });
        }
    }
    if report.as_of.parts().0 != region.year() {
        findings.push(ReportFinding::OtherYear(region.year()));
    }
    let silent: Vec<CountyId> =
        counties().filter(|(_, (_, counts))| counts.is_empty()).map(|(_, (county, _))| county.id.clone()).collect();
    if !silent.is_empty() {
        findings.push(ReportFinding::Silent(silent));
    }
    findings
}
