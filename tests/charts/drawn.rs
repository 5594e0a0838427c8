//! What is drawn: well-formed, inside its frame, legible, nothing upon another.

use proptest::prelude::*;
use tuowei::charts::{Chart, ChartOptions, Document as _, Frame, Order, Palette};
use tuowei::model::{Edit, Figure, FigureKind, Rate, Scenario, official_plan};
use tuowei::text::Language;

use crate::picture::Drawn;
use crate::samples::{
    HOSTILE, Stock, all, charts, edited, many, mixed, options, over, plan_b, region, scattered, stocked, supplied,
    with_bases,
};

const FRAMES: [Frame; 6] = [
    Frame::page(560, 308),
    Frame::page(560, 360),
    Frame::page(560, 308).reserving(150.0),
    Frame::page(350, 260),
    Frame::EXPORT,
    Frame { width: 1280, height: 720, unit: 2.0, reserved: 0.0 },
];

fn each(scenario: &Scenario, mut check: impl FnMut(&dyn Chart, &Frame, &str)) {
    for language in [Language::Chinese, Language::English] {
        for order in [Order::Document, Order::Value] {
            let options = ChartOptions { order, around: Some(40), ..options(language, "方案B · 平城扩容") };
            for chart in all(scenario, &options) {
                for frame in &FRAMES {
                    let size = (frame.width, frame.reserved);
                    check(&*chart, frame, &format!("{} {language:?} {order:?} {size:?}", chart.name()));
                }
            }
        }
    }
}

fn check_layout(scenario: &Scenario) {
    each(scenario, |chart, frame, what| {
        let drawn = Drawn::parse(&chart.svg(frame, &Palette::LIGHT), frame.unit);
        drawn.stays_inside(what);
        drawn.keeps_texts_apart(what);
        for mark in chart.marks(frame) {
            let (right, bottom) = (mark.x + mark.width, mark.y + mark.height);
            let inside = mark.x >= 0.0 && mark.y >= 0.0;
            assert!(inside && right <= f64::from(frame.width) && bottom <= f64::from(frame.height), "{what}: {mark:?}");
        }
    });
}

#[test]
fn everything_stays_in_the_frame_and_no_text_touches_another() {
    for scenario in [official_plan().clone(), plan_b(), over(), mixed(), supplied(), scattered(&mixed())] {
        check_layout(&scenario);
        check_layout(&with_bases(&scenario));
    }
    for count in [1, 2, 10, 17, 30, 117] {
        check_layout(&many(count));
        check_layout(&scattered(&many(count)));
    }
}

#[test]
fn the_least_and_the_greatest_stocks_can_be_drawn() {
    let scenario =
        region(&["甲", "乙", "丙", "丁"], &[Some(1_000_000); 4], &[Some(10_000_000), Some(0), None, Some(1)]);
    let most = (Some(100_000_000), Some(10_000_000), Some(10_000_000));
    let none = (Some(0), Some(0), Some(0));
    for stock in [[most; 4], [none; 4], [most, none, (None, None, None), (Some(1), Some(1), Some(0))]] {
        check_layout(&stocked(&scenario, &stock));
    }
    for ppm in [0, 1, 333_333, 1_000_000] {
        let wanted = edited(&supplied(), &[Edit::SetInclusiveShare(Rate::from_ppm(ppm).unwrap())]);
        check_layout(&wanted);
    }
}

#[test]
fn what_stands_below_the_source_stays_in_the_frame() {
    let scenario = with_bases(&over());
    for note in HOSTILE.into_iter().chain(["按最大余额法，依据3岁以下婴幼儿数分配，下限10个"]) {
        let (_, slots) = charts(&scenario, &options(Language::Chinese, "方案B"));
        let slots = slots.noting(Some(note));
        for frame in &FRAMES {
            let drawn = Drawn::parse(&slots.svg(frame, &Palette::LIGHT), frame.unit);
            drawn.stays_inside(note);
            drawn.keeps_texts_apart(note);
        }
    }
}

