//! From what is wanted back to the one input that may move.
//!
//! Every answer is read off the forward computation with the edit applied, and so is what the page then shows.

mod trial;

use super::super::{CityRate, CountyId, Edit, Outcome, Points, Rate, Ratio, RuleKind, Scenario, Slots, evaluate};
use super::primitives::{STEP_PPM, WHOLE, further_inclusive, slots_for, smallest, to_convert};
use super::row::both;
use super::{MissingInput, MissingInputs, SupplyRow, room, room_in, rows_of};
use trial::Trial;

/// What is to come out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Goal {
    /// The city rate of the target year is at least this.
    CityRate(Rate),
    /// The county's target is at least this; where its slots may move, it is this and every child has one.
    CountyTarget(CountyId, Rate),
    /// At the targets no county uses more than this share of its slots; at 100 % none is short.
    NoShortage(Rate),
    /// The same for one county.
    NoShortageIn(CountyId, Rate),
    /// At least this share of the city's slots is inclusive.
    InclusiveShare(Rate),
}

/// What may move for it; all else stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lever {
    /// u of the uniform rule, which is put in force. Pins, floor and cap stay.
    Uplift,
    /// The county's allocation.
    CountySlots(CountyId),
    /// The task total. A larger task alone gives no county a slot, so this hands out as well: every county keeps
    /// what it is given, locked ones keep exactly that, and what is missing comes on top (our own rule).
    Task,
    /// Existing slots turned inclusive.
    Conversions,
}

/// How an answer follows; the formula that the page shows with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// The smallest u with Σ C·(b + u) ÷ Σ C ≥ goal.
    UpliftForCity,
    /// The smallest u with b + u ≥ target.
    UpliftForTarget,
    /// The largest u with ⌈C·(b + u)⌉ ≤ v·S₁.
    UpliftCarried,
    /// a = ⌈⌈C·target⌉ ÷ v⌉ − S₀ − o.
    SlotsNeeded,
    /// Σ of the allocations, each raised to what [`Self::SlotsNeeded`] gives.
    TaskForSlots,
    /// The smallest x with (P₁ + x) ÷ (S₁ + x) ≥ share.
    InclusiveAdded,
    /// x = ⌈share·S₁⌉ − P₁.
    InclusiveConverted,
}

/// The answer in its own unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// u, in whole steps of 0.01 points from 0 to 100.
    Uplift(Points),
    /// The county's whole allocation.
    CountySlots(Slots),
    /// The slots to hand out in all; the task need only be raised where it is smaller.
    Task(u64),
    /// So many existing slots turned inclusive.
    Conversions(u64),
}

/// What the forward computation gives for what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Forward {
    /// The city rate.
    CityRate(Ratio),
    /// The county's target.
    Target(Rate),
    /// The highest utilisation at the targets of the counties concerned. Nothing where a county without any slot
    /// has children to enrol.
    Utilisation(Option<Ratio>),
    /// The share of inclusive slots of the city.
    Share(Ratio),
}

/// What solving backwards comes to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It can be had.
    Reached {
        /// With this, rounded to the safe side: one step less, or more of an uplift that slots carry, fails.
        value: Moved,
        /// What brings it about; nothing where the scenario stands there.
        edit: Option<Edit>,
        /// Whether others bring it about as well, as only the sum over the counties counts; this one takes the
        /// counties in the region's order.
        one_of_many: bool,
        /// What comes out.
        forward: Forward,
        /// Whether the scenario as it stands meets what is wanted.
        already: bool,
    },
    /// It cannot.
    OutOfReach {
        /// How far the lever was taken.
        at: Moved,
        /// What that comes to.
        best: Forward,
        /// Why no more.
        why: WhyOutOfReach,
    },
    /// The lever does not move what is wanted.
    NotMoved(WhyNotMoved),
    /// Inputs are missing for it.
    Missing {
        /// Which.
        missing_inputs: MissingInputs,
        /// Of which counties; none where it is not a county's.
        counties: Vec<CountyId>,
    },
}

/// Why even the furthest move does not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyOutOfReach {
    /// Pins, the cap or 100 % hold the targets down.
    Held,
    /// These counties are short even then.
    StillShort(Vec<CountyId>),
    /// These locked counties are short.
    Locked(Vec<CountyId>),
    /// It takes more than [`Slots::MOST`] slots.
    TooMany,
    /// All slots are to be inclusive, and some are not.
    NeverAll,
    /// All existing slots are inclusive then.
    AllConverted,
}

