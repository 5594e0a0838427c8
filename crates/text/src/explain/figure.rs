//! Figures within a formula.

use super::super::{Language, exact_rate, hundredths, thousands};
use tuowei_model::{Hundredths, Outcome, Rate, Row};

/// `value ÷ 10^places` to its last digit, without trailing zeros.
pub(in super::super) fn decimal(value: u128, places: u32) -> String {
    let one = 10_u128.pow(places);
    let mut text = thousands(u64::try_from(value / one).unwrap_or(u64::MAX));
    if !value.is_multiple_of(one) {
        let digits = (value % one).to_string();
        text.push('.');
        for _ in digits.len()..places as usize {
            text.push('0');
        }
        text.push_str(digits.trim_end_matches('0'));
    }
    text
}

/// 4.22%.
pub(in super::super) fn percent(value: Hundredths) -> String {
    hundredths(value) + "%"
}

/// 6,250 × 4.22%.
pub(in super::super) fn product(count: u64, rate: Rate) -> String {
    [&thousands(count), " × ", &exact_rate(rate), "%"].concat()
}

/// ` + 2.08` or ` − 0.50`, of a size and the figure that has the sign.
pub(in super::super) fn signed_after(sign: i64, size: &str) -> String {
    [if sign < 0 { " − " } else { " + " }, size].concat()
}

/// The unit of points, behind a figure.
pub(in super::super) const fn points_unit(language: Language) -> &'static str {
    match language {
        Language::Chinese => " 个百分点",
        Language::English => " points",
    }
}

/// Σ children · rate in millionths of a child, and Σ children, where all are known.
pub(in super::super) fn weighted(outcome: &Outcome, rate: &dyn Fn(&Row) -> Option<Rate>) -> Option<(u128, u64)> {
    let (mut sum, mut all) = (0_u128, 0_u64);
    for row in &outcome.rows {
        let children = row.inputs.children?.get();
        sum += u128::from(children) * u128::from(rate(row)?.ppm());
        all += u64::from(children);
    }
    Some((sum, all))
}
