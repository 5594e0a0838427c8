//! The built page, served for scripts of `tests/e2e` that measure or attack it.

use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use crate::browser::{CHROMIUM_VARIABLE, PORT_VARIABLE};
use crate::error::Error;
use crate::place::Place;
use crate::run::start;
use crate::serve::any_free_port;

/// Where a script finds the page.
pub const URL_VARIABLE: &str = "TUOWEI_URL";
/// Tells the server which page it is to serve.
const DIST_VARIABLE: &str = "TUOWEI_E2E_DIST";

/// A script of the browser tests, which is told where the browser is.
pub fn script(place: &Place, name: &str, chromium: &Path) -> Command {
    let mut node = Command::new("node");
    node.arg(name).env(CHROMIUM_VARIABLE, chromium).current_dir(place.browser_tests());
    node
}

/// A server of one built page, for as long as this value is there.
pub struct Server {
    node: Child,
    port: u16,
}

impl Server {
    /// Starts it, and waits until it answers.
    pub fn start(place: &Place, dist: PathBuf) -> Result<Self, Error> {
        let port = any_free_port()?;
        let mut node = Command::new("node");
        node.arg("serve.mjs").env(PORT_VARIABLE, port.to_string()).env(DIST_VARIABLE, dist);
        let node = start(node.current_dir(place.browser_tests()))?;
        let mut server = Self { node, port };
        server.wait_until_it_answers()?;
        Ok(server)
    }

    /// Where the page is.
    pub fn url(&self) -> String {
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
