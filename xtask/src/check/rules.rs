//! The rules themselves, on the text of one file.

use std::fmt;

use super::test_items::in_tests;
use super::tokens::{Placed, Token, tokens};

/// The modules of the page, each with those it may use. Nothing else may stand beside them in `src/`.
const MODULES: [(&str, &[&str]); 8] = [
    ("model", &[]),
    ("text", &["model"]),
    ("charts", &["model", "text"]),
    ("files", &["model", "text"]),
    ("storage", &["model", "text"]),
    ("session", &["model", "text", "storage"]),
    ("browser", &["model", "text", "charts", "files", "storage"]),
    ("ui", &["model", "text", "charts", "files", "storage", "session", "browser"]),
];

/// The modules that may know the page runs in a browser.
const IN_THE_BROWSER: [&str; 2] = ["browser", "ui"];

/// The beginnings of the names of crates that talk to the browser.
const BROWSER_CRATES: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "leptos", "gloo"];

const MOST_LINES: usize = 600;

/// A rule and where it is broken.
#[derive(Debug, PartialEq, Eq)]
pub struct Broken {
    pub line: usize,
    pub rule: Rule,
}

/// Displays as what to do about it.
#[derive(Debug, PartialEq, Eq)]
pub enum Rule {
    /// An import against the arrows.
    Import {
        from: String,
        to: String,
    },
    /// A module that has no place in [`MODULES`], or something at the root of the crate.
    UnknownModule(String),
    FloatInModel(String),
    BrowserCrate(String),
    Unwrap(String),
    TooLong(usize),
}

impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Import { from, to } => write!(out, "`{from}` must not use `{to}`: imports run one way"),
            Self::UnknownModule(name) => {
                write!(out, "`{name}` is no module of the map: give it a place in xtask/src/check/rules.rs")
            }
            Self::FloatInModel(what) => write!(out, "`{what}`: the model has no floating-point numbers"),
            Self::BrowserCrate(name) => write!(out, "`{name}`: only `browser`, `ui` and the programs know the browser"),
            Self::Unwrap(name) => write!(out, "`.{name}(`: handle it, or make it impossible; only tests may panic"),
            Self::TooLong(lines) => write!(out, "{lines} lines: a file has one subject and at most {MOST_LINES} lines"),
        }
    }
}

/// What is wrong in one file. `name` is as in `src/model/rate.rs`.
pub fn broken_rules(name: &str, source: &str) -> Vec<Broken> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    if let Some(module) = module_of(name) {
        found.extend(imports(name, module, &tokens));
        if module == "model" {
            found.extend(floats(&tokens));
        }
        if !IN_THE_BROWSER.contains(&module) {
            found.extend(browser_crates(&tokens));
        }
    }
    if !is_test_file(name) {
        found.extend(unwraps(&tokens));
    }
    let lines = source.lines().count();
    if lines > MOST_LINES {
        found.push(Broken { line: MOST_LINES + 1, rule: Rule::TooLong(lines) });
    }
    found.sort_by_key(|broken| broken.line);
    found
}

/// None for the root of the crate and for the programs, which may use everything.
fn module_of(name: &str) -> Option<&str> {
    let below = name.strip_prefix("src/").unwrap_or(name);
    if matches!(below, "lib.rs" | "main.rs") || below.starts_with("bin/") {
        return None;
    }
    below.split('/').next().map(|first| first.strip_suffix(".rs").unwrap_or(first))
}

fn is_test_file(name: &str) -> bool {
    name.ends_with("/tests.rs") || name.contains("/tests/")
}

/// How many times `super` leads from a file's own module to the root of the crate.
fn depth_of(name: &str) -> usize {
    let below = name.strip_prefix("src/").unwrap_or(name);
    below.strip_suffix("/mod.rs").unwrap_or(below).split('/').count()
}

