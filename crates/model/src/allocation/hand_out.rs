//! The last step of every method: one slot at a time to the strongest claim.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::Slots;
use super::{DivisionProblem, Fraction, Part, SettledTie, Tie, TieRule};

/// The claims to one slot more, the strongest first and equal ones in document order. A part stands here once at most.
pub(super) type Claims = BinaryHeap<(Fraction, Reverse<usize>)>;

/// What came of handing out.
#[derive(Default)]
pub(super) struct HandedOut {
    /// The weakest claim that still got a slot.
    pub given: Option<Fraction>,
    /// The strongest that did not.
    pub refused: Option<Fraction>,
    /// The tie for the last slots, if there was one.
    pub tie: Option<SettledTie>,
}

/// Hands out `count` slots. Who got one comes back with the claim that `next` answers, always a weaker one.
///
/// There are claims for all of them, as [`super::problem::open`] holds.
pub(super) fn hand_out(
    parts: &[Part],
    slots: &mut [u32],
    mut claims: Claims,
    mut count: usize,
    next: &dyn Fn(usize, u32) -> Option<Fraction>,
    ties: &TieRule,
) -> Result<HandedOut, DivisionProblem> {
    let mut handed = HandedOut::default();
    let mut equal = Vec::new();
    while count > 0
        && let Some(&(strongest, _)) = claims.peek()
    {
        equal.clear();
        while let Some(&(claim, Reverse(index))) = claims.peek()
            && claim == strongest
        {
            claims.pop();
            equal.push(index);
        }
        handed.given = Some(strongest);
        if equal.len() > count {
            let between = equal.iter().map(|&index| parts[index].position).collect();
            let settled = ties.settle(Tie { between, at_stake: Slots::held(count as u64) })?;
            // Who lost keeps a claim as strong as the last that was met.
            handed.refused = Some(strongest);
            equal.retain(|&index| settled.gaining.contains(&parts[index].position));
            handed.tie = Some(settled);
        }
        for &index in &equal {
            slots[index] += 1; // never above the task
            if let Some(claim) = next(index, slots[index]) {
                claims.push((claim, Reverse(index)));
            }
        }
        count -= equal.len();
    }
    if handed.refused.is_none() {
        handed.refused = claims.peek().map(|&(claim, _)| claim);
    }
    Ok(handed)
}
