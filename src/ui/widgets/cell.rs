//! An input that looks like a spreadsheet's cell.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{EventTarget, HtmlInputElement, InputEvent, KeyboardEvent, MouseEvent};

use super::element::{El, el};
use super::forms;
use crate::browser::{has_the_focus, is_composing};
use crate::storage::Gesture;
use crate::text::{Message, grouped};
use crate::ui::state::drafts::{Draft, Typing};
use crate::ui::state::field::{Field, FieldProblem};
use crate::ui::state::hands::CellState;
use crate::ui::state::page::Page;
use crate::ui::state::selection::{Key, KeyAction, is_selecting, spot_of};

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
    let typing = StoredValue::new(Typing::new(workspace.new_gesture()));
    let this = Cell { page, field: StoredValue::new(field), value, draft, typing };
    let label = move || {
        let language = page.language.get();
        this.field.with_value(|field| workspace.scenario.with_untracked(|scenario| field.label(scenario, language)))
    };
    let shown = move || {
        let typed = draft.with(|draft| draft.as_ref().map(|draft| draft.typed.clone()));
        typed.unwrap_or_else(|| grouped(&value.get()))
    };

    Effect::new(move |earlier: Option<u32>| {
        let order = workspace.drop_drafts.get();
        if earlier.is_some_and(|earlier| earlier != order.round) {
            let (mut now, figure, next) = (draft.get_untracked(), value.get_untracked(), workspace.new_gesture());
            typing.update_value(|typing| typing.obey(order, &mut now, figure, next));
            this.show(now);
        }
        order.round
    });

    el("input")
        .attr("type", "text")
        .attr("inputmode", "decimal")
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .class("cell")
        .test_id(test_id)
        .dyn_attr("aria-label", label)
        .aria("aria-invalid", move || this.is_bad())
        .attr("aria-describedby", error_id)
        .dyn_attr("placeholder", placeholder)
        .value(shown)
        .on("input", move |event| {
            let typed = event_target_value(&event);
            page.hands.set(CellState::typed(typed.is_empty()));
            // What an input method composes is taken when it is done.
            if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                this.take(typed);
            }
        })
        .on_value("compositionend", move |typed| this.take(typed))
        .on_key(move |event| this.key(event))
        .on_mouse("mouseup", move |event| this.click(event))
        .on_target("focus", move |target| this.enter(target))
        .on_target("blur", move |target| this.leave(target))
        .done()
}

/// What the answers to a cell's events share.
#[derive(Clone, Copy)]
struct Cell {
    page: Page,
    field: StoredValue<Field>,
    value: Memo<String>,
    draft: RwSignal<Option<Draft>>,
    typing: StoredValue<Typing>,
}

impl Cell {
    fn is_bad(self) -> bool {
        self.draft.with(|draft| draft.as_ref().is_some_and(|draft| draft.problem.is_some()))
    }

    /// What the input shows while nobody types in it.
    fn shown(self) -> String {
        let typed = self.draft.with_untracked(|draft| draft.as_ref().map(|draft| draft.typed.clone()));
        typed.unwrap_or_else(|| grouped(&self.value.get_untracked()))
    }

    fn show(self, now: Option<Draft>) {
        if self.draft.with_untracked(|before| *before != now) {
            self.draft.set(now);
        }
    }

    fn set(self, typed: &str, gesture: Gesture) -> Result<(), FieldProblem> {
        let workspace = self.page.workspace;
        let edit = self.field.with_value(|field| {
            // Until what works out formulas is there, one is no figure.
            let module = self.page.deferred.get_untracked();
            module.and_then(|module| (module.edit_of_formula)(field, typed)).unwrap_or_else(|| field.edit(typed))
        })?;
        workspace.apply(&edit, gesture).map_err(FieldProblem::Edit)
    }

    fn take(self, typed: String) {
        self.show(Some(self.typing.get_value().take(typed, &mut |typed, gesture| self.set(typed, gesture))));
    }

    fn take_back(self) -> bool {
        let mut now = self.draft.get_untracked();
        let any = self.typing.get_value().take_back(&mut now, &mut |typed, gesture| self.set(typed, gesture));
        self.show(now);
        any
    }

    /// The typing is over.
    fn settle(self) {
        let (mut now, figure, next) =
            (self.draft.get_untracked(), self.value.get_untracked(), self.page.workspace.new_gesture());
        if let Some(Draft { typed, problem: None }) = &now
            && let Some(module) = self.page.deferred.get_untracked()
        {
            self.field.with_value(|field| (module.remember_typed)(self.page, field, typed, &figure));
        }
        self.typing.update_value(|typing| typing.settle(&mut now, figure, next));
        self.show(now);
        self.page.workspace.commit();
    }

