//! The words of supply and demand, of solving backwards, and of what flips a finding; all figures are made up.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation::{county, rate, scenario};
use tuowei::model::{
    CountyBy, CountyId, Edit, Goal, Lever, MissingInput, MissingInputs, Rate, SupplyFinding, evaluate, official_plan,
    sensitivity, solve, supply,
};
use tuowei::text::{
    Language, against_goals, against_utilisations, missing_inputs, slots_standing, solution, supply_finding,
    tipping_point,
};

/// 10 000 and 2 000 children, 4.22 % and 5.77 % of whom are 422 and 115.4.
const TWO: &str = "uniform u=2.08 task=140 | base 2.14 3.69 | children 10000 2000 | slots 130 10 | capacity 500 90 \
                   | inclusive 300 60 | other 20 _ | enrolled _ 80";

#[test]
fn findings_of_supply_are_sentences_with_figures() {
    let by = |id: &str, by: u64| CountyBy { county: CountyId::new(id), by };
    let region = official_plan().region();
    let few = SupplyFinding::Shortage(vec![by("pingcheng", 1_200), by("yungang", 3)]);
    let ids = ["pingcheng", "yungang", "xinrong", "yunzhou", "yanggao"];
    let many = SupplyFinding::EnrolledAboveTarget(ids.map(|id| by(id, 7)).to_vec());
    for (finding, chinese, english) in [
        (
            &few,
            "按目标入托，托位不足：平城缺1,200个、云冈缺3个。",
            "Short of slots at the target: Pingcheng by 1,200, Yungang by 3.",
        ),
        (
            &many,
            "在托人数已高于目标：平城多7人、云冈多7人、新荣多7人、云州多7人等5个县（区）。",
            "More enrolled now than at the target: Pingcheng by 7, Yungang by 7, Xinrong by 7, Yunzhou by 7 and 1 more.",
        ),
    ] {
        assert_eq!(supply_finding(finding, region, Language::Chinese), chinese);
        assert_eq!(supply_finding(finding, region, Language::English), english);
    }
    let two = scenario(TWO);
    let supplied = supply(&two, &evaluate(&two));
    let said: Vec<_> =
        supplied.findings.iter().map(|finding| supply_finding(finding, two.region(), Language::Chinese)).collect();
    // 2 000 · 3.69 % = 73.8. ⌈71 % · 750⌉ = 533 less 500; (500 + x) ÷ (750 + x) ≥ 71 % from x = 32.5 ÷ 0.29 = 112.07.
    let expected = [
        "按目标入托，托位不足：县缺16个。",
        "在托人数与基数不符：县（统计80人，按基数74人）。",
        "新增后全市普惠托位占比66.67%，低于要求；将现有托位转为普惠33个，或再新增普惠托位113个，即可达到。",
        "县未填在托人数。",
    ];
    assert_eq!(said, expected);
}

/// 422 and 116 enrolled at the targets, in 750 slots: ⌈538 ÷ 0.4⌉ = 1 345 and ⌈538 ÷ 0.6⌉ = 897 are needed. 500 of the
/// 750 are inclusive.
#[test]
fn the_city_is_held_against_both_utilisations_and_the_share() {
    let said = |line: &str, language| {
        let two = scenario(line);
        against_goals(&supply(&two, &evaluate(&two)).city.total, two.supply(), language)
    };
    assert_eq!(
        said(TWO, Language::Chinese),
        "全市：按40%需托位1,345个，还差595个；按60%（县域公办）需托位897个，还差147个；普惠占比66.67%，未达到71%。"
    );
    assert_eq!(
        said(TWO, Language::English),
        "City: 1,345 slots at 40%, 595 short; 897 slots at 60% (public centres), 147 short; \
         inclusive share 66.67%, below 71%."
    );
    // Only what is known is said: no children here, and no slots of today there.
    assert_eq!(
        said("uniform u=1 task=2 | base 1 | slots 2 | capacity 8 | inclusive 6", Language::Chinese),
        "全市：普惠占比80.00%，达到71%。"
    );
    assert_eq!(said("uniform u=1 task=2 | base 1 | slots 2 | children 100", Language::Chinese), "");
    // 2 enrolled at the target; the wanted 50 % comes first, the plan's own two follow.
    let mut other = scenario("uniform u=1 task=2 | base 1 | slots 2 | children 100 | capacity 1");
    other.apply(&Edit::SetUtilisation(rate("50"))).expect("a rate");
    let row = &supply(&other, &evaluate(&other)).rows[0];
    assert_eq!(
        against_utilisations(row, other.supply().utilisation, Language::Chinese),
        "按50%需托位4个，还差1个；按40%需托位5个，还差2个；按60%（县域公办）需托位4个，还差1个"
    );
}

