//! The service worker that keeps the page's files; there is none at addresses that are not secure.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ServiceWorkerContainer, ServiceWorkerRegistration};

use super::dom::{run, window};

/// Beside the page, so that it may keep it.
const SCRIPT: &str = "./service-worker.js";

/// Registers the service worker, and tells whenever it has another version of the page than the one that is open.
/// Whether it can be registered at all.
pub fn on_new_version(tell: impl Fn() + 'static) -> bool {
    let Some(container) = container() else { return false };
    let mut has_one = container.controller().is_some();
    let answer: Box<dyn FnMut(JsValue)> = Box::new(move |_| {
        // The first one keeps the version that is open.
        if std::mem::replace(&mut has_one, true) {
            tell();
        }
    });
    let listener = Closure::wrap(answer).into_js_value();
    let _ = container.add_event_listener_with_callback("controllerchange", listener.unchecked_ref());
    let registered = container.register(SCRIPT);
    run(async move {
        // What cannot be kept is no fault of the page.
        let _ = JsFuture::from(registered).await;
    });
    true
}

/// Asks the server for another version.
pub fn look_for_new_version() {
    let Some(container) = container() else { return };
    run(async move {
        let Ok(found) = JsFuture::from(container.get_registration()).await else { return };
        if let Some(update) = found.dyn_ref::<ServiceWorkerRegistration>().and_then(|found| found.update().ok()) {
            let _ = JsFuture::from(update).await;
        }
    });
}

fn container() -> Option<ServiceWorkerContainer> {
    let window = window()?;
    // A page that is one file has nothing beside it.
    if window.location().protocol().is_ok_and(|protocol| protocol == "file:") {
        return None;
    }
    let container = js_sys::Reflect::get(&window.navigator(), &"serviceWorker".into()).ok()?;
    container.dyn_into().ok()
}
