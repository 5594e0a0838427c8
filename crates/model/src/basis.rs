//! How and on which day the figures of a column were counted (口径、截止日期).

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day from which computers count.
    pub const EPOCH: Self = Self { year: 1970, month: 1, day: 1 };

    /// The day, or nothing where the calendar has none. Years are those of four digits.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return None,
        };
        if year < 1000 || year > 9999 || day == 0 || day > days { None } else { Some(Self { year, month, day }) }
    }

    /// The day as `2025-12-31` is written.
    #[must_use]
    pub fn iso(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// Year, month from 1, day from 1.
    #[must_use]
    pub const fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }
}

/// How the figures of a column were counted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// In the planner's own words (口径); empty where nothing is said.
    pub method: String,
    /// The day they stand for (截止日期).
    pub as_of: Option<Date>,
}

impl Basis {
    /// The most characters of [`Self::method`].
    pub const MOST_CHARACTERS: usize = 60;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for (year, month, day) in [(2025, 12, 31), (2024, 2, 29), (2000, 2, 29), (2026, 4, 30)] {
            assert!(Date::new(year, month, day).is_some(), "{year}-{month}-{day}");
        }
        for (year, month, day) in
            [(2025, 2, 29), (1900, 2, 29), (2026, 4, 31), (2026, 13, 1), (2026, 0, 1), (2026, 1, 0), (999, 1, 1)]
        {
            assert!(Date::new(year, month, day).is_none(), "{year}-{month}-{day}");
        }
        assert_eq!(Date::new(2025, 3, 1).unwrap().iso(), "2025-03-01");
    }
}
