//! What a block is taken for before anything is changed: each column, what it may be, and what the planner is asked.

use std::fmt::Write as _;

use super::monitor_tables::june;
use super::support::{after, at, at_supply, edits, empty, left, paste, region};
use tuowei::files::{BlockColumn, Choices, PasteInto, PasteSheet, Pasted, Table, read_table};
use tuowei::model::{Counted, Edit, Figure, MonitorEdit, Scenario, official_plan};
use tuowei::text::{GridColumn, PasteColumn, PasteNote};

/// A column in a word: `slots`, `target`, `Enrolled`.
fn word(column: PasteColumn) -> String {
    match column {
        PasteColumn::Grid(column) => column.id().to_owned(),
        PasteColumn::Counted(of) => format!("{of:?}"),
    }
}

/// `=` the names, `?` what has to be chosen with what it may be, `-` what is not taken.
fn shown(column: &BlockColumn) -> String {
    let may_be = || column.may_be.iter().copied().map(word).collect::<Vec<_>>().join("|");
    match column.to {
        _ if column.is_names => "=".to_owned(),
        _ if column.is_open => format!("?{}", may_be()),
        Some(to) => word(to),
        None => "-".to_owned(),
    }
}

fn columns(pasted: &Pasted) -> String {
    let mut all = pasted.columns.clone();
    all.sort_by_key(|column| column.position);
    all.iter().map(shown).collect::<Vec<_>>().join(" ")
}

fn with(text: &str, scenario: &Scenario, sheet: PasteSheet<'_>, choices: &Choices) -> Pasted {
    read_table(&Table::read(text).unwrap(), scenario, PasteInto { sheet, shown: None }, choices)
}

fn in_plan(text: &str) -> Pasted {
    with(text, official_plan(), PasteSheet::Grid { at: at(0, Figure::Slots) }, &Choices::default())
}

fn in_report(text: &str) -> Pasted {
    let mut scenario = official_plan().clone();
    scenario.apply(&Edit::Monitor(MonitorEdit::SetReport(june(), true))).unwrap();
    let sheet = PasteSheet::Report { day: june(), columns: &[Counted::Enrolled], at: None };
    with(text, &scenario, sheet, &Choices::default())
}

/// Headings of one or more rows, each with what its columns are taken for; every figure below is another one.
fn check(read: fn(&str) -> Pasted, cases: &[(&str, &str)]) {
    for (headings, expected) in cases {
        let width = headings.lines().map(|line| line.split('\t').count()).max().unwrap();
        let names = headings.lines().last().unwrap().split('\t').chain(headings.lines().next().unwrap().split('\t'));
        let name_column = names.take(width).position(|text| text.contains("县")).unwrap_or(0);
        let mut block = (*headings).to_owned();
        for (row, county) in official_plan().region().counties().iter().enumerate() {
            let cell = |column: usize| match column {
                column if column == name_column => county.name.local.to_string(),
                column => (1_000 * (column + 1) + row).to_string(),
            };
            let _ = write!(block, "\n{}", (0..width).map(cell).collect::<Vec<_>>().join("\t"));
        }
        let pasted = read(&block);
        assert_eq!(columns(&pasted), *expected, "{headings}");
        assert_eq!(pasted.must_ask, expected.contains('?'), "{headings}");
        // Nothing of what is open or not taken is changed.
        let taken: Vec<_> =
            pasted.columns.iter().filter(|column| !column.is_open).filter_map(|column| column.to).collect();
        for figure in &pasted.figures {
            assert!(taken.contains(&figure.of), "{headings}: {figure:?}");
        }
    }
}

