//! The measures of an allocation of a scenario.

use super::super::{Children, CountyInputs, Ratio, Scenario, Slots};
use super::{Fairness, Weight, fairness, per_thousand};

/// One allocation and how even it is, against the children under three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// How even new slots lie.
    pub fairness: Fairness,
    /// The fewest and the most new slots per thousand under-threes, by county.
    pub new: Option<(Ratio, Ratio)>,
    /// The same of all slots, with the new ones.
    pub all: Option<(Ratio, Ratio)>,
}

/// Measures slots, one number per county in the region's order, against the scenario's children; nothing where a county's
/// are not known.
#[must_use]
pub fn measured(scenario: &Scenario, slots: &[Slots]) -> Option<Measured> {
    let children: Vec<Children> = scenario.counties().iter().map(|of| of.children).collect::<Option<_>>()?;
    let weights: Vec<Weight> = children.iter().map(|children| Weight::whole(children.get())).collect();
    let all = |(of, new): (&CountyInputs, &Slots)| of.slots_with(*new);
    let all: Option<Vec<Slots>> = scenario.counties().iter().zip(slots).map(all).collect();
    Some(Measured {
        fairness: fairness(slots, &weights, &children),
        new: ends(slots, &children),
        all: all.and_then(|all| ends(&all, &children)),
    })
}

/// Measures the scenario's own allocation; nothing where a county has none yet.
#[must_use]
pub fn measured_own(scenario: &Scenario) -> Option<Measured> {
    let slots: Vec<Slots> = scenario.counties().iter().map(|of| of.slots).collect::<Option<_>>()?;
    measured(scenario, &slots)
}

/// The fewest and the most slots per thousand children.
fn ends(slots: &[Slots], children: &[Children]) -> Option<(Ratio, Ratio)> {
    let mut rates = slots.iter().zip(children).filter_map(|(slots, children)| per_thousand(*slots, *children));
    let first = rates.next()?;
    Some(rates.fold((first, first), |(least, most), rate| {
        (if least.reaches(rate) { rate } else { least }, if rate.reaches(most) { rate } else { most })
    }))
}
