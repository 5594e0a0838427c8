//! The card that explains a figure: what it is, its formula with the actual figures, its inputs, its source.

use std::mem::discriminant;

use leptos::prelude::*;

use crate::model::{CountyId, Outcome, Supply};
use crate::text::{Explanation, GridColumn, GridView, InputPlace, Subject, ToolWord, explain};
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{button, close_button, el, fragment};
use crate::ui::widgets::explain::{close, open};
use crate::ui::widgets::focus::select_soon;

/// The card of the figure that is being explained; it follows every edit.
pub fn card(page: Page, subject: Subject) -> AnyView {
    let workspace = page.workspace;
    let of = subject.clone();
    let explanation = Memo::new(move |_| {
        let language = page.language.get();
        page.supply.with(|supply| {
            let supply = supply.as_ref()?;
            workspace.scenario.with(|scenario| {
                workspace.outcome.with(|outcome| {
                    let of = as_it_stands(&of, outcome, supply)?;
                    Some(explain(&of, scenario, outcome, supply, language))
                })
            })
        })
    });
    // What is settled needs no reasons any more.
    Effect::new(move |_| {
        if explanation.with(Option::is_none) && page.supply.with_untracked(Option::is_some) {
            close(page);
        }
    });
    let said = move |part: fn(&Explanation) -> &str| {
        move || explanation.with(|of| of.as_ref().map_or_else(String::new, |of| part(of).to_owned()))
    };
    let close_button = close_button(page, "explain-close").click(move || {
        close(page);
    });
    let step = |name: ToolWord, mark: &'static str, test_id: &'static str, to: Option<Subject>| {
        button()
            .class("quiet")
            .test_id(test_id)
            .word_titled(page, name)
            .text(mark)
            .attr_if("disabled", {
                let none = to.is_none();
                move || none
            })
            .click(move || {
                if let Some(to) = to.clone() {
                    open(page, to, true);
                }
            })
    };
    let (before, after) = neighbours(&subject, &page.columns_now());
    let head = el("header")
        .child(el("h2").attr("id", "explain-title").dyn_text(said(|of| &of.title)).done())
        .el(step(ToolWord::Previous, "‹", "explain-previous", before))
        .el(step(ToolWord::Next, "›", "explain-next", after))
        .el(close_button);
    let part = |name: ToolWord, class: &'static str, text: fn(&Explanation) -> &str| {
        let hidden = said(text);
        fragment([
            el("dt").attr_if("hidden", move || hidden().is_empty()).word(page, name).done(),
            el("dd").class(class).test_id(["explain-", class].concat()).dyn_text(said(text)).done(),
        ])
    };
    let worked = match subject {
        Subject::Finding(_) | Subject::Supply(_) => ToolWord::WaysOut,
        _ => ToolWord::Worked,
    };
    let inputs = move || {
        explanation.with(|of| {
            let inputs = of.iter().flat_map(|of| &of.inputs);
            fragment(inputs.map(|input| {
                let place = test_id(&input.place);
                let (figure, view) = (figure_of(&input.place), page.view);
                let basis = input.basis.clone().map(|basis| el("small").text(basis).done());
                el("li")
                    .el(button().text(&input.label).child(el("b").text(&input.value).done()).click(move || {
                        // The cell may stand in the grid's other view.
                        let shown = figure.is_none_or(|figure| {
                            view.get_untracked().columns().iter().any(|of| of.figure() == Some(figure))
                        });
                        if !shown {
                            view.update(|view| {
                                *view = if *view == GridView::Plan { GridView::Supply } else { GridView::Plan };
                            });
                        }
                        // Or in a column that is hidden.
                        if let Some(column) = figure.map(GridColumn::from) {
                            page.hidden.update(|hidden| {
                                if hidden.contains(column) {
                                    *hidden = hidden.toggled(column);
                                }
                            });
                        }
                        let place = place.clone();
                        select_soon(place);
                    }))
                    .children(basis)
                    .done()
            }))
        })
    };
    let has_inputs = move || explanation.with(|of| of.as_ref().is_some_and(|of| !of.inputs.is_empty()));
    el("aside")
        .class("explain")
        .test_id("explain")
        .attr("role", "dialog")
        .attr("aria-labelledby", "explain-title")
        .on_key(move |event| {
            if event.key() == "Escape" {
                close(page);
                event.prevent_default();
            }
        })
        .el(head)
        .child(el("p").class("value").test_id("explain-value").dyn_text(said(|of| &of.value)).done())
        .child(
            el("dl")
                .child(part(worked, "worked", |of| &of.worked))
                .child(part(ToolWord::Compared, "compared", |of| &of.compared))
                .child(part(ToolWord::Formula, "formula-text", |of| &of.formula))
                .child(part(ToolWord::Definition, "definition", |of| &of.definition))
                .el(el("dt").attr_if("hidden", move || !has_inputs()).word(page, ToolWord::Inputs))
                .el(el("dd")
                    .attr_if("hidden", move || !has_inputs())
                    .el(el("ul").class("inputs").child(crate::ui::widgets::element::dynamic(inputs))))
                .child(part(ToolWord::Source, "source", |of| &of.source))
                .done(),
        )
        .done()
}

