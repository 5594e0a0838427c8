//! Reading: every problem with its place, never a panic, never a guess.

use std::sync::Arc;

use serde_json::Value;

use super::upgrade::upgrade;
use super::{APP, ReadProblem, division, monitoring, words};
use crate::field::{FieldProblem, Object, Wrong};
use tuowei_model::{
    Children, County, CountyId, CountyKind, Date, Edit, EditProblem, Factor, Figure, Name, Points, Rate, Region,
    RuleKind, Scenario, Slots, Weight,
};

/// The scenario that [`to_json`](super::to_json) wrote, now or with an older schema.
///
/// Fields that the schema does not know are ignored, and a byte order mark in front is, too.
///
/// # Errors
/// What is wrong, with its place. Nothing is guessed or left out.
pub fn from_json(text: &str) -> Result<Scenario, ReadProblem> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document: Value = serde_json::from_str(text)
        .map_err(|problem| ReadProblem::NotJson { line: problem.line(), column: problem.column() })?;
    let schema = schema_of(&document)?;
    let document = upgrade(document, schema)?;
    read_document(Object::of(&document)?)
}

/// The schema of a document that carries the mark of this page.
fn schema_of(document: &Value) -> Result<u32, ReadProblem> {
    let document = Object::of(document).map_err(|_| ReadProblem::NotTuowei)?;
    if document.get("app").and_then(Value::as_str) != Some(APP) {
        return Err(ReadProblem::NotTuowei);
    }
    match document.whole("schema")? {
        ..=0 => Err(FieldProblem::at("schema", Wrong::OutOfRange).into()),
        schema => Ok(u32::try_from(schema).unwrap_or(u32::MAX)),
    }
}

fn read_document(document: Object<'_>) -> Result<Scenario, ReadProblem> {
    let region = document.object("region")?;
    let rows = document.list("counties")?;
    let mut counties = Vec::with_capacity(rows.len().min(Region::MOST_COUNTIES));
    let mut edits = Vec::new();
    for (position, row) in rows.iter().enumerate() {
        let county =
            read_county(row, &mut edits).map_err(|problem| problem.within(&format!("counties[{position}]")))?;
        counties.push(county);
    }
    let region = read_region(region, counties)?;
    edits.push(Edit::SetTask(needed("task", figure(document, "task", slots)?)?));
    edits.push(Edit::SetFrozen(document.flag("frozen")?));
    read_targets(document.object("targets")?, &mut edits).map_err(|problem| problem.within("targets"))?;
    read_supply(document.object("supply")?, &mut edits).map_err(|problem| problem.within("supply"))?;
    if document.get("bases").is_some() {
        read_bases(document.object("bases")?, &mut edits).map_err(|problem| problem.within("bases"))?;
    }
    division::read(document, &mut edits)?;
    if document.get("monitoring").is_some() {
        monitoring::read(document.object("monitoring")?, &mut edits).map_err(|problem| problem.within("monitoring"))?;
    }
    let mut scenario = Scenario::empty(document.text("name")?, Arc::new(region));
    for edit in &edits {
        scenario.apply(edit).map_err(|problem| match problem {
            EditProblem::FloorAboveCap => ReadProblem::FloorAboveCap,
            // Reports name counties of the region. All else was made from its very counties.
            EditProblem::UnknownCounty(id) => ReadProblem::Field(FieldProblem::at(id.as_str(), Wrong::Missing)),
            EditProblem::UnknownReport(_) | EditProblem::TooManyReports => {
                ReadProblem::Field(FieldProblem::at("monitoring.reports", Wrong::OutOfRange))
            }
        })?;
    }
    Ok(scenario)
}

fn read_region(region: Object<'_>, counties: Vec<County>) -> Result<Region, ReadProblem> {
    let within = |problem: FieldProblem| problem.within("region");
    let id = region.text("id").map_err(within)?;
    let name = read_name(region).map_err(within)?;
    let year = figure(region, "year", |year| u16::try_from(year).ok()).and_then(|year| needed("year", year));
    Region::new(id, name, year.map_err(within)?, counties).map_err(ReadProblem::Region)
}

fn read_name(object: Object<'_>) -> Result<Name, FieldProblem> {
    Ok(Name::new(object.text("name")?, object.text_if_any("latin")?))
}

fn read_targets(targets: Object<'_>, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
    let rule = targets.text("rule")?;
    let known = RuleKind::ALL.into_iter().find(|&kind| words::of_rule(kind) == rule);
    edits.push(Edit::SetRule(known.ok_or_else(|| unknown("rule", rule))?));
    edits.push(Edit::SetUplift(figure(targets, "uplift_ppm", points)?));
    edits.push(Edit::SetGrowth(figure(targets, "growth_ppm", |ppm| Factor::from_ppm(u32::try_from(ppm).ok()?))?));
    edits.push(Edit::SetClosing(figure(targets, "closing_ppm", rate)?));
    edits.push(Edit::SetBenchmark(figure(targets, "benchmark_ppm", rate)?));
    edits.push(Edit::SetGoal(figure(targets, "goal_ppm", rate)?));
    edits.push(Edit::SetFloor(figure(targets, "floor_ppm", points)?));
    edits.push(Edit::SetCap(figure(targets, "cap_ppm", points)?));
    Ok(())
}

