//! Second implementations of the methods, written from their definitions with numbers without bounds, and apart from
//! the code under test: no scaling, no heap, no level.

use num_bigint::BigUint;
use tuowei::model::{Claim, Division, Method};

/// The square of d(a), as numerator and denominator. A square serves every method, as numbers have no bounds here.
fn squared_divisor(method: Method, held: u32) -> (BigUint, BigUint) {
    let (a, one) = (BigUint::from(held), BigUint::from(1_u32));
    let next = &a + &one;
    let twice_middle = &a + &next; // 2a + 1
    match method {
        Method::DHondt => (next.pow(2), one),
        Method::Webster => (twice_middle.pow(2), BigUint::from(4_u32)), // (a + ½)²
        Method::Hill => (a * next, one),
        Method::Adams => (a.pow(2), one),
        // The harmonic mean, 2 ÷ (1÷a + 1÷(a + 1)).
        Method::Dean => ((a * next * 2_u32).pow(2), twice_middle.pow(2)),
        Method::LargestRemainder => panic!("no divisor method"),
    }
}

fn start(claim: &Claim) -> u32 {
    claim.locked.unwrap_or(claim.least).get()
}

/// The most that a county may get, within the task.
fn end(claim: &Claim, task: u32) -> u32 {
    match claim.locked {
        Some(locked) => locked.get(),
        None if claim.weight.get() == 0 => claim.least.get(),
        None => claim.most.map_or(task, |most| most.get()),
    }
}

/// Each slot in turn to the county with the largest w ÷ d(a), the first of equal ones; infinite ones by weight.
pub fn slot_by_slot(division: &Division) -> Vec<u32> {
    let task = division.task.get();
    let mut slots: Vec<u32> = division.claims.iter().map(start).collect();
    let mut priorities: Vec<(BigUint, BigUint)> = division
        .claims
        .iter()
        .zip(&slots)
        .map(|(claim, &held)| squared_priority(division.method, claim, held))
        .collect();
    for _ in slots.iter().sum::<u32>()..task {
        let mut best: Option<usize> = None;
        for (position, claim) in division.claims.iter().enumerate() {
            if slots[position] >= end(claim, task) {
                continue;
            }
            let larger = best.is_none_or(|best| {
                let ((w1, d1), (w2, d2)) = (&priorities[position], &priorities[best]);
                match (*d1 == BigUint::ZERO, *d2 == BigUint::ZERO) {
                    (true, true) => claim.weight > division.claims[best].weight,
                    (infinite, false) => infinite || w1 * d2 > w2 * d1,
                    (false, true) => false,
                }
            });
            if larger {
                best = Some(position);
            }
        }
        let best = best.expect("somebody can take it");
        slots[best] += 1;
        priorities[best] = squared_priority(division.method, &division.claims[best], slots[best]);
    }
    slots
}

fn squared_priority(method: Method, claim: &Claim, held: u32) -> (BigUint, BigUint) {
    let (above, below) = squared_divisor(method, held);
    (BigUint::from(claim.weight.get()).pow(2) * below, above)
}

/// What the search of a divisor comes to.
pub enum Found {
    Slots(Vec<u32>),
    /// At one divisor several counties stand exactly at the next slot, more than there are slots.
    Tie {
        below: Vec<u32>,
        between: Vec<usize>,
        at_stake: u32,
    },
    /// Every divisor gives more slots than there are.
    TooFew,
}

/// The binary digits after the point in which λ, the reverse of the divisor, is searched. Two priorities that differ do
/// so by more: their terms are below 2^50 · 2^25.
const DIGITS: u32 = 200;

/// Halves the range of λ = 1 ÷ divisor until rounding every λ·w gives the task.
pub fn by_divisor(division: &Division) -> Found {
    let task = division.task.get();
    let rounded = |level: &BigUint| -> Vec<u32> {
        division.claims.iter().map(|claim| rounded_by(division.method, claim, task, level)).collect()
    };
    let total = |slots: &[u32]| slots.iter().map(|&slots| u64::from(slots)).sum::<u64>();
    let wanted = u64::from(task);
    // λ of next to nothing, and one at which a weight of 1 has all of the task.
    let (mut low, mut high) = (BigUint::from(1_u32), BigUint::from(2 * task + 2) << DIGITS);
    // The minimums alone may make up the task while d(0) = 0 asks for a first slot each.
    let starts: Vec<u32> = division.claims.iter().map(start).collect();
    if total(&starts) == wanted {
        return Found::Slots(starts);
    }
    let (mut below, mut above) = (rounded(&low), rounded(&high));
    if total(&below) > wanted {
        return Found::TooFew;
    }
    while &high - &low > BigUint::from(1_u32) {
        if total(&below) == wanted {
            return Found::Slots(below);
        }
        if total(&above) == wanted {
            return Found::Slots(above);
        }
        let middle: BigUint = (&low + &high) >> 1;
        let slots = rounded(&middle);
        if total(&slots) <= wanted {
            (low, below) = (middle, slots);
        } else {
            (high, above) = (middle, slots);
        }
    }
    if total(&below) == wanted {
        return Found::Slots(below);
    }
    let between = (0..below.len()).filter(|&position| above[position] > below[position]).collect();
    let at_stake = u32::try_from(wanted - total(&below)).expect("not above the task");
    Found::Tie { below, between, at_stake }
}

