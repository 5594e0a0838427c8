//! Damage of stored entries.

use tuowei::model::Scenario;
use tuowei::storage::entry::{Corrupt, parse};
use tuowei::storage::{Kind, Loaded, ScenarioId};

use super::support::*;

/// Two scenarios: one with two revisions, one with one.
fn stored() -> (Shared, ScenarioId, ScenarioId, Vec<Scenario>) {
    let store = Shared::default();
    let (mut library, _) = load(&store, 1);
    let first = plan("方案甲");
    let second = edited(&first, &slots("pingcheng", 131));
    let other = plan("other");
    let (mut permit, _) = library.create(&id(1), &first, NOW).unwrap();
    library.save(&mut permit, &second, after(1)).unwrap();
    library.create(&id(2), &other, NOW).unwrap();
    (store, id(1), id(2), vec![first, second, other])
}

/// Opens a store in which one text was damaged: the scenario falls back to the revision before, or is listed as
/// unreadable; the damaged text stays where it is and is reported; the other scenario is untouched.
fn check_damaged(key: &str, damaged: &str, whole: &Shared, a: &ScenarioId, b: &ScenarioId, contents: &[Scenario]) {
    let store = Shared::default();
    for (key, text) in whole.all() {
        store.put(&key, &text);
    }
    store.put(key, damaged);
    let (mut library, report) = load(&store, 9);
    assert!(report.news.is_empty() && report.unsettled.is_empty());
    let quarantined: Vec<_> = library.quarantined().cloned().collect();
    assert_eq!(quarantined.len(), 1, "{damaged}");
    assert_eq!((quarantined[0].key.as_str(), quarantined[0].raw.as_str()), (key, damaged));
    assert_eq!(store.all()[key], damaged);
    let newest = keys_of(whole, a).pop().unwrap();
    let expected = if key == newest { &contents[0] } else { &contents[1] };
    assert_eq!(&ready(&mut library, a).0, expected);
    assert_eq!(ready(&mut library, b).0, contents[2]);
    let (mut mine, mut permit) = ready(&mut library, a);
    mine.apply(&slots("yungang", 1)).unwrap();
    library.save(&mut permit, &mine, after(2)).unwrap();
    assert_eq!(store.all()[key], damaged, "a quarantined text is never overwritten");
    assert_eq!(
        load(&store, 10).0.open(a).map(|loaded| matches!(loaded, Loaded::Ready(now, _) if now == mine)),
        Ok(true)
    );
}

#[test]
fn whatever_byte_is_damaged_the_revision_before_is_there() {
    let (store, a, b, contents) = stored();
    for key in keys_of(&store, &a) {
        let text = store.all()[&key].clone();
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            // Another byte of the same kind, so that the text stays UTF-8 as far as possible.
            bytes[at] ^= 1;
            let flipped = String::from_utf8_lossy(&bytes).into_owned();
            assert!(parse(&key, &flipped).is_err(), "{at}: {flipped}");
            if let Some(cut) = text.get(..at) {
                assert!(parse(&key, cut).is_err(), "cut at {at}");
            }
            let mut swapped = text.clone().into_bytes();
            let other = (at * 7 + 3) % swapped.len();
            if swapped[at] != swapped[other] {
                swapped.swap(at, other);
                assert!(parse(&key, &String::from_utf8_lossy(&swapped)).is_err(), "{at} and {other} swapped");
            }
            if at % 23 == 0 {
                check_damaged(&key, &flipped, &store, &a, &b, &contents);
                check_damaged(&key, text.get(..at).unwrap_or("平"), &store, &a, &b, &contents);
            }
        }
    }
}

#[test]
fn an_entry_under_another_key_is_not_believed() {
    let (store, a, b, contents) = stored();
    let (key_a, key_b) = (keys_of(&store, &a).pop().unwrap(), keys_of(&store, &b).pop().unwrap());
    let text = store.all()[&key_b].clone();
    assert_eq!(parse(&key_a, &text).unwrap_err(), Corrupt::WrongKey);
    check_damaged(&key_a, &text, &store, &a, &b, &contents);
}

#[test]
fn a_scenario_without_any_whole_entry_is_shown_and_left_alone() {
    let (store, a, _, _) = stored();
    for key in keys_of(&store, &a) {
        store.put(&key, "x");
    }
    store.put("tuowei:s:???", "y");
    store.put("tuowei:settings", "{");
    store.put("somebody:else", "z");
    let before = store.all();
    let (mut library, _) = load(&store, 9);
    assert_eq!(library.quarantined().count(), 3);
    let listed = library.list().into_iter().find(|listed| listed.id == a).unwrap();
    assert_eq!((listed.kind, listed.latest), (Kind::Unreadable, None));
    assert!(matches!(library.open(&a).unwrap(), Loaded::Unreadable(raw) if raw.len() == 2));
    assert_eq!(store.all(), before);
    library.discard("somebody:else").unwrap();
    library.discard("tuowei:s:???").unwrap();
    assert_eq!(store.all().len(), before.len() - 1);
    assert_eq!(library.quarantined().count(), 2);
}

/// A payload whose checksum holds but which is no scenario: written by a page that was wrong.
#[test]
fn a_whole_entry_that_is_no_scenario_falls_back_too() {
    let (store, a, _, contents) = stored();
    let key = keys_of(&store, &a).pop().unwrap();
    let text = store.all()[&key].clone();
    let header = parse(&key, &text).unwrap().header;
    store.put(&key, &header.to_text("{\"app\":\"tuowei\",\"schema\":1}"));
    let (mut library, _) = load(&store, 9);
    assert_eq!(ready(&mut library, &a).0, contents[0]);
    let quarantined = library.quarantined().next().unwrap();
    assert!(matches!(quarantined.reason, Corrupt::Document(_)), "{:?}", quarantined.reason);
}
