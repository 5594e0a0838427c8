//! Links and pictures that carry a scenario: there and back, cut, changed, hostile.

#![allow(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "a test says what it expects")]

use std::sync::Arc;

use crate::random_scenarios::drafts_of;
use proptest::prelude::*;
use tuowei::files::{
    CarriedProblem, LinkProblem, MOST_LINK, fragment, is_fragment, png_with, read_fragment, scenario_in, svg_with,
};
use tuowei::model::{
    Children, County, CountyId, CountyKind, Edit, Name, Rate, Region, Scenario, Slots, evaluate, official_plan,
};
use tuowei::storage::{from_json, to_json};
use tuowei::text::{Language, carried_problem, link_problem, shared_said};

const HOSTILE: [&str; 6] = [
    "]]><script>",
    "--> <!--",
    "\"'&<>\\",
    "情景\u{1}\u{2}\n\t",
    "👨\u{200d}👩\u{200d}👧 e\u{301}",
    "#s=1.00000000AAAA",
];

fn named(name: &str) -> Scenario {
    let mut scenario = official_plan().clone();
    scenario.apply(&Edit::Rename(name.to_owned())).unwrap();
    scenario
}

/// A region of so many counties with every count filled in; all figures are made up.
fn full(count: usize) -> Scenario {
    const NAMES: [&str; 24] = [
        "清", "东", "临", "长", "安", "武", "平", "阳", "新", "永", "和", "宁", "河", "山", "城", "川", "原", "源",
        "泽", "化", "陵", "泉", "沁", "襄",
    ];
    let scatter = |at: usize, salt: usize, most: u32| {
        ((((at + 1) * 2_654_435_761 + salt * 40_503) ^ (at * salt * 97)) as u32 >> 7) % most
    };
    let county = |at: usize| County {
        id: CountyId::new(&format!("c{}", at + 1)),
        name: Name::new(&format!("{}{}县", NAMES[at % 24], NAMES[(at / 24 + at * 7) % 24]), None),
        kind: CountyKind::County,
    };
    let region = Region::new("r-made-up", Name::new("虚构", None), 2026, (0..count).map(county).collect()).unwrap();
    let mut scenario = Scenario::empty("虚构的大地区", Arc::new(region));
    for at in 0..count {
        let id = || CountyId::new(&format!("c{}", at + 1));
        for edit in [
            Edit::base(id(), Rate::from_ppm(scatter(at, 1, 1_500) * 100)),
            Edit::slots(id(), Slots::new(scatter(at, 2, 300))),
            Edit::children(id(), Children::new(800 + scatter(at, 3, 30_000))),
            Edit::capacity(id(), Slots::new(scatter(at, 4, 3_000))),
            Edit::inclusive(id(), Slots::new(scatter(at, 5, 2_000))),
            Edit::enrolled(id(), Children::new(scatter(at, 6, 2_500))),
            Edit::other(id(), Slots::new(scatter(at, 7, 90))),
        ] {
            scenario.apply(&edit).unwrap();
        }
    }
    scenario
}

/// A PNG of one point, by another writer.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = png::Encoder::new(&mut bytes, 1, 1).write_header().unwrap();
    writer.write_image_data(&[7]).unwrap();
    writer.finish().unwrap();
    bytes
}

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>a &gt; b</text></svg>";

#[test]
fn a_link_is_short_and_gives_the_scenario_back() {
    let json = to_json(official_plan());
    let link = fragment(&json).unwrap();
    assert!(is_fragment(&link) && !is_fragment("#/plan") && !is_fragment(""));
    assert!(link.len() < 1_000, "{}", link.len());
    assert_eq!(from_json(&read_fragment(&link).unwrap()).unwrap(), *official_plan());
    // Eight figures for each of two hundred counties.
    let large = full(200);
    let link = fragment(&to_json(&large)).unwrap();
    assert!(link.len() <= MOST_LINK);
    assert_eq!(from_json(&read_fragment(&link).unwrap()).unwrap(), large);
    let too_long = fragment(&to_json(&full(1_000))).unwrap_err();
    assert!(too_long.length > MOST_LINK);
}

