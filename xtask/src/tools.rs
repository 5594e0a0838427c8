//! The pinned tools: trunk and the wasm-bindgen of the version in Cargo.lock, which make the page, and typos.
//!
//! A tool is taken from PATH if it is there in the right version, else from the per-user cache, else it is brought
//! by pip where it is a wheel, by `cargo binstall` or, failing that, by `cargo install`. It is installed aside and then renamed into place, so
//! that a broken-off installation leaves no half tool behind.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Need};
use crate::place::{Place, tools_folder};
use crate::run::{answer, cargo, on_path, path_with, program_file, run};

/// The last release that builds with the pinned Rust.
const TRUNK_VERSION: &str = "0.21.14";

const TYPOS_VERSION: &str = "1.52.0";

struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Further arguments of `cargo install`.
    options: &'static [&'static str],
    /// Its name among Python's packages, if it is there ready-made.
    wheel: Option<&'static str>,
    takes: &'static str,
}

/// The folders that hold trunk and wasm-bindgen, for [`path_with`].
pub fn page_tools(place: &Place) -> Result<Vec<PathBuf>, Error> {
    let lock_file = place.lock_file();
    let lock = fs::read_to_string(&lock_file).map_err(Error::file(&lock_file))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or(Error::Missing(Need::WasmBindgenInLock))?;
    let tools = [
        Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version: version.to_owned(),
            // Its own lock file does not resolve with every Rust; and the server features are not needed.
            options: &["--no-default-features"],
            wheel: None,
            takes: "about 2 minutes, once",
        },
        Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK_VERSION.to_owned(),
            // Without its features trunk cannot go to the network, and there is no need that it does.
            options: &["--locked", "--no-default-features"],
            wheel: None,
            takes: "about 3 minutes, once",
        },
    ];
    tools.iter().filter_map(|tool| tool.folder(place).transpose()).collect()
}

/// The folder that holds typos; none where PATH has it.
pub fn typos(place: &Place) -> Result<Option<PathBuf>, Error> {
    let tool = Tool {
        package: "typos-cli",
        program: "typos",
        version: TYPOS_VERSION.to_owned(),
        options: &["--locked"],
        wheel: Some("typos"),
        takes: "some seconds, once; about 3 minutes without Python's pip",
    };
    tool.folder(place).map_err(|_| Error::Missing(Need::Typos))
}

/// A program of these tools, with those first on its PATH.
pub fn command(program: &str, tools: &[PathBuf], place: &Place) -> Command {
    let file = program_file(program);
    let found = tools.iter().map(|folder| folder.join(&file)).find(|path| path.is_file());
    let mut command = Command::new(found.unwrap_or_else(|| PathBuf::from(file)));
    command.env("PATH", path_with(tools)).current_dir(place.root());
    command
}

impl Tool {
    /// The folder the tool is in; none where PATH has it already.
    fn folder(&self, place: &Place) -> Result<Option<PathBuf>, Error> {
        if on_path(self.program).is_some_and(|path| self.is_right(&path)) {
            return Ok(None);
        }
        let tools = tools_folder()?;
        let kept = tools.join(format!("{}-{}", self.package, self.version));
        let folder = kept.join("bin");
        let program = folder.join(program_file(self.program));
        if self.is_right(&program) {
            return Ok(Some(folder));
        }

        fs::create_dir_all(&tools).map_err(Error::file(&tools))?;
        let lock_path = tools.join("lock");
        let lock = File::create(&lock_path).map_err(Error::file(&lock_path))?;
        lock.lock().map_err(Error::file(&lock_path))?;
        // Another run may have brought it while this one waited.
        if !self.is_right(&program) {
            self.install(place, &tools, &kept)?;
        }
        Ok(Some(folder))
    }

    fn is_right(&self, program: &Path) -> bool {
        answer(Command::new(program).arg("--version"))
            .is_some_and(|line| line.split_whitespace().nth(1) == Some(self.version.as_str()))
    }

    /// Only one run at a time comes here: the caller holds the lock.
    fn install(&self, place: &Place, tools: &Path, kept: &Path) -> Result<(), Error> {
        println!("setting up {} {} ({})…", self.package, self.version, self.takes);
        let aside = tools.join(format!("{}-{}.part", self.package, self.version));
        let root = aside.join("root");
        remove(&root)?;
        fs::create_dir_all(&root).map_err(Error::file(&root))?;

        if !self.pip(&root) && !self.binstall(place, &root) {
            // The compiled parts of a broken-off installation are still there and are used.
            run(&mut self.cargo_install(place, &root, &aside.join("target")))?;
        }
        remove(kept)?;
        fs::rename(&root, kept).map_err(Error::file(kept))?;
        remove(&aside)
    }

    /// The program that a wheel brings, where there is one, and pip.
    fn pip(&self, root: &Path) -> bool {
        let Some(wheel) = self.wheel else { return false };
        let python = if cfg!(windows) { "python" } else { "python3" };
        let mut command = Command::new(python);
        command.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary", ":all:"]);
        // Nothing of Python's own is changed by a folder of its own.
        command.args(["--disable-pip-version-check", "--root-user-action", "ignore", "--target"]).arg(root);
        command.arg(format!("{wheel}=={}", self.version));
        run(&mut command).is_ok() && self.is_right(&root.join("bin").join(program_file(self.program)))
    }

    /// A ready-made program, where cargo-binstall is at hand and finds one.
    fn binstall(&self, place: &Place, root: &Path) -> bool {
        if on_path("cargo-binstall").is_none() {
            return false;
        }
        let package = format!("{}@{}", self.package, self.version);
        let mut command = cargo(&["binstall", "--no-confirm", "--disable-strategies", "compile"], place.root());
        command.arg("--root").arg(root).arg(package);
        let done = run(&mut command).is_ok();
        let program = root.join("bin").join(program_file(self.program));
        done && self.is_right(&program)
    }

    fn cargo_install(&self, place: &Place, root: &Path, target: &Path) -> Command {
        let mut command = cargo(&["install", self.package, "--version", &self.version], place.root());
        command.args(self.options);
        command.arg("--root").arg(root).arg("--target-dir").arg(target);
        // These tools run for seconds: compiling them fast matters more than their own speed.
        command.env("CARGO_PROFILE_RELEASE_LTO", "off");
        command.env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
        command.env_remove("CARGO_BUILD_TARGET");
        command
    }
}

fn remove(folder: &Path) -> Result<(), Error> {
    if folder.exists() { fs::remove_dir_all(folder).map_err(Error::file(folder)) } else { Ok(()) }
}

/// The version that a Cargo.lock gives a package. None where it has none, and of several the first.
fn locked_version<'lock>(lock: &'lock str, package: &str) -> Option<&'lock str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        let lock = "[[package]]\nname = \"wasm-bindgen-futures\"\nversion = \"0.4.1\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "bindgen"), None);
    }
}
