//! The indicators chart: the city's value of each core indicator against its target and the calendar (十项核心指标).

mod draw;

use super::signs::Sign;
use super::tags::{MISSING, or_dash};
use super::{
    Chart, ChartKind, ChartOptions, Frame, Heading, LegendEntry, Mark, Palette, Picture, Swatch, Table, Words, record,
};
use tuowei_model::{
    CityRate, Date, Hundredths, Indicator, Judged, Outcome, Ratio, Reading, Scenario, Status, monitored,
    official_plan_of,
};
use tuowei_text::monitor_overview::{
    Figures, about_indicators, indicators_title, listed, mark_indicator, note_calendar, note_thresholds, note_unread,
    source_reports, why_unread,
};
use tuowei_text::{
    ChartText, ChartWords, Language, brief_percent, hundredths, indicator_name, indicator_short, status_name,
};

/// One row per indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct IndicatorsChart {
    words: Words,
    rows: Vec<Row>,
}

/// One indicator.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    of: Indicator,
    name: &'static str,
    reading: Option<Reading>,
    target: Option<Ratio>,
    /// What the calendar wants by the day of the report.
    due: Option<Ratio>,
    points: Option<Hundredths>,
    status: Option<Status>,
    /// Why there is no value.
    reason: Option<String>,
}

impl Row {
    /// 38.20%, or a dash.
    fn value(&self) -> String {
        or_dash(self.reading, |read| hundredths(read.ratio.percent_shown()) + "%")
    }

    /// 40%, or that there is no target.
    fn target(&self, language: Language) -> String {
        match self.target {
            Some(target) => brief_percent(target.percent_shown()),
            None => language.of("未定", "None").to_owned(),
        }
    }

    fn sign(&self) -> Option<Sign> {
        self.status.map(Sign::of)
    }

    /// How it stands, or why that is not known.
    fn state(&self, language: Language) -> &str {
        match (self.status, &self.reason) {
            (Some(status), _) => status_name(status, language),
            (None, Some(reason)) => reason,
            (None, None) => MISSING,
        }
    }
}

impl IndicatorsChart {
    /// The chart of the report of a day, seen from `today`; nothing where there is no such report.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        outcome: &Outcome,
        day: Date,
        today: Date,
        options: &ChartOptions<'_>,
    ) -> Option<Self> {
        let of = monitored(scenario, outcome, day, today)?;
        let (region, language) = (scenario.region(), options.language);
        let base = match outcome.city.base {
            CityRate::Known(base) => Some(base),
            _ => None,
        };
        let counties = region.counties().len();
        let row = |(of_row, judged): (Indicator, &Judged)| {
            let base = if of_row == Indicator::Enrolment { base } else { Some(Ratio::ZERO) };
            let due = base.zip(judged.target).and_then(|(base, target)| due(base, target, of.planned));
            Row {
                of: of_row,
                name: indicator_short(of_row, language),
                reading: judged.reading.as_ref().ok().copied(),
                target: judged.target,
                due: due.filter(|_| judged.reading.is_ok()),
                points: judged.points,
                status: judged.status,
                reason: judged.reading.as_ref().err().map(|why| why_unread(why, counties, language)),
            }
        };
        let rows: Vec<Row> = Indicator::ALL.into_iter().zip(&of.indicators).map(row).collect();
        let unread = rows.iter().filter(|row| row.reading.is_none()).count();
        let mut notes = vec![note_calendar(of.planned.percent_shown(), language)];
        if unread > 0 {
            notes.push(note_unread(unread, language));
        }
        let thresholds = note_thresholds(scenario.monitoring().thresholds(), language);
        let entry = |swatch, (chinese, english)| LegendEntry { swatch, text: language.of(chinese, english).to_owned() };
        let heading = Heading {
            title: title(&rows, day, language),
            unit: language.of("单位：%", "Unit: %").to_owned(),
            legend: vec![
                entry(Swatch::Slots, ("全市值", "City")),
                entry(Swatch::Tick, ("目标", "Target")),
                entry(Swatch::Diamond, ("序时应达", "Wanted by the calendar")),
            ],
            notes: notes.clone(),
            source: source_reports(day, Some(official_plan_of(region).is_some()), language),
            remarks: vec![thresholds],
            ..Heading::of(options)
        };
        let description = about_indicators(language.name(region.name()), day, language)
            + &ChartText::Sentence(&heading.title).said(language)
            + &by_status(language, &rows);
        Some(Self { words: Words::new(language, heading, description, &notes), rows })
    }

    fn label(&self, row: &Row) -> String {
        let language = self.words.language;
        let figures = Figures {
            name: indicator_name(row.of, language),
            value: row.reading.map(|read| (read.ratio.percent_shown(), read.numerator, read.denominator)),
            target: row.target.map(Ratio::percent_shown),
            due: row.due.map(Ratio::percent_shown),
            points: row.points,
            state: (row.status.is_some() || row.reason.is_some()).then(|| row.state(language)),
        };
        mark_indicator(&figures, language)
    }
}

