//! Any region: drafts become regions, figures and identifiers stay with their counties, and one edit is one step.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::sync::Arc;

use crate::random_scenarios::drafts_of;
use crate::scenario_notation::{county, scenario};
use proptest::prelude::*;
use tuowei::files::region_list;
use tuowei::model::{
    County, CountyId, CountyKind, Edit, Name, Region, RegionDraft, RegionDraftProblem, Scenario, Slots, official_plan,
    official_plan_of, reference_of,
};
use tuowei::storage::{from_json, to_json};
use tuowei::text::{Language, list_taken, region_changes, region_problem};

/// Something that is done to a draft, some with a name that is too long.
type Spoil = fn(&mut RegionDraft);
type SpoilWith = fn(&mut RegionDraft, &str);

fn ids(region: &Region) -> Vec<&str> {
    region.counties().iter().map(|county| county.id.as_str()).collect()
}

fn datong() -> RegionDraft {
    RegionDraft::of(official_plan().region())
}

#[test]
fn a_name_from_a_file_is_shown_cut_and_kept_in_full() {
    for (given, shown) in [
        ("平城".to_owned(), "平城".to_owned()),
        ("长".repeat(40), "长".repeat(40)),
        ("长".repeat(10_000), ["长".repeat(39), "…".to_owned()].concat()),
    ] {
        let name = Name::new(&given, Some(&given));
        assert_eq!((&*name.local, name.latin.as_deref()), (&*shown, Some(&*shown)));
        assert_eq!((name.in_full(), name.is_cut()), ((&*given, Some(&*given)), shown != given));
        // Editing the region leaves it as it is.
        let county = |id: &str, name: Name| County { id: CountyId::new(id), name, kind: CountyKind::County };
        let counties = vec![county("a", name.clone()), county("b", Name::new("乙", None))];
        let region = Arc::new(Region::new("x", name.clone(), 2026, counties).unwrap());
        let again = RegionDraft::of(&region).finish("y").unwrap();
        assert_eq!((again.name(), &again.counties()[0].name), (&name, &name));
    }
}

#[test]
fn a_draft_that_changes_nothing_is_the_region_itself() {
    let region = datong().finish("r-1").unwrap();
    assert!(Arc::ptr_eq(&region, official_plan().region()));
    assert_eq!(region_changes(datong().changes(), Language::Chinese), "没有改动");
}

#[test]
fn whatever_differs_from_the_plans_region_is_another_one() {
    let edits: [(&str, Spoil); 6] = [
        ("改名1个", |draft| draft.counties[0].name = "平城区".to_owned()),
        ("改类别1个", |draft| draft.counties[0].kind = CountyKind::County),
        ("调整顺序", |draft| draft.shift(0, 1)),
        ("更改名称或年份", |draft| draft.year = "2027".to_owned()),
        ("新增1个", |draft| draft.add("开发区", CountyKind::District)),
        ("移除1个", |draft| draft.remove(3)),
    ];
    for (said, edit) in edits {
        let mut draft = datong();
        edit(&mut draft);
        assert_eq!(region_changes(draft.changes(), Language::Chinese), said);
        let region = draft.finish("r-1").unwrap();
        assert_eq!(region.id(), "r-1", "{said}");
        assert!(official_plan_of(&region).is_none(), "{said}");
        // A region of the planner's own stays the same unless its counties or its year are others.
        let mut again = RegionDraft::of(&region);
        again.counties[1].name = "另一个".to_owned();
        again.shift(0, 2);
        assert_eq!(again.finish("r-2").unwrap().id(), "r-1");
        again.year = "2030".to_owned();
        assert_eq!(again.finish("r-2").unwrap().id(), "r-2");
        let mut fewer = RegionDraft::of(&region);
        fewer.remove(0);
        assert_eq!(fewer.finish("r-2").unwrap().id(), "r-2");
    }
    assert_eq!(official_plan().region().counties().len(), 10, "the plan itself is as it was");
}

#[test]
fn a_county_added_by_hand_is_called_by_its_position_or_the_next_that_is_free() {
    let mut draft = datong();
    draft.add("甲", CountyKind::County);
    draft.add("乙", CountyKind::County);
    let region = draft.finish("r-1").unwrap();
    assert_eq!(&ids(&region)[9..], ["zuoyun", "c11", "c12"]);
    let mut draft = RegionDraft::of(&region);
    draft.remove(10);
    draft.add("丙", CountyKind::County);
    // Position 12 is taken by the county that was there before.
    assert_eq!(&ids(&draft.finish("r-2").unwrap())[9..], ["zuoyun", "c12", "c13"]);
    let mut empty = RegionDraft::empty(2026);
    empty.name = "某市".to_owned();
    for name in ["甲", "乙", "丙"] {
        empty.add(name, CountyKind::Unspecified);
    }
    assert_eq!(ids(&empty.finish("r-3").unwrap()), ["c1", "c2", "c3"]);
}