#[test]
fn headings_of_the_plan_are_understood_as_wholes_or_asked_for() {
    check(
        in_plan,
        &[
            // The allocation is not overwritten by what is there already.
            ("县（区）\t3岁以下婴幼儿数\t2025年基数\t其中普惠托位", "= children base ?inclusive|slots"),
            ("县（区）\t3岁以下婴幼儿数\t2025年基数\t普惠托位数", "= children base ?inclusive|slots"),
            ("县（区）\t3岁以下婴幼儿数\t2025年基数\t托位数", "= children base ?capacity|slots"),
            ("县（区）\t3岁以下婴幼儿数\t新增", "= children ?slots|other"),
            ("县（区）\t合计\t任务数", "= - slots"),
            // The other columns decide.
            ("县（区）\t普惠托位\t任务数", "= inclusive slots"),
            ("县（区）\t托位数\t新增普惠托位", "= capacity slots"),
            ("县（区）\t托位数\t其中普惠", "= capacity inclusive"),
            ("县（区）\t托位数\t其中：普惠托位", "= capacity inclusive"),
            ("县（区）\t托位数\t其中普惠托位\t任务数", "= capacity inclusive slots"),
            // With one that is there already the other may still be either.
            ("县（区）\t现有普惠托位\t普惠托位", "= inclusive ?inclusive|slots"),
            ("县（区）\t托位数\t普惠托位数", "= ?capacity|slots ?inclusive|slots"),
            // 其中 belongs to the column before it.
            ("县（区）\t现有托位\t其中：普惠", "= capacity inclusive"),
            ("县（区）\t现有托位\t其中：公办\t其中：普惠", "= capacity - inclusive"),
            ("县（区）\t在托人数\t其中：普惠", "= enrolled -"),
            ("县（区）\t在托人数\t其中：普惠\t其中：公办", "= enrolled - -"),
            ("县（区）\t任务数\t其中：普惠", "= slots -"),
            // Rows are joined downwards.
            ("县区\t托位（个）\t在托（人）\t\n\t总数\t总数\t普惠", "= capacity enrolled -"),
            (
                "县区\t托位（个）\t\t在托（人）\t\n\t总数\t其中：普惠\t总数\t其中：普惠",
                "= capacity inclusive enrolled -",
            ),
            (
                "县区\t托位\t\t\t在托\t\n\t总数\t其中\t\t总数\t普惠\n\t\t普惠\t公办\t\t",
                "= capacity inclusive - enrolled -",
            ),
            ("县区\t2025年现有\t\t2026年\t\n\t托位\t普惠托位\t目标值\t任务数", "= capacity inclusive target slots"),
            ("县区\t现有\t\t新增\t\n\t托位\t其中普惠\t托位\t其中普惠", "= capacity inclusive ?slots|other slots"),
            ("县区\t入托率（%）\t\t任务数\n\t2025年\t2026年\t", "= base target slots"),
            // What is merged downwards reaches over no neighbour, and no heading over columns that have none below.
            ("县区\t现有托位\t\n\t\t普惠", "= capacity -"),
            ("县区\t任务数\t\t备注", "= slots - -"),
            // Over words that are not known a figure is asked for; under another figure it is a third.
            ("县区\t民办\t\n\t现有托位\t在托人数", "= ?capacity ?enrolled"),
            ("县区\t民办\t任务数\n\t托位\t", "= ?capacity|slots slots"),
            ("县区\t基本情况\t\t目标任务\t\n\t婴幼儿数\t现有托位\t目标值\t任务数", "= children capacity target slots"),
            ("县区\t在托人数\t\n\t任务数\t基数", "= ?slots ?base"),
            // A total under a figure is the figure; its parts are others.
            ("县区\t任务数\t\t\n\t合计\t公办\t民办", "= slots - -"),
            ("县区\t2026年任务\t\t\n\t任务数\t\t\n\t合计\t公办\t民办", "= slots - -"),
            ("县区\t托位\t\n\t合计\t其中：普惠", "= capacity inclusive"),
            // What a group is about changes nothing of a figure that is named in full; a task may be of anything.
            ("县区\t一、基本情况\t\n\t婴幼儿情况\t托位建设情况\n\t3岁以下婴幼儿数\t现有托位数", "= children capacity"),
            ("县区\t机构情况\t\n\t任务数\t基数", "= ?slots ?base"),
            ("县区\t3—6岁情况\t\n\t婴幼儿数\t现有托位数", "= ?children ?capacity"),
            // Titles, numbers, notes.
            ("2026年普惠托位情况表\t\t\t\n单位：个\t\t\t\n序号\t县区\t现有托位\t任务数", "- = capacity slots"),
            ("填报单位：万柏林区卫健局\t\n县区\t任务数", "= slots"),
            ("填报单位：万荣县\t\n县区\t任务数", "= slots"),
            ("填报单位：广元市\t\n县区\t任务数", "= slots"),
            ("填报单位：三元区卫健局\t填报日期：2026年6月30日\n县区\t任务数", "= slots"),
            ("单位：万人\t\n县区\t婴幼儿数", "= -"),
            ("单位：万人\t\t\n县区\t婴幼儿数\t2025年基数", "= - base"),
            ("县区\t婴幼儿数\t常住人口\n\t人\t万人", "= children -"),
            // Near to a figure and another, or more than it says.
            ("县区\t普惠率\t托位使用率\t普惠托位占比", "= - - share"),
            ("县区\t签约率目标值\t持证率基数\t2024年任务数", "= - - -"),
            ("县区\t已完成任务数\t已新增普惠托位", "= - -"),
            ("县区\t民生实事任务数\t备注", "= ?slots -"),
            // Two columns for one figure.
            ("县区\t任务数\t分配数", "= ?slots ?slots"),
            ("县区\t2025年基数\t2025年入托率\t任务数", "= ?base ?base slots"),
            // English.
            ("County (县)\tChildren under 3\t2025 base\tInclusive slots", "= children base ?inclusive|slots"),
            ("County (县)\tChildren under 3\tSlots", "= children ?capacity|slots"),
            ("County (县)\tSlots now\tInclusive slots now\tSlots", "= capacity inclusive slots"),
            ("County (县)\tSlots\tUplift", "= slots uplift"),
            ("County (县)\tSlots now\tof which inclusive", "= capacity inclusive"),
        ],
    );
}

