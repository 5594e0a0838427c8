//! The page as one file, which works by a double click: everything is inside, and nothing is fetched.
//!
//! It is made of index.html, of the scripts as they are written, and of what the build left in `dist/`. Of the scripts only
//! what names other files is changed, each in one place, and a script that does not look as expected stops the build. The
//! program's parts are compressed and written in letters; the browser inflates them (`DecompressionStream`).

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use miniz_oxide::deflate::compress_to_vec_zlib;
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::place::Place;
use crate::split::{DEFERRED, LINK, PROGRAM, RESCUE, WASM_ENDING};

/// Bytes of the whole file: 2.5 MB, where 1 MB is 1 000 000 bytes.
const BOUND: usize = 2_500_000;

const NAME: &str = "tuowei.html";

/// What the file is made of.
struct Sources {
    page: String,
    style: String,
    support: String,
    start: String,
    program: String,
    link: String,
    rescue: String,
    first: Vec<u8>,
    later: Vec<u8>,
}

/// Makes the file from the built page. The answer is where it lies.
pub fn make(place: &Place) -> Result<PathBuf, Error> {
    let text = |path: PathBuf| fs::read_to_string(&path).map_err(Error::file(&path));
    let bytes = |path: PathBuf| fs::read(&path).map_err(Error::file(&path));
    let (dist, scripts) = (place.dist(), place.root().join("src/browser"));
    let deferred = only(&dist, DEFERRED, "")?;
    let file = page(&Sources {
        page: text(place.root().join("index.html"))?,
        style: text(only(&dist, "style-", ".css")?)?,
        support: text(scripts.join("support.js"))?,
        start: text(scripts.join("start.js"))?,
        program: text(only(&dist, PROGRAM, ".js")?)?,
        link: text(deferred.join(LINK))?,
        rescue: text(scripts.join(RESCUE))?,
        first: bytes(only(&dist, PROGRAM, WASM_ENDING)?)?,
        later: bytes(only(&deferred, "split_later", ".wasm")?)?,
    })?;
    let folder = place.single_file();
    fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
    let path = folder.join(NAME);
    fs::write(&path, &file).map_err(Error::file(&path))?;
    println!("{}: {} bytes of at most {BOUND}", path.display(), file.len());
    if file.len() > BOUND { Err(Error::UnexpectedPage("as one file it is too large")) } else { Ok(path) }
}

/// The one file in a folder whose name begins and ends so.
fn only(folder: &Path, begin: &str, end: &str) -> Result<PathBuf, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(begin) && name.ends_with(end) {
            found.push(path);
        }
    }
    match found.pop() {
        Some(path) if found.is_empty() => Ok(path),
        _ => Err(Error::UnexpectedPage("each of its files must be there, and once")),
    }
}

fn page(of: &Sources) -> Result<String, Error> {
    let support = once(&of.support, "return 'noModule'", "return 'DecompressionStream' in window && 'noModule'")?;
    let module = module(of)?;
    let (style, support, module) = (Inline::of(&of.style)?, Inline::of(&support)?, Inline::of(&module)?);
    let policy = format!(
        "default-src 'none'; script-src '{}' '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src blob: data:; base-uri 'none'; form-action 'none'",
        support.hash, module.hash, style.hash
    );
    let (before, rest) = cut(&of.page, "http-equiv=\"Content-Security-Policy\" content=\"")?;
    let (_, after) = cut(rest, "\"")?;
    let mut page = [before, "http-equiv=\"Content-Security-Policy\" content=\"", &policy, "\"", after].concat();
    // DecompressionStream is younger than all else that the page needs.
    for (older, newer) in
        [("Firefox 100", "Firefox 113"), ("Safari 16、", "Safari 16.4、"), ("Safari 16,", "Safari 16.4,")]
    {
        page = page.replace(older, newer);
    }
    let parts = [("first", &of.first), ("later", &of.later)].map(|(id, wasm)| {
        // The browser takes no script of this type for one of its own.
        format!(
            "<script id=\"{id}\" type=\"application/wasm\">{}</script>\n",
            STANDARD.encode(compress_to_vec_zlib(wasm, 10))
        )
    });
    let script = |kind: &str, inline: &Inline| format!("<script{kind}>{}</script>", inline.text);
    for (from, to) in [
        ("    <link rel=\"manifest\" href=\"./manifest.webmanifest\">\n", String::new()),
        ("<link data-trunk rel=\"css\" href=\"target/page/style.css\">", format!("<style>{}</style>", style.text)),
        ("<script data-trunk data-no-minify src=\"src/browser/support.js\"></script>", script("", &support)),
        (
            "<script data-trunk data-no-minify type=\"module\" src=\"src/browser/start.js\"></script>",
            script(" type=\"module\"", &module),
        ),
        ("<link data-trunk rel=\"rust\" data-bin=\"tuowei\" data-wasm-opt=\"0\">", parts.concat()),
    ] {
        page = once(&page, from, &to)?;
    }
    Ok(page)
}

