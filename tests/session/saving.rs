//! When something is stored, what is said of it, and a store that refuses.

use std::collections::{BTreeSet, HashSet};
use std::mem::{Discriminant, discriminant};

use tuowei::session::{AutosaveTimer, Notice, Open, SaveState};
use tuowei::storage::{Kind, Listed, SaveProblem, StoreProblem};
use tuowei::text::Language;

use super::support::*;

#[test]
fn an_edit_is_stored_when_it_is_committed_or_the_scenario_is_left() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let id = one.id();
    let leave: [fn(&mut Tab); 6] = [
        |tab| tab.session.commit(),
        |tab| tab.session.switch_to(&Open::Official),
        |tab| tab.session.new_scenario(),
        |tab| tab.session.duplicate(),
        |tab| tab.session.look_again(),
        |tab| tab.session.make(elsewhere("别处"), "别处"),
    ];
    for (count, leave) in (151..).zip(leave) {
        one.show(&id);
        let gesture = one.session.new_gesture();
        one.session.apply(&slots("pingcheng", count), gesture).unwrap();
        assert_ne!(stored_slots(&one.store.texts, &id), Some(count));
        assert_eq!(one.session.save_state(), SaveState::Editing);
        leave(&mut one);
        assert_eq!(stored_slots(&one.store.texts, &id), Some(count));
    }
}

#[test]
fn entries_are_added_and_never_changed() {
    let mut one = Tab::alone();
    let mut seen = std::collections::BTreeMap::new();
    for count in 131..135 {
        one.set("pingcheng", count);
        for (key, text) in one.store.texts.borrow().iter() {
            assert_eq!(seen.entry(key.clone()).or_insert_with(|| text.clone()), text);
        }
    }
    assert!(seen.len() >= 4);
}

#[test]
fn a_full_store_loses_nothing_says_so_and_goes_on_when_there_is_room() {
    let mut one = Tab::alone();
    one.set("pingcheng", 140);
    let id = one.id();
    let before = one.store.texts.borrow().clone();
    one.said();
    one.store.fault.set(Fault::NoRoom);
    one.set("pingcheng", 150);
    assert_eq!(one.said(), [Notice::NotStored(SaveProblem::Store(StoreProblem::Full))]);
    assert_eq!((one.session.save_state(), one.pingcheng()), (SaveState::NotSaved, 150));
    assert_eq!(*one.store.texts.borrow(), before);
    one.store.fault.set(Fault::None);
    one.set("yungang", 57);
    assert!(one.is_saved());
    assert_eq!(stored_slots(&one.store.texts, &id), Some(150));
}

#[test]
fn what_a_full_store_refused_stays_as_scenarios_of_their_own_whatever_is_opened_and_is_stored_once_there_is_room() {
    let marks = |tab: &Tab| -> Vec<(String, bool)> {
        let marked = |listed: &Listed| (listed.name.clone(), listed.kind == Kind::Unsaved);
        tab.session.listed().iter().map(marked).collect()
    };
    let expected = |marks: &[(&str, bool)]| -> Vec<(String, bool)> {
        marks.iter().map(|(name, unsaved)| ((*name).to_owned(), *unsaved)).collect()
    };
    let mut one = Tab::alone();
    one.set("pingcheng", 140);
    let first = one.id();
    one.said();
    one.store.fault.set(Fault::NoRoom);
    // An edit of what is stored, then a scenario that never was, then the plan.
    one.set("pingcheng", 150);
    one.session.new_scenario();
    let second = one.id();
    one.set("yungang", 57);
    one.session.switch_to(&Open::Official);
    assert_eq!(one.said(), [Notice::NotStored(SaveProblem::Store(StoreProblem::Full))], "it is said once");
    assert_eq!(marks(&one), expected(&[("方案A", true), ("方案B", true)]));
    assert!(one.session.has_unsaved());
    // Each is there as it was left.
    one.show(&first);
    assert_eq!((one.pingcheng(), one.session.save_state()), (150, SaveState::NotSaved));
    one.show(&second);
    assert_eq!((slots_of(one.session.scenario(), "yungang"), one.name()), (57, "方案B"));
    one.session.switch_to(&Open::Official);
    one.session.retry();
    assert_eq!(one.changes().autosave, Some(AutosaveTimer::Retry), "and again");
    assert_eq!(stored_slots(&one.store.texts, &first), Some(140));

    one.store.fault.set(Fault::None);
    one.session.retry();
    assert_eq!(marks(&one), expected(&[("方案A", false), ("方案B", false)]));
    assert!(!one.session.has_unsaved());
    assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
    assert_eq!(stored(&one.store.texts, &second).map(|stored| slots_of(&stored, "yungang")), Some(57));
    assert_eq!(one.said(), []);
}

