//! Divisions in a line of text, so that a test reads as a table.
//!
//! ```text
//! 60 30 10 | 20 | min _ _ 5 | max 8 _ _ | lock _ 4 _
//! ```
//!
//! First the weights, in units, then the task, then what holds the counties, `_` for nothing.

use tuowei::model::{Claim, Division, Method, Slots, TieRule, Weight};

/// The division that the line describes, by largest remainder, asking at ties.
pub fn division(line: &str) -> Division {
    let mut parts = line.split('|').map(|part| part.split_whitespace().collect::<Vec<_>>());
    let weights = parts.next().expect("weights");
    let task = parts.next().expect("a task");
    let claim = |weight: &&str| Claim { weight: weight_of(weight.parse().expect("a weight")), ..Claim::default() };
    let mut claims: Vec<Claim> = weights.iter().map(claim).collect();
    for column in parts {
        let (bound, values) = column.split_first().expect("a bound");
        assert_eq!(values.len(), claims.len(), "{line}: {bound}");
        for (claim, value) in claims.iter_mut().zip(values).filter(|(_, value)| **value != "_") {
            let value = slots(value.parse().expect("a count"));
            match *bound {
                "min" => claim.least = value,
                "max" => claim.most = Some(value),
                "lock" => claim.locked = Some(value),
                other => panic!("no bound {other}"),
            }
        }
    }
    let task = slots(task.first().expect("a task").parse().expect("a count"));
    Division { task, method: Method::LargestRemainder, claims, ties: TieRule::Ask }
}

pub fn slots(count: u32) -> Slots {
    Slots::new(count).expect("slots")
}

pub fn weight_of(units: u64) -> Weight {
    Weight::new(units).expect("a weight")
}
