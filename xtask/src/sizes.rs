//! What a visitor fetches before the page is there, and its bound; and what comes right after.

use std::collections::VecDeque;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::error::Error;

/// How the names of files begin that the page fetches by itself once it can be used; see `split`.
const LATER: &str = "later-";

/// Bytes of the whole first load, compressed with brotli 11: 200 KB, where 1 KB is 1000 bytes.
pub const BOUND: u64 = 250_000;

/// The files of the first load, and those that follow it by themselves.
pub struct Weights {
    first: Vec<Weighed>,
    later: Vec<Weighed>,
}

struct Weighed {
    name: String,
    raw: u64,
    brotli: u64,
}

impl Weights {
    /// First `index.html`, what it names, and what the scripts it names import at once; later what the page fetches
    /// once it can be used.
    pub fn of(dist: &Path) -> Result<Self, Error> {
        let mut waiting = VecDeque::from(["index.html".to_owned()]);
        let (mut first, mut later): (Vec<Weighed>, Vec<Weighed>) = Default::default();
        while let Some(name) = waiting.pop_front() {
            if first.iter().chain(&later).any(|file| file.name == name) {
                continue;
            }
            let path = dist.join(&name);
            let bytes = fs::read(&path).map_err(Error::file(&path))?;
            if let Ok(text) = str::from_utf8(&bytes) {
                waiting.extend(named_in(&name, text));
            }
            let brotli = brotli_size(&bytes).map_err(Error::file(&path))?;
            let list = if name.starts_with(LATER) { &mut later } else { &mut first };
            list.push(Weighed { name, raw: bytes.len() as u64, brotli });
        }
        Ok(Self { first, later })
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
        let all = self.first.iter().chain(&self.later);
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
        table("fetched once the page is there", &self.later)?;
        writeln!(out, "{:<width$} {:>10} {BOUND:>10}", "bound on the first load", "")
    }
}

/// The files of the same folder tree that a page or script makes the browser fetch at once, as paths below `dist`.
fn named_in(name: &str, text: &str) -> Vec<String> {
    let marks: &[&str] = match Path::new(name).extension().and_then(|ending| ending.to_str()) {
        Some("html") => &["src=", "href="],
        Some("js") => &["from", "import", "URL("],
        _ => &[],
    };
    let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut found = Vec::new();
    for mark in marks {
        for (at, _) in text.match_indices(mark) {
            let value = text[at + mark.len()..].trim_start();
            let value = value.trim_start_matches(['"', '\'', '`']);
            if let Some(path) = value.strip_prefix("./") {
                let end = path.find(['"', '\'', '`', ' ', '>']).unwrap_or(path.len());
                found.push(if folder.is_empty() {
                    path[..end].to_owned()
                } else {
                    format!("{folder}/{}", &path[..end])
                });
            }
        }
    }
    found
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
    use super::named_in;

    #[test]
    fn what_is_fetched_at_once_is_found_and_nothing_else() {
        let cases: &[(&str, &str, &[&str])] = &[
            ("index.html", r#"<script src="./a.js"></script><link href=./b.css rel=stylesheet>"#, &["a.js", "b.css"]),
            ("index.html", r##"<link href="data:image/svg+xml,x"><a href="#top">"##, &[]),
            ("start.js", "import init from './g.js'; new URL('./g_bg.wasm', import.meta.url)", &["g.js", "g_bg.wasm"]),
            ("g.js", r#"import{a}from"./snippets/s.js";import"./t.js";"#, &["snippets/s.js", "t.js"]),
            ("snippets/s.js", r#"export * from "./u.js""#, &["snippets/u.js"]),
            ("g.js", "new Worker('./office.js')", &[]),
            ("g.css", "a{background:url(./x.png)}", &[]),
        ];
        for (name, text, expected) in cases {
            assert_eq!(named_in(name, text), *expected, "{text}");
        }
    }
}
