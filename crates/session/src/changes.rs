//! What the page has to show and say after something happened.

use super::Notice;

/// What became of the timer that stores an edit by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AutosaveTimer {
    /// It begins, again if it was running: [`Session::commit`](super::Session::commit) is due after
    /// [`AUTOSAVE_AFTER`](super::AUTOSAVE_AFTER).
    Start,
    /// It begins for what the store refused: [`Session::retry`](super::Session::retry) is due after
    /// [`RETRY_AFTER`](super::RETRY_AFTER).
    Retry,
    /// It is not needed any more.
    Stop,
}

/// What changed in a session, so that the page shows it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The open scenario has other content.
    pub scenario: bool,
    /// Another scenario is open.
    pub open: bool,
    /// The list of scenarios changed, or has to show again which one is open.
    pub listed: bool,
    /// [`Session::save_state`](super::Session::save_state) changed.
    pub save_state: bool,
    /// What can be undone or redone changed.
    pub history: bool,
    /// Inputs drop what is typed; if true, also what is no figure, as it belongs to a scenario that is not open any more.
    pub drop_drafts: Option<bool>,
    /// The timer that stores an edit by itself.
    pub autosave: Option<AutosaveTimer>,
    /// What the planner is told, in this order.
    pub notices: Vec<Notice>,
}

impl Changes {
    pub(super) fn drop_drafts(&mut self, even_bad: bool) {
        self.drop_drafts = Some(even_bad || self.drop_drafts == Some(true));
    }
}
