//! The explanation of any number, with figures computed by hand.
//!
//! Bases and slots of Datong are those of 表一 and 表二; all children, slots of today and enrolments are made up.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::scenario_notation::{county, rate, scenario};
use tuowei::model::{
    CountyId, Date, Edit, Figure, RuleKind, Scenario, Scope, Slots, WeightKind, evaluate, official_plan, supply,
};
use tuowei::text::{Evenness, Explanation, GridColumn, InputPlace, Language, Subject, Whose, explain};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn explained(scenario: &Scenario, subject: &Subject, language: Language) -> Explanation {
    let outcome = evaluate(scenario);
    explain(subject, scenario, &outcome, &supply(scenario, &outcome), language)
}

/// Title, value, formula, working and source of a county's cell, in both languages.
#[track_caller]
fn check(scenario: &Scenario, subject: &Subject, chinese: [&str; 5], english: [&str; 5]) {
    for (language, expected) in LANGUAGES.into_iter().zip([chinese, english]) {
        let said = explained(scenario, subject, language);
        let lines = [&said.title, &said.value, &said.formula, &said.worked, &said.source];
        assert_eq!(lines.map(String::as_str), expected);
        assert!(!said.definition.is_empty());
    }
}

fn pingcheng() -> CountyId {
    CountyId::new("pingcheng")
}

fn cell(column: GridColumn) -> Subject {
    Subject::Cell(pingcheng(), column)
}

fn a(column: GridColumn) -> Subject {
    Subject::Cell(county(0), column)
}

/// What the Chinese working says.
#[track_caller]
fn worked(line: &str, subject: &Subject, expected: &str) {
    assert_eq!(explained(&scenario(line), subject, Language::Chinese).worked, expected, "{line}");
}

#[test]
fn a_target_of_the_plan_shows_base_uplift_and_table() {
    let plan = official_plan();
    check(
        plan,
        &cell(GridColumn::Target),
        ["平城 2026年目标值", "4.22%", "目标 = 基数 + 增幅 u", "2.14% + 2.08 个百分点 = 4.22%", "方案二（一）1，表一"],
        [
            "Pingcheng 2026 target",
            "4.22%",
            "target = base + uplift u",
            "2.14% + 2.08 points = 4.22%",
            "Plan, section 2(1)1, Table 1",
        ],
    );
    check(
        plan,
        &cell(GridColumn::Uplift),
        ["平城 增幅", "2.08 个百分点", "增幅 = 目标 − 基数", "4.22% − 2.14% = 2.08 个百分点", "方案二（一）1，表一"],
        [
            "Pingcheng Uplift",
            "2.08 points",
            "uplift = target − base",
            "4.22% − 2.14% = 2.08 points",
            "Plan, section 2(1)1, Table 1",
        ],
    );
    let said = explained(plan, &cell(GridColumn::Target), Language::Chinese);
    let inputs: Vec<_> = said.inputs.iter().map(|input| (&input.place, &*input.label, &*input.value)).collect();
    let expected = [
        (&InputPlace::County(Figure::Base, pingcheng()), "平城 2025年基数", "2.14%"),
        (&InputPlace::Parameter(RuleKind::Uniform), "增幅 u（百分点）", "2.08"),
    ];
    assert_eq!(inputs, expected);
}

