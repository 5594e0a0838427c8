//! An input that looks like a spreadsheet's cell.

use leptos::ev;
use leptos::prelude::*;

use crate::browser::is_composing;
use crate::text::Message;

use super::drafts::Draft;
use super::field::{Field, FieldProblem};
use super::page::Page;
use super::parts::{Change, Text, flag, key, text};

/// One figure that can be typed. Every keystroke that parses takes effect; what does not parse stays as
/// typed, and the last good figure stays in force.
#[component]
pub fn Cell(
    page: Page,
    field: Field,
    /// The figure in force, as text.
    value: Memo<String>,
    /// What is typed beyond it; the owner shows its problem.
    draft: RwSignal<Option<Draft>>,
    /// What an empty cell stands for.
    placeholder: Text,
) -> impl IntoView {
    let workspace = page.workspace;
    let test_id = field.test_id();
    let error_id = format!("error-{test_id}");
    let field = StoredValue::new(field);
    let label = text(move || {
        let language = page.language.get();
        field.with_value(|field| workspace.scenario.with_untracked(|scenario| field.label(scenario, language)))
    });
    let shown = text(move || {
        let typed = draft.with(|draft| draft.as_ref().map(|draft| draft.typed.clone()));
        typed.unwrap_or_else(|| value.get())
    });
    let is_bad = move || draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.problem.is_some()));
    let invalid = text(move || if is_bad() { "true" } else { "false" });
    // The typing from focus to leaving is one undo step; this is its token and the text before it.
    let gesture = StoredValue::new(workspace.new_gesture());
    let before = StoredValue::new(String::new());

    Effect::new(move |earlier: Option<u32>| {
        let order = workspace.drop_drafts.get();
        if earlier.is_some_and(|earlier| earlier != order.round) {
            gesture.set_value(workspace.new_gesture());
            let drop = draft
                .with_untracked(|draft| draft.as_ref().is_some_and(|draft| order.even_bad || draft.problem.is_none()));
            if drop {
                draft.set(None);
            }
            before.set_value(value.get_untracked());
        }
        order.round
    });

    let take = move |typed: String| {
        let problem = match field.with_value(|field| field.edit(&typed)) {
            Ok(edit) => workspace.apply(&edit, gesture.get_value()).err().map(FieldProblem::Edit),
            Err(problem) => Some(problem),
        };
        draft.set(Some(Draft { typed, problem }));
    };
    let settle = move || {
        if draft.with_untracked(|draft| draft.as_ref().is_some_and(|draft| draft.problem.is_none())) {
            draft.set(None);
        }
        gesture.set_value(workspace.new_gesture());
        before.set_value(value.get_untracked());
        workspace.commit();
    };
    let take_back = move || {
        if draft.with_untracked(Option::is_none) {
            return false;
        }
        if let Ok(edit) = field.with_value(|field| field.edit(&before.get_value())) {
            // It was in force a moment ago, so it cannot be refused.
            let _ = workspace.apply(&edit, gesture.get_value());
        }
        draft.set(None);
        true
    };
    let on_input: Change = Box::new(move |event| {
        // What an input method composes is taken when it is done.
        if !event_is_composing(&event) {
            take(event_target_value(&event));
        }
    });
    let on_keydown = key(move |event| {
        if is_composing(&event) {
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
    });
    let on_focus = move |event: ev::FocusEvent| {
        before.set_value(value.get_untracked());
        event_target::<web_sys::HtmlInputElement>(&event).select();
    };

    view! {
        <input
            type="text"
            inputmode="decimal"
            autocomplete="off"
            spellcheck="false"
            class="cell"
            data-testid=test_id
            aria-label=label
            aria-invalid=invalid
            aria-describedby=error_id
            placeholder=placeholder
            prop:value=shown
            on:input=on_input
            on:compositionend=move |event| take(event_target_value(&event))
            on:keydown=on_keydown
            on:focus=on_focus
            on:blur=move |_| settle()
        />
    }
}

/// The message beside an input that holds what cannot be used; hidden while there is none.
pub fn cell_error(page: Page, field: Field, draft: RwSignal<Option<Draft>>) -> AnyView {
    let test_id = format!("error-{}", field.test_id());
    let id = test_id.clone();
    let problem = move || draft.with(|draft| draft.as_ref().and_then(|draft| draft.problem.clone()));
    let said = text(move || {
        let Some(problem) = problem() else { return String::new() };
        let language = page.language.get();
        let place = page.workspace.scenario.with_untracked(|scenario| field.label(scenario, language));
        Message::At(&place, &problem.text(language)).in_language(language)
    });
    let none = flag(move || problem().is_none());
    view! { <span class="error" role="alert" id=id data-testid=test_id hidden=none>{said}</span> }.into_any()
}

/// Whether any of the drafts is no figure.
pub fn any_bad(drafts: &[RwSignal<Option<Draft>>]) -> bool {
    drafts.iter().any(|draft| draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.problem.is_some())))
}

fn event_is_composing(event: &ev::Event) -> bool {
    use leptos::wasm_bindgen::JsCast;
    event.dyn_ref::<web_sys::InputEvent>().is_some_and(web_sys::InputEvent::is_composing)
}
