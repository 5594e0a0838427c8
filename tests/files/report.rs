//! Blocks pasted into a report. All counts are made up.

use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use tuowei::files::{Pasted, Table, read_report_block, report_selection, report_table};
use tuowei::model::{Counted, Date, Edit, MonitorEdit, Scenario, official_plan};
use tuowei::text::{COUNTED_GROUPS, Language, PasteNote, counted_group, counted_heading, counted_name, paste_report};

use super::monitor_tables::{june, reported};
use super::support::{after, left, region};
use Counted::{
    Allocated, CityConcerned, CityTrained, Competed, Disbursed, Enrolled, InclusiveAdded, Registered, Slots,
    SlotsPublic,
};
use Language::{Chinese, English};

const LANGUAGES: [Language; 2] = [Chinese, English];

/// What the first group shows.
fn first_group() -> &'static [Counted] {
    counted_group(0).unwrap().1
}

/// The plan with an empty report.
fn empty() -> Scenario {
    with_report(official_plan())
}

fn with_report(scenario: &Scenario) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.apply(&Edit::Monitor(MonitorEdit::SetReport(june(), true))).unwrap();
    scenario
}

/// Pastes, and checks what holds for every block.
fn paste_into(scenario: &Scenario, text: &str, columns: &[Counted], at: Option<(usize, Counted)>) -> Pasted {
    let pasted = read_report_block(text, scenario, june(), columns, at);
    for edit in &pasted.edits {
        let Edit::Monitor(MonitorEdit::SetCount(day, _, _, Some(_))) = edit else { panic!("{edit:?} is no figure") };
        assert_eq!(*day, june());
        let mut changed = scenario.clone();
        changed.apply(edit).unwrap();
        assert_ne!(changed, *scenario, "{edit:?} changes nothing");
    }
    let mut places: Vec<_> = pasted.edits.iter().flat_map(Edit::places).collect();
    places.sort();
    places.dedup();
    assert_eq!(places.len(), pasted.edits.len(), "a figure is set twice: {:?}", pasted.edits);
    assert_eq!(pasted.report.changed, pasted.edits.len());
    assert!(pasted.edits.len() <= pasted.report.figures());
    let again = read_report_block(text, &after(scenario, &pasted), june(), columns, at);
    assert_eq!(again.edits, [], "pasting again changes something: {text:?}");
    for language in LANGUAGES {
        assert!(!paste_report(&pasted.report, language).is_empty());
    }
    pasted
}

/// `Enrolled pingcheng 40` and so on.
fn edits(pasted: &Pasted) -> String {
    let shown = |edit: &Edit| match edit {
        Edit::Monitor(MonitorEdit::SetCount(_, county, of, Some(count))) => format!("{of:?} {county} {count}"),
        other => panic!("{other:?} is nothing that is pasted"),
    };
    pasted.edits.iter().map(shown).collect::<Vec<_>>().join("; ")
}

fn check_at(at: Option<(usize, Counted)>, text: &str, expected: &str, expected_left: &[&str]) {
    let pasted = paste_into(&empty(), text, first_group(), at);
    assert_eq!(edits(&pasted), expected, "{text}");
    assert_eq!(left(&pasted), expected_left, "{text}");
}

fn check(text: &str, expected: &str, expected_left: &[&str]) {
    check_at(None, text, expected, expected_left);
}

