//! Measurements of the release page in a browser: this program sets up, builds and serves, a script of `tests/e2e`
//! measures and prints what it finds.

use std::path::{Path, PathBuf};

use crate::browser;
use crate::error::{Error, Need};
use crate::page::{Profile, build};
use crate::place::Place;
use crate::run::run;
use crate::server::{Server, URL_VARIABLE, script};

/// Where it finds the page to compare with.
const AGAINST_VARIABLE: &str = "TUOWEI_AGAINST_URL";

/// Builds the release page and lets `bench.mjs` measure it.
pub fn bench(place: &Place) -> Result<(), Error> {
    let chromium = set_up(place)?;
    let page = Server::start(place, place.dist())?;
    run(script(place, "bench.mjs", &chromium).env(URL_VARIABLE, page.url()))
}

/// Builds the release page and lets `bench-against.mjs` measure it by turns with another built page.
pub fn bench_against(place: &Place, other: &Path) -> Result<(), Error> {
    // The server is started in another folder than this program.
    let other = other.canonicalize().map_err(Error::file(other))?;
    if !other.join("index.html").is_file() {
        return Err(Error::Missing(Need::Page(other)));
    }
    let chromium = set_up(place)?;
    let page = Server::start(place, place.dist())?;
    let against = Server::start(place, other)?;
    let mut script = script(place, "bench-against.mjs", &chromium);
    run(script.env(URL_VARIABLE, page.url()).env(AGAINST_VARIABLE, against.url()))
}

/// The answer is the browser to measure in.
fn set_up(place: &Place) -> Result<PathBuf, Error> {
    build(place, Profile::Release)?;
    browser::set_up(place)
}