#[test]
fn what_is_missing_is_named_in_one_breath() {
    let all = MissingInput::ALL.into_iter().map(MissingInputs::from).reduce(MissingInputs::and).expect("some");
    for (given, chinese, english) in [
        (
            MissingInputs::from(MissingInput::Children).and(MissingInput::Capacity.into()),
            "需填写3岁以下婴幼儿数、现有托位",
            "needs the children under three, the slots now",
        ),
        (MissingInput::AnySlots.into(), "托位合计为0", "there are no slots"),
        (
            all,
            "需填写3岁以下婴幼儿数、基数、任务数、现有托位、现有普惠托位、常住人口；须先有目标值；婴幼儿数合计为0；\
             托位合计为0；常住人口合计为0；要求的托位利用率须大于0",
            "needs the children under three, the base, a target, the new slots, the slots now, the inclusive slots now, \
             the resident population; there are no children; there are no slots; nobody lives there; the wanted utilisation must be above 0",
        ),
    ] {
        assert_eq!(missing_inputs(given, Language::Chinese), chinese);
        assert_eq!(missing_inputs(given, Language::English), english);
    }
    for (spare, chinese, english) in
        [(-12, "缺口12个", "12 short"), (8, "富余8个", "8 to spare"), (0, "刚好够用", "just enough")]
    {
        assert_eq!(slots_standing(spare, Language::Chinese), chinese);
        assert_eq!(slots_standing(spare, Language::English), english);
    }
}

#[track_caller]
fn solved(line: &str, goal: &Goal, lever: &Lever, language: Language) -> [String; 3] {
    let given = scenario(line);
    let answer = solve(&given, &evaluate(&given), goal, lever);
    let said = solution(&given, goal, lever, &answer, language);
    [said.answer, said.worked.unwrap_or_default(), said.check.unwrap_or_default()]
}

