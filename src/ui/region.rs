//! The region editor: name, year, and the list of counties; and the scenario that is the region's reference.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use crate::browser::{focus, focus_and_select, random_seed, read_file, run};
use crate::files::{MOST_FILE, region_list, scenario_in};
use crate::model::{CountyKind, Edit, RegionDraft, Scenario, official_plan};
use crate::storage::from_json;
use crate::text::{FileMessage, RegionText, list_left, list_taken, region_changes, region_losses, region_problem};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{button, el, fragment, list, word_button};
use crate::ui::widgets::focus::focus_soon;
use crate::ui::widgets::forms::drop_down;
use crate::ui::widgets::labelled::captioned;
use crate::ui::widgets::pager::turn_button;

/// Rows of the list on one page.
const ROWS: usize = 50;

const KINDS: [(&str, CountyKind); 3] =
    [("district", CountyKind::District), ("county", CountyKind::County), ("unspecified", CountyKind::Unspecified)];

/// The editor's state.
#[derive(Clone, Copy)]
struct Editor {
    page: Page,
    open: RwSignal<bool>,
    draft: StoredValue<RegionDraft>,
    /// Counts what changes the list: its rows are made anew then. What is typed into them does not.
    rounds: RwSignal<u32>,
    /// Counts whatever changes.
    changes: RwSignal<u32>,
    /// Which part of a long list is on show.
    part: RwSignal<usize>,
    /// What a paste or a file came to.
    said: RwSignal<String>,
}

/// What the dialog for the region holds.
pub fn contents(page: Page, open: RwSignal<bool>) -> AnyView {
    let region = page.workspace.region.get_untracked();
    let this = Editor {
        page,
        open,
        draft: StoredValue::new(RegionDraft::of(&region)),
        rounds: RwSignal::new(0),
        changes: RwSignal::new(0),
        part: RwSignal::new(0),
        said: RwSignal::new(String::new()),
    };
    fragment([
        el("p").class("hint").word(page, RegionText::Hint).done(),
        start(this),
        describe(this),
        counties(this),
        paste(this),
        finish(this),
        reference(page),
    ])
}

impl Editor {
    fn edit(self, edit: impl FnOnce(&mut RegionDraft)) {
        self.draft.update_value(edit);
        self.changes.update(|changes| *changes = changes.wrapping_add(1));
    }

    /// A change of the list itself.
    fn reshape(self, edit: impl FnOnce(&mut RegionDraft)) {
        self.edit(edit);
        self.rounds.update(|rounds| *rounds = rounds.wrapping_add(1));
    }

    fn count(self) -> usize {
        self.draft.with_value(|draft| draft.counties.len())
    }

    /// Why the draft is no region yet.
    fn problem(self) -> Option<String> {
        self.changes.get();
        let language = self.page.language.get();
        self.draft.with_value(|draft| draft.finish("r").err().map(|problem| region_problem(problem, draft, language)))
    }

    fn fresh_id() -> String {
        format!("r-{:08x}", random_seed() & 0xffff_ffff)
    }

    /// Why the draft cannot become the open scenario's region, though it may be one.
    fn misfit(self) -> Option<String> {
        self.changes.get();
        let language = self.page.language.get();
        self.page.workspace.scenario.with(|scenario| {
            self.draft.with_value(|draft| {
                draft.edit_of(scenario, "r").err().map(|problem| region_problem(problem, draft, language))
            })
        })
    }

    /// Whose figures would go.
    fn losses(self) -> String {
        self.changes.get();
        let language = self.page.language.get();
        self.page.workspace.scenario.with(|scenario| {
            self.draft.with_value(|draft| {
                if draft.began_with(scenario.region()) {
                    region_losses(&draft.losing(scenario), language)
                } else {
                    String::new()
                }
            })
        })
    }