#[test]
fn the_least_and_the_greatest_figures_can_be_drawn() {
    let names = ["甲", "乙", "丙", "丁"];
    check_layout(&region(&names, &[Some(0); 4], &[Some(0); 4]));
    check_layout(&region(&names, &[None; 4], &[None; 4]));
    check_layout(&region(
        &names,
        &[Some(1_000_000), Some(0), None, Some(1)],
        &[Some(10_000_000), Some(0), None, Some(1)],
    ));
    let names: Vec<String> = (0..30).map(|number| format!("第{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    check_layout(&region(&names, &[Some(1_000_000); 30], &[Some(10_000_000); 30]));
}

#[test]
fn a_line_of_the_plan_far_below_a_bar_strikes_no_base() {
    let counties = official_plan().region().counties().iter();
    let edits: Vec<Edit> = counties.map(|county| Edit::base(county.id.clone(), Rate::from_ppm(900_000))).collect();
    check_layout(&edited(official_plan(), &edits));
}

#[test]
fn no_frame_is_too_small_to_draw_in() {
    let sizes =
        [(0, 0, 1.0), (1, 1, 1.0), (60, 40, 1.0), (40, 900, 2.0), (900, 40, 2.0), (560, 308, 0.0), (560, 308, -1.0)];
    for (width, height, unit) in sizes {
        for chart in all(&mixed(), &options(Language::Chinese, "方案B")) {
            let frame = Frame { width, height, unit, reserved: 100.0 };
            roxmltree::Document::parse(&chart.svg(&frame, &Palette::LIGHT)).unwrap();
            assert_eq!(chart.marks(&frame).len(), 10);
        }
    }
}

#[test]
fn every_text_can_be_read_upon_what_lies_behind_it() {
    for scenario in
        [official_plan().clone(), plan_b(), over(), mixed(), many(30), scattered(&many(30)), with_bases(&supplied())]
    {
        each(&scenario, |chart, frame, what| {
            for palette in [Palette::LIGHT, Palette::DARK] {
                Drawn::parse(&chart.svg(frame, &palette), frame.unit).has_contrast(what);
            }
        });
    }
}

#[test]
fn hostile_names_do_no_harm() {
    let figures: Vec<_> = (0..14).map(|number| Some(number * 9_000)).collect();
    let scenario = region(&HOSTILE, &figures, &figures);
    let scenario = scattered(&scenario);
    check_layout(&scenario);
    for name in HOSTILE {
        let options = ChartOptions { date: name, ..options(Language::Chinese, name) };
        for chart in all(&scenario, &options) {
            for frame in &FRAMES {
                let drawn = Drawn::parse(&chart.svg(frame, &Palette::LIGHT), frame.unit);
                drawn.stays_inside(name);
                drawn.keeps_texts_apart(name);
            }
        }
    }
}

#[test]
fn names_are_written_as_they_are_without_what_xml_forbids() {
    let scenario = region(&["<&\">'", "甲\u{0}\u{b}\u{fffe}乙"], &[Some(1); 2], &[Some(1), Some(2)]);
    for chart in all(&scenario, &options(Language::Chinese, "x\u{1b}\u{8}y")) {
        let svg = chart.svg(&Frame::EXPORT, &Palette::LIGHT);
        assert!(svg.chars().all(|character| !character.is_control() && character != '\u{fffe}'));
        let drawn = Drawn::parse(&svg, 3.0);
        for text in ["<&\">'", "甲 乙", "xy"] {
            assert!(drawn.says(text), "{text}: {svg}");
        }
    }
}

#[test]
fn a_document_of_its_own_says_what_it_is_and_needs_nothing() {
    for chart in all(official_plan(), &options(Language::Chinese, "市方案")) {
        let svg = chart.svg(&Frame::EXPORT, &Palette::LIGHT);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.tag_name().namespace(), Some("http://www.w3.org/2000/svg"));
        assert_eq!((root.attribute("viewBox"), root.attribute("width")), (Some("0 0 1920 1080"), Some("1920")));
        let text = |tag: &str| root.children().find(|child| child.has_tag_name(tag)).and_then(|child| child.text());
        assert_eq!(text("title"), Some(chart.heading().title.as_str()));
        assert_eq!(text("desc"), Some(chart.description()));
        // A strict content security policy refuses style attributes; nothing may be fetched.
        for word in ["style=", "class=", "<style", "href", "url("] {
            assert!(!svg.contains(word), "{word}");
        }
    }
}

#[test]
fn a_picture_is_the_same_every_time_and_its_elements_are_those_of_the_document() {
    for (one, other) in all(&plan_b(), &options(Language::Chinese, "方案B"))
        .iter()
        .zip(&all(&plan_b(), &options(Language::Chinese, "方案B")))
    {
        let frame = Frame::page(560, 308);
        let picture = one.draw(&frame, &Palette::LIGHT);
        assert_eq!(picture, other.draw(&frame, &Palette::LIGHT));
        let svg = one.svg(&frame, &Palette::LIGHT);
        // Title, description and background are the document's own.
        let document = roxmltree::Document::parse(&svg).unwrap();
        assert_eq!(document.root_element().children().count(), picture.elements().len() + 3);
    }
}

#[test]
fn a_page_redraws_only_what_changed() {
    let names = ["甲", "乙", "丙", "丁"];
    let drawn = |slots: [u32; 4]| {
        let scenario = region(&names, &[Some(20_000); 4], &slots.map(Some));
        all(&scenario, &options(Language::Chinese, "方案B"))[1].draw(&Frame::page(560, 308), &Palette::LIGHT)
    };
    let (before, after) = (drawn([80, 50, 30, 20]), drawn([80, 50, 29, 21]));
    assert_eq!(before.elements().len(), after.elements().len());
    let changed = before.elements().iter().zip(after.elements()).filter(|(before, after)| before != after);
    // A bar, its value and its share, for each of two counties.
    assert_eq!(changed.count(), 6);
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        proptest::collection::vec(any::<char>(), 0..40).prop_map(|name| name.into_iter().collect()),
        "[平城云冈新荣大同经济开发区]{1,12}",
        "[A-Z][a-z]{1,14}( [A-Z][a-z]{1,9})?",
    ]
}

