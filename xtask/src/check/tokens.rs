//! Rust source as tokens: as much of the language as the rules need.

/// A name, a number or a sign. Comments, strings and characters are left out; a lifetime is the name it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'source> {
    Name(&'source str),
    Number(&'source str),
    Sign(char),
}

/// A token and the line it is on, counted from 1.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'source> {
    pub token: Token<'source>,
    pub line: usize,
}

/// Takes any text. What is not Rust gives some tokens too.
pub fn tokens(source: &str) -> Vec<Placed<'_>> {
    let mut scanner = Scanner { rest: source, line: 1 };
    let mut found = Vec::new();
    while let Some(first) = scanner.rest.chars().next() {
        let line = scanner.line;
        if let Some(length) = scanner.skipped(first) {
            scanner.take(length);
        } else if first.is_alphabetic() || first == '_' {
            let name = scanner.take_while(|sign| sign.is_alphanumeric() || sign == '_');
            found.push(Placed { token: Token::Name(name), line });
        } else if first.is_ascii_digit() {
            let length = number_length(scanner.rest);
            found.push(Placed { token: Token::Number(scanner.take(length)), line });
        } else {
            scanner.take(first.len_utf8());
            if !first.is_whitespace() {
                found.push(Placed { token: Token::Sign(first), line });
            }
        }
    }
    found
}

struct Scanner<'source> {
    rest: &'source str,
    line: usize,
}

impl<'source> Scanner<'source> {
    fn take(&mut self, length: usize) -> &'source str {
        let (taken, rest) = self.rest.split_at(length);
        self.line += taken.matches('\n').count();
        self.rest = rest;
        taken
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> &'source str {
        let length = self.rest.find(|sign| !wanted(sign)).unwrap_or(self.rest.len());
        self.take(length)
    }

    /// The bytes of a comment, string, character or lifetime that begins here.
    fn skipped(&self, first: char) -> Option<usize> {
        let rest = self.rest;
        match first {
            '/' if rest.starts_with("//") => Some(rest.find('\n').unwrap_or(rest.len())),
            '/' if rest.starts_with("/*") => Some(block_comment(rest)),
            '"' => Some(quoted(rest)),
            '\'' => Some(character_or_lifetime(rest)),
            'b' if rest.starts_with("b\"") => Some(1 + quoted(&rest[1..])),
            'b' if rest.starts_with("b'") => Some(1 + character_or_lifetime(&rest[1..])),
            'r' | 'b' => raw_string(rest),
            _ => None,
        }
    }
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let here = &rest.as_bytes()[at..];
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// From one `"` to the next that is not escaped.
fn quoted(rest: &str) -> usize {
    let mut is_escaped = false;
    for (at, sign) in rest.char_indices().skip(1) {
        match sign {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

/// `r"…"`, `r#"…"#`, `br"…"`; none where a name only begins with such a letter.
fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix('b').unwrap_or(rest).strip_prefix('r')?;
    let inside = after.trim_start_matches('#');
    let hashes = after.len() - inside.len();
    let text = inside.strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    let opening = rest.len() - text.len();
    Some(text.find(&end).map_or(rest.len(), |at| opening + at + end.len()))
}

/// `'a'`, `'\n'`, `'\u{4e2d}'`, or the lifetime `'a`.
fn character_or_lifetime(rest: &str) -> usize {
    let mut signs = rest.char_indices().skip(1);
    match signs.next() {
        // The sign after the backslash is part of the character, be it a quote.
        Some((_, '\\')) => {
            signs.next();
            signs.find(|(_, sign)| *sign == '\'').map_or(rest.len(), |(at, _)| at + 1)
        }
        Some((at, sign)) => {
            let after = at + sign.len_utf8();
            if rest[after..].starts_with('\'') { after + 1 } else { 1 }
        }
        None => rest.len(),
    }
}

/// `1_000u32`, `0xff`, `1.5f64`, but of `0..9` and `1.max(2)` only the first digit.
fn number_length(rest: &str) -> usize {
    let part = |text: &str| text.find(|sign: char| !sign.is_alphanumeric() && sign != '_').unwrap_or(text.len());
    let whole = part(rest);
    let fraction = rest[whole..].strip_prefix('.');
    match fraction {
        Some(digits) if digits.starts_with(|sign: char| sign.is_ascii_digit()) => whole + 1 + part(digits),
        _ => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, tokens};

    fn shown(source: &str) -> String {
        let words = tokens(source).into_iter().map(|placed| match placed.token {
            Token::Name(text) | Token::Number(text) => text.to_owned(),
            Token::Sign(sign) => sign.to_string(),
        });
        words.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn comments_and_texts_are_left_out() {
        let cases = [
            ("a // b\nc", "a c"),
            ("a /* b /* c */ d */ e", "a e"),
            (r#"f("x \" y", z)"#, "f ( , z )"),
            ("r#\"a \" b\"# c", "c"),
            (r#"b"a" br"b" rate bend"#, "rate bend"),
            (r"'a' '\'' '\\' '\u{4e2d}' '中' b'x' y", "y"),
            ("fn f<'a>(x: &'a str)", "fn f < a > ( x : & a str )"),
            ("0..9 1.5f64 1.max(2) 0xff_u8", "0 . . 9 1.5f64 1 . max ( 2 ) 0xff_u8"),
        ];
        for (source, expected) in cases {
            assert_eq!(shown(source), expected, "{source}");
        }
    }

    #[test]
    fn lines_are_counted_through_comments_and_texts() {
        let found = tokens("/* a\n */ b\n\"c\n\" d");
        assert_eq!(found.iter().map(|placed| placed.line).collect::<Vec<_>>(), [2, 4]);
    }
}
