//! The library in one tab, and two tabs one after the other.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use tuowei::model::Edit;
use tuowei::storage::entry::parse;
use tuowei::storage::{
    DeleteOutcome, KeyValue, Kind, Library, Loaded, News, Refreshed, SaveOutcome, SavePermit, StoreProblem,
};

use super::support::*;

#[test]
fn a_saved_scenario_is_there_after_a_reload() {
    let store = Shared::default();
    let (mut library, report) = load(&store, 1);
    assert!(report.news.is_empty() && library.list().is_empty());
    let scenario = plan("方案A");
    let (mut permit, _) = library.create(&id(1), &scenario, NOW).unwrap();
    let changed = edited(&scenario, &slots("pingcheng", 150));
    let SaveOutcome::Saved { saved, .. } = library.save(&mut permit, &changed, after(1)).unwrap() else { panic!() };
    assert_eq!((saved.rev, saved.time), (2, after(1)));
    let (mut library, _) = load(&store, 2);
    let list = library.list();
    assert_eq!(list.len(), 1);
    assert_eq!((list[0].name.as_str(), list[0].kind, list[0].created), ("方案A", Kind::Ready, NOW));
    assert_eq!(ready(&mut library, &id(1)).0, changed);
    let revisions = library.revisions(&id(1));
    assert_eq!(revisions.iter().map(|revision| revision.id.rev).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(library.open_revision(&id(1), &revisions[1].id), Ok(Some(scenario)));
    assert!(matches!(library.open(&id(7)), Ok(Loaded::Absent)));
}

#[test]
fn saving_the_same_again_writes_nothing() {
    let store = Shared::default();
    let (mut library, _) = load(&store, 1);
    let (mut permit, _) = library.create(&id(1), &plan("A"), NOW).unwrap();
    let before = store.all();
    library.save(&mut permit, &plan("A"), after(1)).unwrap();
    assert_eq!(store.all(), before);
}

/// A store that notes what is read from it.
struct Noted(Shared, Rc<RefCell<Vec<String>>>);

impl KeyValue for Noted {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        let found = self.0.get(key)?;
        if found.is_some() {
            self.1.borrow_mut().push(key.to_owned());
        }
        Ok(found)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.0.remove(key)
    }
}

#[test]
fn a_save_reads_what_was_saved_before_and_what_it_wrote_once_each() {
    let (store, read) = (Shared::default(), Rc::default());
    let noted = Noted(store.clone(), Rc::clone(&read));
    let (mut library, _) = Library::load(Box::new(noted), keeping(1)).unwrap();
    let scenario = plan("A");
    let (mut permit, _) = library.create(&id(1), &scenario, NOW).unwrap();
    let before: Vec<String> = store.all().into_keys().collect();
    read.borrow_mut().clear();
    library.save(&mut permit, &edited(&scenario, &slots("pingcheng", 150)), after(1)).unwrap();
    let both: Vec<String> = store.all().into_keys().collect();
    assert_eq!((before.len(), both.len()), (1, 2));
    let written = both.iter().find(|key| !before.contains(*key)).unwrap();
    assert_eq!(*read.borrow(), [before[0].clone(), written.clone()]);
}

#[test]
fn a_forged_revision_behind_which_there_is_none_costs_no_edit() {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &plan("A"), NOW).unwrap();
    let (key, text) = store.all().into_iter().next().unwrap();
    let last = 9_007_199_254_740_991_u64;
    let (fields, payload) =
        text.split_once(",\"crc32\"").map(|(fields, rest)| (fields, rest.split_once('\n').unwrap().1)).unwrap();
    let fields = fields.replace("\"rev\":1,", &format!("\"rev\":{last},"));
    let sum = crc32fast::hash(format!("{fields}\n{payload}").as_bytes());
    store.take(&key);
    store.put(&key.replace(":1:", &format!(":{last}:")), &format!("{fields},\"crc32\":\"{sum:08x}\"}}\n{payload}"));
    let (mut library, _) = load(&store, 2);
    let (scenario, mut permit) = ready(&mut library, &id(1));
    let mut changed = edited(&scenario, &slots("pingcheng", 150));
    let SaveOutcome::Split(split) = library.save(&mut permit, &changed, after(1)).unwrap() else { panic!() };
    changed.apply(&Edit::Rename("A（另一窗口的改动）".to_owned())).unwrap();
    assert_eq!((&split.mine, split.theirs.as_ref()), (&changed, Some(&scenario)));
    // It goes on there as any other.
    let mut permit = split.permit;
    let again = edited(&changed, &slots("pingcheng", 151));
    assert!(matches!(library.save(&mut permit, &again, after(2)).unwrap(), SaveOutcome::Saved { .. }));
    let (mut library, _) = load(&store, 3);
    assert_eq!(ready(&mut library, permit.scenario()).0, again);
    assert_eq!(ready(&mut library, &id(1)).0, scenario);
}

