//! A table before it is taken: what each column is taken for, what changes, and what is left. What is clear is taken at
//! once; what has to be looked at, or is asked to be, is shown first.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::dialog::dialog;
use super::element::{El, dynamic, el, empty, fragment, list, word_button};
use super::forms::drop_down;
use super::select::option;
use super::table_frame::scroll_frame;
use crate::browser::listen;
use crate::files::{
    BlockColumn, Choices, PasteInto, PasteSheet, Pasted, PreviewCell, PreviewRow, Table, paste_columns, read_table,
};
use crate::model::Scenario;
use crate::session::paging::are_on_one_page;
use crate::text::{
    ImportText, PasteColumn, Word, column_letters, import_asks, import_more, import_said, import_summary,
    paste_column_name, paste_left, paste_notes, paste_report,
};
use crate::ui::state::page::Page;

/// A table that was pasted, and where to.
#[derive(Clone)]
struct Block {
    table: Arc<Table>,
    sheet: PasteSheet<'static>,
    /// The counties on show where a search hides others.
    shown: Option<Arc<[usize]>>,
}

impl Block {
    fn read(&self, scenario: &Scenario, choices: &Choices) -> Pasted {
        read_table(&self.table, scenario, PasteInto { sheet: self.sheet, shown: self.shown.as_deref() }, choices)
    }

    /// Whether figures without names go to counties of more than one page of the table: not all of them are seen.
    fn leaves_page(&self, pasted: &Pasted) -> bool {
        let is_named = pasted.columns.iter().any(|column| column.is_names);
        !is_named && !are_on_one_page(self.shown.as_deref(), pasted.figures.iter().map(|figure| figure.county))
    }
}

/// The preview, for as long as the page is there.
#[derive(Clone, Copy)]
struct ImportState {
    open: RwSignal<bool>,
    block: RwSignal<Option<Block>>,
    choices: RwSignal<Choices>,
    /// Whether the next block is to be looked at first: Ctrl+Shift+V.
    look: StoredValue<bool>,
}

impl ImportState {
    fn show(self, block: Block) {
        self.choices.set(Choices::default());
        self.block.set(Some(block));
        self.open.set(true);
    }
}

/// Makes it, and listens for Ctrl+Shift+V, which pastes with a look beforehand.
pub fn begin(page: Page) {
    let state = ImportState {
        open: RwSignal::new(false),
        block: RwSignal::new(None),
        choices: RwSignal::new(Choices::default()),
        look: StoredValue::new(false),
    };
    page.provide(state);
    listen("keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let control = event.ctrl_key() || event.meta_key();
        state.look.set_value(control && event.shift_key() && matches!(event.key().as_str(), "v" | "V"));
    });
}

/// Takes a pasted text where it is clear, as one step, and says what was taken and what was left; else shows it first.
pub fn take(page: Page, text: &str, sheet: PasteSheet<'static>, shown: Option<Vec<usize>>) {
    let Some(block) = block_of(page, text, sheet, shown) else { return };
    let Some(state) = page.provided::<ImportState>() else { return };
    let pasted = page.workspace.scenario.with_untracked(|scenario| block.read(scenario, &Choices::default()));
    if state.look.get_value() || pasted.must_ask || block.leaves_page(&pasted) {
        state.show(block);
    } else {
        apply(page, &pasted);
    }
}

/// Shows a text before it is taken.
pub fn look(page: Page, text: &str, sheet: PasteSheet<'static>) {
    if let (Some(block), Some(state)) = (block_of(page, text, sheet, None), page.provided::<ImportState>()) {
        state.show(block);
    }
}

/// What a text comes to, in a sentence; nothing where there is none.
pub fn summary(page: Page, text: &str, sheet: PasteSheet<'static>) -> String {
    let Ok(table) = Table::read(text) else { return String::new() };
    if text.trim().is_empty() {
        return String::new();
    }
    let into = PasteInto { sheet, shown: None };
    let pasted = page.workspace.scenario.with(|scenario| read_table(&table, scenario, into, &Choices::default()));
    import_summary(&pasted.report, page.language.get())
}

fn block_of(page: Page, text: &str, sheet: PasteSheet<'static>, shown: Option<Vec<usize>>) -> Option<Block> {
    match Table::read(text) {
        Ok(table) => Some(Block { table: Arc::new(table), sheet, shown: shown.map(Arc::from) }),
        Err(_) => {
            apply(page, &Pasted::too_large());
            None
        }
    }
}

