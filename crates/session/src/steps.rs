//! Undo and redo across scenarios.
//!
//! A step is about one scenario and never touches another one. If that is not open, it is opened; if it was deleted, it
//! comes back as this session last had it. A step that the store or a reference stands in the way of stays where it was
//! and can be tried again. A step that can never be applied again, as its scenario has another content by now or belongs to
//! a newer version of the page, is given up with a message, so that the steps before it can be reached.

use super::opening::Opened;
use super::scenarios::Deleted;
use super::{Notice, Open, Session};
use tuowei_model::{Edit, Place};
use tuowei_storage::{Change, Gesture, SavePermit, ScenarioId, Step};

/// What became of a step.
enum Outcome {
    Done,
    /// It may be applied another time.
    NotYet,
    /// It is given up.
    Never,
}

impl Session {
    /// Takes back the last step, in whichever scenario it was.
    pub fn undo(&mut self) {
        let Some(change) = self.history.undo() else { return };
        match self.carry_out(change) {
            Outcome::Done => {}
            Outcome::NotYet => _ = self.history.redo(),
            Outcome::Never => self.history.forget_undone(),
        }
        self.changes.history = true;
    }

    /// Does the last undone step again.
    pub fn redo(&mut self) {
        let Some(change) = self.history.redo() else { return };
        match self.carry_out(change) {
            Outcome::Done => {}
            Outcome::NotYet => _ = self.history.undo(),
            Outcome::Never => self.history.forget_done(),
        }
        self.changes.history = true;
    }

    fn carry_out(&mut self, change: Change) -> Outcome {
        match change {
            Change::Edit(id, edit) => self.edit_again(&id, &edit),
            Change::Create(id, content) => {
                if self.put_back(&id, *content) {
                    Outcome::Done
                } else {
                    Outcome::Never
                }
            }
            Change::Delete(id) => match self.take_away(&id) {
                Deleted::Gone => Outcome::Done,
                Deleted::NotYet => Outcome::NotYet,
                Deleted::Never => Outcome::Never,
            },
        }
    }

    /// Applies a step's edit to the scenario that it is of.
    fn edit_again(&mut self, id: &ScenarioId, edit: &Edit) -> Outcome {
        if self.open != Open::Kept(id.clone()) {
            self.commit();
        }
        match self.try_to_open(id) {
            Opened::Ready => {}
            Opened::Gone(permit) => return self.bring_back(id, edit, permit),
            Opened::Unreadable(texts) => {
                self.say(Notice::Damaged(texts));
                return self.bring_back(id, edit, None);
            }
            Opened::Newer => {
                self.say(Notice::StoredByNewer(self.name_of(id)));
                return Outcome::Never;
            }
            Opened::Refused(problem) => {
                self.say(Notice::NotStored(problem.into()));
                return Outcome::NotYet;
            }
        }
        self.apply_step(edit)
    }

    /// The scenario is not there, or not readable any more: it comes back as this session last had it.
    fn bring_back(&mut self, id: &ScenarioId, edit: &Edit, permit: Option<SavePermit>) -> Outcome {
        let Some(content) = self.left.get(id).map(|left| left.scenario.clone()) else {
            self.say(Notice::ScenarioGone);
            return Outcome::Never;
        };
        let name = content.name().to_owned();
        self.keep_as(id, content, permit);
        self.say(Notice::BroughtBack(name));
        self.apply_step(edit)
    }

    /// The scenario of the step is open by now.
    fn apply_step(&mut self, edit: &Edit) -> Outcome {
        if self.scenario.frozen() && !edit.places().contains(&Place::Frozen) {
            self.say(Notice::StepOfReference(self.scenario.name().to_owned()));
            return Outcome::NotYet;
        }
        if self.scenario.apply(edit).is_err() {
            self.say(Notice::StepGivenUp(self.scenario.name().to_owned()));
            return Outcome::Never;
        }
        self.changes.scenario = true;
        self.note_on_stage(edit);
        self.changes.drop_drafts(false);
        self.saving_is_due();
        self.commit();
        Outcome::Done
    }

    pub(super) fn record(&mut self, step: Step, gesture: Option<Gesture>) {
        self.history.record(step, gesture);
        self.changes.history = true;
    }
}
