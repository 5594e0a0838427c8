//! Scenarios to draw.

use std::sync::Arc;

use tuowei::charts::{
    Chart, ChartOptions, CompareChart, CompareKind, Order, RatesChart, ShareChart, SlotsChart, SupplyChart,
};
use tuowei::model::{
    Alternative, Children, Comparison, County, CountyId, CountyKind, Date, Edit, Factor, Figure, Name, Rate, Region,
    RuleKind, Scenario, Slots, evaluate, official_plan, official_plan_of, points_of, supply,
};
use tuowei::text::Language;

/// Names that could break a picture.
pub const HOSTILE: [&str; 14] = [
    "<script>alert(1)</script>",
    "a&b\"c'd<e>",
    "]]>&amp;",
    "控\u{0}制\u{b}\u{1f}\u{7f}\u{9f}\u{fffe}\u{ffff}",
    "\u{202E}倒写的名字\u{2066}",
    "محافظة كبيرة جدا",
    "ירושלים",
    "👨\u{200D}👩\u{200D}👧\u{200D}👦🇨🇳🏽❤\u{FE0F}",
    "Z\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}algo",
    "大同市平城区人民政府卫生健康和体育局人口监测与家庭发展科及其下属各单位联合办公室等等",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllll",
    "",
    "   \n\t  ",
    "กรุงเทพมหานคร ﷽﷽",
];

/// Options as the page gives them.
pub fn options(language: Language, scenario_name: &str) -> ChartOptions<'_> {
    ChartOptions { language, scenario_name, date: "2026-03-12", order: Order::Document, around: None }
}

/// Both charts of a scenario, compared with the official plan if its region has one.
pub fn charts(scenario: &Scenario, options: &ChartOptions<'_>) -> (RatesChart, SlotsChart) {
    let outcome = evaluate(scenario);
    let plan = official_plan_of(scenario.region()).map(|plan| (plan, evaluate(plan)));
    let official = plan.as_ref().map(|(plan, outcome)| (*plan, outcome));
    (RatesChart::new(scenario, &outcome, official, options), SlotsChart::new(scenario, &outcome, official, options))
}

/// The charts of supply and of inclusive shares.
pub fn supply_charts(scenario: &Scenario, options: &ChartOptions<'_>) -> (SupplyChart, ShareChart) {
    let outcome = evaluate(scenario);
    let supply = supply(scenario, &outcome);
    let plan = official_plan_of(scenario.region()).map(|plan| (plan, evaluate(plan)));
    let official = plan.as_ref().map(|(plan, outcome)| (*plan, outcome));
    (
        SupplyChart::new(scenario, &outcome, &supply, official, options),
        ShareChart::new(scenario, &outcome, &supply, official, options),
    )
}

/// All charts, as a page sees them.
pub fn all(scenario: &Scenario, options: &ChartOptions<'_>) -> Vec<Box<dyn Chart>> {
    let (rates, slots) = charts(scenario, options);
    let (supply, share) = supply_charts(scenario, options);
    let mut all: Vec<Box<dyn Chart>> = vec![Box::new(rates), Box::new(slots), Box::new(supply), Box::new(share)];
    for count in [2, 4] {
        all.extend(compared(&variants(scenario)[..count], 0, options));
    }
    all
}

/// The scenario itself, and three that give more, less or nothing to some of its counties.
pub fn variants(scenario: &Scenario) -> [Scenario; 4] {
    let varied = |vary: &dyn Fn(usize, u32) -> Option<u32>, uplift: i32| {
        let mut edits = vec![Edit::SetUplift(points_of(i64::from(uplift)))];
        for (at, (county, of)) in scenario.region().counties().iter().zip(scenario.counties()).enumerate() {
            let slots = of.slots.and_then(|slots| vary(at, slots.get())).and_then(Slots::new);
            edits.push(Edit::slots(county.id.clone(), slots));
        }
        edited(scenario, &edits)
    };
    [
        scenario.clone(),
        varied(&|at, slots| Some(if at % 3 == 0 { slots.saturating_add(20) } else { slots }), 25_800),
        varied(&|at, slots| (at % 7 != 2).then(|| slots.saturating_sub(12)), -10_000),
        varied(&|_, slots| Some(slots / 2), 20_800),
    ]
}

