//! Every call of the store and of its copy fails once, in every way: what a tab reads afterwards is the old state or the
//! new one, and what was called saved is there, also where the browser was killed before its store reached the disk.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use tuowei::model::{Edit, Scenario, official_plan};
use tuowei::session::{Notice, Open, SaveState};
use tuowei::storage::{KeyValue, LastOpen, ScenarioId, StoreProblem, Write};

use super::support::{Tab, Texts, slots};

/// What goes wrong with one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Denied,
    Full,
    Failed,
    /// Half of it is written and nothing said.
    Torn,
    /// It says no and did it all the same.
    DoneAndRefused,
}

const FAULTS: [Fault; 5] = [Fault::Denied, Fault::Full, Fault::Failed, Fault::Torn, Fault::DoneAndRefused];

/// A store of which one call fails.
#[derive(Clone)]
struct Failing {
    texts: Texts,
    calls: Rc<Cell<usize>>,
    at: usize,
    fault: Fault,
}

impl Failing {
    fn fails(&self) -> bool {
        self.calls.set(self.calls.get() + 1);
        self.calls.get() == self.at
    }

    fn problem(&self) -> StoreProblem {
        match self.fault {
            Fault::Denied => StoreProblem::Denied,
            Fault::Full => StoreProblem::Full,
            Fault::Failed | Fault::Torn | Fault::DoneAndRefused => StoreProblem::Failed,
        }
    }
}

impl KeyValue for Failing {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        if self.fails() { Err(self.problem()) } else { Ok(self.texts.borrow().keys().cloned().collect()) }
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        if self.fails() { Err(self.problem()) } else { Ok(self.texts.borrow().get(key).cloned()) }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        let fails = self.fails();
        let half = (0..=text.len() / 2).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        let kept = match self.fault {
            _ if !fails => Some(text),
            Fault::DoneAndRefused => Some(text),
            Fault::Torn => Some(&text[..half]),
            Fault::Denied | Fault::Full | Fault::Failed => None,
        };
        if let Some(kept) = kept {
            self.texts.borrow_mut().insert(key.to_owned(), kept.to_owned());
        }
        if fails && self.fault != Fault::Torn { Err(self.problem()) } else { Ok(()) }
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        let fails = self.fails();
        if !fails || matches!(self.fault, Fault::DoneAndRefused | Fault::Torn) {
            self.texts.borrow_mut().remove(key);
        }
        if fails && self.fault != Fault::Torn { Err(self.problem()) } else { Ok(()) }
    }
}

/// A disk of which one transaction fails: refused as a whole, or never answered, with or without having been made.
struct Disk {
    texts: BTreeMap<String, String>,
    transactions: usize,
    at: usize,
    fault: Fault,
}

impl Disk {
    /// Lets the tab write. A transaction that is never answered ends it.
    fn write_out(&mut self, tab: &mut Tab) {
        while let Some(writes) = tab.session.next_writes() {
            self.transactions += 1;
            if self.transactions != self.at {
                self.take(&writes);
                tab.session.written();
                continue;
            }
            match self.fault {
                Fault::Denied | Fault::Full | Fault::Failed => {
                    tab.session.not_written(writes);
                    tab.session.try_copy_again();
                }
                Fault::DoneAndRefused => {
                    self.take(&writes);
                    tab.session.not_written(writes);
                    tab.session.try_copy_again();
                }
                Fault::Torn => return tab.session.copy_stalls(),
            }
        }
    }

    fn take(&mut self, writes: &[Write]) {
        for Write { key, text } in writes {
            match text {
                Some(text) => self.texts.insert(key.clone(), text.clone()),
                None => self.texts.remove(key),
            };
        }
    }
}

/// What was on the page at each step of a scenario, and which step was called saved last.
#[derive(Default)]
struct Witness {
    seen: BTreeMap<ScenarioId, Vec<Scenario>>,
    saved: BTreeMap<ScenarioId, usize>,
    /// The planner was told that a crash may take the last seconds.
    is_warned: bool,
}

