//! A spreadsheet's hands: keys, selecting, copying and pasting in the grid.

use std::ops::RangeInclusive;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, EventTarget, HtmlInputElement, KeyboardEvent, MouseEvent};

use super::deferred::with_deferred;
use super::focus::select_soon;
use super::pager::Pages;
use crate::browser::{by_test_id, fill_clipboard, focus_and_select, is_composing, listen, move_class, pasted_text};
use crate::files::Table;
use crate::model::CountyId;
use crate::session::fill::Fill;
use crate::ui::state::field::Field;
use crate::ui::state::hands::CellState;
use crate::ui::state::page::Page;
use crate::ui::state::selection::{Key, KeyAction, Rectangle, Selection, Spot, Step, spot_of};

/// What the cells of a table of counties are, as far as its keys need to know.
#[derive(Clone, Copy)]
pub struct Sheet {
    /// Whether it is on show.
    pub is_shown: fn(Page) -> bool,
    /// The table's `id`.
    pub table: &'static str,
    /// How many columns there are; the county's name is the first.
    pub columns: fn(Page) -> usize,
    /// The name of the input or button in a cell.
    pub input: fn(Page, &CountyId, usize) -> Option<String>,
    /// Explains a cell.
    pub explain: fn(Page, CountyId, usize),
    /// The button that takes a cell, or the whole row, back.
    pub restore: fn(Page, &CountyId, usize, bool) -> Option<String>,
    /// What is typed in a cell.
    pub field: fn(Page, &CountyId, usize) -> Option<Field>,
    /// The selected cells as a table.
    pub copy: fn(Page, Rectangle) -> Option<Table>,
    /// Takes a block that was pasted at a cell; the counties on show come with it where a search hides others.
    pub paste: fn(Page, String, Option<Spot>, Option<Vec<usize>>),
}

/// A table's answers to the browser's events.
#[derive(Clone, Copy)]
pub struct GridEvents {
    /// The page.
    pub page: Page,
    /// The selected cells.
    pub selection: Selection,
    /// The counties on show.
    pub pages: Pages,
    /// What the cells are.
    pub sheet: Sheet,
}

impl GridEvents {
    fn is_shown(self) -> bool {
        (self.sheet.is_shown)(self.page)
    }

