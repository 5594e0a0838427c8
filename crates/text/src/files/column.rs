//! The columns of the county grid, and which of them a view shows.

use tuowei_model::Figure;

/// Makes the columns and the list of those that are not typed, so that none is left out of it.
macro_rules! columns {
    ($($(#[$doc:meta])+ $column:ident: $id:literal,)+) => {
        /// A column of the county grid.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum GridColumn {
            $($(#[$doc])+ $column,)+
            /// A figure that is typed.
            Input(Figure),
        }

        impl GridColumn {
            /// Its word in the settings and in the names that scripts use.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$column => $id,)+
                    Self::Input(figure) => figure.id(),
                }
            }
        }

        /// Those that are not typed, those of the plan first.
        const UNTYPED: [GridColumn; [$(GridColumn::$column),+].len()] = [$(GridColumn::$column),+];
    };
}

columns! {
    /// 县（区）.
    Name: "name",
    /// Target − base, in percentage points; computed.
    Uplift: "uplift",
    /// Target, in percent; computed, but a target that is pasted can pin it.
    Target: "target",
    /// Share of all slots given, in percent; computed.
    Share: "share",
    /// Whether the allocation is locked.
    Lock: "lock",
    /// Children enrolled at the target; computed.
    EnrolledThen: "enrolled-then",
    /// How many more they are; computed.
    NewEnrolments: "new-enrolments",
    /// Slots with all that is new; computed.
    SlotsAfter: "slots-after",
    /// The utilisation that the target asks of them, in percent; computed.
    Utilisation: "utilisation",
    /// Slots that lack for the target; computed.
    Shortage: "shortage",
    /// Share of inclusive slots with all that is new, in percent; computed.
    InclusiveShare: "inclusive-share",
    /// Slots with all that is new per thousand people, with two decimals; computed.
    PerThousand: "per-thousand",
}

/// Which columns the grid shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum GridView {
    /// Targets and slots: 表一 and 表二.
    #[default]
    Plan,
    /// Supply and demand: 供需.
    Supply,
}

impl GridView {
    /// Its columns, from the left.
    #[must_use]
    pub const fn columns(self) -> &'static [GridColumn] {
        use Figure::*;
        use GridColumn::*;
        match self {
            Self::Plan => &[Name, Input(Children), Input(Base), Uplift, Target, Input(Pin), Input(Slots), Share, Lock],
            Self::Supply => &[
                Name,
                Input(Children),
                Input(Enrolled),
                Input(Capacity),
                Input(Inclusive),
                Input(Other),
                Input(Slots),
                EnrolledThen,
                NewEnrolments,
                SlotsAfter,
                Utilisation,
                Shortage,
                InclusiveShare,
                Input(Population),
                PerThousand,
            ],
        }
    }
}

/// Columns of the supply view that the planner hid. The names are always on show, and so is all of the plan's view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct HiddenColumns(u32);

impl HiddenColumns {
    /// The columns that can be hidden, from the left.
    pub fn choices() -> impl Iterator<Item = GridColumn> {
        GridView::Supply.columns().iter().copied().filter(|column| *column != GridColumn::Name)
    }

    /// Its place among the choices.
    fn bit(column: GridColumn) -> u32 {
        Self::choices().position(|choice| choice == column).map_or(0, |at| 1 << at)
    }

    /// Whether the column is hidden.
    #[must_use]
    pub fn contains(self, column: GridColumn) -> bool {
        self.0 & Self::bit(column) != 0
    }

    /// The same with this column the other way; the same where it cannot be hidden.
    #[must_use]
    pub fn toggled(self, column: GridColumn) -> Self {
        Self(self.0 ^ Self::bit(column))
    }

    /// The hidden ones, from the left.
    pub fn each(self) -> impl Iterator<Item = GridColumn> {
        Self::choices().filter(move |column| self.contains(*column))
    }

    /// The columns of a view that are on show, from the left.
    #[must_use]
    pub fn shown(self, view: GridView) -> Vec<GridColumn> {
        let is_shown = |column: &GridColumn| view == GridView::Plan || !self.contains(*column);
        view.columns().iter().copied().filter(is_shown).collect()
    }
}

impl FromIterator<GridColumn> for HiddenColumns {
    fn from_iter<I: IntoIterator<Item = GridColumn>>(columns: I) -> Self {
        Self(columns.into_iter().fold(0, |hidden, column| hidden | Self::bit(column)))
    }
}

impl GridColumn {
    /// All columns: those of the plan from the left, then the other figures, then what is computed beside them.
    pub fn all() -> impl Iterator<Item = Self> {
        let plan = GridView::Plan.columns();
        let rest = Figure::ALL.into_iter().map(Self::Input).chain(UNTYPED);
        plan.iter().copied().chain(rest.filter(|column| !plan.contains(column)))
    }

    /// The figure that a planner types into the column, if it is one to type into.
    #[must_use]
    pub const fn figure(self) -> Option<Figure> {
        if let Self::Input(figure) = self { Some(figure) } else { None }
    }
}

impl From<Figure> for GridColumn {
    fn from(figure: Figure) -> Self {
        Self::Input(figure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_stands_in_some_view() {
        for column in GridColumn::all() {
            let is_shown = |view: GridView| view.columns().contains(&column);
            assert!(is_shown(GridView::Plan) || is_shown(GridView::Supply), "{column:?}");
        }
    }

    #[test]
    fn hidden_columns_are_those_of_the_supply_view_and_never_the_names() {
        let hidden = HiddenColumns::default().toggled(GridColumn::Shortage).toggled(Figure::Slots.into());
        let hidden = hidden.toggled(GridColumn::Name).toggled(GridColumn::Lock);
        assert_eq!(hidden.each().collect::<Vec<_>>(), [Figure::Slots.into(), GridColumn::Shortage]);
        assert_eq!(hidden.shown(GridView::Plan), GridView::Plan.columns());
        let shown = hidden.shown(GridView::Supply);
        assert_eq!(shown.len(), GridView::Supply.columns().len() - 2);
        assert_eq!(shown[0], GridColumn::Name);
        assert!(!shown.contains(&GridColumn::Shortage));
        assert_eq!(hidden.each().fold(hidden, HiddenColumns::toggled), HiddenColumns::default());
        assert_eq!(HiddenColumns::choices().collect::<HiddenColumns>().shown(GridView::Supply), [GridColumn::Name]);
    }

    #[test]
    fn no_two_columns_have_the_same_identifier() {
        let mut ids: Vec<&str> = GridColumn::all().map(GridColumn::id).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
    }
}
