//! A chart on its card: drawn anew with every keystroke, read by pointing or by keys, taken away as a picture.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element as Node, EventTarget, KeyboardEvent};

use super::chart::{chart, height_of};
use super::deferred::{deferred, with_deferred};
use super::dialog::dialog;
use super::element::{button, dynamic, el, empty, fragment};
use super::explain::open;
use super::table_frame::scroll_frame;
use crate::browser::SvgCanvas;
use crate::charts::{ChartKind, Element, Frame, Mark, Palette};
use crate::storage::{ChartOrder, Theme};
use crate::text::{Subject, Word};
use crate::ui::state::page::{Export, Page};

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
        let Some(chart) = chart(page, kind) else { return };
        let frame = Frame::page(width, height_of(page, kind, width, chart.as_ref()));
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
        .attr_if("hidden", move || tip.with(String::is_empty))
        .dyn_text(move || tip.get());
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
    // Named by the picture, which has it read aloud: nothing that is laid out at every edit.
    let description = el("p")
        .attr("hidden", "")
        .attr("id", format!("chart-{name}-description"))
        .dyn_text(move || heading.with(|heading| heading.1.clone()));
    el("section")
        .class("chart")
        .test_id(format!("chart-{name}"))
        .word_attr("aria-label", page, kind.spec().word)
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
    let take = move |how: Export| with_deferred(page, move |module| (module.take_picture)(page, kind, how));
    let tool = move |suffix: &str, name: Word, long: Word| {
        button()
            .test_id(format!("chart-{}-{suffix}", kind.spec().name))
            .word_attr("title", page, long)
            .dyn_attr("aria-label", move || format!("{} {}", page.word(kind.spec().word), page.word(long)))
            .word(page, name)
    };
    let order_button = button()
        .class("order")
        .test_id(format!("chart-{}-order", kind.spec().name))
        .attr_if("hidden", move || !kind.spec().can_be_ordered)
        .dyn_text(order)
        .click(turn);
    let to_copy = move || {
        let source = picture.get().unwrap_or_default();
        let image = el("img").attr("src", source).word_attr("alt", page, kind.spec().word).test_id("copy-picture");
        fragment([el("p").word(page, Word::CopyByHand).done(), image.done()])
    };
    el("div")
        .class("chart-tools")
        .el(order_button)
        .child(
            tool("copy", Word::CopyImage, Word::CopyImageLong)
                .click(move || take(Export::Copy { by_hand, picture }))
                .done(),
        )
        .child(tool("present", Word::Present, Word::PresentLong).click(move || page.presenting.set(Some(kind))).done())
        .child(tool("png", Word::Png, Word::PngLong).click(move || take(Export::Png(1920, 1080))).done())
        .child(
            tool("png-large", Word::PngLarge, Word::PngLargeLong).click(move || take(Export::Png(3840, 2160))).done(),
        )
        .child(tool("svg", Word::Svg, Word::SvgLong).click(move || take(Export::Svg)).done())
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
        dynamic(
            move || {
                if open.get() { deferred(page, move |module| (module.chart_table)(page, kind)) } else { empty() }
            },
        );
    el("details")
        .test_id(format!("chart-{}-data", kind.spec().name))
        .on_target("toggle", toggled)
        .child(el("summary").word(page, Word::DataTable).done())
        .child(scroll_frame("chart-data").word_attr("aria-label", page, Word::DataTable).child(table).done())
        .done()
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
