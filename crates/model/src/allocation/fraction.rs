//! Fractions that are put in order exactly.

use std::cmp::Ordering;

use super::super::Ratio;
use super::super::wide::compare_products;

/// A fraction of whole numbers, kept exact; with a denominator of zero it is infinite.
///
/// The order is exact for all terms. Of two infinite fractions the one with the larger numerator is the larger:
/// where every county has a claim to a first slot, the heavier comes first.
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    numerator: u128,
    denominator: u128,
}

impl Fraction {
    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// `numerator ÷ denominator`. The two are never both zero: such a fraction would equal every other.
    pub(super) const fn new(numerator: u128, denominator: u128) -> Self {
        Self { numerator, denominator }
    }

    /// The term above the line.
    #[must_use]
    pub const fn numerator(self) -> u128 {
        self.numerator
    }

    /// The term below the line; zero where the fraction is infinite.
    #[must_use]
    pub const fn denominator(self) -> u128 {
        self.denominator
    }

    /// The fraction as a ratio, to be shown; nothing where it is infinite.
    #[must_use]
    pub const fn ratio(self) -> Option<Ratio> {
        Ratio::new(self.numerator, self.denominator)
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.denominator == 0 && other.denominator == 0 {
            return self.numerator.cmp(&other.numerator);
        }
        compare_products(self.numerator, other.denominator, other.numerator, self.denominator)
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Fraction {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Fraction {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fractions_are_ordered_by_value() {
        let ascending = [(0, 7), (1, 3), (333_334, 1_000_000), (1, 2), (u128::MAX, 1), (1, 0), (2, 0)];
        let fractions = ascending.map(|(numerator, denominator)| Fraction::new(numerator, denominator));
        assert!(fractions.is_sorted_by(|smaller, larger| smaller < larger));
        assert_eq!(Fraction::new(2, 6), Fraction::new(1, 3));
        assert_eq!(Fraction::new(0, 5), Fraction::ZERO);
    }

    #[test]
    fn an_infinite_fraction_has_no_ratio() {
        assert_eq!(Fraction::new(1, 0).ratio(), None);
        assert_eq!(Fraction::new(1, 4).ratio(), Ratio::new(2, 8));
    }
}
