//! Random divisions: small weights that tie often, large ones that hardly ever do, and the extremes.

use proptest::prelude::*;
use proptest::sample::select;
use tuowei::model::{Claim, Division, Method, Slots, TieRule, Weight};

fn slots(count: u32) -> Slots {
    Slots::new(count).expect("slots")
}

/// A value so many times out of a hundred, else nothing.
fn present<T: std::fmt::Debug>(percent: u8, value: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    (0..100_u8, value).prop_map(move |(draw, value)| (draw < percent).then_some(value))
}

fn weights() -> impl Strategy<Value = Weight> {
    let units = prop_oneof![
        8 => 1..=12_u64,
        8 => 1..=1_000_000_u64,
        2 => Just(0),
        1 => select(vec![1, Weight::MOST - 1, Weight::MOST]),
    ];
    units.prop_map(|units| Weight::new(units).expect("a weight"))
}

fn claims() -> impl Strategy<Value = Claim> {
    let bounds = (present(30, 0..20_u32), present(30, 0..40_u32));
    (weights(), bounds, present(10, 0..30_u32)).prop_map(|(weight, (least, room), locked)| {
        let least = least.unwrap_or(0);
        Claim { weight, locked: locked.map(slots), least: slots(least), most: room.map(|room| slots(least + room)) }
    })
}

fn tasks() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 0..60_u32, 6 => 0..600_u32, 1 => 0..100_000_u32, 1 => Just(Slots::MOST)]
}

/// Divisions that can be done, ties apart: the task is brought within what locks and bounds allow.
pub fn divisions() -> impl Strategy<Value = Division> {
    by_methods(&Method::ALL)
}

/// Those by a divisor method.
pub fn by_divisors() -> impl Strategy<Value = Division> {
    by_methods(&Method::ALL[1..])
}

fn by_methods(methods: &[Method]) -> impl Strategy<Value = Division> + use<> {
    (prop::collection::vec(claims(), 1..=12), tasks(), select(methods.to_vec())).prop_map(|(claims, task, method)| {
        let sum = |of: &dyn Fn(&Claim) -> Option<Slots>| claims.iter().map(|claim| of(claim).map(Slots::get)).sum();
        let fewest: Option<u32> = sum(&|claim| Some(claim.locked.unwrap_or(claim.least)));
        let most: Option<u32> = sum(&|claim| match claim.locked {
            None if claim.weight.get() == 0 => Some(claim.least),
            None => claim.most,
            locked => locked,
        });
        let task = task.max(fewest.unwrap_or(0)).min(most.unwrap_or(Slots::MOST));
        Division { task: slots(task), method, claims, ties: TieRule::Ask }
    })
}

/// Divisions by largest remainder, without locks and bounds.
pub fn plain() -> impl Strategy<Value = Division> {
    (prop::collection::vec(weights(), 1..=12), tasks()).prop_map(|(weights, task)| {
        let claims = weights.into_iter().map(|weight| Claim { weight, ..Claim::default() }).collect();
        Division { task: slots(task), method: Method::LargestRemainder, claims, ties: TieRule::Ask }
    })
}

/// A division, and another order of its counties.
pub fn shuffled() -> impl Strategy<Value = (Division, Vec<usize>)> {
    divisions().prop_flat_map(|division| {
        let order: Vec<usize> = (0..division.claims.len()).collect();
        (Just(division), Just(order).prop_shuffle())
    })
}

pub fn any_slots() -> impl Strategy<Value = Slots> {
    prop_oneof![4 => 0..60_u32, 1 => 0..=Slots::MOST, 1 => select(vec![0, Slots::MOST])].prop_map(slots)
}

/// Claims that may contradict themselves and each other.
pub fn any_claim() -> impl Strategy<Value = Claim> {
    (weights(), present(20, any_slots()), present(30, any_slots()), present(50, any_slots()))
        .prop_map(|(weight, locked, least, most)| Claim { weight, locked, least: least.unwrap_or_default(), most })
}
