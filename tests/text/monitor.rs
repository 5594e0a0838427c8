//! The words of monitoring. All counts are made up; tasks, bases and targets are the plan's.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use tuowei::model::{
    Counted, CountyId, Date, Hundredths, Indicator, Report, ReportFinding, Schedule, Thresholds, Unread, official_plan,
    unreported,
};
use tuowei::text::{
    Language, NumberProblem, ahead_text, change_text, count_text, counted_name, day_text, definition, number_problem,
    points_text, report_finding_text, schedule_text, short_text, shown_count, thresholds_text, typed_count,
    typed_weight_percent, unread_text, unreported_text,
};

use Language::{Chinese, English};
use NumberProblem::{Above, MisplacedComma, Negative, NotANumber, NotWhole, PercentOfCount, TooFine};

fn day(month: u8, date: u8) -> Date {
    Date::new(2026, month, date).unwrap()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[test]
fn figures_are_read_as_people_write_them() {
    for (of, typed, expected) in [
        (Counted::Slots, "1,234", Ok(Some(1_234))),
        (Counted::Slots, " １２３４个 ", Ok(Some(1_234))),
        (Counted::Slots, "12.0", Ok(Some(12))),
        (Counted::Slots, "", Ok(None)),
        (Counted::Slots, " \u{3000}", Ok(None)),
        (Counted::Slots, "12.5", Err(NotWhole)),
        (Counted::Slots, "-1", Err(Negative)),
        (Counted::Slots, "12%", Err(PercentOfCount)),
        (Counted::Slots, "1,23", Err(MisplacedComma)),
        (Counted::Slots, "未报", Err(NotANumber)),
        (Counted::Slots, "1000000000", Ok(Some(1_000_000_000))),
        (Counted::Slots, "1000000001", Err(Above(1_000_000_000))),
        (Counted::Enrolled, "53人", Ok(Some(53))),
        (Counted::Registered, "12家", Ok(Some(12))),
        (Counted::Enrolled, "12家", Err(NotANumber)),
        (Counted::Competed, "1", Ok(Some(1))),
        (Counted::Competed, "０", Ok(Some(0))),
        (Counted::Competed, "是", Ok(Some(1))),
        (Counted::Competed, " 有 ", Ok(Some(1))),
        (Counted::Competed, "否", Ok(Some(0))),
        (Counted::Competed, "无", Ok(Some(0))),
        (Counted::Competed, "Yes", Ok(Some(1))),
        (Counted::Competed, "NO", Ok(Some(0))),
        (Counted::Competed, "", Ok(None)),
        (Counted::Competed, "2", Err(Above(1))),
        (Counted::Competed, "maybe", Err(NotANumber)),
        (Counted::Slots, "是", Err(NotANumber)),
        (Counted::Allocated, "1,234.5", Ok(Some(123_450))),
        (Counted::Allocated, "1234.50万元", Ok(Some(123_450))),
        (Counted::Disbursed, "0.01", Ok(Some(1))),
        (Counted::Disbursed, "12.340", Ok(Some(1_234))),
        (Counted::Disbursed, "12.3400000", Ok(Some(1_234))),
        (Counted::Disbursed, "12.345", Err(TooFine(2))),
        // 12.33999 and 12.34001 are not 12.34, though they round to it.
        (Counted::Disbursed, "12.33999", Err(TooFine(2))),
        (Counted::Disbursed, "12.34001", Err(TooFine(2))),
        (Counted::Disbursed, "10000000", Ok(Some(1_000_000_000))),
        (Counted::Disbursed, "10000000.01", Err(Above(10_000_000))),
        (Counted::Disbursed, "99999999999999999999999", Err(Above(10_000_000))),
        (Counted::Disbursed, "-0.01", Err(Negative)),
        (Counted::Disbursed, "50%", Err(PercentOfCount)),
        (Counted::Disbursed, "", Ok(None)),
    ] {
        assert_eq!(typed_count(of, typed), expected, "{of:?} {typed:?}");
    }
    for (typed, expected) in [
        ("25", Ok(Some(25))),
        ("25%", Ok(Some(25))),
        ("100", Ok(Some(100))),
        ("０", Ok(Some(0))),
        ("", Ok(None)),
        ("101", Err(Above(100))),
        ("2.5", Err(NotWhole)),
        ("-1", Err(Negative)),
        ("x", Err(NotANumber)),
    ] {
        assert_eq!(typed_weight_percent(typed), expected, "{typed:?}");
    }
    assert_eq!(number_problem(TooFine(2), Chinese), "最多2位小数");
    assert_eq!(number_problem(TooFine(2), English), "at most 2 decimals");
}

#[test]
fn a_cell_holds_what_can_be_typed_again() {
    for (of, count, cell, shown) in [
        (Counted::Slots, 12_345, "12345", "12,345"),
        (Counted::Slots, 0, "0", "0"),
        (Counted::Competed, 1, "1", "1"),
        (Counted::Allocated, 123_450, "1234.50", "1,234.50"),
        (Counted::Disbursed, 5, "0.05", "0.05"),
        (Counted::Disbursed, 1_000_000_000, "10000000.00", "10,000,000.00"),
    ] {
        assert_eq!(count_text(of, count), cell);
        assert_eq!(typed_count(of, cell), Ok(Some(count)));
        assert_eq!(shown_count(of, count.into()), shown);
    }
}

#[test]
fn each_indicator_says_its_formula_and_whose_it_is() {
    // domain.md, ten core indicators; 三(二)4 has the formula of the city's and the counties' training only.
    for (of, formula, english, to_confirm) in [
        (Indicator::Utilisation, "在托人数 ÷ 托位数", "Children enrolled ÷ slots", true),
        (
            Indicator::UtilisationPublic,
            "公办在托人数 ÷ 公办托位数",
            "Children enrolled in public centres ÷ slots of public centres",
            true,
        ),
        (Indicator::Enrolment, "在托人数 ÷ 3岁以下婴幼儿数", "Children enrolled ÷ children under three", true),
        (Indicator::InclusiveAdded, "新增普惠托位数 ÷ 任务数", "New inclusive slots ÷ the task", false),
        (Indicator::InclusiveShare, "普惠托位数 ÷ 托位数", "Inclusive slots ÷ slots", false),
        (Indicator::Subsidy, "已拨付补贴 ÷ 下拨补贴", "Subsidies paid out ÷ subsidies handed down", false),
        (Indicator::Registration, "备案机构数 ÷ 托育机构数", "Registered institutions ÷ institutions", true),
        (Indicator::Contract, "签约机构数 ÷ 托育机构数", "Institutions with a medical partner ÷ institutions", true),
        (Indicator::Certified, "持证人数 ÷ 全职保育人员数", "Certificate holders ÷ full-time carers", false),
        (
            Indicator::TrainedByProvince,
            "省级参训园长数 ÷ 省级应训园长数",
            "Heads trained by the province ÷ heads to be trained by the province",
            true,
        ),
        (
            Indicator::TrainedByCity,
            "市级参训人数 ÷ 市级应训人数",
            "Carers trained by the city ÷ carers to be trained by the city",
            false,
        ),
        (
            Indicator::Competed,
            "举办技能大赛县（区）数 ÷ 县（区）总数",
            "Counties that held a competition ÷ all counties",
            false,
        ),
        (
            Indicator::CompetedByCities,
            "举办技能大赛地市数 ÷ 全省地市总数",
            "Cities that held a competition ÷ all cities of the province",
            false,
        ),
    ] {
        let said = definition(of, false, Chinese);
        assert_eq!((said.formula.as_str(), said.to_confirm), (formula, to_confirm));
        assert_eq!(definition(of, false, English).formula, english);
    }
    let of_staff = definition(Indicator::Certified, true, Chinese);
    assert_eq!(of_staff.formula, "持证人数 ÷ 从业人员数");
    assert_eq!(of_staff.source, "市方案二(四)2，含目标；三(二)3为全职保育人员");
    assert_eq!(definition(Indicator::Utilisation, false, Chinese).source, "市方案三(一)1；目标二(四)2；公式本页自定");
    for of in Indicator::ALL {
        for of_staff in [false, true] {
            let (chinese, english) = (definition(of, of_staff, Chinese), definition(of, of_staff, English));
            assert_eq!(chinese.to_confirm, chinese.source.contains("本页自定"), "{of:?}");
            assert_eq!(english.to_confirm, english.source.contains("our own"), "{of:?}");
            assert!(!has_chinese(&english.formula) && !has_chinese(english.source), "{of:?}");
        }
    }
}

#[test]
fn why_there_is_no_value_is_said() {
    let plan = official_plan();
    for (unread, chinese, english) in [
        (
            Unread::Missing(vec![Counted::Enrolled, Counted::Slots]),
            "缺：在托人数、托位数",
            "Missing: children enrolled, slots",
        ),
        (Unread::Missing(vec![Counted::Allocated]), "缺：下拨补贴", "Missing: subsidies handed down"),
        (Unread::NoTask, "未定任务数", "No task"),
        (Unread::OfCityOnly, "只按全市统计", "Of the city only"),
        (
            Unread::CitiesMissing,
            "缺：举办技能大赛的地市数或全省地市总数",
            "Missing: cities that held a competition, or all cities",
        ),
        (Unread::NothingBelow, "分母为0", "The denominator is 0"),
        (Unread::CountiesMissing(vec![0, 1]), "平城、云冈未报全", "Incomplete: Pingcheng, Yungang"),
        (
            Unread::CountiesMissing(vec![1, 2, 3, 4]),
            "云冈、新荣、云州等4个县（区）未报全",
            "Incomplete: Yungang, Xinrong, Yunzhou and 1 more",
        ),
        (Unread::CountiesMissing((0..10).collect()), "全部10个县（区）未报全", "Incomplete: all 10 counties"),
        (Unread::CountiesMissing(vec![99]), "未报全", "Incomplete: "),
    ] {
        assert_eq!(unread_text(&unread, plan, Chinese), chinese);
        assert_eq!(unread_text(&unread, plan, English), english);
    }
}

#[test]
fn what_is_still_needed_has_its_unit() {
    for (of, short, chinese, english) in [
        (Indicator::Registration, 12, "还需备案12家", "12 more to register"),
        (Indicator::ContractPublic, 1, "还需签约1家", "1 more to find a medical partner"),
        (Indicator::Enrolment, 53, "还需入托53人", "53 more children to enrol"),
        (Indicator::Utilisation, 1, "还需入托1人", "1 more child to enrol"),
        (Indicator::InclusiveAdded, 78, "还需新增普惠托位78个", "78 more inclusive slots to add"),
        (Indicator::InclusiveShare, 1_234, "还需转为普惠托位1,234个", "1,234 more slots to turn inclusive"),
        (Indicator::Subsidy, 1_234, "还需拨付12.34万元", "123,400 yuan more to pay out"),
        (Indicator::Certified, 7, "还需持证7人", "7 more to be certified"),
        (Indicator::TrainedByCounty, 40, "还需参训40人", "40 more to be trained"),
        (Indicator::Competed, 1, "还需1个县（区）举办大赛", "1 more county to hold a competition"),
        (Indicator::CompetedByCities, 2, "还需2个地市举办大赛", "2 more cities to hold a competition"),
        (Indicator::Competed, 0, "已够", "enough"),
    ] {
        assert_eq!(short_text(of, short, Chinese), chinese);
        assert_eq!(short_text(of, short, English), english);
    }
    for (points, chinese, english) in [
        (152, "高1.52个百分点", "1.52 points above"),
        (-104, "低1.04个百分点", "1.04 points below"),
        (0, "持平", "level"),
    ] {
        assert_eq!(points_text(Hundredths::new(points), Chinese), chinese);
        assert_eq!(points_text(Hundredths::new(points), English), english);
    }
    for (ahead, chinese, english) in
        [(3, "快3个", "3 ahead"), (-1_200, "慢1,200个", "1,200 behind"), (0, "持平", "on plan")]
    {
        assert_eq!((ahead_text(ahead, Chinese), ahead_text(ahead, English)), (chinese.into(), english.into()));
    }
    for (change, chinese, english) in
        [(Some(2), "升2位", "up 2"), (Some(-1), "降1位", "down 1"), (Some(0), "不变", "same"), (None, "—", "—")]
    {
        assert_eq!((change_text(change, Chinese), change_text(change, English)), (chinese.into(), english.into()));
    }
}

#[test]
fn the_calendar_is_said() {
    assert_eq!(day_text(day(6, 30), Chinese), "2026年6月30日");
    assert_eq!(day_text(day(6, 30), English), "30 June 2026");
    assert_eq!(day_text(day(12, 1), English), "1 December 2026");
    for (schedule, chinese, english) in [
        (Schedule::Linear, "按天均匀", "evenly by day"),
        (Schedule::Quarters([10, 20, 30, 40]), "按季度（比重10∶20∶30∶40）", "by quarter, weights 10 : 20 : 30 : 40"),
        (
            Schedule::Months([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 3]),
            "按月（比重0∶0∶1∶0∶0∶0∶0∶0∶0∶0∶0∶3）",
            "by month, weights 0 : 0 : 1 : 0 : 0 : 0 : 0 : 0 : 0 : 0 : 0 : 3",
        ),
        (Schedule::Until(day(9, 30)), "倒排工期，2026年9月30日前完成", "backward from a finish on 30 September 2026"),
    ] {
        assert_eq!(schedule_text(&schedule, Chinese), chinese);
        assert_eq!(schedule_text(&schedule, English), english);
    }
    assert_eq!(
        thresholds_text(Thresholds::default(), Chinese),
        "落后序时不超过10个百分点为略滞后，超过10个为滞后，超过30个为严重滞后"
    );
    assert_eq!(
        thresholds_text(Thresholds { behind: 1_050, far_behind: 3_025 }, English),
        "slightly behind: up to 10.5 points behind the calendar; behind: more than 10.5; far behind: more than 30.25"
    );
}

#[test]
fn findings_in_reports_name_county_figures_and_size() {
    let plan = official_plan();
    let county = || CountyId::new("pingcheng");
    let below = |of, by| ReportFinding::BelowEarlier { county: county(), of, earlier: day(3, 31), by };
    let above = |part, whole, by| ReportFinding::PartAboveWhole { county: county(), part, whole, by };
    for (finding, chinese, english) in [
        (
            above(Counted::Enrolled, Counted::Slots, 1_200),
            "平城：在托人数大于托位数，多1,200人。",
            "Pingcheng: children enrolled – 1,200 more than slots.",
        ),
        (
            above(Counted::Disbursed, Counted::Allocated, 50),
            "平城：已拨付补贴大于下拨补贴，多0.50万元。",
            "Pingcheng: subsidies paid out – 5,000 yuan more than subsidies handed down.",
        ),
        (
            below(Counted::InclusiveAdded, 2),
            "平城：新增普惠托位数比2026年3月31日少2个，全年累计数不应减少。",
            "Pingcheng: new inclusive slots – 2 less than as of 31 March 2026; what adds up over the year cannot fall.",
        ),
        (
            below(Counted::Competed, 1),
            "平城：2026年3月31日已报举办技能大赛，本期报为未举办。",
            "Pingcheng: a competition is reported as of 31 March 2026 and none here.",
        ),
        (
            ReportFinding::AsBefore { counties: vec![county()], earlier: day(3, 31) },
            "平城的数与2026年3月31日完全相同，请确认已更新。",
            "All figures are those as of 31 March 2026; make sure they are up to date: Pingcheng.",
        ),
        (
            ReportFinding::OtherYear(2026),
            "截止日期不在2026年内，序时进度不适用。",
            "The day is not in 2026: the calendar does not apply.",
        ),
        (ReportFinding::Silent(vec![CountyId::new("zuoyun")]), "左云本期没有填报。", "Nothing reported: Zuoyun."),
        (
            ReportFinding::Silent(plan.region().counties().iter().map(|county| county.id.clone()).collect()),
            "全部10个县（区）本期没有填报。",
            "Nothing reported: all 10 counties.",
        ),
    ] {
        assert_eq!(report_finding_text(&finding, plan, Chinese), chinese);
        assert_eq!(report_finding_text(&finding, plan, English), english);
    }
}

#[test]
fn what_a_county_did_not_report_is_told_by_group() {
    let mut report = Report::empty(day(6, 30), official_plan().region());
    for of in Counted::ALL {
        report.counties[0].set(of, Some(1));
        report.counties[1].set(of, (of != Counted::Registered && of != Counted::Children).then_some(1));
        report.counties[2].set(of, (of < Counted::Allocated).then_some(1));
        let is_basis = matches!(of, Counted::Staff | Counted::StaffPublic);
        report.counties[0].set(of, (!is_basis).then_some(1));
    }
    let missing = unreported(&report, false);
    assert_eq!(missing.len(), 9);
    // Who is counted against all staff instead of carers owes those figures.
    let of_staff = unreported(&report, true);
    assert_eq!((of_staff.len(), &of_staff[0]), (10, &(0, vec![Counted::Staff, Counted::StaffPublic])));
    assert_eq!(missing[0], (1, vec![Counted::Children, Counted::Registered]));
    assert_eq!(missing[1], (2, vec![Counted::Allocated, Counted::Disbursed]));
    assert_eq!(missing[8], (9, Counted::ALL.to_vec()));
    for (at, chinese, english) in [
        (0, "3岁以下婴幼儿数；备案机构数", "children under three; registered institutions"),
        (1, "补贴资金（全部）", "subsidies (all)"),
        (2, "全部未报", "everything"),
    ] {
        assert_eq!(unreported_text(&missing[at].1, Chinese), chinese);
        assert_eq!(unreported_text(&missing[at].1, English), english);
    }
    assert_eq!(unreported_text(&[], Chinese), "");
    let two = [Counted::Registered, Counted::RegisteredPublic];
    assert_eq!(unreported_text(&two, Chinese), "备案机构数、公办备案机构数");
    for of in Counted::ALL {
        assert!(!unreported_text(&[of], English).contains('('), "{}", counted_name(of, English));
    }
}

#[test]
fn sentences_are_in_one_language() {
    for of in Indicator::ALL {
        assert!(!has_chinese(&short_text(of, 2, English)), "{of:?}");
        assert!(has_chinese(&short_text(of, 2, Chinese)), "{of:?}");
    }
}
