//! What a visitor fetches before the page is there, and its bound; and what comes right after.

use std::fmt;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::installed::SERVICE_WORKER;
use crate::split::{DEFERRED, LINK};

/// Bytes of the whole first load, compressed with brotli 11: 290 KB, where 1 KB is 1000 bytes.
pub const BOUND: u64 = 290_000;

/// The files of the first load, and those that follow it by themselves.
pub struct Weights {
    first: Vec<Weighed>,
    deferred: Vec<Weighed>,
}

struct Weighed {
    name: String,
    raw: u64,
    brotli: u64,
}

impl Weights {
    /// The built page's files. Whatever is not deferred counts as the first load.
    pub fn of(dist: &Path) -> Result<Self, Error> {
        let mut paths = Vec::new();
        files_below(dist, &mut paths)?;
        paths.sort();
        let (mut first, mut deferred) = (Vec::new(), Vec::new());
        for path in paths {
            let bytes = fs::read(&path).map_err(Error::file(&path))?;
            let brotli = brotli_size(&bytes).map_err(Error::file(&path))?;
            let name = path.strip_prefix(dist).unwrap_or(&path);
            let list = if is_deferred(name) { &mut deferred } else { &mut first };
            list.push(Weighed { name: name.display().to_string(), raw: bytes.len() as u64, brotli });
        }
        Ok(Self { first, deferred })
    }

    /// # Errors
    /// [`Error::TooHeavy`] when the first load is above [`BOUND`].
    pub fn hold_the_bound(&self) -> Result<(), Error> {
        let bytes = sum(&self.first, |file| file.brotli);
        if bytes > BOUND { Err(Error::TooHeavy { bytes, bound: BOUND }) } else { Ok(()) }
    }
}

fn sum(files: &[Weighed], of: fn(&Weighed) -> u64) -> u64 {
    files.iter().map(of).sum()
}

impl fmt::Display for Weights {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.first.iter().chain(&self.deferred);
        let width = all.map(|file| file.name.len()).max().unwrap_or_default().max(30);
        let mut table = |title: &str, files: &[Weighed]| {
            writeln!(out, "{title:<width$} {:>10} {:>10}", "raw", "brotli 11")?;
            for file in files {
                writeln!(out, "{:<width$} {:>10} {:>10}", file.name, file.raw, file.brotli)?;
            }
            let (raw, brotli) = (sum(files, |file| file.raw), sum(files, |file| file.brotli));
            writeln!(out, "{:<width$} {raw:>10} {brotli:>10}", "total")
        };
        table("first load, in bytes", &self.first)?;
        table("fetched once the page is there", &self.deferred)?;
        writeln!(out, "{:<width$} {:>10} {BOUND:>10}", "bound on the first load", "")
    }
}

/// Every file below a folder.
pub fn files_below(folder: &Path, paths: &mut Vec<PathBuf>) -> Result<(), Error> {
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        if path.is_dir() {
            files_below(&path, paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

/// The script that fetches the deferred files lies among them, and comes first. What a page needs that is installed stands
/// beside the page.
fn is_deferred(name: &Path) -> bool {
    let text = name.to_string_lossy();
    let is_installed = text == SERVICE_WORKER || text == "manifest.webmanifest" || text.starts_with("icon");
    is_installed || (text.starts_with(DEFERRED) && !name.ends_with(LINK))
}

fn brotli_size(bytes: &[u8]) -> std::io::Result<u64> {
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, 11, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    drop(writer);
    Ok(compressed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::is_deferred;
    use std::path::Path;

    #[test]
    fn all_of_the_deferred_folder_is_deferred_but_the_script_that_fetches_it() {
        assert!(is_deferred(Path::new("deferred-0a/rescue.js")));
        assert!(is_deferred(Path::new("deferred-0a/split_later.wasm")));
        assert!(is_deferred(Path::new("service-worker.js")) && is_deferred(Path::new("icon-192.png")));
        assert!(!is_deferred(Path::new("deferred-0a/link.js")) && !is_deferred(Path::new("index.html")));
        assert!(!is_deferred(Path::new("tuowei-0a_bg.wasm")));
    }
}
