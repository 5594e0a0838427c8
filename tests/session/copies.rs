//! What is read-only is never changed: an edit starts a copy.

use tuowei::model::{CountyId, Edit, EditProblem, MonitorEdit, Points, Rate, RuleKind, Slots, official_plan};
use tuowei::session::{AutosaveTimer, Notice, Open, SaveState};
use tuowei::storage::Gesture;

use super::support::*;

#[test]
fn the_first_edit_of_the_official_plan_starts_a_copy_with_a_name_of_its_own() {
    let mut one = Tab::alone();
    assert_eq!(one.session.save_state(), SaveState::ReadOnly);
    let gesture = one.session.new_gesture();
    one.session.apply(&slots("pingcheng", 150), gesture).unwrap();
    let changes = one.changes();
    assert!(changes.open && changes.scenario && changes.listed && changes.save_state && changes.history);
    assert_eq!(changes.notices, [Notice::CopyStarted("方案A".to_owned())]);
    assert_eq!(changes.drop_drafts, None, "the typing that starts the copy goes on in it");
    assert_eq!(changes.autosave, Some(AutosaveTimer::Start));
    assert_eq!((one.name(), one.pingcheng()), ("方案A", 150));
    assert_eq!(one.session.save_state(), SaveState::Editing);
    let id = one.id();
    assert_eq!(stored_slots(&one.store.texts, &id), Some(official_slots()), "the edit is not committed yet");

    one.session.apply(&slots("pingcheng", 151), gesture).unwrap();
    assert_eq!(one.id(), id, "the next edit goes to the same copy");
    one.session.commit();
    assert_eq!(one.changes().autosave, Some(AutosaveTimer::Stop));
    assert!(one.is_saved());
    assert_eq!(stored_slots(&one.store.texts, &id), Some(151));

    one.session.undo();
    assert_eq!((one.id(), one.pingcheng()), (id.clone(), official_slots()), "the typing is one step");
    one.session.undo();
    assert!(one.is_official() && one.names().is_empty());
    one.session.redo();
    one.session.redo();
    assert_eq!((one.id(), one.pingcheng()), (id, 151));
    one.session.switch_to(&Open::Official);
    assert_eq!(one.session.scenario(), official_plan());
}

#[test]
fn every_kind_of_edit_of_the_official_plan_starts_a_copy() {
    let pingcheng = || CountyId::new("pingcheng");
    for edit in [
        Edit::SetLocked(pingcheng(), true),
        Edit::SetRule(RuleKind::Converge),
        Edit::SetUplift(Points::from_ppm(20_900)),
        Edit::SetTask(Slots::new(351).unwrap()),
        Edit::pin(pingcheng(), Rate::from_ppm(50_000)),
        Edit::Monitor(MonitorEdit::SetProvinceCities(Some(12))),
        Edit::Batch(vec![slots("pingcheng", 150), slots("yungang", 57)]),
    ] {
        let mut one = Tab::alone();
        one.session.apply_once(&edit).unwrap();
        assert_eq!(one.name(), "方案A", "{edit:?}");
        let mut expected = official_plan().clone();
        expected.apply(&edit).unwrap();
        expected.apply(&Edit::Rename("方案A".to_owned())).unwrap();
        assert_eq!(*one.session.scenario(), expected);
        one.session.switch_to(&Open::Official);
        assert_eq!(one.session.scenario(), official_plan());
    }
}

#[test]
fn an_edit_that_changes_nothing_or_cannot_be_taken_starts_no_copy() {
    let mut one = Tab::alone();
    one.session.apply_once(&slots("pingcheng", official_slots())).unwrap();
    assert!(one.is_official());
    let refused = one.session.apply(&slots("nowhere", 1), Gesture(1));
    assert!(matches!(refused, Err(EditProblem::UnknownCounty(_))));
    assert!(one.is_official() && !one.session.can_undo());
    one.session.rename("乙");
    one.session.delete();
    assert!(one.is_official() && one.store.texts.borrow().is_empty());
}

#[test]
fn making_the_official_plan_a_reference_starts_a_copy_as_well() {
    let mut one = Tab::alone();
    one.session.apply_once(&Edit::SetFrozen(true)).unwrap();
    assert_eq!(one.name(), "方案A");
    one.session.switch_to(&Open::Official);
    assert_eq!(one.session.scenario(), official_plan());
}

#[test]
fn an_edit_of_a_reference_starts_a_copy_that_is_none() {
    let mut one = Tab::alone();
    one.session.make(elsewhere("甲"), "甲");
    let first = one.id();
    one.session.apply_once(&Edit::SetFrozen(true)).unwrap();
    assert!(one.session.is_read_only());
    one.session.apply_once(&slots("two", 5)).unwrap();
    assert_ne!(one.id(), first);
    assert!(!one.session.scenario().frozen() && !one.session.is_read_only());
    assert_eq!(slots_of(&stored(&one.store.texts, &first).unwrap(), "two"), 0);
    // The copy is held against the reference, and can be taken back to it.
    assert_eq!(one.session.reference().unwrap().name(), "甲");
    one.session.restore_all();
    assert_eq!(slots_of(one.session.scenario(), "two"), 0);
    // Another one becomes the reference: there is one at most.
    let second = one.id();
    one.session.lift_references();
    one.session.apply_once(&Edit::SetFrozen(true)).unwrap();
    assert_eq!(one.id(), second);
    assert!(!stored(&one.store.texts, &first).unwrap().frozen());
    assert!(one.session.listed().iter().all(|listed| listed.frozen == (listed.id == second)));
    // It can be lifted without a copy.
    one.session.apply_once(&Edit::SetFrozen(false)).unwrap();
    assert_eq!(one.id(), second);
}

#[test]
fn everything_that_the_plan_states_goes_back_to_it_as_one_step() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    one.set("yungang", 57);
    one.session.restore_all();
    assert_eq!((one.pingcheng(), slots_of(one.session.scenario(), "yungang")), (official_slots(), 77));
    one.session.undo();
    assert_eq!((one.pingcheng(), slots_of(one.session.scenario(), "yungang")), (150, 57));
}
