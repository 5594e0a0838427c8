//! The allocation assistant: divides the task by a weight and a method, and shows the result beside the present
//! allocation and the official one before it is taken.

mod compare;
mod rebalance;
mod tie;

pub use rebalance::rebalance;

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;

use super::state::AssistantState;
use crate::browser::{focus, is_typing};
use crate::model::{
    County, Divided, Division, DivisionProblem, Edit, Loss, Method, NotDivided, Region, Scope, Slots, Way, WeightKind,
    divide, division, growth_loss, taken,
};
use crate::text::{
    Message, Subject, ToolWord, loss_text, method_name, method_rule, not_divided, signed, thousands, weight_name,
    working_text,
};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::{NONE, any_bad, cell, cell_error};
use crate::ui::widgets::check::{check, check_box};
use crate::ui::widgets::element::{El, button, close_button, dynamic, el, empty, fragment, list, word_button};
use crate::ui::widgets::explain::explained_now;
use crate::ui::widgets::icon;
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::pager::Pages;
use crate::ui::widgets::pager::pager;
use crate::ui::widgets::select::{option, select};
use compare::{fairness_table, methods_table};
use tie::tie_choice;

/// So many task sizes more are looked at for a county that loses as the task grows.
const GROWTH: u32 = 20;

/// After this the hand rests.
const PAUSE: Duration = Duration::from_millis(250);

/// What the parts of the panel share.
#[derive(Clone, Copy)]
struct Assistant {
    page: Page,
    scope: RwSignal<Scope>,
    /// The counties that are divided among, as old as the division: positions in it are positions here.
    region: Memo<Arc<Region>>,
    /// Whether each county shows how it came to its number.
    working: RwSignal<bool>,
    /// How many counties have an input that holds what cannot be used.
    bad: RwSignal<usize>,
    /// What is divided, by the chosen weight and method, or why it cannot be.
    division: Memo<Result<Division, NotDivided>>,
    /// What comes out.
    result: Memo<Result<Divided, NotDivided>>,
}

impl Assistant {
    fn new(page: Page, scope: RwSignal<Scope>) -> Self {
        let region = Memo::new(move |_| page.planned(|scenario, _| scenario.region().clone()));
        let division = Memo::new(move |_| {
            let scope = scope.get();
            page.planned(|scenario, outcome| division(scenario, outcome, Way::chosen(scenario, scope)))
        });
        let result = Memo::new(move |_| {
            division.with(|division| divide(division.as_ref().map_err(Clone::clone)?).map_err(NotDivided::Division))
        });
        Self { page, scope, region, working: RwSignal::new(false), bad: RwSignal::new(0), division, result }
    }

    fn take(self) {
        let workspace = self.page.workspace;
        let way = workspace.scenario.with_untracked(|scenario| Way::chosen(scenario, self.scope.get_untracked()));
        let result = self.result.get_untracked();
        if let Ok(result) = result {
            let edit = workspace.scenario.with_untracked(|scenario| taken(scenario, &result, way));
            workspace.edit_and_say(&edit, self.page.word_now(ToolWord::Applied).to_owned());
        }
    }

    /// The result of one county.
    fn given(self, position: usize) -> Option<Slots> {
        self.result.with(|result| result.as_ref().ok().and_then(|divided| divided.slots.get(position).copied()))
    }

    fn now(self, position: usize) -> Option<Slots> {
        self.page.planned(|scenario, _| scenario.counties().get(position).and_then(|of| of.slots))
    }
}

/// Opens the panel, with the focus in it; where it had to be waited for, figures that are being typed keep the focus.
pub fn open(page: Page) {
    let Some(AssistantState { is_open, .. }) = page.provided() else { return };
    if !is_open.get_untracked() {
        is_open.set(true);
    }
    request_animation_frame(|| {
        if !is_typing() {
            focus("assistant-weight");
        }
    });
}

fn close(is_open: RwSignal<bool>) {
    is_open.set(false);
    focus("assistant");
}

/// The panel beside the grid.
pub fn panel(page: Page) -> AnyView {
    let Some(AssistantState { is_open, scope }) = page.provided() else { return empty() };
    let this = Assistant::new(page, scope);
    let close_button = close_button(page, "assistant-close").click(move || close(is_open));
    let head = el("header").child(el("h2").word(page, ToolWord::AssistantTitle).done()).el(close_button);
    el("section")
        .class("assistant")
        .test_id("assistant-panel")
        .word_attr("aria-label", page, ToolWord::AssistantTitle)
        .on_key(move |event| {
            // The card of a figure goes first.
            let has_card = page.explaining.with_untracked(Option::is_some);
            if event.key() == "Escape" && !event.default_prevented() && !has_card {
                close(is_open);
                event.prevent_default();
            }
        })
        .el(head)
        .child(el("p").class("hint").word(page, ToolWord::Assumption).done())
        .child(choices(this))
        .child(message(this))
        .child(dynamic(move || tie_choice(this)))
        .child(county_table(this))
        .child(footer(this))
        .child(methods_table(this))
        .child(fairness_table(this))
        .done()
}

