//! Edits of the open scenario. What is read-only is never changed: an edit starts a copy of it.

use super::{Notice, Open, Session};
use tuowei_model::{Edit, EditProblem};
use tuowei_storage::{Gesture, ScenarioId, Step};

impl Session {
    /// Changes the open scenario. It is stored with the next [`Self::commit`].
    ///
    /// # Errors
    /// The scenario does not take the edit; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit, gesture: Gesture) -> Result<(), EditProblem> {
        if self.is_read_only() && !self.lifts_the_reference(edit) {
            let mut trial = self.scenario.clone();
            trial.apply(edit)?;
            if trial == self.scenario {
                return Ok(());
            }
            self.start_copy();
        }
        let inverse = self.scenario.apply(edit)?;
        self.changes.scenario = true;
        self.note_on_stage(edit);
        if let Open::Kept(scenario) = &self.open {
            self.record(Step::Edited { scenario: scenario.clone(), forward: edit.clone(), inverse }, Some(gesture));
        }
        self.saving_is_due();
        Ok(())
    }

    /// One edit that is a movement of the hand by itself; stored at once.
    ///
    /// # Errors
    /// The scenario does not take the edit; nothing is changed then.
    pub fn apply_once(&mut self, edit: &Edit) -> Result<(), EditProblem> {
        let gesture = self.new_gesture();
        self.apply(edit, gesture)?;
        self.changes.drop_drafts(false);
        self.commit();
        Ok(())
    }

    /// Takes everything that the official plan states back to it; what the planner surveyed stays.
    pub fn restore_all(&mut self) {
        let Some(plan) = self.reference() else { return };
        let edits = self.scenario.edits_back_to(&plan);
        // Each leads to a state of the plan itself, so it cannot be refused.
        let _ = self.apply_once(&Edit::Batch(edits));
    }

    /// Whether what is open cannot be changed: the official plan, or a reference.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.open == Open::Official || self.scenario.frozen()
    }

    /// A reference is only ever lifted as such; any other edit starts a copy.
    fn lifts_the_reference(&self, edit: &Edit) -> bool {
        self.open != Open::Official && matches!(edit, Edit::SetFrozen(_))
    }

    /// The copy that an edit of what is read-only starts.
    fn start_copy(&mut self) {
        let name = self.free_name();
        let mut content = self.scenario.clone();
        // A reference can always be lifted, and a name be given.
        let _ = content.apply(&Edit::SetFrozen(false));
        let _ = content.apply(&Edit::Rename(name.clone()));
        let id = ScenarioId::from_seed(self.environment.seed());
        self.commit();
        self.leave();
        // The typing that starts the copy goes on in it: no input drops what it holds.
        let former = std::mem::replace(&mut self.open, Open::Kept(id.clone()));
        self.scenario = content.clone();
        self.copy_on_stage(&former);
        (self.changes.open, self.changes.scenario) = (true, true);
        self.save();
        self.record(Step::Created { scenario: id, content: Box::new(content) }, None);
        self.say(Notice::CopyStarted(name));
    }
}