/// The charts of scenarios side by side, the first of which have names as planners give them.
pub fn compared(scenarios: &[Scenario], reference: usize, options: &ChartOptions<'_>) -> Vec<Box<dyn Chart>> {
    let outcomes: Vec<_> = scenarios.iter().map(evaluate).collect();
    let alternatives: Vec<Alternative<'_>> = scenarios
        .iter()
        .zip(&outcomes)
        .map(|(scenario, outcome)| Alternative { scenario, outcome, supply: None })
        .collect();
    let names = ["市方案", options.scenario_name, "C", "向县域倾斜的方案（讨论稿）"];
    let names: Vec<String> = names.iter().take(scenarios.len()).map(|name| (*name).to_owned()).collect();
    let comparison = Comparison::new(&alternatives, reference).unwrap();
    [CompareKind::Slots, CompareKind::Rates]
        .into_iter()
        .map(|kind| {
            let chart = CompareChart::new(kind, &comparison, &alternatives, &names, options).unwrap();
            Box::new(chart) as Box<dyn Chart>
        })
        .collect()
}

pub fn id(id: &str) -> CountyId {
    CountyId::new(id)
}

pub fn rate(ppm: u32) -> Option<Rate> {
    Rate::from_ppm(ppm)
}

pub fn edited(scenario: &Scenario, edits: &[Edit]) -> Scenario {
    let mut scenario = scenario.clone();
    for edit in edits {
        scenario.apply(edit).unwrap();
    }
    scenario
}

/// 方案B: 平城 150, 云冈 57.
pub fn plan_b() -> Scenario {
    let slots = |county, slots| Edit::slots(id(county), Slots::new(slots));
    edited(official_plan(), &[slots("pingcheng", 150), slots("yungang", 57)])
}

/// 20 slots too many.
pub fn over() -> Scenario {
    edited(official_plan(), &[Edit::slots(id("pingcheng"), Slots::new(150))])
}

/// Proportional growth with missing figures, pinned targets, one of them under its base.
pub fn mixed() -> Scenario {
    edited(
        official_plan(),
        &[
            Edit::SetRule(RuleKind::Proportional),
            Edit::SetGrowth(Factor::from_ppm(450_000)),
            Edit::base(id("yunzhou"), None),
            Edit::slots(id("yunzhou"), None),
            Edit::pin(id("tianzhen"), rate(60_000)),
            Edit::pin(id("lingqiu"), rate(80_000)),
            Edit::base(id("zuoyun"), rate(2_000)),
        ],
    )
}

/// A region without an official plan: names, bases in ppm, slots.
pub fn region(names: &[&str], bases: &[Option<u32>], slots: &[Option<u32>]) -> Scenario {
    let county = |(number, name): (usize, &&str)| County {
        id: id(&format!("c{}", number + 1)),
        name: Name::new(name, None),
        kind: CountyKind::Unspecified,
    };
    let counties = names.iter().enumerate().map(county).collect();
    let region = Region::new("other", Name::new("某市", Some("Some City")), 2026, counties).unwrap();
    let mut scenario = Scenario::empty("", Arc::new(region));
    for (number, (base, slots)) in bases.iter().zip(slots).enumerate() {
        let county = || id(&format!("c{}", number + 1));
        scenario.apply(&Edit::base(county(), base.and_then(Rate::from_ppm))).unwrap();
        scenario.apply(&Edit::slots(county(), slots.and_then(Slots::new))).unwrap();
    }
    scenario.apply(&Edit::SetUplift(official_plan().targets().uplift)).unwrap();
    let sum = slots.iter().flatten().sum();
    scenario.apply(&Edit::SetTask(Slots::new(sum).unwrap_or_default())).unwrap();
    scenario
}

