//! The planner's scenarios: switching, making, naming, deleting, versions.

use super::opening::Opened;
use super::{Notice, Open, Session};
use tuowei_model::{Edit, Scenario};
use tuowei_storage::{DeleteOutcome, EntryId, Loaded, ScenarioId, Step};
use tuowei_text::Message;

/// An earlier version of the open scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub rev: u64,
    /// When it was stored, in milliseconds since 1970.
    pub time: i64,
    /// The scenario's name then.
    pub name: String,
    id: EntryId,
}

impl Session {
    /// Opens another scenario.
    pub fn switch_to(&mut self, open: &Open) {
        self.commit();
        self.show(open);
    }

    /// A new scenario with the figures of the region's official plan, or with none where there is no plan.
    pub fn new_scenario(&mut self) {
        self.commit();
        let content = match self.reference() {
            Some(plan) => thawed(&plan),
            None => Scenario::empty("", self.scenario.region().clone()),
        };
        self.make(content, &self.free_name());
    }

    /// A copy of the open scenario.
    pub fn duplicate(&mut self) {
        self.commit();
        let name = match self.open {
            Open::Official => self.free_name(),
            Open::Kept(_) => self.name_for(self.scenario.name()),
        };
        self.make(thawed(&self.scenario), &name);
    }

    /// A new scenario with this content and name; it is open then, and undo takes it away again.
    pub fn make(&mut self, mut content: Scenario, name: &str) {
        // A name can always be given.
        let _ = content.apply(&Edit::Rename(name.to_owned()));
        self.commit();
        let id = ScenarioId::from_seed(self.environment.seed());
        self.keep_as(&id, content.clone(), None);
        self.record(Step::Created { scenario: id, content: Box::new(content) }, None);
    }

    /// Gives the open scenario another name; the official plan keeps its own.
    pub fn rename(&mut self, name: &str) {
        if self.open != Open::Official {
            // A name can always be given.
            let _ = self.apply_once(&Edit::Rename(name.to_owned()));
        }
    }

    /// Deletes the open scenario; undo brings it back.
    pub fn delete(&mut self) {
        let Open::Kept(id) = self.open.clone() else { return };
        self.commit();
        let content = Box::new(self.scenario.clone());
        let name = content.name().to_owned();
        if self.take_away(&id) == Deleted::Gone {
            self.record(Step::Deleted { scenario: id, content }, None);
            self.say(Notice::Deleted(name));
        }
    }

    /// The stored versions of the open scenario, the newest first.
    #[must_use]
    pub fn versions(&self) -> Vec<Version> {
        let (Open::Kept(id), Some(library)) = (&self.open, &self.library) else { return Vec::new() };
        let kept = library.revisions(id).into_iter().filter(|revision| !revision.deleted);
        kept.map(|of| Version { rev: of.id.rev, time: of.time.0, name: of.name, id: of.id }).collect()
    }

    /// Opens an earlier version as a scenario of its own. `time` is its time as the new name says it.
    pub fn open_version(&mut self, version: &Version, time: &str) {
        let Open::Kept(id) = self.open.clone() else { return };
        self.commit();
        let content = self.library.as_mut().and_then(|library| library.open_revision(&id, &version.id).ok().flatten());
        match content {
            Some(content) => {
                let name = Message::VersionOf(&version.name, time).in_language(self.environment.language());
                self.make(content, &name);
            }
            None => self.say(Notice::VersionGone),
        }
    }

    /// A stored scenario, only to be looked at; nothing where it cannot be read.
    pub fn read(&mut self, id: &ScenarioId) -> Option<Scenario> {
        match self.library.as_mut()?.open(id) {
            // The right to save it is given back.
            Ok(Loaded::Ready(scenario, _)) => Some(scenario),
            _ => None,
        }
    }

    /// Deletes a scenario, and leaves it if it is open. Of another one nothing is shown.
    pub(super) fn take_away(&mut self, id: &ScenarioId) -> Deleted {
        let before = self.open.clone();
        let time = self.environment.now();
        let elsewhere = before != Open::Kept(id.clone());
        if elsewhere {
            self.commit();
        }
        let Some(library) = self.library.as_mut() else { return self.gone(id, elsewhere) };
        let outcome = if elsewhere {
            match library.open(id) {
                Ok(Loaded::Ready(_, mut permit)) => Some(library.delete(&mut permit, time)),
                Ok(Loaded::Newer(_)) => {
                    self.say(Notice::StoredByNewer(self.name_of(id)));
                    return Deleted::Never;
                }
                // Nothing of it can be shown, and nothing is there to delete; the raw texts stay.
                Ok(Loaded::Deleted(_) | Loaded::Absent | Loaded::Unreadable(_)) => None,
                Err(problem) => Some(Err(problem.into())),
            }
        } else {
            self.permit.as_mut().map(|permit| library.delete(permit, time))
        };
        let deleted = match outcome {
            Some(Ok(DeleteOutcome::Deleted)) | None => self.gone(id, elsewhere),
            Some(Ok(DeleteOutcome::EditWon { scenario, news })) => {
                self.tell(&news);
                match scenario {
                    None => {
                        self.say(Notice::StoredByNewer(self.name_of(id)));
                        Deleted::Never
                    }
                    Some(scenario) => {
                        if !elsewhere {
                            self.scenario = scenario;
                            self.changes.scenario = true;
                            self.changes.drop_drafts(false);
                        }
                        Deleted::NotYet
                    }
                }
            }
            Some(Err(problem)) => {
                // Of the open scenario itself the last state may not be stored either.
                if elsewhere {
                    self.say(Notice::NotStored(problem))
                } else {
                    self.not_saved(problem)
                }
                Deleted::NotYet
            }
        };
        self.relist();
        deleted
    }

    fn gone(&mut self, id: &ScenarioId, elsewhere: bool) -> Deleted {
        if elsewhere {
            // It is not brought back for what the store refused before.
            if let Some(left) = self.left.get_mut(id) {
                left.unsaved = None;
            }
        } else {
            self.unsaved = false;
            self.show_official();
        }
        Deleted::Gone
    }

    /// Brings a deleted or undone scenario back under its own identifier. Answers whether it is there.
    pub(super) fn put_back(&mut self, id: &ScenarioId, content: Scenario) -> bool {
        self.commit();
        match self.try_to_open(id) {
            Opened::Ready => {}
            Opened::Gone(permit) => self.keep_as(id, content, permit),
            // What is stored stays: saving only ever adds.
            Opened::Unreadable(_) | Opened::Refused(_) => self.keep_as(id, content, None),
            Opened::Newer => {
                self.say(Notice::StoredByNewer(self.name_of(id)));
                return false;
            }
        }
        true
    }
}

/// What became of a deletion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deleted {
    /// It is not there any more.
    Gone,
    /// The store refused, or another tab changed it meanwhile.
    NotYet,
    /// It is another version's, and stays.
    Never,
}

/// A copy that is no reference.
fn thawed(scenario: &Scenario) -> Scenario {
    let mut copy = scenario.clone();
    // It can always be lifted.
    let _ = copy.apply(&Edit::SetFrozen(false));
    copy
}
