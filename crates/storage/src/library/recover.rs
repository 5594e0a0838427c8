//! Entries that come from a file: what the store lacks is added, and nothing that it holds is touched.

use super::{Library, News};
use crate::entry;
use crate::ident::{is_ours, parse_key};
use crate::key_value::StoreProblem;

/// What became of entries that were to be put back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// How many are stored again.
    pub added: usize,
    /// How many were there all along.
    pub present: usize,
    /// How many are damaged, or of no kind that is stored here; they stay in their file alone.
    pub damaged: usize,
    /// How many the store did not take, and why.
    pub refused: Option<(usize, StoreProblem)>,
    /// What two sides that were joined came to.
    pub news: Vec<News>,
}

impl Library {
    /// Adds the whole ones of these entries that the store lacks or holds damaged, the newest first.
    ///
    /// # Errors
    /// The store cannot be read; nothing was written then.
    pub fn recover(&mut self, entries: &[(String, String)]) -> Result<Recovered, StoreProblem> {
        self.sync()?;
        let mut back = Recovered::default();
        let mut missing = Vec::new();
        for (key, text) in entries.iter().filter(|(key, _)| is_ours(key)) {
            match (parse_key(key), entry::parse(key, text)) {
                (Some((_, id)), Ok(_)) => match self.store.get(key)? {
                    // Entries never change: another text under the key is this one, damaged.
                    Some(own) if entry::parse(key, &own).is_ok() => back.present += 1,
                    Some(_) | None => missing.push((id.rev, key, text)),
                },
                (None, _) | (_, Err(_)) => back.damaged += 1,
            }
        }
        missing.sort_by_key(|(rev, key, _)| (std::cmp::Reverse(*rev), *key));
        for (at, (_, key, text)) in missing.iter().enumerate() {
            if let Err(problem) = self.add(key, text) {
                back.refused = Some((missing.len() - at, problem));
                break;
            }
            back.added += 1;
        }
        self.sync()?;
        let scenarios: Vec<_> = self.graphs.keys().cloned().collect();
        for id in scenarios {
            // What cannot be joined now is joined with the next save.
            let _ = self.merge_heads(&id, None, &mut back.news);
        }
        Ok(back)
    }

    fn add(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        let was_there = self.store.get(key)?.is_some();
        self.store.set(key, text)?;
        if self.store.get(key)?.as_deref() == Some(text) {
            return Ok(());
        }
        if !was_there {
            self.store.remove(key)?;
        }
        Err(StoreProblem::Failed)
    }
}
