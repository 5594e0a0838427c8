//! Which rows of the task ledger are on show.

use crate::model::{Date, LedgerRow, OfficialTask, TaskStatus, is_overdue};
use crate::text::{Language, row_owner, row_title};

/// What rows have to fit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    pub status: Option<TaskStatus>,
    pub only_overdue: bool,
    pub part: Part,
    pub search: String,
}

/// Which part of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    #[default]
    All,
    Own,
    Of(&'static str),
}

impl Filter {
    /// Whether a row fits.
    pub fn takes(&self, of: &LedgerRow, today: Date, language: Language) -> bool {
        let row = &of.row;
        let fits_part = match self.part {
            Part::All => true,
            Part::Own => of.official.is_none(),
            Part::Of(part) => of.official.is_some_and(|official| official.part() == part),
        };
        let fits = self.status.is_none_or(|status| status == row.status)
            && (!self.only_overdue || is_overdue(row, today))
            && fits_part;
        let searched = self.search.trim().to_lowercase();
        let says = |text: &str| text.to_lowercase().contains(&searched);
        fits && (searched.is_empty()
            || says(row_title(of, language))
            || says(row_owner(of, language))
            || says(&row.note))
    }
}

/// The parts of the plan that have tasks, in its order.
pub fn parts() -> Vec<&'static str> {
    let mut parts: Vec<&'static str> = OfficialTask::all().iter().map(OfficialTask::part).collect();
    parts.dedup();
    parts
}

/// The name that a script uses for a status.
pub const fn status_id(status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Open => "open",
        TaskStatus::Running => "running",
        TaskStatus::Done => "done",
        TaskStatus::Dropped => "dropped",
    }
}

/// The status of that name.
pub fn status_of(id: &str) -> Option<TaskStatus> {
    TaskStatus::ALL.into_iter().find(|status| status_id(*status) == id)
}
