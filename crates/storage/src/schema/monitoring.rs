//! The year's reports, what they are held to, tasks and problems.
//!
//! What stands as it does in a scenario that nobody has monitored yet is left out.

use std::sync::Arc;

use serde_json::Value;

use super::division::{known, list, object, read_list};
use super::read::{date, figure, rate};
use super::words::{COUNTED, INDICATORS, STATUSES, word};
use super::write::Fields;
use crate::field::{FieldProblem, Object, Wrong};
use tuowei_model::{
    Counted, CountyCounts, CountyId, Date, Edit, Indicator, MonitorEdit, Monitoring, Rate, Report, RowId,
    SafetyProblem, Scenario, Schedule, TaskRow, Thresholds,
};

const QUARTERS: &str = "quarters";
const MONTHS: &str = "months";
const UNTIL: &str = "until";

/// The most that a weight of a schedule can be.
const MOST_WEIGHT: i64 = 100;

/// Writes `,\n  "monitoring":{…}` where it says something.
pub(super) fn write(json: &mut String, scenario: &Scenario) {
    let (monitoring, usual) = (scenario.monitoring(), Monitoring::default());
    if *monitoring == usual {
        return;
    }
    json.push_str(",\n  \"monitoring\":{");
    let mut fields = Fields::new(json)
        .flag("of_staff", monitoring.of_staff())
        .whole_if_any("province_cities", monitoring.province_cities())
        .text_if_any("today", monitoring.today().map(Date::iso).as_deref());
    fields = match monitoring.schedule() {
        Schedule::Linear => fields,
        Schedule::Quarters(weights) => fields.raw(QUARTERS, &wholes(weights)),
        Schedule::Months(weights) => fields.raw(MONTHS, &wholes(weights)),
        Schedule::Until(day) => fields.text(UNTIL, &day.iso()),
    };
    let thresholds = monitoring.thresholds();
    if thresholds != usual.thresholds() {
        fields = fields.whole("behind_e2", thresholds.behind).whole("far_behind_e2", thresholds.far_behind);
    }
    if Indicator::ALL.into_iter().any(|of| monitoring.own_target(of) != usual.own_target(of)) {
        let targets = object(&|json| {
            Indicator::ALL.into_iter().fold(Fields::new(json), |fields, of| {
                fields.whole_if_any(word(&INDICATORS, of), monitoring.own_target(of).map(Rate::ppm))
            });
        });
        fields = fields.raw("targets_ppm", &targets);
    }
    if monitoring.weights() != usual.weights() {
        let weights = object(&|json| {
            Indicator::ALL
                .into_iter()
                .zip(monitoring.weights())
                .filter(|(_, weight)| **weight > 0)
                .fold(Fields::new(json), |fields, (of, weight)| fields.whole(word(&INDICATORS, of), *weight));
        });
        fields = fields.raw("rank_weights", &weights);
    }
    let lines = |items: Vec<String>| list(items.into_iter().map(|item| ["\n    ", &item].concat()));
    if !monitoring.reports().is_empty() {
        let reports = monitoring.reports().iter().map(|report| report_json(report, scenario)).collect();
        fields = fields.raw("reports", &lines(reports));
    }
    if !monitoring.task_rows().is_empty() {
        let rows = monitoring.task_rows().iter().map(|(id, row)| task_json(id, row)).collect();
        fields = fields.raw("tasks", &lines(rows));
    }
    if !monitoring.problems().is_empty() {
        let rows = monitoring.problems().iter().map(|(id, row)| problem_json(id, row)).collect();
        fields.raw("problems", &lines(rows));
    }
    json.push('}');
}

fn wholes(weights: &[u32]) -> String {
    list(weights.iter().map(u32::to_string))
}

fn report_json(report: &Report, scenario: &Scenario) -> String {
    let reported = scenario.region().counties().iter().zip(&report.counties).filter(|(_, counts)| !counts.is_empty());
    let counties = list(reported.map(|(county, counts)| county_json(&county.id, counts)));
    object(&|json| {
        Fields::new(json)
            .text("as_of", &report.as_of.iso())
            .whole_if_any("cities_competed", report.cities_competed)
            .raw("counties", &counties);
    })
}

