//! What the library answers.

use std::fmt;

use crate::entry::{Corrupt, Header};
use crate::ident::{EntryId, Millis, ScenarioId, TabId};
use crate::key_value::StoreProblem;
use crate::version_vector::VersionVector;
use tuowei_model::{Name, Region, Scenario};

/// The right to save a scenario, which comes only from having read it. It cannot be copied: who holds it has seen all
/// that it builds on.
#[derive(Debug)]
pub struct SavePermit {
    pub(super) scenario: ScenarioId,
    pub(super) writer: TabId,
    /// What the next entry builds on: the last one read or written; none for a new scenario.
    pub(super) entry: Option<EntryId>,
    pub(super) seen: VersionVector,
    pub(super) created: Option<Millis>,
}

impl SavePermit {
    /// The scenario that it is for.
    #[must_use]
    pub const fn scenario(&self) -> &ScenarioId {
        &self.scenario
    }

    pub(super) fn new(scenario: &ScenarioId, writer: TabId) -> Self {
        Self { scenario: scenario.clone(), writer, entry: None, seen: VersionVector::default(), created: None }
    }

    /// From now on the next entry builds on this one, and on all that it builds on.
    pub(super) fn move_to(&mut self, header: &Header) {
        self.seen = header.seen.clone();
        self.seen.add(&header.id);
        self.entry = Some(header.id.clone());
        self.created = Some(header.created);
    }
}

/// That and when something was saved: it has been written and read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    /// The revision.
    pub rev: u64,
    /// When.
    pub time: Millis,
}

/// A scenario in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its identifier.
    pub id: ScenarioId,
    /// Its name; empty where nothing of it can be read.
    pub name: String,
    /// When it began; the list is in this order.
    pub created: Millis,
    /// The last revision; none where nothing of it can be read.
    pub latest: Option<Saved>,
    /// What can be done with it.
    pub kind: Kind,
    /// Which region it is of, so that those of one stand together; none where it cannot be read.
    pub region: Option<ListedRegion>,
    /// Whether it is frozen as its region's reference. Which of them is the reference of a region,
    /// [`reference_of`](tuowei_model::reference_of) says of the scenarios themselves.
    pub frozen: bool,
}

/// The region of a listed scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedRegion {
    /// Its identifier.
    pub id: String,
    /// Its name.
    pub name: Name,
    /// Its target year.
    pub year: u16,
    /// How many counties it has.
    pub counties: usize,
}

impl ListedRegion {
    /// What is listed of this region.
    #[must_use]
    pub fn of(region: &Region) -> Self {
        let (id, name) = (region.id().to_owned(), region.name().clone());
        Self { id, name, year: region.year(), counties: region.counties().len() }
    }
}

/// What can be done with a listed scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It can be opened and saved.
    Ready,
    /// A newer version of the page wrote it: it is left alone.
    Newer,
    /// It is damaged: its raw text can be taken away.
    Unreadable,
    /// Its last changes are only on the page, as the store refused them.
    Unsaved,
}

/// A scenario as it was opened. Only what could be read can be saved over.
#[derive(Debug)]
pub enum Loaded {
    /// It is here.
    Ready(Scenario, SavePermit),
    /// It was deleted. The permit allows to save it again.
    Deleted(SavePermit),
    /// A newer version of the page wrote it, with this schema.
    Newer(u32),
    /// All of its entries are damaged.
    Unreadable(Vec<Quarantined>),
    /// There is no such scenario.
    Absent,
}

/// A stored text that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantined {
    /// Where it is stored.
    pub key: String,
    /// Its scenario, where the key says so.
    pub scenario: Option<ScenarioId>,
    /// The text as it is stored.
    pub raw: String,
    /// What is wrong with it.
    pub reason: Corrupt,
}

/// What loading came to.
#[derive(Debug, Default)]
pub struct LoadReport {
    /// What the planner should be told.
    pub news: Vec<News>,
    /// Scenarios whose two heads could not be joined, as the store took nothing. Both stay.
    pub unsettled: Vec<(ScenarioId, SaveProblem)>,
}

/// What became of work that two tabs did at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum News {
    /// Changes of different places are now in one scenario.
    Merged(ScenarioId),
    /// The same place was changed in both: one version is now a second scenario.
    Copied {
        /// The scenario that both tabs had changed.
        from: ScenarioId,
        /// The second one.
        to: ScenarioId,
        /// The second one's name.
        name: String,
    },
    /// One tab deleted the scenario while the other changed it: it is still here.
    DeletionUndone(ScenarioId),
}

/// How a save came out. In every case what was given is kept.
#[derive(Debug)]
pub enum SaveOutcome {
    /// The scenario is as it was given.
    Saved {
        /// The revision.
        saved: Saved,
        /// What became of another tab's work.
        news: Vec<News>,
    },
    /// Another tab's changes of other places are in it as well.
    Merged {
        /// The revision.
        saved: Saved,
        /// What the scenario is now.
        scenario: Scenario,
        /// What became of another tab's work.
        news: Vec<News>,
    },
    /// Another tab set the same place to another value.
    Split(Box<Split>),
}

/// Two versions of one scenario that could not be merged. Both are kept.
#[derive(Debug)]
pub struct Split {
    /// The revision.
    pub saved: Saved,
    /// The other version, which the scenario is now; none where a newer version of the page wrote it.
    pub theirs: Option<Scenario>,
    /// What was given, now a second scenario with a name of its own.
    pub mine: Scenario,
    /// The right to save the second scenario.
    pub permit: SavePermit,
    /// What became of the work of both.
    pub news: Vec<News>,
}

/// How a deletion came out.
#[derive(Debug)]
pub enum DeleteOutcome {
    /// The scenario is deleted; its revisions stay for a while.
    Deleted,
    /// Another tab has changed it meanwhile, and so it is still here.
    EditWon {
        /// What it is now; none where a newer version of the page wrote it.
        scenario: Option<Scenario>,
        /// What became of the work of both.
        news: Vec<News>,
    },
}

/// What another tab did to an open scenario.
#[derive(Debug)]
pub enum Refreshed {
    /// Nothing.
    Unchanged,
    /// It changed the scenario; the permit has moved along.
    Theirs {
        /// What it is now.
        scenario: Scenario,
        /// What became of the work of both.
        news: Vec<News>,
    },
    /// Both had changed the same place: what this tab saved is now a second scenario.
    Moved {
        /// The second scenario.
        to: ScenarioId,
        /// What this tab had saved, or what has become of it since.
        scenario: Scenario,
        /// The right to save it.
        permit: SavePermit,
    },
    /// It deleted the scenario; saving with the permit brings it back.
    Deleted,
    /// It is a newer version of the page and wrote with this schema.
    Newer(u32),
    /// What this tab saved is no longer stored: save it again.
    Missing,
}

/// One stored revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its revision and who wrote it.
    pub id: EntryId,
    /// When.
    pub time: Millis,
    /// The scenario's name then.
    pub name: String,
    /// Whether it is a deletion.
    pub deleted: bool,
}

/// Why nothing was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SaveProblem {
    /// The store refused.
    Store(StoreProblem),
    /// The store took it and kept something else, or nothing.
    NotKept,
}

impl From<StoreProblem> for SaveProblem {
    fn from(problem: StoreProblem) -> Self {
        Self::Store(problem)
    }
}

impl fmt::Display for SaveProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Store(problem) => problem.fmt(formatter),
            Self::NotKept => formatter.write_str("the storage did not keep what it took"),
        }
    }
}

impl std::error::Error for SaveProblem {}
