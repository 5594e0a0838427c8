//! What the share chart finds.

use super::super::subject::Subject;
use tuowei_model::{Supply, SupplyFinding};
use tuowei_text::SupplyText;

/// The finding: the city's share against the wanted one, or what is missing to tell.
pub(super) fn title(subject: &Subject<'_>, supply: &Supply) -> String {
    let wanted = subject.scenario.supply().inclusive_share.percent_shown();
    let share = match supply.city.total.inclusive_share_after() {
        Ok(share) => share.percent_shown(),
        Err(missing_inputs) => {
            let lacking = subject.lacking(missing_inputs);
            return subject.say(if lacking.is_empty() {
                SupplyText::ShareNoSlots
            } else {
                SupplyText::ShareUnknown(&lacking)
            });
        }
    };
    let contradicts = supply.findings.iter().find_map(|found| match found {
        SupplyFinding::InclusiveAboveCapacity(counties) => counties.first(),
        _ => None,
    });
    if let Some(by) = contradicts {
        let region = subject.scenario.region();
        let name = region.position(&by.county).map_or("", |at| subject.language().name(&region.counties()[at].name));
        return subject.say(SupplyText::ShareContradicts(name));
    }
    subject.say(match remedy(supply) {
        None => SupplyText::ShareReached(share, wanted),
        Some((convert, add)) => SupplyText::ShareShort { share, wanted, convert, add },
    })
}

/// Where the city stays below the wanted share: how many slots turned inclusive bring it there, and how many
/// further inclusive ones do.
pub(super) fn remedy(supply: &Supply) -> Option<(Option<u64>, Option<u64>)> {
    supply.city.total.inclusive_share_after().ok()?;
    let (convert, add) = (supply.city.convert.ok()?, supply.city.add.ok()?);
    (add != Some(0)).then_some((convert, add))
}
