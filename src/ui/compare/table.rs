//! County by county: what each scenario gives, how far it lies from the reference, and taking a figure over.

use leptos::prelude::*;

use super::{ComparisonState, copy};
use crate::browser::focus;
use crate::model::{Alternative, CompareOrder, Compared, County, take};
use crate::text::{CompareText, city_total, compared_text, difference_text};
use crate::ui::state::distinct::distinct_each;
use crate::ui::widgets::cell::NONE;
use crate::ui::widgets::check::{check, check_box};
use crate::ui::widgets::element::{El, button, dynamic, el, empty, word_button};
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::pager::turn_button;
use crate::ui::widgets::select::{option, select};
use crate::ui::widgets::table_frame::{empty_hint, scroll_frame};

/// So many rows on one page.
const ROWS: usize = 20;

/// So many columns stand on an upright page.
const UPRIGHT: usize = 12;

/// What the table is made of; it is built anew only when this changes.
#[derive(Clone, PartialEq)]
struct Shape {
    rows: Vec<(usize, County)>,
    figures: Vec<Compared>,
    /// Names of the scenarios, and which of them is the reference and which is open.
    names: Vec<String>,
    reference: usize,
    open: Option<usize>,
}

/// The table with what it can be set to.
pub(super) fn counties(this: ComparisonState) -> AnyView {
    let page = this.page;
    let choice = this.choice;
    let at = RwSignal::new(0_usize);
    let ordered = Memo::new(move |_| {
        let (order, only) = choice.with(|choice| (choice.order, choice.only_differing));
        this.compared.with(|shown| shown.as_ref().map_or_else(Vec::new, |shown| shown.comparison.rows(order, only)))
    });
    let pages = Memo::new(move |_| ordered.with(Vec::len).div_ceil(ROWS).max(1));
    let here = Memo::new(move |_| at.get().min(pages.get() - 1));
    let shape = Memo::new(move |_| {
        let now = page.workspace.open.get();
        let skip = if page.printing.get() { 0 } else { here.get() * ROWS };
        let take = if page.printing.get() { usize::MAX } else { ROWS };
        this.compared.with(|shown| {
            let shown = shown.as_ref()?;
            let reference = shown.comparison.reference();
            let region = shown.sides.get(reference)?.scenario.region().clone();
            let row = |position: &usize| Some((*position, region.counties().get(*position)?.clone()));
            Some(Shape {
                rows: ordered.with(|ordered| ordered.iter().skip(skip).take(take).filter_map(row).collect()),
                figures: choice.with(|choice| choice.figures.clone()),
                names: shown.names(),
                reference,
                open: shown.sides.iter().position(|side| side.open == now),
            })
        })
    });
    let table = move || shape.with(|shape| shape.as_ref().map_or_else(empty, |shape| table_of(this, shape)));
    let order_now = move || order_id(choice.with(|choice| choice.order));
    let orders = [
        ("document", CompareText::OrderDocument),
        ("slots", CompareText::OrderSlots),
        ("target", CompareText::OrderTarget),
    ];
    let orders = orders.map(|(id, name)| option(id, move || order_now() == id).word(page, name).done());
    let order =
        select("compare-order", orders, order_now, move |id| choice.update(|choice| choice.order = order_of(&id)));
    let order = captioned(page, "compare-order", CompareText::Order, order);
    let only = check_box(
        "compare-only-differing",
        move || choice.with(|choice| choice.only_differing),
        move || choice.update(|choice| choice.only_differing = !choice.only_differing),
    );
    let only = check(only, el("span").word(page, CompareText::OnlyDiffering)).done();
    let none = move || ordered.with(Vec::is_empty);
    // More columns than stand upright on paper.
    let has_many = move || {
        shape.with(|shape| shape.as_ref().is_some_and(|shape| shape.figures.len() * shape.names.len() > UPRIGHT))
    };
    let turn = move |by: isize| at.set(here.get_untracked().saturating_add_signed(by).min(pages.get_untracked() - 1));
    let pager = el("div")
        .class("pager")
        .attr_if("hidden", move || pages.get() == 1)
        .el(turn_button(page, "compare-page-before", -1)
            .attr_if("disabled", move || here.get() == 0)
            .click(move || turn(-1)))
        .child(
            el("span").test_id("compare-page").dyn_text(move || format!("{} / {}", here.get() + 1, pages.get())).done(),
        )
        .el(turn_button(page, "compare-page-after", 1)
            .attr_if("disabled", move || here.get() + 1 >= pages.get())
            .click(move || turn(1)))
        .done();
    el("section")
        .class("card compare-table")
        .class_if("many", has_many)
        .word_attr("aria-label", page, CompareText::Table)
        .child(
            el("div")
                .class("compare-tools")
                .child(figures(this))
                .child(order)
                .child(only)
                .el(word_button(page, "compare-copy-table", CompareText::CopyTable).click(move || copy(this)))
                .done(),
        )
        .child(empty_hint("compare-none-differs", none).word(page, CompareText::NoDifference).done())
        .child(
            scroll_frame("tool-frame").word_attr("aria-label", page, CompareText::Table).child(dynamic(table)).done(),
        )
        .child(pager)
        .done()
}

