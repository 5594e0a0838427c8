//! A region while it is edited: anything may be typed, and only what is right becomes a region.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::names::{Known, cleaned};
use super::{County, CountyId, CountyKind, Name, Region};
use crate::{CountyInputs, Edit, Scenario, official_plan};

/// A region as it is being edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegionDraft {
    /// The region that it began with, whose counties keep their identifiers.
    from: Option<Arc<Region>>,
    /// Name of the city or area.
    pub name: String,
    /// Its name in Latin letters as it is typed; see [`DraftCounty::latin`].
    pub latin: Option<String>,
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
    /// Its name in Latin letters as it is typed. Where nothing was typed, a county keeps the one it had for as long as
    /// it keeps its name.
    pub latin: Option<String>,
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
    /// The scenario is of another region than the draft began with: a county of the same identifier is another county.
    AnotherRegion,
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
    pub const LONGEST_NAME: usize = Name::LONGEST;
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
            latin: None,
            kind: county.kind,
        };
        Self {
            name: region.name().local.to_string(),
            latin: None,
            year: region.year().to_string(),
            counties: region.counties().iter().map(county).collect(),
            from: Some(region.clone()),
        }
    }

    /// A draft without anything but the year.
    #[must_use]
    pub fn empty(year: u16) -> Self {
        Self { from: None, name: String::new(), latin: None, year: year.to_string(), counties: Vec::new() }
    }

    /// Whether it began with exactly this region, so that counties of the same identifier are the same.
    #[must_use]
    pub fn began_with(&self, region: &Region) -> bool {
        self.from.as_deref().is_some_and(|from| std::ptr::eq(from, region) || from == region)
    }

    /// One county more, at the end.
    pub fn add(&mut self, name: &str, kind: CountyKind) {
        self.add_at(self.counties.len(), name, kind);
    }

    /// One county more at this position, at the end where that is beyond it.
    pub fn add_at(&mut self, at: usize, name: &str, kind: CountyKind) {
        self.counties.insert(at.min(self.counties.len()), DraftCounty::new(name, kind));
    }

    /// The counties of a list, at the end. Those whose name stands in the draft already are passed over; answers how
    /// many are new. 平城区 is known where the draft has a district 平城.
    ///
    /// # Errors
    /// There would be more than [`Region::MOST_COUNTIES`]; nothing is changed then.
    pub fn add_all(&mut self, list: &[(String, CountyKind)]) -> Result<usize, RegionDraftProblem> {
        let known = self.known();
        let mut listed: FxHashSet<String> = FxHashSet::default();
        let mut new: Vec<DraftCounty> = Vec::new();
        for (name, kind) in list {
            if known.find(name, *kind).is_none() && listed.insert(cleaned(name)) {
                new.push(DraftCounty::new(name, *kind));
            }
        }
        fits(self.counties.len() + new.len())?;
        let count = new.len();
        self.counties.extend(new);
        Ok(count)
    }

    /// The counties of a list in the place of all that stand in the draft, in the list's order. A county whose name is
    /// known stays the county that it is, with its name as it stands here.
    ///
    /// # Errors
    /// There would be more than [`Region::MOST_COUNTIES`]; nothing is changed then.
    pub fn replace_all(&mut self, list: &[(String, CountyKind)]) -> Result<(), RegionDraftProblem> {
        fits(list.len())?;
        let known = self.known();
        let mut before: Vec<Option<DraftCounty>> = std::mem::take(&mut self.counties).into_iter().map(Some).collect();
        let mut take = |at: Option<usize>| before.get_mut(at?)?.take();
        // Whoever is called exactly so comes first; the second of a name is a county of its own.
        let exact: Vec<Option<DraftCounty>> = list.iter().map(|(name, _)| take(known.in_full(name))).collect();
        let county = |((name, kind), same): (&(String, CountyKind), Option<DraftCounty>)| {
            same.or_else(|| take(known.find(name, *kind))).unwrap_or_else(|| DraftCounty::new(name, *kind))
        };
        self.counties = list.iter().zip(exact).map(county).collect();
        Ok(())
    }

    /// Takes a county away.
    pub fn remove(&mut self, at: usize) {
        if at < self.counties.len() {
            self.counties.remove(at);
        }
    }

    /// Moves a county up, or down where `by` is positive, as far as it goes.
    pub fn shift(&mut self, at: usize, by: isize) {
        self.move_to(at, at.saturating_add_signed(by));
    }

    /// Moves a county to this position, to the end where that is beyond it.
    pub fn move_to(&mut self, at: usize, to: usize) {
        if at < self.counties.len() {
            let county = self.counties.remove(at);
            self.counties.insert(to.min(self.counties.len()), county);
        }
    }

    /// The region, with `fresh` as its identifier where it is another region than it began with.
    ///
    /// An identifier stands for one set of counties in one year, so that scenarios of the same one can be compared.
    /// Renaming, regrouping and reordering leave a region the same; another set of counties or another year makes a
    /// new one, so that scenarios of the two never mix. To take scenarios of a region along, give them the same region.
    /// The official plan's own region is never changed: whatever differs from it is a new one.
    ///
    /// A county that is added gets the identifier of its position, `c11`, or the next that is free. One that was
    /// removed here never gives its identifier, and with it its figures, to one that is added.
    ///
    /// # Errors
    /// See [`RegionDraftProblem`].
    pub fn finish(&self, fresh: &str) -> Result<Arc<Region>, RegionDraftProblem> {
        let year = self.checked()?;
        let counties = self.identified();
        let name = self.own_name();
        let Some(from) = &self.from else {
            return Ok(Arc::new(Region::from_parts(&unlike(fresh, None), name, year, counties)));
        };
        let same_set = year == from.year()
            && counties.len() == from.counties().len()
            && counties.iter().all(|county| from.position(&county.id).is_some());
        if same_set && name == *from.name() && counties == from.counties() {
            return Ok(from.clone());
        }
        let is_official = from.id() == official_plan().region().id();
        let id = if same_set && !is_official { from.id().to_owned() } else { unlike(fresh, Some(from.id())) };
        Ok(Arc::new(Region::from_parts(&id, name, year, counties)))
    }

    /// The edit that gives the region to the scenario whose region it began with; nothing where nothing differs.
    /// A draft that began with nothing or with another region makes a scenario of its own: [`Self::finish`].
    ///
    /// # Errors
    /// See [`RegionDraftProblem`].
    pub fn edit_of(&self, scenario: &Scenario, fresh: &str) -> Result<Option<Edit>, RegionDraftProblem> {
        let region = self.finish(fresh)?;
        if !self.began_with(scenario.region()) {
            return Err(RegionDraftProblem::AnotherRegion);
        }
        Ok((region != *scenario.region()).then(|| scenario.region_edit(&region)))
    }

    /// The counties of the scenario that are gone from the draft and have figures there, which would go with them.
    #[must_use]
    pub fn losing<'a>(&self, scenario: &'a Scenario) -> Vec<&'a County> {
        let kept: FxHashSet<&CountyId> = self.counties.iter().filter_map(|county| county.id.as_ref()).collect();
        let same_region = self.began_with(scenario.region());
        let counties = scenario.region().counties().iter().zip(scenario.counties());
        let lost = counties.filter(|(county, inputs)| {
            **inputs != CountyInputs::default() && !(same_region && kept.contains(&county.id))
        });
        lost.map(|(county, _)| county).collect()
    }

    /// What it changes of the region that it began with.
    #[must_use]
    pub fn changes(&self) -> RegionChanges {
        let Some(from) = &self.from else {
            return RegionChanges { added: self.counties.len(), ..RegionChanges::default() };
        };
        let mut changes = RegionChanges {
            described_anew: self.own_name() != *from.name()
                || self.target_year().is_none_or(|year| year != from.year()),
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
            changes.renamed += usize::from(self.name_of(county) != before.name);
            changes.regrouped += usize::from(before.kind != county.kind);
            changes.reordered |= last.is_some_and(|last| at < last);
            last = Some(at);
        }
        changes.removed = from.counties().len().saturating_sub(kept);
        changes
    }

    fn known(&self) -> Known {
        Known::of(self.counties.iter().map(|county| (county.name.as_str(), county.kind)))
    }

    /// The counties with an identifier for each.
    fn identified(&self) -> Vec<County> {
        let mut taken: FxHashSet<CountyId> =
            self.from.iter().flat_map(|from| from.counties()).map(|county| county.id.clone()).collect();
        taken.extend(self.counties.iter().filter_map(|county| county.id.clone()));
        let mut used: FxHashSet<&CountyId> = FxHashSet::default();
        // Positions ascend, and up to the last number that was given all are taken: the search goes on from there.
        let mut number = 0;
        let mut counties = Vec::with_capacity(self.counties.len());
        for (at, county) in self.counties.iter().enumerate() {
            let own = county.id.as_ref().filter(|id| used.insert(id));
            let id = own.cloned().unwrap_or_else(|| {
                number = number.max(at) + 1;
                while !taken.insert(CountyId::new(&format!("c{number}"))) {
                    number += 1;
                }
                CountyId::new(&format!("c{number}"))
            });
            counties.push(County { id, name: self.name_of(county), kind: county.kind });
        }
        counties
    }

    fn own_name(&self) -> Name {
        name_of(&self.name, self.latin.as_deref(), self.from.as_ref().map(|from| from.name()))
    }

    fn name_of(&self, county: &DraftCounty) -> Name {
        name_of(&county.name, county.latin.as_deref(), self.before(county).map(|before| &before.name))
    }

    /// The county as it was where the draft began.
    fn before(&self, county: &DraftCounty) -> Option<&County> {
        let from = self.from.as_ref()?;
        from.counties().get(from.position(county.id.as_ref()?)?)
    }

    /// The year, in whatever digits it is typed. One that stands as it was is left alone: files may hold any.
    fn target_year(&self) -> Option<u16> {
        if let Some(from) = self.from.as_ref().filter(|from| self.year == from.year().to_string()) {
            return Some(from.year());
        }
        let plain = |character: char| match character {
            '０'..='９' => char::from_digit(u32::from(character) - u32::from('０'), 10).unwrap_or(character),
            other => other,
        };
        let year: String = self.year.trim().trim_end_matches('年').trim_end().chars().map(plain).collect();
        let digits = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
        year.parse().ok().filter(|year| digits && (Self::YEARS.0..=Self::YEARS.1).contains(year))
    }

    /// The year of a draft in which all is right.
    fn checked(&self) -> Result<u16, RegionDraftProblem> {
        let name = self.own_name();
        if name.local.is_empty() {
            return Err(RegionDraftProblem::NoName);
        }
        if is_too_long(&name, self.from.as_ref().map(|from| from.name())) {
            return Err(RegionDraftProblem::NameTooLong);
        }
        let year = self.target_year().ok_or(RegionDraftProblem::BadYear)?;
        // Far too many are told as such, and not looked through.
        fits(self.counties.len())?;
        let mut known: FxHashMap<String, usize> = FxHashMap::default();
        for (at, county) in self.counties.iter().enumerate() {
            let name = self.name_of(county);
            if name.local.is_empty() {
                return Err(RegionDraftProblem::CountyWithoutName(at));
            }
            if is_too_long(&name, self.before(county).map(|before| &before.name)) {
                return Err(RegionDraftProblem::CountyNameTooLong(at));
            }
            if let Some(before) = known.insert(cleaned(&name.local), at) {
                return Err(RegionDraftProblem::SameName(before, at));
            }
        }
        if self.counties.len() < Self::FEWEST { Err(RegionDraftProblem::TooFew) } else { Ok(year) }
    }
}

