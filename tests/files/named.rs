//! Pasted blocks with names and headings: shapes in, changes out.

use super::support::{
    TABLE_1, TABLE_2, TEN, after, at, at_supply, check, check_at, edits, empty, left, paste, rate, region,
};
use tuowei::files::{GridColumn, is_block, read_block};
use tuowei::model::{Children, CountyId, Edit, Figure, RuleKind, evaluate, official_plan};
use tuowei::text::{Language, PasteNote, WhyLeft, paste_report};

#[test]
fn the_plans_tables_paste_as_the_plan() {
    let pasted = paste(TABLE_1, &empty(), None);
    assert_eq!(pasted.report.left, []);
    assert_eq!(pasted.edits.len(), 10, "bases only: the targets are what the rule gives");
    let both = after(&empty(), &pasted);
    let pasted = paste(TABLE_2, &both, None);
    assert_eq!(pasted.report.left, []);
    assert_eq!(
        pasted.report.notes,
        [PasteNote::TotalAgrees { column: GridColumn::Input(Figure::Slots).into(), total: 350 }]
    );
    assert_eq!(after(&both, &pasted), *official_plan());

    // Into the plan itself, wherever the cursor stands: nothing changes, and everything was understood.
    for anchor in [None, at(0, Figure::Children), at(9, GridColumn::Lock)] {
        for (table, figures) in [(TABLE_1, 20), (TABLE_2, 10)] {
            let pasted = paste(table, official_plan(), anchor);
            assert_eq!((pasted.edits.len(), pasted.report.figures(), pasted.report.left.len()), (0, figures, 0));
        }
    }
}

/// Rows as columns.
fn turned(table: &str) -> String {
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split('\t').collect()).collect();
    let line = |column: usize| rows.iter().map(|row| row[column]).collect::<Vec<_>>().join("\t");
    (0..rows[0].len()).map(line).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_plans_tables_paste_however_they_were_copied() {
    let both = TABLE_1.to_owned() + TABLE_2;
    let titles = ["表一：2026年度各县（区）婴幼儿入托率目标任务 单位：%", "表二：2026年度新增普惠托位数 单位：个"];
    let markdown = |line: &str| format!("| {} |\n", line.replace('\t', " | "));
    for (block, with_slots) in [
        (both.clone(), true),
        (TABLE_2.to_owned() + TABLE_1, true),
        (both.replace('\n', "\r\n"), true),
        (format!("{}\n\n{TABLE_1}\n{}\n{TABLE_2}", titles[0], titles[1]), true),
        // Excel quotes a cell with a line end; WPS writes LF where Excel writes CRLF.
        (both.replace("2025年 基数", "\"2025年\n基数\"").replace("地区 指标", "\"地区\n\"\"指标\"\"\""), true),
        (both.replace("2026年 目标值", "\"2026年\r\n目标值\"").replace('\t', "\u{a0}\t"), true),
        (both.replace("平城", "大同市平城区").replace("阳高", "阳高县").replace("云冈", "云 冈"), true),
        (both.replace("平城", "PINGCHENG").replace("左云", "Zuoyun County"), true),
        (turned(TABLE_1), false),
        (turned(TABLE_1).replace('\n', "\r\n") + "\r\n", false),
        // From a document, a PDF, a web page, a list.
        (TABLE_1.replace('\t', "   ").replace("平城", "平　城"), false),
        (TABLE_1.replace('\t', "\u{3000}"), false),
        (TABLE_1.replace('\t', " "), false),
        (TABLE_1.lines().map(markdown).collect(), false),
        (TABLE_1.replace('\t', ","), false),
        (TABLE_1.replace("4.22", "4.22%").replace("2.14", " ２．１４ "), false),
    ] {
        let pasted = paste(&block, &empty(), None);
        assert_eq!(pasted.report.left, [], "{block}");
        let mut expected = official_plan().clone();
        for county in official_plan().region().counties().iter().filter(|_| !with_slots) {
            expected.apply(&Edit::slots(county.id.clone(), None)).unwrap();
        }
        assert_eq!(after(&empty(), &pasted), expected, "{block}");
    }
    for block in [turned(TABLE_2), TABLE_2.replace('\t', " "), TABLE_2.replace('\t', "  ")] {
        let pasted = paste(&block, &empty(), None);
        assert_eq!((pasted.edits.len(), pasted.report.left.len()), (10, 0), "{block}");
        assert_eq!(
            pasted.report.notes,
            [PasteNote::TotalAgrees { column: GridColumn::Input(Figure::Slots).into(), total: 350 }]
        );
    }
}

