//! The ledgers of tasks and of safety problems. Expected values are from the plan or worked by hand; problems are made up.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::sync::Arc;

use tuowei::model::{
    CountyId, Date, Edit, LedgerRow, MonitorEdit, OfficialTask, ProblemCounts, Ratio, RowContradiction, RowId,
    SafetyProblem, Scenario, TaskRow, TaskStatus, added_problem, added_task, is_overdue, ledger, ledger_row,
    moved_past, new_row_id, official_plan, planned_row, problem_contradictions, problem_counts, problem_edit,
    problem_order, problem_total, restored, safety_problem, task_contradictions, task_counts, task_edit,
};

fn day(year: u16, month: u8, date: u8) -> Date {
    Date::new(year, month, date).unwrap()
}

fn id(text: &str) -> RowId {
    RowId::new(text)
}

/// Another region: its tasks are all its own.
fn elsewhere() -> Scenario {
    let plan = official_plan().region();
    let mut counties = plan.counties().to_vec();
    for (at, county) in counties.iter_mut().enumerate() {
        county.id = CountyId::new(&format!("c{at}"));
    }
    let region = tuowei::model::Region::new("r-1", plan.name().clone(), 2026, counties).unwrap();
    Scenario::empty("别处", Arc::new(region))
}

fn own(scenario: &mut Scenario, name: &str, order: u32) {
    let row = TaskRow { title: Some(name.to_owned()), order, ..TaskRow::default() };
    scenario.apply(&Edit::Monitor(MonitorEdit::SetTaskRow(id(name), Some(Arc::new(row))))).unwrap();
}

/// The edits that move a row by one place, with all rows on show.
fn moved(scenario: &Scenario, row: &RowId, up: bool) -> Vec<Edit> {
    let rows = ledger(scenario);
    let at = rows.iter().position(|one| one.id == *row);
    let past = at.and_then(|at| if up { at.checked_sub(1) } else { at.checked_add(1) }).and_then(|at| rows.get(at));
    past.map_or_else(Vec::new, |past| moved_past(scenario, row, &past.id, up))
}

fn order(scenario: &Scenario) -> Vec<String> {
    ledger(scenario).iter().map(|row| row.id.to_string()).collect()
}

/// Applies edits as one, answers the order, and sees that undo leads back.
fn after(scenario: &mut Scenario, edits: Vec<Edit>) -> String {
    let before = scenario.clone();
    let back = scenario.apply(&Edit::Batch(edits)).unwrap();
    let mut undone = scenario.clone();
    undone.apply(&back).unwrap();
    assert_eq!(undone, before);
    order(scenario).join(" ")
}

#[test]
fn the_plans_tasks_stand_in_its_order_with_the_dates_that_it_states() {
    let rows = ledger(official_plan());
    assert_eq!(rows.len(), OfficialTask::all().len());
    assert!(rows.iter().zip(OfficialTask::all()).all(|(row, task)| row.official == Some(task) && !row.is_changed));
    // Every date and every dated statement of sections 二 to 四; all others state none.
    let dated: Vec<(&str, &str, Option<Date>, Option<Date>)> = OfficialTask::all()
        .iter()
        .filter(|task| task.starts.is_some() || task.due.is_some())
        .map(|task| (task.id, task.section, task.starts, task.due))
        .collect();
    let years = |first, last| (Some(day(first, 1, 1)), Some(day(last, 12, 31)));
    let expected = [
        ("enrolment", "二(一)1", years(2026, 2026)),
        ("slots", "二(一)2", years(2026, 2026)),
        ("centre-study", "二(四)1", years(2026, 2026)),
        ("centre-approval", "二(四)1", years(2027, 2027)),
        ("centre-building", "二(四)1", years(2028, 2029)),
        ("centre-opening", "二(四)1", (None, Some(day(2030, 12, 31)))),
        ("inclusive-share", "三(一)4", years(2026, 2026)),
    ];
    assert_eq!(dated, expected.map(|(id, section, (starts, due))| (id, section, starts, due)));
}