impl DraftCounty {
    fn new(name: &str, kind: CountyKind) -> Self {
        Self { id: None, name: name.to_owned(), latin: None, kind }
    }
}

fn fits(counties: usize) -> Result<(), RegionDraftProblem> {
    if counties > Region::MOST_COUNTIES { Err(RegionDraftProblem::TooMany(counties)) } else { Ok(()) }
}

/// A name as it was typed. One that stands as it was is left alone, whatever is in it.
fn name_of(typed: &str, latin: Option<&str>, before: Option<&Name>) -> Name {
    let same = before.filter(|before| *before.local == *typed || *before.local == *cleaned(typed));
    let before_latin = |same: &Name| same.latin.as_deref().unwrap_or_default().to_owned();
    if let Some(same) = same.filter(|same| latin.is_none_or(|latin| before_latin(same) == latin)) {
        return same.clone();
    }
    let local = same.map_or_else(|| Arc::from(cleaned(typed)), |same| same.local.clone());
    let latin = match latin {
        None => same.and_then(|same| same.latin.clone()),
        Some(latin) => Some(cleaned(latin)).filter(|latin| !latin.is_empty()).map(Arc::from),
    };
    Name { local, latin, whole: None }
}

/// Whether a part of the name is too long and was not so before: files may hold longer ones.
fn is_too_long(name: &Name, before: Option<&Name>) -> bool {
    let long = |text: &str| text.chars().count() > RegionDraft::LONGEST_NAME;
    let local = long(&name.local) && before.is_none_or(|before| before.local != name.local);
    let latin = |latin: &Arc<str>| long(latin) && before.is_none_or(|before| before.latin.as_ref() != Some(latin));
    local || name.latin.as_ref().is_some_and(latin)
}

/// An identifier for a new region: never the plan's, nor that of the region it began with.
fn unlike(fresh: &str, from: Option<&str>) -> String {
    let is_taken = Some(fresh) == from || fresh == official_plan().region().id();
    if is_taken { [fresh, "-"].concat() } else { fresh.to_owned() }
}
