//! The municipal plan's own figures: 大同市2026年托育服务质量提升年活动实施方案.

use std::sync::{Arc, LazyLock};

use super::{
    County, CountyId, CountyInputs, CountyKind, Monitoring, Name, Outcome, Points, Rate, Region, Scenario, Slots,
    TargetSettings, evaluate,
};

/// A line of the plan: id, name, Latin name, kind, 2025 base (表一, ppm), 2026 task (表二, slots).
type Line = (&'static str, &'static str, &'static str, CountyKind, u32, u32);

/// 表一 of section 二(一)1 and 表二 of section 二(一)2, in the plan's order.
#[rustfmt::skip]
const LINES: [Line; 10] = [
    ("pingcheng", "平城", "Pingcheng", CountyKind::District,  21_400, 130),
    ("yungang",   "云冈", "Yungang",   CountyKind::District,  36_900,  77),
    ("xinrong",   "新荣", "Xinrong",   CountyKind::District, 110_300,  10),
    ("yunzhou",   "云州", "Yunzhou",   CountyKind::District,  17_900,  16),
    ("yanggao",   "阳高", "Yanggao",   CountyKind::County,    23_700,  20),
    ("tianzhen",  "天镇", "Tianzhen",  CountyKind::County,    84_100,  17),
    ("hunyuan",   "浑源", "Hunyuan",   CountyKind::County,    60_100,  26),
    ("lingqiu",   "灵丘", "Lingqiu",   CountyKind::County,    41_400,  24),
    ("guangling", "广灵", "Guangling", CountyKind::County,    50_600,  17),
    ("zuoyun",    "左云", "Zuoyun",    CountyKind::County,    18_700,  13),
];

/// 350个: the province's task for the city, section 二(一)2.
const TASK: u32 = 350;

/// 全省地市总数: the cities of Shanxi, for section 三(二)5.
const PROVINCE_CITIES: u32 = 11;

/// Every target of 表一 lies 2.08 points above its base.
const UPLIFT_PPM: i32 = 20_800;

static PLAN: LazyLock<Scenario> = LazyLock::new(build);

/// The official plan as a scenario: 表一 and 表二 as they stand. Children are not stated and so empty.
#[must_use]
pub fn official_plan() -> &'static Scenario {
    &PLAN
}

/// What follows from the official plan.
#[must_use]
pub fn official_outcome() -> &'static Outcome {
    static OUTCOME: LazyLock<Outcome> = LazyLock::new(|| evaluate(&PLAN));
    &OUTCOME
}

/// The official plan of this region, where there is one: same identifier, same year, and the same
/// counties in the same order, however they are named.
#[must_use]
pub fn official_plan_of(region: &Region) -> Option<&'static Scenario> {
    let plan = official_plan();
    let of_plan = plan.region();
    let same_counties = of_plan.county_ids().eq(region.county_ids());
    (of_plan.id() == region.id() && of_plan.year() == region.year() && same_counties).then_some(plan)
}

/// What scenarios of a region are held against (基准方案): the official plan of Datong's own, else the first of these that
/// is frozen and of a [region that is alike](Region::is_alike).
#[must_use]
pub fn reference_of<'a>(region: &Region, mut stored: impl Iterator<Item = &'a Scenario>) -> Option<&'a Scenario> {
    official_plan_of(region).or_else(|| stored.find(|scenario| scenario.frozen() && scenario.region().is_alike(region)))
}

fn build() -> Scenario {
    let county = |&(id, name, latin, kind, ..): &Line| County {
        id: CountyId::new(id),
        name: Name::new(name, Some(latin)),
        kind,
    };
    let inputs = |&(.., base, slots): &Line| CountyInputs {
        base: Rate::from_ppm(base),
        slots: Slots::new(slots),
        ..CountyInputs::default()
    };
    let region =
        Region::from_parts("datong", Name::new("大同", Some("Datong")), 2026, LINES.iter().map(county).collect());
    let targets = TargetSettings { uplift: Points::from_ppm(UPLIFT_PPM), ..TargetSettings::EMPTY };
    let task = Slots::new(TASK).unwrap_or_default();
    Scenario::from_parts(Arc::new(region), task, targets, LINES.iter().map(inputs).collect())
        .with_monitoring(Monitoring::default().with_province_cities(PROVINCE_CITIES))
}
