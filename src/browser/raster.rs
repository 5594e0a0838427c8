//! A chart as a picture of points: the SVG drawn on a canvas by the browser itself.

use js_sys::Promise;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url};

use super::dom::document;
use super::download::blob;

/// A finished PNG.
#[derive(Clone, Debug)]
pub struct Png(pub Blob);

/// Draws a standalone SVG document at so many points; nothing if the browser cannot.
pub async fn png_of_svg(svg: &str, width: u32, height: u32) -> Option<Png> {
    let source = blob(&JsValue::from_str(svg), "image/svg+xml")?;
    let url = Url::create_object_url_with_blob(&source).ok()?;
    let drawn = draw(&url, width, height).await;
    let _ = Url::revoke_object_url(&url);
    drawn
}

async fn draw(url: &str, width: u32, height: u32) -> Option<Png> {
    let image = HtmlImageElement::new_with_width_and_height(width, height).ok()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await.ok()?;
    let canvas: HtmlCanvasElement = document()?.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.set_width(width);
    canvas.set_height(height);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context
        .draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, f64::from(width), f64::from(height))
        .ok()?;
    let encoded = Promise::new(&mut |resolve, reject| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob_with_type(done.unchecked_ref(), "image/png").is_err() {
            let _ = reject.call0(&JsValue::NULL);
        }
    });
    JsFuture::from(encoded).await.ok()?.dyn_into().ok().map(Png)
}
