//! Supply and demand on the page: the figures of the grid's second view, and what they say.

use leptos::prelude::*;

use super::findings::{Line, listed};
use crate::charts::{Chart, ChartOptions, Reference, ShareChart, SupplyChart, SupplyDemandChart};
use crate::files::{Computed, Table, grid_selection, grid_table};
use crate::model::{CountyInputs, EnrolledFrom, Figure, Found, Ratio, Supply, SupplyCity, SupplyFinding, SupplyRow};
use crate::text::{
    GridColumn, Language, Subject, ToolWord, Word, against_goals, hundredths, missing_inputs, signed_thousands,
    slots_standing, supply_finding, thousands,
};
use crate::ui::state::drafts::Draft;
use crate::ui::state::field::Field;
use crate::ui::state::page::{ComputedCell, Page};
use crate::ui::widgets::cell::{any_bad, cell_error};
use crate::ui::widgets::element::el;
use crate::ui::widgets::labelled::{caption, control, labelled};

/// What a cell of this column shows.
pub fn cell(row: &SupplyRow, column: GridColumn, language: Language) -> ComputedCell {
    let count = |found: Found<u64>| found.map(thousands);
    let percent = |found: Found<Ratio>| found.map(|ratio| hundredths(ratio.percent_shown()));
    let spare = row.spare();
    let short = spare.is_ok_and(|spare| spare < 0);
    let figure = match column {
        GridColumn::Input(Figure::Enrolled) => count(row.enrolled_now),
        GridColumn::Input(Figure::Capacity) => count(row.slots_now),
        GridColumn::Input(Figure::Inclusive) => count(row.inclusive_now),
        GridColumn::EnrolledThen => count(row.enrolled_at_target),
        GridColumn::NewEnrolments => row.new_enrolments().map(signed_thousands),
        GridColumn::SlotsAfter => count(row.slots_after),
        GridColumn::Utilisation => percent(row.utilisation_needed()),
        GridColumn::Shortage => spare.map(|spare| thousands(spare.min(0).unsigned_abs())),
        GridColumn::InclusiveShare => percent(row.inclusive_share_after()),
        GridColumn::PerThousand => row.slots_per_thousand().map(|of| hundredths(of.number_shown())),
        // The plan's own columns, and those that show what is typed.
        GridColumn::Name
        | GridColumn::Input(
            Figure::Children | Figure::Base | Figure::Pin | Figure::Slots | Figure::Other | Figure::Population,
        )
        | GridColumn::Uplift
        | GridColumn::Target
        | GridColumn::Share
        | GridColumn::Lock => return ComputedCell { text: String::new(), why: String::new(), status: "" },
    };
    let status = match column {
        GridColumn::Utilisation | GridColumn::Shortage if short => "short",
        GridColumn::Input(Figure::Enrolled) if row.enrolled_from != EnrolledFrom::Counted => "derived",
        _ => "",
    };
    match figure {
        Ok(text) => {
            let why = match (column, spare) {
                (GridColumn::Utilisation | GridColumn::Shortage, Ok(spare)) => slots_standing(spare, language),
                (GridColumn::Input(Figure::Enrolled), _) if status == "derived" => {
                    ToolWord::Derived.in_language(language).to_owned()
                }
                _ => String::new(),
            };
            ComputedCell { text, why, status }
        }
        Err(missing) => ComputedCell { text: "—".to_owned(), why: missing_inputs(missing, language), status: "" },
    }
}

/// What the city's cell of this column shows. Its shortage is the sum of the counties': what others have to spare does
/// not help them.
pub fn sum(city: &SupplyCity, column: GridColumn, language: Language) -> ComputedCell {
    let shown = cell(&city.total, column, language);
    match (column, city.short) {
        (GridColumn::Shortage, Ok(short)) => {
            ComputedCell { text: thousands(short), status: if short > 0 { "short" } else { "" }, ..shown }
        }
        _ => shown,
    }
}

/// What is found about supply and demand, below the findings of the plan.
pub fn findings(page: Page) -> AnyView {
    let lines = Memo::new(move |_| {
        let language = page.language.get();
        let region = page.workspace.region.get();
        let line = |found: &SupplyFinding| Line {
            severity: found.severity(),
            text: supply_finding(found, &region, language),
            subject: Subject::Supply(found.clone()),
        };
        page.planned_supply(|supply| supply.findings.iter().map(line).collect::<Vec<_>>()).unwrap_or_default()
    });
    listed(page, lines)
}