#[test]
fn names_and_headings_place_the_figures() {
    check("县区\t任务数\n平城\t5\n左云\t6\n", "slots pingcheng 5; slots zuoyun 6", &[]);
    check("任务数\t县区\n5\t平城\n6\t左云\n", "slots pingcheng 5; slots zuoyun 6", &[]);
    check("\t平城\n任务数\t5", "slots pingcheng 5", &[]);
    check("\t任务数\n平城\t5", "slots pingcheng 5", &[]);
    check(
        "县（区）\t3岁以下婴幼儿数（人）\t\"2025年\n基数（％）\"\t任务数\n平城区\t\"48,210\"\t2.5\t7",
        "children pingcheng 48210; base pingcheng 2.50; slots pingcheng 7",
        &[],
    );
    // Headings of two rows, the upper one merged.
    check(
        "\t入托率（%）\t\t任务数\n县区\t2025年\t2026年\t\n平城\t2.5\t4.58\t7\n",
        "base pingcheng 2.50; slots pingcheng 7",
        &[],
    );
    check("\t入托率\t\n县区\t2025\t2026\n平城\t2.5\t4.58\n", "base pingcheng 2.50", &[]);
    // Tables side by side.
    check(
        "县区\t任务数\t县区\t任务数\n平城\t5\t云冈\t6\n新荣\t\t云州\t8\n阳高\t\t\t",
        "slots pingcheng 5; slots yungang 6; slots yunzhou 8",
        &[],
    );
    // Computed columns are known and passed over, whatever they say.
    check("县区\t增幅\t占比\t基数\n平城\t9.99\tx\t2.5", "base pingcheng 2.50", &[]);
    // Empty cells and dashes leave the present figure alone.
    check("县区\t基数\t任务数\n平城\t—\t\n云冈\t-\t/\n新荣\t…\t5", "slots xinrong 5", &[]);
}

#[test]
fn a_county_called_as_the_column_of_names_is_no_heading() {
    let scenario = region(&["甲", "县（区）", "丙"]);
    let block = "县（区）\t在托人数\t现有托位\n甲\t1\t2\n县（区）\t3\t4\n丙\t5\t\n";
    for anchor in [None, at(0, GridColumn::Name), at_supply(0, Figure::Slots)] {
        let pasted = paste(block, &scenario, anchor);
        assert_eq!(edits(&pasted), "enrolled c0 1; capacity c0 2; enrolled c1 3; capacity c1 4; enrolled c2 5");
        assert_eq!(pasted.report.left, []);
    }
}

