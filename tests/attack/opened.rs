//! Links, pictures and files that are opened: damaged, forged, and made to take much of little.

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use tuowei::files::{png_with, read_fragment, scenario_in, svg_with};
use tuowei::model::{
    Children, Counted, County, CountyId, CountyKind, Date, Edit, MonitorEdit, Name, Rate, Region, RowId, Scenario,
    Slots, TaskRow, evaluate, official_plan, supply,
};
use tuowei::session::file_problem;
use tuowei::storage::{from_json, to_json};
use tuowei::text::{Language, carried_problem, link_problem, shared_said};

use crate::mutate;
use crate::random::Random;
use crate::trial::{Attack, Run};

pub const ATTACK: Attack =
    Attack { name: "opened", full: 1_000_000, share: 4_000, time: Duration::from_secs(1), memory: 64_000_000, begin };

/// Links, two kinds of pictures, scenario files.
const WAYS: usize = 4;

const WORST: u64 = (WAYS * BOMBS) as u64;
const MIDDLE: u64 = 500_000;
const MIDDLE_END: u64 = MIDDLE + WORST;
const LARGEST_END: u64 = MIDDLE_END + WORST;

const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><text>a &gt; b</text></svg>";

fn begin() -> Run {
    let small = documents();
    let large = vec![to_json(&region_of(400, 2)), to_json(&region_of(Region::MOST_COUNTIES, 3))];
    let picture = picture();
    // What this page makes is opened, however large.
    for document in &large {
        assert_eq!(from_file(document.as_bytes()), Ok("opened"));
        assert_eq!(from_file(&png_with(&picture, document)), Ok("opened"));
    }
    Box::new(move |random, cases| {
        // The first are the worst that is known, by every way in; in the middle of all they are as large as can be. Most others
        // are small; few are as large as anything that is opened, and some larger.
        let worst = match cases.case() {
            case @ 0..WORST => Some((case, 1_000_000)),
            case @ MIDDLE..MIDDLE_END => Some((case - MIDDLE, 7_900_000)),
            case @ MIDDLE_END..LARGEST_END => Some((case - MIDDLE_END, 39_000_000)),
            _ => None,
        };
        let worst = worst.map(|(case, many)| (usize::try_from(case).unwrap(), many));
        let most = match random.below(400_000) {
            _ if worst.is_some() => 0,
            0..8 => 200_000_000,
            8..60 => 39_000_000,
            60..700 => 2_000_000,
            700..40_000 => 60_000,
            _ => 3_000,
        };
        let mut text = random.of_these(if most > 1_000_000 { &large } else { &small }).clone();
        match random.below(8) {
            _ if let Some((case, many)) = worst => text = bomb(random, case / WAYS, many),
            0 => {}
            1 => {
                let (kind, many) = (random.below(BOMBS), random.size(most));
                text = bomb(random, kind, many);
            }
            _ => mutate::json(random, &mut text, most),
        }
        match worst.map_or_else(|| random.below(WAYS), |(case, _)| case % WAYS) {
            0 => {
                let mut link = ["#s=", &packed(random, &text)].concat().into_bytes();
                if worst.is_none() && random.once_in(2) {
                    mutate::bytes(random, &mut link);
                }
                let link = String::from_utf8_lossy(&link).into_owned();
                cases.hold(link.len(), || from_link(&link));
            }
            carrier => {
                let mut file = match carrier {
                    1 => png_of(&picture, &packed(random, &text)),
                    2 => SVG
                        .replace(
                            "</svg>",
                            &format!("<metadata id=\"tuowei\">{}</metadata></svg>", packed(random, &text)),
                        )
                        .into_bytes(),
                    _ => text.into_bytes(),
                };
                if worst.is_none() && random.once_in(2) {
                    mutate::bytes(random, &mut file);
                }
                if most > 40_000_000 {
                    let filling = *random.of_these(b"0 [{\x89<");
                    file.resize(random.size(most), filling);
                }
                cases.hold(file.len(), || from_file(&file));
            }
        }
    })
}

fn from_link(link: &str) -> Result<&'static str, String> {
    match read_fragment(link) {
        Ok(json) => read(&json),
        Err(problem) => {
            assert!(!link_problem(problem, Language::Chinese).is_empty());
            Ok("no link")
        }
    }
}

fn from_file(file: &[u8]) -> Result<&'static str, String> {
    match scenario_in(file) {
        Ok(json) => read(&json),
        Err(problem) => {
            assert!(!carried_problem(problem, Language::Chinese).is_empty());
            Ok("no file")
        }
    }
}

