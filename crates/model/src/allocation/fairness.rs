//! How even a division is. It can be asked of any slots, however they came about.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::{Children, Ratio, Region, Slots};
use super::{Fraction, Weight};

/// How even slots lie. A measure is missing where it has no meaning: nothing is divided, or nobody lives there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fairness {
    /// ½ Σ |sᵢ ÷ Σs − wᵢ ÷ Σw|: the share of all slots that stands elsewhere than exact proportion would have it.
    /// From 0 to 1; missing where there are no slots or no weights.
    pub distance: Option<Ratio>,
    /// The counties with the most and with the fewest slots per child; missing where there are no children.
    pub spread: Option<Spread>,
    /// Gini coefficient of slots per child, over children: the mean difference between two children drawn at random
    /// in the slots per child of their counties, as a share of twice the mean,
    /// Σᵢ Σⱼ cᵢ·cⱼ·|sᵢ÷cᵢ − sⱼ÷cⱼ| ÷ (2·Σc·Σs). From 0 to 1; missing where there are no children or no slots for them.
    pub gini: Option<Ratio>,
}

/// The ends of slots per child. Equal ones go by document order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The position of the county with the most.
    pub highest: usize,
    /// The position of the county with the fewest.
    pub lowest: usize,
    /// Highest ÷ lowest; missing where the lowest has no slots.
    pub ratio: Option<Ratio>,
}

/// Slots for a thousand children, exact; nothing where there are no children.
#[must_use]
pub fn per_thousand(slots: Slots, children: Children) -> Option<Ratio> {
    Ratio::new(u128::from(slots.get()) * 1_000, u128::from(children.get())) // below 2^34
}

/// The measures of these slots, against weights and children, each with one figure per county in the same order.
///
/// A county without children is left out of spread and Gini: its slots reach no child. A list of another length than
/// the slots, or of more than [`Region::MOST_COUNTIES`], has no measure; children that are not known are given as none.
#[must_use]
pub fn fairness(slots: &[Slots], weights: &[Weight], children: &[Children]) -> Fairness {
    let fits = |length: usize| length == slots.len() && length <= Region::MOST_COUNTIES;
    let ends = if fits(children.len()) { by_rate(slots, children) } else { Vec::new() };
    Fairness {
        distance: if fits(weights.len()) { distance(slots, weights) } else { None },
        spread: spread(slots, children, &ends),
        gini: gini(slots, children, &ends),
    }
}

/// With 3 000 counties: Σw ≤ 3·10^18, Σs ≤ 3·10^10, so that no term is above 2·Σw·Σs < 2·10^29.
fn distance(slots: &[Slots], weights: &[Weight]) -> Option<Ratio> {
    let weight_sum: u128 = weights.iter().map(|weight| u128::from(weight.get())).sum();
    let slot_sum: u128 = slots.iter().map(|slots| u128::from(slots.get())).sum();
    let off = slots
        .iter()
        .zip(weights)
        .map(|(slots, weight)| (u128::from(slots.get()) * weight_sum).abs_diff(u128::from(weight.get()) * slot_sum));
    Ratio::new(off.sum(), 2 * weight_sum * slot_sum)
}

/// The counties with children, from the most slots per child to the fewest, equal ones in document order.
fn by_rate(slots: &[Slots], children: &[Children]) -> Vec<usize> {
    let mut heap: BinaryHeap<(Fraction, Reverse<usize>)> = slots
        .iter()
        .zip(children)
        .enumerate()
        .filter(|(_, (_, children))| children.get() > 0)
        .map(|(position, (slots, children))| {
            (Fraction::new(u128::from(slots.get()), u128::from(children.get())), Reverse(position))
        })
        .collect();
    let mut order = Vec::with_capacity(heap.len());
    while let Some((_, Reverse(position))) = heap.pop() {
        order.push(position);
    }
    order
}

fn spread(slots: &[Slots], children: &[Children], order: &[usize]) -> Option<Spread> {
    let of = |position: usize| (u128::from(slots[position].get()), u128::from(children[position].get()));
    let (&highest, &last) = (order.first()?, order.last()?);
    let ((most, most_children), (fewest, fewest_children)) = (of(highest), of(last));
    // Of those with the fewest, the one that comes first in the document. Terms below 2^24 · 2^27.
    let equals_last = |position: usize| of(position).0 * fewest_children == fewest * of(position).1;
    let lowest = order.iter().copied().find(|&position| equals_last(position))?;
    // Slots and children of 10^7 and 10^8 at most.
    Some(Spread { highest, lowest, ratio: Ratio::new(most * fewest_children, most_children * fewest) })
}

/// In this order each difference has one sign, so that one pass over the counties does for all pairs:
/// cᵢ·cⱼ·(sᵢ÷cᵢ − sⱼ÷cⱼ) = sᵢ·cⱼ − sⱼ·cᵢ for i before j, each pair once instead of twice.
fn gini(slots: &[Slots], children: &[Children], order: &[usize]) -> Option<Ratio> {
    // Of the counties before: with 3 000 of them, slots ≤ 3·10^10 and children ≤ 3·10^11.
    let (mut slot_sum, mut child_sum, mut differences) = (0_u128, 0_u128, 0_u128);
    for &position in order {
        let (here, children) = (u128::from(slots[position].get()), u128::from(children[position].get()));
        // Never negative: the counties before have no fewer slots per child, and so have they together.
        differences += slot_sum * children - here * child_sum;
        slot_sum += here;
        child_sum += children;
    }
    Ratio::new(differences, slot_sum * child_sum)
}
