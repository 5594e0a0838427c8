//! Lists of counties as planners have them at hand.

use proptest::prelude::*;
use tuowei::files::{RegionList, region_list, region_list_within};
use tuowei::model::{CountyKind, RegionDraft};
use tuowei::text::WhyNoCounty;

/// `平城区/d 阳高县/c 某地` of a list.
fn counties(list: &RegionList) -> String {
    let kind = |kind: CountyKind| match kind {
        CountyKind::District => "/d",
        CountyKind::County => "/c",
        CountyKind::Unspecified => "",
    };
    let said: Vec<String> = list.counties.iter().map(|(name, of)| format!("{name}{}", kind(*of))).collect();
    said.join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(counties(&region_list_within(text, "大同").unwrap()), expected, "{text:?}");
}

#[track_caller]
fn check_left(text: &str, expected: &[(usize, WhyNoCounty)]) {
    let list = region_list_within(text, "大同").unwrap();
    let left: Vec<(usize, WhyNoCounty)> = list.left.iter().map(|left| (left.row, left.why)).collect();
    assert_eq!(left, expected, "{text:?}");
}

#[test]
fn a_column_of_names_is_read_as_it_stands() {
    check("平城\n云冈\n新荣", "平城 云冈 新荣");
    check("平城区\r\n阳高县\r\n介休市\r\n某旗\r\n", "平城区/d 阳高县/c 介休市/c 某旗/c");
    check(
        "平城（区）\n阳高(县)\nPingcheng District\nYanggao County",
        "平城（区）/d 阳高(县)/c Pingcheng District/d Yanggao County/c",
    );
    check("\n\n平城\n\n \n云冈\n", "平城 云冈");
    check("　平　城　\n\u{feff}云\u{200b}冈", "平\u{3000}城 云冈");
    check("101团\n102团", "101团 102团");
    check("", "");
    check("\t\t\n", "");
}

#[test]
fn headings_titles_notes_and_sums_are_passed_over() {
    check(
        "大同市县（区）名单\n单位：个\n县（区）\t类别\t2025年基数\n平城\t市辖区\t2.14\n阳高\t县\t2.37\n合计\t\t4.51\n注：基数为2025年末",
        "平城/d 阳高/c",
    );
    check("序号\t名称\t任务数\n1\t平城\t130\n2\t云冈\t77\n\t全市\t207", "平城 云冈");
    check("大同市\n平城区\n云冈区", "平城区/d 云冈区/d");
    check("全市\t350\n平城\t130\n云冈\t77", "平城 云冈");
    check("表一 县区\n平城\n云冈", "平城 云冈");
    check("county\tchildren\nPingcheng\t21,000\nYungang\t9000\nTotal\t30000", "Pingcheng Yungang");
    // A heading of the second page.
    check("名称\n平城\n名称\n云冈", "平城 云冈");
    use WhyNoCounty::{Figure, Group, Heading, NoName, Note, Repeated, Sum, TooLong};
    check_left(
        "大同市县区一览\n\n县区\t数\n平城\t1\n\t2\n平城\t3\n小计\t6\n注：无",
        &[(1, Heading), (3, Heading), (5, NoName), (6, Repeated), (7, Sum), (8, Note)],
    );
    check_left("平城\n12.5\n云冈\n#REF!\n市辖区", &[(2, Figure), (4, Figure), (5, Group)]);
    check_left(&format!("平城\n{}", "长".repeat(41)), &[(2, TooLong)]);
    check_left(&format!("平城\n{}", "长".repeat(40)), &[]);
}

#[test]
fn the_column_with_the_names_is_found() {
    // The city's name stands in each row, and a number before.
    check("1\t大同市\t平城区\n2\t大同市\t云冈区\n3\t大同市\t阳高县", "平城区/d 云冈区/d 阳高县/c");
    check("序号\t地市\t县区\n1\t大同\t平城\n2\t大同\t云冈", "平城 云冈");
    // Under a heading that is not known, beside one that is.
    check("序号\t乡镇\n1\t甲镇\n2\t乙镇", "甲镇 乙镇");
    check("130\t平城\n77\t云冈", "平城 云冈");
}