    /// The open scenario's region becomes the draft's: one step.
    fn apply(self) {
        let workspace = self.page.workspace;
        let edit = workspace.scenario.with_untracked(|scenario| {
            self.draft.with_value(|draft| draft.edit_of(scenario, &Self::fresh_id()).ok().flatten())
        });
        let Some(edit) = edit else { return };
        let changes = self.draft.with_value(RegionDraft::changes);
        let language = self.page.language.get_untracked();
        let said = self.page.word_now(RegionText::Applied).to_owned() + &region_changes(changes, language);
        workspace.edit_and_say(&edit, said);
        self.open.set(false);
    }

    /// A new scenario of the draft's region, in which nothing is known.
    fn make(self) {
        let workspace = self.page.workspace;
        let Ok(region) = self.draft.with_value(|draft| draft.finish(&Self::fresh_id())) else { return };
        workspace.commit();
        let name = workspace.free_name();
        let said = FileMessage::FileOpened(&name).in_language(self.page.language.get_untracked());
        workspace.step_and_say(|| workspace.make(Scenario::empty("", region), &name), said);
        self.open.set(false);
    }
}

/// What the draft begins with.
fn start(this: Editor) -> AnyView {
    let page = this.page;
    let begin = move |draft: RegionDraft| {
        this.part.set(0);
        this.said.set(String::new());
        this.reshape(move |now| *now = draft);
    };
    let present = move || begin(RegionDraft::of(&page.workspace.region.get_untracked()));
    let empty = move || {
        let year = page.workspace.region.with_untracked(|region| region.year());
        begin(RegionDraft::empty(year));
        focus_and_select("region-name");
    };
    let from_file = move |bytes: Option<Vec<u8>>| {
        let scenario = bytes.and_then(|bytes| scenario_in(&bytes).ok()).and_then(|json| from_json(&json).ok());
        match scenario {
            Some(scenario) => begin(RegionDraft::of(scenario.region())),
            None => this.said.set(page.word_now(RegionText::FileWithout).to_owned()),
        }
    };
    let file = el("input")
        .attr("type", "file")
        .class("visually-hidden")
        .attr("accept", ".json,.png,.svg,application/json")
        .attr("tabindex", "-1")
        .test_id("region-file")
        .word_attr("aria-label", page, RegionText::FromFile)
        .on_target("change", move |target| {
            let Some(input) = target.and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else { return };
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                run(async move { from_file(read_file(&file, MOST_FILE).await) });
            }
            input.set_value("");
        });
    el("div")
        .class("share-line")
        .child(el("span").class("caption").word(page, RegionText::Start).done())
        .el(word_button(page, "region-from-present", RegionText::FromPresent).click(present))
        .el(word_button(page, "region-from-empty", RegionText::FromEmpty).click(empty))
        .el(word_button(page, "region-from-file", RegionText::FromFile).click(|| {
            if let Some(input) = crate::browser::by_test_id("region-file") {
                input.click();
            }
        }))
        .el(file)
        .done()
}

/// Name and year.
fn describe(this: Editor) -> AnyView {
    let page = this.page;
    let field =
        |id: &'static str, name: RegionText, of: fn(&RegionDraft) -> String, set: fn(&mut RegionDraft, String)| {
            let value = move || {
                this.rounds.get();
                this.draft.with_value(of)
            };
            let input = el("input")
                .attr("type", "text")
                .attr("id", id)
                .attr("autocomplete", "off")
                .test_id(id)
                .value(value)
                .on_value("input", move |typed| this.edit(move |draft| set(draft, typed)));
            captioned(page, id, name, input)
        };
    el("div")
        .class("region-head")
        .child(field("region-name", RegionText::Name, |draft| draft.name.clone(), |draft, typed| draft.name = typed))
        .child(field("region-year", RegionText::Year, |draft| draft.year.clone(), |draft, typed| draft.year = typed))
        .done()
}

