//! Joining the work of two tabs. What comes out depends only on the two entries, and it is written under a name
//! that depends only on them: two tabs that join the same entries write the same one.

use super::save::Whose;
use super::scan::Content;
use super::{Library, News, SaveProblem};
use crate::entry::Header;
use crate::ident::{EntryId, ScenarioId};
use crate::key_value::StoreProblem;
use crate::merge::merge;
use crate::revision_graph::Known;
use crate::version_vector::VersionVector;
use tuowei_model::{Edit, Scenario};

/// More joins than this at once are left for the next time.
const MOST_JOINS: usize = 100;

/// So many joins behind each other are looked through for what two heads have in common.
const MOST_BASES: usize = 8;

/// How two heads become one.
enum Joined {
    Deleted,
    Scenario(Scenario),
}

impl Library {
    /// Joins the scenario's heads until there is one. Answers the second scenario that the followed entry went
    /// into, if it did.
    ///
    /// # Errors
    /// The store did not take what had to be written. All heads are still there.
    pub(super) fn merge_heads(
        &mut self,
        scenario: &ScenarioId,
        follow: Option<&EntryId>,
        news: &mut Vec<News>,
    ) -> Result<Option<ScenarioId>, SaveProblem> {
        let mut follow = follow.cloned();
        let mut moved = None;
        for _ in 0..MOST_JOINS {
            self.sync()?;
            let Some(graph) = self.graphs.get(scenario) else { break };
            let heads: Vec<Known> = graph.heads().iter().filter_map(|id| graph.entries.get(id)).cloned().collect();
            if heads.iter().any(Known::is_newer) {
                return Ok(moved.or(self.copy_beside_newer(scenario, &heads, follow.as_ref(), news)?));
            }
            let [left, right, ..] = heads.as_slice() else { break };
            let Some((joined, copy)) = self.join(scenario, &left.header, &right.header, news)? else { continue };
            if follow.as_ref() == Some(&right.header.id) && copy.is_some() {
                (moved, follow) = (copy, None);
            } else if follow.as_ref().is_some_and(|followed| [&left.header.id, &right.header.id].contains(&followed)) {
                follow = Some(joined);
            }
        }
        Ok(moved)
    }

    /// Writes one entry on top of two heads. Answers it, and the second scenario, if the right one had to become that;
    /// nothing when one of the heads is no longer there.
    fn join(
        &mut self,
        scenario: &ScenarioId,
        left: &Header,
        right: &Header,
        news: &mut Vec<News>,
    ) -> Result<Option<(EntryId, Option<ScenarioId>)>, SaveProblem> {
        let mut copy = None;
        let kept = match (self.content(scenario, &left.id)?, self.content(scenario, &right.id)?) {
            (Content::Deleted, Content::Deleted) => Joined::Deleted,
            (Content::Deleted, Content::Scenario(edited)) => {
                news.push(News::DeletionUndone(scenario.clone()));
                Joined::Scenario(self.undeleted(scenario, left, right, edited)?)
            }
            (Content::Scenario(edited), Content::Deleted) => {
                news.push(News::DeletionUndone(scenario.clone()));
                Joined::Scenario(self.undeleted(scenario, right, left, edited)?)
            }
            (Content::Scenario(kept), Content::Scenario(other)) if kept == other => Joined::Scenario(kept),
            (Content::Scenario(kept), Content::Scenario(other)) => {
                let base = self.base(scenario, &left.id, &right.id, MOST_BASES)?;
                match base.and_then(|base| merge(&base, &kept, &other)) {
                    Some(merged) => {
                        news.push(News::Merged(scenario.clone()));
                        Joined::Scenario(merged)
                    }
                    None => {
                        copy = Some(self.copy(scenario, right, other, news)?);
                        Joined::Scenario(kept)
                    }
                }
            }
            // One of them is gone or damaged: there are other heads now.
            _ => return Ok(None),
        };
        let mut seen = VersionVector::default();
        for head in [left, right] {
            seen.join(&head.seen);
            seen.add(&head.id);
        }
        let (deleted, name, content) = match &kept {
            Joined::Deleted => (true, left.name.clone(), None),
            Joined::Scenario(kept) => (false, kept.name().to_owned(), Some(kept)),
        };
        let header = Header {
            scenario: scenario.clone(),
            id: EntryId::joining(scenario, &left.id, &right.id),
            parent: Some(left.id.clone()),
            merged: Some(right.id.clone()),
            seen,
            created: left.created.min(right.created),
            time: left.time.max(right.time),
            deleted,
            name,
        };
        let joined = self.put(header, content.map(Into::into).as_ref(), Whose::Shared)?;
        Ok(Some((joined.id, copy)))
    }

