//! Reading the store, opening a scenario, leaving one.

use super::{Notice, Open, SaveState, Session};
use tuowei_model::{Scenario, official_plan};
use tuowei_storage::{
    BUDGET, Keeping, Kind, LastOpen, Library, Loaded, Quarantined, SavePermit, ScenarioId, StoreProblem, TabId,
};
use tuowei_text::Message;

/// A scenario that is not open any more, as it was when it was left.
pub(super) struct Left {
    pub(super) scenario: Scenario,
    /// What the store had refused when it was left, with the right to save it.
    pub(super) unsaved: Option<Option<SavePermit>>,
}

/// What became of opening a scenario.
pub(super) enum Opened {
    /// It is open.
    Ready,
    /// It is not there: deleted, which the permit allows to save over, or never stored.
    Gone(Option<SavePermit>),
    /// Nothing of it can be read.
    Unreadable(Vec<Quarantined>),
    /// A newer version of the page stored it.
    Newer,
    /// The store cannot be read.
    Refused(StoreProblem),
}

impl Session {
    /// Reads the whole store, and tells what is wrong with it.
    pub(super) fn load(&mut self) {
        let environment = self.environment.clone();
        let keeping = Keeping {
            tab: TabId::from_seed(environment.seed()),
            name_of_copy: Box::new(move |name| Message::OtherTabsSide(name).in_language(environment.language())),
            budget: BUDGET,
        };
        match Library::load(Box::new(self.mirror.clone()), keeping) {
            Ok((library, report)) => {
                let damaged: Vec<Quarantined> = library.quarantined().cloned().collect();
                self.library = Some(library);
                self.relist();
                self.tell(&report.news);
                if !damaged.is_empty() {
                    self.say(Notice::Damaged(damaged));
                }
                let newer = self.listed.iter().filter(|listed| listed.kind == Kind::Newer);
                let newer: Vec<Notice> = newer.map(|listed| Notice::StoredByNewer(listed.name.clone())).collect();
                self.changes.notices.extend(newer);
            }
            // What cannot be read is not written to either.
            Err(_) => self.lasting = false,
        }
        if !self.lasting || self.library.is_none() {
            self.say(Notice::NotStored(StoreProblem::Denied.into()));
        }
    }

    /// Joins what is new in the store with what was there.
    pub(super) fn join_all(&mut self) -> Result<(), StoreProblem> {
        let Some(library) = &mut self.library else { return Ok(()) };
        let news = library.join_all()?.news;
        self.tell(&news);
        self.relist();
        Ok(())
    }

    /// What a session begins with: the scenario that was open last, if it is still there, else the official plan; the
    /// newest where nobody knows which one it was.
    pub(super) fn first_to_open(&self, last: &LastOpen) -> Open {
        last.among(&self.listed).map_or(Open::Official, |last| Open::Kept(last.clone()))
    }

    /// Opens another scenario, or says why it cannot be opened. What was open must be stored by then, as far as the
    /// store takes it.
    pub(super) fn show(&mut self, open: &Open) {
        let Open::Kept(id) = open else { return self.show_official() };
        match self.try_to_open(id) {
            Opened::Ready => {}
            Opened::Gone(_) => self.say(Notice::ScenarioGone),
            Opened::Unreadable(texts) => self.say(Notice::Damaged(texts)),
            Opened::Newer => self.say(Notice::StoredByNewer(self.name_of(id))),
            Opened::Refused(problem) => self.say(Notice::NotStored(problem.into())),
        }
        // The list shows what is open, also after a refusal.
        self.changes.listed = true;
    }

    pub(super) fn show_official(&mut self) {
        if self.open == Open::Official {
            return;
        }
        self.put_on_page(Open::Official, official_plan().clone(), None);
        self.set_save_state(SaveState::ReadOnly);
    }

    /// Opens a scenario if that can be done; else what is open stays.
    pub(super) fn try_to_open(&mut self, id: &ScenarioId) -> Opened {
        let open = Open::Kept(id.clone());
        if self.open == open {
            return Opened::Ready;
        }
        if let Some(unsaved) = self.left.get_mut(id).and_then(|left| left.unsaved.take()) {
            // What the store refused then is here and nowhere else. Storing it joins what is stored since.
            if let Some(left) = self.left.remove(id) {
                self.put_on_page(open, left.scenario, unsaved);
                self.save();
            }
            return Opened::Ready;
        }
        match self.library.as_mut().map(|library| library.open(id)) {
            Some(Ok(Loaded::Ready(scenario, permit))) => {
                self.put_on_page(open, scenario, Some(permit));
                let latest = self.listed.iter().find(|listed| listed.id == *id).and_then(|listed| listed.latest);
                let time = latest.map_or_else(|| self.environment.now(), |saved| saved.time);
                self.set_save_state(SaveState::Saved(time.0));
                Opened::Ready
            }
            Some(Ok(Loaded::Newer(_))) => Opened::Newer,
            Some(Ok(Loaded::Unreadable(texts))) => Opened::Unreadable(texts),
            Some(Ok(Loaded::Deleted(permit))) => Opened::Gone(Some(permit)),
            Some(Ok(Loaded::Absent)) | None => Opened::Gone(None),
            Some(Err(problem)) => Opened::Refused(problem),
        }
    }

    /// Puts a scenario on the page that is not stored, or was deleted, and stores it under this identifier.
    pub(super) fn keep_as(&mut self, id: &ScenarioId, content: Scenario, permit: Option<SavePermit>) {
        self.put_on_page(Open::Kept(id.clone()), content, permit);
        self.save();
    }

    fn put_on_page(&mut self, open: Open, scenario: Scenario, permit: Option<SavePermit>) {
        self.leave();
        self.open = open;
        self.scenario = scenario;
        self.permit = permit;
        (self.changes.open, self.changes.scenario) = (true, true);
        self.changes.drop_drafts(true);
        if self.has_unsaved_left() {
            self.relist();
        }
    }

    /// Another scenario is about to be open. Remembers this one as far as it may be needed: for a step that is undone
    /// after it was deleted elsewhere, or as the store does not take it.
    pub(super) fn leave(&mut self) {
        let permit = self.permit.take();
        let unsaved = std::mem::take(&mut self.unsaved).then_some(permit);
        let Open::Kept(id) = &self.open else { return };
        if unsaved.is_some() || self.history.is_about(id) {
            self.left.insert(id.clone(), Left { scenario: self.scenario.clone(), unsaved });
        } else {
            self.left.remove(id);
        }
    }
}
