//! Other tabs, and the page's own end.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::StorageEvent;

use crate::browser::listen;
use crate::storage::Refreshed;
use crate::text::{Message, Word};

use super::{Open, Workspace};

impl Workspace {
    /// Follows what other tabs store, and stores before the page is hidden or left.
    pub(super) fn watch_tabs(self) {
        listen("storage", move |event| {
            // A hint only: what is stored is read again. No key means that everything was cleared.
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if key.is_none_or(|key| key.starts_with("tuowei:s:")) {
                self.look_again();
            }
        });
        listen("pagehide", move |_| self.commit());
    }

    fn look_again(self) {
        if self.kept.with_value(|kept| kept.unsaved) {
            // Saving joins both sides.
            self.commit();
            return;
        }
        let refreshed = self.kept.try_update_value(|kept| {
            let (library, permit) = (kept.library.as_mut()?, kept.permit.as_mut()?);
            Some(library.refresh(permit))
        });
        let name = self.scenario.with_untracked(|scenario| scenario.name().to_owned());
        match refreshed.flatten() {
            Some(Ok(Refreshed::Theirs { scenario, news })) => {
                if self.scenario.with_untracked(|now| *now != scenario) {
                    self.scenario.set(scenario);
                    self.drop_drafts(false);
                    if news.is_empty() {
                        self.notices.show(self.say(Message::TakenFromOtherTab(&name)));
                    }
                }
                self.report(&news);
            }
            Some(Ok(Refreshed::Moved { to, scenario, permit })) => {
                if let Open::Kept(former) = self.open.get_untracked() {
                    self.kept.update_value(|kept| kept.history.moved(&former, &to));
                }
                self.kept.update_value(|kept| kept.permit = Some(permit));
                let moved = scenario.name().to_owned();
                self.open.set(Open::Kept(to));
                self.scenario.set(scenario);
                self.notices.keep(self.say(Message::Split(&name, &moved)));
            }
            Some(Ok(Refreshed::Deleted)) => {
                self.notices.keep(self.say(Message::DeletedElsewhere(&name)));
                self.show(&Open::Official);
            }
            Some(Ok(Refreshed::Newer(_))) => self.notices.keep(self.say(Message::StoredByNewer(&name))),
            // The store was cleared under the page: what is on the screen is stored again.
            Some(Ok(Refreshed::Missing)) => self.save(),
            Some(Err(problem)) => self.report_problem(problem),
            Some(Ok(Refreshed::Unchanged)) | None => {}
        }
        if self.open.with_untracked(|open| *open == Open::Official) {
            self.reread();
        }
        self.relist();
    }

    fn reread(self) {
        let failed =
            self.kept.try_update_value(|kept| kept.library.as_mut().is_some_and(|library| library.sync().is_err()));
        if failed == Some(true) {
            self.notices.keep(self.word(Word::StorageFailed).to_owned());
        }
    }
}
