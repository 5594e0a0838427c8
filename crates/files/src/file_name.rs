//! Names of downloads that every system takes.

use tuowei_model::Scenario;
use tuowei_text::{Language, region_year};

/// Windows allows 255 UTF-16 units; folders and 「 (1)」 need theirs.
const MOST_UNITS: usize = 120;

/// Names that Windows keeps for devices, whatever their extension.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];

/// The name of a download about a scenario: 大同市2026年-入托率目标-方案B-20260312.png.
///
/// `scenario_name` is given apart, since the official plan has none of its own; `day` is an ISO date.
#[must_use]
pub fn file_name(
    scenario: &Scenario,
    subject: &str,
    scenario_name: &str,
    day: &str,
    extension: &str,
    language: Language,
) -> String {
    let region = region_year(scenario.region(), language);
    joined_name(&[&region, subject, scenario_name, &day.replace('-', "")], extension)
}

/// The parts joined by hyphens, and the extension.
///
/// What Windows forbids becomes `_`; empty parts are left out; where it is too long, the longest part gives way.
#[must_use]
pub fn joined_name(parts: &[&str], extension: &str) -> String {
    let clean = |part: &&str| -> Vec<char> { part.chars().filter_map(allowed).collect() };
    let mut parts: Vec<Vec<char>> = parts.iter().map(clean).map(trimmed).filter(|part| !part.is_empty()).collect();
    let extension: String = extension.chars().filter(char::is_ascii_alphanumeric).take(10).collect();
    let units = |part: &Vec<char>| part.iter().map(|character| character.len_utf16()).sum::<usize>();
    // A hyphen after each part, a dot, and the mark before a device's name.
    let mut length = parts.iter().map(|part| units(part) + 1).sum::<usize>() + extension.len() + 2;
    while length > MOST_UNITS {
        let Some(longest) = parts.iter_mut().max_by_key(|part| part.len()) else { break };
        let Some(cut) = longest.pop() else { break };
        // What is left of a part that is gone is no hyphen either.
        length -= cut.len_utf16() + usize::from(longest.is_empty());
    }
    let parts: Vec<String> = parts
        .into_iter()
        .map(|part| trimmed(part).into_iter().collect())
        .filter(|part: &String| !part.is_empty())
        .collect();
    let mut stem = parts.join("-");
    if stem.is_empty() {
        stem.push_str("tuowei");
    }
    if is_device(&stem) {
        stem.insert(0, '_');
    }
    if extension.is_empty() { stem } else { format!("{stem}.{extension}") }
}

/// The character as it may stand in a name; line ends and tabs become spaces, invisible characters nothing.
fn allowed(character: char) -> Option<char> {
    match character {
        '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' => Some('_'),
        '\t' | '\n' | '\r' | '\u{a0}' | '\u{3000}' => Some(' '),
        // Marks of zero width and of writing direction can make one name look like another.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{fff9}'..='\u{ffff}' => None,
        character if character.is_control() => None,
        other => Some(other),
    }
}

/// Without dots and spaces at the ends, which Windows drops and other systems hide files by.
fn trimmed(mut part: Vec<char>) -> Vec<char> {
    let hidden = |character: &char| matches!(character, '.' | ' ');
    while part.last().is_some_and(hidden) {
        part.pop();
    }
    let start = part.iter().position(|character| !hidden(character)).unwrap_or(0);
    part.split_off(start)
}

fn is_device(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let mut port = name.chars();
    let is_port = matches!(name.get(..3), Some("COM" | "LPT"))
        && port.nth(3).is_some_and(|digit| digit.is_ascii_digit() || matches!(digit, '¹' | '²' | '³'))
        && port.next().is_none();
    is_port || DEVICES.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use tuowei_model::official_plan;

    #[test]
    fn parts_are_joined_and_what_windows_forbids_is_replaced() {
        for (parts, extension, expected) in [
            (
                &["大同市2026年", "入托率目标", "方案B", "20260312"][..],
                "png",
                "大同市2026年-入托率目标-方案B-20260312.png",
            ),
            (&["方案", "", " ", "..", "x"], "svg", "方案-x.svg"),
            (&["a<b>c:d\"e/f\\g|h?i*j"], "tsv", "a_b_c_d_e_f_g_h_i_j.tsv"),
            (&["../../etc/passwd"], "", "_.._etc_passwd"),
            (&["a\nb\tc\u{0}\u{7}\u{202e}gnp\u{200b}"], "json", "a b cgnp.json"),
            (&["方案.", "B. . "], "png", "方案-B.png"),
            (&[], "png", "tuowei.png"),
            (&["\u{0}"], "", "tuowei"),
            (&["con"], "png", "_con.png"),
            (&["NUL.x"], "png", "_NUL.x.png"),
            (&["COM1"], "png", "_COM1.png"),
            (&["lpt³"], "png", "_lpt³.png"),
            (&["COM", "1"], "png", "COM-1.png"),
            (&["COM10"], "png", "COM10.png"),
            (&["托"], "png", "托.png"),
            (&["x"], "p/n.g exe", "x.pngexe"),
        ] {
            assert_eq!(joined_name(parts, extension), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_download_is_named_for_what_it_shows() {
        let plan = official_plan();
        assert_eq!(
            file_name(plan, "入托率目标", "方案B", "2026-03-12", "png", Language::Chinese),
            "大同市2026年-入托率目标-方案B-20260312.png"
        );
        assert_eq!(
            file_name(plan, "Rates", "a/b", "2026-03-12", "svg", Language::English),
            "Datong 2026-Rates-a_b-20260312.svg"
        );
    }

    #[test]
    fn a_long_name_is_cut_in_its_longest_part_and_keeps_its_extension() {
        let units = |name: &str| name.encode_utf16().count();
        let name = joined_name(&["大同市2026年", &"很长的名称".repeat(100), "20260312"], "png");
        assert!(
            name.starts_with("大同市2026年-很长") && name.ends_with("-20260312.png") && units(&name) <= 120,
            "{name}"
        );
        let name = joined_name(&["x", &"𠀀".repeat(1_000)], "pptx");
        assert!(name.starts_with("x-𠀀") && name.ends_with("𠀀.pptx") && (116..=120).contains(&units(&name)), "{name}");
        let many = vec!["甲"; 500];
        assert_eq!(joined_name(&many, "png"), "甲-".repeat(56) + "甲.png");
        let name = joined_name(&[&format!("{}. . tail", "a".repeat(113))], "png");
        assert_eq!(name, format!("{}.png", "a".repeat(113)));
    }
}
