//! A scenario as text: what is stored, and the scenario file that planners take away and open again.
//!
//! Saved fields are not model types: their names and units belong to the schema and never change within it.
//! Every figure is a whole number whose name carries its unit where it has one (`base_ppm`: parts per million); a
//! figure that is not known is left out. A field more, or one that means something else, is a new schema: it gets
//! its step in [`upgrade`], while the fixtures of the older ones stay as they are.

mod division;
mod problem;
mod read;
mod upgrade;
mod write;

pub use problem::ReadProblem;
pub use read::from_json;
pub use write::to_json;
pub(super) use write::{Fields, quoted};

/// The schema that is written. Older ones are read as well.
pub const SCHEMA: u32 = 3;

/// The mark of a file or entry of this page.
pub(super) const APP: &str = "tuowei";

/// The words for target rules.
mod words {
    use crate::model::{CountyKind, Figure, Method, RuleKind, Settlement, WeightKind};

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