impl Witness {
    fn look(&mut self, tab: &mut Tab) {
        self.is_warned |= tab.said().contains(&Notice::NoCopy);
        let Open::Kept(id) = tab.session.open().clone() else { return };
        // A copy is stored as such before the first edit of it.
        let begun = || {
            let mut begun = official_plan().clone();
            begun.apply(&Edit::Rename(tab.name().to_owned())).unwrap();
            vec![begun]
        };
        let seen = self.seen.entry(id.clone()).or_insert_with(begun);
        if seen.last() != Some(tab.session.scenario()) {
            seen.push(tab.session.scenario().clone());
        }
        if matches!(tab.session.save_state(), SaveState::Saved(_)) {
            self.saved.insert(id, seen.len() - 1);
        }
    }

    /// Each scenario that a page finds is one of the states that were seen, and no older than what was called saved.
    fn check(&self, store: BTreeMap<String, String>, disk: &Disk, told: &str) {
        let texts = Texts::new(store.into());
        let mut tab = Tab::begin_unknown(9, &texts);
        tab.session.expect_copy(&LastOpen::Unknown);
        tab.session.adopt(disk.texts.clone().into_iter().collect());
        for (id, seen) in &self.seen {
            let found = tab.session.read(id).map(|found| seen.iter().rposition(|seen| *seen == found));
            match (found, self.saved.get(id)) {
                (Some(Some(at)), Some(&saved)) => assert!(at >= saved, "{told}: {at} of {id} and not {saved} is there"),
                (Some(Some(_)), None) | (None, None) => {}
                (Some(None), _) => panic!("{told}: a mix of {id} is there"),
                (None, Some(_)) => panic!("{told}: {id} was called saved and is gone"),
            }
        }
    }
}

/// The story of a planner, each step of which may be stored. Answers how many calls it took of the store and of the disk.
fn story(store_at: usize, disk_at: usize, fault: Fault) -> (usize, usize) {
    let told = format!("call {store_at}, transaction {disk_at}, {fault:?}");
    let texts = Texts::default();
    let store = Failing { texts: texts.clone(), calls: Rc::default(), at: store_at, fault };
    let mut disk = Disk { texts: BTreeMap::new(), transactions: 0, at: disk_at, fault };
    let mut tab = Tab::over_any(1, Box::new(store.clone()), &LastOpen::Unknown);
    tab.session.expect_copy(&LastOpen::Unknown);
    tab.session.adopt(Vec::new());
    let mut witness = Witness::default();
    let steps: [&dyn Fn(&mut Tab); 9] = [
        &|tab| drop(tab.session.apply_once(&slots("pingcheng", 140))),
        &|tab| drop(tab.session.apply_once(&slots("pingcheng", 150))),
        &|tab| drop(tab.session.apply_once(&slots("yungang", 57))),
        &|tab| tab.session.new_scenario(),
        &|tab| drop(tab.session.apply_once(&slots("pingcheng", 7))),
        &|tab| tab.session.undo(),
        &|tab| tab.session.redo(),
        &|tab| tab.session.rename("甲"),
        &|tab| drop(tab.session.apply_once(&slots("pingcheng", 8))),
    ];
    for step in steps {
        step(&mut tab);
        for writes in [false, true] {
            if writes {
                disk.write_out(&mut tab);
            }
            witness.look(&mut tab);
            // The browser is killed now, after its store reached its own disk and before.
            witness.check(texts.borrow().clone(), &disk, &told);
            if !witness.is_warned {
                witness.check(BTreeMap::new(), &disk, &told);
            }
        }
    }
    (store.calls.get(), disk.transactions)
}

#[test]
fn whichever_call_fails_the_old_state_or_the_new_one_is_there_and_what_was_called_saved() {
    let (calls, transactions) = story(usize::MAX, usize::MAX, Fault::Failed);
    assert!(calls > 60 && transactions > 6, "{calls} {transactions}");
    for fault in FAULTS {
        (1..=calls).for_each(|at| _ = story(at, usize::MAX, fault));
        (1..=transactions).for_each(|at| _ = story(usize::MAX, at, fault));
    }
    // Both at once.
    for fault in FAULTS {
        for at in (1..=calls).step_by(3) {
            (1..=transactions).step_by(2).for_each(|transaction| _ = story(at, transaction, fault));
        }
    }
}