fn choices(this: Assistant) -> AnyView {
    let page = this.page;
    let workspace = page.workspace;
    let weight = Memo::new(move |_| page.planned(|scenario, _| scenario.division().weight));
    let method = Memo::new(move |_| page.planned(|scenario, _| scenario.division().method));
    let weights = choice(
        page,
        "assistant-weight",
        ToolWord::WeightBy,
        WeightKind::ALL.map(|kind| (weight_id(kind), page_text(page, move |language| weight_name(kind, language)))),
        move || weight_id(weight.get()),
        move |id| {
            if let Some(kind) = WeightKind::ALL.into_iter().find(|kind| weight_id(*kind) == id) {
                workspace.edit_once(&Edit::SetWeightKind(kind));
            }
        },
    );
    let methods = choice(
        page,
        "assistant-method",
        ToolWord::MethodBy,
        Method::ALL.map(|of| (method_id(of), page_text(page, move |language| method_name(of, language)))),
        move || method_id(method.get()),
        move |id| {
            if let Some(method) = Method::ALL.into_iter().find(|method| method_id(*method) == id) {
                workspace.edit_once(&Edit::SetMethod(method));
            }
        },
    );
    let rest = check_box(
        "assistant-rest",
        move || this.scope.get() == Scope::Rest,
        move || {
            this.scope.update(|scope| {
                *scope = if *scope == Scope::Rest { Scope::Whole } else { Scope::Rest };
            });
        },
    );
    let rest = check(rest, el("span").word(page, ToolWord::RestHint)).done();
    let working = check_box(
        "assistant-working",
        move || this.working.get(),
        move || this.working.update(|shown| *shown = !*shown),
    );
    let working = check(working, el("span").word(page, ToolWord::Working)).done();
    let rule = move || method_rule(method.get(), page.language.get());
    fragment([
        el("div").class("choices").child(weights).child(methods).done(),
        el("p").class("hint").test_id("assistant-rule").dyn_text(rule).done(),
        el("div").class("checks").child(rest).child(working).done(),
    ])
}

type Said = Box<dyn FnMut() -> &'static str + Send>;

fn page_text(page: Page, of: impl Fn(crate::text::Language) -> &'static str + Send + 'static) -> Said {
    Box::new(move || of(page.language.get()))
}

