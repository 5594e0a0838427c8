//! What is done to the open scenario while it is presented, apart from what other tabs do to it meanwhile.

use super::{Open, Session};
use tuowei_model::{Edit, Place, Scenario};
use tuowei_storage::ScenarioId;

/// A presentation: what was on the stage when it began, and what was done on it.
pub(super) struct Stage {
    /// What was open when it began.
    from: Open,
    /// What is changed: the same, or the copy that the first change started, or that the work went on in.
    at: Open,
    /// The scenario as it was when it began.
    before: Scenario,
    /// What was done on the stage.
    acts: Vec<Edit>,
}

impl Stage {
    /// The scenario as it was, with what was done on the stage and with nothing else.
    fn changed(&self) -> Scenario {
        let mut changed = self.before.clone();
        for edit in &self.acts {
            // What it does not take by itself rests on what another tab did, and stays with that.
            let _ = changed.apply(edit);
        }
        changed
    }
}

impl Session {
    /// A presentation of the open scenario begins.
    pub fn begin_stage(&mut self) {
        let (from, at) = (self.open.clone(), self.open.clone());
        self.stage = Some(Box::new(Stage { from, at, before: self.scenario.clone(), acts: Vec::new() }));
    }

    /// It ends, and what was done stays.
    pub fn end_stage(&mut self) {
        self.stage = None;
    }

    /// Whether anything was done on the stage that still stands.
    #[must_use]
    pub fn is_staged(&self) -> bool {
        // A scenario that is gone took with it what was done.
        self.stage
            .as_ref()
            .is_some_and(|stage| self.open == stage.at && (stage.at != stage.from || stage.changed() != stage.before))
    }

    /// Ends the presentation and takes back what was done on the stage. What other tabs changed meanwhile stays, in the
    /// same cells as well.
    pub fn drop_staged(&mut self) {
        if !self.is_staged() {
            return self.end_stage();
        }
        // What is not stored yet may be joined with what another tab stored.
        self.commit();
        let Some(stage) = self.stage.take().filter(|stage| self.open == stage.at) else { return };
        let changed = stage.changed();
        let mut of_others = places(&changed.edits_towards(&self.scenario));
        // A copy has a name of its own.
        of_others.retain(|place| *place != Place::Name);
        if stage.at != stage.from && of_others.is_empty() {
            // A scenario that there is only because of the presentation.
            self.delete();
            if self.open != stage.at {
                self.switch_to(&stage.from);
            }
            return;
        }
        let mut edits = changed.edits_towards(&stage.before);
        edits.retain(|edit| !edit.places().iter().any(|place| of_others.contains(place)));
        if self.apply_once(&Edit::Batch(edits.clone())).is_ok() {
            return;
        }
        // Another tab's bounds stand in the way of some of them.
        let gesture = self.new_gesture();
        for edit in edits {
            let _ = self.apply(&edit, gesture);
        }
        self.changes.drop_drafts(false);
        self.commit();
    }

    /// The open scenario was changed here.
    pub(super) fn note_on_stage(&mut self, edit: &Edit) {
        if let Some(stage) = &mut self.stage
            && stage.at == self.open
        {
            stage.acts.push(edit.clone());
        }
    }

    /// A copy of what was open goes on in its place, without any change yet.
    pub(super) fn copy_on_stage(&mut self, former: &Open) {
        if let Some(stage) = &mut self.stage
            && (stage.at == *former || stage.from == *former)
        {
            stage.at = self.open.clone();
            stage.before = self.scenario.clone();
            stage.acts.clear();
        }
    }

    /// The work on the stage goes on in another scenario.
    pub(super) fn move_on_stage(&mut self, former: ScenarioId, to: &ScenarioId) {
        if let Some(stage) = &mut self.stage
            && stage.at == Open::Kept(former)
        {
            stage.at = Open::Kept(to.clone());
        }
    }
}

fn places(edits: &[Edit]) -> Vec<Place> {
    edits.iter().flat_map(Edit::places).collect()
}
