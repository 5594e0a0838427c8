//! Monitoring: indicators, calendar, ranks. All counts are made up; targets are the plan's.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::sync::Arc;

use proptest::prelude::*;
use tuowei::model::{
    Counted, CountyCounts, CountyId, Date, Indicator, Ratio, Report, ReportFinding, Schedule, Status, Thresholds,
    Unread, city_reading, forecast, official_plan, pace_needed, partial_reading, planned_share, planned_slots, ranked,
    reading, report_findings, scored, status,
};

fn day(month: u8, date: u8) -> Date {
    Date::new(2026, month, date).unwrap()
}

fn counts(figures: &[(Counted, u32)]) -> CountyCounts {
    let mut counts = CountyCounts::default();
    for (of, count) in figures {
        counts.set(*of, Some(*count));
    }
    counts
}

fn ratio(numerator: u128, denominator: u128) -> Ratio {
    Ratio::new(numerator, denominator).unwrap()
}

#[test]
fn each_indicator_is_its_numerator_over_its_denominator() {
    use Counted::*;
    let county = counts(&[
        (Children, 1_000),
        (Enrolled, 120),
        (EnrolledPublic, 60),
        (Slots, 300),
        (SlotsPublic, 100),
        (Inclusive, 210),
        (InclusiveAdded, 65),
        (Institutions, 40),
        (InstitutionsPublic, 2),
        (Registered, 6),
        (RegisteredPublic, 2),
        (Contracted, 24),
        (ContractedPublic, 1),
        (Carers, 50),
        (CarersPublic, 10),
        (Staff, 80),
        (StaffPublic, 16),
        (Certified, 20),
        (CertifiedPublic, 8),
        (ProvinceConcerned, 5),
        (ProvinceTrained, 4),
        (CityConcerned, 10),
        (CityTrained, 6),
        (CountyConcerned, 50),
        (CountyTrained, 10),
        (Competed, 1),
        (Allocated, 20_000),
        (Disbursed, 15_000),
    ]);
    // Worked by hand; the task is 平城's 130.
    for (of, percent) in [
        (Indicator::Utilisation, 4_000),
        (Indicator::UtilisationPublic, 6_000),
        (Indicator::Enrolment, 1_200),
        (Indicator::InclusiveAdded, 5_000),
        (Indicator::InclusiveShare, 7_000),
        (Indicator::Subsidy, 7_500),
        (Indicator::Registration, 1_500),
        (Indicator::RegistrationPublic, 10_000),
        (Indicator::Contract, 6_000),
        (Indicator::ContractPublic, 5_000),
        (Indicator::Certified, 4_000),
        (Indicator::CertifiedPublic, 8_000),
        (Indicator::TrainedByProvince, 8_000),
        (Indicator::TrainedByCity, 6_000),
        (Indicator::TrainedByCounty, 2_000),
        (Indicator::Competed, 10_000),
    ] {
        let read = reading(of, &county, Some(130), false).unwrap();
        assert_eq!(read.ratio.percent_shown().get(), percent, "{of:?}");
    }
    // 20 of 80 who work there instead of 20 of 50 full-time carers.
    let of_staff = reading(Indicator::Certified, &county, None, true).unwrap();
    assert_eq!(of_staff.ratio.percent_shown().get(), 2_500);
    assert_eq!(reading(Indicator::CompetedByCities, &county, None, false), Err(Unread::OfCityOnly));
}

#[test]
fn the_plans_own_targets_are_those_of_its_sections() {
    for (of, percent) in [
        (Indicator::Utilisation, Some(40)),
        (Indicator::UtilisationPublic, Some(60)),
        (Indicator::Enrolment, None),
        (Indicator::InclusiveAdded, None),
        (Indicator::InclusiveShare, Some(71)),
        (Indicator::Subsidy, None),
        (Indicator::Registration, Some(45)),
        (Indicator::RegistrationPublic, Some(100)),
        (Indicator::Contract, Some(60)),
        (Indicator::ContractPublic, Some(80)),
        (Indicator::Certified, Some(40)),
        (Indicator::CertifiedPublic, Some(60)),
        (Indicator::TrainedByProvince, Some(80)),
        (Indicator::TrainedByCity, Some(60)),
        (Indicator::TrainedByCounty, Some(40)),
        (Indicator::Competed, None),
        (Indicator::CompetedByCities, None),
    ] {
        assert_eq!(of.official_target().map(|rate| rate.ppm() / 10_000), percent, "{of:?}");
    }
}