#[test]
fn a_share_says_how_its_remainder_went() {
    // 130 ÷ 350 = 37.142857… %.
    check(
        official_plan(),
        &cell(GridColumn::Share),
        [
            "平城 占比",
            "37.14%",
            "占比 = 任务数 ÷ 已分配，按最大余数法取到0.01%，合计为100.00%",
            "130 ÷ 350 = 37.1428…% ≈ 37.14%（按最大余数法，舍去余数）",
            "本页口径（假设）",
        ],
        [
            "Pingcheng Share",
            "37.14%",
            "share = slots ÷ given, to 0.01% by largest remainder, so that all add up to 100.00%",
            "130 ÷ 350 = 37.1428…% ≈ 37.14% (largest remainder: cut off)",
            "This page's definition (assumption)",
        ],
    );
    let thirds = "uniform task=3 | slots 1 1 1";
    worked(thirds, &a(GridColumn::Share), "1 ÷ 3 = 33.3333…% ≈ 33.34%（按最大余数法，余数进为0.01%）");
    worked("uniform | slots 1 3", &a(GridColumn::Share), "1 ÷ 4 = 25.00%");
    worked("uniform | slots 0 _", &a(GridColumn::Share), "尚未分配托位");
    worked("uniform | slots _ 3", &a(GridColumn::Share), "需填写任务数");
}

#[test]
fn every_rule_puts_its_figures_in() {
    let target = |line: &str, expected: &str| worked(line, &a(GridColumn::Target), expected);
    // 2.14 · 1.45 = 3.103; 2 · 1.5 = 3.
    target("proportional g=45 | base 2.14", "2.14% × (1 + 45.00%) = 3.103% ≈ 3.10%（四舍五入到0.01%）");
    target("proportional g=50 | base 2", "2.00% × (1 + 50.00%) = 3.00%");
    // 2.1449 · 1.0001 = 2.14511449, to 0.01 2.15; 2.1444 · 1.0001 = 2.14461444, to 0.01 2.14: less than the base.
    target(
        "proportional g=0.01 | base 2.1444",
        "2.1444% × (1 + 0.01%) = 2.14461444% ≈ 2.1444%（四舍五入到0.01%，不低于基数） ≈ 2.14%（四舍五入到0.01%）",
    );
    // 2.14 + 0.5 · 8.89 = 6.585.
    let gap = "converge c=50 | base 2.14 11.03";
    target(gap, "2.14% + 50.00% × (11.03% − 2.14%) = 6.585% ≈ 6.59%（四舍五入到0.01%）");
    worked(gap, &Subject::Cell(county(1), GridColumn::Target), "基数不低于标杆，不再提高：11.03%");
    target("converge c=50 m=4.14 | base 2.14 9", "2.14% + 50.00% × (4.14% − 2.14%) = 3.14%");
    // 3 % of 100 and 1 % of 300 children are 1.5 %; 2 needs 0.5 more.
    let goal = "city-goal G=2 | base 3 1 | children 100 300";
    target(goal, "使全市入托率达到2.00%的最小增幅：3.00% + 0.50 个百分点 = 3.50%");
    target(
        "city-goal G=1 | base 3 1 | children 100 300",
        "全市入托率已达到目标，无需增幅：3.00% + 0.00 个百分点 = 3.00%",
    );
    target("uniform u=-0.5 | base 2.14", "2.14% − 0.50 个百分点 = 1.64%");
    // Four decimals are kept and two shown.
    target("uniform u=2.08 | base 2.145", "2.145% + 2.08 个百分点 = 4.225% ≈ 4.23%（四舍五入到0.01%）");
    target("uniform u=1 floor=1.5 | base 2", "规则的增幅低于下限，按增幅下限：2.00% + 1.50 个百分点 = 3.50%");
    target("uniform u=3 cap=2.5 | base 2", "规则的增幅高于上限，按增幅上限：2.00% + 2.50 个百分点 = 4.50%");
    target("uniform u=3 | base 99", "规则所得超出0至100%，按界限取值：100.00%");
    target("uniform u=3 | base 2 | pin 4.5", "手工指定，优先于规则：4.50%");
    target("uniform u=3 | base _", "需填写基数");
    target("uniform | base 2", "需填写增幅 u");
    target("city-goal G=2 | base 2 1 | children 5 _", "需填写各县（区）3岁以下婴幼儿数和基数");
}

