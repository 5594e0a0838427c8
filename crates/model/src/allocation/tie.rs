//! Ties: counties with equal claims to fewer slots than there are of them.

use super::super::{Slots, descending};
use super::DivisionProblem;

/// What decides a tie. It is the planner's choice, and so kept with the scenario and printed with the result.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TieRule {
    /// Nothing: the division stops and asks.
    #[default]
    Ask,
    /// The counties that come first in the document.
    DocumentOrder,
    /// The counties with the larger key, say children; one key per county of the division. Where a tied county's key is
    /// not known, or the last that gains and the first that does not have the same, the division stops and asks.
    By(Vec<Option<u64>>),
    /// By hand. Made for one tie; in any other the division stops and asks.
    Chosen(Choice),
}

/// Counties that would each get one of the last slots, which do not suffice for all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// The tied counties, by position, in document order.
    pub between: Vec<usize>,
    /// The slots that they are tied for: fewer than there are counties, one at most for each.
    pub at_stake: Slots,
}

/// A tie as the planner decided it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The counties that were tied, as in [`Tie::between`]. It shows whether the choice was made for the tie at hand.
    pub between: Vec<usize>,
    /// Those that get a slot: as many different ones as there are slots at stake.
    pub gaining: Vec<usize>,
}

/// A tie and how it came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledTie {
    /// The tie.
    pub tie: Tie,
    /// The counties that got a slot, in document order.
    pub gaining: Vec<usize>,
    /// What decided.
    pub settlement: Settlement,
}

/// What decided a tie.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Settlement {
    /// [`TieRule::DocumentOrder`].
    DocumentOrder,
    /// [`TieRule::By`].
    LargerKey,
    /// [`TieRule::Chosen`].
    Chosen,
}

impl TieRule {
    /// Decides the tie.
    ///
    /// # Errors
    /// The whole tie, also where a key would have decided a part of it: the planner then sees all that is at stake.
    pub(super) fn settle(&self, tie: Tie) -> Result<SettledTie, DivisionProblem> {
        let decided = match self {
            Self::Ask => None,
            Self::DocumentOrder => {
                let first = tie.between.iter().copied().take(count(&tie)).collect();
                Some((first, Settlement::DocumentOrder))
            }
            Self::By(keys) => larger(&tie, keys).map(|gaining| (gaining, Settlement::LargerKey)),
            Self::Chosen(choice) => chosen(&tie, choice).map(|gaining| (gaining, Settlement::Chosen)),
        };
        match decided {
            Some((gaining, settlement)) => Ok(SettledTie { tie, gaining, settlement }),
            None => Err(DivisionProblem::Tie(tie)),
        }
    }
}

/// A number of slots is below 2^24, and so fits.
fn count(tie: &Tie) -> usize {
    tie.at_stake.get() as usize
}

/// The tied counties with the largest keys, if all keys are known and those at the cut differ.
fn larger(tie: &Tie, keys: &[Option<u64>]) -> Option<Vec<usize>> {
    let keys: Vec<u64> =
        tie.between.iter().map(|&position| keys.get(position).copied().flatten()).collect::<Option<_>>()?;
    let mut order = descending(keys.iter().copied());
    let mut gains = vec![false; keys.len()];
    let mut smallest = None;
    for index in order.by_ref().take(count(tie)) {
        gains[index] = true;
        smallest = Some(keys[index]);
    }
    // There is a next one: fewer slots are at stake than counties tied.
    let undecided = order.next().map(|index| keys[index]) == smallest;
    let gaining =
        || tie.between.iter().zip(&gains).filter(|(_, gains)| **gains).map(|(&position, _)| position).collect();
    (!undecided).then(gaining)
}

/// The counties chosen by hand, if the choice is an answer to this tie.
fn chosen(tie: &Tie, choice: &Choice) -> Option<Vec<usize>> {
    let gaining: Vec<usize> =
        tie.between.iter().copied().filter(|position| choice.gaining.contains(position)).collect();
    // As many tied ones as were chosen: none was chosen twice, and none that is not tied.
    let fits = choice.between == tie.between && gaining.len() == choice.gaining.len() && gaining.len() == count(tie);
    fits.then_some(gaining)
}
