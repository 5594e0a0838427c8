//! The assistant's choices, and how the present allocation came about.

use serde::{Deserialize, Deserializer, Serialize};

use crate::field::{FieldProblem, Wrong};
use crate::saved::{Whole, Word, is_false, names, out_of_range};
use tuowei_model::{
    CountyId, DivisionRecord, DivisionSettings, Edit, Method, RecordedBound, RecordedTie, Region, Settlement, Slots,
    TieChoice, WeightKind,
};

/// What is chosen in the assistant.
#[derive(Serialize, Deserialize)]
pub(super) struct DivisionV5<'a> {
    weight: Word<WeightKind>,
    method: Word<Method>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    ties: Option<Word<Ties>>,
    /// The tie that is settled by hand, and who gains.
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    between: Option<Vec<&'a str>>,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    gaining: Option<Vec<&'a str>>,
}

/// A list with something for counties: no more than a region may have.
fn of_counties<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    let list = Vec::deserialize(deserializer)?;
    if list.len() > Region::MOST_COUNTIES { Err(out_of_range()) } else { Ok(list) }
}

#[derive(Clone, Copy)]
enum Ties {
    DocumentOrder,
    MoreChildren,
    ByHand,
}

names! {
    Ties {
        DocumentOrder = "document-order",
        MoreChildren = "more-children",
        ByHand = "by-hand",
    }
}

/// How the allocation came about.
#[derive(Serialize, Deserialize)]
pub(super) struct DividedV5<'a> {
    weight: Word<WeightKind>,
    method: Word<Method>,
    #[serde(default, skip_serializing_if = "is_false")]
    rebalanced: bool,
    #[serde(borrow, default, skip_serializing_if = "Option::is_none")]
    tie: Option<TieV5<'a>>,
    #[serde(borrow, deserialize_with = "of_counties")]
    bounded: Vec<BoundV5<'a>>,
    #[serde(borrow, deserialize_with = "of_counties")]
    given: Vec<GivenV5<'a>>,
}

#[derive(Serialize, Deserialize)]
struct TieV5<'a> {
    settlement: Word<Settlement>,
    #[serde(borrow, deserialize_with = "of_counties")]
    between: Vec<&'a str>,
    #[serde(borrow, deserialize_with = "of_counties")]
    gaining: Vec<&'a str>,
}

#[derive(Serialize, Deserialize)]
struct BoundV5<'a> {
    county: &'a str,
    #[serde(default, skip_serializing_if = "is_false")]
    locked: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    least: Option<Whole<Slots>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    most: Option<Whole<Slots>>,
}

#[derive(Serialize, Deserialize)]
struct GivenV5<'a> {
    county: &'a str,
    slots: Whole<Slots>,
}

impl<'a> DivisionV5<'a> {
    /// Nothing where nothing was chosen.
    pub(super) fn of(settings: &'a DivisionSettings) -> Option<Self> {
        if *settings == DivisionSettings::default() {
            return None;
        }
        let (ties, between, gaining) = match &settings.ties {
            TieChoice::Ask => (None, None, None),
            TieChoice::DocumentOrder => (Some(Ties::DocumentOrder), None, None),
            TieChoice::MoreChildren => (Some(Ties::MoreChildren), None, None),
            TieChoice::ByHand { between, gaining } => (Some(Ties::ByHand), Some(texts(between)), Some(texts(gaining))),
        };
        let (weight, method) = (Word(settings.weight), Word(settings.method));
        Some(Self { weight, method, ties: ties.map(Word), between, gaining })
    }

    pub(super) fn read(self, edits: &mut Vec<Edit>) -> Result<(), FieldProblem> {
        let counties = |name, counties: Option<Vec<&str>>| {
            let counties = counties.ok_or_else(|| FieldProblem::at(name, Wrong::Missing))?;
            let fits = counties.len() <= Region::MOST_COUNTIES;
            if fits { Ok(ids(&counties)) } else { Err(FieldProblem::at(name, Wrong::OutOfRange)) }
        };
        edits.push(Edit::SetWeightKind(self.weight.0));
        edits.push(Edit::SetMethod(self.method.0));
        edits.push(Edit::SetTies(match self.ties {
            None => TieChoice::Ask,
            Some(Word(Ties::DocumentOrder)) => TieChoice::DocumentOrder,
            Some(Word(Ties::MoreChildren)) => TieChoice::MoreChildren,
            Some(Word(Ties::ByHand)) => TieChoice::ByHand {
                between: counties("between", self.between)?,
                gaining: counties("gaining", self.gaining)?,
            },
        }));
        Ok(())
    }
}

impl<'a> From<&'a DivisionRecord> for DividedV5<'a> {
    fn from(record: &'a DivisionRecord) -> Self {
        Self {
            weight: Word(record.weight),
            method: Word(record.method),
            rebalanced: record.rebalanced,
            tie: record.tie.as_ref().map(|tie| TieV5 {
                settlement: Word(tie.settlement),
                between: texts(&tie.between),
                gaining: texts(&tie.gaining),
            }),
            bounded: record.bounded.iter().map(Into::into).collect(),
            given: record
                .given
                .iter()
                .map(|(county, slots)| GivenV5 { county: county.as_str(), slots: Whole(*slots) })
                .collect(),
        }
    }
}

impl From<DividedV5<'_>> for DivisionRecord {
    fn from(saved: DividedV5<'_>) -> Self {
        let tie = |tie: TieV5<'_>| RecordedTie {
            between: ids(&tie.between),
            gaining: ids(&tie.gaining),
            settlement: tie.settlement.0,
        };
        Self {
            weight: saved.weight.0,
            method: saved.method.0,
            rebalanced: saved.rebalanced,
            tie: saved.tie.map(tie),
            bounded: saved.bounded.into_iter().map(Into::into).collect(),
            given: saved.given.into_iter().map(|of| (CountyId::new(of.county), of.slots.0)).collect(),
        }
    }
}

impl<'a> From<&'a RecordedBound> for BoundV5<'a> {
    fn from(bound: &'a RecordedBound) -> Self {
        let (least, most) = (bound.least.map(Whole), bound.most.map(Whole));
        Self { county: bound.county.as_str(), locked: bound.locked, least, most }
    }
}

impl From<BoundV5<'_>> for RecordedBound {
    fn from(saved: BoundV5<'_>) -> Self {
        let (least, most) = (saved.least.map(|Whole(slots)| slots), saved.most.map(|Whole(slots)| slots));
        Self { county: CountyId::new(saved.county), locked: saved.locked, least, most }
    }
}

fn texts(ids: &[CountyId]) -> Vec<&str> {
    ids.iter().map(CountyId::as_str).collect()
}

fn ids(texts: &[&str]) -> Vec<CountyId> {
    texts.iter().map(|id| CountyId::new(id)).collect()
}