/// Which figures are in the table.
fn figures(this: ComparisonState) -> AnyView {
    let page = this.page;
    let choice = this.choice;
    let one = |figure: Compared| {
        let has = move || choice.with(|choice| choice.figures.contains(&figure));
        let toggle = move || {
            choice.update(|choice| {
                let chosen = &mut choice.figures;
                let wanted = |of: &Compared| if *of == figure { !chosen.contains(of) } else { chosen.contains(of) };
                let all: Vec<Compared> = Compared::ALL.into_iter().filter(wanted).collect();
                // A table without figures says nothing.
                if !all.is_empty() {
                    *chosen = all;
                }
            });
        };
        let input = check_box(["compare-figure-", figure_id(figure)].concat(), has, toggle);
        check(input, el("span").word(page, CompareText::of(figure))).done()
    };
    el("fieldset")
        .class("figures")
        .child(el("legend").class("caption").word(page, CompareText::Figures).done())
        .child(el("div").class("checks").children(Compared::ALL.map(one)).done())
        .done()
}

fn table_of(this: ComparisonState, shape: &Shape) -> AnyView {
    let page = this.page;
    let scenarios = shape.names.len();
    let groups = shape.figures.iter().map(|figure| {
        el("th")
            .attr("scope", "colgroup")
            .attr("colspan", scenarios.to_string())
            .class("group")
            .word(page, CompareText::of(*figure))
            .done()
    });
    let head = shape.figures.iter().flat_map(|_| shape.names.iter().enumerate()).map(|(at, name)| {
        el("th")
            .attr("scope", "col")
            .class(if at == 0 { "first" } else { "" })
            .attr("title", name)
            .child(el("span").text(name).done())
            .done()
    });
    let row = |(position, county): &(usize, County)| {
        let shown = shown(this, shape, Some(*position));
        let name = {
            let name = StoredValue::new(county.name.clone());
            move || name.with_value(|name| page.language.get().name(name).to_owned())
        };
        let cells = cells(shape).zip(shown).map(|(of, shown)| cell(this, shape, county, of, shown));
        el("tr")
            .test_id(format!("compare-row-{}", county.id))
            .child(
                el("th")
                    .attr("scope", "row")
                    .attr("tabindex", "-1")
                    .class("name")
                    .test_id(format!("compare-name-{}", county.id))
                    .dyn_attr("title", name)
                    .dyn_text(name)
                    .done(),
            )
            .children(cells)
            .done()
    };
    let sums = shown(this, shape, None);
    let total = cells(shape).zip(sums).map(|((figure, at), shown)| {
        figure_cell(figure, at, shape, shown).test_id(format!("compare-total-{}-{at}", figure_id(figure))).done()
    });
    el("table")
        .class("tool-table comparison")
        .test_id("compare-table")
        .child(el("caption").class("visually-hidden").word(page, CompareText::Table).done())
        .child(
            el("thead")
                .child(
                    el("tr")
                        .child(
                            el("th")
                                .attr("scope", "col")
                                .attr("rowspan", "2")
                                .class("name")
                                .word(page, CompareText::County)
                                .done(),
                        )
                        .children(groups)
                        .done(),
                )
                .child(el("tr").children(head).done())
                .done(),
        )
        .child(el("tbody").children(shape.rows.iter().map(row)).done())
        .child(
            el("tfoot")
                .child(
                    el("tr")
                        .class("total")
                        .child(
                            el("th")
                                .attr("scope", "row")
                                .class("name")
                                .dyn_text(move || city_total(page.language.get()).to_owned())
                                .done(),
                        )
                        .children(total)
                        .done(),
                )
                .done(),
        )
        .done()
}

/// What a cell shows: the figure, how far it lies from the reference's, and whether the open scenario could take it.
type Shown = (Option<i64>, Option<i64>, bool);

