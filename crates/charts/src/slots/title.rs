//! What the slots chart finds.

use super::super::subject::Subject;
use tuowei_model::{County, Hundredths, Outcome, Row, Scenario, Slots};
use tuowei_text::ChartText;

/// The finding: that the sum differs from the task, else where the slots go.
pub(super) fn title(subject: &Subject<'_>) -> String {
    subject.say(finding(subject))
}

fn finding<'a>(subject: &Subject<'a>) -> ChartText<'a> {
    let (scenario, outcome, language) = (subject.scenario, subject.outcome, subject.language());
    let all = outcome.allocation.allocated;
    let by = outcome.allocation.remaining.unsigned_abs();
    let ranked = ranked(scenario, outcome);
    let given = |row: &Row| u64::from(row.inputs.slots.map_or(0, Slots::get));
    let (Some((first, first_county)), true) = (ranked.first(), all > 0) else {
        return match u64::from(scenario.task().get()) {
            0 => ChartText::NoTask,
            task => ChartText::NothingAllocated(task),
        };
    };
    match outcome.allocation.remaining {
        0 => {}
        left if left < 0 => return ChartText::AllocatedOver(all, by),
        _ => return ChartText::AllocatedUnder(all, by),
    }
    let name = language.name(&first_county.name);
    let second = ranked.get(1).filter(|(row, _)| given(row) > 0);
    let Some((second, second_county)) = second else {
        return ChartText::SlotsToOne(all, name);
    };
    // The third is known only as far as it is needed: to see whether the first two stand out.
    let third = ranked.get(2).map(|(row, _)| given(row));
    if third.is_some_and(|third| third < given(second)) {
        let share = |row: &Row| row.share.map_or(0, Hundredths::get);
        let together = Hundredths::new(share(first) + share(second));
        return ChartText::SlotsTopTwo(all, name, language.name(&second_county.name), together);
    }
    if given(second) < given(first) {
        return ChartText::SlotsTopOne(all, name, first.share.unwrap_or_default());
    }
    let least = outcome.rows.iter().map(given).min().unwrap_or_default();
    if least == given(first) {
        ChartText::SlotsAlike(all, least)
    } else {
        ChartText::SlotsBetween(all, least, given(first))
    }
}

/// The three counties with the most slots, the first of equals first.
fn ranked<'a, 'b>(scenario: &'a Scenario, outcome: &'b Outcome) -> Vec<(&'b Row, &'a County)> {
    let mut ranked: Vec<(&Row, &County)> = Vec::with_capacity(4);
    for (row, county) in outcome.rows.iter().zip(scenario.region().counties()) {
        let Some(slots) = row.inputs.slots else { continue };
        let before = |(other, _): &(&Row, &County)| other.inputs.slots >= Some(slots);
        let at = ranked.iter().position(|other| !before(other)).unwrap_or(ranked.len());
        ranked.insert(at, (row, county));
        ranked.truncate(3);
    }
    ranked
}

/// The counties with the most and the fewest slots, the first of equals, if they differ.
pub(super) fn extremes<'a>(subject: &Subject<'a>) -> Option<[(&'a str, u64); 2]> {
    let extremes = subject.extremes(subject.outcome.rows.iter().map(|row| row.inputs.slots))?;
    Some(extremes.map(|(name, slots)| (name, u64::from(slots.get()))))
}
