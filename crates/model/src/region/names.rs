//! Names of counties as people type and paste them.

use rustc_hash::FxHashMap;

use super::CountyKind;

/// A name without control characters and what cannot be seen, and without space at its ends; empty where nothing of it
/// can be seen.
#[must_use]
pub fn cleaned(name: &str) -> String {
    let mut cleaned = String::with_capacity(name.len());
    for character in name.chars() {
        match character {
            // What parts words, or would break a line or a picture.
            part if part.is_control() || matches!(part, '\u{2028}' | '\u{2029}') => {
                if !cleaned.ends_with(' ') {
                    cleaned.push(' ');
                }
            }
            // What pasting brings along unseen, and what would turn the text around it.
            '\u{200b}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
            | '\u{fffe}'
            | '\u{ffff}' => {}
            other => cleaned.push(other),
        }
    }
    // What only joins or parts its neighbours is nothing by itself.
    if cleaned.chars().all(|character| {
        character.is_whitespace() || matches!(character, '\u{200c}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}')
    }) {
        return String::new();
    }
    cleaned.trim().to_owned()
}

/// The names of a list with their positions, ready to be looked up.
#[derive(Default)]
pub(super) struct Known {
    /// By the name in full.
    full: FxHashMap<String, usize>,
    /// By the name without 区 or 县: the kind, and the position; nothing where it stands several times.
    stems: FxHashMap<String, Option<(CountyKind, usize)>>,
}

impl Known {
    pub(super) fn of<'a>(names: impl Iterator<Item = (&'a str, CountyKind)>) -> Self {
        let mut known = Self::default();
        for (at, (name, kind)) in names.enumerate() {
            known.add(name, kind, at);
        }
        known
    }

    fn add(&mut self, name: &str, kind: CountyKind, at: usize) {
        let name = cleaned(name);
        let (stem, said) = split(&name);
        let kind = said.unwrap_or(kind);
        self.stems.entry(stem.to_owned()).and_modify(|several| *several = None).or_insert(Some((kind, at)));
        self.full.entry(name).or_insert(at);
    }

    /// The county of exactly this name.
    pub(super) fn in_full(&self, name: &str) -> Option<usize> {
        self.full.get(&cleaned(name)).copied()
    }

    /// The county of this name, else the only one of the same name but for 区 or 县 and of no other kind: 平城 and 平城区
    /// are the same, 朝阳区 and 朝阳县 are not.
    pub(super) fn find(&self, name: &str, kind: CountyKind) -> Option<usize> {
        let name = cleaned(name);
        if let Some(&at) = self.full.get(&name) {
            return Some(at);
        }
        let (stem, said) = split(&name);
        let kind = said.unwrap_or(kind);
        let (of, at) = (*self.stems.get(stem)?)?;
        (of == kind || of == CountyKind::Unspecified || kind == CountyKind::Unspecified).then_some(at)
    }
}

/// A name before its kind. A name of one character keeps it: 滁县 would be known by 滁.
fn split(name: &str) -> (&str, Option<CountyKind>) {
    for (ending, kind) in [('区', CountyKind::District), ('县', CountyKind::County)] {
        if let Some(stem) = name.strip_suffix(ending).filter(|stem| stem.chars().count() > 1) {
            return (stem, Some(kind));
        }
    }
    (name, None)
}
