//! The browser's own modal dialog: it keeps the focus inside and closes on Esc.

use leptos::html;
use leptos::prelude::*;

use crate::text::Word;

use super::icon;
use super::page::Page;
use super::parts::{click, piece, word};

/// A modal dialog that is there while `open` holds.
pub fn dialog(
    page: Page,
    open: RwSignal<bool>,
    test_id: &'static str,
    title: Word,
    contents: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let contents: Box<dyn Fn() -> AnyView + Send> = Box::new(contents);
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && open.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    piece(move || {
        open.get().then(|| {
            let heading_id = format!("{test_id}-title");
            let heading = heading_id.clone();
            let close = click(move || open.set(false));
            view! {
                <dialog
                    node_ref=dialog
                    data-testid=test_id
                    aria-labelledby=heading_id
                    on:close=move |_| open.set(false)
                >
                    <header>
                        <h2 id=heading>{word(page, title)}</h2>
                        <button
                            type="button"
                            class="quiet"
                            data-testid=format!("{test_id}-close")
                            aria-label=word(page, Word::Close)
                            on:click=close
                        >
                            {icon::cross()}
                        </button>
                    </header>
                    {contents()}
                </dialog>
            }
        })
    })
    .into_any()
}