#[test]
fn what_was_refused_before_is_stored_with_the_next_save_or_with_another_tab_s_word() {
    for by_other_tab in [false, true] {
        let mut one = Tab::alone();
        one.set("pingcheng", 140);
        let first = one.id();
        one.store.fault.set(Fault::NoRoom);
        one.set("pingcheng", 150);
        one.session.new_scenario();
        one.store.fault.set(Fault::None);
        if by_other_tab {
            one.session.look_again();
        } else {
            one.set("yungang", 57);
        }
        assert!(one.is_saved() && !one.session.has_unsaved());
        assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
    }
}

#[test]
fn what_was_refused_and_changed_elsewhere_meanwhile_is_joined_or_kept_beside_it() {
    for (county, slots, names) in
        [("yungang", 57, vec!["方案A"]), ("pingcheng", 160, vec!["方案A", "方案A（另一窗口的改动）"])]
    {
        let (mut one, mut other, id) = Tab::two();
        one.store.fault.set(Fault::NoRoom);
        one.set("pingcheng", 155);
        one.session.switch_to(&Open::Official);
        other.set(county, slots);
        one.store.fault.set(Fault::None);
        one.session.retry();
        assert!(!one.session.has_unsaved());
        assert_eq!(one.names(), names);
        let all: BTreeSet<u32> =
            one.session.listed().iter().filter_map(|listed| stored_slots(&one.store.texts, &listed.id)).collect();
        assert!(all.contains(&155));
        assert_eq!(all.contains(&160), county == "pingcheng");
        // Undo is the scenario's that the work is in now.
        one.session.undo();
        assert_ne!(one.pingcheng(), 155);
        assert_eq!(one.id() == id, county == "yungang");
    }
}

#[test]
fn a_save_that_is_not_what_was_written_is_not_called_saved() {
    let mut one = Tab::alone();
    one.set("pingcheng", 140);
    let id = one.id();
    one.said();
    one.store.fault.set(Fault::Torn);
    one.set("pingcheng", 150);
    assert_eq!(one.said(), [Notice::NotStored(SaveProblem::NotKept)]);
    assert_eq!(one.session.save_state(), SaveState::NotSaved);
    assert_eq!(stored_slots(&one.store.texts, &id), Some(140));
}

#[test]
fn without_any_store_the_page_works_and_says_that_nothing_is_kept() {
    let denied = Store::default();
    denied.fault.set(Fault::Denied);
    for (store, lasting) in [(Store::default(), false), (denied, true)] {
        let mut one = Tab::over(1, store.clone(), lasting, None);
        assert_eq!(one.said(), [Notice::NotStored(SaveProblem::Store(StoreProblem::Denied))]);
        one.set("pingcheng", 150);
        assert_eq!(one.pingcheng(), 150);
        let id = one.id();
        one.session.new_scenario();
        one.show(&id);
        assert_eq!(one.pingcheng(), 150, "what is in memory is there as long as the page");
        one.set("pingcheng", 160);
        one.session.undo();
        assert_eq!((one.id(), one.pingcheng()), (id, 150));
        assert!(matches!(one.session.save_state(), SaveState::InMemoryOnly | SaveState::NotSaved));
        store.fault.set(Fault::None);
        one.session.commit();
        assert!(lasting || !one.store.texts.borrow().is_empty());
        assert!(!lasting || one.store.texts.borrow().is_empty(), "a store that was not read is not written to");
    }
}

