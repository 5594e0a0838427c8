//! The region that is planned for, as data: another city loads its own county list.

mod draft;
mod names;

pub use draft::{DraftCounty, RegionChanges, RegionDraft, RegionDraftProblem};
pub use names::cleaned as cleaned_name;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use rustc_hash::FxHashMap;

/// Stable identifier of a county, e.g. `pingcheng`; it outlives renaming and reordering.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CountyId(Arc<str>);

impl CountyId {
    /// The identifier with this text.
    #[must_use]
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }

    /// The identifier's text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for CountyId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A name as the region writes it, and in Latin letters where one is known.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Name {
    /// As the region itself writes it: 平城.
    pub local: Arc<str>,
    /// For readers of English: Pingcheng.
    pub latin: Option<Arc<str>>,
    /// Both in full, where either is cut.
    whole: Option<Arc<(String, Option<String>)>>,
}

impl Name {
    /// The most characters of a name that is shown. Files may hold longer ones, which are kept in full.
    pub const LONGEST: usize = 40;

    /// A name in both scripts, cut where it is longer than [`Self::LONGEST`].
    #[must_use]
    pub fn new(local: &str, latin: Option<&str>) -> Self {
        let (cut, cut_latin) = (Self::cut(local), latin.map(Self::cut));
        let is_cut = |cut: &Cow<'_, str>| matches!(cut, Cow::Owned(_));
        let whole = (is_cut(&cut) || cut_latin.as_ref().is_some_and(is_cut))
            .then(|| Arc::new((local.to_owned(), latin.map(str::to_owned))));
        Self { local: Arc::from(&*cut), latin: cut_latin.map(|latin| Arc::from(&*latin)), whole }
    }

    /// Both scripts as they were given.
    #[must_use]
    pub fn in_full(&self) -> (&str, Option<&str>) {
        match &self.whole {
            Some(whole) => (&whole.0, whole.1.as_deref()),
            None => (&self.local, self.latin.as_deref()),
        }
    }

    /// Whether it is longer than it is shown.
    #[must_use]
    pub const fn is_cut(&self) -> bool {
        self.whole.is_some()
    }

    /// As much of a text as may be shown as a name; owned where that is not all of it.
    #[must_use]
    pub fn cut(text: &str) -> Cow<'_, str> {
        if text.chars().nth(Self::LONGEST).is_none() {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.chars().take(Self::LONGEST - 1).chain(['…']).collect())
    }
}

/// What kind of unit it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountyKind {
    /// 市辖区: a district of the city.
    District,
    /// 县.
    County,
    /// Not said.
    Unspecified,
}

/// A unit that targets and slots are set for (县、区).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct County {
    /// Stable identifier.
    pub id: CountyId,
    /// Name without 区 or 县, as the plan writes it.
    pub name: Name,
    /// District or county.
    pub kind: CountyKind,
}

/// A city and its counties, in document order, for one target year.
#[derive(Clone, Debug)]
pub struct Region {
    id: Arc<str>,
    name: Name,
    year: u16,
    counties: Vec<County>,
    positions: FxHashMap<CountyId, usize>,
}

/// Why a list of counties is no region.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegionProblem {
    /// There is no county in it.
    Empty,
    /// More than [`Region::MOST_COUNTIES`]; holds how many.
    TooMany(usize),
    /// Two counties carry the same identifier.
    SameId(CountyId),
}

impl Region {
    /// The most counties that a region may have; all of China's are 2 844.
    pub const MOST_COUNTIES: usize = 3_000;

    /// A region of these counties, in this order.
    ///
    /// # Errors
    /// No county, more than [`Self::MOST_COUNTIES`], or an identifier that stands twice.
    pub fn new(id: &str, name: Name, year: u16, counties: Vec<County>) -> Result<Self, RegionProblem> {
        if counties.is_empty() {
            return Err(RegionProblem::Empty);
        }
        if counties.len() > Self::MOST_COUNTIES {
            return Err(RegionProblem::TooMany(counties.len()));
        }
        let region = Self::from_parts(id, name, year, counties);
        let repeated = region.counties.iter().enumerate().find(|(at, county)| region.positions[&county.id] != *at);
        match repeated {
            Some((_, county)) => Err(RegionProblem::SameId(county.id.clone())),
            None => Ok(region),
        }
    }

    /// A region of counties that are known to be in order: at least one, each only once.
    pub(crate) fn from_parts(id: &str, name: Name, year: u16, counties: Vec<County>) -> Self {
        let positions = counties.iter().enumerate().map(|(position, county)| (county.id.clone(), position)).collect();
        Self { id: Arc::from(id), name, year, counties, positions }
    }

    /// Stable identifier, e.g. `datong`.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Name of the city: 大同.
    #[must_use]
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// The year that targets are set for; base figures are of the year before.
    #[must_use]
    pub const fn year(&self) -> u16 {
        self.year
    }

    /// The counties in document order.
    #[must_use]
    pub fn counties(&self) -> &[County] {
        &self.counties
    }

    /// The identifiers of the counties in document order.
    pub(super) fn county_ids(&self) -> impl Iterator<Item = &CountyId> {
        self.counties.iter().map(|county| &county.id)
    }

    /// Whether scenarios of the two may be held against each other: the same region in the same year with the same
    /// counties, in whatever order and however they are named.
    #[must_use]
    pub fn is_alike(&self, other: &Self) -> bool {
        self.id == other.id
            && self.year == other.year
            && self.counties.len() == other.counties.len()
            // Nearly always they stand in the same order, and none has to be looked for.
            && (self.county_ids().eq(other.county_ids()) || self.county_ids().all(|id| other.position(id).is_some()))
    }

    /// Where a county stands in document order.
    #[must_use]
    pub fn position(&self, id: &CountyId) -> Option<usize> {
        self.positions.get(id).copied()
    }
}

impl PartialEq for Region {
    fn eq(&self, other: &Self) -> bool {
        // The positions follow from the counties.
        self.id == other.id && self.name == other.name && self.year == other.year && self.counties == other.counties
    }
}

impl Eq for Region {}

#[cfg(test)]
mod tests {
    use super::*;

    fn county(id: &str) -> County {
        County { id: CountyId::new(id), name: Name::new(id, None), kind: CountyKind::Unspecified }
    }

    #[test]
    fn a_region_has_counties_and_each_only_once() {
        let name = || Name::new("甲", None);
        assert_eq!(Region::new("x", name(), 2026, vec![]).unwrap_err(), RegionProblem::Empty);
        let twice = Region::new("x", name(), 2026, vec![county("a"), county("a")]);
        assert_eq!(twice.unwrap_err(), RegionProblem::SameId(CountyId::new("a")));
        let many = (0..=Region::MOST_COUNTIES).map(|number| county(&number.to_string())).collect();
        assert_eq!(Region::new("x", name(), 2026, many).unwrap_err(), RegionProblem::TooMany(3_001));
        let region = Region::new("x", name(), 2026, vec![county("a"), county("b")]).unwrap();
        assert_eq!(region.position(&CountyId::new("b")), Some(1));
        assert_eq!(region.position(&CountyId::new("c")), None);
    }
}
