//! Two tabs, interleaved at every call of the store: both end with the same, and nothing that was called saved is gone.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Barrier, Condvar, Mutex};
use std::thread;

use tuowei::model::{CountyId, Scenario, Slots};
use tuowei::storage::{
    DeleteOutcome, KeyValue, Library, Loaded, Refreshed, SaveOutcome, SavePermit, ScenarioId, StoreProblem,
};

use super::support::*;

/// Whose turn it is. Where both tabs could go on, the plan says who does.
#[derive(Default)]
struct Turns {
    /// For each moment with a choice: whether the other tab goes on.
    plan: Vec<bool>,
    /// How many of them are behind.
    made: usize,
    /// How often the plan may still change tabs.
    changes_left: usize,
    now: usize,
    running: [bool; 2],
}

impl Turns {
    /// After each call: decides who makes the next one.
    fn next(&mut self) {
        let other = 1 - self.now;
        if !self.running[self.now] {
            self.now = other;
        } else if self.running[other] && self.changes_left > 0 {
            if self.plan.len() == self.made {
                self.plan.push(false);
            }
            if self.plan[self.made] {
                self.now = other;
                self.changes_left -= 1;
            }
            self.made += 1;
        }
    }
}

#[derive(Clone, Default)]
struct Stage(Arc<(Mutex<Turns>, Condvar)>);

impl Stage {
    fn call<T>(&self, tab: usize, may_change: bool, call: impl FnOnce() -> T) -> T {
        let (turns, changed) = &*self.0;
        let mut turns = changed.wait_while(turns.lock().unwrap(), |turns| turns.now != tab).unwrap();
        let answer = call();
        if may_change {
            turns.next();
        }
        changed.notify_all();
        answer
    }

    fn leave(&self, tab: usize) {
        let (turns, changed) = &*self.0;
        let mut turns = changed.wait_while(turns.lock().unwrap(), |turns| turns.now != tab).unwrap();
        turns.running[tab] = false;
        turns.next();
        changed.notify_all();
    }
}

/// A tab's view of the store; every call waits for the tab's turn while the stage is set.
struct InTurn {
    store: Shared,
    tab: usize,
    stage: Arc<Mutex<Option<Stage>>>,
}

impl InTurn {
    fn call<T>(&self, may_change: bool, call: impl FnOnce() -> T) -> T {
        let stage = self.stage.lock().unwrap().clone();
        match stage {
            Some(stage) => stage.call(self.tab, may_change, call),
            None => call(),
        }
    }
}

impl KeyValue for InTurn {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        self.call(true, || self.store.keys())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        // Entries that one tab writes never change, and too few are written here to be pruned: when they are read
        // makes no difference. Those that both may write are another matter.
        let shared = key.contains(":j") || key.ends_with(":copy");
        self.call(shared, || self.store.get(key))
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.call(true, || self.store.set(key, text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.call(true, || self.store.remove(key))
    }
}

/// What a tab does: sets a county's slots and saves, or deletes the scenario.
#[derive(Clone, Copy)]
enum Act {
    Set(&'static str, u32),
    Delete,
}

/// What a tab saw: the values that it was told are saved, and those that it replaced knowingly.
#[derive(Default)]
struct Told {
    saved: BTreeSet<u32>,
    replaced: BTreeSet<u32>,
}

struct Tab {
    library: Library,
    scenario: Scenario,
    permit: SavePermit,
    /// Whether it was deleted, so that the tab shows nothing.
    gone: bool,
    told: Told,
}

impl Tab {
    fn act(&mut self, act: Act) {
        match act {
            Set(county, value) => {
                let old = self.scenario.county(&CountyId::new(county)).unwrap().slots.unwrap().get();
                self.told.replaced.insert(old);
                self.scenario.apply(&slots(county, value)).unwrap();
                let outcome = self.library.save(&mut self.permit, &self.scenario, NOW).unwrap();
                self.told.saved.insert(value);
                match outcome {
                    SaveOutcome::Saved { .. } => {}
                    SaveOutcome::Merged { scenario, .. } => self.scenario = scenario,
                    SaveOutcome::Split(split) => (self.scenario, self.permit) = (split.mine, split.permit),
                }
            }
            Delete => {
                self.told.replaced.extend(self.scenario.counties().iter().filter_map(|row| row.slots).map(Slots::get));
                match self.library.delete(&mut self.permit, NOW).unwrap() {
                    DeleteOutcome::EditWon { scenario, .. } => self.scenario = scenario.unwrap(),
                    DeleteOutcome::Deleted => self.gone = true,
                }
            }
        }
    }

    fn refresh(&mut self) {
        match self.library.refresh(&mut self.permit).unwrap() {
            Refreshed::Unchanged => {}
            Refreshed::Deleted => self.gone = true,
            Refreshed::Theirs { scenario, .. } => (self.scenario, self.gone) = (scenario, false),
            Refreshed::Moved { scenario, permit, .. } => {
                (self.scenario, self.permit, self.gone) = (scenario, permit, false);
            }
            other => panic!("{other:?}"),
        }
    }

