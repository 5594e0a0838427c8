//! The file of all stored entries: what it brings back, and what it leaves alone.

use std::collections::BTreeMap;

use serde_json::json;
use tuowei::session::Open;
use tuowei::storage::{Recovered, StoreProblem, from_json, rescued};

use super::support::*;

/// The file as `src/browser/rescue.js` writes it.
fn file_of(texts: &BTreeMap<String, String>) -> String {
    serde_json::to_string_pretty(&json!({ "app": "tuowei", "rescue": 1, "entries": texts })).unwrap()
}

fn file(texts: &Texts) -> Vec<(String, String)> {
    rescued(&file_of(&texts.borrow())).unwrap()
}

fn two_scenarios() -> Tab {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    one.session.new_scenario();
    one.set("pingcheng", 111);
    one.store.texts.borrow_mut().insert("tuowei:settings".to_owned(), "{\"seen\":true}".to_owned());
    one
}

#[test]
fn all_comes_back_into_an_empty_store_but_not_the_settings() {
    let one = two_scenarios();
    let entries = file(&one.store.texts);
    let mut other = Tab::begin(2, &Texts::default(), None);
    let back = other.session.recover(&entries).unwrap();
    assert_eq!(back, Recovered { added: entries.len() - 1, ..Recovered::default() });
    assert_eq!(other.names(), ["方案A", "方案B"]);
    one.store.texts.borrow_mut().remove("tuowei:settings");
    assert_eq!(*other.store.texts.borrow(), *one.store.texts.borrow());
    assert!(other.is_official(), "what is open stays open");
    let again = other.session.recover(&entries).unwrap();
    assert_eq!(again, Recovered { present: entries.len() - 1, ..Recovered::default() });
}

#[test]
fn what_is_there_stays_and_the_open_scenario_follows() {
    let mut one = Tab::alone();
    one.set("pingcheng", 150);
    let id = one.id();
    let earlier = one.store.texts.borrow().clone();
    one.set("pingcheng", 160);
    let entries = file(&one.store.texts);

    // Gone back to what was stored before, and on from there at another place.
    let texts = Texts::default();
    *texts.borrow_mut() = earlier;
    let mut other = Tab::begin(2, &texts, Some(&id));
    other.set("yungang", 70);
    let before = texts.borrow().clone();
    let back = other.session.recover(&entries).unwrap();
    assert_eq!((back.added, back.damaged, back.refused), (1, 0, None));
    assert_eq!((other.id(), other.pingcheng(), slots_of(other.session.scenario(), "yungang")), (id.clone(), 160, 70));
    for (key, text) in before {
        assert_eq!(texts.borrow().get(&key), Some(&text));
    }

    // A scenario that was deleted since stays deleted: the deletion knew of it.
    let mut one = Tab::begin(3, &one.store.texts, Some(&id));
    one.session.delete();
    let back = one.session.recover(&entries).unwrap();
    assert_eq!(back.refused, None);
    assert!(one.is_official() && one.names().is_empty());
}

#[test]
fn damaged_entries_stay_in_their_file_and_a_damaged_store_is_mended_by_whole_ones() {
    let one = two_scenarios();
    let id = one.id();
    let entries = file(&one.store.texts);
    let last = keys_of(&one.store.texts, &id).pop().unwrap();
    let text = one.store.texts.borrow()[&last].clone();
    one.store.texts.borrow_mut().insert(last.clone(), text.replace("111", "777"));
    let mut other = Tab::begin(2, &one.store.texts, Some(&id));
    assert_eq!(other.pingcheng(), official_slots());
    let back = other.session.recover(&entries).unwrap();
    assert_eq!((back.added, back.damaged), (1, 0));
    assert_eq!((other.pingcheng(), &one.store.texts.borrow()[&last]), (111, &text));

    let mut damaged = entries.clone();
    for (_, text) in &mut damaged {
        text.push('x');
    }
    damaged.push(("tuowei:s:nonsense".to_owned(), text));
    damaged.push(("else".to_owned(), "of others".to_owned()));
    let before = one.store.texts.borrow().clone();
    let back = other.session.recover(&damaged).unwrap();
    assert_eq!((back.added, back.damaged), (0, entries.len()));
    assert_eq!(*one.store.texts.borrow(), before);
}

#[test]
fn a_store_without_room_keeps_what_it_has_and_says_what_is_left() {
    let entries = file(&two_scenarios().store.texts);
    let mut other = Tab::begin(2, &Texts::default(), None);
    other.set("pingcheng", 140);
    let before = other.store.texts.borrow().clone();
    for (fault, problem) in [(Fault::NoRoom, StoreProblem::Full), (Fault::Torn, StoreProblem::Failed)] {
        other.store.fault.set(fault);
        let back = other.session.recover(&entries).unwrap();
        assert_eq!((back.added, back.refused), (0, Some((entries.len() - 1, problem))));
        assert_eq!(*other.store.texts.borrow(), before);
    }
    other.store.fault.set(Fault::Denied);
    assert_eq!(other.session.recover(&entries).unwrap_err(), StoreProblem::Denied);
    other.store.fault.set(Fault::None);
    assert_eq!(other.session.recover(&entries).unwrap().refused, None);
    assert_eq!(other.names().len(), 3);
    assert_ne!(*other.session.open(), Open::Official);
}

#[test]
fn what_a_newer_page_stored_comes_back_as_it_is() {
    let one = two_scenarios();
    let id = one.id();
    store_by_newer_page(&one.store.texts, &id);
    let mut other = Tab::begin(2, &Texts::default(), None);
    other.session.recover(&file(&one.store.texts)).unwrap();
    for (key, text) in other.store.texts.borrow().iter() {
        assert_eq!(one.store.texts.borrow().get(key), Some(text));
    }
    assert_eq!(keys_of(&other.store.texts, &id), keys_of(&one.store.texts, &id));
}

#[test]
fn only_such_a_file_is_taken_for_one() {
    let one = two_scenarios();
    let whole = file_of(&one.store.texts.borrow());
    assert_eq!(rescued(&format!("\u{feff}\n{whole}")).unwrap(), file(&one.store.texts));
    let dense = serde_json::to_string(&serde_json::from_str::<serde_json::Value>(&whole).unwrap()).unwrap();
    assert!(rescued(&dense).is_some());
    for (from, to) in [("\"rescue\"", "\"schema\""), ("tuowei\"", "other\""), ("\"entries\"", "\"rows\"")] {
        assert_eq!(rescued(&whole.replacen(from, to, 1)), None, "{from}");
    }
    for text in ["", "{}", "[]", "{\"app\":\"tuowei\",\"rescue\":1", "{\"app\":\"tuowei\",\"rescue\":1,\"entries\":[]}"]
    {
        assert_eq!(rescued(text), None, "{text}");
    }
    assert_eq!(rescued("{\"app\":\"tuowei\",\"rescue\":1,\"entries\":{\"a\":1,\"b\":\"c\"}}").unwrap().len(), 1);
    assert!(from_json(&whole).is_err());
}
