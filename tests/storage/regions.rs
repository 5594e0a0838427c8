//! Scenarios of several regions in one store: what the list says of them, and what two tabs do to them.

use tuowei::model::{CountyKind, Edit, RegionDraft, Scenario, reference_of};
use tuowei::storage::{Library, ListedRegion, Loaded, News, SaveOutcome};

use super::support::*;

/// A scenario of the plan's figures without its first county.
fn of_nine(name: &str) -> Scenario {
    let mut scenario = plan(name);
    let mut draft = RegionDraft::of(scenario.region());
    draft.name = "某市".to_owned();
    draft.remove(0);
    let edit = draft.edit_of(&scenario, "r-9").unwrap().unwrap();
    scenario.apply(&edit).unwrap();
    scenario
}

fn listed(library: &Library) -> Vec<(String, Option<ListedRegion>, bool)> {
    library.list().into_iter().map(|one| (one.name, one.region, one.frozen)).collect()
}

fn said(library: &Library) -> Vec<String> {
    let region = |region: Option<ListedRegion>| {
        region.map_or_else(|| "?".to_owned(), |of| format!("{} {} {} {}", of.id, of.name.local, of.year, of.counties))
    };
    listed(library).into_iter().map(|(name, of, frozen)| format!("{name}: {} {frozen}", region(of))).collect()
}

#[test]
fn the_list_says_of_each_scenario_its_region_and_whether_it_is_a_reference() {
    let store = Shared::default();
    let (mut library, _) = load(&store, 1);
    library.create(&id(1), &plan("A"), NOW).unwrap();
    let (mut permit, _) = library.create(&id(2), &of_nine("B"), after(1)).unwrap();
    let frozen = edited(&of_nine("C"), &Edit::SetFrozen(true));
    library.create(&id(3), &frozen, after(2)).unwrap();
    let expected = ["A: datong 大同 2026 10 false", "B: r-9 某市 2026 9 false", "C: r-9 某市 2026 9 true"];
    assert_eq!(said(&library), expected, "as it was saved");
    let before = store.all();
    let (mut later, _) = load(&store, 2);
    assert_eq!(said(&later), expected, "as it is read");
    assert_eq!(store.all(), before);
    // What is listed as frozen is the reference of the others.
    let (of_b, _) = ready(&mut later, &id(2));
    let (of_c, _) = ready(&mut later, &id(3));
    assert_eq!(reference_of(of_b.region(), [&of_b, &of_c].into_iter()), Some(&of_c));
    // A save says what is now; another tab's list follows.
    let lifted = edited(&plan("B"), &Edit::SetFrozen(true));
    library.save(&mut permit, &lifted, after(3)).unwrap();
    later.sync().unwrap();
    assert_eq!(said(&later)[1], "B: datong 大同 2026 10 true");
    assert_eq!(said(&library), said(&later));
    // What was deleted is still said, as far as it was read.
    library.delete(&mut permit, after(4)).unwrap();
    let deleted = library.deleted();
    assert_eq!(deleted[0].region.as_ref().map(|region| region.id.as_str()), Some("datong"));
}

/// Entries of older schemas say it as well: nothing of it stands in a header.
#[test]
fn entries_of_older_schemas_say_their_region_too() {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &plan("A"), NOW).unwrap();
    let key = keys_of(&store, &id(1)).pop().unwrap();
    let header = tuowei::storage::entry::parse(&key, &store.all()[&key]).unwrap().header;
    store.put(&key, &header.to_text(include_str!("../fixtures/scenario-v1-full.json")));
    let (library, _) = load(&store, 2);
    assert_eq!(said(&library), ["A: city 市 2030 3 false"]);
}

#[test]
fn damaged_and_unknown_entries_are_listed_without_a_region() {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &plan("A"), NOW).unwrap();
    store.put(&keys_of(&store, &id(1))[0], "x");
    let (library, _) = load(&store, 2);
    assert_eq!(said(&library), [": ? false"]);
}