/// All modules as one: each in a function of its own, so that no name meets another.
fn module(of: &Sources) -> Result<String, Error> {
    let link = once(&of.link, "export const __wasm_split_load_later", "const __wasm_split_load_later")?;
    let link = once(&link, "fetch(new URL(\"./split_later.wasm\", import.meta.url))", "part('later')")?;
    let link = without_line(&link, "import { initSync } from")?;
    let program = without_line(&of.program, "import * as import1 from")?.replace("\nexport class ", "\nclass ");
    let program = once(&program, "export { initSync, __wbg_init as default };", "return { default: __wbg_init };")?;
    let rescue = once(&of.rescue, "export default function halt", "return { default: halt }; function halt")?;
    let start = once(
        &of.start,
        "import(address('program-script').replace(/tuowei-(\\w+)\\.js$/, 'deferred-$1/rescue.js'))",
        "Promise.resolve(rescuing())",
    )?;
    let start = once(&start, "import(address('program-script'))", "Promise.resolve(program())")?;
    let start = once(&start, "address('program')", "part('first')")?;
    let module = format!(
        "const part = async (id) => {{\n\
         const packed = Uint8Array.from(atob(document.getElementById(id).textContent), (letter) => letter.charCodeAt(0));\n\
         return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate')));\n\
         }};\n\
         const linking = (initSync) => {{\n{link}\nreturn {{ __wasm_split_load_later }};\n}};\n\
         const program = () => {{\nconst import1 = linking(initSync);\n{program}\n}};\n\
         const rescuing = () => {{\n{rescue}\n}};\n\
         {start}"
    );
    // What is left of these would ask for a file.
    if ["export ", "import("].iter().any(|word| module.contains(word)) || module.contains("\nimport ") {
        return Err(Error::UnexpectedPage("its scripts name more files than are known"));
    }
    Ok(module)
}

/// A script or a style sheet inside the page, and what the page's policy knows it by.
struct Inline {
    text: String,
    hash: String,
}

impl Inline {
    fn of(text: &str) -> Result<Self, Error> {
        // The end of lines is made one by the browser before it is hashed; an end tag or a comment would end it early.
        let text = text.replace("\r\n", "\n");
        if ["</script", "</style", "<!--"].iter().any(|end| text.contains(end)) {
            return Err(Error::UnexpectedPage("a script in it would end early"));
        }
        let hash = format!("sha256-{}", STANDARD.encode(Sha256::digest(text.as_bytes())));
        Ok(Self { text, hash })
    }
}

/// The text with one place changed, which must be there once.
fn once(text: &str, from: &str, to: &str) -> Result<String, Error> {
    let (before, after) = cut(text, from)?;
    if after.contains(from) {
        return Err(Error::UnexpectedPage("what is to be changed in it is there twice"));
    }
    Ok([before, to, after].concat())
}

fn cut<'a>(text: &'a str, at: &str) -> Result<(&'a str, &'a str), Error> {
    text.split_once(at).ok_or(Error::UnexpectedPage("what is to be changed in it is not there"))
}

fn without_line(text: &str, begin: &str) -> Result<String, Error> {
    let (before, rest) = cut(text, begin)?;
    let (_, after) = cut(rest, "\n")?;
    Ok([before, after].concat())
}

#[cfg(test)]
mod tests {
    use super::{Inline, Sources, page};

    fn sources() -> Sources {
        Sources {
            page: include_str!("../../index.html").to_owned(),
            style: "body{margin:0}".to_owned(),
            support: include_str!("../../src/browser/support.js").to_owned(),
            start: include_str!("../../src/browser/start.js").to_owned(),
            program: "import * as import1 from \"./link.js\"\nlet wasm;\nfunction initSync() {}\nfunction __wbg_init() {}\nexport { initSync, __wbg_init as default };\n".to_owned(),
            link: "import { initSync } from \"../a.js\";\nexport const __wasm_split_load_later = () => fetch(new URL(\"./split_later.wasm\", import.meta.url));\n".to_owned(),
            rescue: include_str!("../../src/browser/rescue.js").to_owned(),
            first: b"first".to_vec(),
            later: b"later".to_vec(),
        }
    }

    #[test]
    fn all_is_inside_and_known_by_its_hash() {
        let made = page(&sources()).unwrap();
        for name in ["src=", "import(", "import.meta", "'self'", "data-trunk", "fetch("] {
            assert!(!made.contains(name), "{name}");
        }
        assert_eq!(made.matches("sha256-").count(), 3);
        let style = Inline::of("body{margin:0}").unwrap();
        assert!(made.contains(&format!("style-src '{}'", style.hash)));
        assert_eq!(made.matches("type=\"application/wasm\"").count(), 2);
    }

    #[test]
    fn a_script_that_does_not_look_as_expected_is_refused() {
        for spoil in [
            |of: &mut Sources| of.program.push_str("import * as import2 from \"./else.js\"\n"),
            |of: &mut Sources| of.link = of.link.replace("split_later", "split_other"),
            |of: &mut Sources| of.start.push_str("import(address('program-script'))"),
            |of: &mut Sources| of.rescue.push_str("// </script>"),
            |of: &mut Sources| of.page = of.page.replace("support.js", "other.js"),
        ] {
            let mut of = sources();
            spoil(&mut of);
            assert!(page(&of).is_err());
        }
    }
}