/// So many counties with Chinese names of two to four characters and scattered figures.
pub fn many(count: usize) -> Scenario {
    const FIRST: [&str; 12] = ["清", "东", "临", "长", "安", "武", "平", "阳", "新", "永", "和", "宁"];
    const SECOND: [&str; 10] = ["河", "山", "城", "川", "原", "源", "县", "安", "平", "化"];
    let names: Vec<String> = (0..count)
        .map(|number| {
            let tail = ["", "", "", "新区", "", "矿区"][number % 6];
            format!("{}{}{tail}", FIRST[number % 12], SECOND[(number / 12 + number) % 10])
        })
        .collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let scatter = |number: usize, most: u32| ((number as u32 + 1).wrapping_mul(2_654_435_761) >> 8) % most;
    let bases: Vec<_> = (0..count).map(|number| Some(5_000 + scatter(number, 120_000))).collect();
    let slots: Vec<_> = (0..count).map(|number| Some(scatter(number + 5, 400))).collect();
    region(&names, &bases, &slots)
}

/// What a county has: children, slots of today, inclusive ones among them.
pub type Stock = (Option<u32>, Option<u32>, Option<u32>);

/// The scenario with what its counties have, in their order.
pub fn stocked(scenario: &Scenario, stock: &[Stock]) -> Scenario {
    let ids = scenario.region().counties().iter().map(|county| county.id.clone());
    let edits = ids.zip(stock).flat_map(|(id, &(children, capacity, inclusive))| {
        [
            Edit::children(id.clone(), children.and_then(Children::new)),
            Edit::capacity(id.clone(), capacity.and_then(Slots::new)),
            Edit::inclusive(id, inclusive.and_then(Slots::new)),
        ]
    });
    edited(scenario, &edits.collect::<Vec<_>>())
}

/// The official plan with made-up figures of a city of its size; three counties are short.
pub fn supplied() -> Scenario {
    const CHILDREN: [u32; 10] = [21_400, 9_800, 2_300, 3_100, 5_200, 4_700, 6_900, 4_100, 3_300, 2_600];
    const CAPACITY: [u32; 10] = [1_640, 612, 260, 140, 205, 530, 520, 300, 260, 95];
    const INCLUSIVE: [u32; 10] = [820, 402, 190, 101, 140, 421, 310, 226, 140, 70];
    let stock: Vec<Stock> = (0..10).map(|at| (Some(CHILDREN[at]), Some(CAPACITY[at]), Some(INCLUSIVE[at]))).collect();
    stocked(official_plan(), &stock)
}

/// Scattered figures for every county of a scenario; some counties are short, some lack a figure.
pub fn scattered(scenario: &Scenario) -> Scenario {
    let scatter = |number: usize, most: u32| ((number as u32 + 1).wrapping_mul(2_654_435_761) >> 8) % most;
    let stock: Vec<Stock> = (0..scenario.counties().len())
        .map(|at| {
            let capacity = 40 + scatter(at + 3, 2_400);
            (
                (at % 11 != 7).then(|| 900 + scatter(at, 14_000)),
                (at % 13 != 5).then_some(capacity),
                (at % 7 != 6).then(|| capacity / 100 * (45 + scatter(at + 9, 50))),
            )
        })
        .collect();
    stocked(scenario, &stock)
}

/// The scenario with a method and a day for each of its columns.
pub fn with_bases(scenario: &Scenario) -> Scenario {
    let edits = Figure::ALL.into_iter().flat_map(|figure| {
        [
            Edit::SetBasis(figure, "常住人口口径，含在园托班与备案托育机构".to_owned()),
            Edit::SetAsOf(figure, Date::new(2025, 12, 31)),
        ]
    });
    edited(scenario, &edits.collect::<Vec<_>>())
}