#[test]
fn headings_of_reports_are_understood_as_wholes() {
    check(
        in_report,
        &[
            ("县区\t托位（个）\t在托（人）\t\n\t总数\t总数\t普惠", "= Slots Enrolled -"),
            ("县区\t托位（个）\t\t在托（人）\t\n\t总数\t普惠\t总数\t普惠", "= Slots Inclusive Enrolled -"),
            (
                "县区\t托位（个）\t\t在托（人）\t\n\t总数\t其中：普惠\t总数\t其中：公办",
                "= Slots Inclusive Enrolled EnrolledPublic",
            ),
            ("县区\t托位数\t其中：普惠托位\t机构数\t其中：备案", "= Slots Inclusive Institutions Registered"),
            ("县区\t在托人数\t其中：普惠", "= Enrolled -"),
            ("县区\t全部\t\t公办\t\n\t在托\t托位\t在托\t托位", "= Enrolled Slots EnrolledPublic SlotsPublic"),
            ("县区\t民办\t\n\t在托\t托位", "= ?Enrolled ?Slots"),
            (
                "县区\t机构情况\t\t托位情况\t\n\t机构数\t备案数\t托位数\t普惠托位数",
                "= Institutions Registered Slots Inclusive",
            ),
            (
                "县区\t托育服务发展情况\t\t\t\n\t（一）机构建设\t\t（二）托位供给\t\n\t机构数\t其中\t总数\t其中：普惠\n\t\t公办\t\t",
                "= Institutions InstitutionsPublic Slots Inclusive",
            ),
            ("县区\t在托情况\t\n\t总数\t普惠", "= Enrolled -"),
            ("县区\t外省情况\t\n\t机构数\t托位数", "= ?Institutions ?Slots"),
            ("县区\t在托\t在托人数", "= ?Enrolled ?Enrolled"),
            ("填报单位：百色市卫健委\t\n县区\t在托", "= Enrolled"),
            ("单位：万人\t\n县区\t在托", "= -"),
        ],
    );
}