#[test]
fn a_link_survives_what_messages_do_to_it() {
    let plan = to_json(official_plan());
    let link = fragment(&plan).unwrap();
    let code = link.trim_start_matches('#');
    let (front, back) = code.split_at(200);
    for sent in [
        format!("https://example.org/tuowei/{link}"),
        format!("  {code}  "),
        format!("{link}。"),
        format!("{link}），请查收"),
        format!("<{link}>"),
        format!("{front}\r\n {back}"),
        link.replace('=', "%3D"),
        format!("http://x/%23{}", code.replace('=', "%3d")),
    ] {
        assert_eq!(from_json(&read_fragment(&sent).expect(&sent)).unwrap(), *official_plan());
    }
}

#[test]
fn what_is_no_link_or_a_newer_one_is_told_apart() {
    for (link, problem) in [
        ("", LinkProblem::NoLink),
        ("#/plan", LinkProblem::NoLink),
        ("https://example.org/", LinkProblem::NoLink),
        ("#s=", LinkProblem::Damaged),
        ("#s=1.", LinkProblem::Damaged),
        ("#s=1.0123", LinkProblem::Damaged),
        ("#s=x.00000000AAAA", LinkProblem::Damaged),
        ("#s=0.00000000AAAA", LinkProblem::Damaged),
        ("#s=2.00000000AAAA", LinkProblem::Newer),
        ("#s=1.zzzzzzzzAAAA", LinkProblem::Damaged),
        ("#s=1.情景情景", LinkProblem::Damaged),
    ] {
        assert_eq!(read_fragment(link), Err(problem), "{link}");
        for language in [Language::Chinese, Language::English] {
            assert!(!link_problem(problem, language).is_empty());
        }
    }
}

#[test]
fn a_link_that_was_cut_or_changed_never_gives_another_scenario() {
    let json = to_json(&named("方案B"));
    let link = fragment(&json).unwrap();
    for end in 0..link.len() {
        assert!(read_fragment(&link[..end]).is_err(), "cut at {end}");
    }
    let whole = read_fragment(&link).unwrap();
    for at in 3..link.len() {
        for with in [b'A', b'z', b'_', b'9', b'.'] {
            let mut bytes = link.clone().into_bytes();
            if bytes[at] == with {
                continue;
            }
            bytes[at] = with;
            match read_fragment(std::str::from_utf8(&bytes).unwrap()) {
                Err(_) => {}
                // The last character of the code has bits to spare, and a digit of the checksum may be a capital letter.
                Ok(read) => assert_eq!(read, whole, "{at}"),
            }
        }
    }
}

#[test]
fn a_hostile_link_fills_no_memory() {
    let zeros = vec![b'0'; 60_000_000];
    let bomb = miniz_oxide::deflate::compress_to_vec(&zeros, 9);
    let code = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, bomb);
    assert_eq!(read_fragment(&format!("#s=1.00000000{code}")), Err(LinkProblem::Damaged));
    // Columns of which the count says more than they hold, or which are none.
    for counties in [
        r##"{"#":4000000000,"id":["a"]}"##,
        r##"{"#":-1,"id":["a"]}"##,
        r##"{"#":2,"id":7}"##,
        r#"{"id":["a"]}"#,
        "[]",
        "7",
    ] {
        let document = format!(r#"{{"app":"tuowei","counties":{counties}}}"#);
        let sum = crc32fast::hash(document.as_bytes());
        let bytes = miniz_oxide::deflate::compress_to_vec(document.as_bytes(), 9);
        let code = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, bytes);
        let read = read_fragment(&format!("#s=1.{sum:08x}{code}")).unwrap();
        assert!(from_json(&read).is_err(), "{read}");
    }
}

