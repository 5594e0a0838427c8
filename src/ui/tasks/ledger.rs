//! The task ledger: filters, and a table with a row for each task.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::InputEvent;

use super::area::{EditOf, area};
use super::day::{DayOf, day_cell};
use super::filter::{Filter, Part, parts, status_id, status_of};
use super::{ShownRow, Tasks};
use crate::model::{
    Edit, LedgerRow, OfficialTask, RowId, Scenario, TaskRow, TaskStatus, added_task, is_overdue, moved_past,
    planned_row, restored, task_contradictions, task_edit,
};
use crate::text::{
    TaskText, Word, plan_owner, plan_part, plan_section, row_contradiction, row_owner, row_title, task_remark,
    task_status_name, task_title, task_wording_in,
};
use crate::ui::state::page::Page;
use crate::ui::widgets::check::check;
use crate::ui::widgets::element::{El, button, el, empty, list, text, word_button};
use crate::ui::widgets::focus::focus_soon;
use crate::ui::widgets::forms::drop_down;
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::select::option;
use crate::ui::widgets::table_frame::{empty_hint, scroll_frame};

/// The table with its filters.
pub(super) fn table(this: Tasks) -> AnyView {
    let page = this.page;
    let rows = move || {
        let shown = this.shown.get();
        (0..shown.len()).map(|at| row(this, &shown, at)).collect()
    };
    let is_empty = Memo::new(move |_| this.shown.with(Vec::is_empty));
    let none = move || page.word(if this.rows.with(Vec::is_empty) { TaskText::NoTask } else { TaskText::NoneShown });
    let columns = [
        TaskText::Task,
        TaskText::Owner,
        TaskText::Starts,
        TaskText::Due,
        TaskText::Status,
        TaskText::Note,
        TaskText::Acts,
    ];
    let head = columns.map(|name| el("th").attr("scope", "col").word(page, name).done());
    let add = move || {
        let (id, edit) = page.workspace.scenario.with_untracked(added_task);
        this.set_filter(|filter| *filter = Filter::default());
        match page.workspace.try_once(&edit) {
            Ok(()) => focus_soon(format!("task-title-{id}")),
            Err(_) => page.notices.keep(page.word_now(Word::TooManyRows).to_owned()),
        }
    };
    el("section")
        .class("card task-card")
        .word_attr("aria-label", page, TaskText::Title)
        .child(filters(this))
        .child(empty_hint("task-none", move || is_empty.get()).dyn_text(none).done())
        .child(
            scroll_frame("tool-frame")
                .word_attr("aria-label", page, TaskText::Title)
                .attr_if("hidden", move || is_empty.get())
                .child(
                    el("table")
                        .class("tool-table task-table")
                        .test_id("task-table")
                        .child(el("caption").class("visually-hidden").word(page, TaskText::Title).done())
                        .child(el("thead").child(el("tr").children(head).done()).done())
                        .child(el("tbody").child(list(rows)).done())
                        .done(),
                )
                .done(),
        )
        .child(el("div").class("share-line").el(word_button(page, "task-add", TaskText::Add).click(add)).done())
        .done()
}

