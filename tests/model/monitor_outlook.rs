//! What reports come to, worked by hand. All counts are made up; tasks, bases and targets are the plan's.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use tuowei::model::{
    Children, Counted, CountyCounts, CountyId, Date, Edit, EditProblem, Hundredths, Indicator, MonitorEdit, Progress,
    RankBy, Ranked, Rate, Ratio, RegionDraft, Scenario, Schedule, Status, Thresholds, Unread, by_place, course,
    evaluate, indicator_target, judged, monitored, official_plan, official_targets, report_of, standings,
};

use Counted::{Children as Under3, Enrolled, Inclusive, InclusiveAdded, Institutions, Registered, Slots as Places};

fn day(month: u8, date: u8) -> Date {
    Date::new(2026, month, date).unwrap()
}

fn apply(scenario: &mut Scenario, edit: MonitorEdit) {
    scenario.apply(&Edit::Monitor(edit)).unwrap();
}

/// Counties with the figures that they report.
type Reported<'a> = &'a [(&'a str, &'a [(Counted, u32)])];

/// The plan with reports, by day.
fn with(reports: &[(Date, Reported<'_>)]) -> Scenario {
    let mut scenario = official_plan().clone();
    for (day, counties) in reports {
        apply(&mut scenario, MonitorEdit::SetReport(*day, true));
        for (county, figures) in *counties {
            for (of, count) in *figures {
                apply(&mut scenario, MonitorEdit::SetCount(*day, CountyId::new(county), *of, Some(*count)));
            }
        }
    }
    scenario
}

fn judge(scenario: &Scenario, at: Date, of: Indicator, county: usize) -> tuowei::model::Judged {
    judged(scenario, &evaluate(scenario), at, of)[county].clone()
}

#[test]
fn the_slots_of_a_county_stand_against_the_calendar() {
    let scenario =
        with(&[(day(6, 30), &[("pingcheng", &[(InclusiveAdded, 65)]), ("yungang", &[(InclusiveAdded, 20)])])]);
    let outcome = evaluate(&scenario);
    let of = monitored(&scenario, &outcome, day(6, 30), day(6, 30)).unwrap();
    assert_eq!(of.planned, Ratio::new(181, 365).unwrap());
    // 130 · 181 ÷ 365 = 64.47; 65 ÷ 130 = 50 % and the calendar wants 49.59 %; 65 · 365 ÷ (184 · 12) = 10.7; 65 · 365 ÷ 181 = 131.1.
    let expected = Progress {
        task: Some(130),
        done: Some(65),
        planned: Some(64),
        ahead: Some(1),
        status: Some(Status::OnSchedule),
        pace: Some(11),
        forecast: Some(131),
    };
    assert_eq!(of.rows[0], expected);
    // 77 · 181 ÷ 365 = 38.18; 20 ÷ 77 = 25.97 % are 23.62 points behind; 57 · 365 ÷ 2208 = 9.4; 20 · 365 ÷ 181 = 40.3.
    let expected = Progress {
        task: Some(77),
        done: Some(20),
        planned: Some(38),
        ahead: Some(-18),
        status: Some(Status::Behind),
        pace: Some(10),
        forecast: Some(40),
    };
    assert_eq!(of.rows[1], expected);
    let silent = Progress { task: Some(10), planned: Some(5), ..Progress::default() };
    assert_eq!(of.rows[2], silent, "10 · 181 ÷ 365 = 4.96");
    // The city's is the sum of its counties' and not known while eight are silent: 64+38+5+8+10+8+13+12+8+6.
    let city = Progress { task: Some(350), planned: Some(172), ..Progress::default() };
    assert_eq!(of.city, city);
    // A later day leaves less time: 91 days after 1 October; 65 · 365 ÷ (91 · 12) = 21.7. All else is of the report's day.
    let later = monitored(&scenario, &outcome, day(6, 30), day(10, 1)).unwrap();
    assert_eq!(later.rows[0], Progress { pace: Some(22), ..of.rows[0] });
    let earlier = monitored(&scenario, &outcome, day(6, 30), day(1, 1)).unwrap();
    assert_eq!(earlier, of);
    assert_eq!(monitored(&scenario, &outcome, day(6, 29), day(6, 30)), None);
}

#[test]
fn the_enrolment_rate_is_counted_from_its_base() {
    // 平城: from 2.14 to 4.22 %. 318 of 10 000 are half of the way, 104 short of 422 and 1.04 points below.
    for (enrolled, done, status) in [
        (318, Some((1, 2)), Status::OnSchedule),
        (200, Some((0, 1)), Status::FarBehind),
        (422, Some((1, 1)), Status::Met),
        (421, Some((207, 208)), Status::OnSchedule),
    ] {
        let scenario = with(&[(day(6, 30), &[("pingcheng", &[(Under3, 10_000), (Enrolled, enrolled)])])]);
        let of = judge(&scenario, day(6, 30), Indicator::Enrolment, 0);
        assert_eq!(of.done, done.and_then(|(above, below)| Ratio::new(above, below)), "{enrolled}");
        assert_eq!(of.status, Some(status), "{enrolled}");
        assert_eq!(of.short, Some(u64::from(422 - enrolled)));
        assert_eq!(of.points, Some(Hundredths::new(i32::try_from(enrolled).unwrap() - 422)));
    }
    // Without a base there is no way to count from, yet what reaches the target reaches it.
    let mut scenario = with(&[(day(6, 30), &[("pingcheng", &[(Under3, 10_000), (Enrolled, 318)])])]);
    let id = CountyId::new("pingcheng");
    scenario.apply(&Edit::base(id.clone(), None)).unwrap();
    scenario.apply(&Edit::pin(id.clone(), Rate::from_ppm(30_000))).unwrap();
    let of = judge(&scenario, day(6, 30), Indicator::Enrolment, 0);
    assert_eq!((of.done, of.status), (None, Some(Status::Met)));
    // A target below the base is met from above.
    scenario.apply(&Edit::base(id, Rate::from_ppm(40_000))).unwrap();
    assert_eq!(judge(&scenario, day(6, 30), Indicator::Enrolment, 0).status, Some(Status::Met));
}

#[test]
fn the_citys_enrolment_is_counted_from_its_children_weighted_base() {
    let mut scenario = official_plan().clone();
    apply(&mut scenario, MonitorEdit::SetReport(day(6, 30), true));
    for county in official_plan().region().counties().iter().map(|county| &county.id) {
        scenario.apply(&Edit::children(county.clone(), Children::new(1_000))).unwrap();
        for (of, count) in [(Under3, 1_000), (Enrolled, 57)] {
            apply(&mut scenario, MonitorEdit::SetCount(day(6, 30), county.clone(), of, Some(count)));
        }
    }
    let of = monitored(&scenario, &evaluate(&scenario), day(6, 30), day(6, 30)).unwrap();
    let enrolment = &of.indicators[Indicator::Enrolment as usize];
    // Ten bases add up to 46.51, the mean is 4.651; the target is 6.731. (5.7 − 4.651) ÷ 2.08 = 1049 ÷ 2080; 674 − 570 are short.
    assert_eq!(enrolment.done, Ratio::new(1_049, 2_080));
    assert_eq!((enrolment.short, enrolment.status), (Some(104), Some(Status::OnSchedule)));
    // Also where only the reports say how many children there are.
    for county in official_plan().region().counties().iter().map(|county| &county.id) {
        scenario.apply(&Edit::children(county.clone(), None)).unwrap();
    }
    let of = monitored(&scenario, &evaluate(&scenario), day(6, 30), day(6, 30)).unwrap();
    assert_eq!(of.indicators[Indicator::Enrolment as usize].done, Ratio::new(1_049, 2_080));
}

#[test]
fn other_indicators_are_counted_from_zero_against_targets_that_can_be_set() {
    let figures: &[(Counted, u32)] =
        &[(Institutions, 40), (Registered, 6), (Places, 100), (Enrolled, 10), (Inclusive, 71)];
    let mut scenario = with(&[(day(6, 30), &[("pingcheng", figures)])]);
    let of = judge(&scenario, day(6, 30), Indicator::Registration, 0);
    // 45 % of 40 are 18; 15 ÷ 45 is a third, 16.26 points behind.
    assert_eq!((of.short, of.points, of.done), (Some(12), Some(Hundredths::new(-3_000)), Ratio::new(1, 3)));
    assert_eq!(of.status, Some(Status::Behind));
    // 45 % of 41 are 18.45: 19 reach it and 18 do not.
    apply(&mut scenario, MonitorEdit::SetCount(day(6, 30), CountyId::new("pingcheng"), Institutions, Some(41)));
    assert_eq!(judge(&scenario, day(6, 30), Indicator::Registration, 0).short, Some(13));
    apply(&mut scenario, MonitorEdit::SetTarget(Indicator::Registration, Rate::from_ppm(100_000)));
    assert_eq!(judge(&scenario, day(6, 30), Indicator::Registration, 0).status, Some(Status::Met));
    apply(&mut scenario, MonitorEdit::SetTarget(Indicator::Registration, None));
    let of = judge(&scenario, day(6, 30), Indicator::Registration, 0);
    assert_eq!((of.target, of.done, of.status, of.short), (None, None, None, None));
    apply(&mut scenario, MonitorEdit::SetTarget(Indicator::Registration, Some(Rate::ZERO)));
    assert_eq!(judge(&scenario, day(6, 30), Indicator::Registration, 0).status, Some(Status::Met));
    // Utilisation and the inclusive share are held to the goals of the plan page.
    assert_eq!(judge(&scenario, day(6, 30), Indicator::InclusiveShare, 0).status, Some(Status::Met));
    assert_eq!(judge(&scenario, day(6, 30), Indicator::Utilisation, 0).done, Ratio::new(1, 4));
    scenario.apply(&Edit::SetUtilisation(Rate::from_ppm(100_000).unwrap())).unwrap();
    assert_eq!(judge(&scenario, day(6, 30), Indicator::Utilisation, 0).status, Some(Status::Met));
    assert_eq!(indicator_target(&scenario, Indicator::Utilisation), Rate::from_ppm(100_000));
    // A county that says nothing.
    assert_eq!(
        judge(&scenario, day(6, 30), Indicator::Registration, 1).reading,
        Err(Unread::Missing(vec![Registered, Institutions]))
    );
}

#[test]
fn the_provinces_cities_are_the_citys_to_say() {
    let mut scenario = with(&[(day(6, 30), &[])]);
    let of = |scenario: &Scenario| {
        let of = monitored(scenario, &evaluate(scenario), day(6, 30), day(6, 30)).unwrap();
        of.indicators[Indicator::CompetedByCities as usize].clone()
    };
    assert_eq!(of(&scenario).reading, Err(Unread::CitiesMissing));
    apply(&mut scenario, MonitorEdit::SetCitiesCompeted(day(6, 30), Some(4)));
    let read = of(&scenario).reading.unwrap();
    assert_eq!((read.numerator, read.denominator, read.ratio.percent_shown().get()), (4, 11, 3_636));
    apply(&mut scenario, MonitorEdit::SetProvinceCities(Some(0)));
    assert_eq!(of(&scenario).reading, Err(Unread::NothingBelow));
    apply(&mut scenario, MonitorEdit::SetProvinceCities(None));
    assert_eq!(of(&scenario).reading, Err(Unread::CitiesMissing));
}

#[test]
fn schedule_and_thresholds_are_the_scenarios_own() {
    let mut scenario = with(&[(day(6, 30), &[("pingcheng", &[(InclusiveAdded, 26)])])]);
    let status = |scenario: &Scenario| {
        monitored(scenario, &evaluate(scenario), day(6, 30), day(6, 30)).unwrap().rows[0].status.unwrap()
    };
    // 20 % done. Linear: 29.59 points behind; quarters 10+10: on schedule; all by 30 June: 80 points.
    assert_eq!(status(&scenario), Status::Behind);
    apply(&mut scenario, MonitorEdit::SetSchedule(Schedule::Quarters([10, 10, 40, 40])));
    assert_eq!(status(&scenario), Status::OnSchedule);
    apply(&mut scenario, MonitorEdit::SetSchedule(Schedule::Until(day(6, 30))));
    assert_eq!(status(&scenario), Status::FarBehind);
    apply(&mut scenario, MonitorEdit::SetThresholds(Thresholds { behind: 8_000, far_behind: 9_000 }));
    assert_eq!(status(&scenario), Status::SlightlyBehind);
}

#[test]
fn standings_are_by_value_or_by_score_and_move_since_the_report_before() {
    let first: &[(&str, &[(Counted, u32)])] = &[
        ("pingcheng", &[(Institutions, 40), (Registered, 6)]),
        ("yungang", &[(Institutions, 10), (Registered, 5)]),
        ("xinrong", &[(Institutions, 4), (Registered, 2)]),
    ];
    let second: &[(&str, &[(Counted, u32)])] = &[
        ("pingcheng", &[(Institutions, 40), (Registered, 30), (InclusiveAdded, 65)]),
        ("yungang", &[(Institutions, 10), (Registered, 5), (InclusiveAdded, 77)]),
        ("yunzhou", &[(Institutions, 1), (Registered, 0)]),
    ];
    let mut scenario = with(&[(day(3, 31), first), (day(6, 30), second)]);
    let places = |scenario: &Scenario, at, by| -> Vec<Option<Ranked>> {
        standings(scenario, &evaluate(scenario), at, by).into_iter().take(4).map(|of| of.ranked).collect()
    };
    let by = RankBy::Indicator(Indicator::Registration);
    let at = |place, change| Some(Ranked { place, change });
    assert_eq!(places(&scenario, day(3, 31), by), [at(3, None), at(1, None), at(1, None), None]);
    assert_eq!(places(&scenario, day(6, 30), by), [at(1, Some(2)), at(2, Some(-1)), None, at(3, None)]);
    for of in Indicator::ALL {
        let weight = match of {
            Indicator::Registration | Indicator::InclusiveAdded => 50,
            _ => 0,
        };
        apply(&mut scenario, MonitorEdit::SetRankWeight(of, weight));
    }
    // 平城: 45 % is met, 50 % of the task: 75. 云冈: met, and all of it: 100.
    let scores = standings(&scenario, &evaluate(&scenario), day(6, 30), RankBy::Score);
    assert_eq!(scores[0].value, Ratio::new(75, 100));
    assert_eq!(scores[1].value, Ratio::new(1, 1));
    assert_eq!(scores[3].value, None, "no slots reported");
    apply(&mut scenario, MonitorEdit::SetRankWeight(Indicator::Enrolment, 1));
    let scores = standings(&scenario, &evaluate(&scenario), day(6, 30), RankBy::Score);
    assert!(scores.iter().all(|of| of.value.is_none()), "weights of 101");
}

#[test]
fn slots_are_whole_and_so_is_what_the_calendar_wants_of_them() {
    // By 30 November 334 of 365 days: of 10 slots 9.15, in whole slots 9. Nine are 90 % where 91.5 are due, and on schedule.
    let scenario = with(&[(day(11, 30), &[("xinrong", &[(InclusiveAdded, 9)])])]);
    let of = monitored(&scenario, &evaluate(&scenario), day(11, 30), day(11, 30)).unwrap();
    assert_eq!((of.rows[2].planned, of.rows[2].ahead, of.rows[2].status), (Some(9), Some(0), Some(Status::OnSchedule)));
    assert_eq!(judge(&scenario, day(11, 30), Indicator::InclusiveAdded, 2).status, Some(Status::OnSchedule));
    let scenario = with(&[(day(11, 30), &[("xinrong", &[(InclusiveAdded, 8)])])]);
    assert_eq!(judge(&scenario, day(11, 30), Indicator::InclusiveAdded, 2).status, Some(Status::Behind));
}

#[test]
fn who_has_no_target_has_no_score_where_others_have_one() {
    let mut scenario = with(&[(
        day(6, 30),
        &[("pingcheng", &[(Under3, 10_000), (Enrolled, 318)]), ("yungang", &[(Under3, 10_000), (Enrolled, 369)])],
    )]);
    for of in Indicator::ALL {
        apply(&mut scenario, MonitorEdit::SetRankWeight(of, if of == Indicator::Enrolment { 100 } else { 0 }));
    }
    scenario.apply(&Edit::base(CountyId::new("yungang"), None)).unwrap();
    // 平城: (3.18 − 2.14) ÷ 2.08 = a half. 云冈 has no base and so no target: its 3.69 % is no share of one.
    let scores = standings(&scenario, &evaluate(&scenario), day(6, 30), RankBy::Score);
    assert_eq!((scores[0].value, scores[1].value), (Ratio::new(50, 100), None));
    assert_eq!(by_place(&scores).take(2).collect::<Vec<_>>(), [0, 1]);
    // Where the plan sets no target for anybody, the value itself counts.
    for (of, weight) in [(Indicator::Enrolment, 0), (Indicator::Subsidy, 100)] {
        apply(&mut scenario, MonitorEdit::SetRankWeight(of, weight));
    }
    for (of, count) in [(Counted::Allocated, 20_000), (Counted::Disbursed, 5_000)] {
        apply(&mut scenario, MonitorEdit::SetCount(day(6, 30), CountyId::new("yungang"), of, Some(count)));
    }
    let scores = standings(&scenario, &evaluate(&scenario), day(6, 30), RankBy::Score);
    assert_eq!((scores[0].value, scores[1].value), (None, Ratio::new(25, 100)));
    assert_eq!(by_place(&scores).next(), Some(1));
}

#[test]
fn targets_go_back_to_the_plans_own() {
    let mut scenario = official_plan().clone();
    assert_eq!(official_targets(&scenario), []);
    apply(&mut scenario, MonitorEdit::SetTarget(Indicator::Registration, Some(Rate::from_ppm(500_000).unwrap())));
    apply(&mut scenario, MonitorEdit::SetTarget(Indicator::Subsidy, Rate::from_ppm(900_000)));
    scenario.apply(&Edit::SetUtilisation(Rate::from_ppm(500_000).unwrap())).unwrap();
    let edits = official_targets(&scenario);
    assert_eq!(edits.len(), 3);
    scenario.apply(&Edit::Batch(edits)).unwrap();
    assert_eq!(scenario, *official_plan());
}

#[test]
fn a_report_gets_another_day_where_no_more_can_be() {
    let mut scenario = official_plan().clone();
    let county = CountyId::new("pingcheng");
    let days: Vec<Date> =
        (1..=12).flat_map(|month| (1..=31).filter_map(move |date| Date::new(2024, month, date))).collect();
    assert_eq!(days.len(), 366);
    for at in &days {
        apply(&mut scenario, MonitorEdit::SetReport(*at, true));
    }
    apply(&mut scenario, MonitorEdit::SetCount(days[9], county, Enrolled, Some(7)));
    let refused = scenario.apply(&Edit::Batch(scenario.monitoring().beginning(day(6, 30), None, scenario.region())));
    assert_eq!(refused, Err(EditProblem::TooManyReports));
    let start = scenario.clone();
    let edits = scenario.monitoring().redating(days[9], day(6, 30), scenario.region());
    let back = scenario.apply(&Edit::Batch(edits)).unwrap();
    assert_eq!(scenario.monitoring().report(day(6, 30)).and_then(|report| report.counties[0].get(Enrolled)), Some(7));
    assert_eq!((scenario.monitoring().report(days[9]), scenario.monitoring().reports().len()), (None, 366));
    scenario.apply(&back).unwrap();
    assert_eq!(scenario, start);
}

#[test]
fn the_course_of_the_year_adds_up_and_has_gaps_where_counties_are_silent() {
    let mut scenario = with(&[(day(3, 31), &[]), (day(6, 30), &[]), (day(9, 30), &[])]);
    for (position, county) in official_plan().region().counties().iter().map(|county| &county.id).enumerate() {
        apply(&mut scenario, MonitorEdit::SetCount(day(3, 31), county.clone(), InclusiveAdded, Some(5)));
        if position > 0 {
            apply(&mut scenario, MonitorEdit::SetCount(day(6, 30), county.clone(), InclusiveAdded, Some(9)));
        }
        apply(&mut scenario, MonitorEdit::SetCount(day(9, 30), county.clone(), InclusiveAdded, Some(20)));
    }
    let of = course(&scenario, day(6, 30));
    assert_eq!(of.task, 350);
    assert_eq!((of.planned[5], of.planned[11]), (172, 350));
    assert!(of.planned.is_sorted());
    assert_eq!(of.actual, [(day(3, 31), Some(50)), (day(6, 30), None)]);
    // 50 · 365 ÷ 90 = 202.8, which is not quite 203.
    assert_eq!(of.forecast, Some(202));
    let of = course(&scenario, day(12, 31));
    assert_eq!(of.actual[2], (day(9, 30), Some(200)));
    // 200 · 365 ÷ 273 = 267.4.
    assert_eq!(of.forecast, Some(267));
    for (today, expected) in [(day(1, 1), day(3, 31)), (day(6, 29), day(3, 31)), (day(6, 30), day(6, 30))] {
        assert_eq!(report_of(&scenario, today), Some(expected));
    }
    assert_eq!(report_of(official_plan(), day(6, 30)), None);
}

#[test]
fn reports_follow_their_counties_into_another_region_and_back() {
    let start = with(&[(day(3, 31), &[("pingcheng", &[(Enrolled, 7)]), ("yungang", &[(Enrolled, 8)])])]);
    let mut draft = RegionDraft::of(start.region());
    draft.remove(0);
    draft.shift(0, 1);
    let edit = start.region_edit(&draft.finish("r-1").unwrap());
    let mut scenario = start.clone();
    let back = scenario.apply(&edit).unwrap();
    let report = scenario.monitoring().report(day(3, 31)).unwrap();
    assert_eq!(report.counties.len(), 9);
    assert_eq!(report.counties[1].get(Enrolled), Some(8));
    assert!(report.counties.iter().enumerate().all(|(at, counts)| at == 1 || *counts == CountyCounts::default()));
    let (mut there, end) = (start.clone(), scenario.clone());
    for edit in start.edits_towards(&end) {
        there.apply(&edit).unwrap();
    }
    assert_eq!(there, end);
    scenario.apply(&back).unwrap();
    assert_eq!(scenario, start);
}