#[test]
fn a_rule_that_reads_all_counties_names_the_deciding_one() {
    let said = explained(&scenario("converge c=50 | base 2.14 11.03 3"), &a(GridColumn::Target), Language::Chinese);
    let labels: Vec<_> = said.inputs.iter().map(|input| &*input.label).collect();
    assert_eq!(labels, ["县 2025年基数", "缩小比例 c（%）", "标杆 m（最高基数，县）"]);
    assert_eq!(said.inputs[2].place, InputPlace::County(Figure::Base, county(1)));
}

/// 10 000 and 2 000 children, 4.22 % and 5.77 % of whom are 422 and 115.4.
const TWO: &str = "uniform u=2.08 task=140 | base 2.14 3.69 | children 10000 2000 | slots 130 10 | capacity 500 90 \
                   | inclusive 300 60 | other 20 _ | enrolled _ 80 | population 1000000 160000";

#[test]
fn supply_of_a_county_is_worked_step_by_step() {
    let b = |column| Subject::Cell(county(1), column);
    worked(TWO, &a(GridColumn::PerThousand), "650 ÷ 1,000,000 × 1,000 = 0.65");
    worked("uniform | base 2 | slots 1 | capacity 1", &a(GridColumn::PerThousand), "需填写常住人口");
    worked(TWO, &a(GridColumn::EnrolledThen), "10,000 × 4.22% = 422");
    worked(TWO, &b(GridColumn::EnrolledThen), "2,000 × 5.77% = 115.4 → 116（向上取整）");
    worked(
        "uniform u=0 | base 1.05 | children 100",
        &a(GridColumn::EnrolledThen),
        "100 × 1.05% = 1.05 → 2（向上取整）",
    );
    let derived = "422 − 214 = 208（现在在托人数：按基数推算 10,000 × 2.14% = 214）";
    worked(TWO, &a(GridColumn::NewEnrolments), derived);
    worked(TWO, &b(GridColumn::NewEnrolments), "116 − 80 = 36（现在在托人数：统计数）");
    worked(TWO, &a(GridColumn::SlotsAfter), "500 + 130 + 20 = 650");
    // 422 ÷ 650 = 64.923… %, 116 ÷ 100 = 116 %, 430 ÷ 650 = 66.153… %.
    // 422 ÷ 0.4 = 1 055, ⌈422 ÷ 0.6⌉ = 704; 116 ÷ 0.4 = 290, ⌈116 ÷ 0.6⌉ = 194.
    worked(TWO, &a(GridColumn::Utilisation), "422 ÷ 650 ≈ 64.92%（四舍五入到0.01%）");
    worked(TWO, &b(GridColumn::Utilisation), "116 ÷ 100 = 116.00%");
    let two = scenario(TWO);
    let compared = |subject: &Subject| explained(&two, subject, Language::Chinese).compared;
    for (subject, expected) in [
        (a(GridColumn::Utilisation), "按40%需托位1,055个，还差405个；按60%（县域公办）需托位704个，还差54个"),
        (b(GridColumn::Utilisation), "按40%需托位290个，还差190个；按60%（县域公办）需托位194个，还差94个"),
        (
            Subject::City(GridColumn::Utilisation),
            "按40%需托位1,345个，还差595个；按60%（县域公办）需托位897个，还差147个",
        ),
        (a(GridColumn::InclusiveShare), ""),
    ] {
        assert_eq!(compared(&subject), expected);
    }
    worked(TWO, &a(GridColumn::InclusiveShare), "430 ÷ 650 ≈ 66.15%（四舍五入到0.01%）");
    worked(TWO, &b(GridColumn::Shortage), "100 − 116 = −16");
    let value = |subject: &Subject, language| explained(&scenario(TWO), subject, language).value;
    assert_eq!(value(&b(GridColumn::Shortage), Language::Chinese), "缺口16个");
    assert_eq!(value(&b(GridColumn::Shortage), Language::English), "16 short");
    assert_eq!(value(&a(GridColumn::Shortage), Language::Chinese), "富余228个");
    let lacking = "uniform u=2.08 | base 2.14 | slots 130";
    worked(lacking, &a(GridColumn::Utilisation), "需填写3岁以下婴幼儿数、现有托位");
    worked("uniform | base 2 | children 5", &a(GridColumn::EnrolledThen), "须先有目标值");
}