fn filters(this: Tasks) -> AnyView {
    let page = this.page;
    let filter = this.filter;
    let choice =
        |id: &'static str, name: TaskText, control: El| captioned(page, id, name, control.attr("id", id).test_id(id));
    let all =
        move |selected: fn(&Filter) -> bool| option("", move || filter.with(selected)).word(page, TaskText::All).done();
    let status = TaskStatus::ALL.map(|status| {
        option(status_id(status), move || filter.with(|filter| filter.status == Some(status)))
            .dyn_text(move || task_status_name(status, page.language.get()))
            .done()
    });
    let status = drop_down()
        .child(all(|filter| filter.status.is_none()))
        .children(status)
        .value(move || filter.with(|filter| filter.status.map_or("", status_id)))
        .on_value("change", move |id| this.set_filter(|filter| filter.status = status_of(&id)));
    let part = parts().into_iter().map(|part| {
        option(part, move || filter.with(|filter| filter.part == Part::Of(part)))
            .dyn_text(move || plan_part(part, page.language.get()))
            .done()
    });
    let own =
        option("own", move || filter.with(|filter| filter.part == Part::Own)).word(page, TaskText::OwnRows).done();
    let part_id = |part: Part| match part {
        Part::All => "",
        Part::Own => "own",
        Part::Of(part) => part,
    };
    let part_of = |id: &str| match id {
        "own" => Part::Own,
        id => parts().into_iter().find(|part| *part == id).map_or(Part::All, Part::Of),
    };
    let part = drop_down()
        .child(all(|filter| filter.part == Part::All))
        .children(part)
        .child(own)
        .value(move || filter.with(|filter| part_id(filter.part)))
        .on_value("change", move |id| this.set_filter(|filter| filter.part = part_of(&id)));
    let overdue = el("input")
        .attr("type", "checkbox")
        .test_id("task-filter-overdue")
        .property("checked", move || if filter.with(|filter| filter.only_overdue) { "true" } else { "" })
        .on("change", move |_| this.set_filter(|filter| filter.only_overdue = !filter.only_overdue));
    let search = el("input")
        .attr("type", "search")
        .attr("autocomplete", "off")
        .word_attr("placeholder", page, TaskText::SearchHint)
        .value(move || filter.with(|filter| filter.search.clone()))
        .on("input", move |event| {
            // What an input method composes is looked for when it is done.
            if !event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing) {
                let typed = event_target_value(&event);
                this.set_filter(|filter| filter.search = typed);
            }
        })
        .on_value("compositionend", move |typed| this.set_filter(|filter| filter.search = typed));
    let clear = word_button(page, "task-filter-clear", TaskText::ClearFilter)
        .attr_if("disabled", move || filter.with(|filter| *filter == Filter::default()))
        .click(move || this.set_filter(|filter| *filter = Filter::default()));
    el("div")
        .class("task-filters")
        .attr("role", "group")
        .word_attr("aria-label", page, TaskText::Filter)
        .child(choice("task-filter-status", TaskText::FilterStatus, status))
        .child(choice("task-filter-section", TaskText::FilterSection, part))
        .child(choice("task-search", TaskText::Search, search))
        .child(check(overdue, el("span").word(page, TaskText::OnlyOverdue)).done())
        .el(clear)
        .done()
}

/// A row that is on show.
#[derive(Clone, Copy)]
struct Row {
    this: Tasks,
    page: Page,
    id: StoredValue<RowId>,
    official: Option<&'static OfficialTask>,
    now: Memo<Option<LedgerRow>>,
}

impl Row {
    /// Something of the row as it stands; what an unknown row has where it is gone.
    fn with<T: Default>(self, of: impl FnOnce(&LedgerRow) -> T) -> T {
        self.now.with(|now| now.as_ref().map(of)).unwrap_or_default()
    }

    /// `任务 责任单位`: the accessible name of a part.
    fn label(self, name: TaskText) -> String {
        let language = self.page.language.get();
        let title = self.with(|row| row_title(row, language).to_owned());
        let title = if title.is_empty() { self.page.word(TaskText::Untitled).to_owned() } else { title };
        [&title, " ", self.page.word(name)].concat()
    }

    /// Whether this part of the row is not as the plan has it.
    fn differs(self, part: fn(&TaskRow, &TaskRow) -> bool) -> bool {
        self.with(|row| row.is_changed)
            && self.page.workspace.scenario.with(|scenario| {
                let planned = self.id.with_value(|id| planned_row(scenario, id));
                planned.is_some_and(|planned| self.with(|row| part(&row.row, &planned)))
            })
    }

    fn cell(self, class: &'static str, name: TaskText, differs: fn(&TaskRow, &TaskRow) -> bool) -> El {
        let differs = Memo::new(move |_| self.differs(differs));
        let title = move || if differs.get() { self.page.word(TaskText::Changed) } else { "" };
        el("td")
            .class(class)
            .class_if("differs", move || differs.get())
            .word_attr("data-name", self.page, name)
            .dyn_attr("title", title)
    }

    fn area(self, id: &str, name: TaskText, limit: (usize, bool), value: Memo<String>, of: EditOf) -> El {
        let test_id = self.id.with_value(|row| format!("task-{id}-{row}"));
        area(self.page, test_id, text(move || self.label(name)), value, limit, of)
    }

    fn days(self, name: TaskText, of: DayOf, differs: fn(&TaskRow, &TaskRow) -> bool) -> El {
        let [cell, error] = day_cell(self.page, of, String::new);
        self.cell("day", name, differs).child(cell).child(error)
    }
}

