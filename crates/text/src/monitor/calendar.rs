//! The calendar in words: days, schedules, thresholds, signs of a status, what moved.

use crate::{Language, thousands};
use tuowei_model::{Date, Progress, Schedule, Thresholds};

use super::counts::two_decimals;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// 2026年6月30日; 30 June 2026.
#[must_use]
pub fn day_text(day: Date, language: Language) -> String {
    let (year, month, date) = day.parts();
    match language {
        Language::Chinese => format!("{year}年{month}月{date}日"),
        Language::English => format!("{date} {} {year}", month_name(month)),
    }
}

/// The month's English name.
pub(crate) fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// How the year's task is spread: 按季度（比重10∶20∶30∶40）.
#[must_use]
pub fn schedule_text(schedule: &Schedule, language: Language) -> String {
    let (name, weights): (_, &[u32]) = match (schedule, language) {
        (Schedule::Linear, _) => return language.of("按天均匀", "evenly by day").to_owned(),
        (Schedule::Until(finish), Language::Chinese) => {
            return format!("倒排工期，{}前完成", day_text(*finish, language));
        }
        (Schedule::Until(finish), Language::English) => {
            return format!("backward from a finish on {}", day_text(*finish, language));
        }
        (Schedule::Quarters(weights), _) => (language.of("按季度", "by quarter"), weights),
        (Schedule::Months(weights), _) => (language.of("按月", "by month"), weights),
    };
    let weights: Vec<String> = weights.iter().map(u32::to_string).collect();
    match language {
        Language::Chinese => format!("{name}（比重{}）", weights.join("∶")),
        Language::English => format!("{name}, weights {}", weights.join(" : ")),
    }
}

/// A part of a schedule, by its place among so many: 第1季度, 3月; Q1, March.
#[must_use]
pub fn part_name(at: usize, count: usize, language: Language) -> String {
    let number = at + 1;
    match (count, language) {
        (4, Language::Chinese) => format!("第{number}季度"),
        (4, Language::English) => format!("Q{number}"),
        (_, Language::Chinese) => format!("{number}月"),
        (_, Language::English) => MONTHS.get(at).copied().unwrap_or_default().to_owned(),
    }
}

/// Why a task's progress has no status: what was not reported, or that there is no task.
#[must_use]
pub const fn why_open(of: &Progress, is_city: bool, language: Language) -> &'static str {
    match (of.done, of.task) {
        (None, _) if is_city => language.of("未报齐", "Incomplete"),
        (None, _) => language.of("未报", "Not reported"),
        (_, None) => language.of("任务未填", "Task missing"),
        _ => language.of("无任务", "No task"),
    }
}

/// Where each status begins, in points behind the calendar.
#[must_use]
pub fn thresholds_text(thresholds: Thresholds, language: Language) -> String {
    let (behind, far) = (brief(thresholds.behind), brief(thresholds.far_behind));
    match language {
        Language::Chinese => {
            format!("落后序时不超过{behind}个百分点为略滞后，超过{behind}个为滞后，超过{far}个为严重滞后")
        }
        Language::English => {
            format!(
                "slightly behind: up to {behind} points behind the calendar; behind: more than {behind}; far behind: more than {far}"
            )
        }
    }
}

/// A threshold as a cell holds it: hundredths of a point without zeros at their end.
#[must_use]
pub fn threshold_text(hundredths: u32) -> String {
    brief(hundredths)
}

/// Hundredths without zeros at their end.
fn brief(hundredths: u32) -> String {
    if hundredths.is_multiple_of(100) {
        return thousands(u64::from(hundredths / 100));
    }
    two_decimals(hundredths.into()).trim_end_matches('0').to_owned()
}

/// How many slots something lies before the calendar: 快3个, 慢12个, 持平.
#[must_use]
pub fn ahead_text(ahead: i64, language: Language) -> String {
    let size = thousands(ahead.unsigned_abs());
    match (language, ahead) {
        (Language::Chinese, 0) => "持平".to_owned(),
        (Language::Chinese, ahead) if ahead > 0 => format!("快{size}个"),
        (Language::Chinese, _) => format!("慢{size}个"),
        (Language::English, 0) => "on plan".to_owned(),
        (Language::English, ahead) if ahead > 0 => format!("{size} ahead"),
        (Language::English, _) => format!("{size} behind"),
    }
}

/// How many places somebody moved: 升2位, 降1位, 不变; — where there was no place before.
#[must_use]
pub fn change_text(change: Option<i64>, language: Language) -> String {
    let Some(change) = change else { return "—".to_owned() };
    let size = change.unsigned_abs();
    match (language, change) {
        (Language::Chinese, 0) => "不变".to_owned(),
        (Language::Chinese, change) if change > 0 => format!("升{size}位"),
        (Language::Chinese, _) => format!("降{size}位"),
        (Language::English, 0) => "same".to_owned(),
        (Language::English, change) if change > 0 => format!("up {size}"),
        (Language::English, _) => format!("down {size}"),
    }
}
