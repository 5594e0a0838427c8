//! The search for an answer, one formula after the other.

use super::*;

/// Uplifts are tried up to 100 points.
const MOST_STEPS: u64 = (Points::MOST.ppm().unsigned_abs() / STEP_PPM) as u64;

pub(super) struct Trial<'given> {
    pub start: &'given Scenario,
    pub goal: &'given Goal,
    pub already: bool,
}

impl Trial<'_> {
    pub fn smallest_uplift(&self) -> Answer {
        let step = smallest(MOST_STEPS, &|step| self.meets(&uplift_edit(step))).unwrap_or(MOST_STEPS);
        self.settle(Moved::Uplift(uplift(step)), uplift_edit(step), false, &|_| WhyOutOfReach::Held)
    }

    pub fn largest_uplift(&self) -> Answer {
        let failing = smallest(MOST_STEPS, &|step| !self.meets(&uplift_edit(step)));
        let step = failing.map_or(MOST_STEPS, |step| step.saturating_sub(1));
        self.settle(Moved::Uplift(uplift(step)), uplift_edit(step), false, &WhyOutOfReach::StillShort)
    }

    /// The allocation with which every child of the target has a slot, together with the target itself.
    pub fn slots_for_target(&self, outcome: &Outcome, county: &CountyId, rate: Rate) -> Answer {
        let target = self.start.region().position(county).and_then(|position| outcome.rows[position].target.rate());
        let goal = Goal::NoShortageIn(county.clone(), Rate::FULL);
        let is_set = target == Some(rate);
        let already = is_set && matches!(read(self.start, outcome, &goal), Reading::Met(_));
        let before: Vec<Edit> = if is_set { Vec::new() } else { vec![Edit::pin(county.clone(), Some(rate))] };
        Trial { start: self.start, goal: &goal, already }.county_slots(county, &before)
    }

    pub fn county_slots(&self, county: &CountyId, before: &[Edit]) -> Answer {
        let edit = |slots: u64| {
            let mut edits = before.to_vec();
            edits.push(Edit::slots(county.clone(), Some(Slots::held(slots))));
            Edit::Batch(edits)
        };
        let most = u64::from(Slots::MOST);
        let slots = smallest(most, &|slots| self.meets(&edit(slots))).unwrap_or(most);
        self.settle(Moved::CountySlots(Slots::held(slots)), edit(slots), false, &|short| match self.goal {
            Goal::InclusiveShare(Rate::FULL) => WhyOutOfReach::NeverAll,
            Goal::InclusiveShare(_) => WhyOutOfReach::TooMany,
            _ => WhyOutOfReach::StillShort(short),
        })
    }

    /// For one county, or for all.
    pub fn task_for_slots(&self, outcome: &Outcome, only: Option<usize>, utilisation: Rate) -> Answer {
        let rows = rows_of(self.start, outcome);
        let (mut edits, mut total, mut too_many) = (Vec::new(), 0_u64, false);
        let (mut hopeless, mut locked, mut without) = (Vec::new(), Vec::new(), Vec::new());
        let mut missing = None::<MissingInputs>;
        for (position, county) in self.start.region().counties().iter().enumerate() {
            let inputs = &outcome.rows[position].inputs;
            let given = u64::from(inputs.slots.unwrap_or_default().get());
            let row = &rows[position];
            let mut slots = given;
            if only.is_none_or(|only| only == position) {
                match both(row.enrolled_at_target, row.slots_now) {
                    Err(missing_inputs) => {
                        missing = Some(missing.map_or(missing_inputs, |missing| missing.and(missing_inputs)));
                        without.push(county.id.clone());
                    }
                    Ok((enrolled, now)) => {
                        let beside = now + u64::from(inputs.other.unwrap_or_default().get());
                        match slots_for(enrolled, utilisation).map(|needed| needed.saturating_sub(beside)) {
                            None => hopeless.push(county.id.clone()),
                            Some(needed) if needed > given && inputs.locked && inputs.slots.is_some() => {
                                locked.push(county.id.clone());
                            }
                            Some(needed) => slots = slots.max(needed),
                        }
                        too_many |= slots > u64::from(Slots::MOST);
                        let slots = Some(Slots::held(slots));
                        if slots != inputs.slots {
                            edits.push(Edit::slots(county.id.clone(), slots));
                        }
                    }
                }
            }
            // At most 3 000 counties of 10¹⁴ slots.
            total += slots;
        }
        if let Some(missing_inputs) = missing {
            return Answer::Missing { missing_inputs, counties: without };
        }
        let why = if !hopeless.is_empty() {
            Some(WhyOutOfReach::StillShort(hopeless))
        } else if !locked.is_empty() {
            Some(WhyOutOfReach::Locked(locked))
        } else {
            (too_many || (!edits.is_empty() && total > u64::from(Slots::MOST))).then_some(WhyOutOfReach::TooMany)
        };
        match why {
            Some(why) => self.refuse(Moved::Task(total), &Edit::Batch(edits), why),
            None => self.settle_task(edits, total, false),
        }
    }

    /// Whoever gets the slots, the share of the city comes out the same: the first county that is not locked does.
    pub fn task_for_share(&self, outcome: &Outcome, share: Rate) -> Answer {
        let total = SupplyRow::total(&rows_of(self.start, outcome));
        let given = outcome.allocation.allocated;
        // What is missing is said by the reading of the scenario as it stands.
        let (inclusive, slots) = both(total.inclusive_after, total.slots_after).unwrap_or_default();
        let nothing = Edit::Batch(Vec::new());
        let Some(further) = further_inclusive(inclusive, slots, share) else {
            return self.refuse(Moved::Task(given), &nothing, WhyOutOfReach::NeverAll);
        };
        // Both below 10¹⁸: at most 3·10¹⁰ slots, a millionth of which may be wanted not to be inclusive.
        let task = given + further;
        if further == 0 {
            return self.settle_task(Vec::new(), task, false);
        }
        if task > u64::from(Slots::MOST) {
            return self.refuse(Moved::Task(task), &nothing, WhyOutOfReach::TooMany);
        }
        let counties = self.start.region().counties().iter().zip(self.start.counties());
        let mut open = counties.filter(|(_, inputs)| !inputs.locked);
        let Some((county, inputs)) = open.next() else {
            let all = self.start.region().counties().iter().map(|county| county.id.clone()).collect();
            return self.refuse(Moved::Task(task), &nothing, WhyOutOfReach::Locked(all));
        };
        let slots = Slots::held(u64::from(inputs.slots.unwrap_or_default().get()) + further);
        let one_of_many = open.next().is_some();
        self.settle_task(vec![Edit::slots(county.id.clone(), Some(slots))], task, one_of_many)
    }

    pub fn conversions(&self, outcome: &Outcome, share: Rate) -> Answer {
        let total = SupplyRow::total(&rows_of(self.start, outcome));
        // What is missing is said by the reading of the scenario as it stands.
        let (inclusive, slots) = both(total.inclusive_after, total.slots_after).unwrap_or_default();
        let room = room(&outcome.rows);
        let converted = to_convert(inclusive, slots, share).min(room);
        let (mut left, mut with_room, mut edits) = (converted, 0_usize, Vec::new());
        for (county, inputs) in self.start.region().counties().iter().zip(self.start.counties()) {
            let here = room_in(inputs);
            with_room += usize::from(here > 0);
            let turned = here.min(left);
            left -= turned;
            if turned > 0 {
                let slots = u64::from(inputs.inclusive.unwrap_or_default().get()) + turned;
                edits.push(Edit::inclusive(county.id.clone(), Some(Slots::held(slots))));
            }
        }
        let one_of_many = with_room > 1 && converted > 0 && converted < room;
        let (value, edit) = (Moved::Conversions(converted), Edit::Batch(edits));
        self.settle(value, edit, one_of_many, &|_| WhyOutOfReach::AllConverted)
    }

    /// The task itself is raised only where it is too small for what is handed out.
    fn settle_task(&self, mut edits: Vec<Edit>, total: u64, one_of_many: bool) -> Answer {
        if !edits.is_empty() && total > u64::from(self.start.task().get()) {
            edits.push(Edit::SetTask(Slots::held(total)));
        }
        self.settle(Moved::Task(total), Edit::Batch(edits), one_of_many, &WhyOutOfReach::StillShort)
    }

    /// The answer, if the forward computation bears it out.
    fn settle(
        &self,
        value: Moved,
        edit: Edit,
        one_of_many: bool,
        why: &dyn Fn(Vec<CountyId>) -> WhyOutOfReach,
    ) -> Answer {
        let (with_edit, reading) = self.after(&edit);
        match reading {
            Reading::Met(forward) => {
                let edit = (with_edit != *self.start).then_some(edit);
                Answer::Reached { value, edit, one_of_many, forward, already: self.already }
            }
            Reading::Unmet(best, short) => Answer::OutOfReach { at: value, best, why: why(short) },
            Reading::Missing(missing_inputs, counties) => Answer::Missing { missing_inputs, counties },
        }
    }

    fn refuse(&self, at: Moved, edit: &Edit, why: WhyOutOfReach) -> Answer {
        match self.after(edit).1 {
            Reading::Met(best) | Reading::Unmet(best, _) => Answer::OutOfReach { at, best, why },
            Reading::Missing(missing_inputs, counties) => Answer::Missing { missing_inputs, counties },
        }
    }

    fn meets(&self, edit: &Edit) -> bool {
        matches!(self.after(edit).1, Reading::Met(_))
    }

    fn after(&self, edit: &Edit) -> (Scenario, Reading) {
        let mut scenario = self.start.clone();
        // The counties are there and no bound is set, so that it cannot be refused.
        let _ = scenario.apply(edit);
        let reading = read(&scenario, &evaluate(&scenario), self.goal);
        (scenario, reading)
    }
}

fn uplift(step: u64) -> Points {
    Points::clamped(i128::from(step) * i128::from(STEP_PPM))
}

fn uplift_edit(step: u64) -> Edit {
    Edit::Batch(vec![Edit::SetRule(RuleKind::Uniform), Edit::SetUplift(Some(uplift(step)))])
}
