//! Saving of the open scenario: on every committed edit, and a moment after any other.

use std::time::Duration;

use super::changes::AutosaveTimer;
use super::{Notice, Open, SaveState, Session};
use tuowei_storage::{Kind, Library, Listed, News, SaveOutcome, SaveProblem, ScenarioId, Split};

/// An edit that nobody commits, as the hand rests on the key, is stored after this.
pub const AUTOSAVE_AFTER: Duration = Duration::from_millis(800);

/// What the store refused is tried again after this.
pub const RETRY_AFTER: Duration = Duration::from_secs(5);

impl Session {
    /// Stores the open scenario if anything in it is not stored yet.
    pub fn commit(&mut self) {
        let left = self.has_unsaved_left();
        self.changes.autosave = Some(if left { AutosaveTimer::Retry } else { AutosaveTimer::Stop });
        self.store_settings();
        if self.unsaved {
            self.save();
        }
    }

    pub(super) fn saving_is_due(&mut self) {
        if self.open == Open::Official {
            return;
        }
        self.unsaved = true;
        self.changes.autosave = Some(AutosaveTimer::Start);
        self.set_save_state(SaveState::Editing);
    }

    pub(super) fn set_save_state(&mut self, state: SaveState) {
        let state = match state {
            SaveState::Saved(_) | SaveState::Editing if !self.lasting => SaveState::InMemoryOnly,
            SaveState::Saved(time) if self.waits_for_copy() => SaveState::Saving(time),
            state => state,
        };
        if self.save_state != state {
            self.save_state = state;
            self.changes.save_state = true;
        }
    }

    pub(super) fn save(&mut self) {
        let Open::Kept(id) = self.open.clone() else { return };
        self.unsaved = true;
        let time = self.environment.now();
        let outcome = self.library.as_mut().map(|library| match &mut self.permit {
            Some(permit) => library.save(permit, &self.scenario, time),
            // Never stored: a new scenario, or one whose first save was refused. That is tried with every save.
            None => library.create(&id, &self.scenario, time).map(|(permit, outcome)| {
                self.permit = Some(permit);
                outcome
            }),
        });
        match outcome {
            None => self.set_save_state(SaveState::NotSaved),
            Some(Err(problem)) => self.not_saved(problem),
            Some(Ok(outcome)) => self.take_in(outcome),
        }
        self.relist();
    }

    fn take_in(&mut self, outcome: SaveOutcome) {
        self.unsaved = false;
        self.refused = None;
        match outcome {
            SaveOutcome::Saved { saved, news } => {
                self.set_save_state(SaveState::Saved(saved.time.0));
                self.tell(&news);
            }
            SaveOutcome::Merged { saved, scenario, news } => {
                self.scenario = scenario;
                self.changes.scenario = true;
                self.changes.drop_drafts(false);
                self.set_save_state(SaveState::Saved(saved.time.0));
                self.tell(&news);
            }
            SaveOutcome::Split(split) => {
                // The planner stays with what is on the screen, under its new name.
                let Split { saved, mine, permit, news, .. } = *split;
                self.go_on_as(permit.scenario().clone());
                self.permit = Some(permit);
                self.scenario = mine;
                self.changes.scenario = true;
                self.set_save_state(SaveState::Saved(saved.time.0));
                self.tell(&news);
            }
        }
        if self.has_unsaved_left() {
            self.store_left();
        }
    }

    /// The work in the open scenario went into a second one, and goes on there, undo included.
    pub(super) fn go_on_as(&mut self, id: ScenarioId) {
        if let Open::Kept(former) = std::mem::replace(&mut self.open, Open::Kept(id.clone())) {
            self.history.moved(&former, &id);
            self.move_on_stage(former, &id);
        }
        self.changes.open = true;
    }

    pub(super) fn not_saved(&mut self, problem: SaveProblem) {
        self.set_save_state(SaveState::NotSaved);
        self.retry_is_due();
        // Once, and not with every try.
        if self.refused.replace(problem) != Some(problem) {
            self.say(Notice::NotStored(problem));
        }
    }

    pub(super) fn retry_is_due(&mut self) {
        self.changes.autosave = Some(AutosaveTimer::Retry);
    }

    /// Tells what became of work that two tabs did at the same time.
    pub(super) fn tell(&mut self, news: &[News]) {
        for item in news {
            let notice = match item {
                News::Merged(id) => Notice::Merged(self.name_of(id)),
                News::Copied { from, name, .. } => Notice::Split(self.name_of(from), name.clone()),
                News::DeletionUndone(id) => Notice::KeptDespiteDeletion(self.name_of(id)),
            };
            self.say(notice);
        }
    }

    /// Brings the list up to date with what is known of the store.
    pub(super) fn relist(&mut self) {
        let mut list: Vec<Listed> = self.library.as_ref().map(Library::list).unwrap_or_default();
        list.retain(|listed| listed.kind != Kind::Unreadable);
        self.list_unsaved(&mut list);
        if self.listed != list {
            self.listed = list;
            self.changes.listed = true;
        }
    }
}
