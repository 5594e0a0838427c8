//! What the charts of the new inclusive slots say: who has added how many by a day, and the city's course over the year.

use super::super::{Language, brief_percent, hundredths, signed_thousands, status_name, thousands};
use super::monitor_overview::{listed, short_day};
use tuowei_model::{Date, Hundredths, Progress, Schedule, Status, Thresholds};

fn counted(count: Option<u64>, language: Language) -> String {
    match (count, language) {
        (None, _) => "—".to_owned(),
        (Some(count), Language::Chinese) => thousands(count) + "个",
        (Some(count), Language::English) => thousands(count),
    }
}

/// One or two by name, more by their number.
fn whoever(names: &[&str], language: Language) -> String {
    match (names, language) {
        ([name], _) => (*name).to_owned(),
        ([one, other], Language::Chinese) => format!("{one}、{other}"),
        ([one, other], Language::English) => format!("{one} and {other}"),
        (names, Language::Chinese) => format!("{}个县（区）", names.len()),
        (names, Language::English) => format!("{} counties", names.len()),
    }
}

fn size(points: i32) -> String {
    hundredths(Hundredths::new(points.saturating_abs()))
}

/// How the counties that reported stand: who is behind or far behind, how many of these are far behind, how many are a
/// little behind.
pub struct Behind<'a> {
    /// The names of those behind or far behind.
    pub names: &'a [&'a str],
    /// How many of them are far behind.
    pub far: usize,
    /// How many others are slightly behind.
    pub slightly: usize,
}

impl Behind<'_> {
    /// Of all counties, or of those that are named already.
    fn said(&self, named: bool, language: Language) -> String {
        let of = if named { "" } else { "县（区）" };
        let all = self.names.len();
        let state = if all > 0 && self.far == all { Status::FarBehind } else { Status::Behind };
        let word = match language {
            Language::Chinese => status_name(state, language).to_owned(),
            Language::English => status_name(state, language).to_lowercase(),
        };
        let far = if self.far < all { self.far } else { 0 };
        match (self.names, language) {
            ([], Language::Chinese) if self.slightly > 0 => format!("{}个{of}略滞后", self.slightly),
            ([], Language::English) if self.slightly == 1 => "1 county slightly behind".to_owned(),
            ([], Language::English) if self.slightly > 0 => format!("{} counties slightly behind", self.slightly),
            ([], Language::Chinese) => format!("没有{of}滞后"),
            ([], Language::English) => "no county behind".to_owned(),
            ([name], Language::Chinese) => format!("{name}{word}"),
            ([name], Language::English) => format!("{name} {word}"),
            (_, Language::Chinese) if far > 0 => format!("{all}个{of}滞后（{far}个严重）"),
            (_, Language::English) if far > 0 => format!("{all} counties behind ({far} far)"),
            (_, Language::Chinese) => format!("{all}个{of}{word}"),
            (_, Language::English) => format!("{all} counties {word}"),
        }
    }
}

/// What the city comes to.
pub enum CityFinding<'a> {
    /// No county has reported.
    Silent,
    /// These have not reported.
    Missing(&'a [&'a str]),
    /// What is added, without a task to hold it against.
    NoTask(u64),
    /// What is added, its share of the task, and the share that the calendar wants.
    Known(u64, Hundredths, Hundredths),
}

/// The finding of the chart of counties.
pub fn progress_title(day: Date, city: &CityFinding<'_>, behind: &Behind<'_>, language: Language) -> String {
    let day = short_day(day, language);
    let chinese = language == Language::Chinese;
    let behind = behind.said(matches!(city, CityFinding::Missing(_)), language);
    match city {
        CityFinding::Silent if chinese => format!("截至{day}，各县（区）都未报新增普惠托位"),
        CityFinding::Silent => format!("{day}: no county has reported its new inclusive slots"),
        CityFinding::Missing(names) => {
            let who = whoever(names, language);
            match names.len() {
                _ if chinese => format!("截至{day}，{who}未报，全市完成数还不能算；已报县（区）中{behind}"),
                1 => format!("{day}: {who} has not reported, the city's sum is open; {behind}"),
                _ => format!("{day}: {who} have not reported, the city's sum is open; {behind}"),
            }
        }
        CityFinding::NoTask(done) if chinese => {
            format!("截至{day}，全市新增普惠托位完成{}个；任务数未填齐，完成率还不能算", thousands(*done))
        }
        CityFinding::NoTask(done) => {
            format!("{day}: {} new inclusive slots; tasks are not filled in, so there is no share", thousands(*done))
        }
        CityFinding::Known(done, share, planned) => {
            let by = share.get().saturating_sub(planned.get());
            let (done, percent, points) = (thousands(*done), hundredths(*share), size(by));
            let against = match (by, chinese) {
                (0, true) => "与序时持平".to_owned(),
                (0, false) => "on schedule".to_owned(),
                (by, true) if by > 0 => format!("比序时快{points}个百分点"),
                (_, true) => format!("比序时慢{points}个百分点"),
                (by, false) if by > 0 => format!("{points} points ahead"),
                (_, false) => format!("{points} points late"),
            };
            if chinese {
                format!("截至{day}，全市新增普惠托位完成{done}个（{percent}%），{against}；{behind}")
            } else {
                format!("{day}: {done} new slots ({percent}%), {against}; {behind}")
            }
        }
    }
}

