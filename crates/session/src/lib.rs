//! A planner's session, without a browser: which scenario is open, how it changes, what is stored, undo, names, and what
//! other tabs do.
//!
//! In reading order:
//!
//! - [`Session`]: its methods change the session and note what the page has to show and say for it; the page takes that
//!   with [`Session::take_changes`] and carries it into signals and timers.
//! - [`Changes`] and [`Notice`]: what there is to show and to say.
//! - `change`: edits of the open scenario; the official plan is copied first.
//! - `steps`: undo and redo, which never touch a scenario other than the step's own.
//! - `stage`: what is done in a presentation, and how it is taken back.
//! - [`draft`], [`field`], [`keys`], [`selection`], [`paging`] and [`route`]: the rules of typing, of what can be typed, of
//!   keys in cells, of selected cells, of large regions and of addresses.
//! - [`fill`]: filling and emptying selected cells.
//! - [`file_problem`]: why a scenario file is refused.
//! - `disk`: the copy of what is stored, which a crash does not take.
//! - `unsaved`: what the store refused.
//! - `saving`, `opening`, `scenarios`, `tabs`, `names`, `reference`: what their names say.
//!
//! Time, random numbers and the language come from an [`Environment`].

mod change;
mod changes;
mod disk;
pub mod draft;
pub mod field;
mod file;
pub mod fill;
pub mod keys;
mod names;
mod notice;
mod opening;
pub mod paging;
mod reference;
pub mod route;
mod saving;
mod scenarios;
pub mod selection;
mod stage;
mod steps;
mod tabs;
mod unsaved;

use std::rc::Rc;

use litemap::LiteMap;

pub use changes::{AutosaveTimer, Changes};
pub use file::file_problem;
pub use notice::Notice;
pub use saving::{AUTOSAVE_AFTER, RETRY_AFTER};
pub use scenarios::Version;

use disk::DiskCopy;
use opening::Left;
use reference::References;
use stage::Stage;

use tuowei_model::{Scenario, official_plan};
use tuowei_storage::{
    Gesture, History, KeyValue, LastOpen, Library, Listed, Millis, Mirror, SavePermit, SaveProblem, ScenarioId,
};
use tuowei_text::Language;

/// Which scenario is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// The official plan, which cannot be changed: an edit starts a copy.
    Official,
    /// A scenario of the planner's own.
    Kept(ScenarioId),
}

/// Whether the open scenario is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// The official plan needs no saving.
    ReadOnly,
    /// There are edits that are not stored yet.
    Editing,
    /// Everything is stored since this time (milliseconds since 1970), but not known to be on disk yet.
    Saving(i64),
    /// Everything is stored, since this time (milliseconds since 1970).
    Saved(i64),
    /// The store refused; the edits are only on the page.
    NotSaved,
    /// There is no store at all.
    InMemoryOnly,
}

/// What a session asks of its surroundings.
pub trait Environment {
    /// The time.
    fn now(&self) -> Millis;

    /// A random number, a new one with each call.
    fn seed(&self) -> u64;

    /// The language in which new names are given.
    fn language(&self) -> Language;
}

/// The scenarios, the one that is open, and what was done to them.
pub struct Session {
    environment: Rc<dyn Environment>,
    /// None where the store could not be read; it is not written to either then.
    library: Option<Library>,
    /// What the library writes to.
    mirror: Rc<Mirror>,
    copy: DiskCopy,
    /// Settings that the store did not take yet.
    settings: Option<String>,
    /// Whether what is stored outlives the page.
    lasting: bool,
    open: Open,
    /// The open scenario; the official plan itself while that is open.
    scenario: Scenario,
    /// The right to save the open scenario; none while it was never stored.
    permit: Option<SavePermit>,
    unsaved: bool,
    /// What the planner was told last of a store that refuses; nothing once it took something.
    refused: Option<SaveProblem>,
    save_state: SaveState,
    listed: Vec<Listed>,
    history: History,
    gestures: u64,
    /// Scenarios that were open before, as they were left.
    left: LiteMap<ScenarioId, Left>,
    references: References,
    stage: Option<Box<Stage>>,
    changes: Changes,
}

impl Session {
    /// The session over this store, with the scenario that was open last, if it is still there. `lasting` says whether
    /// the store outlives the page.
    #[must_use]
    pub fn start(store: Box<dyn KeyValue>, lasting: bool, last: &LastOpen, environment: Rc<dyn Environment>) -> Self {
        let mut session = Self {
            environment,
            library: None,
            mirror: Rc::new(Mirror::new(store)),
            copy: DiskCopy::default(),
            settings: None,
            lasting,
            open: Open::Official,
            scenario: official_plan().clone(),
            permit: None,
            unsaved: false,
            refused: None,
            save_state: SaveState::ReadOnly,
            listed: Vec::new(),
            history: History::default(),
            gestures: 0,
            left: LiteMap::new(),
            references: References::default(),
            stage: None,
            changes: Changes::default(),
        };
        session.load();
        let first = session.first_to_open(last);
        session.show(&first);
        session
    }

    /// What has to be shown and said since this was last asked.
    pub fn take_changes(&mut self) -> Changes {
        std::mem::take(&mut self.changes)
    }

    /// The open scenario.
    #[must_use]
    pub const fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Which one it is.
    #[must_use]
    pub const fn open(&self) -> &Open {
        &self.open
    }

    /// Whether it is stored.
    #[must_use]
    pub const fn save_state(&self) -> SaveState {
        self.save_state
    }

    /// The planner's scenarios, without those of which nothing can be read.
    #[must_use]
    pub fn listed(&self) -> &[Listed] {
        &self.listed
    }

    /// Whether there is something to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// The scenario that the next undo is about.
    #[must_use]
    pub fn undo_is_of(&self) -> Option<&ScenarioId> {
        self.history.next_undo()
    }

    /// The scenario that the next redo is about.
    #[must_use]
    pub fn redo_is_of(&self) -> Option<&ScenarioId> {
        self.history.next_redo()
    }

    /// A token for one movement of the hand: a drag, the typing in one cell. Its edits are undone together.
    pub const fn new_gesture(&mut self) -> Gesture {
        self.gestures += 1;
        Gesture(self.gestures)
    }

    fn say(&mut self, notice: Notice) {
        self.changes.notices.push(notice);
    }
}