fn row(this: Tasks, shown: &[ShownRow], at: usize) -> AnyView {
    let Some((id, official)) = shown.get(at) else { return empty() };
    let page = this.page;
    let now = {
        let id = id.clone();
        Memo::new(move |_| this.rows.with(|rows| rows.iter().find(|row| row.id == id).cloned()))
    };
    let row = Row { this, page, id: StoredValue::new(id.clone()), official: *official, now };
    let is_late = move || row.with(|row| is_overdue(&row.row, page.today()));
    let contradictions = move || {
        let found = row.with(|row| task_contradictions(&row.row));
        found.into_iter().map(|of| row_contradiction(of, page.language.get())).collect::<String>()
    };
    let contradiction = el("span")
        .class("error")
        .test_id(format!("task-contradiction-{id}"))
        .attr_if("hidden", move || contradictions().is_empty())
        .dyn_text(contradictions);
    let due = row.days(TaskText::Due, DayOf::Due(id.clone()), |row, planned| row.due != planned.due).el(contradiction);
    let neighbour = |at: Option<usize>| at.and_then(|at| shown.get(at)).map(|(id, _)| id.clone());
    let (above, below) = (neighbour(at.checked_sub(1)), neighbour(at.checked_add(1)));
    let (is_second, is_last_but_one) = (at == 1, at + 2 == shown.len());
    el("tr")
        .test_id(format!("task-row-{id}"))
        .class_if("done", move || row.with(|row| matches!(row.row.status, TaskStatus::Done | TaskStatus::Dropped)))
        .class_if("late", is_late)
        .on_target("focusin", move |_| this.touch(&row.id.get_value()))
        .child(title(row))
        .child(owner(row))
        .el(row.days(TaskText::Starts, DayOf::Starts(id.clone()), |row, planned| row.starts != planned.starts))
        .el(due)
        .child(status(row))
        .child(note(row))
        .child(
            el("td")
                .class("acts")
                .child(mover(row, true, above, is_second))
                .child(mover(row, false, below, is_last_but_one))
                .child(back(row))
                .done(),
        )
        .done()
}

/// What is to be done, where the plan says it, and the plan's own wording.
fn title(row: Row) -> AnyView {
    let (page, this) = (row.page, row.this);
    let value = Memo::new(move |_| {
        let language = page.language.get();
        row.with(|row| row_title(row, language).to_owned())
    });
    let id = row.id.get_value();
    let set = {
        let id = id.clone();
        move |scenario: &Scenario, typed: String, is_left: bool| {
            let of_plan = task_title(id.as_str(), page.language.get_untracked());
            // What is left empty, or typed as the plan's title, is the plan's title again.
            let title = match of_plan {
                Some(planned) if typed == planned || (is_left && typed.trim().is_empty()) => None,
                _ => Some(typed),
            };
            task_edit(scenario, &id, |row| row.title = title)
        }
    };
    let area = row.area("title", TaskText::Task, (TaskRow::MOST_NAME, false), value, Box::new(set));
    let cell = row.cell("title", TaskText::Task, |row, planned| row.title != planned.title).el(area);
    let Some(official) = row.official else {
        let own = el("small").class("section").test_id(format!("task-section-{id}")).word(page, TaskText::Own);
        return cell.el(own).done();
    };
    let is_unfolded = move || row.id.with_value(|id| this.unfolded.with(|unfolded| unfolded.contains(id)));
    let fold = move || {
        let id = row.id.get_value();
        this.unfolded.update(|unfolded| match unfolded.iter().position(|other| *other == id) {
            Some(at) => {
                unfolded.remove(at);
            }
            None => unfolded.push(id),
        });
    };
    let wording = move || {
        let language = page.language.get();
        let remark = task_remark(official.id).map_or("", |remark| page.word(remark));
        let space = if remark.is_empty() { "" } else { "\n" };
        [task_wording_in(official.id, language).unwrap_or_default(), space, remark].concat()
    };
    let opener = button()
        .class("section")
        .test_id(format!("task-section-{id}"))
        .aria("aria-expanded", is_unfolded)
        .child(el("span").dyn_text(move || plan_section(official.section, page.language.get())).done())
        .child(el("span").class("fold").text(" ").word(page, TaskText::Wording).done())
        .click(fold);
    let wording = el("p")
        .class("wording")
        .test_id(format!("task-wording-{id}"))
        .attr_if("hidden", move || !is_unfolded())
        .dyn_text(wording);
    cell.el(opener).el(wording).done()
}

fn owner(row: Row) -> AnyView {
    let page = row.page;
    let value = Memo::new(move |_| {
        let language = page.language.get();
        row.with(|row| row_owner(row, language).to_owned())
    });
    let (id, official) = (row.id.get_value(), row.official);
    let set = move |scenario: &Scenario, typed: String, _: bool| {
        let language = page.language.get_untracked();
        let of_plan = official.filter(|official| plan_owner(official.owner, language) == Some(typed.trim()));
        let owner = of_plan.map_or(typed, |official| official.owner.to_owned());
        task_edit(scenario, &id, |row| row.owner = owner)
    };
    let area = row.area("owner", TaskText::Owner, (TaskRow::MOST_NAME, false), value, Box::new(set));
    row.cell("owner", TaskText::Owner, |row, planned| row.owner != planned.owner).el(area).done()
}

