//! Paragraphs about the enrolment rate and about all indicators.

use tuowei_model::{Indicator, Judged, Progress, Reading, Status, Unread, judged};

use super::super::counts::small;
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
                (Ok(read), Some(Status::Met)) => {
                    let held = self.held(of, row, *read).unwrap_or_else(|| percent(read.ratio));
                    met.push([name, space, &held].concat());
                }
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

    /// Why the city's value is not known: of new slots, counties without a task did report theirs.
    fn why(&self, of: Indicator, unread: &Unread) -> String {
        let said = |unread: &Unread| unread_text(unread, self.of.scenario, self.of.language);
        let rows = self.monitored.rows.iter().enumerate();
        let (silent, idle): (Vec<_>, Vec<_>) =
            rows.filter(|(_, row)| row.done.is_none() || row.task.is_none()).partition(|(_, row)| row.done.is_none());
        let positions = |rows: Vec<(usize, &Progress)>| rows.into_iter().map(|(at, _)| at).collect::<Vec<usize>>();
        match self.names(&positions(idle)) {
            Some(names) if of == Indicator::InclusiveAdded => {
                let silent = Some(positions(silent)).filter(|silent| !silent.is_empty());
                let silent = silent.map(|silent| said(&Unread::CountiesMissing(silent)));
                let parts: Vec<String> = silent.into_iter().chain([self.say(Say::TaskMissing(&names))]).collect();
                parts.join(self.of.language.of("；", "; "))
            }
            _ => said(unread),
        }
    }

    pub(super) fn indicators(&self) -> Vec<String> {
        let language = self.of.language;
        let (mut met, mut short, mut untargeted) = (Vec::new(), Vec::new(), Vec::new());
        let mut unread: Vec<(String, Vec<String>)> = Vec::new();
        for (of, judged) in Indicator::ALL.into_iter().zip(&self.monitored.indicators) {
            let name = indicator_name(of, language);
            let said = |text: &str| [name, language.of("", " "), text].concat();
            let read = match &judged.reading {
                Ok(read) => *read,
                Err(why) => {
                    let why = self.why(of, why);
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
                    let status = small(status_name(status, language), language);
                    short.push([&said(&held), language.of("，", ", "), &status].concat());
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
            sentences.push(self.say(Say::IndicatorsUnread(names.len(), &why, &semicolons(&names))));
        }
        sentences
    }
}
