//! Two tabs over one store, whatever they do and whatever the store does: an act touches no scenario other than its own.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use proptest::prelude::*;
use tuowei::model::{Edit, Scenario, official_plan};
use tuowei::session::{Notice, Open, SaveState};
use tuowei::storage::{Kind, ScenarioId};

use super::support::*;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    /// Sets a county's slots; stored at once, or left for later.
    Set(usize, u32, bool),
    Rename(u8),
    New,
    Duplicate,
    Delete,
    /// Opens one of the list, or the official plan.
    Select(usize),
    RestoreAll,
    Commit,
    Undo,
    Redo,
    LookAgain,
    /// From now on the tab's store does this.
    Fault(Fault),
    /// Another program damages the newest entry of a scenario, or a newer page stores it.
    Damage(usize),
    Newer(usize),
    /// A scenario of a region without a plan.
    Elsewhere,
    /// Makes the open scenario its region's reference, or lifts it; of others there is none then.
    Freeze(bool),
    /// An earlier version as a scenario of its own.
    Version(usize),
}

/// What a planner does in one tab of a store that works.
fn acts_of_one() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => (0..3_usize, 0..4_u32, any::<bool>()).prop_map(|(county, count, once)| Act::Set(county, count, once)),
        1 => (0..3_u8).prop_map(Act::Rename),
        2 => Just(Act::New),
        1 => Just(Act::Duplicate),
        2 => Just(Act::Delete),
        4 => (0..5_usize).prop_map(Act::Select),
        1 => Just(Act::RestoreAll),
        1 => Just(Act::Commit),
        4 => Just(Act::Undo),
        2 => Just(Act::Redo),
        1 => Just(Act::Elsewhere),
        2 => any::<bool>().prop_map(Act::Freeze),
        1 => (0..3_usize).prop_map(Act::Version),
    ]
}

fn acts() -> impl Strategy<Value = Act> {
    let faults =
        prop_oneof![4 => Just(Fault::None), 1 => Just(Fault::NoRoom), 1 => Just(Fault::Denied), 1 => Just(Fault::Torn)];
    prop_oneof![
        20 => acts_of_one(),
        4 => Just(Act::Undo),
        4 => Just(Act::LookAgain),
        2 => faults.prop_map(Act::Fault),
        1 => (0..4_usize).prop_map(Act::Damage),
        1 => (0..4_usize).prop_map(Act::Newer),
    ]
}

fn scenarios_in(keys: impl IntoIterator<Item = String>) -> BTreeSet<ScenarioId> {
    let id = |key: String| ScenarioId::parse(key.strip_prefix("tuowei:s:")?.split_once(':')?.0);
    keys.into_iter().filter_map(id).collect()
}

impl Tab {
    fn act(&mut self, act: Act) {
        let session = &mut self.session;
        match act {
            Act::Set(county, count, once) => {
                let counties = session.scenario().region().counties();
                let edit = slots(counties[county % counties.len()].id.as_str(), count);
                if once {
                    session.apply_once(&edit).unwrap();
                } else {
                    let gesture = session.new_gesture();
                    session.apply(&edit, gesture).unwrap();
                }
            }
            Act::Rename(name) => session.rename(&format!("名{name}")),
            Act::New => session.new_scenario(),
            Act::Duplicate => session.duplicate(),
            Act::Delete => session.delete(),
            Act::Select(at) => {
                let chosen = session.listed().get(at).map_or(Open::Official, |one| Open::Kept(one.id.clone()));
                session.switch_to(&chosen);
            }
            Act::RestoreAll => session.restore_all(),
            Act::Commit => session.commit(),
            Act::Undo => session.undo(),
            Act::Redo => session.redo(),
            Act::LookAgain => session.look_again(),
            Act::Fault(fault) => self.store.fault.set(fault),
            Act::Damage(at) => self.with_newest(at, |texts, key, _| {
                texts.borrow_mut().insert(key, "damaged".to_owned());
            }),
            Act::Elsewhere => session.make(elsewhere("别处"), "别处"),
            Act::Freeze(freeze) => {
                if freeze {
                    session.lift_references();
                }
                session.apply_once(&Edit::SetFrozen(freeze)).unwrap();
            }
            Act::Version(at) => {
                if let Some(version) = session.versions().get(at) {
                    session.open_version(version, "昨天");
                }
            }
            Act::Newer(at) => self.with_newest(at, |texts, _, id| store_by_newer_page(texts, id)),
        }
    }

    fn with_newest(&self, at: usize, change: impl FnOnce(&Texts, String, &ScenarioId)) {
        let Some(id) = self.session.listed().get(at).map(|one| one.id.clone()) else { return };
        let Some(key) = keys_of(&self.store.texts, &id).pop() else { return };
        let whole = tuowei::storage::entry::parse(&key, &self.store.texts.borrow()[&key]).is_ok();
        if whole {
            change(&self.store.texts, key, &id);
        }
    }

    /// The scenarios that an act may be about: the open one, one that is opened and was never stored so far, that of the
    /// step that is undone or redone, and those of which the store refused something, which is tried again.
    fn named_by(&self, act: Act) -> BTreeSet<ScenarioId> {
        let mut named = BTreeSet::new();
        named.extend(match self.session.open() {
            Open::Kept(id) => Some(id.clone()),
            Open::Official => None,
        });
        named.extend(match act {
            Act::Undo => self.session.undo_is_of().cloned(),
            Act::Redo => self.session.redo_is_of().cloned(),
            Act::Select(at) | Act::Damage(at) | Act::Newer(at) => {
                self.session.listed().get(at).map(|one| one.id.clone())
            }
            _ => None,
        });
        let refused = self.session.listed().iter().filter(|one| one.kind == Kind::Unsaved);
        named.extend(refused.map(|one| one.id.clone()));
        if act == Act::Freeze(true) {
            named.extend(self.session.listed().iter().filter(|one| one.frozen).map(|one| one.id.clone()));
        }
        named
    }
}

