//! Undo and redo of a session, without limit, across every kind of edit and across scenarios.
//!
//! Pure data: it answers what to apply, and the caller applies it.

use rustc_hash::FxHashMap;

use super::ident::ScenarioId;
use tuowei_model::{Edit, MonitorPlace, Place, Scenario};

/// One movement of the planner's hand: a drag, the typing in one cell. Its edits are undone together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Gesture(pub u64);

/// Something that was done, with what takes it back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// A scenario was changed.
    Edited {
        /// Which one.
        scenario: ScenarioId,
        /// What was done.
        forward: Edit,
        /// What takes it back, as [`Scenario::apply`] answered it.
        inverse: Edit,
    },
    /// A scenario was made.
    Created {
        /// Which one.
        scenario: ScenarioId,
        /// As it was made.
        content: Box<Scenario>,
    },
    /// A scenario was deleted.
    Deleted {
        /// Which one.
        scenario: ScenarioId,
        /// As it was.
        content: Box<Scenario>,
    },
}

/// What the caller has to do for an undo or a redo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Apply an edit to a scenario.
    Edit(ScenarioId, Edit),
    /// Create a scenario with this content, or bring it back.
    Create(ScenarioId, Box<Scenario>),
    /// Delete a scenario.
    Delete(ScenarioId),
}

/// What was done in the session, and what of it was undone.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The gesture that the last step belongs to, while it may still go on.
    open: Option<Gesture>,
}

impl History {
    /// Remembers what was done. What had been undone cannot be redone after that.
    ///
    /// Consecutive edits of the same gesture and scenario become one step, and an edit or a gesture that leaves
    /// everything as it was becomes none.
    pub fn record(&mut self, step: Step, gesture: Option<Gesture>) {
        let goes_on = gesture.is_some() && self.open == gesture;
        if !goes_on && step.changes_nothing() {
            return;
        }
        self.undone.clear();
        self.open = gesture;
        let step = if goes_on { step } else { self.with_its_choices(step) };
        match (self.done.last_mut().filter(|_| goes_on), step) {
            (
                Some(Step::Edited { scenario, forward, inverse }),
                Step::Edited { scenario: same, forward: next, inverse: back },
            ) if *scenario == same => append(forward, inverse, next, back),
            (_, step) => self.done.push(step),
        }
        if self.done.pop_if(|last| last.changes_nothing()).is_some() {
            // The step before belongs to an earlier gesture.
            self.open = None;
        }
    }

    /// A division that is taken takes with it what was chosen for it since: bounds, weights, method. Undone, nothing of them
    /// stays behind. Locks in between are steps of their own.
    fn with_its_choices(&mut self, step: Step) -> Step {
        let Step::Edited { scenario, mut forward, mut inverse } = step else { return step };
        if takes_a_division(&forward) {
            let mut at = self.done.len();
            while let Some(before) = at.checked_sub(1) {
                match self.done.get(before).and_then(|step| step.places_in(&scenario)) {
                    Some(places) if places.iter().all(is_choice) => {
                        if let Step::Edited { forward: chosen, inverse: back, .. } = self.done.remove(before) {
                            forward = joined(chosen, forward);
                            inverse = joined(inverse, back);
                        }
                    }
                    Some(places) if places.iter().all(|place| matches!(place, Place::Locked(_))) => {}
                    _ => break,
                }
                at = before;
            }
        }
        Step::Edited { scenario, forward, inverse }
    }

    /// What takes back the last step; nothing when there is none.
    pub fn undo(&mut self) -> Option<Change> {
        self.open = None;
        let step = self.done.pop()?;
        let change = match &step {
            Step::Edited { scenario, inverse, .. } => Change::Edit(scenario.clone(), inverse.clone()),
            Step::Created { scenario, .. } => Change::Delete(scenario.clone()),
            Step::Deleted { scenario, content } => Change::Create(scenario.clone(), content.clone()),
        };
        self.undone.push(step);
        Some(change)
    }

    /// What does the last undone step again; nothing when there is none.
    pub fn redo(&mut self) -> Option<Change> {
        self.open = None;
        let step = self.undone.pop()?;
        let change = match &step {
            Step::Edited { scenario, forward, .. } => Change::Edit(scenario.clone(), forward.clone()),
            Step::Created { scenario, content } => Change::Create(scenario.clone(), content.clone()),
            Step::Deleted { scenario, .. } => Change::Delete(scenario.clone()),
        };
        self.done.push(step);
        Some(change)
    }

    /// The step that was undone last cannot be applied any more: it is neither done nor undone from now on.
    pub fn forget_undone(&mut self) {
        self.undone.pop();
    }

    /// The same of the step that was redone last.
    pub fn forget_done(&mut self) {
        self.done.pop();
    }

