//! Finding and focusing elements.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Event, HtmlElement, HtmlInputElement, KeyboardEvent, Window};

/// The window, which a page always has.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document, which a page always has.
#[must_use]
pub fn document() -> Option<Document> {
    window()?.document()
}

/// Whether the page is a file of this computer and of no server.
#[must_use]
pub fn is_opened_as_file() -> bool {
    window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| protocol == "file:")
}

/// The `<html>` element.
#[must_use]
pub fn root() -> Option<HtmlElement> {
    document()?.document_element()?.dyn_into().ok()
}

/// The element with this `data-testid`, if it is on the page.
#[must_use]
pub fn by_test_id(id: &str) -> Option<HtmlElement> {
    document()?.query_selector(&format!("[data-testid=\"{id}\"]")).ok()??.dyn_into().ok()
}

/// Whether a dialog is open.
#[must_use]
pub fn dialog_is_open() -> bool {
    document().is_some_and(|document| document.query_selector("dialog[open]").is_ok_and(|found| found.is_some()))
}

/// An element that had the focus.
#[derive(PartialEq)]
pub struct Focused(web_sys::Element);

impl Focused {
    /// The one that has it now.
    #[must_use]
    pub fn now() -> Option<Self> {
        document()?.active_element().map(Self)
    }

    /// Gives the focus back, if the element is still on the page.
    pub fn back(&self) {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.focus();
        } else if let Some(mark) = self.0.dyn_ref::<web_sys::SvgElement>() {
            let _ = mark.focus();
        }
    }
}

/// Whether the focus is inside the element with this `data-testid`, or nowhere: some browsers give none to a button that
/// is clicked.
#[must_use]
pub fn has_focus(id: &str) -> bool {
    let Some(Focused(focused)) = Focused::now() else { return true };
    let body = document().and_then(|document| document.body());
    body.is_some_and(|body| *body == focused) || by_test_id(id).is_some_and(|element| element.contains(Some(&focused)))
}

/// Whether this very element has the focus.
#[must_use]
pub fn has_the_focus(element: &web_sys::Element) -> bool {
    Focused::now().is_some_and(|Focused(focused)| focused == *element)
}

/// Whether the element with this `data-testid` is pointed at, or holds the focus.
#[must_use]
pub fn is_attended(id: &str) -> bool {
    by_test_id(id).is_some_and(|element| element.matches(":hover, :focus-within").unwrap_or(false))
}

/// The distance to the border of the window, and by how much a place is looked for.
const EDGE: i32 = 8;

/// Puts an element that stands over the page at its lower border, or as little above as it takes to be beside all that match a
/// selector; where there is no such place it stays where the style sheet has it.
pub fn place_beside(id: &str, selector: &str) {
    let (Some(element), Some(document), Some(root)) = (by_test_id(id), document(), root()) else { return };
    let style = element.style();
    for property in ["top", "right", "bottom", "left"] {
        let _ = style.remove_property(property);
    }
    let (width, height) = (element.offset_width(), element.offset_height());
    let found = document.query_selector_all(selector).ok();
    let others: Vec<web_sys::DomRect> = found
        .iter()
        .flat_map(|found| (0..found.length()).filter_map(|at| found.item(at)?.dyn_into::<web_sys::Element>().ok()))
        .map(|other| other.get_bounding_client_rect())
        .collect();
    let is_free = |x: i32, y: i32| {
        !others.iter().any(|other| {
            f64::from(x) < other.right()
                && other.left() < f64::from(x + width)
                && f64::from(y) < other.bottom()
                && other.top() < f64::from(y + height)
        })
    };
    let right = root.client_width() - width - EDGE;
    let mut y = root.client_height() - height - EDGE;
    while y >= 0 {
        if let Some(x) = [right, EDGE, right / 2].into_iter().find(|x| is_free(*x, y)) {
            for (property, length) in [("left", x), ("top", y)] {
                let _ = style.set_property(property, &[&length.to_string(), "px"].concat());
            }
            let _ = style.set_property("right", "auto");
            let _ = style.set_property("bottom", "auto");
            return;
        }
        y -= EDGE;
    }
}

/// Moves the focus to the element with this `data-testid`.
pub fn focus(id: &str) -> bool {
    by_test_id(id).is_some_and(|element| element.focus().is_ok())
}

/// Whether an input has the focus.
#[must_use]
pub fn is_typing() -> bool {
    Focused::now().is_some_and(|focused| focused.0.is_instance_of::<HtmlInputElement>())
}

/// Moves the focus to an input and selects its text, as a spreadsheet does on entering a cell.
pub fn focus_and_select(id: &str) -> bool {
    let Some(element) = by_test_id(id) else { return false };
    let focused = element.focus().is_ok();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    }
    focused
}

