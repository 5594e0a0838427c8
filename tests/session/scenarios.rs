//! Making, naming, deleting; the list, versions, what is opened at the start.

use tuowei::model::official_plan;
use tuowei::session::{Notice, Open};
use tuowei::storage::ScenarioId;
use tuowei::text::Language;

use super::support::*;

#[test]
fn new_scenarios_take_the_first_free_letter_in_the_language_of_the_page() {
    let mut one = Tab::alone();
    one.session.new_scenario();
    one.session.new_scenario();
    assert_eq!(one.names(), ["方案A", "方案B"]);
    one.language.set(Language::English);
    one.session.new_scenario();
    assert_eq!(one.name(), "Scenario A");
    one.language.set(Language::Chinese);
    for _ in 0..25 {
        one.session.new_scenario();
    }
    assert_eq!(one.name(), "方案27", "after 方案Z come numbers");
    one.session.delete();
    one.session.switch_to(&Open::Official);
    one.session.duplicate();
    assert_eq!(one.name(), "方案27");
}

#[test]
fn a_name_that_is_taken_becomes_that_of_a_copy() {
    let mut one = Tab::alone();
    one.session.new_scenario();
    one.session.rename("甲");
    assert_eq!(one.session.name_for("乙"), "乙");
    assert_eq!(one.session.name_for(""), "方案A");
    assert_eq!(one.session.name_for("市方案"), "市方案 副本", "nothing else is called like the plan");
    for expected in ["甲 副本", "甲 副本2", "甲 副本3"] {
        assert_eq!(one.session.name_for("甲"), expected);
        one.session.make(official_plan().clone(), expected);
    }
    one.session.duplicate();
    assert_eq!(one.name(), "甲 副本3 副本");
    one.language.set(Language::English);
    assert_eq!(one.session.name_for("甲"), "甲 copy");
}

#[test]
fn a_copy_has_the_figures_and_leaves_the_first_alone() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let first = one.id();
    one.session.duplicate();
    assert_eq!((one.name(), one.pingcheng()), ("方案A 副本", 150));
    one.set("pingcheng", 160);
    one.show(&first);
    assert_eq!(one.pingcheng(), 150);
    one.session.new_scenario();
    assert_eq!(one.pingcheng(), official_slots(), "a new one begins with the plan's figures");
}

#[test]
fn renaming_and_deleting_are_said_and_can_be_undone() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let id = one.id();
    one.session.rename("甲");
    assert_eq!(one.names(), ["甲"]);
    one.said();
    one.session.delete();
    let changes = one.changes();
    assert_eq!(changes.notices, [Notice::Deleted("甲".to_owned())]);
    assert_eq!(changes.drop_drafts, Some(true), "what is typed belongs to a scenario that is gone");
    assert!(one.is_official() && one.names().is_empty());
    one.session.undo();
    assert_eq!((one.id(), one.name(), one.pingcheng()), (id, "甲", 150));
    one.session.undo();
    assert_eq!(one.name(), "方案A");
}

#[test]
fn the_scenario_that_was_open_last_is_open_again_if_it_is_still_there() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let id = one.id();
    let again = Tab::begin(2, &one.store.texts, Some(&id));
    assert_eq!((again.id(), again.pingcheng(), again.is_saved()), (id.clone(), 150, true));
    assert!(!again.session.can_undo());
    assert!(Tab::begin(3, &one.store.texts, None).is_official());
    assert!(Tab::begin(4, &one.store.texts, Some(&ScenarioId::from_seed(77))).is_official());
    one.session.delete();
    assert!(Tab::begin(5, &one.store.texts, Some(&id)).is_official());
}

/// As with damaged settings, or none at all.
#[test]
fn where_nobody_knows_what_was_open_the_newest_scenario_is() {
    assert!(Tab::begin_unknown(1, &Texts::default()).is_official());
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let first = one.id();
    one.session.new_scenario();
    let second = one.id();
    assert_eq!(Tab::begin_unknown(2, &one.store.texts).id(), second);
    let mut other = Tab::begin(9_000_000, &one.store.texts, Some(&first));
    other.set("pingcheng", 160);
    let again = Tab::begin_unknown(3, &one.store.texts);
    assert_eq!((again.id(), again.pingcheng(), again.is_saved()), (first, 160, true));
}

#[test]
fn a_visit_that_changes_nothing_writes_nothing() {
    let mut one = Tab::alone();
    one.session.commit();
    one.session.look_again();
    one.session.switch_to(&Open::Official);
    one.session.undo();
    one.session.redo();
    one.session.restore_all();
    assert!(one.store.texts.borrow().is_empty());
}

#[test]
fn earlier_versions_are_listed_the_newest_first_and_open_as_a_copy() {
    let mut one = Tab::alone();
    assert!(one.session.versions().is_empty());
    for count in [140, 150, 160] {
        one.set("pingcheng", count);
    }
    let id = one.id();
    let versions = one.session.versions();
    assert!(versions.len() >= 3 && versions.is_sorted_by(|newer, older| newer.rev > older.rev));
    one.session.open_version(&versions[1], "3月12日 09:00");
    assert_eq!((one.name(), one.pingcheng()), ("方案A（3月12日 09:00）", 150));
    one.session.undo();
    assert!(one.is_official());
    one.show(&id);
    assert_eq!(one.pingcheng(), 160);
    one.said();
    one.store.texts.borrow_mut().clear();
    one.session.open_version(&versions[1], "");
    assert!(one.said().contains(&Notice::VersionGone));
}

#[test]
fn what_cannot_be_opened_is_said_and_what_is_open_stays() {
    let (mut one, _, first) = Tab::two();
    one.session.new_scenario();
    let second = one.id();
    one.show(&first);
    one.said();
    one.show(&ScenarioId::from_seed(77));
    let changes = one.changes();
    assert_eq!(changes.notices, [Notice::ScenarioGone]);
    assert!(changes.listed && !changes.open, "the list shows the open one again");
    store_by_newer_page(&one.store.texts, &second);
    one.session.look_again();
    one.said();
    one.show(&second);
    assert_eq!(one.said(), [Notice::StoredByNewer("方案B".to_owned())]);
    assert_eq!((one.id(), one.session.read(&second)), (first, None));
    // Told at the start as well.
    let mut later = Tab::begin(3, &one.store.texts, Some(&second));
    assert!(later.is_official());
    assert!(later.said().contains(&Notice::StoredByNewer("方案B".to_owned())));
}
