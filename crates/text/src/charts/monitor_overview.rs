//! What the charts of indicators, of places and of tasks say.

use super::super::monitor::month_name;
use super::super::{Language, brief_percent, hundredths, indicator_short, thousands};
use tuowei_model::{Date, Hundredths, Indicator, Thresholds, Unread};

/// 6月30日, or 30 June.
pub fn short_day(day: Date, language: Language) -> String {
    let (_, month, date) = day.parts();
    match language {
        Language::Chinese => format!("{month}月{date}日"),
        Language::English => format!("{date} {}", month_name(month)),
    }
}

/// A list in a sentence.
pub fn listed(items: &[&str], language: Language) -> String {
    items.join(language.of("、", ", "))
}

/// A number of points without zeros at its end.
fn points(value: u32) -> String {
    let shown = brief_percent(Hundredths::new(i32::try_from(value).unwrap_or(i32::MAX)));
    shown.trim_end_matches('%').to_owned()
}

fn size(points: Hundredths) -> String {
    hundredths(Hundredths::new(points.get().saturating_abs()))
}

// --- Indicators ---

/// Why an indicator has no value, in few words; `counties` are all of the region's.
pub fn why_unread(unread: &Unread, counties: usize, language: Language) -> String {
    let said = match unread {
        Unread::TasksMissing(missing) if missing.len() < counties => {
            return match language {
                Language::Chinese => format!("{}个县（区）无任务数", missing.len()),
                Language::English => format!("{} without a task", missing.len()),
            };
        }
        Unread::CountiesMissing(missing) if missing.len() < counties => {
            return match language {
                Language::Chinese => format!("{}个县（区）未报", missing.len()),
                Language::English if missing.len() == 1 => "1 county missing".to_owned(),
                Language::English => format!("{} counties missing", missing.len()),
            };
        }
        Unread::Missing(_) | Unread::CountiesMissing(_) => ("未报", "not reported"),
        Unread::NoTask | Unread::TasksMissing(_) => ("无任务数", "no task"),
        Unread::OfCityOnly => ("市级指标", "the city's only"),
        Unread::CitiesMissing => ("未填", "not filled in"),
        Unread::NothingBelow => ("分母为0", "of nothing"),
    };
    language.of(said.0, said.1).to_owned()
}

/// How many of all indicators are met and behind, and which of the latter, or else of those not met, is farthest from its
/// target. Nothing is known where none is judged.
pub fn indicators_title(
    day: Date,
    judged: usize,
    met: usize,
    behind: usize,
    farthest: Option<Indicator>,
    language: Language,
) -> String {
    let (day, all) = (short_day(day, language), Indicator::COUNT);
    let farthest = farthest.map(|of| indicator_short(of, language));
    match language {
        Language::Chinese if judged == 0 => format!("截至{day}，{all}项指标都还不能判断：数据未报齐"),
        Language::English if judged == 0 => format!("{day}: none of {all} indicators can be judged yet"),
        Language::Chinese => {
            let behind_said = if behind == 0 { "无滞后".to_owned() } else { format!("{behind}项滞后") };
            let before = match behind {
                0 => "；差距最大的是",
                1 => "：",
                _ => "；其中差距最大的是",
            };
            let last = farthest.map(|name| [before, name].concat()).unwrap_or_default();
            format!("截至{day}，{all}项指标中{met}项已达标、{behind_said}{last}")
        }
        Language::English => {
            let behind_said = if behind == 0 { "none behind".to_owned() } else { format!("{behind} behind") };
            let before = match behind {
                0 => "; farthest off: ",
                1 => ": ",
                _ => ", farthest: ",
            };
            let last = farthest.map(|name| [before, name].concat()).unwrap_or_default();
            format!("{day}: {met} of {all} indicators met, {behind_said}{last}")
        }
    }
}

/// The day of the figures, and how much the calendar wants by then.
pub fn note_calendar(planned: Hundredths, language: Language) -> String {
    match language {
        Language::Chinese => format!("序时进度{}%", hundredths(planned)),
        Language::English => format!("calendar: {}%", hundredths(planned)),
    }
}

/// So many indicators have no value.
pub fn note_unread(count: usize, language: Language) -> String {
    match language {
        Language::Chinese => format!("{count}项缺数据"),
        Language::English => format!("{count} without data"),
    }
}

/// Where a status begins.
pub fn note_thresholds(thresholds: Thresholds, language: Language) -> String {
    let (behind, far) = (points(thresholds.behind), points(thresholds.far_behind));
    match language {
        Language::Chinese => {
            format!(
                "状态：完成目标的比例比序时进度低{behind}个百分点以内为略滞后，超过{behind}为滞后，超过{far}为严重滞后"
            )
        }
        Language::English => format!(
            "Status by points of the target behind the calendar: up to {behind} slightly behind, above {behind} behind, above \
             {far} far behind"
        ),
    }
}

