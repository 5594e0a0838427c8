//! Stores that tests can look into, and scenarios of every shape.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use tuowei::model::{
    Counted, County, CountyId, CountyKind, Date, DivisionRecord, Edit, Factor, Figure, Indicator, Method, MonitorEdit,
    Name, Points, Rate, RecordedBound, RecordedTie, Region, RowId, RuleKind, SafetyProblem, Scenario, Schedule,
    Settlement, Slots, TaskRow, TaskStatus, Thresholds, TieChoice, Weight, WeightKind, official_plan,
};
use tuowei::storage::{
    BUDGET, Keeping, KeyValue, Library, LoadReport, Loaded, Millis, SavePermit, ScenarioId, StoreProblem, TabId,
};

/// A store that several libraries share.
#[derive(Clone, Default)]
pub struct Shared(pub Arc<Mutex<BTreeMap<String, String>>>);

impl Shared {
    pub fn all(&self) -> BTreeMap<String, String> {
        self.0.lock().unwrap().clone()
    }

    pub fn put(&self, key: &str, text: &str) {
        self.0.lock().unwrap().insert(key.to_owned(), text.to_owned());
    }

    pub fn take(&self, key: &str) {
        self.0.lock().unwrap().remove(key);
    }
}

impl KeyValue for Shared {
    fn keys(&self) -> Result<Vec<String>, StoreProblem> {
        Ok(self.0.lock().unwrap().keys().cloned().collect())
    }

    fn get(&self, key: &str) -> Result<Option<String>, StoreProblem> {
        Ok(self.0.lock().unwrap().get(key).cloned())
    }

    fn set(&self, key: &str, text: &str) -> Result<(), StoreProblem> {
        self.put(key, text);
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreProblem> {
        self.take(key);
        Ok(())
    }
}

pub fn keeping(tab: u64) -> Keeping {
    Keeping {
        tab: TabId::from_seed(tab),
        name_of_copy: Box::new(|name| format!("{name}（另一窗口的改动）")),
        budget: BUDGET,
    }
}

pub fn load(store: &Shared, tab: u64) -> (Library, LoadReport) {
    Library::load(Box::new(store.clone()), keeping(tab)).unwrap()
}

pub fn id(seed: u64) -> ScenarioId {
    ScenarioId::from_seed(seed)
}

pub const NOW: Millis = Millis(1_780_000_000_000);

pub const DAY: i64 = 86_400_000;

pub fn after(days: i64) -> Millis {
    Millis(NOW.0 + days * DAY)
}

pub fn plan(name: &str) -> Scenario {
    let mut scenario = official_plan().clone();
    scenario.apply(&Edit::Rename(name.to_owned())).unwrap();
    scenario
}

pub fn slots(county: &str, slots: u32) -> Edit {
    Edit::slots(CountyId::new(county), Slots::new(slots))
}

pub fn edited(scenario: &Scenario, edit: &Edit) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.apply(edit).unwrap();
    scenario
}

#[track_caller]
pub fn ready(library: &mut Library, id: &ScenarioId) -> (Scenario, SavePermit) {
    match library.open(id).unwrap() {
        Loaded::Ready(scenario, permit) => (scenario, permit),
        other => panic!("not ready: {other:?}"),
    }
}

/// The stored keys of a scenario, oldest revision first.
pub fn keys_of(store: &Shared, id: &ScenarioId) -> Vec<String> {
    let prefix = format!("tuowei:s:{id}:");
    let rev = |key: &String| key[prefix.len()..].split_once(':').unwrap().0.parse::<u64>().unwrap();
    let mut keys: Vec<String> = store.all().into_keys().filter(|key| key.starts_with(&prefix)).collect();
    keys.sort_by_key(rev);
    keys
}

/// Everything that can be opened, by identifier.
pub fn everything(library: &mut Library) -> BTreeMap<ScenarioId, Scenario> {
    let ids: Vec<ScenarioId> = library.list().into_iter().map(|listed| listed.id).collect();
    ids.into_iter().map(|id| (id.clone(), ready(library, &id).0)).collect()
}

fn rates() -> impl Strategy<Value = Option<Rate>> {
    option::of((0..=1_000_000_u32).prop_map(|ppm| Rate::from_ppm(ppm).unwrap()))
}

fn points() -> impl Strategy<Value = Option<Points>> {
    option::of((-1_000_000..=1_000_000_i32).prop_map(|ppm| Points::from_ppm(ppm).unwrap()))
}

pub fn names() -> impl Strategy<Value = String> {
    prop_oneof!["[平城云冈a-z ]{0,6}", any::<String>(), Just("\u{0}\n\"\\\u{2028}😀".to_owned())]
}

