//! The last step of a build, called by trunk: the page's program is divided into what is needed to plan, and what comes
//! after it.
//!
//! Functions marked `#[wasm_split(…)]`, and all that only they reach, become files of their own. They share the memory
//! and the functions of the first file, so that all are one program; see `src/ui/shell/deferred.rs`.
//!
//! The scripts are taken as wasm_split and wasm-bindgen write them. No name in them has to be changed: the deferred
//! files and the script that fetches them lie in a folder whose name holds the program's hash.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

use crate::error::Error;
use crate::installed;
use crate::page::Profile;
use crate::place::Place;
use crate::run::run;

/// How the name of the folder of deferred files begins; the program's hash follows.
pub const DEFERRED: &str = "deferred-";

/// The script of what is shown once the program has fallen; start.js finds it among the deferred files.
pub const RESCUE: &str = "rescue.js";

/// The script that fetches the deferred files, and comes with the program.
pub const LINK: &str = "link.js";

/// How the name of the program begins that trunk leaves; its hash follows.
pub const PROGRAM: &str = "tuowei-";
/// How its first wasm file's name ends.
pub const WASM_ENDING: &str = "_bg.wasm";

/// Divides the program that cargo made and writes it over what trunk made of it, in the folder that trunk names.
pub fn divide_program(place: &Place) -> Result<(), Error> {
    let folder = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let folder = folder.ok_or(Error::UnexpectedPage("`divide-program` is called by trunk, which names the folder"))?;
    let profile = Profile::of_trunk();
    let hash = program_hash(&folder)?;
    let stem = format!("{PROGRAM}{hash}");
    let deferred = format!("{DEFERRED}{hash}");
    let undivided = place.page_target().join(profile.program());
    let wasm = fs::read(&undivided).map_err(Error::file(&undivided))?;

    let deferred_folder = folder.join(&deferred);
    fs::create_dir_all(&deferred_folder).map_err(Error::file(&deferred_folder))?;
    let main = place.page_target().join("main.wasm");
    // Seen from the script that fetches the deferred files.
    let page_script = format!("../{stem}.js");
    // Seen from the page's script.
    let link_script = format!("./{deferred}/{LINK}");
    let mut options = Options::new(&wasm);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = &link_script;
    options.main_module = &page_script;
    let split = transform(options).map_err(|error| Error::NotDivided(error.to_string()))?;

    bindgen(&main, &folder, &stem, profile)?;
    for file in &split.split_modules {
        move_beside_link_script(file, &deferred_folder, profile)?;
    }
    let rescue = deferred_folder.join(RESCUE);
    fs::copy(place.root().join("src/browser").join(RESCUE), &rescue).map_err(Error::file(&rescue))?;
    installed::add(&place.root().join("src/installed"), &folder)
}

/// Makes the page's script and its first wasm file from the first part.
fn bindgen(main: &Path, folder: &Path, stem: &str, profile: Profile) -> Result<(), Error> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    if profile == Profile::Release {
        bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    }
    bindgen.arg("--out-dir").arg(folder).args(["--out-name", stem]).arg(main);
    run(&mut bindgen)
}

/// The link script asks for its files beside itself.
fn move_beside_link_script(file: &Path, deferred: &Path, profile: Profile) -> Result<(), Error> {
    let mut bytes = fs::read(file).map_err(Error::file(file))?;
    if profile == Profile::Release {
        bytes = without_custom_sections(&bytes)?;
    }
    let path = deferred.join(file.file_name().unwrap_or_default());
    fs::write(&path, bytes).map_err(Error::file(&path))?;
    fs::remove_file(file).map_err(Error::file(file))
}

/// What trunk put into the name of the page's wasm file. The office program has one too, under another name.
fn program_hash(folder: &Path) -> Result<String, Error> {
    let mut hashes = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let name = entry.map_err(Error::file(folder))?.file_name().to_string_lossy().into_owned();
        hashes
            .extend(name.strip_prefix(PROGRAM).and_then(|rest| rest.strip_suffix(WASM_ENDING)).map(ToOwned::to_owned));
    }
    match hashes.as_slice() {
        [hash] => Ok(hash.clone()),
        _ => Err(Error::UnexpectedPage("it must have one wasm file named tuowei")),
    }
}

/// The module without names and the like, which only debuggers read.
fn without_custom_sections(wasm: &[u8]) -> Result<Vec<u8>, Error> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| Error::NotDivided(error.to_string()))?;
        if matches!(payload, Payload::CustomSection(_)) {
            continue;
        }
        let section = payload.as_section().and_then(|(id, range)| {
            let range = usize::try_from(range.start).ok()?..usize::try_from(range.end).ok()?;
            Some(RawSection { id, data: wasm.get(range)? })
        });
        if let Some(section) = section {
            kept.section(&section);
        }
    }
    Ok(kept.finish())
}

#[cfg(test)]
mod tests {
    use super::without_custom_sections;

    #[test]
    fn only_custom_sections_are_left_out() {
        let header = b"\0asm\x01\0\0\0";
        let (types, name, memory) = ([1, 1, 0], [0, 3, 1, b'n', 7], [5, 1, 0]);
        let module = [&header[..], &name, &types, &name, &memory].concat();
        assert_eq!(without_custom_sections(&module).unwrap(), [&header[..], &types, &memory].concat());
        assert!(without_custom_sections(&module[..module.len() - 1]).is_err());
    }
}
