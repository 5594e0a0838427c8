//! The session as signals: what the page shows of it follows, and what the page does goes to it.
//!
//! event → [`Edit`] → [`Workspace::apply`] → [`Session`] → [`Changes`] → the scenario's signal → the outcome's memo → the page.
//! Everything that is decided is decided in [`Session`]; here are signals, timers and listeners.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use super::drafts::DropDrafts;
use super::notices::{Notices, Offer};
use crate::browser::{PageStore, listen, now, random_seed};
use crate::model::{Edit, EditProblem, Outcome, Region, RuleKind, Scenario, evaluate, official_plan, official_plan_of};
use crate::session::{AUTOSAVE_AFTER, AutosaveTimer, Changes, Environment, RETRY_AFTER, Session};
use crate::storage::{Gesture, LastOpen, Listed, Millis, Recovered, ScenarioId, StoreProblem, ViewSettings, Write};
use crate::text::Language;

pub use crate::session::{Open, SaveState, Version};

/// What is stored goes to the disk after this.
const WRITE_AFTER: Duration = Duration::from_millis(100);

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
    /// Another number whenever there is another step to undo or to redo.
    pub turn: RwSignal<u32>,
    /// Tells inputs to drop what is typed.
    pub drop_drafts: RwSignal<DropDrafts>,
    language: RwSignal<Language>,
    notices: Notices,
    session: StoredValue<Session, LocalStorage>,
    autosave: StoredValue<Option<TimeoutHandle>, LocalStorage>,
    /// Writes to the disk what is stored; none while the disk is not open.
    write_out: StoredValue<Option<Rc<dyn Fn()>>, LocalStorage>,
    write_is_due: StoredValue<bool>,
}

/// The browser's clock and random numbers, and the page's language.
struct Browser(RwSignal<Language>);

impl Environment for Browser {
    fn now(&self) -> Millis {
        Millis(now())
    }

    fn seed(&self) -> u64 {
        random_seed()
    }

    fn language(&self) -> Language {
        self.0.get_untracked()
    }
}

