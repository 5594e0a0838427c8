//! Words of the task page: the plan's own wording, counts, owners, in both languages.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test says what it expects")]

use tuowei::model::{
    Date, LedgerRow, OfficialTask, ProblemCounts, RowContradiction, TaskCounts, TaskRow, ledger, official_plan,
};
use tuowei::text::{
    Language, TaskText, closing_rate, plan_owner, plan_part, plan_section, problem_counts_said, row_contradiction,
    row_owner, row_title, task_counts_said, task_remark, task_title, task_wording_in, worked_out_as_of,
};

use Language::{Chinese, English};

/// Sentences of 大同市2026年托育服务质量提升年活动实施方案, copied from it, with the section in which each stands.
#[rustfmt::skip]
const PLAN: &[(&str, &str, &str)] = &[
    ("enrolment", "二(一)1", "明确各县（区）2026年婴幼儿入托率目标值（表一）"),
    ("slots", "二(一)2", "省卫健委明确我市新增普惠托位任务数为350个，现确定各县（区）2026年新增普惠托位任务数分配（表二）"),
    ("schedule", "二(一)2", "各县（区）要紧盯任务、倒排工期，盘活存量、做大增量，优先在人口密集区域、婴幼儿照护需求旺盛区域布局普惠托位，确保新增托位合规达标、高效利用"),
    ("measures", "二(二)1", "要结合实际出台配套举措，打通政策落地“最后一公里”，确保土地、规划、财政、人才等支持政策直达机构、惠及家庭"),
    ("criteria", "二(二)2", "上下联动推进修订完善普惠托位认定细则，坚决杜绝“假普惠、虚定价”"),
    ("funds", "二(二)3", "积极推进托育服务项目建设，争取更多的中央预算内投资、地方政府债券等政策性资金支持"),
    ("city-unit", "二(二)3", "继续申报以城市为单元整体推进普惠托育服务项目"),
    ("pilot-subsidy", "二(二)3", "主动对接国家托育服务补助示范试点申报工作"),
    ("subsidy-plan", "二(二)4", "修订完善《2026 年普惠托育机构补贴项目实施方案》，优化补贴流程、简化申报材料，推动补贴发放科学规范、简便易行"),
    ("subsidy-budget", "二(二)4", "扎实做好 2027 年补贴项目预算编制，确保预算安排全面精准、保障有力"),
    ("subsidy-rate", "二(二)4", "鼓励有条件的县（区）提高补贴标准，激发机构运营积极性"),
    ("train-province", "二(三)1", "省级负责各级公办托育综合服务中心园长培训，参训率不低于80%"),
    ("train-city", "二(三)1", "市级负责辖区公办机构全职保育人员培训，参训率不低于60%"),
    ("train-county", "二(三)1", "县级负责辖区内所有托育机构全职保育人员培训，参训率不低于40%"),
    ("compete-county", "二(三)2", "鼓励各县（区）举办托育服务技能大赛，营造比学赶超、实训强能的浓厚氛围"),
    ("compete-city", "二(三)2", "市级技能大赛参赛选手原则上也要具备县级大赛参赛成绩"),
    ("compete-province", "二(三)2", "省级技能大赛参赛选手须具备市级大赛参赛成绩"),
    ("grade-county", "二(三)3", "按照“县级自评、市级验收、省级抽检”流程，对全市所有托育机构实施分级评定，实现评定全覆盖"),
    ("grade-city", "二(三)3", "按照“县级自评、市级验收、省级抽检”流程，对全市所有托育机构实施分级评定，实现评定全覆盖"),
    ("grade-province", "二(三)3", "按照“县级自评、市级验收、省级抽检”流程，对全市所有托育机构实施分级评定，实现评定全覆盖"),
    ("models", "二(三)3", "在等级评定基础上，组织开展示范托育机构评选，树立行业标杆，带动全行业提质升级"),
    ("nursery-classes", "二(三)4", "鼓励有条件的幼儿园开设托班，解决好场地、设施、师资等条件保障，确保安全和质量"),
    ("medical", "二(三)4", "加强托育健康指导服务，促进医疗卫生机构支持托育服务发展，定期上门对接"),
    ("centre-study", "二(四)1", "力争2026年完成可研、初设等前期准备工作"),
    ("centre-approval", "二(四)1", "2027年完成项目立项"),
    ("centre-building", "二(四)1", "2028-2029年推进项目建设"),
    ("centre-opening", "二(四)1", "2030年前全部投入运营"),
    ("registration", "二(四)2", "确保县域公办机构备案率达到100%、全市托育机构备案率达到45%"),
    ("utilisation", "二(四)2", "县域公办机构托位利用率达到60%、全市托育机构托位利用率达到40%"),
    ("contracts", "二(四)2", "县域公办机构与医疗机构签约率达到80%、全市托育机构与医疗机构签约率达到60%"),
    ("certificates", "二(四)2", "县域公办机构从业人员全员培训、持证上岗，育婴员、保育师等职业技能等级证书持证率达到60%、全市托育机构从业人员持证率达到40%"),
    ("community-site", "二(四)3", "在云州区新建社区嵌入式托育示范点，补齐社区托育服务短板"),
    ("pilot-review", "二(四)3", "对4个市辖区试点开展专项评估，推进试点提质增效"),
    ("brand", "二(五)", "积极打造具有我市特色的托育服务品牌，实现连锁化、规模化、专业化建设运营"),
    ("awareness-month", "二(五)", "依托“托育宣传月”等节点，组织开展政策解读、科普宣传、成果展示等多样化活动，全面提升托育服务知晓度、认可度"),
    ("platform", "二(五)", "依托“山西婴幼儿照护服务”微信公众平台"),
    ("safety-checks", "二(六)", "常态化开展安全抽检工作，组织安全抽检，建立问题台账、限期整改、闭环管理"),
    ("safety-training", "二(六)", "全覆盖融入安全培训，各类托育业务培训必须设置安全管理专题，筑牢安全思想防线"),
    ("oversight", "二(六)", "创新安全监管模式，探索跨部门联合执法、信用监管、智慧监管机制"),
    ("safety-film", "二(六)", "拍摄制作托育安全宣传专题片，全面提升安全监管效能"),
    ("survey-reports", "三(一)3", "以 2025 年国家统计局调查数据为基数统计报送"),
    ("inclusive-share", "三(一)4", "2026 年全市普惠托位占比要达到 71%"),
    ("task-force", "四(一)", "健全专项工作领导小组，明晰职责分工、细化落实举措、倒排时间节点"),
    ("coordination", "四(二)", "健全完善部门协同、上下联动的工作推进机制，卫健部门牵头抓总、统筹协调"),
    ("meetings", "四(二)", "建立定期调度、问题会商机制，及时协调破解活动推进中的堵点难点问题"),
    ("guidance", "四(三)", "市级定期开展指导督促，对敷衍塞责、推进迟缓、问题整改不力的严肃追责问责"),
    ("long-term", "四(四)", "全面梳理托育服务发展现状，精准对接“十五五”时期托育服务体系建设目标，提前谋划长效机制、资源布局、政策保障等重点工作"),
];

