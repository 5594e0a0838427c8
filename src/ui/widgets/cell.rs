//! An input that looks like a spreadsheet's cell.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, InputEvent, KeyboardEvent};

use super::element::{El, el};
use super::forms;
use crate::browser::is_composing;
use crate::storage::Gesture;
use crate::text::Message;
use crate::ui::state::drafts::{Draft, Typing};
use crate::ui::state::field::{Field, FieldProblem};
use crate::ui::state::page::Page;

/// What stands where a figure is not known.
pub const NONE: &str = "—";

/// One figure that can be typed. Every keystroke that parses takes effect; what does not parse stays as
/// typed, and the last good figure stays in force.
///
/// `value` is the figure in force as text, `draft` what is typed beyond it, whose problem the owner shows;
/// `placeholder` tells what an empty cell stands for.
pub fn cell(
    page: Page,
    field: Field,
    value: Memo<String>,
    draft: RwSignal<Option<Draft>>,
    placeholder: impl FnMut() -> String + Send + 'static,
) -> AnyView {
    let workspace = page.workspace;
    let test_id = field.test_id();
    let error_id = format!("error-{test_id}");
    let field = StoredValue::new(field);
    let label = move || {
        let language = page.language.get();
        field.with_value(|field| workspace.scenario.with_untracked(|scenario| field.label(scenario, language)))
    };
    let shown = move || {
        let typed = draft.with(|draft| draft.as_ref().map(|draft| draft.typed.clone()));
        typed.unwrap_or_else(|| value.get())
    };
    let is_bad = move || draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.problem.is_some()));
    let typing = StoredValue::new(Typing::new(workspace.new_gesture()));
    let mut set = move |typed: &str, gesture: Gesture| {
        let edit = field.with_value(|field| field.edit(typed))?;
        workspace.apply(&edit, gesture).map_err(FieldProblem::Edit)
    };
    let show = move |now: Option<Draft>| {
        if draft.with_untracked(|before| *before != now) {
            draft.set(now);
        }
    };

    Effect::new(move |earlier: Option<u32>| {
        let order = workspace.drop_drafts.get();
        if earlier.is_some_and(|earlier| earlier != order.round) {
            let (mut now, figure, next) = (draft.get_untracked(), value.get_untracked(), workspace.new_gesture());
            typing.update_value(|typing| typing.obey(order, &mut now, figure, next));
            show(now);
        }
        order.round
    });

    let mut take = move |typed: String| show(Some(typing.get_value().take(typed, &mut set)));
    let settle = move || {
        // An input that is taken off the page loses the focus after all that it holds is gone.
        if typing.is_disposed() {
            return;
        }
        let (mut now, figure, next) = (draft.get_untracked(), value.get_untracked(), workspace.new_gesture());
        typing.update_value(|typing| typing.settle(&mut now, figure, next));
        show(now);
        workspace.commit();
    };
    let mut take_back = move || {
        let mut now = draft.get_untracked();
        let any = typing.get_value().take_back(&mut now, &mut set);
        show(now);
        any
    };
    let on_key = move |event: &KeyboardEvent| {
        if is_composing(event) {
            return;
        }
        match event.key().as_str() {
            "Escape" if take_back() => {
                event.prevent_default();
                event.stop_propagation();
            }
            "Enter" => settle(),
            // While the text is no figure, undo takes the typing back and nothing else.
            "z" | "Z" if (event.ctrl_key() || event.meta_key()) && untrack(is_bad) => {
                take_back();
                event.prevent_default();
                event.stop_propagation();
            }
            _ => {}
        }
    };
    let on_focus = move |target: Option<EventTarget>| {
        typing.update_value(|typing| typing.enter(value.get_untracked()));
        if let Some(input) = input_of(target) {
            forms::enter(&input);
            input.select();
        }
    };
    let on_blur = move |target: Option<EventTarget>| {
        if let Some(input) = input_of(target) {
            forms::leave(&input);
        }
        settle();
    };
    el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .class("cell")
        .test_id(test_id)
        .dyn_attr("aria-label", label)
        .aria("aria-invalid", is_bad)
        .attr("aria-describedby", error_id)
        .dyn_attr("placeholder", placeholder)
        .value(shown)
        .on("input", move |event| {
            // What an input method composes is taken when it is done.
            if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                take(event_target_value(&event));
            }
        })
        .on_value("compositionend", take)
        .on_key(on_key)
        .on_target("focus", on_focus)
        .on_target("blur", on_blur)
        .done()
}

fn input_of(target: Option<EventTarget>) -> Option<HtmlInputElement> {
    target?.dyn_into().ok()
}

/// The message of an input, which names it by `aria-describedby`; its words, and when it is hidden, are still to be put in.
#[inline(never)]
pub fn error_message(tag: &'static str, id: &str) -> El {
    el(tag).class("error").attr("role", "alert").attr("id", id).test_id(id)
}

/// The message beside an input that holds what cannot be used; hidden while there is none.
pub fn cell_error(page: Page, field: Field, draft: RwSignal<Option<Draft>>) -> AnyView {
    let test_id = format!("error-{}", field.test_id());
    let problem = move || draft.with(|draft| draft.as_ref().and_then(|draft| draft.problem.clone()));
    let said = move || {
        let Some(problem) = problem() else { return String::new() };
        let language = page.language.get();
        let place = page.workspace.scenario.with_untracked(|scenario| field.label(scenario, language));
        Message::At(&place, &problem.text(language)).in_language(language)
    };
    error_message("span", &test_id).attr_if("hidden", move || problem().is_none()).dyn_text(said).done()
}

/// Whether any of the drafts is no figure.
pub fn any_bad(drafts: &[RwSignal<Option<Draft>>]) -> bool {
    drafts.iter().any(|draft| draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.problem.is_some())))
}
