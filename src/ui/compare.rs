//! 对比: two to four scenarios side by side, the open one live among them.

mod sides;
mod summary;
mod table;

pub use sides::{ComparisonState, begin};

use leptos::prelude::*;

use crate::browser::copy_table;
use crate::charts::{Chart, ChartKind, ChartOptions, CompareChart, CompareKind};
use crate::files::comparison_table;
use crate::model::Comparison;
use crate::text::{CompareText, sentence};
use crate::ui::state::page::Page;
use crate::ui::state::workspace::Open;
use crate::ui::widgets::chart_card::chart_panel;
use crate::ui::widgets::check::{check, check_box};
use crate::ui::widgets::copied::{copy_as_table, tell_copied};
use crate::ui::widgets::element::{dynamic, el, empty, fragment, list, word_button};
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::print_head::print_head;
use crate::ui::widgets::select::{option, select};

/// The whole page.
pub fn page(page: Page) -> AnyView {
    let Some(this) = page.provided::<ComparisonState>() else { return empty() };
    let is_comparable = Memo::new(move |_| this.compared.with(Option::is_some));
    let body = move || {
        if is_comparable.get() {
            fragment([
                conclusion(this),
                el("div")
                    .class("compare-charts")
                    .children([ChartKind::CompareSlots, ChartKind::CompareRates].map(|kind| chart_panel(page, kind)))
                    .done(),
                table::counties(this),
                summary::summary(this),
            ])
        } else {
            el("section")
                .class("card empty")
                .child(el("p").test_id("compare-empty").word(page, CompareText::NothingToCompare).done())
                .done()
        }
    };
    fragment([print_head(page, CompareText::Title), chooser(this), dynamic(body)])
}

/// Which scenarios, and what they are held against.
fn chooser(this: ComparisonState) -> AnyView {
    let page = this.page;
    let choice = this.choice;
    let candidates = Memo::new(move |_| this.candidates());
    let boxes = move || {
        let candidates = candidates.get();
        let chosen = this.chosen(&candidates);
        let one = |(open, name): &(Open, String)| {
            let open = open.clone();
            let ticked = chosen.contains(&open);
            let full = chosen.len() >= Comparison::MOST && !ticked;
            let toggle = {
                let (open, chosen) = (open.clone(), chosen.clone());
                move || {
                    let mut chosen = chosen.clone();
                    match chosen.iter().position(|one| *one == open) {
                        Some(at) => {
                            chosen.remove(at);
                        }
                        None => chosen.push(open.clone()),
                    }
                    choice.update(|choice| choice.chosen = Some(chosen));
                }
            };
            let input = check_box(format!("compare-with-{}", test_id(&open)), move || ticked, toggle)
                .attr_if("disabled", move || full);
            let is_current = page.workspace.open.with(|now| *now == open);
            let current = is_current.then(|| el("small").class("current").word(page, CompareText::Current).done());
            check(input, el("span").text(name)).children(current).done()
        };
        candidates.iter().map(one).collect()
    };
    // Who stands side by side, and which of them is the reference.
    let sides = Memo::new(move |_| {
        this.compared.with(|shown| {
            let shown = shown.as_ref()?;
            let side = |side: &sides::Side| (test_id(&side.open), side.name.clone());
            Some((shown.sides.iter().map(side).collect::<Vec<_>>(), shown.comparison.reference()))
        })
    });
    let options = move || {
        let Some((sides, reference)) = sides.get() else { return Vec::new() };
        let option =
            |(at, (value, name)): (usize, (String, String))| option(value, move || at == reference).text(name).done();
        sides.into_iter().enumerate().map(option).collect()
    };
    let current = move || {
        sides.with(|sides| {
            let chosen = sides.as_ref().and_then(|(sides, reference)| sides.get(*reference));
            chosen.map_or_else(String::new, |(value, _)| value.clone())
        })
    };
    let refer = move |value: String| {
        let side = this.compared.with_untracked(|shown| {
            shown
                .iter()
                .flat_map(|shown| &shown.sides)
                .find(|side| test_id(&side.open) == value)
                .map(|side| side.open.clone())
        });
        if side.is_some() {
            choice.update(|choice| choice.reference = side);
        }
    };
    let select = select("compare-reference", [list(options)], current, refer);
    el("section")
        .class("card compare-chooser")
        .child(el("h2").word(page, CompareText::Title).done())
        .child(
            el("fieldset")
                .test_id("compare-scenarios")
                .child(el("legend").class("caption").word(page, CompareText::Choose).done())
                .child(el("div").class("checks").child(list(boxes)).done())
                .done(),
        )
        .child(captioned(page, "compare-reference", CompareText::Reference, select))
        .done()
}

/// What differs, in one sentence, ready to be taken along.
fn conclusion(this: ComparisonState) -> AnyView {
    let page = this.page;
    let said = Memo::new(move |_| {
        this.compared.with(|shown| {
            shown.as_ref().map_or_else(String::new, |shown| {
                sentence(&shown.comparison, &shown.alternatives(), &shown.names(), page.language.get())
            })
        })
    });
    let copy = move || {
        let text = said.get_untracked();
        let html = ["<p>", &text.replace('&', "&amp;").replace('<', "&lt;"), "</p>"].concat();
        tell_copied(page, copy_table(&text, &html), CompareText::Copied, CompareText::NotCopied);
    };
    el("section")
        .class("card conclusion")
        .child(
            el("p")
                .class("sentence")
                .test_id("compare-sentence")
                .attr("role", "status")
                .dyn_text(move || said.get())
                .done(),
        )
        .el(word_button(page, "compare-copy-sentence", CompareText::CopySentence).click(copy))
        .done()
}

/// Copies what the table shows.
fn copy(this: ComparisonState) {
    let page = this.page;
    let language = page.language.get_untracked();
    let table = this.compared.with_untracked(|shown| {
        let shown = shown.as_ref()?;
        let rows = this.choice.with_untracked(|choice| shown.comparison.rows(choice.order, choice.only_differing));
        let figures = this.choice.with_untracked(|choice| choice.figures.clone());
        let region = shown.sides.get(shown.comparison.reference())?.scenario.region().clone();
        Some(comparison_table(&shown.comparison, &shown.names(), &region, &rows, &figures, language))
    });
    if let Some(table) = table {
        copy_as_table(page, &table, CompareText::Copied, CompareText::NotCopied);
    }
}

/// Whether there are scenarios side by side.
pub fn has_chart(page: Page) -> bool {
    page.provided::<ComparisonState>().is_some_and(|this| this.compared.with(Option::is_some))
}

/// The chart of this kind, of the scenarios that are side by side.
pub fn chart(page: Page, kind: CompareKind, options: &ChartOptions<'_>) -> Option<Box<dyn Chart>> {
    let this = page.provided::<ComparisonState>()?;
    this.compared.with(|shown| {
        let shown = shown.as_ref()?;
        let chart = CompareChart::new(kind, &shown.comparison, &shown.alternatives(), &shown.names(), options)?;
        Some(Box::new(chart) as Box<dyn Chart>)
    })
}

/// The name that scripts use for a scenario.
fn test_id(open: &Open) -> String {
    match open {
        Open::Official => "official".to_owned(),
        Open::Kept(id) => id.to_string(),
    }
}
