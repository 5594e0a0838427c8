//! What stays and what goes.

use proptest::prelude::*;
use tuowei::storage::{Keeping, Library, Millis};

use super::support::*;

#[test]
fn the_last_five_revisions_stay_and_the_last_of_each_of_fourteen_days() {
    let store = Shared::default();
    let (mut library, _) = load(&store, 1);
    let mut scenario = plan("A");
    let (mut permit, _) = library.create(&id(1), &scenario, after(0)).unwrap();
    // Three saves on each of twenty days: revisions 2 to 61.
    for number in 0..60 {
        scenario = edited(&scenario, &slots("pingcheng", number));
        library.save(&mut permit, &scenario, after(i64::from(number) / 3)).unwrap();
    }
    let revs: Vec<u64> = library.revisions(&id(1)).iter().map(|revision| revision.id.rev).collect();
    // Day 19 ends with 61, day 6 is the fourteenth from there and ends with 22.
    let expected: Vec<u64> = (57..=61).rev().chain((0..13).map(|day| 58 - 3 * day).filter(|rev| *rev < 57)).collect();
    assert_eq!(revs, expected);
    assert_eq!(keys_of(&store, &id(1)).len(), expected.len());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Any saves of three scenarios in three tabs at any times, under any budget: the newest entry of each stays, and
    /// what had been saved last is what a later page opens.
    #[test]
    fn pruning_never_takes_the_newest(
        saves in proptest::collection::vec((0..3_u64, 0..3_usize, 0..40_i64), 1..40),
        budget in 0..60_000_usize,
    ) {
        let store = Shared::default();
        let keeping = |tab| Keeping { budget, ..keeping(tab) };
        let mut tabs: Vec<Library> =
            (0..3).map(|tab| Library::load(Box::new(store.clone()), keeping(tab)).unwrap().0).collect();
        let mut last = std::collections::BTreeMap::new();
        for (number, (scenario, tab, day)) in saves.into_iter().enumerate() {
            let library = &mut tabs[tab];
            let number = u32::try_from(number).unwrap();
            let now = Millis(after(day).0);
            let content = edited(&plan("A"), &slots("pingcheng", number));
            if last.contains_key(&scenario) {
                // Another tab's entries are not known here yet: refresh as the page would.
                let (_, mut permit) = ready(&mut load(&store, 100 + u64::from(number)).0, &id(scenario));
                library.refresh(&mut permit).unwrap();
                let (_, mut permit) = ready(library, &id(scenario));
                library.save(&mut permit, &content, now).unwrap();
            } else {
                library.create(&id(scenario), &content, now).unwrap();
            }
            last.insert(scenario, content);
        }
        let (mut library, report) = load(&store, 1000);
        prop_assert!(report.news.is_empty());
        prop_assert_eq!(library.list().len(), last.len());
        for (scenario, content) in last {
            prop_assert_eq!(ready(&mut library, &id(scenario)).0, content);
            prop_assert!(library.revisions(&id(scenario)).len() <= 5 + 40);
        }
    }
}

#[test]
fn over_the_budget_the_oldest_go_first_down_to_two_of_each() {
    let store = Shared::default();
    let mut library = Library::load(Box::new(store.clone()), Keeping { budget: 9_000, ..keeping(1) }).unwrap().0;
    for scenario in [1, 2] {
        let mut content = plan("A");
        let (mut permit, _) = library.create(&id(scenario), &content, after(0)).unwrap();
        for number in 0..5 {
            content = edited(&content, &slots("pingcheng", number));
            library.save(&mut permit, &content, after(0)).unwrap();
        }
        let revs: Vec<u64> = library.revisions(&id(scenario)).iter().map(|revision| revision.id.rev).collect();
        let newest: Vec<u64> = (1..=6).rev().take(revs.len()).collect();
        assert_eq!(revs, newest, "the oldest have gone");
    }
    let total: usize = store.all().iter().map(|(key, text)| key.len() + text.len()).sum();
    assert!(total <= 9_000, "{total}");
    assert!(keys_of(&store, &id(1)).len() >= 2 && keys_of(&store, &id(2)).len() >= 2);
    assert!(keys_of(&store, &id(2)).len() > keys_of(&store, &id(1)).len(), "the younger one keeps more");
}