#[test]
fn figures_of_the_city_are_those_of_the_sums() {
    // 214 + 73.8 = 287.8 of 12 000 are 2.398… %; 422 + 115.4 = 537.4 are 4.478… %.
    let city = |column, expected: &str| worked(TWO, &Subject::City(column), expected);
    city(GridColumn::Input(Figure::Children), "10,000 + 2,000 = 12,000");
    city(GridColumn::Input(Figure::Base), "287.8 ÷ 12,000 ≈ 2.40%（四舍五入到0.01%）");
    city(GridColumn::Target, "537.4 ÷ 12,000 ≈ 4.48%（四舍五入到0.01%）");
    city(GridColumn::Uplift, "4.48% − 2.40% = 2.08 个百分点");
    city(GridColumn::Input(Figure::Slots), "130 + 10 = 140");
    city(GridColumn::Share, "各县（区）占比合计为100.00%");
    city(GridColumn::EnrolledThen, "422 + 116 = 538");
    city(GridColumn::NewEnrolments, "538 − 294 = 244（现在在托人数：部分县（区）为统计数，其余按基数推算）");
    city(GridColumn::SlotsAfter, "590 + 140 + 20 = 750");
    // 538 ÷ 750 = 71.733… %, 500 ÷ 750 = 66.666… %.
    city(GridColumn::Utilisation, "538 ÷ 750 ≈ 71.73%（四舍五入到0.01%）");
    city(GridColumn::InclusiveShare, "500 ÷ 750 ≈ 66.67%（四舍五入到0.01%）");
    city(GridColumn::Shortage, "各县（区）缺口合计16个；全市相抵后富余212个");
    city(GridColumn::Input(Figure::Population), "1,000,000 + 160,000 = 1,160,000");
    // 750 ÷ 1 160 = 0.646….
    city(GridColumn::PerThousand, "750 ÷ 1,160,000 × 1,000 ≈ 0.65（四舍五入到0.01）");
    let lacking = "uniform u=2.08 | base 2 2 | population 5 _";
    worked(lacking, &Subject::City(GridColumn::Input(Figure::Population)), "县：需填写常住人口");
    city(GridColumn::Input(Figure::Enrolled), "县：需填写在托人数");
    worked("uniform | base 2 4 | children 100 100", &Subject::City(GridColumn::Input(Figure::Base)), "6 ÷ 200 = 3.00%");
    let two = scenario(TWO);
    let value = |column| explained(&two, &Subject::City(column), Language::Chinese).value;
    assert_eq!(
        (value(GridColumn::Shortage), value(GridColumn::Input(Figure::Base))),
        ("缺口16个".to_owned(), "2.40%".to_owned())
    );
    check(
        official_plan(),
        &Subject::City(GridColumn::Target),
        [
            "全市 2026年目标值",
            "—",
            "全市目标 = Σ（婴幼儿数 × 目标）÷ Σ婴幼儿数，四舍五入到0.01%",
            "全部10个县（区）：需填写3岁以下婴幼儿数",
            "本页口径（假设）",
        ],
        [
            "City 2026 target",
            "—",
            "city target = Σ (children × target) ÷ Σ children, rounded to 0.01%",
            "all 10 counties: needs the children under three",
            "This page's definition (assumption)",
        ],
    );
}

