//! Handing files to the planner, and taking them.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

use super::dom::{document, window};

/// Offers a text as a file, in UTF-8.
pub fn download_text(file_name: &str, media_type: &str, text: &str) -> bool {
    blob(&JsValue::from_str(text), media_type).is_some_and(|blob| download_blob(file_name, &blob))
}

/// What is in a file that was chosen or dropped, up to one byte more than `most`: whoever takes no more sees by that one that
/// it is too large, and the rest is never read. Nothing if the browser cannot read it.
pub async fn read_file(file: &File, most: u32) -> Option<Vec<u8>> {
    let beginning = file.slice_with_f64_and_f64(0.0, f64::from(most) + 1.0).ok()?;
    read_blob(&beginning).await
}

/// What is in a blob.
pub async fn read_blob(blob: &Blob) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

/// A blob of these bytes.
pub fn blob_of(bytes: &[u8], media_type: &str) -> Option<Blob> {
    blob(&Uint8Array::from(bytes).into(), media_type)
}

pub(super) fn blob(part: &JsValue, media_type: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    Blob::new_with_blob_sequence_and_options(&Array::of1(part), &options).ok()
}

/// Offers what is in a blob as a file.
pub fn download_blob(file_name: &str, blob: &Blob) -> bool {
    offer(file_name, blob).is_some()
}

/// An address for what is in a blob, good as long as the page is open.
pub fn object_url(blob: &Blob) -> Option<String> {
    Url::create_object_url_with_blob(blob).ok()
}

fn offer(file_name: &str, blob: &Blob) -> Option<()> {
    let document = document()?;
    let url = Url::create_object_url_with_blob(blob).ok()?;
    let anchor: HtmlAnchorElement = document.create_element("a").ok()?.dyn_into().ok()?;
    anchor.set_href(&url);
    anchor.set_download(file_name);
    let body = document.body()?;
    body.append_child(&anchor).ok()?;
    anchor.click();
    anchor.remove();
    // The download has its own hold on the bytes once it has begun; a minute is long for that.
    let release = wasm_bindgen::closure::Closure::once_into_js(move || {
        let _ = Url::revoke_object_url(&url);
    });
    let _ = window()?.set_timeout_with_callback_and_timeout_and_arguments_0(release.unchecked_ref(), 60_000);
    Some(())
}
