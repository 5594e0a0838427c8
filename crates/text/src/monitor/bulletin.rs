//! The bulletin (通报) of a report: paragraphs of which every figure is the report's, as plain text and as HTML.

mod en;
mod facts;
mod indicators;
mod slots;
mod zh_cn;

use crate::Language;
use crate::files::city_name;
use tuowei_model::{Date, Outcome, RankBy, Scenario};

use super::calendar::{day_text, month_name};
use facts::Facts;

/// A paragraph of a bulletin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// Who reported, what the calendar wants, how many indicators stand how.
    Overview,
    /// New inclusive slots of the city, and where their pace leads.
    Slots,
    /// Counties behind the calendar.
    Behind,
    /// The enrolment rate, of the city and by county.
    Enrolment,
    /// Every indicator of the city.
    Indicators,
    /// The first and the last counties.
    Ranking,
    /// What counties did not report.
    Unreported,
    /// The pace that is needed for the rest of the year.
    Next,
}

impl Paragraph {
    /// All of them, in order.
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Slots,
        Self::Behind,
        Self::Enrolment,
        Self::Indicators,
        Self::Ranking,
        Self::Unreported,
        Self::Next,
    ];
}

/// The heading of a paragraph.
#[must_use]
pub const fn paragraph_name(paragraph: Paragraph, language: Language) -> &'static str {
    let (chinese, english) = match paragraph {
        Paragraph::Overview => ("总体情况", "Overview"),
        Paragraph::Slots => ("新增普惠托位", "New inclusive slots"),
        Paragraph::Behind => ("进度滞后的县（区）", "Counties behind the calendar"),
        Paragraph::Enrolment => ("入托率", "Enrolment rate"),
        Paragraph::Indicators => ("核心指标", "Core indicators"),
        Paragraph::Ranking => ("排名情况", "Ranking"),
        Paragraph::Unreported => ("未报情况", "Not reported"),
        Paragraph::Next => ("今后进度", "Pace from now on"),
    };
    language.of(chinese, english)
}

/// What a bulletin is written from.
#[derive(Clone, Copy, Debug)]
pub struct BulletinOf<'a> {
    /// The scenario whose report it is.
    pub scenario: &'a Scenario,
    /// What follows from it.
    pub outcome: &'a Outcome,
    /// The day of the report.
    pub day: Date,
    /// The day on which it is written; the pace for the rest of the year counts from the later of the two.
    pub today: Date,
    /// By what counties are ranked.
    pub by: RankBy,
    /// The paragraphs, in this order.
    pub paragraphs: &'a [Paragraph],
    /// The language.
    pub language: Language,
}

/// A bulletin, to be copied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// The title.
    pub title: String,
    /// The paragraphs; those that have nothing to say are left out.
    pub paragraphs: Vec<(Paragraph, String)>,
    /// The day on which it was written, as it stands below.
    pub sign: String,
    language: Language,
}

/// The bulletin of a report; nothing where there is none of that day.
#[must_use]
pub fn bulletin(of: &BulletinOf<'_>) -> Option<Bulletin> {
    let facts = Facts::new(of)?;
    let said = |paragraph: &Paragraph| (*paragraph, facts.paragraph(*paragraph));
    let paragraphs = of.paragraphs.iter().map(said).filter(|(_, text)| !text.is_empty()).collect();
    let (year, month, _) = of.day.parts();
    let city = of.language.name(of.scenario.region().name());
    let title = match of.language {
        Language::Chinese => format!("关于{}{year}年{month}月托育工作进展情况的通报", city_name(city)),
        Language::English => format!("Childcare in {city}: progress in {} {year}", month_name(month)),
    };
    Some(Bulletin { title, paragraphs, sign: day_text(of.today, of.language), language: of.language })
}

impl Bulletin {
    /// Plain text with numbered headings: 一、总体情况.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = format!("{}\n", self.title);
        for (at, (paragraph, said)) in self.paragraphs.iter().enumerate() {
            text.push_str(&format!("\n{}\n{said}\n", self.heading(at, *paragraph)));
        }
        text.push_str(&format!("\n{}\n", self.sign));
        text
    }

    /// The same as HTML: a title, headings and paragraphs, without any style. Everything is escaped.
    #[must_use]
    pub fn html(&self) -> String {
        let mut html = element("h1", &self.title);
        for (at, (paragraph, said)) in self.paragraphs.iter().enumerate() {
            html.push_str(&element("h2", &self.heading(at, *paragraph)));
            html.push_str(&element("p", said));
        }
        html.push_str(&element("p", &self.sign));
        html
    }

    /// The plain text as HTML that looks like text: line by line.
    #[must_use]
    pub fn plain_html(&self) -> String {
        self.text().trim_end().lines().map(|line| element("p", line)).collect()
    }

    /// A paragraph's numbered heading, by its place in the bulletin: 一、总体情况.
    #[must_use]
    pub fn heading(&self, at: usize, paragraph: Paragraph) -> String {
        const NUMERALS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
        let name = paragraph_name(paragraph, self.language);
        match (self.language, NUMERALS.get(at)) {
            (Language::Chinese, Some(numeral)) => format!("{numeral}、{name}"),
            _ => format!("{}. {name}", at + 1),
        }
    }
}