fn has_chinese(text: &str) -> bool {
    text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter))
}

#[test]
fn every_word_is_said_in_its_own_language() {
    for &word in TaskText::ALL {
        let (chinese, english) = (word.in_language(Chinese), word.in_language(English));
        assert!(has_chinese(chinese), "{word:?}");
        assert!(!english.is_empty() && !has_chinese(english), "{word:?}: {english}");
    }
    for of in [RowContradiction::DueBeforeStart, RowContradiction::ClosedBeforeFound, RowContradiction::DueBeforeFound]
    {
        assert!(has_chinese(row_contradiction(of, Chinese)) && !has_chinese(row_contradiction(of, English)));
    }
}

#[test]
fn every_task_is_worded_as_the_plan_words_it() {
    let ours: Vec<(&str, &str, &str)> = OfficialTask::all()
        .iter()
        .map(|task| (task.id, task.section, task_wording_in(task.id, Chinese).unwrap()))
        .collect();
    assert_eq!(ours, PLAN);
    assert_eq!(task_wording_in("t1", Chinese), None);
    // 2030年前 is read as by the end of 2030, and the page says so.
    let read: Vec<&str> =
        OfficialTask::all().iter().map(|task| task.id).filter(|id| task_remark(id).is_some()).collect();
    assert_eq!(read, ["centre-opening"]);
    assert!(TaskText::ReadAs2030.in_language(Chinese).contains("2030年12月31日"));
}