/// The number of slots with d(a) ≤ λ·w, that is d(a)² · 2^400 ≤ (λ·2^200 · w)², within the bounds.
fn rounded_by(method: Method, claim: &Claim, task: u32, level: &BigUint) -> u32 {
    let scaled = (level * claim.weight.get()).pow(2);
    let takes = |held: u32| {
        let (above, below) = squared_divisor(method, held);
        (above << (2 * DIGITS)) <= &scaled * below
    };
    // Slots are given from the first on: halve the range between one that is and one that is not.
    let (mut given, mut not_given) = (start(claim), end(claim, task));
    while given < not_given {
        let middle = given + (not_given - given) / 2;
        if takes(middle) {
            given = middle + 1;
        } else {
            not_given = middle;
        }
    }
    given
}

/// Largest remainder: every bound is tried as the place where λ may stand, and the free counties follow from it.
pub fn largest_remainder(division: &Division) -> Vec<u32> {
    let mut slots: Vec<u32> = division.claims.iter().map(start).collect();
    let total = BigUint::from(division.task.get());
    let open: Vec<usize> = (0..slots.len()).filter(|&at| division.claims[at].locked.is_none()).collect();
    let weight = |at: usize| BigUint::from(division.claims[at].weight.get());
    let least = |at: usize| BigUint::from(division.claims[at].least.get());
    let most = |at: usize| division.claims[at].most.map(|most| BigUint::from(most.get()));
    let locked: BigUint = (0..slots.len()).filter(|at| !open.contains(at)).map(|at| BigUint::from(slots[at])).sum();
    let left = total - locked;
    // λ as numerator and denominator; Σ clamp(λ·w) over the same denominator.
    let sum = |(above, below): &(BigUint, BigUint)| -> BigUint {
        let share = |at: usize| {
            let share = (weight(at) * above).max(least(at) * below);
            most(at).map_or(share.clone(), |most| share.min(most * below))
        };
        open.iter().map(|&at| share(at)).sum()
    };
    let mut places = vec![(BigUint::ZERO, BigUint::from(1_u32))];
    for &at in open.iter().filter(|&&at| weight(at) > BigUint::ZERO) {
        places.push((least(at), weight(at)));
        places.extend(most(at).map(|most| (most, weight(at))));
    }
    // The last place that does not give too much.
    let (above, below) = places
        .into_iter()
        .filter(|place| sum(place) <= &left * &place.1)
        .max_by(|one, other| (&one.0 * &other.1).cmp(&(&other.0 * &one.1)))
        .expect("the minimums fit");
    // Just beyond it these are free.
    let free: Vec<usize> = open
        .iter()
        .copied()
        .filter(|&at| {
            let share = weight(at) * &above;
            weight(at) > BigUint::ZERO
                && share >= least(at) * &below
                && most(at).is_none_or(|most| share < most * &below)
        })
        .collect();
    let mut for_free = left;
    for &at in open.iter().filter(|at| !free.contains(at)) {
        let at_most = most(at).filter(|most| weight(at) > BigUint::ZERO && weight(at) * &above >= most * &below);
        let held = at_most.unwrap_or_else(|| least(at));
        slots[at] = u32::try_from(&held).expect("slots");
        for_free -= held;
    }
    let weights: BigUint = free.iter().map(|&at| weight(at)).sum();
    let mut remainders = Vec::new();
    for &at in &free {
        let exact = weight(at) * &for_free;
        slots[at] = u32::try_from(&exact / &weights).expect("slots");
        remainders.push((exact % &weights, at));
    }
    let short = division.task.get() - slots.iter().sum::<u32>();
    remainders.sort_by(|one, other| other.0.cmp(&one.0)); // stable: equal ones in document order
    for (_, at) in remainders.into_iter().take(short as usize) {
        slots[at] += 1;
    }
    slots
}
