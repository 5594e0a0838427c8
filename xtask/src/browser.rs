//! What the browser tests need: Node, the packages of tests/e2e, and a Chromium.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::error::{Error, Need};
use crate::place::Place;
use crate::run::{answer, on_path, run};
use crate::system::{Apt, chinese_fonts, is_debian};

/// Names the browser to test with, for this program and for the tests.
pub const CHROMIUM_VARIABLE: &str = "TUOWEI_CHROMIUM";

/// Names the port of the server of tests/e2e.
pub const PORT_VARIABLE: &str = "TUOWEI_E2E_PORT";

/// The oldest Node that the packages of tests/e2e run on.
const NODE_MAJOR: u32 = 20;

/// Chromium without windows, of the same version: the browser tests take two thirds of the time in it.
const HEADLESS: &str = "chromium-headless-shell";

const ON_PATH: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

/// Everything for the browser tests; the answer is the browser to use.
pub fn set_up(place: &Place) -> Result<PathBuf, Error> {
    let mut apt = Apt::default();
    node()?;
    packages(place)?;
    let browser = chromium(place, &mut apt)?;
    chinese_fonts(&mut apt);
    Ok(browser)
}

fn node() -> Result<(), Error> {
    let version = answer(Command::new("node").arg("--version")).ok_or(Error::Missing(Need::Node))?;
    let is_new = major(&version).is_some_and(|major| major >= NODE_MAJOR);
    if is_new { Ok(()) } else { Err(Error::Missing(Need::Node)) }
}

/// 20 of `v20.20.2`.
fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// `npm ci` where what is there was not installed from the lock file as it is now.
fn packages(place: &Place) -> Result<(), Error> {
    let folder = place.browser_tests();
    let lock_path = folder.join("package-lock.json");
    let lock = fs::read(&lock_path).map_err(Error::file(&lock_path))?;
    let stamp = folder.join("node_modules/.installed-from.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("setting up the packages of the browser tests…");
    run(Command::new(npm("npm")).args(["ci", "--no-audit", "--no-fund"]).current_dir(&folder))?;
    fs::write(&stamp, lock).map_err(Error::file(&stamp))
}

fn npm(name: &str) -> String {
    if cfg!(windows) { format!("{name}.cmd") } else { name.to_owned() }
}

fn chromium(place: &Place, apt: &mut Apt) -> Result<PathBuf, Error> {
    if let Some(named) = env::var_os(CHROMIUM_VARIABLE).filter(|path| !path.is_empty()) {
        let named = PathBuf::from(named);
        return if works(&named) { Ok(named) } else { Err(Error::Missing(Need::Chromium)) };
    }
    if let Some(found) = headless(apt).or_else(installed).or_else(|| of_playwright(place)) {
        return Ok(found);
    }
    println!("setting up Chromium…");
    if apt.install(&["chromium"])
        && let Some(found) = installed()
    {
        return Ok(found);
    }
    let folder = place.browser_tests();
    let brought = run(Command::new(npm("npx")).args(["playwright", "install", "chromium"]).current_dir(&folder));
    brought.ok().and_then(|()| of_playwright(place)).ok_or(Error::Missing(Need::Chromium))
}

/// The one without windows, set up where the system's packages have it.
fn headless(apt: &mut Apt) -> Option<PathBuf> {
    let found = || on_path(HEADLESS).filter(|path| works(path));
    found().or_else(|| {
        if !is_debian() {
            return None;
        }
        println!("setting up Chromium without windows…");
        apt.install(&[HEADLESS]);
        found()
    })
}

fn installed() -> Option<PathBuf> {
    ON_PATH.iter().filter_map(|name| on_path(name)).chain(usual_places()).find(|path| works(path))
}

/// Where browsers are on systems that do not put them on PATH.
fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        let applications = Path::new("/Applications");
        return vec![
            applications.join("Google Chrome.app/Contents/MacOS/Google Chrome"),
            applications.join("Chromium.app/Contents/MacOS/Chromium"),
            applications.join("Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
        ];
    }
    if cfg!(windows) {
        let programs = ["ProgramFiles", "ProgramFiles(x86)"].into_iter().filter_map(env::var_os).map(PathBuf::from);
        return programs
            .flat_map(|folder| {
                [
                    folder.join("Google/Chrome/Application/chrome.exe"),
                    folder.join("Microsoft/Edge/Application/msedge.exe"),
                ]
            })
            .collect();
    }
    Vec::new()
}

/// The browser that Playwright brought itself, on this run or before.
fn of_playwright(place: &Place) -> Option<PathBuf> {
    let script = "import('@playwright/test').then(({ chromium }) => console.log(chromium.executablePath()))";
    let mut node = Command::new("node");
    node.args(["--input-type=module", "--eval", script]).current_dir(place.browser_tests());
    answer(&mut node).map(PathBuf::from).filter(|path| works(path))
}

/// Whether it can be started. Some systems have a `chromium-browser` that only says where to get one.
fn works(browser: &Path) -> bool {
    // On Windows asking for the version opens a window.
    browser.is_file() && (cfg!(windows) || answer(Command::new(browser).arg("--version")).is_some())
}

#[cfg(test)]
mod tests {
    use super::major;

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("v8.0.0"), Some(8));
        assert_eq!(major("20"), None);
    }
}
