//! Measurements of the release page in a browser: this program sets up, builds and serves,
//! `tests/e2e/bench.mjs` measures and prints what it finds.

use std::net::{Ipv4Addr, TcpStream};
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

/// Builds the release page and lets the script measure it.
pub fn bench(place: &Place) -> Result<(), Error> {
    let folder = place.browser_tests();
    if !folder.join("bench.mjs").is_file() {
        return Err(Error::Missing(Need::BenchScript));
    }
    build(place, Profile::Release)?;
    let chromium = browser::set_up(place)?;

    let port = any_free_port()?;
    let mut node = Command::new("node");
    node.arg("serve.mjs").env(PORT_VARIABLE, port.to_string()).current_dir(&folder);
    let mut server = start(&mut node)?;
    let measured = wait_until_it_answers(&mut server, port).and_then(|()| {
        let mut script = Command::new("node");
        script.arg("bench.mjs").env(CHROMIUM_VARIABLE, chromium);
        script.env(URL_VARIABLE, format!("http://127.0.0.1:{port}/"));
        run(script.current_dir(&folder))
    });
    // It may have ended by itself; then there is nothing left to stop.
    let _ = server.kill();
    let _ = server.wait();
    measured
}

fn wait_until_it_answers(server: &mut Child, port: u16) -> Result<(), Error> {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        if let Ok(Some(status)) = server.try_wait() {
            return Err(Error::Failed { program: "node serve.mjs".to_owned(), code: status.code() });
        }
        thread::sleep(Duration::from_millis(50));
    }
    Ok(())
}
