//! A region while it is edited: anything may be typed, and only what is right becomes a region.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{County, CountyId, CountyKind, Name, Region};
use crate::model::official_plan;

/// A region as it is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionDraft {
    /// The region that it began with, whose counties keep their identifiers.
    from: Option<Arc<Region>>,
    /// Name of the city or area.
    pub name: String,
    /// The target year as it is typed.
    pub year: String,
    /// The counties in their order.
    pub counties: Vec<DraftCounty>,
}

/// A county of a [`RegionDraft`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftCounty {
    /// Its identifier; nothing for one that was added.
    pub id: Option<CountyId>,
    /// Its name as it is typed.
    pub name: String,
    /// District or county.
    pub kind: CountyKind,
}

/// Why a draft is no region. Counties are told by their positions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegionDraftProblem {
    /// The region has no name.
    NoName,
    /// The region's name is longer than [`RegionDraft::LONGEST_NAME`].
    NameTooLong,
    /// The year is none between [`RegionDraft::YEARS`].
    BadYear,
    /// A county has no name.
    CountyWithoutName(usize),
    /// A county's name is longer than [`RegionDraft::LONGEST_NAME`].
    CountyNameTooLong(usize),
    /// Two counties have the same name.
    SameName(usize, usize),
    /// Fewer than [`RegionDraft::FEWEST`].
    TooFew,
    /// More than [`Region::MOST_COUNTIES`]; holds how many.
    TooMany(usize),
}

/// What a draft changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RegionChanges {
    /// Counties that are new.
    pub added: usize,
    /// Counties that are gone.
    pub removed: usize,
    /// Counties with another name.
    pub renamed: usize,
    /// Whether the others stand in another order.
    pub reordered: bool,
    /// Counties of another kind.
    pub regrouped: usize,
    /// Whether the region's name or year is another one.
    pub described_anew: bool,
}

impl RegionDraft {
    /// The longest name, in Unicode scalar values.
    pub const LONGEST_NAME: usize = 40;
    /// The fewest counties.
    pub const FEWEST: usize = 2;
    /// The first and the last year that targets may be set for.
    pub const YEARS: (u16, u16) = (2000, 2100);

    /// A draft of a region as it is.
    #[must_use]
    pub fn of(region: &Arc<Region>) -> Self {
        let county = |county: &County| DraftCounty {
            id: Some(county.id.clone()),
            name: county.name.local.to_string(),
            kind: county.kind,
        };
        Self {
            name: region.name().local.to_string(),
            year: region.year().to_string(),
            counties: region.counties().iter().map(county).collect(),
            from: Some(region.clone()),
        }
    }

    /// A draft without anything but the year.
    #[must_use]
    pub fn empty(year: u16) -> Self {
        Self { from: None, name: String::new(), year: year.to_string(), counties: Vec::new() }
    }

    /// One county more, at the end.
    pub fn add(&mut self, name: &str, kind: CountyKind) {
        self.counties.push(DraftCounty { id: None, name: name.to_owned(), kind });
    }

    /// Takes a county away.
    pub fn remove(&mut self, at: usize) {
        if at < self.counties.len() {
            self.counties.remove(at);
        }
    }

    /// Moves a county up, or down where `by` is positive, as far as it goes.
    pub fn shift(&mut self, at: usize, by: isize) {
        if at >= self.counties.len() {
            return;
        }
        let to = at.saturating_add_signed(by).min(self.counties.len() - 1);
        let county = self.counties.remove(at);
        self.counties.insert(to, county);
    }

