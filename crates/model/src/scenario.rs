//! A scenario: one complete set of inputs, and the one door through which it changes.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{
    Basis, County, CountyId, CountyInputs, DivisionRecord, DivisionSettings, Edit, EditProblem, Figure, Monitoring,
    Place, Region, Slots, SupplySettings, TargetSettings, TieChoice,
};

/// One complete set of inputs, named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    name: String,
    region: Arc<Region>,
    task: Slots,
    targets: TargetSettings,
    supply: SupplySettings,
    /// One per figure, in the order of [`Figure::ALL`]. Shared, as they hardly ever change and scenarios are copied
    /// with every edit.
    bases: Arc<[Basis; Figure::ALL.len()]>,
    division: Arc<DivisionSettings>,
    divided: Option<Arc<DivisionRecord>>,
    frozen: bool,
    monitoring: Arc<Monitoring>,
    /// One per county of the region, in its order.
    counties: Vec<CountyInputs>,
}

impl Scenario {
    /// A scenario of the region in which nothing is known yet.
    #[must_use]
    pub fn empty(name: &str, region: Arc<Region>) -> Self {
        let counties = vec![CountyInputs::default(); region.counties().len()];
        Self { name: name.to_owned(), ..Self::from_parts(region, Slots::default(), TargetSettings::EMPTY, counties) }
    }

    /// A scenario of figures that are known to fit: one set of inputs per county of the region.
    pub(super) fn from_parts(
        region: Arc<Region>,
        task: Slots,
        targets: TargetSettings,
        counties: Vec<CountyInputs>,
    ) -> Self {
        let (supply, bases, division) = (SupplySettings::PLAN, Default::default(), Arc::default());
        Self {
            name: String::new(),
            region,
            task,
            targets,
            supply,
            bases,
            division,
            divided: None,
            frozen: false,
            monitoring: Arc::default(),
            counties,
        }
    }

    /// The same with this to monitor.
    pub(super) fn with_monitoring(self, monitoring: Monitoring) -> Self {
        Self { monitoring: Arc::new(monitoring), ..self }
    }

    /// The name that the planner gave it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The region that it is about.
    #[must_use]
    pub const fn region(&self) -> &Arc<Region> {
        &self.region
    }

    /// The number of slots to hand out (任务总数).
    #[must_use]
    pub const fn task(&self) -> Slots {
        self.task
    }

    /// The target rule and its parameters.
    #[must_use]
    pub const fn targets(&self) -> &TargetSettings {
        &self.targets
    }

    /// What supply is held to.
    #[must_use]
    pub const fn supply(&self) -> &SupplySettings {
        &self.supply
    }

    /// How the figures of a column were counted.
    #[must_use]
    pub fn basis(&self, figure: Figure) -> &Basis {
        &self.bases[figure as usize]
    }

    /// What is chosen in the assistant.
    #[must_use]
    pub fn division(&self) -> &DivisionSettings {
        &self.division
    }

    /// How the allocation came about, if the assistant made it.
    #[must_use]
    pub fn divided(&self) -> Option<&DivisionRecord> {
        self.divided.as_deref()
    }

    /// Whether it is its region's reference and as such read-only (基准方案).
    #[must_use]
    pub const fn frozen(&self) -> bool {
        self.frozen
    }

    /// Reports of the year, what they are held to, tasks and problems.
    #[must_use]
    pub fn monitoring(&self) -> &Monitoring {
        &self.monitoring
    }

    /// The inputs of every county, in the region's order.
    #[must_use]
    pub fn counties(&self) -> &[CountyInputs] {
        &self.counties
    }

    /// The inputs of one county.
    #[must_use]
    pub fn county(&self, id: &CountyId) -> Option<&CountyInputs> {
        self.region.position(id).map(|position| &self.counties[position])
    }