#[test]
fn the_city_is_the_sum_and_never_the_mean_of_ratios() {
    let large = counts(&[(Counted::Enrolled, 10), (Counted::Slots, 1_000)]);
    let small = counts(&[(Counted::Enrolled, 9), (Counted::Slots, 10)]);
    let city = city_reading(Indicator::Utilisation, &[large.clone(), small.clone()], &[None, None], false).unwrap();
    // 19 of 1 010 are 1.88 %; the mean of 1 % and 90 % would be 45.5 %.
    assert_eq!((city.numerator, city.denominator, city.ratio.percent_shown().get()), (19, 1_010, 188));
    let silent = CountyCounts::default();
    assert_eq!(
        city_reading(Indicator::Utilisation, &[large.clone(), silent.clone(), small.clone()], &[None; 3], false),
        Err(Unread::CountiesMissing(vec![1]))
    );
    // What the others come to, apart from the city's value: 19 of 1 010 in two of three counties.
    let partial = |counties: &[CountyCounts]| {
        let of = partial_reading(Indicator::Utilisation, counties, &[None; 3], false);
        of.map(|(count, read)| (count, read.numerator, read.denominator))
    };
    assert_eq!(partial(&[large.clone(), silent.clone(), small.clone()]), Some((2, 19, 1_010)));
    assert_eq!((partial(&[large.clone(), small.clone()]), partial(&[silent])), (None, None));
    // A county without slots adds nothing, and is no reason for not knowing the city's.
    let none = counts(&[(Counted::Enrolled, 0), (Counted::Slots, 0)]);
    assert!(city_reading(Indicator::Utilisation, &[large, none.clone()], &[None; 2], false).is_ok());
    assert_eq!(
        city_reading(Indicator::Utilisation, &[none.clone(), none], &[None; 2], false),
        Err(Unread::NothingBelow)
    );
    // One of ten counties held a competition.
    let held: Vec<CountyCounts> = (0..10).map(|at| counts(&[(Counted::Competed, u32::from(at == 3))])).collect();
    let city = city_reading(Indicator::Competed, &held, &[None; 10], false).unwrap();
    assert_eq!(city.ratio.percent_shown().get(), 1_000);
}

#[test]
fn what_is_missing_is_named_and_zero_is_no_denominator() {
    let none = CountyCounts::default();
    assert_eq!(
        reading(Indicator::Utilisation, &none, None, false),
        Err(Unread::Missing(vec![Counted::Enrolled, Counted::Slots]))
    );
    let zero = counts(&[(Counted::Enrolled, 0), (Counted::Slots, 0)]);
    assert_eq!(reading(Indicator::Utilisation, &zero, None, false), Err(Unread::NothingBelow));
    let added = counts(&[(Counted::InclusiveAdded, 5)]);
    assert_eq!(reading(Indicator::InclusiveAdded, &added, None, false), Err(Unread::NoTask));
    assert_eq!(reading(Indicator::InclusiveAdded, &added, Some(0), false), Err(Unread::NothingBelow));
}

