//! The assistant's choices, and how the present allocation came about.

use std::fmt::Write;
use std::sync::Arc;

use serde_json::Value;

use super::words::{METHODS, SETTLEMENTS, WEIGHTS, word};
use super::write::Fields;
use crate::field::{FieldProblem, Object, Wrong};
use tuowei_model::{
    CountyId, DivisionRecord, DivisionSettings, Edit, RecordedBound, RecordedTie, Scenario, Slots, TieChoice,
};

const DOCUMENT_ORDER: &str = "document-order";
const MORE_CHILDREN: &str = "more-children";
const BY_HAND: &str = "by-hand";

/// Writes `,\n  "division":{…}` and `,\n  "divided":{…}`, each only where it says something.
pub(super) fn write(json: &mut String, scenario: &Scenario) {
    let settings = scenario.division();
    if *settings != DivisionSettings::default() {
        json.push_str(",\n  \"division\":{");
        let fields = Fields::new(json)
            .text("weight", word(&WEIGHTS, settings.weight))
            .text("method", word(&METHODS, settings.method));
        match &settings.ties {
            TieChoice::Ask => {}
            TieChoice::DocumentOrder => {
                fields.text("ties", DOCUMENT_ORDER);
            }
            TieChoice::MoreChildren => {
                fields.text("ties", MORE_CHILDREN);
            }
            TieChoice::ByHand { between, gaining } => {
                fields.text("ties", BY_HAND).raw("between", &id_list(between)).raw("gaining", &id_list(gaining));
            }
        }
        json.push('}');
    }
    if let Some(record) = scenario.divided() {
        json.push_str(",\n  \"divided\":{");
        write_record(json, record);
        json.push('}');
    }
}

fn write_record(json: &mut String, record: &DivisionRecord) {
    let bound = |of: &RecordedBound| {
        object(&|json| {
            Fields::new(json)
                .text("county", of.county.as_str())
                .flag("locked", of.locked)
                .whole_if_any("least", of.least.map(Slots::get))
                .whole_if_any("most", of.most.map(Slots::get));
        })
    };
    let given = |(county, slots): &(CountyId, Slots)| {
        object(&|json| {
            Fields::new(json).text("county", county.as_str()).whole("slots", slots.get());
        })
    };
    let mut fields = Fields::new(json)
        .text("weight", word(&WEIGHTS, record.weight))
        .text("method", word(&METHODS, record.method))
        .flag("rebalanced", record.rebalanced);
    if let Some(tie) = &record.tie {
        let tie = object(&|json| {
            Fields::new(json)
                .text("settlement", word(&SETTLEMENTS, tie.settlement))
                .raw("between", &id_list(&tie.between))
                .raw("gaining", &id_list(&tie.gaining));
        });
        fields = fields.raw("tie", &tie);
    }
    fields.raw("bounded", &list(record.bounded.iter().map(bound))).raw("given", &list(record.given.iter().map(given)));
}

pub(super) fn object(fields: &dyn Fn(&mut String)) -> String {
    let mut json = String::from("{");
    fields(&mut json);
    json.push('}');
    json
}

pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    let mut json = String::from("[");
    for (index, item) in items.enumerate() {
        // Writing to a String cannot fail.
        let _ = write!(json, "{}{item}", if index == 0 { "" } else { "," });
    }
    json.push(']');
    json
}

fn id_list(ids: &[CountyId]) -> String {
    list(ids.iter().map(|id| super::quoted(id.as_str())))
}

/// The edits that set what the document says of both.
pub(super) fn read(document: Object<'_>, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
    if document.get("division").is_some() {
        read_settings(document.object("division")?, edits).map_err(|problem| problem.within("division"))?;
    }
    if document.get("divided").is_some() {
        let record = read_record(document.object("divided")?).map_err(|problem| problem.within("divided"))?;
        edits.push(Edit::SetDivision(Some(Arc::new(record))));
    }
    Ok(())
}

fn read_settings(settings: Object<'_>, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
    edits.push(Edit::SetWeightKind(known(settings, "weight", &WEIGHTS)?));
    edits.push(Edit::SetMethod(known(settings, "method", &METHODS)?));
    edits.push(Edit::SetTies(match settings.text_if_any("ties")? {
        None => TieChoice::Ask,
        Some(DOCUMENT_ORDER) => TieChoice::DocumentOrder,
        Some(MORE_CHILDREN) => TieChoice::MoreChildren,
        Some(BY_HAND) => {
            TieChoice::ByHand { between: read_ids(settings, "between")?, gaining: read_ids(settings, "gaining")? }
        }
        Some(other) => return Err(FieldProblem::at("ties", Wrong::UnknownWord(other.to_owned()))),
    }));
    Ok(())
}

fn read_record(record: Object<'_>) -> Result<DivisionRecord, FieldProblem> {
    let tie = match record.get("tie") {
        None => None,
        Some(_) => Some(read_tie(record.object("tie")?).map_err(|problem| problem.within("tie"))?),
    };
    Ok(DivisionRecord {
        weight: known(record, "weight", &WEIGHTS)?,
        method: known(record, "method", &METHODS)?,
        rebalanced: record.flag("rebalanced")?,
        tie,
        bounded: read_list(record, "bounded", &|of| {
            Ok(RecordedBound {
                county: CountyId::new(of.text("county")?),
                locked: of.flag("locked")?,
                least: slots(of, "least")?,
                most: slots(of, "most")?,
            })
        })?,
        given: read_list(record, "given", &|of| {
            let slots = slots(of, "slots")?.ok_or_else(|| FieldProblem::at("slots", Wrong::Missing))?;
            Ok((CountyId::new(of.text("county")?), slots))
        })?,
    })
}

fn read_tie(tie: Object<'_>) -> Result<RecordedTie, FieldProblem> {
    Ok(RecordedTie {
        between: read_ids(tie, "between")?,
        gaining: read_ids(tie, "gaining")?,
        settlement: known(tie, "settlement", &SETTLEMENTS)?,
    })
}

pub(super) fn read_list<T>(
    object: Object<'_>,
    name: &str,
    item: &dyn Fn(Object<'_>) -> Result<T, FieldProblem>,
) -> Result<Vec<T>, FieldProblem> {
    let read = |(index, value): (usize, &Value)| {
        Object::of(value).and_then(item).map_err(|problem| problem.within(&format!("{name}[{index}]")))
    };
    object.list(name)?.iter().enumerate().map(read).collect()
}

fn read_ids(object: Object<'_>, name: &str) -> Result<Vec<CountyId>, FieldProblem> {
    let id = |value: &Value| value.as_str().map(CountyId::new).ok_or_else(|| FieldProblem::at(name, Wrong::NotText));
    object.list(name)?.iter().map(id).collect()
}

fn slots(object: Object<'_>, name: &str) -> Result<Option<Slots>, FieldProblem> {
    let Some(whole) = object.whole_if_any(name)? else { return Ok(None) };
    let slots = u32::try_from(whole).ok().and_then(Slots::new);
    slots.map(Some).ok_or_else(|| FieldProblem::at(name, Wrong::OutOfRange))
}

pub(super) fn known<T: Copy>(object: Object<'_>, name: &str, words: &[(T, &'static str)]) -> Result<T, FieldProblem> {
    let said = object.text(name)?;
    let found = words.iter().find(|(_, word)| *word == said).map(|(value, _)| *value);
    found.ok_or_else(|| FieldProblem::at(name, Wrong::UnknownWord(said.to_owned())))
}
