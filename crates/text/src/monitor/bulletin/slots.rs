//! Paragraphs about new inclusive slots: the city's, the counties behind, and the pace that is needed.

use tuowei_model::{Progress, Status};

use super::super::names::status_name;
use super::facts::{Facts, percent};
use super::{BehindCounty, Say};

impl Facts<'_> {
    pub(super) fn slots(&self) -> Vec<String> {
        let (city, rows) = (&self.monitored.city, &self.monitored.rows);
        let known: Vec<&Progress> = rows.iter().filter(|row| row.done.is_some()).collect();
        let silent = self.positions(|county| rows.get(county).is_none_or(|row| row.done.is_none()));
        let mut sentences = Vec::new();
        match (city.task, city.done) {
            (Some(task), Some(done)) => {
                let share = city.share().map(percent);
                sentences.push(self.say(Say::CitySlots(task, done, share.as_deref())));
                sentences.extend(self.city_calendar(city));
                sentences.extend(city.forecast.map(|forecast| self.say(Say::Forecast(forecast, task))));
            }
            (None, Some(done)) => sentences.push(self.say(Say::AllAdded(done))),
            (_, None) if known.is_empty() => sentences.push(self.say(Say::NoneAdded)),
            (_, None) => {
                let done = known.iter().filter_map(|row| row.done).sum();
                let task = known.iter().map(|row| row.task).sum::<Option<u64>>();
                let names = self.names(&silent).unwrap_or_default();
                sentences.push(self.say(Say::PartAdded(known.len(), done, task, &names)));
            }
        }
        let no_task = self.positions(|county| rows.get(county).is_some_and(|row| row.task.is_none()));
        sentences.extend(self.names(&no_task).map(|names| self.say(Say::NoTask(&names))));
        let done = self.positions(|county| rows.get(county).is_some_and(|row| row.status == Some(Status::Met)));
        sentences.extend(self.names(&done).map(|names| self.say(Say::TaskDone(done.len(), &names))));
        sentences
    }

    fn city_calendar(&self, city: &Progress) -> Option<String> {
        let status = city.status.map(|status| status_name(status, self.of.language));
        Some(self.say(Say::CityCalendar(city.planned?, city.ahead?, status)))
    }

    pub(super) fn behind(&self) -> Vec<String> {
        let rows = &self.monitored.rows;
        let mut sentences = Vec::new();
        for status in [Status::FarBehind, Status::Behind, Status::SlightlyBehind] {
            let of_status = rows.iter().enumerate().filter(|(_, row)| row.status == Some(status));
            let counties: Vec<String> =
                of_status.filter_map(|(county, row)| self.behind_county(self.name(county), row)).collect();
            if !counties.is_empty() {
                let name = status_name(status, self.of.language);
                sentences.push(self.say(Say::BehindGroup(name, counties.len(), &self.listed(&counties))));
            }
        }
        let unknown = self.positions(|at| rows.get(at).is_none_or(|row| row.task.is_none() || row.done.is_none()));
        if sentences.is_empty() && unknown.len() < rows.len() {
            sentences.push(self.say(Say::NoneBehind(unknown.is_empty())));
        }
        sentences.extend(self.of_unknown(|names, is_reported| Say::NotJudged(names, is_reported)));
        sentences
    }

    fn behind_county(&self, name: &str, row: &Progress) -> Option<String> {
        let (task, done) = row.task.zip(row.done)?;
        let share = percent(row.share()?);
        let county = BehindCounty {
            task,
            done,
            share: &share,
            behind: row.ahead.filter(|ahead| *ahead < 0).map(i64::unsigned_abs),
            short: task.saturating_sub(done),
            pace: row.pace,
        };
        Some(self.say(Say::BehindCounty(name, county)))
    }

    pub(super) fn next(&self) -> Vec<String> {
        let (city, rows) = (&self.monitored.city, &self.monitored.rows);
        let from = self.of.day.max(self.of.today);
        let mut sentences = Vec::new();
        if let Some((task, done)) = city.task.zip(city.done) {
            let short = task.saturating_sub(done);
            sentences.push(self.say(match city.pace {
                _ if short == 0 => Say::CityDone,
                Some(pace) => Say::CityPace(short, from, pace),
                None => Say::NoDayLeft(short),
            }));
        }
        let slots = |(county, row): (usize, &Progress)| {
            let pace = row.pace.filter(|pace| *pace > 0)?;
            Some(self.say(Say::CountySlots(self.name(county), pace)))
        };
        let paces: Vec<String> = rows.iter().enumerate().filter_map(slots).collect();
        if !paces.is_empty() {
            sentences.push(self.say(Say::CountyPaces(from, &self.listed(&paces))));
        }
        sentences.extend(self.of_unknown(|names, is_reported| Say::NoPace(names, is_reported)));
        sentences
    }

    /// What is said of counties whose slots are not reported, and then of those that have no task.
    fn of_unknown(&self, said: fn(&str, bool) -> Say<'_>) -> Vec<String> {
        let silent = |row: &Progress| row.done.is_none();
        let idle = |row: &Progress| row.done.is_some() && row.task.is_none();
        let mut sentences = Vec::new();
        for (test, is_reported) in [(&silent as &dyn Fn(&Progress) -> bool, false), (&idle, true)] {
            let counties = self.positions(|at| self.monitored.rows.get(at).is_some_and(test));
            sentences.extend(self.names(&counties).map(|names| self.say(said(&names, is_reported))));
        }
        sentences
    }
}
