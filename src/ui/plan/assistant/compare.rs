//! What each method would give, and how fair the result is beside what stands.

use leptos::prelude::*;

use super::Assistant;
use crate::model::{Measured, Method, Scenario, Slots, divide, measured as measured_of};
use crate::text::{Evenness, Subject, ToolWord, Whose, evenness_text, method_short, thousands};
use crate::ui::widgets::cell::NONE;
use crate::ui::widgets::element::{el, list};
use crate::ui::widgets::explain::explained_now;
use crate::ui::widgets::pager::Pages;

/// The six methods side by side, in one compact table.
pub(super) fn methods_table(this: Assistant) -> AnyView {
    let page = this.page;
    let pages = Pages::new(page);
    let chosen = move || page.planned(|scenario, _| scenario.division().method);
    let all: Memo<Vec<Option<Vec<Slots>>>> = Memo::new(move |_| {
        let Ok(mut division) = this.division.get() else { return vec![None; Method::ALL.len()] };
        let chosen = division.method;
        let by = |method: Method| {
            if method == chosen {
                return this.result.with(|result| result.as_ref().ok().map(|divided| divided.slots.clone()));
            }
            division.method = method;
            divide(&division).ok().map(|divided| divided.slots)
        };
        Method::ALL.into_iter().map(by).collect()
    });
    let head = Method::ALL.map(|method| {
        el("th")
            .attr("scope", "col")
            .class_if("chosen", move || chosen() == method)
            .dyn_text(move || method_short(method, page.language.get()))
            .done()
    });
    let cell = move |position: usize, index: usize| {
        let given = move || all.with(|all| all[index].as_ref().and_then(|slots| slots.get(position).copied()));
        el("td")
            .class_if("chosen", move || chosen() == Method::ALL[index])
            .class_if("differs", move || given().is_some() && given() != this.given(position))
            .dyn_text(move || given().map_or_else(|| NONE.to_owned(), |slots| thousands(u64::from(slots.get()))))
            .done()
    };
    let rows = move || {
        let row = |row: crate::ui::widgets::pager::CountyRow| {
            let name = move || page.language.get().name(&row.county.name).to_owned();
            el("tr")
                .child(el("th").attr("scope", "row").class("name").dyn_text(name).done())
                .children((0..Method::ALL.len()).map(|index| cell(row.position, index)))
                .done()
        };
        pages.rows().into_iter().map(row).collect()
    };
    let table = el("table")
        .class("tool-table methods")
        .test_id("assistant-methods")
        .child(el("caption").word(page, ToolWord::Methods).done())
        .child(
            el("thead")
                .child(
                    el("tr")
                        .child(el("th").attr("scope", "col").class("name").word(page, ToolWord::County).done())
                        .children(head)
                        .done(),
                )
                .done(),
        )
        .child(el("tbody").child(list(rows)).done());
    el("div").class("tool-frame").el(table).done()
}

/// Fairness of the result, beside the present and the official allocation.
pub(super) fn fairness_table(this: Assistant) -> AnyView {
    let page = this.page;
    let measured = move |of: fn(Assistant, &Scenario) -> Option<Vec<Slots>>| {
        Memo::new(move |_| page.planned(|scenario, _| measured_of(scenario, &of(this, scenario)?)))
    };
    let columns = [measured(official), measured(present), measured(result)];
    let whose = move |index: usize| match index {
        0 => Whose::Official,
        1 => Whose::Present,
        _ => Whose::Result(this.scope.get_untracked()),
    };
    let line = |of: Evenness| {
        let cell = |(index, measured): (usize, Memo<Option<Measured>>)| {
            let shown =
                move || measured.with(|measured| measured.as_ref().and_then(|measured| evenness_text(measured, of)));
            let subject = move || Subject::Evenness(of, whose(index));
            el("td")
                .el(explained_now(
                    page,
                    el("span").dyn_text(move || shown().unwrap_or_else(|| NONE.to_owned())),
                    subject,
                ))
                .done()
        };
        el("tr")
            .child(el("th").attr("scope", "row").class("name").word(page, of.name()).done())
            .children(columns.into_iter().enumerate().map(cell))
            .done()
    };
    let rows = Evenness::ALL.map(line);
    let head = [ToolWord::Official, ToolWord::Now, ToolWord::Result]
        .map(|name| el("th").attr("scope", "col").word(page, name).done());
    let table = el("table")
        .class("tool-table fairness")
        .test_id("assistant-fairness")
        .child(el("caption").word(page, ToolWord::Fairness).done())
        .child(el("thead").child(el("tr").child(el("td").done()).children(head).done()).done())
        .child(el("tbody").children(rows).done());
    el("div").class("tool-frame").el(table).done()
}

fn official(this: Assistant, _: &Scenario) -> Option<Vec<Slots>> {
    this.page.workspace.reference.get().and_then(|plan| given(&plan))
}

fn present(_: Assistant, scenario: &Scenario) -> Option<Vec<Slots>> {
    given(scenario)
}

fn result(this: Assistant, _: &Scenario) -> Option<Vec<Slots>> {
    this.result.with(|result| result.as_ref().ok().map(|divided| divided.slots.clone()))
}

fn given(scenario: &Scenario) -> Option<Vec<Slots>> {
    scenario.counties().iter().map(|of| of.slots).collect()
}
