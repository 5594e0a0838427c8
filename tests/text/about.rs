//! 说明 and the guide: both languages say the same, and the figures in them are those of the model.

#![allow(clippy::expect_used, clippy::panic, reason = "a test says what it expects")]

use tuowei::charts::MOST_COLUMNS;
use tuowei::files::MOST_LINK;
use tuowei::model::{
    Children, Comparison, CountyId, Edit, Method, RegionDraft, RuleKind, Scenario, Scope, Slots, SupplySettings, Way,
    WeightKind, divided, evaluate, most_children_lifted, official_plan,
};
use tuowei::text::{
    GUIDE, GuideText, Language, Message, Part, about, guide_place, guide_steps, method_name, persistence, rule_name,
    thousands, weight_name,
};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// How many words, terms or points each part has.
fn shape(language: Language) -> Vec<(&'static str, Vec<(char, usize)>)> {
    let part = |part: &Part| match part {
        Part::Text(_) => ('t', 1),
        Part::List(points) => ('l', points.len()),
        Part::Terms(terms) => ('d', terms.len()),
        Part::Persistence => ('p', 1),
    };
    about(language).iter().map(|section| (section.id, section.parts.iter().map(part).collect())).collect()
}

fn said(part: &Part, language: Language) -> Vec<&'static str> {
    match *part {
        Part::Persistence => [None, Some(true), Some(false)].map(|promised| persistence(promised, language)).to_vec(),
        Part::Text(text) => vec![text],
        Part::List(points) => points.to_vec(),
        Part::Terms(terms) => terms.iter().flat_map(|(term, text)| [*term, *text]).collect(),
    }
}

fn all(language: Language) -> Vec<&'static str> {
    let sections = about(language).iter();
    sections
        .flat_map(|section| {
            std::iter::once(section.title).chain(section.parts.iter().flat_map(|part| said(part, language)))
        })
        .collect()
}

/// What a section says, line by line.
fn section(id: &str, language: Language) -> String {
    let section = about(language).iter().find(|section| section.id == id).expect("a section");
    section.parts.iter().flat_map(|part| said(part, language)).collect::<Vec<_>>().join("\n")
}

/// What is said of a term.
fn term(id: &str, name: &str, language: Language) -> &'static str {
    let section = about(language).iter().find(|section| section.id == id).expect("a section");
    let terms = section.parts.iter().flat_map(|part| match part {
        Part::Terms(terms) => terms,
        Part::Text(_) | Part::List(_) | Part::Persistence => &[][..],
    });
    terms.clone().find(|(term, _)| *term == name).map_or_else(|| panic!("{id}: no {name}"), |(_, said)| said)
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3000}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}')
}

/// The Latin words and letters that Chinese lines may hold: names of formats and keys, symbols of formulas, authors.
const LATIN: [&str; 19] = [
    "PNG", "SVG", "Esc", "A", "U", "Ctrl", "Z", "u", "g", "c", "m", "G", "s", "d", "Hondt", "Webster", "Hill", "Adams",
    "Dean",
];