/// The link that carries this document, as a page would make it.
fn link_of(document: &str) -> String {
    let code = miniz_oxide::deflate::compress_to_vec(document.as_bytes(), 9);
    let code = base64::Engine::encode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, code);
    format!("#s=1.{:08x}{code}", crc32fast::hash(document.as_bytes()))
}

#[test]
fn a_link_says_no_more_counties_columns_or_values_than_a_region_has() {
    let zeros = |count: usize| vec!["0"; count].join(",");
    let counties = |columns: String| format!("{{\"counties\":{{{columns}}}}}");
    let empty_columns = |count: usize| (0..count).map(|at| format!("\"{at}\":[]")).collect::<Vec<_>>().join(",");
    for (why, document) in [
        ("a name for each row", counties(format!("\"#\":4000000000,\"{}\":[{}]", "a".repeat(20_000), zeros(500_000)))),
        ("a long name", counties(format!("\"#\":3000,\"{}\":[{}]", "a".repeat(20_000), zeros(3_000)))),
        ("many rows", counties(format!("\"#\":1500000,{},\"a\":[{}]", empty_columns(2_000), zeros(300_000)))),
        ("one row more than there are counties", counties(format!("\"#\":2,\"a\":[{}]", zeros(3)))),
        ("a row more than a region has", counties(format!("\"#\":9999,\"a\":[{}]", zeros(Region::MOST_COUNTIES + 1)))),
        ("many values", format!("[{}]", zeros(3_000_000))),
        ("many objects", format!("[{}]", vec!["{\"\":{}}"; 800_000].join(","))),
    ] {
        assert_eq!(read_fragment(&link_of(&document)), Err(LinkProblem::Damaged), "{why}");
    }
    // Few of everything: for the reader of scenarios to refuse.
    let few = counties("\"#\":4000000000,\"a\":[1,null,3],\"b\":[]".to_owned());
    let rows = read_fragment(&link_of(&few));
    assert_eq!(rows.as_deref(), Ok("{\"counties\":[{\"a\":1},{},{\"a\":3}]}"));
    // The largest region there is.
    let scenario = full(Region::MOST_COUNTIES);
    let carried = svg_with("<svg></svg>", &to_json(&scenario));
    assert_eq!(from_json(&scenario_in(carried.as_bytes()).unwrap()).as_ref(), Ok(&scenario));
}

#[test]
fn a_picture_gives_the_scenario_back_and_is_still_a_picture() {
    for name in HOSTILE {
        let scenario = named(name);
        let json = to_json(&scenario);
        let png = png_with(&picture(), &json);
        let reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
        let text = &reader.info().utf8_text;
        assert_eq!(text.len(), 1);
        assert_eq!(text[0].keyword, "tuowei");
        assert_eq!(from_json(&scenario_in(&png).unwrap()).unwrap(), scenario);

        let svg = svg_with(SVG, &json);
        let document = roxmltree::Document::parse(&svg).unwrap();
        assert!(document.descendants().any(|node| node.has_tag_name("metadata")));
        assert_eq!(from_json(&scenario_in(svg.as_bytes()).unwrap()).unwrap(), scenario);
        // As a drawing program stores it anew.
        let stored = svg
            .replace("<metadata id=\"tuowei\">", "<svg:metadata\n  id='tuowei' >\n    ")
            .replace("</metadata>", "\n  </svg:metadata>");
        assert_eq!(from_json(&scenario_in(stored.as_bytes()).unwrap()).unwrap(), scenario);

        assert_eq!(from_json(&scenario_in(json.as_bytes()).unwrap()).unwrap(), scenario);
    }
    // Pictures are no links: they have room.
    let large = full(3_000);
    assert_eq!(from_json(&scenario_in(&png_with(&picture(), &to_json(&large))).unwrap()).unwrap(), large);
}

