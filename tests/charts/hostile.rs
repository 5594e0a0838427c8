//! Names that could break something, through every way that leads out of the page: pictures with the scenario in them, copied
//! tables, the bulletin, names of files, scenario files, links.

use std::sync::Arc;

use roxmltree::Document as Xml;
use tuowei::charts::{Chart, Document as _, Frame, PaceChart, Palette, ProgressChart};
use tuowei::files::{
    Computed, GridView, Table, comparison_table, fragment, grid_table, indicator_counties_table, indicator_table,
    joined_name, png_with, progress_table, ranking_table, read_fragment, report_table, scenario_in, svg_with,
    unreported_table,
};
use tuowei::model::{
    Alternative, Compared, Comparison, Counted, County, CountyKind, Edit, Figure, Indicator, Name, RankBy, Region,
    Scenario, Slots, TaskStatus, evaluate, official_plan,
};
use tuowei::storage::{from_json, to_json};
use tuowei::text::{BulletinOf, Language, Paragraph, bulletin, region_year};

use crate::overview::{all as overviews, day, entry, reported};
use crate::samples::{all, id, options};

const LANGUAGES: [Language; 2] = [Language::Chinese, Language::English];

/// What a name holds that is more than a name to somebody.
fn payloads() -> Vec<String> {
    let all: Vec<String> = [
        "<script>alert(1)</script>",
        "</script><script>alert(1)//",
        "</title><script>alert(1)</script>",
        "</style>",
        "</svg>",
        "<img src=x onerror=alert(1)>",
        "\" onload=\"alert(1)",
        "' onmouseover='alert(1)",
        "<svg/onload=alert(1)>",
        "javascript:alert(1)",
        "<a href=\"javascript:alert(1)\">",
        "]]><script>",
        "<![CDATA[",
        "<!--",
        "-->",
        "<?xml?>",
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
        "&e;&amp;&#0;&#x1F;",
        "<metadata id=\"tuowei\">",
        "=cmd|'/C calc'!A0",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "\t=1+1",
        "\r\n=1+1",
        "a\tb",
        "a\nb",
        "\"a\"\"b",
        "a,b;c",
        "\u{0}\u{1}\u{8}\u{b}\u{1f}",
        "\u{7f}\u{80}\u{9f}",
        "\u{fffe}\u{ffff}",
        "\u{202e}gnp.exe\u{202c}",
        "\u{2066}\u{2069}\u{200b}\u{feff}",
        "\u{2028}\u{2029}",
        "\u{d7ff}\u{e000}\u{10ffff}",
        "\u{fffd}",
        "👨\u{200d}👩\u{200d}👧🇨🇳",
        "Z\u{301}\u{302}\u{303}\u{304}algo",
        "محافظة ירושלים",
        "CON",
        "nul.txt",
        "../../etc/passwd",
        "C:\\x|y?*",
        ".",
        "   ",
        "#s=1.00000000AAAA",
        "%00%2e%2f",
        "{{7*7}}${7*7}",
        "\\u003cscript\\u003e",
        "{\"app\":\"tuowei\"}",
    ]
    .map(str::to_owned)
    .to_vec();
    all
}

/// Names of many thousand characters.
fn long() -> [String; 4] {
    ["长".repeat(10_000), "<b>".repeat(3_000), "\u{202e}=".repeat(500), "\u{301}".repeat(2_000)]
}

/// Each of them by itself, in a name, before one, behind one, and beside others of its kind.
fn names() -> Vec<String> {
    let payloads = payloads();
    let mut names = Vec::new();
    for (at, payload) in payloads.iter().enumerate() {
        names.push(payload.clone());
        names.extend([
            format!("平城{payload}"),
            format!("{payload}区"),
            format!("平{payload}城"),
            format!("\"{payload}'"),
        ]);
        names.extend((1..6).map(|by| format!("{payload}{}", payloads[(at + by * 11) % payloads.len()])));
    }
    names
}

