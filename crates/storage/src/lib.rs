//! How scenarios are kept so that nothing is lost; undo.
//!
//! In reading order:
//!
//! - [`to_json`] and [`from_json`]: a scenario as text, which is also the scenario file.
//! - [`entry`](mod@entry): one stored entry, a header line and that text.
//! - [`Library`]: the scenarios of a [`KeyValue`] store. It only ever adds entries, and so two tabs cannot
//!   overwrite each other.
//! - [`History`]: undo and redo of a session.
//! - [`ViewSettings`]: how the page was last looked at.
//! - [`Mirror`]: a store with a copy on disk.
//!
//! Entries are plain pairs of key and text. Two sources of them are merged by their union.

pub mod entry;
mod field;
mod history;
mod ident;
mod json;
mod key_value;
mod library;
mod merge;
mod mirror;
mod rescue;
mod revision_graph;
mod saved;
mod schema;
mod settings;
mod version_vector;

pub use field::{FieldProblem, Wrong};
pub use history::{Change, Gesture, History, Step};
pub use ident::{EntryId, Millis, ScenarioId, TabId};
pub use key_value::{KeyValue, MemoryStore, StoreProblem};
pub use library::{
    BUDGET, DeleteOutcome, Keeping, Kind, Library, Listed, ListedRegion, LoadReport, Loaded, News, Quarantined,
    Recovered, Refreshed, Revision, SaveOutcome, SavePermit, SaveProblem, Saved, Split,
};
pub use mirror::{Adopted, Mirror, Write};
pub use rescue::rescued;
pub use schema::{ReadProblem, SCHEMA, from_json, to_json};
pub use settings::{ChartOrder, LastOpen, SETTINGS_KEY, Theme, ViewSettings};
pub use version_vector::VersionVector;
