//! The release page on this machine, built anew when its sources change.

use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use crate::error::Error;
use crate::page::{Profile, build, trunk};
use crate::place::Place;
use crate::run::run;

const USUAL_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 100;

/// What is to be served, and where.
#[derive(Debug, PartialEq, Eq)]
pub struct Wanted {
    profile: Profile,
    port: Option<u16>,
}

/// Reads `--dev` and `--port N`.
pub fn wanted(words: &[&str]) -> Result<Wanted, Error> {
    let (profile, words) = match words {
        ["--dev", rest @ ..] => (Profile::Debug, rest),
        _ => (Profile::Release, words),
    };
    let port = match words {
        [] => None,
        ["--port", number] => match number.parse() {
            Ok(port) if port > 0 => Some(port),
            _ => return Err(Error::Port((*number).to_owned())),
        },
        [word, ..] => return Err(Error::Argument((*word).to_owned())),
    };
    Ok(Wanted { profile, port })
}

/// Sets up, builds and serves until it is stopped.
pub fn serve(place: &Place, wanted: Wanted) -> Result<(), Error> {
    let port = free_port(wanted.port)?;
    // Built before it is served: trunk would serve the page of before when the first build fails.
    let tools = build(place, wanted.profile)?;
    let mut trunk = trunk("serve", &tools, place, wanted.profile);
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    thread::spawn(move || announce(port));
    run(&mut trunk)
}

/// The wanted port, or the first free one from 8080 on.
pub fn free_port(wanted: Option<u16>) -> Result<u16, Error> {
    if let Some(port) = wanted {
        return if is_free(port) { Ok(port) } else { Err(Error::Port(port.to_string())) };
    }
    let mut ports = USUAL_PORT..USUAL_PORT + PORTS_TRIED;
    ports.find(|port| is_free(*port)).ok_or_else(|| Error::Port(USUAL_PORT.to_string()))
}

/// A port that nobody uses, for a server of this program's own.
pub fn any_free_port() -> Result<u16, Error> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|listener| listener.local_addr());
    listener.map(|address| address.port()).map_err(|_| Error::Port(0.to_string()))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// Says where the page is once it is there, below all that trunk writes before.
fn announce(port: u16) {
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        thread::sleep(Duration::from_millis(100));
    }
    println!("\n    托育规划台: http://127.0.0.1:{port}/\n    Ctrl-C stops it.\n");
}

#[cfg(test)]
mod tests {
    use super::{free_port, wanted};
    use crate::page::Profile;
    use std::net::{Ipv4Addr, TcpListener};

    #[test]
    fn a_port_is_a_number_from_1_to_65535() {
        assert_eq!(wanted(&[]).unwrap().port, None);
        assert_eq!(wanted(&["--port", "9000"]).unwrap().port, Some(9000));
        for words in [&["--port"][..], &["--port", "0"], &["--port", "65536"], &["--port", "x"], &["9000"]] {
            assert!(wanted(words).is_err(), "{words:?}");
        }
    }

    #[test]
    fn the_debug_page_is_served_where_it_is_asked_for() {
        assert_eq!(wanted(&[]).unwrap().profile, Profile::Release);
        let dev = wanted(&["--dev", "--port", "9000"]).unwrap();
        assert_eq!((dev.profile, dev.port), (Profile::Debug, Some(9000)));
    }

    #[test]
    fn a_taken_port_is_not_used() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let taken = listener.local_addr().unwrap().port();
        assert!(free_port(Some(taken)).is_err());
    }
}
