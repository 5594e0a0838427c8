//! Work that the store refused: it stays here as scenarios of their own, and is tried again.

use super::{Left, Open, SaveState, Session};
use tuowei_storage::{Kind, Listed, ListedRegion, SaveOutcome, ScenarioId};

impl Session {
    /// Whether there is work that goes when the page does.
    #[must_use]
    pub fn has_unsaved(&self) -> bool {
        match self.save_state {
            SaveState::NotSaved => true,
            SaveState::InMemoryOnly if self.history.can_undo() => true,
            _ => self.has_unsaved_left(),
        }
    }

    pub(super) fn has_unsaved_left(&self) -> bool {
        self.left.values().any(|left| left.unsaved.is_some())
    }

    /// Tries again to store what the store refused.
    pub fn retry(&mut self) {
        if self.unsaved {
            self.save();
        } else {
            self.store_left();
            self.relist();
        }
    }

    /// Stores what was refused of scenarios that are not open any more, as far as there is room now.
    pub(super) fn store_left(&mut self) {
        let ids: Vec<ScenarioId> =
            self.left.iter().filter(|(_, left)| left.unsaved.is_some()).map(|(id, _)| id.clone()).collect();
        for id in ids {
            if !self.store_one_left(&id) {
                return self.retry_is_due();
            }
        }
    }

    fn store_one_left(&mut self, id: &ScenarioId) -> bool {
        let (Some(library), Some(left)) = (&mut self.library, self.left.get_mut(id)) else { return false };
        let Some(permit) = left.unsaved.take() else { return true };
        let time = self.environment.now();
        let saved = match permit {
            Some(mut permit) => {
                let saved = library.save(&mut permit, &left.scenario, time);
                saved.map_err(|_| left.unsaved = Some(Some(permit)))
            }
            None => {
                let saved = library.create(id, &left.scenario, time).map(|(_, outcome)| outcome);
                saved.map_err(|_| left.unsaved = Some(None))
            }
        };
        let Ok(outcome) = saved else { return false };
        if !self.history.is_about(id) {
            self.left.remove(id);
        }
        match outcome {
            SaveOutcome::Saved { news, .. } => self.tell(&news),
            SaveOutcome::Merged { scenario, news, .. } => {
                if let Some(left) = self.left.get_mut(id) {
                    left.scenario = scenario;
                }
                self.tell(&news);
            }
            SaveOutcome::Split(split) => {
                self.history.moved(id, split.permit.scenario());
                self.left.remove(id);
                self.tell(&split.news);
            }
        }
        true
    }

    /// Marks in the list what is not stored, and adds what never was.
    pub(super) fn list_unsaved(&self, list: &mut Vec<Listed>) {
        let open = match &self.open {
            Open::Kept(id) if self.save_state == SaveState::NotSaved => Some((id, &self.scenario)),
            Open::Kept(_) | Open::Official => None,
        };
        let left = self.left.iter().filter(|(_, left)| left.unsaved.is_some());
        for (id, scenario) in left.map(|(id, Left { scenario, .. })| (id, scenario)).chain(open) {
            let known = list.iter_mut().find(|listed| listed.id == *id);
            if let Some(listed) = known {
                listed.kind = Kind::Unsaved;
                listed.name = scenario.name().to_owned();
            } else {
                list.push(Listed {
                    id: id.clone(),
                    name: scenario.name().to_owned(),
                    created: list.last().map(|last| last.created).unwrap_or_default(),
                    latest: None,
                    kind: Kind::Unsaved,
                    region: Some(ListedRegion::of(scenario.region())),
                    frozen: scenario.frozen(),
                });
            }
        }
    }
}
