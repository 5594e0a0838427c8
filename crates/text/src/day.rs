//! The reading of typed days.

use super::Language;
use tuowei_model::{Date, last_of_month};

/// Why a text is no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayProblem {
    /// It is not written like one.
    NotADay,
    /// A year has no such month.
    NoSuchMonth(u16),
    /// The month of this year has only so many days.
    NoSuchDay {
        /// The year.
        year: u16,
        /// The month, from 1.
        month: u8,
        /// The month's last day.
        last: u8,
    },
}

/// A typed day: 2026-06-30, 2026.6.30, 2026/6/30, 20260630, 2026年6月30日, or without a year 6月30日, 6-30, 6/30, which is of
/// `year`; also in full-width digits. Nothing typed is no day.
///
/// # Errors
/// It is written like no day, or the calendar has none such.
pub fn typed_day(text: &str, year: u16) -> Result<Option<Date>, DayProblem> {
    let plain: String = text.chars().filter(|character| !character.is_whitespace()).map(half_width).collect();
    if plain.is_empty() {
        return Ok(None);
    }
    let plain = plain.strip_suffix(['日', '号']).unwrap_or(&plain);
    let parts: Vec<&str> = plain.split(['-', '.', '/', '年', '月']).collect();
    let number = |part: &str, most: usize| {
        let digits = !part.is_empty() && part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| part.parse::<u16>().ok()).flatten().ok_or(DayProblem::NotADay)
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (number(year, 4)?, number(month, 2)?, number(day, 2)?),
        [month, day] => (year, number(month, 2)?, number(day, 2)?),
        [all] if all.len() == 8 && all.is_ascii() => {
            (number(&all[..4], 4)?, number(&all[4..6], 2)?, number(&all[6..], 2)?)
        }
        _ => return Err(DayProblem::NotADay),
    };
    let narrow = |number: u16| u8::try_from(number).map_err(|_| DayProblem::NotADay);
    let (narrow_month, narrow_day) = (narrow(month)?, narrow(day)?);
    if !(1..=12).contains(&month) {
        return Err(DayProblem::NoSuchMonth(month));
    }
    Date::new(year, narrow_month, narrow_day).map(Some).ok_or_else(|| match last_of_month(year, narrow_month) {
        Some(last) => DayProblem::NoSuchDay { year, month: narrow_month, last: last.parts().2 },
        None => DayProblem::NotADay,
    })
}

impl DayProblem {
    /// The problem in words: what is wrong, and how days are written.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        let wrong = match (language, self) {
            (Language::Chinese, Self::NotADay) => "没有这一天。".to_owned(),
            (Language::Chinese, Self::NoSuchMonth(month)) => format!("没有这一天：没有{month}月。"),
            (Language::Chinese, Self::NoSuchDay { year, month, last }) => {
                format!("没有这一天：{year}年{month}月只有{last}天。")
            }
            (Language::English, Self::NotADay) => "no such day; ".to_owned(),
            (Language::English, Self::NoSuchMonth(month)) => format!("no such day, as there is no month {month}; "),
            (Language::English, Self::NoSuchDay { year, month, last }) => {
                format!("no such day, as {year}-{month:02} has {last} days; ")
            }
        };
        let written = language.of(
            "请按 2025-12-31 的样子填写日期，也可写6月30日。",
            "type a date like 2025-12-31, or 6-30 of the plan's year",
        );
        [&wrong, written].concat()
    }
}

fn half_width(character: char) -> char {
    match character {
        '０'..='９' => char::from(b'0' + u8::try_from(u32::from(character) - u32::from('０')).unwrap_or(0)),
        '．' | '。' => '.',
        '－' | '–' | '—' => '-',
        '／' => '/',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::DayProblem::{NoSuchDay, NoSuchMonth, NotADay};
    use super::*;

    #[test]
    fn days_are_read_as_people_write_them() {
        for typed in [
            "2026-06-30",
            " 2026.6.30",
            "2026/6/30",
            "20260630",
            "2026年6月30日",
            "2026年06月30号",
            "２０２６－０６－３０",
            "２０２６年６月３０日",
            "2026 - 6 - 30",
            "6月30日",
            "６月３０日",
            "6月30",
            "6-30",
            "6/30",
            "06.30",
        ] {
            assert_eq!(typed_day(typed, 2026), Ok(Date::new(2026, 6, 30)), "{typed:?}");
        }
        assert_eq!(typed_day("2025年12月31日", 2026), Ok(Date::new(2025, 12, 31)));
        assert_eq!(typed_day("2月29日", 2028), Ok(Date::new(2028, 2, 29)));
        assert_eq!(typed_day("  ", 2026), Ok(None));
    }

    #[test]
    fn what_is_no_day_says_why() {
        let short = |year, month, last| NoSuchDay { year, month, last };
        for (typed, problem, said) in [
            ("2025-02-29", short(2025, 2, 28), "2025年2月只有28天"),
            ("2月29日", short(2026, 2, 28), "2026年2月只有28天"),
            ("2026-6-31", short(2026, 6, 30), "2026年6月只有30天"),
            ("6月0日", short(2026, 6, 30), "2026年6月只有30天"),
            ("2025-13-01", NoSuchMonth(13), "没有13月"),
            ("31.12", NoSuchMonth(31), "没有31月"),
            ("20261301", NoSuchMonth(13), "没有13月"),
            ("2025", NotADay, "没有这一天"),
            ("2025-12", NotADay, "没有这一天"),
            ("31.12.2025", NotADay, "没有这一天"),
            ("26-06-30", NotADay, "没有这一天"),
            ("soon", NotADay, "没有这一天"),
            ("六月底", NotADay, "没有这一天"),
            ("202512311", NotADay, "没有这一天"),
            ("2025-1-1-1", NotADay, "没有这一天"),
            ("0999-01-01", NotADay, "没有这一天"),
            ("-", NotADay, "没有这一天"),
        ] {
            assert_eq!(typed_day(typed, 2026), Err(problem), "{typed:?}");
            assert!(problem.text(Language::Chinese).contains(said), "{}", problem.text(Language::Chinese));
            assert!(problem.text(Language::English).starts_with("no such day"));
        }
    }
}
