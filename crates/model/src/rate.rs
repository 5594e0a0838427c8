//! Fixed-point percentages. In binary floats 2.14 + 2.08 is 4.220000000000001; here it is 4.22.

use super::round_half_away;

/// Share in parts per million: 1 % is 10 000. At most 100 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rate(u32);

impl Rate {
    /// 0 %.
    pub const ZERO: Self = Self(0);
    /// 100 %, which no rate exceeds.
    pub const FULL: Self = Self(1_000_000);

    /// A rate of so many parts per million, or nothing above 100 %.
    #[must_use]
    pub const fn from_ppm(ppm: u32) -> Option<Self> {
        if ppm <= Self::FULL.0 { Some(Self(ppm)) } else { None }
    }

    /// A rate of so many whole percent, held at 100 %.
    #[must_use]
    pub(super) const fn percent(percent: u8) -> Self {
        Self(if percent < 100 { percent as u32 * 10_000 } else { 1_000_000 })
    }

    /// Parts per million.
    #[must_use]
    pub const fn ppm(self) -> u32 {
        self.0
    }

    /// The percentage with two decimals, the plan's own precision; rounded half away from zero.
    #[must_use]
    pub fn percent_shown(self) -> Hundredths {
        Hundredths::from_ppm(i128::from(self.0))
    }

    /// How far this rate lies above `base`, in percentage points; negative below it.
    #[must_use]
    pub const fn above(self, base: Self) -> Points {
        Points(self.0.cast_signed() - base.0.cast_signed())
    }

    /// The rate `points` higher, held between 0 and 100 %.
    #[must_use]
    pub fn raised_by(self, points: Points) -> Self {
        let ppm = i64::from(self.0) + i64::from(points.0);
        Self(u32::try_from(ppm.clamp(0, i64::from(Self::FULL.0))).unwrap_or(0))
    }
}

/// Difference of two rates in parts per million: one percentage point (百分点) is 10 000.
/// Between −100 and +100 points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Points(i32);

impl Points {
    /// No difference.
    pub const ZERO: Self = Self(0);
    /// 100 percentage points, the largest difference of two rates.
    pub const MOST: Self = Self(1_000_000);

    /// A difference of so many parts per million, or nothing beyond ±100 points.
    #[must_use]
    pub const fn from_ppm(ppm: i32) -> Option<Self> {
        if ppm.unsigned_abs() <= Self::MOST.0.unsigned_abs() { Some(Self(ppm)) } else { None }
    }

    /// Parts per million.
    #[must_use]
    pub const fn ppm(self) -> i32 {
        self.0
    }

    /// The points with two decimals, rounded half away from zero.
    #[must_use]
    pub fn shown(self) -> Hundredths {
        Hundredths::from_ppm(i128::from(self.0))
    }

    /// `ppm` held within ±100 points.
    #[must_use]
    pub(super) fn clamped(ppm: i128) -> Self {
        let most = i128::from(Self::MOST.0);
        Self(i32::try_from(ppm.clamp(-most, most)).unwrap_or(0))
    }
}

/// Growth of a rate relative to itself, in parts per million: 45 % growth is 450 000. At most 1 000 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Factor(u32);

impl Factor {
    /// 1 000 %.
    pub const MOST: Self = Self(10_000_000);

    /// A factor of so many parts per million, or nothing above 1 000 %.
    #[must_use]
    pub const fn from_ppm(ppm: u32) -> Option<Self> {
        if ppm <= Self::MOST.0 { Some(Self(ppm)) } else { None }
    }

    /// Parts per million.
    #[must_use]
    pub const fn ppm(self) -> u32 {
        self.0
    }
}

/// A percentage, or a difference in points, as it is shown: a whole number of 0.01 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hundredths(i32);

impl Hundredths {
    /// So many hundredths of a percent.
    #[must_use]
    pub const fn new(hundredths: i32) -> Self {
        Self(hundredths)
    }

    /// The whole number of 0.01 %.
    #[must_use]
    pub const fn get(self) -> i32 {
        self.0
    }

    /// Parts per million to the nearest 0.01 %, halves away from zero.
    pub(super) fn from_ppm(ppm: i128) -> Self {
        Self(i32::try_from(round_half_away(ppm, 100)).unwrap_or(i32::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_that_floats_get_wrong_is_exact() {
        let target = Rate::from_ppm(21_400).unwrap().raised_by(Points::from_ppm(20_800).unwrap());
        assert_eq!(target.percent_shown(), Hundredths::new(422));
    }

    #[test]
    fn a_rate_stays_between_nothing_and_everything() {
        assert!(Rate::from_ppm(1_000_001).is_none());
        assert_eq!(Rate::FULL.raised_by(Points::MOST), Rate::FULL);
        assert_eq!(Rate::ZERO.raised_by(Points::from_ppm(-1).unwrap()), Rate::ZERO);
        assert!(Points::from_ppm(-1_000_001).is_none());
        assert!(Points::from_ppm(i32::MIN).is_none());
    }

    #[test]
    fn two_decimals_are_rounded_half_away_from_zero() {
        for (ppm, shown) in [(21_450, 215), (21_449, 214), (50, 1), (49, 0)] {
            assert_eq!(Rate::from_ppm(ppm).unwrap().percent_shown(), Hundredths::new(shown));
        }
        assert_eq!(Points::from_ppm(-50).unwrap().shown(), Hundredths::new(-1));
    }
}
