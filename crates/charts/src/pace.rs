//! The pace chart: what the city has added of its new inclusive slots over the year, what the calendar wants, and where
//! the pace leads.

mod draw;
mod labels;

use super::subject::{Said, Subject};
use super::tags::MISSING;
use super::{Chart, ChartKind, ChartOptions, Frame, LegendEntry, Mark, Palette, Picture, Swatch, Table, Words, record};
use tuowei_model::{
    Date, Figure, Outcome, Progress, Scenario, Schedule, course, last_of_month, monitored, official_outcome,
    official_plan_of, planned_share, planned_slots,
};
use tuowei_text::monitor_progress::{
    CourseFinding, about_pace, course_legend, difference, mark_pace, note_incomplete, note_schedule, pace_columns,
    pace_title, source_progress, year_end,
};
use tuowei_text::{ChartText, thousands};

/// The course of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaceChart {
    words: Words,
    /// The slots that the counties are given.
    task: u64,
    /// What the calendar wants by the end of each month.
    planned: Vec<Point>,
    /// The reports of every county.
    points: Vec<Point>,
    /// Reports that lack some county, as what the calendar wants by then.
    incomplete: Vec<(Date, u64)>,
    /// Where the last whole report leads by the end of the year.
    forecast: Option<u64>,
}

/// A sum by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Point {
    day: Date,
    /// How many days of the year are over by then, and how many it has.
    elapsed: (u128, u128),
    slots: u64,
    /// What the calendar wants by then.
    planned: u64,
}

impl Point {
    fn ahead(&self) -> i64 {
        // Slots of a region stay far below 2⁶³.
        self.slots as i64 - self.planned as i64
    }
}

impl PaceChart {
    /// The chart of all reports until the one of a day, the pace for the rest of the year counted from `today`; nothing
    /// where there is no report of that day.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        outcome: &Outcome,
        day: Date,
        today: Date,
        options: &ChartOptions<'_>,
    ) -> Option<Self> {
        scenario.monitoring().report(day)?;
        let (region, language) = (scenario.region(), options.language);
        let (year, schedule) = (region.year(), scenario.monitoring().schedule());
        let course = course(scenario, day);
        let tasks = || scenario.counties().iter().filter_map(|county| county.slots.map(|slots| u64::from(slots.get())));
        let point = |day: Date, slots: u64| Point {
            day,
            elapsed: planned_share(&Schedule::Linear, year, day).terms(),
            slots,
            planned: tasks().map(|task| planned_slots(task, schedule, year, day)).sum(),
        };
        let months = (1..=12).zip(course.planned);
        let planned: Vec<Point> =
            months.filter_map(|(month, slots)| Some(point(last_of_month(year, month)?, slots))).collect();
        let points: Vec<Point> = course.actual.iter().filter_map(|(day, slots)| Some(point(*day, (*slots)?))).collect();
        let incomplete: Vec<Date> =
            course.actual.iter().filter(|(_, slots)| slots.is_none()).map(|(day, _)| *day).collect();
        let official = official_plan_of(region).map(|plan| (plan, official_outcome()));
        let subject = Subject { scenario, outcome, official, options };
        let city = points.last().and_then(|last| Some((last.day, monitored(scenario, outcome, last.day, today)?.city)));
        let missing = note_incomplete(&incomplete, language);
        let incomplete = incomplete.into_iter().map(|day| (day, point(day, 0).planned)).collect();
        let notes: Vec<String> = missing.into_iter().chain([note_schedule(schedule, language)]).collect();
        let [of_planned, of_added, of_forecast] = course_legend(language);
        let entries = [
            (true, Swatch::Course, of_planned),
            (!points.is_empty(), Swatch::Point, of_added),
            (course.forecast.is_some(), Swatch::Dashes, of_forecast),
        ];
        let entry = |(_, swatch, text): (bool, Swatch, &str)| LegendEntry { swatch, text: text.to_owned() };
        let heading = subject.heading(Said {
            title: pace_title(&finding(day, city), language),
            title_warns: false,
            unit: ChartText::UnitSlots,
            legend: entries.into_iter().filter(|(is_there, ..)| *is_there).map(entry).collect(),
            notes: notes.clone(),
            source: source_progress(day, subject.planned().map(|_| subject.slots_depart()), language),
            figures: &[Figure::Slots],
        });
        let about = about_pace(language.name(region.name()), year, course.task, language);
        let last = points.last().map(|last| mark_pace(last.day, last.slots, last.planned, last.ahead(), language));
        let last = last.map(|said| subject.say(ChartText::Sentence(&said)));
        let words = subject.words(heading, about, last.as_slice(), &notes);
        Some(Self { words, task: course.task, planned, points, incomplete, forecast: course.forecast })
    }

    fn label(&self, point: &Point) -> String {
        mark_pace(point.day, point.slots, point.planned, point.ahead(), self.words.language)
    }
}

/// What the last whole report comes to.
fn finding(day: Date, city: Option<(Date, Progress)>) -> CourseFinding {
    let Some((last, Progress { task, done: Some(added), forecast, pace, .. })) = city else {
        return CourseFinding::Nothing(day);
    };
    match (task.filter(|task| *task > 0), forecast) {
        (None, _) => CourseFinding::NoTask(last, added),
        (Some(task), _) if added >= task => CourseFinding::Met(last, added, task),
        (Some(task), Some(forecast)) => CourseFinding::Leads { day: last, added, forecast, task, pace },
        // No day of the year is over by then.
        (Some(_), None) => CourseFinding::Nothing(day),
    }
}

impl Chart for PaceChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Pace
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let dash = || MISSING.to_owned();
        let mut rows: Vec<(Date, Vec<String>)> = Vec::new();
        for point in &self.points {
            let ahead = difference(Some(point.ahead()));
            rows.push((point.day, vec![thousands(point.planned), thousands(point.slots), ahead]));
        }
        let without = self.incomplete.iter().copied().chain(self.planned.iter().map(|month| (month.day, month.slots)));
        for (day, planned) in without {
            if rows.iter().all(|(other, _)| *other != day) {
                rows.push((day, vec![thousands(planned), dash(), dash()]));
            }
        }
        rows.sort_by_key(|(day, _)| *day);
        let row = |(day, figures): (Date, Vec<String>)| [day.iso()].into_iter().chain(figures).collect();
        let mut rows: Vec<Vec<String>> = rows.into_iter().map(row).collect();
        if let Some(forecast) = self.forecast {
            let ahead = forecast as i64 - self.task as i64;
            let name = year_end(self.words.language).to_owned();
            rows.push(vec![name, thousands(self.task), thousands(forecast), difference(Some(ahead))]);
        }
        Table { headers: pace_columns(self.words.language), rows, total: None }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, self))
    }
}
