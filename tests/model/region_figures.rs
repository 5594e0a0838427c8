//! What becomes of figures, identifiers and settings when the region of a scenario is edited.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use crate::random_scenarios;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::random_scenarios::drafts_of;
use crate::scenario_notation::{county, scenario};
use proptest::prelude::*;
use tuowei::model::{
    Alternative, Comparison, ComparisonProblem, County, CountyId, CountyInputs, CountyKind, DivisionProblem, Edit,
    Name, NotDivided, Region, RegionDraft, RegionDraftProblem, Scenario, Scope, Slots, TieChoice, Way, WeightKind,
    cleaned_name, divided, evaluate, official_plan, reference_of, taken,
};

fn named(id: &str, name: &str, kind: CountyKind) -> County {
    County { id: CountyId::new(id), name: Name::new(name, None), kind }
}

/// A region of the planner's own: `c1 甲` and so on.
fn own(names: &[&str]) -> Arc<Region> {
    let county = |(at, name): (usize, &&str)| named(&format!("c{}", at + 1), name, CountyKind::Unspecified);
    Arc::new(
        Region::new("r-own", Name::new("某市", None), 2026, names.iter().enumerate().map(county).collect()).unwrap(),
    )
}

/// A scenario of these counties, of which each has its position, from 1, as slots.
fn numbered(region: &Arc<Region>) -> Scenario {
    let mut scenario = Scenario::empty("", region.clone());
    for (at, county) in region.counties().iter().enumerate() {
        let slots = Slots::new(u32::try_from(at).unwrap() + 1);
        scenario.apply(&Edit::slots(county.id.clone(), slots)).unwrap();
    }
    scenario
}

/// `c1 甲 1`, with — for no slots.
fn lines(scenario: &Scenario) -> Vec<String> {
    let rows = scenario.region().counties().iter().zip(scenario.counties());
    let slots = |inputs: &CountyInputs| inputs.slots.map_or_else(|| "—".to_owned(), |slots| slots.get().to_string());
    rows.map(|(county, inputs)| format!("{} {} {}", county.id, county.name.local, slots(inputs))).collect()
}

fn list(names: &[(&str, CountyKind)]) -> Vec<(String, CountyKind)> {
    names.iter().map(|(name, kind)| ((*name).to_owned(), *kind)).collect()
}

#[test]
fn a_county_that_is_added_never_gets_the_figures_of_one_that_is_removed() {
    let region = own(&["甲", "乙", "丙"]);
    let mut open = numbered(&region);
    let before = open.clone();
    let mut draft = RegionDraft::of(&region);
    draft.remove(2);
    draft.add("丁", CountyKind::County);
    let edit = draft.edit_of(&open, "r-new").unwrap().unwrap();
    let back = open.apply(&edit).unwrap();
    assert_eq!(lines(&open), ["c1 甲 1", "c2 乙 2", "c4 丁 —"]);
    open.apply(&back).unwrap();
    assert_eq!(open, before);
    // Nor does the plan's: c10 stands at the place of zuoyun.
    let mut draft = RegionDraft::of(official_plan().region());
    draft.remove(9);
    draft.add("新区", CountyKind::District);
    assert_eq!(draft.finish("r-1").unwrap().counties()[9].id, CountyId::new("c10"));
}

#[test]
fn identifiers_of_added_counties_are_their_positions_or_the_next_that_are_free() {
    let ids = |draft: &RegionDraft| -> Vec<String> {
        draft.finish("r-1").unwrap().counties().iter().map(|county| county.id.to_string()).collect()
    };
    let mut draft = RegionDraft::of(&own(&["甲", "乙", "丙"]));
    draft.add_at(1, "丁", CountyKind::County);
    draft.add_at(99, "戊", CountyKind::County);
    // Positions 2 and 5: c2 is taken, so are c3 and c4 by then.
    assert_eq!(ids(&draft), ["c1", "c4", "c2", "c3", "c5"]);
    // An identifier that stands twice is the first one's.
    let twice = draft.counties[0].clone();
    draft.counties.push(twice);
    draft.counties[5].name = "己".to_owned();
    assert_eq!(ids(&draft), ["c1", "c4", "c2", "c3", "c5", "c6"]);
}

