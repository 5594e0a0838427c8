//! Random scenarios: figures as they are written, figures as they may be kept, and the extremes.

use std::fmt::Debug;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::select;
use tuowei::model::{
    Children, County, CountyId, CountyInputs, CountyKind, Edit, Factor, Figure, FigureKind, FigureValue, Name, Persons,
    Points, Rate, Region, RuleKind, Scenario, Slots,
};

/// The edits that give a random scenario its settings, and the inputs of its counties.
#[derive(Clone, Debug)]
pub struct Draft {
    pub settings: Vec<Edit>,
    pub counties: Vec<CountyInputs>,
}

impl Draft {
    pub fn scenario(&self) -> Scenario {
        let order: Vec<usize> = (0..self.counties.len()).collect();
        self.in_order(&order)
    }

    /// The same counties with the same inputs, listed in this order.
    pub fn in_order(&self, order: &[usize]) -> Scenario {
        let mut scenario = Scenario::empty("", region(order));
        for edit in &self.settings {
            // A floor above its cap is refused; the scenario then has only the first of the two.
            let _ = scenario.apply(edit);
        }
        for (at, inputs) in self.counties.iter().enumerate() {
            let of_figure = |figure: Figure| Edit::SetFigure(county(at), figure, figure.of(inputs));
            let edits = Figure::ALL.into_iter().map(of_figure).chain([Edit::SetLocked(county(at), inputs.locked)]);
            for edit in edits {
                scenario.apply(&edit).expect("the county is there");
            }
        }
        scenario
    }
}

pub fn county(at: usize) -> CountyId {
    CountyId::new(&format!("county-{at}"))
}

fn region(order: &[usize]) -> Arc<Region> {
    let unit = |&at: &usize| County { id: county(at), name: Name::new("县", None), kind: CountyKind::Unspecified };
    Arc::new(Region::new("test", Name::new("市", None), 2026, order.iter().map(unit).collect()).expect("a region"))
}

/// A value so many times out of a hundred, else nothing.
pub fn present<T: Debug>(percent: u8, value: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    (0..100_u8, value).prop_map(move |(draw, value)| (draw < percent).then_some(value))
}

/// Rates as they are written, as they may be kept, and the extremes.
pub fn rates() -> impl Strategy<Value = Rate> {
    let ppm = prop_oneof![
        4 => (0..=1_500_u32).prop_map(|hundredths| hundredths * 100),
        2 => 0..=150_000_u32,
        1 => 0..=1_000_000_u32,
        1 => select(vec![0, 1, 50, 999_999, 1_000_000]),
    ];
    ppm.prop_map(|ppm| Rate::from_ppm(ppm).expect("at most 100 %"))
}

pub fn points() -> impl Strategy<Value = Points> {
    let ppm = prop_oneof![
        3 => (-200..=600_i32).prop_map(|hundredths| hundredths * 100),
        2 => -20_000..=60_000_i32,
        1 => select(vec![-1_000_000, -1, 0, 1, 1_000_000]),
    ];
    ppm.prop_map(|ppm| Points::from_ppm(ppm).expect("at most 100 points"))
}

pub fn factors() -> impl Strategy<Value = Factor> {
    let ppm = prop_oneof![4 => 0..=1_000_000_u32, 1 => select(vec![0, 1, 10_000_000])];
    ppm.prop_map(|ppm| Factor::from_ppm(ppm).expect("at most 1 000 %"))
}

pub fn slots() -> impl Strategy<Value = Slots> {
    let count = prop_oneof![6 => 0..=150_u32, 1 => select(vec![0, 1, Slots::MOST])];
    count.prop_map(|count| Slots::new(count).expect("not too many"))
}

pub fn children() -> impl Strategy<Value = Children> {
    let count = prop_oneof![6 => 0..=60_000_u32, 1 => select(vec![0, 1, Children::MOST])];
    count.prop_map(|count| Children::new(count).expect("not too many"))
}