#[test]
fn the_task_is_summed_and_held_against_its_total() {
    let sum = "130 + 77 + 10 + 16 + 20 + 17 + 26 + 24 + 17 + 13 = 350";
    check(
        official_plan(),
        &Subject::Allocated,
        ["已分配", "350", "已分配 = Σ任务数", sum, "方案二（一）2，表二"],
        ["Allocated", "350", "allocated = Σ slots", sum, "Plan, section 2(1)2, Table 2"],
    );
    let mut more = official_plan().clone();
    more.apply(&Edit::slots(pingcheng(), Slots::new(150))).expect("a county of the plan");
    check(
        &more,
        &Subject::Remaining,
        ["剩余", "超出20个", "剩余 = 任务总数 − 已分配", "350 − 370 = −20", "方案二（一）2，表二"],
        ["Remaining", "20 too many", "remaining = task − allocated", "350 − 370 = −20", "Plan, section 2(1)2, Table 2"],
    );
    let outcome = evaluate(&more);
    check(
        &more,
        &Subject::Finding(outcome.findings[0].clone()),
        [
            "任务数超出",
            "须处理",
            "已分配 > 任务总数",
            "任务数合计超出20个。\n任务总数由350增至370（增20个）即可消除。\n平城任务数由150减至130（减20个）即可消除。",
            "方案二（一）2，表二",
        ],
        [
            "Too many slots allocated",
            "Must fix",
            "allocated > task",
            "The slots allocated exceed the task by 20.\nTask total from 350 to 370 (+20) settles this.\n\
             Pingcheng: Slots from 150 to 130 (−20) settles this.",
            "Plan, section 2(1)2, Table 2",
        ],
    );
}

#[test]
fn what_is_typed_says_where_it_comes_from() {
    let mut changed = official_plan().clone();
    for edit in [
        Edit::SetBasis(Figure::Base, "统计调查".to_owned()),
        Edit::SetAsOf(Figure::Base, Date::new(2025, 12, 31)),
        Edit::base(CountyId::new("yungang"), Some(rate("3.7"))),
    ] {
        changed.apply(&edit).expect("a county of the plan");
    }
    let base = explained(&changed, &cell(GridColumn::Input(Figure::Base)), Language::Chinese);
    assert_eq!((&*base.worked, &*base.source), ("2.14%；统计调查，截至2025-12-31", "方案二（一）1，表一"));
    assert_eq!(base.inputs[0].basis.as_deref(), Some("统计调查，截至2025-12-31"));
    let yungang = |column| Subject::Cell(CountyId::new("yungang"), column);
    let source = |subject: &Subject| explained(&changed, subject, Language::Chinese).source;
    assert_eq!(source(&yungang(GridColumn::Input(Figure::Base))), "本情景填写");
    assert_eq!(source(&yungang(GridColumn::Target)), "规则同方案二（一）1表一，数值有改动");
    // The plan is not about another region.
    let elsewhere = scenario("uniform u=2.08 task=350 | base 2.14 | slots 130");
    for (column, expected) in [
        (GridColumn::Input(Figure::Base), "本情景填写"),
        (GridColumn::Target, "本页口径（假设，可改）"),
        (GridColumn::Utilisation, "本页口径（假设）"),
    ] {
        assert_eq!(explained(&elsewhere, &a(column), Language::Chinese).source, expected);
    }
}

