//! One county of the grid.

use leptos::prelude::*;

use crate::model::{CountyId, CountyInputs, Edit, Hundredths, Name, Row, Target, TargetSource, WhyNoTarget};
use crate::text::{Message, Word, hundredths};

use super::super::cell::{any_bad, cell, cell_error};
use super::super::drafts::Draft;
use super::super::el::{El, el, several};
use super::super::field::{CountyField, Field};
use super::super::icon;
use super::super::page::Page;
use super::super::selection::Selection;
use super::pager::CountyRow;

/// What stands where a figure is not known.
pub const NONE: &str = "—";

/// One county: four inputs, what follows from them, its lock, and the way back to the official plan.
pub fn grid_row(page: Page, selection: Selection, county: CountyRow) -> AnyView {
    let this = County::new(page, selection, county);
    let id = this.id.with_value(ToString::to_string);
    let drafts = this.drafts;
    let [children, base, pin, slots] = drafts;
    let row = this.row;
    let uplift = move || row.get().and_then(|row| row.uplift);
    let uplift_cell = el("span")
        .class_if("plus", move || uplift().is_some_and(|uplift| uplift.ppm() > 0))
        .test_id(format!("uplift-{id}"))
        .follow_text(move || uplift().map_or_else(|| NONE.to_owned(), |uplift| hundredths(uplift.shown())));
    let target = move || row.get().map(|row| row.target);
    let target_cell = el("span")
        .test_id(format!("target-{id}"))
        .follow("title", move || target().and_then(why_no_target).map_or("", |why| page.word(why)))
        .class_if("pinned", move || matches!(target(), Some(Target::Known { source: TargetSource::Pinned, .. })))
        .follow_text(move || {
            let rate = target().and_then(Target::rate);
            rate.map_or_else(|| NONE.to_owned(), |rate| hundredths(rate.percent_shown()))
        });
    let share_cell = el("span")
        .test_id(format!("share-{id}"))
        .follow_text(move || this.share.get().map_or_else(|| NONE.to_owned(), hundredths));
    let name = el("th")
        .set("scope", "row")
        .class("name")
        .class_if("selected", this.is_selected(0))
        .set("data-column", "0")
        .child(el("span").follow_text(move || this.name()).done())
        .child(this.restore_row(&id));
    let figures = el("tr")
        .set("data-row", this.position.to_string())
        .test_id(format!("row-{id}"))
        .el(name)
        .child(this.input(CountyField::Children, 1, children))
        .child(this.input(CountyField::Base, 2, base))
        .child(this.computed(3, uplift_cell))
        .child(this.computed(4, target_cell))
        .child(this.input(CountyField::Pin, 5, pin))
        .child(this.input(CountyField::Slots, 6, slots))
        .child(this.computed(7, share_cell))
        .child(this.lock(8, &id));
    let error = move |(field, draft)| cell_error(page, Field::County(field, this.id.get_value()), draft);
    let errors = el("tr")
        .class("errors")
        .set_if("hidden", move || !any_bad(&drafts))
        .child(el("td").set("colspan", "9").children(CountyField::ALL.into_iter().zip(drafts).map(error)).done());
    several([figures.done(), errors.done()])
}

/// What the cells of one county share.
#[derive(Clone, Copy)]
struct County {
    page: Page,
    selection: Selection,
    position: usize,
    id: StoredValue<CountyId>,
    county_name: StoredValue<Name>,
    /// Everything but the share, cut off by equality: an edit of another county ends here.
    row: Memo<Option<Row>>,
    /// The share moves with every county's slots, and so goes apart.
    share: Memo<Option<Hundredths>>,
    /// What is typed, in the order of [`CountyField::ALL`].
    drafts: [RwSignal<Option<Draft>>; 4],
}

impl County {
    fn new(page: Page, selection: Selection, county: CountyRow) -> Self {
        let position = county.position;
        let outcome = page.workspace.outcome;
        let row = Memo::new(move |_| {
            outcome.with(|outcome| outcome.rows.get(position).map(|row| Row { share: None, ..*row }))
        });
        let share = Memo::new(move |_| outcome.with(|outcome| outcome.rows.get(position).and_then(|row| row.share)));
        let drafts = std::array::from_fn(|_| RwSignal::new(None));
        let (id, county_name) = (StoredValue::new(county.county.id), StoredValue::new(county.county.name));
        Self { page, selection, position, id, county_name, row, share, drafts }
    }

    fn name(self) -> String {
        self.county_name.with_value(|name| self.page.language.get().name(name).to_owned())
    }