/// Why a lever does not move what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNotMoved {
    /// The region has no such county.
    UnknownCounty,
    /// Slots set no rate.
    SlotsSetNoRate,
    /// Rates make no slot inclusive.
    RatesSetNoShare,
    /// A slot that is turned inclusive is no slot more.
    ConversionsAddNone,
    /// The slots of one county do not serve another.
    OtherCounty,
    /// The county's target is pinned.
    Pinned,
}

/// The formula by which the lever brings about what is wanted.
///
/// # Errors
/// The lever does not move it.
pub fn formula(goal: &Goal, lever: &Lever) -> Result<Formula, WhyNotMoved> {
    Ok(match (goal, lever) {
        (Goal::CityRate(_), Lever::Uplift) => Formula::UpliftForCity,
        (Goal::CountyTarget(..), Lever::Uplift) => Formula::UpliftForTarget,
        (Goal::NoShortage(_) | Goal::NoShortageIn(..), Lever::Uplift) => Formula::UpliftCarried,
        (Goal::CountyTarget(one, _) | Goal::NoShortageIn(one, _), Lever::CountySlots(other)) if one != other => {
            return Err(WhyNotMoved::OtherCounty);
        }
        (Goal::CountyTarget(..) | Goal::NoShortageIn(..) | Goal::NoShortage(_), Lever::CountySlots(_)) => {
            Formula::SlotsNeeded
        }
        (Goal::NoShortage(_) | Goal::NoShortageIn(..), Lever::Task) => Formula::TaskForSlots,
        (Goal::InclusiveShare(_), Lever::CountySlots(_) | Lever::Task) => Formula::InclusiveAdded,
        (Goal::InclusiveShare(_), Lever::Conversions) => Formula::InclusiveConverted,
        (Goal::InclusiveShare(_), Lever::Uplift) => return Err(WhyNotMoved::RatesSetNoShare),
        (Goal::NoShortage(_) | Goal::NoShortageIn(..), Lever::Conversions) => {
            return Err(WhyNotMoved::ConversionsAddNone);
        }
        (Goal::CityRate(_), Lever::CountySlots(_) | Lever::Task | Lever::Conversions)
        | (Goal::CountyTarget(..), Lever::Task | Lever::Conversions) => return Err(WhyNotMoved::SlotsSetNoRate),
    })
}

/// What the lever has to be for what is wanted to come out.
///
/// `outcome` is what [`evaluate`] gives for the scenario.
#[must_use]
pub fn solve(scenario: &Scenario, outcome: &Outcome, goal: &Goal, lever: &Lever) -> Answer {
    let named = match goal {
        Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _) => Some(county),
        _ => None,
    };
    let moved = if let Lever::CountySlots(county) = lever { Some(county) } else { None };
    if named.into_iter().chain(moved).any(|county| scenario.region().position(county).is_none()) {
        return Answer::NotMoved(WhyNotMoved::UnknownCounty);
    }
    if let Err(why) = formula(goal, lever) {
        return Answer::NotMoved(why);
    }
    let trial = Trial { start: scenario, goal, already: matches!(read(scenario, outcome, goal), Reading::Met(_)) };
    match (goal, lever) {
        (Goal::NoShortageIn(county, _) | Goal::CountyTarget(county, _), Lever::Uplift)
            if scenario.county(county).is_some_and(|inputs| inputs.pin.is_some()) =>
        {
            Answer::NotMoved(WhyNotMoved::Pinned)
        }
        (Goal::NoShortage(_) | Goal::NoShortageIn(..), Lever::Uplift) => trial.largest_uplift(),
        (_, Lever::Uplift) => trial.smallest_uplift(),
        (Goal::CountyTarget(county, rate), _) => trial.slots_for_target(outcome, county, *rate),
        (_, Lever::CountySlots(county)) => trial.county_slots(county, &[]),
        (Goal::InclusiveShare(share), Lever::Task) => trial.task_for_share(outcome, *share),
        (Goal::InclusiveShare(share), Lever::Conversions) => trial.conversions(outcome, *share),
        (Goal::NoShortage(rate), _) => trial.task_for_slots(outcome, None, *rate),
        (Goal::NoShortageIn(county, rate), _) => {
            trial.task_for_slots(outcome, scenario.region().position(county), *rate)
        }
        // Refused above.
        (Goal::CityRate(_), _) => Answer::NotMoved(WhyNotMoved::SlotsSetNoRate),
    }
}

