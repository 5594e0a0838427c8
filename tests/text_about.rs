//! 说明 and the guide: both languages say the same, and the figures in them are those of the model.

#![allow(clippy::expect_used, reason = "a test says what it expects")]

use tuowei::files::MOST_LINK;
use tuowei::model::{Region, SupplySettings, official_plan};
use tuowei::text::{GUIDE, GuideText, Language, Part, about, guide_place};

/// How many words, terms or points each part has.
fn shape(language: Language) -> Vec<(&'static str, Vec<(char, usize)>)> {
    let part = |part: &Part| match part {
        Part::Text(_) => ('t', 1),
        Part::List(points) => ('l', points.len()),
        Part::Terms(terms) => ('d', terms.len()),
    };
    about(language).iter().map(|section| (section.id, section.parts.iter().map(part).collect())).collect()
}

fn all(language: Language) -> Vec<&'static str> {
    let said = |part: &Part| match *part {
        Part::Text(text) => vec![text],
        Part::List(points) => points.to_vec(),
        Part::Terms(terms) => terms.iter().flat_map(|(term, text)| [*term, *text]).collect(),
    };
    let sections = about(language).iter();
    sections.flat_map(|section| std::iter::once(section.title).chain(section.parts.iter().flat_map(said))).collect()
}

#[test]
fn both_languages_have_the_same_sections_parts_and_points() {
    assert_eq!(shape(Language::Chinese), shape(Language::English));
    assert!(shape(Language::Chinese).len() >= 8);
    let is_chinese = |character: char| matches!(character, '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}');
    for line in all(Language::English) {
        assert!(!line.chars().any(is_chinese), "{line}");
    }
    for line in all(Language::Chinese) {
        assert!(line.chars().any(|character| is_chinese(character) || character == '÷' || character == 'Σ'), "{line}");
    }
}

#[test]
fn the_figures_are_those_of_the_model() {
    let plan = official_plan();
    let uplift = plan.targets().uplift.expect("the plan's").ppm();
    let (whole, rest) = (uplift / 10_000, uplift % 10_000 / 100);
    let percent = |ppm: u32| format!("{}%", ppm / 10_000);
    for language in [Language::Chinese, Language::English] {
        let text = all(language).join("\n");
        for figure in [
            format!("{whole}.{rest:02}"),
            plan.task().get().to_string(),
            percent(SupplySettings::PLAN.utilisation.ppm()),
            percent(SupplySettings::PUBLIC_CENTRES.ppm()),
            percent(SupplySettings::PLAN.inclusive_share.ppm()),
            "8,000".to_owned(),
        ] {
            assert!(text.contains(&figure), "{figure}");
        }
    }
    assert_eq!(MOST_LINK, 8_000);
    assert_eq!(Region::MOST_COUNTIES, 3_000);
}

#[test]
fn every_step_of_the_guide_points_at_a_part_that_scripts_know() {
    let hooks = include_str!("../docs/ui-hooks.md");
    for step in GUIDE {
        let name = step.target.replace("{}", "{id}").replace("chart-slots-png", "chart-{name}-png");
        assert!(hooks.contains(&format!("`{name}`")), "{name}");
    }
    assert_eq!(guide_place(1, Language::Chinese), "第2步，共7步");
    assert_eq!(guide_place(6, Language::English), "step 7 of 7");
    assert!(
        GuideText::ALL.iter().all(|word| word.in_language(Language::English) != word.in_language(Language::Chinese))
    );
}
