//! Cells that hold a text of any length: they grow with it.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{InputEvent, KeyboardEvent};

use crate::browser::is_composing;
use crate::model::{Edit, Scenario};
use crate::text::text_too_long;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::error_message;
use crate::ui::widgets::element::{El, Text, el};

/// The edit that a text means, while it is typed or when it is left (`true`); nothing where its row is gone.
pub type EditOf = Box<dyn Fn(&Scenario, String, bool) -> Option<Edit>>;

/// A text that can be typed, and the message below it. Every keystroke takes effect; what is typed from focus to leaving is
/// one step. `lines` is whether it may have several lines. A text of more than `most` characters stays as it was typed,
/// with its message, and what stood before is in force.
pub fn area(
    page: Page,
    test_id: String,
    label: Text,
    value: Memo<String>,
    (most, lines): (usize, bool),
    of: EditOf,
) -> El {
    let workspace = page.workspace;
    let gesture = StoredValue::new(workspace.new_gesture());
    let before = StoredValue::new(String::new());
    let of = StoredValue::new_local(of);
    let too_long = RwSignal::new(None::<(String, usize)>);
    let shown =
        move || too_long.with(|long| long.as_ref().map(|(typed, _)| typed.clone())).unwrap_or_else(|| value.get());
    let error_id = format!("error-{test_id}");
    let take = move |typed: String, is_left: bool| {
        let length = typed.chars().count();
        if length > most {
            return too_long.set(Some((typed, length)));
        }
        too_long.set(None);
        let typed = if lines { typed } else { typed.replace(['\r', '\n'], " ") };
        let edit = workspace.scenario.with_untracked(|scenario| of.with_value(|of| of(scenario, typed, is_left)));
        if let Some(edit) = edit {
            // A text is never refused.
            let _ = workspace.apply(&edit, gesture.get_value());
        }
    };
    let apply = move |typed: String| take(typed, false);
    let settle = move || {
        // An input that is taken off the page loses the focus after all that it holds is gone.
        if gesture.is_disposed() {
            return;
        }
        if before.with_value(|before| value.with_untracked(|now| now != before)) {
            take(value.get_untracked(), true);
        }
        gesture.set_value(workspace.new_gesture());
        before.set_value(value.get_untracked());
        workspace.commit();
    };
    let on_key = move |event: &KeyboardEvent| {
        if is_composing(event) {
            return;
        }
        match event.key().as_str() {
            "Escape"
                if too_long.with_untracked(Option::is_some)
                    || before.with_value(|before| value.with_untracked(|now| now != before)) =>
            {
                apply(before.get_value());
                event.prevent_default();
                event.stop_propagation();
            }
            "Enter" if !lines => {
                settle();
                event.prevent_default();
            }
            _ => {}
        }
    };
    let text = el("textarea")
        .attr("rows", "1")
        .attr("aria-describedby", &error_id)
        .aria("aria-invalid", move || too_long.with(Option::is_some))
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .class("cell text")
        .test_id(test_id)
        .dyn_attr("aria-label", label)
        .property("value", shown)
        .on("input", move |event| {
            // What an input method composes is taken when it is done.
            if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                apply(event_target_value(&event));
            }
        })
        .on_value("compositionend", apply)
        .on_key(on_key)
        .on_target("focus", move |_| before.set_value(value.get_untracked()))
        .on_target("blur", move |_| settle());
    // What is behind it is as high as the text.
    let said = move || {
        too_long.with(|long| {
            long.as_ref().map_or_else(String::new, |(_, length)| text_too_long(*length, most, page.language.get()))
        })
    };
    let error =
        error_message("span", &error_id).attr_if("hidden", move || too_long.with(Option::is_none)).dyn_text(said);
    el("div").el(el("div").class("grow").dyn_attr("data-text", shown).el(text)).el(error)
}
