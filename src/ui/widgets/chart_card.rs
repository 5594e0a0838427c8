//! A chart on its card: drawn anew with every keystroke, read by pointing or by keys, taken away as a picture.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element as Node, EventTarget, KeyboardEvent};

use super::dialog::dialog;
use super::element::{el, nothing, piece, several};
use super::explain::open;
use crate::browser::SvgCanvas;
use crate::charts::{
    Chart, ChartKind, ChartOptions, ChartSource, Element, Frame, Mark, Order, Palette, PlanChart, RatesChart,
    SlotsChart,
};
use crate::storage::{ChartOrder, Theme};
use crate::text::{Subject, Word};
use crate::ui::present::pictures::Take;
use crate::ui::shell::later;
use crate::ui::state::page::Page;

/// A chart with its buttons and its figures.
pub fn chart_panel(page: Page, kind: ChartKind) -> AnyView {
    let name = kind.spec().name;
    let width = RwSignal::new(0_u32);
    let tip = RwSignal::new(String::new());
    let heading = RwSignal::new((String::new(), String::new()));
    let canvas = StoredValue::new_local(None::<SvgCanvas>);
    Effect::new(move |_| {
        let told = move |now: u32| {
            if width.get_untracked() != now {
                width.set(now);
            }
        };
        canvas.set_value(SvgCanvas::within(
            &format!("chart-{name}-canvas"),
            &format!("chart-{name}-description"),
            told,
        ));
    });
    Effect::new(move |_| {
        let width = width.get();
        if width == 0 {
            return;
        }
        let Some(chart) = page.chart(kind) else { return };
        let frame = Frame::page(width, page.height_of(kind, width, chart.as_ref()));
        let palette = match page.theme.get() {
            Theme::Dark if !page.printing.get() => Palette::DARK,
            Theme::Dark | Theme::Light => Palette::LIGHT,
        };
        let (picture, marks) = chart.show(&frame, &palette);
        let hit: Vec<Element> = marks.iter().enumerate().map(hit_area).collect();
        let said = (chart.heading().title.clone(), chart.description().to_owned());
        canvas.update_value(|canvas| {
            if let Some(canvas) = canvas {
                canvas.show(&picture, &hit, &said.0);
            }
        });
        if heading.with_untracked(|heading| *heading != said) {
            heading.set(said);
        }
    });

    let point = move |target: Option<EventTarget>| tip.set(label_of(target).unwrap_or_default());
    let explain = move |target: Option<EventTarget>, by_key: bool| {
        let position = position_of(target);
        let county = position.and_then(|at| {
            page.workspace.region.with_untracked(|region| region.counties().get(at).map(|county| county.id.clone()))
        });
        if let Some((county, column)) = county.zip(kind.spec().column) {
            open(page, Subject::Cell(county, column), by_key);
        }
    };
    let move_focus = move |event: &KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | "F1") {
            explain(event.target(), true);
            return event.prevent_default();
        }
        let forward = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        focus_neighbour(event.target(), forward);
        event.prevent_default();
    };
    let tip_line = el("div")
        .class("tip")
        .test_id(format!("chart-{name}-tip"))
        .set_if("hidden", move || tip.with(String::is_empty))
        .follow_text(move || tip.get());
    let frame = el("div")
        .class("chart-canvas")
        .child(el("div").test_id(format!("chart-{name}-canvas")).done())
        .el(tip_line)
        .on_target("mouseover", point)
        .on_target("mouseleave", move |_| tip.set(String::new()))
        .on_target("click", move |target| explain(target, false))
        .on_target("focusin", point)
        .on_target("focusout", move |_| tip.set(String::new()))
        .on_key(move_focus);
    let description = el("p")
        .class("visually-hidden")
        .set("id", format!("chart-{name}-description"))
        .follow_text(move || heading.with(|heading| heading.1.clone()));
    el("section")
        .class("chart")
        .test_id(format!("chart-{name}"))
        .say("aria-label", page, kind.spec().word)
        .child(tools(page, kind))
        .el(frame)
        .el(description)
        .child(data(page, kind))
        .done()
}

/// The order of counties, and the ways to take the picture away.
fn tools(page: Page, kind: ChartKind) -> AnyView {
    let picture = RwSignal::new(None::<String>);
    let by_hand = RwSignal::new(false);
    let order = move || match page.order.get() {
        ChartOrder::Document => page.word(Word::OrderDocument),
        ChartOrder::Value => page.word(Word::OrderValue),
    };
    let turn = move || {
        page.order.update(|order| {
            *order = match order {
                ChartOrder::Document => ChartOrder::Value,
                ChartOrder::Value => ChartOrder::Document,
            }
        });
    };
    let take = move |how: Take| later::with(page, move |later| (later.take_picture)(page, kind, how));
    let button = move |suffix: &str, name: Word, long: Word| {
        el("button")
            .set("type", "button")
            .test_id(format!("chart-{}-{suffix}", kind.spec().name))
            .say("title", page, long)
            .follow("aria-label", move || format!("{} {}", page.word(kind.spec().word), page.word(long)))
            .word(page, name)
    };
    let order_button = el("button")
        .set("type", "button")
        .class("order")
        .test_id(format!("chart-{}-order", kind.spec().name))
        .set_if("hidden", move || !kind.spec().can_be_ordered)
        .follow_text(order)
        .click(turn);
    let to_copy = move || {
        let source = picture.get().unwrap_or_default();
        let image = el("img").set("src", source).say("alt", page, kind.spec().word).test_id("copy-picture");
        several([el("p").word(page, Word::CopyByHand).done(), image.done()])
    };
    el("div")
        .class("chart-tools")
        .el(order_button)
        .child(
            button("copy", Word::CopyImage, Word::CopyImageLong)
                .click(move || take(Take::Copy { by_hand, picture }))
                .done(),
        )
        .child(
            button("present", Word::Present, Word::PresentLong).click(move || page.presenting.set(Some(kind))).done(),
        )
        .child(button("png", Word::Png, Word::PngLong).click(move || take(Take::Png(1920, 1080))).done())
        .child(
            button("png-large", Word::PngLarge, Word::PngLargeLong).click(move || take(Take::Png(3840, 2160))).done(),
        )
        .child(button("svg", Word::Svg, Word::SvgLong).click(move || take(Take::Svg)).done())
        .child(dialog(page, by_hand, kind.spec().copy_dialog, Word::CopyImageLong, to_copy))
        .done()
}

