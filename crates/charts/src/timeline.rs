//! The timeline: the tasks over the years of the plan (二、重点任务).

mod draw;

use super::signs::Sign;
use super::tags::or_dash;
use super::{
    Chart, ChartKind, ChartOptions, Frame, Heading, LegendEntry, Mark, Palette, Picture, Swatch, Table, Words, record,
};
use tuowei_model::{Date, Scenario, TaskStatus, official_plan_of};
use tuowei_text::monitor_overview::{
    about_timeline, days_said, note_tasks, source_tasks, timeline_columns, timeline_title, today_outside,
};
use tuowei_text::{ChartText, ChartWords, Language, task_status_name};

/// The most tasks in one picture.
const MOST_TASKS: usize = 24;
/// The most years.
const MOST_YEARS: u16 = 10;

/// A task as a timeline shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineEntry {
    /// What is to be done.
    pub title: String,
    /// The first day.
    pub starts: Option<Date>,
    /// The last day.
    pub due: Option<Date>,
    /// How it stands.
    pub status: TaskStatus,
    /// Whether its last day is over and it is not done.
    pub is_overdue: bool,
}

/// One row per task that has a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimelineChart {
    words: Words,
    /// Of all tasks, in their order.
    entries: Vec<TimelineEntry>,
    /// The places of those that are drawn.
    drawn: Vec<usize>,
    today: Date,
    /// First and last year.
    years: (u16, u16),
}

impl TimelineEntry {
    fn sign(&self) -> Sign {
        match self.status {
            _ if self.is_overdue => Sign::Alert,
            TaskStatus::Open => Sign::Ring,
            TaskStatus::Running => Sign::Dot,
            TaskStatus::Done => Sign::Check,
            TaskStatus::Dropped => Sign::Dash,
        }
    }

    /// 进行中; of what is overdue that it is.
    fn state(&self, language: Language) -> &'static str {
        if self.is_overdue { language.of("逾期", "Overdue") } else { task_status_name(self.status, language) }
    }
}

impl TimelineChart {
    /// The chart of these tasks, from the first day of the region's year to the last day of the year in which the last
    /// of them is due.
    #[must_use]
    pub fn new(entries: &[TimelineEntry], today: Date, scenario: &Scenario, options: &ChartOptions<'_>) -> Self {
        let (region, language) = (scenario.region(), options.language);
        let first = region.year();
        let days = entries.iter().flat_map(|entry| [entry.starts, entry.due]).flatten();
        let last = days.map(|day| day.parts().0).max().unwrap_or(first);
        let last = last.clamp(first, first.saturating_add(MOST_YEARS - 1));
        let dated = |entry: &TimelineEntry| entry.starts.is_some() || entry.due.is_some();
        let all: Vec<usize> = (0..entries.len()).filter(|at| entries.get(*at).is_some_and(dated)).collect();
        let drawn: Vec<usize> = all.iter().copied().take(MOST_TASKS).collect();
        let count = |is: &dyn Fn(&TimelineEntry) -> bool| entries.iter().filter(|entry| is(entry)).count();
        let done = count(&|entry| entry.status == TaskStatus::Done);
        let overdue = count(&|entry| entry.is_overdue);
        let mut notes = note_tasks(entries.len() - all.len(), all.len() - drawn.len(), language);
        if !(first..=last).contains(&today.parts().0) {
            notes.push(today_outside(today, language));
        }
        let entry = |swatch, chinese, english| LegendEntry { swatch, text: language.of(chinese, english).to_owned() };
        let shown = || drawn.iter().filter_map(|at| entries.get(*at));
        let mut legend = Vec::new();
        if shown().any(|entry| entry.starts.is_none() || entry.due.is_none()) {
            legend.push(entry(Swatch::Diamond, "只有一个日期", "One date only"));
        }
        let heading = Heading {
            title: timeline_title(entries.len(), done, overdue, language),
            unit: about_span(first, last, language),
            legend,
            notes: notes.clone(),
            source: source_tasks(official_plan_of(region).is_some(), language).to_owned(),
            ..Heading::of(options)
        };
        let about = about_timeline(language.name(region.name()), first, last, language);
        let description = about + &ChartText::Sentence(&heading.title).said(language);
        let words = Words::new(language, heading, description, &notes);
        Self { words, entries: entries.to_vec(), drawn, today, years: (first, last) }
    }

    /// The tasks that are drawn, each with its place among all.
    fn shown(&self) -> impl Iterator<Item = (usize, &TimelineEntry)> {
        self.drawn.iter().filter_map(|at| Some((*at, self.entries.get(*at)?)))
    }

    /// 修订补贴方案：2026-03-01至2026-06-30，进行中.
    fn label(&self, entry: &TimelineEntry) -> String {
        let language = self.words.language;
        let days = days_said(entry.starts, entry.due, language);
        self.words.say(ChartText::MarkCounty(&entry.title)) + &days + language.of("，", ", ") + entry.state(language)
    }
}

impl Chart for TimelineChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Timeline
    }

    fn words(&self) -> &Words {
        &self.words
    }

    /// All tasks, also those that are not drawn.
    fn table(&self) -> Table {
        let language = self.words.language;
        let day = |day: Option<Date>| or_dash(day, Date::iso);
        let row = |entry: &TimelineEntry| {
            vec![entry.title.clone(), day(entry.starts), day(entry.due), entry.state(language).to_owned()]
        };
        Table { headers: timeline_columns(language), rows: self.entries.iter().map(row).collect(), total: None }
    }

    fn rows(&self) -> usize {
        self.shown().count()
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, self))
    }
}

fn about_span(first: u16, last: u16, language: Language) -> String {
    let years = if first == last { first.to_string() } else { [first.to_string(), last.to_string()].join("–") };
    years + language.of("年", "")
}
