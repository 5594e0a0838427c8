//! Writing of tables for the clipboard: as TSV and as HTML.

use super::{Table, begins_formula};

impl Table {
    /// The table as a spreadsheet takes it from the clipboard: tabs, CRLF, quotes where they are needed.
    ///
    /// A text that a spreadsheet would take for a formula is led by an apostrophe; a number stays a number.
    #[must_use]
    pub fn to_tsv(&self) -> String {
        let headings = (!self.headings.is_empty()).then_some(&self.headings);
        let lines = headings.into_iter().chain(&self.rows).map(|cells| {
            let cells: Vec<String> = cells.iter().map(|cell| quoted(safe(cell))).collect();
            cells.join("\t") + "\r\n"
        });
        lines.collect()
    }

    /// The table as HTML, for documents and slides.
    ///
    /// A spreadsheet reads this too, and would calculate a cell that begins a formula: the same apostrophe leads it.
    #[must_use]
    pub fn to_html(&self) -> String {
        let mut html = String::from("<table>");
        if let Some(caption) = &self.caption {
            html += &format!("<caption>{}</caption>", escaped(&cleaned(caption)));
        }
        if !self.headings.is_empty() {
            html += "<thead><tr>";
            for heading in &self.headings {
                html += &format!("<th scope=\"col\">{}</th>", escaped(&safe(heading)));
            }
            html += "</tr></thead>";
        }
        html += "<tbody>";
        for cells in &self.rows {
            html += "<tr>";
            for (column, cell) in cells.iter().enumerate() {
                let cell = escaped(&safe(cell));
                html += &if self.named_rows && column == 0 {
                    format!("<th scope=\"row\">{cell}</th>")
                } else {
                    format!("<td>{cell}</td>")
                };
            }
            html += "</tr>";
        }
        html + "</tbody></table>"
    }
}

/// The text without control characters, and not to be taken for a formula.
fn safe(text: &str) -> String {
    let text = cleaned(text);
    if begins_formula(&text) && !is_number(&text) { format!("'{text}") } else { text }
}

/// The text without what XML forbids; tabs and line ends stay.
fn cleaned(text: &str) -> String {
    let kept = |&character: &char| {
        matches!(character, '\t' | '\n' | '\r')
            || !character.is_control() && !matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    text.chars().filter(kept).collect()
}

/// A number as this page writes it: `-2.08`, `+20`, `100.00%`.
fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let digits = digits.strip_suffix('%').unwrap_or(digits);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn quoted(text: String) -> String {
    if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '&' => html += "&amp;",
            '<' => html += "&lt;",
            '>' => html += "&gt;",
            '"' => html += "&quot;",
            '\'' => html += "&#39;",
            '\n' | '\r' => html += "<br/>",
            other => html.push(other),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: &[&[&str]]) -> Table {
        let rows = cells.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect();
        Table { rows, ..Table::default() }
    }

    #[test]
    fn a_cell_of_text_never_becomes_a_formula_and_a_number_stays_one() {
        for (cell, tsv) in [
            ("平城", "平城"),
            ("2.14", "2.14"),
            ("-2.08", "-2.08"),
            ("+20", "+20"),
            ("-2.08%", "-2.08%"),
            ("—", "—"),
            ("=1+1", "'=1+1"),
            ("＝1+1", "'＝1+1"),
            ("+cmd|'/C calc'!A0", "'+cmd|'/C calc'!A0"),
            ("-1+2", "'-1+2"),
            ("-2.08.1", "'-2.08.1"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("＠SUM(A1)", "'＠SUM(A1)"),
            (" =1", "' =1"),
            ("'=1", "''=1"),
            ("\t=1", "\"'\t=1\""),
            ("\r1", "\"'\r1\""),
            ("\u{1}=1", "'=1"),
            ("a\tb", "\"a\tb\""),
            ("a\nb", "\"a\nb\""),
            ("say \"x\"", "\"say \"\"x\"\"\""),
            ("a\u{0}\u{7f}\u{85}\u{ffff}b", "ab"),
        ] {
            assert_eq!(table(&[&[cell]]).to_tsv(), format!("{tsv}\r\n"), "{cell:?}");
        }
        assert_eq!(table(&[&["a", ""], &["", "b"]]).to_tsv(), "a\t\r\n\tb\r\n");
    }

    #[test]
    fn html_is_a_table_with_its_headings_and_safe_strings() {
        let mut table = table(&[&["<b>平城\u{1}</b>", "-2.08"], &["a & \"b\"\n'c'", "=1+1"]]);
        table.caption = Some("x < y".to_owned());
        table.headings = vec!["县（区）".to_owned(), "增幅".to_owned()];
        table.named_rows = true;
        assert_eq!(
            table.to_html(),
            "<table><caption>x &lt; y</caption><thead><tr><th scope=\"col\">县（区）</th><th scope=\"col\">增幅</th></tr></thead>\
             <tbody><tr><th scope=\"row\">&lt;b&gt;平城&lt;/b&gt;</th><td>-2.08</td></tr>\
             <tr><th scope=\"row\">a &amp; &quot;b&quot;<br/>&#39;c&#39;</th><td>&#39;=1+1</td></tr></tbody></table>"
        );
    }
}
