//! Looking at the store: what is new in it, what is gone, what is damaged.

use litemap::LiteMap;

use super::{Library, Quarantined};
use crate::entry::{self, Corrupt};
use crate::ident::{EntryId, ScenarioId, is_ours, key_of, parse_key};
use crate::key_value::StoreProblem;
use crate::revision_graph::{About, Known};
use crate::schema::{SCHEMA, from_json};
use tuowei_model::Scenario;

/// How often the store is looked at again when entries vanish while it is being read.
const PATIENCE: usize = 8;

/// What an entry holds.
pub(super) enum Content {
    Scenario(Scenario),
    Deleted,
    Newer(u32),
    /// It is not there, or it turned out to be damaged and is quarantined now.
    Gone,
}

impl Library {
    /// Brings what is known of the store up to date. Entries never change, and so only new ones are read.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn sync(&mut self) -> Result<(), StoreProblem> {
        for _ in 0..PATIENCE {
            // An entry that another tab prunes between being listed and being read was covered by one that is not
            // listed yet; only the next look shows both sides of that.
            if self.look()? {
                break;
            }
        }
        Ok(())
    }

    /// One look; false when a listed entry was gone before it could be read.
    fn look(&mut self) -> Result<bool, StoreProblem> {
        let mut keys: LiteMap<String, ()> = LiteMap::new();
        for key in self.store.keys()?.into_iter().filter(|key| is_ours(key)) {
            keys.insert(key, ());
        }
        self.quarantine.retain(|key, _| keys.contains_key(key));
        for (scenario, graph) in &mut self.graphs {
            graph.entries.retain(|id, _| keys.contains_key(&key_of(scenario, id)));
        }
        let mut steady = true;
        let mut texts = LiteMap::new();
        for (key, ()) in keys {
            if self.known(&key) {
                continue;
            }
            match self.store.get(&key)? {
                None => steady = false,
                Some(text) => {
                    self.take_in(&key, &text);
                    texts.insert(key, text);
                }
            }
        }
        self.check_heads(&texts)?;
        self.graphs.retain(|_, graph| !graph.entries.is_empty());
        Ok(steady)
    }

    /// Whether the key is in a graph. What is quarantined is read again each time: it may have been mended.
    fn known(&self, key: &str) -> bool {
        parse_key(key)
            .is_some_and(|(scenario, id)| self.graphs.get(&scenario).is_some_and(|s| s.entries.contains_key(&id)))
    }

    /// Puts a text that was read into its graph or into quarantine.
    pub(super) fn take_in(&mut self, key: &str, text: &str) {
        match entry::parse(key, text) {
            Ok(entry) => {
                let size = key.len() + text.len();
                let checked = entry.header.deleted;
                let known = Known { schema: entry.schema, size, checked, header: entry.header, about: None };
                self.quarantine.remove(key);
                let graph = self.graphs.entry(known.header.scenario.clone()).or_default();
                graph.entries.insert(known.header.id.clone(), known);
            }
            Err(reason) => self.put_aside(key, text, reason),
        }
    }

    fn put_aside(&mut self, key: &str, raw: &str, reason: Corrupt) {
        let scenario = parse_key(key).map(|(scenario, _)| scenario);
        let quarantined = Quarantined { key: key.to_owned(), scenario, raw: raw.to_owned(), reason };
        self.quarantine.insert(key.to_owned(), quarantined);
    }

    /// Makes sure that every head can be read as a scenario; where one cannot, the one before it becomes the head.
    fn check_heads(&mut self, texts: &LiteMap<String, String>) -> Result<(), StoreProblem> {
        while let Some((scenario, id)) = self.unchecked_head() {
            let key = key_of(&scenario, &id);
            match texts.get(&key) {
                Some(text) => {
                    self.read(&scenario, &id, text);
                }
                None => {
                    self.content(&scenario, &id)?;
                }
            }
        }
        Ok(())
    }

    fn unchecked_head(&self) -> Option<(ScenarioId, EntryId)> {
        self.graphs.iter().find_map(|(scenario, graph)| {
            let unchecked =
                |id: &EntryId| graph.entries.get(id).is_some_and(|known| !known.checked && !known.is_newer());
            graph.heads().into_iter().find(unchecked).map(|id| (scenario.clone(), id))
        })
    }

    /// What an entry holds, read from the store.
    pub(super) fn content(&mut self, scenario: &ScenarioId, id: &EntryId) -> Result<Content, StoreProblem> {
        match self.store.get(&key_of(scenario, id))? {
            Some(text) => Ok(self.read(scenario, id, &text)),
            None => {
                self.take_off(scenario, id);
                Ok(Content::Gone)
            }
        }
    }

    /// What the text of an entry holds. A damaged one is taken out of its graph.
    fn read(&mut self, scenario: &ScenarioId, id: &EntryId, text: &str) -> Content {
        let key = key_of(scenario, id);
        let reason = match entry::parse(&key, text) {
            Err(reason) => reason,
            Ok(entry) => {
                if let Some(known) = self.graphs.get_mut(scenario).and_then(|graph| graph.entries.get_mut(id)) {
                    known.checked = true;
                }
                if entry.schema > SCHEMA {
                    return Content::Newer(entry.schema);
                }
                if entry.header.deleted {
                    return Content::Deleted;
                }
                match from_json(entry.payload) {
                    Ok(content) => {
                        self.note(scenario, id, &content);
                        return Content::Scenario(content);
                    }
                    Err(problem) => Corrupt::Document(problem),
                }
            }
        };
        self.take_off(scenario, id);
        self.put_aside(&key, text, reason);
        Content::Gone
    }

    /// Keeps what the list says of an entry.
    pub(super) fn note(&mut self, scenario: &ScenarioId, id: &EntryId, content: &Scenario) {
        if let Some(known) = self.graphs.get_mut(scenario).and_then(|graph| graph.entries.get_mut(id)) {
            known.checked = true;
            if known.about.is_none() {
                known.about = Some(About::of(content));
            }
        }
    }

    /// Forgets an entry that is no longer, or no longer whole, in the store.
    pub(super) fn take_off(&mut self, scenario: &ScenarioId, id: &EntryId) {
        if let Some(graph) = self.graphs.get_mut(scenario) {
            graph.entries.remove(id);
        }
    }
}
