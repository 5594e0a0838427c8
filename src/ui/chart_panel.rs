//! A chart on its card: drawn anew with every keystroke, read by pointing or by keys, taken away as a picture.

use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::{ev, svg};
use web_sys::{Element as Node, EventTarget};

use crate::browser::{
    CopyImage, Drawn, Png, copy_image, download_blob, download_text, object_url, observe_width, png_of_svg, run, today,
};
use crate::charts::{Chart, ChartOptions, Element, Frame, Mark, Order, Palette, RatesChart, SlotsChart, Table};
use crate::files::file_name;
use crate::model::evaluate;
use crate::storage::{ChartOrder, Theme};
use crate::text::{Message, Word};

use super::dialog::dialog;
use super::page::Page;
use super::parts::{click, key, piece, text, word};

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// 2025 base and 2026 target of each county.
    Rates,
    /// The allocation and its shares.
    Slots,
}

impl ChartKind {
    const fn name(self) -> &'static str {
        match self {
            Self::Rates => "rates",
            Self::Slots => "slots",
        }
    }

    const fn word(self) -> Word {
        match self {
            Self::Rates => Word::ChartRates,
            Self::Slots => Word::ChartSlots,
        }
    }
}

/// A chart with its buttons and its figures.
#[component]
pub fn ChartPanel(page: Page, kind: ChartKind) -> impl IntoView {
    let name = kind.name();
    let group = NodeRef::<svg::G>::new();
    let marks = NodeRef::<svg::G>::new();
    let canvas = NodeRef::<html::Div>::new();
    let width = RwSignal::new(0_i32);
    let tip = RwSignal::new(String::new());
    let heading = RwSignal::new((String::new(), String::new()));
    let drawn = StoredValue::new_local((Drawn::default(), Drawn::default()));
    let observer = StoredValue::new_local(None);

    Effect::new(move |_| {
        if let Some(canvas) = canvas.get() {
            let told = move |now: i32| {
                if width.get_untracked() != now {
                    width.set(now);
                }
            };
            observer.set_value(observe_width(&canvas, told));
        }
    });
    let frame = move || {
        let width = u32::try_from(width.get()).unwrap_or(0);
        (width > 0).then(|| Frame::page(width, height_for(width)))
    };
    Effect::new(move |_| {
        let (Some(group), Some(marks), Some(frame)) = (group.get(), marks.get(), frame()) else { return };
        let chart = page.chart(kind);
        let palette = match page.theme.get() {
            Theme::Light => Palette::LIGHT,
            Theme::Dark => Palette::DARK,
        };
        let picture = chart.draw(&frame, &palette);
        let hit: Vec<Element> = chart.marks(&frame).iter().enumerate().map(hit_area).collect();
        drawn.update_value(|(drawn, hits)| {
            drawn.show(&group, picture.elements());
            hits.show(&marks, &hit);
        });
        let said = (chart.heading().title.clone(), chart.description().to_owned());
        if heading.with_untracked(|heading| *heading != said) {
            heading.set(said);
        }
    });

    let view_box = text(move || {
        let frame = frame().unwrap_or(Frame::page(1, 1));
        format!("0 0 {} {}", frame.width, frame.height)
    });
    let point = move |target: Option<EventTarget>| tip.set(label_of(target).unwrap_or_default());
    let move_focus = key(move |event| {
        let forward = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        focus_neighbour(event.target(), forward);
        event.prevent_default();
    });
    let no_tip = super::parts::flag(move || tip.with(String::is_empty));
    let description_id = format!("chart-{name}-description");
    let described_by = description_id.clone();
    view! {
        <section class="chart" data-testid=format!("chart-{name}") aria-label=word(page, kind.word())>
            <Tools page kind />
            <div class="chart-canvas" node_ref=canvas>
                <svg
                    class="picture"
                    viewBox=view_box
                    role="group"
                    aria-label=text(move || heading.with(|heading| heading.0.clone()))
                    aria-describedby=described_by
                    on:mouseover=move |event: ev::MouseEvent| point(event.target())
                    on:mouseleave=move |_| tip.set(String::new())
                    on:focusin=move |event: ev::FocusEvent| point(event.target())
                    on:focusout=move |_| tip.set(String::new())
                    on:keydown=move_focus
                >
                    <g node_ref=group aria-hidden="true"></g>
                    <g node_ref=marks></g>
                </svg>
                <div class="tip" data-testid=format!("chart-{name}-tip") hidden=no_tip>{text(move || tip.get())}</div>
            </div>
            <p class="visually-hidden" id=description_id>{text(move || heading.with(|heading| heading.1.clone()))}</p>
            <Data page kind />
        </section>
    }
}