    fn key(self, event: &KeyboardEvent) {
        let Some(input) = input_of(event.target()) else { return };
        let before = self.page.hands.state();
        if is_composing(event) {
            // What is composed replaces the text of a cell that was not begun.
            if before == CellState::Selected {
                input.select();
            }
            return;
        }
        let control = event.ctrl_key() || event.meta_key();
        // While the text is no figure, undo takes the typing back and nothing else.
        if control && matches!(event.key().as_str(), "z" | "Z") && untrack(move || self.is_bad()) {
            self.take_back();
            self.select(&input);
            return stop(event);
        }
        let key = Key {
            name: &event.key(),
            shift: event.shift_key(),
            control,
            alt: event.alt_key(),
            in_input: true,
            in_table: spot_of(event.target()).is_some(),
            selecting: is_selecting(event.target()),
        };
        let (state, action) = key.pressed(before);
        self.page.hands.set(state);
        match action {
            Some(KeyAction::Edit) => {
                self.begin(&input);
                stop(event);
            }
            Some(KeyAction::Replace) => input.select(),
            Some(KeyAction::TakeBack) => {
                let any = self.take_back();
                if any || before == CellState::Editing {
                    self.select(&input);
                    stop(event);
                }
            }
            Some(KeyAction::Settle | KeyAction::Step(_)) => {
                self.settle();
                self.select(&input);
            }
            // What is typed goes to every selected cell, by the table's step.
            Some(KeyAction::FillTyped) => {
                self.page.hands.typed.set_value(input.value());
                self.take_back();
            }
            // The table's.
            Some(
                KeyAction::Extend(..)
                | KeyAction::Unselect
                | KeyAction::Explain
                | KeyAction::Restore { .. }
                | KeyAction::ClearSelected
                | KeyAction::FillDown,
            )
            | None => {}
        }
    }

    /// The first click selects the cell, which some browsers do not do by themselves; the second begins to work on its text.
    fn click(self, event: &MouseEvent) {
        let Some(input) = input_of(event.target()).filter(|input| has_the_focus(input)) else { return };
        if event.button() != 0 || event.shift_key() || self.page.hands.state() == CellState::Editing {
            return;
        }
        let (start, end) = caret(&input);
        let some_letters = start != end && (start, end) != (0, length(&input.value()));
        if self.page.hands.click() && !some_letters {
            input.select();
            return event.prevent_default();
        }
        self.page.hands.set(CellState::Editing);
        let before = input.value();
        self.begin(&input);
        // A double click has selected a word.
        if event.detail() < 2 {
            let without_commas = |at: u32| {
                let letters = before.encode_utf16().take(usize::try_from(at).unwrap_or(usize::MAX));
                at - u32::try_from(letters.filter(|letter| *letter == u16::from(b',')).count()).unwrap_or(0)
            };
            let (start, end) =
                if before == input.value() { (start, end) } else { (without_commas(start), without_commas(end)) };
            let _ = input.set_selection_range(start, end);
        }
    }

    /// The text that is worked on: a figure without marks between its thousands, or the formula that it came from. The caret
    /// is at its end.
    fn begin(self, input: &HtmlInputElement) {
        if self.draft.with_untracked(Option::is_none) {
            let figure = self.value.get_untracked();
            let module = self.page.deferred.get_untracked();
            let formula = module
                .and_then(|module| self.field.with_value(|field| (module.typed_formula)(self.page, field, &figure)));
            let text = formula.unwrap_or(figure);
            if input.value() != text {
                input.set_value(&text);
            }
        }
        let end = length(&input.value());
        let _ = input.set_selection_range(end, end);
    }

    /// Shows the cell as chosen as a whole.
    fn select(self, input: &HtmlInputElement) {
        self.rest(input);
        input.select();
    }

    /// Shows what is in force, or what was typed and is no figure.
    fn rest(self, input: &HtmlInputElement) {
        let shown = self.shown();
        if input.value() != shown {
            input.set_value(&shown);
        }
    }

    fn enter(self, target: Option<EventTarget>) {
        self.page.hands.enter();
        self.typing.update_value(|typing| typing.enter(self.value.get_untracked()));
        if let Some(input) = input_of(target) {
            forms::enter(&input);
            input.select();
        }
    }

    fn leave(self, target: Option<EventTarget>) {
        // An input that is taken off the page loses the focus after all that it holds is gone.
        if self.typing.is_disposed() {
            return;
        }
        self.settle();
        if let Some(input) = input_of(target) {
            forms::leave(&input);
            self.rest(&input);
        }
    }
}

fn stop(event: &KeyboardEvent) {
    event.prevent_default();
    event.stop_propagation();
}

fn input_of(target: Option<EventTarget>) -> Option<HtmlInputElement> {
    target?.dyn_into().ok()
}

/// Where the selected letters begin and end.
fn caret(input: &HtmlInputElement) -> (u32, u32) {
    let at = |of: Result<Option<u32>, _>| of.ok().flatten().unwrap_or(0);
    (at(input.selection_start()), at(input.selection_end()))
}

/// As browsers count letters.
fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
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