#[test]
fn names_across_and_in_a_line_are_read_too() {
    check("平城\t云冈\t新荣\t云州", "平城 云冈 新荣 云州");
    // 表二 of the plan.
    check(
        "表二：2026年度新增普惠托位数 单位：个\n\n指标 地区\t全市\t平城\t云冈\t新荣\n任务数\t217\t130\t77\t10",
        "平城 云冈 新荣",
    );
    // 表一, whose rows are more than its counties.
    check(
        "地区 指标\t平城\t云冈\t新荣\n2025年 基数\t2.14\t3.69\t11.03\n2026年 目标值\t4.22\t5.77\t13.11",
        "平城 云冈 新荣",
    );
    check("平城、云冈、新荣", "平城 云冈 新荣");
    check("平城，云冈；新荣。", "平城 云冈 新荣");
    check("平城,云冈,新荣", "平城 云冈 新荣");
    check("平城区 云冈区 阳高县", "平城区/d 云冈区/d 阳高县/c");
    check("New Town", "New Town");
}

#[test]
fn groups_say_the_kind_of_those_below() {
    check("市辖区\n平城\n云冈\n县\n阳高\n天镇区", "平城/d 云冈/d 阳高/c 天镇区/d");
    check("市辖区：平城、云冈\n县：阳高、天镇", "平城/d 云冈/d 阳高/c 天镇/c");
    // What stands beside a name says more than the name, and that more than the group.
    check("市辖区\t\n平城\t\n朝阳\t县\n某县\t", "平城/d 朝阳/c 某县/c");
}

#[test]
fn numbers_before_names_are_dropped() {
    check("1. 平城\n2．云冈\n3、新荣\n（4）云州\n(5) 阳高\n6）天镇\n7 浑源", "平城 云冈 新荣 云州 阳高 天镇 浑源");
    check_left("1. 平城\n3、新荣\n7 浑源", &[]);
}

#[test]
fn a_list_becomes_a_region_as_it_is() {
    let list = region_list("县区\n平城区\n云冈区\n阳高县\n平城区").unwrap();
    assert_eq!((list.passed_over, list.repeated.as_slice()), (1, &["平城区".to_owned()][..]));
    let mut draft = RegionDraft::empty(2026);
    draft.name = "大同".to_owned();
    draft.add_all(&list.counties).unwrap();
    let region = draft.finish("r-1").unwrap();
    let counties: Vec<(&str, &str)> =
        region.counties().iter().map(|county| (county.id.as_str(), &*county.name.local)).collect();
    assert_eq!(counties, [("c1", "平城区"), ("c2", "云冈区"), ("c3", "阳高县")]);
}

/// Everything may be a heading, or the same again, twenty thousand times.
#[test]
fn large_texts_are_read_or_refused_without_a_search_for_each_line() {
    for line in ["县区", "平城", "1", "市辖区", "平城、云冈"] {
        let list = region_list(&format!("{line}\n").repeat(20_000)).unwrap();
        assert!(list.counties.len() <= 2);
    }
    let names: Vec<String> = (0..20_000).map(|at| format!("县{at}")).collect();
    let list = region_list(&names.join("\n")).unwrap();
    assert_eq!(list.counties.len(), 20_000);
    assert!(RegionDraft::empty(2026).add_all(&list.counties).is_err());
    assert_eq!(region_list(&names[..2_000].join("\t")).unwrap().counties.len(), 2_000);
    assert!(region_list(&"县\t".repeat(1_000_000)).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Every line that holds anything is a county or is said to be none.
    #[test]
    fn nothing_is_dropped_in_silence(
        rows in prop::collection::vec(prop::collection::vec("[平城云区县市1.、]{0,4}|合计|县区|市辖区|\\PC{0,6}", 1..4), 0..8),
    ) {
        let rows: Vec<Vec<String>> =
            rows.into_iter().map(|row| row.into_iter().map(|cell| cell.replace(['"', '\t'], "")).collect()).collect();
        let text: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let list = region_list(&text.join("\n")).unwrap();
        let mut names: Vec<&str> = list.counties.iter().map(|(name, _)| name.as_str()).collect();
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        prop_assert_eq!(names.len(), count, "no name twice");
        prop_assert!(list.counties.iter().all(|(name, _)| !name.is_empty() && name.chars().count() <= 40));
        let repeated = list.left.iter().filter(|left| left.why == WhyNoCounty::Repeated).count();
        prop_assert_eq!(list.repeated.len(), repeated);
        let passed_over = list.left.iter().filter(|left| left.why.is_passed_over()).count();
        prop_assert_eq!(list.passed_over, passed_over);
    }

    /// Plain names in a column come back as they are.
    #[test]
    fn plain_names_are_taken_as_they_are(names in prop::collection::btree_set("[甲乙丙丁戊己]{2,4}[区县旗]", 1..40)) {
        let names: Vec<String> = names.into_iter().collect();
        for text in [names.join("\n"), names.join("\t"), names.join("、")] {
            let list = region_list(&text).unwrap();
            prop_assert_eq!(list.counties.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>(), names.clone());
            prop_assert!(list.left.is_empty());
        }
    }
}
