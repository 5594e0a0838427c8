//! The copy on disk: what is saved is called so once it is there, and what a killed browser did not put into its store
//! comes back from it.

use std::collections::BTreeMap;

use tuowei::session::{Notice, SaveState};
use tuowei::storage::{LastOpen, SETTINGS_KEY, ViewSettings, Write};

use super::support::{Fault, Tab, Texts, stored_slots};

/// What is on disk.
#[derive(Clone, Default)]
struct Disk(BTreeMap<String, String>);

impl Disk {
    fn take(&mut self, writes: &[Write]) {
        for Write { key, text } in writes {
            match text {
                Some(text) => self.0.insert(key.clone(), text.clone()),
                None => self.0.remove(key),
            };
        }
    }

    fn pairs(&self) -> Vec<(String, String)> {
        self.0.clone().into_iter().collect()
    }
}

/// A tab that waits for its copy.
fn tab(texts: &Texts) -> Tab {
    let mut tab = Tab::begin_unknown(1, texts);
    tab.session.expect_copy(&LastOpen::Unknown);
    tab
}

/// Lets the tab write until the disk has everything.
fn write_out(tab: &mut Tab, disk: &mut Disk) {
    while let Some(writes) = tab.session.next_writes() {
        disk.take(&writes);
        tab.session.written();
    }
}

/// The store as it was before the browser was killed, and a page that begins with it and the disk.
fn after_crash(store: &Texts, disk: &Disk) -> Tab {
    let mut tab = Tab::begin_unknown(7, store);
    tab.session.expect_copy(&LastOpen::Unknown);
    tab.session.adopt(disk.pairs());
    tab
}

#[test]
fn saved_is_said_once_it_is_on_disk() {
    let (mut one, mut disk) = (tab(&Texts::default()), Disk::default());
    one.set("pingcheng", 150);
    assert!(matches!(one.session.save_state(), SaveState::Saving(_)));
    let writes = one.session.next_writes().unwrap();
    one.set("pingcheng", 151);
    assert!(one.session.next_writes().is_none(), "one transaction at a time");
    disk.take(&writes);
    one.session.written();
    assert!(matches!(one.session.save_state(), SaveState::Saving(_)), "the second edit is not there yet");
    write_out(&mut one, &mut disk);
    assert!(one.is_saved());
    assert_eq!(disk.0, *one.store.texts.borrow(), "what was pruned went there, too");
    assert!(one.said().iter().all(|notice| matches!(notice, Notice::CopyStarted(_))));
}

#[test]
fn what_the_store_lost_in_a_crash_comes_back_from_the_disk() {
    let texts = Texts::default();
    let (mut one, mut disk) = (tab(&texts), Disk::default());
    one.set("pingcheng", 150);
    write_out(&mut one, &mut disk);
    let id = one.id();
    // Whenever the browser wrote its store last: what was said to be saved is there.
    let early = [BTreeMap::new(), texts.borrow().clone()];
    for slots in 151..170 {
        one.set("pingcheng", slots);
        write_out(&mut one, &mut disk);
        assert!(one.is_saved());
        for store in &early {
            let store = Texts::new(store.clone().into());
            let mut again = after_crash(&store, &disk);
            assert_eq!((again.pingcheng(), again.id()), (slots, id.clone()));
            assert_eq!(again.names(), ["方案A"]);
            assert_eq!(again.said(), []);
            // And work goes on there.
            again.set("pingcheng", 7);
            assert_eq!(stored_slots(&store, &id), Some(7));
        }
    }
}

#[test]
fn what_the_disk_lacks_is_written_to_it() {
    let texts = Texts::default();
    let mut before = Tab::begin(1, &texts, None);
    before.set("pingcheng", 150);
    let mut disk = Disk::default();
    let mut one = after_crash(&texts, &disk);
    write_out(&mut one, &mut disk);
    assert_eq!(disk.0, *texts.borrow());
    assert_eq!(one.said(), []);
}

#[test]
fn a_damaged_entry_is_whole_again_from_the_disk_and_a_damaged_disk_harms_none() {
    let texts = Texts::default();
    let (mut one, mut disk) = (tab(&texts), Disk::default());
    one.set("pingcheng", 150);
    write_out(&mut one, &mut disk);
    let (key, whole) = texts.borrow().last_key_value().map(|(key, text)| (key.clone(), text.clone())).unwrap();
    texts.borrow_mut().insert(key.clone(), whole.replace("150", "190"));
    let mut again = Tab::begin_unknown(7, &texts);
    let said = again.said();
    assert!(matches!(said[..], [Notice::Damaged(_)]), "{said:?}");
    again.session.expect_copy(&LastOpen::Unknown);
    again.session.adopt(disk.pairs());
    assert_eq!((again.pingcheng(), again.said()), (150, vec![Notice::Mended]));
    assert_eq!(texts.borrow()[&key], whole);

    disk.0.insert(key.clone(), whole.replace("150", "190"));
    let mut again = after_crash(&texts, &disk);
    assert_eq!((again.pingcheng(), again.said()), (150, vec![]));
    write_out(&mut again, &mut disk);
    assert_eq!(disk.0[&key], whole, "it is mended, too");

    // What only the disk has and cannot be read is left alone.
    let lost = Texts::default();
    disk.0.insert(key.clone(), whole.replace("150", "190"));
    let mut again = after_crash(&lost, &disk);
    assert!(!lost.borrow().contains_key(&key) && again.said().is_empty());
    write_out(&mut again, &mut disk);
    assert!(disk.0.contains_key(&key));
}

