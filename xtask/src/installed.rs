//! What a page that is installed needs: manifest, icons, and a service worker that knows the files of this build.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use crate::error::Error;
use crate::sizes::files_below;

/// The service worker's name in the sources and in the page.
pub const SERVICE_WORKER: &str = "service-worker.js";

/// Puts the files of `sources` into the page's folder, the service worker with the names of all its files.
pub fn add(sources: &Path, page: &Path) -> Result<(), Error> {
    let worker = sources.join(SERVICE_WORKER);
    let worker = fs::read_to_string(&worker).map_err(Error::file(&worker))?;
    for entry in fs::read_dir(sources).map_err(Error::file(sources))? {
        let path = entry.map_err(Error::file(sources))?.path();
        let name = path.file_name().unwrap_or_default();
        if name != SERVICE_WORKER {
            fs::copy(&path, page.join(name)).map_err(Error::file(&path))?;
        }
    }
    let mut paths = Vec::new();
    files_below(page, &mut paths)?;
    paths.sort();
    let mut version = DefaultHasher::new();
    let mut names = Vec::new();
    for path in paths {
        let name = path.strip_prefix(page).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name == SERVICE_WORKER {
            continue;
        }
        name.hash(&mut version);
        fs::read(&path).map_err(Error::file(&path))?.hash(&mut version);
        // The page itself is kept under its folder's address.
        if name != "index.html" {
            names.push(format!("\"{name}\""));
        }
    }
    let known = format!("const VERSION = \"{:016x}\";\nconst FILES = [{}];\n\n", version.finish(), names.join(", "));
    let path = page.join(SERVICE_WORKER);
    fs::write(&path, [known, worker].concat()).map_err(Error::file(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_service_worker_names_every_file_and_another_page_is_another_version() {
        let folder = std::env::temp_dir().join(format!("tuowei-installed-{}", std::process::id()));
        let (sources, page) = (folder.join("sources"), folder.join("page"));
        fs::create_dir_all(page.join("deferred-0a")).unwrap();
        fs::create_dir_all(&sources).unwrap();
        fs::write(sources.join(SERVICE_WORKER), "work();\n").unwrap();
        fs::write(sources.join("icon.svg"), "<svg/>").unwrap();
        fs::write(page.join("index.html"), "<p>").unwrap();
        fs::write(page.join("deferred-0a/link.js"), "").unwrap();
        let made = || {
            add(&sources, &page).unwrap();
            fs::read_to_string(page.join(SERVICE_WORKER)).unwrap()
        };
        let first = made();
        assert!(first.ends_with("const FILES = [\"deferred-0a/link.js\", \"icon.svg\"];\n\nwork();\n"), "{first}");
        assert_eq!(made(), first, "the same page is the same version");
        fs::write(page.join("index.html"), "<p>other").unwrap();
        assert_ne!(made(), first);
        fs::remove_dir_all(&folder).unwrap();
    }
}
