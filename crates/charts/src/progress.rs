//! The progress chart: what each county has added of its new inclusive slots, against the calendar (序时进度).

mod draw;

use super::columns::Part;
use super::signs::Sign;
use super::subject::{Said, Subject};
use super::tags::or_dash;
use super::{Chart, ChartKind, ChartOptions, Frame, Mark, Palette, Picture, Table, Words, record};
use tuowei_model::{
    Date, Figure, Hundredths, Monitored, Outcome, Progress, Ratio, Scenario, Status, monitored, official_outcome,
    official_plan_of,
};
use tuowei_text::monitor_progress::{
    Behind, CityFinding, about_lowest, about_progress, difference, mark_progress, note_bounds, note_schedule,
    note_silent, progress_columns, progress_title, source_progress, unit_progress,
};
use tuowei_text::{ChartText, Language, hundredths, status_name, thousands, why_open};

/// One row per county, and the city below them.
#[derive(Clone, Debug, PartialEq)]
pub struct ProgressChart {
    words: Words,
    /// The share of the task that the calendar wants.
    planned: Ratio,
    rows: Vec<Row>,
    city: Row,
}

/// One county, or the city.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    position: usize,
    name: String,
    of: Progress,
    /// How it stands, or why that is not known.
    state: &'static str,
}

impl Row {
    fn share(&self) -> Option<Ratio> {
        self.of.share()
    }

    /// 52/130 · 40.00%, and in few characters.
    fn values(&self) -> [String; 2] {
        let count = |count: Option<u64>| or_dash(count, thousands);
        let counts = [count(self.of.done), count(self.of.task)].join("/");
        match self.share() {
            Some(share) => {
                let percent = hundredths(share.percent_shown()) + "%";
                [[counts.as_str(), " · ", &percent].concat(), percent]
            }
            None => [counts.clone(), counts],
        }
    }

    fn sign(&self) -> Option<Sign> {
        self.of.status.map(Sign::of)
    }
}

fn is_behind(of: &Progress) -> bool {
    matches!(of.status, Some(Status::Behind | Status::FarBehind))
}

/// How it stands, or why that is not known.
fn state(of: &Progress, is_city: bool, language: Language) -> &'static str {
    of.status.map_or_else(|| why_open(of, is_city, language), |status| status_name(status, language))
}

impl ProgressChart {
    /// The chart of the report of a day, the pace for the rest of the year counted from `today`; nothing where there is no
    /// such report. Of more than [`MOST_COLUMNS`](super::MOST_COLUMNS) counties it shows a part.
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
        let official = official_plan_of(region).map(|plan| (plan, official_outcome()));
        let subject = Subject { scenario, outcome, official, options };
        let shares: Vec<Option<u32>> =
            of.rows.iter().map(|row| u32::try_from(row.share()?.percent_shown().get()).ok()).collect();
        let (shown, part) = subject.shown(&shares);
        let row = |(position, name): (usize, String)| {
            let of = *of.rows.get(position)?;
            Some(Row { position, name, of, state: state(&of, false, language) })
        };
        let rows: Vec<Row> = shown.into_iter().filter_map(row).collect();
        let city = Row {
            position: region.counties().len(),
            name: subject.say(ChartText::Total),
            of: of.city,
            state: state(&of.city, true, language),
        };
        let notes = notes(&subject, &of, part);
        let mut heading = subject.heading(Said {
            title: title(&subject, &of),
            title_warns: false,
            unit: ChartText::UnitPercent,
            legend: Vec::new(),
            notes: notes.clone(),
            source: source_progress(day, subject.planned().map(|_| subject.slots_depart()), language),
            figures: &[Figure::Slots],
        });
        unit_progress(language).clone_into(&mut heading.unit);
        let about =
            about_progress(language.name(region.name()), of.rows.len(), day, of.planned.percent_shown(), language);
        let lowest = lowest(&subject, &of).map(|(name, share)| about_lowest(name, share, language));
        let words = subject.words(heading, about, lowest.as_slice(), &notes);
        Some(Self { words, planned: of.planned, rows, city })
    }

    fn label(&self, row: &Row) -> String {
        mark_progress(&row.name, &row.of, row.share().map(Ratio::percent_shown), row.state, self.words.language)
    }
}

impl Chart for ProgressChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Progress
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let row = |row: &Row| {
            let count = |count: Option<u64>| or_dash(count, thousands);
            let of = &row.of;
            vec![
                row.name.clone(),
                count(of.task),
                count(of.done),
                or_dash(row.share(), |share| hundredths(share.percent_shown())),
                count(of.planned),
                difference(of.ahead),
                row.state.to_owned(),
                count(of.pace),
                count(of.forecast),
            ]
        };
        Table {
            headers: progress_columns(self.words.language),
            rows: self.rows.iter().map(row).collect(),
            total: Some(row(&self.city)),
        }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, self))
    }
}

/// The names of the counties of which this holds.
fn named<'a>(subject: &Subject<'a>, of: &Monitored, holds: &dyn Fn(&Progress) -> bool) -> Vec<&'a str> {
    let counties = subject.scenario.region().counties().iter().zip(&of.rows);
    counties.filter(|(_, row)| holds(row)).map(|(county, _)| subject.language().name(&county.name)).collect()
}

fn title(subject: &Subject<'_>, of: &Monitored) -> String {
    let silent = named(subject, of, &|row| row.done.is_none());
    let count = |status: Status| of.rows.iter().filter(|row| row.status == Some(status)).count();
    let behind = named(subject, of, &is_behind);
    let behind = Behind { names: &behind, far: count(Status::FarBehind), slightly: count(Status::SlightlyBehind) };
    let finding = match (of.city.done, of.city.share()) {
        (None, _) if silent.len() == of.rows.len() => CityFinding::Silent,
        (None, _) => CityFinding::Missing(&silent),
        (Some(done), None) => CityFinding::NoTask(done),
        (Some(done), Some(share)) => CityFinding::Known(done, share.percent_shown(), of.planned.percent_shown()),
    };
    progress_title(of.as_of, &finding, &behind, subject.language())
}

/// Which counties are shown, who has not reported, how the calendar runs, where a status begins.
fn notes(subject: &Subject<'_>, of: &Monitored, part: Part) -> Vec<String> {
    let (monitoring, language) = (subject.scenario.monitoring(), subject.language());
    let silent = named(subject, of, &|row| row.done.is_none());
    let silent = if silent.len() < of.rows.len() { note_silent(&silent, language) } else { None };
    let rules = [note_schedule(monitoring.schedule(), language), note_bounds(monitoring.thresholds(), language)];
    subject.notes(part, 0).into_iter().chain(silent).chain(rules).collect()
}

/// The first of the counties that have done least of their tasks.
fn lowest<'a>(subject: &Subject<'a>, of: &Monitored) -> Option<(&'a str, Hundredths)> {
    let counties = subject.scenario.region().counties().iter().zip(&of.rows);
    let known = counties.filter_map(|(county, row)| Some((county, row.share()?)));
    let mut lowest = None;
    for (county, share) in known {
        if lowest.is_none_or(|(_, least): (_, Ratio)| !share.reaches(least)) {
            lowest = Some((county, share));
        }
    }
    lowest.map(|(county, share)| (subject.language().name(&county.name), share.percent_shown()))
}
