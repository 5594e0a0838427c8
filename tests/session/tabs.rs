//! Two tabs over one store.

use tuowei::session::{Notice, Open};

use super::support::*;

#[test]
fn what_another_tab_stores_is_taken_over_and_said() {
    let (mut one, mut other, _) = Tab::two();
    other.said();
    one.set("pingcheng", 160);
    other.session.look_again();
    let changes = other.changes();
    assert_eq!(changes.notices, [Notice::TakenFromOtherTab("方案A".to_owned())]);
    assert_eq!((other.pingcheng(), changes.drop_drafts), (160, Some(false)));
    one.session.new_scenario();
    other.session.look_again();
    assert_eq!(other.names(), ["方案A", "方案B"]);
    assert!(other.said().is_empty(), "the open one is as it was");
    other.session.switch_to(&Open::Official);
    one.session.delete();
    other.session.look_again();
    assert_eq!(other.names(), ["方案A"], "the list follows while the plan is open, too");
}

#[test]
fn changes_of_different_cells_are_joined_and_it_is_said() {
    let (mut one, mut other, id) = Tab::two();
    one.set("pingcheng", 160);
    other.said();
    other.set("yungang", 57);
    assert_eq!(other.said(), [Notice::Merged("方案A".to_owned())]);
    one.session.look_again();
    for tab in [&one, &other] {
        assert_eq!((tab.id(), tab.pingcheng(), slots_of(tab.session.scenario(), "yungang")), (id.clone(), 160, 57));
    }
    // What is undone is only what this tab did.
    other.session.undo();
    assert_eq!((other.pingcheng(), slots_of(other.session.scenario(), "yungang")), (160, 77));
}

#[test]
fn changes_of_the_same_cell_are_kept_as_two_scenarios_and_it_is_said() {
    let (mut one, mut other, id) = Tab::two();
    one.set("pingcheng", 160);
    other.said();
    other.set("pingcheng", 140);
    assert!(matches!(&other.said()[..], [Notice::Split(first, _)] if first == "方案A"));
    assert_eq!(other.pingcheng(), 140, "the planner stays with what is on the screen");
    assert_eq!(one.pingcheng(), 160);
    assert_ne!(other.id(), id);
    other.set("pingcheng", 141);
    let values: Vec<Option<u32>> = [id, other.id()].iter().map(|id| stored_slots(&one.store.texts, id)).collect();
    assert_eq!(values, [Some(160), Some(141)]);
    one.session.look_again();
    assert_eq!((one.pingcheng(), one.names().len()), (160, 2));
}

#[test]
fn what_was_deleted_in_another_tab_while_it_was_changed_here_stays_and_it_is_said() {
    let (mut one, mut other, id) = Tab::two();
    one.session.delete();
    other.said();
    other.set("pingcheng", 140);
    assert_eq!(other.said(), [Notice::KeptDespiteDeletion("方案A".to_owned())]);
    assert_eq!(stored_slots(&one.store.texts, &id), Some(140));
    one.session.look_again();
    assert_eq!(one.names(), ["方案A"]);
}

#[test]
fn a_store_that_was_cleared_gets_what_is_on_the_screen_again() {
    let (mut one, _, id) = Tab::two();
    one.store.texts.borrow_mut().clear();
    one.session.look_again();
    assert_eq!((one.pingcheng(), one.is_saved()), (150, true));
    assert_eq!(stored_slots(&one.store.texts, &id), Some(150));
}

#[test]
fn a_newer_page_that_goes_on_with_the_open_scenario_is_never_overwritten() {
    let (mut one, _, id) = Tab::two();
    store_by_newer_page(&one.store.texts, &id);
    let before = one.store.texts.borrow().clone();
    one.session.look_again();
    assert_eq!(one.said(), [Notice::StoredByNewer("方案A".to_owned())]);
    one.set("pingcheng", 160);
    assert_ne!(one.id(), id, "the work goes on in a second scenario");
    for (key, text) in before {
        assert_eq!(one.store.texts.borrow().get(&key), Some(&text));
    }
    assert_eq!(stored_slots(&one.store.texts, &one.id()), Some(160));
}
