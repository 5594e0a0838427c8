//! Lists of words in headings of the county grid, squeezed.

use tuowei_text::GridColumn;

/// What the page computes of supply and demand, by its own headings and what people write for them.
pub(super) const COMPUTED: [(&str, GridColumn); 14] = [
    ("目标在托", GridColumn::EnrolledThen),
    ("enrolledattarget", GridColumn::EnrolledThen),
    ("新增在托", GridColumn::NewEnrolments),
    ("newenrolments", GridColumn::NewEnrolments),
    ("新增后托位", GridColumn::SlotsAfter),
    ("slotsafter", GridColumn::SlotsAfter),
    ("所需利用率", GridColumn::Utilisation),
    ("utilisationneeded", GridColumn::Utilisation),
    ("托位缺口", GridColumn::Shortage),
    ("shortage", GridColumn::Shortage),
    ("新增后普惠占比", GridColumn::InclusiveShare),
    ("inclusiveshareafter", GridColumn::InclusiveShare),
    ("每千人口托位", GridColumn::PerThousand),
    ("slotsper1,000residents", GridColumn::PerThousand),
];

/// Children who are enrolled; 入托率 is none of them.
pub(super) const ENROLLED: [&str; 7] = ["在托", "入托人", "入托数", "入托婴", "入托儿", "收托", "enrolled"];

/// What may stand beside it: of whom, and that it is counted now. A longer word comes before its parts.
pub(super) const BESIDE_ENROLLED: [&str; 24] = [
    "合计",
    "总计",
    "3岁以下",
    "三岁以下",
    "婴幼儿",
    "儿童",
    "在托",
    "入托",
    "收托",
    "实际",
    "现有",
    "已有",
    "目前",
    "截至",
    "总",
    "enrolled",
    "children",
    "actually",
    "currently",
    "total",
    "under3",
    "number",
    "now",
    "of",
];

/// Slots that are there: without one of these words, 托位 are the new ones that the plan hands out.
pub(super) const THERE: [&str; 11] = [
    "托位合计",
    "托位总计",
    "现有",
    "已有",
    "总托位",
    "托位总",
    "existing",
    "currentslots",
    "currentinclusiveslots",
    "slotsnow",
    "totalslots",
];

/// What may stand beside it: of which institutions is another figure. A longer word comes before its parts.
pub(super) const BESIDE_THERE: [&str; 22] = [
    "合计",
    "总计",
    "托育机构",
    "普惠性",
    "普惠",
    "托位",
    "现有",
    "已有",
    "目前",
    "截至",
    "总",
    "量",
    "万",
    "千",
    "百",
    "inclusive",
    "existing",
    "current",
    "slots",
    "total",
    "now",
    "of",
];

/// People of any age; 户籍人口 are others.
pub(super) const POPULATION: [&str; 2] = ["人口", "population"];

/// What may stand beside it.
pub(super) const BESIDE_POPULATION: [&str; 15] = [
    "合计",
    "总计",
    "常住",
    "人口",
    "全县",
    "总",
    "规模",
    "截至",
    "万",
    "千",
    "百",
    "resident",
    "population",
    "total",
    "people",
];

/// New slots that the plan does not hand out.
pub(super) const BESIDE_THE_TASK: [&str; 5] = ["其他新增", "其它新增", "新增其他", "新增其它", "othernewslots"];

/// What may stand beside it.
pub(super) const BESIDE_OTHER: [&str; 5] = ["其他", "其它", "新增", "托位", "othernewslots"];

/// The task: 任务数, 新增普惠托位分配数.
pub(super) const TASK: [&str; 6] = ["任务", "分配", "名额", "alloc", "quota", "task"];

/// What may stand beside it. A longer word comes before its parts.
pub(super) const BESIDE_TASK: [&str; 24] = [
    "合计",
    "总计",
    "普惠性",
    "普惠",
    "托位",
    "新增",
    "目标",
    "任务",
    "分配",
    "下达",
    "名额",
    "计划",
    "指标",
    "建设",
    "总",
    "allocation",
    "allocated",
    "inclusive",
    "slots",
    "slot",
    "quota",
    "task",
    "new",
    "of",
];

/// What may stand beside slots that are not said to be there or to come.
pub(super) const BESIDE_SLOTS: [&str; 15] = [
    // Of so many people: that is another unit.
    "每千人口",
    "每万人口",
    "千人口",
    "万人口",
    "普惠性",
    "普惠",
    "托位",
    "总",
    "量",
    "截至",
    "inclusive",
    "slots",
    "slot",
    "total",
    "of",
];

/// What may stand beside a rate of enrolment, its base and its target. A longer word comes before its parts.
pub(super) const BESIDE_RATE: [&str; 30] = [
    "3岁以下",
    "三岁以下",
    "0-3岁",
    "婴幼儿",
    "入托率",
    "入托",
    "基数",
    "基准",
    "目标",
    "手工",
    "手动",
    "指定",
    "任务",
    "实际",
    "全县",
    "率",
    "enrolmentrate",
    "enrollmentrate",
    "enrolment",
    "enrollment",
    "children",
    "targets",
    "target",
    "base",
    "rate",
    "pinned",
    "byhand",
    "own",
    "under3",
    "of",
];

/// What may stand beside children. A longer word comes before its parts.
pub(super) const BESIDE_CHILDREN: [&str; 24] = [
    "合计",
    "总计",
    "3岁以下",
    "三岁以下",
    "3周岁以下",
    "0-3岁",
    "0~3岁",
    "婴幼儿",
    "儿童",
    "人口",
    "常住",
    "总",
    "量",
    "截至",
    "现有",
    "childrenunder3",
    "childrenunderthree",
    "underthrees",
    "under-threes",
    "children",
    "under3",
    "numberof",
    "total",
    "of",
];

/// With these words a heading is of other figures, near as it may be.
pub(super) const OF_OTHERS: [&str; 27] = [
    "率",
    "占",
    "比",
    "机构",
    "公办",
    "民办",
    "备案",
    "签约",
    "持证",
    "培训",
    "保育",
    "补贴",
    "资金",
    "非",
    "已",
    "累计",
    "幼儿园",
    "社区",
    "班",
    "户籍",
    "出生",
    "6岁",
    "六岁",
    "城镇",
    "密度",
    "private",
    "public",
];

/// Words of figures that are near to the grid's but others: what is there already, what was done.
pub(super) const OTHERS: [&str; 22] = [
    "完成",
    "利用",
    "现有",
    "已有",
    "存量",
    "备案",
    "实际",
    "排名",
    "序号",
    "备注",
    "说明",
    "其他",
    "其它",
    "非普惠",
    "新增后",
    "existing",
    "actual",
    "done",
    "utili",
    "rank",
    "note",
    "other",
];
