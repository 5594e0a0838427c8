//! What other tabs do, and what comes back from a file of entries.

use super::{Notice, Open, Session};
use tuowei_model::Scenario;
use tuowei_storage::{Recovered, Refreshed, StoreProblem};

impl Session {
    /// Another tab may have stored something: takes that over.
    pub fn look_again(&mut self) {
        if self.unsaved {
            // Saving joins both sides.
            self.commit();
            return;
        }
        let refreshed = match (&mut self.library, &mut self.permit) {
            (Some(library), Some(permit)) => Some(library.refresh(permit)),
            _ => None,
        };
        let name = self.scenario.name().to_owned();
        match refreshed {
            Some(Ok(Refreshed::Theirs { scenario, news })) => {
                if self.scenario != scenario {
                    self.take_over(scenario);
                    self.changes.drop_drafts(false);
                    if news.is_empty() {
                        self.say(Notice::TakenFromOtherTab(name));
                    }
                }
                self.tell(&news);
            }
            Some(Ok(Refreshed::Moved { to, scenario, permit })) => {
                self.go_on_as(to);
                self.permit = Some(permit);
                self.say(Notice::Split(name, scenario.name().to_owned()));
                self.take_over(scenario);
            }
            Some(Ok(Refreshed::Deleted)) => {
                self.say(Notice::DeletedElsewhere(name));
                self.show_official();
            }
            Some(Ok(Refreshed::Newer(_))) => self.say(Notice::StoredByNewer(name)),
            // The store was cleared under the page: what is on the screen is stored again.
            Some(Ok(Refreshed::Missing)) => self.save(),
            Some(Err(problem)) => self.not_saved(problem),
            Some(Ok(Refreshed::Unchanged)) | None => {}
        }
        if self.has_unsaved_left() {
            self.store_left();
        }
        if self.open == Open::Official && self.library.as_mut().is_some_and(|library| library.sync().is_err()) {
            self.say(Notice::NotStored(StoreProblem::Failed.into()));
        }
        self.relist();
    }

    /// Takes back entries from a file of all that was stored; what is stored here stays.
    ///
    /// # Errors
    /// The store cannot be read, or there is none.
    pub fn recover(&mut self, entries: &[(String, String)]) -> Result<Recovered, StoreProblem> {
        self.commit();
        let library = self.library.as_mut().ok_or(StoreProblem::Denied)?;
        let back = library.recover(entries)?;
        self.tell(&back.news);
        // The open scenario may be among what came back.
        self.look_again();
        Ok(back)
    }

    fn take_over(&mut self, scenario: Scenario) {
        self.scenario = scenario;
        self.changes.scenario = true;
    }
}
