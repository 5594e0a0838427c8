//! How numbers are written.

use tuowei_model::{Factor, FigureValue, Hundredths, Points, Rate, Weight};

/// Two decimals, the plan's own precision: `4.22`, `-0.05`.
#[must_use]
pub fn hundredths(value: Hundredths) -> String {
    let magnitude = value.get().unsigned_abs();
    let sign = if value.get() < 0 { "-" } else { "" };
    format!("{sign}{}.{:02}", magnitude / 100, magnitude % 100)
}

/// A percentage for a sentence, without zeros at its end: `71%`, `66.4%`.
#[must_use]
pub fn brief_percent(value: Hundredths) -> String {
    let shown = hundredths(value);
    let brief = shown.trim_end_matches('0').trim_end_matches('.');
    [brief, "%"].concat()
}

/// With its sign, by the true minus: `+20`, `−20`, `0`.
#[must_use]
pub fn signed(value: i64) -> String {
    match value {
        0 => "0".to_owned(),
        value if value > 0 => format!("+{value}"),
        value => format!("−{}", value.unsigned_abs()),
    }
}

/// With its sign and its thousands set apart: `+1,444`.
#[must_use]
pub fn signed_thousands(value: i64) -> String {
    let sign = match value {
        0 => "",
        value if value > 0 => "+",
        _ => "−",
    };
    [sign, &thousands(value.unsigned_abs())].concat()
}

/// A plain whole number.
#[must_use]
pub fn count(value: u32) -> String {
    value.to_string()
}

/// A whole number with its thousands set apart, for readouts: `16,826`.
#[must_use]
pub fn thousands(value: u64) -> String {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// A figure as a cell holds it with its thousands set apart, as in the totals: `1234.50` is `1,234.50`. What is no plain
/// number, as a day, stays as it is.
#[must_use]
pub fn grouped(figure: &str) -> String {
    let (whole, decimals) = figure.split_at(figure.find('.').unwrap_or(figure.len()));
    match whole.parse() {
        Ok(number) if whole.len() > 3 => thousands(number) + decimals,
        _ => figure.to_owned(),
    }
}

/// A rate as a cell holds it: at least two decimals, up to the four that are kept.
#[must_use]
pub fn exact_rate(rate: Rate) -> String {
    exact(i64::from(rate.ppm()))
}

/// A county's figure as its cell holds it.
#[must_use]
pub fn exact_figure(value: FigureValue) -> String {
    match value {
        FigureValue::Rate(rate) => exact_rate(rate),
        of_count => count(of_count.whole()),
    }
}

/// A county's figure as sentences and readouts say it: `4.22%`, `16,826`.
#[must_use]
pub(super) fn figure_readout(value: FigureValue) -> String {
    match value {
        FigureValue::Rate(rate) => exact_rate(rate) + "%",
        of_count => thousands(u64::from(of_count.whole())),
    }
}

/// Percentage points as a cell holds them.
#[must_use]
pub fn exact_points(points: Points) -> String {
    exact(i64::from(points.ppm()))
}

/// A weight: a whole number, or with up to the four decimals that are kept.
#[must_use]
pub fn exact_weight(weight: Weight) -> String {
    let (whole, decimals) = (weight.get() / 10_000, weight.get() % 10_000);
    if decimals == 0 { whole.to_string() } else { format!("{whole}.{decimals:04}").trim_end_matches('0').to_owned() }
}

/// A factor, as a percentage.
#[must_use]
pub fn exact_factor(factor: Factor) -> String {
    exact(i64::from(factor.ppm()))
}

fn exact(ppm: i64) -> String {
    let magnitude = ppm.unsigned_abs();
    let sign = if ppm < 0 { "-" } else { "" };
    let decimals = format!("{:04}", magnitude % 10_000);
    let (shown, more) = decimals.split_at(2);
    format!("{sign}{}.{shown}{}", magnitude / 10_000, more.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_the_plan_writes_them() {
        for (value, expected) in [(422, "4.22"), (-5, "-0.05"), (0, "0.00"), (10_000, "100.00"), (-208, "-2.08")] {
            assert_eq!(hundredths(Hundredths::new(value)), expected);
        }
        for (value, expected) in [(7_100, "71%"), (6_640, "66.4%"), (6_643, "66.43%"), (10_000, "100%"), (0, "0%")] {
            assert_eq!(brief_percent(Hundredths::new(value)), expected);
        }
        for (ppm, expected) in [(21_400, "2.14"), (21_450, "2.145"), (21_401, "2.1401"), (1_000_000, "100.00")] {
            assert_eq!(exact_rate(Rate::from_ppm(ppm).unwrap()), expected);
        }
        assert_eq!(exact_points(Points::from_ppm(-20_850).unwrap()), "-2.085");
        for (value, expected) in
            [(0, "0"), (999, "999"), (1_000, "1,000"), (16_826, "16,826"), (1_234_567, "1,234,567")]
        {
            assert_eq!(thousands(value), expected);
        }
        for (figure, expected) in [
            ("", ""),
            ("999", "999"),
            ("1000", "1,000"),
            ("1234567", "1,234,567"),
            ("1234.50", "1,234.50"),
            ("12.3456", "12.3456"),
            ("-2.08", "-2.08"),
            ("2026-06-30", "2026-06-30"),
        ] {
            assert_eq!(grouped(figure), expected);
        }
        for (units, expected) in [(0, "0"), (10_000, "1"), (15_000, "1.5"), (1, "0.0001"), (20_500, "2.05")] {
            assert_eq!(exact_weight(Weight::new(units).unwrap()), expected);
        }
        for (value, expected) in [(20, "+20"), (-20, "−20"), (0, "0")] {
            assert_eq!(signed(value), expected);
        }
    }
}
