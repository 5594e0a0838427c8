//! What follows from a scenario. It always answers: what cannot be known says why.

use super::target::{GoalReading, city_ratio, highest_base, targets};
use super::{
    Bound, CountyId, CountyInputs, Finding, Hundredths, Points, Rate, Ratio, RuleKind, Scenario, Slots, Target,
    WhyNoTarget, ascending, shares_of_total,
};

/// Everything computed from a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// One per county, in the region's order.
    pub rows: Vec<Row>,
    /// The city's own figures.
    pub city: City,
    /// How the task stands.
    pub allocation: Allocation,
    /// What is wrong or worth knowing, the gravest first.
    pub findings: Vec<Finding>,
    /// The benchmark that the converging rule uses when none is typed: the highest base.
    pub highest_base: Option<Rate>,
}

/// One county: its inputs and what follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What was entered.
    pub inputs: CountyInputs,
    /// The target, by rule or by hand.
    pub target: Target,
    /// Target − base.
    pub uplift: Option<Points>,
    /// Share of all slots given; the column adds up to 100.00.
    pub share: Option<Hundredths>,
}

/// The city's children-weighted rates. Never a plain mean of the counties' rates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct City {
    /// Σ(children · base) ÷ Σ children.
    pub base: CityRate,
    /// Σ(children · target) ÷ Σ children.
    pub target: CityRate,
    /// Target − base, of the figures as shown.
    pub uplift: Option<Hundredths>,
    /// Σ children, when every county has a count.
    pub children: Option<u64>,
}

/// A city rate, or what is missing for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CityRate {
    /// The exact rate.
    Known(Ratio),
    /// Some county lacks its children (需填写3岁以下婴幼儿数).
    ChildrenMissing,
    /// Some county lacks the rate itself.
    RatesMissing,
    /// The counties have no child at all.
    NoChildren,
}

impl CityRate {
    /// The rate with two decimals, where it is known.
    #[must_use]
    pub fn percent_shown(self) -> Option<Hundredths> {
        match self {
            Self::Known(ratio) => Some(ratio.percent_shown()),
            Self::ChildrenMissing | Self::RatesMissing | Self::NoChildren => None,
        }
    }
}

/// How the task stands against what is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allocation {
    /// The slots to hand out.
    pub task: Slots,
    /// Σ of what the counties are given (已分配).
    pub allocated: u64,
    /// Task − allocated (剩余); negative when too many are given (超出).
    pub remaining: i64,
}

/// Everything that follows from the scenario.
#[must_use]
pub fn evaluate(scenario: &Scenario) -> Outcome {
    let counties = scenario.counties();
    let (targets, goal) = targets(scenario.targets(), counties);
    let slots: Vec<Option<Slots>> = counties.iter().map(|county| county.slots).collect();
    let shares = shares_of_total(&slots);
    let rows: Vec<Row> = counties
        .iter()
        .zip(targets)
        .zip(shares)
        .map(|((&inputs, target), share)| {
            let uplift = target.rate().zip(inputs.base).map(|(target, base)| target.above(base));
            Row { inputs, target, uplift, share }
        })
        .collect();
    let allocated: u64 = slots.iter().flatten().map(|slots| u64::from(slots.get())).sum();
    let allocation = Allocation {
        task: scenario.task(),
        allocated,
        remaining: i64::from(scenario.task().get()) - allocated.cast_signed(),
    };
    let city = city(counties, &rows);
    let findings = findings(scenario, &rows, &allocation, city, goal);
    Outcome { rows, city, allocation, findings, highest_base: highest_base(counties) }
}

fn city(counties: &[CountyInputs], rows: &[Row]) -> City {
    let children =
        counties.iter().map(|county| county.children.map(|children| u64::from(children.get()))).sum::<Option<u64>>();
    let rate = |of: &dyn Fn(usize) -> Option<Rate>| match (city_ratio(counties, of), children) {
        (Some(ratio), _) => CityRate::Known(ratio),
        (None, None) => CityRate::ChildrenMissing,
        (None, Some(0)) => CityRate::NoChildren,
        (None, Some(_)) => CityRate::RatesMissing,
    };
    let base = rate(&|position| counties[position].base);
    let target = rate(&|position| rows[position].target.rate());
    let uplift = target
        .percent_shown()
        .zip(base.percent_shown())
        .map(|(target, base)| Hundredths::new(target.get() - base.get()));
    City { base, target, uplift, children }
}

fn findings(
    scenario: &Scenario,
    rows: &[Row],
    allocation: &Allocation,
    city: City,
    goal: Option<GoalReading>,
) -> Vec<Finding> {
    let ids = scenario.region().counties();
    let where_row = |test: &dyn Fn(&Row) -> bool| -> Vec<CountyId> {
        rows.iter().zip(ids).filter(|(row, _)| test(row)).map(|(_, county)| county.id.clone()).collect()
    };
    let mut findings = Vec::new();
    match allocation.remaining {
        0 => {}
        remaining if remaining < 0 => {
            findings.push(Finding::OverAllocated { by: Slots::held(remaining.unsigned_abs()) })
        }
        remaining => findings.push(Finding::UnderAllocated { by: Slots::held(remaining.unsigned_abs()) }),
    }
    let mut add_where = |test: &dyn Fn(&Row) -> bool, finding: &dyn Fn(Vec<CountyId>) -> Finding| {
        let counties = where_row(test);
        if !counties.is_empty() {
            findings.push(finding(counties));
        }
    };
    add_where(&|row| row.inputs.base.is_none(), &Finding::BaseMissing);
    add_where(&|row| row.inputs.slots.is_none(), &Finding::SlotsMissing);
    add_where(&|row| row.uplift.is_some_and(|uplift| uplift < Points::ZERO), &Finding::TargetBelowBase);
    let begun = scenario.targets().rule == RuleKind::CityGoal || rows.iter().any(|row| row.inputs.children.is_some());
    add_where(&|row| row.inputs.children.is_none(), &|counties| Finding::ChildrenMissing { counties, begun });
    for bound in [Bound::Limit, Bound::Floor, Bound::Cap] {
        add_where(
            &|row| matches!(row.target, Target::Known { bound: Some(applied), .. } if applied == bound),
            &|counties| Finding::BoundApplied { bound, counties },
        );
    }
    if city.children == Some(0) {
        findings.push(Finding::NoChildren);
    }
    if rows.iter().any(|row| row.target == Target::Unknown(WhyNoTarget::ParameterMissing)) {
        findings.push(Finding::ParameterMissing(scenario.targets().rule));
    }
    match (goal, scenario.targets().goal) {
        (Some(GoalReading::Reached(uplift)), _) => findings.push(Finding::GoalNeeds(uplift)),
        (Some(GoalReading::MetAlready), _) => findings.push(Finding::GoalMetAlready),
        (Some(GoalReading::OutOfReach(best)), Some(goal)) => findings.push(Finding::GoalOutOfReach { goal, best }),
        (Some(GoalReading::OutOfReach(_)) | None, _) => {}
    }
    let by_severity = ascending(findings.iter().map(|finding| finding.severity() as u64));
    by_severity.map(|position| findings[position].clone()).collect()
}
