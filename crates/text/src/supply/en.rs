//! English.

use super::super::finding::names;
use super::super::{Language, hundredths, thousands};
use super::{Waits, county_name, figure_name, listed};
use tuowei_model::{CountyBy, CountyId, EnrolledFrom, MissingInput, Region, SupplyFinding};

pub(super) fn finding(finding: &SupplyFinding, region: &Region) -> String {
    let name = |county: &CountyId| county_name(county, region, Language::English).to_owned();
    let names = |counties: &[CountyId]| names(counties, region, Language::English);
    let each = |title: &str, counties: &[CountyBy]| {
        let one = |at: usize| {
            let of: &CountyBy = &counties[at];
            [&name(&of.county), " by ", &thousands(of.by)].concat()
        };
        [title, &listed(counties.len(), &one, Language::English), "."].concat()
    };
    match finding {
        SupplyFinding::Shortage(counties) => each("Short of slots at the target: ", counties),
        SupplyFinding::CityShortage { slots } => {
            ["At the targets the city is short of slots by ", &thousands(*slots), "."].concat()
        }
        SupplyFinding::InclusiveAboveCapacity(counties) => each("More inclusive slots than slots: ", counties),
        SupplyFinding::EnrolledAboveChildren(counties) => each("More enrolled than children under three: ", counties),
        SupplyFinding::EnrolledAboveCapacity(counties) => each("More enrolled than slots now: ", counties),
        SupplyFinding::EnrolledContradictsBase(counties) => {
            let one = |at: usize| {
                let of = &counties[at];
                let (counted, derived) = (thousands(of.counted), thousands(of.derived));
                [&name(&of.county), " (counted ", &counted, ", by the base ", &derived, ")"].concat()
            };
            ["Enrolment does not agree with the base: ", &listed(counties.len(), &one, Language::English), "."].concat()
        }
        SupplyFinding::EnrolledAboveTarget(counties) => each("More enrolled now than at the target: ", counties),
        SupplyFinding::CityUtilisationBelowWanted { utilisation, children } => {
            let utilisation = hundredths(utilisation.percent_shown());
            let parts = [
                "At the targets the city uses ",
                &utilisation,
                "% of its slots, less than wanted; children missing for that: ",
                &thousands(*children),
                ".",
            ];
            parts.concat()
        }
        SupplyFinding::UtilisationBelowWanted(counties) => {
            ["Slots used less than wanted at the target: ", &names(counties), "."].concat()
        }
        SupplyFinding::InclusiveShareShort { share, convert, add } => {
            let turned = convert.map(|convert| ["slots turned inclusive: ", &thousands(convert)].concat());
            let added = add.map(|add| ["further inclusive slots: ", &thousands(add)].concat());
            let ways: Vec<String> = turned.into_iter().chain(added).collect();
            let share =
                ["Inclusive share after: ", &hundredths(share.percent_shown()), "%, less than wanted; "].concat();
            if ways.is_empty() {
                share + "neither turning slots nor adding some reaches it."
            } else {
                [&share, "it takes ", &ways.join(", or "), "."].concat()
            }
        }
        SupplyFinding::FigureMissing { figure, counties } => {
            [&figure_name(*figure, region.year(), Language::English), " not entered: ", &names(counties), "."].concat()
        }
    }
}

pub(super) const fn missing_input(missing_input: MissingInput) -> Waits {
    match missing_input {
        MissingInput::Children => Waits::ToFill("the children under three"),
        MissingInput::Base => Waits::ToFill("the base"),
        MissingInput::Slots => Waits::ToFill("the new slots"),
        MissingInput::Capacity => Waits::ToFill("the slots now"),
        MissingInput::Inclusive => Waits::ToFill("the inclusive slots now"),
        MissingInput::Target => Waits::ToFill("a target"),
        MissingInput::Population => Waits::ToFill("the resident population"),
        MissingInput::AnyPeople => Waits::ToSettle("nobody lives there"),
        MissingInput::AnyChildren => Waits::ToSettle("there are no children"),
        MissingInput::AnySlots => Waits::ToSettle("there are no slots"),
        MissingInput::Utilisation => Waits::ToSettle("the wanted utilisation must be above 0"),
    }
}

pub(super) fn standing(spare: i64) -> String {
    let slots = thousands(spare.unsigned_abs());
    match spare {
        0 => "just enough".to_owned(),
        spare if spare < 0 => slots + " short",
        _ => slots + " to spare",
    }
}

pub(super) const fn enrolled_from(from: EnrolledFrom) -> &'static str {
    match from {
        EnrolledFrom::Counted => "as counted",
        EnrolledFrom::Derived => "derived from the base",
        EnrolledFrom::Both => "counted in some counties, derived from the base in the others",
    }
}
