//! How the page was last looked at. Losing it costs nothing, so that whatever cannot be read is the default.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;

use super::ident::{Millis, ScenarioId};
use super::json::{self, Layout};
use super::library::{Kind, Listed};
use super::saved::{Word, is_false, names};
use tuowei_text::{HiddenColumns, Language};

/// The key under which the settings are stored.
pub const SETTINGS_KEY: &str = "tuowei:settings";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark ink on a light ground.
    Light,
    /// Light ink on a dark ground.
    Dark,
}

/// In which order charts show the counties.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum ChartOrder {
    /// As in the region's document.
    #[default]
    Document,
    /// The largest value first.
    Value,
}

/// Which scenario was open last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LastOpen {
    /// The official plan.
    Official,
    /// One of the planner's own.
    Kept(ScenarioId),
    /// Nobody knows: no settings are stored, or they are damaged.
    #[default]
    Unknown,
}

impl LastOpen {
    /// The stored scenario to open; none: the official plan. Where it is unknown which one was open, the one that was
    /// saved last is what the planner worked on.
    #[must_use]
    pub fn among<'a>(&self, listed: &'a [Listed]) -> Option<&'a ScenarioId> {
        let found = match self {
            Self::Official => None,
            Self::Kept(last) => listed.iter().find(|one| one.id == *last),
            Self::Unknown => {
                let ready = listed.iter().filter(|one| one.kind == Kind::Ready);
                ready.max_by_key(|one| one.latest.map(|saved| saved.time))
            }
        };
        found.map(|one| &one.id)
    }
}

/// The settings of the view. What was never chosen is empty: the page then follows the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewSettings {
    /// The chosen language.
    pub language: Option<Language>,
    /// The chosen theme.
    pub theme: Option<Theme>,
    /// The scenario that was last open.
    pub scenario: LastOpen,
    /// The order of counties in charts.
    pub chart_order: ChartOrder,
    /// Whether the card of a first visit was seen.
    pub seen: bool,
    /// Columns of the grid that are hidden.
    pub hidden: HiddenColumns,
}

names! {
    Language { Chinese = "zh-CN", English = "en" }
    Theme { Light = "light", Dark = "dark" }
    ChartOrder { Document = "document", Value = "value" }
}

/// The settings as they are saved. Each field that cannot be read is as if it were not there.
#[derive(Serialize, Deserialize)]
struct SavedSettings {
    #[serde(default, deserialize_with = "readable", skip_serializing_if = "Option::is_none")]
    language: Option<Word<Language>>,
    #[serde(default, deserialize_with = "readable", skip_serializing_if = "Option::is_none")]
    theme: Option<Word<Theme>>,
    /// Left out for the official plan.
    #[serde(default, deserialize_with = "readable", skip_serializing_if = "Option::is_none")]
    scenario: Option<ScenarioId>,
    #[serde(default, deserialize_with = "readable")]
    chart_order: Option<Word<ChartOrder>>,
    #[serde(default, deserialize_with = "readable", skip_serializing_if = "is_false")]
    seen: bool,
    /// By their identifiers; what is none is as if it were not there.
    #[serde(default, deserialize_with = "readable", skip_serializing_if = "Vec::is_empty")]
    hidden_columns: Vec<Value>,
    /// When they were kept: of two copies the later one counts.
    #[serde(default, deserialize_with = "readable")]
    at: Millis,
}

/// When these settings were kept; long ago where they do not say so.
pub(super) fn saved_at(text: &str) -> Millis {
    serde_json::from_str(text)
        .ok()
        .and_then(|document: Value| document["at"].as_i64())
        .map_or_else(Millis::default, Millis)
}

fn readable<'de, D: Deserializer<'de>, T: Deserialize<'de> + Default>(deserializer: D) -> Result<T, D::Error> {
    Ok(T::deserialize(deserializer).unwrap_or_default())
}

impl ViewSettings {
    /// The settings as text, kept at this moment.
    #[must_use]
    pub fn to_json(&self, at: Millis) -> String {
        let scenario = match &self.scenario {
            LastOpen::Official | LastOpen::Unknown => None,
            LastOpen::Kept(id) => Some(id.clone()),
        };
        let saved = SavedSettings {
            language: self.language.map(Word),
            theme: self.theme.map(Word),
            scenario,
            chart_order: Some(Word(self.chart_order)),
            seen: self.seen,
            hidden_columns: self.hidden.each().map(|column| Value::from(column.id())).collect(),
            at,
        };
        json::write(&saved, Layout::LINE)
    }

