//! What holds for every edit, tried on random scenarios.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use std::sync::Arc;

use crate::random_scenarios::{county, drafts_of, inputs, settings};
use proptest::prelude::*;
use proptest::sample::Index;
use tuowei::model::{CountyId, Edit, EditProblem, Figure, Name, Place, Points, Region, Scenario, official_plan};

/// One change of one figure; now and then of a county that is not there.
fn single_edits(counties: usize) -> impl Strategy<Value = Edit> {
    let at = prop_oneof![15 => 0..counties, 1 => Just(counties)].prop_map(county);
    // One more than there are figures is the lock.
    let of_county =
        (at, inputs(80), 0..=Figure::ALL.len()).prop_map(|(at, inputs, index)| match Figure::ALL.get(index) {
            Some(&figure) => Edit::SetFigure(at, figure, figure.of(&inputs)),
            None => Edit::SetLocked(at, inputs.locked),
        });
    let of_settings = (settings(80), any::<Index>()).prop_map(|(settings, index)| index.get(&settings).clone());
    prop_oneof![3 => of_county, 3 => of_settings, 1 => "[甲乙丙丁]{0,3}".prop_map(Edit::Rename)]
}

/// Single edits, and batches of batches.
fn edits(counties: usize) -> impl Strategy<Value = Edit> {
    single_edits(counties).prop_recursive(2, 16, 5, |inner| prop::collection::vec(inner, 0..5).prop_map(Edit::Batch))
}

fn set(scenario: &mut Scenario, edit: Edit) {
    scenario.apply(&edit).expect("the edit holds");
}

proptest! {
    // What fails once becomes a named test beside these, not a seed in a file.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_is_taken_back_by_its_inverse(
        (draft, edits) in (1..=5_usize).prop_flat_map(|counties| {
            (drafts_of(counties), prop::collection::vec(edits(counties), 1..12))
        }),
    ) {
        let before = draft.scenario();
        let mut scenario = before.clone();
        let mut inverses = Vec::new();
        let mut states = Vec::new();
        for edit in &edits {
            let state = scenario.clone();
            match scenario.apply(edit) {
                Ok(inverse) => {
                    inverses.push(inverse);
                    states.push(state);
                }
                Err(_) => prop_assert_eq!(&scenario, &state, "a refused edit changes nothing"),
            }
        }
        let after = scenario.clone();
        let mut redo = Vec::new();
        while let (Some(inverse), Some(state)) = (inverses.pop(), states.pop()) {
            redo.push(scenario.apply(&inverse).expect("an inverse holds"));
            prop_assert_eq!(&scenario, &state);
        }
        prop_assert_eq!(&scenario, &before);
        while let Some(edit) = redo.pop() {
            scenario.apply(&edit).expect("what was undone can be redone");
        }
        prop_assert_eq!(&scenario, &after);
    }

    #[test]
    fn a_batch_with_one_bad_edit_changes_nothing(
        (draft, mut batch, at) in (1..=5_usize).prop_flat_map(|counties| {
            (drafts_of(counties), prop::collection::vec(edits(counties), 0..8), any::<Index>())
        }),
        bad_bounds in any::<bool>(),
    ) {
        let before = draft.scenario();
        let bad = if bad_bounds {
            let too_high = Edit::SetFloor(Some(Points::MOST));
            Edit::Batch(vec![Edit::SetFloor(None), Edit::SetCap(Some(Points::ZERO)), too_high])
        } else {
            Edit::SetLocked(CountyId::new("elsewhere"), true)
        };
        batch.insert(at.index(batch.len() + 1), bad);
        let mut scenario = before.clone();
        let answer = scenario.apply(&Edit::Batch(batch));
        prop_assert!(matches!(answer, Err(EditProblem::UnknownCounty(_) | EditProblem::FloorAboveCap)));
        prop_assert_eq!(scenario, before);
    }

    #[test]
    fn a_batch_does_what_its_edits_do_one_by_one(
        (draft, batch) in (1..=5_usize).prop_flat_map(|counties| {
            (drafts_of(counties), prop::collection::vec(edits(counties), 0..6))
        }),
    ) {
        let (mut at_once, mut one_by_one) = (draft.scenario(), draft.scenario());
        let all_hold = batch.iter().all(|edit| one_by_one.apply(edit).is_ok());
        prop_assert_eq!(at_once.apply(&Edit::Batch(batch)).is_ok(), all_hold);
        if all_hold {
            prop_assert_eq!(at_once, one_by_one);
        }
    }

    #[test]
    fn a_repeated_edit_changes_nothing(
        (draft, edit) in (1..=5_usize).prop_flat_map(|counties| (drafts_of(counties), single_edits(counties))),
    ) {
        let mut scenario = draft.scenario();
        if scenario.apply(&edit).is_ok() {
            let once = scenario.clone();
            // The second time, what is taken back is the edit itself.
            prop_assert_eq!(scenario.apply(&edit), Ok(edit));
            prop_assert_eq!(scenario, once);
        }
    }

    #[test]
    fn an_edit_changes_only_the_places_that_it_names(
        (draft, edit) in (1..=5_usize).prop_flat_map(|counties| (drafts_of(counties), edits(counties))),
    ) {
        let before = draft.scenario();
        let mut scenario = before.clone();
        if let Ok(inverse) = scenario.apply(&edit) {
            let places = edit.places();
            let changed: Vec<Place> = before.edits_towards(&scenario).iter().flat_map(Edit::places).collect();
            prop_assert!(changed.iter().all(|place| places.contains(place)), "{changed:?} of {places:?}");
            let mut back = inverse.places();
            back.reverse();
            prop_assert_eq!(back, places);
        }
    }

    #[test]
    fn edits_towards_turn_one_scenario_into_the_other(
        (one, other) in (1..=5_usize).prop_flat_map(|counties| (drafts_of(counties), drafts_of(counties))),
        name in "[甲乙丙丁]{0,3}",
    ) {
        let (mut one, mut other) = (one.scenario(), other.scenario());
        set(&mut other, Edit::Rename(name));
        let edits = one.edits_towards(&other);
        let mut places: Vec<_> = edits.iter().flat_map(Edit::places).collect();
        for edit in &edits {
            prop_assert!(one.apply(edit).is_ok(), "{edit:?}");
        }
        prop_assert_eq!(&one, &other);
        prop_assert_eq!(one.edits_towards(&other), vec![]);
        places.sort();
        prop_assert!(places.is_sorted_by(|place, next| place < next), "each place is set once");
    }
}

#[test]
fn a_scenario_of_another_region_is_brought_over_by_county() {
    let plan = official_plan();
    let mut counties = plan.region().counties()[2..5].to_vec();
    counties.reverse();
    let mut smaller =
        Scenario::empty("", Arc::new(Region::new("part", Name::new("三县", None), 2026, counties).expect("a region")));
    for edit in smaller.edits_towards(plan) {
        set(&mut smaller, edit);
    }
    for county in smaller.region().counties() {
        assert_eq!(smaller.county(&county.id), plan.county(&county.id), "{}", county.id);
    }
    assert_eq!(smaller.task(), plan.task());
}
