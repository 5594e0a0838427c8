//! Attacks: hostile stores, links, pictures and files in any number, each with bounds on what it may cost.
//!
//! `cargo xtask attack` runs them in full; as a test each runs its share. Every case follows from its number alone, so that one
//! that failed can be run again: `TUOWEI_ATTACK_FIRST` is the first case, `TUOWEI_ATTACK_COUNT` how many there are, and
//! arguments are names of attacks.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod mutate;
mod opened;
mod random;
mod stores;
mod trial;

use std::env;
use std::process::ExitCode;

use trial::{Attack, Trial};

/// Without a place for output of its own the runner of tests is not needed: attacks go one after the other, as time and memory
/// are measured.
fn main() -> ExitCode {
    let all: &[Attack] = &[opened::ATTACK, stores::ATTACK];
    let wanted: Vec<String> = env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let number = |name: &str| env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let mut has_failed = false;
    for attack in all.iter().filter(|attack| wanted.is_empty() || wanted.iter().any(|name| attack.name.contains(name)))
    {
        let count =
            number("TUOWEI_ATTACK_COUNT").map_or(attack.share, |count| if count == 0 { attack.full } else { count });
        let first = number("TUOWEI_ATTACK_FIRST").unwrap_or(0);
        let trial = Trial::of(attack, first..first + count);
        println!("{}", trial.said());
        has_failed |= trial.has_failed();
    }
    if has_failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