#[test]
fn an_answer_is_worked_and_checked_forwards() {
    let (a, b) = (county(0), county(1));
    for (goal, lever, expected) in [
        (
            // 287.8 of 12 000 are 2.3983 %; with 2.11 points more, 253.2 children, they are 541.
            Goal::CityRate(rate("4.5")),
            Lever::Uplift,
            [
                "要使全市入托率达到4.50%，统一增幅至少为2.11个百分点。",
                "541 ÷ 12,000 = 4.51% ≥ 4.50%",
                "按此验算：全市入托率 4.51%。",
            ],
        ),
        (
            Goal::CountyTarget(a.clone(), rate("5")),
            Lever::Uplift,
            [
                "要使县目标达到5.00%，统一增幅至少为2.86个百分点。",
                "2.14% + 2.86 个百分点 = 5.00% ≥ 5.00%",
                "按此验算：县目标 5.00%。",
            ],
        ),
        (
            // ⌈2 000 · (3.69 % + u)⌉ ≤ 100: u = 1.31; the other county has room for 4.36.
            Goal::NoShortage(Rate::FULL),
            Lever::Uplift,
            [
                "要使各县（区）托位够用，统一增幅至多为1.31个百分点。",
                "县 ⌈2,000 × 5.00%⌉ = 100 ≤ 100 × 100.00% = 100",
                "按此验算：各县（区）托位利用率最高 100.00%。",
            ],
        ),
        (
            // ⌈116 ÷ 80 %⌉ = 145 less 90.
            Goal::NoShortageIn(b.clone(), rate("80")),
            Lever::CountySlots(b),
            [
                "要使县托位利用率不超过80.00%，县任务数至少为55个。",
                "⌈116 ÷ 80.00%⌉ − 90 − 0 = 55",
                "按此验算：县托位利用率 80.00%。",
            ],
        ),
        (
            Goal::NoShortage(Rate::FULL),
            Lever::Task,
            [
                "要使各县（区）托位够用，任务总数至少为156个。",
                "140 + 16（县） = 156",
                "按此验算：各县（区）托位利用率最高 100.00%。",
            ],
        ),
        (
            Goal::InclusiveShare(rate("71")),
            Lever::CountySlots(a),
            [
                "要使全市普惠托位占比达到71.00%，县任务数至少为243个。",
                "(500 + 113) ÷ (750 + 113) = 71.03% ≥ 71.00%",
                "按此验算：全市普惠托位占比 71.03%。",
            ],
        ),
        (
            Goal::InclusiveShare(rate("71")),
            Lever::Conversions,
            [
                "要使全市普惠托位占比达到71.00%，现有托位转为普惠至少为33个。其他分法也可以，这里按县（区）顺序给出一种。",
                "⌈750 × 71.00%⌉ − 500 = 33",
                "按此验算：全市普惠托位占比 71.07%。",
            ],
        ),
    ] {
        assert_eq!(solved(TWO, &goal, &lever, Language::Chinese), expected);
    }
    let english = solved(TWO, &Goal::CityRate(rate("4.5")), &Lever::Uplift, Language::English);
    let expected = [
        "For a city rate of 4.50%, uniform uplift: at least 2.11 points.",
        "541 ÷ 12,000 = 4.51% ≥ 4.50%",
        "Checked forwards: city rate 4.51%.",
    ];
    assert_eq!(english, expected);
}

#[test]
fn what_cannot_be_had_says_why() {
    let capped = TWO.replace("u=2.08", "u=1 cap=2");
    for (line, goal, lever, expected) in [
        (
            &*capped,
            Goal::CityRate(rate("9")),
            Lever::Uplift,
            "不能使全市入托率达到9.00%：统一增幅为100.00个百分点时，全市入托率 4.40%。指定目标、增幅上限或100%的界限使目标不能再高。",
        ),
        (TWO, Goal::CityRate(rate("9")), Lever::Task, "托位数不决定入托率目标，请改用增幅。"),
        (
            "uniform u=1 | base 2 3 | children 5 _",
            Goal::CityRate(rate("9")),
            Lever::Uplift,
            "县：需填写3岁以下婴幼儿数。",
        ),
    ] {
        assert_eq!(solved(line, &goal, &lever, Language::Chinese), [expected, "", ""]);
    }
}

#[test]
fn a_way_out_fits_in_one_line() {
    let two = scenario(TWO);
    let outcome = evaluate(&two);
    let ways = sensitivity(&two, &outcome, &supply(&two, &outcome));
    let said = |language| -> Vec<String> {
        ways.iter().take(3).map(|way| tipping_point(way, two.region(), language)).collect()
    };
    // 100 of 2 000 children are 5 %, and 3.69 + 1.31.
    assert_eq!(
        said(Language::Chinese),
        [
            "统一增幅由2.08降至1.31（降0.77个百分点）即可消除",
            "县任务数由10增至26（增16个），该县（区）即不在此列",
            "县目标（手工指定）由5.77%降至5.00%（降0.77个百分点），该县（区）即不在此列",
        ]
    );
    assert_eq!(
        said(Language::English),
        [
            "Uniform uplift from 2.08 to 1.31 (−0.77 points) settles this",
            "县: Slots from 10 to 26 (+16) takes the county off this list",
            "县: target (by hand) from 5.77% to 5.00% (−0.77 points) takes the county off this list",
        ]
    );
}
