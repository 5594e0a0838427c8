//! A million slots over all counties of China, by each method. Run with `cargo bench --bench allocation`.

#![allow(missing_docs, reason = "criterion's macros make public functions")]

use criterion::{Criterion, criterion_group, criterion_main};
use tuowei::model::{Claim, Division, Method, Slots, TieRule, Weight, divide, growth_loss};

const COUNTIES: usize = 2_844;

/// Children as uneven as they are: from a few hundred to some hundred thousand, always the same ones.
fn weights() -> impl Iterator<Item = Weight> {
    let mut state = 1_u64;
    std::iter::repeat_with(move || {
        // A linear congruential generator, with Knuth's factor.
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let (size, children) = (state >> 60, (state >> 32) & 0xffff);
        Weight::whole(u32::try_from(300 + children * (1 + size)).unwrap_or(u32::MAX))
    })
}

fn china(method: Method, bounded: bool) -> Division {
    let bounds = |at: usize| if bounded && at.is_multiple_of(2) { (20, Some(400)) } else { (0, None) };
    let claim = |(at, weight): (usize, Weight)| {
        let (least, most) = bounds(at);
        Claim { weight, locked: None, least: Slots::new(least).unwrap_or_default(), most: most.and_then(Slots::new) }
    };
    let claims = weights().take(COUNTIES).enumerate().map(claim).collect();
    Division { task: Slots::new(1_000_000).unwrap_or_default(), method, claims, ties: TieRule::DocumentOrder }
}

fn million_slots(criterion: &mut Criterion) {
    for (name, bounded) in [("free", false), ("bounded", true)] {
        let mut group = criterion.benchmark_group(name);
        for method in Method::ALL {
            let division = china(method, bounded);
            assert!(divide(&division).is_ok());
            group.bench_function(format!("{method:?}"), |bencher| bencher.iter(|| divide(&division)));
        }
        group.finish();
    }
    let division = china(Method::LargestRemainder, false);
    criterion.bench_function("growth_loss of 20", |bencher| bencher.iter(|| growth_loss(&division, 20)));
}

criterion_group!(benches, million_slots);
criterion_main!(benches);
