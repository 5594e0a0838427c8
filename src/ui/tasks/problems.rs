//! The ledger of safety problems, and how many of them each county has closed.

use leptos::prelude::*;

use super::area::area;
use super::day::{DayOf, day_cell, problem_label};
use crate::model::{
    CountyId, Edit, MonitorEdit, ProblemCounts, RowId, SafetyProblem, Scenario, TaskRow, added_problem,
    is_problem_overdue, problem_contradictions, problem_counts, problem_edit, problem_order, problem_total,
    safety_problem,
};
use crate::text::{TaskText, Word, closing_rate, problem_counts_said, row_contradiction};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{El, button, dynamic, el, empty, list, text, word_button};
use crate::ui::widgets::focus::focus_soon;
use crate::ui::widgets::forms::drop_down;
use crate::ui::widgets::table_frame::{empty_hint, scroll_frame};

/// Of more counties than these a choice is filled only when it is used.
const AT_ONCE: usize = 100;

/// The ledger and its counts.
pub(super) fn problems(page: Page) -> AnyView {
    let order = Memo::new(move |_| page.workspace.scenario.with(problem_order));
    let is_empty = Memo::new(move |_| order.with(Vec::is_empty));
    let rows = move || order.get().into_iter().enumerate().map(|(at, id)| row(page, at, id)).collect();
    let counts = move || {
        let total = page.workspace.scenario.with(|scenario| problem_total(scenario, page.today()));
        problem_counts_said(&total, page.language.get())
    };
    let columns = [
        TaskText::What,
        TaskText::County,
        TaskText::Found,
        TaskText::Deadline,
        TaskText::Closed,
        TaskText::State,
        TaskText::Acts,
    ];
    let head = columns.map(|name| el("th").attr("scope", "col").word(page, name).done());
    let add = move || {
        let (id, edit) = page.workspace.scenario.with_untracked(added_problem);
        match page.workspace.try_once(&edit) {
            Ok(()) => focus_soon(format!("problem-what-{id}")),
            Err(_) => page.notices.keep(page.word_now(Word::TooManyRows).to_owned()),
        }
    };
    let table = el("table")
        .class("tool-table task-table problem-table")
        .test_id("problem-table")
        .child(el("caption").class("visually-hidden").word(page, TaskText::Problems).done())
        .child(el("thead").child(el("tr").children(head).done()).done())
        .child(el("tbody").child(list(rows)).done());
    el("section")
        .class("card task-card")
        .test_id("problems")
        .child(
            el("div")
                .class("line")
                .child(el("h2").word(page, TaskText::Problems).done())
                .child(
                    el("p")
                        .class("sentence")
                        .test_id("problem-total")
                        .attr("role", "status")
                        .attr_if("hidden", move || is_empty.get())
                        .dyn_text(counts)
                        .done(),
                )
                .done(),
        )
        .child(el("p").class("hint").word(page, TaskText::ProblemsHint).done())
        .child(empty_hint("problem-none", move || is_empty.get()).word(page, TaskText::NoProblem).done())
        .child(
            scroll_frame("tool-frame")
                .word_attr("aria-label", page, TaskText::Problems)
                .attr_if("hidden", move || is_empty.get())
                .el(table)
                .done(),
        )
        .child(
            el("div").class("share-line").el(word_button(page, "problem-add", TaskText::AddProblem).click(add)).done(),
        )
        .child(dynamic(move || if is_empty.get() { empty() } else { count_table(page) }))
        .done()
}

/// A problem that is on show.
#[derive(Clone, Copy)]
struct Problem {
    page: Page,
    at: usize,
    id: StoredValue<RowId>,
    now: Memo<SafetyProblem>,
}

impl Problem {
    fn label(self, name: TaskText) -> String {
        problem_label(self.at, self.page.word(name), self.page.language.get())
    }

    fn is_late(self) -> bool {
        self.now.with(|now| is_problem_overdue(now, self.page.today()))
    }
}

fn row(page: Page, at: usize, id: RowId) -> AnyView {
    let now = {
        let id = id.clone();
        let read = move |scenario: &Scenario| safety_problem(scenario, &id).cloned().unwrap_or_default();
        Memo::new(move |_| page.workspace.scenario.with(&read))
    };
    let this = Problem { page, at, id: StoredValue::new(id.clone()), now };
    let what = {
        let id = id.clone();
        let set =
            move |scenario: &Scenario, typed, _: bool| problem_edit(scenario, &id, |problem| problem.what = typed);
        area(
            page,
            this.id.with_value(|id| format!("problem-what-{id}")),
            text(move || this.label(TaskText::What)),
            Memo::new(move |_| now.with(|now| now.what.clone())),
            (TaskRow::MOST_NOTE, true),
            Box::new(set),
        )
    };
    let contradictions = move || {
        let found = now.with(problem_contradictions);
        found.into_iter().map(|of| row_contradiction(of, page.language.get())).collect::<String>()
    };
    let contradiction = el("span")
        .class("error")
        .test_id(format!("problem-contradiction-{id}"))
        .attr_if("hidden", move || contradictions().is_empty())
        .dyn_text(contradictions);
    let cell = |class: &'static str, name: TaskText| el("td").class(class).word_attr("data-name", page, name);
    let day = |name: TaskText, of: DayOf| cell("day", name).children(day_cell(page, of, String::new));
    let remove = move || {
        let id = this.id.get_value();
        let removal = Edit::Monitor(MonitorEdit::SetProblem(id, None));
        page.workspace.edit_and_say(&removal, page.word_now(TaskText::ProblemRemoved).to_owned());
        focus_soon("problem-add");
    };
    let remove = button()
        .class("quiet")
        .test_id(format!("problem-remove-{id}"))
        .dyn_attr("aria-label", move || this.label(TaskText::Remove))
        .word_attr("title", page, TaskText::Remove)
        .text("✕")
        .click(remove);
    el("tr")
        .test_id(format!("problem-row-{id}"))
        .class_if("done", move || now.with(|now| now.closed.is_some()))
        .class_if("late", move || this.is_late())
        .el(cell("title", TaskText::What).el(what))
        .el(cell("county", TaskText::County).child(county(this)))
        .el(day(TaskText::Found, DayOf::Found(id.clone())))
        .el(day(TaskText::Deadline, DayOf::Deadline(id.clone())))
        .el(day(TaskText::Closed, DayOf::Closed(id)).el(contradiction))
        .el(cell("status", TaskText::State).child(state(this)))
        .child(el("td").class("acts").el(remove).done())
        .done()
}

