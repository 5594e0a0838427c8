//! Whether the targets fit the slots (供需测算). Loaded after the plan page itself, and so no part of
//! [`super::evaluate`].

mod finding;
mod primitives;
mod row;
mod sensitivity;
mod solve;

pub use finding::{Contradiction, CountyBy, SupplyFinding};
pub use primitives::{enrolled_at, further_inclusive, most_children_lifted, slots_for, to_convert, uplift_carried};
pub use row::{Against, EnrolledFrom, Found, MissingInput, MissingInputs, SupplyRow};
pub use sensitivity::{Change, TippingPoint, TippingPointOf, sensitivity};
pub use solve::{Answer, Formula, Forward, Goal, Lever, Moved, WhyNotMoved, WhyOutOfReach, formula, solve};

use super::{CountyInputs, Outcome, Row, Scenario, Slots};
use finding::findings;
use row::both;

/// What follows for supply and demand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// One per county, in the region's order.
    pub rows: Vec<SupplyRow>,
    /// The city's own figures.
    pub city: SupplyCity,
    /// What is wrong or worth knowing, the gravest first.
    pub findings: Vec<SupplyFinding>,
}

/// The figures of the whole city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SupplyCity {
    /// The sums of the columns; its rates are those of the sums, never a mean of the counties'.
    pub total: SupplyRow,
    /// Σ of the other new slots, where every county has a figure; slots after count an empty one as none.
    pub other: Option<u64>,
    /// Σ of what the short counties are short of; what others have to spare does not help them.
    pub short: Found<u64>,
    /// The fewest existing slots that, turned inclusive, bring the city to the wanted share (71 %, section 三(一)4 of
    /// the plan); nothing where not even all of them do, as new slots of other kinds come beside them.
    pub convert: Found<Option<u64>>,
    /// The fewest further inclusive slots that do; nothing where all slots are to be inclusive and some are not.
    pub add: Found<Option<u64>>,
}

/// Holds the targets against the slots. It always answers: what cannot be known says why.
///
/// `outcome` is what [`super::evaluate`] gives for the scenario.
#[must_use]
pub fn supply(scenario: &Scenario, outcome: &Outcome) -> Supply {
    let wanted = scenario.supply();
    let rows = rows_of(scenario, outcome);
    let total = SupplyRow::total(&rows);
    // Where the city's figure is known, so is every county's. At most 3 000 counties of 10⁸ children each.
    let short_in = |row: &SupplyRow| row.spare().map_or(0, |spare| spare.min(0).unsigned_abs());
    let short = total.spare().map(|_| rows.iter().map(short_in).sum());
    let after = both(total.inclusive_after, total.slots_after);
    let other = |row: &Row| row.inputs.other.map(|slots| u64::from(slots.get()));
    let city = SupplyCity {
        total,
        other: outcome.rows.iter().map(other).sum(),
        short,
        convert: after.map(|(inclusive, slots)| {
            Some(to_convert(inclusive, slots, wanted.inclusive_share)).filter(|count| *count <= room(&outcome.rows))
        }),
        add: after.map(|(inclusive, slots)| further_inclusive(inclusive, slots, wanted.inclusive_share)),
    };
    let findings = findings(scenario, outcome, &rows, &city);
    Supply { rows, city, findings }
}

fn rows_of(scenario: &Scenario, outcome: &Outcome) -> Vec<SupplyRow> {
    let wanted = scenario.supply().utilisation;
    outcome.rows.iter().map(|row| SupplyRow::of(&row.inputs, row.target.rate(), wanted)).collect()
}

/// The existing slots that are not inclusive and so could be turned: at most 3 000 counties of 10⁷ each.
fn room(rows: &[Row]) -> u64 {
    rows.iter().map(|row| room_in(&row.inputs)).sum()
}

fn room_in(inputs: &CountyInputs) -> u64 {
    let of_county = |(capacity, inclusive): (Slots, Slots)| capacity.get().saturating_sub(inclusive.get());
    inputs.capacity.zip(inputs.inclusive).map_or(0, |county| u64::from(of_county(county)))
}
