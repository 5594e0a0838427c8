//! Saving: write a new entry, read it back, join, make room. Only what was read back is called saved.

use super::scan::Content;
use super::{DeleteOutcome, Library, Loaded, News, SaveOutcome, SavePermit, SaveProblem, Saved, Split};
use crate::entry::{self, Header};
use crate::ident::{EntryId, Millis, ScenarioId};
use crate::key_value::StoreProblem;
use crate::schema::to_json;
use tuowei_model::{Edit, Scenario};

/// A scenario that is to be written, and how it is written.
pub(super) struct Payload<'a> {
    scenario: &'a Scenario,
    json: String,
}

impl<'a> From<&'a Scenario> for Payload<'a> {
    fn from(scenario: &'a Scenario) -> Self {
        Self { scenario, json: to_json(scenario) }
    }
}

/// Who may write an entry of this name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    /// This tab alone.
    Mine,
    /// Every tab that sees the same, with the same content.
    Shared,
}

impl Library {
    /// Saves a new scenario, or brings back a deleted one, under this identifier. After a problem it can be called
    /// again with the same one.
    ///
    /// # Errors
    /// Nothing was saved.
    pub fn create(
        &mut self,
        id: &ScenarioId,
        scenario: &Scenario,
        now: Millis,
    ) -> Result<(SavePermit, SaveOutcome), SaveProblem> {
        self.sync()?;
        let mut permit = SavePermit::new(id, self.new_line());
        if let Some(head) = self.graphs.get(id).and_then(|graph| graph.only_head()) {
            // A tombstone, or what this tab wrote itself before it knew that it was kept.
            if head.header.deleted || head.header.id.tab.as_str().starts_with(&format!("{}-", self.keeping.tab)) {
                permit.move_to(&head.header);
            }
        }
        let outcome = self.write(&mut permit, &scenario.into(), now)?;
        Ok((permit, outcome))
    }

    /// Saves a scenario on top of what the permit was given for. What other tabs have saved since is joined with it.
    ///
    /// # Errors
    /// Nothing was saved; the permit is as it was.
    pub fn save(
        &mut self,
        permit: &mut SavePermit,
        scenario: &Scenario,
        now: Millis,
    ) -> Result<SaveOutcome, SaveProblem> {
        self.sync()?;
        let payload = scenario.into();
        if let Some(saved) = self.unchanged(permit, &payload)? {
            return Ok(SaveOutcome::Saved { saved, news: Vec::new() });
        }
        self.write(permit, &payload, now)
    }

    /// Deletes a scenario, for all tabs. Its revisions stay for a while, and [`Self::create`] brings it back.
    ///
    /// # Errors
    /// It was not deleted; the permit is as it was.
    pub fn delete(&mut self, permit: &mut SavePermit, now: Millis) -> Result<DeleteOutcome, SaveProblem> {
        self.sync()?;
        let id = permit.scenario.clone();
        let name = self.graphs.get(&id).and_then(|graph| graph.leading_head()).map(|head| head.header.name.clone());
        self.put_mine(permit, name.unwrap_or_default(), None, now)?;
        let mut news = Vec::new();
        let _ = self.merge_heads(&id, permit.entry.as_ref(), &mut news);
        self.prune(&id, now);
        match self.head_content(permit, true) {
            Ok(Content::Scenario(scenario)) => Ok(DeleteOutcome::EditWon { scenario: Some(scenario), news }),
            Ok(Content::Newer(_)) => Ok(DeleteOutcome::EditWon { scenario: None, news }),
            Ok(Content::Deleted | Content::Gone) | Err(_) => Ok(DeleteOutcome::Deleted),
        }
    }

    /// What is saved already, if that is exactly this payload and nobody has written since.
    fn unchanged(&self, permit: &SavePermit, payload: &Payload<'_>) -> Result<Option<Saved>, StoreProblem> {
        let head = self.graphs.get(&permit.scenario).and_then(|graph| graph.only_head());
        let Some(head) = head.filter(|head| permit.entry.as_ref() == Some(&head.header.id)) else { return Ok(None) };
        let key = head.header.key();
        let text = self.store.get(&key)?;
        let same = text.is_some_and(|text| entry::parse(&key, &text).is_ok_and(|entry| entry.payload == payload.json));
        Ok(same.then_some(Saved { rev: head.header.id.rev, time: head.header.time }))
    }

