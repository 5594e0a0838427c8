//! What other tabs do.

use super::{Notice, Open, Session};
use tuowei_model::Scenario;
use tuowei_storage::{Refreshed, StoreProblem};

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

    fn take_over(&mut self, scenario: Scenario) {
        self.scenario = scenario;
        self.changes.scenario = true;
    }
}
