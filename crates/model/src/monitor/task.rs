//! The task ledger and the ledger of safety problems (二、重点任务; 二(六) 问题台账、限期整改、闭环管理).

use std::fmt;
use std::sync::Arc;

use super::super::{CountyId, Date};

/// Stable identifier of a ledger's row.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(Arc<str>);

impl RowId {
    /// The identifier of this text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(Arc::from(text))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for RowId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// How a task stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TaskStatus {
    /// 未开始.
    #[default]
    Open,
    /// 进行中.
    Running,
    /// 已完成.
    Done,
    /// 不再办理: it no longer applies.
    Dropped,
}

impl TaskStatus {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Open, Self::Running, Self::Done, Self::Dropped];
}

/// A row of the task ledger. Texts may be empty, days unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskRow {
    /// What is to be done; nothing: as the plan says it.
    pub title: Option<String>,
    /// Who answers for it.
    pub owner: String,
    /// The first day.
    pub starts: Option<Date>,
    /// The last day.
    pub due: Option<Date>,
    /// How it stands.
    pub status: TaskStatus,
    /// Anything else.
    pub note: String,
    /// Its place: rows stand by it, then by identifier.
    pub order: u32,
}

impl TaskRow {
    /// The most characters of a title and of who answers for it.
    pub const MOST_NAME: usize = 200;
    /// The most characters of a note.
    pub const MOST_NOTE: usize = 2_000;
}

/// A row of the ledger of safety problems (问题台账).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafetyProblem {
    /// What was found; at most [`TaskRow::MOST_NOTE`] characters.
    pub what: String,
    /// Where. A county may have left the region since.
    pub county: Option<CountyId>,
    /// When it was found.
    pub found: Option<Date>,
    /// By when it is to be put right (限期整改).
    pub due: Option<Date>,
    /// When it was closed (闭环); nothing: it is open.
    pub closed: Option<Date>,
}
