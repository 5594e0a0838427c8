//! 汇报模式: one chart at a time over the whole screen, with the answer to "what if" at its edge.

pub mod pictures;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element as Node, KeyboardEvent};

use crate::browser::{
    Focused, SvgCanvas, by_test_id, enter_fullscreen, focus, is_fullscreen, leave_fullscreen, listen,
};
use crate::charts::{ChartKind, Frame, Palette};
use crate::model::{CountyId, Edit, Scenario, Slots};
use crate::storage::Theme;
use crate::text::{Message, PresentText, thousands};
use crate::ui::state::field::Field;
use crate::ui::state::page::Page;
use crate::ui::widgets::cell::NONE;
use crate::ui::widgets::chart::chart;
use crate::ui::widgets::deferred::with_deferred;
use crate::ui::widgets::element::{button, dynamic, el, empty, word_button};
use crate::ui::widgets::focus::focus_soon;
use crate::ui::widgets::select::county_select;
use crate::ui::widgets::slider::slider;

/// By how much a county's slots are changed at once.
const STEPS: [i64; 6] = [-10, -5, -1, 1, 5, 10];

/// What the parts of the stage share.
#[derive(Clone, Copy)]
struct Stage {
    page: Page,
    /// The chart on show.
    kind: RwSignal<ChartKind>,
    adjusting: RwSignal<bool>,
    asking: RwSignal<bool>,
    /// The county whose slots are changed, by position.
    county: RwSignal<usize>,
    /// The counties whose slots were changed on the stage, which is what was asked.
    asked: RwSignal<Vec<CountyId>>,
    /// The scenario as it was when presenting began.
    before: StoredValue<Scenario>,
    /// Where the focus was then.
    from: StoredValue<Option<Focused>, LocalStorage>,
}

/// The stage with this chart on it.
pub fn stage(page: Page, first: ChartKind) -> AnyView {
    let workspace = page.workspace;
    let this = Stage {
        page,
        kind: RwSignal::new(first),
        adjusting: RwSignal::new(false),
        asking: RwSignal::new(false),
        county: RwSignal::new(0),
        asked: RwSignal::new(Vec::new()),
        before: StoredValue::new(workspace.scenario.get_untracked()),
        from: StoredValue::new_local(Focused::now()),
    };
    workspace.begin_stage();
    enter_fullscreen();
    focus_soon("present");
    let gone = StoredValue::new(false);
    on_cleanup(move || {
        gone.set_value(true);
        workspace.end_stage();
    });
    listen("fullscreenchange", move |_| {
        // The browser's own Esc ends the full screen, and so the presentation.
        if gone.try_get_value() == Some(false) && !is_fullscreen() {
            this.leave();
        }
    });
    // Wherever the focus is: a button that has no more use loses it.
    listen("keydown", move |event| {
        if gone.try_get_value() == Some(false)
            && let Some(event) = event.dyn_ref::<KeyboardEvent>()
        {
            this.key(event);
        }
    });
    let title = move || {
        let (at, all) = this.place();
        format!("{} / {}", at + 1, all)
    };
    el("section")
        .class("present")
        .class_if("adjusting", move || this.adjusting.get() && is_live(this.kind.get()))
        .test_id("present")
        .attr("tabindex", "-1")
        .attr("role", "dialog")
        .attr("aria-modal", "true")
        .word_attr("aria-label", page, PresentText::Title)
        .child(canvas(this))
        .child(
            el("footer")
                .class("present-bar")
                .child(nav_button(this, "present-previous", PresentText::Before, "‹", -1))
                .child(el("span").test_id("present-place").attr("role", "status").dyn_text(title).done())
                .child(nav_button(this, "present-next", PresentText::Next, "›", 1))
                .el(word_button(page, "present-controls", PresentText::Controls)
                    .aria("aria-expanded", move || this.adjusting.get())
                    .attr_if("hidden", move || !is_live(this.kind.get()))
                    .click(move || this.adjust()))
                .child(el("span").class("hint").word(page, PresentText::Hint).done())
                .el(word_button(page, "present-leave", PresentText::Leave).click(move || this.leave()))
                .done(),
        )
        .child(dynamic(move || if this.adjusting.get() && is_live(this.kind.get()) { controls(this) } else { empty() }))
        .child(dynamic(move || if this.asking.get() { question(this) } else { empty() }))
        .done()
}

