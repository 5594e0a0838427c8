//! The ranking chart: the counties in order of place, by an indicator or by the weighted score (排名).

mod draw;

use super::columns::MOST_COLUMNS;
use super::subject::Subject;
use super::tags::{MISSING, or_dash};
use super::{Chart, ChartKind, ChartOptions, Frame, Heading, Mark, Palette, Picture, Table, Words, record};
use tuowei_model::{
    Date, Hundredths, Indicator, Outcome, RankBy, Ratio, Scenario, by_place, judged, official_plan_of, standings,
};
use tuowei_text::monitor_overview::{
    Finding, about_ranking, change_said, not_all_reported, note_changes, note_weights, place_said, ranked_by,
    ranked_value, ranking_columns, ranking_title, source_reports, unit_score, why_unread,
};
use tuowei_text::{ChartText, Language, hundredths};

/// One row per county.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingChart {
    words: Words,
    by: RankBy,
    rows: Vec<Row>,
}

/// One county.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    position: usize,
    name: String,
    /// In 0.01 % or 0.01 points of the score.
    value: Option<Hundredths>,
    place: Option<usize>,
    /// Whether another county has the same place.
    shared: bool,
    /// Places up since the report before, negative down.
    change: Option<i64>,
    /// Why there is no value.
    reason: String,
}

impl RankingChart {
    /// The chart of the report of a day; nothing where there is none. Of more than [`MOST_COLUMNS`] counties it shows
    /// the first by place.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        outcome: &Outcome,
        day: Date,
        by: RankBy,
        options: &ChartOptions<'_>,
    ) -> Option<Self> {
        let monitoring = scenario.monitoring();
        monitoring.report(day)?;
        let (region, language) = (scenario.region(), options.language);
        let all = rows(scenario, outcome, day, by, language);
        let title = title(scenario, day, by, &all, language);
        let unknown = all.iter().filter(|row| row.value.is_none()).count();
        let subject = Subject { scenario, outcome, official: None, options };
        let mut notes = Vec::new();
        if all.len() > MOST_COLUMNS {
            notes.push(subject.say(ChartText::NoteTop(MOST_COLUMNS, all.len())));
        }
        if unknown > 0 {
            notes.push(subject.say(ChartText::NoteUnknown(unknown)));
        }
        let before = monitoring.reports().iter().rev().find(|report| report.as_of < day);
        if let Some(before) = before.filter(|_| all.iter().any(|row| row.change.is_some())) {
            notes.push(note_changes(before.as_of, language));
        }
        let weights: Vec<(Indicator, u8)> =
            Indicator::ALL.into_iter().zip(*monitoring.weights()).filter(|(_, weight)| *weight > 0).collect();
        // All other rates are held against neither targets nor the allocation.
        let aims = matches!(by, RankBy::Score | RankBy::Indicator(Indicator::InclusiveAdded));
        let heading = Heading {
            title,
            unit: match by {
                RankBy::Score => unit_score(language).to_owned(),
                RankBy::Indicator(_) => subject.say(ChartText::UnitPercent),
            },
            notes: notes.clone(),
            source: source_reports(day, aims.then(|| official_plan_of(region).is_some()), language),
            remarks: if by == RankBy::Score { note_weights(&weights, language).into() } else { Vec::new() },
            warning: aims.then(|| subject.warning()).flatten(),
            ..Heading::of(options)
        };
        let about = about_ranking(language.name(region.name()), all.len(), ranked_by(of(by), language), day, language);
        let words = subject.words(heading, about, &[], &notes);
        Some(Self { words, by, rows: all.into_iter().take(MOST_COLUMNS).collect() })
    }

    fn value(&self, value: Hundredths) -> String {
        ranked_value(value, self.by == RankBy::Score, self.words.language)
    }

    /// 平城：第1名，82.50分，上升2位.
    fn label(&self, row: &Row) -> String {
        let language = self.words.language;
        let name = self.words.say(ChartText::MarkCounty(&row.name));
        let (Some(value), Some(place)) = (row.value, row.place) else { return name + MISSING + " " + &row.reason };
        let comma = language.of("，", ", ");
        let mut label = name + &place_said(place, row.shared, language) + comma + &self.value(value);
        if let Some(change) = row.change {
            label = label + comma + &change_said(change, language);
        }
        label
    }
}