#[test]
fn a_deleted_scenario_comes_back_as_it_was() {
    let store = Shared::default();
    let (mut library, _) = load(&store, 1);
    let (mut permit, _) = library.create(&id(1), &plan("A"), NOW).unwrap();
    assert!(matches!(library.delete(&mut permit, after(1)).unwrap(), DeleteOutcome::Deleted));
    assert!(library.list().is_empty());
    assert_eq!(library.deleted()[0].name, "A");
    assert!(matches!(load(&store, 2).0.open(&id(1)), Ok(Loaded::Deleted(_))));
    let (_, outcome) = library.create(&id(1), &plan("A"), after(2)).unwrap();
    assert!(matches!(outcome, SaveOutcome::Saved { .. }));
    assert_eq!(ready(&mut load(&store, 2).0, &id(1)).0, plan("A"));
}

/// Two tabs with the same scenario open.
fn two_tabs() -> (Shared, [(Library, SavePermit); 2]) {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &plan("A"), NOW).unwrap();
    let tab = |number| {
        let (mut library, _) = load(&store, number);
        let (_, permit) = ready(&mut library, &id(1));
        (library, permit)
    };
    let tabs = [tab(2), tab(3)];
    (store, tabs)
}

#[test]
fn changes_of_different_places_are_merged() {
    let (store, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    let (in_a, in_b) = (slots("pingcheng", 150), slots("yungang", 57));
    a.save(&mut permit_a, &edited(&plan("A"), &in_a), after(1)).unwrap();
    let both = edited(&edited(&plan("A"), &in_a), &in_b);
    match b.save(&mut permit_b, &edited(&plan("A"), &in_b), after(1)).unwrap() {
        SaveOutcome::Merged { scenario, news, .. } => {
            assert_eq!(scenario, both);
            assert_eq!(news, [News::Merged(id(1))]);
        }
        other => panic!("{other:?}"),
    }
    match a.refresh(&mut permit_a).unwrap() {
        Refreshed::Theirs { scenario, .. } => assert_eq!(scenario, both),
        other => panic!("{other:?}"),
    }
    assert!(matches!(a.refresh(&mut permit_a), Ok(Refreshed::Unchanged)));
    assert!(matches!(b.refresh(&mut permit_b), Ok(Refreshed::Unchanged)));
    // Both go on without another word about it.
    let next = edited(&both, &slots("xinrong", 11));
    assert!(matches!(a.save(&mut permit_a, &next, after(1)), Ok(SaveOutcome::Saved { news, .. }) if news.is_empty()));
    assert_eq!(everything(&mut load(&store, 4).0).len(), 1);
}

#[test]
fn the_same_place_changed_twice_becomes_two_scenarios() {
    let (store, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    let (in_a, in_b) = (edited(&plan("A"), &slots("pingcheng", 150)), edited(&plan("A"), &slots("pingcheng", 90)));
    a.save(&mut permit_a, &in_a, after(1)).unwrap();
    let SaveOutcome::Split(split) = b.save(&mut permit_b, &in_b, after(1)).unwrap() else { panic!() };
    assert_eq!(split.theirs.as_ref(), Some(&in_a), "who was first keeps the scenario");
    let named = edited(&in_b, &Edit::Rename("A（另一窗口的改动）".to_owned()));
    assert_eq!(split.mine, named);
    assert!(
        matches!(split.news.as_slice(), [News::Copied { from, name, .. }] if *from == id(1) && name == named.name())
    );
    let mut permit = split.permit;
    let next = edited(&named, &slots("yungang", 1));
    assert!(matches!(b.save(&mut permit, &next, after(1)), Ok(SaveOutcome::Saved { .. })));
    assert!(matches!(a.refresh(&mut permit_a), Ok(Refreshed::Theirs { scenario, .. }) if scenario == in_a));
    let all = everything(&mut load(&store, 4).0);
    assert_eq!(all.values().collect::<Vec<_>>().len(), 2);
    assert!(all.values().any(|one| *one == in_a) && all.values().any(|one| *one == next));
}

#[test]
fn an_edit_wins_over_a_deletion_either_way_round() {
    let changed = edited(&plan("A"), &slots("pingcheng", 150));
    let (_, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    a.delete(&mut permit_a, after(1)).unwrap();
    match b.save(&mut permit_b, &changed, after(1)).unwrap() {
        SaveOutcome::Saved { news, .. } => assert_eq!(news, [News::DeletionUndone(id(1))]),
        other => panic!("{other:?}"),
    }
    let (store, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    b.save(&mut permit_b, &changed, after(1)).unwrap();
    match a.delete(&mut permit_a, after(1)).unwrap() {
        DeleteOutcome::EditWon { scenario, news } => {
            assert_eq!(scenario.as_ref(), Some(&changed));
            assert_eq!(news, [News::DeletionUndone(id(1))]);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(ready(&mut load(&store, 4).0, &id(1)).0, changed);
}

#[test]
fn what_was_changed_before_a_deletion_comes_back_with_the_edit_that_undoes_it() {
    let (_, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    let before = edited(&plan("A"), &slots("pingcheng", 150));
    a.save(&mut permit_a, &before, after(1)).unwrap();
    a.delete(&mut permit_a, after(1)).unwrap();
    let beside = slots("yungang", 1);
    match b.save(&mut permit_b, &edited(&plan("A"), &beside), after(1)).unwrap() {
        SaveOutcome::Merged { scenario, news, .. } => {
            assert_eq!(scenario, edited(&before, &beside));
            assert_eq!(news, [News::DeletionUndone(id(1))]);
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_tab_hears_of_a_deletion() {
    let (_, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    a.delete(&mut permit_a, after(1)).unwrap();
    assert!(matches!(b.refresh(&mut permit_b), Ok(Refreshed::Deleted)));
    assert!(matches!(b.refresh(&mut permit_b), Ok(Refreshed::Unchanged)));
    assert!(b.list().is_empty());
}

#[test]
fn work_whose_common_parent_is_gone_is_kept_beside() {
    let (store, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    let mut theirs = plan("A");
    for number in 0..8 {
        theirs = edited(&theirs, &slots("pingcheng", 200 + number));
        a.save(&mut permit_a, &theirs, after(0)).unwrap();
    }
    assert!(keys_of(&store, &id(1)).iter().all(|key| !key.contains(":1:")), "the first revision is pruned");
    let mine = edited(&plan("A"), &slots("yungang", 1));
    let SaveOutcome::Split(split) = b.save(&mut permit_b, &mine, after(0)).unwrap() else { panic!() };
    assert_eq!(split.theirs, Some(theirs));
}

#[test]
fn what_was_saved_and_is_no_longer_stored_is_asked_for_again() {
    let (store, [(mut a, mut permit_a), _]) = two_tabs();
    let mine = edited(&plan("A"), &slots("yungang", 1));
    a.save(&mut permit_a, &mine, after(1)).unwrap();
    store.take(&keys_of(&store, &id(1))[1]);
    assert!(matches!(a.refresh(&mut permit_a), Ok(Refreshed::Missing)), "the older revision does not replace it");
    a.save(&mut permit_a, &mine, after(1)).unwrap();
    assert_eq!(ready(&mut load(&store, 4).0, &id(1)).0, mine);
    for key in keys_of(&store, &id(1)) {
        store.take(&key);
    }
    assert!(matches!(a.refresh(&mut permit_a), Ok(Refreshed::Missing)));
    a.save(&mut permit_a, &mine, after(1)).unwrap();
    assert_eq!(ready(&mut load(&store, 4).0, &id(1)).0, mine);
}

/// The same entries in one store.
fn union(stores: &[&Shared]) -> Shared {
    let union = Shared::default();
    stores.iter().flat_map(|store| store.all()).for_each(|(key, text)| union.put(&key, &text));
    union
}

/// Lets a tab save edits one after the other in a copy of a store; answers the store after each.
fn line(from: &Shared, tab: u64, edits: &[Edit]) -> Vec<Shared> {
    let store = union(&[from]);
    let (mut library, _) = load(&store, tab);
    let (mut scenario, mut permit) = ready(&mut library, &id(1));
    let save = |edit| {
        scenario.apply(edit).unwrap();
        library.save(&mut permit, &scenario, after(1)).unwrap();
        union(&[&store])
    };
    edits.iter().map(save).collect()
}

#[test]
fn tabs_that_join_the_same_write_the_same() {
    for edit in [slots("yungang", 2), slots("pingcheng", 2)] {
        let (start, _) = two_tabs();
        let raced = union(&[&line(&start, 2, &[slots("pingcheng", 1)])[0], &line(&start, 3, &[edit])[0]]);
        let (one, other) = (union(&[&raced]), union(&[&raced]));
        load(&one, 4);
        load(&other, 5);
        assert!(one.all().len() > raced.all().len());
        assert_eq!(one.all(), other.all());
        let before = one.all();
        assert!(load(&one, 6).1.news.is_empty());
        assert_eq!(one.all(), before, "and there is nothing left to do");
    }
}

#[test]
fn a_damaged_text_where_a_join_belongs_is_not_overwritten() {
    let (start, _) = two_tabs();
    let raced = union(&[&line(&start, 2, &[slots("pingcheng", 1)])[0], &line(&start, 3, &[slots("yungang", 2)])[0]]);
    let joined = union(&[&raced]);
    load(&joined, 4);
    let key = joined.all().into_keys().find(|key| !raced.all().contains_key(key)).unwrap();
    raced.put(&key, "damaged");
    let (mut library, report) = load(&raced, 5);
    assert_eq!(raced.all()[&key], "damaged");
    assert_eq!(report.news, [News::Merged(id(1))]);
    let both = edited(&edited(&plan("A"), &slots("pingcheng", 1)), &slots("yungang", 2));
    assert_eq!(ready(&mut library, &id(1)).0, both);
}

/// Each of two tabs joined the other's first save with its own second one, and then one took back what the other had
/// changed first. Neither first save alone is what the two have in common.
#[test]
fn work_that_was_joined_crosswise_is_merged_without_bringing_back_what_was_undone() {
    let (start, _) = two_tabs();
    let a = line(&start, 2, &[slots("pingcheng", 1), slots("xinrong", 1)]);
    let b = line(&start, 3, &[slots("yungang", 2), slots("zuoyun", 2)]);
    let (one, other) = (union(&[&a[1], &b[0]]), union(&[&a[0], &b[1]]));
    let one = line(&one, 4, &[slots("yungang", 77)]).pop().unwrap();
    load(&other, 5);
    let (mut library, report) = load(&union(&[&one, &other]), 6);
    assert_eq!(report.news, [News::Merged(id(1))]);
    let all = [slots("pingcheng", 1), slots("xinrong", 1), slots("zuoyun", 2)];
    assert_eq!(ready(&mut library, &id(1)).0, edited(&plan("A"), &Edit::Batch(all.to_vec())));
}

/// A store that cannot be read for a moment after it was written.
struct Blinking(Shared, Cell<bool>, Rc<Cell<bool>>);

impl KeyValue for Blinking {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        self.0.keys()
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        if self.1.take() { Err(StoreProblem::Failed) } else { self.0.get(key) }
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.1.set(self.2.take());
        self.0.set(key, text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.0.remove(key)
    }
}

#[test]
fn a_save_that_was_kept_without_an_answer_is_no_conflict_with_the_next_one() {
    let (store, [(mut b, mut permit_b), _]) = two_tabs();
    let blink = Rc::new(Cell::new(false));
    let blinking = Blinking(store.clone(), Cell::new(false), Rc::clone(&blink));
    let (mut a, _) = Library::load(Box::new(blinking), keeping(7)).unwrap();
    let (_, mut permit_a) = ready(&mut a, &id(1));
    blink.set(true);
    let first = edited(&plan("A"), &slots("pingcheng", 1));
    assert!(a.save(&mut permit_a, &first, after(1)).is_err());
    let Refreshed::Theirs { scenario, .. } = b.refresh(&mut permit_b).unwrap() else { panic!() };
    assert_eq!(scenario, first);
    b.save(&mut permit_b, &edited(&first, &slots("yungang", 2)), after(1)).unwrap();
    let second = edited(&first, &slots("pingcheng", 2));
    match a.save(&mut permit_a, &second, after(1)).unwrap() {
        SaveOutcome::Merged { scenario, .. } => assert_eq!(scenario, edited(&second, &slots("yungang", 2))),
        other => panic!("{other:?}"),
    }
}

/// Makes an entry one of a newer page: another schema, a checksum that holds.
fn newer(store: &Shared, from: &str, to: &str) {
    let text = store.all()[from].clone();
    let mut header = parse(from, &text).unwrap().header;
    let parent = header.id.clone();
    header.seen.add(&parent);
    header.parent = Some(parent);
    let (_, rev_tab) = to["tuowei:s:".len()..].split_once(':').unwrap();
    let (rev, tab) = rev_tab.split_once(':').unwrap();
    header.id.rev = rev.parse().unwrap();
    let mut text = header.to_text("{\"schema\":6}").replacen("\"schema\":5", "\"schema\":6", 1);
    text = text.replacen(&format!("\"tab\":\"{}\"", header.id.tab), &format!("\"tab\":\"{tab}\""), 1);
    let (line, payload) = text.split_once('\n').unwrap();
    let fields = &line[..line.len() - ",\"crc32\":\"00000000\"}".len()];
    let crc = crc32fast::hash(format!("{fields}\n{payload}").as_bytes());
    store.put(to, &format!("{fields},\"crc32\":\"{crc:08x}\"}}\n{payload}"));
}

#[test]
fn a_newer_page_is_never_overwritten() {
    let (store, [(mut a, mut permit_a), _]) = two_tabs();
    let first = keys_of(&store, &id(1)).pop().unwrap();
    newer(&store, &first, "tuowei:s:0000000000000001:2:zz");
    assert!(matches!(a.refresh(&mut permit_a), Ok(Refreshed::Newer(6))));
    let mine = edited(&plan("A"), &slots("yungang", 1));
    let SaveOutcome::Split(split) = a.save(&mut permit_a, &mine, after(1)).unwrap() else { panic!() };
    assert_eq!(split.theirs, None);
    assert_eq!(split.mine.counties(), mine.counties());
    let (mut library, _) = load(&store, 4);
    assert!(matches!(library.open(&id(1)), Ok(Loaded::Newer(6))));
    let kinds: Vec<Kind> = library.list().into_iter().map(|listed| listed.kind).collect();
    assert_eq!(kinds.len(), 2);
    assert!(kinds.contains(&Kind::Newer) && kinds.contains(&Kind::Ready));
    let before = store.all();
    load(&store, 5);
    assert_eq!(store.all(), before, "looking at it again changes nothing");
}

/// A mirror of the same entries: what was lost in one of the two is in the union.
#[test]
fn entries_that_come_back_from_a_mirror_find_their_place() {
    let (store, [(mut a, mut permit_a), (mut b, mut permit_b)]) = two_tabs();
    a.save(&mut permit_a, &edited(&plan("A"), &slots("pingcheng", 150)), after(1)).unwrap();
    let mirror = store.all();
    store.take(&keys_of(&store, &id(1))[1]);
    b.save(&mut permit_b, &edited(&plan("A"), &slots("yungang", 1)), after(1)).unwrap();
    for (key, text) in mirror {
        store.put(&key, &text);
    }
    let (mut library, report) = load(&store, 4);
    assert_eq!(report.news, [News::Merged(id(1))]);
    let both = edited(&edited(&plan("A"), &slots("pingcheng", 150)), &slots("yungang", 1));
    assert_eq!(ready(&mut library, &id(1)).0, both);
}