/// Opens the browser's calendar of a date input, at a day written `2026-06-30`. A browser that opens none by itself shows the
/// input instead.
pub fn pick_day(id: &str, day: &str) {
    let Some(input) = by_test_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) else { return };
    input.set_value(day);
    let open = js_sys::Reflect::get(&input, &"showPicker".into()).ok();
    let opened =
        open.and_then(|open| open.dyn_into::<js_sys::Function>().ok()).and_then(|open| open.call0(&input).ok());
    if opened.is_none() {
        input.set_class_name("cell day");
        let _ = input.remove_attribute("aria-hidden");
        let _ = input.focus();
    }
}

/// Puts a text into an input as if it had been typed, and the focus as well.
pub fn type_into(id: &str, text: &str) {
    let Some(input) = by_test_id(id).and_then(|element| element.dyn_into::<HtmlInputElement>().ok()) else { return };
    let _ = input.focus();
    input.set_value(text);
    for event in ["input", "change"] {
        let how = web_sys::EventInit::new();
        how.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict(event, &how) {
            let _ = input.dispatch_event(&event);
        }
    }
}

/// Whether the key belongs to an input method that is still composing.
#[must_use]
pub fn is_composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Tells a callback the width of an element in CSS pixels, now and whenever it changes. Answers what ends it.
pub fn observe_width(element: &web_sys::Element, tell: impl Fn(i32) + 'static) -> Option<WidthObserver> {
    let (width, frame) = (Rc::new(Cell::new(0)), Rc::new(Cell::new(None)));
    // With the next frame: what changes sizes while sizes are told is an error event in every browser.
    let telling = {
        let (width, frame) = (width.clone(), frame.clone());
        Closure::<dyn FnMut()>::new(move || {
            frame.set(None);
            tell(width.get());
        })
    };
    let asking = frame.clone();
    let callback = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() else { return };
        width.set(entry.content_rect().width() as i32);
        if asking.get().is_none()
            && let Some(window) = window()
        {
            asking.set(window.request_animation_frame(telling.as_ref().unchecked_ref()).ok());
        }
    });
    let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
    observer.observe(element);
    Some(WidthObserver { observer, frame, _callback: callback })
}

/// Observes until it is dropped.
pub struct WidthObserver {
    observer: web_sys::ResizeObserver,
    /// The frame that is to tell.
    frame: Rc<Cell<Option<i32>>>,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
        if let (Some(frame), Some(window)) = (self.frame.get(), window()) {
            let _ = window.cancel_animation_frame(frame);
        }
    }
}

/// Gives the page the whole screen, where the browser allows it.
pub fn enter_fullscreen() {
    if let Some(root) = root() {
        call(&root, "requestFullscreen");
    }
}

/// Gives the screen back.
pub fn leave_fullscreen() {
    if let Some(document) = document().filter(|_| is_fullscreen()) {
        call(&document, "exitFullscreen");
    }
}

/// Whether the page has the whole screen.
#[must_use]
pub fn is_fullscreen() -> bool {
    document().is_some_and(|document| document.fullscreen_element().is_some())
}

/// Gives a class to one element inside another alone: to the one that a selector finds.
pub fn move_class(class: &str, inside: &str, selector: Option<&str>) {
    let Some(inside) = document().and_then(|document| document.get_element_by_id(inside)) else { return };
    let find = |selector: &str| inside.query_selector(selector).ok().flatten();
    if let Some(before) = find(&[".", class].concat()) {
        let _ = before.class_list().remove_1(class);
    }
    if let Some(now) = selector.and_then(find) {
        let _ = now.class_list().add_1(class);
    }
}

/// Calls a method that answers a promise, if there is one; its failure is no fault of the page.
fn call(of: &wasm_bindgen::JsValue, method: &str) {
    let promise = js_sys::Reflect::get(of, &method.into())
        .ok()
        .and_then(|method| method.dyn_into::<js_sys::Function>().ok())
        .and_then(|method| method.call0(of).ok())
        .and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok());
    if let Some(promise) = promise {
        run(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// Answers an event wherever it happens, as long as the page is there.
pub fn listen(event: &str, answer: impl FnMut(Event) + 'static) {
    let answer: Box<dyn FnMut(Event)> = Box::new(answer);
    if let Some(window) = window() {
        let listener = Closure::wrap(answer).into_js_value();
        let _ = window.add_event_listener_with_callback(event, listener.unchecked_ref());
    }
}

/// Runs what waits for the browser.
pub fn run(work: impl Future<Output = ()> + 'static) {
    // Boxed, so that the machinery is compiled once and not for every piece of work.
    let work: Pin<Box<dyn Future<Output = ()>>> = Box::pin(work);
    wasm_bindgen_futures::spawn_local(work);
}

/// Tells whether a media query holds, whenever that changes.
pub fn listen_to_media(query: &str, tell: impl Fn(bool) + 'static) {
    let Some(list) = window().and_then(|window| window.match_media(query).ok().flatten()) else { return };
    let now = list.clone();
    let answer: Box<dyn FnMut(Event)> = Box::new(move |_| tell(now.matches()));
    let listener = Closure::wrap(answer).into_js_value();
    let _ = list.add_event_listener_with_callback("change", listener.unchecked_ref());
}
