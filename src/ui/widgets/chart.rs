//! The charts of the open scenario, whoever draws them.

use leptos::prelude::*;

use crate::charts::{Chart, ChartKind, ChartOptions, ChartSource, Order, PlanChart, RatesChart, SlotsChart};
use crate::storage::ChartOrder;
use crate::ui::state::page::Page;

/// The chart of the open scenario as it stands; follows everything that it shows. All but those of the plan
/// itself are drawn by a part of the page that may not be there yet.
pub fn chart(page: Page, kind: ChartKind) -> Option<Box<dyn Chart>> {
    let name = page.scenario_name();
    let date = page.today().iso();
    let options = ChartOptions {
        language: page.language.get(),
        scenario_name: &name,
        date: &date,
        order: match page.order.get() {
            ChartOrder::Document => Order::Document,
            ChartOrder::Value => Order::Value,
        },
        around: Some(page.active.get()),
    };
    let (plan, expected) = (page.workspace.reference.get(), page.workspace.expected.get());
    let reference = plan.as_deref().zip(expected.as_deref());
    let deferred = page.deferred.get();
    page.workspace.scenario.with(|scenario| {
        page.workspace.outcome.with(|outcome| match kind.spec().source {
            ChartSource::Plan(PlanChart::Rates) => {
                let chart = RatesChart::new(scenario, outcome, reference, &options);
                Some(Box::new(chart) as Box<dyn Chart>)
            }
            ChartSource::Plan(PlanChart::Slots) => {
                let note = deferred.and_then(|deferred| (deferred.division_note)(scenario, options.language));
                let chart = SlotsChart::new(scenario, outcome, reference, &options).noting(note.as_deref());
                Some(Box::new(chart) as Box<dyn Chart>)
            }
            ChartSource::Supply(of) => page.supply.with(|supply| {
                Some((deferred?.supply_chart)(of, (scenario, outcome), supply.as_ref()?, reference, &options))
            }),
            ChartSource::Comparison(of) => (deferred?.compare_chart)(page, of, &options),
            ChartSource::Report(of) => (deferred?.report_chart)(page, of, &options),
            ChartSource::Tasks => (deferred?.tasks_chart)(page, &options),
        })
    })
}

/// Pixels that a chart of this width is high.
pub fn height_of(page: Page, kind: ChartKind, width: u32, chart: &dyn Chart) -> u32 {
    let counties = page.workspace.region.with(|region| region.counties().len());
    kind.spec().height.pixels(width, counties, chart.rows())
}
