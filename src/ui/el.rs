//! Elements of the page, all of one type.
//!
//! leptos compiles its machinery once for every type of element, attribute, text and handler that a view holds: by
//! `view!` the page had some four hundred of them, a third of its program. Through this builder it has one of each,
//! and what a part of the page costs is little more than its words.

use leptos::ev;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::class::class;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, EventTarget};

use crate::text::Word;

use super::page::Page;

/// A text that follows the page.
pub type Text = Box<dyn FnMut() -> String + Send>;
/// A yes or no that follows the page.
pub type Flag = Box<dyn FnMut() -> bool + Send>;
/// A part of the page that is made anew when what it shows changes.
type Piece = Box<dyn FnMut() -> AnyView + Send>;
/// What follows from an event.
type Handler = Box<dyn FnMut(Event)>;

/// An element that is being put together; [`El::done`] makes it a view.
pub struct El {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this tag.
pub fn el(tag: &'static str) -> El {
    El { tag, attributes: Vec::new(), children: Vec::new() }
}

impl El {
    /// An attribute that stays as it is.
    pub fn set(self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that follows the page.
    pub fn follow<S: Into<String>>(self, name: &'static str, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.with(custom_attribute(name, text(value)).into_any_attr())
    }

    /// An attribute that holds a word in the page's language.
    pub fn say(self, name: &'static str, page: Page, word: Word) -> Self {
        self.follow(name, move || page.word(word))
    }

    /// An attribute that is there as long as something holds: `hidden`, `disabled`.
    pub fn set_if(self, name: &'static str, holds: impl FnMut() -> bool + Send + 'static) -> Self {
        let holds: Flag = Box::new(holds);
        self.with(custom_attribute(name, holds).into_any_attr())
    }

    /// The classes that stay.
    pub fn class(self, names: &'static str) -> Self {
        self.set("class", names)
    }

    /// A class that is there as long as something holds.
    pub fn class_if(self, name: &'static str, holds: impl FnMut() -> bool + Send + 'static) -> Self {
        let holds: Flag = Box::new(holds);
        self.with(class((name, holds)).into_any_attr())
    }

    /// The name that scripts rely on.
    pub fn test_id(self, id: impl Into<String>) -> Self {
        self.set("data-testid", id)
    }

    /// The value of an input or a choice, which follows the page.
    pub fn value<S: Into<String>>(self, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.property("value", value)
    }

    /// A property that follows the page.
    pub fn property<S: Into<String>>(self, name: &'static str, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.with(prop(name, text(value)).into_any_attr())
    }

    /// What follows from an event.
    pub fn on(self, event: &'static str, answer: impl FnMut(Event) + 'static) -> Self {
        let answer: Handler = Box::new(answer);
        self.with(on(ev::Custom::<Event>::new(event), answer).into_any_attr())
    }

    /// What a click does.
    pub fn click(self, mut act: impl FnMut() + 'static) -> Self {
        self.on("click", move |_| act())
    }

    /// What follows from what an input or a choice now holds; `event` is `input` or `change`.
    pub fn on_value(self, event: &'static str, mut act: impl FnMut(String) + 'static) -> Self {
        self.on(event, move |event| act(event_target_value(&event)))
    }

    /// What a key does.
    pub fn on_key(self, mut act: impl FnMut(&ev::KeyboardEvent) + 'static) -> Self {
        self.on("keydown", move |event| {
            if let Some(event) = event.dyn_ref() {
                act(event);
            }
        })
    }

    /// What follows from the mouse.
    pub fn on_mouse(self, event: &'static str, mut act: impl FnMut(&ev::MouseEvent) + 'static) -> Self {
        self.on(event, move |event| {
            if let Some(event) = event.dyn_ref() {
                act(event);
            }
        })
    }

    /// What follows where an event happens.
    pub fn on_target(self, event: &'static str, mut act: impl FnMut(Option<EventTarget>) + 'static) -> Self {
        self.on(event, move |event| act(event.target()))
    }

    /// A part of the page inside.
    pub fn child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Several parts of the page inside.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// A text inside that stays as it is.
    pub fn text(self, text: impl Into<String>) -> Self {
        let text: String = text.into();
        self.child(text.into_any())
    }

    /// A text inside that follows the page.
    pub fn follow_text<S: Into<String>>(self, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.child(text(value).into_any())
    }

    /// A word inside in the page's language.
    pub fn word(self, page: Page, word: Word) -> Self {
        self.follow_text(move || page.word(word))
    }

    /// The element as a view.
    pub fn done(self) -> AnyView {
        custom(self.tag).add_any_attr(self.attributes).child(self.children).into_any()
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}

/// A text that follows the page.
pub fn text<S: Into<String>>(mut of: impl FnMut() -> S + Send + 'static) -> Text {
    Box::new(move || of().into())
}

/// A part of the page that is made anew when what it shows changes.
pub fn piece(of: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let piece: Piece = Box::new(of);
    piece.into_any()
}

/// A list that is made anew when what it shows changes.
pub fn list(mut of: impl FnMut() -> Vec<AnyView> + Send + 'static) -> AnyView {
    piece(move || of().into_any())
}

/// Several views one after the other.
pub fn several(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<_>>().into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    several([])
}

/// A button that shows its name.
pub fn word_button(page: Page, test_id: &'static str, name: Word) -> El {
    el("button").set("type", "button").test_id(test_id).word(page, name)
}

/// A button that shows a drawing and says its name.
pub fn icon_button(page: Page, test_id: &'static str, name: Word, icon: AnyView) -> El {
    el("button")
        .set("type", "button")
        .class("quiet")
        .test_id(test_id)
        .say("title", page, name)
        .say("aria-label", page, name)
        .child(icon)
}