/// Where reported figures come from and, where they are held against any, targets: from a plan or not.
pub fn source_reports(day: Date, targets: Option<bool>, language: Language) -> String {
    let reports = match language {
        Language::Chinese => format!("数据来源：县（区）填报，截至{}", day.iso()),
        Language::English => format!("Source: reports of the counties as of {}", day.iso()),
    };
    reports
        + match targets {
            Some(true) => language.of("；目标：市方案和本情景", "; targets: the plan and this scenario"),
            Some(false) => language.of("；目标：本情景", "; targets: this scenario"),
            None => "",
        }
}

/// What the chart of indicators is about.
pub fn about_indicators(region: &str, day: Date, language: Language) -> String {
    let day = day.iso();
    match language {
        Language::Chinese => {
            format!("条形图：{region}{}项指标的全市值，对照目标和序时进度，截至{day}。", Indicator::COUNT)
        }
        Language::English => format!(
            "Bar chart: the city values of {} indicators in {region}, against targets and calendar, as of {day}. ",
            Indicator::COUNT
        ),
    }
}

/// An indicator's figures.
pub struct Figures<'a> {
    /// The indicator's name.
    pub name: &'a str,
    /// Value, numerator, denominator.
    pub value: Option<(Hundredths, u64, u64)>,
    /// The target, in percent.
    pub target: Option<Hundredths>,
    /// What the calendar wants.
    pub due: Option<Hundredths>,
    /// How far above the target.
    pub points: Option<Hundredths>,
    /// How it stands, or why it has no value.
    pub state: Option<&'a str>,
}

/// All of an indicator in a sentence.
pub fn mark_indicator(of: &Figures<'_>, language: Language) -> String {
    let chinese = language == Language::Chinese;
    let mut said = String::from(of.name);
    said += language.of("：", ": ");
    match of.value {
        Some((value, above, below)) => {
            let (value, above, below) = (hundredths(value), thousands(above), thousands(below));
            said += &if chinese {
                format!("{value}%（{above} ÷ {below}）")
            } else {
                format!("{value}% ({above} ÷ {below})")
            };
        }
        None => said += "—",
    }
    said += &match (of.target, chinese) {
        (Some(target), true) => format!("，目标{}", brief_percent(target)),
        (Some(target), false) => format!(", target {}", brief_percent(target)),
        (None, true) => "，目标未定".to_owned(),
        (None, false) => ", no target set".to_owned(),
    };
    if let Some(due) = of.due {
        let due = hundredths(due);
        said += &if chinese { format!("，序时应达{due}%") } else { format!(", the calendar wants {due}%") };
    }
    if let Some(by) = of.points {
        let (by, below) = (size(by), by.get() < 0);
        said += &match (chinese, below) {
            (true, true) => format!("，低于目标{by}个百分点"),
            (true, false) => format!("，高于目标{by}个百分点"),
            (false, true) => format!(", {by} points below the target"),
            (false, false) => format!(", {by} points above the target"),
        };
    }
    match of.state {
        Some(state) => said + language.of("，", ", ") + state,
        None => said,
    }
}

// --- Ranking ---

/// By what counties are put in order: 利用率, 综合得分.
pub fn ranked_by(of: Option<Indicator>, language: Language) -> &'static str {
    of.map_or(language.of("综合得分", "Score"), |of| indicator_short(of, language))
}

/// A value in a sentence or on a mark.
pub fn ranked_value(value: Hundredths, score: bool, language: Language) -> String {
    hundredths(value) + if score { language.of("分", "") } else { "%" }
}

/// Who leads and who is last; each with a value in words.
pub enum Finding<'a> {
    /// Weights that do not add up to 100.
    WeightsOff(u32),
    /// No county has a value.
    Nobody,
    /// Only this one has.
    Alone(&'a str, &'a str),
    /// All have the same: how many, and what.
    Alike(usize, &'a str),
    /// Those who lead and those who are last, as names in their list or how many they are, with their values.
    Between((&'a [&'a str], &'a str), (&'a [&'a str], &'a str)),
}

fn whoever(names: &[&str], language: Language) -> String {
    match (names, language) {
        ([name], _) => (*name).to_owned(),
        ([one, other], Language::Chinese) => format!("{one}、{other}"),
        ([one, other], Language::English) => format!("{one} and {other}"),
        (names, Language::Chinese) => {
            format!("{}等{}个县（区）", names.first().copied().unwrap_or_default(), names.len())
        }
        (names, Language::English) => format!("{} counties", names.len()),
    }
}

