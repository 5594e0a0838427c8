//! 监测: what counties report by date, the core indicators, the calendar, ranking and bulletin.

mod bulletin;
mod calendar;
mod fields;
mod indicators;
mod ranking;
mod reports;
mod sheet;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use crate::charts::{
    Chart, ChartKind, ChartOptions, IndicatorsChart, PaceChart, ProgressChart, RankingChart, ReportChart,
};
use crate::model::{Date, Indicator, Monitored, Outcome, RankBy, Scenario, monitored, report_of};
use crate::text::{Language, MonitorText, Paragraph};
use crate::ui::state::page::Page;
use crate::ui::state::selection::Selection;
use crate::ui::widgets::chart_card::chart_panel;
use crate::ui::widgets::element::{dynamic, el, empty, fragment};
use crate::ui::widgets::pager::Pages;
use crate::ui::widgets::print_head::print_head;
use crate::ui::widgets::tabs::tabs;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// 填报.
    Reports,
    /// 指标.
    Indicators,
    /// 序时进度.
    Calendar,
    /// 排名.
    Ranking,
    /// 通报.
    Bulletin,
}

impl Tab {
    const ALL: [Self; 5] = [Self::Reports, Self::Indicators, Self::Calendar, Self::Ranking, Self::Bulletin];

    const fn id(self) -> &'static str {
        match self {
            Self::Reports => "monitor-reports",
            Self::Indicators => "monitor-indicators",
            Self::Calendar => "monitor-calendar",
            Self::Ranking => "monitor-ranking",
            Self::Bulletin => "monitor-bulletin",
        }
    }

    const fn word(self) -> MonitorText {
        match self {
            Self::Reports => MonitorText::Reports,
            Self::Indicators => MonitorText::Indicators,
            Self::Calendar => MonitorText::Calendar,
            Self::Ranking => MonitorText::Ranking,
            Self::Bulletin => MonitorText::Bulletin,
        }
    }

    const fn charts(self) -> [ChartKind; 2] {
        match self {
            Self::Reports | Self::Calendar => [ChartKind::Progress, ChartKind::Pace],
            Self::Indicators => [ChartKind::Indicators, ChartKind::Progress],
            Self::Ranking => [ChartKind::Ranking, ChartKind::Progress],
            Self::Bulletin => [ChartKind::Progress, ChartKind::Indicators],
        }
    }
}

/// What is monitored and what of it is on show, for as long as the page is there.
#[derive(Clone, Copy)]
pub struct MonitorState {
    /// The page.
    pub page: Page,
    /// The part on show.
    pub tab: RwSignal<Tab>,
    /// The report that was chosen by hand.
    pub picked: RwSignal<Option<Date>>,
    /// The report on show; nothing where there is none.
    pub day: Memo<Option<Date>>,
    /// What it comes to.
    pub monitored: Memo<Option<Arc<Monitored>>>,
    /// The group of figures on show.
    pub group: RwSignal<usize>,
    /// The indicator that is looked at county by county.
    pub indicator: RwSignal<Indicator>,
    /// By what counties are ranked.
    pub by: RwSignal<RankBy>,
    /// Paragraphs of the bulletin that are switched off.
    pub off: RwSignal<Vec<Paragraph>>,
    /// The selected cells of the report.
    pub selection: Selection,
    /// The counties of the report on show.
    pub pages: Pages,
}