#[test]
fn names_and_headings_say_where_figures_go_in_both_directions_and_languages() {
    let expected = "Enrolled pingcheng 40; Slots pingcheng 110; Enrolled yanggao 12; Slots yanggao 30";
    let turned = "Enrolled pingcheng 40; Enrolled yanggao 12; Slots pingcheng 110; Slots yanggao 30";
    for (block, expected) in [
        ("县（区）\t在托人数\t托位数\n平城\t40\t110\n阳高\t12\t30\n", expected),
        ("县（区）\t在托（人）\t托位（个）\r\n平城区\t40人\t110个\r\n阳高县\t12\t30\r\n", expected),
        ("County\tChildren enrolled\tSlots\nPingcheng District\t40\t110\nYanggao County\t12\t30", expected),
        (
            "\"县\n（区）\"\t\"截至6月30日\n在托人数\"\t\"托位数\"\n\"大同市平城区\"\t\"40\"\t\"110\"\n阳高\t12\t30",
            expected,
        ),
        // Counties across: the block's own order, which is by figure.
        ("指标\t平城\t阳高\n在托\t40\t12\n托位\t110\t30", expected),
        // A comma between words parts no thousands.
        ("County\tEnrolled\tSlots\tEnrolled, public\nPingcheng\t40\t110\t\nYanggao\t12\t30\t", expected),
        ("Figure\tPingcheng\tYanggao\nEnrolled\t40\t12\nSlots\t110\t30", expected),
        // Names need not come first, and columns may stand in any order.
        ("序号\t县区\t托位数\t在托人数\n1\t平城\t110\t40\n2\t阳高\t30\t12", ""),
        ("2026年6月托育工作进展\n县区\t在托\t托位\n平城\t40\t110\n\n阳高\t12\t30", expected),
    ] {
        let pasted = paste_into(&empty(), block, first_group(), Some((7, Slots)));
        let mut got: Vec<String> = edits(&pasted).split("; ").map(str::to_owned).collect();
        if expected.is_empty() {
            got.sort();
            let mut all: Vec<&str> = turned.split("; ").collect();
            all.sort_unstable();
            assert_eq!(got, all, "{block}");
            assert_eq!(left(&pasted), [r#"1,1 "序号" UnknownHeading"#]);
        } else {
            assert_eq!(got.join("; "), expected, "{block}");
            assert_eq!(left(&pasted), [] as [&str; 0], "{block}");
        }
    }
}

#[test]
fn headings_are_of_any_figure_and_not_only_of_those_on_show() {
    check(
        "县区\t公办在托\t新增普惠\t备案机构数\t举办技能大赛\t下拨补贴（万元）\n平城\t20\t5\t3\t是\t12.5\n云冈\t1\t\t-\t否\t1,200",
        "EnrolledPublic pingcheng 20; InclusiveAdded pingcheng 5; Registered pingcheng 3; Competed pingcheng 1; \
         Allocated pingcheng 1250; EnrolledPublic yungang 1; Competed yungang 0; Allocated yungang 120000",
        &[],
    );
}

#[test]
fn headings_may_stand_in_two_rows() {
    // What is merged stands in its first cell.
    check(
        "县区\t在托人数\t\t市级培训\t\n\t合计\t其中：公办\t应训\t参训\n平城\t40\t20\t9\t3",
        "Enrolled pingcheng 40; EnrolledPublic pingcheng 20; CityConcerned pingcheng 9; CityTrained pingcheng 3",
        &[],
    );
    check(
        "县区\t全部\t\t公办\t\n\t在托\t托位\t在托\t托位\n平城\t40\t110\t20\t30",
        "Enrolled pingcheng 40; Slots pingcheng 110; EnrolledPublic pingcheng 20; SlotsPublic pingcheng 30",
        &[],
    );
}

#[test]
fn without_names_the_lines_are_the_counties_in_order() {
    let mut block = "在托人数\t托位数\n".to_owned();
    for county in 0..10 {
        block += &format!("{}\t{}\n", 40 + county, 100 + county);
    }
    let pasted = paste_into(&empty(), &block, first_group(), None);
    assert!(edits(&pasted).starts_with("Enrolled pingcheng 40; Slots pingcheng 100; Enrolled yungang 41;"));
    assert_eq!(pasted.report.figures(), 20);
    assert_eq!(pasted.report.notes, [PasteNote::ByOrder]);
    // 445 and 1,045 are the sums.
    let pasted = paste_into(&empty(), &(block.clone() + "445\t1045\n"), first_group(), None);
    let agrees = |column: Counted, total| PasteNote::TotalAgrees { column: column.into(), total };
    assert_eq!(pasted.report.notes, [PasteNote::ByOrder, agrees(Enrolled, 445), agrees(Slots, 1_045)]);
    let short: String = block.lines().take(9).map(|line| format!("{line}\n")).collect();
    check(&short, "", &[r#"1,1 "在托人数" LinesDiffer { lines: 8, counties: 10 }"#]);
}

#[test]
fn bare_figures_go_from_the_chosen_cell_on() {
    // The first group: Children, Enrolled, EnrolledPublic, Slots, ….
    check_at(
        Some((1, Enrolled)),
        "40\t20\n12\t\n",
        "Enrolled yungang 40; EnrolledPublic yungang 20; Enrolled xinrong 12",
        &[],
    );
    check("40\t20\n12\t\n", "", &[r#"1,1 "40" NoPlace"#]);
    // A figure that is not on show is no place to begin at.
    check_at(Some((1, Disbursed)), "40\n12\n", "", &[r#"1,1 "40" NoPlace"#]);
    check_at(
        Some((8, InclusiveAdded)),
        "4\t5\n6\n7\n",
        "InclusiveAdded guangling 4; InclusiveAdded zuoyun 6",
        &[r#"1,2 "5" BeyondColumns(1)"#, r#"3,1 "7" BeyondCounties(1)"#],
    );
    // Ten in a row, where fewer columns are on show, are the counties across.
    let pasted = paste_into(&empty(), "1\t2\t3\t4\t5\t6\t7\t8\t9\t10", first_group(), Some((0, Slots)));
    assert!(edits(&pasted).starts_with("Slots pingcheng 1; Slots yungang 2;"));
    assert_eq!(pasted.report.notes, [PasteNote::Across]);
    // Eleven in a column end in the city's sum.
    let pasted = paste_into(&empty(), "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n55\n", first_group(), Some((0, Slots)));
    assert_eq!(pasted.report.figures(), 10);
    assert_eq!(pasted.report.notes, [PasteNote::TotalAgrees { column: Slots.into(), total: 55 }]);
    // Names without headings, beside one column and beside two.
    check_at(Some((9, Slots)), "平城\t110\n云冈\t90", "Slots pingcheng 110; Slots yungang 90", &[]);
    check_at(
        Some((9, Enrolled)),
        "平城\t40\t20\n云冈\t30\t",
        "Enrolled pingcheng 40; EnrolledPublic pingcheng 20; Enrolled yungang 30",
        &[],
    );
    check("平城\t110\n云冈\t90", "", &[r#"1,2 "110" NoPlace"#]);
    // Yes and no are figures where they belong, and words elsewhere.
    let pasted = paste_into(&empty(), "是\n否\n1\n", &[CityTrained, Competed, Allocated], Some((0, Competed)));
    assert_eq!(edits(&pasted), "Competed pingcheng 1; Competed yungang 0; Competed xinrong 1");
    check_at(Some((0, Slots)), "是\n否\n", "", &[r#"1,1 "是" UnknownHeading"#, r#"2,1 "否" UnknownCounty"#]);
}

#[test]
fn totals_are_compared_and_never_written() {
    let differs = |column: Counted, pasted, sum| PasteNote::TotalDiffers { column: column.into(), pasted, sum };
    let agrees = |column: Counted, total| PasteNote::TotalAgrees { column: column.into(), total };
    let notes = |block: &str| paste_into(&empty(), block, first_group(), None).report.notes;
    assert_eq!(notes("县区\t在托\n平城\t40\n云冈\t30\n全市\t70"), [agrees(Enrolled, 70)]);
    assert_eq!(notes("县区\t在托\n合计\t71\n平城\t40\n云冈\t30"), [differs(Enrolled, 71, 70)]);
    // Of competitions it is how many counties held one.
    assert_eq!(notes("县区\t技能大赛\n平城\t是\n云冈\t1\n新荣\t否\n全市\t2"), [agrees(Competed, 2)]);
    assert_eq!(notes("县区\t拨付补贴\n平城\t0.5\n云冈\t1\nTotal\t1.5"), [agrees(Disbursed, 150)]);
    assert_eq!(notes("县区\t在托\n平城\t40\n全市\t—"), []);
    // The block may hold one county and the sum of all: 1,000 slots in each of ten.
    let pasted = paste_into(&reported(), "县区\t托位\n平城\t1000\n全市\t10000", first_group(), None);
    assert_eq!(pasted.report.notes, [agrees(Slots, 10_000)]);
    check("县区\t在托\n平城\t40\n全市\tx", "Enrolled pingcheng 40", &[r#"3,2 "x" Number(NotANumber)"#]);
}

#[test]
fn what_is_not_understood_is_left_and_named() {
    check(
        "县区\t在托\t备案率\t托位\n平城\t四十\t30%\t110\n平阴\t1\t2%\t3\n云冈\t-5\t\t2.5\n新荣\t####\t\t#REF!\n平城\t1\t\t1",
        "Slots pingcheng 110",
        &[
            r#"1,3 "备案率" UnknownHeading"#,
            r#"2,2 "四十" Number(NotANumber)"#,
            r#"3,1 "平阴" UnknownCounty"#,
            r#"4,2 "-5" Number(Negative)"#,
            r#"4,4 "2.5" Number(NotWhole)"#,
            "5,2 \"####\" CutOff",
            r##"5,4 "#REF!" SpreadsheetError"##,
            r#"6,1 "平城" CountyTwice"#,
        ],
    );
    check(
        "县区\t在托\t在托人数\t2025年托位数\t普惠托位（百个）\t举办大赛\n平城\t1\t2\t3\t4\t7",
        "",
        &[
            r#"1,2 "在托" Undecided([Counted(Enrolled)])"#,
            r#"1,3 "在托人数" Undecided([Counted(Enrolled)])"#,
            r#"1,4 "2025年托位数" OtherYear"#,
            r#"1,5 "普惠托位（百个）" OtherUnit"#,
            r#"2,6 "7" Number(Above(1))"#,
        ],
    );
    // The unit above the table concerns funds alone, or all the others.
    check(
        "单位：元\n县区\t在托\t下拨补贴\n平城\t40\t125000",
        "Enrolled pingcheng 40",
        &[r#"2,3 "下拨补贴" OtherUnit"#],
    );
    check("单位：万元\n县区\t下拨补贴\n平城\t12.5", "Allocated pingcheng 1250", &[]);
    check("单位：万人\n县区\t在托\n平城\t4", "", &[r#"2,2 "在托" OtherUnit"#]);
    for nothing in ["", "\n\n", "你好", "这是\t一段文字", "平阴\t1", "备案率\t30%"] {
        let pasted = paste_into(&empty(), nothing, first_group(), Some((0, Slots)));
        assert_eq!(pasted.edits, [], "{nothing:?}");
    }
    let pasted = read_report_block(&"1\t".repeat(4_000_000), &empty(), june(), first_group(), None);
    assert_eq!(left(&pasted), [r#"1,1 "" TooLarge"#]);
}

#[test]
fn no_figure_is_set_twice() {
    check(
        "县区\t在托\t县区\t在托\n平城\t1\t平城\t2\n云冈\t3\t新荣\t4",
        "Enrolled pingcheng 1; Enrolled yungang 3; Enrolled xinrong 4",
        &[r#"2,4 "2" CountyTwice"#],
    );
    let pasted = paste_into(&empty(), "1\t2", &[Slots, Slots], Some((0, Slots)));
    assert_eq!(edits(&pasted), "Slots pingcheng 1");
    assert_eq!(left(&pasted), [r#"1,2 "2" BeyondColumns(1)"#]);
}

#[test]
fn a_report_that_is_not_there_takes_nothing() {
    let block = "县区\t在托\n平城\t40";
    assert_eq!(read_report_block(block, official_plan(), june(), first_group(), None), Pasted::default());
    let other = Date::new(2026, 6, 29).unwrap();
    assert_eq!(read_report_block(block, &empty(), other, first_group(), None), Pasted::default());
}

#[test]
fn what_was_taken_and_left_is_said_in_both_languages() {
    let block = "县区\t公办在托人数\t举办技能大赛\t下拨补贴（万元）\t备案率\n平城\t20\t1\t1234.5\t3%\n平阴\t1\t0\t1\t\n全市\t21\t1\t1234.5\t";
    let said = |language| {
        let pasted = paste_into(&empty(), block, first_group(), None);
        paste_report(&pasted.report, language)
    };
    assert_eq!(
        said(Chinese),
        "已粘贴 3 个数：公办在托人数 1 个、举办技能大赛 1 个、下拨补贴 1 个；公办在托人数全市写的是 21，各县（区）之和是 20，\
         两者不一致；举办技能大赛全市 1 与各县（区）之和一致；下拨补贴全市 1,234.50 与各县（区）之和一致；2 处未采用：\
         第1行第5列“备案率”不是本表的列；第3行第1列“平阴”不是本市的县（区）。"
    );
    assert_eq!(
        said(English),
        "Pasted 3 figures: children enrolled in public centres 1, competition held 1, subsidies handed down 1. \
         Children enrolled in public centres: the block's total is 21, but the counties add up to 20. \
         Competition held: the total of 1 is the sum of the counties. \
         Subsidies handed down: the total of 1,234.50 is the sum of the counties. \
         2 left out: row 1, column 5 “备案率” is no column of this table; row 3, column 1 “平阴” is no county of this city."
    );
    let nothing = read_report_block("x", &empty(), june(), first_group(), None);
    assert!(paste_report(&nothing.report, Chinese).starts_with("没有可以粘贴的数；1 处未采用："));
}

#[test]
fn a_copied_part_of_a_report_is_pasted_back_where_it_stood() {
    let scenario = reported();
    let columns = [Slots, SlotsPublic, InclusiveAdded, Registered, CityConcerned, Competed, Allocated, Disbursed];
    let block = report_selection(&scenario, june(), (1, 3), &columns).unwrap().to_tsv();
    let pasted = paste_into(&scenario, &block, &columns, Some((1, Slots)));
    assert_eq!((pasted.edits.len(), pasted.report.figures()), (0, 11));
    let pasted = paste_into(&empty(), &block, &columns, Some((1, Slots)));
    assert_eq!(pasted.edits.len(), 11);
    let there = report_selection(&after(&empty(), &pasted), june(), (1, 3), &columns).unwrap().to_tsv();
    assert_eq!(there, block);
}

#[test]
fn counties_that_share_a_name_are_told_apart_by_their_order() {
    let scenario = with_report(&region(&["鼓楼区", "鼓楼区", "城关"]));
    let pasted = paste_into(&scenario, "县区\t在托\n鼓楼区\t1\n鼓楼区\t2\n城关\t3", first_group(), None);
    assert_eq!(edits(&pasted), "Enrolled c0 1; Enrolled c1 2; Enrolled c2 3");
    let pasted = paste_into(&scenario, "县区\t在托\n鼓楼区\t1\n城关\t3", first_group(), None);
    assert_eq!(edits(&pasted), "Enrolled c2 3");
    assert!(left(&pasted)[0].contains("AmbiguousCounty"));
}

/// Any figures of the plan's counties.
fn any_report() -> impl Strategy<Value = Scenario> {
    let count = prop_oneof![0..20_u32, 0..=Counted::MOST];
    let counts = prop::collection::vec(prop::option::weighted(0.7, count), 10 * Counted::COUNT);
    counts.prop_map(|counts| {
        let mut scenario = empty();
        let region = std::sync::Arc::clone(scenario.region());
        let all =
            region.counties().iter().flat_map(|county| Counted::ALL.into_iter().map(|of| (county.id.clone(), of)));
        let edits = all.zip(counts).map(|((county, of), count)| {
            let count = count.map(|count| if of == Competed { count % 2 } else { count });
            Edit::Monitor(MonitorEdit::SetCount(june(), county, of, count))
        });
        scenario.apply(&Edit::Batch(edits.collect())).unwrap();
        scenario
    })
}

fn turned(table: &Table) -> String {
    let lines: Vec<&Vec<String>> = std::iter::once(&table.headings).chain(&table.rows).collect();
    let line = |column: usize| lines.iter().map(|cells| cells[column].as_str()).collect::<Vec<_>>().join("\t");
    (0..table.headings.len()).map(line).collect::<Vec<_>>().join("\n")
}

/// Pieces of blocks, and what is none.
fn any_piece() -> impl Strategy<Value = String> {
    let mut known: Vec<String> = [
        "平城",
        "云冈区",
        "全市",
        "小计",
        "平阴",
        "12",
        "1.5",
        "是",
        "—",
        "",
        "30%",
        "####",
        "2026年",
        "单位：万元",
        "县（区）",
        "公办",
    ]
    .map(str::to_owned)
    .into();
    for of in Counted::ALL {
        known.extend(LANGUAGES.map(|language| counted_name(of, language).to_owned()));
        known.extend(LANGUAGES.map(|language| counted_heading(of, language).to_owned()));
    }
    let parts = ["\t", "\n", "\r\n", "\"", "（", "）", ")", "(", "\u{0}", " ", "2026", "0", "年"];
    prop_oneof![
        8 => select(known),
        6 => select(vec!["\t".to_owned(), "\n".to_owned()]),
        2 => select(parts.map(str::to_owned).to_vec()),
        1 => any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_copied_report_changes_nothing_at_home_and_brings_all_elsewhere(
        scenario in any_report(),
        columns in subsequence(Counted::ALL.to_vec(), 1..=Counted::COUNT),
        english in any::<bool>(),
        is_turned in any::<bool>(),
    ) {
        let language = if english { English } else { Chinese };
        let table = report_table(&scenario, june(), &columns, language).unwrap();
        let block = if is_turned { turned(&table) } else { table.to_tsv() };
        let pasted = paste_into(&scenario, &block, first_group(), None);
        prop_assert_eq!(&pasted.edits, &[]);
        let pasted = paste_into(&empty(), &block, first_group(), None);
        let there = report_table(&after(&empty(), &pasted), june(), &columns, language).unwrap();
        prop_assert_eq!(there.rows, table.rows);
    }

    #[test]
    fn any_text_is_read_without_harm(
        pieces in prop::collection::vec(any_piece(), 0..40),
        group in 0..COUNTED_GROUPS,
        row in prop::option::of(0..12_usize),
        of in select(Counted::ALL.to_vec()),
    ) {
        let scenario = empty();
        paste_into(&scenario, &pieces.concat(), counted_group(group).unwrap().1, row.map(|row| (row, of)));
        paste_into(&scenario, &pieces.concat(), &[of, of], row.map(|row| (row, of)));
        paste_into(&scenario, &pieces.concat(), &[], row.map(|row| (row, of)));
    }
}
