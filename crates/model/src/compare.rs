//! Two to four scenarios of one region side by side (对比): what each gives a county, and how far it lies from a
//! reference.

use super::{
    CityRate, CountyId, CountyInputs, Edit, Figure, FigureOrigin, Hundredths, Outcome, Points, Ratio, Scenario, Slots,
    Supply, descending, per_thousand,
};

/// A scenario that is compared, with what follows from it.
#[derive(Clone, Copy)]
pub struct Alternative<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// What follows from it.
    pub outcome: &'a Outcome,
    /// How its targets fit its slots; without it no utilisation is compared.
    pub supply: Option<&'a Supply>,
}

/// What of a county is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Compared {
    /// 2025 base. In parts per million.
    Base,
    /// 2026 target. In parts per million.
    Target,
    /// Allocation. In slots.
    Slots,
    /// Share of what is allocated. In 0.01 %.
    Share,
    /// Enrolled at the target ÷ slots after. In 0.01 %, as it is shown.
    Utilisation,
    /// New slots per thousand children under three. In 0.01, as it is shown.
    PerThousand,
}

impl Compared {
    /// All of them, in the order of their columns.
    pub const ALL: [Self; 6] =
        [Self::Base, Self::Target, Self::Slots, Self::Share, Self::Utilisation, Self::PerThousand];
}

/// One figure each, in the order of [`Compared::ALL`] and in its unit; nothing where it is not known.
type Figures = [Option<i64>; Compared::ALL.len()];

/// In which order counties stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CompareOrder {
    /// As in the reference's region.
    #[default]
    Document,
    /// The largest difference of this figure first, over all alternatives; equal ones as in the region.
    Largest(Compared),
}

/// Why scenarios cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComparisonProblem {
    /// Fewer than two.
    TooFew,
    /// More than [`Comparison::MOST`].
    TooMany,
    /// The one at this position is of another region, or of another year, than the reference.
    AnotherRegion(usize),
}

/// Scenarios side by side. Counties stand by their positions in the reference's region, and are found in the others by
/// their identifiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    reference: usize,
    /// By alternative, then by county.
    sides: Vec<Vec<Figures>>,
    /// By alternative.
    totals: Vec<Figures>,
}

impl Comparison {
    /// The most alternatives, the reference among them.
    pub const MOST: usize = 4;

    /// Sets the alternatives beside each other; the one at `reference` is what the others differ from.
    ///
    /// # Errors
    /// Too few or too many of them, or one of another region.
    pub fn new(alternatives: &[Alternative<'_>], reference: usize) -> Result<Self, ComparisonProblem> {
        if alternatives.len() > Self::MOST {
            return Err(ComparisonProblem::TooMany);
        }
        let (Some(first), true) = (alternatives.get(reference), alternatives.len() > 1) else {
            return Err(ComparisonProblem::TooFew);
        };
        if let Some(other) = alternatives.iter().position(|other| !is_same_region(first.scenario, other.scenario)) {
            return Err(ComparisonProblem::AnotherRegion(other));
        }
        let counties = first.scenario.region().counties();
        let side = |of: &Alternative<'_>| -> Vec<Figures> {
            let region = of.scenario.region();
            // Nearly always a county stands at the same place, and does not have to be looked for.
            let place = |at: usize, id: &CountyId| match region.counties().get(at) {
                Some(county) if county.id == *id => Some(at),
                _ => region.position(id),
            };
            counties.iter().enumerate().map(|(at, county)| figures(of, place(at, &county.id))).collect()
        };
        Ok(Self {
            reference,
            sides: alternatives.iter().map(side).collect(),
            totals: alternatives.iter().map(total).collect(),
        })
    }

    /// Which of the alternatives the others are held against.
    #[must_use]
    pub const fn reference(&self) -> usize {
        self.reference
    }

    /// How many alternatives there are.
    #[must_use]
    pub fn alternatives(&self) -> usize {
        self.sides.len()
    }

    /// How many counties there are.
    #[must_use]
    pub fn counties(&self) -> usize {
        self.sides.first().map_or(0, Vec::len)
    }

    /// What an alternative gives a county, in the figure's unit.
    #[must_use]
    pub fn value(&self, alternative: usize, county: usize, of: Compared) -> Option<i64> {
        self.sides.get(alternative)?.get(county)?[of as usize]
    }

    /// How far that lies above the reference's, where both are known.
    #[must_use]
    pub fn difference(&self, alternative: usize, county: usize, of: Compared) -> Option<i64> {
        // Figures of at most 10^8 · 10^6 each.
        Some(self.value(alternative, county, of)? - self.value(self.reference, county, of)?)
    }

    /// What an alternative gives the whole city, in the figure's unit; of base and target as they are shown.
    #[must_use]
    pub fn total(&self, alternative: usize, of: Compared) -> Option<i64> {
        self.totals.get(alternative)?[of as usize]
    }

    /// How far that lies above the reference's, where both are known.
    #[must_use]
    pub fn total_difference(&self, alternative: usize, of: Compared) -> Option<i64> {
        Some(self.total(alternative, of)? - self.total(self.reference, of)?)
    }

