//! Firefox and WebKit: one story of the page is run in them, too.

use std::process::Command;

use crate::error::{Error, Need};
use crate::place::Place;
use crate::run::{on_path, run};
use crate::system::{Apt, is_debian};

/// What the story needs, and the package of Debian that brings it.
const PROGRAMS: [(&str, &str); 3] =
    [("firefox-esr", "firefox-esr"), ("WebKitWebDriver", "webkit2gtk-driver"), ("Xvfb", "xvfb")];

/// Whether they are there. Elsewhere than on Debian they are not looked for.
///
/// # Errors
/// On Debian, where they are not there and cannot be installed.
pub fn set_up() -> Result<bool, Error> {
    if !is_debian() {
        return Ok(false);
    }
    let missing = || PROGRAMS.iter().filter(|(program, _)| on_path(program).is_none()).map(|(_, package)| *package);
    let packages: Vec<&str> = missing().collect();
    if !packages.is_empty() {
        println!("setting up Firefox and WebKit…");
        Apt::default().install(&packages);
    }
    if missing().next().is_none() { Ok(true) } else { Err(Error::Missing(Need::Engines)) }
}

/// Runs the story in both, on the built page.
pub fn story(place: &Place) -> Result<(), Error> {
    let mut node = Command::new("node");
    node.args(["--test", "--test-reporter=spec", "engines/engines.test.mjs"]).current_dir(place.browser_tests());
    run(&mut node)
}