#[test]
fn a_draft_edits_only_the_scenario_whose_region_it_began_with() {
    let region = own(&["甲", "乙"]);
    let open = numbered(&region);
    let mut empty = RegionDraft::empty(2026);
    empty.name = "别市".to_owned();
    empty.add("子", CountyKind::County);
    empty.add("丑", CountyKind::County);
    // c1 and c2 of another region are other counties.
    assert_eq!(empty.edit_of(&open, "r-1"), Err(RegionDraftProblem::AnotherRegion));
    assert!(empty.finish("r-1").is_ok() && !empty.began_with(&region));
    assert_eq!(RegionDraft::of(official_plan().region()).edit_of(&open, "r-1"), Err(RegionDraftProblem::AnotherRegion));
    // Nothing is changed by a draft that changes nothing, and a bad one is told first.
    assert_eq!(RegionDraft::of(&region).edit_of(&open, "r-1"), Ok(None));
    let mut bad = RegionDraft::of(&region);
    bad.remove(0);
    assert_eq!(bad.edit_of(&open, "r-1"), Err(RegionDraftProblem::TooFew));
    // Other scenarios of the region take its new form along by the same region.
    let mut draft = RegionDraft::of(&region);
    draft.add("丙", CountyKind::County);
    let new = draft.finish("r-1").unwrap();
    let mut other = numbered(&region);
    other.apply(&other.region_edit(&new)).unwrap();
    assert_eq!(lines(&other), ["c1 甲 1", "c2 乙 2", "c3 丙 —"]);
    assert!(other.region().is_alike(&new));
}

#[test]
fn a_new_region_never_has_the_identifier_of_the_plans_or_of_the_one_before() {
    let mut draft = RegionDraft::of(official_plan().region());
    draft.year = "2027".to_owned();
    assert_ne!(draft.finish("datong").unwrap().id(), "datong");
    let mut draft = RegionDraft::of(&own(&["甲", "乙"]));
    draft.add("丙", CountyKind::County);
    assert_ne!(draft.finish("r-own").unwrap().id(), "r-own");
    let mut empty = RegionDraft::empty(2026);
    empty.name = "大同".to_owned();
    empty.add_all(&list(&[("甲", CountyKind::County), ("乙", CountyKind::County)])).unwrap();
    assert_ne!(empty.finish("datong").unwrap().id(), "datong");
}

#[test]
fn scenarios_of_different_regions_are_not_compared() {
    let region = own(&["甲", "乙", "丙"]);
    let mut draft = RegionDraft::of(&region);
    draft.name = "某某市".to_owned();
    draft.counties[0].name = "甲县".to_owned();
    draft.counties[0].kind = CountyKind::County;
    draft.move_to(0, 2);
    let renamed = draft.finish("r-1").unwrap();
    assert!(renamed.is_alike(&region) && *renamed != *region);
    // The same identifier, as a file may have it, with other counties or another year.
    let fewer = Region::new("r-own", Name::new("某市", None), 2026, region.counties()[1..].to_vec()).unwrap();
    let mut others = region.counties().to_vec();
    others[2] = named("c9", "丙", CountyKind::Unspecified);
    let others = Region::new("r-own", Name::new("某市", None), 2026, others).unwrap();
    let later = Region::new("r-own", Name::new("某市", None), 2027, region.counties().to_vec()).unwrap();
    let problem = |other: &Arc<Region>| {
        let (one, other) = (numbered(&region), numbered(other));
        let (first, second) = (evaluate(&one), evaluate(&other));
        let side = |scenario, outcome| Alternative { scenario, outcome, supply: None };
        Comparison::new(&[side(&one, &first), side(&other, &second)], 0).err()
    };
    assert_eq!(problem(&renamed), None);
    for other in [fewer, others, later] {
        assert_eq!(problem(&Arc::new(other)), Some(ComparisonProblem::AnotherRegion(1)));
    }
    // The reference of a region is the first frozen one that is alike.
    let frozen = |region: &Arc<Region>, name: &str| {
        let mut scenario = numbered(region);
        scenario.apply(&Edit::Batch(vec![Edit::SetFrozen(true), Edit::Rename(name.to_owned())])).unwrap();
        scenario
    };
    let stored = [numbered(&region), frozen(&own(&["甲", "乙"]), "fewer"), frozen(&renamed, "a"), frozen(&region, "b")];
    assert_eq!(reference_of(&region, stored.iter()).map(Scenario::name), Some("a"));
    assert_eq!(reference_of(&region, stored[..2].iter()), None);
}

