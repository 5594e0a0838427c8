//! One county of the grid.

use leptos::prelude::*;

use crate::model::{CountyId, CountyInputs, Edit, Name, Row, Target, TargetSource, WhyNoTarget};
use crate::text::{Message, Word, hundredths};

use super::super::cell::{Cell, any_bad, cell_error};
use super::super::drafts::Draft;
use super::super::field::{CountyField, Field};
use super::super::icon;
use super::super::page::Page;
use super::super::parts::{Flag, click, flag, text};
use super::super::selection::Selection;
use super::pager::CountyRow;

/// What stands where a figure is not known.
pub const NONE: &str = "—";

/// One county: four inputs, what follows from them, its lock, and the way back to the official plan.
#[component]
pub fn GridRow(page: Page, selection: Selection, county: CountyRow) -> impl IntoView {
    let position = county.position;
    let id_text = county.county.id.to_string();
    let this = County::new(page, selection, county);
    let drafts: [RwSignal<Option<Draft>>; 4] = std::array::from_fn(|_| RwSignal::new(None));
    let row = this.row;
    let uplift = move || row.get().and_then(|row| row.uplift);
    let uplift_text = text(move || uplift().map_or_else(|| NONE.to_owned(), |uplift| hundredths(uplift.shown())));
    let target = text(move || {
        row.get()
            .and_then(|row| row.target.rate())
            .map_or_else(|| NONE.to_owned(), |rate| hundredths(rate.percent_shown()))
    });
    let why = text(move || row.get().and_then(|row| why_no_target(row.target)).map_or("", |why| page.word(why)));
    let pinned = flag(move || {
        row.get().is_some_and(|row| matches!(row.target, Target::Known { source: TargetSource::Pinned, .. }))
    });
    let share = text(move || row.get().and_then(|row| row.share).map_or_else(|| NONE.to_owned(), hundredths));
    let locked = move || row.get().is_some_and(|row| row.inputs.locked);
    let toggle = move || {
        page.workspace.edit_once(&Edit::SetLocked(this.id.get_value(), !untrack(locked)));
    };
    let errors: Vec<AnyView> = CountyField::ALL
        .into_iter()
        .zip(drafts)
        .map(|(field, draft)| cell_error(page, Field::County(field, this.id.get_value()), draft))
        .collect();
    let [children, base, pin, slots] = drafts;
    view! {
        <tr data-row=position.to_string() data-testid=format!("row-{id_text}")>
            <th scope="row" class="name" class:selected=this.selected(0) data-column="0">
                <span>{text(move || this.name())}</span>
                {this.restore_row(&id_text)}
            </th>
            {this.input(CountyField::Children, 1, children)}
            {this.input(CountyField::Base, 2, base)}
            <td class:selected=this.selected(3) data-column="3">
                <span
                    class:plus=flag(move || uplift().is_some_and(|uplift| uplift.ppm() > 0))
                    data-testid=format!("uplift-{id_text}")
                >
                    {uplift_text}
                </span>
            </td>
            <td class="target" class:selected=this.selected(4) data-column="4">
                <span data-testid=format!("target-{id_text}") title=why class:pinned=pinned>{target}</span>
            </td>
            {this.input(CountyField::Pin, 5, pin)}
            {this.input(CountyField::Slots, 6, slots)}
            <td class:selected=this.selected(7) data-column="7">
                <span data-testid=format!("share-{id_text}")>{share}</span>
            </td>
            <td class="lock" class:selected=this.selected(8) data-column="8">
                <button
                    type="button"
                    class="lock"
                    data-testid=format!("lock-{id_text}")
                    aria-pressed=text(move || if locked() { "true" } else { "false" })
                    aria-label=text(move || page.say(Message::LockOf(&this.name())))
                    title=text(move || page.say(Message::LockOf(&this.name())))
                    on:click=click(toggle)
                >
                    {icon::lock()}
                </button>
            </td>
        </tr>
        <tr class="errors" hidden=flag(move || !any_bad(&drafts))>
            <td colspan="9">{errors}</td>
        </tr>
    }
}

/// What the cells of one county share.
#[derive(Clone, Copy)]
struct County {
    page: Page,
    selection: Selection,
    position: usize,
    id: StoredValue<CountyId>,
    county_name: StoredValue<Name>,
    /// Cut off by equality: an edit of another county ends here.
    row: Memo<Option<Row>>,
}

impl County {
    fn new(page: Page, selection: Selection, county: CountyRow) -> Self {
        let position = county.position;
        let row = Memo::new(move |_| page.workspace.outcome.with(|outcome| outcome.rows.get(position).copied()));
        let (id, county_name) = (StoredValue::new(county.county.id), StoredValue::new(county.county.name));
        Self { page, selection, position, id, county_name, row }
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

    fn selected(self, column: usize) -> Flag {
        flag(move || {
            self.selection.columns_in(self.position).is_some_and(|(first, last)| (first..=last).contains(&column))
        })
    }

    fn restore(self, fields: &[CountyField]) {
        if let Some(plan) = untrack(move || self.plan()) {
            let edits = self.id.with_value(|id| fields.iter().map(|field| field.edit_to(id, &plan)).collect());
            self.page.workspace.edit_once(&Edit::Batch(edits));
        }
    }

    fn restore_row(self, id: &str) -> AnyView {
        let label = move || text(move || self.page.say(Message::RestoreRow(&self.name())));
        let same = flag(move || !CountyField::ALL.into_iter().any(|field| self.differs(field)));
        view! {
            <button
                type="button"
                class="restore-row"
                tabindex="-1"
                data-testid=format!("restore-{id}")
                hidden=same
                title=label()
                aria-label=label()
                on:click=click(move || self.restore(&CountyField::ALL))
            >
                "↺"
            </button>
        }
        .into_any()
    }

    fn input(self, field: CountyField, column: usize, draft: RwSignal<Option<Draft>>) -> AnyView {
        let page = self.page;
        let place = Field::County(field, self.id.get_value());
        let restore_id = format!("restore-{}", place.test_id());
        let value = Memo::new(move |_| self.row.get().map(|row| field.text(&row.inputs)).unwrap_or_default());
        let placeholder = text(move || if field == CountyField::Pin { page.word(Word::ByRule) } else { NONE });
        let label = move || {
            let year = page.workspace.region.with(|region| region.year());
            let cell = page.say(Message::CellOf(&self.name(), &field.column_name(year, page.language.get())));
            let official = self.plan().map(|plan| field.text(&plan)).filter(|text| !text.is_empty());
            let says = page.say(Message::OfficialSays(official.as_deref().unwrap_or(NONE)));
            format!("{says}（{}）", page.say(Message::RestoreCell(&cell)))
        };
        view! {
            <td
                class="input"
                class:selected=self.selected(column)
                class:differs=flag(move || self.differs(field))
                data-column=column.to_string()
            >
                <button
                    type="button"
                    class="dot"
                    tabindex="-1"
                    data-testid=restore_id
                    hidden=flag(move || !self.differs(field))
                    title=text(label)
                    aria-label=text(label)
                    on:click=click(move || self.restore(&[field]))
                ></button>
                <Cell page field=place value draft placeholder />
            </td>
        }
        .into_any()
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
