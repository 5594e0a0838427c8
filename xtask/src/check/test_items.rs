//! Which tokens belong to tests.

use super::tokens::{Placed, Token};

/// For each token, whether it belongs to an item under `#[cfg(test)]` or the like.
pub fn in_tests(tokens: &[Placed]) -> Vec<bool> {
    let mut marks = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let Some((inside, end)) = attribute(tokens, at) else {
            at += 1;
            continue;
        };
        let words = || tokens[inside..end].iter().map(|placed| placed.token);
        let is_test = words().any(|token| token == Token::Name("test"))
            && words().any(|token| token == Token::Name("cfg"))
            && !words().any(|token| token == Token::Name("not"));
        let is_of_file = tokens[at + 1].token == Token::Sign('!');
        let item_end = match (is_test, is_of_file) {
            (false, _) => end,
            (true, false) => item_end(tokens, end),
            (true, true) => tokens.len(),
        };
        if is_test {
            marks[at..item_end].fill(true);
        }
        at = item_end;
    }
    marks
}

/// Where the inside of `#[…]` or `#![…]` begins and where it ends, past its bracket.
fn attribute(tokens: &[Placed], at: usize) -> Option<(usize, usize)> {
    let is = |at: usize, sign: char| tokens.get(at).is_some_and(|placed| placed.token == Token::Sign(sign));
    if !is(at, '#') {
        return None;
    }
    let bracket = if is(at + 1, '!') { at + 2 } else { at + 1 };
    is(bracket, '[').then(|| (bracket + 1, closing(tokens, bracket)))
}

/// Past the item that begins here, with its further attributes.
fn item_end(tokens: &[Placed], start: usize) -> usize {
    let mut at = start;
    while let Some((_, end)) = attribute(tokens, at) {
        at = end;
    }
    while at < tokens.len() {
        match tokens[at].token {
            Token::Sign(';') => return at + 1,
            Token::Sign('{') => return closing(tokens, at),
            Token::Sign('(' | '[') => at = closing(tokens, at),
            _ => at += 1,
        }
    }
    at
}

/// Past the sign that closes the one here.
fn closing(tokens: &[Placed], open: usize) -> usize {
    let mut depth = 0_usize;
    for (at, placed) in tokens.iter().enumerate().skip(open) {
        match placed.token {
            Token::Sign('(' | '[' | '{') => depth += 1,
            Token::Sign(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}