    /// The settings of this text, each of them as far as it can be read.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        let document = serde_json::from_str(text).unwrap_or(Value::Null);
        let Ok(saved) = json::read::<SavedSettings>(&document) else { return Self::default() };
        let scenario = match saved.scenario {
            Some(id) => LastOpen::Kept(id),
            None if document["scenario"].is_null() => LastOpen::Official,
            None => LastOpen::Unknown,
        };
        Self {
            language: saved.language.map(|Word(language)| language),
            theme: saved.theme.map(|Word(theme)| theme),
            scenario,
            chart_order: saved.chart_order.map_or_else(ChartOrder::default, |Word(order)| order),
            seen: saved.seen,
            hidden: HiddenColumns::choices()
                .filter(|column| saved.hidden_columns.iter().any(|id| id.as_str() == Some(column.id())))
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Saved;
    use super::*;
    use tuowei_model::Figure;
    use tuowei_text::GridColumn;

    fn scenario(seed: u64) -> ScenarioId {
        ScenarioId::from_seed(seed)
    }

    #[test]
    fn settings_are_read_as_they_were_written() {
        let settings = ViewSettings {
            language: Some(Language::English),
            theme: Some(Theme::Dark),
            scenario: LastOpen::Kept(scenario(7)),
            chart_order: ChartOrder::Value,
            seen: true,
            hidden: [GridColumn::Shortage, Figure::Population.into()].into_iter().collect(),
        };
        let text = settings.to_json(Millis(1_780_000_000_000));
        assert_eq!(saved_at(&text), Millis(1_780_000_000_000));
        let expected = r#"{"language":"en","theme":"dark","scenario":"0000000000000007","chart_order":"value","seen":true,"hidden_columns":["shortage","population"],"at":1780000000000}"#;
        assert_eq!(text, expected);
        assert_eq!(ViewSettings::from_json(&text), settings);
        let first = ViewSettings { scenario: LastOpen::Official, ..ViewSettings::default() };
        assert_eq!(first.to_json(Millis(0)), r#"{"chart_order":"document","at":0}"#);
        assert_eq!(ViewSettings::from_json(&first.to_json(Millis(0))), first);
    }

    #[test]
    fn what_cannot_be_read_is_the_default_and_costs_the_rest_nothing() {
        for text in ["", "{", "[1]", "{}", r#"{"at":"x"}"#, r#"{"at":1e300}"#] {
            assert_eq!(saved_at(text), Millis(0), "{text}");
        }
        for text in ["", "{", "[1]", "null", "7", "{\"theme\":\"dark\"", "{\"scenario\":\"A:B\",\"language\":\"fr\"}"] {
            assert_eq!(ViewSettings::from_json(text), ViewSettings::default(), "{text}");
        }
        let settings = ViewSettings::from_json(r#"{"theme":"dark","language":{},"chart_order":"moon","seen":1}"#);
        let dark = ViewSettings { theme: Some(Theme::Dark), scenario: LastOpen::Official, ..ViewSettings::default() };
        assert_eq!(settings, dark);
        let settings = ViewSettings::from_json(r#"{"theme":"dark","scenario":7}"#);
        assert_eq!(settings, ViewSettings { scenario: LastOpen::Unknown, ..dark });
    }

    #[test]
    fn where_the_last_scenario_is_unknown_the_newest_is_opened() {
        let listed = |seed, time, kind| Listed {
            id: scenario(seed),
            name: String::new(),
            created: Millis(0),
            latest: Some(Saved { rev: 1, time: Millis(time) }),
            kind,
            region: None,
            frozen: false,
        };
        let stored = [
            listed(1, 20, Kind::Ready),
            listed(2, 30, Kind::Ready),
            listed(3, 40, Kind::Newer),
            listed(4, 10, Kind::Ready),
        ];
        assert_eq!(LastOpen::Unknown.among(&stored), Some(&scenario(2)));
        assert_eq!(LastOpen::Unknown.among(&stored[2..3]), None);
        assert_eq!(LastOpen::Unknown.among(&[]), None);
        assert_eq!(LastOpen::Official.among(&stored), None);
        assert_eq!(LastOpen::Kept(scenario(4)).among(&stored), Some(&scenario(4)));
        assert_eq!(LastOpen::Kept(scenario(9)).among(&stored), None);
    }
}
