//! Pasted blocks without names and headings.

use super::support::{TABLE_2, TEN, at, at_supply, check_at, edits, empty, paste, region};
use tuowei::files::GridColumn::{self, EnrolledThen, InclusiveShare, Lock, PerThousand, Share, Uplift, Utilisation};
use tuowei::files::{Anchor, HiddenColumns, read_block};
use tuowei::model::Figure::{Base, Capacity, Children, Enrolled, Other, Pin, Slots};
use tuowei::model::official_plan;
use tuowei::text::{PasteNote, WhyLeft};

#[test]
fn bare_figures_are_placed_from_the_anchor_as_in_a_spreadsheet() {
    check_at(at(8, Slots), "5\n6\n", "slots guangling 5; slots zuoyun 6", &[]);
    check_at(at(8, Slots), "5\n6\n7\n\n8\n", "slots guangling 5; slots zuoyun 6", &[r#"3,1 "7" BeyondCounties(2)"#]);
    check_at(at(0, Children), "100\t2.5", "children pingcheng 100; base pingcheng 2.50", &[]);
    check_at(at(0, Pin), "5\t6\n7\t8", "pin pingcheng 5.00; slots pingcheng 6; pin yungang 7.00; slots yungang 8", &[]);
    check_at(None, "\t\n\t5", "", &[r#"2,2 "5" NoPlace"#]);
    // An empty cell keeps its place and changes nothing.
    check_at(at(0, Slots), "5\n\n—\n6\n", "slots pingcheng 5; slots yunzhou 6", &[]);
}

#[test]
fn a_block_copied_from_the_grid_lands_on_the_same_columns() {
    check_at(at(0, Base), "2.5\t2.08\t4.58\t\t7\t1.00\t", "base pingcheng 2.50; slots pingcheng 7", &[]);
    check_at(at(0, Base), "2.5\t2.08\t4.60", "base pingcheng 2.50; pin pingcheng 4.60", &[]);
    check_at(at(0, Uplift), "1\n2", "", &[]);
    check_at(at(0, Share), "1\t\t3", "", &[r#"1,3 "3" BeyondColumns(1)"#]);
}

#[test]
fn bare_figures_are_placed_over_the_columns_that_the_view_shows() {
    let block = "900\t2000\t1200\t30\n910\t\t1300\n";
    check_at(
        at_supply(0, Enrolled),
        block,
        "enrolled pingcheng 900; capacity pingcheng 2000; inclusive pingcheng 1200; other pingcheng 30; \
         enrolled yungang 910; inclusive yungang 1300",
        &[],
    );
    check_at(at_supply(9, Children), "100\t5", "children zuoyun 100; enrolled zuoyun 5", &[]);
    check_at(at_supply(9, Other), "30\t7\t2034\t-12\t4130\t49.25", "other zuoyun 30; slots zuoyun 7", &[]);
    check_at(at_supply(9, InclusiveShare), "71.00\t5000", "population zuoyun 5000", &[]);
    check_at(at_supply(9, PerThousand), "4.13\t5", "", &[r#"1,2 "5" BeyondColumns(1)"#]);
    check_at(at_supply(0, Slots), "5\tx", "slots pingcheng 5", &[]);
    check_at(at_supply(0, Capacity), "5\tx", "", &[r#"1,2 "x" UnknownHeading"#]);
    // A column that the view does not show is no place.
    for anchor in [at_supply(0, Base), at_supply(0, Lock), at(0, Enrolled), at(0, EnrolledThen), at(0, Utilisation)] {
        check_at(anchor, "5\t6", "", &[r#"1,1 "5" NoPlace"#]);
    }
}

#[test]
fn bare_figures_pass_over_hidden_columns_and_headings_reach_them() {
    let hidden = HiddenColumns::default().toggled(Capacity.into()).toggled(EnrolledThen);
    let anchor = at_supply(0, Enrolled).map(|anchor| Anchor { hidden, ..anchor });
    check_at(anchor, "900\t1200\t30", "enrolled pingcheng 900; inclusive pingcheng 1200; other pingcheng 30", &[]);
    check_at(anchor, "县区\t现有托位\n左云\t5", "capacity zuoyun 5", &[]);
    let gone = at_supply(0, Capacity).map(|anchor| Anchor { hidden, ..anchor });
    check_at(gone, "5", "", &[r#"1,1 "5" NoPlace"#]);
}

#[test]
fn in_the_supply_view_too_ten_counts_go_down_or_across() {
    for (column, word) in [(Capacity, "capacity"), (Enrolled, "enrolled"), (Slots, "slots"), (Children, "children")] {
        let expected = edits(&paste(TEN, &empty(), at_supply(0, column)));
        assert!(expected.starts_with(&format!("{word} pingcheng 130; {word} yungang 77;")), "{expected}");
        let row = TEN.trim_end().replace('\n', "\t");
        let total = PasteNote::TotalAgrees { column: GridColumn::from(column).into(), total: 350 };
        for (block, has_total) in [
            (row.clone(), false),
            (format!("350\t{row}"), true),
            (format!("{row}\t350"), true),
            (format!("350\n{TEN}"), true),
            (format!("{TEN}350"), true),
        ] {
            let pasted = paste(&block, &empty(), at_supply(0, column));
            assert_eq!((edits(&pasted), pasted.report.left.len()), (expected.clone(), 0), "{column:?}: {block}");
            assert_eq!(pasted.report.notes.contains(&total), has_total, "{column:?}: {block}");
        }
    }
    // Counts alone may be a row of the grid, whose own computed counts are passed over.
    let three = region(&["甲", "乙", "丙"]);
    assert_eq!(edits(&paste("5\t6\t7", &three, at_supply(0, Slots))), "slots c0 5");
    assert_eq!(edits(&paste("5\t6\t7", &three, at_supply(0, Capacity))), "capacity c0 5; inclusive c0 6; other c0 7");
}

#[test]
fn ten_figures_go_down_with_or_without_their_total() {
    let expected = paste(TABLE_2, &empty(), None).edits;
    assert_eq!(paste(TEN, &empty(), at(0, Slots)).edits, expected);
    for block in [format!("350\n{TEN}"), format!("{TEN}350\n")] {
        let pasted = paste(&block, &empty(), at(0, Slots));
        assert_eq!(pasted.edits, expected);
        assert_eq!(
            pasted.report.notes,
            [PasteNote::TotalAgrees { column: GridColumn::from(Slots).into(), total: 350 }]
        );
    }
    // An eleventh that is no total is one too many.
    let pasted = paste(&format!("{TEN}351\n"), &empty(), at(0, Slots));
    assert_eq!(pasted.edits, expected);
    assert_eq!(pasted.report.left[0].why, WhyLeft::BeyondCounties(1));
}

#[test]
fn a_row_of_as_many_figures_as_counties_runs_across() {
    let row = TEN.trim_end().replace('\n', "\t") + "\r\n";
    for (block, total) in [(row.clone(), false), (format!("350\t{row}"), true)] {
        let pasted = paste(&block, &empty(), at(0, Slots));
        assert_eq!(pasted.edits, paste(TABLE_2, &empty(), None).edits);
        assert!(pasted.report.notes.contains(&PasteNote::Across));
        assert_eq!(
            pasted
                .report
                .notes
                .contains(&PasteNote::TotalAgrees { column: GridColumn::from(Slots).into(), total: 350 }),
            total
        );
    }
    let bases = "2.14\t3.69\t11.03\t1.79\t2.37\t8.41\t6.01\t4.14\t5.06\t1.87";
    assert_eq!(paste(bases, official_plan(), at(0, Base)).report.figures(), 10);
    // At another county they are still one each, but the planner looks first.
    let pasted = paste(&row, &empty(), at(1, Slots));
    assert_eq!(pasted.edits, paste(TABLE_2, &empty(), None).edits);
    assert!(pasted.must_ask);
    // In a region of three the grid itself is wide enough: only what could not be a row of the grid runs across.
    let three = region(&["甲", "乙", "丙"]);
    assert_eq!(edits(&paste("5\t6\t7", &three, at(0, Slots))), "slots c0 5; slots c1 6; slots c2 7");
    assert_eq!(edits(&paste("5\t50.00\t", &three, at(0, Slots))), "slots c0 5");
    assert_eq!(edits(&paste("5\t\t—", &three, at(0, Children))), "children c0 5");
    assert_eq!(edits(&paste("2.5\t2.08\t4.58", &three, at(0, Base))), "base c0 2.50; pin c0 4.58");
}

#[test]
fn words_at_the_head_of_a_bare_block_place_nothing() {
    check_at(at(0, Slots), "人数\n130\n77", "", &[r#"1,1 "人数" UnknownHeading"#]);
    check_at(
        at(0, Slots),
        "x\ny\nz",
        "",
        &[r#"1,1 "x" UnknownHeading"#, r#"2,1 "y" UnknownCounty"#, r#"3,1 "z" UnknownCounty"#],
    );
    check_at(at(0, Slots), "5\t6\nx\t7", "", &[r#"2,1 "x" UnknownCounty"#]);
}

#[test]
fn nonsense_is_left_whole() {
    for text in [
        "",
        "\t\t\n\t",
        "托育服务健康发展\n持续提升托育服务质量",
        "<html>\t<b>",
        "\"",
        "\"\t\"\n\"",
        "{\"a\":\n1}",
        "平城\n云冈\n",
        "基数\t目标\n",
        "全市\t合计\n350\t350",
        "——\t……\n/\t-",
    ] {
        for anchor in [None, at(0, Base), at(99, Slots), at(usize::MAX, GridColumn::Name), at_supply(0, Enrolled)] {
            assert_eq!(paste(text, official_plan(), anchor).edits, [], "{text:?}");
        }
    }
    let pasted = read_block(&"1\t".repeat(5_000_000), official_plan(), None);
    assert_eq!(pasted.report.left[0].why, WhyLeft::TooLarge);
}