#[test]
fn identifiers_are_given_once_and_every_section_is_one_of_the_plans() {
    // Part, and how many numbered items it has; 0 where its items are not numbered.
    let parts = [
        ("二(一)", 2),
        ("二(二)", 4),
        ("二(三)", 4),
        ("二(四)", 3),
        ("二(五)", 0),
        ("二(六)", 0),
        ("三(一)", 5),
        ("三(二)", 5),
    ];
    let sections: Vec<String> = parts
        .iter()
        .flat_map(|(part, items)| match items {
            0 => vec![(*part).to_owned()],
            items => (1..=*items).map(|item| format!("{part}{item}")).collect(),
        })
        .chain(["四(一)", "四(二)", "四(三)", "四(四)"].map(str::to_owned))
        .collect();
    let mut seen = Vec::new();
    for task in OfficialTask::all() {
        assert!(sections.contains(&task.section.to_owned()), "{}", task.section);
        assert!(task.section.starts_with(task.part()) && task.part().ends_with(')'));
        assert!(!seen.contains(&task.id), "{}", task.id);
        assert!(task.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
        seen.push(task.id);
    }
    // Every numbered item of section 二 has a task.
    for section in sections.iter().filter(|section| section.starts_with('二')) {
        assert!(OfficialTask::all().iter().any(|task| task.section == section), "{section}");
    }
}

#[test]
fn of_another_region_there_are_only_own_rows() {
    let mut scenario = elsewhere();
    assert!(ledger(&scenario).is_empty());
    own(&mut scenario, "own", 1);
    let rows = ledger(&scenario);
    assert_eq!((rows.len(), rows[0].official, rows[0].is_changed), (1, None, false));
    assert_eq!(planned_row(&scenario, &id("slots")), None);
}

#[test]
fn a_changed_row_of_the_plan_stays_the_plans_in_another_order_of_counties() {
    let mut scenario = official_plan().clone();
    let edit = task_edit(&scenario, &id("slots"), |row| row.status = TaskStatus::Running).unwrap();
    scenario.apply(&edit).unwrap();
    let mut draft = tuowei::model::RegionDraft::of(scenario.region());
    draft.shift(0, 1);
    let edit = scenario.region_edit(&draft.finish("r-1").unwrap());
    scenario.apply(&edit).unwrap();
    let rows = ledger(&scenario);
    let row = rows.iter().find(|row| row.id == id("slots")).unwrap();
    assert_eq!((row.official.map(|official| official.section), row.row.status), (Some("二(一)2"), TaskStatus::Running));
    // The others stay as well: they are still Datong's counties.
    assert_eq!(rows.len(), OfficialTask::all().len());
}

#[test]
fn what_is_changed_of_the_plan_is_stored_and_goes_when_it_is_as_planned_again() {
    let mut scenario = official_plan().clone();
    let slots = id("slots");
    let edit = task_edit(&scenario, &slots, |row| row.status = TaskStatus::Done).unwrap();
    let back = scenario.apply(&edit).unwrap();
    let find = |scenario: &Scenario| ledger(scenario).into_iter().find(|row| row.id == slots).unwrap();
    let LedgerRow { row, is_changed, .. } = find(&scenario);
    assert!(is_changed && row.status == TaskStatus::Done && row.title.is_none());
    // All else is still the plan's.
    assert_eq!((row.starts, row.due), (Some(day(2026, 1, 1)), Some(day(2026, 12, 31))));
    assert_eq!(row.owner, "各县（区）");
    assert_eq!(scenario.monitoring().task_rows().len(), 1);
    let mut undone = scenario.clone();
    undone.apply(&back).unwrap();
    assert_eq!(undone, *official_plan());
    let again = task_edit(&scenario, &slots, |row| row.status = TaskStatus::Open).unwrap();
    assert_eq!(again, restored(&slots));
    scenario.apply(&again).unwrap();
    assert_eq!(scenario, *official_plan());
    assert_eq!(task_edit(&scenario, &id("t1"), |_| ()), None);
}

#[test]
fn an_own_row_comes_last_under_the_next_free_number_and_is_taken_away_again() {
    let mut scenario = official_plan().clone();
    let (first, edit) = added_task(&scenario);
    assert_eq!(first, id("t1"));
    let back = scenario.apply(&edit).unwrap();
    assert_eq!(ledger(&scenario).last().unwrap().id, first);
    let (second, edit) = added_task(&scenario);
    assert_eq!(second, id("t2"));
    scenario.apply(&edit).unwrap();
    scenario.apply(&restored(&first)).unwrap();
    // t1 is free again, but what comes next is never below what is there.
    assert_eq!(new_row_id(&scenario, "t"), id("t3"));
    assert_eq!(new_row_id(&scenario, "p"), id("p1"));
    assert_eq!(back, restored(&first));
    scenario.apply(&restored(&second)).unwrap();
    assert_eq!(scenario, *official_plan());
}

#[test]
fn rows_stand_by_place_and_then_by_identifier() {
    let mut scenario = elsewhere();
    for (name, order) in [("c", 5), ("b", 5), ("d", 1), ("a", 9)] {
        own(&mut scenario, name, order);
    }
    assert_eq!(order(&scenario).join(" "), "d b c a");
}

#[test]
fn a_row_is_moved_and_no_other_changes_where_there_is_room() {
    let mut scenario = elsewhere();
    for (name, order) in [("a", 10), ("b", 20), ("c", 30), ("d", 40)] {
        own(&mut scenario, name, order);
    }
    let edits = moved(&scenario, &id("c"), true);
    assert_eq!(edits.len(), 1);
    assert_eq!(after(&mut scenario, edits), "a c b d");
    assert_eq!(ledger_row(&scenario, &id("c")).unwrap().order, 15);
    let edits = moved(&scenario, &id("c"), true);
    assert_eq!(after(&mut scenario, edits), "c a b d");
    assert_eq!(ledger_row(&scenario, &id("c")).unwrap().order, 5);
    let edits = moved(&scenario, &id("b"), false);
    assert_eq!(after(&mut scenario, edits), "c a d b");
    assert_eq!(ledger_row(&scenario, &id("b")).unwrap().order, 40 + 1_024);
    // At the ends, and of a row that is not there, nothing.
    assert!(moved(&scenario, &id("c"), true).is_empty() && moved(&scenario, &id("b"), false).is_empty());
    assert!(moved(&scenario, &id("x"), true).is_empty() && moved_past(&scenario, &id("a"), &id("x"), true).is_empty());
    let edits = moved_past(&scenario, &id("b"), &id("c"), true);
    assert_eq!(after(&mut scenario, edits), "b c a d");
}

#[test]
fn without_room_all_are_given_places_anew() {
    let mut scenario = elsewhere();
    for name in ["a", "b", "c"] {
        own(&mut scenario, name, 7);
    }
    let edits = moved(&scenario, &id("c"), true);
    assert_eq!(edits.len(), 3);
    assert_eq!(after(&mut scenario, edits), "a c b");
    assert_eq!(ledger_row(&scenario, &id("b")).unwrap().order, 3 * 1_024);
    let mut scenario = elsewhere();
    own(&mut scenario, "a", 0);
    own(&mut scenario, "b", u32::MAX);
    let edits = moved(&scenario, &id("a"), false);
    assert_eq!(after(&mut scenario, edits), "b a");
}

#[test]
fn a_row_of_the_plan_that_is_moved_back_is_as_planned_again() {
    let mut scenario = official_plan().clone();
    let slots = id("slots");
    let edits = moved(&scenario, &slots, false);
    scenario.apply(&Edit::Batch(edits)).unwrap();
    assert_eq!(order(&scenario)[..3], ["enrolment", "schedule", "slots"]);
    let changed: Vec<RowId> = ledger(&scenario).into_iter().filter(|row| row.is_changed).map(|row| row.id).collect();
    assert_eq!(changed, std::slice::from_ref(&slots));
    let edits = moved(&scenario, &slots, true);
    scenario.apply(&Edit::Batch(edits)).unwrap();
    assert_eq!(scenario, *official_plan());
}

#[test]
fn a_task_is_overdue_from_the_day_after_its_last_unless_it_is_done_or_dropped() {
    let due = day(2026, 6, 30);
    let row = |status| TaskRow { due: Some(due), status, ..TaskRow::default() };
    for (status, expected) in
        [(TaskStatus::Open, true), (TaskStatus::Running, true), (TaskStatus::Done, false), (TaskStatus::Dropped, false)]
    {
        assert!(!is_overdue(&row(status), due), "{status:?}");
        assert_eq!(is_overdue(&row(status), day(2026, 7, 1)), expected, "{status:?}");
    }
    assert!(!is_overdue(&TaskRow::default(), day(9999, 12, 31)));
}

#[test]
fn tasks_are_counted_by_status_and_when_overdue() {
    let mut scenario = official_plan().clone();
    for (task, status) in [
        ("slots", TaskStatus::Running),
        ("subsidy-plan", TaskStatus::Done),
        ("centre-study", TaskStatus::Done),
        ("safety-film", TaskStatus::Dropped),
    ] {
        let edit = task_edit(&scenario, &id(task), |row| row.status = status).unwrap();
        scenario.apply(&edit).unwrap();
    }
    let all = OfficialTask::all().len();
    let counts = |today| task_counts(&ledger(&scenario), today);
    let on = counts(day(2026, 12, 31));
    assert_eq!((on.all, on.by_status, on.overdue), (all, [all - 4, 1, 2, 1], 0));
    assert_eq!((on.of(TaskStatus::Running), on.of(TaskStatus::Done)), (1, 2));
    // Of the four that are due by the end of 2026 one is done.
    assert_eq!(counts(day(2027, 1, 1)).overdue, 3);
    // And all seven dated ones but that one.
    assert_eq!(counts(day(2031, 1, 1)).overdue, 6);
}

fn problem(scenario: &mut Scenario, county: Option<&str>, due: Option<Date>, closed: Option<Date>) -> RowId {
    let (id, edit) = added_problem(scenario);
    scenario.apply(&edit).unwrap();
    let set = problem_edit(scenario, &id, |problem| {
        *problem = SafetyProblem { county: county.map(CountyId::new), due, closed, ..SafetyProblem::default() };
    });
    scenario.apply(&set.unwrap()).unwrap();
    id
}

#[test]
fn problems_are_counted_by_county_and_closed_by_a_rate() {
    let mut scenario = official_plan().clone();
    let today = day(2026, 6, 30);
    assert_eq!(problem_total(&scenario, today).closing_rate(), None);
    assert!(problem_counts(&scenario, today).is_empty());
    problem(&mut scenario, Some("zuoyun"), Some(day(2026, 6, 29)), None);
    problem(&mut scenario, Some("pingcheng"), Some(today), None);
    problem(&mut scenario, Some("pingcheng"), Some(day(2026, 1, 1)), Some(day(2026, 6, 1)));
    problem(&mut scenario, None, None, None);
    problem(&mut scenario, Some("gone"), None, Some(today));
    let of = |open, closed, overdue| ProblemCounts { open, closed, overdue };
    let county = |id| Some(CountyId::new(id));
    assert_eq!(
        problem_counts(&scenario, today),
        [
            (county("pingcheng"), of(1, 1, 0)),
            (county("zuoyun"), of(1, 0, 1)),
            (county("gone"), of(0, 1, 0)),
            (None, of(1, 0, 0)),
        ]
    );
    let total = problem_total(&scenario, today);
    assert_eq!(total, of(3, 2, 1));
    assert_eq!(total.closing_rate(), Ratio::new(40, 100));
    assert_eq!(of(1, 0, 0).closing_rate(), Some(Ratio::ZERO));
}

#[test]
fn problems_stand_in_the_order_in_which_they_were_added_and_each_edit_is_taken_back() {
    let mut scenario = official_plan().clone();
    let ids: Vec<RowId> = (0..11).map(|_| problem(&mut scenario, None, None, None)).collect();
    assert_eq!(ids[10], id("p11"));
    assert_eq!(problem_order(&scenario), ids);
    let before = scenario.clone();
    let edit = problem_edit(&scenario, &id("p9"), |problem| problem.what = "消防通道堵塞（虚构）".to_owned()).unwrap();
    let back = scenario.apply(&edit).unwrap();
    assert_eq!(safety_problem(&scenario, &id("p9")).unwrap().what, "消防通道堵塞（虚构）");
    scenario.apply(&back).unwrap();
    assert_eq!(scenario, before);
    assert_eq!(problem_edit(&scenario, &id("p12"), |_| ()), None);
}

#[test]
fn a_row_that_contradicts_itself_is_found_and_one_on_the_same_day_is_not() {
    let (early, late) = (Some(day(2026, 3, 1)), Some(day(2026, 3, 2)));
    let task = |starts, due| task_contradictions(&TaskRow { starts, due, ..TaskRow::default() });
    assert_eq!(task(late, early), [RowContradiction::DueBeforeStart]);
    for (starts, due) in [(early, late), (early, early), (None, early), (late, None)] {
        assert!(task(starts, due).is_empty());
    }
    let problem =
        |found, due, closed| problem_contradictions(&SafetyProblem { found, due, closed, ..SafetyProblem::default() });
    assert_eq!(problem(late, early, early), [RowContradiction::DueBeforeFound, RowContradiction::ClosedBeforeFound]);
    assert!(problem(early, early, early).is_empty() && problem(None, early, early).is_empty());
}
