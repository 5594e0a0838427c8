//! What counties reported as of a day.

use std::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

use super::ReadProblem;
use super::monitoring::{Count, SetEach};
use crate::saved::{Day, Keyed, Named, UpTo};
use tuowei_model::{Counted, CountyCounts, CountyId, MonitorEdit, Region, Report};

/// A report.
#[derive(Serialize, Deserialize)]
pub(super) struct ReportV5<'a> {
    as_of: Day,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cities_competed: Option<Count>,
    /// Those that reported anything.
    #[serde(borrow)]
    counties: Vec<CountsV5<'a>>,
}

/// What one county reported.
#[derive(Serialize)]
struct CountsV5<'a> {
    id: &'a str,
    #[serde(flatten)]
    counts: Keyed<Counted, Count>,
}

impl<'a> ReportV5<'a> {
    pub(super) fn of(report: &Report, region: &'a Region) -> Self {
        let counties = region.counties().iter().zip(&report.counties).filter(|(_, counts)| !counts.is_empty());
        Self {
            as_of: Day(report.as_of),
            cities_competed: report.cities_competed.map(UpTo),
            counties: counties.map(|(county, counts)| CountsV5::of(&county.id, counts)).collect(),
        }
    }

    pub(super) fn read(self, set: SetEach<'_>) -> Result<(), ReadProblem> {
        let Day(day) = self.as_of;
        set(MonitorEdit::SetReport(day, true))?;
        set(MonitorEdit::SetCitiesCompeted(day, self.cities_competed.map(|UpTo(count)| count)))?;
        for CountsV5 { id, counts } in self.counties {
            let id = CountyId::new(id);
            for (of, UpTo(count)) in counts.0 {
                set(MonitorEdit::SetCount(day, id.clone(), of, Some(count)))?;
            }
        }
        Ok(())
    }
}

impl<'a> CountsV5<'a> {
    fn of(id: &'a CountyId, counts: &CountyCounts) -> Self {
        let counts = Counted::ALL.into_iter().filter_map(|of| Some((of, UpTo(counts.get(of)?))));
        Self { id: id.as_str(), counts: Keyed(counts.collect()) }
    }
}

/// Written out for the same reason as a county's row.
impl<'de: 'a, 'a> Deserialize<'de> for CountsV5<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CountsVisitor)
    }
}

struct CountsVisitor;

impl<'de> Visitor<'de> for CountsVisitor {
    type Value = CountsV5<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a county's counts")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CountsV5<'de>, A::Error> {
        let (mut id, mut counts) = (None, Vec::new());
        while let Some(field) = map.next_key::<&str>()? {
            match (field, Counted::named(field)) {
                ("id", _) => id = Some(map.next_value()?),
                (_, Some(of)) => counts.push((of, map.next_value()?)),
                (_, None) => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(CountsV5 { id: id.ok_or_else(|| Error::missing_field("id"))?, counts: Keyed(counts) })
    }
}
