//! The county grid, or a part of it, as a table to copy.

use super::{GridColumn, GridView, Table};
use tuowei_model::{CityRate, Figure, Hundredths, Outcome, Scenario};
use tuowei_text::{Language, city_total, column_heading, exact_figure, grid_caption, hundredths, locked_mark};

/// What stands where a computed figure is not known.
const UNKNOWN: &str = "—";

/// The columns that follow from supply and demand, as the page shows them: counts without a mark between thousands,
/// percentages with their decimals. What is not known is nothing.
#[derive(Clone, Copy)]
pub struct Computed<'a> {
    /// The cell of a county, by its position in the region.
    pub cell: &'a dyn Fn(usize, GridColumn) -> Option<String>,
    /// The cell of the total row.
    pub total: &'a dyn Fn(GridColumn) -> Option<String>,
}

impl Computed<'_> {
    /// Where they are not computed, and not shown either.
    pub const NONE: Self = Self { cell: &|_, _| None, total: &|_| None };
}

/// The whole grid with these columns of a view, with headings and the total row.
#[must_use]
pub fn grid_table(
    scenario: &Scenario,
    outcome: &Outcome,
    (view, columns): (GridView, &[GridColumn]),
    supply: Computed<'_>,
    language: Language,
) -> Table {
    let region = scenario.region();
    let mut table = grid_selection(scenario, outcome, (0, region.counties().len()), columns, supply, language);
    table.rows.push(columns.iter().map(|&column| total_text(outcome, column, supply, language)).collect());
    table.headings = columns.iter().map(|&column| column_heading(column, region.year(), language)).collect();
    table.caption = Some(grid_caption(region, view, scenario.name(), language));
    table.named_rows = true;
    table
}

/// A rectangle of the grid as bare cells: the rows from first to last, both inside, in these columns.
#[must_use]
pub fn grid_selection(
    scenario: &Scenario,
    outcome: &Outcome,
    (first, last): (usize, usize),
    columns: &[GridColumn],
    supply: Computed<'_>,
    language: Language,
) -> Table {
    let cell = |county, column| cell_text(scenario, outcome, county, column, supply, language);
    let row = |county| columns.iter().map(|&column| cell(county, column)).collect();
    let end = last.saturating_add(1).min(scenario.counties().len());
    Table { rows: (first..end).map(row).collect(), ..Table::default() }
}

/// One cell: an input to its last decimal, a computed figure as the page shows it.
///
/// An input that is not known is empty, and so is everything of a county that does not exist.
fn cell_text(
    scenario: &Scenario,
    outcome: &Outcome,
    county: usize,
    column: GridColumn,
    supply: Computed<'_>,
    language: Language,
) -> String {
    let (Some(row), Some(unit)) = (outcome.rows.get(county), scenario.region().counties().get(county)) else {
        return String::new();
    };
    let computed = |figure: Option<_>| known(figure.map(hundredths));
    match column {
        GridColumn::Name => language.name(&unit.name).to_owned(),
        GridColumn::Uplift => computed(row.uplift.map(|uplift| uplift.shown())),
        GridColumn::Target => computed(row.target.rate().map(|rate| rate.percent_shown())),
        GridColumn::Input(figure) => figure.of(&row.inputs).map_or_else(String::new, exact_figure),
        GridColumn::Share => computed(row.share),
        GridColumn::Lock => locked_mark(row.inputs.locked, language).to_owned(),
        GridColumn::EnrolledThen
        | GridColumn::NewEnrolments
        | GridColumn::SlotsAfter
        | GridColumn::Utilisation
        | GridColumn::Shortage
        | GridColumn::InclusiveShare
        | GridColumn::PerThousand => known((supply.cell)(county, column)),
    }
}

fn total_text(outcome: &Outcome, column: GridColumn, supply: Computed<'_>, language: Language) -> String {
    let rate = |rate: CityRate| known(rate.percent_shown().map(hundredths));
    match column {
        GridColumn::Name => city_total(language).to_owned(),
        GridColumn::Input(Figure::Base) => rate(outcome.city.base),
        GridColumn::Uplift => known(outcome.city.uplift.map(hundredths)),
        GridColumn::Target => rate(outcome.city.target),
        GridColumn::Input(Figure::Pin) | GridColumn::Lock => String::new(),
        // What is given so far, as beside the task: a county that was given nothing yet hides nothing.
        GridColumn::Input(Figure::Slots) => outcome.allocation.allocated.to_string(),
        GridColumn::Share => {
            let whole = outcome.rows.iter().filter_map(|row| row.share).map(|share| share.get()).reduce(|a, b| a + b);
            known(whole.map(|whole| hundredths(Hundredths::new(whole))))
        }
        GridColumn::Input(figure) => {
            known(figure.total(outcome.rows.iter().map(|row| &row.inputs)).map(|total| total.to_string()))
        }
        GridColumn::EnrolledThen
        | GridColumn::NewEnrolments
        | GridColumn::SlotsAfter
        | GridColumn::Utilisation
        | GridColumn::Shortage
        | GridColumn::InclusiveShare
        | GridColumn::PerThousand => known((supply.total)(column)),
    }
}

fn known(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| UNKNOWN.to_owned())
}
