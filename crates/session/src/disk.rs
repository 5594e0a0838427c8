//! The copy of the store on disk. A browser puts what its store took onto the disk seconds later, so that what is saved is
//! called so only once the copy has it, too.

use super::{Notice, Open, SaveState, Session};
use tuowei_model::official_plan;
use tuowei_storage::{KeyValue as _, LastOpen, SETTINGS_KEY, ViewSettings, Write};

/// How it stands with the copy.
#[derive(Debug, Default)]
pub(super) struct DiskCopy {
    /// What was to be opened at the start, and what was; nothing once that does not matter any more.
    began: Option<(LastOpen, Open)>,
    /// What is saved is waited for until the copy has it.
    is_awaited: bool,
    is_writing: bool,
    /// It refused, and is left alone for a while.
    is_resting: bool,
    /// The planner was told that there is none.
    is_told: bool,
}

impl Session {
    /// From now on what is saved has to reach a copy on disk as well. `last` is what the session began with.
    pub fn expect_copy(&mut self, last: &LastOpen) {
        if self.lasting {
            self.mirror.set_copy(true);
            self.copy.is_awaited = true;
            self.copy.began = Some((last.clone(), self.open.clone()));
        }
    }

    /// Whether something that is saved is not known to be in the copy yet.
    pub(super) fn waits_for_copy(&self) -> bool {
        self.copy.is_awaited && (self.copy.is_writing || self.mirror.is_behind())
    }

    /// Whether there is something to be written to the copy now.
    #[must_use]
    pub fn has_writes(&self) -> bool {
        !self.copy.is_writing && !self.copy.is_resting && self.mirror.is_behind()
    }

    /// What is to be written to the copy now, as one transaction; nothing while it still writes, or has everything.
    /// [`Self::written`] or [`Self::not_written`] is to follow.
    pub fn next_writes(&mut self) -> Option<Vec<Write>> {
        if !self.has_writes() {
            return None;
        }
        self.copy.is_writing = true;
        Some(self.mirror.take_writes())
    }

    /// The copy has what it was given, on disk.
    pub fn written(&mut self) {
        self.copy.is_writing = false;
        self.copy.is_awaited = true;
        self.call_saved();
    }

    /// The copy did not take what it was given. It is given it again after [`Self::try_copy_again`].
    pub fn not_written(&mut self, writes: Vec<Write>) {
        self.copy.is_writing = false;
        self.copy.is_resting = true;
        self.mirror.give_back(writes);
        self.copy_stalls();
    }

    /// The copy refused a while ago.
    pub fn try_copy_again(&mut self) {
        self.copy.is_resting = false;
    }

    /// The copy does not answer in time. Said once; until it answers, what the store has is called saved.
    pub fn copy_stalls(&mut self) {
        self.copy.is_awaited = false;
        if self.lasting && !std::mem::replace(&mut self.copy.is_told, true) {
            self.say(Notice::NoCopy);
        }
        self.call_saved();
    }

    /// There is no copy and there will be none.
    pub fn lacks_copy(&mut self) {
        self.mirror.set_copy(false);
        self.copy_stalls();
    }

    fn call_saved(&mut self) {
        if let SaveState::Saving(time) = self.save_state {
            self.set_save_state(SaveState::Saved(time));
        }
    }

    /// Takes in what the copy held when the page began.
    pub fn adopt(&mut self, copy: Vec<(String, String)>) {
        match self.mirror.adopt(copy) {
            Ok(adopted) => {
                let last = adopted.settings.map(|text| ViewSettings::from_json(&text).scenario);
                if adopted.entries || last.is_some() {
                    self.show_adopted(last);
                }
                if adopted.mended {
                    self.say(Notice::Mended);
                }
            }
            Err(problem) => self.say(Notice::NotStored(problem.into())),
        }
    }

    /// The store holds more than when the page began.
    fn show_adopted(&mut self, last: Option<LastOpen>) {
        let began = self.copy.began.take().filter(|(_, first)| *first == self.open);
        let has_begun = self.unsaved || self.history.can_undo() || self.history.can_redo();
        let Some((before, _)) = began.filter(|_| !has_begun) else {
            // The planner is at work: as if another tab had stored it.
            return self.look_again();
        };
        let open = self.join_all().map(|()| self.first_to_open(&last.unwrap_or(before)));
        match open {
            Ok(open) => {
                // As if the page had begun with it: what is open is read again.
                (self.open, self.permit) = (Open::Official, None);
                self.scenario = official_plan().clone();
                self.set_save_state(SaveState::ReadOnly);
                (self.changes.open, self.changes.scenario) = (true, true);
                self.show(&open);
            }
            Err(problem) => self.say(Notice::NotStored(problem.into())),
        }
    }

    /// Keeps how the page is looked at. What the store refuses is tried again with the next save.
    pub fn keep_settings(&mut self, settings: &ViewSettings) {
        self.settings = Some(settings.to_json(self.environment.now()));
        self.store_settings();
    }

    pub(super) fn store_settings(&mut self) {
        if let Some(text) = &self.settings
            && self.mirror.set(SETTINGS_KEY, text).is_ok()
        {
            self.settings = None;
        }
    }
}
