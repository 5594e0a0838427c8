//! The planner's scenarios: opening, making, naming, deleting, versions and files.

use leptos::prelude::*;

use crate::browser::{PageStore, now, random_seed};
use crate::model::{Edit, Scenario, official_plan};
use crate::storage::{
    BUDGET, DeleteOutcome, EntryId, Keeping, Kind, Library, Listed, Loaded, Millis, ScenarioId, Step, TabId,
};
use crate::text::{Language, Message, Word};

use super::super::notices::Offer;
use super::{Open, SaveState, Workspace};

/// An earlier version of the open scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number.
    pub rev: u64,
    /// When it was stored, in milliseconds since 1970.
    pub time: i64,
    /// The scenario's name then.
    pub name: String,
    id: EntryId,
}

impl Workspace {
    /// Opens another scenario.
    pub fn switch_to(self, open: &Open) {
        self.commit();
        self.show(open);
    }

    /// A new scenario with the figures of the region's official plan, or with none where there is no plan.
    pub fn new_scenario(self) {
        self.commit();
        let region = self.region.get_untracked();
        let content = match self.reference.get_untracked() {
            Some(plan) => thawed(&plan),
            None => Scenario::empty("", region),
        };
        self.make(content, &self.free_name());
    }

    /// A copy of the open scenario.
    pub fn duplicate(self) {
        self.commit();
        let name = match self.open.get_untracked() {
            Open::Official => self.free_name(),
            Open::Kept(_) => self.scenario.with_untracked(|scenario| self.name_for(scenario.name())),
        };
        self.make(self.scenario.with_untracked(thawed), &name);
    }

    /// Gives the open scenario another name; the official plan keeps its own.
    pub fn rename(self, name: &str) {
        if matches!(self.open.get_untracked(), Open::Kept(_)) {
            self.edit_once(&Edit::Rename(name.to_owned()));
        }
    }

    /// Deletes the open scenario; undo brings it back.
    pub fn delete(self) {
        let Open::Kept(id) = self.open.get_untracked() else { return };
        self.commit();
        let content = Box::new(self.scenario.get_untracked());
        let name = content.name().to_owned();
        if self.take_away(&id) {
            self.record(Step::Deleted { scenario: id, content }, None);
            self.notices.show(self.say(Message::Deleted(&name)));
        }
    }

    /// The stored versions of the open scenario, the newest first.
    pub fn versions(self) -> Vec<Version> {
        let Open::Kept(id) = self.open.get() else { return Vec::new() };
        let revisions = self.kept.with_value(|kept| kept.library.as_ref().map(|library| library.revisions(&id)));
        let version = |revision: crate::storage::Revision| Version {
            rev: revision.id.rev,
            time: revision.time.0,
            name: revision.name,
            id: revision.id,
        };
        revisions.unwrap_or_default().into_iter().filter(|revision| !revision.deleted).map(version).collect()
    }

    /// Lifts whatever is the reference of the open scenario's region: there is one at most.
    pub fn lift_references(self) {
        let now = self.open.get_untracked();
        let region = self.region.get_untracked();
        let of_region = |listed: &&Listed| {
            let same = listed.region.as_ref().is_some_and(|of| of.id == region.id());
            listed.frozen && same && now != Open::Kept(listed.id.clone())
        };
        let frozen: Vec<ScenarioId> =
            self.listed.with_untracked(|listed| listed.iter().filter(of_region).map(|one| one.id.clone()).collect());
        if frozen.is_empty() {
            return;
        }
        for id in frozen {
            self.switch_to(&Open::Kept(id));
            self.edit_once(&Edit::SetFrozen(false));
        }
        self.switch_to(&now);
    }

    /// A stored scenario as it stands, only to be looked at; nothing where it cannot be read.
    pub fn read(self, id: &ScenarioId) -> Option<Scenario> {
        let loaded = self.kept.try_update_value(|kept| Some(kept.library.as_mut()?.open(id)));
        match loaded.flatten() {
            // The right to save it is given back.
            Some(Ok(Loaded::Ready(scenario, _))) => Some(scenario),
            _ => None,
        }
    }

    /// Opens an earlier version as a scenario of its own.
    pub fn open_version(self, version: &Version, time: &str) {
        let Open::Kept(id) = self.open.get_untracked() else { return };
        self.commit();
        let content =
            self.kept.try_update_value(|kept| kept.library.as_mut()?.open_revision(&id, &version.id).ok().flatten());
        match content.flatten() {
            Some(content) => self.make(content, &self.say(Message::VersionOf(&version.name, time))),
            None => self.notices.keep(self.word(Word::VersionGone).to_owned()),
        }
    }

