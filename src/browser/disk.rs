//! The copy of what is stored in an IndexedDB database: a strict transaction is on disk once it is complete, while local
//! storage goes there seconds later.

use indexed_db_futures::database::Database;
use indexed_db_futures::error::{Error, OpenDbError};
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{TransactionDurability, TransactionMode, TransactionOptions};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

use super::dom::window;
use crate::storage::Write;

const DATABASE: &str = "tuowei";
const STORE: &str = "entries";

/// The database did not do what it was asked.
#[derive(Clone, Copy, Debug)]
pub struct DiskProblem;

impl From<Error> for DiskProblem {
    fn from(_: Error) -> Self {
        Self
    }
}

impl From<OpenDbError> for DiskProblem {
    fn from(_: OpenDbError) -> Self {
        Self
    }
}

/// The database, open.
pub struct Disk(Database);

impl Disk {
    /// Opens the database, and makes it where it is not there.
    ///
    /// # Errors
    /// The browser has none for this page, or does not open it.
    pub async fn open() -> Result<Self, DiskProblem> {
        let database = Database::open(DATABASE)
            .with_version(1u8)
            .with_on_upgrade_needed(|_, database| {
                database.create_object_store(STORE).build()?;
                Ok(())
            })
            .await?;
        Ok(Self(database))
    }

    /// Everything that it holds, as it is at one moment: keys and texts.
    ///
    /// # Errors
    /// It cannot be read.
    pub async fn read(&self) -> Result<Vec<(String, String)>, DiskProblem> {
        let transaction = self.0.transaction(STORE).with_mode(TransactionMode::Readonly).build()?;
        let store = transaction.object_store(STORE)?;
        let keys = store.get_all_keys::<String>().primitive()?;
        let texts = store.get_all::<String>().primitive()?;
        let (keys, texts) = (keys.await?, texts.await?);
        keys.zip(texts).map(|(key, text)| Ok((key?, text?))).collect()
    }

    /// Writes all of this or nothing. When it answers, it is on disk.
    ///
    /// # Errors
    /// Nothing was written.
    pub async fn write(&self, writes: &[Write]) -> Result<(), DiskProblem> {
        let options = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let transaction =
            self.0.transaction(STORE).with_mode(TransactionMode::Readwrite).with_options(options).build()?;
        let store = transaction.object_store(STORE)?;
        for Write { key, text } in writes {
            match text {
                Some(text) => drop(store.put(text.as_str()).with_key(key.as_str()).primitive()?),
                None => drop(store.delete(key.as_str()).primitive()?),
            }
        }
        Ok(transaction.commit().await?)
    }
}

/// Whether the browser keeps for good what is stored, also when the disk is full; none where it does not answer. Some
/// browsers ask the planner where `ask` is set.
pub async fn is_persistent(ask: bool) -> Option<bool> {
    // At addresses that are not secure there is nothing to ask.
    let storage = js_sys::Reflect::get(&window()?.navigator(), &"storage".into()).ok()?;
    let storage: StorageManager = storage.dyn_into().ok()?;
    let promised = if ask { storage.persist() } else { storage.persisted() };
    JsFuture::from(promised.ok()?).await.ok()?.as_bool()
}
