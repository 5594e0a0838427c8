//! Undo and redo.

use std::collections::BTreeMap;

use proptest::prelude::*;
use tuowei::model::{
    Counted, CountyCounts, CountyId, Date, Edit, MonitorEdit, Points, Region, RegionDraft, Scenario, Scope, Slots,
    TieChoice, Way, WeightKind, divided, evaluate, taken,
};
use tuowei::storage::{Change, Gesture, History, ScenarioId, Step};

use super::support::*;

/// A session: scenarios and their history.
#[derive(Default)]
struct Session {
    scenarios: BTreeMap<ScenarioId, Scenario>,
    history: History,
}

impl Session {
    fn with(scenario: Scenario) -> Self {
        Self { scenarios: BTreeMap::from([(id(1), scenario)]), history: History::default() }
    }

    fn edit(&mut self, scenario: u64, forward: &Edit, gesture: Option<u64>) {
        let Some(content) = self.scenarios.get_mut(&id(scenario)) else { return };
        if let Ok(inverse) = content.apply(forward) {
            let step = Step::Edited { scenario: id(scenario), forward: forward.clone(), inverse };
            self.history.record(step, gesture.map(Gesture));
        }
    }

    fn create(&mut self, scenario: u64, content: Scenario) {
        if self.scenarios.contains_key(&id(scenario)) {
            return;
        }
        self.scenarios.insert(id(scenario), content.clone());
        self.history.record(Step::Created { scenario: id(scenario), content: Box::new(content) }, None);
    }

    fn delete(&mut self, scenario: u64) {
        if let Some(content) = self.scenarios.remove(&id(scenario)) {
            self.history.record(Step::Deleted { scenario: id(scenario), content: Box::new(content) }, None);
        }
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Edit(scenario, edit) => {
                self.scenarios.get_mut(&scenario).unwrap().apply(&edit).unwrap();
            }
            Change::Create(scenario, content) => assert!(self.scenarios.insert(scenario, *content).is_none()),
            Change::Delete(scenario) => assert!(self.scenarios.remove(&scenario).is_some()),
        }
    }

    fn undo(&mut self) -> bool {
        let change = self.history.undo();
        let any = change.is_some();
        change.into_iter().for_each(|change| self.apply(change));
        any
    }

    fn redo(&mut self) -> bool {
        let change = self.history.redo();
        let any = change.is_some();
        change.into_iter().for_each(|change| self.apply(change));
        any
    }

    fn undo_all(&mut self) -> usize {
        std::iter::from_fn(|| self.undo().then_some(())).count()
    }

    fn redo_all(&mut self) -> usize {
        std::iter::from_fn(|| self.redo().then_some(())).count()
    }
}

#[test]
fn a_gesture_is_one_step() {
    let mut session = Session::with(plan("A"));
    for number in [1, 15, 150] {
        session.edit(1, &slots("pingcheng", number), Some(7));
    }
    session.edit(1, &slots("pingcheng", 151), Some(8));
    session.edit(1, &slots("pingcheng", 152), None);
    session.edit(1, &slots("pingcheng", 153), None);
    let end = session.scenarios.clone();
    assert_eq!(session.undo_all(), 4);
    assert_eq!(session.scenarios[&id(1)], plan("A"));
    assert_eq!(session.redo_all(), 4);
    assert_eq!(session.scenarios, end);
}

#[test]
fn a_gesture_that_ends_where_it_began_leaves_no_step() {
    let mut session = Session::with(plan("A"));
    session.edit(1, &Edit::Rename("B".to_owned()), None);
    for number in [131, 140, 130] {
        session.edit(1, &slots("pingcheng", number), Some(7));
    }
    assert_eq!(session.undo_all(), 1);
    session.redo_all();
    for number in [131, 130, 140] {
        session.edit(1, &slots("pingcheng", number), Some(7));
    }
    assert_eq!(session.undo_all(), 2);
    assert_eq!(session.scenarios[&id(1)], plan("A"));
    let mut session = Session::with(plan("A"));
    session.edit(1, &slots("pingcheng", 130), None);
    assert!(!session.history.can_undo(), "an edit that changes nothing is none");
}

#[test]
fn a_new_edit_ends_redoing_and_an_undo_ends_the_gesture() {
    let mut session = Session::with(plan("A"));
    session.edit(1, &slots("pingcheng", 1), Some(7));
    session.edit(1, &slots("yungang", 1), Some(8));
    assert!(session.undo() && session.history.can_redo());
    session.edit(1, &slots("pingcheng", 2), Some(7));
    assert!(!session.history.can_redo());
    assert_eq!(session.undo_all(), 2);
    assert_eq!(session.scenarios[&id(1)], plan("A"));
}

