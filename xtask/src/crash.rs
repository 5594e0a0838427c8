//! A browser that is killed: what the page said to be saved is there afterwards.

use std::path::Path;

use crate::browser;
use crate::error::Error;
use crate::page::{Profile, build};
use crate::place::Place;
use crate::run::run;
use crate::server::{Server, URL_VARIABLE, script};

/// Tells the script how often it kills at each moment.
const TRIES_VARIABLE: &str = "TUOWEI_TRIES";

/// How often a browser is killed at each moment.
pub const TRIES: u32 = 20;
/// The same in the tests: some twenty seconds.
pub const TRIES_IN_TESTS: u32 = 1;

/// Builds the release page and kills browsers that showed it.
pub fn crash(place: &Place) -> Result<(), Error> {
    build(place, Profile::Release)?;
    let chromium = browser::set_up(place)?;
    on_built_page(place, &chromium, TRIES)
}

/// The same with the page that is built.
pub fn on_built_page(place: &Place, chromium: &Path, tries: u32) -> Result<(), Error> {
    let page = Server::start(place, place.dist())?;
    let mut script = script(place, "attacks/crash.mjs", chromium);
    run(script.env(URL_VARIABLE, page.url()).env(TRIES_VARIABLE, tries.to_string()))
}
