//! What a bulletin is written from, and its paragraphs about reporting and ranking.

use crate::{Language, hundredths};
use tuowei_model::{
    Counted, CountyCounts, Hundredths, Indicator, Judged, Monitored, RankBy, Ratio, Report, Standing, Status,
    monitored, standings, unreported,
};

use super::super::calendar::schedule_text;
use super::super::counts::small;
use super::super::names::{indicator_name, indicator_short, status_name};
use super::super::reporting::unreported_text;
use super::{BulletinOf, Paragraph, Say, en, zh_cn};

/// At most this many counties are named; more are counted.
const NAMED: usize = 30;

/// The first and the last so many places.
const PLACES: usize = 3;

pub(super) struct Facts<'a> {
    pub of: &'a BulletinOf<'a>,
    pub report: &'a Report,
    pub monitored: Monitored,
}

impl<'a> Facts<'a> {
    pub fn new(of: &'a BulletinOf<'a>) -> Option<Self> {
        let report = of.scenario.monitoring().report(of.day)?;
        let monitored = monitored(of.scenario, of.outcome, of.day, of.today)?;
        Some(Self { of, report, monitored })
    }

    /// The paragraph; empty where it has nothing to say.
    pub fn paragraph(&self, paragraph: Paragraph) -> String {
        let sentences = match paragraph {
            Paragraph::Overview => self.overview(),
            Paragraph::Slots => self.slots(),
            Paragraph::Behind => self.behind(),
            Paragraph::Enrolment => self.enrolment(),
            Paragraph::Indicators => self.indicators(),
            Paragraph::Ranking => self.ranking(),
            Paragraph::Unreported => self.unreported(),
            Paragraph::Next => self.next(),
        };
        sentences.join(self.of.language.of("", " "))
    }

    pub fn say(&self, what: Say<'_>) -> String {
        match self.of.language {
            Language::Chinese => zh_cn::say(what),
            Language::English => en::say(what),
        }
    }

    pub fn name(&self, county: usize) -> &str {
        let county = self.of.scenario.region().counties().get(county);
        county.map_or("", |county| self.of.language.name(&county.name))
    }

    /// Counties by name; nothing where there is none.
    pub fn names(&self, counties: &[usize]) -> Option<String> {
        if counties.len() > 1 && counties.len() == self.report.counties.len() {
            return Some(self.of.language.of("各县（区）", "all counties").to_owned());
        }
        let names: Vec<String> = counties.iter().map(|county| self.name(*county).to_owned()).collect();
        (!names.is_empty()).then(|| self.listed(&names))
    }

    /// Counties, each with what there is to say of it; of very many the first.
    pub fn listed(&self, counties: &[String]) -> String {
        let more = counties.len().saturating_sub(NAMED);
        let shown = self.joined(counties.get(..NAMED).unwrap_or(counties));
        match (self.of.language, more) {
            (_, 0) => shown,
            (Language::Chinese, _) => format!("{shown}等{}个县（区）", counties.len()),
            (Language::English, _) => format!("{shown} and {more} more"),
        }
    }

    pub fn joined(&self, items: &[String]) -> String {
        items.join(self.of.language.of("、", ", "))
    }

    pub fn positions(&self, mut test: impl FnMut(usize) -> bool) -> Vec<usize> {
        (0..self.report.counties.len()).filter(|county| test(*county)).collect()
    }

    /// Counties that reported nothing.
    fn silent(&self) -> Vec<usize> {
        self.positions(|county| self.report.counties.get(county).is_some_and(CountyCounts::is_empty))
    }

    fn overview(&self) -> Vec<String> {
        let silent = self.silent();
        let silent = self.names(&silent).unwrap_or_default();
        let schedule = schedule_text(self.of.scenario.monitoring().schedule(), self.of.language);
        let mut sentences = vec![
            self.say(Say::Reported(self.of.day, self.report.reported(), self.report.counties.len(), &silent)),
            self.say(Say::Calendar(&schedule, &percent(self.monitored.planned))),
        ];
        let of_staff = self.of.scenario.monitoring().of_staff();
        let incomplete = unreported(self.report, of_staff).len() - self.silent().len();
        if incomplete > 0 {
            sentences.insert(1, self.say(Say::Incomplete(incomplete)));
        }
        let count = |test: &dyn Fn(&Judged) -> bool| self.monitored.indicators.iter().filter(|of| test(of)).count();
        let language = self.of.language;
        let statuses = [Status::Met, Status::OnSchedule, Status::SlightlyBehind, Status::Behind, Status::FarBehind];
        let mut tally: Vec<(String, usize)> = statuses
            .map(|status| (small(status_name(status, language), language), count(&|of| of.status == Some(status))))
            .into();
        let known = |of: &Judged| of.reading.is_ok() && of.status.is_none();
        tally.extend([
            (language.of("无基数未判定", "without a base").to_owned(), count(&|of| known(of) && of.target.is_some())),
            (language.of("目标未定", "without a target").to_owned(), count(&|of| known(of) && of.target.is_none())),
            (language.of("暂无法计算", "not known yet").to_owned(), count(&|of| of.reading.is_err())),
        ]);
        tally.retain(|(_, count)| *count > 0);
        let parts: Vec<String> = tally.iter().map(|(name, count)| self.say(Say::TallyPart(name, *count))).collect();
        sentences.push(self.say(Say::Tally(Indicator::COUNT, &self.joined(&parts))));
        sentences
    }

