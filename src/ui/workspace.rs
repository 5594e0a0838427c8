//! The open scenario, what follows from it, and the one door through which it changes.
//!
//! event → [`Edit`] → [`Workspace::apply`] → the scenario's signal → the outcome's memo → the page. Undo, saving and
//! other tabs follow from the same door.

mod keep;
mod library;
mod tabs;

pub use library::Version;

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use crate::browser::PageStore;
use crate::model::{
    Edit, EditProblem, Outcome, Region, RuleKind, Scenario, evaluate, official_plan, official_plan_of, reference_of,
};
use crate::storage::{Change, Gesture, History, Kind, Library, Listed, Loaded, SavePermit, Saved, ScenarioId, Step};
use crate::text::Language;

use super::drafts::DropDrafts;
use super::notices::Notices;

/// Which scenario is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// The official plan, which cannot be changed: an edit starts a copy.
    Official,
    /// A scenario of the planner's own.
    Kept(ScenarioId),
}

/// How the open scenario stands against what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The official plan needs no saving.
    ReadOnly,
    /// There are edits that are not stored yet.
    Editing,
    /// Everything is stored, since this time (milliseconds since 1970).
    Saved(i64),
    /// The store refused; the edits are only on the page.
    NotSaved,
    /// There is no store at all.
    InMemoryOnly,
}

/// What is not shown but kept: the stored scenarios, the right to save, undo.
struct Kept {
    library: Option<Library>,
    permit: Option<SavePermit>,
    history: History,
    gestures: u64,
    /// Whether what is kept outlives the page.
    lasting: bool,
    unsaved: bool,
    autosave: Option<TimeoutHandle>,
    /// Which stored scenarios were looked at for a reference, as they were stored then, and what was found.
    looked_at: Vec<(ScenarioId, Option<Saved>, Option<Arc<Scenario>>)>,
}

impl Kept {
    /// The stored scenario that is frozen as the reference of this region. Each is read once, and again when it was
    /// stored anew.
    fn frozen(&mut self, region: &Region, listed: &[Listed]) -> Option<Arc<Scenario>> {
        let library = self.library.as_mut()?;
        let is_candidate = |one: &&Listed| {
            one.kind == Kind::Ready && one.frozen && one.region.as_ref().is_some_and(|of| of.id == region.id())
        };
        for one in listed.iter().filter(is_candidate) {
            if self.looked_at.iter().any(|(id, latest, _)| *id == one.id && *latest == one.latest) {
                continue;
            }
            let found = match library.open(&one.id) {
                Ok(Loaded::Ready(scenario, _)) if scenario.frozen() => Some(Arc::new(scenario)),
                _ => None,
            };
            self.looked_at.retain(|(id, ..)| *id != one.id);
            self.looked_at.push((one.id.clone(), one.latest, found));
        }
        self.looked_at.retain(|(id, ..)| listed.iter().filter(is_candidate).any(|one| one.id == *id));
        let frozen = || self.looked_at.iter().filter_map(|(_, _, found)| found.as_ref());
        let chosen = reference_of(region, frozen().map(|found| &**found))?;
        frozen().find(|found| std::ptr::eq(&***found, chosen)).cloned()
    }
}

