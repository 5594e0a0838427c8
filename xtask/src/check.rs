//! What neither the compiler nor clippy holds: the length of files, the layers of the page, and lock files that name no
//! registry.
//!
//! Which crate may use which is said by the manifests in `crates/`; no crate there depends on one that knows a browser.

mod layers;

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::place::Place;
use layers::broken_layers;

/// The folders of sources.
const FOLDERS: [&str; 3] = ["src", "crates", "xtask/src"];

/// A file has one subject and is read in one sitting.
const MOST_LINES: usize = 600;

/// Prints every place that breaks a rule.
pub fn check(place: &Place) -> Result<(), Error> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        rust_files(&place.root().join(folder), &mut files)?;
    }
    files.sort();
    let mut count = 0;
    let mut page = Vec::new();
    for path in &files {
        let source = fs::read_to_string(path).map_err(Error::file(path))?;
        let name = name_in(place.root(), path);
        let lines = source.lines().count();
        if lines > MOST_LINES {
            println!("{name}: {lines} lines; a file has at most {MOST_LINES}");
            count += 1;
        }
        if let Some(module) = name.strip_prefix("src/ui/").and_then(|name| name.strip_suffix(".rs")) {
            page.push((module.to_owned(), source));
        }
    }
    for broken in broken_layers(&page) {
        println!("{broken}");
        count += 1;
    }
    count += registry_addresses(place)?;
    println!("{} files checked", files.len());
    if count == 0 { Ok(()) } else { Err(Error::BrokenRules(count)) }
}

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        if path.is_dir() {
            rust_files(&path, files)?;
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    Ok(())
}

/// `src/model/rate.rs`, with slashes on every system.
fn name_in(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A lock file with download addresses ties everyone to the registry of whoever wrote it.
fn registry_addresses(place: &Place) -> Result<usize, Error> {
    let path = place.browser_tests().join("package-lock.json");
    let lock = fs::read_to_string(&path).map_err(Error::file(&path))?;
    let lines = lock.lines().enumerate().filter(|(_, line)| line.trim_start().starts_with("\"resolved\""));
    let mut count = 0;
    for (index, _) in lines {
        println!("{}:{}: the lock file must not name a registry; see .npmrc", name_in(place.root(), &path), index + 1);
        count += 1;
    }
    Ok(count)
}
