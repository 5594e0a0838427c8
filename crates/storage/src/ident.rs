//! Names of what is stored: scenarios, tabs, entries, and the keys made from them.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::saved::out_of_range;

/// Before every key of a stored entry.
const PREFIX: &str = "tuowei:s:";

/// The largest revision: the largest whole number that every JSON reader keeps exact.
const MOST_REV: u64 = 9_007_199_254_740_991;

/// The longest identifier in bytes.
const LONGEST: usize = 64;

/// A moment in milliseconds since 1970-01-01 UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Millis(pub i64);

impl Millis {
    /// A number that grows with the moment, also before 1970.
    pub(super) const fn order(self) -> u64 {
        (self.0 ^ i64::MIN).cast_unsigned()
    }

    /// The day of the moment, in days since 1970-01-01 UTC.
    pub(super) const fn day(self) -> i64 {
        self.0.div_euclid(86_400_000)
    }
}

macro_rules! identifier {
    ($name:ident, $visible:vis) => {
        impl $name {
            /// The identifier made from a random number.
            #[must_use]
            pub fn from_seed(seed: u64) -> Self {
                Self(Arc::from(format!("{seed:016x}")))
            }

            /// The identifier of this text: small Latin letters, digits and hyphens.
            #[must_use]
            $visible fn parse(text: &str) -> Option<Self> {
                let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
                let known = !text.is_empty() && text.len() <= LONGEST && text.bytes().all(fits);
                known.then(|| Self(Arc::from(text)))
            }

            /// The identifier's text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        saved_as_text!($name);
    };
}

/// What is saved as its text, and read where the text is one.
macro_rules! saved_as_text {
    ($name:ident) => {
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.to_string())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(<&str>::deserialize(deserializer)?).ok_or_else(out_of_range)
            }
        }
    };
}

/// Stable identifier of a scenario. It outlives renaming.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScenarioId(Arc<str>);
identifier!(ScenarioId, pub);

/// Who writes entries: one load of the page. Make a new one from random numbers at every load, also when the browser
/// duplicates a tab.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TabId(Arc<str>);
identifier!(TabId, pub(super));

impl TabId {
    /// The writer for the `count`-th line of work in this tab: each line continues only itself.
    pub(super) fn line(&self, count: u64) -> Self {
        Self(Arc::from(format!("{self}-{count}")))
    }
}

/// One stored entry of a scenario.
///
/// The order is that of revisions; between equal ones, that of the tabs' names, so that it is the same everywhere.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// The revision, from 1; higher than that of every entry it builds on.
    pub rev: u64,
    /// Who wrote it.
    pub tab: TabId,
}

saved_as_text!(EntryId);

impl EntryId {
    /// The entry of this text, `<rev>:<tab>`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let (rev, tab) = text.split_once(':')?;
        let number = rev.parse().ok().filter(|number| (1..=MOST_REV).contains(number))?;
        // Only the spelling that is written counts: each entry has one key.
        (rev == number.to_string()).then_some(Self { rev: number, tab: TabId::parse(tab)? })
    }

    /// Whether a key can name it: revisions are not without end.
    pub(super) const fn is_sound(&self) -> bool {
        self.rev <= MOST_REV
    }

    /// Whether a key can name a revision behind it.
    pub(super) const fn can_be_followed(&self) -> bool {
        self.rev < MOST_REV
    }

    /// The name under which an entry that joins two others is written: the same in every tab.
    pub(super) fn joining(scenario: &ScenarioId, left: &Self, right: &Self) -> Self {
        let name = hash(&format!("{scenario} {left} {right}"));
        Self { rev: left.rev.max(right.rev).saturating_add(1), tab: TabId(Arc::from(format!("j{name:016x}"))) }
    }

    /// The first entry of the second scenario that an entry is copied into.
    pub(super) fn first_of_copy() -> Self {
        Self { rev: 1, tab: TabId(Arc::from("copy")) }
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}", self.rev, self.tab)
    }
}

impl ScenarioId {
    /// The scenario that an entry is copied into when it cannot be merged: the same in every tab.
    pub(super) fn of_copy(&self, entry: &EntryId) -> Self {
        Self::from_seed(hash(&format!("{self} {entry}")))
    }
}

/// The key under which an entry is stored.
pub(super) fn key_of(scenario: &ScenarioId, entry: &EntryId) -> String {
    format!("{PREFIX}{scenario}:{entry}")
}

/// Whether a key is one of stored entries, well formed or not.
pub(super) fn is_ours(key: &str) -> bool {
    key.starts_with(PREFIX)
}

/// What a key names.
pub(super) fn parse_key(key: &str) -> Option<(ScenarioId, EntryId)> {
    let (scenario, entry) = key.strip_prefix(PREFIX)?.split_once(':')?;
    Some((ScenarioId::parse(scenario)?, EntryId::parse(entry)?))
}

/// FNV-1a, 64 bits: names that must come out alike in every tab.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_entry_and_only_one_spelling_counts() {
        let (scenario, entry) = parse_key("tuowei:s:abc:12:t-1").unwrap();
        assert_eq!(key_of(&scenario, &entry), "tuowei:s:abc:12:t-1");
        for bad in [
            "tuowei:s:abc:012:t",
            "tuowei:s:abc:+1:t",
            "tuowei:s:abc:0:t",
            "tuowei:s:abc:1:",
            "tuowei:s:abc:1:T",
            "tuowei:s::1:t",
            "tuowei:s:abc:1:t:u",
            "tuowei:s:abc:9007199254740992:t",
            "tuowei:settings",
        ] {
            assert!(parse_key(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_hash_is_fnv_1a() {
        // Test vectors of draft-eastlake-fnv, appendix C.
        assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c);
        assert_eq!(hash("foobar"), 0x8594_4171_f739_67e8);
    }

    #[test]
    fn days_begin_at_midnight_also_before_1970() {
        assert_eq!(
            [Millis(0).day(), Millis(86_399_999).day(), Millis(86_400_000).day(), Millis(-1).day()],
            [0, 0, 1, -1]
        );
    }
}
