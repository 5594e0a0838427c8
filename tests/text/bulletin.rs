//! The bulletin. All counts are made up; tasks, bases and targets are the plan's.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use crate::random_scenarios;
use proptest::prelude::*;
use proptest::sample::select;
use tuowei::model::{
    Children, Counted, CountyId, CountyKind, Date, Edit, Indicator, MonitorEdit, RankBy, RegionDraft, Scenario,
    Schedule, evaluate, official_plan,
};
use tuowei::text::{Bulletin, BulletinOf, Language, Paragraph, bulletin, paragraph_name};

use Language::{Chinese, English};

fn day(month: u8, date: u8) -> Date {
    Date::new(2026, month, date).unwrap()
}

fn apply(scenario: &mut Scenario, edit: MonitorEdit) {
    scenario.apply(&Edit::Monitor(edit)).unwrap();
}

fn ids() -> Vec<CountyId> {
    official_plan().region().counties().iter().map(|county| county.id.clone()).collect()
}

/// Reports of the first so many counties as of 31 March and 30 June.
fn made_up(counties: usize) -> Scenario {
    let mut scenario = official_plan().clone();
    for (at, added) in
        [(day(3, 31), [10, 21, 2, 4, 5, 6, 7, 6, 5, 4]), (day(6, 30), [20, 40, 10, 8, 9, 12, 13, 11, 9, 7])]
    {
        apply(&mut scenario, MonitorEdit::SetReport(at, true));
        for (position, id) in ids().into_iter().take(counties).enumerate() {
            for (of, count) in Counted::ALL.into_iter().zip([
                1_000,
                40,
                20,
                110,
                30,
                80,
                added[position],
                10,
                1,
                3,
                1,
                5,
                u32::from(position < 7),
                20,
                5,
                30,
                8,
                9,
                2,
                1,
                u32::from(position < 8),
                5,
                2,
                20,
                2,
                u32::from(position < 4),
                10_000,
                7_512,
            ]) {
                apply(&mut scenario, MonitorEdit::SetCount(at, id.clone(), of, Some(count)));
            }
        }
    }
    scenario
}

/// 左云 reported nothing, 广灵 not everything; 平城 is far behind.
fn with_gaps() -> Scenario {
    let mut scenario = made_up(9);
    for of in [Counted::Registered, Counted::Contracted, Counted::Staff] {
        apply(&mut scenario, MonitorEdit::SetCount(day(6, 30), CountyId::new("guangling"), of, None));
    }
    scenario
}

fn whole() -> Scenario {
    let mut scenario = made_up(10);
    for county in ids() {
        scenario.apply(&Edit::children(county, Children::new(1_000))).unwrap();
    }
    apply(&mut scenario, MonitorEdit::SetCitiesCompeted(day(6, 30), Some(4)));
    scenario
}

fn of_paragraphs(scenario: &Scenario, by: RankBy, language: Language, paragraphs: &[Paragraph]) -> Bulletin {
    let outcome = &evaluate(scenario);
    let (day, today) = (day(6, 30), day(7, 2));
    bulletin(&BulletinOf { scenario, outcome, day, today, by, paragraphs, language }).unwrap()
}

fn written(scenario: &Scenario, by: RankBy, language: Language) -> Bulletin {
    of_paragraphs(scenario, by, language, &Paragraph::ALL)
}

#[track_caller]
fn says(scenario: &Scenario, by: RankBy, paragraph: Paragraph, expected: &str) {
    let said = of_paragraphs(scenario, by, Chinese, &[paragraph]);
    assert_eq!(said.paragraphs, [(paragraph, expected.to_owned())]);
}

const BY_SLOTS: RankBy = RankBy::Indicator(Indicator::InclusiveAdded);

#[test]
fn a_report_with_gaps_names_them_and_gives_no_figure_for_them() {
    assert_eq!(written(&with_gaps(), BY_SLOTS, Chinese).text(), GAPS_CHINESE);
    assert_eq!(written(&with_gaps(), BY_SLOTS, English).text(), GAPS_ENGLISH);
}

#[test]
fn a_whole_report_has_the_citys_figures() {
    assert_eq!(written(&whole(), RankBy::Score, Chinese).text(), WHOLE_CHINESE);
    assert_eq!(written(&whole(), RankBy::Score, English).text(), WHOLE_ENGLISH);
}

