//! The store underneath: pairs of key and text, each call of which may fail.

use litemap::LiteMap;
use std::cell::RefCell;
use std::fmt;

/// Why the store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StoreProblem {
    /// The browser does not let the page keep anything.
    Denied,
    /// There is no room left.
    Full,
    /// Anything else.
    Failed,
}

impl fmt::Display for StoreProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Denied => "the browser denies storage",
            Self::Full => "the storage is full",
            Self::Failed => "the storage failed",
        })
    }
}

impl std::error::Error for StoreProblem {}

/// Pairs of key and text, shared with other tabs, each call atomic and fallible.
pub trait KeyValue {
    /// All keys, in any order; those of others, too.
    ///
    /// # Errors
    /// The store cannot be read.
    fn keys(&self) -> Result<Vec<String>, StoreProblem>;

    /// The text under a key.
    ///
    /// # Errors
    /// The store cannot be read.
    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem>;

    /// Puts a text under a key.
    ///
    /// # Errors
    /// The text may not have been stored, or only in part.
    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem>;

    /// Takes a key and its text away.
    ///
    /// # Errors
    /// They may still be there.
    fn remove(&self, key: &str) -> Result<(), StoreProblem>;
}

/// A store that lasts as long as the page: what the page works with where there is no other.
#[derive(Debug, Default)]
pub struct MemoryStore(RefCell<LiteMap<String, String>>);

impl KeyValue for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }
}
