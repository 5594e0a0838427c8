//! One county of the grid.

use leptos::prelude::*;

use crate::model::{
    CountyId, CountyInputs, Edit, Figure, FigureKind, FigureOrigin, Hundredths, Name, Row, SupplyRow, Target,
    TargetSource, WhyNoTarget,
};
use crate::text::{GridColumn, Message, Subject, Word, hundredths, thousands};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::{Field, edit_to, figure_name, figure_text};
use crate::ui::state::page::Page;
use crate::ui::state::selection::Selection;
use crate::ui::widgets::cell::{NONE, any_bad, cell, cell_error};
use crate::ui::widgets::element::{El, button, el, fragment};
use crate::ui::widgets::explain::explained;
use crate::ui::widgets::icon;
use crate::ui::widgets::pager::CountyRow;

/// One county in these columns: its inputs, what follows from them, its lock, and the way back to the official plan.
pub fn grid_row(page: Page, selection: Selection, columns: &[GridColumn], county: CountyRow) -> AnyView {
    let this = County::new(page, selection, county);
    let id = this.id.with_value(ToString::to_string);
    let drafts = this.drafts;
    let cells = columns.iter().enumerate().map(|(index, &column)| this.cell(index, column, &id));
    let figures = el("tr").attr("data-row", this.position.to_string()).test_id(format!("row-{id}")).children(cells);
    let error = move |(figure, draft)| cell_error(page, Field::County(figure, this.id.get_value()), draft);
    let errors = el("tr").class("errors").attr_if("hidden", move || !any_bad(&drafts)).child(
        el("td")
            .attr("colspan", columns.len().to_string())
            .children(Figure::ALL.into_iter().zip(drafts).map(error))
            .done(),
    );
    fragment([figures.done(), errors.done()])
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
    /// What is typed, in the order of [`Figure::ALL`].
    drafts: [RwSignal<Option<Draft>>; Figure::ALL.len()],
}

impl County {
    fn new(page: Page, selection: Selection, county: CountyRow) -> Self {
        let position = county.position;
        let row = Memo::new(move |_| {
            page.planned(|_, outcome| outcome.rows.get(position).map(|row| Row { share: None, ..*row }))
        });
        let share = Memo::new(move |_| page.planned(|_, outcome| outcome.rows.get(position).and_then(|row| row.share)));
        let drafts = std::array::from_fn(|_| RwSignal::new(None));
        let (id, county_name) = (StoredValue::new(county.county.id), StoredValue::new(county.county.name));
        Self { page, selection, position, id, county_name, row, share, drafts }
    }

    fn cell(self, index: usize, column: GridColumn, id: &str) -> AnyView {
        match column {
            GridColumn::Name => self.name_cell(id),
            GridColumn::Uplift => self.computed(index, column, self.uplift(id)),
            GridColumn::Target => self.computed(index, column, self.target(id)),
            GridColumn::Share => {
                let shown = move || self.share.get().map_or_else(|| NONE.to_owned(), hundredths);
                self.computed(index, column, el("span").test_id(format!("share-{id}")).dyn_text(shown))
            }
            GridColumn::Lock => self.lock(index, id),
            GridColumn::Input(figure) => self.input(figure, index),
            GridColumn::EnrolledThen
            | GridColumn::NewEnrolments
            | GridColumn::SlotsAfter
            | GridColumn::Utilisation
            | GridColumn::Shortage
            | GridColumn::InclusiveShare
            | GridColumn::PerThousand => self.computed(index, column, self.supply_figure(column, id)),
        }
    }

    fn name(self) -> String {
        self.county_name.with_value(|name| self.page.language.get().name(name).to_owned())
    }

    fn name_cell(self, id: &str) -> AnyView {
        el("th")
            .attr("scope", "row")
            .class("name")
            .class_if("selected", self.is_selected(0))
            .attr("data-column", "0")
            .child(el("span").dyn_text(move || self.name()).done())
            .child(self.restore_row(id))
            .done()
    }

    fn uplift(self, id: &str) -> El {
        let uplift = move || self.row.get().and_then(|row| row.uplift);
        el("span")
            .class_if("plus", move || uplift().is_some_and(|uplift| uplift.ppm() > 0))
            .test_id(format!("uplift-{id}"))
            .dyn_text(move || uplift().map_or_else(|| NONE.to_owned(), |uplift| hundredths(uplift.shown())))
    }

    fn target(self, id: &str) -> El {
        let page = self.page;
        let target = move || self.row.get().map(|row| row.target);
        el("span")
            .test_id(format!("target-{id}"))
            .dyn_attr("title", move || target().and_then(why_no_target).map_or("", |why| page.word(why)))
            .class_if("pinned", move || matches!(target(), Some(Target::Known { source: TargetSource::Pinned, .. })))
            .dyn_text(move || {
                let rate = target().and_then(Target::rate);
                rate.map_or_else(|| NONE.to_owned(), |rate| hundredths(rate.percent_shown()))
            })
    }

    /// A figure of supply and demand; — until the part of the page that computes it is there.
    fn supply_figure(self, column: GridColumn, id: &str) -> El {
        let (page, position) = (self.page, self.position);
        let row: Memo<Option<SupplyRow>> =
            Memo::new(move |_| page.planned_supply(|supply| supply.rows.get(position).copied()).flatten());
        let shown = move || {
            let row = row.get()?;
            page.deferred.get().map(|module| (module.supply_cell)(&row, column, page.language.get()))
        };
        let (text, why, class) = (
            move || shown().map_or_else(|| NONE.to_owned(), |shown| shown.text),
            move || shown().map_or_else(String::new, |shown| shown.why),
            move || shown().map_or("", |shown| shown.status),
        );
        el("span")
            .test_id(format!("{}-{id}", column.id()))
            .dyn_attr("class", class)
            .dyn_attr("title", why)
            .dyn_text(text)
    }

