//! Where things are: in the project, and in the per-user cache.

use std::env;
use std::path::{Path, PathBuf};

use crate::error::{Error, Need};

/// The project's folder, and the paths in it that the commands use.
pub struct Place {
    root: PathBuf,
}

impl Place {
    /// The folder above the one cargo says this package is in.
    pub fn find() -> Result<Self, Error> {
        let package = env::var_os("CARGO_MANIFEST_DIR").ok_or(Error::NotInProject)?;
        let root = Path::new(&package).parent().ok_or(Error::NotInProject)?;
        Ok(Self { root: root.to_owned() })
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn lock_file(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }

    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Where the page as one file is put.
    pub fn single_file(&self) -> PathBuf {
        self.root.join("dist-file")
    }

    /// Where cargo compiles the page, and what a build leaves on its way.
    pub fn page_target(&self) -> PathBuf {
        self.root.join("target/page")
    }

    pub fn browser_tests(&self) -> PathBuf {
        self.root.join("tests/e2e")
    }
}

/// Where the pinned tools are kept, one folder for each version: outside of `target/`, so that `cargo clean`
/// and other clones do not cost another installation.
pub fn tools_folder() -> Result<PathBuf, Error> {
    let cache = if let Some(folder) = non_empty("XDG_CACHE_HOME") {
        folder
    } else if cfg!(windows) {
        non_empty("LOCALAPPDATA").ok_or(Error::Missing(Need::CacheFolder))?
    } else {
        non_empty("HOME").ok_or(Error::Missing(Need::CacheFolder))?.join(".cache")
    };
    Ok(cache.join("tuowei/tools"))
}

fn non_empty(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}
