//! Paragraphs about the enrolment rate and about all indicators.

use crate::model::{Indicator, Judged, Reading, Status, Unread, judged};

use super::super::meaning::{points_text, short_text, unread_text};
use super::super::names::{indicator_name, status_name};
use super::Say;
use super::facts::{Facts, percent};

impl Facts<'_> {
    pub(super) fn enrolment(&self) -> Vec<String> {
        let of = Indicator::Enrolment;
        let mut sentences = Vec::new();
        if let Some(city) = self.monitored.indicators.get(of as usize) {
            sentences.push(match &city.reading {
                Err(unread) => self.say(Say::RateUnread(&unread_text(unread, self.of.scenario, self.of.language))),
                Ok(read) => match self.held(of, city, *read) {
                    Some(held) => self.say(Say::CityRate(&held)),
                    None => self.say(Say::CityRateOnly(&percent(read.ratio))),
                },
            });
        }
        let (mut met, mut short, mut unread, mut untargeted) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (county, row) in judged(self.of.scenario, self.of.outcome, self.of.day, of).iter().enumerate() {
            let (name, space) = (self.name(county), self.of.language.of("", " "));
            match (&row.reading, row.status) {
                (Err(_), _) => unread.push(county),
                (Ok(read), Some(Status::Met)) => met.push([name, space, &percent(read.ratio)].concat()),
                (Ok(read), _) => match self.held(of, row, *read) {
                    Some(held) => short.push([name, space, &held].concat()),
                    None => untargeted.push(county),
                },
            }
        }
        if !met.is_empty() {
            sentences.push(self.say(Say::RateMet(met.len(), &self.listed(&met))));
        }
        if !short.is_empty() {
            sentences.push(self.say(Say::RateShort(short.len(), &self.listed(&short))));
        }
        sentences.extend(self.names(&untargeted).map(|names| self.say(Say::CountiesNoTarget(&names))));
        sentences.extend(self.names(&unread).map(|names| self.say(Say::CountiesUnread(&names))));
        sentences
    }

    /// A value with its target, its distance and what is still needed; nothing without a target.
    fn held(&self, of: Indicator, judged: &Judged, read: Reading) -> Option<String> {
        let language = self.of.language;
        let target = percent(judged.target?);
        let points = judged.points.filter(|points| points.get() != 0).map(|points| points_text(points, language));
        let short = judged.short.filter(|short| *short > 0).map(|short| short_text(of, short, language));
        let parts: Vec<String> = points.into_iter().chain(short).collect();
        Some(self.say(Say::Held(&percent(read.ratio), &target, &parts.join(language.of("，", ", ")))))
    }

    pub(super) fn indicators(&self) -> Vec<String> {
        let language = self.of.language;
        let (mut met, mut short, mut untargeted) = (Vec::new(), Vec::new(), Vec::new());
        let mut unread: Vec<(&Unread, Vec<String>)> = Vec::new();
        for (of, judged) in Indicator::ALL.into_iter().zip(&self.monitored.indicators) {
            let name = indicator_name(of, language);
            let said = |text: &str| [name, language.of("", " "), text].concat();
            let read = match &judged.reading {
                Ok(read) => *read,
                Err(why) => {
                    match unread.iter_mut().find(|(other, _)| *other == why) {
                        Some((_, names)) => names.push(name.to_owned()),
                        None => unread.push((why, vec![name.to_owned()])),
                    }
                    continue;
                }
            };
            match (self.held(of, judged, read), judged.status) {
                (None, _) => untargeted.push(said(&percent(read.ratio))),
                (Some(held), Some(Status::Met)) => met.push(said(&held)),
                (Some(held), Some(status)) => {
                    short.push([&said(&held), language.of("，", ", "), status_name(status, language)].concat())
                }
                (Some(held), None) => short.push(said(&held)),
            }
        }
        let semicolons = |items: &[String]| items.join(language.of("；", "; "));
        let mut sentences = Vec::new();
        if !met.is_empty() {
            sentences.push(self.say(Say::IndicatorsMet(met.len(), &semicolons(&met))));
        }
        if !short.is_empty() {
            sentences.push(self.say(Say::IndicatorsShort(short.len(), &semicolons(&short))));
        }
        if !untargeted.is_empty() {
            sentences.push(self.say(Say::IndicatorsNoTarget(untargeted.len(), &semicolons(&untargeted))));
        }
        for (why, names) in unread {
            let why = unread_text(why, self.of.scenario, language);
            sentences.push(self.say(Say::IndicatorsUnread(names.len(), &why, &semicolons(&names))));
        }
        sentences
    }
}