    /// What was changed while another tab deleted it, together with what that tab had changed before. Where the two
    /// cannot be merged, what was deleted stays so.
    fn undeleted(
        &mut self,
        scenario: &ScenarioId,
        deletion: &Header,
        edit: &Header,
        edited: Scenario,
    ) -> Result<Scenario, SaveProblem> {
        let Some(parent) = &deletion.parent else { return Ok(edited) };
        let base = self.base(scenario, &deletion.id, &edit.id, MOST_BASES)?;
        let (Some(base), Some(deleted)) = (base, self.scenario_in(scenario, parent)?) else { return Ok(edited) };
        Ok(merge(&base, &deleted, &edited).unwrap_or(edited))
    }

    /// The scenario up to which the work behind two entries is the same, if that is known.
    ///
    /// Two tabs that each joined the other's work have two such entries behind them: then it is those two, joined.
    fn base(
        &mut self,
        scenario: &ScenarioId,
        left: &EntryId,
        right: &EntryId,
        most: usize,
    ) -> Result<Option<Scenario>, StoreProblem> {
        let bases = self.graphs.get(scenario).map(|graph| graph.bases(left, right)).unwrap_or_default();
        match bases.as_slice() {
            [base] => self.scenario_in(scenario, base),
            [one, two] if most > 0 => {
                let before = self.base(scenario, one, two, most - 1)?;
                let (one, two) = (self.scenario_in(scenario, one)?, self.scenario_in(scenario, two)?);
                let (Some(before), Some(one), Some(two)) = (before, one, two) else { return Ok(None) };
                Ok(merge(&before, &one, &two))
            }
            _ => Ok(None),
        }
    }

    fn scenario_in(&mut self, scenario: &ScenarioId, entry: &EntryId) -> Result<Option<Scenario>, StoreProblem> {
        Ok(match self.content(scenario, entry)? {
            Content::Scenario(content) => Some(content),
            Content::Deleted | Content::Newer(_) | Content::Gone => None,
        })
    }

    /// Keeps an entry as a second scenario, unless it is one already.
    fn copy(
        &mut self,
        scenario: &ScenarioId,
        entry: &Header,
        mut content: Scenario,
        news: &mut Vec<News>,
    ) -> Result<ScenarioId, SaveProblem> {
        let copy = scenario.of_copy(&entry.id);
        if self.graphs.contains_key(&copy) {
            return Ok(copy);
        }
        let name = (self.keeping.name_of_copy)(content.name());
        // A name can always be set.
        let _ = content.apply(&Edit::Rename(name.clone()));
        let header = Header {
            scenario: copy.clone(),
            id: EntryId::first_of_copy(),
            parent: None,
            merged: None,
            seen: VersionVector::default(),
            created: entry.time,
            time: entry.time,
            deleted: false,
            name: name.clone(),
        };
        self.put(header, Some(&(&content).into()), Whose::Shared)?;
        news.push(News::Copied { from: scenario.clone(), to: copy.clone(), name });
        Ok(copy)
    }

    /// A newer version of the page has written beside this one. Only it can join the two; until then what was
    /// written here is kept as a second scenario.
    fn copy_beside_newer(
        &mut self,
        scenario: &ScenarioId,
        heads: &[Known],
        follow: Option<&EntryId>,
        news: &mut Vec<News>,
    ) -> Result<Option<ScenarioId>, SaveProblem> {
        let mut followed = None;
        for head in heads.iter().filter(|head| !head.is_newer()) {
            if let Content::Scenario(content) = self.content(scenario, &head.header.id)? {
                let copy = self.copy(scenario, &head.header, content, news)?;
                if follow == Some(&head.header.id) {
                    followed = Some(copy);
                }
            }
        }
        Ok(followed)
    }

    /// The second scenario that an entry was kept as.
    pub(super) fn copy_of(&self, scenario: &ScenarioId, entry: &EntryId) -> Option<ScenarioId> {
        let copy = scenario.of_copy(entry);
        self.graphs.contains_key(&copy).then_some(copy)
    }
}
