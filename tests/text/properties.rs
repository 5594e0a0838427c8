//! What holds of the words for any scenario.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use crate::random_scenarios;
use crate::random_scenarios::drafts_of;
use proptest::prelude::*;
use tuowei::model::{
    Answer, Children, County, CountyId, CountyKind, Edit, Figure, Formula, Found, Goal, Hundredths, Lever, Moved, Name,
    Outcome, Points, Rate, Ratio, Region, Scenario, Scope, Slots, Supply, evaluate, formula, solve, supply,
};
use tuowei::text::{
    Evenness, Explanation, GridColumn, Language, Subject, Whose, explain, goal_name, hundredths, lever_name, solution,
    thousands,
};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

fn explained(scenario: &Scenario, subject: &Subject, language: Language) -> Explanation {
    let outcome = evaluate(scenario);
    explain(subject, scenario, &outcome, &supply(scenario, &outcome), language)
}

/// A region of so many counties with all figures.
fn many(count: usize) -> Scenario {
    let id = |at: usize| CountyId::new(&at.to_string());
    let unit = |at| County { id: id(at), name: Name::new("县", None), kind: CountyKind::Unspecified };
    let region = Region::new("many", Name::new("市", None), 2026, (0..count).map(unit).collect()).expect("a region");
    let mut scenario = Scenario::empty("", region.into());
    scenario.apply(&Edit::SetUplift(Points::from_ppm(20_800))).expect("an uplift");
    for at in 0..count {
        for edit in [
            Edit::base(id(at), Rate::from_ppm(20_000)),
            Edit::children(id(at), Children::new(100)),
            Edit::slots(id(at), Slots::new(1)),
        ] {
            scenario.apply(&edit).expect("a county of the region");
        }
    }
    scenario
}

#[test]
fn many_counties_do_not_make_an_explanation_long() {
    let given = many(3_000);
    let outcome = evaluate(&given);
    let supplied = supply(&given, &outcome);
    let ones = "1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + … = 3,000（共3000个县（区））";
    assert_eq!(explained(&given, &Subject::Allocated, Language::Chinese).worked, ones);
    for subject in subjects(&given, &outcome, &supplied) {
        for language in LANGUAGES {
            let said = explain(&subject, &given, &outcome, &supplied, language);
            assert!(said.inputs.len() <= 12 && said.worked.chars().count() <= 300, "{subject:?}: {said:?}");
        }
    }
}

/// The cells of the first counties and everything else that can be explained.
fn subjects(scenario: &Scenario, outcome: &Outcome, supplied: &Supply) -> Vec<Subject> {
    let counties = scenario.region().counties().iter().take(5);
    let cells = counties.flat_map(|county| GridColumn::all().map(|column| Subject::Cell(county.id.clone(), column)));
    let divided = scenario
        .region()
        .counties()
        .iter()
        .take(2)
        .flat_map(|county| [Scope::Whole, Scope::Rest].map(|scope| Subject::Divided(county.id.clone(), scope)));
    let whose = [Whose::Official, Whose::Present, Whose::Result(Scope::Whole)];
    let evenness = Evenness::ALL.into_iter().flat_map(move |of| whose.map(|whose| Subject::Evenness(of, whose)));
    cells
        .chain(divided)
        .chain(evenness)
        .chain(GridColumn::all().map(Subject::City))
        .chain([Subject::Allocated, Subject::Remaining, Subject::Cell(CountyId::new("none"), GridColumn::Target)])
        .chain(outcome.findings.iter().cloned().map(Subject::Finding))
        .chain(supplied.findings.iter().cloned().map(Subject::Supply))
        .collect()
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}' | '“' | '”')
}

/// The words of more than one Latin letter.
fn latin_words(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_ascii_alphabetic()).filter(|word| word.len() > 1).collect()
}

/// All that is said, line by line.
fn lines(said: &Explanation) -> Vec<&str> {
    let inputs = said.inputs.iter().flat_map(|input| [&*input.label, &*input.value]);
    [&said.title, &said.value, &said.definition, &said.formula, &said.worked, &said.compared, &said.source]
        .into_iter()
        .map(String::as_str)
        .chain(inputs)
        .collect()
}