/// Days of few reports, so that edits meet.
fn days() -> impl Strategy<Value = Date> {
    (1..=3_u8).prop_map(|month| Date::new(2026, month, 28).unwrap())
}

fn rows() -> impl Strategy<Value = RowId> {
    select(vec!["a", "b"]).prop_map(RowId::new)
}

/// Any edit of what is monitored; those of a report's figures may find no report.
fn monitor_edits(county: impl Strategy<Value = CountyId> + Clone + 'static) -> impl Strategy<Value = Edit> {
    let indicator = || select(Indicator::ALL.to_vec());
    let day = || option::of(days());
    let status = || select(TaskStatus::ALL.to_vec());
    let schedule = prop_oneof![
        Just(Schedule::Linear),
        proptest::array::uniform4(0..=100_u32).prop_map(Schedule::Quarters),
        proptest::array::uniform12(0..=100_u32).prop_map(Schedule::Months),
        days().prop_map(Schedule::Until),
    ];
    let task = (option::of(names()), names(), day(), day(), status(), names(), 0..9_u32).prop_map(
        |(title, owner, starts, due, status, note, order)| TaskRow { title, owner, starts, due, status, note, order },
    );
    let problem = (names(), option::of(county.clone()), day(), day(), day())
        .prop_map(|(what, county, found, due, closed)| SafetyProblem { what, county, found, due, closed });
    let count = (days(), county, select(Counted::ALL.to_vec()), option::of(0..=Counted::MOST));
    prop_oneof![
        6 => (days(), any::<bool>()).prop_map(|(day, is_there)| MonitorEdit::SetReport(day, is_there)),
        6 => count.prop_map(|(day, county, of, count)| MonitorEdit::SetCount(day, county, of, count)),
        1 => (days(), option::of(0..20_u32)).prop_map(|(day, count)| MonitorEdit::SetCitiesCompeted(day, count)),
        1 => (indicator(), rates()).prop_map(|(of, rate)| MonitorEdit::SetTarget(of, rate)),
        1 => any::<bool>().prop_map(MonitorEdit::SetOfStaff),
        1 => schedule.prop_map(MonitorEdit::SetSchedule),
        1 => (0..=10_000_u32, 0..=10_000_u32).prop_map(|(one, other)| MonitorEdit::SetThresholds(Thresholds {
            behind: one.min(other),
            far_behind: one.max(other),
        })),
        1 => (indicator(), 0..=100_u8).prop_map(|(of, weight)| MonitorEdit::SetRankWeight(of, weight)),
        1 => option::of(0..40_u32).prop_map(MonitorEdit::SetProvinceCities),
        1 => option::of(days()).prop_map(MonitorEdit::SetToday),
        1 => (rows(), option::of(task)).prop_map(|(id, row)| MonitorEdit::SetTaskRow(id, row.map(Arc::new))),
        1 => (rows(), option::of(problem)).prop_map(|(id, row)| MonitorEdit::SetProblem(id, row.map(Arc::new))),
    ]
    .prop_map(Edit::Monitor)
}

/// Any figure of a county, as it may be kept.
fn figures(county: impl Strategy<Value = CountyId>) -> impl Strategy<Value = Edit> {
    let value = |figure: Figure| (0..=figure.kind().most()).prop_map(move |whole| figure.value(u64::from(whole)));
    let figure = select(Figure::ALL.to_vec()).prop_flat_map(move |figure| (Just(figure), option::of(value(figure))));
    (county, figure).prop_map(|(county, (figure, value))| Edit::SetFigure(county, figure, value.flatten()))
}

