//! Reading of a block of text as a table: as spreadsheets, documents and web pages put it on the clipboard.

use super::{Table, TableTooLarge, begins_formula};

/// More than any region's table needs: 3 000 counties with a few dozen columns.
const MOST_BYTES: usize = 4_000_000;
const MOST_CELLS: usize = 300_000;

impl Table {
    /// The cells of a text: parted by tabs as Excel and WPS write them, else by bars, commas or spaces.
    ///
    /// White space around a cell is dropped, and so are empty rows at the end.
    ///
    /// # Errors
    /// The text is far larger than any region's table.
    pub fn read(text: &str) -> Result<Self, TableTooLarge> {
        if text.len() > MOST_BYTES {
            return Err(TableTooLarge);
        }
        let text = text.trim_start_matches('\u{feff}');
        let mut rows = if text.contains('\t') { delimited(text, b'\t') } else { parted(text) };
        for cell in rows.iter_mut().flatten() {
            *cell = bare(cell).to_owned();
        }
        while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
            rows.pop();
        }
        let table = Self { rows, ..Self::default() };
        if table.rows.len().saturating_mul(table.width()) > MOST_CELLS {
            return Err(TableTooLarge);
        }
        Ok(table)
    }
}

/// A cell without white space around it and without the apostrophe that kept it from being a formula.
fn bare(cell: &str) -> &str {
    let cell = cell.strip_prefix('\'').filter(|rest| begins_formula(rest)).unwrap_or(cell);
    cell.trim()
}

/// Cells between separators; a cell that begins with a quote may hold separators, line ends and doubled quotes.
fn delimited(text: &str, separator: u8) -> Vec<Vec<String>> {
    let bytes = text.as_bytes();
    let ends = |byte: u8| byte == separator || byte == b'\n' || byte == b'\r';
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut start = 0;
    let mut quotes_close = true;
    loop {
        let mut end = bytes[start..].iter().position(|&byte| ends(byte)).map_or(bytes.len(), |length| start + length);
        let mut cell = None;
        if quotes_close && bytes.get(start) == Some(&b'"') {
            match quoted(&text[start + 1..]) {
                Some((inner, length)) if bytes.get(start + 1 + length).is_none_or(|&byte| ends(byte)) => {
                    end = start + 1 + length;
                    cell = Some(inner);
                }
                // A quote that is part of the text, as some programs write it.
                Some(_) => {}
                None => quotes_close = false,
            }
        }
        row.push(cell.unwrap_or_else(|| text[start..end].to_owned()));
        match bytes.get(end) {
            Some(&byte) if byte == separator => start = end + 1,
            Some(&byte) => {
                rows.push(std::mem::take(&mut row));
                start = end + if byte == b'\r' && bytes.get(end + 1) == Some(&b'\n') { 2 } else { 1 };
                if start == bytes.len() {
                    return rows;
                }
            }
            None => {
                rows.push(row);
                return rows;
            }
        }
    }
}

/// The text up to the closing quote with doubled quotes made single, and the length it took with that quote.
fn quoted(text: &str) -> Option<(String, usize)> {
    let mut inner = String::new();
    let mut start = 0;
    loop {
        let quote = start + text[start..].find('"')?;
        inner.push_str(&text[start..quote]);
        if !text[quote + 1..].starts_with('"') {
            return Some((inner, quote + 1));
        }
        inner.push('"');
        start = quote + 2;
    }
}

/// The cells of a text without tabs: the first way of parting it that makes a table of it.
fn parted(text: &str) -> Vec<Vec<String>> {
    let lines = lines(text);
    by_bars(&lines)
        .or_else(|| by_commas(text, &lines))
        .or_else(|| by_wide_spaces(&lines))
        .or_else(|| by_single_spaces(&lines))
        .unwrap_or_else(|| delimited(text, b'\t'))
}

fn lines(text: &str) -> Vec<&str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r')).collect()
}

fn is_blank(line: &str) -> bool {
    line.trim().is_empty()
}

/// `| a | b |`, the table of a Markdown text; the rule under its headings is an empty row.
fn by_bars(lines: &[&str]) -> Option<Vec<Vec<String>>> {
    let is_row = |line: &&str| is_blank(line) || line.trim().starts_with('|');
    if !lines.iter().all(is_row) || lines.iter().all(|line| is_blank(line)) {
        return None;
    }
    let row = |line: &&str| {
        let line = line.trim();
        if line.chars().all(|character| matches!(character, '|' | '-' | ':' | ' ')) {
            return Vec::new();
        }
        let inner = line.strip_prefix('|').unwrap_or(line);
        inner.strip_suffix('|').unwrap_or(inner).split('|').map(str::to_owned).collect()
    };
    Some(lines.iter().map(row).collect())
}

