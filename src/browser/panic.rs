//! What the console says of a panic.

use std::panic::set_hook;

use wasm_bindgen::JsValue;
use web_sys::console;

/// From now on a panic says its place and message in the console before it stops the program. Wasm has no standard
/// error that they could go to.
pub fn report_panics() {
    set_hook(Box::new(|panic| console::error_1(&JsValue::from_str(&panic.to_string()))));
}