/// A scenario in which everything that has a name is called so.
fn called(name: &str, others: &[String]) -> Scenario {
    let county = |(at, name): (usize, &String)| County {
        id: id(&format!("c{}", at + 1)),
        name: Name::new(name, Some(name)),
        kind: CountyKind::District,
    };
    let counties = others.iter().enumerate().map(county).collect();
    let region = Region::new("other", Name::new(name, Some(name)), 2026, counties).unwrap();
    let mut scenario = Scenario::empty(name, Arc::new(region));
    let mut edits = vec![Edit::SetUplift(official_plan().targets().uplift), Edit::SetTask(Slots::new(60).unwrap())];
    for at in 0..others.len() {
        let county = || id(&format!("c{}", at + 1));
        edits.push(Edit::base(county(), tuowei::model::Rate::from_ppm(20_000)));
        edits.push(Edit::slots(county(), Slots::new(10 * (u32::try_from(at).unwrap() + 1))));
    }
    edits.extend(Figure::ALL.map(|figure| Edit::SetBasis(figure, name.to_owned())));
    for edit in &edits {
        scenario.apply(edit).unwrap();
    }
    reported(&scenario, day(6, 30), 50, &[2])
}

/// Whether everything in it is a drawing or a table, and nothing does anything.
#[track_caller]
fn is_still(document: &Xml<'_>, name: &str) {
    const ALLOWED: [&str; 24] = [
        "svg", "g", "rect", "line", "polyline", "polygon", "path", "circle", "text", "title", "desc", "metadata",
        "body", "table", "caption", "thead", "tbody", "tr", "th", "td", "br", "h1", "h2", "p",
    ];
    for node in document.descendants().filter(roxmltree::Node::is_element) {
        let tag = node.tag_name().name();
        assert!(ALLOWED.contains(&tag), "<{tag}> by {name:?}");
        for attribute in node.attributes() {
            let (what, value) = (attribute.name(), attribute.value());
            assert!(!what.starts_with("on") && what != "href" && what != "style", "{what} by {name:?}");
            assert!(!value.contains("javascript:") && !value.contains("url("), "{value} by {name:?}");
        }
    }
    assert!(document.descendants().all(|node| !node.is_pi() && !node.is_comment()), "by {name:?}");
}

#[track_caller]
fn copies_well(table: &Table, name: &str) {
    let html = format!("<body>{}</body>", table.to_html());
    is_still(&Xml::parse(&html).unwrap_or_else(|problem| panic!("{problem} by {name:?}")), name);
    let tsv = table.to_tsv();
    let back = as_spreadsheet(&tsv);
    let lines = table.rows.len() + usize::from(!table.headings.is_empty());
    assert_eq!(back.len(), lines, "{name:?}");
    for cells in &back {
        assert_eq!(cells.len(), back[0].len(), "{name:?}");
        for cell in cells {
            let begins = cell.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
            let number = cell.trim_end_matches('%').parse::<f64>().is_ok();
            assert!(!begins || number, "{cell:?} by {name:?}");
        }
    }
}

/// The cells of a copied table as a spreadsheet takes them: quotes hold a cell together, two stand for one.
fn as_spreadsheet(tsv: &str) -> Vec<Vec<String>> {
    let (mut lines, mut cells, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = tsv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' if quoted || cell.is_empty() => quoted = !quoted,
            '\t' if !quoted => cells.push(std::mem::take(&mut cell)),
            '\r' if !quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                cells.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut cells));
            }
            other => cell.push(other),
        }
    }
    lines
}

fn tables(scenario: &Scenario, name: &str, language: Language) -> Vec<Table> {
    let outcome = evaluate(scenario);
    let at = day(6, 30);
    let (plan, supply) = (GridView::Plan, GridView::Supply);
    let alternatives = [(); 2].map(|()| Alternative { scenario, outcome: &outcome, supply: None });
    let comparison = Comparison::new(&alternatives, 0).unwrap();
    let names = [name.to_owned(), format!("{name}2")];
    let mut tables = vec![
        grid_table(scenario, &outcome, (plan, plan.columns()), Computed::NONE, language),
        grid_table(scenario, &outcome, (supply, supply.columns()), Computed::NONE, language),
        comparison_table(&comparison, &names, scenario.region(), &[0, 1, 2], &Compared::ALL, language),
    ];
    tables.extend(report_table(scenario, at, &Counted::ALL, language));
    tables.extend(indicator_table(scenario, &outcome, at, at, language));
    tables.extend(indicator_counties_table(scenario, &outcome, at, Indicator::Utilisation, language));
    tables.extend(ranking_table(scenario, &outcome, at, RankBy::Score, language));
    tables.extend(progress_table(scenario, &outcome, at, at, language));
    tables.extend(unreported_table(scenario, at, language));
    tables
}