    /// Listens for copying and pasting as long as the grid is there.
    pub fn listen(self) {
        let on_clipboard = |event: &'static str, answer: Box<dyn Fn(&ClipboardEvent)>| {
            listen(event, move |event| {
                if let Some(event) = event.dyn_ref() {
                    answer(event);
                }
            });
        };
        on_clipboard("copy", Box::new(move |event| self.copy(event)));
        on_clipboard("paste", Box::new(move |event| self.paste(event)));
        // The handle of a selection may be let go of anywhere.
        listen("mouseup", move |_| self.let_go());
        Effect::new(move |_| {
            let corner = self.selection.corner();
            let cell = corner.map(|Spot { row, column }| format!("[data-row=\"{row}\"] [data-column=\"{column}\"]"));
            move_class("corner", self.sheet.table, cell.as_deref());
        });
    }

    /// Enter, Shift+Enter and the arrows move from cell to cell; with Shift the arrows select.
    pub fn key(self, event: &KeyboardEvent) {
        let Some(spot) = spot_of(event.target()).filter(|_| !is_composing(event)) else { return };
        let key = Key {
            name: &event.key(),
            shift: event.shift_key(),
            control: event.ctrl_key() || event.meta_key(),
            alt: event.alt_key(),
            in_input: is_input(event),
            in_table: true,
            selecting: self.selection.now().is_some(),
        };
        let state = if key.in_input { self.page.hands.state() } else { CellState::Selected };
        match key.pressed(state).1 {
            // The cell's, and done by now.
            None | Some(KeyAction::Edit | KeyAction::Replace | KeyAction::TakeBack | KeyAction::Settle) => return,
            Some(KeyAction::Extend(rows, columns)) => {
                let count = self.page.workspace.region.with_untracked(|region| region.counties().len());
                let rows = self.rows_to_next(self.selection.head().unwrap_or(spot).row, rows);
                self.selection.extend_by(spot, (rows, columns), (count, self.columns()));
            }
            Some(KeyAction::Step(step)) => {
                self.selection.clear();
                match step {
                    Step::Up => self.step(spot, false),
                    Step::Down => self.step(spot, true),
                    Step::Left => self.step_aside((0..spot.column).rev(), spot.row),
                    Step::Right => self.step_aside(spot.column + 1..self.columns(), spot.row),
                    Step::First => self.step_aside(0..self.columns(), spot.row),
                    Step::Last => self.step_aside((0..self.columns()).rev(), spot.row),
                }
            }
            Some(KeyAction::Unselect) => self.selection.clear(),
            Some(KeyAction::Explain) => {
                let at = self.selection.head().unwrap_or(spot);
                if let Some(id) = self.county_at(at.row) {
                    (self.sheet.explain)(self.page, id, at.column);
                }
            }
            Some(KeyAction::Restore { whole_row }) => self.restore(spot, whole_row),
            Some(KeyAction::ClearSelected) => self.fill_selected(Fill::Empty),
            Some(KeyAction::FillTyped) => self.fill_selected(Fill::Typed(self.page.hands.typed.get_value())),
            Some(KeyAction::FillDown) => self.fill_down(spot),
        }
        event.prevent_default();
    }

    /// A press begins a selection; with Shift it extends the one there is.
    pub fn press(self, event: &MouseEvent) {
        let Some(spot) = spot_of(event.target()).filter(|_| event.button() == 0) else { return };
        if is_handle(event) {
            self.selection.begin_fill(spot);
            event.prevent_default();
        } else if event.shift_key() {
            self.selection.extend(spot);
            event.prevent_default();
        } else {
            self.selection.begin(spot);
        }
    }

    /// Dragging over cells selects them.
    pub fn drag(self, event: &MouseEvent) {
        if event.buttons() & 1 == 0 {
            return;
        }
        let Some(spot) = spot_of(event.target()) else { return };
        if self.selection.drag(spot) {
            event.prevent_default();
        }
    }

    /// The county that is worked on; charts of large regions show its part.
    pub fn enter(self, target: Option<EventTarget>) {
        if let Some(spot) = spot_of(target)
            && self.page.active.get_untracked() != spot.row
        {
            self.page.active.set(spot.row);
        }
    }

    /// How many rows it is to the next one up or down that a search leaves; none where there is none.
    fn rows_to_next(self, from: usize, by: isize) -> isize {
        let next = if by == 0 { None } else { self.pages.neighbour(from, by > 0) };
        next.map_or(0, |next| next.cast_signed() - from.cast_signed())
    }

    fn step(self, spot: Spot, below: bool) {
        let Some(next) = self.pages.neighbour(spot.row, below) else { return };
        let Some(test_id) = self.input_at(Spot { row: next, ..spot }) else { return };
        if self.pages.turn_to(next) {
            select_soon(test_id);
        } else {
            focus_and_select(&test_id);
        }
    }

    /// To the first of these columns that has an input.
    fn step_aside(self, mut columns: impl Iterator<Item = usize>, row: usize) {
        let is_input =
            |test_id: &String| by_test_id(test_id).is_some_and(|element| element.is_instance_of::<HtmlInputElement>());
        let input = columns.find_map(|column| self.input_at(Spot { row, column }).filter(is_input));
        if let Some(test_id) = input {
            focus_and_select(&test_id);
        }
    }

    fn columns(self) -> usize {
        (self.sheet.columns)(self.page)
    }

    fn input_at(self, spot: Spot) -> Option<String> {
        (self.sheet.input)(self.page, &self.county_at(spot.row)?, spot.column)
    }

    /// A text of several cells; until the part that reads it is there, any of more than one line or tab.
    fn is_block(self, text: &str) -> bool {
        match self.page.deferred.get_untracked() {
            Some(module) => (module.is_block)(text),
            None => text.trim_end().contains(['\t', '\n']),
        }
    }

    fn county_at(self, row: usize) -> Option<CountyId> {
        self.page.workspace.region.with_untracked(|region| region.counties().get(row).map(|county| county.id.clone()))
    }

    /// By the button of the cell or the row: there is one way back.
    fn restore(self, spot: Spot, whole_row: bool) {
        let Some(id) = self.county_at(spot.row) else { return };
        let Some(button) = (self.sheet.restore)(self.page, &id, spot.column, whole_row) else { return };
        if let Some(button) = by_test_id(&button) {
            button.click();
        }
    }

    /// What is selected, only of rows that are seen.
    fn fill_selected(self, fill: Fill) {
        let Some(rectangle) = self.selection.now() else { return };
        let ((top, bottom), columns) = (rectangle.rows(), rectangle.columns());
        self.fill((top..=bottom).filter(|row| self.pages.shows(*row)), columns, fill);
    }

    fn fill_down(self, spot: Spot) {
        if self.selection.now().is_some() {
            return self.fill_selected(Fill::Down(1));
        }
        if let Some(above) = self.pages.neighbour(spot.row, false) {
            self.fill([above, spot.row].into_iter(), (spot.column, spot.column), Fill::Down(1));
        }
    }

    /// The handle at the corner was dragged: what was selected fills the rows below it.
    fn let_go(self) {
        let Some((((top, bottom), columns), last)) = self.selection.end_fill() else { return };
        let seen = |rows: RangeInclusive<usize>| rows.filter(|row| self.pages.shows(*row));
        let sources = seen(top..=bottom).count();
        self.fill(seen(top..=last), columns, Fill::Down(sources));
    }

    fn fill(self, rows: impl Iterator<Item = usize>, (left, right): (usize, usize), fill: Fill) {
        let row = |id: CountyId| (left..=right).map(|column| (self.sheet.field)(self.page, &id, column)).collect();
        let cells: Vec<Vec<Option<Field>>> = rows.filter_map(|row| self.county_at(row)).map(row).collect();
        let page = self.page;
        with_deferred(page, move |module| (module.fill)(page, &cells, &fill));
    }

    fn copy(self, event: &ClipboardEvent) {
        if !self.is_shown() {
            return;
        }
        let Some(rectangle) = self.selection.now() else { return };
        match (self.sheet.copy)(self.page, rectangle) {
            Some(table) => fill_clipboard(event, &table.to_tsv(), &table.to_html()),
            // What is selected comes, and not the text of one cell before it.
            None if self.page.deferred.get_untracked().is_none() => event.prevent_default(),
            None => {}
        }
    }

    /// A block of cells goes to the grid wherever the focus is, unless a text field of another kind has it.
    fn paste(self, event: &ClipboardEvent) {
        if !self.is_shown() {
            return;
        }
        let spot = spot_of(event.target());
        let elsewhere = spot.is_none()
            && event.target().is_some_and(|target| {
                target.dyn_ref::<HtmlInputElement>().is_some()
                    || target.dyn_ref::<web_sys::HtmlTextAreaElement>().is_some()
            });
        let Some(text) = pasted_text(event).filter(|text| !elsewhere && self.is_block(text)) else { return };
        event.prevent_default();
        let at = self
            .selection
            .now()
            .map(|rectangle| Spot { row: rectangle.rows().0, column: rectangle.columns().0 })
            .or(spot);
        (self.sheet.paste)(self.page, text, at, self.pages.searched());
    }
}

/// Whether a press is on the handle at the corner of what is selected, which belongs to the cell there.
fn is_handle(event: &MouseEvent) -> bool {
    let cell = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    cell.filter(|cell| cell.matches("td.corner, td.input:focus-within").unwrap_or(false)).is_some_and(|cell| {
        let cell = cell.get_bounding_client_rect();
        cell.right() - f64::from(event.client_x()) < HANDLE && cell.bottom() - f64::from(event.client_y()) < HANDLE
    })
}

/// How large the handle is inside its cell, in CSS pixels.
const HANDLE: f64 = 9.0;

fn is_input(event: &KeyboardEvent) -> bool {
    event.target().is_some_and(|target| target.dyn_ref::<HtmlInputElement>().is_some())
}
