//! What a visitor fetches before the page is there, and its bound.

use std::collections::VecDeque;
use std::fmt;
use std::fs;
use std::io::Write;
use std::path::Path;

use crate::error::Error;

/// Bytes of the whole first load, compressed with brotli 11: 200 KB, where 1 KB is 1000 bytes.
pub const BOUND: u64 = 200_000;

/// The files of the first load.
pub struct FirstLoad {
    files: Vec<Weighed>,
}

struct Weighed {
    name: String,
    raw: u64,
    brotli: u64,
}

impl FirstLoad {
    /// `index.html`, what it names, and what the scripts it names import at once. What the page asks for later is not in it.
    pub fn of(dist: &Path) -> Result<Self, Error> {
        let mut waiting = VecDeque::from(["index.html".to_owned()]);
        let mut files: Vec<Weighed> = Vec::new();
        while let Some(name) = waiting.pop_front() {
            if files.iter().any(|file| file.name == name) {
                continue;
            }
            let path = dist.join(&name);
            let bytes = fs::read(&path).map_err(Error::file(&path))?;
            if let Ok(text) = str::from_utf8(&bytes) {
                waiting.extend(named_in(&name, text));
            }
            let brotli = brotli_size(&bytes).map_err(Error::file(&path))?;
            files.push(Weighed { name, raw: bytes.len() as u64, brotli });
        }
        Ok(Self { files })
    }

    /// # Errors
    /// [`Error::TooHeavy`] above [`BOUND`].
    pub fn hold_the_bound(&self) -> Result<(), Error> {
        let bytes = self.brotli();
        if bytes > BOUND { Err(Error::TooHeavy { bytes, bound: BOUND }) } else { Ok(()) }
    }

    fn brotli(&self) -> u64 {
        self.files.iter().map(|file| file.brotli).sum()
    }
}

impl fmt::Display for FirstLoad {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.files.iter().map(|file| file.name.len()).max().unwrap_or_default().max(30);
        writeln!(out, "{:<width$} {:>10} {:>10}", "first load, in bytes", "raw", "brotli 11")?;
        for file in &self.files {
            writeln!(out, "{:<width$} {:>10} {:>10}", file.name, file.raw, file.brotli)?;
        }
        let raw: u64 = self.files.iter().map(|file| file.raw).sum();
        writeln!(out, "{:<width$} {raw:>10} {:>10}", "total", self.brotli())?;
        writeln!(out, "{:<width$} {:>10} {BOUND:>10}", "bound (200 KB of 1000 bytes)", "")
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