    /// The region, with `fresh` as its identifier where it is another region than it began with.
    ///
    /// Renaming, regrouping and reordering leave a region the same; another set of counties or another year makes a new one,
    /// so that scenarios of the two never mix. The official plan's own region is never changed: whatever differs from it
    /// is a new one. A county that is added gets the identifier of its position, `c11`, or the next that is free.
    ///
    /// # Errors
    /// See [`RegionDraftProblem`].
    pub fn finish(&self, fresh: &str) -> Result<Arc<Region>, RegionDraftProblem> {
        let year = self.checked()?;
        let mut taken: FxHashMap<CountyId, ()> =
            self.counties.iter().filter_map(|county| Some((county.id.clone()?, ()))).collect();
        let counties: Vec<County> = self
            .counties
            .iter()
            .enumerate()
            .map(|(at, county)| County {
                id: county.id.clone().unwrap_or_else(|| free_id(at, &mut taken)),
                name: self.name_of(county),
                kind: county.kind,
            })
            .collect();
        let name = match &self.from {
            Some(from) if *from.name().local == *cleaned(&self.name) => from.name().clone(),
            _ => Name::new(&cleaned(&self.name), None),
        };
        let Some(from) = &self.from else {
            return Ok(Arc::new(Region::from_parts(fresh, name, year, counties)));
        };
        let same = Region::from_parts(from.id(), name.clone(), year, counties.clone());
        if same == **from {
            return Ok(from.clone());
        }
        let same_set = counties.len() == from.counties().len()
            && counties.iter().all(|county| from.position(&county.id).is_some())
            && year == from.year();
        let is_official = from.id() == official_plan().region().id();
        let id = if same_set && !is_official { from.id() } else { fresh };
        Ok(Arc::new(Region::from_parts(id, name, year, counties)))
    }

    /// What it changes of the region that it began with.
    #[must_use]
    pub fn changes(&self) -> RegionChanges {
        let Some(from) = &self.from else {
            return RegionChanges { added: self.counties.len(), ..RegionChanges::default() };
        };
        let mut changes = RegionChanges {
            described_anew: *from.name().local != *cleaned(&self.name) || self.year.trim().parse() != Ok(from.year()),
            ..RegionChanges::default()
        };
        let (mut kept, mut last) = (0, None);
        for county in &self.counties {
            let Some(at) = county.id.as_ref().and_then(|id| from.position(id)) else {
                changes.added += 1;
                continue;
            };
            kept += 1;
            let before = &from.counties()[at];
            changes.renamed += usize::from(*before.name.local != *cleaned(&county.name));
            changes.regrouped += usize::from(before.kind != county.kind);
            changes.reordered |= last.is_some_and(|last| at < last);
            last = Some(at);
        }
        changes.removed = from.counties().len() - kept;
        changes
    }

    /// A name that was not changed keeps its Latin form.
    fn name_of(&self, county: &DraftCounty) -> Name {
        let name = cleaned(&county.name);
        let before = county.id.as_ref().and_then(|id| {
            let from = self.from.as_ref()?;
            from.counties().get(from.position(id)?)
        });
        match before {
            Some(before) if *before.name.local == *name => before.name.clone(),
            _ => Name::new(&name, None),
        }
    }

    /// The year of a draft in which all is right.
    fn checked(&self) -> Result<u16, RegionDraftProblem> {
        let name = cleaned(&self.name);
        if name.is_empty() {
            return Err(RegionDraftProblem::NoName);
        }
        if name.chars().count() > Self::LONGEST_NAME {
            return Err(RegionDraftProblem::NameTooLong);
        }
        let year: u16 = self.year.trim().parse().map_err(|_| RegionDraftProblem::BadYear)?;
        if !(Self::YEARS.0..=Self::YEARS.1).contains(&year) {
            return Err(RegionDraftProblem::BadYear);
        }
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for (at, county) in self.counties.iter().enumerate() {
            let name = cleaned(&county.name);
            if name.is_empty() {
                return Err(RegionDraftProblem::CountyWithoutName(at));
            }
            if name.chars().count() > Self::LONGEST_NAME {
                return Err(RegionDraftProblem::CountyNameTooLong(at));
            }
            if let Some(before) = known.insert(name, at) {
                return Err(RegionDraftProblem::SameName(before, at));
            }
        }
        match self.counties.len() {
            few if few < Self::FEWEST => Err(RegionDraftProblem::TooFew),
            many if many > Region::MOST_COUNTIES => Err(RegionDraftProblem::TooMany(many)),
            _ => Ok(year),
        }
    }
}

/// A name without control characters and without space at its ends.
fn cleaned(name: &str) -> String {
    let spaced: String = name.chars().map(|character| if character.is_control() { ' ' } else { character }).collect();
    spaced.trim().to_owned()
}

/// The identifier of a position, counted from one, or the next that no county has.
fn free_id(at: usize, taken: &mut FxHashMap<CountyId, ()>) -> CountyId {
    let mut number = at + 1;
    loop {
        let id = CountyId::new(&format!("c{number}"));
        if taken.insert(id.clone(), ()).is_none() {
            return id;
        }
        number += 1;
    }
}
