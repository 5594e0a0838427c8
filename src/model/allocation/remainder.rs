//! Largest remainder (最大余数法), within bounds.

use std::cmp::Reverse;

use super::super::Slots;
use super::hand_out::{Claims, hand_out};
use super::level::{level, share};
use super::{Divided, Division, DivisionProblem, Fraction, Open, Scale, Working, assembled};

/// Whole parts of λ·w, then one more to the largest remainders. Who is held at a bound has no remainder.
pub(super) fn divide(division: &Division, open: &Open) -> Result<Divided, DivisionProblem> {
    let level = level(&open.parts, open.remaining);
    let mut slots = Vec::with_capacity(open.parts.len());
    let mut claims = Claims::new();
    let mut short = open.remaining;
    for (index, part) in open.parts.iter().enumerate() {
        let (exact, whole, held) = share(part, level);
        slots.push(whole);
        short -= whole; // Σ of whole parts is not above Σ clamp(λ·w), which is the total
        let remainder = exact.numerator() % exact.denominator();
        if held.is_none() && remainder > 0 {
            claims.push((Fraction::new(remainder, 1), Reverse(index)));
        }
    }
    // The remainders add up to what is short, each below one: there are more of them than slots.
    let whole = slots.clone();
    let handed = hand_out(&open.parts, &mut slots, claims, short as usize, &|_, _| None, &division.ties)?;
    let working = |index: usize| {
        let (exact, _, held) = share(&open.parts[index], level);
        let remainder = if held.is_some() { 0 } else { exact.numerator() % exact.denominator() };
        Working::Quota {
            exact,
            whole: Slots::held(u64::from(whole[index])),
            remainder: Fraction::new(remainder, exact.denominator()),
            one_more: slots[index] > whole[index],
            held,
        }
    };
    Ok(assembled(division, open, &slots, Scale::PerWeight(level), handed.tie, &working))
}