    /// The scenario that the next undo is about.
    #[must_use]
    pub fn next_undo(&self) -> Option<&ScenarioId> {
        self.done.last().map(Step::scenario)
    }

    /// The scenario that the next redo is about.
    #[must_use]
    pub fn next_redo(&self) -> Option<&ScenarioId> {
        self.undone.last().map(Step::scenario)
    }

    /// Whether any step is about this scenario.
    #[must_use]
    pub fn is_about(&self, scenario: &ScenarioId) -> bool {
        self.done.iter().chain(&self.undone).any(|step| step.scenario() == scenario)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// From now on, what was done to one scenario counts for another: the work of this tab went into a second scenario.
    pub fn moved(&mut self, from: &ScenarioId, to: &ScenarioId) {
        for step in self.done.iter_mut().chain(&mut self.undone) {
            let (Step::Edited { scenario, .. } | Step::Created { scenario, .. } | Step::Deleted { scenario, .. }) =
                step;
            if scenario == from {
                *scenario = to.clone();
            }
        }
    }
}

impl Step {
    /// The scenario that it is about.
    const fn scenario(&self) -> &ScenarioId {
        let (Self::Edited { scenario, .. } | Self::Created { scenario, .. } | Self::Deleted { scenario, .. }) = self;
        scenario
    }

    /// The places that it changed in this scenario; nothing where it is of another kind or scenario.
    fn places_in(&self, of: &ScenarioId) -> Option<Vec<Place>> {
        match self {
            Self::Edited { scenario, forward, .. } if scenario == of => Some(forward.places()),
            Self::Edited { .. } | Self::Created { .. } | Self::Deleted { .. } => None,
        }
    }

    /// Whether every place is left at the value that it had before. A region or a report that went and came back is not:
    /// figures may have been lost on the way.
    fn changes_nothing(&self) -> bool {
        let Self::Edited { forward, inverse, .. } = self else { return false };
        if forward.places().iter().filter(|place| loses_figures(place)).count() > 1 {
            return false;
        }
        values(forward) == values(inverse)
    }
}

/// Adds an edit of the same gesture. A gesture mostly sets the same places again and again: then the first values stay
/// for undoing and the last ones for redoing, and the step does not grow.
fn append(forward: &mut Edit, inverse: &mut Edit, next: Edit, back: Edit) {
    let places = forward.places();
    // Of floor and cap, either may only move where the other lets it: their order matters. Of regions, those in between
    // matter: a county that was gone for a moment has lost its figures. So it is with a report.
    let bounds = places.contains(&Place::Floor) && places.contains(&Place::Cap);
    let in_order = bounds || places.iter().any(loses_figures);
    if !in_order && places == next.places() {
        *forward = next;
        return;
    }
    let mut edits = into_edits(std::mem::replace(forward, Edit::Batch(Vec::new())));
    edits.push(next);
    *forward = Edit::Batch(edits);
    let mut edits = into_edits(std::mem::replace(inverse, Edit::Batch(Vec::new())));
    edits.insert(0, back);
    *inverse = Edit::Batch(edits);
}

fn takes_a_division(edit: &Edit) -> bool {
    match edit {
        Edit::Batch(edits) => edits.iter().any(takes_a_division),
        single => matches!(single, Edit::SetDivision(Some(_))),
    }
}

/// One edit after the other.
fn joined(first: Edit, second: Edit) -> Edit {
    let mut edits = into_edits(first);
    edits.extend(into_edits(second));
    Edit::Batch(edits)
}

/// Whether a place holds what is chosen for a division.
const fn is_choice(place: &Place) -> bool {
    matches!(
        place,
        Place::WeightKind | Place::Method | Place::Ties | Place::Least(_) | Place::Most(_) | Place::Weight(_)
    )
}

fn into_edits(edit: Edit) -> Vec<Edit> {
    match edit {
        Edit::Batch(edits) => edits,
        single => vec![single],
    }
}

/// Whether figures go with an earlier value of this place.
const fn loses_figures(place: &Place) -> bool {
    matches!(place, Place::Region | Place::Monitor(MonitorPlace::Report(_)))
}

/// The last value that an edit sets for each place.
fn values(edit: &Edit) -> FxHashMap<Place, &Edit> {
    // Not a map in order: a pasted table would be put in order for each of its cells.
    let mut values = FxHashMap::default();
    note_values(edit, &mut values);
    values
}

fn note_values<'e>(edit: &'e Edit, values: &mut FxHashMap<Place, &'e Edit>) {
    match edit {
        Edit::Batch(edits) => edits.iter().for_each(|edit| note_values(edit, values)),
        single => {
            if let Some(place) = single.places().pop() {
                values.insert(place, single);
            }
        }
    }
}
