//! Pictures to look at: `cargo test --test charts -- --ignored` writes them, as SVG.

use std::path::Path;

use tuowei::charts::{Document as _, Frame, Order, Palette};
use tuowei::model::{Scenario, official_plan};
use tuowei::text::Language;

use crate::samples::{HOSTILE, all, many, mixed, options, over, plan_b, region, scattered, supplied, with_bases};

fn samples() -> Vec<(&'static str, Scenario)> {
    let long = [
        "平城",
        "大同经济技术开发区",
        "新荣",
        "云州",
        "阳高",
        "天镇",
        "浑源恒山旅游度假区管委会",
        "灵丘",
        "广灵",
        "左云",
    ];
    let figures = |count: usize, each: u32| vec![Some(each); count];
    let large = [Some(10_000_000), Some(2_345_678), Some(0), None];
    vec![
        ("official", official_plan().clone()),
        ("plan-b", plan_b()),
        ("over", over()),
        ("mixed", mixed()),
        ("c17", many(17)),
        ("c30", many(30)),
        ("c117", many(117)),
        ("long", region(&long, &figures(10, 40_000), &[31, 72, 18, 9, 44, 25, 26, 17, 58, 9].map(Some))),
        ("one", region(&["平城"], &figures(1, 21_400), &figures(1, 350))),
        ("two", region(&["平城", "云冈"], &[Some(1_000_000), Some(0)], &[Some(10), Some(20)])),
        ("large", region(&["甲", "乙", "丙", "丁"], &figures(4, 30_000), &large)),
        ("zero", region(&["甲", "乙", "丙"], &figures(3, 0), &figures(3, 0))),
        ("hostile", region(&HOSTILE, &figures(14, 40_000), &figures(14, 25))),
        ("supplied", supplied()),
        ("bases", with_bases(&supplied())),
        ("s17", scattered(&many(17))),
        ("s30", with_bases(&scattered(&many(30)))),
        ("slong", scattered(&region(&long, &figures(10, 40_000), &[31, 72, 18, 9, 44, 25, 26, 17, 58, 9].map(Some)))),
        ("smixed", scattered(&mixed())),
        ("missing", region(&["甲", "乙", "丙"], &[None; 3], &[None; 3])),
    ]
}

#[test]
#[ignore = "writes pictures to look at"]
fn pictures() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("charts");
    std::fs::create_dir_all(&folder).unwrap();
    let frames = [
        ("page", Frame::page(560, 308)),
        ("rows", Frame::page(560, 360)),
        ("phone-rows", Frame::page(350, 400)),
        ("phone", Frame::page(350, 260)),
        ("slide", Frame::EXPORT),
        ("screen", Frame::filling(1280, 720)),
    ];
    for (sample, scenario) in samples() {
        for language in [Language::Chinese, Language::English] {
            for order in [Order::Document, Order::Value] {
                let name = if sample == "official" { "市方案" } else { "方案B · 平城扩容" };
                let options = tuowei::charts::ChartOptions { order, around: Some(40), ..options(language, name) };
                for (number, chart) in all(&scenario, &options).into_iter().enumerate() {
                    for (size, frame) in frames {
                        for (theme, palette) in [("light", Palette::LIGHT), ("dark", Palette::DARK)] {
                            let order = if order == Order::Value { "-sorted" } else { "" };
                            let name = format!(
                                "{sample}-{}-{number}-{}-{size}-{theme}{order}.svg",
                                chart.name(),
                                language.tag()
                            );
                            std::fs::write(folder.join(name), chart.svg(&frame, &palette)).unwrap();
                        }
                    }
                }
            }
        }
    }
}