/// The order of counties, and the ways to take the picture away.
#[component]
fn Tools(page: Page, kind: ChartKind) -> impl IntoView {
    let picture = RwSignal::new(None::<String>);
    let by_hand = RwSignal::new(false);
    let order = text(move || match page.order.get() {
        ChartOrder::Document => page.word(Word::OrderDocument),
        ChartOrder::Value => page.word(Word::OrderValue),
    });
    let turn = move || {
        page.order.update(|order| {
            *order = match order {
                ChartOrder::Document => ChartOrder::Value,
                ChartOrder::Value => ChartOrder::Document,
            }
        });
    };
    let png = move |width: u32, height: u32| {
        let (svg, name) = untrack(move || (page.export(kind), page.chart_file(kind, "png")));
        run(async move {
            let done = match png_of_svg(&svg, width, height).await {
                Some(png) if download_blob(&name, &png.0) => return,
                Some(_) => Word::DownloadFailed,
                None => Word::PictureFailed,
            };
            page.notices.keep(page.word_now(done).to_owned());
        });
    };
    let svg = move || {
        let (svg, name) = untrack(move || (page.export(kind), page.chart_file(kind, "svg")));
        if !download_text(&name, "image/svg+xml", &svg) {
            page.notices.keep(page.word_now(Word::DownloadFailed).to_owned());
        }
    };
    let copy = move || {
        let svg = untrack(move || page.export(kind));
        run(async move {
            let Some(png) = png_of_svg(&svg, 1920, 1080).await else {
                page.notices.keep(page.word_now(Word::PictureFailed).to_owned());
                return;
            };
            match copy_image(&png).await {
                CopyImage::Copied => page.notices.show(page.word_now(Word::ImageCopied).to_owned()),
                CopyImage::NotAllowed => {
                    picture.set(picture_url(&png));
                    by_hand.set(true);
                }
            }
        });
    };
    let button = move |suffix: &str, name: Word, long: Word, act: Box<dyn FnMut()>| {
        let mut act = act;
        view! {
            <button
                type="button"
                data-testid=format!("chart-{}-{suffix}", kind.name())
                title=word(page, long)
                aria-label=text(move || format!("{} {}", page.word(kind.word()), page.word(long)))
                on:click=click(move || act())
            >
                {word(page, name)}
            </button>
        }
        .into_any()
    };
    let to_copy = move || {
        let source = picture.get().unwrap_or_default();
        view! {
            <p>{word(page, Word::CopyByHand)}</p>
            <img src=source alt=word(page, kind.word()) data-testid="copy-picture" />
        }
        .into_any()
    };
    view! {
        <div class="chart-tools">
            <button
                type="button"
                class="order"
                data-testid=format!("chart-{}-order", kind.name())
                on:click=click(turn)
            >
                {order}
            </button>
            {button("copy", Word::CopyImage, Word::CopyImageLong, Box::new(copy))}
            {button("png", Word::Png, Word::PngLong, Box::new(move || png(1920, 1080)))}
            {button("png-large", Word::PngLarge, Word::PngLargeLong, Box::new(move || png(3840, 2160)))}
            {button("svg", Word::Svg, Word::SvgLong, Box::new(svg))}
            {dialog(page, by_hand, "copy-dialog", Word::CopyImageLong, to_copy)}
        </div>
    }
}

/// What is drawn, as a table; made only while it is open.
#[component]
fn Data(page: Page, kind: ChartKind) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event: ev::Event| {
        let details = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        open.set(details.is_some_and(|details| details.has_attribute("open")));
    };
    let table = piece(move || open.get().then(|| data_table(page.chart(kind).table())));
    view! {
        <details data-testid=format!("chart-{}-data", kind.name()) on:toggle=toggled>
            <summary>{word(page, Word::DataTable)}</summary>
            <div class="chart-data">{table}</div>
        </details>
    }
}

fn data_table(table: Table) -> AnyView {
    let line = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let first = cells.next().unwrap_or_default();
        let rest: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
        view! { <tr><th scope="row">{first}</th>{rest}</tr> }.into_any()
    };
    let headers: Vec<AnyView> =
        table.headers.into_iter().map(|header| view! { <th scope="col">{header}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = table.rows.into_iter().chain(table.total).map(line).collect();
    view! { <table><thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table> }.into_any()
}

impl Page {
    /// The chart of the open scenario as it stands; follows everything that it shows.
    fn chart(self, kind: ChartKind) -> Box<dyn Chart> {
        let name = self.scenario_name();
        let date = today().iso();
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
        let plan = self.workspace.reference.get();
        let expected = plan.map(evaluate);
        let reference = plan.zip(expected.as_ref());
        self.workspace.scenario.with(|scenario| {
            self.workspace.outcome.with(|outcome| match kind {
                ChartKind::Rates => Box::new(RatesChart::new(scenario, outcome, reference, &options)) as Box<dyn Chart>,
                ChartKind::Slots => Box::new(SlotsChart::new(scenario, outcome, reference, &options)),
            })
        })
    }

    /// The picture as it leaves the page: a slide, in light colours.
    fn export(self, kind: ChartKind) -> String {
        self.chart(kind).svg(&Frame::EXPORT, &Palette::LIGHT)
    }

    /// 大同市2026年-入托率目标图-方案B-20260312.png.
    fn chart_file(self, kind: ChartKind, extension: &str) -> String {
        let language = self.language.get();
        let region = self
            .workspace
            .region
            .with(|region| self.say(Message::RegionAndYearBare(language.name(region.name()), region.year())));
        let day = today().iso().replace('-', "");
        file_name(&[&region, self.word(kind.word()), &self.scenario_name(), &day], extension)
    }
}

/// Low enough that both charts fit beside the grid on a 1366 × 768 screen.
fn height_for(width: u32) -> u32 {
    (width / 2).clamp(250, 460)
}

fn hit_area((index, mark): (usize, &Mark)) -> Element {
    let whole = |length: f64| format!("{length:.0}");
    Element {
        tag: "rect",
        attributes: vec![
            ("class", "mark".to_owned()),
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

fn focus_neighbour(target: Option<EventTarget>, forward: bool) -> Option<()> {
    let node = target?.dyn_into::<Node>().ok()?;
    let neighbour = if forward { node.next_element_sibling() } else { node.previous_element_sibling() };
    neighbour?.dyn_into::<web_sys::SvgElement>().ok()?.focus().ok()
}

fn picture_url(png: &Png) -> Option<String> {
    object_url(&png.0)
}