/// 420 of 10 000 children, and so 13.566 of 323 slots: the second largest remainder gets one more.
#[test]
fn what_the_assistant_gives_is_worked_from_the_weight() {
    let four = scenario("uniform task=323 | children 5670 3850 420 60 | slots 1 1 1 1");
    let third = Subject::Divided(county(2), Scope::Whole);
    let said = explained(&four, &third, Language::Chinese);
    assert_eq!(said.value, "14");
    assert_eq!(said.worked, "权重420，未锁定县（区）合计10,000，占4.20%；配额13.57，整数13，余数0.57，补1");
    let places: Vec<InputPlace> = said.inputs.iter().map(|input| input.place.clone()).collect();
    let expected = [
        InputPlace::County(Figure::Children, county(2)),
        InputPlace::Least(county(2)),
        InputPlace::Most(county(2)),
        InputPlace::Task,
    ];
    assert_eq!(places, expected);
    let english = explained(&four, &third, Language::English);
    assert_eq!(
        english.worked,
        "weight 420 of 10,000 of all that are not locked, 4.20%; quota 13.57, whole 13, remainder 0.57, one more"
    );

    // A tie is no number: the card says what the assistant asks.
    let tied = scenario("uniform task=1 | children 5 5 | slots 1 0");
    let said = explained(&tied, &Subject::Divided(county(0), Scope::Whole), Language::Chinese);
    assert_eq!((said.value.as_str(), said.worked.contains("并列")), ("—", true));
    // 100 · 2 % = 2 new enrolments of 3 in all.
    let mut growing = scenario("uniform u=2 task=6 | base 1 1 | children 100 50 | slots 3 3");
    growing.apply(&Edit::SetWeightKind(WeightKind::Enrolments)).expect("a kind");
    let said = explained(&growing, &Subject::Divided(county(0), Scope::Whole), Language::Chinese);
    assert_eq!(said.worked, "权重2，未锁定县（区）合计3，占66.67%；配额4.00，整数4，余数0.00");
    for kind in WeightKind::ALL {
        growing.apply(&Edit::SetWeightKind(kind)).expect("a kind");
        let said = explained(&growing, &Subject::Divided(county(1), Scope::Rest), Language::English);
        assert!(!said.worked.is_empty() && said.inputs.len() >= 3, "{kind:?}");
    }
}

/// 10 slots for 100 children and 2 for 50: 100 and 40 per thousand. Gini: (10·50 − 2·100) ÷ (12·150) = 1 ÷ 6; the
/// shares of slots, 10 and 2 of 12, lie 1 ÷ 6 away from those of children, 8 and 4 of 12.
#[test]
fn how_even_a_division_is_names_the_ends() {
    let two = scenario("uniform task=12 | children 100 50 | slots 10 2 | capacity 20 10");
    let said = |of, language| {
        let said = explained(&two, &Subject::Evenness(of, Whose::Present), language);
        assert!(!said.definition.is_empty() && !said.formula.is_empty());
        (said.value, said.worked)
    };
    let name = |at: usize| Language::Chinese.name(&two.region().counties()[at].name).to_owned();
    let (first, second) = (name(0), name(1));
    let expected = [
        ("40.00–100.00", format!("{second} 2 × 1,000 ÷ 50 ≈ 40.00；{first} 10 × 1,000 ÷ 100 ≈ 100.00")),
        ("240.00–300.00", format!("{second} 12 × 1,000 ÷ 50 ≈ 240.00；{first} 30 × 1,000 ÷ 100 ≈ 300.00")),
        ("2.50", format!("{first} 10 × 1,000 ÷ 100 ≈ 100.00 ÷ {second} 2 × 1,000 ÷ 50 ≈ 40.00 ≈ 2.50")),
        ("16.67%", "任务数合计12个、婴幼儿合计150人，各县（区）代入后 ≈ 16.67%".to_owned()),
        ("16.67%", "任务数合计12个、婴幼儿合计150人，各县（区）代入后 ≈ 16.67%".to_owned()),
    ];
    for (of, (value, worked)) in Evenness::ALL.into_iter().zip(expected) {
        assert_eq!(said(of, Language::Chinese), (value.to_owned(), worked));
        assert_eq!(said(of, Language::English).0, value);
    }
    // A region without a plan, a county without slots, one without children.
    let why =
        |line: &str, whose| explained(&scenario(line), &Subject::Evenness(Evenness::Gini, whose), Language::Chinese);
    assert_eq!(why("uniform task=12 | children 100 50 | slots 10 2", Whose::Official).worked, "本地区没有市方案");
    assert_eq!(why("uniform task=12 | children 100 50 | slots 10 _", Whose::Present).worked, "需填写任务数");
    assert_eq!(why("uniform task=12 | children 100 _ | slots 10 2", Whose::Result(Scope::Whole)).value, "—");
}
