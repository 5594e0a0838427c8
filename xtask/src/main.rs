//! The project's own commands: `cargo xtask serve | build | dist | test | check | attack | bench | crash`.

mod attack;
mod bench;
mod browser;
mod check;
mod crash;
mod dependencies;
mod engines;
mod error;
mod installed;
mod page;
mod place;
mod run;
mod serve;
mod server;
mod setup;
mod single_file;
mod sizes;
mod split;
mod style;
mod system;
mod tally;
mod test;
mod tools;

use std::path::Path;
use std::process::ExitCode;

use error::Error;
use place::Place;

const USAGE: &str = "\
Usage: cargo xtask <command>

  serve [--dev] [--port N]
                    build the release page and serve it on this machine (port 8080, or the next free one);
                    --dev: a debug page, which is there much sooner after each change
  build             build the release page into dist/ and hold the bound on its first load
  dist              build the page, and make it one file that works by a double click: dist-file/tuowei.html
  test              every check and every test, as in continuous integration
  check             hold the architecture: the layers of the page, short files
  attack [<name>…] [--count N]
                    try hostile stores, links, pictures and files: every attack in full (some minutes each), or N cases
  bench [--against <folder>]
                    measure the release page in a browser; by turns with the built page in this folder
  crash             kill browsers after the page said that an edit is saved, and look whether it is

Each command sets up what it needs, once. The page is built by trunk, which calls
`cargo xtask bundle-style` and `cargo xtask divide-program`.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Result<ExitCode, Error> {
    let place = Place::find()?;
    match words {
        ["serve", rest @ ..] => serve::serve(&place, serve::wanted(rest)?)?,
        ["build"] => page::build_and_weigh(&place)?,
        ["dist"] => page::build_one_file(&place)?,
        ["test"] => return test::test(&place),
        ["check"] => check::check(&place)?,
        ["attack", rest @ ..] => attack::attack(&place, rest)?,
        ["bench"] => bench::bench(&place)?,
        ["bench", "--against", folder] => bench::bench_against(&place, Path::new(folder))?,
        ["crash"] => crash::crash(&place)?,
        ["bundle-style"] => style::bundle(&place)?,
        ["divide-program"] => split::divide_program(&place)?,
        ["help" | "--help" | "-h"] => println!("{USAGE}"),
        _ => {
            eprintln!("{USAGE}");
            return Ok(ExitCode::from(2));
        }
    }
    Ok(ExitCode::SUCCESS)
}