    fn everything(&mut self) -> BTreeMap<ScenarioId, Scenario> {
        let ids: Vec<ScenarioId> = self.library.list().into_iter().map(|listed| listed.id).collect();
        let open = |id: ScenarioId| match self.library.open(&id).unwrap() {
            Loaded::Ready(scenario, _) => (id, scenario),
            other => panic!("{other:?}"),
        };
        ids.into_iter().map(open).collect()
    }
}

type VersionVector = (Told, BTreeMap<ScenarioId, Scenario>, Option<Scenario>);

/// Plays one interleaving and checks what came of it. Answers the plan as far as there were choices.
fn play(acts: [&'static [Act]; 2], plan: Vec<bool>, changes: usize) -> Vec<bool> {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &super::support::plan("A"), NOW).unwrap();
    let mut turns = Turns { plan, changes_left: changes + 1, running: [true; 2], ..Turns::default() };
    // Who makes the very first call is a choice, too.
    turns.next();
    let stage = Stage(Arc::new((Mutex::new(turns), Condvar::new())));
    let barrier = Arc::new(Barrier::new(2));
    let tabs: Vec<thread::JoinHandle<VersionVector>> = (0..2)
        .map(|tab| {
            let (store, stage, barrier) = (store.clone(), stage.clone(), Arc::clone(&barrier));
            thread::spawn(move || {
                let set = Arc::new(Mutex::new(None));
                let in_turn = InTurn { store: store.clone(), tab, stage: Arc::clone(&set) };
                let (mut library, _) = Library::load(Box::new(in_turn), keeping(2 + tab as u64)).unwrap();
                let (scenario, permit) = ready(&mut library, &id(1));
                let mut this = Tab { library, scenario, permit, gone: false, told: Told::default() };
                barrier.wait();
                *set.lock().unwrap() = Some(stage.clone());
                acts[tab].iter().for_each(|act| this.act(*act));
                *set.lock().unwrap() = None;
                stage.leave(tab);
                // Each is told of the other's work, in turn; after that nothing is left to do.
                let mut before_last = BTreeMap::new();
                for round in 0..6 {
                    barrier.wait();
                    if round == 4 {
                        before_last = store.all();
                    }
                    if round % 2 == tab {
                        this.refresh();
                    }
                }
                barrier.wait();
                assert_eq!(store.all(), before_last, "two tabs that know all write nothing more");
                let everything = this.everything();
                (this.told, everything, Some(this.scenario).filter(|_| !this.gone))
            })
        })
        .collect();
    let [mine, theirs]: [VersionVector; 2] =
        tabs.into_iter().map(|tab| tab.join().unwrap()).collect::<Vec<_>>().try_into().ok().unwrap();
    let plan = stage.0.0.lock().unwrap().plan.clone();
    assert_eq!(mine.1, theirs.1, "both tabs see the same: {plan:?}");
    let later = everything(&mut load(&store, 9).0);
    assert_eq!(mine.1, later, "and so does a later one: {plan:?}");
    let values: BTreeSet<u32> = mine
        .1
        .values()
        .flat_map(|scenario| scenario.counties().iter().filter_map(|row| row.slots))
        .map(|slots| slots.get())
        .collect();
    for (mine, theirs) in [(&mine, &theirs), (&theirs, &mine)] {
        let replaced: BTreeSet<u32> = mine.0.replaced.union(&theirs.0.replaced).copied().collect();
        let lost: Vec<_> = mine.0.saved.difference(&values).filter(|value| !replaced.contains(value)).collect();
        assert!(lost.is_empty(), "{lost:?} were called saved and are gone: {plan:?}");
        if let Some(shown) = &mine.2 {
            assert!(mine.1.values().any(|one| one == shown), "what a tab shows is stored: {plan:?}");
        }
    }
    plan
}

/// Plays every interleaving with at most so many changes of tab that are not forced. Answers how many there are.
fn play_all(acts: [&'static [Act]; 2], changes: usize) -> usize {
    let mut plan = Vec::new();
    for count in 1.. {
        plan = play(acts, plan, changes);
        // The next plan in order: the last choice that stayed with its tab goes to the other one instead.
        loop {
            match plan.pop() {
                None => return count,
                Some(true) => {}
                Some(false) => break,
            }
        }
        plan.push(true);
    }
    unreachable!()
}

use Act::{Delete, Set};

/// Different places, the same place, one tab deleting, both.
const ONE_EACH: [[&[Act]; 2]; 4] = [
    [&[Set("pingcheng", 1001)], &[Set("yungang", 2001)]],
    [&[Set("pingcheng", 1001)], &[Set("pingcheng", 2001)]],
    [&[Delete], &[Set("pingcheng", 2001)]],
    [&[Delete], &[Delete]],
];

/// Different places, the same place twice, two places crosswise, a deletion after a save.
const TWO_EACH: [[&[Act]; 2]; 4] = [
    [&[Set("pingcheng", 1001), Set("xinrong", 1002)], &[Set("yungang", 2001), Set("zuoyun", 2002)]],
    [&[Set("pingcheng", 1001), Set("pingcheng", 1002)], &[Set("pingcheng", 2001), Set("pingcheng", 2002)]],
    [&[Set("pingcheng", 1001), Set("xinrong", 1002)], &[Set("xinrong", 2001), Set("pingcheng", 2002)]],
    [&[Set("pingcheng", 1001), Delete], &[Set("yungang", 2001), Set("pingcheng", 2002)]],
];

fn check(cases: [[&'static [Act]; 2]; 4], changes: usize, at_least: usize) {
    for acts in cases {
        let count = play_all(acts, changes);
        println!("{count} interleavings");
        assert!(count >= at_least, "{count}");
    }
}

#[test]
fn one_save_each_however_they_are_interleaved() {
    check(ONE_EACH, 3, 200);
}

#[test]
fn two_saves_each_however_they_are_interleaved() {
    check(TWO_EACH, 2, 300);
}

/// Minutes; run it after a change of how tabs are joined: `cargo test --test storage -- --ignored`.
#[test]
#[ignore = "takes minutes"]
fn more_changes_of_tab_make_no_difference() {
    check(ONE_EACH, 5, 1000);
    check(TWO_EACH, 3, 3000);
}