fn imports(name: &str, module: &str, tokens: &[Placed]) -> Vec<Broken> {
    let Some((_, allowed)) = MODULES.iter().find(|(known, _)| *known == module) else {
        return vec![Broken { line: 1, rule: Rule::UnknownModule(module.to_owned()) }];
    };
    let mut found = Vec::new();
    for (line, to) in used_modules(depth_of(name), tokens) {
        if to == module || allowed.contains(&to) {
            continue;
        }
        let rule = if MODULES.iter().any(|(known, _)| *known == to) {
            Rule::Import { from: module.to_owned(), to: to.to_owned() }
        } else {
            Rule::UnknownModule(to.to_owned())
        };
        found.push(Broken { line, rule });
    }
    found
}

/// The first names of all paths from the root of the crate, be it reached by `crate` or by `super`.
fn used_modules<'source>(depth: usize, tokens: &[Placed<'source>]) -> Vec<(usize, &'source str)> {
    let mut found = Vec::new();
    // For each open brace, whether it is that of a module in this file.
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match tokens[at].token {
            Token::Sign('{') => {
                let is_module = at >= 2
                    && tokens[at - 2].token == Token::Name("mod")
                    && matches!(tokens[at - 1].token, Token::Name(_));
                braces.push(is_module);
            }
            Token::Sign('}') => {
                braces.pop();
            }
            Token::Name("crate") if is_path_sign(tokens, at + 1) => found.extend(path_starts(&tokens[at + 3..])),
            Token::Name("super") => {
                let steps = supers(&tokens[at..]);
                let inside = braces.iter().filter(|is_module| **is_module).count();
                at += 3 * (steps - 1);
                if steps == depth + inside && is_path_sign(tokens, at + 1) {
                    found.extend(path_starts(&tokens[at + 3..]));
                }
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn is_path_sign(tokens: &[Placed], at: usize) -> bool {
    matches!(tokens.get(at..at + 2), Some([first, second])
        if first.token == Token::Sign(':') && second.token == Token::Sign(':'))
}

/// The length of `super::super::…`; at least 1 where the first token is `super`.
fn supers(tokens: &[Placed]) -> usize {
    let mut steps = 1;
    while is_path_sign(tokens, 3 * steps - 2)
        && tokens.get(3 * steps).is_some_and(|placed| placed.token == Token::Name("super"))
    {
        steps += 1;
    }
    steps
}

/// The name that a path goes on with, or each of `{a::…, b}`.
fn path_starts<'source>(tokens: &[Placed<'source>]) -> Vec<(usize, &'source str)> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut is_start = true;
    for placed in tokens {
        match placed.token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => depth = depth.saturating_sub(1),
            Token::Sign(',') if depth == 1 => is_start = true,
            Token::Name(name) if is_start => {
                is_start = false;
                if name != "self" {
                    found.push((placed.line, name));
                }
            }
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

fn floats(tokens: &[Placed]) -> Vec<Broken> {
    let is_float = |text: &str| {
        let is_hexadecimal = text.starts_with("0x");
        text.contains('.') || (!is_hexadecimal && (text.ends_with("f32") || text.ends_with("f64")))
    };
    let broken = tokens.iter().filter_map(|placed| match placed.token {
        Token::Name(text @ ("f32" | "f64")) => Some((placed.line, text)),
        Token::Number(text) if is_float(text) => Some((placed.line, text)),
        _ => None,
    });
    broken.map(|(line, text)| Broken { line, rule: Rule::FloatInModel(text.to_owned()) }).collect()
}

fn browser_crates(tokens: &[Placed]) -> Vec<Broken> {
    let broken = tokens.iter().filter_map(|placed| match placed.token {
        Token::Name(name) if BROWSER_CRATES.iter().any(|start| name.starts_with(start)) => Some((placed.line, name)),
        _ => None,
    });
    broken.map(|(line, name)| Broken { line, rule: Rule::BrowserCrate(name.to_owned()) }).collect()
}

fn unwraps(tokens: &[Placed]) -> Vec<Broken> {
    let is_in_test = in_tests(tokens);
    let mut found = Vec::new();
    for (at, window) in tokens.windows(3).enumerate() {
        if let [dot, name, paren] = window
            && dot.token == Token::Sign('.')
            && paren.token == Token::Sign('(')
            && let Token::Name(word @ ("unwrap" | "expect")) = name.token
            && !is_in_test[at]
        {
            found.push(Broken { line: name.line, rule: Rule::Unwrap(word.to_owned()) });
        }
    }
    found
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