/// As the page does with what was opened: it is worked out and told of; then stored.
fn read(json: &str) -> Result<&'static str, String> {
    match from_json(json) {
        Ok(scenario) => {
            let outcome = evaluate(&scenario);
            let _ = supply(&scenario, &outcome);
            for language in [Language::Chinese, Language::English] {
                assert!(!shared_said(&scenario, &outcome, language).is_empty());
            }
            // Storing takes its own time, of what is small as of what is large.
            if json.len() > 200_000 {
                return Ok("opened");
            }
            let stored = to_json(&scenario);
            if from_json(&stored).as_ref() == Ok(&scenario) {
                Ok("opened")
            } else {
                Err("stored as another".to_owned())
            }
        }
        Err(problem) => {
            assert!(!file_problem(&problem, Language::Chinese).is_empty());
            Ok("no scenario")
        }
    }
}

/// A packed document, as a page of any version may have made it.
fn packed(random: &mut Random, text: &str) -> String {
    if text.len() < 1_000_000 && random.once_in(3) {
        // As this page packs it: counties column by column.
        let svg = svg_with("</svg>", text);
        let from = svg.find('>').map_or(0, |at| at + 1);
        return svg[from..].split('<').next().unwrap_or_default().to_owned();
    }
    let level = if text.len() > 100_000 { 1 } else { 6 };
    let code = miniz_oxide::deflate::compress_to_vec(text.as_bytes(), level);
    format!(
        "1.{:08x}{}",
        crc32fast::hash(text.as_bytes()),
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(code)
    )
}

fn png_of(picture: &[u8], packed: &str) -> Vec<u8> {
    let data = [b"iTXttuowei\0\0\0\0\0".as_slice(), packed.as_bytes()].concat();
    let length = u32::try_from(data.len() - 4).unwrap().to_be_bytes();
    [&picture[..33], &length, &data, &crc32fast::hash(&data).to_be_bytes(), &picture[33..]].concat()
}

/// A PNG of one point, by another writer.
fn picture() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut writer = png::Encoder::new(&mut bytes, 1, 1).write_header().unwrap();
    writer.write_image_data(&[7]).unwrap();
    writer.finish().unwrap();
    bytes
}

/// How many kinds of bombs there are.
const BOMBS: usize = 32;

/// Much of little, of some `many` bytes: columns, rows, names, values and nesting that the text only tells of.
fn bomb(random: &mut Random, kind: usize, many: usize) -> String {
    let columns = |columns: String| format!("{{\"app\":\"tuowei\",\"schema\":5,\"counties\":{{{columns}}}}}");
    let zeros = |count: usize| vec!["0"; count].join(",");
    let ids = |count: usize| (0..count).map(|at| format!("\"{at}\"")).collect::<Vec<_>>().join(",");
    match kind {
        0 => columns(format!("\"#\":{},\"{}\":[{}]", random.next(), "a".repeat(many / 2), zeros(many / 4))),
        1 => {
            let empty = (0..many / 16).map(|at| format!("\"{at}\":[]")).collect::<Vec<_>>().join(",");
            columns(format!("\"#\":1500000,{empty},\"a\":[{}]", zeros(many / 4)))
        }
        2 => {
            let few = many.min(3_000) / 2;
            let names = (0..many / 16 / (few + 1) + 1).map(|at| format!("\"n{at}\":[{}]", zeros(few)));
            columns(format!("\"#\":{few},\"id\":[{}],{}", ids(few), names.collect::<Vec<_>>().join(",")))
        }
        3 => "0".repeat(many),
        4 | 5 => {
            // Rows of ledgers, backwards: each goes before all others.
            let list = if kind == 4 { "tasks" } else { "problems" };
            let rows = (0..many / 48).map(|at| format!("{{\"id\":\"{:09}\",\"status\":\"open\"}}", 999_999_999 - at));
            let rows = rows.collect::<Vec<_>>().join(",");
            with_field(&format!(
                "\"monitoring\":{{\"reports\":[],\"{list}\":[{rows}],\"{}\":[]}}",
                if list == "tasks" { "problems" } else { "tasks" }
            ))
        }
        6 => {
            let county = "{\"county\":\"pingcheng\",\"least\":1}";
            let bounded = vec![county; many / county.len()].join(",");
            with_field(&format!(
                "\"divided\":{{\"weight\":\"children\",\"method\":\"webster\",\"bounded\":[{bounded}],\"given\":[]}}"
            ))
        }
        7 => {
            let counts = vec!["{\"id\":\"pingcheng\",\"slots\":1}"; many / 30].join(",");
            let report = |day: usize| format!("{{\"as_of\":\"2026-06-{:02}\",\"counties\":[{counts}]}}", day % 30 + 1);
            let reports = (0..1 + random.below(3)).map(report).collect::<Vec<_>>().join(",");
            with_field(&format!("\"monitoring\":{{\"reports\":[{reports}],\"tasks\":[],\"problems\":[]}}"))
        }
        8 => {
            // Many reports of many counties, in which nothing stands.
            let counties = (0..3_000.min(many / 30))
                .map(|at| format!("{{\"id\":\"{at}\",\"name\":\"\"}}"))
                .collect::<Vec<_>>()
                .join(",");
            let reports = (0..366.min(many / 30))
                .map(|at| format!("{{\"as_of\":\"2026-{:02}-{:02}\",\"counties\":[]}}", at / 28 % 12 + 1, at % 28 + 1));
            let plan =
                with_field(&format!("\"monitoring\":{{\"reports\":[{}]}}", reports.collect::<Vec<_>>().join(",")));
            let from = plan.find("\"counties\": [").or_else(|| plan.rfind("\"counties\":[")).unwrap();
            format!("{}\"counties\":[{counties}]}}", &plan[..from])
        }
        9 => with_field(&format!(
            "\"division\":{{\"weight\":\"children\",\"method\":\"webster\",\"ties\":\"by-hand\",\"between\":[{}],\"gaining\":[]}}",
            ids(many / 9)
        )),
        // Values of every kind, alone and in a field that nobody knows.
        kind if kind % 2 == 0 => mutate::of_kind(kind / 2 - 2, many),
        kind => with_field(&format!("\"x\":{}", mutate::of_kind(kind / 2 - 1, many))),
    }
}

