//! The entries of one scenario: which of them stand at the end of a line of work, where two lines parted, and
//! which may go.

use litemap::LiteMap;

use super::entry::Header;
use super::ident::{EntryId, Millis};
use super::library::ListedRegion;
use super::schema::SCHEMA;
use super::version_vector::VersionVector;
use tuowei_model::Scenario;

/// So many of the last revisions always stay, not counting those that only join others.
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
    /// What the list says of its payload, once that was read.
    pub(super) about: Option<About>,
}

/// What the list of scenarios says of one beside what stands in the header.
///
/// It is kept from the payload, which is read of every head in any case, and not written into headers: entries of every
/// schema then say it, and nothing can say otherwise than the scenario.
#[derive(Clone, Debug)]
pub(super) struct About {
    pub(super) region: ListedRegion,
    pub(super) frozen: bool,
}

impl About {
    pub(super) fn of(scenario: &Scenario) -> Self {
        Self { region: ListedRegion::of(scenario.region()), frozen: scenario.frozen() }
    }
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
pub(super) struct RevisionGraph {
    pub(super) entries: LiteMap<EntryId, Known>,
}

impl RevisionGraph {
    /// The entries that no other builds on, in their order: one, unless two tabs wrote beside each other.
    pub(super) fn heads(&self) -> Vec<EntryId> {
        let mut covered = VersionVector::default();
        let mut last_of: LiteMap<&str, u64> = LiteMap::new();
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

    /// The entries up to which the work behind two others is the same: one, or more where tabs joined each other's
    /// work. None where that cannot be known for sure, since an entry in between is no longer stored.
    pub(super) fn bases(&self, left: &EntryId, right: &EntryId) -> Vec<EntryId> {
        self.parting(left, right).or_else(|| self.parting(right, left)).unwrap_or_default()
    }

    /// Walks back from one entry to where the other's work is met.
    fn parting(&self, from: &EntryId, other: &EntryId) -> Option<Vec<EntryId>> {
        let other = self.entries.get(other)?;
        let mut open = vec![from];
        let mut visited: LiteMap<&EntryId, ()> = LiteMap::new();
        let mut met: LiteMap<&EntryId, ()> = LiteMap::new();
        while let Some(id) = open.pop() {
            if visited.insert(id, ()).is_some() {
                continue;
            }
            let header = &self.entries.get(id)?.header;
            for parent in header.parent.iter().chain(&header.merged) {
                if other.covers(parent) || *parent == other.header.id {
                    met.insert(parent, ());
                } else {
                    open.push(parent);
                }
            }
        }
        let behind = |id: &EntryId| met.keys().any(|by| self.entries.get(*by).is_some_and(|by| by.covers(id)));
        let last: Vec<EntryId> = met.keys().copied().filter(|id| !behind(id)).cloned().collect();
        last.iter().all(|base| self.entries.contains_key(base)).then_some(last)
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
        let mut days: LiteMap<i64, ()> = LiteMap::new();
        let mut newer = 0;
        let mut outdated = Vec::new();
        for (id, known) in self.entries.iter().rev() {
            let day = known.header.time.day();
            let last_of_day = days.insert(day, ()).is_none() && day >= first_day;
            if newer >= LAST_REVISIONS && !last_of_day && !known.is_newer() {
                outdated.push(id.clone());
            }
            newer += usize::from(known.header.merged.is_none());
        }
        outdated
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ident::ScenarioId;

    fn id(text: &str) -> EntryId {
        EntryId::parse(text).unwrap()
    }

    /// A graph from lines like `3:b < 1:a 2:a`: an entry and what it was made from.
    fn graph(lines: &[&str]) -> RevisionGraph {
        let mut graph = RevisionGraph::default();
        for line in lines {
            let (entry, parents) = line.split_once(" <").unwrap_or((line, ""));
            let mut parents = parents.split_whitespace().map(id);
            let (parent, merged) = (parents.next(), parents.next());
            let mut seen = VersionVector::default();
            for known in [&parent, &merged].into_iter().flatten() {
                seen.add(known);
                if let Some(known) = graph.entries.get(known) {
                    seen.join(&known.header.seen);
                }
            }
            let header = Header {
                scenario: ScenarioId::from_seed(1),
                id: id(entry),
                parent,
                merged,
                seen,
                created: Millis(0),
                time: Millis(0),
                deleted: false,
                name: String::new(),
            };
            graph.entries.insert(id(entry), Known { header, schema: SCHEMA, size: 1, checked: true, about: None });
        }
        graph
    }

    fn without(mut graph: RevisionGraph, gone: &[&str]) -> RevisionGraph {
        gone.iter().for_each(|gone| {
            graph.entries.remove(&id(gone)).unwrap();
        });
        graph
    }

    fn texts(ids: &[EntryId]) -> Vec<String> {
        ids.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_head_is_what_nothing_builds_on_whether_the_entries_between_are_stored_or_not() {
        let line = graph(&["1:a", "2:b < 1:a", "3:c < 2:b", "4:a < 3:c"]);
        assert_eq!(texts(&line.heads()), ["4:a"]);
        assert_eq!(texts(&without(line.clone(), &["2:b", "3:c"]).heads()), ["4:a"]);
        assert_eq!(texts(&without(line, &["4:a"]).heads()), ["3:c"]);
        let fork = graph(&["1:a", "2:b < 1:a", "2:c < 1:a"]);
        assert_eq!(texts(&fork.heads()), ["2:b", "2:c"]);
        assert_eq!(texts(&graph(&["1:a", "2:b < 1:a", "2:c < 1:a", "3:j < 2:b 2:c"]).heads()), ["3:j"]);
    }

    #[test]
    fn the_base_of_two_heads_is_where_they_parted_or_unknown() {
        let fork = graph(&["1:a", "2:a < 1:a", "3:b < 2:a", "4:b < 3:b", "3:c < 2:a"]);
        let bases = |graph: &RevisionGraph| texts(&graph.bases(&id("3:c"), &id("4:b")));
        assert_eq!(bases(&fork), ["2:a"]);
        assert_eq!(bases(&without(fork.clone(), &["3:b"])), ["2:a"], "one side alone shows it");
        assert_eq!(bases(&without(fork, &["2:a"])), [""; 0], "an older entry is no base");
        let crosswise =
            graph(&["1:a", "2:b < 1:a", "2:c < 1:a", "3:b < 2:b", "3:c < 2:c", "4:j < 3:b 2:c", "4:k < 2:b 3:c"]);
        assert_eq!(texts(&crosswise.heads()), ["4:j", "4:k"]);
        assert_eq!(texts(&crosswise.bases(&id("4:j"), &id("4:k"))), ["2:b", "2:c"]);
    }

    #[test]
    fn nothing_goes_while_two_heads_wait_to_be_joined() {
        let lines = ["1:a", "2:a < 1:a", "3:a < 2:a", "4:a < 3:a", "5:a < 4:a", "6:a < 5:a", "7:a < 6:a", "7:b < 1:a"];
        let today = Millis(40 * 86_400_000);
        assert_eq!(graph(&lines).outdated(today).len() + graph(&lines).expendable().len(), 0);
        let joined = graph(&[&lines[..], &["8:j < 7:a 7:b"]].concat());
        assert_eq!(texts(&joined.outdated(today)), ["3:a", "2:a", "1:a"]);
        assert_eq!(joined.expendable().len(), lines.len() - 1);
    }
}