    fn plan(self) -> Option<CountyInputs> {
        self.page.workspace.reference.get().and_then(|plan| self.id.with_value(|id| plan.county(id).copied()))
    }

    /// Whether this figure is not the official plan's. What the plan does not state cannot differ from it.
    fn differs(self, figure: Figure) -> bool {
        if !is_of_plan(figure) {
            return false;
        }
        let plan = self.plan();
        self.row.get().zip(plan).is_some_and(|(row, plan)| figure.of(&row.inputs) != figure.of(&plan))
    }

    fn is_selected(self, column: usize) -> impl FnMut() -> bool + Send + 'static {
        move || self.selection.columns_in(self.position).is_some_and(|(first, last)| (first..=last).contains(&column))
    }

    fn restore(self, which: impl Fn(Figure) -> bool) {
        if let Some(plan) = untrack(move || self.plan()) {
            let figures = Figure::ALL.into_iter().filter(|figure| which(*figure));
            let edits = self.id.with_value(|id| figures.map(|figure| edit_to(figure, id, &plan)).collect());
            self.page.workspace.edit_once(&Edit::Batch(edits));
            // What was typed there and is no figure goes as well.
            for (figure, draft) in Figure::ALL.into_iter().zip(self.drafts) {
                if which(figure) {
                    draft.set(None);
                }
            }
        }
    }

    fn restore_row(self, id: &str) -> AnyView {
        let label = move || self.page.say(Message::RestoreRow(&self.name()));
        button()
            .class("restore-row")
            .attr("tabindex", "-1")
            .test_id(format!("restore-{id}"))
            .attr_if("hidden", move || !Figure::ALL.into_iter().any(|figure| self.differs(figure)))
            .titled(label)
            .text("↺")
            .click(move || self.restore(is_of_plan))
            .done()
    }

    fn computed(self, index: usize, column: GridColumn, figure: El) -> AnyView {
        let subject = Subject::Cell(self.id.get_value(), column);
        let cell = el("td")
            .class(if column == GridColumn::Target { "target" } else { "computed" })
            .class_if("selected", self.is_selected(index))
            .attr("data-column", index.to_string())
            .el(figure);
        explained(self.page, cell, subject).done()
    }

    fn input(self, figure: Figure, index: usize) -> AnyView {
        let page = self.page;
        let draft = self.drafts[figure as usize];
        let place = Field::County(figure, self.id.get_value());
        let value = Memo::new(move |_| self.row.get().map(|row| figure_text(figure, &row.inputs)).unwrap_or_default());
        let position = self.position;
        let placeholder = move || match figure {
            Figure::Pin => page.word(Word::ByRule).to_owned(),
            // What the base says stands in for a count.
            Figure::Enrolled => page
                .planned_supply(|supply| supply.rows.get(position)?.enrolled_now.ok())
                .flatten()
                .map_or_else(|| NONE.to_owned(), |enrolled| ["≈", &thousands(enrolled)].concat()),
            _ => NONE.to_owned(),
        };
        let cells = el("td")
            .class("input")
            .class_if("selected", self.is_selected(index))
            .class_if("differs", move || self.differs(figure))
            .class_if("persons", move || figure.kind() == FigureKind::Persons)
            .attr("data-column", index.to_string());
        let cells = if is_of_plan(figure) { cells.el(self.dot(figure, &place)) } else { cells };
        cells.child(cell(page, place, value, draft, placeholder)).done()
    }

    /// Takes a figure back to the official plan.
    fn dot(self, figure: Figure, place: &Field) -> El {
        let page = self.page;
        let label = move || {
            let year = page.workspace.region.with(|region| region.year());
            let cell = page.say(Message::CellOf(&self.name(), &figure_name(figure, year, page.language.get())));
            let official = self.plan().map(|plan| figure_text(figure, &plan)).filter(|text| !text.is_empty());
            page.say(Message::RestoreCell(&cell, official.as_deref().unwrap_or(NONE)))
        };
        button()
            .class("dot")
            .attr("tabindex", "-1")
            .test_id(format!("restore-{}", place.test_id()))
            .attr_if("hidden", move || !self.differs(figure))
            .titled(label)
            .click(move || self.restore(move |other| other == figure))
    }

    fn lock(self, index: usize, id: &str) -> AnyView {
        let page = self.page;
        let locked = move || self.row.get().is_some_and(|row| row.inputs.locked);
        let label = move || page.say(Message::LockOf(&self.name()));
        let toggle = move || page.workspace.edit_once(&Edit::SetLocked(self.id.get_value(), !untrack(locked)));
        let button = button()
            .class("lock")
            .test_id(format!("lock-{id}"))
            .aria("aria-pressed", locked)
            .dyn_attr("aria-label", label)
            .dyn_attr("title", label)
            .child(icon::lock())
            .click(toggle);
        el("td")
            .class("lock")
            .class_if("selected", self.is_selected(index))
            .attr("data-column", index.to_string())
            .el(button)
            .done()
    }
}

/// Whether it can differ from the official plan. What the plan leaves to the survey is neither marked nor taken back.
fn is_of_plan(figure: Figure) -> bool {
    figure.origin() == FigureOrigin::Stated
}

const fn why_no_target(target: Target) -> Option<Word> {
    match target {
        Target::Known { .. } => None,
        Target::Unknown(WhyNoTarget::BaseMissing) => Some(Word::BaseNeeded),
        Target::Unknown(WhyNoTarget::ParameterMissing) => Some(Word::ParameterNeeded),
        Target::Unknown(WhyNoTarget::CityRateUnknown) => Some(Word::ChildrenNeeded),
    }
}
