//! A calendar beside a field in which a day is typed.

use leptos::prelude::*;

use super::element::{button, el};
use super::icon;
use crate::browser::{pick_day, type_into};
use crate::text::ToolWord;
use crate::ui::state::page::Page;

/// A field in which a day is typed, and a button that opens the browser's calendar for it. What is picked there goes into
/// the field as if it had been typed. `shown` is the day in force as `2026-06-30`.
pub fn with_calendar(
    page: Page,
    field: AnyView,
    test_id: String,
    name: impl Fn() -> String + Send + 'static,
    shown: impl Fn() -> String + 'static,
) -> AnyView {
    let calendar = ["calendar-", &test_id].concat();
    let input = el("input")
        .attr("type", "date")
        .class("visually-hidden")
        .attr("tabindex", "-1")
        .attr("aria-hidden", "true")
        .attr("max", "9999-12-31")
        .test_id(&calendar)
        .on_value("change", move |picked| {
            if !picked.is_empty() {
                type_into(&test_id, &picked);
            }
        });
    let label = move || [page.word(ToolWord::PickDay), " ", &name()].concat();
    let open = button()
        .class("quiet pick-day")
        .test_id(["pick-", &calendar["calendar-".len()..]].concat())
        .dyn_attr("aria-label", label)
        .word_attr("title", page, ToolWord::PickDay)
        .child(icon::calendar())
        .click(move || pick_day(&calendar, &shown()));
    el("span").class("day-field").child(field).el(open).el(input).done()
}