/// Does one act and checks that nothing else was touched.
fn check(tab: &mut Tab, act: Act) {
    let named = tab.named_by(act);
    let unsaved = matches!(tab.session.save_state(), SaveState::Editing | SaveState::NotSaved);
    let (open, scenario) = (tab.session.open().clone(), tab.session.scenario().clone());
    let before = tab.store.texts.borrow().clone();
    let known = scenarios_in(before.keys().cloned());
    tab.act(act);
    let said = tab.said();
    let after = tab.store.texts.borrow().clone();
    for (key, text) in &after {
        let is_changed = before.get(key) != Some(text);
        let id = scenarios_in([key.clone()]).pop_first().unwrap();
        assert!(
            !is_changed || named.contains(&id) || !known.contains(&id),
            "{act:?} wrote {key}, which it is not about: {named:?}"
        );
    }
    let newest: BTreeSet<String> =
        known.iter().filter_map(|id| keys_of(&Rc::new(before.clone().into()), id).pop()).collect();
    for key in before.keys().filter(|key| !after.contains_key(*key)) {
        let id = scenarios_in([key.clone()]).pop_first().unwrap();
        // A store without room lets old versions go, but never what counts.
        let makes_room = tab.store.fault.get() == Fault::NoRoom && !newest.contains(key);
        assert!(named.contains(&id) || makes_room, "{act:?} took away {key}");
    }
    if tab.is_official() {
        assert_eq!(tab.session.scenario(), official_plan(), "{act:?}");
        assert_eq!(tab.session.save_state(), SaveState::ReadOnly);
    }
    // What was stored just now is what a tab reads that is opened now.
    if let (Open::Kept(id), SaveState::Saved(_), Fault::None) =
        (tab.session.open(), tab.session.save_state(), tab.store.fault.get())
        && keys_of(&tab.store.texts, id).iter().any(|key| !before.contains_key(key))
        && !matches!(act, Act::Damage(_) | Act::Newer(_))
        && !said.iter().any(|notice| matches!(notice, Notice::StoredByNewer(_)))
    {
        let is_stored = stored(&tab.store.texts, id).as_ref() == Some(tab.session.scenario());
        assert!(is_stored, "{act:?} was called saved and is not");
    }
    // An undo of another scenario's step leaves the open one as it is, or opens the other one.
    if matches!(act, Act::Undo | Act::Redo) && *tab.session.open() == open && !unsaved {
        let is_own = matches!(&open, Open::Kept(id) if named.len() == 1 && named.contains(id));
        assert!(is_own || *tab.session.scenario() == scenario, "{act:?} changed what is open");
    }
}

/// Every stored scenario. What is open is as it is stored.
fn contents(tab: &Tab) -> BTreeMap<ScenarioId, Scenario> {
    let mut now = Tab::begin(98, &Rc::new(tab.store.texts.borrow().clone().into()), None);
    let ids: Vec<ScenarioId> = tab.session.listed().iter().map(|listed| listed.id.clone()).collect();
    let contents: BTreeMap<ScenarioId, Scenario> =
        ids.into_iter().map(|id| (id.clone(), now.session.read(&id).unwrap())).collect();
    if let Open::Kept(id) = tab.session.open() {
        assert!(contents.get(id) == Some(tab.session.scenario()), "what is open is stored");
    }
    contents
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn an_act_touches_no_scenario_but_its_own(
        acts in proptest::collection::vec((0..2_usize, acts()), 1..40),
    ) {
        let texts = Texts::default();
        let mut tabs = [Tab::begin(1, &texts, None), Tab::begin(2, &texts, None)];
        for (tab, act) in acts {
            check(&mut tabs[tab], act);
        }
        // At the end everything can be undone and done again, step by step.
        for tab in &mut tabs {
            tab.store.fault.set(Fault::None);
            let mut steps = 0;
            while tab.session.can_undo() && steps < 200 {
                check(tab, Act::Undo);
                steps += 1;
            }
            while tab.session.can_redo() && steps < 400 {
                check(tab, Act::Redo);
                steps += 1;
            }
            let waits = tab.session.listed().iter().any(|one| one.frozen);
            prop_assert!(waits || !tab.session.can_redo(), "a step that can never be applied is given up");
        }
    }

    #[test]
    fn in_one_tab_undoing_all_is_the_start_and_redoing_all_the_end(
        acts in proptest::collection::vec(acts_of_one(), 1..40),
    ) {
        let mut one = Tab::alone();
        for act in acts {
            check(&mut one, act);
        }
        one.session.commit();
        while one.session.can_redo() {
            one.session.redo();
        }
        let end = contents(&one);
        let mut steps = 0;
        while one.session.can_undo() {
            let here = contents(&one);
            one.session.undo();
            one.session.redo();
            prop_assert!(contents(&one) == here, "each step back and forth is neutral");
            one.session.undo();
            steps += 1;
        }
        prop_assert!(one.is_official() && contents(&one).is_empty());
        while one.session.can_redo() {
            one.session.redo();
            steps -= 1;
        }
        prop_assert_eq!(steps, 0);
        prop_assert!(contents(&one) == end);
        prop_assert!(one.said().iter().all(|notice| matches!(notice, Notice::CopyStarted(_) | Notice::Deleted(_))));
    }
}