    fn write(
        &mut self,
        permit: &mut SavePermit,
        payload: &Payload<'_>,
        now: Millis,
    ) -> Result<SaveOutcome, SaveProblem> {
        let id = permit.scenario.clone();
        let before = permit.entry.clone();
        if let Some(last) = self.last_of_all(permit) {
            return self.write_as_copy(&id, &last, permit, payload, now);
        }
        self.put_mine(permit, payload.scenario.name().to_owned(), Some(payload), now)?;
        let mut news = Vec::new();
        if let Some(copy) = before.and_then(|before| self.copy_of(&id, &before)) {
            // Another tab had to put aside what was saved here before, and this tab has not heard of it yet.
            let name = self.name_of(&copy);
            news.push(News::Copied { from: id.clone(), to: copy, name });
        }
        // From here on it is kept, whatever becomes of the rest: two heads can wait.
        let mine = permit.entry.clone();
        let saved = Saved { rev: mine.as_ref().map_or(0, |mine| mine.rev), time: now };
        let followed = self.merge_heads(&id, mine.as_ref(), &mut news).unwrap_or_default();
        // Another tab may have joined the two before this one could.
        let copy = followed.or_else(|| mine.and_then(|mine| self.copy_of(&id, &mine)));
        self.prune(&id, now);
        if let Some(copy) = copy
            && let Ok(Loaded::Ready(mine, permit_of_mine)) = self.open(&copy)
        {
            let theirs = match self.head_content(permit, false) {
                Ok(Content::Scenario(theirs)) => Some(theirs),
                _ => None,
            };
            return Ok(SaveOutcome::Split(Box::new(Split { saved, theirs, mine, permit: permit_of_mine, news })));
        }
        let head = self.graphs.get(&id).and_then(|graph| graph.leading_head());
        if head.is_some_and(|head| permit.entry.as_ref() == Some(&head.header.id)) {
            // It was read back a moment ago.
            return Ok(SaveOutcome::Saved { saved, news });
        }
        Ok(match self.head_content(permit, false) {
            Ok(Content::Scenario(now)) if now != *payload.scenario => {
                SaveOutcome::Merged { saved, scenario: now, news }
            }
            _ => SaveOutcome::Saved { saved, news },
        })
    }

    /// The entry behind which there is no revision any more. No page gets that far: it was forged.
    fn last_of_all(&self, permit: &SavePermit) -> Option<EntryId> {
        let head = self.graphs.get(&permit.scenario).and_then(|graph| graph.entries.keys().next_back());
        head.into_iter().chain(&permit.entry).find(|entry| !entry.can_be_followed()).cloned()
    }

    /// What can have no further revision goes on as a second scenario: the same for every tab.
    fn write_as_copy(
        &mut self,
        id: &ScenarioId,
        last: &EntryId,
        permit: &mut SavePermit,
        payload: &Payload<'_>,
        now: Millis,
    ) -> Result<SaveOutcome, SaveProblem> {
        let (to, name) = (id.of_copy(last), (self.keeping.name_of_copy)(payload.scenario.name()));
        let mut mine = payload.scenario.clone();
        // A name can always be given.
        let _ = mine.apply(&Edit::Rename(name.clone()));
        let theirs = match self.head_content(permit, false)? {
            Content::Scenario(theirs) => Some(theirs),
            Content::Deleted | Content::Newer(_) | Content::Gone => None,
        };
        let (permit, outcome) = self.create(&to, &mine, now)?;
        let mut news = vec![News::Copied { from: id.clone(), to, name }];
        let saved = match outcome {
            SaveOutcome::Split(split) => return Ok(SaveOutcome::Split(split)),
            SaveOutcome::Saved { saved, news: more } => {
                news.extend(more);
                saved
            }
            SaveOutcome::Merged { saved, scenario, news: more } => {
                news.extend(more);
                mine = scenario;
                saved
            }
        };
        Ok(SaveOutcome::Split(Box::new(Split { saved, theirs, mine, permit, news })))
    }

