//! The figures that are typed for each county: one table, which everything that goes figure by figure runs over.

use super::{Children, CountyId, CountyInputs, Edit, EditProblem, Persons, Place, Rate, Slots};

/// Makes the kinds of figures and their values from one table.
macro_rules! kinds {
    ($($kind:ident: $new:ident, $whole:ident, most $most:expr, adds up $adds:literal;)+) => {
        /// What a figure counts, and with it its unit and its bounds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FigureKind {
            $(#[doc = concat!(" [`", stringify!($kind), "`].")] $kind,)+
        }

        /// A figure that is known, in the unit of its kind.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FigureValue {
            $(#[doc = concat!(" Of [`FigureKind::", stringify!($kind), "`].")] $kind($kind),)+
        }

        impl FigureKind {
            /// The whole number as a figure of this kind; nothing beyond its bounds.
            #[must_use]
            pub fn value(self, whole: u64) -> Option<FigureValue> {
                let whole = u32::try_from(whole).ok()?;
                match self { $(Self::$kind => $kind::$new(whole).map(FigureValue::$kind),)+ }
            }

            /// The largest whole number that is one.
            #[must_use]
            pub const fn most(self) -> u32 {
                match self { $(Self::$kind => $most,)+ }
            }

            /// Whether it is a count: figures of several counties add up to the city's. Rates do not.
            #[must_use]
            pub const fn is_count(self) -> bool {
                match self { $(Self::$kind => $adds,)+ }
            }
        }

        impl FigureValue {
            /// Its kind.
            #[must_use]
            pub const fn kind(self) -> FigureKind {
                match self { $(Self::$kind(_) => FigureKind::$kind,)+ }
            }

            /// The whole number in the unit of its kind.
            #[must_use]
            pub const fn whole(self) -> u32 {
                match self { $(Self::$kind(value) => value.$whole(),)+ }
            }
        }
    };
}

kinds! {
    // the type of its values: how one is made from a whole number and read as one, its largest
    Rate: from_ppm, ppm, most Rate::FULL.ppm(), adds up false;
    Slots: new, get, most Slots::MOST, adds up true;
    Children: new, get, most Children::MOST, adds up true;
    Persons: new, get, most Persons::MOST, adds up true;
}

/// Whose word a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FigureOrigin {
    /// The official plan states it: 恢复市方案 brings it back.
    Stated,
    /// It describes the county and is counted there: whatever is decided, it stays.
    Surveyed,
}