/// How a scenario stands against what is wanted.
enum Reading {
    Met(Forward),
    /// With the counties that are short, where shortage is the matter.
    Unmet(Forward, Vec<CountyId>),
    Missing(MissingInputs, Vec<CountyId>),
}

fn read(scenario: &Scenario, outcome: &Outcome, goal: &Goal) -> Reading {
    let ids = || scenario.region().counties().iter().map(|county| county.id.clone());
    let verdict = |met: bool, forward: Forward| {
        if met { Reading::Met(forward) } else { Reading::Unmet(forward, Vec::new()) }
    };
    let counties_without = |has: &dyn Fn(usize) -> bool| -> Vec<CountyId> {
        ids().enumerate().filter(|(position, _)| !has(*position)).map(|(_, id)| id).collect()
    };
    match goal {
        Goal::CityRate(goal) => match outcome.city.target {
            CityRate::Known(rate) => verdict(reaches(rate, *goal), Forward::CityRate(rate)),
            CityRate::ChildrenMissing => Reading::Missing(
                MissingInput::Children.into(),
                counties_without(&|position| outcome.rows[position].inputs.children.is_some()),
            ),
            CityRate::RatesMissing => Reading::Missing(
                MissingInput::Target.into(),
                counties_without(&|position| outcome.rows[position].target.rate().is_some()),
            ),
            CityRate::NoChildren => Reading::Missing(MissingInput::AnyChildren.into(), Vec::new()),
        },
        Goal::CountyTarget(county, goal) => {
            let position = scenario.region().position(county);
            match position.and_then(|position| outcome.rows[position].target.rate()) {
                Some(target) => verdict(target >= *goal, Forward::Target(target)),
                None => Reading::Missing(MissingInput::Target.into(), vec![county.clone()]),
            }
        }
        Goal::NoShortage(utilisation) => {
            let rows = rows_of(scenario, outcome);
            shortage(rows.iter().zip(ids()), *utilisation)
        }
        Goal::NoShortageIn(county, utilisation) => {
            let rows = rows_of(scenario, outcome);
            let of_county = scenario.region().position(county).map(|position| &rows[position]);
            shortage(of_county.into_iter().map(|row| (row, county.clone())), *utilisation)
        }
        Goal::InclusiveShare(goal) => {
            let rows = rows_of(scenario, outcome);
            match SupplyRow::total(&rows).inclusive_share_after() {
                Ok(share) => verdict(reaches(share, *goal), Forward::Share(share)),
                Err(missing_inputs) => {
                    let known = |position: usize| {
                        let row = &rows[position];
                        both(row.inclusive_after, row.slots_after).is_ok()
                    };
                    Reading::Missing(missing_inputs, counties_without(&known))
                }
            }
        }
    }
}

fn reaches(ratio: Ratio, goal: Rate) -> bool {
    Ratio::new(u128::from(goal.ppm()), u128::from(WHOLE)).is_some_and(|goal| ratio.reaches(goal))
}

fn shortage<'row>(rows: impl Iterator<Item = (&'row SupplyRow, CountyId)>, utilisation: Rate) -> Reading {
    let (mut short, mut without, mut missing) = (Vec::new(), Vec::new(), None::<MissingInputs>);
    let (mut highest, mut nowhere) = (None::<Ratio>, false);
    for (row, county) in rows {
        match both(row.enrolled_at_target, row.slots_after) {
            Ok((enrolled, slots)) => {
                if is_short(enrolled, slots, utilisation) {
                    short.push(county);
                }
                match row.utilisation_needed() {
                    Ok(used) => highest = Some(highest.filter(|highest| highest.reaches(used)).unwrap_or(used)),
                    Err(_) => nowhere |= enrolled > 0,
                }
            }
            Err(missing_inputs) => {
                missing = Some(missing.map_or(missing_inputs, |missing| missing.and(missing_inputs)));
                without.push(county);
            }
        }
    }
    if let Some(missing_inputs) = missing {
        return Reading::Missing(missing_inputs, without);
    }
    let forward = Forward::Utilisation(highest.or(Ratio::new(0, 1)).filter(|_| !nowhere));
    if short.is_empty() { Reading::Met(forward) } else { Reading::Unmet(forward, short) }
}

/// Whether the children enrolled use more than this share of the slots.
fn is_short(enrolled: u64, slots: u64, utilisation: Rate) -> bool {
    slots_for(enrolled, utilisation).is_none_or(|needed| needed > slots)
}