#[test]
fn a_choice_settles_what_a_heading_leaves_open_and_nothing_else() {
    let block = "县（区）\t3岁以下婴幼儿数\t其中普惠托位\n平城\t18650\t60\n云冈\t8420\t70";
    let read = |to: Option<Option<Figure>>| {
        let mut choices = Choices::default();
        if let Some(to) = to {
            choices.columns.insert(2, to.map(|figure| GridColumn::Input(figure).into()));
        }
        with(block, official_plan(), PasteSheet::Grid { at: None }, &choices)
    };
    let children = "children pingcheng 18650; children yungang 8420";
    let open = read(None);
    assert_eq!((edits(&open).as_str(), open.must_ask, open.is_open()), (children, true, true));
    assert_eq!(left(&open), [r#"1,3 "其中普惠托位" Undecided([Grid(Input(Inclusive)), Grid(Input(Slots))])"#]);
    let there = read(Some(Some(Figure::Inclusive)));
    assert!(!there.is_open() && there.report.left.is_empty());
    assert_eq!((there.figures.len(), there.replaced(), there.same()), (4, 0, 0));
    let task = read(Some(Some(Figure::Slots)));
    assert_eq!((task.figures.len(), task.replaced(), task.is_open()), (4, 2, false));
    assert_eq!(edits(&read(Some(None))), children);
    // Twice the same is open again, and neither is taken.
    let twice = read(Some(Some(Figure::Children)));
    assert_eq!((edits(&twice).as_str(), columns(&twice).as_str()), ("", "= ?children ?inclusive|slots"));
}

#[test]
fn ten_figures_for_ten_counties_are_one_each_whatever_they_look_like() {
    let row = "18650\t8420\t1980\t2310\t2046\t1890\t2400\t1750\t1320\t2025";
    for (anchor, word) in [(at(0, Figure::Children), "children"), (at_supply(0, Figure::Capacity), "capacity")] {
        let pasted = paste(row, official_plan(), anchor);
        assert!(
            edits(&pasted).starts_with(&format!("{word} pingcheng 18650; {word} yungang 8420; {word} xinrong 1980"))
        );
        assert_eq!((pasted.edits.len(), pasted.must_ask), (10, false));
        assert_eq!(pasted.report.notes, [PasteNote::Across]);
    }
    let with_gap =
        paste("18650\t\t1980\t2310\t2046\t-\t2400\t1750\t1320\t2025", official_plan(), at(0, Figure::Children));
    assert_eq!((with_gap.edits.len(), with_gap.must_ask), (8, true));
}

#[test]
fn bare_figures_go_at_once_into_the_column_that_was_chosen_alone() {
    assert!(!paste("131\n78", official_plan(), at(0, Figure::Slots)).must_ask);
    assert!(!paste("平城\t131\n云冈\t78", official_plan(), at(0, Figure::Slots)).must_ask);
    // Beside it: the planner looks first, whether anything stands there or not, and however many there are.
    let at_children = at(0, Figure::Children);
    for (block, scenario, at, edits) in [
        ("100\t2.15", official_plan(), at_children, 2),
        ("100\t2.14", official_plan(), at_children, 1),
        ("平城\t100\t2.15", official_plan(), at_children, 2),
        ("1\t2\t3", &empty(), at_supply(0, Figure::Enrolled), 3),
        ("1000\t100\n2000\t200", &empty(), at_supply(0, Figure::Children), 4),
        // One figure less than there are counties.
        ("1000\t1001\t1002\t1003\t1004\t1005\t1006\t1007\t1008", official_plan(), at(0, Figure::Slots), 1),
    ] {
        let pasted = paste(block, scenario, at);
        assert_eq!((pasted.edits.len(), pasted.must_ask, pasted.is_open()), (edits, true, false), "{block}");
    }
    // A heading is a pointer of its own.
    assert!(!paste("县区\t基数\t任务数\n平城\t2.15\t7", official_plan(), at_children).must_ask);
}

#[test]
fn headings_a_column_off_are_asked_about() {
    // The names have no heading, and their column's is that of the figures beside them.
    for headings in ["任务数\t现有托位", "2025年基数\t任务数\t现有托位", "表\n任务数\t现有托位"]
    {
        let block = format!("{headings}\n平城\t2\t40\t300\n云冈\t3\t50\t400");
        let pasted = in_plan(&block);
        assert_eq!((edits(&pasted).as_str(), pasted.must_ask), ("", true), "{block}");
    }
    assert!(paste("任务数\n平城\t2\n云冈\t3", official_plan(), at(0, Figure::Base)).must_ask);
    let across = in_plan("平城\t云冈\t新荣\n任务数\t50\t51\t52");
    assert_eq!((edits(&across).as_str(), left(&across)), ("", vec![r#"2,1 "任务数" NoName"#.to_owned()]));
    let report = in_report("3岁以下\t托位\t在托\n平城\t1000\t300\t100\n云冈\t1100\t310\t110");
    assert_eq!((report.edits.len(), report.must_ask), (0, true));
}

#[test]
fn a_title_of_another_year_makes_headings_without_a_year_open() {
    for (title, headings, expected) in [
        ("2024年各县区任务表", "县区\t任务数\t基数", "= ?slots ?base"),
        ("截至2024年12月", "县区\t在托人数", "= ?enrolled"),
        ("2024年全市托育任务分解表\n单位：个", "县区\t任务数", "= ?slots"),
        ("2026年任务分解表", "县区\t任务数\t基数", "= slots base"),
        ("2024—2026年任务分解表", "县区\t任务数", "= slots"),
        // A year of its own is nearer.
        ("2024年各县区任务表", "县区\t2026年任务数\t基数", "= slots ?base"),
    ] {
        let figures = if headings.matches('\t').count() > 1 { "\t7\t2.2" } else { "\t7" };
        let pasted = in_plan(&format!("{title}\n{headings}\n平城{figures}\n云冈{figures}"));
        assert_eq!(columns(&pasted), expected, "{title} {headings}");
    }
    let beside = in_plan("2024年\t\t\n\t平城\t云冈\n任务数\t50\t51");
    assert_eq!((edits(&beside).as_str(), beside.must_ask), ("", true));
    assert!(in_report("2025年6月托育月报\n县区\t在托\n平城\t100").must_ask);
}

#[test]
fn a_report_asks_where_title_or_heading_say_another_month_or_day() {
    for (title, headings, expected) in [
        ("2026年6月托育情况统计表", "县区\t托位数", "= Slots"),
        ("截至2026年6月30日", "县区\t托位数", "= Slots"),
        ("2026年1—6月进展", "县区\t托位数", "= Slots"),
        ("2026年上半年进展", "县区\t托位数", "= Slots"),
        ("2026年度进展", "县区\t托位数", "= Slots"),
        // When it was filled in says nothing.
        ("填报日期：2026年7月3日", "县区\t托位数", "= Slots"),
        ("2026年9月托育情况统计表", "县区\t托位数", "= ?Slots"),
        ("截至6月25日", "县区\t托位数", "= ?Slots"),
        ("前三季度进展", "县区\t托位数", "= ?Slots"),
        // A heading's own is nearer.
        ("2026年9月统计", "县区\t截至6月30日托位数", "= Slots"),
        ("2026年6月统计", "县区\t9月末托位数", "= ?Slots"),
    ] {
        let pasted = in_report(&format!("{title}\n{headings}\n平城\t7\n云冈\t8"));
        assert_eq!(
            (columns(&pasted).as_str(), pasted.must_ask),
            (expected, expected.contains('?')),
            "{title} {headings}"
        );
    }
}

#[test]
fn a_second_table_below_the_first_is_not_read_under_its_headings() {
    for (block, expected, place) in [
        ("县区\t任务数\n平城\t5\n县区\t现有托位\n平城\t50", "slots pingcheng 5", r#"3,1 "县区" AnotherTable"#),
        ("县区\t任务数\n平城\t5\n\n县区\t备案率\n新荣\t50", "slots pingcheng 5", r#"4,1 "县区" AnotherTable"#),
        ("县区\t任务数\n平城\t5\n地区\t现有托位\n新荣\t50", "slots pingcheng 5", r#"3,1 "地区" AnotherTable"#),
        ("\t平城\t\t新荣\n任务数\t5\t现有托位\t50", "slots pingcheng 5", r#"1,3 "" AnotherTable"#),
    ] {
        let pasted = in_plan(block);
        assert_eq!((edits(&pasted).as_str(), pasted.must_ask), (expected, true), "{block}");
        assert!(left(&pasted).contains(&place.to_owned()), "{block}: {:?}", left(&pasted));
    }
    // The same headings once more, as on a new page, are none.
    let pages = in_plan("表一\t\n县区\t任务数\n平城\t5\n表一\t\n县区\t任务数\n新荣\t50");
    assert_eq!((edits(&pages).as_str(), pages.must_ask), ("slots pingcheng 5; slots xinrong 50", false));
    assert_eq!(left(&pages), [] as [&str; 0]);
}

#[test]
fn bare_figures_under_a_heading_that_is_not_known_can_be_given_a_column() {
    let block = "某某数\t130\n131\t1\n78\t2";
    let mut choices = Choices::default();
    let read = |choices: &Choices| with(block, official_plan(), PasteSheet::Grid { at: at(0, Figure::Slots) }, choices);
    let open = read(&choices);
    assert_eq!((columns(&open).as_str(), edits(&open).as_str(), open.first_row), ("- -", "", 1));
    assert_eq!(left(&open), [r#"1,1 "某某数" UnknownHeading"#, r#"1,2 "130" NoHeading"#]);
    choices.columns.insert(0, Some(GridColumn::Input(Figure::Slots).into()));
    let chosen = read(&choices);
    assert_eq!(
        (columns(&chosen).as_str(), edits(&chosen).as_str()),
        ("slots -", "slots pingcheng 131; slots yungang 78")
    );
}

#[test]
fn a_column_without_a_heading_is_left_at_its_first_figure() {
    let pasted = in_plan("县区\t任务数\n平城\t50\t\n云冈\t51\t13800000000");
    assert_eq!(left(&pasted), [r#"3,3 "13800000000" NoHeading"#]);
}

#[test]
fn a_unit_of_its_own_is_nearer_than_that_of_a_note_and_names_twice_are_asked_about() {
    let units = in_plan("单位：万人\n县区\t3岁以下婴幼儿数\t现有托位（个）\n平城\t1.8\t300");
    assert_eq!(edits(&units), "capacity pingcheng 300");
    let twice = in_plan("县区\t任务数\n平城\t50\n云冈\t51\n平城\t60");
    assert!(twice.must_ask);
}

#[test]
fn a_dash_may_be_zero_and_words_for_nothing_are_empty_and_said() {
    let block = "县区\t任务数\t基数\n平城\t -   \t-\n云冈\t未报\t2.5\n新荣\t/\t\n云州\t—\t\n阳高\t5\t暂无\n天镇\t\t";
    let cells = |notes: &[PasteNote]| -> String {
        let cells = notes.iter().flat_map(|note| match note {
            PasteNote::Empty(cells) => cells.iter().map(|cell| format!("{},{}", cell.row, cell.column)).collect(),
            PasteNote::Zeros(cells) => cells.iter().map(|cell| format!("{},{}=0", cell.row, cell.column)).collect(),
            _ => Vec::new(),
        });
        cells.collect::<Vec<_>>().join(" ")
    };
    let read = |dash_is_zero| {
        let choices = Choices { dash_is_zero, ..Choices::default() };
        with(block, official_plan(), PasteSheet::Grid { at: None }, &choices)
    };
    let open = read(None);
    assert!(open.must_ask && open.has_dashes && !open.is_open());
    assert_eq!(edits(&open), "base yungang 2.50; slots yanggao 5");
    // A rate is never a zero that way.
    assert_eq!(cells(&open.report.notes), "2,3 3,2 4,2 5,2 6,3 2,2");
    assert_eq!((edits(&read(Some(false))), read(Some(false)).must_ask), (edits(&open), false));
    let zero = read(Some(true));
    assert_eq!(edits(&zero), "slots pingcheng 0; base yungang 2.50; slots yanggao 5");
    assert!(cells(&zero.report.notes).ends_with("2,2=0") && !zero.must_ask);
    // Without a single dash nothing is asked.
    assert!(!paste("县区\t任务数\n平城\t—\n云冈\t未报\n新荣\t5", &empty(), None).must_ask);
}

#[test]
fn fractions_are_offered_times_one_hundred() {
    let block = "县区\t2025年基数\t任务数\n平城\t0.0214\t5\n云冈\t0.0369\t6\n新荣\t0.11031\t7\n云州\t0.02\t8";
    let read = |is_hundredfold| {
        let choices = Choices { is_hundredfold, ..Choices::default() };
        with(block, &empty(), PasteSheet::Grid { at: None }, &choices)
    };
    let open = read(None);
    assert!(open.must_ask && open.has_fractions && open.is_open());
    let percent = "base pingcheng 2.14; slots pingcheng 5; base yungang 3.69; slots yungang 6; base xinrong 11.031; \
                   slots xinrong 7; base yunzhou 2.00; slots yunzhou 8";
    assert_eq!((edits(&read(Some(true))).as_str(), read(Some(true)).must_ask), (percent, false));
    // What stands there already is what it is.
    let plain = after(&empty(), &read(Some(false)));
    assert!(!with(block, &plain, PasteSheet::Grid { at: None }, &Choices::default()).must_ask);
    assert!(edits(&read(Some(false))).starts_with("base pingcheng 0.0214; slots pingcheng 5; base yungang 0.0369"));
    for block in ["县区\t基数\n平城\t2.14%\n云冈\t0.5%", "县区\t基数\n平城\t0.85\n云冈\t0.9"] {
        assert!(!paste(block, &empty(), None).has_fractions, "{block}");
    }
    for (block, hundredfold) in [
        // Beside figures in percent, those alone that are none.
        ("县区\t基数\n平城\t0.0214\n云冈\t3.69", "base pingcheng 2.14; base yungang 3.69"),
        ("县区\t基数\n平城\t2.1%\n云冈\t0.0369", "base pingcheng 2.10; base yungang 3.69"),
        (
            "县区\t基数\n平城\t0.20\n云冈\t0.28\n新荣\t0.1103",
            "base pingcheng 20.00; base yungang 28.00; base xinrong 11.03",
        ),
    ] {
        assert!(paste(block, &empty(), None).is_open(), "{block}");
        let choices = Choices { is_hundredfold: Some(true), ..Choices::default() };
        assert_eq!(edits(&with(block, &empty(), PasteSheet::Grid { at: None }, &choices)), hundredfold, "{block}");
    }
    assert!(paste("0.0214\n0.0369", &empty(), at(0, Figure::Base)).must_ask);
    assert!(paste("县区\t2026年目标值\n平城\t0.0422", &empty(), None).must_ask);
}

#[test]
fn rates_that_are_too_fine_are_rounded_and_said_and_units_that_do_not_fit_left() {
    let pasted = paste("县区\t2025年基数\n平城\t5.00001\n云冈\t2.14%\n新荣\t5人\n云州\t1 2", &empty(), None);
    assert_eq!(edits(&pasted), "base pingcheng 5.00; base yungang 2.14");
    assert_eq!(left(&pasted), [r#"4,2 "5人" Number(CountOfPercent)"#, r#"5,2 "1 2" Number(DigitsApart)"#]);
    let said = tuowei::text::paste_report(&pasted.report, tuowei::text::Language::Chinese);
    assert!(said.contains("第2行第2列“5.00001”的小数多于4位，已四舍五入到4位"), "{said}");
}

#[test]
fn under_a_search_bare_figures_go_to_the_counties_on_show() {
    let scenario = region(&["甲东", "乙", "甲西", "丙", "甲南"]);
    let read = |text: &str, row: usize| {
        let sheet = PasteSheet::Grid { at: at(row, Figure::Slots) };
        let into = PasteInto { sheet, shown: Some(&[0, 2, 4]) };
        read_table(&Table::read(text).unwrap(), &scenario, into, &Choices::default())
    };
    assert_eq!(edits(&read("5\n6\n7", 0)), "slots c0 5; slots c2 6; slots c4 7");
    assert_eq!(edits(&read("5\n6", 2)), "slots c2 5; slots c4 6");
    let beyond = read("5\n6\n7\n8", 0);
    assert_eq!(edits(&beyond), "slots c0 5; slots c2 6; slots c4 7");
    assert_eq!(left(&beyond), [r#"4,1 "8" BeyondCounties(1)"#]);
    // A sum of those on show, a heading without names, and names, which say whom they mean.
    assert_eq!(edits(&read("5\n6\n7\n18", 0)), "slots c0 5; slots c2 6; slots c4 7");
    assert_eq!(edits(&read("任务数\n5\n6\n7", 0)), "slots c0 5; slots c2 6; slots c4 7");
    assert_eq!(edits(&read("任务数\n5\n6\n7\n8\n9", 0)), "");
    let named = read("县区\t任务数\n乙\t5\n甲西\t6", 0);
    assert_eq!(edits(&named), "slots c1 5; slots c2 6");
    assert_eq!(named.report.notes, [PasteNote::NotShown(1)]);
}

#[test]
fn a_bad_cell_among_figures_is_left_alone() {
    let pasted = paste("5\nx\n7", official_plan(), at(0, Figure::Slots));
    assert_eq!(edits(&pasted), "slots pingcheng 5; slots xinrong 7");
    assert_eq!(left(&pasted), [r#"2,1 "x" Number(NotANumber)"#]);
    // A line for each county leaves none for a heading.
    let ten = "x\n77\n10\n16\n20\n17\n26\n24\n17\n14";
    assert_eq!(edits(&paste(ten, official_plan(), at(0, Figure::Slots))), "slots zuoyun 14");
    assert_eq!(paste("人数\n131\n78", official_plan(), at(0, Figure::Slots)).edits, []);
    let pasted = paste("5\t2.5\n6\tx\ny\t2.6\n8\t2.7", &empty(), at(0, Figure::Children));
    assert_eq!(left(&pasted), [r#"2,2 "x" Number(NotANumber)"#, r#"3,1 "y" Number(NotANumber)"#]);
    assert_eq!(pasted.edits.len(), 6);
}

#[test]
fn what_is_shown_before_is_what_stands_and_after_what_will() {
    let block = "县区\t任务数\t目标\n平城\t131\t5\n云冈\t77\t5.77";
    let pasted = paste(block, official_plan(), None);
    let shown: Vec<String> = pasted
        .figures
        .iter()
        .map(|figure| {
            let before = figure.before.map_or_else(|| "—".to_owned(), |before| before.shown());
            format!("{},{} {before}→{}", figure.row, figure.column, figure.after.shown())
        })
        .collect();
    assert_eq!(shown, ["2,2 130→131", "3,2 77→77", "2,3 4.22→5.00", "3,3 5.77→5.77"]);
    assert_eq!((pasted.replaced(), pasted.same()), (2, 2));
    assert_ne!(after(official_plan(), &pasted), *official_plan());
}
