//! The leaves of saved types: whole numbers with a unit, words, days, and objects that have a field for each member
//! of a table.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use tuowei_model::{Children, Date, Factor, Points, Rate, Slots, Weight};

/// A value that is saved as a whole number of its smallest unit.
pub(super) trait Units: Copy {
    fn to_units(self) -> i64;
    /// Nothing beyond the bounds.
    fn of_units(units: i64) -> Option<Self>;
}

/// A value in its smallest unit, which the field's name says: `base_ppm`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Whole<T>(pub T);

impl<T: Units> Serialize for Whole<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0.to_units())
    }
}

impl<'de, T: Units> Deserialize<'de> for Whole<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::of_units(i64::deserialize(deserializer)?).map(Self).ok_or_else(out_of_range)
    }
}

/// A value that is beyond its bounds.
pub(super) fn out_of_range<E: Error>() -> E {
    E::custom("out of range")
}

macro_rules! units {
    ($($name:ident: $to:ident, $of:ident;)+) => {
        $(
            impl Units for $name {
                fn to_units(self) -> i64 {
                    self.$to().into()
                }

                fn of_units(units: i64) -> Option<Self> {
                    Self::$of(units.try_into().ok()?)
                }
            }
        )+
    };
}

units! {
    Rate: ppm, from_ppm;
    Points: ppm, from_ppm;
    Factor: ppm, from_ppm;
    Slots: get, new;
    Children: get, new;
}

impl Units for Weight {
    fn to_units(self) -> i64 {
        self.get().cast_signed()
    }

    fn of_units(units: i64) -> Option<Self> {
        Self::new(units.try_into().ok()?)
    }
}

/// A whole number from zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct UpTo<const MOST: u32>(pub u32);

impl<const MOST: u32> Units for UpTo<MOST> {
    fn to_units(self) -> i64 {
        self.0.into()
    }

    fn of_units(units: i64) -> Option<Self> {
        u32::try_from(units).ok().filter(|units| *units <= MOST).map(Self)
    }
}

impl<const MOST: u32> Serialize for UpTo<MOST> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Whole(*self).serialize(serializer)
    }
}

impl<'de, const MOST: u32> Deserialize<'de> for UpTo<MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Whole::deserialize(deserializer).map(|Whole(units)| units)
    }
}

/// Members of a list, each with a name of its own that never changes.
pub(super) trait Named: Copy {
    fn name(self) -> &'static str;
    /// Nothing where no member has this name.
    fn named(name: &str) -> Option<Self>;
}

/// Names the variants of enums. One that has no name does not compile.
macro_rules! names {
    ($($type:ident { $($variant:ident = $name:literal),+ $(,)? })+) => {
        $(
            impl $crate::saved::Named for $type {
                fn name(self) -> &'static str {
                    match self { $(Self::$variant => $name),+ }
                }

                fn named(name: &str) -> Option<Self> {
                    [$((Self::$variant, $name)),+].into_iter().find(|(_, of)| *of == name).map(|(named, _)| named)
                }
            }
        )+
    };
}
pub(super) use names;

/// One of several, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<T>(pub T);

impl<T: Named> Serialize for Word<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.name())
    }
}

impl<'de, T: Named> Deserialize<'de> for Word<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = <&str>::deserialize(deserializer)?;
        T::named(name).map(Self).ok_or_else(|| Error::unknown_variant(name, &[]))
    }
}

/// A day, `2025-12-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0.iso())
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        date(<&str>::deserialize(deserializer)?).map(Self).ok_or_else(out_of_range)
    }
}

fn date(text: &str) -> Option<Date> {
    let mut parts = text.splitn(3, '-');
    let mut part = |digits: usize| {
        let part =
            parts.next().filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))?;
        part.parse::<u16>().ok()
    };
    let (year, month, day) = (part(4)?, part(2)?, part(2)?);
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// A text of so many characters at most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct Text<'a, const MOST: usize>(pub &'a str);

impl<const MOST: usize> Text<'_, MOST> {
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<'de: 'a, 'a, const MOST: usize> Deserialize<'de> for Text<'a, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <&str>::deserialize(deserializer)?;
        if text.chars().count() > MOST { Err(out_of_range()) } else { Ok(Self(text)) }
    }
}

/// An object with a field for each member of a table that has a value. Fields of other names are ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Keyed<K, V>(pub Vec<(K, V)>);

impl<K, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Named, V: Serialize> Serialize for Keyed<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        for (of, value) in &self.0 {
            fields.serialize_entry(of.name(), value)?;
        }
        fields.end()
    }
}

impl<'de, K: Named, V: Deserialize<'de>> Deserialize<'de> for Keyed<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(KeyedVisitor(PhantomData))
    }
}

struct KeyedVisitor<K, V>(PhantomData<(K, V)>);

impl<'de, K: Named, V: Deserialize<'de>> Visitor<'de> for KeyedVisitor<K, V> {
    type Value = Keyed<K, V>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Keyed<K, V>, A::Error> {
        let mut fields = Vec::new();
        while let Some(name) = map.next_key::<&str>()? {
            match K::named(name) {
                Some(of) => fields.push((of, map.next_value()?)),
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(Keyed(fields))
    }
}

/// For fields that are left out where they say nothing.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands out references")]
pub(super) const fn is_false(flag: &bool) -> bool {
    !*flag
}