fn pictures(scenario: &Scenario, name: &str, language: Language) -> Vec<Box<dyn Chart>> {
    let options = options(language, name);
    let (outcome, at) = (evaluate(scenario), day(6, 30));
    let tasks = [entry(name, None, Some(at), TaskStatus::Running, false)];
    let mut charts = all(scenario, &options);
    charts.extend(overviews(scenario, &tasks, &options).into_iter().map(|(_, chart)| chart));
    charts.extend(
        ProgressChart::new(scenario, &outcome, at, at, &options).map(|chart| Box::new(chart) as Box<dyn Chart>),
    );
    charts.extend(PaceChart::new(scenario, &outcome, at, at, &options).map(|chart| Box::new(chart) as Box<dyn Chart>));
    charts
}

const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89\0\0\0\0IEND\xaeB`\x82";

#[test]
fn no_name_leaves_the_page_as_more_than_a_name() {
    let names = names();
    assert!(names.len() >= 500, "{}", names.len());
    for (at, name) in names.iter().enumerate() {
        let others: Vec<String> = (0..3).map(|by| names[(at + by * 131) % names.len()].clone()).collect();
        let scenario = called(name, &others);
        let language = LANGUAGES[at % 2];
        let json = to_json(&scenario);

        let read = from_json(&json).unwrap_or_else(|problem| panic!("{problem:?} by {name:?}"));
        assert_eq!(to_json(&read), json, "{name:?}");
        let carries = |text: &str| assert_eq!(from_json(text).unwrap(), read, "{name:?}");
        for chart in pictures(&scenario, name, language) {
            let svg = svg_with(&chart.svg(&Frame::EXPORT, &Palette::LIGHT), &json);
            is_still(&Xml::parse(&svg).unwrap_or_else(|problem| panic!("{problem} by {name:?}")), name);
            carries(&scenario_in(svg.as_bytes()).unwrap());
        }
        carries(&scenario_in(&png_with(PNG, &json)).unwrap());
        if let Ok(link) = fragment(&json) {
            assert!(link.bytes().all(|byte| byte.is_ascii_graphic() && !b"<>\"'`\\".contains(&byte)), "{link}");
            carries(&read_fragment(&link).unwrap());
        }
        for table in tables(&scenario, name, language) {
            copies_well(&table, name);
        }
        let outcome = evaluate(&scenario);
        let (day, today, by, paragraphs) = (day(6, 30), day(6, 30), RankBy::Score, &Paragraph::ALL[..]);
        let said =
            bulletin(&BulletinOf { scenario: &scenario, outcome: &outcome, day, today, by, paragraphs, language })
                .unwrap();
        for html in [said.html(), said.plain_html()] {
            let html = format!("<body>{html}</body>");
            is_still(&Xml::parse(&html).unwrap_or_else(|problem| panic!("{problem} by {name:?}")), name);
        }
        let file = joined_name(&[&region_year(scenario.region(), language), name, "20260312"], "png");
        assert!(file.ends_with(".png") && file.encode_utf16().count() <= 124, "{file:?}");
        let forbidden = |c: char| {
            c.is_control()
                || "<>:\"/\\|?*".contains(c)
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!file.contains(forbidden) && !file.starts_with(['.', ' ']), "{file:?}");
    }
}

#[test]
fn half_a_character_is_refused() {
    let json = to_json(&called("甲乙", &["丙".to_owned(), "丁".to_owned(), "戊".to_owned()]));
    for half in ["\\ud800", "\\udfff", "\\ud83d\\u0041"] {
        assert!(from_json(&json.replace("甲乙", half)).is_err(), "{half}");
    }
}

#[test]
fn a_long_name_of_a_scenario_a_region_and_a_task_costs_no_more_than_its_length() {
    for name in &long() {
        let scenario = called(name, &["甲".to_owned(), "乙".to_owned(), "丙".to_owned()]);
        let begin = std::time::Instant::now();
        for chart in pictures(&scenario, name, Language::Chinese) {
            let svg = chart.svg(&Frame::EXPORT, &Palette::LIGHT);
            is_still(&Xml::parse(&svg).unwrap(), "a long name");
        }
        // Some ten times of what it takes; with the square of the length it was 16 s.
        assert!(begin.elapsed().as_secs() < 8, "{:?}", begin.elapsed());
    }
}