/// What was decided for counties that are gone is not true of those who stay.
#[test]
fn a_tie_by_hand_and_a_division_go_with_the_counties_that_they_name() {
    let mut open = scenario("uniform u=1 task=2 | base 1 1 1 | children 1 1 1 | slots _ _ _");
    let by_hand =
        TieChoice::ByHand { between: vec![county(0), county(1), county(2)], gaining: vec![county(0), county(2)] };
    open.apply(&Edit::SetTies(by_hand.clone())).unwrap();
    let way = Way { scope: Scope::Whole, weight: WeightKind::Equal, method: open.division().method };
    let result = divided(&open, &evaluate(&open), way).unwrap();
    open.apply(&taken(&open.clone(), &result, way)).unwrap();
    let before = open.clone();

    // Renaming, reordering and adding leave both.
    let mut draft = RegionDraft::of(open.region());
    for (number, county) in draft.counties.iter_mut().enumerate() {
        county.name = format!("县{number}");
    }
    draft.shift(0, 2);
    draft.add("新", CountyKind::County);
    let edit = draft.edit_of(&open, "r-1").unwrap().unwrap();
    let mut more = open.clone();
    more.apply(&edit).unwrap();
    assert_eq!((&more.division().ties, more.divided()), (&by_hand, open.divided()));
    // Whoever joined since and has slots was given them by hand.
    assert!(more.divided().unwrap().changed_since(&more).is_empty());
    more.apply(&Edit::slots(CountyId::new("c4"), Slots::new(5))).unwrap();
    assert_eq!(more.divided().unwrap().changed_since(&more), [CountyId::new("c4")]);

    // Removing one of them takes both, and comes back with them.
    let mut draft = RegionDraft::of(open.region());
    for (number, county) in draft.counties.iter_mut().enumerate() {
        county.name = format!("县{number}");
    }
    draft.remove(2);
    let edit = draft.edit_of(&open, "r-1").unwrap().unwrap();
    let back = open.apply(&edit).unwrap();
    assert_eq!((&open.division().ties, open.divided()), (&TieChoice::Ask, None));
    open.apply(&back).unwrap();
    assert_eq!(open, before);

    // Where such a choice stays behind, it decides nothing: between the two that are left nobody was asked.
    let mut left = before.clone();
    left.apply(&Edit::SetTask(Slots::new(1).unwrap())).unwrap();
    left.apply(&Edit::SetRegion(draft.finish("r-1").unwrap(), Vec::new())).unwrap();
    let answer = divided(&left, &evaluate(&left), way);
    assert!(matches!(answer, Err(NotDivided::Division(DivisionProblem::Tie(_)))), "{answer:?}");
}

#[test]
fn the_counties_that_lose_figures_are_named() {
    let region = own(&["甲", "乙", "丙"]);
    let mut open = Scenario::empty("", region.clone());
    open.apply(&Edit::SetLocked(CountyId::new("c2"), true)).unwrap();
    let names = |draft: &RegionDraft| -> Vec<String> {
        draft.losing(&open).iter().map(|county| county.name.local.to_string()).collect()
    };
    let mut draft = RegionDraft::of(&region);
    assert!(names(&draft).is_empty());
    draft.remove(0);
    assert!(names(&draft).is_empty(), "it has none");
    draft.remove(0);
    assert_eq!(names(&draft), ["乙"]);
}