/// Whether the plan's uplift and slots change what a chart shows.
const fn is_live(kind: ChartKind) -> bool {
    kind.spec().follows_plan
}

impl Stage {
    /// The charts that have something to show.
    fn charts(self) -> Vec<ChartKind> {
        let page = self.page;
        let shows = |kind: &ChartKind| page.deferred.get().is_some_and(|module| (module.has_chart)(page, *kind));
        let on_show = self.kind.get();
        ChartKind::ALL.iter().copied().filter(|kind| shows(kind) || *kind == on_show).collect()
    }

    /// Which of them is on show, and how many there are.
    fn place(self) -> (usize, usize) {
        let charts = self.charts();
        let now = self.kind.get();
        (charts.iter().position(|kind| *kind == now).unwrap_or(0), charts.len())
    }

    fn turn(self, by: isize) {
        let (charts, (at, _)) = untrack(|| (self.charts(), self.place()));
        let next = at.saturating_add_signed(by).min(charts.len().saturating_sub(1));
        if let Some(kind) = charts.get(next) {
            self.kind.set(*kind);
        }
    }

    fn adjust(self) {
        if !is_live(self.kind.get_untracked()) {
            return;
        }
        self.adjusting.update(|adjusting| *adjusting = !*adjusting);
        let to = if self.adjusting.get_untracked() { "present-county" } else { "present" };
        focus_soon(to);
    }

    fn key(self, event: &KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let key = event.key();
        if key == "Escape" {
            event.prevent_default();
            return if self.asking.get_untracked() { self.asking.set(false) } else { self.leave() };
        }
        // Keys that a control has a use for are its own.
        let at = event.target().and_then(|target| target.dyn_into::<Node>().ok());
        if at.is_some_and(|at| at.matches("select, input").unwrap_or(false)) || self.asking.get_untracked() {
            return;
        }
        match key.as_str() {
            "ArrowRight" | "PageDown" => self.turn(1),
            "ArrowLeft" | "PageUp" => self.turn(-1),
            "Home" => self.turn(isize::MIN),
            "End" => self.turn(isize::MAX),
            "a" | "A" => self.adjust(),
            _ => return,
        }
        event.prevent_default();
    }

    /// What was asked and still stands: not what was taken back since.
    fn held(self) -> Vec<CountyId> {
        let slots = |of: &Scenario, id: &CountyId| of.county(id).and_then(|of| of.slots);
        self.before.with_value(|before| {
            self.page.workspace.scenario.with_untracked(|now| {
                let mut held = self.asked.get_untracked();
                held.retain(|id| slots(before, id) != slots(now, id));
                held
            })
        })
    }

    /// Ends it, or asks first what becomes of the changes.
    fn leave(self) {
        if self.page.workspace.is_staged() {
            self.asking.set(true);
            focus_soon("present-keep");
        } else {
            self.end();
        }
    }

    fn end(self) {
        leave_fullscreen();
        self.page.presenting.set(None);
        let from = self.from.try_update_value(Option::take).flatten();
        request_animation_frame(move || {
            if let Some(from) = from {
                from.back();
            }
        });
    }

    /// Takes back what was done on the stage.
    fn drop_changes(self) {
        let said = self.page.word_now(PresentText::Dropped).to_owned();
        self.page.workspace.step_and_say(|| self.page.workspace.drop_staged(), said);
    }
}