#[test]
fn reports_that_contradict_themselves_or_each_other_name_the_cell() {
    let region = official_plan().region();
    let mut march = Report::empty(day(3, 31), region);
    let mut june = Report { as_of: day(6, 30), ..march.clone() };
    let full = counts(&[
        (Counted::Slots, 10),
        (Counted::Enrolled, 12),
        (Counted::InclusiveAdded, 30),
        (Counted::Inclusive, 40),
    ]);
    march.counties = vec![full; 10];
    june.counties = vec![counts(&[(Counted::InclusiveAdded, 31)]); 10];
    june.counties[0] = counts(&[(Counted::InclusiveAdded, 28)]);
    june.counties[9] = CountyCounts::default();
    let county = |at: usize| region.counties()[at].id.clone();
    let found = report_findings(&[Arc::new(march.clone()), Arc::new(june.clone())], 1, region);
    assert_eq!(
        found,
        [
            ReportFinding::BelowEarlier { county: county(0), of: Counted::InclusiveAdded, earlier: day(3, 31), by: 2 },
            ReportFinding::Silent(vec![county(9)]),
        ]
    );
    let found = report_findings(&[Arc::new(june), Arc::new(march)], 1, region);
    assert!(found.contains(&ReportFinding::PartAboveWhole {
        county: CountyId::new("pingcheng"),
        part: Counted::Enrolled,
        whole: Counted::Slots,
        by: 2,
    }));
    // 40 inclusive of 10 slots, too; ten counties each.
    assert_eq!(found.iter().filter(|found| matches!(found, ReportFinding::PartAboveWhole { .. })).count(), 20);
    // The last report before it counts, not the first; what is as large as the whole is no contradiction.
    let added = |month: u8, count: u32| {
        let whole = counts(&[(Counted::InclusiveAdded, count), (Counted::Inclusive, count), (Counted::Slots, count)]);
        Arc::new(Report { as_of: day(month, 28), counties: vec![whole; 10], cities_competed: None })
    };
    let year = [added(2, 50), added(4, 20), added(6, 30)];
    assert!(report_findings(&year, 2, region).is_empty(), "{:?}", report_findings(&year, 2, region));
    assert_eq!(report_findings(&year, 1, region).len(), 10);
    assert!(report_findings(&year, 3, region).is_empty());
}

#[test]
fn a_copy_that_nobody_touched_and_a_day_of_another_year_are_found() {
    let region = official_plan().region();
    let mut march = Report::empty(day(3, 31), region);
    march.counties[0] = counts(&[(Counted::Slots, 10)]);
    march.counties[1] = counts(&[(Counted::Slots, 20)]);
    let mut june = Report { as_of: day(6, 30), ..march.clone() };
    june.counties[1] = counts(&[(Counted::Slots, 21)]);
    let silent = || ReportFinding::Silent(region.counties()[2..].iter().map(|county| county.id.clone()).collect());
    let same = ReportFinding::AsBefore { counties: vec![CountyId::new("pingcheng")], earlier: day(3, 31) };
    let (march, june) = (Arc::new(march), Arc::new(june));
    assert_eq!(report_findings(&[march.clone(), june], 1, region), [same, silent()]);
    let late = Report { as_of: Date::new(2027, 1, 1).unwrap(), ..Report::clone(&march) };
    assert_eq!(report_findings(&[Arc::new(late)], 0, region), [ReportFinding::OtherYear(2026), silent()]);
}

#[test]
fn the_calendar_plans_by_days_quarters_months_or_backwards() {
    let percent = |schedule: &Schedule, day: Date| planned_share(schedule, 2026, day).percent_shown().get();
    // 2026 has 365 days; 31 March is the 90th.
    assert_eq!(percent(&Schedule::Linear, day(3, 31)), 2_466);
    assert_eq!(percent(&Schedule::Linear, day(12, 31)), 10_000);
    assert_eq!(percent(&Schedule::Linear, Date::new(2025, 12, 31).unwrap()), 0);
    assert_eq!(percent(&Schedule::Linear, Date::new(2027, 1, 1).unwrap()), 10_000);
    let quarters = Schedule::Quarters([10, 20, 30, 40]);
    for (day, expected) in [(day(3, 31), 1_000), (day(6, 30), 3_000), (day(9, 30), 6_000), (day(12, 31), 10_000)] {
        assert_eq!(percent(&quarters, day), expected);
    }
    let months = Schedule::Months([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3]);
    for (day, expected) in [(day(2, 28), 0), (day(3, 31), 2_500), (day(11, 30), 2_500), (day(12, 31), 10_000)] {
        assert_eq!(percent(&months, day), expected);
    }
    // A finish of another year is none of this one's.
    for year in [2025, 2027] {
        assert_eq!(percent(&Schedule::Until(Date::new(year, 9, 30).unwrap()), day(3, 31)), 2_466);
    }
    // 倒排: all by 30 September, the 273rd day.
    let until = Schedule::Until(day(9, 30));
    for (day, expected) in [(day(9, 30), 10_000), (day(12, 1), 10_000), (day(3, 31), 3_297)] {
        assert_eq!(percent(&until, day), expected);
    }
    let nothing = Schedule::Quarters([0; 4]);
    assert_eq!((percent(&nothing, day(12, 30)), percent(&nothing, day(12, 31))), (0, 10_000));
    assert_eq!(planned_slots(350, &Schedule::Linear, 2026, day(6, 30)), 174, "350 · 181 ÷ 365 = 173.56");
}