#[test]
fn a_list_is_added_without_those_that_are_there() {
    use CountyKind::{County, District, Unspecified};
    let mut draft = RegionDraft::of(official_plan().region());
    let pasted = list(&[
        ("平城区", District),
        ("开发区", District),
        ("阳高", Unspecified),
        ("天镇区", District),
        ("开发区", District),
        ("左 云", County),
    ]);
    // 天镇 is a county and no district; a space in a name makes it another.
    assert_eq!(draft.add_all(&pasted), Ok(3));
    let added: Vec<&str> = draft.counties[10..].iter().map(|county| county.name.as_str()).collect();
    assert_eq!(added, ["开发区", "天镇区", "左 云"]);
    let before = draft.clone();
    let many: Vec<(String, CountyKind)> = (0..2_988).map(|at| (format!("县{at}"), County)).collect();
    assert_eq!(draft.add_all(&many), Err(RegionDraftProblem::TooMany(3_001)));
    assert_eq!(draft.replace_all(&[many.clone(), pasted, many].concat()), Err(RegionDraftProblem::TooMany(5_982)));
    assert_eq!(draft, before, "nothing is changed");
}

#[test]
fn a_list_replaces_the_counties_and_those_of_the_same_name_stay_who_they_are() {
    use CountyKind::{County, District, Unspecified};
    let mut draft = RegionDraft::of(official_plan().region());
    draft
        .replace_all(&list(&[("左云县", County), ("平城", Unspecified), ("新城区", District), ("云冈县", County)]))
        .unwrap();
    let region = draft.finish("r-1").unwrap();
    let ids: Vec<&str> = region.counties().iter().map(|county| county.id.as_str()).collect();
    // 云冈 is a district: 云冈县 is another one.
    assert_eq!(ids, ["zuoyun", "pingcheng", "c3", "c4"]);
    assert_eq!(&*region.counties()[0].name.local, "左云");
    // The one of exactly that name comes before one that is only nearly called so.
    let mut draft = RegionDraft::of(&own(&["朝阳", "海淀"]));
    draft.replace_all(&list(&[("朝阳区", District), ("朝阳", Unspecified)])).unwrap();
    let ids: Vec<Option<&str>> = draft.counties.iter().map(|county| county.id.as_ref().map(CountyId::as_str)).collect();
    assert_eq!(ids, [None, Some("c1")]);
}

#[test]
fn names_are_cleaned_and_those_that_were_there_are_left_alone() {
    for (typed, expected) in [
        ("  平城\u{3000}", "平城"),
        ("平\u{7}城", "平 城"),
        ("平\r\n城", "平 城"),
        ("\u{feff}平\u{200b}城\u{2060}", "平城"),
        ("\u{202e}平城\u{202c}", "平城"),
        ("\u{200d}\u{fe0f} ", ""),
        ("\u{2028}", ""),
        ("👨\u{200d}👩\u{200d}👧", "👨\u{200d}👩\u{200d}👧"),
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("𠮷野", "𠮷野"),
    ] {
        assert_eq!(cleaned_name(typed), expected, "{typed:?}");
    }
    // A file may hold names and years that nobody could type here.
    let long = "长".repeat(60);
    let counties = vec![named("a", &long, CountyKind::County), named("b", "乙\u{7}", CountyKind::County)];
    let region = Arc::new(Region::new("x", Name::new(&long, Some("City")), 1999, counties).unwrap());
    let mut draft = RegionDraft::of(&region);
    assert!(Arc::ptr_eq(&draft.finish("r-1").unwrap(), &region));
    draft.shift(0, 1);
    let moved = draft.finish("r-1").unwrap();
    assert_eq!(
        (moved.counties(), moved.id()),
        (&[region.counties()[1].clone(), region.counties()[0].clone()][..], "x")
    );
    draft.counties[1].name.push('x');
    assert_eq!(draft.finish("r-1"), Err(RegionDraftProblem::CountyNameTooLong(1)));
}

