//! Two scenarios that were made from the same one, as one: nobody's change is dropped.

use rustc_hash::FxHashMap;

use tuowei_model::{Edit, MonitorEdit, Place, Scenario};

/// `kept` with the changes that `other` made since `base`; nothing, when both set the same place to different values,
/// when one of them changed the region, when one took a report away that the other wrote in, when one of them was made the reference or no longer is (what is frozen are
/// the figures that were seen then), or when the result could not stand.
pub(super) fn merge(base: &Scenario, kept: &Scenario, other: &Scenario) -> Option<Scenario> {
    if kept.region() != base.region() || other.region() != base.region() {
        return None;
    }
    let (by_kept, by_other) = (base.edits_towards(kept), base.edits_towards(other));
    let freezes = |edits: &[Edit]| edits.iter().any(|edit| matches!(edit, Edit::SetFrozen(_)));
    let both = !by_kept.is_empty() && !by_other.is_empty() && by_kept != by_other;
    if both && (freezes(&by_kept) || freezes(&by_other)) {
        return None;
    }
    if drops_what_is_filled_in(&by_kept, &by_other) || drops_what_is_filled_in(&by_other, &by_kept) {
        return None;
    }
    let mut kept_values: FxHashMap<Place, &Edit> = FxHashMap::default();
    for edit in &by_kept {
        kept_values.extend(edit.places().pop().map(|place| (place, edit)));
    }
    let mut merged = kept.clone();
    for edit in by_other {
        let same_place = edit.places().iter().find_map(|place| kept_values.get(place));
        match same_place {
            Some(theirs) if **theirs == edit => {}
            Some(_) => return None,
            None => {
                merged.apply(&edit).ok()?;
            }
        }
    }
    Some(merged)
}

/// Whether `one` takes away a report in which `other` changed a figure.
fn drops_what_is_filled_in(one: &[Edit], other: &[Edit]) -> bool {
    one.iter().any(|edit| {
        let Edit::Monitor(MonitorEdit::SetReport(gone, false)) = edit else { return false };
        other.iter().any(|edit| match edit {
            Edit::Monitor(MonitorEdit::SetCount(day, ..) | MonitorEdit::SetCitiesCompeted(day, _)) => day == gone,
            _ => false,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use tuowei_model::{Counted, CountyId, Date, Points, RegionDraft, Slots, official_plan};

    fn with(edits: &[Edit]) -> Scenario {
        let mut scenario = official_plan().clone();
        scenario.apply(&Edit::Batch(edits.to_vec())).unwrap();
        scenario
    }

    fn slots(county: &str, slots: u32) -> Edit {
        Edit::slots(CountyId::new(county), Slots::new(slots))
    }

    fn check(mine: &[Edit], theirs: &[Edit], expected: Option<&[Edit]>) {
        let merged = merge(official_plan(), &with(mine), &with(theirs));
        assert_eq!(merged, expected.map(with));
        assert_eq!(merge(official_plan(), &with(theirs), &with(mine)), merged, "either way round");
    }

    #[test]
    fn different_places_are_merged_and_the_same_place_is_not() {
        let (a, b) = (slots("pingcheng", 150), slots("yungang", 57));
        check(std::slice::from_ref(&a), std::slice::from_ref(&b), Some(&[a.clone(), b.clone()]));
        check(std::slice::from_ref(&a), &[], Some(std::slice::from_ref(&a)));
        check(std::slice::from_ref(&a), &[a.clone(), b.clone()], Some(&[a.clone(), b.clone()]));
        check(&[a], &[slots("pingcheng", 151), b], None);
    }

    #[test]
    fn what_is_frozen_are_the_figures_that_were_seen() {
        let (freeze, edit) = (Edit::SetFrozen(true), slots("pingcheng", 150));
        check(std::slice::from_ref(&freeze), &[], Some(std::slice::from_ref(&freeze)));
        check(std::slice::from_ref(&freeze), std::slice::from_ref(&freeze), Some(std::slice::from_ref(&freeze)));
        check(std::slice::from_ref(&freeze), std::slice::from_ref(&edit), None);
        check(&[freeze.clone(), edit.clone()], &[freeze], None);
    }

    #[test]
    fn a_report_that_goes_while_it_is_filled_in_is_a_conflict() {
        let day = |month| Date::new(2026, month, 28).unwrap();
        let report = |month, is_there| Edit::Monitor(MonitorEdit::SetReport(day(month), is_there));
        let count = |month, county: &str, count| {
            let of = Counted::Enrolled;
            Edit::Monitor(MonitorEdit::SetCount(day(month), CountyId::new(county), of, Some(count)))
        };
        let base = with(&[report(1, true), report(2, true), count(1, "pingcheng", 1)]);
        let of = |edits: &[Edit]| {
            let mut scenario = base.clone();
            scenario.apply(&Edit::Batch(edits.to_vec())).unwrap();
            scenario
        };
        let (gone, filled) = (of(&[report(1, false)]), of(&[count(1, "yungang", 2)]));
        assert_eq!(merge(&base, &gone, &filled), None);
        assert_eq!(merge(&base, &filled, &gone), None);
        // Another report is another matter, and both may add the same one.
        let other = of(&[count(2, "yungang", 2)]);
        assert_eq!(merge(&base, &gone, &other), Some(of(&[report(1, false), count(2, "yungang", 2)])));
        let (mine, theirs) = ([report(3, true), count(3, "yungang", 2)], [report(3, true), count(3, "pingcheng", 3)]);
        let both = of(&[report(3, true), count(3, "yungang", 2), count(3, "pingcheng", 3)]);
        assert_eq!(merge(&base, &of(&mine), &of(&theirs)), Some(both));
    }

    #[test]
    fn a_changed_region_is_a_conflict() {
        let mut draft = RegionDraft::of(official_plan().region());
        draft.shift(0, 1);
        let region = Edit::SetRegion(draft.finish("r-1").unwrap(), Vec::new());
        check(std::slice::from_ref(&region), &[], None);
        check(&[region], &[slots("pingcheng", 150)], None);
    }

    #[test]
    fn bounds_that_cannot_hold_together_are_a_conflict() {
        let points = |ppm| Points::from_ppm(ppm);
        check(&[Edit::SetFloor(points(300))], &[Edit::SetCap(points(200))], None);
        check(
            &[Edit::SetFloor(points(100))],
            &[Edit::SetCap(points(200))],
            Some(&[Edit::SetFloor(points(100)), Edit::SetCap(points(200))]),
        );
    }
}
