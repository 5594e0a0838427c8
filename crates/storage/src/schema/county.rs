//! A county's row: what names it, and its figures.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::saved::{Whole, Word, is_false, out_of_range};
use tuowei_model::{
    County, CountyId, CountyInputs, CountyKind, Edit, Figure, FigureKind, FigureValue, Name, Slots, Weight,
};

/// One county. Its figures are those of the model's table, each under a [`key`] of its own.
#[derive(Default, Serialize)]
pub(super) struct CountyV5<'a> {
    id: &'a str,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    latin: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<Word<CountyKind>>,
    #[serde(flatten, serialize_with = "figures")]
    figures: Vec<(Figure, FigureValue)>,
    #[serde(skip_serializing_if = "is_false")]
    locked: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    least: Option<Whole<Slots>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    most: Option<Whole<Slots>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight_e4: Option<Whole<Weight>>,
}

impl<'a> CountyV5<'a> {
    pub(super) fn of(county: &'a County, inputs: &CountyInputs) -> Self {
        let (name, latin) = county.name.in_full();
        Self {
            id: county.id.as_str(),
            name,
            latin,
            kind: Some(county.kind).filter(|kind| *kind != CountyKind::Unspecified).map(Word),
            figures: Figure::ALL.into_iter().filter_map(|figure| Some((figure, figure.of(inputs)?))).collect(),
            locked: inputs.locked,
            least: inputs.least.map(Whole),
            most: inputs.most.map(Whole),
            weight_e4: inputs.weight.map(Whole),
        }
    }

    /// The county, and the edits that fill in what is known of it.
    pub(super) fn read(self, edits: &mut Vec<Edit>) -> County {
        let id = CountyId::new(self.id);
        let figures = self.figures.into_iter();
        edits.extend(figures.map(|(figure, value)| Edit::SetFigure(id.clone(), figure, Some(value))));
        if self.locked {
            edits.push(Edit::SetLocked(id.clone(), true));
        }
        edits.extend(self.least.map(|Whole(least)| Edit::SetLeast(id.clone(), Some(least))));
        edits.extend(self.most.map(|Whole(most)| Edit::SetMost(id.clone(), Some(most))));
        edits.extend(self.weight_e4.map(|Whole(weight)| Edit::SetWeight(id.clone(), Some(weight))));
        let kind = self.kind.map_or(CountyKind::Unspecified, |Word(kind)| kind);
        County { id, name: Name::new(self.name, self.latin), kind }
    }
}

/// The key of a figure: its identifier, with the unit where it is no plain count.
fn key(figure: Figure) -> Cow<'static, str> {
    match figure.kind() {
        FigureKind::Rate => [figure.id(), "_ppm"].concat().into(),
        FigureKind::Slots | FigureKind::Children | FigureKind::Persons => figure.id().into(),
    }
}

/// Fields of their own names beside those of the row.
fn figures<S: Serializer>(figures: &[(Figure, FigureValue)], serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_map(None)?;
    for (figure, value) in figures {
        fields.serialize_entry(&*key(*figure), &value.whole())?;
    }
    fields.end()
}

/// Written out, as the fields of a derived struct cannot come from a table: `flatten` reads them without their places.
impl<'de: 'a, 'a> Deserialize<'de> for CountyV5<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = CountyV5<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a county")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CountyV5<'de>, A::Error> {
        let mut row = CountyV5::default();
        let (mut id, mut name) = (None, None);
        while let Some(field) = map.next_key::<&str>()? {
            match field {
                "id" => id = Some(map.next_value()?),
                "name" => name = Some(map.next_value()?),
                "latin" => row.latin = Some(map.next_value()?),
                "kind" => row.kind = Some(map.next_value()?),
                "locked" => row.locked = map.next_value()?,
                "least" => row.least = Some(map.next_value()?),
                "most" => row.most = Some(map.next_value()?),
                "weight_e4" => row.weight_e4 = Some(map.next_value()?),
                _ => match Figure::ALL.into_iter().find(|figure| key(*figure) == field) {
                    Some(figure) => row.figures.push((figure, map.next_value_seed(Bounded(figure))?)),
                    None => {
                        map.next_value::<IgnoredAny>()?;
                    }
                },
            }
        }
        row.id = id.ok_or_else(|| Error::missing_field("id"))?;
        row.name = name.ok_or_else(|| Error::missing_field("name"))?;
        Ok(row)
    }
}

/// A whole number within the bounds of a figure.
struct Bounded(Figure);

impl<'de> DeserializeSeed<'de> for Bounded {
    type Value = FigureValue;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<FigureValue, D::Error> {
        let whole = u64::try_from(i64::deserialize(deserializer)?).ok();
        whole.and_then(|whole| self.0.value(whole)).ok_or_else(out_of_range)
    }
}
