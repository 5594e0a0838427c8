//! The page's own build of the standard library: a tenth of the first load.
//!
//! The library that comes with Rust is compiled for speed and for panics that write long messages. The page needs
//! neither: it is compiled here for size, and a panic stops the program at once. Stable Rust takes these options only
//! when it is told that it may (`RUSTC_BOOTSTRAP`); they change how the library is compiled, not what it does.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Need};
use crate::place::Place;
use crate::run::{answer, run};
use crate::setup::WASM;

/// The crates of the library, and how they are to be compiled.
const SETTINGS: [(&str, &str); 4] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
    // The names of functions are what the program is divided by; they go afterwards.
    ("CARGO_PROFILE_RELEASE_STRIP", "none"),
];

/// What the compiler is told for the page, and only for it.
const FLAGS: [&str; 5] = [
    "--cfg=erase_components",
    "-Zunstable-options",
    "-Cpanic=immediate-abort",
    "-Zlocation-detail=none",
    // Where functions and data name each other, which is needed to divide the program; see `split`.
    "-Clink-arg=--emit-relocs",
];

/// Has the command build the page in this way.
pub fn apply(command: &mut Command, place: &Place) {
    command.envs(SETTINGS);
    // Only the page's target: what runs on this machine is compiled as ever.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags());
    // A folder of its own, so that neither this nor any other build throws the other's parts away.
    command.env("CARGO_TARGET_DIR", folder(place));
    if let Ok(this) = env::current_exe() {
        // The hook after the build is this program again, not one compiled with these settings.
        command.env("TUOWEI_XTASK", this);
    }
}

/// The program that cargo made, before it is divided.
pub fn program(place: &Place) -> PathBuf {
    folder(place).join(WASM).join("release/tuowei.wasm")
}

fn folder(place: &Place) -> PathBuf {
    place.root().join("target/page")
}

/// The library's sources, and the crates that it is made of.
pub fn sources(place: &Place) -> Result<(), Error> {
    if !has_sources(place) {
        println!("setting up the sources of the Rust standard library…");
        // Whether it helped is seen by looking again, so that a machine without rustup gets the same clear words.
        if let Err(error) = run(Command::new("rustup").args(["component", "add", "rust-src"]).current_dir(place.root()))
        {
            println!("{error}");
        }
        if !has_sources(place) {
            return Err(Error::Missing(Need::StdSources));
        }
    }
    let mut fetch = Command::new("cargo");
    fetch.args(["fetch", "--quiet", "--target", WASM]).envs(SETTINGS).current_dir(place.root());
    run(&mut fetch)
}

fn has_sources(place: &Place) -> bool {
    sysroot(place).is_some_and(|root| Path::new(&root).join("lib/rustlib/src/rust/library/std").is_dir())
}

fn sysroot(place: &Place) -> Option<String> {
    answer(Command::new("rustc").args(["--print", "sysroot"]).current_dir(place.root()))
}

/// The flags, with the folders of this machine taken out of whatever the program says of its sources.
fn flags() -> String {
    let cargo = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .filter(|folder| !folder.to_string_lossy().contains(' '));
    let remap = cargo.map(|folder| format!("--remap-path-prefix={}=cargo", folder.display()));
    FLAGS.into_iter().map(str::to_owned).chain(remap).collect::<Vec<_>>().join(" ")
}