/// Slots, and percent of the task.
pub const fn unit_progress(language: Language) -> &'static str {
    language.of("单位：个、占任务%", "Slots, % of the task")
}

/// More than two that have not reported, by name where they are few.
pub fn note_silent(names: &[&str], language: Language) -> Option<String> {
    const MOST: usize = 4;
    if names.len() < 3 {
        return None;
    }
    let shown = listed(names.get(..MOST.min(names.len())).unwrap_or_default(), language);
    let more = names.len().saturating_sub(MOST);
    Some(match (more, language) {
        (0, Language::Chinese) => format!("未报：{shown}"),
        (0, Language::English) => format!("Not reported: {shown}"),
        (_, Language::Chinese) => format!("未报：{shown}等{}个", names.len()),
        (_, Language::English) => format!("Not reported: {shown} and {more} more"),
    })
}

/// From where on a county is behind.
pub fn note_bounds(thresholds: Thresholds, language: Language) -> String {
    let points = |value: u32| {
        let shown = brief_percent(Hundredths::new(i32::try_from(value).unwrap_or(i32::MAX)));
        shown.trim_end_matches('%').to_owned()
    };
    let (behind, far) = (points(thresholds.behind), points(thresholds.far_behind));
    match language {
        Language::Chinese => format!("落后序时超过{behind}个百分点为滞后，超过{far}为严重滞后"),
        Language::English => format!("Over {behind} points late: behind; over {far}: far behind"),
    }
}

/// How the task is spread over the year.
pub fn note_schedule(schedule: &Schedule, language: Language) -> String {
    let (chinese, english) = match schedule {
        Schedule::Linear => ("序时按天均匀", "Calendar: evenly by day"),
        Schedule::Quarters(_) => ("序时按季度", "Calendar: by quarter"),
        Schedule::Months(_) => ("序时按月", "Calendar: by month"),
        Schedule::Until(finish) => {
            let day = short_day(*finish, language);
            return match language {
                Language::Chinese => format!("序时倒排至{day}"),
                Language::English => format!("Calendar: done by {day}"),
            };
        }
    };
    language.of(chinese, english).to_owned()
}

/// Where tasks come from: from the plan, with or without changes, or from the scenario alone.
pub fn source_progress(day: Date, of_plan: Option<bool>, language: Language) -> String {
    let (reports, task) = match language {
        Language::Chinese => (format!("数据来源：县（区）填报，截至{}；任务数：", day.iso()), "本情景"),
        Language::English => (format!("Source: reports of the counties as of {}; tasks: ", day.iso()), "this scenario"),
    };
    reports
        + match of_plan {
            Some(false) => language.of("市方案表二", "the plan, Table 2"),
            Some(true) => language.of("市方案表二，有调整", "the plan, Table 2, adjusted"),
            None => task,
        }
}

/// What stands at the calendar's line.
pub fn calendar_line(planned: Hundredths, language: Language) -> String {
    [language.of("序时 ", "Calendar "), &hundredths(planned), "%"].concat()
}

/// What the chart of counties is about.
pub fn about_progress(region: &str, counties: usize, day: Date, planned: Hundredths, language: Language) -> String {
    let (day, planned) = (day.iso(), hundredths(planned));
    match language {
        Language::Chinese => {
            format!("条形图：{region}{counties}个县（区）新增普惠托位占任务的比例，截至{day}，序时进度{planned}%。")
        }
        Language::English => format!(
            "Bar chart: new inclusive slots of the {counties} counties of {region} as a share of their tasks, as of {day}; the \
             calendar wants {planned}%."
        ),
    }
}

/// The county that has done least of its task.
pub fn about_lowest(name: &str, share: Hundredths, language: Language) -> String {
    let share = hundredths(share);
    match language {
        Language::Chinese => format!("完成率最低的是{name}，{share}%。"),
        Language::English => format!(" {name} has done least of its task, {share}%."),
    }
}

