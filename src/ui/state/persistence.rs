//! Whether the browser keeps for good what is stored.

use leptos::prelude::*;

/// What the browser promised; none where it cannot be asked.
#[derive(Clone, Copy)]
pub struct Persistence(pub RwSignal<Option<bool>>);
