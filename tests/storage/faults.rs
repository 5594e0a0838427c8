//! A store that fails at any one call, or from some call on: what was called saved is still there.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use tuowei::model::Scenario;
use tuowei::storage::{
    DeleteOutcome, Keeping, KeyValue, Library, Loaded, SaveOutcome, SavePermit, ScenarioId, StoreProblem,
};

use super::support::*;

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// The call does nothing and says so.
    Refuse(StoreProblem),
    /// The call does what it should and says that it did not.
    DoneButRefused(StoreProblem),
    /// A set or remove does nothing and says that it did.
    Silent,
    /// A set stores only the first bytes, in percent, and says what it says.
    Torn(usize, Option<StoreProblem>),
}

const FAULTS: [Fault; 11] = [
    Fault::Refuse(StoreProblem::Denied),
    Fault::Refuse(StoreProblem::Full),
    Fault::Refuse(StoreProblem::Failed),
    Fault::DoneButRefused(StoreProblem::Failed),
    Fault::DoneButRefused(StoreProblem::Full),
    Fault::Silent,
    Fault::Torn(0, None),
    Fault::Torn(20, Some(StoreProblem::Failed)),
    Fault::Torn(60, None),
    Fault::Torn(60, Some(StoreProblem::Full)),
    Fault::Torn(99, None),
];

#[derive(Clone)]
struct Faulty {
    inner: Shared,
    calls: Rc<Cell<usize>>,
    at: usize,
    /// How many calls in a row go wrong.
    calls_in_a_row: usize,
    fault: Fault,
}

impl Faulty {
    fn goes_wrong(&self) -> bool {
        let call = self.calls.get();
        self.calls.set(call + 1);
        (self.at..self.at.saturating_add(self.calls_in_a_row)).contains(&call)
    }

    fn read<T>(&self, read: impl FnOnce() -> Result<T, StoreProblem>) -> Result<T, StoreProblem> {
        match self.fault {
            Fault::Refuse(problem) | Fault::DoneButRefused(problem) if self.goes_wrong() => Err(problem),
            Fault::Refuse(_) | Fault::DoneButRefused(_) => read(),
            Fault::Silent | Fault::Torn(..) => {
                self.goes_wrong();
                read()
            }
        }
    }
}