impl Chart for IndicatorsChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Indicators
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let language = self.words.language;
        let headers = [
            ("指标", "Indicator"),
            ("全市值（%）", "City (%)"),
            ("目标（%）", "Target (%)"),
            ("序时应达（%）", "Wanted by the calendar (%)"),
            ("比目标（百分点）", "Against the target (points)"),
            ("状态", "Status"),
        ];
        let percent = |ratio: Option<Ratio>| or_dash(ratio, |ratio| hundredths(ratio.percent_shown()));
        let row = |row: &Row| {
            vec![
                indicator_name(row.of, language).to_owned(),
                percent(row.reading.map(|read| read.ratio)),
                percent(row.target),
                percent(row.due),
                or_dash(row.points, hundredths),
                row.state(language).to_owned(),
            ]
        };
        Table {
            headers: headers.map(|(chinese, english)| language.of(chinese, english).to_owned()).into(),
            rows: self.rows.iter().map(row).collect(),
            total: None,
        }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, self))
    }
}

/// base + planned · (target − base). Where the target does not lie above the base it is counted from zero, as its
/// status is.
fn due(base: Ratio, target: Ratio, planned: Ratio) -> Option<Ratio> {
    let ((base, below), (goal, same), (part, whole)) = (base.terms(), target.terms(), planned.terms());
    let from = if base < goal && below == same { base } else { 0 };
    let above = from.saturating_mul(whole).saturating_add(part.saturating_mul(goal - from));
    Ratio::new(above, same.saturating_mul(whole))
}

fn is_behind(row: &Row) -> bool {
    matches!(row.status, Some(Status::Behind | Status::FarBehind))
}

fn title(rows: &[Row], day: Date, language: Language) -> String {
    let count = |is: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| is(row)).count();
    let behind = count(&is_behind);
    let met = count(&|row| row.status == Some(Status::Met));
    let open = rows.iter().filter(|row| if behind > 0 { is_behind(row) } else { row.status != Some(Status::Met) });
    // The first of equals.
    let farthest = open.filter_map(|row| Some((row.points?, row.of))).min_by_key(|(points, _)| *points);
    let judged = count(&|row| row.status.is_some());
    indicators_title(day, judged, met, behind, farthest.map(|(_, of)| of), language)
}

/// 已达标：备案率、签约率。滞后：…
fn by_status(language: Language, rows: &[Row]) -> String {
    const ALL: [Status; 5] =
        [Status::Met, Status::OnSchedule, Status::SlightlyBehind, Status::Behind, Status::FarBehind];
    let mut said = String::new();
    for status in ALL {
        let names: Vec<&str> = rows.iter().filter(|row| row.status == Some(status)).map(|row| row.name).collect();
        if !names.is_empty() {
            let list = [status_name(status, language), language.of("：", ": "), &listed(&names, language)].concat();
            said += &ChartText::Sentence(&list).said(language);
        }
    }
    said
}