#[test]
fn figures_of_supply_are_placed_by_their_headings() {
    let expected = "enrolled pingcheng 900; capacity pingcheng 2000; inclusive pingcheng 1200; other pingcheng 30; \
                    slots pingcheng 7";
    let block = "县区\t在托人数\t现有托位数\t现有普惠托位\t其他新增托位\t新增普惠托位\n平城\t900\t2000\t1200\t30\t7";
    for anchor in [None, at(3, Figure::Base), at_supply(3, Figure::Children)] {
        check_at(anchor, block, expected, &[]);
        check_at(anchor, &turned(block), expected, &[]);
    }
    // 现有 over the lower headings, merged: 托位数 is then no allocation.
    check(
        "县区\t2025年现有\t\t2026年新增\t在托\n\t托位数\t普惠托位\t普惠托位\t人数\n平城\t2000\t1200\t7\t900",
        "capacity pingcheng 2000; inclusive pingcheng 1200; slots pingcheng 7; enrolled pingcheng 900",
        &[],
    );
    check("\t普惠托位\t\n县区\t现有\t任务数\n平城\t1200\t7", "inclusive pingcheng 1200; slots pingcheng 7", &[]);
    // Near to them, and others.
    check(
        "县区\t托位利用率\t现有公办托位\t任务完成数\t千人口托位数\t2024年在托人数\n平城\t40\t5\t6\t7\t8",
        "",
        &[
            r#"1,2 "托位利用率" UnknownHeading"#,
            r#"1,3 "现有公办托位" UnknownHeading"#,
            r#"1,4 "任务完成数" UnknownHeading"#,
            r#"1,5 "千人口托位数" OtherUnit"#,
            r#"1,6 "2024年在托人数" OtherYear"#,
        ],
    );
    check(
        "县区\t现有托位\t在托人数\n平城\t1.5\t5%",
        "",
        &[r#"2,2 "1.5" Number(NotWhole)"#, r#"2,3 "5%" Number(PercentOfCount)"#],
    );
    check("县区\t任务数\n平城\t=1e9*1e9\n云冈\t＝10+5", "", &[r#"2,2 "=1e9*1e9" Formula"#, r#"3,2 "＝10+5" Formula"#]);
}

#[test]
fn what_is_not_understood_is_left_with_its_reason() {
    check(
        "县区\t任务数\t备注\n平阴\t5\t新\n云冈\t6\t\n云冈区\t7\t\n大同市\t11\t\n\t8\t",
        "slots yungang 6",
        &[
            r#"1,3 "备注" UnknownHeading"#,
            r#"2,1 "平阴" UnknownCounty"#,
            r#"4,1 "云冈区" CountyTwice"#,
            r#"6,2 "8" NoName"#,
        ],
    );
    check(
        "县区\t基数\t任务数\n平城\t####\t1.5\n云冈\t#REF!\tx\n新荣\t-1\t5%\n云州\t101\t-3\n\
         阳高\t2,14\t1,23\n天镇\t#N/A\t20000000",
        "",
        &[
            "2,2 \"####\" CutOff",
            r#"2,3 "1.5" Number(NotWhole)"#,
            r##"3,2 "#REF!" SpreadsheetError"##,
            r#"3,3 "x" Number(NotANumber)"#,
            r#"4,2 "-1" Number(Negative)"#,
            r#"4,3 "5%" Number(PercentOfCount)"#,
            r#"5,2 "101" Number(Above(100))"#,
            r#"5,3 "-3" Number(Negative)"#,
            r#"6,2 "2,14" Number(MisplacedComma)"#,
            r#"6,3 "1,23" Number(MisplacedComma)"#,
            r##"7,2 "#N/A" SpreadsheetError"##,
            r#"7,3 "20000000" Number(Above(10000000))"#,
        ],
    );
    check(
        "县区\t2024年基数\t婴幼儿数（万人）\t\n平城\t2.5\t4.8\t1",
        "",
        &[r#"1,2 "2024年基数" OtherYear"#, r#"1,3 "婴幼儿数（万人）" OtherUnit"#, r#"2,4 "1" NoHeading"#],
    );
    check("单位：万人\t\n县区\t婴幼儿数\n平城\t5", "", &[r#"2,2 "婴幼儿数" OtherUnit"#]);
    check(
        "\t平城\t平阴\t平城区\n任务数\t5\t6\t7",
        "slots pingcheng 5",
        &[r#"1,3 "平阴" UnknownCounty"#, r#"1,4 "平城区" CountyTwice"#],
    );
}

#[test]
fn another_citys_table_is_never_taken_by_its_order() {
    let names = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
    let down = names.map(|name| format!("{name}\t5")).join("\n");
    let across = format!("{}\n{}", names.join("\t"), ["5"; 10].join("\t"));
    for (block, anchor) in [
        (format!("县区\t任务数\n{down}"), None),
        (format!("县区\t任务数\n{down}"), at(0, Figure::Slots)),
        (format!("\t{}\n任务数{}", names.join("\t"), "\t5".repeat(10)), at(0, Figure::Base)),
        (down, at(0, Figure::Base)),
        (across, at(0, Figure::Base)),
    ] {
        let pasted = paste(&block, &empty(), anchor);
        assert_eq!(pasted.edits, [], "{block}");
        assert!(pasted.report.left.len() >= 6, "{block}");
    }
}

#[test]
fn a_target_is_pinned_only_where_the_rule_gives_another() {
    // Without bases there is no rule's target; with bases in the same block there is.
    check("县区\t目标\n平城\t4.22", "pin pingcheng 4.22", &[]);
    check("县区\t目标\t基数\n平城\t4.22\t2.14", "base pingcheng 2.14", &[]);
    check("县区\t目标\t基数\n平城\t4.23\t2.14", "base pingcheng 2.14; pin pingcheng 4.23", &[]);
    // The rule gives 4.2201, which a table prints as 4.22.
    check("县区\t目标\t基数\n平城\t4.22\t2.1401", "base pingcheng 2.1401", &[]);
    check("县区\t目标\t基数\n平城\t4.2202\t2.1401", "base pingcheng 2.1401; pin pingcheng 4.2202", &[]);
    // A pin column says what is pinned; the target beside it must agree.
    check("县区\t基数\t目标\t手工指定\n平城\t2.14\t5.00\t5.001", "base pingcheng 2.14; pin pingcheng 5.001", &[]);
    check("县区\t目标\t手工指定\n平城\t4\t5", "pin pingcheng 5.00", &[r#"2,2 "4" PinBeside"#]);

    let mut pinned = official_plan().clone();
    pinned.apply(&Edit::pin(CountyId::new("pingcheng"), rate("6"))).unwrap();
    let pasted = paste(TABLE_1, &pinned, None);
    assert_eq!(after(&pinned, &pasted), *official_plan(), "the pin is lifted, since the rule gives the target");
    assert_eq!(pasted.report.notes, [PasteNote::Unpinned(1)]);
    let pasted = paste(&TABLE_1.replace("4.22", "6.00").replace("5.77", "5.80"), &pinned, None);
    assert_eq!(edits(&pasted), "pin yungang 5.80");
    assert_eq!(pasted.report.notes, [PasteNote::Pinned(1)]);
}

#[test]
fn pasted_targets_stand_under_a_city_goal_too() {
    let mut scenario = official_plan().clone();
    for (county, children) in official_plan().region().counties().iter().zip((1_000..).step_by(371)) {
        scenario.apply(&Edit::children(county.id.clone(), Children::new(children))).unwrap();
    }
    scenario.apply(&Edit::SetRule(RuleKind::CityGoal)).unwrap();
    scenario.apply(&Edit::SetGoal(rate("7"))).unwrap();
    let pasted = paste(TABLE_1, &scenario, None);
    let outcome = evaluate(&after(&scenario, &pasted));
    for (row, plan) in outcome.rows.iter().zip(&evaluate(official_plan()).rows) {
        assert_eq!(row.target.rate(), plan.target.rate());
    }
}

#[test]
fn a_total_sets_nothing_and_is_compared() {
    let note = |block: &str| paste(block, official_plan(), None).report.notes;
    let differs =
        |pasted, sum| PasteNote::TotalDiffers { column: GridColumn::Input(Figure::Slots).into(), pasted, sum };
    let agrees = |total| PasteNote::TotalAgrees { column: GridColumn::Input(Figure::Slots).into(), total };
    assert_eq!(note(&TABLE_2.replace("350", "360")), [differs(360, 350)]);
    assert_eq!(note(&TABLE_2.replace("130", "140")), [differs(350, 360)]);
    assert_eq!(note("县区\t任务数\n合计\t207\n平城\t130\n云冈\t77"), [agrees(207)]);
    assert_eq!(note("县区\t任务数\n平城\t130\n小计\t130\n全市\t"), []);
    assert_eq!(left(&paste(&TABLE_2.replace("350", "x"), official_plan(), None)), [r#"2,2 "x" Number(NotANumber)"#]);
    for (heading, column) in [
        ("现有托位", GridColumn::Input(Figure::Capacity)),
        ("现有普惠托位", GridColumn::Input(Figure::Inclusive)),
        ("在托人数", GridColumn::Input(Figure::Enrolled)),
        ("其他新增托位", GridColumn::Input(Figure::Other)),
    ] {
        let notes = |total| note(&format!("县区\t{heading}\n全市\t{total}\n平城\t130\n云冈\t77"));
        assert_eq!(notes(207), [PasteNote::TotalAgrees { column: column.into(), total: 207 }]);
        assert_eq!(notes(208), [PasteNote::TotalDiffers { column: column.into(), pasted: 208, sum: 207 }]);
    }
    // A city's rate is no sum, and no figure of the page's either.
    assert_eq!(note("县区\t基数\n平城\t2.14\n全市\t9.99"), []);
}

#[test]
fn a_column_of_the_yearbook_brings_the_population() {
    for heading in ["常住人口", "2025年末常住人口数（人）", "人口", "Resident population"] {
        check(
            &format!("县区\t{heading}\n左云\t130,000\n平城\t1100000人"),
            "population zuoyun 130000; population pingcheng 1100000",
            &[],
        );
    }
    check("县区\t常住人口（万人）\n左云\t13.0", "", &[r#"1,2 "常住人口（万人）" OtherUnit"#]);
}

#[test]
fn names_without_headings_need_the_anchors_column() {
    use Figure::{Base, Children, Slots};
    use GridColumn::{Lock, Name};
    let block = "左云\t5\n平城\t6\n";
    check_at(at(3, Slots), block, "slots zuoyun 5; slots pingcheng 6", &[]);
    check_at(at(3, Base), block, "base zuoyun 5.00; base pingcheng 6.00", &[]);
    check_at(at(3, Slots), "左云\t平城\n5\t6", "slots zuoyun 5; slots pingcheng 6", &[]);
    check_at(at(3, Slots), "左云\t\t5\n平城\t\t6", "slots zuoyun 5; slots pingcheng 6", &[]);
    check_at(at(3, Children), "左云\t100\t2.5", "children zuoyun 100; base zuoyun 2.50", &[]);
    check_at(at(3, Name), "左云\t100\t2.5", "children zuoyun 100; base zuoyun 2.50", &[]);
    check_at(at(3, Lock), "左云\t1\t2\t3", "", &[r#"1,3 "2" BeyondColumns(2)"#]);
    let whole = "左云\t100\t2.5\t2.08\t4.58\t\t7\t1.00\t已锁定";
    check_at(at(3, Base), whole, "children zuoyun 100; base zuoyun 2.50; slots zuoyun 7", &[]);
    check(block, "", &[r#"1,2 "5" NoPlace"#]);
}

#[test]
fn names_without_headings_go_by_the_columns_of_the_anchors_view() {
    use Figure::{Base, Capacity, Children, Enrolled};
    use GridColumn::{Name, Shortage};
    let block = "左云\t900\t2000\n平城\t910\t2100\n";
    let expected = "enrolled zuoyun 900; capacity zuoyun 2000; enrolled pingcheng 910; capacity pingcheng 2100";
    check_at(at_supply(3, Enrolled), block, expected, &[]);
    check_at(at_supply(3, Enrolled), &turned(block), expected, &[]);
    check_at(at_supply(3, Capacity), "左云\t\t5\n平城\t\t6", "capacity zuoyun 5; capacity pingcheng 6", &[]);
    check_at(at_supply(3, Name), "左云\t100\t25", "children zuoyun 100; enrolled zuoyun 25", &[]);
    check_at(at_supply(3, Shortage), "左云\t1\t2\t3\t4\t5", "population zuoyun 3", &[r#"1,6 "5" BeyondColumns(1)"#]);
    check_at(at_supply(3, Base), block, "", &[r#"1,2 "900" NoPlace"#]);
    // As wide as the grid, wherever the cursor stands.
    let whole = "左云\t100\t25\t50\t30\t8\t7\t30\t5\t65\t46.15\t0\t57.00\t5000\t13.00";
    let expected = "children zuoyun 100; enrolled zuoyun 25; capacity zuoyun 50; inclusive zuoyun 30; other zuoyun 8; \
                    slots zuoyun 7; population zuoyun 5000";
    check_at(at_supply(3, Capacity), whole, expected, &[]);
    check_at(at_supply(3, Children), whole, expected, &[]);
    check_at(at(3, Figure::Slots), whole, expected, &[]);
    check_at(at(3, Name), whole, expected, &[]);
    // As wide as the other view's grid is a sign only where there is no room.
    let plan = "左云\t100\t2.5\t2.08\t4.58\t\t7\t1.00\t已锁定";
    check_at(at_supply(3, Shortage), plan, "children zuoyun 100; base zuoyun 2.50; slots zuoyun 7", &[]);
    check_at(
        at_supply(3, Enrolled),
        "左云\t25\t50\t30\t8\t7\t\t\t5",
        "enrolled zuoyun 25; capacity zuoyun 50; \
        inclusive zuoyun 30; other zuoyun 8; slots zuoyun 7",
        &[],
    );
}

#[test]
fn headings_without_names_go_by_order_when_there_is_one_line_per_county() {
    for block in [
        format!("任务数\n{TEN}"),
        format!("单位：个\n任务数\n\n{TEN}"),
        format!("任务数\t{}", TEN.trim_end().replace('\n', "\t")),
        format!("任务数\n350\n{TEN}"),
    ] {
        let pasted = paste(&block, &empty(), None);
        assert_eq!(pasted.edits, paste(TABLE_2, &empty(), None).edits, "{block}");
        assert!(pasted.report.notes.contains(&PasteNote::ByOrder));
    }
    let differ = &[r#"1,1 "任务数" LinesDiffer { lines: 2, counties: 10 }"#];
    check("任务数\n5\n6", "", differ);
    check_at(at(0, Figure::Slots), "任务数\n5\n6", "", differ);
}

#[test]
fn names_of_several_counties_are_left_unless_the_whole_region_stands_in_order() {
    let scenario = region(&["鼓楼区", "朝阳区", "鼓楼区", "朝阳县"]);
    let pasted = paste("县区\t任务数\n鼓楼\t5\n朝阳\t6\n朝阳县\t7", &scenario, None);
    assert_eq!(edits(&pasted), "slots c3 7");
    let names = |left: &tuowei::text::Left| match &left.why {
        WhyLeft::AmbiguousCounty(names) => {
            names.iter().map(|name| name.local.to_string()).collect::<Vec<_>>().join(" ")
        }
        other => panic!("{other:?}"),
    };
    assert_eq!(pasted.report.left.iter().map(names).collect::<Vec<_>>(), ["鼓楼区 鼓楼区", "朝阳区 朝阳县"]);
    let pasted = paste("县区\t任务数\n鼓楼区\t1\n朝阳\t2\n鼓楼\t3\n朝阳县\t4\n合计\t10", &scenario, None);
    assert_eq!(edits(&pasted), "slots c0 1; slots c1 2; slots c2 3; slots c3 4");
    assert_eq!(pasted.report.left, []);
}

#[test]
fn a_country_of_counties_is_read_at_once() {
    let letters = '\u{4e00}'..;
    let names: Vec<String> = letters.take(2_844).map(|letter| format!("县甲{letter}")).collect();
    let scenario = region(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let lines: Vec<String> = names.iter().map(|name| format!("{name}县\t5\t4.00")).collect();
    let started = std::time::Instant::now();
    let pasted = read_block(&format!("县区\t任务数\t目标\n{}", lines.join("\n")), &scenario, None);
    assert_eq!((pasted.edits.len(), pasted.report.left.len()), (2 * 2_844, 0));
    let across = format!("\t{}\n任务数{}", names.join("\t"), "\t5".repeat(2_844));
    let pasted = read_block(&across, &scenario, None);
    assert_eq!((pasted.edits.len(), pasted.report.left.len()), (2_844, 0));
    // A debug build needs a small part of this; what grows with the square needs many times as much.
    assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
}

#[test]
fn one_cell_is_no_block() {
    for text in ["", "2.14", "2.14\r\n", "2.14\n", "平城 130", "\"2025年\n基数\"", "\"a\tb\"\r\n", "\n\n"] {
        assert!(!is_block(text), "{text:?}");
    }
    for text in ["1\t2", "1\n2", "\t1", "\"a\nb\"\t1", "\"a\nb\"\n1", "\"a\nb"] {
        assert!(is_block(text), "{text:?}");
    }
}

#[test]
fn the_report_says_what_was_taken_and_what_was_left() {
    let said = |block: &str, scenario: &tuowei::model::Scenario, language| {
        paste_report(&paste(block, scenario, None).report, language)
    };
    let both = TABLE_1.to_owned() + TABLE_2;
    assert_eq!(
        said(&both, &empty(), Language::Chinese),
        "已粘贴 30 个数：2025年基数 10 个、2026年目标值 10 个、任务数 10 个；任务数全市 350 与各县（区）之和一致。"
    );
    assert_eq!(
        said(&both, official_plan(), Language::English),
        "Pasted 30 figures, all as they stood before: 2025 base 10, 2026 target 10, Slots 10. \
         Slots: the total of 350 is the sum of the counties."
    );
    let block =
        "县区\t任务数\t目标\t占比\n平阴\t5\nx\t1\n云冈\t80\t9\t3\n平城\t####\t4.22\n左云\t这一格里写了很长的一段话";
    assert_eq!(
        said(block, official_plan(), Language::Chinese),
        "已粘贴 3 个数：2026年目标值 2 个、任务数 1 个；1 个目标值与规则不同，已作为指定目标；占比不随粘贴改动；\
         4 处未采用：第2行第1列“平阴”不是本市的县（区）；第3行第1列“x”不是本市的县（区）；\
         第5行第2列“####”在表格软件中列宽不够，没有显示出数；另有 1 处。"
    );
    assert_eq!(
        said("县区\t任务数\n平城\t\"这一格里写了\n很长的一段话\"", official_plan(), Language::Chinese),
        "没有可以粘贴的数；1 处未采用：第2行第2列“这一格里写了 很长的一段…”不是数。"
    );
    assert_eq!(
        said("县区\t任务数\n平城\t5.5", official_plan(), Language::English),
        "No figure could be pasted. 1 left out: row 2, column 2 “5.5” is no whole number."
    );
}