#[test]
fn a_picture_that_was_cut_or_changed_is_refused() {
    let json = to_json(&named("方案B"));
    let png = png_with(&picture(), &json);
    for end in 1..png.len() {
        let read = scenario_in(&png[..end]);
        // The text chunk is whole or it is not: what comes behind it does not matter.
        assert!(read.is_err() || read.as_deref() == scenario_in(&png).as_deref(), "cut at {end}");
    }
    let whole = scenario_in(&png).unwrap();
    for at in 8..png.len() {
        let mut changed = png.clone();
        changed[at] ^= 0x41;
        if let Ok(read) = scenario_in(&changed) {
            assert_eq!(read, whole, "changed at {at}");
        }
    }
    let svg = svg_with(SVG, &json);
    for end in 1..svg.len() {
        if svg.is_char_boundary(end) {
            let read = scenario_in(&svg.as_bytes()[..end]);
            assert!(read.is_err() || read.as_deref() == Ok(&*whole), "cut at {end}");
        }
    }
}

#[test]
fn files_of_another_kind_are_told_apart() {
    let huge = vec![b' '; 40_000_001];
    for (file, problem) in [
        (&b"\xff\xd8\xff\xe0 a JPEG"[..], CarriedProblem::UnknownKind),
        (b"<html><body></body></html>", CarriedProblem::UnknownKind),
        (SVG.as_bytes(), CarriedProblem::NoScenario),
        (b"\x89PNG\r\n\x1a\n", CarriedProblem::Damaged),
        (b"<svg xmlns=\"x\"><metadata id=\"tuowei\">2.00000000AAAA</metadata></svg>", CarriedProblem::Newer),
        (b"<svg xmlns=\"x\"><metadata id=\"tuowei\">hello</metadata></svg>", CarriedProblem::Damaged),
        (&huge, CarriedProblem::TooLarge),
    ] {
        assert_eq!(scenario_in(file), Err(problem));
        for language in [Language::Chinese, Language::English] {
            assert!(!carried_problem(problem, language).is_empty());
        }
    }
    assert_eq!(scenario_in(&picture()), Err(CarriedProblem::NoScenario));
    // No picture and no scenario: its reader says so.
    assert!(from_json(&scenario_in(b"hello").unwrap()).is_err());
    // What is no PNG or has no end is left as it is.
    assert_eq!(png_with(b"hello", "{}"), b"hello");
    assert_eq!(svg_with("<svg>", "{}"), "<svg>");
}

#[test]
fn a_shared_scenario_is_introduced_by_what_it_holds() {
    let plan = named("方案B");
    let outcome = evaluate(&plan);
    assert_eq!(
        shared_said(&plan, &outcome, Language::Chinese),
        "“方案B”：大同市2026年，10个县（区），任务总数350个，已分配350个。"
    );
    assert_eq!(
        shared_said(&plan, &outcome, Language::English),
        "“方案B”: Datong 2026, 10 counties, a task of 350 slots, 350 allocated."
    );
}

proptest! {
    #[test]
    fn any_scenario_comes_back_exactly(
        draft in (1_usize..=9).prop_flat_map(drafts_of),
        name in "\\PC{0,40}",
    ) {
        let mut scenario = draft.scenario();
        scenario.apply(&Edit::Rename(name)).unwrap();
        let json = to_json(&scenario);
        let link = fragment(&json).expect("few counties");
        prop_assert_eq!(&from_json(&read_fragment(&link).unwrap()).unwrap(), &scenario);
        prop_assert_eq!(&from_json(&scenario_in(&png_with(&picture(), &json)).unwrap()).unwrap(), &scenario);
        prop_assert_eq!(&from_json(&scenario_in(svg_with(SVG, &json).as_bytes()).unwrap()).unwrap(), &scenario);
    }

    #[test]
    fn nothing_that_is_opened_panics(bytes in proptest::collection::vec(any::<u8>(), 0..400), text in ".{0,200}") {
        let _ = scenario_in(&bytes);
        let _ = scenario_in(&[b"\x89PNG\r\n\x1a\n".as_slice(), &bytes].concat());
        let _ = scenario_in(format!("<svg id=\"tuowei\">{text}").as_bytes());
        let _ = read_fragment(&text);
        let _ = read_fragment(&format!("#s=1.{text}"));
    }
}
