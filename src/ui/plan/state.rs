//! What the parts of the plan page share.

use leptos::prelude::*;

use crate::model::Scope;
use crate::ui::state::page::Page;

/// The allocation assistant, as far as the page around it knows it.
#[derive(Clone, Copy)]
pub struct AssistantState {
    /// Whether it is open.
    pub is_open: RwSignal<bool>,
    /// What it divides.
    pub scope: RwSignal<Scope>,
}

impl AssistantState {
    /// Closed; kept for as long as the page is there.
    pub fn begin(page: Page) -> Self {
        let state = Self { is_open: RwSignal::new(false), scope: RwSignal::new(Scope::Whole) };
        page.provide(state);
        state
    }
}
