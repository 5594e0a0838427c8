//! The tables of monitoring to copy: what is reported, and what a report comes to.
//!
//! A spreadsheet reads bare numbers: none of them has marks between thousands. Each function answers nothing where there is
//! no report of the day.

use super::Table;
use tuowei_model::{
    Counted, Date, Indicator, Judged, Outcome, Progress, RankBy, Ratio, Report, Scenario, by_place, judged, monitored,
    standings, unreported,
};
use tuowei_text::{
    Language, MonitorText, change_text, city_total, count_text, counted_group, counted_name, day_text, group_of,
    hundredths, indicator_name, region_year, short_text, shown_count, status_name, unread_text, unreported_text,
};

/// What stands where a computed figure is not known.
const UNKNOWN: &str = "—";

/// Counties with the figures that they report, and the city's sums; no sum where a county did not report. What was not
/// reported is empty, so that the table can be pasted back.
#[must_use]
pub fn report_table(scenario: &Scenario, day: Date, columns: &[Counted], language: Language) -> Option<Table> {
    let report = scenario.monitoring().report(day)?;
    let cells = |county: usize| columns.iter().map(move |of| cell(report, county, *of));
    let mut rows = counties(scenario, language, |county| Some(cells(county).collect()));
    let total = |of: &Counted| known(report.total(*of).map(|total| bare(&shown_count(*of, total))));
    rows.push(named(city_total(language), columns.iter().map(total)));
    // Figures of one group are called by it.
    let group = columns.first().and_then(|first| counted_group(group_of(*first)));
    let group = group.filter(|(_, of_group)| columns.iter().all(|of| of_group.contains(of)));
    let title = group.map_or(MonitorText::Reports, |(name, _)| name).in_language(language);
    let headings = columns.iter().map(|of| counted_name(*of, language).to_owned());
    Some(table(caption(scenario, title, day, language), MonitorText::County, headings, rows, language))
}

/// A part of the report as bare cells: the counties from first to last, both inside, in these columns.
#[must_use]
pub fn report_selection(
    scenario: &Scenario,
    day: Date,
    (first, last): (usize, usize),
    columns: &[Counted],
) -> Option<Table> {
    let report = scenario.monitoring().report(day)?;
    let end = last.saturating_add(1).min(report.counties.len());
    let row = |county| columns.iter().map(|of| cell(report, county, *of)).collect();
    Some(Table { rows: (first..end).map(row).collect(), ..Table::default() })
}

/// The core indicators of the city: value, both terms or why there is no value, target, status, distance and what is still
/// needed. `today` is as for [`monitored`].
#[must_use]
pub fn indicator_table(
    scenario: &Scenario,
    outcome: &Outcome,
    day: Date,
    today: Date,
    language: Language,
) -> Option<Table> {
    let monitored = monitored(scenario, outcome, day, today)?;
    let line = |(of, judged): (Indicator, &Judged)| {
        named(indicator_name(of, language), judged_cells(of, judged, scenario, language).into_iter())
    };
    Some(table(
        caption(scenario, MonitorText::Indicators.in_language(language), day, language),
        MonitorText::Indicator,
        judged_headings(MonitorText::Value, language).into_iter(),
        Indicator::ALL.into_iter().zip(&monitored.indicators).map(line).collect(),
        language,
    ))
}

/// One indicator county by county, and the city.
#[must_use]
pub fn indicator_counties_table(
    scenario: &Scenario,
    outcome: &Outcome,
    day: Date,
    of: Indicator,
    language: Language,
) -> Option<Table> {
    // The pace, which alone depends on today, is not in it.
    let monitored = monitored(scenario, outcome, day, day)?;
    let all = judged(scenario, outcome, day, of);
    let cells = |judged: &Judged| judged_cells(of, judged, scenario, language);
    let mut rows = counties(scenario, language, |county| all.get(county).map(|judged| cells(judged).into()));
    let city = monitored.indicators.get(of as usize)?;
    rows.push(named(city_total(language), cells(city).into_iter()));
    Some(table(
        caption(scenario, indicator_name(of, language), day, language),
        MonitorText::County,
        judged_headings(MonitorText::CountyValue, language).into_iter(),
        rows,
        language,
    ))
}

fn judged_headings(value: MonitorText, language: Language) -> [String; 6] {
    let word = |word: MonitorText| word.in_language(language).to_owned();
    let percent = if value == MonitorText::Value { " %" } else { "" };
    [
        word(value) + percent,
        word(MonitorText::Fraction),
        word(MonitorText::Target),
        word(MonitorText::State),
        word(MonitorText::Distance) + language.of("（百分点）", " (points)"),
        word(MonitorText::Needed),
    ]
}

fn judged_cells(of: Indicator, judged: &Judged, scenario: &Scenario, language: Language) -> [String; 6] {
    let read = judged.reading.as_ref();
    // Both terms are of one kind: funds, or whole units.
    let shown = |count: u64| shown_count(of.numerator().unwrap_or(Counted::Institutions), count);
    let terms = match read {
        Ok(read) => [&shown(read.numerator), " ÷ ", &shown(read.denominator)].concat(),
        Err(unread) => unread_text(unread, scenario, language),
    };
    [
        percent(read.ok().map(|read| read.ratio)),
        terms,
        percent(judged.target),
        known(judged.status.map(|status| status_name(status, language).to_owned())),
        known(judged.points.map(hundredths)),
        known(judged.short.map(|short| short_text(of, short, language))),
    ]
}