/// A finding is another one after an edit: the card follows the one of its kind, if there still is one.
fn as_it_stands(subject: &Subject, outcome: &Outcome, supply: &Supply) -> Option<Subject> {
    match subject {
        Subject::Finding(of) => {
            let same = outcome.findings.iter().find(|found| *found == of);
            let alike = || outcome.findings.iter().find(|found| discriminant(*found) == discriminant(of));
            same.or_else(alike).cloned().map(Subject::Finding)
        }
        Subject::Supply(of) => {
            let same = supply.findings.iter().find(|found| *found == of);
            let alike = || supply.findings.iter().find(|found| discriminant(*found) == discriminant(of));
            same.or_else(alike).cloned().map(Subject::Supply)
        }
        figure => Some(figure.clone()),
    }
}

/// The figures beside this one in the grid's row.
fn neighbours(subject: &Subject, columns: &[GridColumn]) -> (Option<Subject>, Option<Subject>) {
    let (column, make): (GridColumn, Box<dyn Fn(GridColumn) -> Subject>) = match subject {
        Subject::Cell(county, column) => {
            let county: CountyId = county.clone();
            (*column, Box::new(move |column| Subject::Cell(county.clone(), column)))
        }
        Subject::City(column) => (*column, Box::new(Subject::City)),
        _ => return (None, None),
    };
    let told = |column: &&GridColumn| !matches!(column, GridColumn::Name | GridColumn::Lock);
    let at = columns.iter().position(|of| *of == column);
    let (Some(at), true) = (at, !columns.is_empty()) else { return (None, None) };
    let before = columns[..at].iter().rev().find(told).map(|column| make(*column));
    let after = columns[at + 1..].iter().find(told).map(|column| make(*column));
    (before, after)
}

fn test_id(place: &InputPlace) -> String {
    match place {
        InputPlace::County(figure, county) => format!("{}-{county}", figure.id()),
        InputPlace::Task => Field::Task.test_id(),
        InputPlace::Parameter(rule) => Field::Parameter(*rule).test_id(),
        InputPlace::Benchmark => Field::Benchmark.test_id(),
        InputPlace::Floor => Field::Floor.test_id(),
        InputPlace::Cap => Field::Cap.test_id(),
        InputPlace::Utilisation => Field::Utilisation.test_id(),
        InputPlace::InclusiveShare => Field::InclusiveShare.test_id(),
        InputPlace::Least(county) => Field::Least(county.clone()).test_id(),
        InputPlace::Most(county) => Field::Most(county.clone()).test_id(),
        InputPlace::Weight(county) => Field::Weight(county.clone()).test_id(),
    }
}

fn figure_of(place: &InputPlace) -> Option<crate::model::Figure> {
    if let InputPlace::County(figure, _) = place { Some(*figure) } else { None }
}