/// All of a county in a sentence.
pub fn mark_progress(name: &str, of: &Progress, share: Option<Hundredths>, state: &str, language: Language) -> String {
    let chinese = language == Language::Chinese;
    let (task, done) = (counted(of.task, language), counted(of.done, language));
    let mut said = if chinese {
        format!("{name}：任务{task}，已新增{done}")
    } else {
        format!("{name}: task {task}, added {done}")
    };
    if let Some(share) = share {
        let share = hundredths(share);
        said += &if chinese { format!("，完成{share}%") } else { format!(", {share}% done") };
    }
    if let Some((planned, ahead)) = of.planned.zip(of.ahead) {
        let (planned, by) = (thousands(planned), thousands(ahead.unsigned_abs()));
        said += &match (ahead, chinese) {
            (0, true) => format!("，与序时应完成的{planned}个持平"),
            (0, false) => format!(", just what the calendar wants ({planned})"),
            (ahead, true) if ahead > 0 => format!("，比序时应完成的{planned}个多{by}个"),
            (_, true) => format!("，比序时应完成的{planned}个少{by}个"),
            (ahead, false) if ahead > 0 => format!(", {by} more than the calendar wants ({planned})"),
            (_, false) => format!(", {by} fewer than the calendar wants ({planned})"),
        };
    }
    said = said + language.of("，", ", ") + state;
    if let Some(pace) = of.pace.filter(|pace| *pace > 0) {
        let pace = thousands(pace);
        said += &if chinese { format!("；今后每月需{pace}个") } else { format!("; {pace} a month needed") };
    }
    if let Some(forecast) = of.forecast.filter(|_| of.task.is_some()) {
        let forecast = thousands(forecast);
        said += &if chinese {
            format!("，按现速年底{forecast}个")
        } else {
            format!(", {forecast} by the end of the year at this pace")
        };
    }
    said
}

/// Heads of the table of counties.
pub fn progress_columns(language: Language) -> Vec<String> {
    const HEADS: [(&str, &str); 9] = [
        ("县（区）", "County"),
        ("任务数（个）", "Task"),
        ("已新增（个）", "Added"),
        ("完成率（%）", "Done (%)"),
        ("序时应完成（个）", "Wanted by the calendar"),
        ("比序时（个）", "Against the calendar"),
        ("状态", "Status"),
        ("今后每月需（个）", "Needed a month"),
        ("按现速年底（个）", "Year-end at this pace"),
    ];
    HEADS.into_iter().map(|(chinese, english)| language.of(chinese, english).to_owned()).collect()
}

/// A difference, or a dash.
pub fn difference(ahead: Option<i64>) -> String {
    ahead.map_or_else(|| "—".to_owned(), signed_thousands)
}

// --- The course of the year ---

/// What the course comes to.
pub enum CourseFinding {
    /// No report until this day has every county.
    Nothing(Date),
    /// What is added by a day, without a task.
    NoTask(Date, u64),
    /// What is added by a day reaches the task.
    Met(Date, u64, u64),
    /// What is added by a day, where its pace leads, the task, and the pace that is needed where days are left.
    Leads {
        /// The day of the report.
        day: Date,
        /// Slots added by then.
        added: u64,
        /// Slots at the end of the year at this pace.
        forecast: u64,
        /// The task in slots.
        task: u64,
        /// Slots a month that are needed for the rest of the year.
        pace: Option<u64>,
    },
}

/// The finding of the course.
pub fn pace_title(finding: &CourseFinding, language: Language) -> String {
    let chinese = language == Language::Chinese;
    match finding {
        CourseFinding::Nothing(day) => {
            let day = short_day(*day, language);
            if chinese {
                format!("截至{day}，各期填报都未报齐，全市新增普惠托位还不能算")
            } else {
                format!("{day}: no report has every county, so the city's new inclusive slots are open")
            }
        }
        CourseFinding::NoTask(day, added) => {
            let (day, added) = (short_day(*day, language), thousands(*added));
            if chinese {
                format!("截至{day}新增普惠托位{added}个；任务数未填齐")
            } else {
                format!("{added} new inclusive slots by {day}; tasks are not filled in")
            }
        }
        CourseFinding::Met(day, added, task) => {
            let (day, added, task) = (short_day(*day, language), thousands(*added), thousands(*task));
            if chinese {
                format!("截至{day}新增普惠托位{added}个，已完成全年任务{task}个")
            } else {
                format!("{added} new inclusive slots by {day}; the task of {task} is met")
            }
        }
        CourseFinding::Leads { day, added, forecast, task, pace } => {
            let (met, by) = (forecast >= task, thousands(task.abs_diff(*forecast)));
            let (day, added) = (short_day(*day, language), thousands(*added));
            let (forecast, task) = (thousands(*forecast), thousands(*task));
            let said = match (chinese, met) {
                (true, true) => format!("截至{day}新增普惠托位{added}个，按现速年底{forecast}个，可完成任务"),
                (true, false) => format!("截至{day}新增普惠托位{added}个，按现速年底{forecast}个，比任务少{by}个"),
                (false, _) => format!("{added} of {task} new slots by {day}, heading for {forecast}"),
            };
            let needed = pace.map(thousands);
            match needed {
                None => said,
                Some(pace) if chinese => format!("{said}；今后每月需{pace}个"),
                Some(pace) => format!("{said}; {pace} a month needed"),
            }
        }
    }
}

