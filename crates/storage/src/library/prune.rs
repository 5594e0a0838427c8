//! Making room: old revisions go, oldest first. What cannot be done here is left for the next time; a save that
//! was read back stays saved.

use super::Library;
use crate::entry::Header;
use crate::ident::{EntryId, Millis, ScenarioId, key_of};
use tuowei_model::ascending;

/// An entry that may go: when it was written, what it is, its bytes.
type Spare = (Millis, EntryId, ScenarioId, usize);

impl Library {
    /// Takes away what is outdated in this scenario, and more, oldest first, while all together is over the budget.
    pub(super) fn prune(&mut self, scenario: &ScenarioId, now: Millis) {
        let outdated = self.graphs.get(scenario).map(|graph| graph.outdated(now)).unwrap_or_default();
        let outdated = self.sized(scenario, outdated);
        for position in ascending(outdated.iter().map(|spare| spare.0.order())) {
            self.remove(&outdated[position]);
        }
        let raw: usize = self.quarantine.values().map(|text| text.key.len() + text.raw.len()).sum();
        let sizes = self.graphs.values().flat_map(|graph| graph.entries.values()).map(|known| known.size);
        let over = (sizes.sum::<usize>() + raw).saturating_sub(self.keeping.budget);
        self.free(over, None);
    }

    /// Frees twice the bytes that are needed, as far as possible; the entry that is being written builds on
    /// its parent, and so that stays.
    pub(super) fn make_room(&mut self, needed: usize, for_entry: &Header) {
        self.free(needed.saturating_mul(2), Some(for_entry));
    }

    fn free(&mut self, needed: usize, for_entry: Option<&Header>) {
        if needed == 0 {
            return;
        }
        let stays = |scenario: &ScenarioId, id: &EntryId| {
            for_entry.is_some_and(|header| header.scenario == *scenario && header.parent.as_ref() == Some(id))
        };
        let mut spares: Vec<Spare> = Vec::new();
        for (scenario, graph) in &self.graphs {
            let expendable = graph.expendable().into_iter().filter(|id| !stays(scenario, id)).collect();
            spares.extend(self.sized(scenario, expendable));
        }
        let mut freed = 0;
        for position in ascending(spares.iter().map(|spare| spare.0.order())) {
            if freed >= needed {
                break;
            }
            if self.remove(&spares[position]) {
                freed += spares[position].3;
            }
        }
    }

    fn sized(&self, scenario: &ScenarioId, ids: Vec<EntryId>) -> Vec<Spare> {
        let Some(graph) = self.graphs.get(scenario) else { return Vec::new() };
        let spare = |id: EntryId| {
            let known = graph.entries.get(&id)?;
            Some((known.header.time, id, scenario.clone(), known.size))
        };
        ids.into_iter().filter_map(spare).collect()
    }

    fn remove(&mut self, (_, id, scenario, _): &Spare) -> bool {
        let removed = self.store.remove(&key_of(scenario, id)).is_ok();
        if removed {
            self.take_off(scenario, id);
        }
        removed
    }
}
