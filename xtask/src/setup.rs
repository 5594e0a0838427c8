//! What a fresh machine with rustup lacks, for building and checking the sources.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Need};
use crate::place::Place;
use crate::run::{answer, cargo, run};
use crate::tools::page_tools;

/// The target of the page.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Everything that building the page needs. The answer is the folders of its tools.
pub fn for_the_page(place: &Place) -> Result<Vec<PathBuf>, Error> {
    wasm_target(place)?;
    let tools = page_tools(place)?;
    sources(place)?;
    Ok(tools)
}

fn wasm_target(place: &Place) -> Result<(), Error> {
    if has_wasm_target(place) {
        return Ok(());
    }
    println!("setting up the Rust target {WASM}…");
    rustup(place, &["target", "add", WASM]);
    if has_wasm_target(place) { Ok(()) } else { Err(Error::Missing(Need::WasmTarget)) }
}

/// Asks the compiler and not rustup: a Rust that came otherwise is as good.
fn has_wasm_target(place: &Place) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.args(["--print", "target-libdir", "--target", WASM]).current_dir(place.root());
    answer(&mut rustc).is_some_and(|folder| Path::new(&folder).is_dir())
}

/// rustfmt and clippy.
pub fn components(place: &Place) -> Result<(), Error> {
    let are_there =
        || ["fmt", "clippy"].iter().all(|name| answer(&mut cargo(&[name, "--version"], place.root())).is_some());
    if are_there() {
        return Ok(());
    }
    println!("setting up rustfmt and clippy…");
    rustup(place, &["component", "add", "rustfmt", "clippy"]);
    if are_there() { Ok(()) } else { Err(Error::Missing(Need::Components)) }
}

/// Whether it helped is seen by looking again, so that a machine without rustup gets the same clear words.
fn rustup(place: &Place, arguments: &[&str]) {
    if let Err(error) = run(Command::new("rustup").args(arguments).current_dir(place.root())) {
        println!("{error}");
    }
}

/// The crates that the page is made of: trunk runs cargo offline. With all of them there, nothing is fetched.
fn sources(place: &Place) -> Result<(), Error> {
    let mut command = cargo(&["fetch", "--quiet", "--target", WASM], place.root());
    if let Some(host) = host(place) {
        command.args(["--target", &host]);
    }
    run(&mut command)
}

fn host(place: &Place) -> Option<String> {
    let version = answer(Command::new("rustc").arg("-vV").current_dir(place.root()))?;
    version.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
}