/// 1 ≤ floor ≤ cap at each moment of the gesture: undoing and redoing has to take the same way.
#[test]
fn floor_and_cap_move_in_the_order_in_which_they_may() {
    let points = Points::from_ppm;
    let mut start = plan("A");
    start.apply(&Edit::Batch(vec![Edit::SetFloor(points(1)), Edit::SetCap(points(2))])).unwrap();
    let mut session = Session::with(start.clone());
    // The second alone would set a floor above the cap.
    for (floor, cap) in [(2, 9), (8, 8)] {
        session.edit(1, &Edit::Batch(vec![Edit::SetFloor(points(floor)), Edit::SetCap(points(cap))]), Some(0));
    }
    for edit in [
        Edit::SetFloor(points(2)),
        Edit::SetCap(points(5)),
        Edit::SetFloor(points(4)),
        Edit::Batch(vec![Edit::SetCap(points(9)), Edit::SetFloor(points(8))]),
        Edit::Batch(vec![Edit::SetCap(points(90)), Edit::SetFloor(points(80))]),
    ] {
        session.edit(1, &edit, Some(1));
    }
    let end = session.scenarios.clone();
    assert_eq!(session.undo_all(), 2);
    assert_eq!(session.scenarios[&id(1)], start);
    assert_eq!(session.redo_all(), 2);
    assert_eq!(session.scenarios, end);
}

#[test]
fn a_long_drag_of_many_cells_stays_small() {
    let mut session = Session::with(plan("A"));
    for number in 0..1000 {
        let edit = Edit::Batch(vec![slots("pingcheng", number), slots("yungang", 1000 - number)]);
        session.edit(1, &edit, Some(1));
    }
    let Some(Change::Edit(_, Edit::Batch(inverse))) = session.history.undo() else { panic!() };
    assert_eq!(inverse, [slots("yungang", 77), slots("pingcheng", 130)]);
}

#[test]
fn steps_follow_a_scenario_that_moved() {
    let mut session = Session::with(plan("A"));
    session.edit(1, &slots("pingcheng", 1), None);
    session.history.moved(&id(1), &id(2));
    assert!(matches!(session.history.undo(), Some(Change::Edit(scenario, _)) if scenario == id(2)));
}

/// The plan's region without some of its first counties, in one order or the other.
fn regions() -> impl Strategy<Value = Edit> {
    (0..3_usize, any::<bool>()).prop_map(|(without, turned)| {
        let of_plan = plan("A").region().clone();
        let mut draft = RegionDraft::of(&of_plan);
        draft.counties.drain(..without);
        draft.counties.truncate(4);
        if turned {
            draft.counties.reverse();
        }
        let region = if without == 0 && !turned { of_plan } else { draft.finish("r-1").unwrap() };
        Edit::SetRegion(region, Vec::new())
    })
}

/// A county that was gone for a moment has lost its figures, and undoing brings them back whatever came between.
#[test]
fn regions_that_change_in_one_gesture_are_one_step() {
    let of_plan = plan("A").region().clone();
    let mut draft = RegionDraft::of(&of_plan);
    draft.remove(0);
    let without = draft.finish("r-1").unwrap();
    let set = |region: &std::sync::Arc<Region>| Edit::SetRegion(region.clone(), Vec::new());
    let mut session = Session::with(plan("A"));
    for edit in [set(&without), set(&of_plan), slots("yungang", 5), set(&without), slots("yungang", 77), set(&of_plan)]
    {
        session.edit(1, &edit, Some(7));
    }
    let end = session.scenarios.clone();
    assert_eq!(end[&id(1)].counties()[0].slots, None);
    assert_eq!(session.undo_all(), 1);
    assert_eq!(session.scenarios[&id(1)], plan("A"));
    assert_eq!(session.redo_all(), 1);
    assert_eq!(session.scenarios, end);
    // To the same region is nothing at all.
    let mut session = Session::with(plan("A"));
    session.edit(1, &set(&of_plan), None);
    assert!(!session.history.can_undo());
    // Away and back in one edit is something, even where the last change of three set what was there before it.
    let mut session = Session::with(plan("A"));
    session.edit(1, &Edit::Batch(vec![set(&without), set(&of_plan), set(&of_plan)]), None);
    assert_eq!(session.scenarios[&id(1)].counties()[0].slots, None);
    assert_eq!(session.undo_all(), 1);
    assert_eq!(session.scenarios[&id(1)], plan("A"));
}

/// So has a report that was taken away and added again.
#[test]
fn reports_that_go_and_come_in_one_gesture_are_one_step() {
    let day = Date::new(2026, 3, 31).unwrap();
    let set = |is_there| Edit::Monitor(MonitorEdit::SetReport(day, is_there));
    let count =
        |count| Edit::Monitor(MonitorEdit::SetCount(day, CountyId::new("yungang"), Counted::Enrolled, Some(count)));
    let mut session = Session::with(plan("A"));
    session.edit(1, &Edit::Batch(vec![set(true), count(5)]), None);
    let filled = session.scenarios.clone();
    for edit in [set(false), set(true), count(6), set(false), set(true)] {
        session.edit(1, &edit, Some(7));
    }
    let end = session.scenarios.clone();
    assert!(end[&id(1)].monitoring().report(day).unwrap().counties.iter().all(CountyCounts::is_empty));
    session.undo();
    assert_eq!(session.scenarios, filled);
    session.redo_all();
    assert_eq!(session.scenarios, end);
    // A report that is there already, or none that is taken away, is nothing.
    let mut session = Session::with(plan("A"));
    session.edit(1, &set(false), None);
    assert!(!session.history.can_undo());
}

