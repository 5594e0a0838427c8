//! Copying tables and pictures, also where the page is no secure context (plain http, as on many
//! intranets) and `navigator.clipboard` does not exist.

use js_sys::{Array, Function, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, HtmlDocument};

use super::dom::{document, window};
use super::raster::Png;

/// How copying a picture ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyImage {
    /// It is on the clipboard.
    Copied,
    /// The browser does not let a page put pictures there: the planner copies it by hand.
    NotAllowed,
}

/// Puts a table on the clipboard, as tab-separated text and as HTML. Answers whether it is there.
pub fn copy_table(tsv: &str, html: &str) -> bool {
    let Some(document) = document() else { return false };
    let (tsv, html) = (tsv.to_owned(), html.to_owned());
    let fill = Closure::<dyn FnMut(ClipboardEvent)>::new(move |event: ClipboardEvent| {
        fill_clipboard(&event, &tsv, &html);
        event.stop_immediate_propagation();
    });
    let listener = fill.as_ref().unchecked_ref();
    if document.add_event_listener_with_callback_and_bool("copy", listener, true).is_err() {
        return false;
    }
    let copied =
        document.dyn_ref::<HtmlDocument>().is_some_and(|document| document.exec_command("copy").unwrap_or(false));
    let _ = document.remove_event_listener_with_callback_and_bool("copy", listener, true);
    copied
}

/// Answers a copy event of the browser's own with a table.
pub fn fill_clipboard(event: &ClipboardEvent, tsv: &str, html: &str) {
    if let Some(data) = event.clipboard_data() {
        let _ = data.set_data("text/plain", tsv);
        let _ = data.set_data("text/html", html);
        event.prevent_default();
    }
}

/// The plain text of a paste event. HTML is passed over: Excel's may hold rounded figures.
#[must_use]
pub fn pasted_text(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok().filter(|text| !text.is_empty())
}

/// Puts a picture on the clipboard where the browser allows it.
pub async fn copy_image(png: &Png) -> CopyImage {
    match write_image(png).await {
        Some(()) => CopyImage::Copied,
        None => CopyImage::NotAllowed,
    }
}

async fn write_image(png: &Png) -> Option<()> {
    let window = window()?;
    // Neither name exists outside of a secure context, so both are looked up and not called blindly.
    let clipboard = Reflect::get(&window.navigator(), &"clipboard".into()).ok().filter(JsValue::is_object)?;
    let write: Function = Reflect::get(&clipboard, &"write".into()).ok()?.dyn_into().ok()?;
    let item: Function = Reflect::get(&window, &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let parts = Object::new();
    Reflect::set(&parts, &"image/png".into(), &png.0).ok()?;
    let item = Reflect::construct(&item, &Array::of1(&parts)).ok()?;
    let written = write.call1(&clipboard, &Array::of1(&item)).ok()?;
    JsFuture::from(js_sys::Promise::resolve(&written)).await.ok().map(|_| ())
}
