//! The words of the schema. They belong to it and never change within it, whatever the model calls its variants.

use crate::saved::{Named, names};
use tuowei_model::{Counted, CountyKind, Figure, Indicator, Method, RuleKind, Settlement, TaskStatus, WeightKind};

names! {
    WeightKind {
        Children = "children",
        Enrolments = "enrolments",
        Unmet = "unmet",
        Slots = "slots",
        Equal = "equal",
        Current = "current",
        Custom = "custom",
    }

    Method {
        LargestRemainder = "largest-remainder",
        DHondt = "dhondt",
        Webster = "webster",
        Hill = "hill",
        Adams = "adams",
        Dean = "dean",
    }

    Settlement {
        DocumentOrder = "document-order",
        LargerKey = "more-children",
        Chosen = "by-hand",
    }

    RuleKind {
        Uniform = "uniform",
        Proportional = "proportional",
        Converge = "converge",
        CityGoal = "city-goal",
    }

    TaskStatus {
        Open = "open",
        Running = "running",
        Done = "done",
        Dropped = "dropped",
    }

    Counted {
        Children = "children",
        Enrolled = "enrolled",
        EnrolledPublic = "enrolled_public",
        Slots = "slots",
        SlotsPublic = "slots_public",
        Inclusive = "inclusive",
        InclusiveAdded = "inclusive_added",
        Institutions = "institutions",
        InstitutionsPublic = "institutions_public",
        Registered = "registered",
        RegisteredPublic = "registered_public",
        Contracted = "contracted",
        ContractedPublic = "contracted_public",
        Carers = "carers",
        CarersPublic = "carers_public",
        Staff = "staff",
        StaffPublic = "staff_public",
        Certified = "certified",
        CertifiedPublic = "certified_public",
        ProvinceConcerned = "province_concerned",
        ProvinceTrained = "province_trained",
        CityConcerned = "city_concerned",
        CityTrained = "city_trained",
        CountyConcerned = "county_concerned",
        CountyTrained = "county_trained",
        Competed = "competed",
        Allocated = "allocated",
        Disbursed = "disbursed",
    }

    Indicator {
        Utilisation = "utilisation",
        UtilisationPublic = "utilisation-public",
        Enrolment = "enrolment",
        InclusiveAdded = "inclusive-added",
        InclusiveShare = "inclusive-share",
        Subsidy = "subsidy",
        Registration = "registration",
        RegistrationPublic = "registration-public",
        Contract = "contract",
        ContractPublic = "contract-public",
        Certified = "certified",
        CertifiedPublic = "certified-public",
        TrainedByProvince = "trained-by-province",
        TrainedByCity = "trained-by-city",
        TrainedByCounty = "trained-by-county",
        Competed = "competed",
        CompetedByCities = "competed-by-cities",
    }
}

/// A figure by its identifier, under `bases`.
impl Named for Figure {
    fn name(self) -> &'static str {
        self.id()
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|figure| figure.id() == name)
    }
}

/// A kind that is not said has no word.
impl Named for CountyKind {
    fn name(self) -> &'static str {
        match self {
            Self::District => "district",
            Self::County => "county",
            Self::Unspecified => "",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::District, Self::County].into_iter().find(|kind| kind.name() == name)
    }
}