    fn plan(self) -> Option<CountyInputs> {
        self.page.workspace.reference.get().and_then(|plan| self.id.with_value(|id| plan.county(id).copied()))
    }

    /// Whether this figure is not the official plan's.
    fn differs(self, field: CountyField) -> bool {
        let plan = self.plan();
        self.row.get().zip(plan).is_some_and(|(row, plan)| field.text(&row.inputs) != field.text(&plan))
    }

    fn is_selected(self, column: usize) -> impl FnMut() -> bool + Send + 'static {
        move || self.selection.columns_in(self.position).is_some_and(|(first, last)| (first..=last).contains(&column))
    }

    fn restore(self, fields: &[CountyField]) {
        if let Some(plan) = untrack(move || self.plan()) {
            let edits = self.id.with_value(|id| fields.iter().map(|field| field.edit_to(id, &plan)).collect());
            self.page.workspace.edit_once(&Edit::Batch(edits));
            // What was typed there and is no figure goes as well.
            for (field, draft) in CountyField::ALL.into_iter().zip(self.drafts) {
                if fields.contains(&field) {
                    draft.set(None);
                }
            }
        }
    }

    fn restore_row(self, id: &str) -> AnyView {
        let label = move || self.page.say(Message::RestoreRow(&self.name()));
        el("button")
            .set("type", "button")
            .class("restore-row")
            .set("tabindex", "-1")
            .test_id(format!("restore-{id}"))
            .set_if("hidden", move || !CountyField::ALL.into_iter().any(|field| self.differs(field)))
            .follow("title", label)
            .follow("aria-label", label)
            .text("↺")
            .click(move || self.restore(&CountyField::ALL))
            .done()
    }

    fn computed(self, column: usize, figure: El) -> AnyView {
        el("td")
            .class(if column == 4 { "target" } else { "computed" })
            .class_if("selected", self.is_selected(column))
            .set("data-column", column.to_string())
            .el(figure)
            .done()
    }

    fn input(self, field: CountyField, column: usize, draft: RwSignal<Option<Draft>>) -> AnyView {
        let page = self.page;
        let place = Field::County(field, self.id.get_value());
        let value = Memo::new(move |_| self.row.get().map(|row| field.text(&row.inputs)).unwrap_or_default());
        let placeholder = move || if field == CountyField::Pin { page.word(Word::ByRule) } else { NONE }.to_owned();
        let label = move || {
            let year = page.workspace.region.with(|region| region.year());
            let cell = page.say(Message::CellOf(&self.name(), &field.column_name(year, page.language.get())));
            let official = self.plan().map(|plan| field.text(&plan)).filter(|text| !text.is_empty());
            page.say(Message::RestoreCell(&cell, official.as_deref().unwrap_or(NONE)))
        };
        let dot = el("button")
            .set("type", "button")
            .class("dot")
            .set("tabindex", "-1")
            .test_id(format!("restore-{}", place.test_id()))
            .set_if("hidden", move || !self.differs(field))
            .follow("title", label)
            .follow("aria-label", label)
            .click(move || self.restore(&[field]));
        el("td")
            .class("input")
            .class_if("selected", self.is_selected(column))
            .class_if("differs", move || self.differs(field))
            .set("data-column", column.to_string())
            .el(dot)
            .child(cell(page, place, value, draft, placeholder))
            .done()
    }

    fn lock(self, column: usize, id: &str) -> AnyView {
        let page = self.page;
        let locked = move || self.row.get().is_some_and(|row| row.inputs.locked);
        let label = move || page.say(Message::LockOf(&self.name()));
        let toggle = move || page.workspace.edit_once(&Edit::SetLocked(self.id.get_value(), !untrack(locked)));
        let button = el("button")
            .set("type", "button")
            .class("lock")
            .test_id(format!("lock-{id}"))
            .follow("aria-pressed", move || if locked() { "true" } else { "false" })
            .follow("aria-label", label)
            .follow("title", label)
            .child(icon::lock())
            .click(toggle);
        el("td")
            .class("lock")
            .class_if("selected", self.is_selected(column))
            .set("data-column", column.to_string())
            .el(button)
            .done()
    }
}

const fn why_no_target(target: Target) -> Option<Word> {
    match target {
        Target::Known { .. } => None,
        Target::Unknown(WhyNoTarget::BaseMissing) => Some(Word::BaseNeeded),
        Target::Unknown(WhyNoTarget::ParameterMissing) => Some(Word::ParameterNeeded),
        Target::Unknown(WhyNoTarget::CityRateUnknown) => Some(Word::ChildrenNeeded),
    }
}