/// The list, a part at a time.
fn counties(this: Editor) -> AnyView {
    let page = this.page;
    let parts = move || this.count().div_ceil(ROWS).max(1);
    let here = move || this.part.get().min(parts() - 1);
    let rows = move || {
        this.rounds.get();
        let from = here() * ROWS;
        (from..this.count().min(from + ROWS)).map(|at| row(this, at)).collect()
    };
    let head =
        [RegionText::CountyName, RegionText::Kind].map(|name| el("th").attr("scope", "col").word(page, name).done());
    let turn = move |by: isize| this.part.set(here().saturating_add_signed(by).min(parts() - 1));
    let step = |id: &'static str, by: isize| turn_button(page, id, by).click(move || untrack(|| turn(by))).done();
    let add = move || {
        this.reshape(|draft| draft.add("", CountyKind::Unspecified));
        let at = this.count() - 1;
        this.part.set(at / ROWS);
        focus_soon(format!("region-county-{at}"));
    };
    let shown = move || {
        this.rounds.get();
        format!("{} / {}", here() + 1, parts())
    };
    fragment([
        el("div")
            .class("region-rows")
            .child(
                el("table")
                    .class("tool-table")
                    .child(el("caption").class("visually-hidden").word(page, RegionText::Counties).done())
                    .child(
                        el("thead")
                            .child(el("tr").child(el("td").done()).children(head).child(el("td").done()).done())
                            .done(),
                    )
                    .child(el("tbody").child(list(rows)).done())
                    .done(),
            )
            .done(),
        el("div")
            .class("share-line")
            .el(word_button(page, "region-add", RegionText::Add).click(add))
            .child(
                el("span")
                    .class("pager")
                    .attr_if("hidden", move || {
                        this.rounds.get();
                        parts() == 1
                    })
                    .child(step("region-part-before", -1))
                    .child(el("span").test_id("region-part").dyn_text(shown).done())
                    .child(step("region-part-after", 1))
                    .done(),
            )
            .done(),
    ])
}

fn row(this: Editor, at: usize) -> AnyView {
    let page = this.page;
    let (name, kind) = this.draft.with_value(|draft| {
        draft
            .counties
            .get(at)
            .map_or((String::new(), CountyKind::Unspecified), |county| (county.name.clone(), county.kind))
    });
    let number = (at + 1).to_string();
    let label = {
        let number = number.clone();
        move || [page.word(RegionText::CountyName), " ", &number].concat()
    };
    let input = el("input")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .test_id(format!("region-county-{at}"))
        .dyn_attr("aria-label", label)
        .value(move || name.clone())
        .on_value("input", move |typed| {
            this.edit(move |draft| {
                if let Some(county) = draft.counties.get_mut(at) {
                    county.name = typed;
                }
            });
        });
    let option = |(id, of): (&'static str, CountyKind)| {
        el("option")
            .attr("value", id)
            .attr_if("selected", move || of == kind)
            .word(page, RegionText::of_kind(of))
            .done()
    };
    let kinds = drop_down()
        .test_id(format!("region-kind-{at}"))
        .word_attr("aria-label", page, RegionText::Kind)
        .children(KINDS.map(option))
        .on_value("change", move |id| {
            if let Some((_, kind)) = KINDS.into_iter().find(|(known, _)| *known == id) {
                this.edit(move |draft| {
                    if let Some(county) = draft.counties.get_mut(at) {
                        county.kind = kind;
                    }
                });
            }
        });
    let button = |id: &str, name: RegionText, mark: &'static str, act: fn(&mut RegionDraft, usize), to: isize| {
        let back = format!("region-{id}-{}", at.saturating_add_signed(to));
        button()
            .class("quiet")
            .test_id(format!("region-{id}-{at}"))
            .word_titled(page, name)
            .text(mark)
            .click(move || {
                this.reshape(|draft| act(draft, at));
                let back = back.clone();
                request_animation_frame(move || {
                    let _ = focus(&back) || focus("region-add");
                });
            })
            .done()
    };
    el("tr")
        .child(el("td").class("number").text(&number).done())
        .child(el("td").el(input).done())
        .child(el("td").el(kinds).done())
        .child(
            el("td")
                .class("acts")
                .child(button("up", RegionText::Up, "↑", |draft, at| draft.shift(at, -1), -1))
                .child(button("down", RegionText::Down, "↓", |draft, at| draft.shift(at, 1), 1))
                .child(button("remove", RegionText::Remove, "✕", |draft, at| draft.remove(at), 0))
                .done(),
        )
        .done()
}