#[test]
fn only_the_chosen_paragraphs_stand_there_in_their_order() {
    let chosen = [Paragraph::Next, Paragraph::Slots];
    let said = of_paragraphs(&whole(), BY_SLOTS, Chinese, &chosen);
    assert_eq!(said.paragraphs.iter().map(|(paragraph, _)| *paragraph).collect::<Vec<_>>(), chosen);
    assert!(said.text().contains("\n一、今后进度\n") && said.text().contains("\n二、新增普惠托位\n"));
    let outcome = &evaluate(official_plan());
    let none = BulletinOf {
        scenario: official_plan(),
        outcome,
        day: day(6, 30),
        today: day(6, 30),
        by: BY_SLOTS,
        paragraphs: &Paragraph::ALL,
        language: Chinese,
    };
    assert_eq!(bulletin(&none), None, "there is no report");
}

#[test]
fn nobody_reported_anything() {
    let mut scenario = official_plan().clone();
    apply(&mut scenario, MonitorEdit::SetReport(day(6, 30), true));
    for (paragraph, expected) in [
        (
            Paragraph::Overview,
            "截至2026年6月30日，全市10个县（区）均未填报。按序时安排（按天均匀），应完成全年任务的49.59%。\
             核心指标分口径共17项，其中暂无法计算17项。",
        ),
        (Paragraph::Slots, "各县（区）均未报新增普惠托位数。"),
        (Paragraph::Behind, "各县（区）未报新增普惠托位数，未作判定。"),
        (Paragraph::Enrolment, "全市入托率暂无法计算（全部10个县（区）未报全）。各县（区）未报全，入托率暂无法计算。"),
        (Paragraph::Ranking, "各县（区）数据均不全，未作排名。"),
        (Paragraph::Unreported, "各县（区）未填报。"),
        (Paragraph::Next, "各县（区）未报新增普惠托位数，每月需新增数暂无法计算。"),
    ] {
        says(&scenario, BY_SLOTS, paragraph, expected);
    }
}

#[test]
fn equal_counties_share_a_place() {
    // 30 % registered everywhere.
    let by = RankBy::Indicator(Indicator::Registration);
    let all: Vec<String> = official_plan()
        .region()
        .counties()
        .iter()
        .map(|county| format!("{}并列第1名（30.00%，与上期相同）", county.name.local))
        .collect();
    let expected = format!("按备案率（全行业）排名：{}。", all.join("、"));
    says(&whole(), by, Paragraph::Ranking, &expected);
    // 平城 3 of 10, the next seven 2, 广灵 1, 左云 0: the second place is shared by seven.
    let mut scenario = made_up(10);
    for (county, registered) in ids().into_iter().zip([3, 2, 2, 2, 2, 2, 2, 2, 1, 0]) {
        apply(&mut scenario, MonitorEdit::SetReport(day(3, 31), false));
        apply(&mut scenario, MonitorEdit::SetCount(day(6, 30), county, Counted::Registered, Some(registered)));
    }
    let shared =
        ["云冈", "新荣", "云州", "阳高", "天镇", "浑源", "灵丘"].map(|name| format!("{name}并列第2名（20.00%）"));
    let expected = format!(
        "按备案率（全行业）排名：平城第1名（30.00%）、{}、广灵第9名（10.00%）、左云第10名（0.00%）。",
        shared.join("、")
    );
    says(&scenario, by, Paragraph::Ranking, &expected);
    says(
        &scenario,
        RankBy::Indicator(Indicator::CompetedByCities),
        Paragraph::Ranking,
        "参赛率（省级）不分县（区），未作排名。",
    );
    apply(&mut scenario, MonitorEdit::SetRankWeight(Indicator::Enrolment, 20));
    let expected = "各项权重合计为95%，不是100%，不计算综合得分，未作排名。";
    says(&scenario, RankBy::Score, Paragraph::Ranking, expected);
}

