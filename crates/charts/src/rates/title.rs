//! What the rates chart finds.

use tuowei_model::{Hundredths, Outcome, Points, Scenario};
use tuowei_text::{ChartText, Language, chart_text};

/// The finding: how far the targets lie above their bases.
pub(super) fn title(language: Language, scenario: &Scenario, outcome: &Outcome) -> String {
    let say = |text| chart_text(language, text);
    let uplifts = || outcome.rows.iter().filter_map(|row| row.uplift).map(Points::shown);
    let Some((least, most)) = uplifts().min().zip(uplifts().max()) else {
        return say(ChartText::TargetsUnknown(scenario.region().year()));
    };
    if let ([row], [county]) = (outcome.rows.as_slice(), scenario.region().counties())
        && let Some(target) = row.target.rate()
    {
        return say(ChartText::OneTarget(language.name(&county.name), target.percent_shown(), least));
    }
    say(if least == most { ChartText::TargetsMoveAlike(least) } else { ChartText::TargetsMove(least, most) })
}

/// A county's name and a rate of it.
type Named<'a> = (&'a str, Hundredths);

/// The highest target and the lowest, the first of equals, if they differ.
pub(super) fn extremes<'a>(
    language: Language,
    scenario: &'a Scenario,
    outcome: &Outcome,
) -> Option<(Named<'a>, Named<'a>)> {
    let targets = || {
        let counties = scenario.region().counties();
        outcome.rows.iter().zip(counties).filter_map(|(row, county)| Some((row.target.rate()?, county)))
    };
    // Of equals `max_by_key` takes the last, so the highest is sought from the end.
    let (most, highest) = targets().rev().max_by_key(|(rate, _)| *rate)?;
    let (least, lowest) = targets().min_by_key(|(rate, _)| *rate)?;
    (most != least).then(|| {
        ((language.name(&highest.name), most.percent_shown()), (language.name(&lowest.name), least.percent_shown()))
    })
}
