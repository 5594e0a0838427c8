//! Single steps of the arithmetic of supply and demand, each rounded to the safe side.

use super::super::{Children, Points, Rate};

/// 100 % in parts per million.
pub(super) const WHOLE: u64 = 1_000_000;

/// Uplifts are looked for in steps of 0.01 points, the plan's own precision.
pub(super) const STEP_PPM: u32 = 100;

/// ⌈children · rate⌉: the children enrolled at that rate. Rounded up: a part child needs a place.
///
/// At most 10⁸.
#[must_use]
pub fn enrolled_at(children: Children, rate: Rate) -> u64 {
    // At most 10⁸ · 10⁶.
    (u64::from(children.get()) * u64::from(rate.ppm())).div_ceil(WHOLE)
}

/// ⌈enrolled ÷ utilisation⌉: the fewest slots of which no more than that share is used. Rounded up.
///
/// Nothing at a utilisation of zero, unless nobody is enrolled.
#[must_use]
pub fn slots_for(enrolled: u64, utilisation: Rate) -> Option<u64> {
    if utilisation == Rate::ZERO {
        return (enrolled == 0).then_some(0);
    }
    let slots = (u128::from(enrolled) * u128::from(WHOLE)).div_ceil(u128::from(utilisation.ppm()));
    Some(u64::try_from(slots).unwrap_or(u64::MAX))
}

/// ⌈slots · share⌉: the fewest that are that share of the slots, be they used or inclusive. Rounded up.
pub(super) fn part_of(slots: u64, share: Rate) -> u64 {
    // At most as many as the slots.
    let part = (u128::from(slots) * u128::from(share.ppm())).div_ceil(u128::from(WHOLE));
    u64::try_from(part).unwrap_or(u64::MAX)
}

/// The largest uplift that so many slots carry at this utilisation: ⌊⌊slots · utilisation⌋ ÷ children⌋ − base, in
/// steps of 0.01 points. Rounded down; negative where the slots do not carry the base itself, and never so much
/// that the target would exceed 100 %.
///
/// Nothing without children, whom no number of slots can lift.
#[must_use]
pub fn uplift_carried(children: Children, base: Rate, slots: u64, utilisation: Rate) -> Option<Points> {
    if children.get() == 0 {
        return None;
    }
    let carried = u128::from(slots) * u128::from(utilisation.ppm()) / u128::from(WHOLE);
    // At most 2⁶⁴ · 10⁶, far below 2¹²⁸.
    let target = (carried * u128::from(WHOLE) / u128::from(children.get())).min(u128::from(WHOLE));
    let target = Rate::from_ppm(u32::try_from(target).unwrap_or(Rate::FULL.ppm())).unwrap_or(Rate::FULL);
    let step = STEP_PPM.cast_signed();
    Some(Points::clamped(i128::from(target.above(base).ppm().div_euclid(step) * step)))
}

/// The most children among whom so many slots, all used, lift the rate by the uplift by themselves:
/// ⌊slots ÷ uplift⌋.
///
/// Nothing where the uplift is zero or less: any number then.
#[must_use]
pub fn most_children_lifted(slots: u64, uplift: Points) -> Option<u64> {
    let uplift = u128::try_from(uplift.ppm()).ok().filter(|uplift| *uplift > 0)?;
    let children = u128::from(slots) * u128::from(WHOLE) / uplift;
    Some(u64::try_from(children).unwrap_or(u64::MAX))
}

/// The fewest slots of other kinds that, turned inclusive, bring the share to `share`: ⌈share · slots⌉ − inclusive.
#[must_use]
pub fn to_convert(inclusive: u64, slots: u64, share: Rate) -> u64 {
    part_of(slots, share).saturating_sub(inclusive)
}

/// The fewest further inclusive slots that bring the share to `share`:
/// ⌈(share · slots − inclusive) ÷ (1 − share)⌉.
///
/// Nothing where all slots are to be inclusive and some are not: more of them never make it so.
#[must_use]
pub fn further_inclusive(inclusive: u64, slots: u64, share: Rate) -> Option<u64> {
    let wanted = u128::from(slots) * u128::from(share.ppm());
    let short = wanted.saturating_sub(u128::from(inclusive) * u128::from(WHOLE));
    if short == 0 {
        return Some(0);
    }
    let each_brings = u128::from(Rate::FULL.ppm() - share.ppm());
    (each_brings > 0).then(|| u64::try_from(short.div_ceil(each_brings)).unwrap_or(u64::MAX))
}

/// The first of the steps from 0 to `most` that holds, found by halving: once a step holds, so must all after it.
pub(super) fn smallest(most: u64, holds: &dyn Fn(u64) -> bool) -> Option<u64> {
    if holds(0) {
        return Some(0);
    }
    if !holds(most) {
        return None;
    }
    let (mut below, mut held) = (0, most);
    while held - below > 1 {
        let middle = below + (held - below) / 2;
        if holds(middle) { held = middle } else { below = middle }
    }
    Some(held)
}