    /// Whether a county's base, target or allocation is not the same in all alternatives.
    #[must_use]
    pub fn differs(&self, county: usize) -> bool {
        let of_reference = |of: Compared| self.value(self.reference, county, of);
        (0..self.sides.len()).any(|alternative| {
            [Compared::Base, Compared::Target, Compared::Slots]
                .into_iter()
                .any(|of| self.value(alternative, county, of) != of_reference(of))
        })
    }

    /// The counties on show, by position.
    #[must_use]
    pub fn rows(&self, order: CompareOrder, only_differing: bool) -> Vec<usize> {
        let shown = |county: &usize| !only_differing || self.differs(*county);
        match order {
            CompareOrder::Document => (0..self.counties()).filter(shown).collect(),
            CompareOrder::Largest(of) => {
                let largest = |county: usize| {
                    let differences = (0..self.sides.len()).filter_map(|at| self.difference(at, county, of));
                    differences.map(i64::unsigned_abs).max().unwrap_or(0)
                };
                descending((0..self.counties()).map(largest)).filter(shown).collect()
            }
        }
    }
}

/// Whether scenarios of the two may stand side by side: the same region in the same year.
#[must_use]
pub fn is_same_region(one: &Scenario, other: &Scenario) -> bool {
    one.region().is_alike(other.region())
}

/// The scenario with the surveyed figures ([`FigureOrigin::Surveyed`]) of another one of its region where it has none of
/// its own.
#[must_use]
pub fn surveyed(scenario: &Scenario, by: &Scenario) -> Scenario {
    let mut result = scenario.clone();
    let mut edits = Vec::new();
    for (county, of) in scenario.region().counties().iter().zip(scenario.counties()) {
        let Some(from) = by.county(&county.id) else { continue };
        for figure in Figure::all_of(FigureOrigin::Surveyed).filter(|figure| figure.of(of).is_none()) {
            if let Some(value) = figure.of(from) {
                edits.push(Edit::SetFigure(county.id.clone(), figure, Some(value)));
            }
        }
    }
    // The counties are its own, and any figure may be set.
    let _ = result.apply(&Edit::Batch(edits));
    result
}

/// The edit that gives a county of `open` what it has in `from`. A target comes as a target by hand, as it is one of many
/// that a rule gives. Nothing where `from` does not know it, where it is no input, or where both have the same.
#[must_use]
pub fn take(open: &Alternative<'_>, from: &Alternative<'_>, county: &CountyId, of: Compared) -> Option<Edit> {
    let row_of = |of: &Alternative<'_>| {
        let position = of.scenario.region().position(county)?;
        of.outcome.rows.get(position).copied()
    };
    let (row, mine) = (row_of(from)?, row_of(open)?);
    let (has_it, edit) = match of {
        Compared::Base => (mine.inputs.base == row.inputs.base, Edit::base(county.clone(), Some(row.inputs.base?))),
        Compared::Target => {
            let target = row.target.rate()?;
            (mine.target.rate() == Some(target), Edit::pin(county.clone(), Some(target)))
        }
        Compared::Slots => {
            (mine.inputs.slots == row.inputs.slots, Edit::slots(county.clone(), Some(row.inputs.slots?)))
        }
        Compared::Share | Compared::Utilisation | Compared::PerThousand => return None,
    };
    (!has_it).then_some(edit)
}

fn figures(of: &Alternative<'_>, position: Option<usize>) -> Figures {
    let Some((at, row)) = position.and_then(|at| Some((at, of.outcome.rows.get(at)?))) else {
        return Figures::default();
    };
    let inputs: &CountyInputs = &row.inputs;
    let supplied = of.supply.and_then(|supply| supply.rows.get(at));
    let whole = |slots: Slots| i64::from(slots.get());
    [
        inputs.base.map(|base| i64::from(base.ppm())),
        row.target.rate().map(|target| i64::from(target.ppm())),
        inputs.slots.map(whole),
        row.share.map(shown),
        supplied.and_then(|row| row.utilisation_needed().ok()).map(|ratio| shown(ratio.percent_shown())),
        inputs.slots.zip(inputs.children).and_then(|(slots, children)| per_thousand(slots, children)).map(number),
    ]
}

fn total(of: &Alternative<'_>) -> Figures {
    let (city, allocated) = (&of.outcome.city, of.outcome.allocation.allocated);
    // A rate that is shown with two decimals, in parts per million.
    let rate = |rate: CityRate| rate.percent_shown().map(|percent| shown(percent) * 100);
    let shares = of.outcome.rows.iter().filter_map(|row| row.share).map(shown);
    let utilisation = of.supply.and_then(|supply| supply.city.total.utilisation_needed().ok());
    let per_child = city.children.and_then(|all| Ratio::new(u128::from(allocated) * 1_000, u128::from(all)));
    [
        rate(city.base),
        rate(city.target),
        Some(allocated.cast_signed()),
        shares.reduce(|one, other| one + other),
        utilisation.map(|ratio| shown(ratio.percent_shown())),
        per_child.map(number),
    ]
}

fn shown(percent: Hundredths) -> i64 {
    i64::from(percent.get())
}

fn number(ratio: Ratio) -> i64 {
    shown(ratio.number_shown())
}

/// A difference of base or target as points; nothing where it is larger than any two rates can lie apart.
#[must_use]
pub fn points_of(difference: i64) -> Option<Points> {
    i32::try_from(difference).ok().and_then(Points::from_ppm)
}
