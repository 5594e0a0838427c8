//! Largest remainder (最大余数法), within bounds.

use std::cmp::Reverse;

use super::super::Slots;
use super::hand_out::{Claims, hand_out};
use super::level::{Share, level, share};
use super::{Divided, Division, DivisionProblem, Fraction, Open, Scale, Working, assembled};

/// Whole parts of λ·w, then one more to the largest remainders. Who is held at a bound has no remainder.
pub(super) fn divide(division: &Division, open: &Open) -> Result<Divided, DivisionProblem> {
    let level = level(&open.parts, open.remaining);
    let shares: Vec<Share> = open.parts.iter().map(|part| share(part, level)).collect();
    let mut slots: Vec<u32> = shares.iter().map(|share| share.whole).collect();
    // The remainders add up to what is short, each below one: there are more of them than slots to hand out.
    let claims: Claims = shares
        .iter()
        .enumerate()
        .filter(|(_, share)| share.remainder > 0)
        .map(|(index, share)| (Fraction::new(share.remainder, 1), Reverse(index)))
        .collect();
    // Σ of the whole parts is not above Σ clamp(λ·w), which is what remains.
    let short = open.remaining - slots.iter().sum::<u32>();
    let handed = hand_out(&open.parts, &mut slots, claims, short as usize, &|_, _| None, &division.ties)?;
    let working = |index: usize| {
        let Share { exact, whole, remainder, held } = shares[index];
        Working::Quota {
            exact,
            whole: Slots::held(u64::from(whole)),
            remainder: Fraction::new(remainder, exact.denominator()),
            one_more: slots[index] > whole,
            held,
        }
    };
    Ok(assembled(division, open, &slots, Scale::PerWeight(level), handed.tie, &working))
}
