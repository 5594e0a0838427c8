//! The bulletin in English.

use super::{BehindCounty, Say};
use crate::monitor::calendar::{change_text, day_text};
use crate::{Language, thousands};

pub(super) fn say(what: Say<'_>) -> String {
    let day = |day| day_text(day, Language::English);
    match what {
        Say::Reported(as_of, reported, all, _) if reported == all => {
            format!("As of {}, all of the {} have reported.", day(as_of), counties(all))
        }
        Say::Reported(as_of, 0, all, _) => format!("As of {}, none of the {} has reported.", day(as_of), counties(all)),
        Say::Reported(as_of, reported, all, silent) => {
            format!("As of {}, {reported} of the {} reported; {silent} did not.", day(as_of), counties(all))
        }
        Say::Incomplete(1) => "Of those that reported, one did so in part.".to_owned(),
        Say::Incomplete(count) => format!("Of those that reported, {count} did so in part."),
        Say::Calendar(schedule, share) => format!("By the calendar ({schedule}), {share} of the year's task is due."),
        Say::TallyPart(name, count) => format!("{count} {name}"),
        Say::Tally(all, parts) => format!("The core indicators are counted in {all} ways: {parts}."),
        Say::CitySlots(task, done, share) => {
            let share = share.map_or_else(String::new, |share| format!(", {share}"));
            format!("Of the city's task of {}, {} {} added{share}.", slots(task), thousands(done), were(done))
        }
        Say::CityCalendar(planned, ahead, status) => {
            let ahead = match ahead {
                0 => "the city is level with it".to_owned(),
                ahead if ahead > 0 => format!("the city is {} ahead", thousands(ahead.unsigned_abs())),
                behind => format!("the city is {} behind", thousands(behind.unsigned_abs())),
            };
            let status = status.map_or_else(String::new, |status| format!(" ({})", status.to_lowercase()));
            format!("The calendar wants {}; {ahead}{status}.", thousands(planned))
        }
        Say::Forecast(end, task) => {
            let against = match (end.checked_sub(task), task.saturating_sub(end)) {
                (Some(0), _) => "as many as the task".to_owned(),
                (Some(more), _) => format!("{} more than the task", thousands(more)),
                (None, less) => format!("{} fewer than the task", thousands(less)),
            };
            format!("At this pace {} will be added by the end of the year, {against}.", slots(end))
        }
        Say::AllAdded(done) => format!("In the city {} {} added.", inclusive(done), were(done)),
        Say::PartAdded(reported, done, task, silent) => {
            let task = task.map_or_else(String::new, |task| format!(", of tasks of {} together", thousands(task)));
            let reported = counties(reported);
            format!(
                "There is no sum for the city yet; new inclusive slots are missing from {silent}. The {reported} that \
                 reported them added {}{task}.",
                thousands(done)
            )
        }
        Say::NoneAdded => "No county reported its new inclusive slots.".to_owned(),
        Say::TaskMissing(names) => format!("no task: {names}"),
        Say::NoTask(names) => format!("Without a task: {names}."),
        Say::TaskDone(count, names) => format!("The year's task is carried out in {}: {names}.", counties(count)),
        Say::BehindGroup(status, count, list) => format!("{status} ({}): {list}.", counties(count)),
        Say::BehindCounty(name, county) => behind(name, county),
        Say::NoneBehind(true) => "No county is behind the calendar.".to_owned(),
        Say::NoneBehind(false) => "None of the counties that reported is behind the calendar.".to_owned(),
        Say::NotJudged(names, false) => format!("Not judged, as no slots are reported: {names}."),
        Say::NotJudged(names, true) => format!("Not judged, as there is no task: {names}."),
        Say::RateUnread(why) => format!("The city's enrolment rate is not known yet ({}).", small(why)),
        Say::CityRateOnly(rate) => format!(
            "The city's enrolment rate is {rate}; its target needs the target and the children under three of every county."
        ),
        Say::CityRate(held) => format!("The city's enrolment rate is {held}."),
        Say::RateMet(count, list) => format!("The target is reached in {}: {list}.", counties(count)),
        Say::RateShort(count, list) => format!("It is not reached in {}: {list}.", counties(count)),
        Say::CountiesUnread(names) => format!("Incomplete, so that there is no rate: {names}."),
        Say::CountiesNoTarget(names) => format!("Without a target: {names}."),
        Say::Held(value, target, "") => format!("{value} (target {target})"),
        Say::Held(value, target, distance) => format!("{value} (target {target}, {distance})"),
        Say::IndicatorsMet(count, indicators) => format!("Met ({count}): {indicators}."),
        Say::IndicatorsShort(count, indicators) => format!("Not met ({count}): {indicators}."),
        Say::IndicatorsNoTarget(count, indicators) => format!("Without a target ({count}): {indicators}."),
        Say::IndicatorsUnread(count, why, indicators) => {
            format!("Not known yet ({count}; {}): {indicators}.", small(why))
        }
        Say::RankedAll(by, list) => format!("Ranked by {by}: {list}.", by = small(by)),
        Say::Ranked(by, first, last) => format!("Ranked by {by}. First: {first}. Last: {last}.", by = small(by)),
        Say::RankedCounty(name, place, shared, value, change) => {
            let shared = if shared { ", shared" } else { "" };
            let change = change.map_or_else(String::new, |change| match change {
                0 => ", as before".to_owned(),
                change => format!(", {}", change_text(Some(change), Language::English)),
            });
            format!("{name} (place {place}{shared}; {value}{change})")
        }
        Say::ByScore(weights) => format!("weighted score ({weights})"),
        Say::WeightsOff(sum) => {
            format!("The weights add up to {sum}% and not to 100%; there is no score and no ranking.")
        }
        Say::RankedNobody => "Competitions of the province's cities are no county's; there is no ranking.".to_owned(),
        Say::NobodyKnown => "No county's figures are complete; there is no ranking.".to_owned(),
        Say::NotRanked(names) => format!("Not ranked, as figures are missing: {names}."),
        Say::Silent(names) => format!("No report: {names}."),
        Say::Missing(names, what) => format!("Missing from {names}: {what}."),
        Say::NothingMissing => "All counties reported everything.".to_owned(),
        Say::CityPace(short, from, pace) => format!(
            "The city still needs {}: {} a month after {}, until the end of the year.",
            inclusive(short),
            thousands(pace),
            day(from)
        ),
        Say::NoDayLeft(short) => {
            format!("The city still needs {}; no day of the year is left.", inclusive(short))
        }
        Say::CityDone => "The city's task of new inclusive slots is carried out.".to_owned(),
        Say::CountyPaces(from, list) => format!("Slots a month that counties need after {}: {list}.", day(from)),
        Say::CountySlots(name, slots) => format!("{name} {}", thousands(slots)),
        Say::NoPace(names, false) => format!("No pace is known, as no slots are reported: {names}."),
        Say::NoPace(names, true) => format!("No pace is known, as there is no task: {names}."),
    }
}

fn behind(name: &str, county: BehindCounty<'_>) -> String {
    let behind = county.behind.map_or_else(String::new, |slots| format!(", {} behind the calendar", thousands(slots)));
    let pace = county.pace.map_or_else(String::new, |pace| format!(", {} a month needed", thousands(pace)));
    let (task, done, short) = (thousands(county.task), thousands(county.done), thousands(county.short));
    format!("{name} (task {task}, added {done}, {}{behind}, {short} short{pace})", county.share)
}

fn small(words: &str) -> String {
    crate::monitor::counts::small(words, Language::English)
}

fn counties(count: usize) -> String {
    if count == 1 { "1 county".to_owned() } else { format!("{} counties", thousands(count as u64)) }
}

fn slots(count: u64) -> String {
    if count == 1 { "1 slot".to_owned() } else { format!("{} slots", thousands(count)) }
}

fn inclusive(count: u64) -> String {
    if count == 1 { "1 new inclusive slot".to_owned() } else { format!("{} new inclusive slots", thousands(count)) }
}

const fn were(count: u64) -> &'static str {
    if count == 1 { "was" } else { "were" }
}
