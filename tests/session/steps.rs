//! Undo and redo across scenarios: a step never touches a scenario other than its own.

use tuowei::model::{Edit, official_plan};
use tuowei::session::{Notice, Open, SaveState};

use super::support::*;

#[test]
fn a_step_of_a_scenario_that_another_tab_deleted_brings_it_back_and_leaves_the_plan_alone() {
    let (mut one, mut other, id) = Tab::two();
    one.set("pingcheng", 160);
    other.session.look_again();
    other.session.delete();
    one.session.look_again();
    assert!(one.is_official());
    assert_eq!(one.said().last(), Some(&Notice::DeletedElsewhere("方案A".to_owned())));

    one.session.undo();
    assert_eq!(one.id(), id, "under its own identifier");
    assert_eq!((one.name(), one.pingcheng()), ("方案A", 150));
    assert_eq!(one.said(), [Notice::BroughtBack("方案A".to_owned())]);
    assert!(one.is_saved());
    assert_eq!(stored_slots(&one.store.texts, &id), Some(150));
    one.session.redo();
    assert_eq!((one.id(), one.pingcheng()), (id.clone(), 160));

    one.session.switch_to(&Open::Official);
    assert_eq!(one.session.scenario(), official_plan());
    assert_eq!(one.pingcheng(), official_slots());
    other.session.look_again();
    assert_eq!(other.names(), ["方案A"]);
}

#[test]
fn a_step_of_a_scenario_that_another_tab_deleted_leaves_the_open_one_alone() {
    let (mut one, mut other, first) = Tab::two();
    one.session.new_scenario();
    one.set("pingcheng", 111);
    let second = one.id();
    one.show(&first);
    one.set("pingcheng", 160);
    one.show(&second);
    other.session.look_again();
    other.session.delete();
    one.session.look_again();
    assert_eq!(one.id(), second);

    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (first.clone(), 150));
    assert_eq!(stored_slots(&one.store.texts, &second), Some(111));
    assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
    // The steps before it are still there, each of its own scenario.
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (second.clone(), official_slots()));
    assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
}

#[test]
fn a_copy_that_a_full_store_never_took_is_not_lost_by_looking_at_another_scenario() {
    let mut one = Tab::alone();
    one.store.fault.set(Fault::NoRoom);
    one.set("pingcheng", 150);
    one.set("pingcheng", 160);
    let id = one.id();
    assert_eq!(one.session.save_state(), SaveState::NotSaved);
    one.session.switch_to(&Open::Official);
    assert_eq!(one.session.scenario(), official_plan());

    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (id.clone(), 150));
    assert_eq!(one.session.save_state(), SaveState::NotSaved);
    one.session.switch_to(&Open::Official);
    assert_eq!(one.session.scenario(), official_plan());
    one.store.fault.set(Fault::None);
    one.session.redo();
    assert_eq!((one.id(), one.pingcheng(), one.is_saved()), (id.clone(), 160, true));
    assert_eq!(stored_slots(&one.store.texts, &id), Some(160));
}

#[test]
fn in_a_page_loaded_over_a_full_store_a_step_touches_no_scenario_but_its_own() {
    let (first_load, mut other, first) = Tab::two();
    let texts = first_load.store.texts.clone();
    other.session.make(official_plan().clone(), "乙");
    other.set("pingcheng", 111);
    let second = other.id();
    other.show(&first);

    let mut one = Tab::begin(3, &texts, Some(&first));
    one.store.fault.set(Fault::NoRoom);
    one.set("pingcheng", 160);
    one.set("pingcheng", 170);
    assert_eq!(one.session.save_state(), SaveState::NotSaved);
    other.session.delete();
    one.session.look_again();
    one.show(&second);
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (first.clone(), 160), "it comes back, unsaved");
    assert_eq!(one.session.save_state(), SaveState::NotSaved);
    one.session.switch_to(&Open::Official);
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (first.clone(), 150));
    assert_eq!(stored_slots(&texts, &second), Some(111));
    one.session.switch_to(&Open::Official);
    assert_eq!(one.session.scenario(), official_plan());

    one.store.fault.set(Fault::None);
    one.session.redo();
    assert_eq!((one.id(), one.pingcheng(), one.is_saved()), (first.clone(), 160, true));
    assert_eq!(stored_slots(&texts, &first), Some(160));
    assert_eq!(stored_slots(&texts, &second), Some(111));
}