fn apply(page: Page, pasted: &Pasted) {
    let said = paste_report(&pasted.report, page.language.get_untracked());
    match pasted.edit() {
        Some(edit) => page.workspace.edit_and_say(&edit, said),
        None => page.notices.show(said),
    }
}

/// The preview's place on the page.
pub fn view(page: Page) -> AnyView {
    let Some(state) = page.provided::<ImportState>() else { return empty() };
    Effect::new(move |_| {
        if !state.open.get() {
            state.block.set(None);
        }
    });
    dialog(page, state.open, "import-dialog", Word::ImportTitle, move || contents(page, state))
}

/// A block as it is read now, with the choices that were made.
type Reading = Memo<Arc<Pasted>>;

fn contents(page: Page, state: ImportState) -> AnyView {
    let workspace = page.workspace;
    let reading: Reading = Memo::new(move |_| {
        let pasted = state.block.with(|block| {
            let block = block.as_ref()?;
            Some(workspace.scenario.with(|scenario| state.choices.with(|choices| block.read(scenario, choices))))
        });
        Arc::new(pasted.unwrap_or_default())
    });
    let asks = move || {
        let open = reading.with(|pasted| {
            pasted
                .columns
                .iter()
                .filter(|column| column.is_open)
                .map(|column| label(pasted, column))
                .collect::<Vec<_>>()
        });
        import_asks(&open, page.language.get())
    };
    let said = move || {
        let (all, replaced, same) = reading.with(|pasted| (pasted.figures.len(), pasted.replaced(), pasted.same()));
        import_said(all.saturating_sub(same), replaced, same, page.language.get())
    };
    let take = move || {
        let pasted = reading.get_untracked();
        state.open.set(false);
        apply(page, &pasted);
    };
    fragment([
        el("p").class("hint").test_id("import-asks").dyn_text(asks).done(),
        scroll_frame("import-rows")
            .word_attr("aria-label", page, ImportText::Rows)
            .el(el("table")
                .class("tool-table import-table")
                .child(heads(page, state, reading))
                .child(el("tbody").child(list(move || rows(page, state, reading))).done()))
            .done(),
        dynamic(move || more(page, state, reading)),
        decisions(page, state, reading),
        dynamic(move || remarks(page, reading)),
        el("footer")
            .el(el("p").attr("role", "status").test_id("import-said").dyn_text(said))
            .el(word_button(page, "import-cancel", ImportText::Cancel).click(move || state.open.set(false)))
            .el(word_button(page, "import-apply", ImportText::Take)
                .class("primary")
                .attr_if("disabled", move || reading.with(|pasted| pasted.is_open() || pasted.edits.is_empty()))
                .click(take))
            .done(),
    ])
}

/// What stands over a column: its letter, or its number where it is a row, and its heading.
fn label(pasted: &Pasted, column: &BlockColumn) -> String {
    [&place(column.position, pasted.is_turned), " ", &column.heading].concat().trim_end().to_owned()
}

fn place(position: usize, is_row: bool) -> String {
    let number = position.saturating_add(1);
    if is_row { number.to_string() } else { column_letters(number) }
}

/// The headings, and under each what it is taken for. They stay while choices are made.
fn heads(page: Page, state: ImportState, reading: Reading) -> AnyView {
    let columns = Memo::new(move |_| {
        reading.with(|pasted| {
            let column = |column: &&BlockColumn| (column.position, label(pasted, column), column.is_names);
            (has_names(pasted), pasted.shown_columns().iter().map(column).collect::<Vec<_>>())
        })
    });
    dynamic(move || {
        let (has_names, columns) = columns.get();
        let corner = || el("td").class("place");
        let county =
            (!has_names).then(|| el("th").attr("scope", "col").class("name").word(page, ImportText::Names).done());
        let labels = columns.iter().map(|(_, label, is_names)| {
            let head = el("th").attr("scope", "col").text(label);
            if *is_names { head.class("name").done() } else { head.done() }
        });
        let first =
            reading.with_untracked(|pasted| pasted.columns.iter().find(|column| column.is_open).map(|of| of.position));
        let choices = columns.iter().map(|(position, label, is_names)| {
            let is_first = first == Some(*position);
            let of = Column { position: *position, label: label.clone(), is_names: *is_names, is_first };
            el("td").el(of.choice(page, state, reading)).done()
        });
        el("thead")
            .el(el("tr").el(corner()).children(county).children(labels))
            .el(el("tr").el(corner()).children((!has_names).then(|| el("td").done())).children(choices))
            .done()
    })
}