#[test]
fn a_damaged_newest_entry_falls_back_to_the_one_before_it_and_its_text_is_offered() {
    let mut one = Tab::alone();
    one.set("pingcheng", 140);
    one.set("pingcheng", 150);
    let id = one.id();
    let last = keys_of(&one.store.texts, &id).pop().unwrap();
    let text = one.store.texts.borrow()[&last].clone();
    let damaged = text.replace("\"slots\":150", "\"slots\":750");
    assert_ne!(damaged, text);
    one.store.texts.borrow_mut().insert(last.clone(), damaged.clone());
    let mut again = Tab::begin(2, &one.store.texts, Some(&id));
    assert_eq!(again.pingcheng(), 140);
    let said = again.said();
    let [notice @ Notice::Damaged(texts)] = &said[..] else { panic!("{said:?}") };
    assert_eq!(texts.len(), 1);
    let offer = notice.offer().unwrap();
    assert!(offer.contains(&last) && offer.contains(&damaged));
    for count in 151..154 {
        again.set("pingcheng", count);
    }
    assert_eq!(again.store.texts.borrow()[&last], damaged, "working on never overwrites it");
    assert_eq!(Tab::begin(3, &one.store.texts, Some(&id)).pingcheng(), 153);
}

#[test]
fn a_scenario_of_which_nothing_can_be_read_is_told_and_left_alone_and_the_others_are_there() {
    let mut one = Tab::alone();
    one.set("pingcheng", 140);
    let first = keys_of(&one.store.texts, &one.id());
    one.session.new_scenario();
    one.set("pingcheng", 160);
    let id = one.id();
    for key in &first {
        one.store.texts.borrow_mut().insert(key.clone(), "damaged".to_owned());
    }
    let mut again = Tab::begin(2, &one.store.texts, Some(&id));
    assert!(matches!(&again.said()[..], [Notice::Damaged(texts)] if texts.len() == first.len()));
    assert_eq!((again.names(), again.pingcheng()), (vec!["方案B".to_owned()], 160));
    again.set("pingcheng", 161);
    for key in &first {
        assert_eq!(one.store.texts.borrow()[key], "damaged");
    }
}

#[test]
fn what_others_keep_under_other_keys_is_left_alone() {
    let mut one = Tab::alone();
    let theirs = [("tuo", "theirs"), ("tuowei:settings", "{}"), ("tuowei:t:1", "theirs")];
    for (key, text) in theirs {
        one.store.texts.borrow_mut().insert(key.to_owned(), text.to_owned());
    }
    one.set("pingcheng", 150);
    one.session.delete();
    one.session.look_again();
    for (key, text) in theirs {
        assert_eq!(one.store.texts.borrow()[key], text);
    }
}

#[test]
fn every_notice_is_said_in_both_languages_and_names_its_scenario() {
    let name = || "某某".to_owned();
    let named = [
        Notice::CopyStarted(name()),
        Notice::Deleted(name()),
        Notice::TakenFromOtherTab(name()),
        Notice::Merged(name()),
        Notice::Split(name(), "乙".to_owned()),
        Notice::KeptDespiteDeletion(name()),
        Notice::DeletedElsewhere(name()),
        Notice::StoredByNewer(name()),
        Notice::BroughtBack(name()),
        Notice::StepGivenUp(name()),
        Notice::StepOfReference(name()),
    ];
    let problems = [StoreProblem::Denied, StoreProblem::Full, StoreProblem::Failed].map(SaveProblem::Store);
    let others = problems.into_iter().chain([SaveProblem::NotKept]).map(Notice::NotStored);
    let others = others.chain([
        Notice::ScenarioGone,
        Notice::NoCopy,
        Notice::Mended,
        Notice::VersionGone,
        Notice::Damaged(Vec::new()),
    ]);
    let others: Vec<Notice> = others.collect();
    let kinds: HashSet<Discriminant<Notice>> = named.iter().chain(&others).map(discriminant).collect();
    assert_eq!(kinds.len(), Notice::KINDS, "every notice is among these");
    let texts = |notice: &Notice| [Language::Chinese, Language::English].map(|language| notice.text(language));
    for notice in &named {
        let [chinese, english] = texts(notice);
        assert!(chinese.contains("某某") && english.contains("某某") && chinese != english, "{chinese} {english}");
    }
    for notice in others {
        let [chinese, english] = texts(&notice);
        assert!(!chinese.is_empty() && !english.is_empty() && chinese != english, "{chinese} {english}");
    }
}