/// Any edit of one place of a region with these counties.
pub fn edits(counties: Vec<CountyId>) -> impl Strategy<Value = Edit> {
    let county = select(counties);
    let slots = option::of((0..=Slots::MOST).prop_map(|slots| Slots::new(slots).unwrap()));
    prop_oneof![
        names().prop_map(Edit::Rename),
        (0..=Slots::MOST).prop_map(|slots| Edit::SetTask(Slots::new(slots).unwrap())),
        select(RuleKind::ALL.to_vec()).prop_map(Edit::SetRule),
        points().prop_map(Edit::SetUplift),
        option::of((0..=10_000_000_u32).prop_map(|ppm| Factor::from_ppm(ppm).unwrap())).prop_map(Edit::SetGrowth),
        rates().prop_map(Edit::SetClosing),
        rates().prop_map(Edit::SetBenchmark),
        rates().prop_map(Edit::SetGoal),
        points().prop_map(Edit::SetFloor),
        points().prop_map(Edit::SetCap),
        figures(county.clone()),
        figures(county.clone()),
        figures(county.clone()),
        figures(county.clone()),
        (county.clone(), any::<bool>()).prop_map(|(county, locked)| Edit::SetLocked(county, locked)),
        (county.clone(), slots.clone()).prop_map(|(county, slots)| Edit::SetLeast(county, slots)),
        (county.clone(), slots).prop_map(|(county, slots)| Edit::SetMost(county, slots)),
        (county.clone(), option::of(0..=Weight::MOST))
            .prop_map(|(county, weight)| Edit::SetWeight(county, weight.and_then(Weight::new))),
        (0..=1_000_000_u32).prop_map(|ppm| Edit::SetUtilisation(Rate::from_ppm(ppm).unwrap())),
        (0..=1_000_000_u32).prop_map(|ppm| Edit::SetInclusiveShare(Rate::from_ppm(ppm).unwrap())),
        (select(Figure::ALL.to_vec()), names()).prop_map(|(figure, method)| Edit::SetBasis(figure, method)),
        (select(Figure::ALL.to_vec()), option::of((1_000..=9_999_u16, 1..=12_u8, 1..=28_u8))).prop_map(
            |(figure, day)| Edit::SetAsOf(figure, day.and_then(|(year, month, day)| Date::new(year, month, day)))
        ),
        any::<bool>().prop_map(Edit::SetFrozen),
        monitor_edits(county.clone()),
        monitor_edits(county.clone()),
        monitor_edits(county.clone()),
        select(WeightKind::ALL.to_vec()).prop_map(Edit::SetWeightKind),
        select(Method::ALL.to_vec()).prop_map(Edit::SetMethod),
        ties(county.clone()).prop_map(Edit::SetTies),
        option::of(records(county)).prop_map(|record| Edit::SetDivision(record.map(Arc::new))),
    ]
}

fn ties(county: impl Strategy<Value = CountyId> + Clone) -> impl Strategy<Value = TieChoice> {
    let counties = vec(county, 0..4);
    prop_oneof![
        Just(TieChoice::Ask),
        Just(TieChoice::DocumentOrder),
        Just(TieChoice::MoreChildren),
        (counties.clone(), counties).prop_map(|(between, gaining)| TieChoice::ByHand { between, gaining }),
    ]
}

fn records(county: impl Strategy<Value = CountyId> + Clone) -> impl Strategy<Value = DivisionRecord> {
    let slots = || (0..=Slots::MOST).prop_map(|slots| Slots::new(slots).unwrap());
    let settlement = select(vec![Settlement::DocumentOrder, Settlement::LargerKey, Settlement::Chosen]);
    let tie = (vec(county.clone(), 0..4), vec(county.clone(), 0..3), settlement)
        .prop_map(|(between, gaining, settlement)| RecordedTie { between, gaining, settlement });
    let bound = (county.clone(), any::<bool>(), option::of(slots()), option::of(slots()))
        .prop_map(|(county, locked, least, most)| RecordedBound { county, locked, least, most });
    let way = (select(WeightKind::ALL.to_vec()), select(Method::ALL.to_vec()), any::<bool>());
    (way, option::of(tie), vec(bound, 0..3), vec((county, slots()), 0..6)).prop_map(
        |((weight, method, rebalanced), tie, bounded, given)| DivisionRecord {
            weight,
            method,
            rebalanced,
            tie,
            bounded,
            given,
        },
    )
}

fn regions() -> impl Strategy<Value = Region> {
    let kinds = vec![CountyKind::District, CountyKind::County, CountyKind::Unspecified];
    let county = (names(), option::of(names()), select(kinds));
    let counties = (btree_set(names(), 1..6), vec(county, 6));
    (names(), names(), option::of(names()), any::<u16>(), counties).prop_map(|(id, name, latin, year, (ids, rest))| {
        let county = |(id, (name, latin, kind)): (String, (String, Option<String>, CountyKind))| County {
            id: CountyId::new(&id),
            name: Name::new(&name, latin.as_deref()),
            kind,
        };
        let counties = ids.into_iter().zip(rest).map(county).collect();
        Region::new(&id, Name::new(&name, latin.as_deref()), year, counties).unwrap()
    })
}

/// Any scenario: a region, and edits of which those that cannot stand are left out.
pub fn scenarios() -> impl Strategy<Value = Scenario> {
    regions().prop_flat_map(|region| {
        let ids = region.counties().iter().map(|county| county.id.clone()).collect();
        let region = Arc::new(region);
        (names(), vec(edits(ids), 0..30)).prop_map(move |(name, edits)| {
            let mut scenario = Scenario::empty(&name, Arc::clone(&region));
            for edit in edits {
                let _ = scenario.apply(&edit);
            }
            scenario
        })
    })
}