impl Chart for RankingChart {
    fn kind(&self) -> ChartKind {
        ChartKind::Ranking
    }

    fn words(&self) -> &Words {
        &self.words
    }

    fn table(&self) -> Table {
        let language = self.words.language;
        let row = |row: &Row| {
            vec![
                row.name.clone(),
                or_dash(row.place, |place| place.to_string()),
                row.value.map_or_else(|| [MISSING, " ", &row.reason].concat(), hundredths),
                or_dash(row.change, |change| change_said(change, language)),
            ]
        };
        Table {
            headers: ranking_columns(ranked_by(of(self.by), language), self.by == RankBy::Score, language),
            rows: self.rows.iter().map(row).collect(),
            total: None,
        }
    }

    fn show(&self, frame: &Frame, palette: &Palette) -> (Picture, Vec<Mark>) {
        let layout = self.layout(frame);
        (record(frame, palette, |canvas| self.draw_on(canvas, &layout)), layout.marks(frame, self))
    }
}

const fn of(by: RankBy) -> Option<Indicator> {
    match by {
        RankBy::Indicator(of) => Some(of),
        RankBy::Score => None,
    }
}

/// All counties by place; equal ones as in the region's list, those without a value last.
fn rows(scenario: &Scenario, outcome: &Outcome, day: Date, by: RankBy, language: Language) -> Vec<Row> {
    let standings = standings(scenario, outcome, day, by);
    let judged = of(by).map(|of| judged(scenario, outcome, day, of));
    let reason = |position: usize| {
        let of_county = judged.as_ref().and_then(|all| all.get(position)?.reading.as_ref().err());
        of_county.map_or_else(
            || not_all_reported(language).to_owned(),
            |why| why_unread(why, scenario.counties().len(), language),
        )
    };
    // Places are from 1 to the number of counties.
    let mut holders = vec![0_usize; standings.len() + 1];
    for ranked in standings.iter().filter_map(|standing| standing.ranked) {
        holders[ranked.place] += 1;
    }
    by_place(&standings)
        .filter_map(|position| {
            let (county, standing) = (scenario.region().counties().get(position)?, standings.get(position)?);
            let place = standing.ranked.map(|ranked| ranked.place);
            Some(Row {
                position,
                name: language.name(&county.name).to_owned(),
                value: standing.value.map(Ratio::percent_shown),
                place,
                shared: place.is_some_and(|place| holders[place] > 1),
                change: standing.ranked.and_then(|ranked| ranked.change),
                reason: reason(position),
            })
        })
        .collect()
}

/// Who leads and who is last.
fn title(scenario: &Scenario, day: Date, by: RankBy, rows: &[Row], language: Language) -> String {
    let score = by == RankBy::Score;
    let sum = scenario.monitoring().weight_sum();
    let known: Vec<(&Row, usize, String)> =
        rows.iter().filter_map(|row| Some((row, row.place?, ranked_value(row.value?, score, language)))).collect();
    let at = |place: usize| -> Vec<&str> {
        known.iter().filter(|(_, own, _)| *own == place).map(|(row, ..)| row.name.as_str()).collect()
    };
    let (first, last);
    let finding = match known.as_slice() {
        _ if score && sum != 100 => Finding::WeightsOff(sum),
        [] => Finding::Nobody,
        [(only, _, value)] => Finding::Alone(&only.name, value),
        [(_, _, top), .., (_, lowest, low)] => {
            (first, last) = (at(1), at(*lowest));
            if *lowest == 1 { Finding::Alike(known.len(), top) } else { Finding::Between((&first, top), (&last, low)) }
        }
    };
    ranking_title(day, ranked_by(of(by), language), score, &finding, language)
}