    /// Applies an edit and answers the edit that takes it back.
    ///
    /// # Errors
    /// The edit names an unknown county or sets bounds that cannot hold; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Edit, EditProblem> {
        Ok(match edit {
            Edit::Rename(name) => Edit::Rename(std::mem::replace(&mut self.name, name.clone())),
            Edit::SetTask(task) => Edit::SetTask(std::mem::replace(&mut self.task, *task)),
            Edit::SetRule(rule) => Edit::SetRule(std::mem::replace(&mut self.targets.rule, *rule)),
            Edit::SetUplift(uplift) => Edit::SetUplift(std::mem::replace(&mut self.targets.uplift, *uplift)),
            Edit::SetGrowth(growth) => Edit::SetGrowth(std::mem::replace(&mut self.targets.growth, *growth)),
            Edit::SetClosing(closing) => Edit::SetClosing(std::mem::replace(&mut self.targets.closing, *closing)),
            Edit::SetBenchmark(rate) => Edit::SetBenchmark(std::mem::replace(&mut self.targets.benchmark, *rate)),
            Edit::SetGoal(goal) => Edit::SetGoal(std::mem::replace(&mut self.targets.goal, *goal)),
            Edit::SetFloor(floor) => {
                if matches!((floor, self.targets.cap), (Some(floor), Some(cap)) if *floor > cap) {
                    return Err(EditProblem::FloorAboveCap);
                }
                Edit::SetFloor(std::mem::replace(&mut self.targets.floor, *floor))
            }
            Edit::SetCap(cap) => {
                if matches!((self.targets.floor, cap), (Some(floor), Some(cap)) if floor > *cap) {
                    return Err(EditProblem::FloorAboveCap);
                }
                Edit::SetCap(std::mem::replace(&mut self.targets.cap, *cap))
            }
            Edit::SetFigure(id, figure, value) => {
                Edit::SetFigure(id.clone(), *figure, figure.put(self.inputs(id)?, *value)?)
            }
            Edit::SetLocked(id, locked) => {
                Edit::SetLocked(id.clone(), std::mem::replace(&mut self.inputs(id)?.locked, *locked))
            }
            Edit::SetUtilisation(rate) => Edit::SetUtilisation(std::mem::replace(&mut self.supply.utilisation, *rate)),
            Edit::SetInclusiveShare(rate) => {
                Edit::SetInclusiveShare(std::mem::replace(&mut self.supply.inclusive_share, *rate))
            }
            Edit::SetBasis(figure, method) => {
                Edit::SetBasis(*figure, std::mem::replace(&mut self.basis_mut(*figure).method, method.clone()))
            }
            Edit::SetAsOf(figure, day) => {
                Edit::SetAsOf(*figure, std::mem::replace(&mut self.basis_mut(*figure).as_of, *day))
            }
            Edit::SetWeightKind(kind) => {
                Edit::SetWeightKind(std::mem::replace(&mut Arc::make_mut(&mut self.division).weight, *kind))
            }
            Edit::SetMethod(method) => {
                Edit::SetMethod(std::mem::replace(&mut Arc::make_mut(&mut self.division).method, *method))
            }
            Edit::SetTies(ties) => {
                Edit::SetTies(std::mem::replace(&mut Arc::make_mut(&mut self.division).ties, ties.clone()))
            }
            Edit::SetLeast(id, slots) => {
                Edit::SetLeast(id.clone(), std::mem::replace(&mut self.inputs(id)?.least, *slots))
            }
            Edit::SetMost(id, slots) => {
                Edit::SetMost(id.clone(), std::mem::replace(&mut self.inputs(id)?.most, *slots))
            }
            Edit::SetWeight(id, weight) => {
                Edit::SetWeight(id.clone(), std::mem::replace(&mut self.inputs(id)?.weight, *weight))
            }
            Edit::SetDivision(record) => Edit::SetDivision(std::mem::replace(&mut self.divided, record.clone())),
            Edit::SetRegion(region, brought) => self.set_region(region, brought),
            Edit::SetFrozen(frozen) => Edit::SetFrozen(std::mem::replace(&mut self.frozen, *frozen)),
            Edit::Monitor(edit) => Arc::make_mut(&mut self.monitoring).apply(edit, &self.region)?,
            Edit::Batch(edits) => self.apply_all(edits)?,
        })
    }

    /// The edits that turn this scenario into `other`. Where that is of another region, the region comes first: the figures
    /// that follow are those of its counties.
    ///
    /// Floor and cap come in the order in which each step holds.
    #[must_use]
    pub fn edits_towards(&self, other: &Self) -> Vec<Edit> {
        let mut edits = Vec::new();
        if self.region != other.region {
            edits.push(Edit::SetRegion(other.region.clone(), Vec::new()));
        }
        let (mine, theirs) = (&self.targets, &other.targets);
        let mut add = |differs: bool, edit: Edit| {
            if differs {
                edits.push(edit);
            }
        };
        add(self.name != other.name, Edit::Rename(other.name.clone()));
        add(self.task != other.task, Edit::SetTask(other.task));
        add(mine.rule != theirs.rule, Edit::SetRule(theirs.rule));
        add(mine.uplift != theirs.uplift, Edit::SetUplift(theirs.uplift));
        add(mine.growth != theirs.growth, Edit::SetGrowth(theirs.growth));
        add(mine.closing != theirs.closing, Edit::SetClosing(theirs.closing));
        add(mine.benchmark != theirs.benchmark, Edit::SetBenchmark(theirs.benchmark));
        add(mine.goal != theirs.goal, Edit::SetGoal(theirs.goal));
        let floor_first = !matches!((theirs.floor, mine.cap), (Some(floor), Some(cap)) if floor > cap);
        add(floor_first && mine.floor != theirs.floor, Edit::SetFloor(theirs.floor));
        add(mine.cap != theirs.cap, Edit::SetCap(theirs.cap));
        add(!floor_first && mine.floor != theirs.floor, Edit::SetFloor(theirs.floor));
        let (supply, wanted) = (&self.supply, &other.supply);
        add(supply.utilisation != wanted.utilisation, Edit::SetUtilisation(wanted.utilisation));
        add(supply.inclusive_share != wanted.inclusive_share, Edit::SetInclusiveShare(wanted.inclusive_share));
        for figure in Figure::ALL {
            let (mine, theirs) = (self.basis(figure), other.basis(figure));
            add(mine.method != theirs.method, Edit::SetBasis(figure, theirs.method.clone()));
            add(mine.as_of != theirs.as_of, Edit::SetAsOf(figure, theirs.as_of));
        }
        let (mine, theirs) = (&self.division, &other.division);
        add(mine.weight != theirs.weight, Edit::SetWeightKind(theirs.weight));
        add(mine.method != theirs.method, Edit::SetMethod(theirs.method));
        add(mine.ties != theirs.ties, Edit::SetTies(theirs.ties.clone()));
        add(self.divided != other.divided, Edit::SetDivision(other.divided.clone()));
        add(self.frozen != other.frozen, Edit::SetFrozen(other.frozen));
        let nothing = CountyInputs::default();
        for (county, theirs) in other.region.counties().iter().zip(&other.counties) {
            let mine = self.county(&county.id).unwrap_or(&nothing);
            let id = || county.id.clone();
            for figure in Figure::ALL {
                let value = figure.of(theirs);
                add(figure.of(mine) != value, Edit::SetFigure(id(), figure, value));
            }
            add(mine.locked != theirs.locked, Edit::SetLocked(id(), theirs.locked));
            add(mine.least != theirs.least, Edit::SetLeast(id(), theirs.least));
            add(mine.most != theirs.most, Edit::SetMost(id(), theirs.most));
            add(mine.weight != theirs.weight, Edit::SetWeight(id(), theirs.weight));
        }
        if !Arc::ptr_eq(&self.monitoring, &other.monitoring) || self.region != other.region {
            self.monitoring.edits_towards(&self.region, &other.monitoring, &other.region, &mut edits);
        }
        edits
    }

    /// The edits that turn what the official plan states back to it ([`Place::is_stated`]): the task, the rule with its
    /// parameters and bounds, bases, pins and allocations, and with them how the allocation came about. What the planner
    /// surveyed or set stays, the region with its names among it.
    #[must_use]
    pub fn edits_back_to(&self, plan: &Self) -> Vec<Edit> {
        let goes_back = |place: &Place| {
            place.is_stated() && place.county().is_none_or(|county| self.region.position(county).is_some())
        };
        self.edits_towards(plan).into_iter().filter(|edit| edit.places().iter().all(goes_back)).collect()
    }

    fn apply_all(&mut self, edits: &[Edit]) -> Result<Edit, EditProblem> {
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(problem) => {
                    // Each inverse leads back to a state that stood a moment ago, so it cannot be refused.
                    for inverse in inverses.iter().rev() {
                        let _ = self.apply(inverse);
                    }
                    return Err(problem);
                }
            }
        }
        inverses.reverse();
        Ok(Edit::Batch(inverses))
    }

    /// The edit that gives the scenario another region as one step. With the counties that go, go a tie that was
    /// decided by hand between them and others, and the record of a division that they took part in: neither is true of
    /// those who stay.
    #[must_use]
    pub fn region_edit(&self, region: &Arc<Region>) -> Edit {
        let gone = |id: &CountyId| self.region.position(id).is_some() && region.position(id).is_none();
        let mut edits = Vec::new();
        if matches!(&self.division.ties, TieChoice::ByHand { between, .. } if between.iter().any(gone)) {
            edits.push(Edit::SetTies(TieChoice::Ask));
        }
        if self.divided.as_ref().is_some_and(|record| record.counties().any(gone)) {
            edits.push(Edit::SetDivision(None));
        }
        let edit = Edit::SetRegion(region.clone(), Vec::new());
        if edits.is_empty() {
            return edit;
        }
        edits.push(edit);
        Edit::Batch(edits)
    }

    /// The region as another one. The edit that takes it back holds the inputs of every county that lost them.
    fn set_region(&mut self, region: &Arc<Region>, given: &[(CountyId, CountyInputs)]) -> Edit {
        let given: FxHashMap<&CountyId, &CountyInputs> = given.iter().map(|(id, inputs)| (id, inputs)).collect();
        let inputs = |county: &County| {
            let inputs = given.get(&county.id).copied().or_else(|| self.county(&county.id));
            inputs.copied().unwrap_or_default()
        };
        let counties: Vec<CountyInputs> = region.counties().iter().map(inputs).collect();
        let lost = |(county, inputs): (&County, &CountyInputs)| {
            let now = region.position(&county.id).and_then(|at| counties.get(at));
            (now != Some(inputs)).then(|| (county.id.clone(), *inputs))
        };
        let lost = self.region.counties().iter().zip(&self.counties).filter_map(lost).collect();
        self.counties = counties;
        let mut counts = Vec::new();
        if !self.monitoring.reports().is_empty() {
            Arc::make_mut(&mut self.monitoring).carry(&self.region, region, &mut counts);
        }
        let back = Edit::SetRegion(std::mem::replace(&mut self.region, region.clone()), lost);
        if counts.is_empty() {
            return back;
        }
        counts.insert(0, back);
        Edit::Batch(counts)
    }

    fn basis_mut(&mut self, figure: Figure) -> &mut Basis {
        &mut Arc::make_mut(&mut self.bases)[figure as usize]
    }

    fn inputs(&mut self, id: &CountyId) -> Result<&mut CountyInputs, EditProblem> {
        match self.region.position(id) {
            Some(position) => Ok(&mut self.counties[position]),
            None => Err(EditProblem::UnknownCounty(id.clone())),
        }
    }
}