/// Whether there are figures of supply and demand to draw.
pub fn has_chart(page: Page) -> bool {
    let is_known = |of: &CountyInputs| of.capacity.is_some() && of.children.is_some();
    page.workspace.scenario.with(|scenario| scenario.counties().iter().any(is_known))
}

/// The chart of supply or of shares.
pub fn chart(
    kind: SupplyDemandChart,
    (scenario, outcome): Reference<'_>,
    supply: &Supply,
    official: Option<Reference<'_>>,
    options: &ChartOptions<'_>,
) -> Box<dyn Chart> {
    match kind {
        SupplyDemandChart::Share => Box::new(ShareChart::new(scenario, outcome, supply, official, options)),
        SupplyDemandChart::Supply => Box::new(SupplyChart::new(scenario, outcome, supply, official, options)),
    }
}

/// The whole grid, to copy.
pub fn table(page: Page) -> Table {
    let language = page.language.get_untracked();
    let (view, columns) = (page.view.get_untracked(), page.columns_now());
    with_computed(page, &|computed| {
        page.workspace.scenario.with_untracked(|scenario| {
            page.workspace
                .outcome
                .with_untracked(|outcome| grid_table(scenario, outcome, (view, &columns), computed, language))
        })
    })
}

/// A rectangle of the grid, to copy.
pub fn selected(page: Page, rows: (usize, usize), columns: &[GridColumn]) -> Table {
    let language = page.language.get_untracked();
    with_computed(page, &|computed| {
        page.workspace.scenario.with_untracked(|scenario| {
            page.workspace
                .outcome
                .with_untracked(|outcome| grid_selection(scenario, outcome, rows, columns, computed, language))
        })
    })
}

fn with_computed(page: Page, copy: &dyn Fn(Computed<'_>) -> Table) -> Table {
    page.supply.with_untracked(|supply| {
        // A spreadsheet reads the bare number.
        let plain = |row: &SupplyRow, column: GridColumn| {
            let text = cell(row, column, Language::Chinese).text;
            (text != "—").then(|| text.replace(',', "").replace('−', "-").replace('+', ""))
        };
        let of_county = |at: usize, column: GridColumn| plain(supply.as_ref()?.rows.get(at)?, column);
        let of_city = |column: GridColumn| {
            let city = &supply.as_ref()?.city;
            match column {
                GridColumn::Shortage => city.short.ok().map(|short| short.to_string()),
                _ => plain(&city.total, column),
            }
        };
        copy(Computed { cell: &of_county, total: &of_city })
    })
}

/// What the grid's second view is held to: the wanted utilisation and the wanted share.
pub fn goals(page: Page) -> AnyView {
    let drafts: [RwSignal<Option<Draft>>; 2] = std::array::from_fn(|_| RwSignal::new(None));
    let [utilisation, share] = drafts;
    let fields = [Field::Utilisation, Field::InclusiveShare];
    let standing = move || {
        let goals = page.planned(|scenario, _| *scenario.supply());
        let said = page.planned_supply(|supply| against_goals(&supply.city.total, &goals, page.language.get()));
        said.unwrap_or_default()
    };
    el("div")
        .class("goals")
        .child(labelled(
            caption(page, Word::WantedUtilisation),
            control(page, Field::Utilisation, utilisation, String::new),
        ))
        .child(labelled(caption(page, Word::WantedShare), control(page, Field::InclusiveShare, share, String::new)))
        .child(el("small").class("hint").word(page, ToolWord::PlanGoals).done())
        .child(
            el("p")
                .class("standing")
                .test_id("goals-standing")
                .attr_if("hidden", move || standing().is_empty())
                .dyn_text(standing)
                .done(),
        )
        .child(
            el("p")
                .class("errors")
                .attr_if("hidden", move || !any_bad(&drafts))
                .children(fields.into_iter().zip(drafts).map(move |(field, draft)| cell_error(page, field, draft)))
                .done(),
        )
        .done()
}
