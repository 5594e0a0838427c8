//! Damage: of bytes, and of JSON that stays JSON.

use crate::random::Random;

/// Damages some bytes.
pub fn bytes(random: &mut Random, bytes: &mut Vec<u8>) {
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len() + 1);
        let length = random.size(64).min(bytes.len() - at);
        match random.below(7) {
            0 => bytes.truncate(at),
            1 => _ = bytes.drain(at..at + length),
            2 => {
                let copied = bytes[at..at + length].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, copied);
            }
            3 => {
                let other = u8::try_from(random.below(256)).unwrap();
                bytes.insert(at, other);
            }
            4 => {
                let many = random.size(4_096);
                let byte = *random.of_these(b"0[{\",:\\ \0\xff#");
                bytes.splice(at..at, std::iter::repeat_n(byte, many));
            }
            _ => {
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
    }
}

/// Values of every kind and size, as JSON.
pub fn value(random: &mut Random, most: usize) -> String {
    let many = random.size(most);
    match random.below(14) {
        kind if kind >= 3 && kind != 5 => of_kind(kind, many),
        0 => "null".to_owned(),
        1 => "true".to_owned(),
        2 => (*random.of_these(&[
            "0",
            "-1",
            "1",
            "1.5",
            "1e400",
            "-0",
            "4294967295",
            "4294967296",
            "9007199254740991",
            "18446744073709551615",
            "18446744073709551616",
            "-9223372036854775808",
            "1000001",
            "10000001",
        ]))
        .to_owned(),
        _ => format!(
            "\"{}\"",
            (*random.of_these(&["", "c1", "pingcheng", "2026-06-30", "9999-12-31", "2026-02-30", "\\ud800", "县"]))
        ),
    }
}

/// A value of some `many` bytes.
pub fn of_kind(kind: usize, many: usize) -> String {
    match kind {
        3 => format!("\"{}\"", "a".repeat(many)),
        4 => format!("\"{}\"", "\\u0000\\ud83d\\ude00".repeat(many / 18)),
        6 => format!("[{}]", vec!["0"; many / 2].join(",")),
        7 => format!("[{}]", vec!["{}"; many / 3].join(",")),
        8 => format!("[{}]", vec!["[]"; many / 3].join(",")),
        9 => format!("[{}]", vec!["{\"\":0}"; many / 7].join(",")),
        10 => ["[".repeat(many), "]".repeat(many)].concat(),
        11 => ["{\"a\":".repeat(many / 5), "0".to_owned(), "}".repeat(many / 5)].concat(),
        12 => format!("{{{}}}", (0..many / 8).map(|at| format!("\"{at}\":0")).collect::<Vec<_>>().join(",")),
        _ => format!("{{{}}}", (0..many / 9).map(|at| format!("\"{at}\":[]")).collect::<Vec<_>>().join(",")),
    }
}

/// Damages a document that stays a document: other values, fields away, twice or moved, lists longer than they were.
pub fn json(random: &mut Random, text: &mut String, most: usize) {
    for _ in 0..=random.below(2) {
        let spans = values(text);
        let Some(&(start, end)) = (!spans.is_empty()).then(|| random.of_these(&spans)) else { return };
        match random.below(6) {
            0 | 1 => {
                let other = value(random, most);
                text.replace_range(start..end, &other);
            }
            2 => {
                let &(from, to) = random.of_these(&spans);
                let other = text[from..to].to_owned();
                text.replace_range(start..end, &other);
            }
            3 => {
                // Many of the same, with a number of its own in each.
                let one = text[start..end].to_owned();
                let times = random.size((most / (one.len() + 1)).max(1));
                let backwards = random.once_in(2);
                let all = (0..times).map(|at| {
                    let number = if backwards { times - at } else { at };
                    one.replacen("\":\"", &format!("\":\"{number:07}"), 1)
                });
                let all = all.collect::<Vec<_>>().join(",");
                let all = if random.once_in(2) { all } else { format!("[{all}]") };
                text.replace_range(start..end, &all);
            }
            4 => {
                let field = format!(
                    "{},\"{}\":{}",
                    &text[start..end],
                    random.of_these(&["id", "#", "name", "x"]),
                    value(random, most)
                );
                text.replace_range(start..end, &field);
            }
            _ => {
                let hostile =
                    format!("\"{}\"", random.of_these(&["]]><script>", "=1+1", "\\u202e", "c1", "__proto__"]));
                text.replace_range(start..end, &hostile);
            }
        }
    }
}

/// Where values stand in a document, keys among them.
fn values(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let (mut spans, mut open, mut at) = (Vec::new(), Vec::new(), 0);
    while at < bytes.len() && spans.len() < 4_000 {
        let start = at;
        match bytes[at] {
            b'{' | b'[' => open.push(at),
            b'}' | b']' => spans.extend(open.pop().map(|start| (start, at + 1))),
            b'"' => {
                at += 1;
                while at < bytes.len() && bytes[at] != b'"' {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                if at < bytes.len() {
                    spans.push((start, at + 1));
                }
            }
            b'0'..=b'9' | b'-' | b't' | b'f' | b'n' => {
                while at + 1 < bytes.len() && !matches!(bytes[at + 1], b',' | b']' | b'}' | b'\n' | b' ') {
                    at += 1;
                }
                spans.push((start, at + 1));
            }
            _ => {}
        }
        at += 1;
    }
    spans
}
