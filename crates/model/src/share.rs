//! Percentages that add up to 100.00.

use super::{Hundredths, Slots, descending};

/// Each county's share of all slots given, with two decimals, adding up to exactly 100.00:
/// rounded by largest remainder, equal remainders in document order.
///
/// A county without a figure has no share; when nothing is given at all, none has.
#[must_use]
pub fn shares_of_total(slots: &[Option<Slots>]) -> Vec<Option<Hundredths>> {
    const WHOLE: u64 = 10_000;
    let total: u64 = slots.iter().flatten().map(|slots| u64::from(slots.get())).sum();
    if total == 0 {
        return vec![None; slots.len()];
    }
    let scaled = |slots: &Option<Slots>| slots.map(|slots| u64::from(slots.get()) * WHOLE);
    let mut shares: Vec<Option<u64>> = slots.iter().map(|slots| scaled(slots).map(|scaled| scaled / total)).collect();
    let short = WHOLE - shares.iter().flatten().sum::<u64>();
    // At least as many counties have a remainder as are short, so that none without a figure comes up.
    let remainders = slots.iter().map(|slots| scaled(slots).map_or(0, |scaled| scaled % total));
    for position in descending(remainders).take(usize::try_from(short).unwrap_or(0)) {
        if let Some(share) = &mut shares[position] {
            *share += 1;
        }
    }
    shares.into_iter().map(|share| share.map(|share| Hundredths::new(i32::try_from(share).unwrap_or(0)))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(slots: &[u32], expected: &[i32]) {
        let slots: Vec<_> = slots.iter().map(|&slots| Slots::new(slots)).collect();
        let shares: Vec<_> = shares_of_total(&slots).into_iter().map(|share| share.unwrap().get()).collect();
        assert_eq!(shares, expected);
        assert_eq!(shares.iter().sum::<i32>(), 10_000);
    }

    #[test]
    fn shares_add_up_to_one_hundred_percent() {
        check(&[1, 1, 1], &[3334, 3333, 3333]);
        check(&[7], &[10_000]);
        check(&[0, 5], &[0, 10_000]);
        // 表二: 130 ÷ 350 = 37.1428…; the ten two-decimal roundings happen to add up by themselves.
        check(&[130, 77, 10, 16, 20, 17, 26, 24, 17, 13], &[3714, 2200, 286, 457, 571, 486, 743, 686, 486, 371]);
    }

    #[test]
    fn nothing_given_has_no_shares() {
        assert_eq!(shares_of_total(&[None, Slots::new(0)]), [None, None]);
        assert_eq!(shares_of_total(&[None, Slots::new(4)]), [None, Some(Hundredths::new(10_000))]);
    }
}
