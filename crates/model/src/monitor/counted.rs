//! The figures that counties report: one table, which everything that goes figure by figure runs over.

/// What a reported figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountedKind {
    /// Children, carers or other people.
    People,
    /// Places for one child each.
    Slots,
    /// Institutions.
    Institutions,
    /// Whether something was done: 0 or 1.
    Done,
    /// Funds, in 0.01 万元.
    Funds,
}

/// How a reported figure moves within a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CountedCourse {
    /// As it stands on the day; it may rise and fall.
    Current,
    /// Adds up over the year: a later report cannot say less than an earlier one.
    Cumulative,
}

/// Makes the list of reported figures from the rows of the table, so that none is left out of it.
macro_rules! counted {
    ($($(#[$doc:meta])+ $of:ident: $id:literal, $kind:ident, $course:ident $(, public $public:ident)?;)+) => {
        /// A figure that a county reports. Funds count 0.01 万元, all else whole children, places, institutions or people.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Counted {
            $($(#[$doc])+ $of,)+
        }

        impl Counted {
            /// How many there are.
            pub const COUNT: usize = [$($id),+].len();

            /// All of them, in the order of their columns.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$of),+];

            /// Its word in the schema: `enrolled_public`.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$of => $id,)+ }
            }

            /// What it counts.
            #[must_use]
            pub const fn kind(self) -> CountedKind {
                match self { $(Self::$of => CountedKind::$kind,)+ }
            }

            /// How it moves within a year.
            #[must_use]
            pub const fn course(self) -> CountedCourse {
                match self { $(Self::$of => CountedCourse::$course,)+ }
            }

            /// The same of public county centres alone (县域公办), where that is reported.
            #[must_use]
            pub const fn of_public(self) -> Option<Self> {
                match self {
                    $($(Self::$of => Some(Self::$public),)?)+
                    _ => None,
                }
            }
        }
    };
}

counted! {
    // identifier, kind, course; the figure of public centres alone
    /// Children under three.
    Children: "children", People, Current;
    /// Children enrolled.
    Enrolled: "enrolled", People, Current, public EnrolledPublic;
    /// Those of them in public county centres (县域公办).
    EnrolledPublic: "enrolled_public", People, Current;
    /// Slots.
    Slots: "slots", Slots, Current, public SlotsPublic;
    /// Those of them in public county centres.
    SlotsPublic: "slots_public", Slots, Current;
    /// Inclusive slots (普惠托位).
    Inclusive: "inclusive", Slots, Current;
    /// Inclusive slots that are new since the survey of 2025.
    InclusiveAdded: "inclusive_added", Slots, Cumulative;
    /// Institutions.
    Institutions: "institutions", Institutions, Current, public InstitutionsPublic;
    /// Public county centres among them.
    InstitutionsPublic: "institutions_public", Institutions, Current;
    /// Registered institutions (备案).
    Registered: "registered", Institutions, Current, public RegisteredPublic;
    /// Public county centres among them.
    RegisteredPublic: "registered_public", Institutions, Current;
    /// Institutions with a medical partner (签约).
    Contracted: "contracted", Institutions, Current, public ContractedPublic;
    /// Public county centres among them.
    ContractedPublic: "contracted_public", Institutions, Current;
    /// Full-time carers (全职保育人员).
    Carers: "carers", People, Current, public CarersPublic;
    /// Those of them in public county centres.
    CarersPublic: "carers_public", People, Current;
    /// Everybody who works there (从业人员).
    Staff: "staff", People, Current, public StaffPublic;
    /// Those of them in public county centres.
    StaffPublic: "staff_public", People, Current;
    /// Holders of a certificate (持证).
    Certified: "certified", People, Current, public CertifiedPublic;
    /// Those of them in public county centres.
    CertifiedPublic: "certified_public", People, Current;
    /// Heads of centres whom the province is to train.
    ProvinceConcerned: "province_concerned", People, Current;
    /// Those of them whom it has trained.
    ProvinceTrained: "province_trained", People, Cumulative;
    /// Carers whom the city is to train.
    CityConcerned: "city_concerned", People, Current;
    /// Those of them whom it has trained.
    CityTrained: "city_trained", People, Cumulative;
    /// Carers whom the county is to train.
    CountyConcerned: "county_concerned", People, Current;
    /// Those of them whom it has trained.
    CountyTrained: "county_trained", People, Cumulative;
    /// Whether a skills competition was held: 0 or 1.
    Competed: "competed", Done, Cumulative;
    /// Subsidies handed down (下拨).
    Allocated: "allocated", Funds, Cumulative;
    /// Those of them paid out (已拨付).
    Disbursed: "disbursed", Funds, Cumulative;
}

impl Counted {
    /// The largest figure that is taken as meant and not as a slip of the hand: of funds, 10 million 万元.
    pub const MOST: u32 = 1_000_000_000;

    /// Whether a later report cannot say less than an earlier one.
    #[must_use]
    pub const fn is_cumulative(self) -> bool {
        matches!(self.course(), CountedCourse::Cumulative)
    }

    /// Whether it counts money.
    #[must_use]
    pub const fn is_funds(self) -> bool {
        matches!(self.kind(), CountedKind::Funds)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_figures_have_the_same_identifier() {
        let mut ids = Counted::ALL.map(Counted::id);
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    }

    #[test]
    fn what_public_centres_report_is_counted_alike() {
        for (all, public) in Counted::ALL.into_iter().filter_map(|of| Some((of, of.of_public()?))) {
            assert_eq!(
                (public.kind(), public.course(), public.of_public()),
                (all.kind(), all.course(), None),
                "{all:?}"
            );
        }
    }
}