    /// Reads the store and opens the scenario that was open last.
    pub(super) fn load(self, store: PageStore, last: Option<&ScenarioId>) {
        let language = self.language;
        let keeping = Keeping {
            tab: TabId::from_seed(random_seed()),
            name_of_copy: Box::new(move |name| Message::OtherTabsSide(name).in_language(language.get_untracked())),
            budget: BUDGET,
        };
        let (store, lasting) = match store {
            PageStore::Local(store) => (store, true),
            PageStore::Memory(store) => (store, false),
        };
        match Library::load(store, keeping) {
            Ok((library, report)) => {
                let damaged: Vec<String> =
                    library.quarantined().map(|entry| format!("{}\n{}\n", entry.key, entry.raw)).collect();
                self.kept.update_value(|kept| kept.library = Some(library));
                self.relist();
                self.report(&report.news);
                if !damaged.is_empty() {
                    let offer = Offer { file_name: "tuowei-damaged.txt".to_owned(), text: damaged.join("\n") };
                    self.notices.keep_with_offer(self.say(Message::Quarantined(damaged.len())), offer);
                }
                for listed in self.listed.get_untracked().iter().filter(|listed| listed.kind == Kind::Newer) {
                    self.notices.keep(self.say(Message::StoredByNewer(&listed.name)));
                }
            }
            // What cannot be read is not written to either.
            Err(_) => self.kept.update_value(|kept| kept.lasting = false),
        }
        if !lasting || self.kept.with_value(|kept| kept.library.is_none()) {
            self.notices.keep(self.word(Word::StorageDenied).to_owned());
        }
        let is_listed =
            |last: &&ScenarioId| self.listed.with_untracked(|listed| listed.iter().any(|one| one.id == **last));
        if let Some(last) = last.filter(is_listed) {
            self.show(&Open::Kept(last.clone()));
        }
    }

    /// Puts a scenario on the page; what was open must be stored by then.
    pub(super) fn show(self, open: &Open) {
        if self.open.with_untracked(|now| now == open) {
            return;
        }
        let Open::Kept(id) = open else {
            self.kept.update_value(|kept| kept.permit = None);
            self.put_on_page(Open::Official, official_plan().clone());
            self.set_state(SaveState::ReadOnly);
            return;
        };
        let loaded = self.kept.try_update_value(|kept| kept.library.as_mut().map(|library| library.open(id)));
        match loaded.flatten() {
            Some(Ok(Loaded::Ready(scenario, permit))) => {
                self.kept.update_value(|kept| kept.permit = Some(permit));
                self.put_on_page(open.clone(), scenario);
                let time = self.listed.with_untracked(|listed| {
                    listed
                        .iter()
                        .find(|listed| listed.id == *id)
                        .and_then(|listed| listed.latest)
                        .map(|saved| saved.time.0)
                });
                self.set_state(SaveState::Saved(time.unwrap_or_else(now)));
            }
            Some(Ok(Loaded::Newer(_))) => self.notices.keep(self.say(Message::StoredByNewer(&self.name_of(id)))),
            Some(Ok(Loaded::Unreadable(entries))) => {
                let text = entries.iter().map(|entry| format!("{}\n{}\n", entry.key, entry.raw)).collect();
                let offer = Offer { file_name: "tuowei-damaged.txt".to_owned(), text };
                self.notices.keep_with_offer(self.say(Message::Quarantined(entries.len())), offer);
            }
            Some(Ok(Loaded::Deleted(_) | Loaded::Absent)) => {
                self.notices.keep(self.word(Word::ScenarioGone).to_owned())
            }
            Some(Err(problem)) => self.report_problem(problem.into()),
            None => {}
        }
        // The list shows what is open, also after a refusal.
        self.listed.notify();
    }

    /// The copy that an edit of the official plan starts.
    pub(super) fn start_copy(self) {
        let name = self.free_name();
        let mut content = self.scenario.with_untracked(thawed);
        // A name can always be given.
        let _ = content.apply(&Edit::Rename(name.clone()));
        let id = ScenarioId::from_seed(random_seed());
        self.commit();
        self.kept.update_value(|kept| kept.permit = None);
        // The typing that starts the copy goes on in it: no input drops what it holds.
        self.open.set(Open::Kept(id.clone()));
        self.scenario.set(content.clone());
        self.save();
        self.record(Step::Created { scenario: id, content: Box::new(content) }, None);
        self.notices.show(self.say(Message::CopyStarted(&name)));
    }

    pub(super) fn relist(self) {
        let list = self.kept.with_value(|kept| kept.library.as_ref().map(Library::list)).unwrap_or_default();
        let list: Vec<Listed> = list.into_iter().filter(|listed| listed.kind != Kind::Unreadable).collect();
        if self.listed.with_untracked(|listed| *listed != list) {
            self.listed.set(list);
        }
    }

