//! The only place that asks for the time or for chance.

use js_sys::{Date, Math};

use crate::model::Date as Day;

/// Milliseconds since 1970-01-01T00:00Z.
#[must_use]
pub fn now() -> i64 {
    // The clock's whole milliseconds lie far within what a float holds exactly.
    Date::now() as i64
}

/// The present day, as the computer's own time zone counts it.
#[must_use]
pub fn today() -> Day {
    day_of(&Date::new_0())
}

/// `10:32`, in the computer's own time zone.
#[must_use]
pub fn clock_time(time: i64) -> String {
    let date = date_of(time);
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// `2026-03-12 10:32`, in the computer's own time zone.
#[must_use]
pub fn day_and_time(time: i64) -> String {
    format!("{} {}", day_of(&date_of(time)).iso(), clock_time(time))
}

/// A number that another tab or another day does not meet again.
#[must_use]
pub fn random_seed() -> u64 {
    // `crypto.randomUUID` is missing on plain http; two draws of 32 bits are enough to tell tabs apart.
    let draw = || (Math::random() * f64::from(u32::MAX)) as u64;
    (draw() << 32) | draw()
}

fn date_of(time: i64) -> Date {
    Date::new(&wasm_bindgen::JsValue::from_f64(time as f64))
}

fn day_of(date: &Date) -> Day {
    let (month, day) = (u8::try_from(date.get_month() + 1), u8::try_from(date.get_date()));
    let day = u16::try_from(date.get_full_year()).ok().zip(month.ok()).zip(day.ok());
    // A clock that is set beyond four digits has no day that could be written.
    day.and_then(|((year, month), day)| Day::new(year, month, day)).unwrap_or(Day::EPOCH)
}