fn has_names(pasted: &Pasted) -> bool {
    pasted.columns.iter().any(|column| column.is_names)
}

/// A column of the preview.
struct Column {
    position: usize,
    label: String,
    is_names: bool,
    /// Whether the planner begins here: the first that has to be chosen.
    is_first: bool,
}

impl Column {
    /// What it is taken for.
    fn choice(self, page: Page, state: ImportState, reading: Reading) -> El {
        let Self { position, label, is_names, is_first } = self;
        let test_id = format!("import-column-{}", position.saturating_add(1));
        let name = move || [&label, ": ", page.word(ImportText::Column)].concat();
        let mut choice = drop_down().test_id(test_id).dyn_attr("aria-label", name);
        if is_first {
            choice = choice.attr("autofocus", "");
        }
        if is_names {
            let names = option("name", || true).word(page, ImportText::Names);
            return choice.attr("disabled", "").el(names);
        }
        let all = state.block.with_untracked(|block| block.as_ref().map(|block| paste_columns(block.sheet)));
        let all = Arc::new(all.unwrap_or_default());
        let known = all.clone();
        let chosen = Memo::new(move |_| {
            reading.with(|pasted| {
                let column = pasted.columns.iter().find(|column| column.position == position);
                match column.and_then(|column| column.to).filter(|to| known.contains(to)) {
                    Some(to) => id(to),
                    None if column.is_some_and(|column| column.is_open) => "",
                    None => NONE,
                }
            })
        });
        let is_open = move || {
            reading.with(|pasted| pasted.columns.iter().any(|column| column.position == position && column.is_open))
        };
        let one = move |value: &'static str| option(value, move || chosen.get() == value);
        let figure = |&to: &PasteColumn| {
            let year = page.workspace.region.with_untracked(|region| region.year());
            one(id(to)).dyn_text(move || paste_column_name(to, year, page.language.get())).done()
        };
        choice
            .class_if("asked", is_open)
            .aria("aria-invalid", is_open)
            .el(one("").attr("disabled", "").word(page, ImportText::Choose))
            .el(one(NONE).word(page, ImportText::None))
            .children(all.iter().map(figure).collect::<Vec<_>>())
            .value(move || chosen.get())
            .on_value("change", move |value| {
                let to = all.iter().copied().find(|&to| id(to) == value);
                state.choices.update(|choices| _ = choices.columns.insert(position, to));
            })
    }
}

/// A column that is not taken.
const NONE: &str = "none";

const fn id(column: PasteColumn) -> &'static str {
    match column {
        PasteColumn::Grid(column) => column.id(),
        PasteColumn::Counted(of) => of.id(),
    }
}

fn rows(page: Page, state: ImportState, reading: Reading) -> Vec<AnyView> {
    state.block.with_untracked(|block| {
        let Some(block) = block else { return Vec::new() };
        reading.with(|pasted| {
            let names = (!has_names(pasted)).then_some(page);
            let columns = pasted.shown_columns();
            let of_names: Vec<bool> = columns.iter().map(|column| column.is_names).collect();
            let rows = pasted.preview(&block.table).rows;
            rows.into_iter().map(|of| row(names, &of_names, pasted.is_turned, of)).collect()
        })
    })
}

/// A row; `page` is given where the county has to be named.
fn row(page: Option<Page>, of_names: &[bool], is_turned: bool, row: PreviewRow) -> AnyView {
    let number = el("td").class("place").text(place(row.number.saturating_sub(1), !is_turned));
    let county = page.map(|page| {
        let language = page.language.get();
        let name = page.workspace.region.with(|region| {
            let county = row.county.and_then(|county| region.counties().get(county));
            county.map_or_else(String::new, |county| language.name(&county.name).to_owned())
        });
        el("th").attr("scope", "row").class("name").text(name).done()
    });
    let cells = row.cells.into_iter().zip(of_names).map(|(cell, &is_names)| match cell {
        PreviewCell { text, .. } if is_names => el("th").attr("scope", "row").class("name").text(text).done(),
        PreviewCell { text, change: None } => el("td").class("hint").text(text).done(),
        PreviewCell { change: Some((before, after)), .. } => {
            if before.as_ref() == Some(&after) {
                return el("td").text(after).done();
            }
            let class = if before.is_some() { "before replaced" } else { "before" };
            let before = before.unwrap_or_else(|| super::cell::NONE.to_owned());
            el("td").el(el("span").class(class).text(before)).text(" → ").el(el("b").text(after)).done()
        }
    });
    el("tr").el(number).children(county).children(cells).done()
}

