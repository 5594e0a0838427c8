//! Hostile stores, links, pictures and files in any number: `tests/attack`, which holds bounds on what each may cost.

use crate::error::Error;
use crate::place::Place;
use crate::run::{cargo, run};

/// Of all attacks whose names hold one of these words, or of all: so many cases each, or as many as the attack has in full.
pub fn attack(place: &Place, arguments: &[&str]) -> Result<(), Error> {
    let (names, count) = match arguments {
        [names @ .., "--count", count] => (names, *count),
        names => (names, "0"),
    };
    let mut command = cargo(&["test", "--profile", "attack", "--test", "attack", "--"], place.root());
    run(command.args(names).env("TUOWEI_ATTACK_COUNT", count))
}
