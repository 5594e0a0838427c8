//! A store with a copy of it elsewhere, which takes writes later: on disk, where the browser puts the first one late.
//!
//! Every call is the first store's. What it took is remembered until it was handed on to the copy. As entries are never
//! changed, the two are merged by their union.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use litemap::LiteMap;

use super::entry;
use super::ident::is_ours;
use super::key_value::{KeyValue, StoreProblem};
use super::settings::{SETTINGS_KEY, saved_at};

/// One change of a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The key.
    pub key: String,
    /// The text that is there now; none where key and text were taken away.
    pub text: Option<String>,
}

/// What a copy had that its store had not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adopted {
    /// Whether there are entries among it.
    pub entries: bool,
    /// Whether some of them were damaged in the store.
    pub mended: bool,
    /// Settings that were kept later than the store's own.
    pub settings: Option<String>,
}

/// A store and what its copy has still to be told.
pub struct Mirror {
    first: Box<dyn KeyValue>,
    has_copy: Cell<bool>,
    /// The last change of each key that the copy was not told of.
    behind: RefCell<LiteMap<String, Option<String>>>,
    /// What the copy has and the first store did not take: there is no room.
    beyond: RefCell<LiteMap<String, String>>,
}

impl Mirror {
    /// A mirror of this store, without a copy yet.
    #[must_use]
    pub fn new(first: Box<dyn KeyValue>) -> Self {
        Self { first, has_copy: Cell::new(false), behind: RefCell::default(), beyond: RefCell::default() }
    }

    /// There is a copy, or none any more. What it is to be told is remembered from now on, or forgotten.
    pub fn set_copy(&self, has_copy: bool) {
        self.has_copy.set(has_copy);
        if !has_copy {
            self.behind.borrow_mut().clear();
        }
    }

    fn note(&self, key: &str, text: Option<&str>) {
        if self.has_copy.get() && is_mirrored(key) {
            self.behind.borrow_mut().insert(key.to_owned(), text.map(ToOwned::to_owned));
        }
    }

    /// Whether the copy has something to be told.
    #[must_use]
    pub fn is_behind(&self) -> bool {
        !self.behind.borrow().is_empty()
    }

    /// What the copy is to be told, all of it at once or nothing: the last change of each key.
    #[must_use]
    pub fn take_writes(&self) -> Vec<Write> {
        let behind = std::mem::take(&mut *self.behind.borrow_mut());
        behind.into_iter().map(|(key, text)| Write { key, text }).collect()
    }

    /// Takes back what the copy did not take. What was changed since stays.
    pub fn give_back(&self, writes: Vec<Write>) {
        let mut behind = self.behind.borrow_mut();
        for Write { key, text } in writes {
            behind.entry(key).or_insert(text);
        }
    }

    /// Takes in what the copy holds: what the store lacks, and what is damaged in it and whole in the copy. What the copy
    /// lacks is told to it.
    ///
    /// # Errors
    /// The store cannot be read; nothing was taken in.
    pub fn adopt(&self, copy: Vec<(String, String)>) -> Result<Adopted, StoreProblem> {
        let mut adopted = Adopted::default();
        let mut missing: LiteMap<String, ()> =
            self.first.keys()?.into_iter().filter(|key| is_mirrored(key)).map(|key| (key, ())).collect();
        for (key, text) in copy {
            // What was taken away a moment ago comes back from nowhere.
            if !is_mirrored(&key) || self.behind.borrow().get(&key) == Some(&None) {
                continue;
            }
            let own = self.first.get(&key)?;
            if own.as_ref() == Some(&text) {
                missing.remove(&key);
                continue;
            }
            if key == SETTINGS_KEY {
                if own.as_deref().map(saved_at) < Some(saved_at(&text)) {
                    missing.remove(&key);
                    adopted.settings = Some(text);
                }
                continue;
            }
            let is_damaged = own.as_ref().is_some_and(|own| entry::parse(&key, own).is_err());
            // What is damaged in the copy stays there and harms nothing.
            if (own.is_none() || is_damaged) && entry::parse(&key, &text).is_ok() {
                missing.remove(&key);
                adopted.entries = true;
                adopted.mended |= is_damaged;
                if self.first.set(&key, &text).is_err() {
                    self.beyond.borrow_mut().insert(key, text);
                }
            }
        }
        for (key, ()) in missing {
            if let Some(text) = self.first.get(&key)? {
                self.behind.borrow_mut().entry(key).or_insert(Some(text));
            }
        }
        Ok(adopted)
    }
}

/// Whether a key is kept in the copy, too.
fn is_mirrored(key: &str) -> bool {
    is_ours(key) || key == SETTINGS_KEY
}

impl KeyValue for Rc<Mirror> {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        let mut keys = self.first.keys()?;
        keys.extend(self.beyond.borrow().keys().cloned());
        Ok(keys)
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        // What lies beyond is whole where the first store's own may be damaged.
        match self.beyond.borrow().get(key) {
            Some(text) => Ok(Some(text.clone())),
            None => self.first.get(key),
        }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        let set = self.first.set(key, text);
        // A store that says no may have kept it all the same.
        if set.is_ok() || self.first.get(key).is_ok_and(|kept| kept.as_deref() == Some(text)) {
            self.note(key, Some(text));
            self.beyond.borrow_mut().remove(key);
        }
        set
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.first.remove(key)?;
        self.beyond.borrow_mut().remove(key);
        self.note(key, None);
        Ok(())
    }
}