fn county_json(id: &CountyId, counts: &CountyCounts) -> String {
    object(&|json| {
        let fields = Fields::new(json).text("id", id.as_str());
        Counted::ALL.into_iter().fold(fields, |fields, of| fields.whole_if_any(word(&COUNTED, of), counts.get(of)));
    })
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn task_json(id: &RowId, row: &TaskRow) -> String {
    object(&|json| {
        Fields::new(json)
            .text("id", id.as_str())
            .text_if_any("title", row.title.as_deref())
            .text_if_any("owner", some(&row.owner))
            .text_if_any("starts", row.starts.map(Date::iso).as_deref())
            .text_if_any("due", row.due.map(Date::iso).as_deref())
            .text("status", word(&STATUSES, row.status))
            .text_if_any("note", some(&row.note))
            .whole("order", row.order);
    })
}

fn problem_json(id: &RowId, row: &SafetyProblem) -> String {
    object(&|json| {
        Fields::new(json)
            .text("id", id.as_str())
            .text_if_any("what", some(&row.what))
            .text_if_any("county", row.county.as_ref().map(CountyId::as_str))
            .text_if_any("found", row.found.map(Date::iso).as_deref())
            .text_if_any("due", row.due.map(Date::iso).as_deref())
            .text_if_any("closed", row.closed.map(Date::iso).as_deref());
    })
}

/// The edits that set what the document says.
pub(super) fn read(monitoring: Object<'_>, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
    let mut set = |edit| edits.push(Edit::Monitor(edit));
    set(MonitorEdit::SetOfStaff(monitoring.flag("of_staff")?));
    set(MonitorEdit::SetProvinceCities(figure(monitoring, "province_cities", count)?));
    set(MonitorEdit::SetToday(day(monitoring, "today")?));
    set(MonitorEdit::SetSchedule(read_schedule(monitoring)?));
    if monitoring.get("behind_e2").is_some() || monitoring.get("far_behind_e2").is_some() {
        let points = |name| {
            let points =
                figure(monitoring, name, |points| u32::try_from(points).ok().filter(|points| *points <= 10_000))?;
            points.ok_or_else(|| FieldProblem::at(name, Wrong::Missing))
        };
        let thresholds = Thresholds { behind: points("behind_e2")?, far_behind: points("far_behind_e2")? };
        if thresholds.behind > thresholds.far_behind {
            return Err(FieldProblem::at("far_behind_e2", Wrong::OutOfRange));
        }
        set(MonitorEdit::SetThresholds(thresholds));
    }
    if monitoring.get("targets_ppm").is_some() {
        let targets = monitoring.object("targets_ppm")?;
        for of in Indicator::ALL {
            let target =
                figure(targets, word(&INDICATORS, of), rate).map_err(|problem| problem.within("targets_ppm"))?;
            set(MonitorEdit::SetTarget(of, target));
        }
    }
    if monitoring.get("rank_weights").is_some() {
        let weights = monitoring.object("rank_weights")?;
        for of in Indicator::ALL {
            let percent = |weight: i64| u8::try_from(weight).ok().filter(|weight| *weight <= 100);
            let weight = figure(weights, word(&INDICATORS, of), percent);
            let weight = weight.map_err(|problem| problem.within("rank_weights"))?;
            set(MonitorEdit::SetRankWeight(of, weight.unwrap_or_default()));
        }
    }
    if monitoring.get("reports").is_some() {
        for report in read_list(monitoring, "reports", &read_report)? {
            edits.extend(report);
        }
    }
    if monitoring.get("tasks").is_some() {
        let rows = read_list(monitoring, "tasks", &read_task)?;
        edits.extend(rows.into_iter().map(|(id, row)| Edit::Monitor(MonitorEdit::SetTaskRow(id, Some(Arc::new(row))))));
    }
    if monitoring.get("problems").is_some() {
        let rows = read_list(monitoring, "problems", &read_problem)?;
        edits.extend(rows.into_iter().map(|(id, row)| Edit::Monitor(MonitorEdit::SetProblem(id, Some(Arc::new(row))))));
    }
    Ok(())
}

fn read_schedule(monitoring: Object<'_>) -> Result<Schedule, FieldProblem> {
    if let Some(day) = day(monitoring, UNTIL)? {
        return Ok(Schedule::Until(day));
    }
    if monitoring.get(MONTHS).is_some() {
        return Ok(Schedule::Months(read_weights(monitoring, MONTHS)?));
    }
    if monitoring.get(QUARTERS).is_some() {
        return Ok(Schedule::Quarters(read_weights(monitoring, QUARTERS)?));
    }
    Ok(Schedule::Linear)
}

fn read_weights<const COUNT: usize>(monitoring: Object<'_>, name: &str) -> Result<[u32; COUNT], FieldProblem> {
    let weight = |value: &Value| {
        let weight = value.as_i64().filter(|weight| (0..=MOST_WEIGHT).contains(weight));
        weight.and_then(|weight| u32::try_from(weight).ok())
    };
    let weights: Option<Vec<u32>> = monitoring.list(name)?.iter().map(weight).collect();
    weights.and_then(|weights| weights.try_into().ok()).ok_or_else(|| FieldProblem::at(name, Wrong::OutOfRange))
}

fn read_report(report: Object<'_>) -> Result<Vec<Edit>, FieldProblem> {
    let as_of = day(report, "as_of")?.ok_or_else(|| FieldProblem::at("as_of", Wrong::Missing))?;
    let mut edits = vec![
        MonitorEdit::SetReport(as_of, true),
        MonitorEdit::SetCitiesCompeted(as_of, figure(report, "cities_competed", count)?),
    ];
    let county = |row: Object<'_>| {
        let id = CountyId::new(row.text("id")?);
        let mut edits = Vec::new();
        for of in Counted::ALL {
            if let Some(count) = figure(row, word(&COUNTED, of), count)? {
                edits.push(MonitorEdit::SetCount(as_of, id.clone(), of, Some(count)));
            }
        }
        Ok(edits)
    };
    edits.extend(read_list(report, "counties", &county)?.into_iter().flatten());
    Ok(edits.into_iter().map(Edit::Monitor).collect())
}

