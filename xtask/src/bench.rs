//! Measurements of the release page in a browser: this program sets up, builds and serves, a script of `tests/e2e`
//! measures and prints what it finds.

use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use crate::browser::{self, CHROMIUM_VARIABLE, PORT_VARIABLE};
use crate::error::{Error, Need};
use crate::page::{Profile, build};
use crate::place::Place;
use crate::run::{run, start};
use crate::serve::any_free_port;

/// Where the script finds the page.
const URL_VARIABLE: &str = "TUOWEI_URL";
/// Where it finds the page to compare with.
const AGAINST_VARIABLE: &str = "TUOWEI_AGAINST_URL";
/// Tells the server which page it is to serve.
const DIST_VARIABLE: &str = "TUOWEI_E2E_DIST";

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

fn script(place: &Place, name: &str, chromium: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(name).env(CHROMIUM_VARIABLE, chromium).current_dir(place.browser_tests());
    node
}

/// A server of one built page, for as long as this value is there.
struct Server {
    node: Child,
    port: u16,
}

impl Server {
    fn start(place: &Place, dist: PathBuf) -> Result<Self, Error> {
        let port = any_free_port()?;
        let mut node = Command::new("node");
        node.arg("serve.mjs").env(PORT_VARIABLE, port.to_string()).env(DIST_VARIABLE, dist);
        let node = start(node.current_dir(place.browser_tests()))?;
        let mut server = Self { node, port };
        server.wait_until_it_answers()?;
        Ok(server)
    }

    fn url(&self) -> String {
        format!("http://127.0.0.1:{}/", self.port)
    }

    fn wait_until_it_answers(&mut self) -> Result<(), Error> {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).is_err() {
            if let Ok(Some(status)) = self.node.try_wait() {
                return Err(Error::Failed { program: "node serve.mjs".to_owned(), code: status.code() });
            }
            thread::sleep(Duration::from_millis(50));
        }
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing left to stop.
        let _ = self.node.kill();
        let _ = self.node.wait();
    }
}
