//! Small drawings for buttons; each button has its name in words beside.

use leptos::html::span;
use leptos::prelude::*;

macro_rules! icons {
    ($($name:ident: $path:literal;)*) => {$(
        #[doc = concat!("The drawing `", stringify!($name), "`.")]
        pub fn $name() -> AnyView {
            drawing($path)
        }
    )*};
}

icons! {
    lock: "M5 7V5a3 3 0 0 1 6 0v2M4 7h8v6H4z";
    undo: "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H6";
    redo: "M10 3l3 3-3 3M13 6H7a4 4 0 0 0 0 8h3";
    plus: "M8 3v10M3 8h10";
    copy: "M6 6h7v7H6zM10 6V3H3v7h3";
    pencil: "M3 13l.5-3L10.5 3l2.5 2.5L6 12.5z";
    bin: "M3 5h10M6 5V3h4v2M4.5 5l.5 8h6l.5-8";
    clock: "M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11M8 5v3l2 1.5";
    save: "M8 2v8M5 7.5 8 10.5l3-3M3 13h10";
    open: "M8 11V3M5 5.5 8 2.5l3 3M3 13h10";
    share: "M6.5 9.5l3-3M7 5l1.5-1.5a2.5 2.5 0 0 1 3.5 3.5L10.5 8.5M9 11l-1.5 1.5A2.5 2.5 0 0 1 4 9l1.5-1.5";
    moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3 5.5 5.5 0 1 0 13 9.5z";
    sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1.5V3M8 13v1.5M1.500 8H3M13 8h1.5M3.5 3.5l1 1M11.5 11.5l1 1M12.5 3.5l-1 1M4.5 11.5l-1 1";
    cross: "M4 4l8 8M12 4l-8 8";
    calendar: "M3 4.5h10v8.5H3zM3 7.5h10M5.5 2.500v3M10.500 2.500v3";
    help: "M6 6a2 2 0 1 1 3 1.700c-.7.4-1 .8-1 1.600M8 12v.2";
}

fn drawing(path: &'static str) -> AnyView {
    let markup = format!(
        r#"<svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="{path}" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"/></svg>"#
    );
    span().inner_html(markup).into_any()
}