/// Reports that lack counties.
pub fn note_incomplete(days: &[Date], language: Language) -> Option<String> {
    const MOST: usize = 3;
    let shown: Vec<String> = days.iter().rev().take(MOST).rev().map(|day| short_day(*day, language)).collect();
    let list = listed(&shown.iter().map(String::as_str).collect::<Vec<_>>(), language);
    match (days.len(), language) {
        (0, _) => None,
        (all, Language::Chinese) if all > MOST => Some(format!("{list}等{all}期未报齐，未画")),
        (all, Language::English) if all > MOST => Some(format!("{list} and {} more incomplete, not drawn", all - MOST)),
        (_, Language::Chinese) => Some(format!("{list}未报齐，未画")),
        (_, Language::English) => Some(format!("{list} incomplete, not drawn")),
    }
}

/// The lines of the course: what the calendar wants, what was reported, where the pace leads.
pub const fn course_legend(language: Language) -> [&'static str; 3] {
    match language {
        Language::Chinese => ["序时计划", "实际新增", "按现速预计"],
        Language::English => ["Calendar", "Added", "At this pace"],
    }
}

/// What stands at the task's line.
pub fn task_line(task: u64, language: Language) -> String {
    [language.of("任务 ", "Task "), &thousands(task)].concat()
}

/// What stands at the end of the forecast.
pub fn forecast_end(forecast: u64, language: Language) -> String {
    [language.of("预计 ", "Forecast "), &thousands(forecast)].concat()
}

/// The names of months below an axis, in full and as short as can be.
pub fn months(short: bool, language: Language) -> [String; 12] {
    const ENGLISH: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut number = 0_u64;
    ENGLISH.map(|name| {
        number += 1;
        match language {
            _ if short => thousands(number),
            Language::Chinese => thousands(number) + "月",
            Language::English => name.to_owned(),
        }
    })
}

/// What the course is about.
pub fn about_pace(region: &str, year: u16, task: u64, language: Language) -> String {
    let task = thousands(task);
    match language {
        Language::Chinese => {
            format!("折线图：{region}{year}年累计新增普惠托位，对照序时计划，全年任务{task}个。")
        }
        Language::English => format!(
            "Line chart: new inclusive slots of {region} over {year}, against the calendar; the task of the year is {task}."
        ),
    }
}

/// All of a report in a sentence: what was added, and how far that is above the calendar.
pub fn mark_pace(day: Date, added: u64, planned: u64, ahead: i64, language: Language) -> String {
    let (added, planned, by) = (thousands(added), thousands(planned), thousands(ahead.unsigned_abs()));
    let day = short_day(day, language);
    match (language, ahead) {
        (Language::Chinese, 0) => format!("{day}：累计新增{added}个，与序时持平"),
        (Language::Chinese, 1..) => format!("{day}：累计新增{added}个，比序时{planned}个多{by}个"),
        (Language::Chinese, _) => format!("{day}：累计新增{added}个，比序时{planned}个少{by}个"),
        (Language::English, 0) => format!("{day}: {added} added, level with the calendar"),
        (Language::English, 1..) => format!("{day}: {added} added, {by} more than the calendar's {planned}"),
        (Language::English, _) => format!("{day}: {added} added, {by} fewer than the calendar's {planned}"),
    }
}

/// Heads of the table of days.
pub fn pace_columns(language: Language) -> Vec<String> {
    const HEADS: [(&str, &str); 4] = [
        ("日期", "Day"),
        ("序时应完成（个）", "Wanted by the calendar"),
        ("实际新增（个）", "Added"),
        ("比序时（个）", "Against the calendar"),
    ];
    HEADS.into_iter().map(|(chinese, english)| language.of(chinese, english).to_owned()).collect()
}

/// The row of the forecast.
pub const fn year_end(language: Language) -> &'static str {
    language.of("年底（按现速预计）", "Year-end at this pace")
}