fn element(tag: &str, text: &str) -> String {
    let mut html = format!("<{tag}>");
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            // What XML forbids; a word processor refuses the whole for it.
            '\u{fffe}' | '\u{ffff}' => {}
            control if control.is_control() && !matches!(control, '\t' | '\n' | '\r') => {}
            other => html.push(other),
        }
    }
    html.push_str(&format!("</{tag}>"));
    html
}

/// A sentence of the bulletin, or a part of one. Texts are lists or names that are in the language already.
#[derive(Clone, Copy)]
enum Say<'a> {
    /// As of a day, so many counties of all reported; those that did not, by name.
    Reported(Date, usize, usize, &'a str),
    /// So many of those who reported did not report everything.
    Incomplete(usize),
    /// The schedule, and the share of the year's task that it wants by the day of the report.
    Calendar(&'a str, &'a str),
    /// So many indicators stand so.
    TallyPart(&'a str, usize),
    /// The tally of all, so many in sum.
    Tally(usize, &'a str),
    /// The city's slots: task, added, share of the task, and by the calendar.
    CitySlots(u64, u64, Option<&'a str>),
    /// The slots that the calendar wants, how many more were added, and the status.
    CityCalendar(u64, i64, Option<&'a str>),
    /// At this pace so many by the end of the year, of the task.
    Forecast(u64, u64),
    /// All reported so many slots in sum; the city's task is not known.
    AllAdded(u64),
    /// So many counties reported so many slots in sum, of these tasks; others did not, by name.
    PartAdded(usize, u64, Option<u64>, &'a str),
    /// No county reported its slots.
    NoneAdded,
    /// Counties without a task.
    NoTask(&'a str),
    /// The same as a reason.
    TaskMissing(&'a str),
    /// So many counties carried out their task.
    TaskDone(usize, &'a str),
    /// So many counties of a status, each with its figures.
    BehindGroup(&'a str, usize, &'a str),
    /// A county: task, added, share, slots behind, slots short, pace.
    BehindCounty(&'a str, BehindCounty<'a>),
    /// No county is behind; whether all are known.
    NoneBehind(bool),
    /// Counties that cannot be judged: their slots are reported and the task is missing, or the slots are not.
    NotJudged(&'a str, bool),
    /// The city's enrolment rate is not known, and why.
    RateUnread(&'a str),
    /// A rate without a target, of the city.
    CityRateOnly(&'a str),
    /// A rate with its target and its distance, of the city.
    CityRate(&'a str),
    /// So many counties reach their target.
    RateMet(usize, &'a str),
    /// So many do not, each with its figures.
    RateShort(usize, &'a str),
    /// Counties with no rate.
    CountiesUnread(&'a str),
    /// Counties with no target.
    CountiesNoTarget(&'a str),
    /// A value, its target, and what the distance is.
    Held(&'a str, &'a str, &'a str),
    /// So many indicators are met.
    IndicatorsMet(usize, &'a str),
    /// So many are not.
    IndicatorsShort(usize, &'a str),
    /// So many have no target.
    IndicatorsNoTarget(usize, &'a str),
    /// So many are not known, and why.
    IndicatorsUnread(usize, &'a str, &'a str),
    /// Ranked by this: all of them.
    RankedAll(&'a str, &'a str),
    /// Ranked by this: the first and the last.
    Ranked(&'a str, &'a str, &'a str),
    /// A county's place, whether it is shared, its value, and how it moved.
    RankedCounty(&'a str, usize, bool, &'a str, Option<i64>),
    /// The score, and what weighs in it.
    ByScore(&'a str),
    /// Weights add up to this and not to 100.
    WeightsOff(u32),
    /// The indicator is no county's.
    RankedNobody,
    /// No county's value is known.
    NobodyKnown,
    /// Counties that are not ranked.
    NotRanked(&'a str),
    /// Counties that reported nothing.
    Silent(&'a str),
    /// Counties, and what they did not report.
    Missing(&'a str, &'a str),
    /// Nothing is missing.
    NothingMissing,
    /// So many slots are missing in the city; from after a day on, so many a month.
    CityPace(u64, Date, u64),
    /// So many slots are missing and no day of the year is left.
    NoDayLeft(u64),
    /// The city's task is carried out.
    CityDone,
    /// What counties need a month from after a day on.
    CountyPaces(Date, &'a str),
    /// A county's number of slots.
    CountySlots(&'a str, u64),
    /// Counties of which no pace is known, for the same reasons.
    NoPace(&'a str, bool),
}

/// A county behind the calendar. All but the share are slots.
#[derive(Clone, Copy)]
struct BehindCounty<'a> {
    task: u64,
    done: u64,
    share: &'a str,
    behind: Option<u64>,
    short: u64,
    pace: Option<u64>,
}