    /// Reads the scenario's head and moves the permit there, if it is a scenario that builds on what the permit was
    /// for. To a deletion the permit moves only when its holder hears of it.
    pub(super) fn head_content(
        &mut self,
        permit: &mut SavePermit,
        told_of_deletion: bool,
    ) -> Result<Content, StoreProblem> {
        let id = permit.scenario.clone();
        let Some(head) = self.graphs.get(&id).and_then(|graph| graph.leading_head()) else { return Ok(Content::Gone) };
        let builds_on = |entry: &EntryId| head.header.id == *entry || head.covers(entry);
        if !permit.entry.as_ref().is_none_or(builds_on) {
            return Ok(if head.is_newer() { Content::Newer(head.schema) } else { Content::Gone });
        }
        let header = head.header.clone();
        let content = self.content(&id, &header.id)?;
        if matches!(content, Content::Scenario(_)) || (told_of_deletion && matches!(content, Content::Deleted)) {
            permit.move_to(&header);
        }
        Ok(content)
    }

    /// Writes an entry on top of the permit's and moves the permit there. No content: a deletion.
    fn put_mine(
        &mut self,
        permit: &mut SavePermit,
        name: String,
        content: Option<&Payload<'_>>,
        now: Millis,
    ) -> Result<(), SaveProblem> {
        let graph = self.graphs.get(&permit.scenario);
        let newest_of_mine = graph.and_then(|graph| {
            let mine = |id: &EntryId| id.tab == permit.writer && permit.entry.as_ref().is_none_or(|entry| entry < id);
            graph.entries.iter().rev().find(|(id, _)| mine(id)).map(|(_, known)| known.header.clone())
        });
        if let Some(unsure) = newest_of_mine {
            // It was written, but could not be read back then.
            permit.move_to(&unsure);
        }
        let after_parent = permit.entry.as_ref().map_or(1, |entry| entry.rev.saturating_add(1));
        let mut seen = permit.seen.clone();
        seen.forget(|tab| graph.is_some_and(|graph| graph.entries.keys().any(|id| id.tab == *tab)));
        let header = Header {
            scenario: permit.scenario.clone(),
            id: EntryId {
                rev: graph.map_or(1, |graph| graph.next_rev()).max(after_parent),
                tab: permit.writer.clone(),
            },
            parent: permit.entry.clone(),
            merged: None,
            seen,
            created: permit.created.unwrap_or(now),
            time: now,
            deleted: content.is_none(),
            name,
        };
        let written = self.put(header, content, Whose::Mine)?;
        permit.move_to(&written);
        Ok(())
    }

    /// Writes an entry under a key where nothing is, and reads it back.
    pub(super) fn put(
        &mut self,
        mut header: Header,
        content: Option<&Payload<'_>>,
        whose: Whose,
    ) -> Result<Header, SaveProblem> {
        while let Some(present) = self.store.get(&header.key())? {
            if !header.id.is_sound() {
                return Err(SaveProblem::NotKept);
            }
            if whose == Whose::Shared && entry::parse(&header.key(), &present).is_ok() {
                self.take_in(&header.key(), &present);
                return Ok(header);
            }
            header.id.rev = header.id.rev.saturating_add(1);
        }
        if !header.id.is_sound() {
            return Err(SaveProblem::NotKept);
        }
        let (key, text) = (header.key(), header.to_text(content.map_or("", |content| &content.json)));
        let mut outcome = self.write_and_read_back(&key, &text, whose);
        if outcome == Err(SaveProblem::Store(StoreProblem::Full)) {
            self.make_room(key.len() + text.len(), &header);
            outcome = self.write_and_read_back(&key, &text, whose);
        }
        outcome?;
        self.take_in(&key, &text);
        if let Some(content) = content {
            self.note(&header.scenario, &header.id, content.scenario);
        }
        Ok(header)
    }

    fn write_and_read_back(&self, key: &str, text: &str, whose: Whose) -> Result<(), SaveProblem> {
        let written = self.store.set(key, text);
        let problem = written.err().map_or(SaveProblem::NotKept, SaveProblem::Store);
        match self.store.get(key) {
            Ok(Some(kept)) if kept == text => Ok(()),
            Ok(Some(kept)) if whose == Whose::Shared && entry::parse(key, &kept).is_ok() => Ok(()),
            Ok(Some(_)) => {
                // Half of what was just written: nobody has been told that it is saved.
                let _ = self.store.remove(key);
                Err(problem)
            }
            Ok(None) => Err(problem),
            Err(unreadable) => Err(written.err().unwrap_or(unreadable).into()),
        }
    }

    fn name_of(&self, scenario: &ScenarioId) -> String {
        let head = self.graphs.get(scenario).and_then(|graph| graph.leading_head());
        head.map(|head| head.header.name.clone()).unwrap_or_default()
    }
}
