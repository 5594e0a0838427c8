//! Products that do not fit into 128 bits, for exact comparing.

use std::cmp::Ordering;

/// How `a · b` compares with `c · d`: exact for all numbers.
#[must_use]
pub(super) const fn compare_products(a: u128, b: u128, c: u128, d: u128) -> Ordering {
    // Nearly all real figures fit into 64 bits. A division compares some hundred thousand times, and there one
    // multiplication is to do for what are four below, each with a check.
    if (a | b | c | d) >> 64 == 0 {
        return compare(a.wrapping_mul(b), c.wrapping_mul(d));
    }
    let (left, right) = (product(a, b), product(c, d));
    if left.0 != right.0 { compare(left.0, right.0) } else { compare(left.1, right.1) }
}

/// `Ord::cmp` cannot be called where a constant is made.
const fn compare(left: u128, right: u128) -> Ordering {
    if left < right {
        Ordering::Less
    } else if left > right {
        Ordering::Greater
    } else {
        Ordering::Equal
    }
}

/// The high and the low half of a product of 256 bits, multiplied by hand in digits of 64 bits.
const fn product(a: u128, b: u128) -> (u128, u128) {
    const DIGIT: u128 = u64::MAX as u128;
    let (a_high, a_low, b_high, b_low) = (a >> 64, a & DIGIT, b >> 64, b & DIGIT);
    // The product of two digits, (2^64 − 1)² at most, fits; so does the sum of three digits.
    let (low, left, right, high) = (a_low * b_low, a_high * b_low, a_low * b_high, a_high * b_high);
    let middle = (low >> 64) + (left & DIGIT) + (right & DIGIT);
    // The whole is below 2^256, and so its high half below 2^128.
    (high + (left >> 64) + (right >> 64) + (middle >> 64), (middle << 64) | (low & DIGIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_of_256_bits_are_exact() {
        // (2^128 − 1)² = 2^256 − 2^129 + 1.
        assert_eq!(product(u128::MAX, u128::MAX), (u128::MAX - 1, 1));
        assert_eq!(product(1 << 64, 1 << 64), (1, 0));
        assert_eq!(product((1 << 64) + 1, (1 << 64) - 1), (0, u128::MAX));
        assert_eq!(product(u128::MAX, 1), (0, u128::MAX));
        assert_eq!(product(u128::MAX, 0), (0, 0));
    }

    #[test]
    fn neighbouring_products_are_told_apart() {
        // x² against (x − 1)(x + 1) = x² − 1; both ways of comparing, and the seam between them.
        let seam = 1_u128 << 64;
        for x in [2, 1_000_003, seam - 2, seam - 1, seam, seam + 1, 1_u128 << 100, u128::MAX - 1] {
            assert_eq!(compare_products(x, x, x - 1, x + 1), Ordering::Greater);
            assert_eq!(compare_products(x - 1, x + 1, x, x), Ordering::Less);
            assert_eq!(compare_products(x, x - 1, x - 1, x), Ordering::Equal);
        }
    }
}