#[test]
fn who_has_no_task_or_carried_it_out_is_said() {
    let mut scenario = whole();
    scenario.apply(&Edit::slots(CountyId::new("pingcheng"), None)).unwrap();
    says(
        &scenario,
        BY_SLOTS,
        Paragraph::Slots,
        "全市已新增普惠托位139个。平城未定任务数。已完成全年任务的有1个县（区）：新荣。",
    );
    for (silent, expected) in [
        (false, "暂无法计算1项（平城未定任务数）：普惠托位增量完成率。"),
        (true, "暂无法计算1项（左云未报全；平城未定任务数）：普惠托位增量完成率。"),
    ] {
        let mut scenario = scenario.clone();
        let count = MonitorEdit::SetCount(day(6, 30), CountyId::new("zuoyun"), Counted::InclusiveAdded, None);
        apply(&mut scenario, if silent { count } else { MonitorEdit::SetOfStaff(false) });
        let said = of_paragraphs(&scenario, BY_SLOTS, Chinese, &[Paragraph::Indicators]);
        assert!(said.paragraphs[0].1.ends_with(expected), "{}", said.paragraphs[0].1);
    }
    apply(&mut scenario, MonitorEdit::SetSchedule(Schedule::Quarters([0, 0, 1, 1])));
    says(
        &scenario,
        BY_SLOTS,
        Paragraph::Behind,
        "已报的县（区）新增普惠托位进度均不慢于序时。平城未定任务数，未作判定。",
    );
    let mut done = whole();
    for county in ids() {
        apply(&mut done, MonitorEdit::SetCount(day(6, 30), county, Counted::InclusiveAdded, Some(130)));
    }
    says(&done, BY_SLOTS, Paragraph::Behind, "各县（区）新增普惠托位进度均不慢于序时。");
    says(&done, BY_SLOTS, Paragraph::Next, "全市新增普惠托位任务已完成。");
}

#[test]
fn the_city_keeps_the_name_that_it_has() {
    for (name, expected) in
        [("大同", "关于大同市2026年"), ("朔州市", "关于朔州市2026年"), ("兴安盟", "关于兴安盟2026年")]
    {
        let mut draft = RegionDraft::of(official_plan().region());
        draft.name = name.to_owned();
        let mut scenario = made_up(10);
        scenario.apply(&scenario.region_edit(&draft.finish("r-1").unwrap())).unwrap();
        let title = written(&scenario, BY_SLOTS, Chinese).title;
        assert!(title.starts_with(expected), "{title}");
    }
}

#[test]
fn html_is_the_same_text_and_escaped() {
    let mut draft = RegionDraft::of(official_plan().region());
    draft.counties[0].name = "<b>&\"甲\"".to_owned();
    draft.add("<script>", CountyKind::County);
    let mut scenario = made_up(10);
    scenario.apply(&scenario.region_edit(&draft.finish("r-1").unwrap())).unwrap();
    let said = written(&scenario, BY_SLOTS, Chinese);
    assert!(said.text().contains("<b>&\"甲\"（任务") && said.text().contains("<script>未填报"));
    let html = said.html();
    assert!(html.contains("&lt;b&gt;&amp;&quot;甲&quot;（任务") && html.contains("&lt;script&gt;未填报"));
    assert!(!html.contains("<b>") && !html.contains("<script"));
    let page = format!("<html>{html}</html>");
    let read = roxmltree::Document::parse(&page).unwrap();
    let elements: Vec<(String, String)> = read
        .root_element()
        .children()
        .map(|element| (element.tag_name().name().to_owned(), element.text().unwrap_or_default().to_owned()))
        .collect();
    assert_eq!(elements.len(), 18);
    assert_eq!(elements[0], ("h1".to_owned(), said.title.clone()));
    assert_eq!(elements[1], ("h2".to_owned(), "一、总体情况".to_owned()));
    assert_eq!(elements[2], ("p".to_owned(), said.paragraphs[0].1.clone()));
    assert_eq!(elements[17], ("p".to_owned(), "2026年7月2日".to_owned()));
    for paragraph in Paragraph::ALL {
        assert!(paragraph_name(paragraph, English).is_ascii());
    }
}

fn any_by() -> impl Strategy<Value = RankBy> {
    prop_oneof![Just(RankBy::Score), select(Indicator::ALL.to_vec()).prop_map(RankBy::Indicator)]
}

fn any_count() -> impl Strategy<Value = Option<u32>> {
    let count = prop_oneof![6 => 0..=150_u32, 1 => select(vec![0, 1, Counted::MOST])];
    random_scenarios::present(85, count)
}

fn any_report(counties: usize) -> impl Strategy<Value = Vec<Vec<Option<u32>>>> {
    prop::collection::vec(prop::collection::vec(any_count(), Counted::COUNT), counties)
}

