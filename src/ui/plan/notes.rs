//! How the columns were counted and how the slots were divided: typed in a dialog, printed below the table.

use leptos::prelude::*;

use crate::model::{Basis, Edit, Figure, Scenario};
use crate::text::{DayProblem, Language, ToolWord, bases, division_note, typed_day};
use crate::ui::state::field::figure_name;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::error_message;
use crate::ui::widgets::day::with_calendar;
use crate::ui::widgets::element::{el, fragment};

/// What of a column cannot be used.
#[derive(Clone, Copy)]
enum Wrong {
    TooLong,
    Day(DayProblem),
}

/// What the dialog of bases and dates holds: one line per column.
pub fn contents(page: Page) -> AnyView {
    let column = move |name: ToolWord| el("th").attr("scope", "col").word(page, name).done();
    let head = el("tr").children([ToolWord::BasisColumn, ToolWord::BasisMethod, ToolWord::BasisDay].map(column));
    let table = el("table")
        .class("tool-table bases")
        .child(el("thead").el(head).done())
        .child(el("tbody").children(Figure::ALL.map(|figure| basis_row(page, figure))).done());
    fragment([el("p").word(page, ToolWord::BasisHint).done(), table.done()])
}

fn basis_row(page: Page, figure: Figure) -> AnyView {
    let workspace = page.workspace;
    let basis = Memo::new(move |_| workspace.scenario.with(|scenario| scenario.basis(figure).clone()));
    let wrong = RwSignal::new(None::<Wrong>);
    let name = move || {
        let year = workspace.region.with(|region| region.year());
        figure_name(figure, year, page.language.get())
    };
    let set_method = move |typed: String| {
        if typed.chars().count() > Basis::MOST_CHARACTERS {
            wrong.set(Some(Wrong::TooLong));
        } else {
            wrong.set(None);
            change(page, Edit::SetBasis(figure, typed.trim().to_owned()));
        }
    };
    let year = move || workspace.region.with_untracked(|region| region.year());
    let set_day = move |typed: String| match typed_day(&typed, year()) {
        Ok(day) => {
            wrong.set(None);
            change(page, Edit::SetAsOf(figure, day));
        }
        Err(problem) => wrong.set(Some(Wrong::Day(problem))),
    };
    let id = figure.id();
    let error_id = format!("error-basis-{id}");
    let input = |what: &'static str, column: ToolWord, value: Box<dyn FnMut() -> String + Send>| {
        el("input")
            .attr("type", "text")
            .attr("autocomplete", "off")
            .class("cell text")
            .test_id(format!("{what}-{id}"))
            .attr("aria-describedby", &error_id)
            .dyn_attr("aria-label", move || format!("{} {}", name(), page.word(column)))
            .value(value)
    };
    let method = input("basis", ToolWord::BasisMethod, Box::new(move || basis.with(|basis| basis.method.clone())));
    let day = input(
        "as-of",
        ToolWord::BasisDay,
        Box::new(move || basis.with(|basis| basis.as_of.map_or_else(String::new, |day| day.iso()))),
    );
    let day = with_calendar(
        page,
        day.attr("placeholder", "2025-12-31").on_value("change", set_day).done(),
        format!("as-of-{id}"),
        move || format!("{} {}", name(), page.word(ToolWord::BasisDay)),
        move || basis.with_untracked(|basis| basis.as_of.map_or_else(String::new, |day| day.iso())),
    );
    let error =
        error_message("span", &error_id).attr_if("hidden", move || wrong.get().is_none()).dyn_text(move || match wrong
            .get()
        {
            None => String::new(),
            Some(Wrong::TooLong) => page.word(ToolWord::BasisTooLong).to_owned(),
            Some(Wrong::Day(problem)) => problem.text(page.language.get()),
        });
    el("tr")
        .child(el("th").attr("scope", "row").class("name").dyn_text(name).done())
        .child(
            el("td")
                .el(method.attr("maxlength", Basis::MOST_CHARACTERS.to_string()).on_value("change", set_method))
                .done(),
        )
        .child(el("td").child(day).el(error).done())
        .done()
}

fn change(page: Page, edit: Edit) {
    let unchanged = page.workspace.scenario.with_untracked(|scenario| {
        let mut trial = scenario.clone();
        trial.apply(&edit).is_ok() && trial == *scenario
    });
    if !unchanged {
        page.workspace.edit_once(&edit);
    }
}

/// What stands below the table, on paper as on the page: how the slots were divided, how the columns were counted.
pub fn below_table(page: Page) -> AnyView {
    let line = move |test_id: &'static str, said: fn(&Scenario, Language) -> Option<String>| {
        let said = move || {
            let language = page.language.get();
            page.planned(|scenario, _| said(scenario, language)).unwrap_or_default()
        };
        el("p").test_id(test_id).attr_if("hidden", move || said().is_empty()).dyn_text(said).done()
    };
    el("div")
        .class("table-notes")
        .child(line("division-note", division))
        .child(line("bases-note", |scenario, language| bases(scenario, &Figure::ALL, language)))
        .done()
}

/// 分配说明：…: how the allocation came about, if the assistant made it.
pub fn division(scenario: &Scenario, language: Language) -> Option<String> {
    let record = scenario.divided()?;
    Some([ToolWord::NoteTitle.in_language(language), &division_note(record, scenario, language)].concat())
}