fn read_supply(supply: Object<'_>, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
    let goal = |name| figure(supply, name, rate).and_then(|rate| needed(name, rate));
    edits.push(Edit::SetUtilisation(goal("utilisation_ppm")?));
    edits.push(Edit::SetInclusiveShare(goal("inclusive_share_ppm")?));
    Ok(())
}

fn read_bases(bases: Object<'_>, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
    for figure in Figure::ALL {
        let name = words::of_figure(figure);
        if bases.get(name).is_none() {
            continue;
        }
        let basis = bases.object(name)?;
        let within = |problem: FieldProblem| problem.within(name);
        if let Some(method) = basis.text_if_any("method").map_err(within)? {
            edits.push(Edit::SetBasis(figure, method.to_owned()));
        }
        if let Some(day) = basis.text_if_any("as_of").map_err(within)? {
            let day = date(day).ok_or_else(|| within(FieldProblem::at("as_of", Wrong::OutOfRange)))?;
            edits.push(Edit::SetAsOf(figure, Some(day)));
        }
    }
    Ok(())
}

/// `2025-12-31`.
pub(super) fn date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| {
        let part =
            parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<u16>().ok()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// The county of one row, and the edits that fill in its figures.
fn read_county(row: &Value, edits: &mut Vec<Edit>) -> Result<County, FieldProblem> {
    let row = Object::of(row)?;
    let id = CountyId::new(row.text("id")?);
    let kind = match row.text_if_any("kind")? {
        None => CountyKind::Unspecified,
        Some(word) => [CountyKind::District, CountyKind::County]
            .into_iter()
            .find(|&kind| words::of_kind(kind) == Some(word))
            .ok_or_else(|| unknown("kind", word))?,
    };
    let county = County { id: id.clone(), name: read_name(row)?, kind };
    if let Some(base) = figure(row, "base_ppm", rate)? {
        edits.push(Edit::SetBase(id.clone(), Some(base)));
    }
    if let Some(pin) = figure(row, "pin_ppm", rate)? {
        edits.push(Edit::SetPin(id.clone(), Some(pin)));
    }
    if let Some(slots) = figure(row, "slots", slots)? {
        edits.push(Edit::SetSlots(id.clone(), Some(slots)));
    }
    if row.flag("locked")? {
        edits.push(Edit::SetLocked(id.clone(), true));
    }
    if let Some(children) = figure(row, "children", children)? {
        edits.push(Edit::SetChildren(id.clone(), Some(children)));
    }
    if let Some(capacity) = figure(row, "capacity", slots)? {
        edits.push(Edit::SetCapacity(id.clone(), Some(capacity)));
    }
    if let Some(inclusive) = figure(row, "inclusive", slots)? {
        edits.push(Edit::SetInclusive(id.clone(), Some(inclusive)));
    }
    if let Some(enrolled) = figure(row, "enrolled", children)? {
        edits.push(Edit::SetEnrolled(id.clone(), Some(enrolled)));
    }
    if let Some(other) = figure(row, "other", slots)? {
        edits.push(Edit::SetOther(id.clone(), Some(other)));
    }
    if let Some(least) = figure(row, "least", slots)? {
        edits.push(Edit::SetLeast(id.clone(), Some(least)));
    }
    if let Some(most) = figure(row, "most", slots)? {
        edits.push(Edit::SetMost(id.clone(), Some(most)));
    }
    if let Some(weight) = figure(row, "weight_e4", |units| Weight::new(u64::try_from(units).ok()?))? {
        edits.push(Edit::SetWeight(id, Some(weight)));
    }
    Ok(county)
}

pub(super) fn figure<T>(object: Object<'_>, name: &str, of: fn(i64) -> Option<T>) -> Result<Option<T>, FieldProblem> {
    match object.whole_if_any(name)? {
        None => Ok(None),
        Some(whole) => of(whole).map(Some).ok_or_else(|| FieldProblem::at(name, Wrong::OutOfRange)),
    }
}

pub(super) fn needed<T>(name: &str, figure: Option<T>) -> Result<T, FieldProblem> {
    figure.ok_or_else(|| FieldProblem::at(name, Wrong::Missing))
}

pub(super) fn unknown(name: &str, word: &str) -> FieldProblem {
    FieldProblem::at(name, Wrong::UnknownWord(word.to_owned()))
}

pub(super) fn rate(ppm: i64) -> Option<Rate> {
    Rate::from_ppm(u32::try_from(ppm).ok()?)
}

fn points(ppm: i64) -> Option<Points> {
    Points::from_ppm(i32::try_from(ppm).ok()?)
}

fn children(count: i64) -> Option<Children> {
    Children::new(u32::try_from(count).ok()?)
}

fn slots(count: i64) -> Option<Slots> {
    Slots::new(u32::try_from(count).ok()?)
}
