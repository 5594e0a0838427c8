//! The last step of a build, called by trunk: the program is divided, and the script that starts the page is written.
//!
//! The script is a file of its own, because the page's content security policy forbids inline scripts, and it names the
//! script and the wasm relative to itself, so that the page works in any folder.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::place::Place;
use crate::small_std;
use crate::split::{hashed, split};

/// What Trunk.toml puts in the page for the script to come.
const PLACEHOLDER: &str = "./start.js";

const WASM_ENDING: &str = "_bg.wasm";

/// Divides the program and writes `start-<hash>.js` into the folder that trunk names, and its name into the page there.
pub fn seal_page(place: &Place) -> Result<(), Error> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or(Error::UnexpectedPage("`seal-page` is called by trunk, which names the folder"))?;
    let wasm = page_wasm(&folder)?;
    let stem = wasm.strip_suffix(WASM_ENDING).unwrap_or(&wasm);
    split(&small_std::program(place), &folder, stem)?;
    let script = start_script(&wasm);
    let name = hashed("start", "js", script.as_bytes());

    let page_path = folder.join("index.html");
    let page = fs::read_to_string(&page_path).map_err(Error::file(&page_path))?;
    let page = sealed(&page, &name)?;
    let page = with_one_style(&page, &folder)?;
    let script_path = folder.join(&name);
    fs::write(&script_path, script).map_err(Error::file(&script_path))?;
    fs::write(&page_path, page).map_err(Error::file(&page_path))
}

/// The name of the page's wasm file. The office program has one too, under another name.
fn page_wasm(folder: &Path) -> Result<String, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let name = entry.map_err(Error::file(folder))?.file_name().to_string_lossy().into_owned();
        if name.starts_with("tuowei") && name.ends_with(WASM_ENDING) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [name] => Ok(name.clone()),
        _ => Err(Error::UnexpectedPage("it must have one wasm file named tuowei")),
    }
}

/// The module that starts the page, if support.js found the browser able to.
fn start_script(wasm: &str) -> String {
    let script = wasm.strip_suffix(WASM_ENDING).unwrap_or(wasm);
    format!(
        "import init from './{script}.js';\n\
         const page = window.tuowei;\n\
         if (page && page.supported) {{\n\
         \x20 init({{ module_or_path: new URL('./{wasm}', import.meta.url) }}).catch((error) => page.failed(error));\n\
         }}\n"
    )
}

/// The page with its style sheets as one file: they are read together, and so are smaller together.
fn with_one_style(page: &str, folder: &Path) -> Result<String, Error> {
    let (page, names) = without_style_links(page)?;
    let mut styles = String::new();
    for name in &names {
        let path = folder.join(name);
        styles += &fs::read_to_string(&path).map_err(Error::file(&path))?;
        fs::remove_file(&path).map_err(Error::file(&path))?;
    }
    let name = hashed("style", "css", styles.as_bytes());
    let path = folder.join(&name);
    fs::write(&path, styles).map_err(Error::file(&path))?;
    Ok(page.replace(STYLE_MARK, &format!("{STYLE_BEFORE}{name}{STYLE_AFTER}")))
}

/// How trunk's minified page links a style sheet.
const STYLE_BEFORE: &str = "<link href=./";
const STYLE_AFTER: &str = " rel=stylesheet>";
/// Where the links stood.
const STYLE_MARK: &str = "<!--style-->";

/// The page with a mark for its links to style sheets, and the names of these in their order.
fn without_style_links(page: &str) -> Result<(String, Vec<String>), Error> {
    let mut rest = page;
    let mut kept = String::new();
    let mut names = Vec::new();
    while let Some(end) = rest.find(STYLE_AFTER) {
        let start = rest[..end].rfind(STYLE_BEFORE).ok_or(UNLINKED)?;
        kept += &rest[..start];
        if names.is_empty() {
            kept += STYLE_MARK;
        }
        names.push(rest[start + STYLE_BEFORE.len()..end].to_owned());
        rest = &rest[end + STYLE_AFTER.len()..];
    }
    if names.is_empty() { Err(UNLINKED) } else { Ok((kept + rest, names)) }
}

const UNLINKED: Error = Error::UnexpectedPage("it must link its style sheets as trunk does for a release");

fn sealed(page: &str, script: &str) -> Result<String, Error> {
    if page.matches(PLACEHOLDER).count() != 1 {
        return Err(Error::UnexpectedPage("index.html must name ./start.js once; see Trunk.toml"));
    }
    Ok(page.replace(PLACEHOLDER, &format!("./{script}")))
}

#[cfg(test)]
mod tests {
    use super::{sealed, start_script, without_style_links};

    #[test]
    fn the_links_to_style_sheets_become_one_mark() {
        let page = "<head><link href=./a-1.css rel=stylesheet><link href=./b.css rel=stylesheet><link href=x rel=icon>";
        let (page, names) = without_style_links(page).unwrap();
        assert_eq!(page, "<head><!--style--><link href=x rel=icon>");
        assert_eq!(names, ["a-1.css", "b.css"]);
        assert!(without_style_links("<head>").is_err());
    }

    #[test]
    fn the_start_script_names_its_files_relative_to_itself() {
        let script = start_script("tuowei-0a1b_bg.wasm");
        assert!(script.contains("from './tuowei-0a1b.js'"), "{script}");
        assert!(script.contains("new URL('./tuowei-0a1b_bg.wasm', import.meta.url)"), "{script}");
    }

    #[test]
    fn the_page_names_the_start_script_once_sealed() {
        let page = "<script type=module src=./start.js></script>";
        assert_eq!(sealed(page, "start-1.js").unwrap(), "<script type=module src=./start-1.js></script>");
        assert!(sealed("<body>", "start-1.js").is_err());
        assert!(sealed(&page.repeat(2), "start-1.js").is_err());
    }
}
