//! The county grid, or a part of it, as a table to copy.

use super::{GridColumn, Table};
use crate::model::{CityRate, Hundredths, Outcome, Scenario};
use crate::text::{Language, city_total, column_heading, count, exact_rate, hundredths, locked_mark, plan_caption};

/// What stands where a computed figure is not known.
const UNKNOWN: &str = "—";

/// The whole grid, with headings and the total row.
#[must_use]
pub fn grid_table(scenario: &Scenario, outcome: &Outcome, language: Language) -> Table {
    let region = scenario.region();
    let columns = GridColumn::ALL;
    let mut table = grid_selection(scenario, outcome, (0, region.counties().len()), &columns, language);
    table.rows.push(columns.iter().map(|&column| total_text(outcome, column, language)).collect());
    table.headings = columns.iter().map(|&column| column_heading(column, region.year(), language)).collect();
    table.caption = Some(plan_caption(region, scenario.name(), language));
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
    language: Language,
) -> Table {
    let row = |county| columns.iter().map(|&column| cell_text(scenario, outcome, county, column, language)).collect();
    let end = last.saturating_add(1).min(scenario.counties().len());
    Table { rows: (first..end).map(row).collect(), ..Table::default() }
}

/// One cell: an input to its last decimal, a computed figure as the page shows it.
///
/// An input that is not known is empty, and so is everything of a county that does not exist.
fn cell_text(scenario: &Scenario, outcome: &Outcome, county: usize, column: GridColumn, language: Language) -> String {
    let (Some(row), Some(unit)) = (outcome.rows.get(county), scenario.region().counties().get(county)) else {
        return String::new();
    };
    let computed = |figure: Option<_>| figure.map_or_else(|| UNKNOWN.to_owned(), hundredths);
    match column {
        GridColumn::Name => language.name(&unit.name).to_owned(),
        GridColumn::Children => row.inputs.children.map_or_else(String::new, |children| count(children.get())),
        GridColumn::Base => row.inputs.base.map_or_else(String::new, exact_rate),
        GridColumn::Uplift => computed(row.uplift.map(|uplift| uplift.shown())),
        GridColumn::Target => computed(row.target.rate().map(|rate| rate.percent_shown())),
        GridColumn::Pin => row.inputs.pin.map_or_else(String::new, exact_rate),
        GridColumn::Slots => row.inputs.slots.map_or_else(String::new, |slots| count(slots.get())),
        GridColumn::Share => computed(row.share),
        GridColumn::Lock => locked_mark(row.inputs.locked, language).to_owned(),
    }
}

fn total_text(outcome: &Outcome, column: GridColumn, language: Language) -> String {
    let known = |figure: Option<String>| figure.unwrap_or_else(|| UNKNOWN.to_owned());
    let rate = |rate: CityRate| known(rate.percent_shown().map(hundredths));
    match column {
        GridColumn::Name => city_total(language).to_owned(),
        GridColumn::Children => known(outcome.city.children.map(|children| children.to_string())),
        GridColumn::Base => rate(outcome.city.base),
        GridColumn::Uplift => known(outcome.city.uplift.map(hundredths)),
        GridColumn::Target => rate(outcome.city.target),
        GridColumn::Pin | GridColumn::Lock => String::new(),
        GridColumn::Slots => outcome.allocation.allocated.to_string(),
        GridColumn::Share => {
            let whole = outcome.rows.iter().filter_map(|row| row.share).map(|share| share.get()).reduce(|a, b| a + b);
            known(whole.map(|whole| hundredths(Hundredths::new(whole))))
        }
    }
}