    fn ranking(&self) -> Vec<String> {
        let (language, monitoring) = (self.of.language, self.of.scenario.monitoring());
        let by = match self.of.by {
            RankBy::Indicator(Indicator::CompetedByCities) => return vec![self.say(Say::RankedNobody)],
            RankBy::Indicator(of) => indicator_name(of, language).to_owned(),
            RankBy::Score => {
                let sum = monitoring.weight_sum();
                if sum != 100 {
                    return vec![self.say(Say::WeightsOff(sum))];
                }
                let weights: Vec<String> = Indicator::ALL
                    .into_iter()
                    .zip(monitoring.weights())
                    .filter(|(_, weight)| **weight > 0)
                    .map(|(of, weight)| format!("{}{}{weight}%", indicator_short(of, language), language.of("", " ")))
                    .collect();
                self.say(Say::ByScore(&self.joined(&weights)))
            }
        };
        let standings = standings(self.of.scenario, self.of.outcome, self.of.day, self.of.by);
        let places: Vec<Option<usize>> = standings.iter().map(|of| of.ranked.map(|ranked| ranked.place)).collect();
        // Places are from 1 to the number of counties; within a place the region's order stays.
        let mut order: Vec<(usize, usize)> =
            places.iter().enumerate().filter_map(|(county, place)| Some(((*place)?, county))).collect();
        order.sort_unstable();
        let one = |(place, county): &(usize, usize)| {
            let shared = order.iter().filter(|(other, _)| other == place).count() > 1;
            self.ranked(*county, *place, shared, standings.get(*county))
        };
        let last_place = order.len().checked_sub(PLACES).and_then(|at| order.get(at)).map_or(0, |(place, _)| *place);
        let first: Vec<String> = order.iter().filter(|(place, _)| *place <= PLACES).map(one).collect();
        let last: Vec<String> =
            order.iter().filter(|(place, _)| *place > PLACES && *place >= last_place).map(one).collect();
        let mut sentences = match (first.is_empty(), first.len() + last.len() == order.len()) {
            (true, _) => return vec![self.say(Say::NobodyKnown)],
            (false, true) => {
                let all: Vec<String> = order.iter().map(one).collect();
                vec![self.say(Say::RankedAll(&by, &self.listed(&all)))]
            }
            (false, false) => vec![self.say(Say::Ranked(&by, &self.listed(&first), &self.listed(&last)))],
        };
        let unknown = self.positions(|county| places.get(county).is_none_or(Option::is_none));
        sentences.extend(self.names(&unknown).map(|names| self.say(Say::NotRanked(&names))));
        sentences
    }

    fn ranked(&self, county: usize, place: usize, shared: bool, standing: Option<&Standing>) -> String {
        let value = standing.and_then(|of| of.value).map(|value| match self.of.by {
            RankBy::Indicator(_) => percent(value),
            RankBy::Score => hundredths(value.percent_shown()) + self.of.language.of("分", " points"),
        });
        let change = standing.and_then(|of| of.ranked).and_then(|ranked| ranked.change);
        let value = value.unwrap_or_default();
        self.say(Say::RankedCounty(self.name(county), place, shared, &value, change))
    }

    fn unreported(&self) -> Vec<String> {
        let (language, of_staff) = (self.of.language, self.of.scenario.monitoring().of_staff());
        let silent = self.silent();
        let mut groups: Vec<(Vec<Counted>, Vec<usize>)> = Vec::new();
        for (county, missing) in unreported(self.report, of_staff) {
            if silent.contains(&county) {
                continue;
            }
            match groups.iter_mut().find(|(other, _)| *other == missing) {
                Some((_, counties)) => counties.push(county),
                None => groups.push((missing, vec![county])),
            }
        }
        let mut sentences: Vec<String> =
            self.names(&silent).map(|names| self.say(Say::Silent(&names))).into_iter().collect();
        for (missing, counties) in groups {
            let names = self.names(&counties).unwrap_or_default();
            sentences.push(self.say(Say::Missing(&names, &unreported_text(&missing, language))));
        }
        if sentences.is_empty() {
            sentences.push(self.say(Say::NothingMissing));
        }
        sentences
    }
}

/// A share in percent as sentences write it: `34.29%`.
pub(super) fn percent(ratio: Ratio) -> String {
    shown(ratio.percent_shown())
}

pub(super) fn shown(percent: Hundredths) -> String {
    hundredths(percent) + "%"
}
