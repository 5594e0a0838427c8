//! A scenario as text: what is stored, and the scenario file that planners take away and open again.
//!
//! Saved fields are not model types: their names and units belong to the schema and never change within it.
//! Every figure is a whole number whose name carries its unit where it has one (`base_ppm`: parts per million); a
//! figure that is not known is left out. A field more, or one that means something else, is a new schema: it gets
//! its step in [`upgrade`], while the fixtures of the older ones stay as they are.

mod division;
mod monitoring;
mod problem;
mod read;
mod upgrade;
mod write;

pub use problem::ReadProblem;
pub use read::from_json;
use tuowei_model::{Counted, Indicator};
pub use write::to_json;
pub(super) use write::{Fields, quoted};

/// A reported figure's name in the schema and for scripts: `enrolled_public`.
#[must_use]
pub fn counted_id(of: Counted) -> &'static str {
    words::COUNTED.iter().find(|(one, _)| *one == of).map_or("", |(_, id)| id)
}

/// An indicator's name in the schema and for scripts: `utilisation-public`.
#[must_use]
pub fn indicator_id(of: Indicator) -> &'static str {
    words::INDICATORS.iter().find(|(one, _)| *one == of).map_or("", |(_, id)| id)
}

/// The schema that is written. Older ones are read as well.
pub const SCHEMA: u32 = 4;

/// The mark of a file or entry of this page.
pub(super) const APP: &str = "tuowei";

/// The words of the schema.
mod words {
    use tuowei_model::{Counted, CountyKind, Figure, Indicator, Method, RuleKind, Settlement, TaskStatus, WeightKind};

    pub(super) const WEIGHTS: [(WeightKind, &str); 7] = [
        (WeightKind::Children, "children"),
        (WeightKind::Enrolments, "enrolments"),
        (WeightKind::Unmet, "unmet"),
        (WeightKind::Slots, "slots"),
        (WeightKind::Equal, "equal"),
        (WeightKind::Current, "current"),
        (WeightKind::Custom, "custom"),
    ];

    pub(super) const METHODS: [(Method, &str); 6] = [
        (Method::LargestRemainder, "largest-remainder"),
        (Method::DHondt, "dhondt"),
        (Method::Webster, "webster"),
        (Method::Hill, "hill"),
        (Method::Adams, "adams"),
        (Method::Dean, "dean"),
    ];

    pub(super) const SETTLEMENTS: [(Settlement, &str); 3] = [
        (Settlement::DocumentOrder, "document-order"),
        (Settlement::LargerKey, "more-children"),
        (Settlement::Chosen, "by-hand"),
    ];

    pub(super) const COUNTED: [(Counted, &str); Counted::COUNT] = [
        (Counted::Children, "children"),
        (Counted::Enrolled, "enrolled"),
        (Counted::EnrolledPublic, "enrolled_public"),
        (Counted::Slots, "slots"),
        (Counted::SlotsPublic, "slots_public"),
        (Counted::Inclusive, "inclusive"),
        (Counted::InclusiveAdded, "inclusive_added"),
        (Counted::Institutions, "institutions"),
        (Counted::InstitutionsPublic, "institutions_public"),
        (Counted::Registered, "registered"),
        (Counted::RegisteredPublic, "registered_public"),
        (Counted::Contracted, "contracted"),
        (Counted::ContractedPublic, "contracted_public"),
        (Counted::Carers, "carers"),
        (Counted::CarersPublic, "carers_public"),
        (Counted::Staff, "staff"),
        (Counted::StaffPublic, "staff_public"),
        (Counted::Certified, "certified"),
        (Counted::CertifiedPublic, "certified_public"),
        (Counted::ProvinceConcerned, "province_concerned"),
        (Counted::ProvinceTrained, "province_trained"),
        (Counted::CityConcerned, "city_concerned"),
        (Counted::CityTrained, "city_trained"),
        (Counted::CountyConcerned, "county_concerned"),
        (Counted::CountyTrained, "county_trained"),
        (Counted::Competed, "competed"),
        (Counted::Allocated, "allocated"),
        (Counted::Disbursed, "disbursed"),
    ];

    pub(super) const INDICATORS: [(Indicator, &str); Indicator::COUNT] = [
        (Indicator::Utilisation, "utilisation"),
        (Indicator::UtilisationPublic, "utilisation-public"),
        (Indicator::Enrolment, "enrolment"),
        (Indicator::InclusiveAdded, "inclusive-added"),
        (Indicator::InclusiveShare, "inclusive-share"),
        (Indicator::Subsidy, "subsidy"),
        (Indicator::Registration, "registration"),
        (Indicator::RegistrationPublic, "registration-public"),
        (Indicator::Contract, "contract"),
        (Indicator::ContractPublic, "contract-public"),
        (Indicator::Certified, "certified"),
        (Indicator::CertifiedPublic, "certified-public"),
        (Indicator::TrainedByProvince, "trained-by-province"),
        (Indicator::TrainedByCity, "trained-by-city"),
        (Indicator::TrainedByCounty, "trained-by-county"),
        (Indicator::Competed, "competed"),
        (Indicator::CompetedByCities, "competed-by-cities"),
    ];

    pub(super) const STATUSES: [(TaskStatus, &str); 4] = [
        (TaskStatus::Open, "open"),
        (TaskStatus::Running, "running"),
        (TaskStatus::Done, "done"),
        (TaskStatus::Dropped, "dropped"),
    ];

    /// The word for a value; each value of these lists has one.
    pub(super) fn word<T: PartialEq>(words: &[(T, &'static str)], value: T) -> &'static str {
        words.iter().find(|(of, _)| *of == value).map_or("", |(_, word)| word)
    }

    pub(super) const fn of_figure(figure: Figure) -> &'static str {
        match figure {
            Figure::Children => "children",
            Figure::Base => "base",
            Figure::Pin => "pin",
            Figure::Slots => "slots",
            Figure::Capacity => "capacity",
            Figure::Inclusive => "inclusive",
            Figure::Enrolled => "enrolled",
            Figure::Other => "other",
        }
    }

    pub(super) const fn of_rule(rule: RuleKind) -> &'static str {
        match rule {
            RuleKind::Uniform => "uniform",
            RuleKind::Proportional => "proportional",
            RuleKind::Converge => "converge",
            RuleKind::CityGoal => "city-goal",
        }
    }

    /// The word for the kind; none for a kind that is not said.
    pub(super) const fn of_kind(kind: CountyKind) -> Option<&'static str> {
        match kind {
            CountyKind::District => Some("district"),
            CountyKind::County => Some("county"),
            CountyKind::Unspecified => None,
        }
    }
}