#[test]
fn every_task_has_a_title_and_a_rendering_in_english() {
    for task in OfficialTask::all() {
        let (chinese, english) = (task_title(task.id, Chinese).unwrap(), task_title(task.id, English).unwrap());
        assert!(has_chinese(chinese) && chinese.chars().count() <= TaskRow::MOST_NAME, "{chinese}");
        assert!(!english.is_empty() && !has_chinese(english) && english.chars().count() <= TaskRow::MOST_NAME);
        let wording = task_wording_in(task.id, English).unwrap();
        assert!(!wording.is_empty() && !has_chinese(wording), "{wording}");
        if !task.owner.is_empty() {
            assert_eq!(plan_owner(task.owner, Chinese), Some(task.owner));
            assert!(!has_chinese(plan_owner(task.owner, English).unwrap()));
        }
        for language in [Chinese, English] {
            let part = plan_part(task.part(), language);
            assert!(part.len() > task.part().len() + 1, "{part}");
            assert_eq!(has_chinese(&part), language == Chinese, "{part}");
        }
    }
    assert_eq!(plan_owner("某单位", English), None);
}

#[test]
fn sections_are_written_as_readers_know_them() {
    assert_eq!(plan_section("二(四)1", Chinese), "二(四)1");
    assert_eq!(plan_section("二(四)1", English), "2(4)1");
    assert_eq!(plan_part("二(六)", Chinese), "二(六) 严守安全底线，强化全面多维监管");
    assert_eq!(plan_part("二(六)", English), "2(6) Safety and oversight");
}

#[test]
fn a_row_is_called_as_it_says_itself_else_as_the_plan_says() {
    let rows = ledger(official_plan());
    let slots = rows.iter().find(|row| row.id.as_str() == "slots").unwrap();
    assert_eq!(row_title(slots, Chinese), "新增普惠托位350个（表二）");
    assert_eq!(row_title(slots, English), "350 new inclusive slots (Table 2)");
    assert_eq!((row_owner(slots, Chinese), row_owner(slots, English)), ("各县（区）", "Counties"));
    let changed =
        TaskRow { title: Some("新增350个".to_owned()), owner: "市卫健委".to_owned(), ..slots.row.clone() };
    let changed = LedgerRow { row: changed, ..slots.clone() };
    assert_eq!((row_title(&changed, English), row_owner(&changed, English)), ("新增350个", "市卫健委"));
}

#[test]
fn counts_are_said_in_a_sentence() {
    let counts = TaskCounts { all: 47, by_status: [38, 5, 3, 1], overdue: 1 };
    assert_eq!(task_counts_said(&counts, Chinese), "47项，已完成3，进行中5，逾期1");
    assert_eq!(task_counts_said(&counts, English), "47 tasks: 3 done, 5 under way, 1 overdue");
    let one = TaskCounts { all: 1, by_status: [1, 0, 0, 0], overdue: 0 };
    assert_eq!(task_counts_said(&one, English), "1 task: 0 done, 0 under way, 0 overdue");
    let counts = ProblemCounts { open: 1, closed: 2, overdue: 1 };
    assert_eq!(problem_counts_said(&counts, Chinese), "隐患3条，已闭环2，整改中1，逾期1，闭环率66.67%");
    assert_eq!(problem_counts_said(&counts, English), "3 problems: 2 closed, 1 open, 1 overdue; closing rate 66.67%");
    // Nothing is neither 0 nor 100 %.
    assert_eq!(closing_rate(&ProblemCounts::default()), "—");
    assert_eq!(closing_rate(&ProblemCounts { open: 0, closed: 4, overdue: 0 }), "100%");
    let day = Date::new(2026, 6, 30).unwrap();
    assert_eq!(
        (worked_out_as_of(day, Chinese), worked_out_as_of(day, English)),
        ("按2026-06-30计算".to_owned(), "as of 2026-06-30".to_owned())
    );
}