#[test]
fn what_the_store_refused_is_still_there_when_the_scenario_is_opened_again() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let id = one.id();
    one.store.fault.set(Fault::NoRoom);
    one.set("pingcheng", 160);
    one.session.switch_to(&Open::Official);
    one.show(&id);
    assert_eq!((one.pingcheng(), one.session.save_state()), (160, SaveState::NotSaved));
    one.session.switch_to(&Open::Official);
    one.store.fault.set(Fault::None);
    one.show(&id);
    assert_eq!((one.pingcheng(), one.is_saved()), (160, true));
    assert_eq!(stored_slots(&one.store.texts, &id), Some(160));
}

#[test]
fn a_step_that_the_store_stands_in_the_way_of_stays_and_can_be_tried_again() {
    let (mut one, _, first) = Tab::two();
    one.set("pingcheng", 160);
    one.session.new_scenario();
    one.set("pingcheng", 111);
    one.show(&first);
    let second = one.session.undo_is_of().cloned().unwrap();
    one.said();
    one.store.fault.set(Fault::Denied);
    for _ in 0..2 {
        one.session.undo();
        assert_eq!((one.id(), one.pingcheng()), (first.clone(), 160), "nothing is touched");
        assert_eq!(one.session.undo_is_of(), Some(&second));
        assert!(matches!(one.said()[..], [Notice::NotStored(_)]));
        assert!(one.is_saved(), "what is open is stored");
    }
    one.store.fault.set(Fault::None);
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (second, official_slots()));
}

#[test]
fn a_step_of_what_a_newer_page_stored_is_given_up_and_those_before_it_can_be_reached() {
    let (mut one, _, first) = Tab::two();
    one.session.new_scenario();
    let second = one.id();
    one.set("pingcheng", 111);
    one.show(&first);
    store_by_newer_page(&one.store.texts, &second);
    one.session.look_again();
    one.said();
    let before = one.store.texts.borrow().clone();
    for _ in 0..2 {
        // The edit, then the making of the scenario.
        one.session.undo();
        assert!(matches!(one.said()[..], [Notice::StoredByNewer(_)]));
        assert_eq!((one.id(), one.pingcheng()), (first.clone(), 150));
        assert_eq!(*one.store.texts.borrow(), before);
        assert!(!one.session.can_redo());
    }
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (first, official_slots()));
}

#[test]
fn a_step_of_a_scenario_that_cannot_be_read_any_more_brings_it_back_and_keeps_the_damaged_texts() {
    let (mut one, _, first) = Tab::two();
    one.session.new_scenario();
    let second = one.id();
    one.set("pingcheng", 111);
    one.show(&first);
    let damaged: Vec<String> = keys_of(&one.store.texts, &second);
    for key in &damaged {
        one.store.texts.borrow_mut().insert(key.clone(), "damaged".to_owned());
    }
    one.said();
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (second.clone(), official_slots()));
    assert!(
        matches!(&one.said()[..], [Notice::Damaged(texts), Notice::BroughtBack(_)] if texts.len() == damaged.len())
    );
    for key in &damaged {
        assert_eq!(one.store.texts.borrow()[key], "damaged");
    }
    assert_eq!(stored_slots(&one.store.texts, &second), Some(official_slots()));
    assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
}

#[test]
fn making_is_undone_where_the_planner_is_and_done_again_under_the_same_identifier() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let first = one.id();
    one.session.new_scenario();
    let second = one.id();
    one.show(&first);
    one.session.undo();
    assert_eq!(one.id(), first, "the other one goes, and this one stays open");
    assert_eq!(one.names(), ["方案A"]);
    one.session.redo();
    assert_eq!(one.id(), second);
    assert_eq!(one.names(), ["方案A", "方案B"]);
    assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
}

#[test]
fn making_that_another_tab_has_taken_back_already_leaves_what_is_open_alone() {
    let (mut one, mut other, first) = Tab::two();
    one.session.new_scenario();
    let second = one.id();
    one.show(&first);
    other.session.look_again();
    other.show(&second);
    other.session.delete();
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (first.clone(), 150));
    one.session.redo();
    assert_eq!(one.id(), second);
    assert_eq!(stored_slots(&one.store.texts, &first), Some(150));
}