/// What is drawn, as a table; made only while it is open.
fn data(page: Page, kind: ChartKind) -> AnyView {
    let open = RwSignal::new(false);
    let toggled = move |target: Option<EventTarget>| {
        let details = target.and_then(|target| target.dyn_into::<Node>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let table =
        piece(
            move || {
                if open.get() { later::part(page, move |later| (later.chart_table)(page, kind)) } else { nothing() }
            },
        );
    el("details")
        .test_id(format!("chart-{}-data", kind.spec().name))
        .on_target("toggle", toggled)
        .child(el("summary").word(page, Word::DataTable).done())
        .child(
            el("div")
                .class("chart-data")
                .set("tabindex", "0")
                .say("aria-label", page, Word::DataTable)
                .set("role", "region")
                .child(table)
                .done(),
        )
        .done()
}

impl Page {
    /// The chart of the open scenario as it stands; follows everything that it shows. All but those of the plan
    /// itself are drawn by a part of the page that may not be there yet.
    pub fn chart(self, kind: ChartKind) -> Option<Box<dyn Chart>> {
        let name = self.scenario_name();
        let date = self.today().iso();
        let options = ChartOptions {
            language: self.language.get(),
            scenario_name: &name,
            date: &date,
            order: match self.order.get() {
                ChartOrder::Document => Order::Document,
                ChartOrder::Value => Order::Value,
            },
            around: Some(self.active.get()),
        };
        let (plan, expected) = (self.workspace.reference.get(), self.workspace.expected.get());
        let reference = plan.as_deref().zip(expected.as_deref());
        let later = self.later.get();
        self.workspace.scenario.with(|scenario| {
            self.workspace.outcome.with(|outcome| match kind.spec().source {
                ChartSource::Plan(PlanChart::Rates) => {
                    let chart = RatesChart::new(scenario, outcome, reference, &options);
                    Some(Box::new(chart) as Box<dyn Chart>)
                }
                ChartSource::Plan(PlanChart::Slots) => {
                    let note = later.and_then(|later| (later.division_note)(scenario, options.language));
                    let chart = SlotsChart::new(scenario, outcome, reference, &options).noting(note.as_deref());
                    Some(Box::new(chart))
                }
                ChartSource::Supply(of) => self.supply.with(|supply| {
                    Some((later?.supply_chart)(of, (scenario, outcome), supply.as_ref()?, reference, &options))
                }),
                ChartSource::Comparison(of) => (later?.compare_chart)(self, of, &options),
                ChartSource::Report(of) => (later?.report_chart)(self, of, &options),
                ChartSource::Tasks => (later?.tasks_chart)(self, &options),
            })
        })
    }

    /// Pixels that a chart of this width is high.
    fn height_of(self, kind: ChartKind, width: u32, chart: &dyn Chart) -> u32 {
        let counties = self.workspace.region.with(|region| region.counties().len());
        kind.spec().height.pixels(width, counties, chart.rows())
    }
}

fn hit_area((index, mark): (usize, &Mark)) -> Element {
    // Whole pixels are near enough to point at.
    let whole = |length: f64| (length.round() as i32).to_string();
    Element {
        tag: "rect",
        attributes: vec![
            ("class", "mark".to_owned()),
            ("data-position", mark.position.to_string()),
            ("x", whole(mark.x)),
            ("y", whole(mark.y)),
            ("width", whole(mark.width)),
            ("height", whole(mark.height)),
            ("role", "img".to_owned()),
            // One stop of the Tab key for the whole chart; the arrows go on from there.
            ("tabindex", if index == 0 { "0" } else { "-1" }.to_owned()),
            ("aria-label", mark.label.clone()),
        ],
        text: None,
    }
}

fn label_of(target: Option<EventTarget>) -> Option<String> {
    let node = target?.dyn_into::<Node>().ok()?;
    if node.class_list().contains("mark") { node.get_attribute("aria-label") } else { None }
}

fn position_of(target: Option<EventTarget>) -> Option<usize> {
    target?.dyn_into::<Node>().ok()?.get_attribute("data-position")?.parse().ok()
}

fn focus_neighbour(target: Option<EventTarget>, forward: bool) -> Option<()> {
    let node = target?.dyn_into::<Node>().ok()?;
    let neighbour = if forward { node.next_element_sibling() } else { node.previous_element_sibling() };
    neighbour?.dyn_into::<web_sys::SvgElement>().ok()?.focus().ok()
}
