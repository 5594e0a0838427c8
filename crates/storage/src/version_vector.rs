//! What an entry builds on: for each writer, the last revision of theirs that is in it.
//!
//! Parents alone would not do: they are pruned, and an old entry whose child is gone must not look like a
//! line of work of its own.

use std::fmt;

use litemap::LiteMap;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use tuowei_model::ascending;

use super::ident::{EntryId, TabId};
use super::saved::out_of_range;

/// The writers in whose last entries may be remembered beyond those that are still stored.
const MOST: usize = 24;

/// The entries that another one builds on. Each writer's own entries build on one another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VersionVector(LiteMap<TabId, u64>);

impl VersionVector {
    /// Whether the entry is among them.
    #[must_use]
    pub fn covers(&self, entry: &EntryId) -> bool {
        self.0.get(&entry.tab).is_some_and(|&rev| rev >= entry.rev)
    }

    /// Adds an entry and, as its writer's entries build on one another, the earlier ones of its writer.
    pub fn add(&mut self, entry: &EntryId) {
        let rev = self.0.entry(entry.tab.clone()).or_default();
        *rev = entry.rev.max(*rev);
    }

    /// Adds all that `other` has seen.
    pub fn join(&mut self, other: &Self) {
        for (tab, &rev) in &other.0 {
            self.add(&EntryId { rev, tab: tab.clone() });
        }
    }

    /// Forgets writers of whom nothing is stored any more, the oldest first, down to a bound.
    pub(super) fn forget(&mut self, stored: impl Fn(&TabId) -> bool) {
        let excess = self.0.len().saturating_sub(MOST);
        if excess == 0 {
            return;
        }
        let gone: Vec<(TabId, u64)> =
            self.0.iter().filter(|(tab, _)| !stored(tab)).map(|(tab, &rev)| (tab.clone(), rev)).collect();
        for position in ascending(gone.iter().map(|(_, rev)| *rev)).take(excess) {
            self.0.remove(&gone[position].0);
        }
    }

    /// The writers and their last revisions, in the writers' order.
    pub fn iter(&self) -> impl Iterator<Item = (&TabId, u64)> {
        self.0.iter().map(|(tab, &rev)| (tab, rev))
    }
}

/// An object of writers with their last revisions.
impl Serialize for VersionVector {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(&self.0)
    }
}

impl<'de> Deserialize<'de> for VersionVector {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SeenVisitor)
    }
}

struct SeenVisitor;

impl<'de> Visitor<'de> for SeenVisitor {
    type Value = VersionVector;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object of revisions")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<VersionVector, A::Error> {
        let mut seen = VersionVector::default();
        while let Some((tab, rev)) = map.next_entry()? {
            let entry = EntryId { rev, tab };
            if entry.rev == 0 || !entry.is_sound() {
                return Err(out_of_range());
            }
            seen.add(&entry);
        }
        Ok(seen)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(text: &str) -> EntryId {
        EntryId::parse(text).unwrap()
    }

    #[test]
    fn a_later_entry_stands_for_the_earlier_ones_of_its_writer() {
        let mut seen = VersionVector::default();
        seen.add(&entry("5:a"));
        seen.add(&entry("3:a"));
        assert!(seen.covers(&entry("4:a")) && seen.covers(&entry("5:a")));
        assert!(!seen.covers(&entry("6:a")) && !seen.covers(&entry("1:b")));
    }

    #[test]
    fn only_writers_of_whom_nothing_is_stored_are_forgotten() {
        let mut seen = VersionVector::default();
        for rev in 1..=40 {
            seen.add(&entry(&format!("{rev}:t{rev}")));
        }
        seen.forget(|tab| tab.as_str() == "t1");
        assert_eq!(seen.iter().count(), MOST);
        assert!(seen.covers(&entry("1:t1")) && !seen.covers(&entry("2:t2")) && seen.covers(&entry("40:t40")));
    }
}