fn read_task(row: Object<'_>) -> Result<(RowId, TaskRow), FieldProblem> {
    let title = row.text_if_any("title")?.map(|title| fitting("title", title, TaskRow::MOST_NAME)).transpose()?;
    let read = TaskRow {
        title,
        owner: fitting("owner", row.text_if_any("owner")?.unwrap_or_default(), TaskRow::MOST_NAME)?,
        starts: day(row, "starts")?,
        due: day(row, "due")?,
        status: known(row, "status", &STATUSES)?,
        note: fitting("note", row.text_if_any("note")?.unwrap_or_default(), TaskRow::MOST_NOTE)?,
        order: figure(row, "order", |order| u32::try_from(order).ok())?.unwrap_or_default(),
    };
    Ok((RowId::new(row.text("id")?), read))
}

fn read_problem(row: Object<'_>) -> Result<(RowId, SafetyProblem), FieldProblem> {
    let read = SafetyProblem {
        what: fitting("what", row.text_if_any("what")?.unwrap_or_default(), TaskRow::MOST_NOTE)?,
        county: row.text_if_any("county")?.map(CountyId::new),
        found: day(row, "found")?,
        due: day(row, "due")?,
        closed: day(row, "closed")?,
    };
    Ok((RowId::new(row.text("id")?), read))
}

fn fitting(name: &str, text: &str, most: usize) -> Result<String, FieldProblem> {
    if text.chars().count() > most {
        return Err(FieldProblem::at(name, Wrong::OutOfRange));
    }
    Ok(text.to_owned())
}

fn day(object: Object<'_>, name: &str) -> Result<Option<Date>, FieldProblem> {
    let Some(text) = object.text_if_any(name)? else { return Ok(None) };
    date(text).map(Some).ok_or_else(|| FieldProblem::at(name, Wrong::OutOfRange))
}

fn count(count: i64) -> Option<u32> {
    u32::try_from(count).ok().filter(|count| *count <= Counted::MOST)
}
