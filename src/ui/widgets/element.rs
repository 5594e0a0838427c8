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

use super::icon;
use crate::text::{Word, Wording};
use crate::ui::state::page::Page;

/// A text that follows the page.
pub type Text = Box<dyn FnMut() -> String + Send>;
/// A yes or no that follows the page.
pub type Flag = Box<dyn FnMut() -> bool + Send>;
/// A part of the page that is made anew when what it shows changes.
type Dynamic = Box<dyn FnMut() -> AnyView + Send>;
/// What follows from an event.
type Handler = Box<dyn FnMut(Event)>;

/// An element that is being put together; [`El::done`] makes it a view.
///
/// It is a pointer, and what is done to it is called and never copied in: a page is some five hundred such calls.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element of this tag.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl El {
    /// An attribute that stays as it is.
    pub fn attr(self, name: &'static str, value: impl AsRef<str>) -> Self {
        self.attr_text(name, value.as_ref())
    }

    #[inline(never)]
    fn attr_text(self, name: &'static str, value: &str) -> Self {
        self.with(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// An attribute that follows the page.
    pub fn dyn_attr<S: Into<String>>(self, name: &'static str, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.dyn_attr_boxed(name, text(value))
    }

    #[inline(never)]
    fn dyn_attr_boxed(self, name: &'static str, value: Text) -> Self {
        self.with(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute that holds a word in the page's language.
    #[inline(never)]
    pub fn word_attr(self, name: &'static str, page: Page, word: impl Wording) -> Self {
        self.dyn_attr_boxed(name, text(move || page.word(word)))
    }

    /// An ARIA attribute that says whether something holds: `true` or `false`.
    pub fn aria(self, name: &'static str, holds: impl FnMut() -> bool + Send + 'static) -> Self {
        self.aria_boxed(name, Box::new(holds))
    }

    #[inline(never)]
    fn aria_boxed(self, name: &'static str, mut holds: Flag) -> Self {
        self.dyn_attr_boxed(name, text(move || if holds() { "true" } else { "false" }))
    }

    /// An accessible name that is shown, too, when the element is pointed at.
    pub fn titled<S: Into<String>>(self, name: impl FnMut() -> S + Clone + Send + 'static) -> Self {
        self.dyn_attr_boxed("title", text(name.clone())).dyn_attr_boxed("aria-label", text(name))
    }

    /// The same, a word in the page's language.
    pub fn word_titled(self, page: Page, word: impl Wording) -> Self {
        self.word_attr("title", page, word).word_attr("aria-label", page, word)
    }

    /// An attribute that is there as long as something holds: `hidden`, `disabled`.
    pub fn attr_if(self, name: &'static str, holds: impl FnMut() -> bool + Send + 'static) -> Self {
        self.attr_if_boxed(name, Box::new(holds))
    }

    #[inline(never)]
    fn attr_if_boxed(self, name: &'static str, holds: Flag) -> Self {
        self.with(custom_attribute(name, holds).into_any_attr())
    }

    /// The classes that stay.
    #[inline(never)]
    pub fn class(self, names: &'static str) -> Self {
        self.attr_text("class", names)
    }

    /// A class that is there as long as something holds.
    pub fn class_if(self, name: &'static str, holds: impl FnMut() -> bool + Send + 'static) -> Self {
        self.class_if_boxed(name, Box::new(holds))
    }

    #[inline(never)]
    fn class_if_boxed(self, name: &'static str, holds: Flag) -> Self {
        self.with(class((name, holds)).into_any_attr())
    }

    /// The name that scripts rely on.
    pub fn test_id(self, id: impl AsRef<str>) -> Self {
        self.attr_text("data-testid", id.as_ref())
    }

    /// The value of an input or a choice, which follows the page.
    pub fn value<S: Into<String>>(self, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.property_boxed("value", text(value))
    }

    /// A property that follows the page.
    pub fn property<S: Into<String>>(self, name: &'static str, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.property_boxed(name, text(value))
    }

    #[inline(never)]
    fn property_boxed(self, name: &'static str, value: Text) -> Self {
        self.with(prop(name, value).into_any_attr())
    }

    /// What follows from an event.
    pub fn on(self, event: &'static str, answer: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(answer))
    }

    #[inline(never)]
    fn on_boxed(self, event: &'static str, answer: Handler) -> Self {
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
    #[inline(never)]
    pub fn child(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }

    /// An element inside.
    #[inline(never)]
    pub fn el(self, child: Self) -> Self {
        self.child(child.done())
    }

    /// Several parts of the page inside.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// A text inside that stays as it is.
    pub fn text(self, text: impl AsRef<str>) -> Self {
        self.text_inside(text.as_ref())
    }

    #[inline(never)]
    fn text_inside(self, text: &str) -> Self {
        self.child(text.to_owned().into_any())
    }

    /// A text inside that follows the page.
    pub fn dyn_text<S: Into<String>>(self, value: impl FnMut() -> S + Send + 'static) -> Self {
        self.dyn_text_boxed(text(value))
    }

    #[inline(never)]
    fn dyn_text_boxed(self, value: Text) -> Self {
        self.child(value.into_any())
    }

    /// A word inside in the page's language.
    #[inline(never)]
    pub fn word(self, page: Page, word: impl Wording) -> Self {
        self.dyn_text_boxed(text(move || page.word(word)))
    }

    /// The element as a view.
    #[inline(never)]
    pub fn done(self) -> AnyView {
        let Parts { tag, attributes, children } = *self.0;
        custom(tag).add_any_attr(attributes).child(children).into_any()
    }

    #[inline(never)]
    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }
}

/// A text that follows the page.
pub fn text<S: Into<String>>(mut of: impl FnMut() -> S + Send + 'static) -> Text {
    Box::new(move || of().into())
}

/// A part of the page that is made anew when what it shows changes.
pub fn dynamic(of: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    boxed_dynamic(Box::new(of))
}

#[inline(never)]
fn boxed_dynamic(of: Dynamic) -> AnyView {
    of.into_any()
}

/// A list that is made anew when what it shows changes.
pub fn list(mut of: impl FnMut() -> Vec<AnyView> + Send + 'static) -> AnyView {
    dynamic(move || of().into_any())
}

/// Several views one after the other.
pub fn fragment(views: impl IntoIterator<Item = AnyView>) -> AnyView {
    views.into_iter().collect::<Vec<_>>().into_any()
}

/// Nothing.
pub fn empty() -> AnyView {
    fragment([])
}

/// A button.
#[inline(never)]
pub fn button() -> El {
    el("button").attr("type", "button")
}

/// A button that shows its name.
#[inline(never)]
pub fn word_button(page: Page, test_id: &'static str, name: impl Wording) -> El {
    button().test_id(test_id).word(page, name)
}

/// A button that shows a drawing and says its name.
#[inline(never)]
pub fn icon_button(page: Page, test_id: &'static str, name: Word, icon: AnyView) -> El {
    button().class("quiet").test_id(test_id).word_titled(page, name).child(icon)
}

/// The button that closes a dialog or a panel.
#[inline(never)]
pub fn close_button(page: Page, test_id: impl AsRef<str>) -> El {
    button().class("quiet").test_id(test_id).word_attr("aria-label", page, Word::Close).child(icon::cross())
}