fn nav_button(this: Stage, test_id: &'static str, name: PresentText, mark: &'static str, by: isize) -> AnyView {
    let ends = move || {
        let (at, all) = this.place();
        if by < 0 { at == 0 } else { at + 1 >= all }
    };
    button()
        .test_id(test_id)
        .word_titled(this.page, name)
        .attr_if("disabled", ends)
        .text(mark)
        .click(move || this.turn(by))
        .done()
}

/// The chart, as large as the screen allows.
fn canvas(this: Stage) -> AnyView {
    let page = this.page;
    let size = RwSignal::new((0_u32, 0_u32));
    let said = RwSignal::new(String::new());
    let canvas = StoredValue::new_local(None::<SvgCanvas>);
    let measure = move || {
        let room = by_test_id("present-canvas").map(|room| (room.client_width(), room.client_height()));
        let whole = |length: i32| u32::try_from(length).unwrap_or(0);
        if let Some(now) = room.map(|(width, height)| (whole(width), whole(height)))
            && size.try_get_untracked().is_some_and(|before| before != now)
        {
            size.set(now);
        }
    };
    Effect::new(move |_| {
        canvas.set_value(SvgCanvas::within("present-canvas", "present-description", move |_| measure()));
    });
    listen("resize", move |_| measure());
    // The panel takes room from below, too.
    Effect::new(move |_| {
        let _ = (this.adjusting.get(), this.kind.get());
        request_animation_frame(measure);
    });
    Effect::new(move |_| {
        let (width, height) = size.get();
        let kind = this.kind.get();
        if width == 0 || height == 0 {
            return;
        }
        let Some(chart) = chart(page, kind) else { return };
        let palette = if page.theme.get() == Theme::Dark { Palette::DARK } else { Palette::LIGHT };
        let picture = chart.draw(&Frame::filling(width, height), &palette);
        canvas.update_value(|canvas| {
            if let Some(canvas) = canvas {
                canvas.show(&picture, &[], &chart.heading().title);
            }
        });
        said.set(chart.description().to_owned());
    });
    el("div")
        .class("present-stage")
        .child(el("div").class("present-canvas").test_id("present-canvas").done())
        .child(
            el("p")
                .class("visually-hidden")
                .attr("id", "present-description")
                .attr("aria-live", "polite")
                .dyn_text(move || said.get())
                .done(),
        )
        .done()
}