#[test]
fn latin_names_go_with_a_new_name_unless_they_are_given() {
    let latin = |draft: &RegionDraft| {
        let region = draft.finish("r-1").unwrap();
        (
            region.name().latin.as_deref().map(str::to_owned),
            region.counties()[0].name.latin.as_deref().map(str::to_owned),
        )
    };
    let (datong, pingcheng) = (Some("Datong".to_owned()), Some("Pingcheng".to_owned()));
    let mut draft = RegionDraft::of(official_plan().region());
    assert_eq!(latin(&draft), (datong.clone(), pingcheng.clone()));
    draft.counties[0].name = "平城区".to_owned();
    draft.name = "大同市".to_owned();
    assert_eq!(latin(&draft), (None, None));
    draft.counties[0].latin = Some(" Pingcheng District ".to_owned());
    assert_eq!(latin(&draft), (None, Some("Pingcheng District".to_owned())));
    draft.counties[0].latin = Some("x".repeat(41));
    assert_eq!(draft.finish("r-1"), Err(RegionDraftProblem::CountyNameTooLong(0)));
    draft.counties[0].latin = None;
    draft.counties[0].name = "平城 ".to_owned();
    draft.name = "大同".to_owned();
    assert_eq!(latin(&draft), (datong.clone(), pingcheng), "typed back");
    draft.counties[0].latin = Some(" ".to_owned());
    assert_eq!(latin(&draft), (datong, None), "taken away");
}

#[test]
fn a_year_is_read_as_it_is_typed() {
    for (typed, expected) in [
        ("2027", Some(2027)),
        (" ２０２７年 ", Some(2027)),
        ("2000", Some(2000)),
        ("2100", Some(2100)),
        ("1999", None),
        ("2101", None),
        ("02027", None),
        ("+2027", None),
        ("20 27", None),
        ("", None),
        ("99999999999999999999", None),
    ] {
        let mut draft = RegionDraft::of(official_plan().region());
        draft.year = typed.to_owned();
        let read = draft.finish("r-1").map(|region| region.year());
        assert_eq!(read, expected.ok_or(RegionDraftProblem::BadYear), "{typed:?}");
    }
}

/// As many as there may be, in the orders that would show a search through all of them for each.
#[test]
fn three_thousand_counties_are_edited_as_ten_are() {
    let most = Region::MOST_COUNTIES;
    let pasted: Vec<(String, CountyKind)> = (0..most).map(|at| (format!("县{at}"), CountyKind::County)).collect();
    let mut draft = RegionDraft::empty(2026);
    draft.name = "全国".to_owned();
    assert_eq!(draft.add_all(&pasted), Ok(most));
    let region = draft.finish("r-1").unwrap();
    assert_eq!(region.counties()[most - 1].id, CountyId::new("c3000"));
    let open = numbered(&region);
    // The first half goes and as many new ones come, whose positions are all taken.
    let mut draft = RegionDraft::of(&region);
    draft.counties.drain(..most / 2);
    let new: Vec<(String, CountyKind)> = (0..most / 2).map(|at| (format!("新{at}"), CountyKind::County)).collect();
    assert_eq!(draft.add_all(&new), Ok(most / 2));
    draft.counties.reverse();
    let mut edited = open.clone();
    let edit = draft.edit_of(&open, "r-2").unwrap().unwrap();
    let back = edited.apply(&edit).unwrap();
    let ids: BTreeSet<&CountyId> = edited.region().counties().iter().map(|county| &county.id).collect();
    assert_eq!(ids.len(), most);
    assert_eq!(edited.region().counties()[0].id, CountyId::new("c3001"));
    assert_eq!(edited.region().counties()[most / 2 - 1].id, CountyId::new("c4500"));
    assert_eq!(draft.losing(&open).len(), most / 2);
    edited.apply(&back).unwrap();
    assert_eq!(edited, open);
    let mut turned = pasted.clone();
    turned.reverse();
    let mut draft = RegionDraft::of(&region);
    draft.replace_all(&turned).unwrap();
    let changes = draft.changes();
    assert_eq!((changes.added, changes.removed, changes.renamed, changes.reordered), (0, 0, 0, true));
    draft.add("一", CountyKind::County);
    assert_eq!(draft.finish("r-1"), Err(RegionDraftProblem::TooMany(3_001)));
}