#[test]
fn a_deletion_is_undone_in_its_own_scenario_whoever_brought_it_back_before() {
    let (mut one, mut other, id) = Tab::two();
    one.session.delete();
    assert!(one.is_official());
    other.session.look_again();
    // The other tab had undone steps of its own and goes on with the scenario.
    other.session.new_scenario();
    let content = stored(&one.store.texts, &other.id()).unwrap();
    other.session.make(content, "别的");
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (id.clone(), 150));
    other.session.look_again();
    other.show(&id);
    other.set("pingcheng", 170);
    one.session.look_again();
    assert_eq!(one.pingcheng(), 170);
    one.session.redo();
    assert!(one.is_official());
    one.session.undo();
    assert_eq!(one.id(), id);
    assert_eq!(one.session.redo_is_of(), Some(&id));
}

#[test]
fn a_step_that_no_longer_fits_is_given_up_with_a_message_and_changes_nothing() {
    let mut one = Tab::alone();
    one.session.make(elsewhere("甲"), "甲");
    let id = one.id();
    one.session.apply_once(&slots("two", 5)).unwrap();
    let mut other = Tab::begin(2, &one.store.texts, Some(&id));
    let fewer = other.session.scenario().region().counties()[..1].to_vec();
    let region = tuowei::model::Region::new("elsewhere", tuowei::model::Name::new("别处", None), 2026, fewer).unwrap();
    let edit = other.session.scenario().region_edit(&region.into());
    other.session.apply_once(&edit).unwrap();
    one.session.look_again();
    let before = one.session.scenario().clone();
    one.said();
    one.session.undo();
    assert_eq!(*one.session.scenario(), before);
    assert_eq!(one.said(), [Notice::StepGivenUp("甲".to_owned())]);
    assert!(!one.session.can_redo());
    assert_eq!(stored(&one.store.texts, &id), Some(before));
    // What is left is its making.
    one.session.undo();
    assert!(one.is_official() && one.names().is_empty());
}

#[test]
fn a_step_of_a_scenario_that_became_a_reference_waits_until_it_is_lifted() {
    let mut one = Tab::alone();
    one.session.make(elsewhere("甲"), "甲");
    let id = one.id();
    one.session.apply_once(&slots("two", 5)).unwrap();
    let mut other = Tab::begin(2, &one.store.texts, Some(&id));
    other.session.apply_once(&Edit::SetFrozen(true)).unwrap();
    one.session.look_again();
    one.said();
    one.session.undo();
    assert_eq!(one.said(), [Notice::StepOfReference("甲".to_owned())]);
    assert_eq!(slots_of(one.session.scenario(), "two"), 5);
    other.session.apply_once(&Edit::SetFrozen(false)).unwrap();
    one.session.look_again();
    one.session.undo();
    assert_eq!(slots_of(one.session.scenario(), "two"), 0);
}

#[test]
fn what_is_typed_and_not_stored_yet_is_stored_before_a_step_of_another_scenario_shows_that() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let first = one.id();
    one.set("pingcheng", 160);
    one.session.make(official_plan().clone(), "乙");
    let second = one.id();
    one.session.undo();
    one.session.redo();
    assert_eq!(one.id(), second);
    one.session.undo();
    one.show(&first);
    let gesture = one.session.new_gesture();
    one.session.apply(&slots("pingcheng", 161), gesture).unwrap();
    one.session.undo();
    assert_eq!((one.pingcheng(), stored_slots(&one.store.texts, &first)), (160, Some(160)));
}

#[test]
fn undo_has_no_limit() {
    let mut one = Tab::alone();
    for count in 1..=200 {
        one.set("pingcheng", count);
    }
    for count in (1..200).rev() {
        one.session.undo();
        assert_eq!(one.pingcheng(), count);
    }
    one.session.undo();
    assert_eq!(one.pingcheng(), official_slots());
    for count in 1..=200 {
        one.session.redo();
        assert_eq!(one.pingcheng(), count);
    }
    assert!(!one.session.can_redo());
    one.session.undo();
    one.set("yungang", 1);
    assert!(!one.session.can_redo(), "what is undone cannot be done again after something else was done");
}

#[test]
fn steps_of_work_that_went_into_a_second_scenario_go_on_there() {
    let (mut one, mut other, id) = Tab::two();
    other.set("pingcheng", 170);
    // Not told of it, the same cell.
    one.set("pingcheng", 160);
    let mine = one.id();
    assert_ne!(mine, id);
    assert!(one.said().iter().any(|notice| matches!(notice, Notice::Split(..))));
    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (mine.clone(), 150));
    assert_eq!(stored_slots(&one.store.texts, &id), Some(170));
    assert_eq!(stored_slots(&one.store.texts, &mine), Some(150));
}
