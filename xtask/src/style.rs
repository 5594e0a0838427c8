//! The page's style sheets as one file: they are read together, and are smaller together.

use std::fs;
use std::path::Path;

use crate::error::Error;
use crate::place::Place;

/// Writes the sheets that `style/main.css` imports into the one that index.html names, in their order.
pub fn bundle(place: &Place) -> Result<(), Error> {
    let folder = place.root().join("style");
    let bundled = place.page_target().join("style.css");
    let mut all = String::new();
    for name in imports(&read(&folder.join("main.css"))?)? {
        all += &read(&folder.join(name))?;
    }
    fs::create_dir_all(place.page_target()).map_err(Error::file(&bundled))?;
    fs::write(&bundled, all).map_err(Error::file(&bundled))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(Error::file(path))
}

/// The names in a sheet of nothing but imports and comments, one a line.
fn imports(sheet: &str) -> Result<Vec<&str>, Error> {
    let lines = sheet.lines().filter(|line| !line.trim().is_empty() && !line.starts_with("/*"));
    lines.map(|line| imported(line).ok_or(Error::UnexpectedPage("style/main.css holds more than imports"))).collect()
}

fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("@import \"")?.strip_suffix("\";")
}

#[cfg(test)]
mod tests {
    use super::imports;

    #[test]
    fn a_sheet_of_imports_is_read_in_its_order() {
        let sheet = "/* All. */\n@import \"b.css\";\n\n@import \"a.css\";\n";
        assert_eq!(imports(sheet).unwrap(), ["b.css", "a.css"]);
        assert!(imports("a { color: red }").is_err());
    }
}