proptest! {
    #[test]
    fn everything_is_explained_in_its_own_language(draft in (1_usize..=6).prop_flat_map(drafts_of)) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let supplied = supply(&scenario, &outcome);
        for subject in subjects(&scenario, &outcome, &supplied) {
            let chinese = explain(&subject, &scenario, &outcome, &supplied, Language::Chinese);
            let english = explain(&subject, &scenario, &outcome, &supplied, Language::English);
            prop_assert!(chinese.inputs.len() <= 12);
            if matches!(&subject, Subject::Cell(county, _) if county.as_str() == "none") {
                continue;
            }
            for line in lines(&chinese) {
                prop_assert!(latin_words(line).is_empty(), "{:?}: {}", subject, line);
            }
            for line in lines(&english) {
                // The counties of random scenarios have no Latin name.
                prop_assert!(!line.replace('县', "").chars().any(is_chinese), "{:?}: {}", subject, line);
            }
        }
    }

    #[test]
    fn every_answer_is_said_in_its_own_language(
        draft in drafts_of(3),
        goal in random_scenarios::rates(),
        wanted in 0..5_usize,
        mover in 0..4_usize,
    ) {
        let scenario = draft.scenario();
        let id = random_scenarios::county;
        let wanted = [
            Goal::CityRate(goal),
            Goal::CountyTarget(id(0), goal),
            Goal::NoShortage(goal),
            Goal::NoShortageIn(id(0), goal),
            Goal::InclusiveShare(goal),
        ][wanted].clone();
        let mover = [Lever::Uplift, Lever::CountySlots(id(0)), Lever::Task, Lever::Conversions][mover].clone();
        let answer = solve(&scenario, &evaluate(&scenario), &wanted, &mover);
        for language in LANGUAGES {
            let said = solution(&scenario, &wanted, &mover, &answer, language);
            let is_reached = matches!(answer, Answer::Reached { .. });
            prop_assert_eq!(said.check.is_some(), is_reached);
            // A formula that is solved for its unknown ends in the answer.
            let count = match &answer {
                Answer::Reached { value: Moved::CountySlots(slots), .. } => Some(u64::from(slots.get())),
                Answer::Reached { value: Moved::Task(slots) | Moved::Conversions(slots), .. } => Some(*slots),
                _ => None,
            };
            if let (Some(count), Some(worked)) = (count, &said.worked)
                && formula(&wanted, &mover) != Ok(Formula::InclusiveAdded)
            {
                let end = [" ", &thousands(count)].concat();
                prop_assert!(worked.ends_with(&end), "{:?} by {:?}: {}, {}", wanted, mover, worked, count);
            }
            prop_assert_eq!(said.worked.is_some(), is_reached, "{:?} by {:?}: {:?}", wanted, mover, answer);
            let names = [goal_name(&wanted, scenario.region(), language), lever_name(&mover, scenario.region(), language)];
            let lines = [said.answer, said.formula.unwrap_or_default().to_owned()].into_iter().chain(said.worked);
            for line in lines.chain(said.check).chain(names) {
                let is_clean = match language {
                    Language::Chinese => latin_words(&line).is_empty(),
                    Language::English => !line.replace('县', "").chars().any(is_chinese),
                };
                prop_assert!(is_clean, "{}", line);
            }
        }
    }

    #[test]
    fn a_value_is_what_the_page_shows(draft in (1_usize..=6).prop_flat_map(drafts_of)) {
        let scenario = draft.scenario();
        let outcome = evaluate(&scenario);
        let supplied = supply(&scenario, &outcome);
        let value = |subject: Subject| explain(&subject, &scenario, &outcome, &supplied, Language::Chinese).value;
        let shown = |figure: Option<String>| figure.unwrap_or_else(|| "—".to_owned());
        let percent = |figure: Option<Hundredths>| shown(figure.map(|figure| hundredths(figure) + "%"));
        let ratio = |ratio: Found<Ratio>| percent(ratio.ok().map(|ratio| ratio.percent_shown()));
        for (at, (row, of_county)) in outcome.rows.iter().zip(&supplied.rows).enumerate() {
            let id = scenario.region().counties()[at].id.clone();
            let of = |column| value(Subject::Cell(id.clone(), column));
            prop_assert_eq!(of(GridColumn::Target), percent(row.target.rate().map(Rate::percent_shown)));
            prop_assert_eq!(of(GridColumn::Share), percent(row.share));
            let uplift = row.uplift.map(|uplift| hundredths(uplift.shown()) + " 个百分点");
            prop_assert_eq!(of(GridColumn::Uplift), shown(uplift));
            prop_assert_eq!(of(GridColumn::EnrolledThen), shown(of_county.enrolled_at_target.ok().map(thousands)));
            prop_assert_eq!(of(GridColumn::SlotsAfter), shown(of_county.slots_after.ok().map(thousands)));
            prop_assert_eq!(of(GridColumn::Utilisation), ratio(of_county.utilisation_needed()));
            prop_assert_eq!(of(GridColumn::InclusiveShare), ratio(of_county.inclusive_share_after()));
            // What is worked out ends in the value, or says what is missing.
            for column in [GridColumn::Target, GridColumn::Utilisation, GridColumn::InclusiveShare, GridColumn::Share] {
                let said = explain(&Subject::Cell(id.clone(), column), &scenario, &outcome, &supplied, Language::Chinese);
                let without_note = said.worked.strip_suffix('）').and_then(|worked| worked.rsplit_once('（'));
                let result = without_note.map_or(&*said.worked, |(result, _)| result);
                prop_assert!(said.value == "—" || result.ends_with(&said.value), "{:?}", said);
            }
        }
        let city = |column| value(Subject::City(column));
        prop_assert_eq!(city(GridColumn::Input(Figure::Base)), percent(outcome.city.base.percent_shown()));
        prop_assert_eq!(city(GridColumn::Target), percent(outcome.city.target.percent_shown()));
        prop_assert_eq!(city(GridColumn::Utilisation), ratio(supplied.city.total.utilisation_needed()));
        prop_assert_eq!(city(GridColumn::InclusiveShare), ratio(supplied.city.total.inclusive_share_after()));
        prop_assert_eq!(value(Subject::Allocated), thousands(outcome.allocation.allocated));
    }
}