/// The plan with a field of its own.
fn with_field(field: &str) -> String {
    let mut plan = official_plan().clone();
    plan.apply(&Edit::Monitor(MonitorEdit::SetProvinceCities(None))).unwrap();
    let json = to_json(&plan);
    let start = json.find('{').unwrap() + 1;
    [&json[..start], field, ",", &json[start..]].concat()
}

/// Documents of every schema, and with all that a scenario may hold.
fn documents() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    let texts = files.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "json"));
    let mut documents: Vec<String> = texts.map(|path| fs::read_to_string(path).unwrap()).collect();
    assert!(documents.iter().any(|text| from_json(text).is_ok()));
    documents.extend([to_json(official_plan()), to_json(&region_of(12, 3)), to_json(&region_of(60, 1))]);
    documents
}

/// A region of so many counties with figures, so many reports, and rows in its ledgers; all are made up.
fn region_of(count: usize, reports: u8) -> Scenario {
    let id = |at: usize| CountyId::new(&format!("c{at}"));
    let county =
        |at: usize| County { id: id(at), name: Name::new(&format!("县{at}"), None), kind: CountyKind::County };
    let region = Region::new("made-up", Name::new("虚构", None), 2026, (0..count).map(county).collect()).unwrap();
    let mut scenario = Scenario::empty("虚构", Arc::new(region));
    let mut edits = Vec::new();
    for at in 0..count {
        let number = u32::try_from(at).unwrap();
        edits.push(Edit::base(id(at), Rate::from_ppm(number * 7 % 90_000)));
        edits.push(Edit::slots(id(at), Slots::new(number % 300)));
        edits.push(Edit::children(id(at), Children::new(900 + number)));
        edits.push(Edit::capacity(id(at), Slots::new(number % 2_000)));
        edits.push(Edit::enrolled(id(at), Children::new(number % 1_500)));
    }
    for month in 1..=reports {
        let day = Date::new(2026, month, 28).unwrap();
        edits.push(Edit::Monitor(MonitorEdit::SetReport(day, true)));
        for at in 0..count {
            for of in Counted::ALL {
                edits.push(Edit::Monitor(MonitorEdit::SetCount(day, id(at), of, Some(1))));
            }
        }
    }
    let row = TaskRow { owner: "处".to_owned(), ..TaskRow::default() };
    edits.push(Edit::Monitor(MonitorEdit::SetTaskRow(RowId::new("x"), Some(Arc::new(row)))));
    for edit in edits {
        scenario.apply(&edit).unwrap();
    }
    scenario
}
