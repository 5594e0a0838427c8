//! The columns of the county grid, and which of them a view shows.

use tuowei_model::Figure;

/// Makes the columns and the list of those that are not typed, so that none is left out of it.
macro_rules! columns {
    ($($(#[$doc:meta])+ $column:ident,)+) => {
        /// A column of the county grid.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum GridColumn {
            $($(#[$doc])+ $column,)+
            /// A figure that is typed.
            Input(Figure),
        }

        /// Those that are not typed, those of the plan first.
        const UNTYPED: [GridColumn; [$(GridColumn::$column),+].len()] = [$(GridColumn::$column),+];
    };
}

columns! {
    /// 县（区）.
    Name,
    /// Target − base, in percentage points; computed.
    Uplift,
    /// Target, in percent; computed, but a target that is pasted can pin it.
    Target,
    /// Share of all slots given, in percent; computed.
    Share,
    /// Whether the allocation is locked.
    Lock,
    /// Children enrolled at the target; computed.
    EnrolledThen,
    /// How many more they are; computed.
    NewEnrolments,
    /// Slots with all that is new; computed.
    SlotsAfter,
    /// The utilisation that the target asks of them, in percent; computed.
    Utilisation,
    /// Slots that lack for the target; computed.
    Shortage,
    /// Share of inclusive slots with all that is new, in percent; computed.
    InclusiveShare,
    /// Slots with all that is new per thousand people, with two decimals; computed.
    PerThousand,
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
}