#[test]
fn names_are_cleaned_and_keep_their_latin_form_only_while_they_stay() {
    let mut draft = datong();
    draft.counties[0].name = "  平城\u{7}\t ".to_owned();
    draft.counties[1].name = "云冈区".to_owned();
    let region = draft.finish("r-1").unwrap();
    assert_eq!(&*region.counties()[0].name.local, "平城");
    assert_eq!(region.counties()[0].name.latin.as_deref(), Some("Pingcheng"));
    assert_eq!(region.counties()[1].name.latin, None);
    assert_eq!(region.name().latin.as_deref(), Some("Datong"));
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    let long = "长".repeat(41);
    let cases: [(SpoilWith, RegionDraftProblem, &str); 9] = [
        (|draft, _| draft.name = " \t".to_owned(), RegionDraftProblem::NoName, "请填写地区名称。"),
        (|draft, long| draft.name = long.to_owned(), RegionDraftProblem::NameTooLong, "地区名称最多40个字。"),
        (|draft, _| draft.year = "明年".to_owned(), RegionDraftProblem::BadYear, "目标年份应在2000至2100之间。"),
        (|draft, _| draft.year = "1999".to_owned(), RegionDraftProblem::BadYear, "目标年份应在2000至2100之间。"),
        (
            |draft, _| draft.counties[2].name = "\u{3000}".to_owned(),
            RegionDraftProblem::CountyWithoutName(2),
            "第3行没有名称。",
        ),
        (
            |draft, long| draft.counties[2].name = long.to_owned(),
            RegionDraftProblem::CountyNameTooLong(2),
            "第3行的名称超过40个字。",
        ),
        (
            |draft, _| draft.counties[5].name = " 平城 ".to_owned(),
            RegionDraftProblem::SameName(0, 5),
            "第1行和第6行同名：平城。",
        ),
        (|draft, _| draft.counties.truncate(1), RegionDraftProblem::TooFew, "至少要有2个县（区）。"),
        (
            |draft, _| (0..2_991).for_each(|at| draft.add(&format!("虚构{at}"), CountyKind::County)),
            RegionDraftProblem::TooMany(3_001),
            "最多3000个县（区），现有3001个。",
        ),
    ];
    for (spoil, problem, said) in cases {
        let mut draft = datong();
        spoil(&mut draft, &long);
        assert_eq!(draft.finish("r-1"), Err(problem));
        assert_eq!(region_problem(problem, &draft, Language::Chinese), said);
        assert!(!region_problem(problem, &draft, Language::English).is_empty());
    }
    let mut emoji = datong();
    emoji.counties[0].name = "👨\u{200d}👩\u{200d}👧 ﷽ e\u{301}".to_owned();
    assert!(emoji.finish("r-1").is_ok());
    let mut most = datong();
    (0..2_990).for_each(|at| most.add(&format!("虚构{at}"), CountyKind::County));
    assert_eq!(most.finish("r-1").unwrap().counties().len(), 3_000);
}

#[test]
fn the_region_is_changed_by_one_edit_that_can_be_taken_back() {
    let mut open = official_plan().clone();
    let mut draft = datong();
    draft.remove(0);
    draft.shift(0, 8);
    draft.add("开发区", CountyKind::District);
    let region = draft.finish("r-1").unwrap();
    let back = open.apply(&Edit::SetRegion(region.clone(), Vec::new())).unwrap();
    assert_eq!(open.region(), &region);
    assert_eq!(open.counties().len(), 10);
    let slots = |id: &str| open.county(&CountyId::new(id)).unwrap().slots.map(Slots::get);
    assert_eq!((slots("yungang"), slots("zuoyun"), slots("c10")), (Some(77), Some(13), None));
    assert_eq!(open.county(&CountyId::new("pingcheng")), None);
    open.apply(&back).unwrap();
    assert_eq!(open, *official_plan());
}

