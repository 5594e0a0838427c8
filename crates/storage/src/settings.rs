//! How the page was last looked at. Losing it costs nothing, so that whatever cannot be read is the default.

use serde_json::Value;

use super::field::Object;
use super::ident::ScenarioId;
use super::schema::Fields;
use tuowei_text::Language;

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

/// The settings of the view. What was never chosen is empty: the page then follows the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ViewSettings {
    /// The chosen language.
    pub language: Option<Language>,
    /// The chosen theme.
    pub theme: Option<Theme>,
    /// The scenario that was last open.
    pub scenario: Option<ScenarioId>,
    /// The order of counties in charts.
    pub chart_order: ChartOrder,
    /// Whether the card of a first visit was seen.
    pub seen: bool,
}

const LANGUAGES: [(Language, &str); 2] = [(Language::Chinese, "zh-CN"), (Language::English, "en")];
const THEMES: [(Theme, &str); 2] = [(Theme::Light, "light"), (Theme::Dark, "dark")];
const CHART_ORDERS: [(ChartOrder, &str); 2] = [(ChartOrder::Document, "document"), (ChartOrder::Value, "value")];

impl ViewSettings {
    /// The settings as text.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::from("{");
        Fields::new(&mut json)
            .text_if_any("language", self.language.map(|language| word(&LANGUAGES, language)))
            .text_if_any("theme", self.theme.map(|theme| word(&THEMES, theme)))
            .text_if_any("scenario", self.scenario.as_ref().map(ScenarioId::as_str))
            .text("chart_order", word(&CHART_ORDERS, self.chart_order))
            .flag("seen", self.seen);
        json.push('}');
        json
    }

    /// The settings of this text, each of them as far as it can be read.
    #[must_use]
    pub fn from_json(text: &str) -> Self {
        let document = serde_json::from_str(text).unwrap_or(Value::Null);
        let Ok(object) = Object::of(&document) else { return Self::default() };
        let field = |name| object.text_if_any(name).ok().flatten();
        Self {
            language: field("language").and_then(|text| meant(&LANGUAGES, text)),
            theme: field("theme").and_then(|text| meant(&THEMES, text)),
            scenario: field("scenario").and_then(ScenarioId::parse),
            chart_order: field("chart_order").and_then(|text| meant(&CHART_ORDERS, text)).unwrap_or_default(),
            seen: object.flag("seen").unwrap_or(false),
        }
    }
}

fn word<T: Copy + PartialEq>(words: &[(T, &'static str)], meant: T) -> &'static str {
    words.iter().find(|(one, _)| *one == meant).map_or("", |(_, word)| word)
}

fn meant<T: Copy>(words: &[(T, &'static str)], text: &str) -> Option<T> {
    words.iter().find(|(_, word)| *word == text).map(|(one, _)| *one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_as_they_were_written() {
        let settings = ViewSettings {
            language: Some(Language::English),
            theme: Some(Theme::Dark),
            scenario: Some(ScenarioId::from_seed(7)),
            chart_order: ChartOrder::Value,
            seen: true,
        };
        assert_eq!(ViewSettings::from_json(&settings.to_json()), settings);
        assert_eq!(ViewSettings::from_json(&ViewSettings::default().to_json()), ViewSettings::default());
    }

    #[test]
    fn what_cannot_be_read_is_the_default_and_costs_the_rest_nothing() {
        for text in ["", "{", "[1]", "null", "{\"theme\":3}", "{\"scenario\":\"A:B\",\"language\":\"fr\"}"] {
            assert_eq!(ViewSettings::from_json(text), ViewSettings::default(), "{text}");
        }
        let settings = ViewSettings::from_json(r#"{"theme":"dark","language":{},"chart_order":"moon"}"#);
        assert_eq!(settings, ViewSettings { theme: Some(Theme::Dark), ..ViewSettings::default() });
    }
}
