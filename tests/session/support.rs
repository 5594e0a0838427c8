//! Two tabs over one store, each of which may be refused.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use tuowei::model::{County, CountyId, CountyKind, Edit, Name, Region, Scenario, Slots, official_plan};
use tuowei::session::{Changes, Environment, Notice, Open, SaveState, Session};
use tuowei::storage::entry::parse;
use tuowei::storage::{KeyValue, LastOpen, Millis, SCHEMA, ScenarioId, StoreProblem, TabId};
use tuowei::text::Language;

/// What a store does instead of what it is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    None,
    /// Writing is refused.
    NoRoom,
    /// Every call is refused.
    Denied,
    /// Half of what is written is kept, and nothing said.
    Torn,
}

/// Texts that several tabs share.
pub type Texts = Rc<RefCell<BTreeMap<String, String>>>;

/// One tab's view of a store.
#[derive(Clone, Default)]
pub struct Store {
    pub texts: Texts,
    pub fault: Rc<Cell<Fault>>,
}

impl Store {
    fn readable(&self) -> Result<(), StoreProblem> {
        if self.fault.get() == Fault::Denied { Err(StoreProblem::Denied) } else { Ok(()) }
    }
}

impl KeyValue for Store {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        self.readable()?;
        Ok(self.texts.borrow().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        self.readable()?;
        Ok(self.texts.borrow().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        let kept = match self.fault.get() {
            Fault::None => text,
            Fault::NoRoom => return Err(StoreProblem::Full),
            Fault::Denied => return Err(StoreProblem::Denied),
            Fault::Torn => {
                let half = (0..=text.len() / 2).rev().find(|end| text.is_char_boundary(*end)).unwrap();
                &text[..half]
            }
        };
        self.texts.borrow_mut().insert(key.to_owned(), kept.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        match self.fault.get() {
            Fault::Denied => Err(StoreProblem::Denied),
            _ => {
                self.texts.borrow_mut().remove(key);
                Ok(())
            }
        }
    }
}

struct Surroundings {
    time: Cell<i64>,
    seed: Cell<u64>,
    language: Rc<Cell<Language>>,
}

impl Environment for Surroundings {
    fn now(&self) -> Millis {
        self.time.set(self.time.get() + 1_000);
        Millis(self.time.get())
    }

    fn seed(&self) -> u64 {
        self.seed.set(self.seed.get() + 1);
        self.seed.get()
    }

    fn language(&self) -> Language {
        self.language.get()
    }
}

/// A tab: a session and what became of it.
pub struct Tab {
    pub session: Session,
    pub store: Store,
    pub language: Rc<Cell<Language>>,
}

impl Tab {
    /// The tab of this number over these texts, which opens the scenario that was open last.
    pub fn begin(number: u64, texts: &Texts, last: Option<&ScenarioId>) -> Self {
        let store = Store { texts: texts.clone(), fault: Rc::default() };
        Self::over(number, store, true, last)
    }

    /// The same where nobody knows which one that was.
    pub fn begin_unknown(number: u64, texts: &Texts) -> Self {
        let store = Store { texts: texts.clone(), fault: Rc::default() };
        Self::with_settings(number, store, true, &LastOpen::Unknown)
    }

    pub fn over(number: u64, store: Store, lasting: bool, last: Option<&ScenarioId>) -> Self {
        let last = last.map_or(LastOpen::Official, |id| LastOpen::Kept(id.clone()));
        Self::with_settings(number, store, lasting, &last)
    }

    fn with_settings(number: u64, store: Store, lasting: bool, last: &LastOpen) -> Self {
        Self { store: store.clone(), ..Self::start(number, Box::new(store), lasting, last) }
    }

    /// The tab of this number over any store.
    pub fn over_any(number: u64, store: Box<dyn KeyValue>, last: &LastOpen) -> Self {
        Self::start(number, store, true, last)
    }

    fn start(number: u64, store: Box<dyn KeyValue>, lasting: bool, last: &LastOpen) -> Self {
        let language = Rc::new(Cell::new(Language::Chinese));
        let surroundings = Surroundings {
            time: Cell::new(1_780_000_000_000 + i64::try_from(number).unwrap()),
            seed: Cell::new(number << 32),
            language: language.clone(),
        };
        let session = Session::start(store, lasting, last, Rc::new(surroundings));
        Self { session, store: Store::default(), language }
    }

    pub fn alone() -> Self {
        Self::begin(1, &Texts::default(), None)
    }

    /// Two tabs of one store that show the same scenario, 方案A with 150 slots for 平城.
    pub fn two() -> (Self, Self, ScenarioId) {
        let mut one = Self::alone();
        one.set("pingcheng", 150);
        let id = one.id();
        let other = Self::begin(2, &one.store.texts, Some(&id));
        assert_eq!(other.name(), "方案A");
        one.session.take_changes();
        (one, other, id)
    }

    #[track_caller]
    pub fn set(&mut self, county: &str, count: u32) {
        self.session.apply_once(&slots(county, count)).unwrap();
    }

    /// The slots of 平城 on the page.
    pub fn pingcheng(&self) -> u32 {
        slots_of(self.session.scenario(), "pingcheng")
    }

    pub fn name(&self) -> &str {
        self.session.scenario().name()
    }

    #[track_caller]
    pub fn id(&self) -> ScenarioId {
        match self.session.open() {
            Open::Kept(id) => id.clone(),
            Open::Official => panic!("the official plan is open"),
        }
    }

    pub fn is_official(&self) -> bool {
        *self.session.open() == Open::Official
    }

    pub fn show(&mut self, id: &ScenarioId) {
        self.session.switch_to(&Open::Kept(id.clone()));
    }

    pub fn is_saved(&self) -> bool {
        matches!(self.session.save_state(), SaveState::Saved(_))
    }

    pub fn changes(&mut self) -> Changes {
        self.session.take_changes()
    }

    /// What was said since this was last asked.
    pub fn said(&mut self) -> Vec<Notice> {
        self.changes().notices
    }

    pub fn names(&self) -> Vec<String> {
        self.session.listed().iter().map(|listed| listed.name.clone()).collect()
    }
}

/// What a tab that is opened now reads of a scenario.
pub fn stored(texts: &Texts, id: &ScenarioId) -> Option<Scenario> {
    let copy: Texts = Rc::new(RefCell::new(texts.borrow().clone()));
    Tab::begin(99, &copy, None).session.read(id)
}

/// The stored slots of 平城.
pub fn stored_slots(texts: &Texts, id: &ScenarioId) -> Option<u32> {
    stored(texts, id).map(|scenario| slots_of(&scenario, "pingcheng"))
}

/// Sets a county's slots.
pub fn slots(county: &str, count: u32) -> Edit {
    Edit::slots(CountyId::new(county), Slots::new(count))
}

pub fn slots_of(scenario: &Scenario, county: &str) -> u32 {
    scenario.county(&CountyId::new(county)).unwrap().slots.map_or(0, Slots::get)
}

pub fn official_slots() -> u32 {
    slots_of(official_plan(), "pingcheng")
}

/// A scenario of a region without a plan.
pub fn elsewhere(name: &str) -> Scenario {
    let county = |id: &str| County { id: CountyId::new(id), name: Name::new(id, None), kind: CountyKind::County };
    let region = Region::new("elsewhere", Name::new("别处", None), 2026, vec![county("one"), county("two")]).unwrap();
    Scenario::empty(name, region.into())
}

/// The keys of a scenario's entries, the oldest first.
pub fn keys_of(texts: &Texts, id: &ScenarioId) -> Vec<String> {
    let prefix = format!("tuowei:s:{id}:");
    let rev = |key: &String| key[prefix.len()..].split_once(':').unwrap().0.parse::<u64>().unwrap();
    let mut keys: Vec<String> = texts.borrow().keys().filter(|key| key.starts_with(&prefix)).cloned().collect();
    keys.sort_by_key(rev);
    keys
}

/// A newer page stores the scenario once more: an entry of a schema of its own that builds on the last one.
pub fn store_by_newer_page(texts: &Texts, id: &ScenarioId) {
    let last = keys_of(texts, id).pop().unwrap();
    let text = texts.borrow()[&last].clone();
    let mut header = parse(&last, &text).unwrap().header;
    let parent = header.id.clone();
    header.seen.add(&parent);
    header.parent = Some(parent);
    header.id.rev += 1;
    header.id.tab = TabId::from_seed(77);
    let (now, newer) = (format!("\"schema\":{SCHEMA}"), format!("\"schema\":{}", SCHEMA + 1));
    let text = header.to_text("{}").replacen(&now, &newer, 1);
    let (line, payload) = text.split_once('\n').unwrap();
    let fields = &line[..line.len() - ",\"crc32\":\"00000000\"}".len()];
    let crc = crc32fast::hash(format!("{fields}\n{payload}").as_bytes());
    texts.borrow_mut().insert(header.key(), format!("{fields},\"crc32\":\"{crc:08x}\"}}\n{payload}"));
}