/// A choice with its caption.
fn choice<const N: usize>(
    page: Page,
    test_id: &'static str,
    caption: ToolWord,
    options: [(&'static str, Said); N],
    chosen: impl Fn() -> &'static str + Copy + Send + 'static,
    choose: impl FnMut(String) + 'static,
) -> AnyView {
    let options = options.map(|(id, name)| option(id, move || chosen() == id).dyn_text(name).done());
    captioned(page, test_id, caption, select(test_id, options, chosen, choose))
}

/// Why there is no result, or what should be known about it.
fn message(this: Assistant) -> AnyView {
    let page = this.page;
    let loss = loss_as_the_task_grows(this);
    let said = move || {
        let language = page.language.get();
        let region = this.region.get();
        let problem = this.result.with(|result| result.as_ref().err().map(|why| not_divided(why, &region, language)));
        problem.or_else(|| loss.get().map(|loss| loss_text(&loss, &region, language))).unwrap_or_default()
    };
    el("p")
        .class("message")
        // What is not filled in yet and what is asked is no fault.
        .class_if("bad", move || {
            this.result.with(|result| match result {
                Ok(_) | Err(NotDivided::Weights(_) | NotDivided::Division(DivisionProblem::Tie(_))) => false,
                Err(NotDivided::LockedWithoutSlots(_) | NotDivided::Division(_)) => true,
            })
        })
        .test_id("assistant-message")
        .attr("role", "status")
        .attr_if("hidden", move || said().is_empty())
        .dyn_text(said)
        .done()
}

/// Which county loses as the task grows, known a moment after the last keystroke: it takes twenty divisions more.
fn loss_as_the_task_grows(this: Assistant) -> RwSignal<Option<Loss>> {
    let loss = RwSignal::new(None);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop = move || {
        if let Some(timer) = waiting.try_update_value(Option::take).flatten() {
            timer.clear();
        }
    };
    Effect::new(move |_| {
        this.division.track();
        stop();
        if loss.with_untracked(Option::is_some) {
            loss.set(None);
        }
        let look = move || {
            let found = |division: &Result<Division, NotDivided>| growth_loss(division.as_ref().ok()?, GROWTH);
            if let Some(found) = this.division.try_with_untracked(found).flatten() {
                let _ = loss.try_set(Some(found));
            }
        };
        waiting.set_value(set_timeout_with_handle(look, PAUSE).ok());
    });
    on_cleanup(stop);
    loss
}

fn county_table(this: Assistant) -> AnyView {
    let page = this.page;
    let workspace = page.workspace;
    let pages = Pages::new(page);
    let custom = Memo::new(move |_| page.planned(|scenario, _| scenario.division().weight == WeightKind::Custom));
    let column = move |name: ToolWord| {
        let head = el("th").attr("scope", "col").word(page, name);
        if name == ToolWord::Official { head.class("official").done() } else { head.done() }
    };
    let head = move || {
        let weight = custom.get().then(|| column(ToolWord::Weight));
        el("tr")
            .child(el("th").attr("scope", "col").class("name").word(page, ToolWord::County).done())
            .children(weight)
            .children(
                [
                    ToolWord::Least,
                    ToolWord::Most,
                    ToolWord::Official,
                    ToolWord::Now,
                    ToolWord::Result,
                    ToolWord::Change,
                ]
                .map(column),
            )
            .done()
    };
    let rows = move || {
        let custom = custom.get();
        pages.rows().into_iter().map(|row| county_row(this, row.position, row.county, custom)).collect()
    };
    let total = move || {
        let sum = this.result.with(|result| {
            let slots = result.as_ref().ok()?.slots.iter();
            Some(slots.map(|slots| u64::from(slots.get())).sum::<u64>())
        });
        sum.map_or_else(|| NONE.to_owned(), thousands)
    };
    let official = move || {
        workspace
            .expected
            .with(|plan| plan.as_ref().map_or_else(|| NONE.to_owned(), |plan| thousands(plan.allocation.allocated)))
    };
    let now = move || thousands(page.planned(|_, outcome| outcome.allocation.allocated));
    let sums = move || {
        let span = if custom.get() { "3" } else { "2" };
        el("tr")
            .class("total")
            .child(el("th").attr("scope", "row").class("name").word(page, ToolWord::Total).done())
            .child(el("td").attr("colspan", span).done())
            .child(el("td").class("official").dyn_text(official).done())
            .child(el("td").dyn_text(now).done())
            .child(el("td").class("result").test_id("assistant-total").dyn_text(total).done())
            .child(el("td").done())
            .done()
    };
    let table = el("table")
        .class("tool-table")
        .child(el("caption").class("visually-hidden").word(page, ToolWord::Presents).done())
        .child(el("thead").child(dynamic(head)).done())
        .child(el("tbody").child(list(rows)).done())
        .child(el("tfoot").child(dynamic(sums)).done());
    el("div").class("tool-frame").child(pager(page, pages, "assistant-")).el(table).done()
}

fn county_row(this: Assistant, position: usize, county: County, custom: bool) -> AnyView {
    let page = this.page;
    let workspace = page.workspace;
    let id = county.id;
    let drafts: [RwSignal<Option<Draft>>; 3] = std::array::from_fn(|_| RwSignal::new(None));
    count_bad(this, drafts);
    let fields = [Field::Least(id.clone()), Field::Most(id.clone()), Field::Weight(id.clone())];
    let input = |index: usize| {
        let field = fields[index].clone();
        let of = field.clone();
        let value = Memo::new(move |_| page.planned(|scenario, _| of.text(scenario)));
        el("td").class("input").child(cell(page, field, value, drafts[index], || NONE.to_owned())).done()
    };
    let (least, most) = (input(0), input(1));
    let weight = custom.then(|| input(2));
    let official = {
        let id = id.clone();
        move || workspace.reference.get().and_then(|plan| plan.county(&id)?.slots)
    };
    let now = move || this.now(position);
    let given = move || this.given(position);
    let change = move || {
        let (given, now) = (i64::from(given()?.get()), i64::from(now().unwrap_or_default().get()));
        Some(given - now)
    };
    let shown = |slots: Option<Slots>| slots.map_or_else(|| NONE.to_owned(), |slots| thousands(u64::from(slots.get())));
    let working = move || {
        let language = page.language.get();
        let method = page.planned(|scenario, _| scenario.division().method);
        this.result.with(|result| {
            let working = result.as_ref().ok()?.working.get(position)?;
            Some(working_text(working, method, language))
        })
    };
    let county_name = StoredValue::new(county.name);
    let name = move || county_name.with_value(|name| page.language.get().name(name).to_owned());
    let label = move || page.say(Message::LockOf(&name()));
    let locked =
        Memo::new(move |_| page.planned(|scenario, _| scenario.counties().get(position).is_some_and(|of| of.locked)));
    let lock = {
        let id = id.clone();
        button()
            .class("lock")
            .test_id(format!("assistant-lock-{id}"))
            .aria("aria-pressed", move || locked.get())
            .dyn_attr("aria-label", label)
            .dyn_attr("title", label)
            .child(icon::lock())
            .click(move || workspace.edit_once(&Edit::SetLocked(id.clone(), !locked.get_untracked())))
    };
    let figure = |text: El| el("td").el(text).done();
    let of = id.clone();
    let is_worked = move || this.working.get() && working().is_some();
    let cells = el("tr")
        .class_if("worked", is_worked)
        .child(el("th").attr("scope", "row").class("name").child(el("span").dyn_text(name).done()).el(lock).done())
        .children(weight)
        .child(least)
        .child(most)
        .child(el("td").class("official").dyn_text(move || shown(official())).done())
        .child(figure(el("span").dyn_text(move || shown(now()))))
        .child(
            el("td")
                .class("result")
                .dyn_attr("title", move || working().unwrap_or_default())
                .el(explained_now(
                    page,
                    el("span").test_id(format!("assistant-result-{id}")).dyn_text(move || shown(given())),
                    move || Subject::Divided(of.clone(), this.scope.get_untracked()),
                ))
                .done(),
        )
        .child(
            el("td")
                .class("change")
                .class_if("up", move || change().is_some_and(|by| by > 0))
                .class_if("down", move || change().is_some_and(|by| by < 0))
                .dyn_text(move || {
                    change().map_or_else(String::new, |by| if by == 0 { String::new() } else { signed(by) })
                })
                .done(),
        );
    let how = el("tr").class("working").attr_if("hidden", move || !is_worked()).child(
        el("td")
            .attr("colspan", if custom { "8" } else { "7" })
            .test_id(format!("assistant-working-{id}"))
            .dyn_text(move || working().unwrap_or_default())
            .done(),
    );
    let shown_fields = fields.into_iter().zip(drafts).map(move |(field, draft)| cell_error(page, field, draft));
    let errors = el("tr")
        .class("errors")
        .attr_if("hidden", move || !any_bad(&drafts))
        .child(el("td").attr("colspan", if custom { "8" } else { "7" }).children(shown_fields).done());
    fragment([cells.done(), how.done(), errors.done()])
}

/// Counts the county as long as one of its inputs holds what cannot be used: nothing is applied then.
fn count_bad(this: Assistant, drafts: [RwSignal<Option<Draft>>; 3]) {
    let bad = Memo::new(move |_| any_bad(&drafts));
    let counted = StoredValue::new(false);
    let count = move |now: bool| {
        if counted.try_update_value(|counted| std::mem::replace(counted, now)).is_some_and(|before| before != now) {
            let _ = this.bad.try_update(|bad| *bad = if now { *bad + 1 } else { bad.saturating_sub(1) });
        }
    };
    Effect::new(move |_| count(bad.get()));
    on_cleanup(move || count(false));
}

fn footer(this: Assistant) -> AnyView {
    let page = this.page;
    let unchanged = move || {
        this.result.with(|result| {
            result.as_ref().is_ok_and(|divided| {
                page.planned(|scenario, _| {
                    scenario.counties().iter().zip(&divided.slots).all(|(of, slots)| of.slots == Some(*slots))
                })
            })
        })
    };
    let apply = word_button(page, "assistant-apply", ToolWord::Apply)
        .class("primary")
        .attr_if("disabled", move || this.bad.get() > 0 || this.result.with(Result::is_err) || unchanged())
        .click(move || this.take());
    let said = move || if unchanged() { page.word(ToolWord::Unchanged) } else { "" };
    el("footer").child(el("span").class("hint").dyn_text(said).done()).el(apply).done()
}

const fn weight_id(kind: WeightKind) -> &'static str {
    match kind {
        WeightKind::Children => "children",
        WeightKind::Enrolments => "enrolments",
        WeightKind::Unmet => "unmet",
        WeightKind::Slots => "slots",
        WeightKind::Equal => "equal",
        WeightKind::Current => "current",
        WeightKind::Custom => "custom",
    }
}

const fn method_id(method: Method) -> &'static str {
    match method {
        Method::LargestRemainder => "largest-remainder",
        Method::DHondt => "dhondt",
        Method::Webster => "webster",
        Method::Hill => "hill",
        Method::Adams => "adams",
        Method::Dean => "dean",
    }
}