/// Comma-separated cells, if each line has as many and no comma can be one that parts thousands: either none stands between
/// such digits, or a line of words has as many cells, or cells that hold commas are quoted.
fn by_commas(text: &str, lines: &[&str]) -> Option<Vec<Vec<String>>> {
    if !lines.iter().all(|line| is_blank(line) || line.contains(',')) {
        return None;
    }
    let rows = delimited(text, b',');
    let width = rows.first().map_or(0, Vec::len);
    let digits = |cell: &str| cell.trim().bytes().filter(u8::is_ascii_digit).count() == cell.trim().len();
    let may_be_thousands = |pair: &[String]| {
        let (head, tail) = (pair[0].trim(), pair[1].trim());
        (1..=3).contains(&head.len()) && digits(head) && tail.len() >= 3 && digits(&tail[..3.min(tail.len())])
    };
    let is_word = |cell: &String| cell.contains(char::is_alphabetic);
    let is_certain =
        rows.iter().any(|row| row.iter().all(is_word)) || rows.iter().flatten().any(|cell| cell.contains(','));
    let sound = |row: &Vec<String>| {
        row.iter().all(|cell| cell.trim().is_empty())
            || row.len() == width
                && (is_certain || !row.windows(2).any(|pair| pair[1].is_ascii() && may_be_thousands(pair)))
    };
    (width > 1 && rows.iter().all(sound)).then_some(rows)
}

/// Cells parted by two and more spaces or by a full-width space, as from the table of a document.
fn by_wide_spaces(lines: &[&str]) -> Option<Vec<Vec<String>>> {
    let rows: Vec<Vec<String>> = lines.iter().map(|line| wide_parts(line)).collect();
    let mut widths = rows.iter().map(Vec::len).filter(|&width| width > 1);
    let width = widths.next()?;
    let single_numbers = |cell: &String| cell.split_whitespace().filter(|part| is_figure(part)).count() > 1;
    (widths.all(|other| other == width) && !rows.iter().flatten().any(single_numbers)).then_some(rows)
}

fn wide_parts(line: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut spaces = 2;
    for character in line.trim().chars() {
        match character {
            '\u{3000}' => spaces = 2,
            space if space.is_whitespace() => spaces += 1,
            other => {
                match parts.last_mut() {
                    Some(part) if spaces < 2 => {
                        part.extend(std::iter::repeat_n(' ', spaces));
                        part.push(other);
                    }
                    Some(_) | None => parts.push(other.to_string()),
                }
                spaces = 0;
            }
        }
    }
    joined_letters(parts)
}

/// 平　城: names of two characters are often spread to the width of three.
fn joined_letters(parts: Vec<String>) -> Vec<String> {
    let is_letter = |part: &str| {
        let mut characters = part.chars();
        characters.next().is_some_and(|character| ('\u{4e00}'..='\u{9fff}').contains(&character))
            && characters.next().is_none()
    };
    let mut joined: Vec<String> = Vec::with_capacity(parts.len());
    let mut after_letter = false;
    for part in parts {
        let letter = is_letter(&part);
        match joined.last_mut() {
            Some(last) if letter && after_letter => last.push_str(&part),
            _ => joined.push(part),
        }
        // Only pairs are joined, so that a row of one-letter names keeps its cells.
        after_letter = letter && !after_letter;
    }
    joined
}

/// Cells parted by single spaces, as from a PDF: each line ends in as many figures, and what stands before them is its
/// label; a line without figures holds their headings.
fn by_single_spaces(lines: &[&str]) -> Option<Vec<Vec<String>>> {
    let words: Vec<Vec<&str>> = lines.iter().map(|line| line.split_whitespace().collect()).collect();
    let figures = |words: &Vec<&str>| words.iter().rev().take_while(|word| is_figure(word)).count();
    let mut counts = words.iter().map(|words| (figures(words), words.len())).filter(|&(figures, _)| figures > 0);
    let (width, length) = counts.next()?;
    let with_label = |(figures, length): (usize, usize)| figures == width && length > figures;
    if !with_label((width, length)) || !counts.all(with_label) {
        return None;
    }
    let row = |words: &Vec<&str>| {
        let Some(label) = words.len().checked_sub(width) else { return vec![words.join(" ")] };
        let (label, cells) = words.split_at(label);
        std::iter::once(label.join(" ")).chain(cells.iter().map(|&cell| cell.to_owned())).collect()
    };
    Some(words.iter().map(row).collect())
}