fn any_stock() -> impl Strategy<Value = Stock> {
    let count = |most| proptest::option::weighted(0.9, prop_oneof![0_u32..3_000, 0_u32..=most]);
    (count(100_000_000), count(10_000_000), count(10_000_000))
}

fn any_scenario() -> impl Strategy<Value = Scenario> {
    let county = (
        any_name(),
        proptest::option::weighted(0.9, 0_u32..=1_000_000),
        proptest::option::weighted(0.9, prop_oneof![0_u32..500, 0_u32..=10_000_000]),
        any_stock(),
    );
    proptest::collection::vec(county, 1..45).prop_map(|counties| {
        let names: Vec<&str> = counties.iter().map(|(name, ..)| name.as_str()).collect();
        let bases: Vec<_> = counties.iter().map(|(_, base, ..)| *base).collect();
        let slots: Vec<_> = counties.iter().map(|(_, _, slots, _)| *slots).collect();
        let stock: Vec<_> = counties.iter().map(|(.., stock)| *stock).collect();
        stocked(&region(&names, &bases, &slots), &stock)
    })
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let county = || (0..10_usize).prop_map(|at| official_plan().region().counties()[at].id.clone());
    let figure = prop_oneof![Just(Figure::Base), Just(Figure::Pin), Just(Figure::Slots)];
    let figure = figure.prop_flat_map(|figure| {
        let most = if figure.kind() == FigureKind::Rate { 1_000_001 } else { 2_000_u64 };
        (Just(figure), proptest::option::weighted(0.8, 0..most))
    });
    (county(), figure).prop_map(|(county, (figure, whole))| {
        Edit::SetFigure(county, figure, whole.and_then(|whole| figure.value(whole)))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn however_a_scenario_departs_from_the_plan_nothing_collides(edits in proptest::collection::vec(any_edit(), 0..12)) {
        let scenario = edited(official_plan(), &edits);
        check_layout(&scenario);
        each(&scenario, |chart, frame, what| Drawn::parse(&chart.svg(frame, &Palette::DARK), frame.unit).has_contrast(what));
    }

    #[test]
    fn whatever_the_names_and_figures_nothing_collides(scenario in any_scenario()) {
        check_layout(&scenario);
    }
}