#[test]
fn a_frozen_scenario_is_the_reference_of_its_own_region_only() {
    let mut own = scenario("uniform u=1 task=9 | base 1 2 | slots 4 5");
    own.apply(&Edit::SetFrozen(true)).unwrap();
    let other = scenario("uniform u=1 task=9 | base 1 2 3 | slots 4 5 6");
    let stored = [other.clone(), own.clone()];
    assert_eq!(reference_of(own.region(), stored.iter()), Some(&own));
    assert_eq!(reference_of(other.region(), stored.iter()), None, "another set of counties");
    assert_eq!(reference_of(official_plan().region(), stored.iter()), Some(official_plan()));
    // What is frozen stays so in a file, and everything but that comes back to it.
    assert_eq!(from_json(&to_json(&own)).as_ref(), Ok(&own));
    let mut changed = own.clone();
    changed.apply(&Edit::SetFrozen(false)).unwrap();
    changed.apply(&Edit::slots(county(0), Slots::new(8))).unwrap();
    assert_eq!(changed.edits_back_to(&own), [Edit::slots(county(0), Slots::new(4))]);
}

#[test]
fn a_pasted_list_gives_names_and_kinds() {
    for (text, expected) in [
        (
            "平城区\n云冈区\n阳高县\n某旗\n某市\n新区管委会",
            vec![
                ("平城区", CountyKind::District),
                ("云冈区", CountyKind::District),
                ("阳高县", CountyKind::County),
                ("某旗", CountyKind::County),
                ("某市", CountyKind::County),
                ("新区管委会", CountyKind::Unspecified),
            ],
        ),
        (
            "县（区）\t基数\r\n甲\t2.14\r\n乙\t3\r\n合计\t5",
            vec![("甲", CountyKind::Unspecified), ("乙", CountyKind::Unspecified)],
        ),
        ("1\t甲\t区\n2\t乙\t县\n\n", vec![("甲", CountyKind::District), ("乙", CountyKind::County)]),
        (
            "name\nPingcheng\nYungang\ntotal",
            vec![("Pingcheng", CountyKind::Unspecified), ("Yungang", CountyKind::Unspecified)],
        ),
        ("", vec![]),
    ] {
        let list = region_list(text).unwrap();
        let counties: Vec<(&str, CountyKind)> =
            list.counties.iter().map(|(name, kind)| (name.as_str(), *kind)).collect();
        assert_eq!(counties, expected, "{text}");
    }
    let list = region_list("单位\n甲\n乙\n甲\n全市").unwrap();
    assert_eq!((list.passed_over, list.repeated.as_slice()), (2, ["甲".to_owned()].as_slice()));
    assert_eq!(
        list_taken(2, 2, &list.repeated, Language::Chinese),
        "加入2个，略过2行（标题、合计），已有的不再加入：甲。"
    );
    assert_eq!(list_taken(2, 0, &[], Language::English), "2 taken.");
}

fn any_change() -> impl Strategy<Value = (usize, usize, String)> {
    (0..6_usize, 0..12_usize, "[甲乙丙丁戊]{1,4}|\\PC{0,5}")
}

proptest! {
    #[test]
    fn identifiers_and_figures_stay_with_their_counties(
        draft in (2_usize..=9).prop_flat_map(drafts_of),
        changes in proptest::collection::vec(any_change(), 0..12),
    ) {
        let before: Scenario = draft.scenario();
        let mut edited = RegionDraft::of(before.region());
        edited.name = "某市".to_owned();
        for (number, county) in edited.counties.iter_mut().enumerate() {
            county.name = format!("县{number}");
        }
        for (kind, at, name) in changes {
            match kind {
                0 => edited.add(&name, CountyKind::District),
                1 => edited.remove(at),
                2 => edited.shift(at, 1),
                3 => edited.shift(at, -3),
                4 => if let Some(county) = edited.counties.get_mut(at) { county.name = name },
                _ => if let Some(county) = edited.counties.get_mut(at) { county.kind = CountyKind::County },
            }
        }
        let Ok(region) = edited.finish("r-1") else { return Ok(()) };
        let mut after = before.clone();
        let back = after.apply(&Edit::SetRegion(region.clone(), Vec::new())).unwrap();
        for (county, inputs) in region.counties().iter().zip(after.counties()) {
            prop_assert_eq!(inputs, &before.county(&county.id).copied().unwrap_or_default());
        }
        let again = after.clone();
        let forth = after.apply(&back).unwrap();
        prop_assert_eq!(&after, &before);
        after.apply(&forth).unwrap();
        prop_assert_eq!(&after, &again);
        prop_assert_eq!(from_json(&to_json(&after)).unwrap(), after);
    }
}