#[test]
fn a_damaged_entry_that_cannot_be_written_over_is_read_from_the_disk() {
    let texts = Texts::default();
    let (mut one, mut disk) = (tab(&texts), Disk::default());
    one.set("pingcheng", 150);
    write_out(&mut one, &mut disk);
    let last = texts.borrow().keys().last().cloned().unwrap();
    texts.borrow_mut().insert(last, "?".to_owned());
    let mut again = Tab::begin_unknown(7, &texts);
    again.store.fault.set(Fault::NoRoom);
    again.session.expect_copy(&LastOpen::Unknown);
    again.session.adopt(disk.pairs());
    assert_eq!(again.pingcheng(), 150);
}

#[test]
fn work_that_began_before_the_disk_answered_is_joined_with_what_it_held() {
    let texts = Texts::default();
    let (mut one, mut disk) = (tab(&texts), Disk::default());
    one.set("pingcheng", 150);
    write_out(&mut one, &mut disk);
    let early = texts.borrow().clone();
    one.set("yungang", 88);
    write_out(&mut one, &mut disk);
    let mut again = Tab::begin_unknown(7, &Texts::new(early.into()));
    again.session.expect_copy(&LastOpen::Unknown);
    again.set("pingcheng", 160);
    again.session.adopt(disk.pairs());
    let slots = |county| super::support::slots_of(again.session.scenario(), county);
    assert_eq!((slots("pingcheng"), slots("yungang")), (160, 88));
    assert_eq!(again.session.listed().len(), 1);
}

#[test]
fn without_a_copy_it_is_said_once_and_the_store_counts() {
    let mut one = tab(&Texts::default());
    one.set("pingcheng", 150);
    one.session.lacks_copy();
    assert!(one.is_saved());
    assert_eq!(one.said().iter().filter(|said| **said == Notice::NoCopy).count(), 1);
    one.set("pingcheng", 151);
    assert!(one.is_saved() && one.session.next_writes().is_none());
    one.session.lacks_copy();
    assert_eq!(one.said(), []);
}

#[test]
fn a_copy_that_stalls_or_refuses_is_told_again_and_counts_again_once_it_answers() {
    let (mut one, mut disk) = (tab(&Texts::default()), Disk::default());
    one.set("pingcheng", 150);
    let writes = one.session.next_writes().unwrap();
    one.session.copy_stalls();
    assert!(one.is_saved());
    one.session.not_written(writes);
    one.set("pingcheng", 151);
    assert!(one.is_saved(), "the store has it");
    assert_eq!(one.said().iter().filter(|said| **said == Notice::NoCopy).count(), 1);
    assert!(one.session.next_writes().is_none(), "it is left alone for a while");
    one.session.try_copy_again();
    write_out(&mut one, &mut disk);
    assert_eq!(disk.0, *one.store.texts.borrow());
    one.set("pingcheng", 152);
    assert!(matches!(one.session.save_state(), SaveState::Saving(_)), "it is waited for again");
}

#[test]
fn what_is_taken_from_the_disk_and_finds_no_room_is_there_all_the_same() {
    let texts = Texts::default();
    let (mut one, mut disk) = (tab(&texts), Disk::default());
    one.set("pingcheng", 150);
    write_out(&mut one, &mut disk);
    let mut again = Tab::begin_unknown(7, &Texts::default());
    again.store.fault.set(Fault::NoRoom);
    again.session.expect_copy(&LastOpen::Unknown);
    again.session.adopt(disk.pairs());
    assert_eq!(again.pingcheng(), 150);
    again.session.apply_once(&super::support::slots("pingcheng", 160)).unwrap();
    assert_eq!(again.session.save_state(), SaveState::NotSaved);
    again.store.fault.set(Fault::None);
    again.set("pingcheng", 170);
    write_out(&mut again, &mut disk);
    assert!(again.is_saved());
    assert_eq!(after_crash(&Texts::default(), &disk).pingcheng(), 170);
}

#[test]
fn a_store_that_fails_later_gives_the_settings_another_try_and_the_later_ones_count() {
    let texts = Texts::default();
    let (mut one, mut disk) = (tab(&texts), Disk::default());
    one.set("pingcheng", 150);
    let first = one.id();
    one.session.new_scenario();
    one.store.fault.set(Fault::NoRoom);
    one.session.keep_settings(&ViewSettings { scenario: LastOpen::Kept(first.clone()), ..ViewSettings::default() });
    assert!(!texts.borrow().contains_key(SETTINGS_KEY));
    one.store.fault.set(Fault::None);
    one.session.commit();
    assert!(texts.borrow()[SETTINGS_KEY].contains(first.as_str()));
    write_out(&mut one, &mut disk);
    // The browser had not written the settings yet, nor the first scenario.
    let mut again = after_crash(&Texts::default(), &disk);
    assert_eq!(again.id(), first);
    write_out(&mut again, &mut disk);
    // Older ones on disk do not count.
    (1..20).for_each(|slots| again.set("pingcheng", slots));
    again.session.keep_settings(&ViewSettings { scenario: LastOpen::Official, ..ViewSettings::default() });
    let mut third = Tab::begin(8, &again.store.texts, None);
    third.session.expect_copy(&LastOpen::Official);
    third.session.adopt(disk.pairs());
    assert!(third.is_official());
}