/// The finding of a ranking.
pub fn ranking_title(day: Date, by: &str, score: bool, finding: &Finding<'_>, language: Language) -> String {
    let day = short_day(day, language);
    match language {
        Language::Chinese => {
            let (most, least) = if score { ("第一", "最后") } else { ("最高", "最低") };
            let said = match finding {
                Finding::WeightsOff(sum) => format!("无法计算：权重之和是{sum}%，应为100%"),
                Finding::Nobody => "尚无可排名的县（区）".to_owned(),
                Finding::Alone(name, value) => format!("仅{name}有数，{value}"),
                Finding::Alike(count, value) => format!("{count}个县（区）相同，均为{value}"),
                Finding::Between((first, top), (last, low)) => format!(
                    "{}{}{most}（{top}），{}{}{least}（{low}）",
                    whoever(first, language),
                    if first.len() > 1 { "并列" } else { "" },
                    whoever(last, language),
                    if last.len() > 1 { "并列" } else { "" },
                ),
            };
            format!("截至{day}，{by}{said}")
        }
        Language::English => {
            let said = match finding {
                Finding::WeightsOff(sum) => format!("weights add up to {sum}%, not to 100%"),
                Finding::Nobody => "no county can be ranked yet".to_owned(),
                Finding::Alone(name, value) => format!("only {name} has a value, {value}"),
                Finding::Alike(count, value) => format!("{count} counties alike, {value}"),
                Finding::Between((first, top), (last, low)) => format!(
                    "{} {} ({top}), {} {} last ({low})",
                    whoever(first, language),
                    if first.len() > 1 { "lead" } else { "leads" },
                    whoever(last, language),
                    if last.len() > 1 { "are" } else { "is" },
                ),
            };
            format!("{by} on {day}: {said}")
        }
    }
}

/// How the score is made, and what each indicator weighs in it.
pub fn note_weights(weights: &[(Indicator, u8)], language: Language) -> [String; 2] {
    let said: Vec<String> = weights
        .iter()
        .map(|(of, weight)| [indicator_short(*of, language), " ", &weight.to_string(), "%"].concat())
        .collect();
    let rule = language.of(
        "综合得分：各指标完成目标的比例（最多按100%计）乘以权重，再相加",
        "Score: the share of each target that is met, at most 100%, by weight",
    );
    [rule.to_owned(), language.of("权重：", "Weights: ").to_owned() + &said.join(language.of("、", "; "))]
}

/// Unit of scores.
pub const fn unit_score(language: Language) -> &'static str {
    language.of("单位：分（满分100）", "Unit: points of 100")
}

/// How the changes beside the values are read, with the day of the report before.
pub fn note_changes(day: Date, language: Language) -> String {
    match language {
        Language::Chinese => format!("右侧为较{}名次升降", short_day(day, language)),
        Language::English => format!("at the right: places since {}", short_day(day, language)),
    }
}

/// How many places a county went up, or down; in a sentence or a table.
pub fn change_said(change: i64, language: Language) -> String {
    let by = change.unsigned_abs();
    match (language, change) {
        (Language::Chinese, 0) => "持平".to_owned(),
        (Language::Chinese, 1..) => format!("上升{by}位"),
        (Language::Chinese, _) => format!("下降{by}位"),
        (Language::English, 0) => "unchanged".to_owned(),
        (Language::English, 1..) => format!("up {by}"),
        (Language::English, _) => format!("down {by}"),
    }
}

/// A place: 第2名, 并列第2名.
pub fn place_said(place: usize, shared: bool, language: Language) -> String {
    match (language, shared) {
        (Language::Chinese, false) => format!("第{place}名"),
        (Language::Chinese, true) => format!("并列第{place}名"),
        (Language::English, false) => format!("place {place}"),
        (Language::English, true) => format!("shared place {place}"),
    }
}

/// What the chart of places is about.
pub fn about_ranking(region: &str, counties: usize, by: &str, day: Date, language: Language) -> String {
    let day = day.iso();
    match language {
        Language::Chinese => format!("条形图：{region}{counties}个县（区）按{by}排名，截至{day}。"),
        Language::English => format!("Bar chart: the {counties} counties of {region} by {by}, as of {day}. "),
    }
}

/// Why a county has no score.
pub const fn not_all_reported(language: Language) -> &'static str {
    language.of("未报齐", "incomplete")
}

