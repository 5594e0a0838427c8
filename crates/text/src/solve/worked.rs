//! The formula of an answer with the actual figures, which are read off the scenario that the answer leads to.

use super::super::explain::figure::{decimal, percent, points_unit, product, signed_after, weighted};
use super::super::supply::county_name;
use super::super::{Language, exact_points, exact_rate, thousands};
use tuowei_model::{
    Edit, Formula, Goal, Lever, Moved, Rate, Ratio, Scenario, Slots, SupplyRow, evaluate, slots_for, supply,
};

/// Counties named one by one in a sum; the others stand as one figure.
const NAMED: usize = 4;

pub(super) fn worked(
    scenario: &Scenario,
    edit: Option<&Edit>,
    formula: Formula,
    goal: &Goal,
    lever: &Lever,
    value: Moved,
    language: Language,
) -> Option<String> {
    let mut after = scenario.clone();
    if let Some(edit) = edit {
        // It was applied when the answer was found.
        let _ = after.apply(edit);
    }
    let outcome = evaluate(&after);
    let supplied = supply(&after, &outcome);
    let total = &supplied.city.total;
    let region = scenario.region();
    let utilisation = match goal {
        Goal::NoShortage(rate) | Goal::NoShortageIn(_, rate) => *rate,
        Goal::CityRate(_) | Goal::CountyTarget(..) | Goal::InclusiveShare(_) => Rate::FULL,
    };
    let position = match (goal, lever) {
        (Goal::CountyTarget(county, _) | Goal::NoShortageIn(county, _), _) | (_, Lever::CountySlots(county)) => {
            region.position(county)
        }
        _ => fullest(&supplied.rows),
    };
    let at_least = |rate: &Rate| [" ≥ ", &exact_rate(*rate), "%"].concat();
    match (formula, goal) {
        (Formula::UpliftForCity, Goal::CityRate(goal)) => {
            let (sum, children) = weighted(&outcome, &|row| row.target.rate())?;
            let city = percent(outcome.city.target.percent_shown()?);
            let parts = [&decimal(sum, 6), " ÷ ", &thousands(children), " = ", &city, &at_least(goal)];
            Some(parts.concat())
        }
        (Formula::UpliftForTarget, Goal::CountyTarget(_, goal)) => {
            let row = outcome.rows.get(position?)?;
            let (base, target, uplift) = (row.inputs.base?, row.target.rate()?, row.uplift?);
            let by = signed_after(i64::from(uplift.ppm()), exact_points(uplift).trim_start_matches('-'));
            let target = exact_rate(target) + "%";
            Some([&exact_rate(base), "%", &by, points_unit(language), " = ", &target, &at_least(goal)].concat())
        }
        (Formula::UpliftCarried, _) => {
            let (row, supplied) = (outcome.rows.get(position?)?, supplied.rows.get(position?)?);
            let (children, target) = (row.inputs.children?, row.target.rate()?);
            let (enrolled, slots) = (supplied.enrolled_at_target.ok()?, supplied.slots_after.ok()?);
            let name = language.name(&region.counties().get(position?)?.name);
            let carried = decimal(u128::from(slots) * u128::from(utilisation.ppm()), 6);
            let parts = [
                name,
                " ⌈",
                &product(u64::from(children.get()), target),
                "⌉ = ",
                &thousands(enrolled),
                " ≤ ",
                &product(slots, utilisation),
                " = ",
                &carried,
            ];
            Some(parts.concat())
        }
        (Formula::SlotsNeeded, _) => {
            let (row, supplied) = (outcome.rows.get(position?)?, supplied.rows.get(position?)?);
            let (enrolled, now) = (supplied.enrolled_at_target.ok()?, supplied.slots_now.ok()?);
            let other = u64::from(row.inputs.other.map_or(0, Slots::get));
            let needed = slots_for(enrolled, utilisation)?;
            let slots = needed.cast_signed().saturating_sub((now + other).cast_signed());
            let result = if slots < 0 {
                ["−", &thousands(slots.unsigned_abs()), " → 0"].concat()
            } else {
                thousands(slots.unsigned_abs())
            };
            let parts = [
                "⌈",
                &thousands(enrolled),
                " ÷ ",
                &exact_rate(utilisation),
                "%⌉ − ",
                &thousands(now),
                " − ",
                &thousands(other),
                " = ",
                &result,
            ];
            Some(parts.concat())
        }
        (Formula::TaskForSlots, _) => {
            let Moved::Task(total) = value else { return None };
            let mut given = 0_u64;
            let (mut text, mut more, mut named) = (String::new(), 0_u64, 0_usize);
            for ((before, now), county) in scenario.counties().iter().zip(after.counties()).zip(region.counties()) {
                let before = u64::from(before.slots.unwrap_or_default().get());
                let added = u64::from(now.slots.unwrap_or_default().get()).saturating_sub(before);
                given += before;
                if added > 0 && named < NAMED {
                    named += 1;
                    text += &[
                        " + ",
                        &thousands(added),
                        open(language),
                        county_name(&county.id, region, language),
                        close(language),
                    ]
                    .concat();
                } else {
                    more += added;
                }
            }
            if more > 0 {
                text += &[" + ", &thousands(more), others(language)].concat();
            }
            Some([&thousands(given), &text, " = ", &thousands(total)].concat())
        }
        (Formula::InclusiveAdded, Goal::InclusiveShare(share)) => {
            let (inclusive, slots) = (total.inclusive_after.ok()?, total.slots_after.ok()?);
            let now = percent(total.inclusive_share_after().ok()?.percent_shown());
            let before = supply(scenario, &evaluate(scenario)).city.total;
            let parts = match (before.inclusive_after, before.slots_after) {
                (Ok(was), Ok(slots)) if inclusive != was => {
                    let by = inclusive.cast_signed() - was.cast_signed();
                    let by = signed_after(by, &thousands(by.unsigned_abs()));
                    ["(", &thousands(was), &by, ") ÷ (", &thousands(slots), &by, ")"].concat()
                }
                _ => [&thousands(inclusive), " ÷ ", &thousands(slots)].concat(),
            };
            Some([&parts, " = ", &now, &at_least(share)].concat())
        }
        (Formula::InclusiveConverted, Goal::InclusiveShare(share)) => {
            let Moved::Conversions(turned) = value else { return None };
            let (inclusive, slots) = (total.inclusive_after.ok()?, total.slots_after.ok()?);
            let was = inclusive.saturating_sub(if edit.is_some() { turned } else { 0 });
            let result = if turned == 0 { "≤ 0 → 0".to_owned() } else { ["= ", &thousands(turned)].concat() };
            Some(["⌈", &product(slots, *share), "⌉ − ", &thousands(was), " ", &result].concat())
        }
        (
            Formula::UpliftForCity | Formula::UpliftForTarget | Formula::InclusiveAdded | Formula::InclusiveConverted,
            _,
        ) => None,
    }
}

/// The county that uses the largest part of its slots.
fn fullest(rows: &[SupplyRow]) -> Option<usize> {
    let mut best = None;
    for (position, row) in rows.iter().enumerate() {
        if let Ok(used) = row.utilisation_needed()
            && best.is_none_or(|(_, most): (usize, Ratio)| !most.reaches(used))
        {
            best = Some((position, used));
        }
    }
    best.map(|(position, _)| position)
}

const fn open(language: Language) -> &'static str {
    match language {
        Language::Chinese => "（",
        Language::English => " (",
    }
}

const fn close(language: Language) -> &'static str {
    match language {
        Language::Chinese => "）",
        Language::English => ")",
    }
}

const fn others(language: Language) -> &'static str {
    match language {
        Language::Chinese => "（其余县（区））",
        Language::English => " (the others)",
    }
}
