//! The browser's local storage as the store that scenarios are kept in.

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage};

use crate::storage::{KeyValue, MemoryStore, SETTINGS_KEY, StoreProblem, ViewSettings};

use super::dom::window;

/// Where scenarios are kept.
pub enum PageStore {
    /// In the browser, across visits.
    Local(Box<dyn KeyValue>),
    /// Only as long as the page is open, as the browser allows nothing else.
    Memory(Box<dyn KeyValue>),
}

/// The browser's local storage if it can be used, else memory.
#[must_use]
pub fn local_or_memory() -> PageStore {
    if probe().is_some() {
        PageStore::Local(Box::new(LocalStore))
    } else {
        PageStore::Memory(Box::new(MemoryStore::default()))
    }
}

/// How the page was last looked at; the defaults where nothing is kept.
#[must_use]
pub fn stored_settings() -> ViewSettings {
    probe()
        .and_then(|storage| storage.get_item(SETTINGS_KEY).ok().flatten())
        .map_or_else(ViewSettings::default, |text| ViewSettings::from_json(&text))
}

/// The storage object, asked for in the one way that does not throw where a browser denies it; after this
/// gloo's own access is safe.
fn probe() -> Option<Storage> {
    window()?.local_storage().ok()??.length().ok()?;
    Some(LocalStorage::raw())
}

struct LocalStore;

impl LocalStore {
    fn storage() -> Result<Storage, StoreProblem> {
        probe().ok_or(StoreProblem::Denied)
    }
}

impl KeyValue for LocalStore {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        let storage = Self::storage()?;
        let count = storage.length().map_err(|error| problem(&error))?;
        let mut keys = Vec::new();
        for index in 0..count {
            // A key may vanish meanwhile: another tab prunes.
            keys.extend(storage.key(index).map_err(|error| problem(&error))?);
        }
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        Self::storage()?.get_item(key).map_err(|error| problem(&error))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        Self::storage()?.set_item(key, text).map_err(|error| problem(&error))
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        Self::storage()?.remove_item(key).map_err(|error| problem(&error))
    }
}

fn problem(error: &JsValue) -> StoreProblem {
    match error.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreProblem::Full,
        Some("SecurityError") => StoreProblem::Denied,
        _ => StoreProblem::Failed,
    }
}