/// What can be changed on the spot.
fn controls(this: Stage) -> AnyView {
    let page = this.page;
    let workspace = page.workspace;
    let county = county_select(page, "present-county", this.county, move |at| {
        this.county.set(at);
        page.active.set(at);
    });
    let slots =
        move || workspace.scenario.with(|scenario| scenario.counties().get(this.county.get()).and_then(|of| of.slots));
    let step = |by: i64| {
        let name = move || {
            let sign = if by < 0 { "−" } else { "+" };
            [sign, &by.unsigned_abs().to_string()].concat()
        };
        let can = move || moved(slots(), by).is_none();
        button()
            .test_id(format!("present-step{by:+}"))
            .dyn_text(name)
            .attr_if("disabled", can)
            .click(move || {
                let id = workspace.region.with_untracked(|region| {
                    region.counties().get(this.county.get_untracked()).map(|county| county.id.clone())
                });
                if let (Some(id), Some(slots)) = (id, untrack(|| moved(slots(), by))) {
                    workspace.edit_once(&Edit::slots(id.clone(), Some(slots)));
                    this.asked.update(|asked| {
                        if !asked.contains(&id) {
                            asked.push(id);
                        }
                    });
                }
            })
            .done()
    };
    let inputs = move || {
        let at = this.county.get();
        workspace.scenario.with(|scenario| {
            let id = scenario.region().counties().get(at).map(|county| county.id.clone());
            id.zip(scenario.counties().get(at).map(|of| of.locked))
        })
    };
    let is_locked = move || inputs().is_some_and(|(_, locked)| locked);
    let lock = word_button(page, "present-lock", PresentText::Lock)
        .class("lock-asked")
        .aria("aria-pressed", is_locked)
        .click(move || {
            if let Some((id, locked)) = untrack(inputs) {
                // What is unlocked by hand is not locked again.
                this.asked.update(|asked| asked.retain(|one| *one != id));
                workspace.edit_once(&Edit::SetLocked(id, !locked));
            }
        });
    let standing = move || {
        workspace.outcome.with(|outcome| match outcome.allocation.remaining {
            0 => page.say(Message::AllGiven),
            left if left < 0 => page.say(Message::OverBy(left.unsigned_abs())),
            left => page.say(Message::LeftOver(left.unsigned_abs())),
        })
    };
    let is_off = move || workspace.outcome.with(|outcome| outcome.allocation.remaining != 0);
    let parameter = move || {
        let rule = workspace.rule.get();
        let name = crate::text::parameter_name(rule, page.language.get());
        let figure = workspace.scenario.with(|scenario| Field::Parameter(rule).text(scenario));
        [name, " ", if figure.is_empty() { NONE } else { &figure }].concat()
    };
    el("aside")
        .class("present-adjust")
        .test_id("present-panel")
        .word_attr("aria-label", page, PresentText::Controls)
        .child(el("div").class("caption").test_id("present-parameter").dyn_text(parameter).done())
        .child(slider(page, "present-slider"))
        .child(el("label").class("caption").attr("for", "present-county").word(page, PresentText::County).done())
        .el(county)
        .child(
            el("div")
                .class("figure")
                .word(page, PresentText::Slots)
                .text(" ")
                .child(
                    el("b")
                        .test_id("present-slots")
                        .dyn_text(move || {
                            slots().map_or_else(|| NONE.to_owned(), |slots| thousands(u64::from(slots.get())))
                        })
                        .done(),
                )
                .done(),
        )
        .child(el("div").class("steps").children(STEPS.map(step)).done())
        .child(
            el("p")
                .class("standing")
                .class_if("bad", is_off)
                .test_id("present-standing")
                .attr("role", "status")
                .dyn_text(standing)
                .done(),
        )
        .child(
            el("div")
                .class("line")
                .el(word_button(page, "present-rebalance", PresentText::Rebalance)
                    .attr_if("disabled", move || !is_off())
                    .click(move || {
                        with_deferred(page, move |module| (module.rebalance)(page, &this.held()));
                        // The button has no more use and would leave the focus nowhere.
                        focus("present-county");
                    }))
                .el(word_button(page, "present-undo", PresentText::Undo)
                    .attr_if("disabled", move || !workspace.can_undo.get())
                    .click(move || workspace.undo()))
                .el(lock)
                .el(word_button(page, "present-fold", PresentText::Fold).click(move || this.adjust()))
                .done(),
        )
        .done()
}

/// So many slots more or fewer; nothing where that is no number of slots.
fn moved(slots: Option<Slots>, by: i64) -> Option<Slots> {
    slots.unwrap_or_default().moved(by)
}

/// What becomes of the changes.
fn question(this: Stage) -> AnyView {
    let page = this.page;
    el("div")
        .class("present-ask")
        .test_id("present-ask")
        .attr("role", "alertdialog")
        .attr("aria-labelledby", "present-ask-title")
        .child(el("h2").attr("id", "present-ask-title").word(page, PresentText::AskTitle).done())
        .child(
            el("div")
                .class("line")
                .el(word_button(page, "present-keep", PresentText::Keep).class("primary").click(move || {
                    page.notices.show(page.word_now(PresentText::Kept).to_owned());
                    this.end();
                }))
                .el(word_button(page, "present-drop", PresentText::Drop).click(move || {
                    this.drop_changes();
                    this.end();
                }))
                .el(word_button(page, "present-stay", PresentText::Stay).click(move || {
                    this.asking.set(false);
                    focus("present");
                }))
                .done(),
        )
        .done()
}
