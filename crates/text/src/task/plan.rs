//! The plan's tasks: what they are called, and the plan's own wording.

use super::TaskText;
use crate::Language;

/// Texts are in Chinese and in English.
struct PlanTask {
    id: &'static str,
    title: [&'static str; 2],
    /// Verbatim from the plan, and a rendering.
    wording: [&'static str; 2],
}

/// In the plan's order, as in [`OfficialTask::all`](tuowei_model::OfficialTask::all).
#[rustfmt::skip]
static TASKS: &[PlanTask] = &[
    PlanTask {
        id: "enrolment",
        title: ["各县（区）入托率达到2026年目标值（表一）", "Enrolment rates reach the 2026 targets (Table 1)"],
        wording: ["明确各县（区）2026年婴幼儿入托率目标值（表一）", "The 2026 enrolment target of each county is set (Table 1)"],
    },
    PlanTask {
        id: "slots",
        title: ["新增普惠托位350个（表二）", "350 new inclusive slots (Table 2)"],
        wording: ["省卫健委明确我市新增普惠托位任务数为350个，现确定各县（区）2026年新增普惠托位任务数分配（表二）", "The province gives our city the task of 350 new inclusive slots; each county's part for 2026 is set here (Table 2)"],
    },
    PlanTask {
        id: "schedule",
        title: ["倒排工期，合规布局新增托位", "Backward schedules; new slots where they are needed"],
        wording: ["各县（区）要紧盯任务、倒排工期，盘活存量、做大增量，优先在人口密集区域、婴幼儿照护需求旺盛区域布局普惠托位，确保新增托位合规达标、高效利用", "Counties keep to the task and schedule backward from it, use what is there and add to it, place inclusive slots first where people live closely and need for care is high, and see that new slots meet the rules and are used well"],
    },
    PlanTask {
        id: "measures",
        title: ["出台配套举措", "Counties issue measures of their own"],
        wording: ["要结合实际出台配套举措，打通政策落地“最后一公里”，确保土地、规划、财政、人才等支持政策直达机构、惠及家庭", "They issue matching measures that fit their own conditions, so that support in land, planning, funds and staff reaches institutions and families"],
    },
    PlanTask {
        id: "criteria",
        title: ["修订完善普惠托位认定细则", "Revise the rules for recognising inclusive slots"],
        wording: ["上下联动推进修订完善普惠托位认定细则，坚决杜绝“假普惠、虚定价”", "All levels together revise and complete the rules for recognising inclusive slots; no falsely inclusive places, no sham prices"],
    },
    PlanTask {
        id: "funds",
        title: ["争取政策性资金支持托育项目", "Win public funds for childcare projects"],
        wording: ["积极推进托育服务项目建设，争取更多的中央预算内投资、地方政府债券等政策性资金支持", "Childcare projects are built; more funds are sought from the central budget, local government bonds and the like"],
    },
    PlanTask {
        id: "city-unit",
        title: ["申报以城市为单元整体推进普惠托育服务项目", "Apply again for the project of inclusive childcare by city"],
        wording: ["继续申报以城市为单元整体推进普惠托育服务项目", "Applications go on for the project that advances inclusive childcare with the city as its unit"],
    },
    PlanTask {
        id: "pilot-subsidy",
        title: ["对接国家托育服务补助示范试点申报", "Apply for the national pilot of childcare subsidies"],
        wording: ["主动对接国家托育服务补助示范试点申报工作", "The application for the national demonstration pilot of childcare subsidies is taken up"],
    },
    PlanTask {
        id: "subsidy-plan",
        title: ["修订完善2026年普惠托育机构补贴项目实施方案", "Revise the 2026 subsidy plan for inclusive institutions"],
        wording: ["修订完善《2026 年普惠托育机构补贴项目实施方案》，优化补贴流程、简化申报材料，推动补贴发放科学规范、简便易行", "The 2026 plan of subsidies for inclusive institutions is revised; procedure and papers become simpler, payment orderly and easy"],
    },
    PlanTask {
        id: "subsidy-budget",
        title: ["编制2027年补贴项目预算", "Draw up the 2027 subsidy budget"],
        wording: ["扎实做好 2027 年补贴项目预算编制，确保预算安排全面精准、保障有力", "The 2027 budget for the subsidies is drawn up soundly: complete, exact and sufficient"],
    },
    PlanTask {
        id: "subsidy-rate",
        title: ["提高补贴标准（鼓励）", "Higher subsidy rates (encouraged)"],
        wording: ["鼓励有条件的县（区）提高补贴标准，激发机构运营积极性", "Counties that can are encouraged to raise subsidy rates, so that institutions are keen to operate"],
    },
    PlanTask {
        id: "train-province",
        title: ["省级园长培训，参训率不低于80%", "Province trains heads of centres: at least 80%"],
        wording: ["省级负责各级公办托育综合服务中心园长培训，参训率不低于80%", "The province trains the heads of public childcare centres of all levels; at least 80% take part"],
    },
    PlanTask {
        id: "train-city",
        title: ["市级公办机构全职保育人员培训，参训率不低于60%", "City trains full-time carers of public institutions: at least 60%"],
        wording: ["市级负责辖区公办机构全职保育人员培训，参训率不低于60%", "The city trains the full-time carers of the public institutions of its area; at least 60% take part"],
    },
    PlanTask {
        id: "train-county",
        title: ["县级全部机构全职保育人员培训，参训率不低于40%", "Counties train full-time carers of all institutions: at least 40%"],
        wording: ["县级负责辖区内所有托育机构全职保育人员培训，参训率不低于40%", "Counties train the full-time carers of all institutions of their area; at least 40% take part"],
    },
    PlanTask {
        id: "compete-county",
        title: ["举办县级托育服务技能大赛", "County skills competitions"],
        wording: ["鼓励各县（区）举办托育服务技能大赛，营造比学赶超、实训强能的浓厚氛围", "Counties are encouraged to hold childcare skills competitions, so that people learn from each other and train in practice"],
    },
    PlanTask {
        id: "compete-city",
        title: ["市级托育服务技能大赛", "City skills competition"],
        wording: ["市级技能大赛参赛选手原则上也要具备县级大赛参赛成绩", "Contestants of the city's competition are in principle to have a result from a county's"],
    },
    PlanTask {
        id: "compete-province",
        title: ["参加省级托育服务技能大赛", "Provincial skills competition"],
        wording: ["省级技能大赛参赛选手须具备市级大赛参赛成绩", "Contestants of the province's competition must have a result from a city's"],
    },
    PlanTask {
        id: "grade-county",
        title: ["等级评估：县级自评", "Grading: counties' own assessment"],
        wording: ["按照“县级自评、市级验收、省级抽检”流程，对全市所有托育机构实施分级评定，实现评定全覆盖", "All institutions of the city are graded, without exception, in this order: counties assess themselves, the city accepts, the province samples"],
    },
    PlanTask {
        id: "grade-city",
        title: ["等级评估：市级验收", "Grading: acceptance by the city"],
        wording: ["按照“县级自评、市级验收、省级抽检”流程，对全市所有托育机构实施分级评定，实现评定全覆盖", "All institutions of the city are graded, without exception, in this order: counties assess themselves, the city accepts, the province samples"],
    },
    PlanTask {
        id: "grade-province",
        title: ["等级评估：省级抽检", "Grading: samples by the province"],
        wording: ["按照“县级自评、市级验收、省级抽检”流程，对全市所有托育机构实施分级评定，实现评定全覆盖", "All institutions of the city are graded, without exception, in this order: counties assess themselves, the city accepts, the province samples"],
    },
    PlanTask {
        id: "models",
        title: ["示范托育机构评选", "Selection of model institutions"],
        wording: ["在等级评定基础上，组织开展示范托育机构评选，树立行业标杆，带动全行业提质升级", "On the strength of the grading, model institutions are selected as a standard that lifts the whole sector"],
    },
    PlanTask {
        id: "nursery-classes",
        title: ["幼儿园开设托班（鼓励）", "Nursery classes in kindergartens (encouraged)"],
        wording: ["鼓励有条件的幼儿园开设托班，解决好场地、设施、师资等条件保障，确保安全和质量", "Kindergartens that can are encouraged to open nursery classes; rooms, equipment and teachers are provided for, safety and quality assured"],
    },
    PlanTask {
        id: "medical",
        title: ["医疗卫生机构定期上门对接托育机构", "Medical institutions visit childcare institutions regularly"],
        wording: ["加强托育健康指导服务，促进医疗卫生机构支持托育服务发展，定期上门对接", "Health guidance is strengthened; medical institutions support childcare and call on it regularly"],
    },
    PlanTask {
        id: "centre-study",
        title: ["市级托育综合服务中心：可研、初设", "City childcare centre: feasibility study, preliminary design"],
        wording: ["力争2026年完成可研、初设等前期准备工作", "Feasibility study, preliminary design and other preparations are to be done in 2026 if at all possible"],
    },
    PlanTask {
        id: "centre-approval",
        title: ["市级托育综合服务中心：项目立项", "City childcare centre: project approval"],
        wording: ["2027年完成项目立项", "The project is approved in 2027"],
    },
    PlanTask {
        id: "centre-building",
        title: ["市级托育综合服务中心：项目建设", "City childcare centre: construction"],
        wording: ["2028-2029年推进项目建设", "The project is built from 2028 to 2029"],
    },
    PlanTask {
        id: "centre-opening",
        title: ["市级托育综合服务中心：投入运营", "City childcare centre: in operation"],
        wording: ["2030年前全部投入运营", "All of it is in operation before 2030"],
    },
    PlanTask {
        id: "registration",
        title: ["备案率：县域公办100%，全市45%", "Registration: county public 100%, all 45%"],
        wording: ["确保县域公办机构备案率达到100%、全市托育机构备案率达到45%", "100% of county public institutions and 45% of all institutions of the city are registered"],
    },
    PlanTask {
        id: "utilisation",
        title: ["托位利用率：县域公办60%，全市40%", "Slot utilisation: county public 60%, all 40%"],
        wording: ["县域公办机构托位利用率达到60%、全市托育机构托位利用率达到40%", "Slot utilisation reaches 60% in county public institutions and 40% in all institutions of the city"],
    },
    PlanTask {
        id: "contracts",
        title: ["医疗机构签约率：县域公办80%，全市60%", "Medical partners: county public 80%, all 60%"],
        wording: ["县域公办机构与医疗机构签约率达到80%、全市托育机构与医疗机构签约率达到60%", "80% of county public institutions and 60% of all institutions of the city have a contract with a medical institution"],
    },
    PlanTask {
        id: "certificates",
        title: ["持证率：县域公办60%，全市40%", "Certificates: county public 60%, all 40%"],
        wording: ["县域公办机构从业人员全员培训、持证上岗，育婴员、保育师等职业技能等级证书持证率达到60%、全市托育机构从业人员持证率达到40%", "All staff of county public institutions are trained and work with a certificate; certificates of infant carers, nursery teachers and the like reach 60% there, and 40% among staff of all institutions of the city"],
    },
    PlanTask {
        id: "community-site",
        title: ["云州区社区嵌入式托育示范点", "Community childcare site in Yunzhou"],
        wording: ["在云州区新建社区嵌入式托育示范点，补齐社区托育服务短板", "A model site of childcare within the community is newly built in Yunzhou District, where community childcare is short"],
    },
    PlanTask {
        id: "pilot-review",
        title: ["4个市辖区试点专项评估", "Evaluation of the pilots of the four districts"],
        wording: ["对4个市辖区试点开展专项评估，推进试点提质增效", "The pilots of the four districts are evaluated, so that they gain in quality and effect"],
    },
    PlanTask {
        id: "brand",
        title: ["打造我市特色托育服务品牌", "A childcare brand of the city's own"],
        wording: ["积极打造具有我市特色的托育服务品牌，实现连锁化、规模化、专业化建设运营", "A childcare brand of our city's own is built up, run as a chain, at scale and professionally"],
    },
    PlanTask {
        id: "awareness-month",
        title: ["“托育宣传月”活动", "Childcare awareness month"],
        wording: ["依托“托育宣传月”等节点，组织开展政策解读、科普宣传、成果展示等多样化活动，全面提升托育服务知晓度、认可度", "Childcare awareness month and other occasions are used for activities of many kinds that explain policy, inform and show results, so that childcare is known and accepted"],
    },
    PlanTask {
        id: "platform",
        title: ["用好“山西婴幼儿照护服务”微信公众平台", "Use of Shanxi's childcare platform on WeChat"],
        wording: ["依托“山西婴幼儿照护服务”微信公众平台", "By the WeChat platform “Shanxi infant and toddler care”"],
    },
    PlanTask {
        id: "safety-checks",
        title: ["常态化安全抽检", "Standing safety checks"],
        wording: ["常态化开展安全抽检工作，组织安全抽检，建立问题台账、限期整改、闭环管理", "Safety checks are held as a standing practice; problems go into a ledger, are put right by a deadline and closed one by one"],
    },
    PlanTask {
        id: "safety-training",
        title: ["业务培训设置安全管理专题", "Safety as a subject of all training"],
        wording: ["全覆盖融入安全培训，各类托育业务培训必须设置安全管理专题，筑牢安全思想防线", "Safety is part of all training: every professional course must have safety management as a subject"],
    },
    PlanTask {
        id: "oversight",
        title: ["探索跨部门联合执法、信用监管、智慧监管机制", "Joint enforcement, oversight by credit record, smart oversight"],
        wording: ["创新安全监管模式，探索跨部门联合执法、信用监管、智慧监管机制", "New ways of oversight are tried: enforcement across departments, by credit record, by smart means"],
    },
    PlanTask {
        id: "safety-film",
        title: ["拍摄托育安全宣传专题片", "Film on childcare safety"],
        wording: ["拍摄制作托育安全宣传专题片，全面提升安全监管效能", "A film on childcare safety is made, so that oversight becomes more effective"],
    },
    PlanTask {
        id: "survey-reports",
        title: ["普惠托位增量统计报送", "Reports of new inclusive slots"],
        wording: ["以 2025 年国家统计局调查数据为基数统计报送", "Counted and reported on the base of the survey of the National Bureau of Statistics of 2025"],
    },
    PlanTask {
        id: "inclusive-share",
        title: ["全市普惠托位占比达到71%", "71% of the city's slots are inclusive"],
        wording: ["2026 年全市普惠托位占比要达到 71%", "In 2026 the share of inclusive slots in the city is to reach 71%"],
    },
    PlanTask {
        id: "task-force",
        title: ["健全专项工作领导小组，倒排时间节点", "Leading groups and backward timetables"],
        wording: ["健全专项工作领导小组，明晰职责分工、细化落实举措、倒排时间节点", "Leading groups are completed, duties made clear, measures detailed and dates scheduled backward"],
    },
    PlanTask {
        id: "coordination",
        title: ["健全部门协同工作推进机制", "Departments working together"],
        wording: ["健全完善部门协同、上下联动的工作推进机制，卫健部门牵头抓总、统筹协调", "A mechanism is completed by which departments and levels advance the work together; the health authority leads and coordinates"],
    },
    PlanTask {
        id: "meetings",
        title: ["建立定期调度、问题会商机制", "Regular reviews and consultations on problems"],
        wording: ["建立定期调度、问题会商机制，及时协调破解活动推进中的堵点难点问题", "Regular reviews and consultations on problems are set up, so that what stands in the way is settled in time"],
    },
    PlanTask {
        id: "guidance",
        title: ["市级定期指导督促", "Regular guidance by the city"],
        wording: ["市级定期开展指导督促，对敷衍塞责、推进迟缓、问题整改不力的严肃追责问责", "The city guides and urges at regular intervals; whoever is careless, slow or leaves problems as they are answers for it"],
    },
    PlanTask {
        id: "long-term",
        title: ["谋划长效机制，衔接“十五五”规划", "Lasting arrangements for the 15th five-year plan"],
        wording: ["全面梳理托育服务发展现状，精准对接“十五五”时期托育服务体系建设目标，提前谋划长效机制、资源布局、政策保障等重点工作", "The state of childcare is reviewed as a whole and held against the goals of the 15th five-year plan; lasting arrangements, resources and policies are planned ahead"],
    },
];

/// The plan's owners, and renderings.
const OWNERS: [(&str, &str); 8] = [
    ("各县（区）", "Counties"),
    ("有条件的县（区）", "Counties that can"),
    ("省级", "Province"),
    ("市级", "City"),
    ("县级", "County level"),
    ("有条件的幼儿园", "Kindergartens that can"),
    ("医疗卫生机构", "Medical institutions"),
    ("卫健部门", "Health authority"),
];

/// The parts of the plan that have tasks, each with its heading.
const PARTS: [(&str, &str, &str); 11] = [
    ("二(一)", "锚定目标任务，增加普惠托位供给", "More inclusive slots"),
    ("二(二)", "完善支持政策，提升托育服务普惠性", "Policies for inclusive childcare"),
    ("二(三)", "构建培训体系，提升托育服务质量", "Training and quality"),
    ("二(四)", "聚焦普惠目标，完善托育服务网络", "The network of institutions"),
    ("二(五)", "塑造行业品牌，优化宣传经验赋能", "Brand and publicity"),
    ("二(六)", "严守安全底线，强化全面多维监管", "Safety and oversight"),
    ("三(一)", "日常监测指标", "Indicators watched all year"),
    ("四(一)", "提高政治站位，强化组织领导", "Leadership"),
    ("四(二)", "强化协同联动，凝聚工作合力", "Working together"),
    ("四(三)", "严格指导督促，确保工作实效", "Guidance and urging"),
    ("四(四)", "立足长远谋划，衔接十五五规划", "The 15th five-year plan"),
];

fn find(id: &str) -> Option<&'static PlanTask> {
    TASKS.iter().find(|task| task.id == id)
}

/// What a task of the plan is called.
#[must_use]
pub fn task_title(id: &str, language: Language) -> Option<&'static str> {
    let [chinese, english] = find(id)?.title;
    Some(language.of(chinese, english))
}