/// Headings of the ranking's table: place, county, value, change.
pub fn ranking_columns(by: &str, score: bool, language: Language) -> Vec<String> {
    let value = match (language, score) {
        (Language::Chinese, false) => format!("{by}（%）"),
        (Language::Chinese, true) => format!("{by}（分）"),
        (Language::English, false) => format!("{by} (%)"),
        (Language::English, true) => format!("{by} (points)"),
    };
    let word = |chinese, english| language.of(chinese, english).to_owned();
    vec![word("县（区）", "County"), word("名次", "Place"), value, word("比上期", "Since the last")]
}

// --- Timeline ---

/// How many tasks there are, are done and overdue.
pub fn timeline_title(all: usize, done: usize, overdue: usize, language: Language) -> String {
    match language {
        Language::Chinese if all == 0 => "还没有任务".to_owned(),
        Language::English if all == 0 => "No tasks yet".to_owned(),
        Language::Chinese => {
            let late = if overdue == 0 { "没有逾期".to_owned() } else { format!("{overdue}项逾期") };
            format!("{all}项任务：{done}项已完成，{late}")
        }
        Language::English => {
            let late = if overdue == 0 { "none overdue".to_owned() } else { format!("{overdue} overdue") };
            format!("{all} {}: {done} done, {late}", if all == 1 { "task" } else { "tasks" })
        }
    }
}

/// Tasks without a day, and tasks for which there is no room.
pub fn note_tasks(undated: usize, left_out: usize, language: Language) -> Vec<String> {
    let said = |count: usize, chinese: &str, english: &str| {
        (count > 0).then(|| match language {
            Language::Chinese => format!("{count}项{chinese}"),
            Language::English => format!("{count} {english}"),
        })
    };
    let undated = said(undated, "未定日期", "without a date");
    undated.into_iter().chain(said(left_out, "未画出", "not drawn")).collect()
}

/// The present day, at its line.
pub fn today_said(day: Date, language: Language) -> String {
    [language.of("今天 ", "Today "), &day.iso()].concat()
}

/// Where the tasks come from.
pub const fn source_tasks(planned: bool, language: Language) -> &'static str {
    if planned {
        language.of(
            "数据来源：大同市2026年托育服务质量提升年活动实施方案和本情景的任务台账",
            "Source: Datong 2026 childcare quality plan, and this scenario's task ledger",
        )
    } else {
        language.of("数据来源：本情景的任务台账", "Source: this scenario's task ledger")
    }
}

/// What the timeline is about: region, first and last year.
pub fn about_timeline(region: &str, first: u16, last: u16, language: Language) -> String {
    match language {
        Language::Chinese => format!("时间轴：{region}的任务，{first}至{last}年。"),
        Language::English => format!("Timeline: the tasks of {region}, {first} to {last}. "),
    }
}

/// A task's days in words.
pub fn days_said(starts: Option<Date>, due: Option<Date>, language: Language) -> String {
    match (language, starts, due) {
        (Language::Chinese, Some(from), Some(to)) => format!("{}至{}", from.iso(), to.iso()),
        (Language::Chinese, Some(from), None) => format!("{}起", from.iso()),
        (Language::Chinese, None, Some(to)) => format!("{}前", to.iso()),
        (Language::Chinese, None, None) => "未定日期".to_owned(),
        (Language::English, Some(from), Some(to)) => format!("{} to {}", from.iso(), to.iso()),
        (Language::English, Some(from), None) => format!("from {}", from.iso()),
        (Language::English, None, Some(to)) => format!("by {}", to.iso()),
        (Language::English, None, None) => "no date".to_owned(),
    }
}

/// A quarter, from 0, at the head of a year's timeline.
pub fn quarter_said(quarter: usize, language: Language) -> &'static str {
    const QUARTERS: [(&str, &str); 4] = [("一季度", "Q1"), ("二季度", "Q2"), ("三季度", "Q3"), ("四季度", "Q4")];
    QUARTERS.get(quarter).map_or("", |(chinese, english)| language.of(chinese, english))
}

/// The last day of a bar, where it stands before the bar.
pub fn until_said(day: &str, language: Language) -> String {
    [language.of("至", "to "), day].concat()
}

/// Headings of the timeline's table.
pub fn timeline_columns(language: Language) -> Vec<String> {
    [("任务", "Task"), ("开始", "Starts"), ("完成期限", "Due"), ("状态", "Status")]
        .map(|(chinese, english)| language.of(chinese, english).to_owned())
        .into()
}

/// That the present day does not lie in the years on show.
pub fn today_outside(day: Date, language: Language) -> String {
    let day = day.iso();
    match language {
        Language::Chinese => format!("今天（{day}）不在图中"),
        Language::English => format!("today ({day}) lies outside"),
    }
}