/// One tab changes the region, the other a figure: there is nothing to join, and both stay.
#[test]
fn a_region_changed_in_one_tab_and_a_figure_in_the_other_are_both_kept() {
    let region = |scenario: &Scenario| {
        let mut draft = RegionDraft::of(scenario.region());
        draft.remove(0);
        draft.add("新区", CountyKind::District);
        draft.edit_of(scenario, "r-1").unwrap().unwrap()
    };
    for region_first in [true, false] {
        let store = Shared::default();
        load(&store, 1).0.create(&id(1), &plan("A"), NOW).unwrap();
        let (mut a, mut b) = (load(&store, 2).0, load(&store, 3).0);
        let (of_a, mut permit_a) = ready(&mut a, &id(1));
        let (of_b, mut permit_b) = ready(&mut b, &id(1));
        let (mut of_a, mut of_b) = (edited(&of_a, &region(&of_a)), edited(&of_b, &slots("pingcheng", 150)));
        if !region_first {
            (of_a, of_b) = (of_b, of_a);
        }
        a.save(&mut permit_a, &of_a, after(1)).unwrap();
        let outcome = b.save(&mut permit_b, &of_b, after(2)).unwrap();
        assert!(matches!(outcome, SaveOutcome::Split(_)), "{outcome:?}");
        let (mut later, report) = load(&store, 4);
        assert!(report.news.is_empty() && report.unsettled.is_empty());
        let kept: Vec<Scenario> = everything(&mut later).into_values().collect();
        assert_eq!(kept.len(), 2);
        for expected in [&of_a, &of_b] {
            let same = |one: &&Scenario| (one.region(), one.counties()) == (expected.region(), expected.counties());
            assert_eq!(kept.iter().filter(same).count(), 1, "nothing is lost");
        }
        assert_eq!(said(&a).len(), 1, "until it looks again");
        a.refresh(&mut permit_a).unwrap();
        assert_eq!(said(&a), said(&later));
    }
}

/// Both tabs make the same change of the region: still two, which say the same.
#[test]
fn the_same_region_in_both_tabs_is_one_scenario() {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &plan("A"), NOW).unwrap();
    let (mut a, mut b) = (load(&store, 2).0, load(&store, 3).0);
    let (_, mut permit_a) = ready(&mut a, &id(1));
    let (_, mut permit_b) = ready(&mut b, &id(1));
    a.save(&mut permit_a, &of_nine("A"), after(1)).unwrap();
    b.save(&mut permit_b, &of_nine("A"), after(2)).unwrap();
    assert_eq!(everything(&mut load(&store, 4).0).into_values().collect::<Vec<_>>(), [of_nine("A")]);
}

/// What is frozen are the figures that were on show: another tab's change does not slip in.
#[test]
fn a_figure_changed_while_another_tab_freezes_the_scenario_is_kept_beside_it() {
    let store = Shared::default();
    load(&store, 1).0.create(&id(1), &of_nine("A"), NOW).unwrap();
    let (mut a, mut b) = (load(&store, 2).0, load(&store, 3).0);
    let (of_a, mut permit_a) = ready(&mut a, &id(1));
    let (of_b, mut permit_b) = ready(&mut b, &id(1));
    let frozen = edited(&of_a, &Edit::SetFrozen(true));
    a.save(&mut permit_a, &frozen, after(1)).unwrap();
    b.save(&mut permit_b, &edited(&of_b, &slots("yungang", 1)), after(2)).unwrap();
    let (mut later, report) = load(&store, 4);
    assert!(!report.news.iter().any(|news| matches!(news, News::Merged(_))));
    let kept: Vec<Scenario> = everything(&mut later).into_values().collect();
    let frozen_now: Vec<&Scenario> = kept.iter().filter(|one| one.frozen()).collect();
    assert_eq!((kept.len(), frozen_now.len()), (2, 1));
    assert_eq!(frozen_now[0].counties(), frozen.counties());
    assert!(matches!(later.open(&id(1)), Ok(Loaded::Ready(..))));
}
