//! Who stands where: shared ranks for equal values, and a score of several indicators.

use super::super::Ratio;

/// A county's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked {
    /// Its place, from 1; equal values share one, and the next place is left out for each that shares.
    pub place: usize,
    /// How many places it went up since the report before, negative where down; nothing where it had none then.
    pub change: Option<i64>,
}

/// The places of values, the largest first; nothing for who has no value. `before` are the values of the report before.
#[must_use]
pub fn ranked(values: &[Option<Ratio>], before: Option<&[Option<Ratio>]>) -> Vec<Option<Ranked>> {
    let now = places(values);
    let then = before.map(places);
    now.into_iter()
        .enumerate()
        .map(|(county, place)| {
            let place = place?;
            let was = then.as_ref().and_then(|then| then.get(county).copied().flatten());
            // Places are at most the number of counties.
            let change = was.map(|was| was as i64 - place as i64);
            Some(Ranked { place, change })
        })
        .collect()
}

fn places(values: &[Option<Ratio>]) -> Vec<Option<usize>> {
    let known = |(county, value): (usize, &Option<Ratio>)| value.map(|value| (county, value));
    let mut order: Vec<(usize, Ratio)> = values.iter().enumerate().filter_map(known).collect();
    order.sort_by(|(_, one), (_, other)| other.compare(*one));
    let mut places = vec![None; values.len()];
    let mut place = 0;
    let mut last = None;
    for (at, (county, value)) in order.into_iter().enumerate() {
        if last != Some(value) {
            (place, last) = (at + 1, Some(value));
        }
        places[county] = Some(place);
    }
    places
}

/// The score of weighted values in 0.01 points: Σ weight · min(value, 1), where weights are whole percents that add up to 100.
/// Nothing where a weighted value is missing, or the weights do not add up.
#[must_use]
pub fn scored(values: &[Option<Ratio>], weights: &[u8]) -> Option<u32> {
    let sum: u32 = weights.iter().map(|weight| u32::from(*weight)).sum();
    if sum != 100 || values.len() != weights.len() {
        return None;
    }
    let mut score = 0_u32;
    for (value, weight) in values.iter().zip(weights).filter(|(_, weight)| **weight > 0) {
        // Who is above the target is not more than there.
        let percent = (*value)?.percent_shown().get().clamp(0, 10_000);
        score += u32::from(*weight) * u32::try_from(percent).unwrap_or(0);
    }
    // To the nearest 0.01; halves up.
    Some((score + 50) / 100)
}
