//! The scenarios of a store. Entries are only ever added, never changed, and so nothing can be overwritten: two
//! tabs that write at the same moment leave two heads, which are joined when they are seen.

mod answers;
mod merge_heads;
mod open;
mod prune;
mod recover;
mod save;
mod scan;

use litemap::LiteMap;

pub use answers::{
    DeleteOutcome, Kind, Listed, ListedRegion, LoadReport, Loaded, News, Quarantined, Refreshed, Revision, SaveOutcome,
    SavePermit, SaveProblem, Saved, Split,
};

pub use recover::Recovered;

use super::ident::{ScenarioId, TabId};
use super::key_value::{KeyValue, StoreProblem};
use super::revision_graph::RevisionGraph;

/// How many bytes of entries are kept. Browsers allow about five million UTF-16 units, of which a byte is never
/// more than one.
pub const BUDGET: usize = 4_000_000;

/// How scenarios are to be kept.
pub struct Keeping {
    /// This load of the page.
    pub tab: TabId,
    /// The name for a second scenario that holds what could not be merged, from the name of the first:
    /// `方案B` becomes `方案B（另一窗口的改动）`.
    pub name_of_copy: Box<dyn Fn(&str) -> String>,
    /// How many bytes of entries to keep: [`BUDGET`], unless there is a reason.
    pub budget: usize,
}

/// All scenarios of a store. It exists only once everything has been read, so that nothing is written before.
pub struct Library {
    store: Box<dyn KeyValue>,
    keeping: Keeping,
    /// How many permits were given, each of which is a writer of its own.
    lines: u64,
    graphs: LiteMap<ScenarioId, RevisionGraph>,
    /// By key.
    quarantine: LiteMap<String, Quarantined>,
}

impl Library {
    /// Reads the whole store, and joins what two tabs left beside each other.
    ///
    /// # Errors
    /// The store cannot be read. Nothing has been written then.
    pub fn load(store: Box<dyn KeyValue>, keeping: Keeping) -> Result<(Self, LoadReport), StoreProblem> {
        let mut library = Self { store, keeping, lines: 0, graphs: LiteMap::new(), quarantine: LiteMap::new() };
        let report = library.join_all()?;
        Ok((library, report))
    }

    /// Reads what is new in the store, and joins what was written beside each other.
    ///
    /// # Errors
    /// The store cannot be read.
    pub fn join_all(&mut self) -> Result<LoadReport, StoreProblem> {
        self.sync()?;
        let mut report = LoadReport::default();
        let scenarios: Vec<ScenarioId> = self.graphs.keys().cloned().collect();
        for id in scenarios {
            if let Err(problem) = self.merge_heads(&id, None, &mut report.news) {
                report.unsettled.push((id, problem));
            }
        }
        Ok(report)
    }

    /// What cannot be read, as it is stored. It stays there until it is discarded.
    pub fn quarantined(&self) -> impl Iterator<Item = &Quarantined> {
        self.quarantine.values()
    }

    /// Takes away one text that cannot be read, which the planner has seen and wants no more.
    ///
    /// # Errors
    /// The store did not do it.
    pub fn discard(&mut self, key: &str) -> Result<(), StoreProblem> {
        if self.quarantine.contains_key(key) {
            self.store.remove(key)?;
            self.quarantine.remove(key);
        }
        Ok(())
    }

    /// A writer's name that was never used before.
    fn new_line(&mut self) -> TabId {
        self.lines += 1;
        self.keeping.tab.line(self.lines)
    }
}
