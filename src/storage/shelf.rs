//! The entries of one scenario: which of them stand at the end of a line of work, where two lines parted, and
//! which may go.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Header;
use super::ident::{EntryId, Millis};
use super::schema::SCHEMA;
use super::seen::Seen;

/// So many of the last revisions always stay.
const LAST_REVISIONS: usize = 5;

/// For so many days, today among them, the last revision of each day stays.
const DAYS: i64 = 14;

/// What is remembered of a stored entry whose checksum held.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) header: Header,
    pub(super) schema: u32,
    /// Bytes of key and text.
    pub(super) size: usize,
    /// Whether its payload was read as a scenario.
    pub(super) checked: bool,
}

impl Known {
    pub(super) const fn is_newer(&self) -> bool {
        self.schema > SCHEMA
    }

    /// Whether this entry builds on the other one.
    pub(super) fn covers(&self, other: &EntryId) -> bool {
        let id = &self.header.id;
        self.header.seen.covers(other) || (id.tab == other.tab && id.rev > other.rev)
    }
}

/// The entries of one scenario, each of them whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf {
    pub(super) entries: BTreeMap<EntryId, Known>,
}

impl Shelf {
    /// The entries that no other builds on, in their order: one, unless two tabs wrote beside each other.
    pub(super) fn heads(&self) -> Vec<EntryId> {
        let mut covered = Seen::default();
        let mut last_of: BTreeMap<&str, u64> = BTreeMap::new();
        for (id, known) in &self.entries {
            covered.join(&known.header.seen);
            // The order is that of revisions, so that the last one stays.
            last_of.insert(id.tab.as_str(), id.rev);
        }
        let is_head = |id: &&EntryId| !covered.covers(id) && last_of.get(id.tab.as_str()) == Some(&id.rev);
        let heads: Vec<EntryId> = self.entries.keys().filter(is_head).cloned().collect();
        if heads.is_empty() { self.entries.keys().next_back().cloned().into_iter().collect() } else { heads }
    }

    /// The one head, where there are not several.
    pub(super) fn only_head(&self) -> Option<&Known> {
        match self.heads().as_slice() {
            [head] => self.entries.get(head),
            _ => None,
        }
    }

    /// The head that counts: one of a newer version of the page, else the first that is no deletion.
    pub(super) fn leading_head(&self) -> Option<&Known> {
        let heads = self.heads();
        let mut known = heads.iter().filter_map(|id| self.entries.get(id));
        let newer = known.clone().find(|known| known.is_newer());
        newer.or_else(|| known.clone().find(|known| !known.header.deleted)).or_else(|| known.next())
    }

    /// The entry up to which the work behind two heads is the same. None where that cannot be known for sure, since
    /// an entry in between is no longer stored, or where there is more than one such entry.
    pub(super) fn base(&self, left: &EntryId, right: &EntryId) -> Option<EntryId> {
        self.parting(left, right).or_else(|| self.parting(right, left))
    }

    /// Walks back from one head to where the other's work is met.
    fn parting(&self, from: &EntryId, other: &EntryId) -> Option<EntryId> {
        let other = self.entries.get(other)?;
        let mut open = vec![from];
        let mut visited = BTreeSet::new();
        let mut met = BTreeSet::new();
        while let Some(id) = open.pop() {
            if !visited.insert(id) {
                continue;
            }
            let header = &self.entries.get(id)?.header;
            for parent in header.parent.iter().chain(&header.merged) {
                if other.covers(parent) || *parent == other.header.id {
                    met.insert(parent);
                } else {
                    open.push(parent);
                }
            }
        }
        let behind = |id: &EntryId| met.iter().any(|by| self.entries.get(*by).is_some_and(|by| by.covers(id)));
        let mut last = met.iter().filter(|id| !behind(id));
        match (last.next(), last.next()) {
            (Some(&base), None) if self.entries.contains_key(base) => Some(base.clone()),
            _ => None,
        }
    }

    /// The revision for the next entry.
    pub(super) fn next_rev(&self) -> u64 {
        self.entries.keys().next_back().map_or(1, |last| last.rev.saturating_add(1))
    }

    /// The entries that may go in any case: not among the last revisions, nor the last of one of the last days.
    ///
    /// Nothing may go while two lines of work wait to be joined.
    pub(super) fn outdated(&self, now: Millis) -> Vec<EntryId> {
        if !self.may_shrink() {
            return Vec::new();
        }
        let first_day = now.day() - DAYS + 1;
        let mut days = BTreeSet::new();
        let newest_first = self.entries.iter().rev().enumerate();
        newest_first
            .filter(|(place, (_, known))| {
                let day = known.header.time.day();
                let last_of_day = days.insert(day) && day >= first_day;
                *place >= LAST_REVISIONS && !last_of_day && !known.is_newer()
            })
            .map(|(_, (id, _))| id.clone())
            .collect()
    }

    /// The entries that may go when there is no room: all but the head and the last one before it that can be read
    /// in its stead.
    pub(super) fn expendable(&self) -> Vec<EntryId> {
        if !self.may_shrink() {
            return Vec::new();
        }
        let heads = self.heads();
        let mut stays = heads.clone();
        let before = self.entries.iter().rev().find(|(id, known)| !known.header.deleted && !heads.contains(id));
        stays.extend(before.map(|(id, _)| id.clone()));
        let may_go = |(id, known): &(&EntryId, &Known)| !stays.contains(id) && !known.is_newer();
        self.entries.iter().filter(may_go).map(|(id, _)| id.clone()).collect()
    }

    fn may_shrink(&self) -> bool {
        self.only_head().is_some_and(|head| !head.is_newer())
    }
}
