//! Exactly proportional shares within bounds.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Fraction, Hold, Part};

/// λ with Σ clamp(λ·w, least, most) = `total`: the smallest, where there are several.
///
/// The total lies between Σ least and what the weighted parts can take. Both terms stay small: the one above the line
/// is a number of slots, the one below a sum of weights.
pub(super) fn level(parts: &[Part], total: u32) -> Fraction {
    // As λ grows from zero, a part leaves its minimum at λ = least ÷ w and stays at its maximum from λ = most ÷ w on.
    // Between two such points the sum is a straight line: what the held parts have, and λ for each unit of weight of
    // the free ones. The heap gives the largest first, and so the points are kept as 1 ÷ λ.
    let mut held = 0_u128;
    let mut free = 0_u128;
    let mut points = BinaryHeap::new();
    for (index, part) in parts.iter().enumerate() {
        held += u128::from(part.least);
        if part.weight == 0 {
            continue;
        }
        if part.least == 0 {
            free += part.weight;
        } else {
            points.push((point(part, part.least), Reverse((index, Hold::Least))));
        }
        if let Some(most) = part.most {
            points.push((point(part, most), Reverse((index, Hold::Most))));
        }
    }
    let total = u128::from(total);
    let mut passed = Fraction::ZERO;
    while let Some((at, Reverse((index, hold)))) = points.pop() {
        // λ = bound ÷ w, so that the sum there is held + free · bound ÷ w. It was not above the total at the point
        // before, and so what is held is not either. free < 2^90, bound < 2^24, total < 2^24, w < 2^50.
        if free * at.denominator() >= (total - held) * at.numerator() {
            break;
        }
        passed = Fraction::new(at.denominator(), at.numerator());
        let part = &parts[index];
        match hold {
            Hold::Least => {
                held -= u128::from(part.least);
                free += part.weight;
            }
            // A part with equal bounds leaves its minimum first: the heap takes equal points by index, then as the
            // kinds of hold are listed.
            Hold::Most => {
                held += u128::from(part.most.unwrap_or_default());
                free -= part.weight;
            }
        }
    }
    if free == 0 { passed } else { Fraction::new(total - held, free) }
}

/// w ÷ bound: infinite for a bound of zero, which is met at once.
fn point(part: &Part, bound: u32) -> Fraction {
    Fraction::new(part.weight, u128::from(bound))
}

/// A part's share at a level.
pub(super) struct Share {
    /// λ·w.
    pub exact: Fraction,
    /// Its whole part, or the bound that it lies beyond.
    pub whole: u32,
    /// What is left above the whole part, over the denominator of the exact share; none for who is held.
    pub remainder: u128,
    /// The bound.
    pub held: Option<Hold>,
}

/// The share of a part, within its bounds.
pub(super) fn share(part: &Part, level: Fraction) -> Share {
    // Below 2^50 · 2^24, over a sum of weights below 2^90, which a bound below 2^24 may multiply.
    let (numerator, denominator) = (part.weight * level.numerator(), level.denominator());
    let exact = Fraction::new(numerator, denominator);
    if numerator < u128::from(part.least) * denominator {
        return Share { exact, whole: part.least, remainder: 0, held: Some(Hold::Least) };
    }
    match part.most {
        Some(most) if numerator > u128::from(most) * denominator => {
            Share { exact, whole: most, remainder: 0, held: Some(Hold::Most) }
        }
        _ => {
            let whole = numerator / denominator; // not above the total, which is a number of slots
            Share {
                exact,
                whole: u32::try_from(whole).unwrap_or(u32::MAX),
                remainder: numerator - whole * denominator,
                held: None,
            }
        }
    }
}
