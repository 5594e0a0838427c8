//! What the rates chart finds.

use super::super::subject::Subject;
use tuowei_model::{Hundredths, Points, Rate};
use tuowei_text::ChartText;

/// The finding: how far the targets lie above their bases.
pub(super) fn title(subject: &Subject<'_>) -> String {
    let outcome = subject.outcome;
    let uplifts = || outcome.rows.iter().filter_map(|row| row.uplift).map(Points::shown);
    let Some((least, most)) = uplifts().min().zip(uplifts().max()) else {
        return subject.say(ChartText::TargetsUnknown(subject.year()));
    };
    if let ([row], [county]) = (outcome.rows.as_slice(), subject.scenario.region().counties())
        && let Some(target) = row.target.rate()
    {
        let name = subject.language().name(&county.name);
        return subject.say(ChartText::OneTarget(name, target.percent_shown(), least));
    }
    subject.say(if least == most { ChartText::TargetsMoveAlike(least) } else { ChartText::TargetsMove(least, most) })
}

/// The highest target and the lowest, the first of equals, if they differ.
pub(super) fn extremes<'a>(subject: &Subject<'a>) -> Option<[(&'a str, Hundredths); 2]> {
    let extremes = subject.extremes(subject.outcome.rows.iter().map(|row| row.target.rate()))?;
    Some(extremes.map(|(name, rate): (_, Rate)| (name, rate.percent_shown())))
}
