//! A presentation: what was done on the stage can be taken back, and nothing else is.

use tuowei::model::{Edit, official_plan};
use tuowei::session::Open;

use super::support::*;

fn yungang(tab: &Tab) -> u32 {
    slots_of(tab.session.scenario(), "yungang")
}

#[test]
fn nothing_is_asked_where_nothing_was_done_whatever_another_tab_does_meanwhile() {
    let (mut one, mut other, id) = Tab::two();
    one.session.begin_stage();
    assert!(!one.session.is_staged());
    other.set("yungang", 88);
    one.session.look_again();
    assert!(!one.session.is_staged());
    one.session.drop_staged();
    assert_eq!((one.id(), yungang(&one)), (id.clone(), 88));

    one.session.begin_stage();
    one.set("pingcheng", 160);
    assert!(one.session.is_staged());
    one.session.undo();
    assert!(!one.session.is_staged(), "what is taken back is not there any more");
    one.session.redo();
    other.session.look_again();
    other.session.delete();
    one.session.look_again();
    assert!(one.is_official() && !one.session.is_staged(), "it went with its scenario");
    one.session.drop_staged();
    assert!(one.is_official() && one.names().is_empty());
}

#[test]
fn only_what_was_done_on_the_stage_is_dropped_and_one_undo_brings_it_back() {
    let (mut one, mut other, id) = Tab::two();
    one.session.begin_stage();
    one.set("pingcheng", 160);
    one.set("xinrong", 11);
    other.set("yungang", 88);
    one.session.look_again();
    one.session.drop_staged();
    for tab in [&mut one, &mut other] {
        tab.session.look_again();
        let xinrong = slots_of(tab.session.scenario(), "xinrong");
        assert_eq!((tab.id(), tab.pingcheng(), yungang(tab), xinrong), (id.clone(), 150, 88, 10));
    }
    assert!(one.is_saved());
    one.session.undo();
    assert_eq!((one.pingcheng(), yungang(&one), slots_of(one.session.scenario(), "xinrong")), (160, 88, 11));
}

#[test]
fn what_another_tab_stored_and_this_one_has_not_heard_of_stays_as_well() {
    let (mut one, mut other, id) = Tab::two();
    one.session.begin_stage();
    let gesture = one.session.new_gesture();
    one.session.apply(&slots("pingcheng", 160), gesture).unwrap();
    other.set("yungang", 88);
    one.session.drop_staged();
    assert_eq!((one.id(), one.pingcheng(), yungang(&one)), (id.clone(), 150, 88));
    other.session.look_again();
    assert_eq!((other.pingcheng(), other.names().len()), (150, 1));
}

#[test]
fn a_cell_of_the_stage_that_another_tab_changed_afterwards_stays_with_that() {
    let (mut one, mut other, id) = Tab::two();
    one.session.begin_stage();
    one.set("pingcheng", 160);
    one.set("xinrong", 11);
    other.session.look_again();
    other.set("pingcheng", 170);
    one.session.look_again();
    one.session.drop_staged();
    assert_eq!((one.id(), one.pingcheng()), (id, 170));
    assert_eq!(slots_of(one.session.scenario(), "xinrong"), 10);
}

#[test]
fn a_scenario_that_the_same_cell_split_off_on_the_stage_goes_and_the_other_side_is_open() {
    let (mut one, mut other, id) = Tab::two();
    one.session.begin_stage();
    other.set("pingcheng", 170);
    // Not told of it, the same cell.
    one.set("pingcheng", 160);
    assert_ne!(one.id(), id);
    assert!(one.session.is_staged());
    one.session.drop_staged();
    assert_eq!((one.id(), one.pingcheng()), (id.clone(), 170));
    assert_eq!(one.names(), ["方案A"]);
    assert_eq!(stored_slots(&one.store.texts, &id), Some(170));
}

#[test]
fn a_copy_that_the_stage_started_goes_unless_another_tab_worked_on_it() {
    let mut one = Tab::alone();
    one.session.begin_stage();
    one.set("pingcheng", 160);
    assert!(one.session.is_staged());
    one.session.drop_staged();
    assert!(one.is_official() && one.names().is_empty());
    assert_eq!(one.session.scenario(), official_plan());

    one.session.begin_stage();
    one.set("pingcheng", 160);
    let id = one.id();
    let mut other = Tab::begin(2, &one.store.texts, Some(&id));
    other.set("yungang", 88);
    one.session.look_again();
    one.session.drop_staged();
    assert_eq!((one.id(), one.pingcheng(), yungang(&one)), (id, official_slots(), 88));

    // A copy that was undone, and another one after it.
    one.session.switch_to(&Open::Official);
    one.session.begin_stage();
    one.set("pingcheng", 170);
    one.session.undo();
    one.session.undo();
    assert!(one.is_official() && !one.session.is_staged());
    one.set("pingcheng", 171);
    assert!(one.session.is_staged());
    one.session.drop_staged();
    assert!(one.is_official());
    assert_eq!(one.names(), ["方案A"]);
}

#[test]
fn a_copy_of_a_reference_goes_and_the_reference_is_open_again() {
    let mut one = Tab::alone();
    one.session.make(elsewhere("甲"), "甲");
    one.session.apply_once(&Edit::SetFrozen(true)).unwrap();
    let reference = one.id();
    one.session.begin_stage();
    one.session.apply_once(&slots("two", 5)).unwrap();
    assert_ne!(one.id(), reference);
    one.session.drop_staged();
    assert_eq!(one.id(), reference);
    assert_eq!(one.names(), ["甲"]);
}

#[test]
fn what_was_kept_is_not_dropped_by_the_next_presentation() {
    let (mut one, _, _) = Tab::two();
    one.session.begin_stage();
    one.set("pingcheng", 160);
    one.session.end_stage();
    assert!(!one.session.is_staged());
    one.session.drop_staged();
    assert_eq!(one.pingcheng(), 160);
    one.session.begin_stage();
    one.set("yungang", 70);
    one.session.drop_staged();
    assert_eq!((one.pingcheng(), yungang(&one)), (160, 77));
}
