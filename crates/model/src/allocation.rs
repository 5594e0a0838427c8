//! Dividing the task among the counties by weight (表二): largest remainder and five divisor methods.
//!
//! A result carries its own working, so that a page can explain each number without computing it again. All is
//! exact: a tie is a tie, and nobody wins a slot by a rounding error.
//!
//! Bounds, for every arithmetic here: a weight is at most 10^15 < 2^50 and a number of slots at most 10^7 < 2^24;
//! no more than 2^40 claims fit into any memory, so that sums of weights stay below 2^90 and sums of slots below 2^64.

mod divisor;
mod fairness;
mod fraction;
mod growth;
mod hand_out;
mod level;
mod measured;
mod problem;
mod remainder;
mod tie;

use super::Slots;
use problem::Open;

pub use fairness::{Fairness, Spread, fairness, per_thousand};
pub use fraction::Fraction;
pub use growth::{Loss, growth_loss};
pub use measured::{Measured, measured, measured_own};
pub use problem::DivisionProblem;
pub use tie::{Choice, SettledTie, Settlement, Tie, TieRule};

/// What a county counts for, against the others: a whole number of 0.0001. At most [`Weight::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Weight(u64);

impl Weight {
    /// The largest weight, in units of 0.0001; children × uplift of the largest county stay below it.
    pub const MOST: u64 = 1_000_000_000_000_000;

    /// The weight of so many 0.0001, or nothing above [`Self::MOST`].
    #[must_use]
    pub const fn new(units: u64) -> Option<Self> {
        if units <= Self::MOST { Some(Self(units)) } else { None }
    }

    /// A whole number as a weight: children, slots. It always fits.
    #[must_use]
    pub const fn whole(count: u32) -> Self {
        Self(count as u64 * 10_000) // below 2^32 · 10^4 < 10^14
    }

    /// The weight in units of 0.0001.
    #[must_use]
    pub const fn get(self) -> u64 {
        self.0
    }
}

/// A method of dividing. With a divisor method the next slot always goes to the largest w ÷ d(a), where a is the number
/// of slots held so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Method {
    /// 最大余数法 (Hamilton): whole parts of the exact quotas, then one more to the largest remainders.
    #[default]
    LargestRemainder,
    /// d'Hondt, Jefferson: d = a + 1. Rounds down, and so favours heavy counties.
    DHondt,
    /// Sainte-Laguë, Webster: d = 2a + 1, twice a + ½. Rounds to the nearest.
    Webster,
    /// Huntington–Hill: d = √(a(a + 1)), the geometric mean. Compared by squares.
    Hill,
    /// Adams: d = a. Rounds up, and so favours light counties.
    Adams,
    /// Dean: d = 2a(a + 1) ÷ (2a + 1), the harmonic mean.
    Dean,
}

impl Method {
    /// All methods, in the order they are offered.
    pub const ALL: [Self; 6] =
        [Self::LargestRemainder, Self::DHondt, Self::Webster, Self::Hill, Self::Adams, Self::Dean];
}

/// What a county brings into a division.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// What it counts for. A county without weight gets its minimum and no more.
    pub weight: Weight,
    /// The number that it keeps; subtracted first. It stands over both bounds.
    pub locked: Option<Slots>,
    /// The fewest slots that it may get.
    pub least: Slots,
    /// The most slots that it may get.
    pub most: Option<Slots>,
}

/// A task to be divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Division {
    /// The slots to hand out (任务总数).
    pub task: Slots,
    /// How.
    pub method: Method,
    /// One per county, in document order. Counties are answered by their position here.
    pub claims: Vec<Claim>,
    /// What decides where the method itself does not.
    pub ties: TieRule,
}

/// A divided task, and how it came about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divided {
    /// One number per county, adding up to the task.
    pub slots: Vec<Slots>,
    /// How each county came to its number.
    pub working: Vec<Working>,
    /// What held for all of them.
    pub scale: Scale,
    /// The tie that was met, and what decided it. A division meets one at most: it ends with it.
    pub tie: Option<SettledTie>,
}