    pub(super) fn name_of(self, id: &ScenarioId) -> String {
        let listed = self
            .listed
            .with_untracked(|listed| listed.iter().find(|listed| listed.id == *id).map(|listed| listed.name.clone()));
        listed.unwrap_or_else(|| self.scenario.with_untracked(|scenario| scenario.name().to_owned()))
    }

    /// Brings a deleted or undone scenario back under its own identifier.
    pub(super) fn put_back(self, id: &ScenarioId, content: Scenario) {
        self.commit();
        self.keep_as(id, content);
    }

    /// Deletes a scenario and leaves it if it is open. Answers whether it is gone.
    pub(super) fn take_away(self, id: &ScenarioId) -> bool {
        let before = self.open.get_untracked();
        self.show(&Open::Kept(id.clone()));
        let outcome = self.kept.try_update_value(|kept| {
            let (library, permit) = (kept.library.as_mut()?, kept.permit.as_mut()?);
            (permit.scenario() == id).then(|| library.delete(permit, Millis(now())))
        });
        let gone = match outcome.flatten() {
            Some(Ok(DeleteOutcome::Deleted)) | None => true,
            Some(Ok(DeleteOutcome::EditWon { scenario, news })) => {
                if let Some(scenario) = scenario {
                    self.scenario.set(scenario);
                }
                self.report(&news);
                false
            }
            Some(Err(problem)) => {
                self.report_problem(problem);
                false
            }
        };
        if gone {
            self.kept.update_value(|kept| kept.unsaved = false);
            // Undoing what was done elsewhere leads back to where the planner is.
            let elsewhere = before != Open::Kept(id.clone());
            self.show(if elsewhere { &before } else { &Open::Official });
        }
        self.relist();
        gone
    }

    pub(super) fn word(self, word: Word) -> &'static str {
        word.in_language(self.language.get_untracked())
    }

    pub(super) fn say(self, message: Message<'_>) -> String {
        message.in_language(self.language.get_untracked())
    }

    fn put_on_page(self, open: Open, scenario: Scenario) {
        self.kept.update_value(|kept| kept.unsaved = false);
        self.open.set(open);
        self.scenario.set(scenario);
        self.drop_drafts(true);
    }

    /// A new scenario with this content and name; it is open then, and undo takes it away again.
    pub fn make(self, mut content: Scenario, name: &str) {
        // A name can always be given.
        let _ = content.apply(&Edit::Rename(name.to_owned()));
        let id = ScenarioId::from_seed(random_seed());
        self.keep_as(&id, content.clone());
        self.record(Step::Created { scenario: id, content: Box::new(content) }, None);
    }

    fn keep_as(self, id: &ScenarioId, content: Scenario) {
        self.kept.update_value(|kept| kept.permit = None);
        self.put_on_page(Open::Kept(id.clone()), content);
        self.save();
    }

    /// A name for a scenario that comes from elsewhere: its own, unless the plan or a stored one is called so.
    pub fn name_for(self, name: &str) -> String {
        if name.is_empty() {
            return self.free_name();
        }
        let copy = self.say(Message::CopyOf(name));
        let numbered = (2_u32..).map(|number| [copy.as_str(), &number.to_string()].concat());
        let names = [name.to_owned(), copy.clone()].into_iter().chain(numbered);
        names.into_iter().find(|name| !self.is_taken(name)).unwrap_or_default()
    }

    /// 方案A, 方案B, …: the first that no scenario carries yet.
    pub fn free_name(self) -> String {
        let letters = ('A'..='Z').map(String::from);
        let numbers = (27_u32..).map(|number| number.to_string());
        letters
            .chain(numbers)
            .map(|mark| self.say(Message::ScenarioNamed(&mark)))
            .find(|name| !self.is_taken(name))
            .unwrap_or_default()
    }

    /// Whether the plan, the open scenario or a stored one is called so.
    fn is_taken(self, name: &str) -> bool {
        [Language::Chinese, Language::English].iter().any(|language| Word::OfficialShort.in_language(*language) == name)
            || self.listed.with_untracked(|listed| listed.iter().any(|listed| listed.name == name))
            || self.open.with_untracked(|open| *open != Open::Official)
                && self.scenario.with_untracked(|scenario| scenario.name() == name)
    }
}

/// A copy that is no reference.
fn thawed(scenario: &Scenario) -> Scenario {
    let mut copy = scenario.clone();
    // It can always be lifted.
    let _ = copy.apply(&Edit::SetFrozen(false));
    copy
}
