//! One type each for every text, flag, piece and handler of the page.
//!
//! A closure has a type of its own, and for each type that a view holds, the view library is compiled once more:
//! one or two kilobytes of the first load. Behind a box they share one.

use leptos::ev;
use leptos::prelude::*;

use crate::text::Word;

use super::page::Page;

/// A text that follows the page.
pub type Text = Box<dyn FnMut() -> String + Send>;
/// A yes or no that follows the page.
pub type Flag = Box<dyn FnMut() -> bool + Send>;
/// A part of the page that is made anew when what it shows changes.
pub type Piece = Box<dyn FnMut() -> AnyView + Send>;
/// What a button does.
pub type Click = Box<dyn FnMut(ev::MouseEvent)>;
/// What follows from a change of an input.
pub type Change = Box<dyn FnMut(ev::Event)>;
/// What a key does.
pub type Key = Box<dyn FnMut(ev::KeyboardEvent)>;

/// A text that follows the page.
pub fn text<S: Into<String>>(mut of: impl FnMut() -> S + Send + 'static) -> Text {
    Box::new(move || of().into())
}

/// A fixed word that follows the language.
pub fn word(page: Page, word: Word) -> Text {
    Box::new(move || page.word(word).to_owned())
}

/// A yes or no that follows the page.
pub fn flag(of: impl FnMut() -> bool + Send + 'static) -> Flag {
    Box::new(of)
}

/// A part of the page that is made anew when what it shows changes.
pub fn piece<V: IntoAny>(mut of: impl FnMut() -> V + Send + 'static) -> Piece {
    Box::new(move || of().into_any())
}

/// A list that is made anew when what it shows changes.
pub fn list(mut of: impl FnMut() -> Vec<AnyView> + Send + 'static) -> Piece {
    Box::new(move || of().into_any())
}

/// What a button does.
pub fn click(mut act: impl FnMut() + 'static) -> Click {
    Box::new(move |_| act())
}

/// What follows from what an input now holds.
pub fn change(mut act: impl FnMut(String) + 'static) -> Change {
    Box::new(move |event| act(event_target_value(&event)))
}

/// What a key does.
pub fn key(act: impl FnMut(ev::KeyboardEvent) + 'static) -> Key {
    Box::new(act)
}

/// A button that shows a drawing and says its name.
pub fn icon_button(
    page: Page,
    test_id: &'static str,
    name: Word,
    icon: AnyView,
    disabled: Flag,
    act: impl FnMut() + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class="quiet"
            data-testid=test_id
            title=word(page, name)
            aria-label=word(page, name)
            disabled=disabled
            on:click=click(act)
        >
            {icon}
        </button>
    }
    .into_any()
}

/// A button that shows its name.
pub fn word_button(
    page: Page,
    test_id: &'static str,
    name: Word,
    disabled: Flag,
    act: impl FnMut() + 'static,
) -> AnyView {
    view! {
        <button type="button" data-testid=test_id disabled=disabled on:click=click(act)>
            {word(page, name)}
        </button>
    }
    .into_any()
}

/// Never disabled.
pub fn always() -> Flag {
    Box::new(|| false)
}
