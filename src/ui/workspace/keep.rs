//! Saving of the open scenario: on every committed edit, and a moment after any other.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser::now;
use crate::storage::{Millis, News, SaveOutcome, SaveProblem, Split, StoreProblem};
use crate::text::{Message, Word};

use super::{Open, SaveState, Workspace};

/// An edit that nobody commits, as the hand rests on the key, is stored after this.
const AUTOSAVE: Duration = Duration::from_millis(800);

impl Workspace {
    /// Stores the open scenario if anything in it is not stored yet.
    pub fn commit(self) {
        let due = self.kept.try_update_value(|kept| {
            if let Some(timer) = kept.autosave.take() {
                timer.clear();
            }
            kept.unsaved
        });
        if due == Some(true) {
            self.save();
        }
    }

    pub(super) fn saving_is_due(self) {
        if self.open.with_untracked(|open| *open == Open::Official) {
            return;
        }
        let timer = set_timeout_with_handle(move || self.commit(), AUTOSAVE).ok();
        self.kept.update_value(|kept| {
            kept.unsaved = true;
            if let Some(earlier) = std::mem::replace(&mut kept.autosave, timer) {
                earlier.clear();
            }
        });
        self.set_state(SaveState::Editing);
    }

    pub(super) fn set_state(self, state: SaveState) {
        let lasting = self.kept.with_value(|kept| kept.lasting);
        let state = match state {
            SaveState::Saved(_) | SaveState::Editing if !lasting => SaveState::InMemoryOnly,
            state => state,
        };
        if self.save_state.get_untracked() != state {
            self.save_state.set(state);
        }
    }

    pub(super) fn save(self) {
        let Open::Kept(id) = self.open.get_untracked() else { return };
        let scenario = self.scenario.get_untracked();
        let time = Millis(now());
        let outcome = self.kept.try_update_value(|kept| {
            let library = kept.library.as_mut()?;
            Some(match &mut kept.permit {
                Some(permit) => library.save(permit, &scenario, time),
                // The first save of a copy was refused: it is tried again with every later one.
                None => library.create(&id, &scenario, time).map(|(permit, outcome)| {
                    kept.permit = Some(permit);
                    outcome
                }),
            })
        });
        match outcome.flatten() {
            None => self.set_state(SaveState::NotSaved),
            Some(Err(problem)) => self.report_problem(problem),
            Some(Ok(outcome)) => self.take_in(outcome),
        }
        self.relist();
    }

    fn take_in(self, outcome: SaveOutcome) {
        self.kept.update_value(|kept| kept.unsaved = false);
        match outcome {
            SaveOutcome::Saved { saved, news } => {
                self.set_state(SaveState::Saved(saved.time.0));
                self.report(&news);
            }
            SaveOutcome::Merged { saved, scenario, news } => {
                self.scenario.set(scenario);
                self.set_state(SaveState::Saved(saved.time.0));
                self.drop_drafts(false);
                self.report(&news);
            }
            SaveOutcome::Split(split) => {
                // The planner stays with what is on the screen, under its new name.
                let Split { saved, mine: content, permit, news, .. } = *split;
                let mine = permit.scenario().clone();
                if let Open::Kept(former) = self.open.get_untracked() {
                    self.kept.update_value(|kept| kept.history.moved(&former, &mine));
                }
                self.kept.update_value(|kept| kept.permit = Some(permit));
                self.open.set(Open::Kept(mine));
                self.scenario.set(content);
                self.set_state(SaveState::Saved(saved.time.0));
                self.report(&news);
            }
        }
    }

    pub(super) fn report_problem(self, problem: SaveProblem) {
        self.set_state(SaveState::NotSaved);
        let word = match problem {
            SaveProblem::Store(StoreProblem::Denied) => Word::StorageDenied,
            SaveProblem::Store(StoreProblem::Full) => Word::StorageFull,
            SaveProblem::Store(StoreProblem::Failed) | SaveProblem::NotKept => Word::StorageFailed,
        };
        self.notices.keep(word.in_language(self.language.get_untracked()).to_owned());
    }

    /// Tells what became of work that two tabs did at the same time.
    pub(super) fn report(self, news: &[News]) {
        for item in news {
            let text = match item {
                News::Merged(id) => Message::Merged(&self.name_of(id)).in_language(self.language.get_untracked()),
                News::Copied { from, name, .. } => {
                    Message::Split(&self.name_of(from), name).in_language(self.language.get_untracked())
                }
                News::DeletionUndone(id) => {
                    Message::KeptDespiteDeletion(&self.name_of(id)).in_language(self.language.get_untracked())
                }
            };
            self.notices.keep(text);
        }
    }
}