impl KeyValue for Faulty {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        self.read(|| self.inner.keys())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        self.read(|| self.inner.get(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        if !self.goes_wrong() {
            return self.inner.set(key, text);
        }
        match self.fault {
            Fault::Refuse(problem) => Err(problem),
            Fault::DoneButRefused(problem) => self.inner.set(key, text).and(Err(problem)),
            Fault::Silent => Ok(()),
            Fault::Torn(percent, says) => {
                let end = (0..=text.len() * percent / 100).rev().find(|end| text.is_char_boundary(*end)).unwrap();
                self.inner.put(key, &text[..end]);
                says.map_or(Ok(()), Err)
            }
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        if !self.goes_wrong() {
            return self.inner.remove(key);
        }
        match self.fault {
            Fault::Refuse(problem) => Err(problem),
            Fault::DoneButRefused(problem) => self.inner.remove(key).and(Err(problem)),
            Fault::Silent | Fault::Torn(..) => Ok(()),
        }
    }
}

/// What each scenario may be: as it was last said to be saved, or as it was given since without an answer.
/// None stands for a deleted scenario or one that never was.
type May = BTreeMap<ScenarioId, Vec<Option<Scenario>>>;

struct Session {
    library: Library,
    may: May,
    store: Shared,
    /// Every text that was once read back as saved.
    good: BTreeMap<String, String>,
}

impl Session {
    fn answer(&mut self, id: &ScenarioId, given: Option<Scenario>, saved: bool) {
        let may = self.may.entry(id.clone()).or_insert_with(|| vec![None]);
        if saved {
            may.clear();
            let newest = keys_of(&self.store, id).pop().unwrap();
            self.good.insert(newest.clone(), self.store.all()[&newest].clone());
        }
        may.push(given);
    }

    fn create(&mut self, id: &ScenarioId, content: &Scenario, day: i64) -> Option<SavePermit> {
        let mut permit = None;
        for _ in 0..3 {
            let answer = self.library.create(id, content, after(day));
            self.answer(id, Some(content.clone()), answer.is_ok());
            if let Ok((given, outcome)) = answer {
                assert!(matches!(outcome, SaveOutcome::Saved { news, .. } if news.is_empty()));
                permit = Some(given);
                break;
            }
        }
        permit
    }

    fn save(&mut self, permit: &mut Option<SavePermit>, content: &Scenario, day: i64) {
        let Some(permit) = permit else { return };
        let answer = self.library.save(permit, content, after(day));
        self.answer(&permit.scenario().clone(), Some(content.clone()), answer.is_ok());
        if let Ok(outcome) = answer {
            assert!(matches!(outcome, SaveOutcome::Saved { news, .. } if news.is_empty()), "one tab meets nobody");
        }
    }

    fn delete(&mut self, permit: &mut Option<SavePermit>, day: i64) {
        let Some(permit) = permit else { return };
        let answer = self.library.delete(permit, after(day));
        self.answer(&permit.scenario().clone(), None, answer.is_ok());
        assert!(matches!(answer, Ok(DeleteOutcome::Deleted) | Err(_)));
    }
}

/// A session of one tab: two scenarios, some edits, a deletion that is taken back, enough saves to prune.
fn script(session: &mut Session) {
    let mut content = plan("A");
    let mut a = session.create(&id(1), &content, 0);
    let mut b = session.create(&id(2), &plan("B"), 0);
    for number in 0..4 {
        content = edited(&content, &slots("pingcheng", number));
        session.save(&mut a, &content, 1);
    }
    session.delete(&mut b, 2);
    let mut b = session.create(&id(2), &plan("B"), 2);
    session.save(&mut b, &edited(&plan("B"), &slots("yungang", 1)), 2);
    for number in 4..8 {
        content = edited(&content, &slots("pingcheng", number));
        session.save(&mut a, &content, 2);
    }
    session.delete(&mut b, 3);
}

/// Runs the script with one fault; answers how many calls there were.
fn check(fault: Fault, at: usize, calls_in_a_row: usize) -> usize {
    let inner = Shared::default();
    let stranger = [("tuowei:s:0000000000000009:1:x", "damaged"), ("other", "text")];
    stranger.iter().for_each(|(key, text)| inner.put(key, text));
    let faulty = Faulty { inner: inner.clone(), calls: Rc::default(), at, calls_in_a_row, fault };
    let load = || Library::load(Box::new(faulty.clone()), Keeping { budget: 14_000, ..keeping(1) });
    let before = inner.all();
    let Some((library, _)) = load().or_else(|_| load()).ok() else {
        assert_eq!(inner.all(), before, "nothing is written before loading is complete");
        return faulty.calls.get();
    };
    let mut session = Session { library, may: May::new(), store: inner.clone(), good: BTreeMap::new() };
    script(&mut session);
    let context = format!("{fault:?} at call {at}, {calls_in_a_row} in a row");
    let stored = inner.all();
    for (key, text) in &session.good {
        assert!(stored.get(key).is_none_or(|now| now == text), "{context}: a good entry was damaged: {key}");
    }
    for (key, text) in stranger {
        assert_eq!(stored.get(key).map(String::as_str), Some(text), "{context}: {key}");
    }
    let (mut later, report) = super::support::load(&inner, 2);
    assert!(report.news.is_empty(), "{context}: {:?}", report.news);
    for (id, may) in &session.may {
        let now = match later.open(id).unwrap() {
            Loaded::Ready(scenario, _) => Some(scenario),
            Loaded::Deleted(_) | Loaded::Absent => None,
            // Torn before anything was ever saved.
            Loaded::Unreadable(_) if may.contains(&None) => None,
            other => panic!("{context}: {other:?}"),
        };
        assert!(may.contains(&now), "{context}: {id} is {now:#?}, but may be {may:#?}");
    }
    assert!(later.list().iter().all(|listed| session.may.contains_key(&listed.id) || listed.latest.is_none()));
    faulty.calls.get()
}

#[test]
fn a_store_that_fails_at_one_call_loses_nothing() {
    for fault in FAULTS {
        let calls = check(fault, usize::MAX, 0);
        assert!(calls > 100, "{calls}");
        for at in 0..calls {
            check(fault, at, 1);
        }
    }
}

#[test]
fn a_store_that_fails_for_a_while_or_for_ever_loses_nothing() {
    for fault in FAULTS {
        let calls = check(fault, usize::MAX, 0);
        for at in 0..calls {
            check(fault, at, 2);
            check(fault, at, 5);
            check(fault, at, usize::MAX);
        }
    }
}

/// A store with room for so many bytes, as browsers have.
struct Small(Shared, usize);

impl KeyValue for Small {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        self.0.get(key)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        let others = self
            .0
            .all()
            .iter()
            .filter(|(other, _)| *other != key)
            .map(|(key, text)| key.len() + text.len())
            .sum::<usize>();
        if others + key.len() + text.len() > self.1 {
            return Err(StoreProblem::Full);
        }
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.0.remove(key)
    }
}

#[test]
fn a_full_store_makes_room_and_keeps_two_revisions_of_each() {
    let store = Shared::default();
    let (mut library, _) = Library::load(Box::new(Small(store.clone(), 14_000)), keeping(1)).unwrap();
    let mut last = BTreeMap::new();
    for number in 0..40_u32 {
        let scenario = id(u64::from(number % 3));
        let content = edited(&plan("A"), &slots("pingcheng", number));
        if number < 3 {
            library.create(&scenario, &content, after(0)).unwrap();
        } else {
            let (_, mut permit) = ready(&mut library, &scenario);
            library.save(&mut permit, &content, after(i64::from(number))).unwrap();
        }
        last.insert(scenario, content);
    }
    let (mut later, _) = load(&store, 2);
    for (scenario, content) in last {
        assert_eq!(ready(&mut later, &scenario).0, content);
        assert!(later.revisions(&scenario).len() >= 2);
    }
}

#[test]
fn a_store_without_any_room_says_so_and_keeps_what_it_has() {
    let store = Shared::default();
    let (mut library, _) = Library::load(Box::new(Small(store.clone(), 5_000)), keeping(1)).unwrap();
    let (mut permit, _) = library.create(&id(1), &plan("A"), after(0)).unwrap();
    library.save(&mut permit, &edited(&plan("A"), &slots("pingcheng", 1)), after(0)).unwrap();
    let before = store.all();
    let full = library.create(&id(2), &plan(&"长".repeat(1000)), after(0)).unwrap_err();
    assert_eq!(full, tuowei::storage::SaveProblem::Store(StoreProblem::Full));
    assert_eq!(store.all(), before);
    // The next ordinary save makes room for itself.
    library.save(&mut permit, &edited(&plan("A"), &slots("pingcheng", 2)), after(0)).unwrap();
}
