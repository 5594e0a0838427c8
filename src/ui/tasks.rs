//! 任务: the plan's tasks and milestones as a ledger, the years over which they run, and the ledger of safety problems.

mod area;
mod day;
mod filter;
mod ledger;
mod problems;

use leptos::prelude::*;

use crate::charts::{Chart, ChartKind, ChartOptions, TimelineChart, TimelineEntry};
use crate::model::{LedgerRow, OfficialTask, RowId, is_overdue, task_counts};
use crate::text::{TaskText, row_title, task_counts_said, worked_out_as_of};
use crate::ui::widgets::tabs::tabs;

use self::day::{DayOf, day_cell};
use self::filter::Filter;
use crate::ui::state::page::Page;
use crate::ui::widgets::chart_card::chart_panel;
use crate::ui::widgets::element::{dynamic, el, fragment};
use crate::ui::widgets::print_head::print_head;

/// A row that is on show, and the plan's task that it is.
type ShownRow = (RowId, Option<&'static OfficialTask>);

/// The state of the page.
#[derive(Clone, Copy)]
struct Tasks {
    page: Page,
    rows: Memo<Vec<LedgerRow>>,
    filter: RwSignal<Filter>,
    /// The rows that fit the filter, in order. The table is made anew only when this changes.
    shown: Memo<Vec<ShownRow>>,
    /// The rows that were worked on: they stay although they no longer fit the filter, until that is set anew.
    touched: StoredValue<Vec<RowId>>,
    /// The rows whose wording is unfolded.
    unfolded: RwSignal<Vec<RowId>>,
}

impl Tasks {
    fn new(page: Page) -> Self {
        let rows = Memo::new(move |_| page.workspace.scenario.with(crate::model::ledger));
        let filter = RwSignal::new(Filter::default());
        let touched = StoredValue::new(Vec::<RowId>::new());
        let shown = Memo::new(move |_| {
            let (today, language) = (page.today(), page.language.get());
            let is_touched = |row: &LedgerRow| touched.with_value(|touched| touched.contains(&row.id));
            filter.with(|filter| {
                let fits = |row: &&LedgerRow| filter.takes(row, today, language) || is_touched(row);
                rows.with(|rows| rows.iter().filter(fits).map(|row| (row.id.clone(), row.official)).collect())
            })
        });
        Self { page, rows, filter, shown, touched, unfolded: RwSignal::new(Vec::new()) }
    }

    /// Sets the filter; rows that stayed for being worked on are held to it again.
    fn set_filter(self, change: impl FnOnce(&mut Filter)) {
        self.touched.set_value(Vec::new());
        self.filter.update(change);
    }

    /// A row is worked on.
    fn touch(self, id: &RowId) {
        self.touched.update_value(|touched| {
            if !touched.contains(id) {
                touched.push(id.clone());
            }
        });
    }
}

/// The whole page.
pub fn page(page: Page) -> AnyView {
    let this = Tasks::new(page);
    let tab = RwSignal::new(Tab::Ledger);
    let shown = move || match tab.get() {
        Tab::Ledger => ledger::table(this),
        Tab::Timeline => chart_panel(page, ChartKind::Timeline),
        Tab::Problems => problems::problems(page),
    };
    let parts = [
        (Tab::Ledger, "tasks-ledger", TaskText::Title),
        (Tab::Timeline, "tasks-timeline", TaskText::Timeline),
        (Tab::Problems, "tasks-problems", TaskText::Problems),
    ];
    let tabs = tabs(page, "views monitor-tabs", TaskText::Views, parts, tab);
    fragment([print_head(page, TaskText::Title), head(this), tabs, dynamic(shown)])
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    /// The tasks.
    Ledger,
    /// The years over which they run.
    Timeline,
    /// The safety problems.
    Problems,
}

/// How many tasks stand where, and as of which day.
fn head(this: Tasks) -> AnyView {
    let page = this.page;
    let counts = move || {
        let counts = this.rows.with(|rows| task_counts(rows, page.today()));
        task_counts_said(&counts, page.language.get())
    };
    let is_plans = Memo::new(move |_| this.rows.with(|rows| rows.iter().any(|row| row.official.is_some())));
    let hint = move || page.word(if is_plans.get() { TaskText::Hint } else { TaskText::HintOwn });
    let [today, error] = day_cell(page, DayOf::Today, || crate::browser::today().iso());
    el("section")
        .class("card task-head")
        .child(
            el("div")
                .class("line")
                .child(el("h2").word(page, TaskText::Title).done())
                .child(el("p").class("sentence").test_id("task-counts").attr("role", "status").dyn_text(counts).done())
                .child(
                    el("span")
                        .class("hint")
                        .test_id("task-as-of")
                        .dyn_text(move || worked_out_as_of(page.today(), page.language.get()))
                        .done(),
                )
                .child(
                    el("div")
                        .class("labelled today")
                        .word_attr("title", page, TaskText::TodayHint)
                        .child(el("span").class("caption").word(page, TaskText::Today).done())
                        .child(today)
                        .child(error)
                        .done(),
                )
                .done(),
        )
        .child(el("p").class("hint").dyn_text(hint).done())
        .done()
}

/// Whether there are tasks.
pub fn has_chart(page: Page) -> bool {
    page.workspace.scenario.with(|scenario| !crate::model::ledger(scenario).is_empty())
}

/// The chart of all tasks.
pub fn chart(page: Page, options: &ChartOptions<'_>) -> Option<Box<dyn Chart>> {
    let today = page.today();
    let entry = |row: &LedgerRow| TimelineEntry {
        title: row_title(row, options.language).to_owned(),
        starts: row.row.starts,
        due: row.row.due,
        status: row.row.status,
        is_overdue: is_overdue(&row.row, today),
    };
    page.workspace.scenario.with(|scenario| {
        let entries: Vec<TimelineEntry> = crate::model::ledger(scenario).iter().map(entry).collect();
        Some(Box::new(TimelineChart::new(&entries, today, scenario, options)) as Box<dyn Chart>)
    })
}