/// A number, or a mark that stands where one is missing.
fn is_figure(word: &str) -> bool {
    let mark = |character| matches!(character, '—' | '-' | '–' | '/' | '…');
    let digit = |character: char| character.is_ascii_digit() || ('０'..='９').contains(&character);
    let part = |character| {
        digit(character) || matches!(character, '.' | ',' | '%' | '+' | '-' | '−' | '－' | '．' | '，' | '％')
    };
    !word.is_empty() && (word.chars().all(mark) || word.chars().all(part) && word.chars().any(digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows parted by `/`, cells by `|`.
    fn check(text: &str, expected: &str) {
        let table = Table::read(text).unwrap();
        let rows: Vec<String> = table.rows.iter().map(|row| row.join("|")).collect();
        assert_eq!(rows.join("/"), expected, "{text:?}");
    }

    #[test]
    fn cells_are_read_as_spreadsheets_put_them_on_the_clipboard() {
        check("a\tb\r\nc\td\r\n", "a|b/c|d");
        check("a\tb\nc\td", "a|b/c|d");
        check("a\tb\rc\td\r", "a|b/c|d");
        check("a\tb\r\n\r\n\r\n", "a|b");
        check("a\t\t\r\n\tb\t\r\n", "a||/|b|");
        check("\u{feff}\u{a0}a \t b\u{3000}", "a|b");
        check("\"2025年\n基数\"\tb\r\n\"x\ty\"\t\"say \"\"z\"\"\"\r\n", "2025年\n基数|b/x\ty|say \"z\"");
        check("\"\"\ta", "|a");
        // Quotes that quote nothing are text.
        check("\"a\" b\tc", "\"a\" b|c");
        check("\"a\" b\t\"c\nd\"", "\"a\" b|c\nd");
        check("\"a\tb\nc", "\"a|b/c");
        check("a \"b\"\tc", "a \"b\"|c");
        check("'=1\t''=2\t'a", "=1|'=2|'a");
        check("", "");
        check("\n\n", "");
        check("\t", "");
    }

    #[test]
    fn cells_are_read_from_documents_web_pages_and_lists() {
        check("130\n77\n", "130/77");
        check("1 234\n5 678", "1 234/5 678");
        check("地区 指标  平城  云冈\n2025年 基数  2.14  3.69", "地区 指标|平城|云冈/2025年 基数|2.14|3.69");
        check("平　城　130\n云　冈　77", "平城|130/云冈|77");
        check("平 城  130\n云 冈  77", "平 城|130/云 冈|77");
        // From a PDF: everything is parted by one space.
        check(
            "表二 单位：个\n指标 地区 全市 平城 云冈\n任务数 207 130 77",
            "表二 单位：个/指标 地区|全市|平城|云冈/任务数|207|130|77",
        );
        check("县区 基数 目标\n平 城 2.14 4.22\n云冈区 — 5.77%", "县区|基数|目标/平 城|2.14|4.22/云冈区|—|5.77%");
        // Of two kinds at once.
        check("任务数  207 130\n指标  全市 平城", "任务数|207|130/指标|全市|平城");
        check("| 县区 | 任务数 |\n|---|--:|\n| 平城 | 130 |", "县区|任务数//平城|130");
        check("县区,任务数\n平城,130\n\"云冈\",\"1,077\"", "县区|任务数/平城|130/云冈|1,077");
        // A comma that may part thousands parts no cells.
        check("1,234\n5,678", "1,234/5,678");
        // Unless a line of words has as many, or the cells that hold commas are quoted.
        check("县区,任务数,在托\n平城,5,120\n云冈,1,234", "县区|任务数|在托/平城|5|120/云冈|1|234");
        check("平城,5,120\n云冈,\"1,234\",130", "平城|5|120/云冈|1,234|130");
        check("平城,5,120\n云冈,6,130", "平城,5,120/云冈,6,130");
        check("县区,任务数\n平城,1,234", "县区,任务数/平城,1,234");
        check("平城,1,234\n云冈,5,678", "平城,1,234/云冈,5,678");
        check("\"2025年\n基数\"\n2.14\n", "2025年\n基数/2.14");
        check("\"县区\",\"任务数\"\n\"平城\",\"130\"", "县区|任务数/平城|130");
        check("any words at all\nand more", "any words at all/and more");
    }

    #[test]
    fn a_text_beyond_any_table_is_refused() {
        assert_eq!(Table::read(&"1\t".repeat(MOST_BYTES)), Err(TableTooLarge));
        // Many rows beside one that is wide: the square of it is what would have to be walked.
        let ragged = "1\n".repeat(10_000) + &"1\t".repeat(10_000);
        assert_eq!(Table::read(&ragged), Err(TableTooLarge));
    }
}