#[test]
fn the_status_changes_at_each_threshold_and_not_before() {
    let of = |done: u128, planned: u128| status(ratio(done, 10_000), ratio(planned, 10_000), Thresholds::default());
    for (done, planned, expected) in [
        (10_000, 10_000, Status::Met),
        (9_999, 9_999, Status::OnSchedule),
        (9_998, 9_999, Status::SlightlyBehind),
        (4_000, 5_000, Status::SlightlyBehind),
        (3_999, 5_000, Status::Behind),
        (2_000, 5_000, Status::Behind),
        (1_999, 5_000, Status::FarBehind),
        (12_000, 10_000, Status::Met),
        (0, 0, Status::OnSchedule),
    ] {
        assert_eq!(of(done, planned), expected, "{done} of {planned}");
    }
    let strict = Thresholds { behind: 0, far_behind: 100 };
    assert_eq!(status(ratio(1, 3), ratio(34, 100), strict), Status::Behind, "0.67 points");
    assert_eq!(status(ratio(1, 3), ratio(35, 100), strict), Status::FarBehind, "1.67 points");
}

#[test]
fn pace_and_forecast_are_in_whole_places() {
    // Six months are left after 30 June: 230 ÷ 6 = 38.3; 169 ÷ 6 = 28.2.
    let pace_needed = |task, done, year, at| pace_needed(task, done, &Schedule::Linear, year, at);
    assert_eq!(pace_needed(350, 181, 2026, day(6, 30)), Some(29));
    // Half of April and eight months: 230 ÷ 8.5 = 27.06.
    assert_eq!(pace_needed(350, 120, 2026, day(4, 15)), Some(28));
    assert_eq!(pace_needed(350, 120, 2026, Date::new(2025, 6, 1).unwrap()), Some(20), "before the year: 230 ÷ 12");
    // Six days are left: all that is missing, and not five times that.
    assert_eq!(pace_needed(350, 204, 2026, day(12, 25)), Some(146));
    assert_eq!(pace_needed(350, 120, 2026, day(6, 30)), Some(39));
    assert_eq!(pace_needed(350, 350, 2026, day(6, 30)), Some(0));
    assert_eq!(pace_needed(350, 400, 2026, day(6, 30)), Some(0));
    assert_eq!(pace_needed(350, 349, 2026, day(12, 31)), None, "no day is left");
    assert_eq!(pace_needed(350, 350, 2026, day(12, 31)), Some(0));
    // Backward from 30 November, five months after 30 June: 30 ÷ 5; once that is over, until the end of the year.
    let until = Schedule::Until(day(11, 30));
    assert_eq!(tuowei::model::pace_needed(130, 100, &until, 2026, day(6, 30)), Some(6));
    assert_eq!(tuowei::model::pace_needed(130, 100, &until, 2026, day(11, 30)), Some(30));
    // 120 · 365 ÷ 181 = 241.99, which is not quite 242.
    assert_eq!(forecast(120, 2026, day(6, 30)), Some(241));
    assert_eq!(forecast(120, 2026, day(12, 31)), Some(120));
    assert_eq!(forecast(0, 2026, Date::new(2025, 5, 5).unwrap()), None);
}