fn fill(scenario: &mut Scenario, report: &[Vec<Option<u32>>]) {
    let ids: Vec<CountyId> = scenario.region().counties().iter().map(|county| county.id.clone()).collect();
    apply(scenario, MonitorEdit::SetReport(day(6, 30), true));
    for (id, figures) in ids.iter().zip(report) {
        for (of, count) in Counted::ALL.into_iter().zip(figures) {
            apply(scenario, MonitorEdit::SetCount(day(6, 30), id.clone(), of, *count));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn a_bulletin_is_always_written(
        draft in random_scenarios::drafts_of(6),
        report in any_report(6),
        by in any_by(),
        today in (1_u8..=12).prop_map(|month| day(month, 28)),
    ) {
        let mut scenario = draft.scenario();
        fill(&mut scenario, &report);
        let outcome = &evaluate(&scenario);
        for language in [Chinese, English] {
            let of = BulletinOf {
                scenario: &scenario, outcome, day: day(6, 30), today, by, paragraphs: &Paragraph::ALL, language,
            };
            let said = bulletin(&of).expect("there is a report");
            prop_assert_eq!(said.paragraphs.len(), 8);
            for (_, text) in &said.paragraphs {
                prop_assert!(text.ends_with(['。', '.']) && !text.contains("  ") && !text.contains("。。"), "{}", text);
            }
        }
    }

    #[test]
    fn who_did_not_report_has_no_figure(report in any_report(10), silent in 0_usize..10, by in any_by()) {
        let mut report = report;
        report[silent] = vec![None; Counted::COUNT];
        let mut scenario = official_plan().clone();
        fill(&mut scenario, &report);
        let name = &official_plan().region().counties()[silent].name.local;
        let said = written(&scenario, by, Chinese).text();
        prop_assert!(said.contains(&**name));
        for (at, _) in said.match_indices(&**name) {
            let next = said[at + name.len()..].chars().next().expect("a sentence ends");
            prop_assert!(matches!(next, '、' | '未' | '数' | '等' | '没'), "{} then {}", name, next);
        }
    }
}

const GAPS_CHINESE: &str = "\
关于大同市2026年6月托育工作进展情况的通报

一、总体情况
截至2026年6月30日，全市10个县（区）中9个已填报，左云未填报。已填报的县（区）中，1个未报全。按序时安排（按天均匀），应完成全年任务的49.59%。核心指标分口径共17项，其中暂无法计算17项。

二、新增普惠托位
左云未报新增普惠托位数，全市合计暂缺；已报的9个县（区）共新增132个（任务数合计337个）。已完成全年任务的有1个县（区）：新荣。

三、进度滞后的县（区）
严重滞后的有1个县（区）：平城（任务130个，已新增20个，完成15.38%，比序时慢44个，还差110个，每月需新增19个）。略滞后的有2个县（区）：阳高（任务20个，已新增9个，完成45.00%，比序时慢1个，还差11个，每月需新增2个）、灵丘（任务24个，已新增11个，完成45.83%，比序时慢1个，还差13个，每月需新增3个）。左云未报新增普惠托位数，未作判定。

四、入托率
全市入托率暂无法计算（左云未报全）。达到目标值的有1个县（区）：云州4.00%（目标3.87%，高0.13个百分点）。未达到目标值的有8个县（区）：平城4.00%（目标4.22%，低0.22个百分点，还需入托3人）、云冈4.00%（目标5.77%，低1.77个百分点，还需入托18人）、新荣4.00%（目标13.11%，低9.11个百分点，还需入托92人）、阳高4.00%（目标4.45%，低0.45个百分点，还需入托5人）、天镇4.00%（目标10.49%，低6.49个百分点，还需入托65人）、浑源4.00%（目标8.09%，低4.09个百分点，还需入托41人）、灵丘4.00%（目标6.22%，低2.22个百分点，还需入托23人）、广灵4.00%（目标7.14%，低3.14个百分点，还需入托32人）。左云未报全，入托率暂无法计算。

五、核心指标
暂无法计算14项（左云未报全）：托位利用率（全行业）；托位利用率（县域公办）；入托率；普惠托位增量完成率；普惠托位占比；普惠补贴完成率；备案率（县域公办）；签约率（县域公办）；持证率（全行业）；持证率（县域公办）；参训率（省级，园长）；参训率（市级）；参训率（县级）；参赛率（市级）。暂无法计算2项（广灵、左云未报全）：备案率（全行业）；签约率（全行业）。暂无法计算1项（缺：举办技能大赛的地市数或全省地市总数）：参赛率（省级）。

六、排名情况
按普惠托位增量完成率排名，居前的是新荣第1名（100.00%，比上期升7位）、天镇第2名（70.59%，比上期降1位）、广灵第3名（52.94%，比上期降1位）；居后的是灵丘第7名（45.83%，比上期降2位）、阳高第8名（45.00%，比上期降3位）、平城第9名（15.38%，与上期相同）。左云数据不全，未参加排名。

七、未报情况
左云未填报。广灵未报：备案机构数、签约机构数。

八、今后进度
2026年7月2日之后到年底，各县（区）每月需新增：平城19个、云冈7个、云州2个、阳高2个、天镇1个、浑源3个、灵丘3个、广灵2个。左云未报新增普惠托位数，每月需新增数暂无法计算。

2026年7月2日
";

const GAPS_ENGLISH: &str = "\
Childcare in Datong: progress in June 2026

1. Overview
As of 30 June 2026, 9 of the 10 counties reported; Zuoyun did not. Of those that reported, one did so in part. By the calendar (evenly by day), 49.59% of the year's task is due. The core indicators are counted in 17 ways: 17 not known yet.

2. New inclusive slots
There is no sum for the city yet; new inclusive slots are missing from Zuoyun. The 9 counties that reported them added 132, of tasks of 337 together. The year's task is carried out in 1 county: Xinrong.

3. Counties behind the calendar
Far behind (1 county): Pingcheng (task 130, added 20, 15.38%, 44 behind the calendar, 110 short, 19 a month needed). Slightly behind (2 counties): Yanggao (task 20, added 9, 45.00%, 1 behind the calendar, 11 short, 2 a month needed), Lingqiu (task 24, added 11, 45.83%, 1 behind the calendar, 13 short, 3 a month needed). Not judged, as no slots are reported: Zuoyun.

4. Enrolment rate
The city's enrolment rate is not known yet (incomplete: Zuoyun). The target is reached in 1 county: Yunzhou 4.00% (target 3.87%, 0.13 points above). It is not reached in 8 counties: Pingcheng 4.00% (target 4.22%, 0.22 points below, 3 more children to enrol), Yungang 4.00% (target 5.77%, 1.77 points below, 18 more children to enrol), Xinrong 4.00% (target 13.11%, 9.11 points below, 92 more children to enrol), Yanggao 4.00% (target 4.45%, 0.45 points below, 5 more children to enrol), Tianzhen 4.00% (target 10.49%, 6.49 points below, 65 more children to enrol), Hunyuan 4.00% (target 8.09%, 4.09 points below, 41 more children to enrol), Lingqiu 4.00% (target 6.22%, 2.22 points below, 23 more children to enrol), Guangling 4.00% (target 7.14%, 3.14 points below, 32 more children to enrol). Incomplete, so that there is no rate: Zuoyun.

5. Core indicators
Not known yet (14; incomplete: Zuoyun): Slot utilisation (all); Slot utilisation (county public); Enrolment rate; New inclusive slots, of the task; Share of inclusive slots; Inclusive subsidies paid out; Registration (county public); Medical partners (county public); Certificates (all); Certificates (county public); Trained by the province (heads); Trained by the city; Trained by the county; Competitions held (counties). Not known yet (2; incomplete: Guangling, Zuoyun): Registration (all); Medical partners (all). Not known yet (1; missing: cities that held a competition, or all cities): Competitions held (cities).

6. Ranking
Ranked by new inclusive slots, of the task. First: Xinrong (place 1; 100.00%, up 7), Tianzhen (place 2; 70.59%, down 1), Guangling (place 3; 52.94%, down 1). Last: Lingqiu (place 7; 45.83%, down 2), Yanggao (place 8; 45.00%, down 3), Pingcheng (place 9; 15.38%, as before). Not ranked, as figures are missing: Zuoyun.

7. Not reported
No report: Zuoyun. Missing from Guangling: registered institutions, institutions with a medical partner.

8. Pace from now on
Slots a month that counties need after 2 July 2026: Pingcheng 19, Yungang 7, Yunzhou 2, Yanggao 2, Tianzhen 1, Hunyuan 3, Lingqiu 3, Guangling 2. No pace is known, as no slots are reported: Zuoyun.

2 July 2026
";

const WHOLE_CHINESE: &str = "\
关于大同市2026年6月托育工作进展情况的通报

一、总体情况
截至2026年6月30日，全市10个县（区）均已填报。按序时安排（按天均匀），应完成全年任务的49.59%。核心指标分口径共17项，其中已达标5项、符合序时6项、略滞后1项、滞后1项、严重滞后1项、目标未定3项。

二、新增普惠托位
全市新增普惠托位任务350个，已新增139个，完成39.71%。序时应完成172个，比序时慢33个，略滞后。按目前进度，年底预计新增280个，比任务数少70个。已完成全年任务的有1个县（区）：新荣。

三、进度滞后的县（区）
严重滞后的有1个县（区）：平城（任务130个，已新增20个，完成15.38%，比序时慢44个，还差110个，每月需新增19个）。略滞后的有2个县（区）：阳高（任务20个，已新增9个，完成45.00%，比序时慢1个，还差11个，每月需新增2个）、灵丘（任务24个，已新增11个，完成45.83%，比序时慢1个，还差13个，每月需新增3个）。

四、入托率
全市入托率4.00%（目标6.73%，低2.73个百分点，还需入托274人）。达到目标值的有2个县（区）：云州4.00%（目标3.87%，高0.13个百分点）、左云4.00%（目标3.95%，高0.05个百分点）。未达到目标值的有8个县（区）：平城4.00%（目标4.22%，低0.22个百分点，还需入托3人）、云冈4.00%（目标5.77%，低1.77个百分点，还需入托18人）、新荣4.00%（目标13.11%，低9.11个百分点，还需入托92人）、阳高4.00%（目标4.45%，低0.45个百分点，还需入托5人）、天镇4.00%（目标10.49%，低6.49个百分点，还需入托65人）、浑源4.00%（目标8.09%，低4.09个百分点，还需入托41人）、灵丘4.00%（目标6.22%，低2.22个百分点，还需入托23人）、广灵4.00%（目标7.14%，低3.14个百分点，还需入托32人）。

五、核心指标
已达标5项：托位利用率（县域公办）66.67%（目标60.00%，高6.67个百分点）；普惠托位占比72.73%（目标71.00%，高1.73个百分点）；备案率（县域公办）100.00%（目标100.00%）；持证率（全行业）45.00%（目标40.00%，高5.00个百分点）；参训率（省级，园长）80.00%（目标80.00%）。未达标9项：托位利用率（全行业）36.36%（目标40.00%，低3.64个百分点，还需入托40人），符合序时；入托率4.00%（目标6.73%，低2.73个百分点，还需入托274人），严重滞后；普惠托位增量完成率39.71%（目标100.00%，低60.29个百分点，还需新增普惠托位211个），略滞后；备案率（全行业）30.00%（目标45.00%，低15.00个百分点，还需备案15家），符合序时；签约率（全行业）50.00%（目标60.00%，低10.00个百分点，还需签约10家），符合序时；签约率（县域公办）70.00%（目标80.00%，低10.00个百分点，还需签约1家），符合序时；持证率（县域公办）40.00%（目标60.00%，低20.00个百分点，还需持证10人），符合序时；参训率（市级）40.00%（目标60.00%，低20.00个百分点，还需参训10人），符合序时；参训率（县级）10.00%（目标40.00%，低30.00个百分点，还需参训60人），滞后。目标未定3项：普惠补贴完成率75.12%；参赛率（市级）40.00%；参赛率（省级）36.36%。

六、排名情况
按综合得分（利用率25%、入托率25%、普惠增量25%、普惠占比25%）排名，居前的是左云第1名（86.19分，与上期相同）、云州第2名（85.23分，与上期相同）、阳高第3名（78.57分，与上期相同）；居后的是广灵第8名（60.96分，比上期降1位）、浑源第9名（60.23分，比上期降1位）、灵丘第10名（59.19分，比上期降1位）。

七、未报情况
各县（区）均已报全。

八、今后进度
全市还差新增普惠托位211个，2026年7月2日之后到年底每月需新增36个。2026年7月2日之后到年底，各县（区）每月需新增：平城19个、云冈7个、云州2个、阳高2个、天镇1个、浑源3个、灵丘3个、广灵2个、左云2个。

2026年7月2日
";

const WHOLE_ENGLISH: &str = "\
Childcare in Datong: progress in June 2026

1. Overview
As of 30 June 2026, all of the 10 counties have reported. By the calendar (evenly by day), 49.59% of the year's task is due. The core indicators are counted in 17 ways: 5 met, 6 on schedule, 1 slightly behind, 1 behind, 1 far behind, 3 without a target.

2. New inclusive slots
Of the city's task of 350 slots, 139 were added, 39.71%. The calendar wants 172; the city is 33 behind (slightly behind). At this pace 280 slots will be added by the end of the year, 70 fewer than the task. The year's task is carried out in 1 county: Xinrong.

3. Counties behind the calendar
Far behind (1 county): Pingcheng (task 130, added 20, 15.38%, 44 behind the calendar, 110 short, 19 a month needed). Slightly behind (2 counties): Yanggao (task 20, added 9, 45.00%, 1 behind the calendar, 11 short, 2 a month needed), Lingqiu (task 24, added 11, 45.83%, 1 behind the calendar, 13 short, 3 a month needed).

4. Enrolment rate
The city's enrolment rate is 4.00% (target 6.73%, 2.73 points below, 274 more children to enrol). The target is reached in 2 counties: Yunzhou 4.00% (target 3.87%, 0.13 points above), Zuoyun 4.00% (target 3.95%, 0.05 points above). It is not reached in 8 counties: Pingcheng 4.00% (target 4.22%, 0.22 points below, 3 more children to enrol), Yungang 4.00% (target 5.77%, 1.77 points below, 18 more children to enrol), Xinrong 4.00% (target 13.11%, 9.11 points below, 92 more children to enrol), Yanggao 4.00% (target 4.45%, 0.45 points below, 5 more children to enrol), Tianzhen 4.00% (target 10.49%, 6.49 points below, 65 more children to enrol), Hunyuan 4.00% (target 8.09%, 4.09 points below, 41 more children to enrol), Lingqiu 4.00% (target 6.22%, 2.22 points below, 23 more children to enrol), Guangling 4.00% (target 7.14%, 3.14 points below, 32 more children to enrol).

5. Core indicators
Met (5): Slot utilisation (county public) 66.67% (target 60.00%, 6.67 points above); Share of inclusive slots 72.73% (target 71.00%, 1.73 points above); Registration (county public) 100.00% (target 100.00%); Certificates (all) 45.00% (target 40.00%, 5.00 points above); Trained by the province (heads) 80.00% (target 80.00%). Not met (9): Slot utilisation (all) 36.36% (target 40.00%, 3.64 points below, 40 more children to enrol), on schedule; Enrolment rate 4.00% (target 6.73%, 2.73 points below, 274 more children to enrol), far behind; New inclusive slots, of the task 39.71% (target 100.00%, 60.29 points below, 211 more inclusive slots to add), slightly behind; Registration (all) 30.00% (target 45.00%, 15.00 points below, 15 more to register), on schedule; Medical partners (all) 50.00% (target 60.00%, 10.00 points below, 10 more to find a medical partner), on schedule; Medical partners (county public) 70.00% (target 80.00%, 10.00 points below, 1 more to find a medical partner), on schedule; Certificates (county public) 40.00% (target 60.00%, 20.00 points below, 10 more to be certified), on schedule; Trained by the city 40.00% (target 60.00%, 20.00 points below, 10 more to be trained), on schedule; Trained by the county 10.00% (target 40.00%, 30.00 points below, 60 more to be trained), behind. Without a target (3): Inclusive subsidies paid out 75.12%; Competitions held (counties) 40.00%; Competitions held (cities) 36.36%.

6. Ranking
Ranked by weighted score (Utilisation 25%, Enrolment 25%, New inclusive 25%, Inclusive share 25%). First: Zuoyun (place 1; 86.19 points, as before), Yunzhou (place 2; 85.23 points, as before), Yanggao (place 3; 78.57 points, as before). Last: Guangling (place 8; 60.96 points, down 1), Hunyuan (place 9; 60.23 points, down 1), Lingqiu (place 10; 59.19 points, down 1).

7. Not reported
All counties reported everything.

8. Pace from now on
The city still needs 211 new inclusive slots: 36 a month after 2 July 2026, until the end of the year. Slots a month that counties need after 2 July 2026: Pingcheng 19, Yungang 7, Yunzhou 2, Yanggao 2, Tianzhen 1, Hunyuan 3, Lingqiu 3, Guangling 2, Zuoyun 2.

2 July 2026
";
