//! The words of the schema. They belong to it and never change within it, whatever the model calls its variants; the
//! identifiers of its tables are such words.

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
}

/// Members of the model's tables go by their identifiers.
macro_rules! named_by_id {
    ($($type:ident),+) => {
        $(
            impl Named for $type {
                fn name(self) -> &'static str {
                    self.id()
                }

                fn named(name: &str) -> Option<Self> {
                    Self::ALL.into_iter().find(|of| of.id() == name)
                }
            }
        )+
    };
}

named_by_id!(Figure, Counted, Indicator);

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