/// Makes it. Worked out is only what is on show.
pub fn begin(page: Page) {
    let scenario = page.workspace.scenario;
    let picked = RwSignal::new(None);
    let day = Memo::new(move |_| {
        let wanted = picked.get();
        let today = page.today();
        scenario.with(|scenario| {
            let is_there = |day: &Date| scenario.monitoring().report(*day).is_some();
            wanted.filter(is_there).or_else(|| report_of(scenario, today))
        })
    });
    let monitored = Memo::new(move |_| {
        let (day, today) = (day.get()?, page.today());
        let of = |outcome: &_| scenario.with(|scenario| monitored(scenario, outcome, day, today));
        page.workspace.outcome.with(of).map(Arc::new)
    });
    let state = MonitorState {
        page,
        tab: RwSignal::new(Tab::Reports),
        picked,
        day,
        monitored,
        group: RwSignal::new(0),
        indicator: RwSignal::new(Indicator::InclusiveAdded),
        by: RwSignal::new(RankBy::Indicator(Indicator::InclusiveAdded)),
        off: RwSignal::new(Vec::new()),
        selection: Selection::new(),
        pages: Pages::new(page),
    };
    state.events().listen();
    page.provide(state);
}

impl MonitorState {
    /// Something read from the report on show.
    fn read<T>(self, of: impl Fn(&Scenario, &Outcome, Date, Language) -> Option<T>) -> Option<T> {
        let page = self.page;
        let (day, language) = (self.day.get()?, page.language.get());
        page.workspace
            .scenario
            .with(|scenario| page.workspace.outcome.with(|outcome| of(scenario, outcome, day, language)))
    }
}

/// The whole page.
pub fn page(page: Page) -> AnyView {
    let Some(state) = page.provided::<MonitorState>() else { return empty() };
    let is_reported = Memo::new(move |_| state.day.with(Option::is_some));
    let contents = move || match (is_reported.get(), state.tab.get()) {
        (_, Tab::Reports) => reports::reports(state),
        (false, Tab::Calendar) => fragment([no_report(page), calendar::settings(state)]),
        (false, _) => no_report(page),
        (true, Tab::Indicators) => indicators::indicators(state),
        (true, Tab::Calendar) => fragment([calendar::progress(state), calendar::settings(state)]),
        (true, Tab::Ranking) => ranking::ranking(state),
        (true, Tab::Bulletin) => bulletin::contents(state),
    };
    let charts = move || {
        if is_reported.get() { fragment(state.tab.get().charts().map(|kind| chart_panel(page, kind))) } else { empty() }
    };
    fragment([
        dynamic(move || print_head(page, state.tab.get().word())),
        reports::bar(state),
        tabs(
            page,
            "views monitor-tabs",
            MonitorText::Views,
            Tab::ALL.map(|tab| (tab, tab.id(), tab.word())),
            state.tab,
        ),
        el("div")
            .class("monitor-page")
            .class_if("alone", move || !is_reported.get())
            .child(el("div").class("monitor-contents").child(dynamic(contents)).done())
            .child(el("div").class("monitor-charts charts").child(dynamic(charts)).done())
            .done(),
    ])
}

fn no_report(page: Page) -> AnyView {
    el("section")
        .class("card empty")
        .child(el("p").test_id("monitor-empty").word(page, MonitorText::Empty).done())
        .done()
}

/// Whether there is a report on show.
pub fn has_chart(page: Page) -> bool {
    page.provided::<MonitorState>().is_some_and(|state| state.day.get().is_some())
}

/// A chart of the report on show; nothing where there is none.
pub fn chart(page: Page, kind: ReportChart, options: &ChartOptions<'_>) -> Option<Box<dyn Chart>> {
    let today = page.today();
    let state = page.provided::<MonitorState>()?;
    let day = state.day.get()?;
    page.workspace.scenario.with(|scenario| {
        page.workspace.outcome.with(|outcome| {
            Some(match kind {
                ReportChart::Progress => {
                    Box::new(ProgressChart::new(scenario, outcome, day, today, options)?) as Box<dyn Chart>
                }
                ReportChart::Pace => Box::new(PaceChart::new(scenario, outcome, day, today, options)?),
                ReportChart::Indicators => Box::new(IndicatorsChart::new(scenario, outcome, day, today, options)?),
                ReportChart::Ranking => Box::new(RankingChart::new(scenario, outcome, day, state.by.get(), options)?),
            })
        })
    })
}