/// What all counties of a division were measured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// Largest remainder: λ, the slots that one unit of weight (0.0001) is worth, such that Σ clamp(λ·w, least, most) is
    /// the task less the locked slots. Where every county is held at a bound, the smallest such λ.
    PerWeight(Fraction),
    /// Divisor methods: any divisor between `refused` and `given` rounds to this result; a tie leaves only one. In units of
    /// weight (0.0001) for one slot; Hill's are squares, Webster's are for half a slot, its d(a) being twice a + ½.
    Priorities {
        /// The lowest priority that still got a slot; nothing where the minimums took the whole task.
        given: Option<Fraction>,
        /// The highest priority that did not; nothing where no county could take another slot.
        refused: Option<Fraction>,
    },
}

/// How one county came to its slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Working {
    /// It keeps the number that it is locked at.
    Locked,
    /// Largest remainder.
    Quota {
        /// λ·w, the exact share; beyond the bound where it is held at one.
        exact: Fraction,
        /// The whole part of the exact share, or the bound.
        whole: Slots,
        /// What the exact share has above its whole part; zero for who is held at a bound.
        remainder: Fraction,
        /// Whether the remainder was large enough for one slot more.
        one_more: bool,
        /// The bound that the exact share lies beyond, if it does.
        held: Option<Hold>,
    },
    /// A divisor method. Priorities are in units of weight (0.0001); Hill's are squares.
    Priorities {
        /// w ÷ d(a) of the last slot that it holds, be it one of its minimum; nothing for who holds none or weighs nothing.
        last: Option<Fraction>,
        /// w ÷ d(a) of the next slot, which it did not get; nothing for who weighs nothing.
        next: Option<Fraction>,
        /// The bound without which its number would be another, if there is one.
        held: Option<Hold>,
    },
}

/// The bound that holds a county.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Hold {
    /// Its minimum: it would have fewer.
    Least,
    /// Its maximum: it would have more.
    Most,
}

/// Divides the task. Locked counties keep their number, which is subtracted first.
///
/// Largest remainder takes λ·w, held within the bounds, with the λ that hands out exactly the task; then whole parts,
/// and one slot more to the largest remainders of those who are not held. Divisor methods start at the minimums, pass
/// over who is at the maximum, and give the next slot to the largest w ÷ d(a). Equal claims to the last slots are a tie,
/// for [`Division::ties`] to settle.
///
/// # Errors
/// Locks or bounds that cannot hold, no weight to divide by, or a tie that [`Division::ties`] does not settle.
pub fn divide(division: &Division) -> Result<Divided, DivisionProblem> {
    let open = problem::open(division)?;
    match division.method {
        Method::LargestRemainder => remainder::divide(division, &open),
        Method::DHondt => divisor::divide(division, &open, divisor::dhondt),
        Method::Webster => divisor::divide(division, &open, divisor::webster),
        Method::Hill => divisor::divide(division, &open, divisor::hill),
        Method::Adams => divisor::divide(division, &open, divisor::adams),
        Method::Dean => divisor::divide(division, &open, divisor::dean),
    }
}

/// A county that is not locked.
#[derive(Clone, Copy)]
struct Part {
    /// Where it stands among the claims.
    position: usize,
    weight: u128,
    least: u32,
    most: Option<u32>,
}

impl Part {
    /// Whether it may have one slot more than these.
    fn takes_more_than(&self, held: u32) -> bool {
        self.weight > 0 && self.most.is_none_or(|most| held < most)
    }
}

/// The result for all counties, from that of the parts.
fn assembled(
    division: &Division,
    open: &Open,
    slots: &[u32],
    scale: Scale,
    tie: Option<SettledTie>,
    working_of: &dyn Fn(usize) -> Working,
) -> Divided {
    let mut all: Vec<Slots> = division.claims.iter().map(|claim| claim.locked.unwrap_or_default()).collect();
    let mut working = vec![Working::Locked; all.len()];
    for (index, part) in open.parts.iter().enumerate() {
        all[part.position] = Slots::held(u64::from(slots[index]));
        working[part.position] = working_of(index);
    }
    Divided { slots: all, working, scale, tie }
}