#[derive(Clone, Debug)]
enum Act {
    Edit(u64, Edit, Option<u64>),
    Batch(u64, Vec<Edit>, Option<u64>),
    Create(u64),
    Delete(u64),
    Undo,
    Redo,
}

fn acts() -> impl Strategy<Value = Act> {
    let counties: Vec<_> = plan("A").region().counties().iter().take(2).map(|county| county.id.clone()).collect();
    let small = (0..4_u32, 0..2_usize).prop_map(|(number, at)| slots(["pingcheng", "yungang"][at], number));
    let bounds = (0..6_i32, any::<bool>()).prop_map(|(ppm, floor)| {
        let points = (ppm > 0).then(|| Points::from_ppm(ppm).unwrap());
        if floor { Edit::SetFloor(points) } else { Edit::SetCap(points) }
    });
    let edit = prop_oneof![3 => small, 3 => bounds, 2 => regions(), 2 => edits(counties)].boxed();
    let gesture = proptest::option::weighted(0.8, 0..2_u64).boxed();
    prop_oneof![
        8 => (1..3_u64, edit.clone(), gesture.clone()).prop_map(|(id, edit, gesture)| Act::Edit(id, edit, gesture)),
        2 => (1..3_u64, proptest::collection::vec(edit, 0..4), gesture)
            .prop_map(|(id, edits, gesture)| Act::Batch(id, edits, gesture)),
        1 => (1..4_u64).prop_map(Act::Create),
        1 => (1..4_u64).prop_map(Act::Delete),
        1 => Just(Act::Undo),
        1 => Just(Act::Redo),
    ]
}

#[test]
fn a_taken_division_takes_its_bounds_and_weights_along() {
    let pingcheng = CountyId::new("pingcheng");
    let start = plan("A");
    let mut session = Session::with(start.clone());
    session.edit(1, &slots("yungang", 80), Some(1));
    let typed = session.scenarios.clone();
    session.edit(1, &Edit::SetWeightKind(WeightKind::Equal), None);
    session.edit(1, &Edit::SetMost(pingcheng.clone(), Slots::new(120)), Some(2));
    session.edit(1, &Edit::SetLocked(CountyId::new("zuoyun"), true), None);
    session.edit(1, &Edit::SetLeast(pingcheng, Slots::new(20)), Some(3));
    session.edit(1, &Edit::SetTies(TieChoice::DocumentOrder), None);
    let chosen = session.scenarios[&id(1)].clone();
    let outcome = evaluate(&chosen);
    let way = Way::chosen(&chosen, Scope::Whole);
    session.edit(1, &taken(&chosen, &divided(&chosen, &outcome, way).unwrap(), way), Some(4));
    let end = session.scenarios.clone();
    // One step back, nothing of the division is left but the lock, which is a step of its own.
    assert!(session.undo());
    let mut locked = typed[&id(1)].clone();
    locked.apply(&Edit::SetLocked(CountyId::new("zuoyun"), true)).unwrap();
    assert!(session.scenarios[&id(1)] == locked);
    assert!(session.undo());
    assert!(session.scenarios == typed);
    assert!(session.undo() && session.scenarios[&id(1)] == start && !session.history.can_undo());
    assert_eq!(session.redo_all(), 3);
    assert!(session.scenarios == end);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn undoing_all_is_the_start_and_redoing_all_the_end(acts in proptest::collection::vec(acts(), 0..60)) {
        let mut session = Session::with(plan("A"));
        let start = session.scenarios.clone();
        for act in acts {
            match act {
                Act::Edit(id, edit, gesture) => session.edit(id, &edit, gesture),
                Act::Batch(id, edits, gesture) => session.edit(id, &Edit::Batch(edits), gesture),
                Act::Create(id) => session.create(id, plan("new")),
                Act::Delete(id) => session.delete(id),
                Act::Undo => { session.undo(); }
                Act::Redo => { session.redo(); }
            }
        }
        session.redo_all();
        let end = session.scenarios.clone();
        let steps = session.undo_all();
        prop_assert_eq!(&session.scenarios, &start);
        prop_assert_eq!(session.redo_all(), steps);
        prop_assert_eq!(&session.scenarios, &end);
        // And by turns: each step back and forth is neutral.
        while session.history.can_undo() {
            let here = session.scenarios.clone();
            session.undo();
            session.redo();
            prop_assert_eq!(&session.scenarios, &here);
            session.undo();
        }
    }
}