#[test]
fn equal_values_share_a_place_and_changes_count_places() {
    let values = [Some(ratio(1, 2)), Some(ratio(3, 4)), None, Some(ratio(2, 4)), Some(ratio(1, 4))];
    let before = [Some(ratio(3, 4)), Some(ratio(1, 2)), Some(ratio(1, 1)), None, Some(ratio(1, 4))];
    let places: Vec<Option<(usize, Option<i64>)>> =
        ranked(&values, Some(&before)).into_iter().map(|of| of.map(|of| (of.place, of.change))).collect();
    assert_eq!(places, [Some((2, Some(0))), Some((1, Some(2))), None, Some((2, None)), Some((4, Some(0)))]);
    assert!(ranked(&values, None).into_iter().flatten().all(|of| of.change.is_none()));
    // 60 % · 50 + min(120 %, 1) · 50.
    assert_eq!(scored(&[Some(ratio(6, 10)), Some(ratio(12, 10))], &[50, 50]), Some(8_000));
    assert_eq!(scored(&[Some(ratio(6, 10)), None], &[50, 50]), None);
    assert_eq!(scored(&[Some(ratio(6, 10)), None], &[100, 0]), Some(6_000), "what weighs nothing may be missing");
    assert_eq!(scored(&[Some(ratio(6, 10))], &[99]), None, "weights add up to 100");
}

proptest! {
    /// A place is one more than how many are better: few values, so that many are equal, in other terms too.
    #[test]
    fn a_place_counts_who_is_better(
        values in proptest::collection::vec(proptest::option::of((0_u128..6, 1_u128..6)), 0..40)
    ) {
        let place = |value: (u128, u128)| {
            let better = values.iter().flatten().filter(|other| other.0 * value.1 > value.0 * other.1).count();
            better + 1
        };
        let expected: Vec<Option<usize>> = values.iter().map(|value| value.map(place)).collect();
        let ratios: Vec<Option<Ratio>> = values.iter().map(|value| value.map(|(above, below)| ratio(above, below))).collect();
        let places: Vec<Option<usize>> = ranked(&ratios, None).into_iter().map(|of| of.map(|of| of.place)).collect();
        prop_assert_eq!(places, expected);
    }
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    let weights = || proptest::array::uniform12(0_u32..1_000);
    prop_oneof![
        Just(Schedule::Linear),
        proptest::array::uniform4(0_u32..1_000).prop_map(Schedule::Quarters),
        weights().prop_map(Schedule::Months),
        any_day().prop_map(Schedule::Until),
    ]
}

fn any_day() -> impl Strategy<Value = Date> {
    (1_u8..=12, 1_u8..=28).prop_map(|(month, date)| day(month, date))
}

proptest! {
    #[test]
    fn what_is_planned_never_falls_and_adds_up_exactly(task in 0_u64..=2_000, schedule in any_schedule()) {
        let mut before = 0;
        let mut added = 0;
        for month in 1..=12_u8 {
            let last = (28..=31).rev().find_map(|date| Date::new(2026, month, date)).unwrap();
            let now = planned_slots(task, &schedule, 2026, last);
            prop_assert!(now >= before);
            added += now - before;
            before = now;
        }
        prop_assert_eq!(added, task);
    }

    #[test]
    fn a_share_lies_between_nothing_and_everything(schedule in any_schedule(), one in any_day(), other in any_day()) {
        let (first, last) = (one.min(other), one.max(other));
        let (early, late) = (planned_share(&schedule, 2026, first), planned_share(&schedule, 2026, last));
        prop_assert!(late.reaches(early) && ratio(1, 1).reaches(late));
    }

    #[test]
    fn the_pace_that_is_needed_gets_there_and_one_less_does_not(task in 1_u64..=2_000, done in 0_u64..2_000, at in any_day()) {
        let (month, date) = (at.parts().1, u64::from(at.parts().2));
        let days = (28..=31).filter(|day| Date::new(2026, month, *day).is_some()).count() as u64 + 27;
        // Months left, in days of this month.
        let left = u64::from(12 - month) * days + days - date;
        let missing = task.saturating_sub(done);
        match pace_needed(task, done, &Schedule::Linear, 2026, at) {
            None => prop_assert!(left == 0 && missing > 0),
            Some(0) => prop_assert_eq!(missing, 0),
            Some(pace) => {
                prop_assert!(pace * left >= missing * days || (left < days && pace == missing));
                prop_assert!((pace - 1) * left < missing * days);
            }
        }
    }
}
