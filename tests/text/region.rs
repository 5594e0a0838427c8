//! What the region editor says, in both languages.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says what it expects")]

use tuowei::files::region_list;
use tuowei::model::{CountyKind, Edit, RegionDraft, RegionDraftProblem, Scenario, Slots, official_plan};
use tuowei::text::{
    Language, LeftOfList, RegionText, WhyNoCounty, list_left, list_taken, region_changes, region_count, region_label,
    region_losses, region_problem,
};

use Language::{Chinese, English};
use WhyNoCounty::{Figure, Group, Heading, NoName, Note, Repeated, Sum, TooLong};

fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[test]
fn every_word_is_said_in_its_own_language() {
    for &word in RegionText::ALL {
        let (chinese, english) = (word.in_language(Chinese), word.in_language(English));
        assert!(has_chinese(chinese), "{word:?}");
        // The endings of names are quoted.
        let quoted = english.replace(['区', '县', '市', '旗'], "");
        assert!(!quoted.is_empty() && !has_chinese(&quoted), "{word:?}: {english}");
    }
}

#[test]
fn every_problem_is_said_in_both_languages_with_its_line() {
    use RegionDraftProblem::*;
    let mut draft = RegionDraft::empty(2026);
    draft.add("Jia", CountyKind::County);
    for (problem, chinese, english) in [
        (NoName, "请填写地区名称。", "The region needs a name."),
        (NameTooLong, "地区名称最多40个字。", "The region's name has more than 40 characters."),
        (BadYear, "目标年份应在2000至2100之间。", "The year must lie between 2000 and 2100."),
        (CountyWithoutName(0), "第1行没有名称。", "Line 1 has no name."),
        (CountyNameTooLong(11), "第12行的名称超过40个字。", "The name in line 12 has more than 40 characters."),
        (SameName(2, 0), "第3行和第1行同名：Jia。", "Lines 3 and 1 have the same name: Jia."),
        (TooFew, "至少要有2个县（区）。", "There must be at least two counties."),
        (TooMany(3_001), "最多3000个县（区），现有3001个。", "At most 3000 counties; there are 3001."),
        (
            AnotherRegion,
            "当前情景不是这份名单所依据的地区，不能套用；可另建空白情景。",
            "The open scenario is not of the region that this list began with; begin a new scenario instead.",
        ),
    ] {
        assert_eq!(region_problem(problem, &draft, Chinese), chinese);
        assert_eq!(region_problem(problem, &draft, English), english);
    }
    // A position that is not there says no name, and does not stop the page.
    assert_eq!(region_problem(SameName(8, 9), &draft, English), "Lines 9 and 10 have the same name: .");
}

#[test]
fn what_changes_and_what_is_lost_is_said() {
    let mut draft = RegionDraft::of(official_plan().region());
    draft.counties[0].name = "平城区".to_owned();
    draft.counties[1].name = "云冈区".to_owned();
    draft.remove(9);
    for name in ["甲", "乙", "丙"] {
        draft.add(name, CountyKind::County);
    }
    assert_eq!(region_changes(draft.changes(), Chinese), "新增3个、移除1个、改名2个");
    assert_eq!(region_changes(draft.changes(), English), "3 added, 1 removed, 2 renamed");
    assert_eq!(region_count(&draft, Chinese), "12个县（区）：市辖区4个、县8个");
    assert_eq!(region_count(&draft, English), "12 counties: district 4, county 8");
    let plan = official_plan();
    assert_eq!(region_losses(&draft.losing(plan), Chinese), "将移除左云的数据（可撤销）。");
    assert_eq!(region_losses(&draft.losing(plan), English), "The figures of Zuoyun go with them (you can undo this).");
    draft.counties.clear();
    assert_eq!(region_losses(&draft.losing(plan), Chinese), "将移除平城、云冈、新荣等10个的数据（可撤销）。");
    assert_eq!(
        region_losses(&draft.losing(plan), English),
        "The figures of Pingcheng, Yungang, Xinrong and 7 more go with them (you can undo this)."
    );
    assert_eq!(region_count(&draft, Chinese), "0个县（区）");
    let empty = Scenario::empty("", plan.region().clone());
    assert_eq!(region_losses(&draft.losing(&empty), Chinese), "");
    let mut one = empty.clone();
    one.apply(&Edit::slots(plan.region().counties()[0].id.clone(), Slots::new(0))).unwrap();
    assert_eq!(region_losses(&draft.losing(&one), Chinese), "将移除平城的数据（可撤销）。", "zero is a figure");
}

#[test]
fn regions_are_told_apart_by_year_and_size() {
    let region = official_plan().region();
    assert_eq!(region_label(region.name(), 2026, 10, Chinese), "大同 2026年（10个县区）");
    assert_eq!(region_label(region.name(), 2026, 2_844, English), "Datong 2026 (2,844 counties)");
    assert_eq!(region_label(region.name(), 2026, 1, English), "Datong 2026 (1 county)");
    let mut draft = RegionDraft::empty(2026);
    draft.add("甲", CountyKind::Unspecified);
    assert_eq!(
        (region_count(&draft, Chinese), region_count(&draft, English)),
        ("1个县（区）".into(), "1 county".into())
    );
}

#[test]
fn what_a_list_left_is_said_where_a_county_may_have_been_meant() {
    let list = region_list("县区\t数\n平城\t1\n\t2\n平城\t3\n合计\t6").unwrap();
    assert_eq!(
        list_taken(1, list.passed_over, &list.repeated, Chinese),
        "加入1个，略过2行（标题、合计），已有的不再加入：平城。"
    );
    assert_eq!(list_left(&list.left, Chinese), "没有加入：第3行没有名称（2）。");
    assert_eq!(list_left(&list.left, English), "Not taken: line 3, no name (2).");
    assert_eq!(list_left(&list.left[..1], Chinese), "");
    let many: Vec<LeftOfList> = (1..=5).map(|row| LeftOfList { row, text: "长".repeat(60), why: TooLong }).collect();
    let one = |row: usize| format!("第{row}行超过40个字（长长长长长长长长长长长长…）");
    assert_eq!(list_left(&many, Chinese), format!("没有加入：{}；{}；{}；另有2行。", one(1), one(2), one(3)));
    assert!(list_left(&many, English).ends_with("; 2 more."));
    let repeated: Vec<String> = (0..2_000).map(|at| format!("县{at}")).collect();
    assert_eq!(list_taken(0, 0, &repeated, Chinese), "加入0个，已有的不再加入：县0、县1、县2等2,000个。");
    for why in [Heading, Note, Sum, Group, Repeated, NoName, Figure, TooLong] {
        let left = [LeftOfList { row: 1, text: "x".to_owned(), why }];
        let is_said = !why.is_passed_over() && why != Repeated;
        assert_eq!(!list_left(&left, Chinese).is_empty(), is_said, "{why:?}");
        assert!(!has_chinese(&list_left(&left, English)), "{why:?}");
    }
}