/// The plan's wording of a task: verbatim, or rendered.
#[must_use]
pub fn task_wording_in(id: &str, language: Language) -> Option<&'static str> {
    let [chinese, english] = find(id)?.wording;
    Some(language.of(chinese, english))
}

/// How a statement of the plan was read that can be read in two ways.
#[must_use]
pub fn task_remark(id: &str) -> Option<TaskText> {
    (id == "centre-opening").then_some(TaskText::ReadAs2030)
}

/// An owner as the plan names it, in this language; nothing where it is none of the plan's.
#[must_use]
pub fn plan_owner(owner: &str, language: Language) -> Option<&'static str> {
    let (chinese, english) = OWNERS.iter().find(|(chinese, _)| *chinese == owner)?;
    Some(language.of(chinese, english))
}

/// A place in the plan: `二(四)1`; in English `2(4)1`.
#[must_use]
pub fn plan_section(section: &str, language: Language) -> String {
    if language == Language::Chinese {
        return section.to_owned();
    }
    let digit = |letter| "一二三四五六七八九".chars().zip('1'..='9').find(|(own, _)| *own == letter);
    section.chars().map(|letter| digit(letter).map_or(letter, |(_, digit)| digit)).collect()
}

/// A part of the plan with its heading: 二(四) 聚焦普惠目标，完善托育服务网络.
#[must_use]
pub fn plan_part(part: &str, language: Language) -> String {
    let heading = PARTS.iter().find(|(of, ..)| *of == part);
    let heading = heading.map_or("", |(_, chinese, english)| language.of(chinese, english));
    [&plan_section(part, language), " ", heading].concat()
}
