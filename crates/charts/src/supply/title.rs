//! What the supply chart finds.

use super::super::subject::Subject;
use tuowei_model::{Ratio, Supply};
use tuowei_text::SupplyText;

/// The finding: which slots are short, that they do, or what is missing to tell.
pub(super) fn title(subject: &Subject<'_>, supply: &Supply) -> String {
    let total = &supply.city.total;
    if let Err(missing_inputs) = total.spare() {
        return subject.say(SupplyText::SupplyUnknown(&subject.lacking(missing_inputs)));
    }
    let needed = total.enrolled_at_target.unwrap_or(0);
    let there = total.slots_after.unwrap_or(0);
    let short = supply.city.short.unwrap_or(0);
    let counties = supply.rows.iter().filter(|row| row.spare().is_ok_and(|spare| spare < 0)).count();
    subject.say(match (counties, greatest_shortage(subject, supply)) {
        (1, Some((county, _))) => SupplyText::SupplyShortOne(needed, there, county, short),
        (0, _) | (_, None) => SupplyText::SupplyFits(total.utilisation_needed().ok().map(Ratio::percent_shown)),
        _ => SupplyText::SupplyShort(needed, there, counties, short),
    })
}

/// The county that is short of most slots, the first of equals, and of how many.
pub(super) fn greatest_shortage<'a>(subject: &Subject<'a>, supply: &Supply) -> Option<(&'a str, u64)> {
    let (county, spare) = subject.least(supply.rows.iter().map(|row| row.spare().ok()))?;
    (spare < 0).then_some((county, spare.unsigned_abs()))
}