impl Workspace {
    /// The workspace over this store, with the scenario that was open last, if it is still there.
    pub fn new(store: PageStore, last: &LastOpen, language: RwSignal<Language>, notices: Notices) -> Self {
        let (store, lasting) = match store {
            PageStore::Local(store) => (store, true),
            PageStore::Memory(store) => (store, false),
        };
        let mut session = Session::start(store, lasting, last, Rc::new(Browser(language)));
        session.expect_copy(last);
        let session = StoredValue::new_local(session);
        let scenario = RwSignal::new(official_plan().clone());
        let listed = RwSignal::new(Vec::new());
        let region = Memo::new_with_compare(
            move |_| scenario.with(|scenario| scenario.region().clone()),
            |old, new| !matches!((old, new), (Some(old), Some(new)) if Arc::ptr_eq(old, new) || old == new),
        );
        let reference = Memo::new_with_compare(
            move |_| {
                if let Some(plan) = official_plan_of(&region.get()) {
                    return Some(Arc::new(plan.clone()));
                }
                listed.track();
                session.try_update_value(Session::reference).flatten()
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
            turn: RwSignal::new(0),
            drop_drafts: RwSignal::new(DropDrafts::default()),
            language,
            notices,
            session,
            autosave: StoredValue::new_local(None),
            write_out: StoredValue::new_local(None),
            write_is_due: StoredValue::new(false),
        };
        let workspace = Self(Box::leak(Box::new(state)));
        // What the start came to.
        workspace.follow();
        workspace.watch_tabs();
        workspace
    }

    /// A token for one movement of the hand: a drag, the typing in one cell. Its edits are undone together.
    pub fn new_gesture(self) -> Gesture {
        self.session.try_update_value(Session::new_gesture).unwrap_or(Gesture(0))
    }

    /// Changes the open scenario. It is stored with the next [`Self::commit`], or soon by itself.
    ///
    /// # Errors
    /// The scenario does not take the edit; nothing is changed then.
    pub fn apply(self, edit: &Edit, gesture: Gesture) -> Result<(), EditProblem> {
        self.act(|session| session.apply(edit, gesture)).unwrap_or(Ok(()))
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
        self.act(|session| session.apply_once(edit)).unwrap_or(Ok(()))
    }

    /// One edit as a step of its own, and a message that says so and takes it back.
    pub fn edit_and_say(self, edit: &Edit, said: String) {
        self.step_and_say(|| self.edit_once(edit), said);
    }

    /// The same of whatever comes to one step.
    pub fn step_and_say(self, act: impl FnOnce(), said: String) {
        let before = self.turn.get_untracked();
        act();
        let after = self.turn.get_untracked();
        if after == before {
            // Nothing that there was to change.
            return self.notices.show(said);
        }
        self.notices.show_step(said, after);
    }

    /// Stores the open scenario if anything in it is not stored yet.
    pub fn commit(self) {
        self.act(Session::commit);
    }

    /// Takes everything that the official plan states back to it; what the planner surveyed stays.
    pub fn restore_all(self) {
        self.act(Session::restore_all);
    }

    /// Takes back the last step, in whichever scenario it was.
    pub fn undo(self) {
        self.act(Session::undo);
    }

    /// Does the last undone step again.
    pub fn redo(self) {
        self.act(Session::redo);
    }

    /// Opens another scenario.
    pub fn switch_to(self, open: &Open) {
        self.act(|session| session.switch_to(open));
    }

    /// A new scenario with the figures of the region's official plan, or with none where there is no plan.
    pub fn new_scenario(self) {
        self.act(Session::new_scenario);
    }

    /// A copy of the open scenario.
    pub fn duplicate(self) {
        self.act(Session::duplicate);
    }

    /// A new scenario with this content and name; it is open then, and undo takes it away again.
    pub fn make(self, content: Scenario, name: &str) {
        self.act(|session| session.make(content, name));
    }

    /// A presentation of the open scenario begins.
    pub fn begin_stage(self) {
        self.act(Session::begin_stage);
    }

    /// It ends, and what was done stays.
    pub fn end_stage(self) {
        self.act(Session::end_stage);
    }

    /// Whether anything was done on the stage that still stands.
    pub fn is_staged(self) -> bool {
        self.session.with_value(Session::is_staged)
    }

    /// Ends the presentation and takes back what was done on the stage.
    pub fn drop_staged(self) {
        self.act(Session::drop_staged);
    }

    /// Gives the open scenario another name; the official plan keeps its own.
    pub fn rename(self, name: &str) {
        self.act(|session| session.rename(name));
    }

    /// Deletes the open scenario; undo brings it back.
    pub fn delete(self) {
        self.act(Session::delete);
    }

    /// Lifts whatever is the reference of the open scenario's region: there is one at most.
    pub fn lift_references(self) {
        self.act(Session::lift_references);
    }

    /// The stored versions of the open scenario, the newest first.
    pub fn versions(self) -> Vec<Version> {
        self.open.track();
        self.session.with_value(Session::versions)
    }

    /// Opens an earlier version as a scenario of its own.
    pub fn open_version(self, version: &Version, time: &str) {
        self.act(|session| session.open_version(version, time));
    }

    /// A stored scenario, only to be looked at; nothing where it cannot be read.
    pub fn read(self, id: &ScenarioId) -> Option<Scenario> {
        self.session.try_update_value(|session| session.read(id)).flatten()
    }

    /// Takes back entries from a file of all that was stored.
    ///
    /// # Errors
    /// The store cannot be read, or there is none.
    pub fn recover(self, entries: &[(String, String)]) -> Result<Recovered, StoreProblem> {
        self.act(|session| session.recover(entries)).unwrap_or(Err(StoreProblem::Failed))
    }

    /// A name for a scenario that comes from elsewhere: its own, unless the plan or a stored one is called so.
    pub fn name_for(self, name: &str) -> String {
        self.session.with_value(|session| session.name_for(name))
    }

    /// 方案A, 方案B, …: the first that no scenario carries yet.
    pub fn free_name(self) -> String {
        self.session.with_value(Session::free_name)
    }

    /// Follows what other tabs store, and stores before the page is hidden or left.
    fn watch_tabs(self) {
        listen("storage", move |event| {
            // A hint only: what is stored is read again. No key means that everything was cleared.
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if key.is_none_or(|key| key.starts_with("tuowei:s:")) {
                self.act(Session::look_again);
            }
        });
        listen("pagehide", move |_| {
            self.commit();
            self.write_out();
        });
        listen("beforeunload", move |event| {
            self.commit();
            if self.session.with_value(Session::has_unsaved) {
                event.prevent_default();
            }
        });
    }

    /// Tries again to store what the store refused.
    fn retry(self) {
        self.act(Session::retry);
    }

    /// Keeps how the page is looked at.
    pub fn keep_settings(self, settings: &ViewSettings) {
        self.act(|session| session.keep_settings(settings));
    }

    /// What became of the disk.
    pub fn disk(self, act: impl FnOnce(&mut Session)) {
        self.act(act);
    }

    /// What is to be written to the disk now.
    pub fn next_writes(self) -> Option<Vec<Write>> {
        self.session.try_update_value(Session::next_writes).flatten()
    }

    /// How what is stored goes to the disk, from now on.
    pub fn write_out_with(self, write_out: impl Fn() + 'static) {
        self.write_out.set_value(Some(Rc::new(write_out)));
        self.follow();
    }

    /// Does something with the session, and shows what came of it.
    fn act<T>(self, act: impl FnOnce(&mut Session) -> T) -> Option<T> {
        let answer = self.session.try_update_value(act)?;
        self.follow();
        Some(answer)
    }

    fn follow(self) {
        let done = self.session.try_update_value(|session| (session.take_changes(), session.has_writes()));
        let Some((changes, has_writes)) = done else { return };
        self.show(changes);
        if has_writes && !self.write_is_due.get_value() && self.write_out.with_value(Option::is_some) {
            // Not in the frame of the edit, and several edits in one transaction.
            self.write_is_due.set_value(true);
            set_timeout(move || self.write_out(), WRITE_AFTER);
        }
    }

    /// Writes to the disk what it lacks.
    fn write_out(self) {
        self.write_is_due.set_value(false);
        if let Some(write_out) = self.write_out.get_value() {
            write_out();
        }
    }

    fn show(self, changes: Changes) {
        if let Some(timer) = changes.autosave {
            let next = match timer {
                AutosaveTimer::Start => set_timeout_with_handle(move || self.commit(), AUTOSAVE_AFTER).ok(),
                AutosaveTimer::Retry => set_timeout_with_handle(move || self.retry(), RETRY_AFTER).ok(),
                AutosaveTimer::Stop => None,
            };
            self.autosave.update_value(|running| {
                if let Some(earlier) = std::mem::replace(running, next) {
                    earlier.clear();
                }
            });
        }
        if changes.open {
            self.open.set(self.session.with_value(|session| session.open().clone()));
        }
        if changes.scenario {
            self.scenario.set(self.session.with_value(|session| session.scenario().clone()));
        }
        if changes.listed {
            self.listed.set(self.session.with_value(|session| session.listed().to_vec()));
        }
        if changes.save_state {
            self.save_state.set(self.session.with_value(Session::save_state));
        }
        if changes.history {
            self.turn.update(|turn| *turn = turn.wrapping_add(1));
            let now = self.session.with_value(|session| [session.can_undo(), session.can_redo()]);
            for (signal, now) in [self.can_undo, self.can_redo].into_iter().zip(now) {
                if signal.get_untracked() != now {
                    signal.set(now);
                }
            }
        }
        if let Some(even_bad) = changes.drop_drafts {
            self.drop_drafts.update(|order| *order = DropDrafts { round: order.round.wrapping_add(1), even_bad });
        }
        for notice in changes.notices {
            let text = notice.text(self.language.get_untracked());
            match notice.offer() {
                Some(raw) => {
                    let offer = Offer { file_name: "tuowei-damaged.txt".to_owned(), text: raw };
                    self.notices.keep_with_offer(text, offer);
                }
                None if notice.is_undoable() => self.notices.show_step(text, self.turn.get_untracked()),
                None if notice.passes() => self.notices.show(text),
                None => self.notices.keep(text),
            }
        }
    }
}
