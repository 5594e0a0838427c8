//! Whether a county would lose by a larger task (Alabama paradox).

use super::super::Slots;
use super::{Division, Method, TieRule, divide};

/// A county that has fewer slots under a larger task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The task at which it has fewer than with one slot less to hand out.
    pub task: Slots,
    /// The county.
    pub position: usize,
    /// How many fewer.
    pub by: Slots,
}

/// The first loss of a county as the task grows by one slot at a time, `steps` times at most; of several counties
/// that lose at once, the first. Ties are settled in document order, whatever the division's own rule.
///
/// Largest remainder alone can do this; a divisor method only adds to what is there. Nothing is found where the
/// division itself cannot be done, nor beyond the task that the maximums allow.
#[must_use]
pub fn growth_loss(division: &Division, steps: u32) -> Option<Loss> {
    if division.method != Method::LargestRemainder {
        return None;
    }
    let mut grown = Division { ties: TieRule::DocumentOrder, ..division.clone() };
    let mut before = divide(&grown).ok()?.slots;
    for _ in 0..steps {
        // Below 2^32: a number of slots is below 2^24.
        grown.task = Slots::new(grown.task.get() + 1)?;
        let after = divide(&grown).ok()?.slots;
        for (position, (before, after)) in before.iter().zip(&after).enumerate() {
            if let Some(fewer) = before.get().checked_sub(after.get()).filter(|fewer| *fewer > 0) {
                return Some(Loss { task: grown.task, position, by: Slots::held(u64::from(fewer)) });
            }
        }
        before = after;
    }
    None
}
