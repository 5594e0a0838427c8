//! Whether a division can be done at all.

use super::super::Slots;
use super::{Claim, Division, Part, Tie};

/// Why a task cannot be divided. Counties are named by their position among the claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DivisionProblem {
    /// These counties have a minimum above their maximum.
    LeastAboveMost {
        /// The counties.
        counties: Vec<usize>,
    },
    /// The locked counties alone hold more than the task.
    LockedAboveTask {
        /// The locked counties.
        counties: Vec<usize>,
        /// What they hold together.
        locked: u64,
    },
    /// Every county is locked, and together they hold less than the task.
    AllLocked {
        /// What they hold together.
        locked: u64,
    },
    /// The minimums ask for more than is left beside the locked counties.
    LeastSumAboveTask {
        /// The counties that are not locked and have a minimum.
        counties: Vec<usize>,
        /// Σ minimum.
        least: u64,
        /// What is left for them.
        left: Slots,
    },
    /// The maximums allow less than is left beside the locked counties.
    MostSumBelowTask {
        /// The counties that are not locked; each has a maximum.
        counties: Vec<usize>,
        /// Σ maximum.
        most: u64,
        /// What is left for them.
        left: Slots,
    },
    /// No county that is not locked has a weight, and their minimums leave something to divide.
    NoWeight {
        /// The counties that are not locked.
        counties: Vec<usize>,
    },
    /// Every county with a weight is at its maximum, and only those without one could take what is left over.
    OnlyWeightlessLeft {
        /// The counties without weight and without lock.
        counties: Vec<usize>,
        /// What is left over.
        over: Slots,
    },
    /// The last slots fall to counties with equal claims, and the tie rule does not decide between them.
    Tie(Tie),
}

/// What is left to divide, and among whom.
///
/// What [`open`] answers can be divided: Σ least ≤ remaining, and the weighted counties can take the rest.
pub(super) struct Open {
    pub parts: Vec<Part>,
    /// The task less the locked slots.
    pub remaining: u32,
}

/// Subtracts the locks, and holds that the rest can be divided within the bounds.
pub(super) fn open(division: &Division) -> Result<Open, DivisionProblem> {
    let task = u64::from(division.task.get());
    let mut locked = 0_u64;
    let mut parts = Vec::new();
    for (position, claim) in division.claims.iter().enumerate() {
        match claim.locked {
            Some(slots) => locked += u64::from(slots.get()),
            None => parts.push(part(position, claim)),
        }
    }
    let crossed = positions(&parts, |part| part.most.is_some_and(|most| part.least > most));
    if !crossed.is_empty() {
        return Err(DivisionProblem::LeastAboveMost { counties: crossed });
    }
    let Some(left) = task.checked_sub(locked) else {
        let claims = division.claims.iter().enumerate();
        let counties = claims.filter(|(_, claim)| claim.locked.is_some()).map(|(position, _)| position).collect();
        return Err(DivisionProblem::LockedAboveTask { counties, locked });
    };
    if parts.is_empty() && left > 0 {
        return Err(DivisionProblem::AllLocked { locked });
    }
    bounds_hold(&parts, left)?;
    // Not above the task, which fits.
    Ok(Open { parts, remaining: Slots::held(left).get() })
}

fn bounds_hold(parts: &[Part], left: u64) -> Result<(), DivisionProblem> {
    let least: u64 = parts.iter().map(|part| u64::from(part.least)).sum();
    if least > left {
        let counties = positions(parts, |part| part.least > 0);
        return Err(DivisionProblem::LeastSumAboveTask { counties, least, left: Slots::held(left) });
    }
    let most: Option<u64> = parts.iter().map(|part| part.most.map(u64::from)).sum();
    if let Some(most) = most.filter(|most| *most < left) {
        let counties = positions(parts, |_| true);
        return Err(DivisionProblem::MostSumBelowTask { counties, most, left: Slots::held(left) });
    }
    if least == left {
        return Ok(()); // each gets its minimum, whatever it weighs
    }
    if parts.iter().all(|part| part.weight == 0) {
        return Err(DivisionProblem::NoWeight { counties: positions(parts, |_| true) });
    }
    let reachable: Option<u64> =
        parts.iter().map(|part| if part.weight == 0 { Some(part.least) } else { part.most }.map(u64::from)).sum();
    match reachable {
        Some(reachable) if reachable < left => Err(DivisionProblem::OnlyWeightlessLeft {
            counties: positions(parts, |part| part.weight == 0),
            over: Slots::held(left - reachable),
        }),
        _ => Ok(()),
    }
}

fn part(position: usize, claim: &Claim) -> Part {
    Part {
        position,
        weight: u128::from(claim.weight.get()),
        least: claim.least.get(),
        most: claim.most.map(Slots::get),
    }
}

fn positions(parts: &[Part], test: impl Fn(&Part) -> bool) -> Vec<usize> {
    parts.iter().filter(|part| test(part)).map(|part| part.position).collect()
}
