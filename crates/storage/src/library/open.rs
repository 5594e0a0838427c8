//! Reading: the list, a scenario, its revisions, what another tab did.

use super::scan::Content;
use super::{Kind, Library, Listed, Loaded, Quarantined, Refreshed, Revision, SavePermit, SaveProblem, Saved};
use crate::ident::{EntryId, Millis, ScenarioId};
use crate::key_value::StoreProblem;
use crate::revision_graph::RevisionGraph;
use tuowei_model::{Scenario, ascending};

impl Library {
    /// The scenarios that are not deleted, in the order in which they began.
    #[must_use]
    pub fn list(&self) -> Vec<Listed> {
        let mut list: Vec<Listed> = self.graphs.iter().filter_map(|(id, graph)| listed(id, graph, false)).collect();
        for id in self.quarantine.values().filter_map(|quarantined| quarantined.scenario.as_ref()) {
            if !self.graphs.contains_key(id) && list.iter().all(|listed| listed.id != *id) {
                let (name, created) = (String::new(), Millis::default());
                let (region, frozen) = (None, false);
                list.push(Listed {
                    id: id.clone(),
                    name,
                    created,
                    latest: None,
                    kind: Kind::Unreadable,
                    region,
                    frozen,
                });
            }
        }
        in_order(list)
    }

    /// The deleted scenarios of which a revision is still stored, in the order in which they began.
    #[must_use]
    pub fn deleted(&self) -> Vec<Listed> {
        let listed = |(id, graph): (&ScenarioId, &RevisionGraph)| {
            let readable = graph.entries.values().any(|known| !known.header.deleted);
            listed(id, graph, true).filter(|_| readable)
        };
        in_order(self.graphs.iter().filter_map(listed).collect())
    }

    /// Opens a scenario: its newest entry that can be read.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn open(&mut self, id: &ScenarioId) -> Result<Loaded, StoreProblem> {
        while let Some(head) = self.graphs.get(id).and_then(|graph| graph.leading_head()) {
            let header = head.header.clone();
            let content = self.content(id, &header.id)?;
            if let Content::Newer(schema) = content {
                return Ok(Loaded::Newer(schema));
            }
            if matches!(content, Content::Gone) {
                // It is out of the graph now; the one before it comes next.
                continue;
            }
            let mut permit = SavePermit::new(id, self.new_line());
            permit.move_to(&header);
            return Ok(match content {
                Content::Scenario(scenario) => Loaded::Ready(scenario, permit),
                _ => Loaded::Deleted(permit),
            });
        }
        let of_this = |quarantined: &&Quarantined| quarantined.scenario.as_ref() == Some(id);
        let damaged: Vec<Quarantined> = self.quarantine.values().filter(of_this).cloned().collect();
        Ok(if damaged.is_empty() { Loaded::Absent } else { Loaded::Unreadable(damaged) })
    }

    /// The stored revisions of a scenario, newest first.
    #[must_use]
    pub fn revisions(&self, id: &ScenarioId) -> Vec<Revision> {
        let entries = self.graphs.get(id).into_iter().flat_map(|graph| graph.entries.values().rev());
        entries
            .map(|known| &known.header)
            .map(|header| Revision {
                id: header.id.clone(),
                time: header.time,
                name: header.name.clone(),
                deleted: header.deleted,
            })
            .collect()
    }

    /// The scenario as it was in a revision; none where that is a deletion, cannot be read or is no longer stored.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn open_revision(&mut self, id: &ScenarioId, revision: &EntryId) -> Result<Option<Scenario>, StoreProblem> {
        Ok(match self.content(id, revision)? {
            Content::Scenario(scenario) => Some(scenario),
            Content::Deleted | Content::Newer(_) | Content::Gone => None,
        })
    }

    /// Looks whether another tab has changed an open scenario of which everything here is saved. The list is up to
    /// date afterwards, too.
    ///
    /// # Errors
    /// The store cannot be read, or did not take the two versions joined; both stay.
    pub fn refresh(&mut self, permit: &mut SavePermit) -> Result<Refreshed, SaveProblem> {
        let id = permit.scenario.clone();
        let mut news = Vec::new();
        let followed = self.merge_heads(&id, permit.entry.as_ref(), &mut news)?;
        let before = permit.entry.clone();
        let still_head =
            self.graphs.get(&id).and_then(|graph| graph.only_head()).map(|head| &head.header.id) == before.as_ref();
        let copy = before.as_ref().filter(|_| !still_head).and_then(|before| self.copy_of(&id, before));
        let moved = followed.or(copy);
        if let Some(to) = moved
            && let Loaded::Ready(scenario, permit) = self.open(&to)?
        {
            return Ok(Refreshed::Moved { to, scenario, permit });
        }
        Ok(match self.head_content(permit, true)? {
            Content::Gone => Refreshed::Missing,
            Content::Newer(schema) => Refreshed::Newer(schema),
            _ if permit.entry == before => Refreshed::Unchanged,
            Content::Deleted => Refreshed::Deleted,
            Content::Scenario(scenario) => Refreshed::Theirs { scenario, news },
        })
    }
}

fn listed(id: &ScenarioId, graph: &RevisionGraph, deleted: bool) -> Option<Listed> {
    let head = graph.leading_head()?;
    let header = &head.header;
    if header.deleted != deleted {
        return None;
    }
    // A deletion says nothing of its own: what was deleted counts, as far as it was read.
    let read = || graph.entries.values().rev().find_map(|known| known.about.as_ref());
    let about = if deleted { read() } else { head.about.as_ref() };
    Some(Listed {
        id: id.clone(),
        name: header.name.clone(),
        created: header.created,
        latest: Some(Saved { rev: header.id.rev, time: header.time }),
        kind: if head.is_newer() { Kind::Newer } else { Kind::Ready },
        region: about.map(|about| about.region.clone()),
        frozen: about.is_some_and(|about| about.frozen),
    })
}

/// By their beginnings; those of the same moment are in the order of their identifiers already.
fn in_order(list: Vec<Listed>) -> Vec<Listed> {
    let order = ascending(list.iter().map(|listed| listed.created.order()));
    order.map(|position| list[position].clone()).collect()
}