/// Makes the list of figures from the rows of the table, so that none is left out of it.
macro_rules! figures {
    ($($(#[$doc:meta])* $figure:ident: $id:literal, $kind:ident, $field:ident, $origin:ident;)+) => {
        /// A figure of a county that can be typed.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Figure {
            $($(#[$doc])* #[doc = concat!(" [`CountyInputs::", stringify!($field), "`].")] $figure,)+
        }

        impl Figure {
            /// All, in the grid's order.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$figure),+];

            /// Its word in the schema and in the names that scripts use.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$figure => $id,)+ }
            }

            /// What it counts.
            #[must_use]
            pub const fn kind(self) -> FigureKind {
                match self { $(Self::$figure => FigureKind::$kind,)+ }
            }

            /// Whose word it is.
            #[must_use]
            pub const fn origin(self) -> FigureOrigin {
                match self { $(Self::$figure => FigureOrigin::$origin,)+ }
            }

            /// What a county has of it.
            #[must_use]
            pub fn of(self, inputs: &CountyInputs) -> Option<FigureValue> {
                match self { $(Self::$figure => inputs.$field.map(FigureValue::$kind),)+ }
            }

            /// Puts a value into the inputs and answers the one before.
            ///
            /// # Errors
            /// The value is of another kind; nothing is changed then.
            pub fn put(
                self,
                inputs: &mut CountyInputs,
                value: Option<FigureValue>,
            ) -> Result<Option<FigureValue>, EditProblem> {
                let before = self.of(inputs);
                match (self, value) {
                    $(
                        (Self::$figure, None) => inputs.$field = None,
                        (Self::$figure, Some(FigureValue::$kind(value))) => inputs.$field = Some(value),
                    )+
                    (_, Some(_)) => return Err(EditProblem::AnotherKind(self)),
                }
                Ok(before)
            }
        }

        /// An edit for each figure, with the type of its value.
        impl Edit {
            $(
                #[doc = concat!(" Sets a county's [`CountyInputs::", stringify!($field), "`].")]
                #[must_use]
                pub fn $field(county: CountyId, value: Option<$kind>) -> Self {
                    Self::SetFigure(county, Figure::$figure, value.map(FigureValue::$kind))
                }
            )+
        }

        /// The place of each figure.
        impl Place {
            $(
                #[doc = concat!(" A county's [`CountyInputs::", stringify!($field), "`].")]
                #[must_use]
                pub const fn $field(county: CountyId) -> Self {
                    Self::Figure(county, Figure::$figure)
                }
            )+
        }
    };
}

// A figure more is a row here and a field of `CountyInputs`; what else it needs does not compile without it, or is a test.
figures! {
    // identifier, kind, field of `CountyInputs`, origin
    Children: "children", Children, children, Surveyed;
    Base: "base", Rate, base, Stated;
    Pin: "pin", Rate, pin, Stated;
    Slots: "slots", Slots, slots, Stated;
    Capacity: "capacity", Slots, capacity, Surveyed;
    Inclusive: "inclusive", Slots, inclusive, Surveyed;
    Enrolled: "enrolled", Children, enrolled, Surveyed;
    Other: "other", Slots, other, Surveyed;
    Population: "population", Persons, population, Surveyed;
}

impl Figure {
    /// The whole number as a value of this figure, in the unit of its kind; nothing beyond its bounds.
    #[must_use]
    pub fn value(self, whole: u64) -> Option<FigureValue> {
        self.kind().value(whole)
    }

    /// The city's: the sum of the counties'. Nothing where one of them is not known, or where figures of this kind do not
    /// add up.
    #[must_use]
    pub fn total<'a>(self, counties: impl Iterator<Item = &'a CountyInputs>) -> Option<u64> {
        let values = counties.map(|inputs| self.of(inputs).map(|value| u64::from(value.whole())));
        if self.kind().is_count() { values.sum() } else { None }
    }

    /// Those of this origin, in the grid's order.
    pub fn all_of(origin: FigureOrigin) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |figure| figure.origin() == origin)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_put_stands_there_and_nowhere_else() {
        for figure in Figure::ALL {
            let mut inputs = CountyInputs::default();
            let value = figure.value(7);
            assert_eq!(figure.put(&mut inputs, value), Ok(None));
            for other in Figure::ALL {
                assert_eq!(other.of(&inputs), value.filter(|_| other == figure), "{other:?} beside {figure:?}");
            }
            assert_eq!(figure.put(&mut inputs, None), Ok(value));
            assert_eq!(inputs, CountyInputs::default());
        }
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        for figure in Figure::ALL {
            for other in Figure::ALL.into_iter().filter(|other| other.kind() != figure.kind()) {
                let mut inputs = CountyInputs::default();
                assert_eq!(figure.put(&mut inputs, other.value(7)), Err(EditProblem::AnotherKind(figure)));
                assert_eq!(inputs, CountyInputs::default());
            }
        }
    }

    #[test]
    fn values_end_where_their_kind_does() {
        for figure in Figure::ALL {
            let most = u64::from(figure.kind().most());
            assert_eq!(
                figure.value(most).map(|value| (value.kind(), u64::from(value.whole()))),
                Some((figure.kind(), most))
            );
            assert_eq!(figure.value(most + 1), None);
        }
    }

    #[test]
    fn no_two_figures_have_the_same_identifier() {
        let mut ids = Figure::ALL.map(Figure::id);
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    }
}
