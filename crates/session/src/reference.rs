//! What the open scenario is held against: the official plan of its region, or the scenario frozen as its reference.

use std::sync::Arc;

use super::{Open, Session};
use tuowei_model::{Edit, Region, Scenario, official_plan_of, reference_of};
use tuowei_storage::{Kind, Library, Listed, Loaded, Saved, ScenarioId};

/// Stored scenarios that were looked at for a reference: as they were stored then, and what was found.
#[derive(Default)]
pub(super) struct References(Vec<(ScenarioId, Option<Saved>, Option<Arc<Scenario>>)>);

impl References {
    /// The stored scenario that is frozen as the reference of this region. Each is read once, and again when it was
    /// stored anew.
    fn of(&mut self, region: &Region, listed: &[Listed], library: &mut Library) -> Option<Arc<Scenario>> {
        let is_candidate = |one: &&Listed| {
            one.kind == Kind::Ready && one.frozen && one.region.as_ref().is_some_and(|of| of.id == region.id())
        };
        for one in listed.iter().filter(is_candidate) {
            if self.0.iter().any(|(id, latest, _)| *id == one.id && *latest == one.latest) {
                continue;
            }
            let found = match library.open(&one.id) {
                Ok(Loaded::Ready(scenario, _)) if scenario.frozen() => Some(Arc::new(scenario)),
                _ => None,
            };
            self.0.retain(|(id, ..)| *id != one.id);
            self.0.push((one.id.clone(), one.latest, found));
        }
        self.0.retain(|(id, ..)| listed.iter().filter(is_candidate).any(|one| one.id == *id));
        let frozen = || self.0.iter().filter_map(|(_, _, found)| found.as_ref());
        let chosen = reference_of(region, frozen().map(|found| &**found))?;
        frozen().find(|found| std::ptr::eq(&***found, chosen)).cloned()
    }
}

impl Session {
    /// What the open scenario is held against; nothing where its region has no plan and no reference.
    pub fn reference(&mut self) -> Option<Arc<Scenario>> {
        let region = self.scenario.region();
        if let Some(plan) = official_plan_of(region) {
            return Some(Arc::new(plan.clone()));
        }
        self.references.of(region, &self.listed, self.library.as_mut()?)
    }

    /// Lifts whatever else is the reference of the open scenario's region: there is one at most.
    pub fn lift_references(&mut self) {
        let now = self.open.clone();
        let region = self.scenario.region();
        let of_region = |listed: &&Listed| {
            let same = listed.region.as_ref().is_some_and(|of| of.id == region.id());
            listed.frozen && same && now != Open::Kept(listed.id.clone())
        };
        let frozen: Vec<Open> = self.listed.iter().filter(of_region).map(|one| Open::Kept(one.id.clone())).collect();
        for reference in &frozen {
            self.switch_to(reference);
            if self.open == *reference {
                // A reference can always be lifted.
                let _ = self.apply_once(&Edit::SetFrozen(false));
            }
        }
        if !frozen.is_empty() {
            self.switch_to(&now);
        }
    }
}
