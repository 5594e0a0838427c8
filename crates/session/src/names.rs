//! Names of scenarios: those that are free, and those that are shown.

use super::{Open, Session};
use tuowei_model::Name;
use tuowei_storage::ScenarioId;
use tuowei_text::{Language, Message, Word};

impl Session {
    /// A name for a scenario that comes from elsewhere: its own, as far as it may be shown, unless the plan or a stored one is called so.
    #[must_use]
    pub fn name_for(&self, name: &str) -> String {
        if name.is_empty() {
            return self.free_name();
        }
        let name = &*Name::cut(name);
        let copy = Message::CopyOf(name).in_language(self.environment.language());
        let numbered = (2_u32..).map(|number| [copy.as_str(), &number.to_string()].concat());
        let names = [name.to_owned(), copy.clone()].into_iter().chain(numbered);
        names.into_iter().find(|name| !self.is_taken(name)).unwrap_or_default()
    }

    /// 方案A, 方案B, …: the first that no scenario carries yet.
    #[must_use]
    pub fn free_name(&self) -> String {
        let language = self.environment.language();
        let letters = ('A'..='Z').map(String::from);
        let numbers = (27_u32..).map(|number| number.to_string());
        letters
            .chain(numbers)
            .map(|mark| Message::ScenarioNamed(&mark).in_language(language))
            .find(|name| !self.is_taken(name))
            .unwrap_or_default()
    }

    /// Whether the plan, the open scenario or a stored one is called so.
    fn is_taken(&self, name: &str) -> bool {
        [Language::Chinese, Language::English].iter().any(|language| Word::OfficialShort.in_language(*language) == name)
            || self.listed.iter().any(|listed| listed.name == name)
            || self.open != Open::Official && self.scenario.name() == name
    }

    /// The name of a scenario as it was last known.
    pub(super) fn name_of(&self, id: &ScenarioId) -> String {
        let listed = || self.listed.iter().find(|listed| listed.id == *id).map(|listed| listed.name.clone());
        let left = || self.left.get(id).map(|left| left.scenario.name().to_owned());
        listed().or_else(left).unwrap_or_else(|| self.scenario.name().to_owned())
    }
}