fn persons() -> impl Strategy<Value = Persons> {
    let count = prop_oneof![6 => 0..=2_000_000_u32, 1 => select(vec![0, 1, Persons::MOST])];
    count.prop_map(|count| Persons::new(count).expect("not too many"))
}

fn rules() -> impl Strategy<Value = RuleKind> {
    select(RuleKind::ALL.to_vec())
}

/// Settings in which each parameter is typed so many times out of a hundred.
pub fn settings(typed: u8) -> impl Strategy<Value = Vec<Edit>> {
    let parameters = (
        present(typed, points()),
        present(typed, factors()),
        present(typed, rates()),
        present(50, rates()),
        present(typed, rates()),
    );
    let wanted = (rates(), rates());
    (rules(), slots(), parameters, present(30, points()), present(30, points()), wanted).prop_map(
        |(rule, task, (uplift, growth, closing, benchmark, goal), floor, cap, (utilisation, share))| {
            vec![
                Edit::SetRule(rule),
                Edit::SetTask(task),
                Edit::SetUplift(uplift),
                Edit::SetGrowth(growth),
                Edit::SetClosing(closing),
                Edit::SetBenchmark(benchmark),
                Edit::SetGoal(goal),
                Edit::SetFloor(floor),
                Edit::SetCap(cap),
                Edit::SetUtilisation(utilisation),
                Edit::SetInclusiveShare(share),
            ]
        },
    )
}

/// Slots of today: more than a task gives.
fn capacities() -> impl Strategy<Value = Slots> {
    let count = prop_oneof![6 => 0..=5_000_u32, 1 => select(vec![0, 1, Slots::MOST])];
    count.prop_map(|count| Slots::new(count).expect("not too many"))
}

/// Children enrolled: about as many as a base gives, or any number.
fn enrolled() -> impl Strategy<Value = Children> {
    let count = prop_oneof![6 => 0..=6_000_u32, 1 => select(vec![0, 1, Children::MOST])];
    count.prop_map(|count| Children::new(count).expect("not too many"))
}

/// A figure as it may be, so many times out of a hundred.
fn figure_value(figure: Figure, known: u8) -> BoxedStrategy<Option<FigureValue>> {
    let known = match figure {
        Figure::Pin => 20,
        Figure::Enrolled | Figure::Other => 50,
        _ => known,
    };
    match (figure.kind(), figure) {
        (FigureKind::Rate, _) => present(known, rates().prop_map(FigureValue::Rate)).boxed(),
        (FigureKind::Slots, Figure::Capacity | Figure::Inclusive) => {
            present(known, capacities().prop_map(FigureValue::Slots)).boxed()
        }
        (FigureKind::Slots, _) => present(known, slots().prop_map(FigureValue::Slots)).boxed(),
        (FigureKind::Children, Figure::Enrolled) => present(known, enrolled().prop_map(FigureValue::Children)).boxed(),
        (FigureKind::Persons, _) => present(known, persons().prop_map(FigureValue::Persons)).boxed(),
        (FigureKind::Children, _) => present(known, children().prop_map(FigureValue::Children)).boxed(),
    }
}

/// One county, each of its figures known so many times out of a hundred.
pub fn inputs(known: u8) -> impl Strategy<Value = CountyInputs> {
    let values = Figure::ALL.map(|figure| figure_value(figure, known)).to_vec();
    (values, any::<bool>()).prop_map(|(values, locked)| {
        let mut inputs = CountyInputs { locked, ..CountyInputs::default() };
        for (figure, value) in Figure::ALL.into_iter().zip(values) {
            figure.put(&mut inputs, value).expect("a value of its kind");
        }
        // Mostly no more of them than slots.
        if let (Some(inclusive), Some(capacity), true) = (inputs.inclusive, inputs.capacity, locked) {
            inputs.inclusive = Some(inclusive.min(capacity));
        }
        inputs
    })
}

/// Scenarios of this many counties with figures missing here and there.
pub fn drafts_of(counties: usize) -> impl Strategy<Value = Draft> {
    (settings(80), prop::collection::vec(inputs(80), counties))
        .prop_map(|(settings, counties)| Draft { settings, counties })
}
