//! What can go wrong, in words for the person at the terminal.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// Why a command stopped.
#[derive(Debug)]
pub enum Error {
    /// A program could not be started at all.
    NotStarted { program: String, source: io::Error },
    /// A program ran and said no. `code` is absent when a signal ended it.
    Failed { program: String, code: Option<i32> },
    /// A file or folder could not be read or written.
    File { path: PathBuf, source: io::Error },
    /// Something that only a person can put right.
    Missing(Need),
    /// A word after a command that it does not know.
    Argument(String),
    /// `--port` without a usable number, or with one that is taken.
    Port(String),
    /// The command must be run by cargo, inside the project.
    NotInProject,
    /// The first load is heavier than it may be.
    TooHeavy { bytes: u64, bound: u64 },
    /// The page that trunk left does not look as expected.
    UnexpectedPage(&'static str),
    /// The program could not be divided into what comes first and what comes later.
    NotDivided(String),
    /// The sources break the rules of the house this many times; each is printed already.
    BrokenRules(usize),
    /// So many packages may not be used; each is printed already.
    RefusedPackages(usize),
    /// What cargo says of the packages could not be had.
    UnreadableMetadata,
    /// A report that could not be understood.
    UnreadableReport(PathBuf),
}

/// What this machine lacks and the set-up cannot bring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Need {
    Node,
    WasmTarget,
    Components,
    Chromium,
    Engines,
    WasmBindgenInLock,
    CacheFolder,
    Typos,
    Page(PathBuf),
}

impl Error {
    /// For `map_err` on anything done with a file.
    pub fn file(path: &Path) -> impl FnOnce(io::Error) -> Self + use<'_> {
        move |source| Self::File { path: path.to_owned(), source }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted { program, source } => write!(out, "`{program}` could not be started: {source}"),
            Self::Failed { program, code: Some(code) } => write!(out, "`{program}` failed with code {code}"),
            Self::Failed { program, code: None } => write!(out, "`{program}` was stopped"),
            Self::File { path, source } => write!(out, "{}: {source}", path.display()),
            Self::Missing(need) => write!(out, "{need}"),
            Self::Argument(word) => write!(out, "`{word}` is not understood here; see `cargo xtask help`"),
            Self::Port(port) => {
                write!(out, "port `{port}` cannot be used: it is taken, or not a number from 1 to 65535")
            }
            Self::NotInProject => write!(out, "run this inside the project, as `cargo xtask <command>`"),
            Self::TooHeavy { bytes, bound } => {
                write!(out, "the first load is {bytes} bytes compressed, {} above the bound of {bound}", bytes - bound)
            }
            Self::UnexpectedPage(what) => write!(out, "the built page is not as expected: {what}"),
            Self::NotDivided(why) => write!(out, "the page's program could not be divided: {why}"),
            Self::BrokenRules(count) => write!(out, "{count} places break the rules of the architecture"),
            Self::RefusedPackages(count) => write!(out, "{count} times a package is none that may be used"),
            Self::UnreadableMetadata => write!(out, "`cargo metadata` gave no list of packages"),
            Self::UnreadableReport(path) => write!(out, "{}: not a report that can be read", path.display()),
        }
    }
}

impl fmt::Display for Need {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Page(folder) => return write!(out, "no built page lies in {}", folder.display()),
            Self::Typos => {
                "typos could not be set up, neither by pip nor by cargo. Install it by hand and put it on PATH:\n\
                 https://github.com/crate-ci/typos"
            }
            Self::Node => "Node.js 20 or later with npm is needed for the browser tests: https://nodejs.org",
            Self::WasmTarget => {
                "the Rust target wasm32-unknown-unknown is missing and rustup could not add it: https://rustup.rs"
            }
            Self::Components => "rustfmt or clippy is missing and rustup could not add it: https://rustup.rs",
            Self::Chromium => {
                "no Chromium was found and none could be installed. Install Chromium, Chrome or Edge by hand,\n\
                 or name one: TUOWEI_CHROMIUM=/path/to/chromium cargo xtask …"
            }
            Self::Engines => {
                "Firefox, WebKit's driver or Xvfb is missing and could not be installed:\n\
                 apt-get install firefox-esr webkit2gtk-driver xvfb"
            }
            Self::WasmBindgenInLock => "Cargo.lock names no version of wasm-bindgen",
            Self::CacheFolder => "no folder to keep tools in: set HOME or XDG_CACHE_HOME",
        })
    }
}
