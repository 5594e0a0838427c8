//! The divisor methods: the next slot goes to the largest w ÷ d(a).

use std::cmp::Reverse;

use super::hand_out::{Claims, HandedOut, hand_out};
use super::level::{level, share};
use super::{Divided, Division, DivisionProblem, Fraction, Hold, Open, Part, Scale, Working, assembled};

/// w ÷ d(a), from w and a. d grows strictly with a and lies between a and a + 1, up to a factor common to all a.
pub(super) type Priority = fn(u128, u128) -> Fraction;

// Weights are below 2^50 and slots below 2^24, so that no term reaches 2^128.

pub(super) fn dhondt(weight: u128, held: u128) -> Fraction {
    Fraction::new(weight, held + 1)
}

pub(super) fn webster(weight: u128, held: u128) -> Fraction {
    Fraction::new(weight, 2 * held + 1)
}

/// The square, which puts counties in the same order.
pub(super) fn hill(weight: u128, held: u128) -> Fraction {
    Fraction::new(weight * weight, held * (held + 1))
}

pub(super) fn adams(weight: u128, held: u128) -> Fraction {
    Fraction::new(weight, held)
}

pub(super) fn dean(weight: u128, held: u128) -> Fraction {
    Fraction::new(weight * (2 * held + 1), 2 * held * (held + 1))
}

/// Starts at the minimums, passes over who is at the maximum, and gives slot by slot.
///
/// Hill, Adams and Dean give every weighted county a first slot before any gets a second. Where there are fewer slots
/// than such counties, the heavier come first.
pub(super) fn divide(division: &Division, open: &Open, priority: Priority) -> Result<Divided, DivisionProblem> {
    let parts = &open.parts;
    let mut slots = beyond_doubt(parts, open.remaining);
    let count = open.remaining - slots.iter().sum::<u32>();
    let next = |index: usize, held: u32| {
        let part = &parts[index];
        part.takes_more_than(held).then(|| priority(part.weight, u128::from(held)))
    };
    let claims: Claims = slots
        .iter()
        .enumerate()
        .filter_map(|(index, &held)| next(index, held).map(|claim| (claim, Reverse(index))))
        .collect();
    let handed = hand_out(parts, &mut slots, claims, count as usize, &next, &division.ties)?;
    let working = |index: usize| {
        let (part, held) = (&parts[index], slots[index]);
        let at = |held: u32| (part.weight > 0).then(|| priority(part.weight, u128::from(held)));
        let last = held.checked_sub(1).and_then(at);
        Working::Priorities { last, next: at(held), held: hold(part, held, last, at(held), &handed) }
    };
    let scale = Scale::Priorities { given: handed.given, refused: handed.refused };
    Ok(assembled(division, open, &slots, scale, handed.tie.clone(), &working))
}

/// Slots that each part is sure to get, with no more than two per part left to hand out where minimums allow.
///
/// Let λ be the level for one slot less per part than there are, should the minimums leave so many. Of the slots with
/// a priority of 1 ÷ λ and more, the a-th has d(a − 1) ≤ λ·w; as d lies between a and a + 1, a part has the whole part
/// of λ·w of them for sure, and one more at most. Within the bounds these are no more than there are to hand out, and
/// so all of them are handed out: none has to yield to a lower priority.
fn beyond_doubt(parts: &[Part], remaining: u32) -> Vec<u32> {
    let least: u32 = parts.iter().map(|part| part.least).sum(); // not above what remains
    let less = u32::try_from(parts.len()).ok().and_then(|each| remaining.checked_sub(each));
    match less.filter(|less| *less > least) {
        Some(less) => {
            let level = level(parts, less);
            parts.iter().map(|part| share(part, level).whole).collect()
        }
        None => parts.iter().map(|part| part.least).collect(),
    }
}

/// The bound without which the part would have another number, the bounds of the others as they are.
///
/// The last slot of its minimum is its own by right unless another's claim was stronger and refused; and at its maximum
/// it would have the next one if that claim were stronger than one that was met.
fn hold(part: &Part, held: u32, last: Option<Fraction>, next: Option<Fraction>, handed: &HandedOut) -> Option<Hold> {
    let stronger = |one: Option<Fraction>, other: Option<Fraction>| matches!((one, other), (Some(one), Some(other)) if one > other);
    if held > 0 && held == part.least && (part.weight == 0 || stronger(handed.refused, last)) {
        return Some(Hold::Least);
    }
    (part.most == Some(held) && stronger(next, handed.given)).then_some(Hold::Most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_start_never_overshoots_and_leaves_two_slots_a_part_at_most() {
        let part = |weight: u128, least: u32, most: Option<u32>| Part { position: 0, weight, least, most };
        for remaining in [0, 1, 8, 9, 10, 11, 100, 1_000_003, 10_000_000] {
            for parts in [
                vec![part(1, 0, None); 4],
                vec![part(9061, 0, None), part(7179, 0, None), part(5259, 0, None), part(0, 0, None)],
                vec![part(60, 0, Some(3)), part(30, 5, None), part(10, 0, Some(0)), part(1, 0, Some(4))],
                vec![part(1, 0, None), part(1_000_000_000_000_000, 3, Some(70)), part(7, 0, None)],
            ] {
                let least: u32 = parts.iter().map(|part| part.least).sum();
                if least > remaining {
                    continue;
                }
                let start = beyond_doubt(&parts, remaining);
                let left = remaining.checked_sub(start.iter().sum()).unwrap();
                let jumped = start.iter().zip(&parts).any(|(&start, part)| start > part.least);
                assert!(!jumped || left <= 8, "{left} of {remaining} left: {start:?}");
                assert!(jumped || remaining <= least + 8, "no jump for {remaining}");
                assert!(start.iter().zip(&parts).all(|(&start, part)| part.least <= start));
                assert!(start.iter().zip(&parts).all(|(&start, part)| part.most.is_none_or(|most| start <= most)));
            }
        }
    }
}