/// The cells of a row, by figure and then by scenario.
fn cells(shape: &Shape) -> impl Iterator<Item = (Compared, usize)> + use<> {
    let scenarios = shape.names.len();
    shape.figures.clone().into_iter().flat_map(move |figure| (0..scenarios).map(move |at| (figure, at)))
}

/// What the cells in the row of a county show, or in that of the city.
fn shown(this: ComparisonState, shape: &Shape, county: Option<usize>) -> Vec<RwSignal<Shown>> {
    let (cells, open) = (cells(shape).collect::<Vec<_>>(), shape.open);
    distinct_each(move || {
        this.compared.with(|shown| {
            let Some(shown) = shown.as_ref() else { return Vec::new() };
            let comparison = &shown.comparison;
            let cell = |&(figure, at): &(Compared, usize)| {
                let Some(county) = county else {
                    return (comparison.total(at, figure), comparison.total_difference(at, figure), false);
                };
                let value = comparison.value(at, county, figure);
                let has = open.map(|open| comparison.value(open, county, figure));
                let differs = value.is_some() && has.is_none_or(|has| has != value);
                (value, comparison.difference(at, county, figure), differs)
            };
            cells.iter().map(cell).collect()
        })
    })
}

fn cell(
    this: ComparisonState,
    shape: &Shape,
    of: &County,
    (figure, at): (Compared, usize),
    shown: RwSignal<Shown>,
) -> AnyView {
    let page = this.page;
    let takes = matches!(figure, Compared::Base | Compared::Target | Compared::Slots) && shape.open != Some(at);
    let id = of.id.clone();
    let edit = move || {
        this.compared.with(|shown| {
            let shown = shown.as_ref()?;
            let from = *shown.alternatives().get(at)?;
            page.workspace.scenario.with(|scenario| {
                page.workspace.outcome.with(|outcome| {
                    let open = Alternative { scenario, outcome, supply: None };
                    take(&open, &from, &id, figure)
                })
            })
        })
    };
    let taker = takes.then(|| {
        let name = of.name.clone();
        let back = format!("compare-name-{}", of.id);
        let label = move || [page.language.get().name(&name), " ", page.word(CompareText::Take)].concat();
        button()
            .class("take")
            .test_id(format!("compare-take-{}-{}-{at}", figure_id(figure), of.id))
            .attr_if("hidden", move || !shown.get().2)
            .dyn_attr("aria-label", label)
            .word_attr("title", page, CompareText::Take)
            .text("←")
            .click(move || {
                if let Some(edit) = untrack(&edit) {
                    page.workspace.edit_and_say(&edit, page.word_now(CompareText::Taken).to_owned());
                    // The button is gone: what it stood beside is still there.
                    focus(&back);
                }
            })
            .done()
    });
    figure_cell(figure, at, shape, shown)
        .test_id(format!("compare-{}-{}-{at}", figure_id(figure), of.id))
        .children(taker)
        .done()
}

fn figure_cell(figure: Compared, at: usize, shape: &Shape, shown: RwSignal<Shown>) -> El {
    let reference = shape.reference;
    let change = move || shown.get().1.filter(|by| *by != 0 && at != reference);
    let difference = el("small")
        .class("difference")
        .class_if("up", move || change().is_some_and(|by| by > 0))
        .class_if("down", move || change().is_some_and(|by| by < 0))
        .attr_if("hidden", move || change().is_none())
        .dyn_text(move || change().map_or_else(String::new, |by| difference_text(figure, by)));
    let value = move || shown.get().0.map_or_else(|| NONE.to_owned(), |value| compared_text(figure, value));
    el("td")
        .class(if at == 0 { "first" } else { "" })
        .class_if("differs", move || change().is_some())
        .child(el("span").dyn_text(value).done())
        .el(difference)
}

pub(super) const fn figure_id(figure: Compared) -> &'static str {
    match figure {
        Compared::Base => "base",
        Compared::Target => "target",
        Compared::Slots => "slots",
        Compared::Share => "share",
        Compared::Utilisation => "utilisation",
        Compared::PerThousand => "per-thousand",
    }
}

const fn order_id(order: CompareOrder) -> &'static str {
    match order {
        CompareOrder::Document => "document",
        CompareOrder::Largest(Compared::Target) => "target",
        CompareOrder::Largest(_) => "slots",
    }
}

fn order_of(id: &str) -> CompareOrder {
    match id {
        "slots" => CompareOrder::Largest(Compared::Slots),
        "target" => CompareOrder::Largest(Compared::Target),
        _ => CompareOrder::Document,
    }
}
