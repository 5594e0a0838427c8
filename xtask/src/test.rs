//! Every check and every test, each step after the other, whether or not the ones before passed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::time::{Duration, Instant};

use crate::browser::{self, CHROMIUM_VARIABLE, PORT_VARIABLE};
use crate::check::check;
use crate::crash;
use crate::dependencies;
use crate::engines;
use crate::error::Error;
use crate::page::{self, Profile, as_the_page};
use crate::place::Place;
use crate::run::{cargo, run, run_and_read};
use crate::serve::any_free_port;
use crate::setup::{self, WASM};
use crate::single_file;
use crate::tally::{Tally, browser_tests, native_tests};
use crate::tools;

/// Tells the browser tests where to leave their report.
const REPORT_VARIABLE: &str = "TUOWEI_E2E_REPORT";

/// Sets up and runs everything. The last line counts the steps and the tests within them.
pub fn test(place: &Place) -> Result<ExitCode, Error> {
    let root = place.root();
    let mut steps = Steps::default();

    steps.run("rustfmt and clippy are there", || setup::components(place));
    steps.run("format", || run(&mut cargo(&["fmt", "--all", "--check"], root)));
    steps.run("clippy", || run(&mut cargo(&clippy(&["--workspace", "--all-targets"]), root)));
    steps.run("architecture", || check(place));
    steps.run("licences and sources", || dependencies::check(place));
    steps.run("typos", || {
        let folder: Vec<PathBuf> = tools::typos(place)?.into_iter().collect();
        run(&mut tools::command("typos", &folder, place))
    });
    steps.count("native tests", || {
        let (result, output) = run_and_read(&mut cargo(&["test", "--workspace", "--no-fail-fast"], root));
        (result, native_tests(&output))
    });
    steps.run("documentation", || run(&mut document(root, &["--workspace"])));

    let page_tools = steps.run("the tools of the page are there", || setup::for_the_page(place).map(|_| ()));
    // The macros are compiled once for these and the page.
    steps.run("clippy on wasm", || {
        let mut clippy =
            cargo(&clippy(&["--package", "tuowei", "--lib", "--bins", "--release", "--target", WASM]), root);
        as_the_page(&mut clippy, place);
        run(&mut clippy)
    });
    steps.run("documentation on wasm", || {
        let mut doc = document(root, &["--package", "tuowei", "--lib", "--release", "--target", WASM]);
        as_the_page(&mut doc, place);
        run(&mut doc)
    });
    let page = page_tools && steps.run("page", || page::build(place, Profile::Release).map(|_| ()));
    if page {
        // The bound is held by `cargo xtask build`; here the figures are only printed.
        steps.run("weighing the first load", || page::print_weight(place).map(|_| ()));
    }
    let page = page && steps.run("page as one file", || single_file::make(place).map(|_| ()));
    let chromium = steps.value("the browser is there", || browser::set_up(place));
    match &chromium {
        Some(chromium) if page => steps.count("browser tests", || in_the_browser(place, chromium)),
        _ => steps.note("browser tests: not run, for want of a page or a browser"),
    }
    if let Some(chromium) = chromium.filter(|_| page) {
        steps.run("killed browsers", || crash::on_built_page(place, &chromium, crash::TRIES_IN_TESTS));
    }
    match steps.value("Firefox and WebKit are there", engines::set_up) {
        Some(true) if page => _ = steps.run("a story in Firefox and WebKit", || engines::story(place)),
        _ => steps.note("a story in Firefox and WebKit: not run, for want of a page or of Debian's packages"),
    }

    Ok(steps.close())
}

fn clippy<'a>(what: &[&'a str]) -> Vec<&'a str> {
    [&["clippy"], what, &["--", "--deny", "warnings"]].concat()
}

fn document(root: &Path, what: &[&str]) -> Command {
    let mut command = cargo(&["doc", "--no-deps"], root);
    command.args(what).env("RUSTDOCFLAGS", "--deny warnings");
    command
}

fn in_the_browser(place: &Place, chromium: &Path) -> (Result<(), Error>, Tally) {
    let folder = place.browser_tests();
    let report = folder.join("test-results/report.json");
    // A report of before must not be taken for one of now.
    let _ = fs::remove_file(&report);
    let port = match any_free_port() {
        Ok(port) => port,
        Err(error) => return (Err(error), Tally::default()),
    };
    let mut playwright = Command::new("node");
    playwright.args(["node_modules/@playwright/test/cli.js", "test"]).current_dir(&folder);
    playwright.env(CHROMIUM_VARIABLE, chromium).env(REPORT_VARIABLE, &report);
    // In a locale without Chinese, as a bare machine has it, a download loses its Chinese name.
    playwright.env("LC_ALL", "C.UTF-8");
    let result = run(playwright.env(PORT_VARIABLE, port.to_string()));
    match fs::read_to_string(&report).ok().as_deref().and_then(browser_tests) {
        Some(tally) => (result, tally),
        None => (result.and(Err(Error::UnreadableReport(report))), Tally::default()),
    }
}

/// The steps done so far.
#[derive(Default)]
struct Steps {
    lines: Vec<String>,
    tally: Tally,
}

impl Steps {
    /// A step that passes or fails as a whole. True if it passed.
    fn run(&mut self, name: &str, step: impl FnOnce() -> Result<(), Error>) -> bool {
        self.value(name, step).is_some()
    }

    /// A step with an answer that later steps need.
    fn value<T>(&mut self, name: &str, step: impl FnOnce() -> Result<T, Error>) -> Option<T> {
        println!("\n=== {name}");
        let start = Instant::now();
        let result = step();
        self.note_outcome(name, start.elapsed(), result.as_ref().err());
        result.ok()
    }

    /// A step that is made of tests, which are counted as well.
    fn count(&mut self, name: &str, step: impl FnOnce() -> (Result<(), Error>, Tally)) {
        println!("\n=== {name}");
        let start = Instant::now();
        let (result, tally) = step();
        self.tally += tally;
        let name = format!("{name} ({} passed, {} failed)", tally.passed, tally.failed);
        self.note_outcome(&name, start.elapsed(), result.as_ref().err());
    }

    fn note_outcome(&mut self, name: &str, took: Duration, error: Option<&Error>) {
        self.tally += Tally::of(error.is_none());
        let outcome = if error.is_none() { "passed" } else { "FAILED" };
        let seconds = took.as_secs_f32();
        match error {
            None => self.note(&format!("{outcome} {seconds:>7.1} s  {name}")),
            Some(error) => self.note(&format!("{outcome} {seconds:>7.1} s  {name}: {error}")),
        }
    }

    /// Said now, and again at the end.
    fn note(&mut self, line: &str) {
        println!("{line}");
        self.lines.push(line.to_owned());
    }

    fn close(self) -> ExitCode {
        println!("\n=== all steps");
        for line in &self.lines {
            println!("{line}");
        }
        println!("{} passed, {} failed", self.tally.passed, self.tally.failed);
        if self.tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
