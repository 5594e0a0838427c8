//! The page's program in two parts: what is needed to plan, and what comes right after it.
//!
//! Functions marked `#[wasm_split(later)]`, and all that only they reach, become a second file. It shares the memory
//! and the functions of the first, so that the two are one program; see `src/ui/later.rs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_split_cli_support::{Options, transform};

use crate::error::Error;
use crate::run::run;

/// The script by which the first part fetches the second.
const LINK: &str = "./split.js";

/// How the link script starts a part, which needs the server to know the type of wasm files…
const BY_TYPE: &str = "WebAssembly.instantiateStreaming(src, imports)";
/// …and how it is started whatever the server says.
const BY_BYTES: &str = "WebAssembly.instantiate(await (await src).arrayBuffer(), imports)";

/// Divides cargo's `program` and writes its parts into `folder`: `<stem>.js`, `<stem>_bg.wasm`, the link script and
/// the second wasm, these two under hashed names. Trunk's own reading of the undivided program is written over.
pub fn split(program: &Path, folder: &Path, stem: &str) -> Result<(), Error> {
    let wasm = fs::read(program).map_err(Error::file(program))?;
    let parts = folder.join("parts");
    let main = parts.join("main.wasm");
    let page_script = format!("./{stem}.js");
    let mut options = Options::new(&wasm);
    options.output_dir = &parts;
    options.main_out_path = &main;
    options.link_name = LINK;
    options.main_module = &page_script;
    let split = transform(options).map_err(|error| Error::NotDivided(error.to_string()))?;

    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    bindgen.args(["--remove-name-section", "--remove-producers-section"]);
    bindgen.arg("--out-dir").arg(folder).args(["--out-name", stem]).arg(&main);
    run(&mut bindgen)?;

    let link_path = parts.join(LINK);
    let mut link = fs::read_to_string(&link_path).map_err(Error::file(&link_path))?;
    if !link.contains(BY_TYPE) {
        return Err(Error::UnexpectedPage("the link script of the second part starts it in another way"));
    }
    link = link.replace(BY_TYPE, BY_BYTES);
    for part in &split.split_modules {
        link = place(part, folder, &link)?;
    }
    let name = hashed("split", "js", link.as_bytes());
    write(&folder.join(&name), &link)?;
    let script_path = folder.join(format!("{stem}.js"));
    let script = fs::read_to_string(&script_path).map_err(Error::file(&script_path))?;
    // Only where it is fetched from: under its own name the program asks for it.
    let (from, renamed) = (format!("from \"{LINK}\""), format!("from \"./{name}\""));
    if script.matches(&from).count() != 1 {
        return Err(Error::UnexpectedPage("the page's script does not name the link script once"));
    }
    write(&script_path, &without_comments(&script.replace(&from, &renamed)))?;
    fs::remove_dir_all(&parts).map_err(Error::file(&parts))
}

/// Puts a part beside the page, without what only debuggers read. The answer is the link script with its new name.
fn place(part: &PathBuf, folder: &Path, link: &str) -> Result<String, Error> {
    let bytes = fs::read(part).map_err(Error::file(part))?;
    let bytes = without_custom_sections(&bytes).ok_or(Error::UnexpectedPage("a part of the program is no wasm"))?;
    let old = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let name = hashed("later", "wasm", &bytes);
    let path = folder.join(&name);
    fs::write(&path, bytes).map_err(Error::file(&path))?;
    Ok(link.replace(&old, &name))
}

/// The script without comments on lines of their own and without indentation, which trunk cannot take out of what
/// wasm-bindgen writes. No text in it runs over several lines.
fn without_comments(script: &str) -> String {
    let mut plain = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
        in_comment |= line.starts_with("/*");
        if !in_comment && !line.starts_with("//") {
            plain.push_str(line);
            plain.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    plain
}

/// The module without its custom sections: names and the like.
fn without_custom_sections(wasm: &[u8]) -> Option<Vec<u8>> {
    const HEADER: usize = 8;
    let (header, mut rest) = wasm.split_at_checked(HEADER)?;
    let mut kept = header.to_vec();
    while let [id, after @ ..] = rest {
        let (length, body) = leb128(after)?;
        let end = rest.len() - body.len() + length;
        let section = rest.get(..end)?;
        if *id != 0 {
            kept.extend_from_slice(section);
        }
        rest = &rest[end..];
    }
    Some(kept)
}

/// An unsigned number of at most 32 bits, and what follows it.
fn leb128(bytes: &[u8]) -> Option<(usize, &[u8])> {
    let mut number = 0;
    for (index, byte) in bytes.iter().take(5).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * index);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[index + 1..]));
        }
    }
    None
}

/// A name that tells versions of a file apart, by FNV-1a.
pub fn hashed(stem: &str, ending: &str, content: &[u8]) -> String {
    format!("{stem}-{:016x}.{ending}", fnv(content))
}

fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(Error::file(path))
}

#[cfg(test)]
mod tests {
    use super::{fnv, hashed, without_comments, without_custom_sections};

    #[test]
    fn a_script_keeps_all_but_its_comments() {
        let script =
            "/* a */\nlet a = 1; // stays\n\n    /**\n     * @returns {b}\n     */\n    f(a, '/*');\n  // gone\n}\n";
        assert_eq!(without_comments(script), "let a = 1; // stays\nf(a, '/*');\n}\n");
    }

    #[test]
    fn only_custom_sections_are_left_out() {
        let header = b"\0asm\x01\0\0\0";
        let (types, name, long) = ([1, 1, 0], [0, 3, 1, b'n', 7], [0, 0x80, 1]);
        let module = [&header[..], &name, &types, &long, &[9; 128], &[5, 0]].concat();
        assert_eq!(without_custom_sections(&module).unwrap(), [&header[..], &types, &[5, 0]].concat());
        assert_eq!(without_custom_sections(&module[..module.len() - 3]), None);
        assert_eq!(without_custom_sections(b"\0asm"), None);
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // From the table of test vectors in draft-eastlake-fnv.
        assert_eq!(fnv(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(fnv(b"a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(fnv(b"foobar"), 0x8594_4171_f739_67e8);
        assert_eq!(hashed("later", "wasm", b""), "later-cbf29ce484222325.wasm");
    }
}
