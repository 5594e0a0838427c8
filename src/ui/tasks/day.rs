//! Cells that hold a day.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::{
    Date, Edit, MonitorEdit, RowId, SafetyProblem, Scenario, TaskRow, ledger_row, problem_edit, problem_order,
    safety_problem, task_edit,
};
use crate::text::{Language, TaskText, Unit, Wording, task_title, typed_day};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::{CustomField, Field, FieldProblem};
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::{cell, cell_error};
use crate::ui::widgets::day::with_calendar;

/// Which day.
#[derive(Clone)]
pub enum DayOf {
    /// The one that counts as today.
    Today,
    /// A task's first.
    Starts(RowId),
    /// A task's last.
    Due(RowId),
    /// On which a problem was found.
    Found(RowId),
    /// By which it is to be put right.
    Deadline(RowId),
    /// On which it was closed.
    Closed(RowId),
}

struct DayField {
    page: Page,
    of: DayOf,
}

impl DayOf {
    fn word(&self) -> TaskText {
        match self {
            Self::Today => TaskText::Today,
            Self::Starts(_) => TaskText::Starts,
            Self::Due(_) => TaskText::Due,
            Self::Found(_) => TaskText::Found,
            Self::Deadline(_) => TaskText::Deadline,
            Self::Closed(_) => TaskText::Closed,
        }
    }

    fn day(&self, scenario: &Scenario) -> Option<Date> {
        let task = |id, of: fn(TaskRow) -> Option<Date>| ledger_row(scenario, id).and_then(of);
        let problem = |id, of: fn(&SafetyProblem) -> Option<Date>| safety_problem(scenario, id).and_then(of);
        match self {
            Self::Today => scenario.monitoring().today(),
            Self::Starts(id) => task(id, |row| row.starts),
            Self::Due(id) => task(id, |row| row.due),
            Self::Found(id) => problem(id, |problem| problem.found),
            Self::Deadline(id) => problem(id, |problem| problem.due),
            Self::Closed(id) => problem(id, |problem| problem.closed),
        }
    }

    fn edit(&self, scenario: &Scenario, day: Option<Date>) -> Option<Edit> {
        match self {
            Self::Today => Some(Edit::Monitor(MonitorEdit::SetToday(day))),
            Self::Starts(id) => task_edit(scenario, id, |row| row.starts = day),
            Self::Due(id) => task_edit(scenario, id, |row| row.due = day),
            Self::Found(id) => problem_edit(scenario, id, |problem| problem.found = day),
            Self::Deadline(id) => problem_edit(scenario, id, |problem| problem.due = day),
            Self::Closed(id) => problem_edit(scenario, id, |problem| problem.closed = day),
        }
    }
}

impl CustomField for DayField {
    fn test_id(&self) -> String {
        match &self.of {
            DayOf::Today => "task-today".to_owned(),
            DayOf::Starts(id) => format!("task-starts-{id}"),
            DayOf::Due(id) => format!("task-due-{id}"),
            DayOf::Found(id) => format!("problem-found-{id}"),
            DayOf::Deadline(id) => format!("problem-due-{id}"),
            DayOf::Closed(id) => format!("problem-closed-{id}"),
        }
    }

    fn label(&self, scenario: &Scenario, language: Language) -> String {
        let name = self.of.word().said(language);
        match &self.of {
            DayOf::Today => name.to_owned(),
            DayOf::Starts(id) | DayOf::Due(id) => {
                let title = ledger_row(scenario, id).and_then(|row| row.title);
                let title = title.or_else(|| task_title(id.as_str(), language).map(str::to_owned));
                let title = title.filter(|title| !title.is_empty());
                let title = title.unwrap_or_else(|| TaskText::Untitled.said(language).to_owned());
                [&title, " ", name].concat()
            }
            DayOf::Found(id) | DayOf::Deadline(id) | DayOf::Closed(id) => {
                let at = problem_order(scenario).iter().position(|other| other == id).unwrap_or(0);
                problem_label(at, name, language)
            }
        }
    }

    fn text(&self, scenario: &Scenario) -> String {
        self.of.day(scenario).map_or_else(String::new, Date::iso)
    }

    fn unit(&self) -> Option<Unit> {
        None
    }

    fn edit(&self, typed: &str) -> Result<Edit, FieldProblem> {
        let year = self.page.workspace.region.with_untracked(|region| region.year());
        let day = typed_day(typed, year).map_err(FieldProblem::day)?;
        let edit = self.page.workspace.scenario.with_untracked(|scenario| self.of.edit(scenario, day));
        // A row that is gone takes no day.
        Ok(edit.unwrap_or_else(|| Edit::Batch(Vec::new())))
    }
}

/// 隐患3 发现日期: the accessible name of a cell.
pub fn problem_label(at: usize, name: &str, language: Language) -> String {
    [TaskText::What.said(language), &(at + 1).to_string(), " ", name].concat()
}

/// The cell of a day, and the message beside it.
pub fn day_cell(page: Page, of: DayOf, placeholder: impl FnMut() -> String + Send + 'static) -> [AnyView; 2] {
    let field = Field::Custom(Arc::new(DayField { page, of: of.clone() }));
    let value = Memo::new(move |_| {
        page.workspace.scenario.with(|scenario| of.day(scenario)).map_or_else(String::new, Date::iso)
    });
    let draft = RwSignal::new(None::<Draft>);
    let named = field.clone();
    let name = move || {
        let language = page.language.get();
        page.workspace.scenario.with_untracked(|scenario| named.label(scenario, language))
    };
    let input = cell(page, field.clone(), value, draft, placeholder);
    let shown = move || value.get_untracked();
    [with_calendar(page, input, field.test_id(), name, shown), cell_error(page, field, draft)]
}