/// The scenarios and the one that is open. They live as long as the page, and so are held by an address.
#[derive(Clone, Copy)]
pub struct Workspace(&'static WorkspaceState);

impl Deref for Workspace {
    type Target = WorkspaceState;

    fn deref(&self) -> &WorkspaceState {
        self.0
    }
}

/// What a [`Workspace`] holds.
pub struct WorkspaceState {
    /// The open scenario.
    pub scenario: RwSignal<Scenario>,
    /// Which one it is.
    pub open: RwSignal<Open>,
    /// What follows from it.
    pub outcome: Memo<Outcome>,
    /// Its region; changes only when another region's scenario is opened.
    pub region: Memo<Arc<Region>>,
    /// The target rule in force.
    pub rule: Memo<RuleKind>,
    /// What it is held against: the official plan of its region, or the scenario that is frozen as its reference.
    pub reference: Memo<Option<Arc<Scenario>>>,
    /// What follows from that.
    pub expected: Memo<Option<Arc<Outcome>>>,
    /// The planner's scenarios.
    pub listed: RwSignal<Vec<Listed>>,
    /// Whether it is stored.
    pub save_state: RwSignal<SaveState>,
    /// Whether there is something to undo.
    pub can_undo: RwSignal<bool>,
    /// Whether there is something to redo.
    pub can_redo: RwSignal<bool>,
    /// Tells inputs to drop what is typed.
    pub drop_drafts: RwSignal<DropDrafts>,
    language: RwSignal<Language>,
    notices: Notices,
    kept: StoredValue<Kept, LocalStorage>,
}

impl Workspace {
    /// The workspace over this store, with the scenario that was open last, if it is still there.
    pub fn new(store: PageStore, last: Option<&ScenarioId>, language: RwSignal<Language>, notices: Notices) -> Self {
        let scenario = RwSignal::new(official_plan().clone());
        let listed = RwSignal::new(Vec::new());
        let kept = StoredValue::new_local(Kept {
            library: None,
            permit: None,
            history: History::default(),
            gestures: 0,
            lasting: matches!(store, PageStore::Local(_)),
            unsaved: false,
            autosave: None,
            looked_at: Vec::new(),
        });
        let region = Memo::new_with_compare(
            move |_| scenario.with(|scenario| scenario.region().clone()),
            |old, new| !matches!((old, new), (Some(old), Some(new)) if Arc::ptr_eq(old, new) || old == new),
        );
        let reference = Memo::new_with_compare(
            move |_| {
                let region = region.get();
                if let Some(plan) = official_plan_of(&region) {
                    return Some(Arc::new(plan.clone()));
                }
                let listed = listed.get();
                kept.try_update_value(|kept| kept.frozen(&region, &listed)).flatten()
            },
            |old, new| !matches!((old, new), (Some(old), Some(new)) if old == new),
        );
        let state = WorkspaceState {
            scenario,
            open: RwSignal::new(Open::Official),
            outcome: Memo::new(move |_| scenario.with(evaluate)),
            region,
            rule: Memo::new(move |_| scenario.with(|scenario| scenario.targets().rule)),
            reference,
            expected: Memo::new(move |_| reference.get().map(|plan| Arc::new(evaluate(&plan)))),
            listed,
            save_state: RwSignal::new(SaveState::ReadOnly),
            can_undo: RwSignal::new(false),
            can_redo: RwSignal::new(false),
            drop_drafts: RwSignal::new(DropDrafts::default()),
            language,
            notices,
            kept,
        };
        let workspace = Self(Box::leak(Box::new(state)));
        workspace.load(store, last);
        workspace.watch_tabs();
        workspace
    }

    /// A token for one movement of the hand: a drag, the typing in one cell. Its edits are undone together.
    pub fn new_gesture(self) -> Gesture {
        self.kept
            .try_update_value(|kept| {
                kept.gestures += 1;
                Gesture(kept.gestures)
            })
            .unwrap_or(Gesture(0))
    }

    /// Changes the open scenario. It is stored with the next [`Self::commit`], or soon by itself.
    ///
    /// # Errors
    /// The scenario does not take the edit; nothing is changed then.
    pub fn apply(self, edit: &Edit, gesture: Gesture) -> Result<(), EditProblem> {
        let mut trial = self.scenario.get_untracked();
        let inverse = trial.apply(edit)?;
        // A reference is only ever lifted as such; any other edit starts a copy.
        let is_lifted = matches!(edit, Edit::SetFrozen(_));
        if self.is_read_only() && !is_lifted {
            if self.scenario.with_untracked(|scenario| *scenario == trial) {
                return Ok(());
            }
            self.start_copy();
            // The copy has a name of its own.
            trial = self.scenario.get_untracked();
            trial.apply(edit)?;
        }
        self.scenario.set(trial);
        if let Open::Kept(scenario) = self.open.get_untracked() {
            self.record(Step::Edited { scenario, forward: edit.clone(), inverse }, Some(gesture));
        }
        self.saving_is_due();
        Ok(())
    }

    /// Whether what is open cannot be changed: the official plan, or a reference.
    pub fn is_read_only(self) -> bool {
        self.open.with_untracked(|open| *open == Open::Official) || self.scenario.with_untracked(Scenario::frozen)
    }

    /// One edit that is a movement of the hand by itself; stored at once. One that cannot be refused.
    pub fn edit_once(self, edit: &Edit) {
        let _ = self.try_once(edit);
    }

    /// The same, where it may be refused.
    ///
    /// # Errors
    /// The scenario does not take the edit; nothing is changed then.
    pub fn try_once(self, edit: &Edit) -> Result<(), EditProblem> {
        self.apply(edit, self.new_gesture())?;
        self.drop_drafts(false);
        self.commit();
        Ok(())
    }

    /// Takes everything that the official plan states back to it; what the planner surveyed stays.
    pub fn restore_all(self) {
        let Some(plan) = self.reference.get_untracked() else { return };
        let edits = self.scenario.with_untracked(|scenario| scenario.edits_back_to(&plan));
        self.edit_once(&Edit::Batch(edits));
    }

    /// Takes back the last step, in whichever scenario it was.
    pub fn undo(self) {
        let change = self.kept.try_update_value(|kept| kept.history.undo()).flatten();
        self.follow(change);
    }

    /// Does the last undone step again.
    pub fn redo(self) {
        let change = self.kept.try_update_value(|kept| kept.history.redo()).flatten();
        self.follow(change);
    }

    fn follow(self, change: Option<Change>) {
        match change {
            Some(Change::Edit(id, edit)) => {
                self.show(&Open::Kept(id));
                let _ = self.scenario.try_update(|scenario| scenario.apply(&edit));
                self.drop_drafts(false);
                self.saving_is_due();
                self.commit();
            }
            Some(Change::Create(id, content)) => self.put_back(&id, *content),
            Some(Change::Delete(id)) => {
                self.take_away(&id);
            }
            None => {}
        }
        self.history_changed();
    }

    fn record(self, step: Step, gesture: Option<Gesture>) {
        self.kept.update_value(|kept| kept.history.record(step, gesture));
        self.history_changed();
    }

    fn history_changed(self) {
        let (undo, redo) = self.kept.with_value(|kept| (kept.history.can_undo(), kept.history.can_redo()));
        if self.can_undo.get_untracked() != undo {
            self.can_undo.set(undo);
        }
        if self.can_redo.get_untracked() != redo {
            self.can_redo.set(redo);
        }
    }

    fn drop_drafts(self, even_bad: bool) {
        self.drop_drafts.update(|order| *order = DropDrafts { round: order.round.wrapping_add(1), even_bad });
    }
}