/// Counties by their place, those without one last in the region's order.
#[must_use]
pub fn ranking_table(
    scenario: &Scenario,
    outcome: &Outcome,
    day: Date,
    by: RankBy,
    language: Language,
) -> Option<Table> {
    scenario.monitoring().report(day)?;
    let standings = standings(scenario, outcome, day, by);
    let mut lines = counties(scenario, language, |county| {
        let standing = standings.get(county)?;
        Some(vec![percent(standing.value), known(standing.ranked.map(|ranked| change_text(ranked.change, language)))])
    });
    let rows = by_place(&standings).filter_map(|county| {
        let cells = std::mem::take(lines.get_mut(county)?);
        let ranked = standings.get(county).and_then(|standing| standing.ranked);
        Some(std::iter::once(known(ranked.map(|ranked| ranked.place.to_string()))).chain(cells).collect())
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let word = |word: MonitorText| word.in_language(language);
    let (by, value) = match by {
        RankBy::Indicator(of) => (indicator_name(of, language), word(MonitorText::CountyValue)),
        RankBy::Score => (word(MonitorText::Score), word(MonitorText::Score)),
    };
    let title = [word(MonitorText::Ranking), word(MonitorText::Colon), by].concat();
    let headings = [word(MonitorText::County), value, word(MonitorText::Change)].map(str::to_owned);
    let caption = caption(scenario, &title, day, language);
    let table = table(caption, MonitorText::Place, headings.into_iter(), rows, language);
    Some(Table { named_rows: false, ..table })
}

/// Counties with their task against the calendar, and the city. `today` is as for [`monitored`].
#[must_use]
pub fn progress_table(
    scenario: &Scenario,
    outcome: &Outcome,
    day: Date,
    today: Date,
    language: Language,
) -> Option<Table> {
    let monitored = monitored(scenario, outcome, day, today)?;
    let cells = |of: &Progress| -> Vec<String> {
        let count = |count: Option<u64>| known(count.map(|count| count.to_string()));
        vec![
            count(of.task),
            count(of.done),
            percent(of.share()),
            count(of.planned),
            known(of.ahead.map(|ahead| ahead.to_string())),
            known(of.status.map(|status| status_name(status, language).to_owned())),
            count(of.pace),
            count(of.forecast),
        ]
    };
    let mut rows = counties(scenario, language, |county| monitored.rows.get(county).map(cells));
    rows.push(named(city_total(language), cells(&monitored.city).into_iter()));
    let headings = [
        MonitorText::Task,
        MonitorText::Done,
        MonitorText::Rate,
        MonitorText::Planned,
        MonitorText::Ahead,
        MonitorText::State,
        MonitorText::Pace,
        MonitorText::Forecast,
    ];
    let headings = headings.map(|word| word.in_language(language).to_owned());
    let title = MonitorText::Calendar.in_language(language);
    Some(table(caption(scenario, title, day, language), MonitorText::County, headings.into_iter(), rows, language))
}

/// Counties that did not report everything, and what they did not.
#[must_use]
pub fn unreported_table(scenario: &Scenario, day: Date, language: Language) -> Option<Table> {
    let missing = unreported(scenario.monitoring().report(day)?, scenario.monitoring().of_staff());
    let counties = scenario.region().counties();
    let row = |(county, missing): &(usize, Vec<Counted>)| {
        let name = language.name(&counties.get(*county)?.name);
        Some(named(name, std::iter::once(unreported_text(missing, language))))
    };
    Some(table(
        caption(scenario, MonitorText::Unreported.in_language(language), day, language),
        MonitorText::County,
        std::iter::once(MonitorText::NotReportedFigures.in_language(language).to_owned()),
        missing.iter().filter_map(row).collect(),
        language,
    ))
}

fn table(
    caption: String,
    first: MonitorText,
    headings: impl Iterator<Item = String>,
    rows: Vec<Vec<String>>,
    language: Language,
) -> Table {
    Table { caption: Some(caption), headings: named(first.in_language(language), headings), named_rows: true, rows }
}

/// A line for each county that has cells.
fn counties(scenario: &Scenario, language: Language, cells: impl Fn(usize) -> Option<Vec<String>>) -> Vec<Vec<String>> {
    let line = |(position, county): (usize, &tuowei_model::County)| {
        Some(named(language.name(&county.name), cells(position)?.into_iter()))
    };
    scenario.region().counties().iter().enumerate().filter_map(line).collect()
}

fn named(name: &str, cells: impl Iterator<Item = String>) -> Vec<String> {
    std::iter::once(name.to_owned()).chain(cells).collect()
}

/// 大同市2026年序时进度（截至2026年6月30日）; before the day the scenario's name, if it has one.
fn caption(scenario: &Scenario, title: &str, day: Date, language: Language) -> String {
    let (region, day) = (region_year(scenario.region(), language), day_text(day, language));
    match (language, scenario.name().trim()) {
        (Language::Chinese, "") => format!("{region}{title}（截至{day}）"),
        (Language::Chinese, name) => format!("{region}{title}（{name}，截至{day}）"),
        (Language::English, "") => format!("{region}: {title} (as of {day})"),
        (Language::English, name) => format!("{region}: {title} ({name}, as of {day})"),
    }
}

fn cell(report: &Report, county: usize, of: Counted) -> String {
    let count = report.counties.get(county).and_then(|counts| counts.get(of));
    count.map_or_else(String::new, |count| count_text(of, count))
}

fn bare(number: &str) -> String {
    number.replace(',', "")
}

fn percent(ratio: Option<Ratio>) -> String {
    known(ratio.map(|ratio| hundredths(ratio.percent_shown())))
}

fn known(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| UNKNOWN.to_owned())
}