fn note(row: Row) -> AnyView {
    let value = Memo::new(move |_| row.with(|row| row.row.note.clone()));
    let id = row.id.get_value();
    let set = move |scenario: &Scenario, typed, _: bool| task_edit(scenario, &id, |row| row.note = typed);
    let area = row.area("note", TaskText::Note, (TaskRow::MOST_NOTE, true), value, Box::new(set));
    row.cell("note", TaskText::Note, |row, planned| row.note != planned.note).el(area).done()
}

fn status(row: Row) -> AnyView {
    let page = row.page;
    let now = Memo::new(move |_| row.with(|row| row.row.status));
    let mark = move || match now.get() {
        TaskStatus::Open => "○",
        TaskStatus::Running => "◐",
        TaskStatus::Done => "✓",
        TaskStatus::Dropped => "–",
    };
    let option = |status: TaskStatus| {
        option(status_id(status), move || now.get() == status)
            .dyn_text(move || task_status_name(status, page.language.get()))
            .done()
    };
    let choose = move |id: String| {
        let Some(status) = status_of(&id) else { return };
        row.this.touch(&row.id.get_value());
        let edit = page
            .workspace
            .scenario
            .with_untracked(|scenario| row.id.with_value(|id| task_edit(scenario, id, |row| row.status = status)));
        if let Some(edit) = edit {
            page.workspace.edit_once(&edit);
        }
    };
    let id = row.id.get_value();
    let select = drop_down()
        .test_id(format!("task-status-{id}"))
        .dyn_attr("aria-label", move || row.label(TaskText::Status))
        .children(TaskStatus::ALL.map(option))
        .value(move || status_id(now.get()))
        .on_value("change", choose);
    let late = el("span")
        .class("chip bad")
        .test_id(format!("task-overdue-{id}"))
        .attr_if("hidden", move || !row.with(|row| is_overdue(&row.row, page.today())))
        .child(el("span").attr("aria-hidden", "true").text("▲").done())
        .word(page, TaskText::Overdue);
    row.cell("status", TaskText::Status, |row, planned| row.status != planned.status)
        .child(el("span").class("mark").attr("aria-hidden", "true").dyn_text(mark).done())
        .el(select)
        .el(late)
        .done()
}

fn act_button(row: Row, id: &str, name: TaskText, mark: &'static str) -> El {
    button()
        .class("quiet")
        .test_id(row.id.with_value(|row| format!("task-{id}-{row}")))
        .dyn_attr("aria-label", move || row.label(name))
        .word_attr("title", row.page, name)
        .text(mark)
}

/// Moves the row past the next one that is on show; at the end there is none.
fn mover(row: Row, up: bool, past: Option<RowId>, ends: bool) -> AnyView {
    let page = row.page;
    let (id, name, mark) = if up { ("up", TaskText::Up, "↑") } else { ("down", TaskText::Down, "↓") };
    let is_end = past.is_none();
    act_button(row, id, name, mark)
        .attr_if("disabled", move || is_end)
        .click(move || {
            let Some(past) = &past else { return };
            let id = row.id.get_value();
            let edits = page.workspace.scenario.with_untracked(|scenario| moved_past(scenario, &id, past, up));
            page.workspace.edit_once(&Edit::Batch(edits));
            // Where the row has come to the end, this way is closed.
            let way = if up == ends { "down" } else { "up" };
            focus_soon(format!("task-{way}-{id}"));
        })
        .done()
}

/// Gives a row of the plan back as the plan has it; takes an own one away.
fn back(row: Row) -> AnyView {
    let page = row.page;
    let is_own = row.official.is_none();
    let (id, name, mark, said) = if is_own {
        ("remove", TaskText::Remove, "✕", TaskText::TaskRemoved)
    } else {
        ("restore", TaskText::Restore, "↺", TaskText::Restored)
    };
    act_button(row, id, name, mark)
        .attr_if("disabled", move || !is_own && !row.with(|row| row.is_changed))
        .click(move || {
            let id = row.id.get_value();
            page.workspace.edit_and_say(&restored(&id), page.word_now(said).to_owned());
            focus_soon(if is_own { "task-add".to_owned() } else { format!("task-title-{id}") });
        })
        .done()
}