/// One step of a planner in the editor.
#[derive(Clone, Debug)]
enum Step {
    Add(usize, String),
    Remove(usize),
    Move(usize, usize),
    Rename(usize, String),
    Regroup(usize, CountyKind),
    Year(u16),
    Describe(String),
    Paste(Vec<String>),
    Replace(Vec<String>),
}

fn steps() -> impl Strategy<Value = Step> {
    let at = || 0..12_usize;
    let name = || "[甲乙丙丁戊己庚]{1,3}[区县]?";
    let names = || prop::collection::vec(name(), 0..6);
    let kind = prop::sample::select(vec![CountyKind::District, CountyKind::County, CountyKind::Unspecified]);
    prop_oneof![
        3 => (at(), name()).prop_map(|(at, name)| Step::Add(at, name)),
        3 => at().prop_map(Step::Remove),
        2 => (at(), at()).prop_map(|(at, to)| Step::Move(at, to)),
        2 => (at(), name()).prop_map(|(at, name)| Step::Rename(at, name)),
        1 => (at(), kind).prop_map(|(at, kind)| Step::Regroup(at, kind)),
        1 => (2026..2028_u16).prop_map(Step::Year),
        1 => name().prop_map(Step::Describe),
        1 => names().prop_map(Step::Paste),
        1 => names().prop_map(Step::Replace),
    ]
}

fn take(draft: &mut RegionDraft, step: &Step) {
    let list = |names: &[String]| -> Vec<(String, CountyKind)> {
        names.iter().map(|name| (name.clone(), CountyKind::Unspecified)).collect()
    };
    match step {
        Step::Add(at, name) => draft.add_at(*at, name, CountyKind::County),
        Step::Remove(at) => draft.remove(*at),
        Step::Move(at, to) => draft.move_to(*at, *to),
        Step::Rename(at, name) => {
            if let Some(county) = draft.counties.get_mut(*at) {
                county.name.clone_from(name);
            }
        }
        Step::Regroup(at, kind) => {
            if let Some(county) = draft.counties.get_mut(*at) {
                county.kind = *kind;
            }
        }
        Step::Year(year) => draft.year = year.to_string(),
        Step::Describe(name) => draft.name.clone_from(name),
        Step::Paste(names) => {
            draft.add_all(&list(names)).unwrap();
        }
        Step::Replace(names) => draft.replace_all(&list(names)).unwrap(),
    }
}

