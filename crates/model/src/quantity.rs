//! Counts, and ratios of counts that stay exact until they are shown.

use std::cmp::Ordering;

use super::Hundredths;
use super::wide::compare_products;

/// Places for one child each. At most [`Slots::MOST`], far above any region's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slots(u32);

/// Children under three who live in a county. At most [`Children::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Children(u32);

/// People of any age who live in a county. At most [`Persons::MOST`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Persons(u32);

macro_rules! count {
    ($name:ident, $most:literal) => {
        impl $name {
            /// The largest count that is taken as meant and not as a slip of the hand.
            pub const MOST: u32 = $most;

            /// The count, or nothing above [`Self::MOST`].
            #[must_use]
            pub const fn new(count: u32) -> Option<Self> {
                if count <= Self::MOST { Some(Self(count)) } else { None }
            }

            /// The plain number.
            #[must_use]
            pub const fn get(self) -> u32 {
                self.0
            }
        }
    };
}

count!(Slots, 10_000_000);
count!(Children, 100_000_000);
count!(Persons, 100_000_000);

impl Slots {
    /// So many more, or fewer where negative; nothing below zero or above [`Self::MOST`].
    #[must_use]
    pub fn moved(self, by: i64) -> Option<Self> {
        i64::from(self.0).checked_add(by).and_then(|count| u32::try_from(count).ok()).and_then(Self::new)
    }

    /// The count, held at [`Self::MOST`].
    #[must_use]
    pub(super) fn held(count: u64) -> Self {
        Self(u32::try_from(count).unwrap_or(Self::MOST).min(Self::MOST))
    }
}

/// A ratio of whole numbers, kept exact: the city rate, a share.
///
/// The denominator is never zero. Comparing is exact; showing is while the numerator stays below 2¹¹⁴. Those of a region
/// of [`super::Region::MOST_COUNTIES`] counties stay below 10³⁰, which is less.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    numerator: u128,
    denominator: u128,
}

impl Ratio {
    /// `numerator ÷ denominator`, or nothing when the denominator is zero.
    #[must_use]
    pub const fn new(numerator: u128, denominator: u128) -> Option<Self> {
        if denominator == 0 { None } else { Some(Self { numerator, denominator }) }
    }

    /// Zero.
    pub const ZERO: Self = Self { numerator: 0, denominator: 1 };

    /// The term above the line and the one below it, which is not zero.
    #[must_use]
    pub const fn terms(self) -> (u128, u128) {
        (self.numerator, self.denominator)
    }

    /// The ratio as a percentage with two decimals, rounded half away from zero, as Excel does.
    ///
    /// A percentage too large for the type is shown as the largest one.
    #[must_use]
    pub fn percent_shown(self) -> Hundredths {
        self.scaled_by(10_000)
    }

    /// The ratio itself with two decimals, rounded likewise: slots per thousand, highest ÷ lowest.
    #[must_use]
    pub fn number_shown(self) -> Hundredths {
        self.scaled_by(100)
    }

    fn scaled_by(self, scale: u128) -> Hundredths {
        let scaled = self.numerator.saturating_mul(scale);
        let rounded = scaled.saturating_add(self.denominator / 2) / self.denominator;
        Hundredths::new(i32::try_from(rounded).unwrap_or(i32::MAX))
    }

    /// Whether the ratio reaches `other`.
    #[must_use]
    pub fn reaches(self, other: Self) -> bool {
        self.compare(other).is_ge()
    }

    /// How the ratio lies to `other`: exactly, by cross multiplication.
    pub(super) fn compare(self, other: Self) -> Ordering {
        compare_products(self.numerator, other.denominator, other.numerator, self.denominator)
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Self) -> bool {
        self.compare(*other).is_eq()
    }
}

impl Eq for Ratio {}

/// `numerator ÷ denominator` to the nearest whole number, halves away from zero, as Excel does.
///
/// A denominator of zero answers zero: callers hold a denominator that cannot be zero. The one quotient
/// that does not fit, `i128::MIN ÷ −1`, answers `i128::MAX`.
#[must_use]
pub const fn round_half_away(numerator: i128, denominator: i128) -> i128 {
    if denominator == 0 {
        return 0;
    }
    let magnitude = denominator.unsigned_abs();
    let quotient = (numerator.unsigned_abs() + magnitude / 2) / magnitude;
    if (numerator < 0) != (denominator < 0) {
        quotient.cast_signed().wrapping_neg() // 2^127 is its own negative, and as such exact
    } else if quotient > i128::MAX.cast_unsigned() {
        i128::MAX
    } else {
        quotient.cast_signed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_away_from_zero_as_excel_does() {
        for (numerator, denominator, expected) in
            [(5, 10, 1), (-5, 10, -1), (15, 10, 2), (25, 10, 3), (-25, 10, -3), (4, 10, 0), (14, 10, 1), (5, -10, -1)]
        {
            assert_eq!(round_half_away(numerator, denominator), expected, "{numerator} ÷ {denominator}");
        }
    }

    #[test]
    fn a_ratio_is_shown_with_two_decimals() {
        // 130 ÷ 350 = 37.142857… %, 207 ÷ 350 = 59.142857… %, 1 ÷ 8 = 12.5 %, 1 ÷ 800 = 0.125 %
        for (numerator, denominator, expected) in [(130, 350, 3714), (207, 350, 5914), (1, 8, 1250), (1, 800, 13)] {
            assert_eq!(Ratio::new(numerator, denominator).unwrap().percent_shown(), Hundredths::new(expected));
        }
    }

    #[test]
    fn ratios_are_compared_exactly() {
        let third = Ratio::new(1, 3).unwrap();
        assert_eq!(third, Ratio::new(2, 6).unwrap());
        assert!(!Ratio::new(333_333_333, 1_000_000_000).unwrap().reaches(third));
        assert!(Ratio::new(0, 0).is_none());
        // Also where the products do not fit into 128 bits: x² is above (x − 1)(x + 1).
        let x = 1_u128 << 100;
        assert!(!Ratio::new(x - 1, x).unwrap().reaches(Ratio::new(x, x + 1).unwrap()));
    }

    #[test]
    fn a_number_is_shown_with_two_decimals() {
        // 130 000 ÷ 6 250 = 20.8, 1 ÷ 8 = 0.125, 2 ÷ 3 = 0.666…
        for (numerator, denominator, expected) in [(130_000, 6_250, 2080), (1, 8, 13), (2, 3, 67)] {
            assert_eq!(Ratio::new(numerator, denominator).unwrap().number_shown(), Hundredths::new(expected));
        }
    }
}