/// A list from a spreadsheet.
fn paste(this: Editor) -> AnyView {
    let page = this.page;
    let text = RwSignal::new(String::new());
    let take = move || {
        let typed = text.get_untracked();
        let language = page.language.get_untracked();
        let Ok(list) = region_list(&typed) else { return };
        let mut added = Ok(0);
        this.reshape(|draft| added = draft.add_all(&list.counties));
        match added {
            Ok(taken) => {
                let said = list_taken(taken, list.passed_over, &list.repeated, language);
                this.said.set(said + &list_left(&list.left, language));
            }
            Err(problem) => {
                this.said.set(this.draft.with_value(|draft| region_problem(problem, draft, language)));
                return;
            }
        }
        text.set(String::new());
    };
    let area = el("textarea")
        .attr("rows", "3")
        .attr("id", "region-list")
        .test_id("region-list")
        .word_attr("placeholder", page, RegionText::PasteHint)
        .property("value", move || text.get())
        .on_value("input", move |typed| text.set(typed));
    fragment([
        el("label").class("caption").attr("for", "region-list").word(page, RegionText::PasteList).done(),
        area.done(),
        el("div")
            .class("share-line")
            .el(word_button(page, "region-take", RegionText::Take)
                .attr_if("disabled", move || text.with(|text| text.trim().is_empty()))
                .click(take))
            .child(
                el("span")
                    .class("hint")
                    .test_id("region-said")
                    .attr("role", "status")
                    .dyn_text(move || this.said.get())
                    .done(),
            )
            .done(),
    ])
}

/// What is wrong or what changes, and the ways out.
fn finish(this: Editor) -> AnyView {
    let page = this.page;
    let problem = Memo::new(move |_| this.problem());
    let changes = move || {
        this.changes.get();
        this.draft.with_value(|draft| region_changes(draft.changes(), page.language.get()))
    };
    let misfit = Memo::new(move |_| this.misfit());
    let said = move || problem.get().unwrap_or_else(changes);
    let beside = move || {
        let misfit = misfit.get().filter(|_| problem.with(Option::is_none));
        misfit.unwrap_or_else(|| this.losses())
    };
    el("div")
        .class("share-line region-finish")
        .child(
            el("p")
                .test_id("region-problem")
                .attr("role", "status")
                .class_if("bad", move || problem.with(Option::is_some))
                .dyn_text(said)
                .done(),
        )
        .child(
            el("p")
                .class("hint")
                .test_id("region-beside")
                .attr_if("hidden", move || beside().is_empty())
                .dyn_text(beside)
                .done(),
        )
        .el(word_button(page, "region-apply", RegionText::Apply)
            .class("primary")
            .attr_if("disabled", move || misfit.with(Option::is_some))
            .click(move || this.apply()))
        .el(word_button(page, "region-make", RegionText::Make)
            .attr_if("disabled", move || problem.with(Option::is_some))
            .click(move || this.make()))
        .done()
}

/// 基准方案.
fn reference(page: Page) -> AnyView {
    let workspace = page.workspace;
    let frozen = Memo::new(move |_| workspace.scenario.with(Scenario::frozen));
    let is_datong = Memo::new(move |_| workspace.region.with(|region| region.id() == official_plan().region().id()));
    let name = move || page.word(if frozen.get() { RegionText::Unfreeze } else { RegionText::Freeze });
    let toggle = move || {
        let freeze = !frozen.get_untracked();
        if freeze {
            workspace.lift_references();
        }
        let said = if freeze { RegionText::Frozen } else { RegionText::Unfrozen };
        workspace.edit_and_say(&Edit::SetFrozen(freeze), page.word_now(said).to_owned());
    };
    fragment([
        el("p").class("hint").word(page, RegionText::FreezeHint).done(),
        el("div")
            .class("share-line")
            .el(button()
                .test_id("region-freeze")
                .dyn_text(name)
                .attr_if("disabled", move || is_datong.get())
                .click(toggle))
            .done(),
    ])
}