/// A county's name, or its identifier where it has left the region.
fn county_name(page: Page, id: &CountyId) -> String {
    page.workspace.region.with(|region| {
        let county = region.position(id).and_then(|at| region.counties().get(at));
        county.map_or_else(|| id.to_string(), |county| page.language.get().name(&county.name).to_owned())
    })
}

fn county(this: Problem) -> AnyView {
    let (page, now) = (this.page, this.now);
    let chosen = Memo::new(move |_| now.with(|now| now.county.clone()));
    let is_filled = RwSignal::new(page.workspace.region.with_untracked(|region| region.counties().len()) <= AT_ONCE);
    let options = move || {
        let chosen = chosen.get();
        let mut ids = Vec::new();
        if is_filled.get() {
            page.workspace.region.with(|region| ids.extend(region.counties().iter().map(|county| county.id.clone())));
        }
        if let Some(chosen) = chosen.as_ref().filter(|chosen| !ids.contains(*chosen)) {
            ids.push(chosen.clone());
        }
        let option = |id: CountyId| {
            let is_chosen = chosen.as_ref() == Some(&id);
            el("option")
                .attr("value", id.as_str())
                .attr_if("selected", move || is_chosen)
                .dyn_text(move || county_name(page, &id))
                .done()
        };
        let is_none = chosen.is_none();
        let none =
            el("option").attr("value", "").attr_if("selected", move || is_none).word(page, TaskText::NoCounty).done();
        std::iter::once(none).chain(ids.into_iter().map(option)).collect()
    };
    let choose = move |id: String| {
        let county = (!id.is_empty()).then(|| CountyId::new(&id));
        let edit = page
            .workspace
            .scenario
            .with_untracked(|scenario| this.id.with_value(|id| problem_edit(scenario, id, |row| row.county = county)));
        if let Some(edit) = edit {
            page.workspace.edit_once(&edit);
        }
    };
    drop_down()
        .test_id(this.id.with_value(|id| format!("problem-county-{id}")))
        .dyn_attr("aria-label", move || this.label(TaskText::County))
        .child(list(options))
        .value(move || chosen.get().map_or_else(String::new, |id| id.to_string()))
        .on_target("focus", move |_| {
            if !is_filled.get_untracked() {
                is_filled.set(true);
            }
        })
        .on_value("change", choose)
        .done()
}

fn state(this: Problem) -> AnyView {
    let page = this.page;
    let is_closed = move || this.now.with(|now| now.closed.is_some());
    let shown = move || match (is_closed(), this.is_late()) {
        (true, _) => ("chip good", "✓", TaskText::StateClosed),
        (false, true) => ("chip bad", "▲", TaskText::Overdue),
        (false, false) => ("chip open", "○", TaskText::StateOpen),
    };
    el("span")
        .dyn_attr("class", move || shown().0)
        .test_id(this.id.with_value(|id| format!("problem-state-{id}")))
        .child(el("span").attr("aria-hidden", "true").dyn_text(move || shown().1).done())
        .dyn_text(move || page.word(shown().2))
        .done()
}

/// A line for each county that has problems, and the city.
fn count_table(page: Page) -> AnyView {
    let counts = Memo::new(move |_| {
        let today = page.today();
        page.workspace.scenario.with(|scenario| (problem_counts(scenario, today), problem_total(scenario, today)))
    });
    let columns =
        [TaskText::County, TaskText::CountOpen, TaskText::CountOverdue, TaskText::CountClosed, TaskText::ClosingRate];
    let head = columns.map(|name| el("th").attr("scope", "col").word(page, name).done());
    let rows = move || {
        let (counties, _) = counts.get();
        let row = |(county, counts): (Option<CountyId>, ProblemCounts)| match county {
            Some(id) => count_row(id.as_str(), &counts, el("th").text(county_name(page, &id))).done(),
            None => count_row("none", &counts, el("th").word(page, TaskText::NoCounty)).done(),
        };
        counties.into_iter().map(row).collect()
    };
    let city = move || {
        counts.with(|(_, total)| count_row("city", total, el("th").word(page, TaskText::City)).class("total").done())
    };
    el("table")
        .class("tool-table problem-counts")
        .test_id("problem-counts")
        .child(el("caption").word(page, TaskText::Counts).done())
        .child(el("thead").child(el("tr").children(head).done()).done())
        .child(el("tbody").child(list(rows)).done())
        .child(el("tfoot").child(dynamic(city)).done())
        .done()
}

fn count_row(id: &str, counts: &ProblemCounts, name: El) -> El {
    let cell = |part: &str, text: String| el("td").test_id(format!("problem-count-{part}-{id}")).text(text).done();
    el("tr")
        .test_id(format!("problem-count-{id}"))
        .el(name.attr("scope", "row").class("name"))
        .child(cell("open", counts.open.to_string()))
        .child(cell("overdue", counts.overdue.to_string()))
        .child(cell("closed", counts.closed.to_string()))
        .child(cell("rate", closing_rate(counts)))
}
