//! The page's program: it mounts the page and does nothing else.

#[cfg(target_arch = "wasm32")]
fn main() {
    tuowei::ui::mount();
}

/// There is no page outside of a browser.
#[cfg(not(target_arch = "wasm32"))]
fn main() {
    println!("tuowei runs in a browser: cargo xtask serve");
}