/// A draft of a region whose counties have names that may stand beside each other.
fn draft_of(scenario: &Scenario) -> (Scenario, RegionDraft) {
    let county =
        |(at, county): (usize, &County)| County { name: Name::new(&format!("原{at}"), None), ..county.clone() };
    let counties = scenario.region().counties().iter().enumerate().map(county).collect();
    let region = Arc::new(Region::new("r-own", Name::new("某市", Some("City")), 2026, counties).unwrap());
    let mut named = scenario.clone();
    named.apply(&Edit::SetRegion(region.clone(), Vec::new())).unwrap();
    (named, RegionDraft::of(&region))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    /// Followed by what the planner sees: each row carries its figures wherever it goes and whatever it is called.
    #[test]
    fn figures_follow_their_rows_and_new_rows_have_none(
        scenario in (2_usize..=6).prop_flat_map(drafts_of),
        steps in prop::collection::vec(steps(), 0..14),
    ) {
        let (before, mut draft) = draft_of(&scenario.scenario());
        steps.iter().for_each(|step| take(&mut draft, step));
        let rows: Vec<Option<CountyId>> = draft.counties.iter().map(|county| county.id.clone()).collect();
        let Ok(edit) = draft.edit_of(&before, "r-new") else { return Ok(()) };
        let mut after = before.clone();
        let Some(edit) = edit else {
            prop_assert_eq!(draft.finish("r-new").unwrap(), before.region().clone());
            return Ok(());
        };
        let back = after.apply(&edit).unwrap();
        prop_assert_eq!(after.counties().len(), rows.len());
        let old: BTreeSet<&CountyId> = before.region().counties().iter().map(|county| &county.id).collect();
        for ((row, county), inputs) in rows.iter().zip(after.region().counties()).zip(after.counties()) {
            match row {
                Some(id) => prop_assert_eq!((id, before.county(id)), (&county.id, Some(inputs))),
                None => {
                    prop_assert!(!old.contains(&county.id), "{} belongs to another", county.id);
                    prop_assert_eq!(*inputs, CountyInputs::default());
                }
            }
        }
        // The region is another one exactly if its year or the set of its counties is.
        let set = |of: &Scenario| of.region().counties().iter().map(|county| county.id.clone()).collect::<BTreeSet<_>>();
        let same = set(&before) == set(&after) && before.region().year() == after.region().year();
        prop_assert_eq!(after.region().id() == "r-own", same);
        prop_assert_eq!(after.region().is_alike(before.region()), same);
        // Back and forth.
        let again = after.clone();
        let forth = after.apply(&back).unwrap();
        prop_assert_eq!(&after, &before);
        after.apply(&forth).unwrap();
        prop_assert_eq!(&after, &again);
        // And by the edits that lead from one to the other.
        for (from, to) in [(&before, &again), (&again, &before)] {
            let mut led = from.clone();
            led.apply(&Edit::Batch(from.edits_towards(to))).unwrap();
            prop_assert_eq!(&led, to);
        }
    }

    #[test]
    fn to_add_and_then_to_remove_leaves_the_region_itself(
        scenario in (2_usize..=6).prop_flat_map(drafts_of),
        at in 0..8_usize,
        moves in prop::collection::vec((0..7_usize, 0..7_usize), 0..5),
    ) {
        let (before, mut draft) = draft_of(&scenario.scenario());
        draft.add_at(at, "新", CountyKind::County);
        for &(at, to) in &moves {
            draft.move_to(at, to.min(draft.counties.len() - 1));
        }
        for &(at, to) in moves.iter().rev() {
            let to = to.min(draft.counties.len() - 1);
            if at < draft.counties.len() {
                draft.move_to(to, at);
            }
        }
        let new = draft.counties.iter().position(|county| county.id.is_none()).unwrap();
        draft.remove(new);
        prop_assert_eq!(draft.edit_of(&before, "r-new"), Ok(None));
    }

    /// Any edits between regions, also those that set what a county has: each is taken back exactly.
    #[test]
    fn a_region_edit_is_taken_back_whatever_it_brings(
        one in (2_usize..=5).prop_flat_map(drafts_of),
        other in (2_usize..=7).prop_flat_map(drafts_of),
        given in prop::collection::vec((0..9_usize, random_scenarios::inputs(60)), 0..5),
    ) {
        let (before, other) = (one.scenario(), other.scenario());
        let given: Vec<_> = given.into_iter().map(|(at, inputs)| (random_scenarios::county(at), inputs)).collect();
        let last: BTreeMap<&CountyId, &CountyInputs> = given.iter().map(|(id, inputs)| (id, inputs)).collect();
        let mut after = before.clone();
        let back = after.apply(&Edit::SetRegion(other.region().clone(), given.clone())).unwrap();
        for (county, inputs) in after.region().counties().iter().zip(after.counties()) {
            let expected = last.get(&county.id).copied().or_else(|| before.county(&county.id));
            prop_assert_eq!(*inputs, expected.copied().unwrap_or_default());
        }
        let again = after.clone();
        let forth = after.apply(&back).unwrap();
        prop_assert_eq!(&after, &before);
        after.apply(&forth).unwrap();
        prop_assert_eq!(after, again);
    }
}
