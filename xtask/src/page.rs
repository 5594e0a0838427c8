//! Building the page.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::Error;
use crate::place::Place;
use crate::run::{answer, run};
use crate::setup::{self, WASM};
use crate::single_file;
use crate::sizes::Weights;
use crate::tools::command;

/// How the page's program is compiled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    /// For those who plan.
    Release,
    /// For those who change the page: it is there sooner, larger and slower.
    Debug,
}

impl Profile {
    /// The profile of the build that this program is a step of.
    pub fn of_trunk() -> Self {
        if env::var_os("TRUNK_PROFILE").is_some_and(|name| name == "debug") { Self::Debug } else { Self::Release }
    }

    /// The program that cargo made, before it is divided: a path below the folder of the page's build.
    pub fn program(self) -> PathBuf {
        let folder = match self {
            Self::Release => "release",
            Self::Debug => "debug",
        };
        [WASM, folder, "tuowei.wasm"].iter().collect()
    }
}

/// What the compiler is told for the page, and only for it.
const FLAGS: [&str; 2] = [
    // One type for all views: leptos compiles its machinery once for each type that a view holds.
    "--cfg=erase_components",
    // Where functions and data name each other, which is needed to divide the program; see `split`.
    "-Clink-arg=--emit-relocs",
];

/// Sets up, builds the page into `dist/` and holds the bound on its first load.
pub fn build_and_weigh(place: &Place) -> Result<(), Error> {
    build(place, Profile::Release)?;
    weigh(place)
}

/// The same, and makes the page one file besides.
pub fn build_one_file(place: &Place) -> Result<(), Error> {
    build_and_weigh(place)?;
    single_file::make(place).map(|_| ())
}

/// Sets up and builds the page. The answer is the folders of the tools it took.
pub fn build(place: &Place, profile: Profile) -> Result<Vec<PathBuf>, Error> {
    let tools = setup::for_the_page(place)?;
    run(&mut trunk("build", &tools, place, profile))?;
    Ok(tools)
}

/// `trunk build` or `trunk serve`, without the network.
pub fn trunk(what: &str, tools: &[PathBuf], place: &Place, profile: Profile) -> Command {
    let mut trunk = command("trunk", tools, place);
    trunk.args([what, "--offline"]);
    if profile == Profile::Release {
        trunk.arg("--release");
    }
    // trunk cannot minify what wasm-bindgen writes, takes it as it is, and need not say so each time.
    trunk.args(["--log", "error,trunk=info,trunk::processing::minify=error"]);
    // It takes the usual `NO_COLOR=1` for a wrong value of its own option, and stops.
    trunk.env_remove("NO_COLOR");
    as_the_page(&mut trunk, place);
    if let Ok(this) = env::current_exe() {
        // The hooks are this program again, not one compiled with these settings.
        trunk.env("TUOWEI_XTASK", this);
    }
    trunk
}

/// Has a command compile as the page is compiled, so that what it takes is compiled once for both.
pub fn as_the_page(command: &mut Command, place: &Place) {
    // Only the page's target: what runs on this machine is compiled as ever.
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(place));
    // A folder of its own, so that neither this nor any other build throws the other's parts away.
    command.env("CARGO_TARGET_DIR", place.page_target());
}

/// The flags, with the folders of this machine taken out of what panics say of places in the sources.
fn flags(place: &Place) -> String {
    let cargo =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let folders = [cargo.map(|folder| (folder, "cargo")), library_sources(place).map(|folder| (folder, "rust"))];
    // cargo takes a space for the end of a flag.
    let folders = folders.into_iter().flatten().filter(|(folder, _)| !folder.to_string_lossy().contains(' '));
    let remap = folders.map(|(folder, name)| format!("--remap-path-prefix={}={name}", folder.display()));
    FLAGS.into_iter().map(str::to_owned).chain(remap).collect::<Vec<_>>().join(" ")
}

/// Where the compiler finds the sources of the standard library, if they are installed.
fn library_sources(place: &Place) -> Option<PathBuf> {
    let root = answer(Command::new("rustc").args(["--print", "sysroot"]).current_dir(place.root()))?;
    Some(Path::new(&root).join("lib/rustlib/src/rust"))
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
