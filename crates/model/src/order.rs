//! The one sort of the page.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The positions of the keys from the smallest to the largest, equal ones as they stand; lazily, so that who needs
/// only the first few pays for no more.
///
/// The standard library's sorts cost the page several kilobytes of program for each kind of item; all that the page
/// puts in order has a whole number to go by, and so goes through here.
pub fn ascending(keys: impl IntoIterator<Item = u64>) -> impl Iterator<Item = usize> {
    let keyed = keys.into_iter().enumerate().map(|(position, key)| Reverse((key, position)));
    let mut heap: BinaryHeap<Reverse<(u64, usize)>> = keyed.collect();
    std::iter::from_fn(move || heap.pop().map(|Reverse((_, position))| position))
}

/// The positions of the keys from the largest to the smallest, equal ones as they stand.
pub fn descending(keys: impl IntoIterator<Item = u64>) -> impl Iterator<Item = usize> {
    ascending(keys.into_iter().map(|key| u64::MAX - key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_keys_stay_as_they_stand() {
        let keys = [3, 1, 2, 1, 3];
        assert_eq!(ascending(keys).collect::<Vec<_>>(), [1, 3, 2, 0, 4]);
        assert_eq!(descending(keys).collect::<Vec<_>>(), [0, 4, 2, 1, 3]);
        assert_eq!(descending([u64::MAX, 0]).take(1).collect::<Vec<_>>(), [0]);
    }
}
