//! What is said of a panic.

use std::panic::set_hook;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::console;

use super::dom::window;

/// From now on a panic says its place and message in the console before it stops the program. Wasm has no standard
/// error that they could go to. They are left for `rescue.js` as well, which shows that the page has stopped.
pub fn report_panics() {
    set_hook(Box::new(|panic| {
        let said = JsValue::from_str(&panic.to_string());
        console::error_1(&said);
        if let Some(window) = window() {
            let _ = Reflect::set(&window, &"panicked".into(), &said);
        }
    }));
}
