//! Building the release page.

use std::path::PathBuf;
use std::process::Command;

use crate::error::Error;
use crate::place::Place;
use crate::run::run;
use crate::setup;
use crate::sizes::Weights;
use crate::small_std;
use crate::tools::command;

/// Sets up, builds the page into `dist/` and holds the bound on its first load.
pub fn build_and_weigh(place: &Place) -> Result<(), Error> {
    build(place)?;
    weigh(place)
}

/// Sets up and builds the page. The answer is the folders of the tools it took.
pub fn build(place: &Place) -> Result<Vec<PathBuf>, Error> {
    let tools = setup::for_the_page(place)?;
    run(&mut trunk("build", &tools, place))?;
    Ok(tools)
}

/// `trunk build` or `trunk serve`, of the release page and without the network.
pub fn trunk(what: &str, tools: &[PathBuf], place: &Place) -> Command {
    let mut trunk = command("trunk", tools, place);
    trunk.args([what, "--release", "--offline"]);
    // trunk cannot minify what wasm-bindgen writes, takes it as it is, and need not say so each time.
    trunk.args(["--log", "error,trunk=info,trunk::processing::minify=error"]);
    // It takes the usual `NO_COLOR=1` for a wrong value of its own option, and stops.
    trunk.env_remove("NO_COLOR");
    small_std::apply(&mut trunk, place);
    trunk
}

/// Prints what the first load weighs and holds the bound on it.
pub fn weigh(place: &Place) -> Result<(), Error> {
    print_weight(place)?.hold_the_bound()
}

/// Prints what the first load weighs.
pub fn print_weight(place: &Place) -> Result<Weights, Error> {
    let load = Weights::of(&place.dist())?;
    println!("\n{load}");
    Ok(load)
}