/// Each Latin word of a line that is not allowed.
fn foreign(line: &str) -> Vec<&str> {
    let words = line.split(|character: char| !character.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    words.filter(|word| !LATIN.contains(word)).collect()
}

#[test]
fn both_languages_have_the_same_sections_parts_and_points() {
    assert_eq!(shape(Language::Chinese), shape(Language::English));
    let ids: Vec<&str> = about(Language::Chinese).iter().map(|section| section.id).collect();
    let listed = ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ");
    let hooks = include_str!("../../docs/ui-hooks.md");
    assert!(hooks.contains(&format!("| `about-{{section}}` | headings: {listed} |")), "{listed}");
}

#[test]
fn each_language_is_written_in_itself() {
    let guide = |language| GuideText::ALL.iter().map(move |word| word.in_language(language));
    for line in all(Language::English).into_iter().chain(guide(Language::English)) {
        assert!(!line.chars().any(is_chinese), "{line}");
    }
    for line in all(Language::Chinese).into_iter().chain(guide(Language::Chinese)) {
        assert!(line.chars().any(|character| is_chinese(character) || matches!(character, '÷' | 'Σ')), "{line}");
        assert!(foreign(line).is_empty(), "{:?} in {line}", foreign(line));
    }
    assert_eq!(foreign("用 PNG 或 excel 打开"), ["excel"]);
}

#[test]
fn the_figures_of_the_plan_are_those_of_the_model() {
    let plan = official_plan();
    let uplift = plan.targets().uplift.expect("the plan's");
    let points = format!("{}.{:02}", uplift.ppm() / 10_000, uplift.ppm() % 10_000 / 100);
    let percent = |ppm: u32| format!("{}%", ppm / 10_000);
    let city = most_children_lifted(u64::from(plan.task().get()), uplift).expect("an uplift");
    let first = plan.counties()[0].slots.expect("of the plan");
    let county = most_children_lifted(u64::from(first.get()), uplift).expect("an uplift");
    for language in LANGUAGES {
        for (id, figure) in [
            ("plan", points.clone()),
            ("plan", plan.task().get().to_string()),
            ("plan", percent(SupplySettings::PLAN.utilisation.ppm())),
            ("plan", percent(SupplySettings::PUBLIC_CENTRES.ppm())),
            ("plan", percent(SupplySettings::PLAN.inclusive_share.ppm())),
            ("supply", percent(SupplySettings::PLAN.utilisation.ppm())),
            ("supply", percent(SupplySettings::PLAN.inclusive_share.ppm())),
            ("supply", thousands(city)),
            ("supply", thousands(county)),
            ("assumptions", points.clone()),
        ] {
            assert!(section(id, language).contains(&figure), "{id}: {figure}");
        }
    }
    // 350 ÷ 0.0208 = 16 826.9…; 130 ÷ 0.0208 = 6 250.
    assert_eq!((city, county), (16_826, 6_250));
    // Where nothing is known of the children, the city has no rate.
    assert_eq!(evaluate(plan).city.target.percent_shown(), None);
}

#[test]
fn the_limits_are_those_of_the_model() {
    let (first, last) = RegionDraft::YEARS;
    let counties = |count: usize| thousands(u64::try_from(count).expect("a count"));
    for (language, limits) in [
        (
            Language::Chinese,
            [
                format!("{}至{}个县（区）", RegionDraft::FEWEST, counties(tuowei::model::Region::MOST_COUNTIES)),
                format!("最多{}个字", RegionDraft::LONGEST_NAME),
                format!("{first}至{last}年"),
                format!("最多显示{MOST_COLUMNS}个"),
                format!("托位最多{}个", thousands(u64::from(Slots::MOST))),
                format!("婴幼儿最多{}人", thousands(u64::from(Children::MOST))),
            ],
        ),
        (
            Language::English,
            [
                format!("{} to {} counties", RegionDraft::FEWEST, counties(tuowei::model::Region::MOST_COUNTIES)),
                format!("at most {} characters", RegionDraft::LONGEST_NAME),
                format!("{first} to {last}"),
                format!("at most {MOST_COLUMNS}."),
                format!("{} slots", thousands(u64::from(Slots::MOST))),
                format!("{} children", thousands(u64::from(Children::MOST))),
            ],
        ),
    ] {
        let said = section("limits", language);
        for limit in limits {
            assert!(said.contains(&limit), "{limit}");
        }
        assert!(section("backup", language).contains(&counties(MOST_LINK)));
    }
    assert_eq!(Comparison::MOST, 4);
    assert!(section("compare", Language::Chinese).contains("2至4个情景"));
    assert!(section("compare", Language::English).contains("two to four scenarios"));
}

#[test]
fn rules_weights_and_methods_have_the_names_of_the_page() {
    for language in LANGUAGES {
        for rule in RuleKind::ALL {
            assert!(!term("targets", rule_name(rule, language), language).is_empty());
        }
        for method in Method::ALL {
            assert!(!term("division", method_name(method, language), language).is_empty());
        }
        let weights = term("division", if language == Language::Chinese { "权重" } else { "Weight" }, language);
        for kind in WeightKind::ALL {
            let name = weight_name(kind, language).split(['（', '(']).next().expect("a name").trim();
            assert!(weights.contains(name), "{name}");
        }
    }
}

#[test]
fn every_step_of_the_guide_points_at_a_part_that_scripts_know() {
    let hooks = include_str!("../../docs/ui-hooks.md");
    for is_datong in [false, true] {
        let steps = guide_steps(is_datong);
        assert_eq!(steps.map(|step| step.target), GUIDE.map(|step| step.target));
        for step in steps {
            let name = step.target.replace("{}", "{id}").replace("chart-slots-png", "chart-{name}-png");
            assert!(hooks.contains(&format!("`{name}`")), "{name}");
        }
    }
    assert_eq!(guide_place(1, Language::Chinese), "第2步，共7步");
    assert_eq!(guide_place(6, Language::English), "step 7 of 7");
    assert!(
        GuideText::ALL.iter().all(|word| word.in_language(Language::English) != word.in_language(Language::Chinese))
    );
}

#[test]
fn the_guide_of_other_regions_names_neither_counties_nor_figures() {
    let plan = official_plan();
    for step in guide_steps(false) {
        for language in LANGUAGES {
            let said = step.text.in_language(language);
            assert!(!said.chars().any(|character| character.is_ascii_digit()), "{said}");
            let named = plan.region().counties().iter().find(|county| said.contains(language.name(&county.name)));
            assert_eq!(named, None, "{said}");
        }
    }
}

/// The plan with 150 for 平城, locked, and what rebalancing then gives it.
fn rebalanced() -> (Scenario, u32) {
    let mut scenario = official_plan().clone();
    let first = CountyId::new("pingcheng");
    scenario.apply(&Edit::slots(first.clone(), Slots::new(150))).expect("a county");
    scenario.apply(&Edit::SetLocked(first, true)).expect("a county");
    let outcome = evaluate(&scenario);
    let result = divided(&scenario, &outcome, Way::for_the_rest(&scenario, &outcome)).expect("no tie");
    (scenario, result.slots[0].get())
}

#[test]
fn what_the_guide_says_of_the_plan_comes_true() {
    let plan = official_plan();
    let (scenario, kept) = rebalanced();
    let over = evaluate(&scenario).allocation.remaining.unsigned_abs();
    // What was typed last is locked.
    assert_eq!((over, kept), (20, 150));
    assert_eq!(Way::for_the_rest(&scenario, &evaluate(&scenario)).scope, Scope::Rest);
    let first = plan.counties()[0].slots.expect("of the plan").get();
    for language in LANGUAGES {
        let says = |text: GuideText, figure: &str| {
            let said = text.in_language(language);
            assert!(said.contains(figure), "{figure}: {said}");
        };
        says(GuideText::PlanTask, &plan.task().get().to_string());
        says(GuideText::PlanCell, &first.to_string());
        says(GuideText::PlanCell, "150");
        says(GuideText::PlanCell, &Message::OverBy(over).in_language(language));
        says(GuideText::PlanCell, language.name(&plan.region().counties()[0].name));
        says(GuideText::PlanRebalance, &over.to_string());
        says(GuideText::PlanRebalance, &kept.to_string());
        says(GuideText::PlanRule, "2.08");
    }
}
