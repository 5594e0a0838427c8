//! What every part of the page needs to know: the language, the look, and the workspace.

mod deferred;

pub use deferred::{ComputedCell, DeferredModule, Export, FetchDeferred};

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;

use super::hands::Hands;
use super::notices::Notices;
use super::route::Route;
use super::workspace::{Open, Workspace};
use crate::browser::{Focused, today};
use crate::charts::ChartKind;
use crate::model::{Date, Edit, Outcome, Scenario, Supply};
use crate::storage::{ChartOrder, Theme, to_json};
use crate::text::{GridColumn, GridView, HiddenColumns, Language, Message, Subject, Word, Wording};

/// The page's shared state. It lives as long as the page does, and so every part of the page holds it by an address.
#[derive(Clone, Copy)]
pub struct Page(&'static PageState);

impl Deref for Page {
    type Target = PageState;

    fn deref(&self) -> &PageState {
        self.0
    }
}

/// What a [`Page`] holds.
pub struct PageState {
    /// Which page is on show.
    pub route: RwSignal<Route>,
    /// The language of every word.
    pub language: RwSignal<Language>,
    /// Light or dark.
    pub theme: RwSignal<Theme>,
    /// The order of counties in charts.
    pub order: RwSignal<ChartOrder>,
    /// The county last worked on, by position: charts of large regions show its part.
    pub active: RwSignal<usize>,
    /// Whether the page is on its way to paper, which is light and has room for every county.
    pub printing: RwSignal<bool>,
    /// The functions that come after the first load, once they are there.
    pub deferred: RwSignal<Option<DeferredModule>>,
    /// Fetches them.
    pub fetch_deferred: FetchDeferred,
    /// What the features keep for as long as the page is there; see [`Page::provide`].
    pub owner: Owner,
    /// Which view the grid shows.
    pub view: RwSignal<GridView>,
    /// Which of its columns are hidden.
    pub hidden: RwSignal<HiddenColumns>,
    /// Another number with each edit, as long as the plan page is on show; see [`Page::planned`].
    pub turn: Memo<u32>,
    /// How the targets fit the slots; nothing until the part of the page that works it out is there.
    pub supply: Memo<Option<Arc<Supply>>>,
    /// Whether the card of a first visit was seen.
    pub seen: RwSignal<bool>,
    /// The hash of a link that carries a scenario, until it is decided what becomes of that.
    pub shared: RwSignal<Option<String>>,
    /// The chart that is presented over the whole screen.
    pub presenting: RwSignal<Option<ChartKind>>,
    /// The figure that is being explained.
    pub explaining: RwSignal<Option<Subject>>,
    /// Where the focus was before the explanation took it.
    pub explained_from: StoredValue<Option<Focused>, LocalStorage>,
    /// How far the typing in the cell with the focus has come.
    pub hands: Hands,
    /// Messages that the whole page shows.
    pub notices: Notices,
    /// The scenarios and the one that is open.
    pub workspace: Workspace,
}

impl Page {
    /// The page with this state.
    pub fn new(state: PageState) -> Self {
        Self(Box::leak(Box::new(state)))
    }

    /// Keeps the state of a feature, which begins with it.
    pub fn provide<T: Send + Sync + 'static>(self, state: T) {
        self.owner.with(|| provide_context(state));
    }

    /// The state of a feature; nothing before it begins. Unlike `use_context` it is found in answers to events, too.
    pub fn provided<T: Clone + 'static>(self) -> Option<T> {
        self.owner.with(use_context::<T>)
    }

    /// The columns of the grid on show, from the left; follows them when read in a reactive place.
    pub fn columns(self) -> Vec<GridColumn> {
        self.hidden.get().shown(self.view.get())
    }

    /// The same of this moment, for an event.
    pub fn columns_now(self) -> Vec<GridColumn> {
        self.hidden.get_untracked().shown(self.view.get_untracked())
    }

    /// A fixed word in the present language; follows it when read in a reactive place.
    pub fn word(self, word: impl Wording) -> &'static str {
        word.said(self.language.get())
    }

    /// A sentence in the present language; follows it when read in a reactive place.
    pub fn say(self, message: Message<'_>) -> String {
        message.in_language(self.language.get())
    }

    /// A sentence in the language of this moment, for an event.
    pub fn say_now(self, message: Message<'_>) -> String {
        message.in_language(self.language.get_untracked())
    }

    /// A word in the language of this moment, for an event.
    pub fn word_now(self, word: impl Wording) -> &'static str {
        word.said(self.language.get_untracked())
    }

    /// What the plan page shows of the open scenario. Who reads it is told of every edit, but of none that is made while
    /// another page is on show: the plan page is hidden then, and is told when it is shown again. What is read is always
    /// as it stands; beside a memo of it, which may be older by then, positions need not fit.
    pub fn planned<T>(self, of: impl FnOnce(&Scenario, &Outcome) -> T) -> T {
        let (scenario, outcome) = self.planned_now();
        of(&scenario, &outcome)
    }

    /// Apart, so that it is compiled once.
    #[inline(never)]
    fn planned_now(self) -> (impl Deref<Target = Scenario>, impl Deref<Target = Outcome>) {
        self.turn.get();
        (self.workspace.scenario.read_untracked(), self.workspace.outcome.read_untracked())
    }

    /// The same of [`PageState::supply`].
    pub fn planned_supply<T>(self, of: impl FnOnce(&Supply) -> T) -> Option<T> {
        self.turn.get();
        self.deferred.track();
        self.supply.read_untracked().as_deref().map(of)
    }

    /// The day that counts as today: the scenario's own (按此日期计算), else the browser's. Followed reactively.
    pub fn today(self) -> Date {
        self.workspace.scenario.with(|scenario| scenario.monitoring().today()).unwrap_or_else(today)
    }

    /// The open scenario's name as it is shown: the official plan has none of its own.
    pub fn scenario_name(self) -> String {
        match self.workspace.open.get() {
            Open::Official => self.word(Word::OfficialShort).to_owned(),
            Open::Kept(_) => self.workspace.scenario.with(|scenario| scenario.name().to_owned()),
        }
    }

    /// The open scenario as a document, under the name that the page shows.
    pub fn document(self) -> String {
        let mut scenario = self.workspace.scenario.get();
        if self.workspace.open.get() == Open::Official {
            // A name can always be given.
            let _ = scenario.apply(&Edit::Rename(self.word(Word::OfficialShort).to_owned()));
        }
        to_json(&scenario)
    }
}