fn more(page: Page, state: ImportState, reading: Reading) -> AnyView {
    let more = state.block.with_untracked(|block| {
        block.as_ref().map_or(0, |block| reading.with(|pasted| pasted.preview(&block.table).more))
    });
    if more == 0 { empty() } else { el("p").class("hint").text(import_more(more, page.language.get())).done() }
}

/// What a dash and a fraction mean, where there are any.
fn decisions(page: Page, state: ImportState, reading: Reading) -> AnyView {
    let decide = move |id: &'static str,
                       name: ImportText,
                       words: [(&'static str, ImportText); 3],
                       chosen: fn(&Choices) -> Option<bool>,
                       choose: fn(&mut Choices, bool),
                       is_there: fn(&Pasted) -> bool| {
        let [open, no, yes] = words;
        let now = move || match state.choices.with(chosen) {
            None => open.0,
            Some(false) => no.0,
            Some(true) => yes.0,
        };
        let is_open = move || now().is_empty();
        let one = move |(value, word): (&'static str, ImportText)| {
            option(value, move || now() == value).word(page, word).done()
        };
        let all: &[_] = if open.0 == no.0 { &[no, yes] } else { &[open, no, yes] };
        let choice = drop_down()
            .attr("id", id)
            .test_id(id)
            .class_if("asked", is_open)
            .aria("aria-invalid", is_open)
            .children(all.iter().copied().map(one).collect::<Vec<_>>())
            .value(now)
            .on_value("change", move |value| {
                if !value.is_empty() {
                    state.choices.update(|choices| choose(choices, value == yes.0));
                }
            });
        el("label")
            .attr_if("hidden", move || !reading.with(|pasted| is_there(pasted)))
            .el(el("span").word(page, name))
            .el(choice)
    };
    el("div")
        .class("import-decisions")
        .el(decide(
            "import-dash",
            ImportText::Dash,
            [("empty", ImportText::DashEmpty), ("empty", ImportText::DashEmpty), ("zero", ImportText::DashZero)],
            |choices| choices.dash_is_zero,
            |choices, is_zero| choices.dash_is_zero = Some(is_zero),
            |pasted| pasted.has_dashes,
        ))
        .el(decide(
            "import-fraction",
            ImportText::Fraction,
            [("", ImportText::Choose), ("as-is", ImportText::AsIs), ("percent", ImportText::Hundredfold)],
            |choices| choices.is_hundredfold,
            |choices, is_percent| choices.is_hundredfold = Some(is_percent),
            |pasted| pasted.has_fractions,
        ))
        .done()
}

/// So many reasons are given one by one.
const MOST_REASONS: usize = 40;

/// What is left and why, and what else is to be known.
fn remarks(page: Page, reading: Reading) -> AnyView {
    let language = page.language.get();
    reading.with(|pasted| {
        let said = |texts: Vec<String>| texts.into_iter().map(|text| el("li").text(text).done()).collect::<Vec<_>>();
        let count = pasted.report.left.len();
        let badge = (count > 0).then(|| {
            let count = [page.word(ImportText::Left), " ", &count.to_string()].concat();
            el("span").class("badge").text(count).done()
        });
        let reasons = said(paste_left(&pasted.report, MOST_REASONS, language));
        let further = count.saturating_sub(reasons.len());
        let further = (further > 0).then(|| el("li").text(["… +", &further.to_string()].concat()).done());
        // The number is that of what is left; what else is to be known stands below it.
        let left = el("div").class("import-left").children(badge).el(el("ul").children(reasons).children(further));
        let notes = el("ul").children(said(paste_notes(&pasted.report, language)));
        el("div").class("import-remarks").test_id("import-left").el(left).el(notes).done()
    })
}
