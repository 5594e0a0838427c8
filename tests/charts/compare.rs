//! Scenarios side by side as values: titles, labels, tables. All figures by hand.

use tuowei::charts::{Chart, ChartOptions, Document as _, Frame, Order, Palette, Swatch};
use tuowei::model::{Edit, Scenario, Slots, official_plan};
use tuowei::text::Language::{Chinese, English};

use crate::picture::{Drawn, contrast};
use crate::samples::{compared, edited, id, many, options, over, plan_b, rate, region, variants, with_bases};

fn slots(scenarios: &[Scenario], options: &ChartOptions<'_>) -> Box<dyn Chart> {
    compared(scenarios, 0, options).swap_remove(0)
}

fn rates(scenarios: &[Scenario], options: &ChartOptions<'_>) -> Box<dyn Chart> {
    compared(scenarios, 0, options).swap_remove(1)
}

fn lines(chart: &dyn Chart) -> Vec<String> {
    let table = chart.table();
    std::iter::once(&table.headers).chain(&table.rows).chain(&table.total).map(|row| row.join(" ")).collect()
}

#[test]
fn titles_state_what_differs() {
    let plan = official_plan().clone();
    let two = [plan.clone(), plan_b()];
    let title = |chart: Box<dyn Chart>| chart.heading().title.clone();
    assert_eq!(title(slots(&two, &options(Chinese, "方案B"))), "任务数与市方案相比，方案B：平城+20、云冈−20，合计不变");
    assert_eq!(
        title(slots(&two, &options(English, "Plan B"))),
        "Slots against 市方案. Plan B: Pingcheng +20, Yungang −20, the same in all"
    );
    assert_eq!(title(rates(&two, &options(Chinese, "方案B"))), "目标各情景相同");
    // The second of the variants adds half a point everywhere, the third takes 3.08 away.
    let all = variants(&plan);
    assert_eq!(
        title(rates(&all, &options(Chinese, "方案B"))),
        "目标与市方案相比，C差别最大：各县（区）均−3.08个百分点"
    );
    // The fourth gives each county half, rounded down: 10 counties differ, 平城 by 65 and 云冈 by 39; 173 in all.
    assert_eq!(
        title(slots(&all, &options(Chinese, "方案B"))),
        "任务数与市方案相比，向县域倾斜的方案（讨论稿）差别最大：平城−65、云冈−39等10个县（区），合计−177"
    );
    assert_eq!(
        title(rates(&all, &options(English, "Plan B"))),
        "Targets against 市方案. Largest difference, C: every county −3.08 points"
    );
    assert_eq!(
        title(slots(&[plan.clone(), over()], &options(Chinese, "方案C"))),
        "任务数与市方案相比，方案C：平城+20，合计+20"
    );
    // The largest of several may stand anywhere; of equal ones the first is named.
    let halved = [plan.clone(), all[3].clone(), plan_b()];
    assert!(title(slots(&halved, &options(Chinese, "方案B"))).contains("，方案B差别最大：平城−65、"));
    let equal = [plan.clone(), plan_b(), over()];
    assert!(title(slots(&equal, &options(Chinese, "方案B"))).contains("，方案B差别最大：平城+20、"));
    let pinned = edited(&plan, &[Edit::pin(id("pingcheng"), rate(50_000))]);
    assert_eq!(
        title(rates(&[plan.clone(), pinned], &options(Chinese, "方案C"))),
        "目标与市方案相比，方案C：平城+0.78个百分点"
    );
}

#[test]
fn that_nothing_differs_is_said_only_of_what_is_known() {
    let plan = official_plan().clone();
    let emptied = edited(&plan, &[Edit::slots(id("xinrong"), None)]);
    for (other, language, title, notes) in [
        (plan.clone(), Chinese, "任务数各情景相同", vec![]),
        (plan.clone(), English, "Slots are the same in all scenarios", vec![]),
        (emptied.clone(), Chinese, "凡可比的任务数各情景相同", vec!["1个县（区）缺数据"]),
        (emptied, English, "Slots are the same wherever both sides are known", vec!["1 county lacks figures"]),
    ] {
        let chart = slots(&[plan.clone(), other], &options(language, "方案B"));
        assert_eq!((chart.heading().title.as_str(), chart.heading().notes.join("")), (title, notes.concat()));
        // Nothing is drawn in the colour of what differs, and no line of the reference.
        assert!(chart.heading().legend.is_empty(), "{:?}", chart.heading().legend);
    }
    let nothing = region(&["甲", "乙"], &[None; 2], &[None; 2]);
    let chart = slots(&[nothing.clone(), nothing], &options(Chinese, "方案B"));
    assert_eq!(chart.heading().title, "任务数：数据尚未填写，无法比较");
}

#[test]
fn the_source_is_called_adjusted_where_a_scenario_departs_from_the_plan() {
    let plan = official_plan().clone();
    let sources = |other: Scenario| {
        let both = compared(&[plan.clone(), other], 0, &options(Chinese, "方案B"));
        [0, 1].map(|at| both[at].heading().source.ends_with("，有调整"))
    };
    assert_eq!(sources(plan.clone()), [false, false]);
    assert_eq!(sources(plan_b()), [true, false]);
    assert_eq!(sources(edited(&plan, &[Edit::base(id("pingcheng"), rate(30_000))])), [false, true]);
}

#[test]
fn how_figures_were_counted_is_said_where_all_scenarios_agree() {
    let (plan, counted) = (official_plan().clone(), with_bases(official_plan()));
    let remarks = |first: &Scenario, second: &Scenario| {
        slots(&[first.clone(), second.clone()], &options(Chinese, "方案B")).heading().remarks.clone()
    };
    assert_eq!(remarks(&counted, &counted).len(), 1);
    assert_eq!(remarks(&plan, &counted), Vec::<String>::new());
    assert_eq!(remarks(&counted, &plan), Vec::<String>::new());
}

#[test]
fn a_table_of_targets_holds_the_bases() {
    let plan = official_plan().clone();
    let pinned = edited(&plan, &[Edit::pin(id("pingcheng"), rate(50_000))]);
    let table = lines(&*rates(&[plan.clone(), pinned], &options(Chinese, "方案B")));
    assert_eq!(table[0], "县（区） 2025年基数 市方案 2026年目标 方案B 2026年目标 方案B − 市方案");
    assert_eq!((&*table[1], &*table[2]), ("平城 2.14 4.22 5.00 +0.78", "云冈 3.69 5.77 5.77 0.00"));
    // 3.00 and the plan's 2.08 points.
    let raised = edited(&plan, &[Edit::base(id("pingcheng"), rate(30_000))]);
    let table = lines(&*rates(&[plan, raised], &options(English, "B")));
    assert_eq!(table[0], "County 市方案 base 2025 市方案 target 2026 B base 2025 B target 2026 B − 市方案");
    assert_eq!(table[1], "Pingcheng 2.14 4.22 3.00 5.08 +0.86");
}

#[test]
fn a_target_below_its_base_does_not_shorten_the_base() {
    // Of a base of 8 %, 6 % are aimed at: six eighths are filled, and an empty field goes on to the whole.
    let one = region(&["甲"], &[Some(80_000)], &[Some(1)]);
    let lowered = edited(&one, &[Edit::pin(id("c1"), rate(60_000))]);
    let chart = rates(&[one, lowered], &options(Chinese, "方案B"));
    assert!(chart.heading().legend.iter().any(|entry| entry.swatch == Swatch::Hollow));
    let picture = chart.draw(&Frame::EXPORT, &Palette::LIGHT);
    let rects = picture.elements().iter().filter(|element| element.tag == "rect").map(|element| {
        let get = |name: &str| element.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str());
        let number = |name: &str| get(name).map_or(0.0, |value| value.parse::<f64>().unwrap());
        (get("fill").unwrap_or("none").to_lowercase(), number("x"), number("width"), number("height"))
    });
    let rects: Vec<_> = rects.collect();
    let quiet: Vec<_> = rects.iter().filter(|(fill, .., height)| fill == "#8594a2" && *height > 12.0).collect();
    // Two scenarios: the first with its base whole.
    let (whole, filled) = (quiet[0].2, quiet[1].2);
    assert!((filled / whole - 0.75).abs() < 0.01, "{quiet:?}");
    // The legend's field is hollow as well, and stands above.
    let hollow = rects.iter().rfind(|(fill, ..)| fill == "none").unwrap();
    let end = hollow.1 + hollow.2;
    assert!((end - (quiet[1].1 + whole)).abs() < 3.0, "{hollow:?} {quiet:?}");
}

#[test]
fn a_difference_points_where_it_goes_and_quiet_marks_can_be_seen() {
    let chart = slots(&[official_plan().clone(), plan_b()], &options(Chinese, "方案B"));
    let picture = chart.draw(&Frame::EXPORT, &Palette::LIGHT);
    let tips: Vec<bool> = picture
        .elements()
        .iter()
        .filter(|element| element.tag == "polygon")
        .map(|element| {
            let points = &element.attributes.iter().find(|(key, _)| *key == "points").unwrap().1;
            let ys: Vec<f64> =
                points.split(' ').map(|point| point.split(',').nth(1).unwrap().parse().unwrap()).collect();
            ys[0] < ys[1]
        })
        .collect();
    // 平城 +20 and 云冈 −20.
    assert_eq!(tips, [true, false]);
    for palette in [Palette::LIGHT, Palette::DARK] {
        let parts = |colour: plotters::style::RGBColor| [colour.0, colour.1, colour.2];
        for mark in [palette.edge, palette.slots, palette.accent, palette.muted] {
            assert!(contrast(parts(mark), parts(palette.surface)) >= 3.0, "{mark:?}");
        }
    }
}

#[test]
fn whichever_scenario_is_the_reference_is_named_as_such() {
    let two = [official_plan().clone(), plan_b()];
    for (reference, said, label) in [
        (0, "基准 · 合计350个", "平城：市方案 130个，方案B 150个（+20）"),
        (1, "基准 · 合计350个", "平城：市方案 130个（−20），方案B 150个"),
    ] {
        let chart = compared(&two, reference, &options(Chinese, "方案B")).swap_remove(0);
        let drawn = chart.draw(&Frame::EXPORT, &Palette::LIGHT);
        let x_of = |text: &str| {
            let element = drawn.elements().iter().find(|element| element.text.as_deref() == Some(text)).unwrap();
            element.attributes.iter().find(|(key, _)| *key == "x").unwrap().1.parse::<f64>().unwrap()
        };
        assert_eq!(x_of(said) < x_of("合计350个"), reference == 0);
        assert_eq!(chart.marks(&Frame::EXPORT)[0].label, label);
    }
}

#[test]
fn marks_and_table_hold_every_scenario_with_its_difference() {
    let chart = slots(&[official_plan().clone(), plan_b()], &options(Chinese, "方案B"));
    assert_eq!(chart.name(), "compare-slots");
    let marks = chart.marks(&Frame::EXPORT);
    assert_eq!(marks.len(), 10);
    assert_eq!(marks[0].label, "平城：市方案 130个，方案B 150个（+20）");
    assert_eq!(marks[2].label, "新荣：市方案 10个，方案B 10个");
    let lines = lines(&*chart);
    assert_eq!(lines[0], "县（区） 市方案 方案B 方案B − 市方案");
    assert_eq!((&*lines[1], &*lines[3], &*lines[11]), ("平城 130 150 +20", "新荣 10 10 0", "全市 350 350 0"));
    let rates = rates(&[official_plan().clone(), plan_b()], &options(English, "Plan B"));
    assert_eq!(rates.name(), "compare-rates");
    assert_eq!(rates.marks(&Frame::EXPORT)[0].label, "Pingcheng: 市方案 4.22%, Plan B 4.22%");
    assert!(
        rates.description().starts_with("Columns: 2 scenarios side by side for 10 counties of Datong, on one scale. ")
    );
}

#[test]
fn a_scenario_off_its_task_is_named() {
    let chart = slots(&[official_plan().clone(), over()], &options(Chinese, "方案C"));
    assert_eq!(chart.heading().warning.as_deref(), Some("方案C超出任务20个"));
    let texts = |chart: &dyn Chart| -> Vec<String> {
        chart.draw(&Frame::EXPORT, &Palette::LIGHT).elements().iter().filter_map(|one| one.text.clone()).collect()
    };
    assert!(texts(&*chart).iter().any(|text| text == "合计370个，超出20个"));
    // Of several each says its own, and the description names all of them.
    let short = edited(official_plan(), &[Edit::slots(id("pingcheng"), Slots::new(110))]);
    let chart = slots(&[official_plan().clone(), over(), short], &options(Chinese, "方案B"));
    assert_eq!(chart.heading().warning.as_deref(), Some("2个情景的合计与任务总数不符"));
    assert!(chart.description().ends_with("方案B超出任务20个，C尚有20个未分配。"), "{}", chart.description());
    assert!(texts(&*chart).iter().any(|text| text == "合计330个，还差20个"));
    // In a narrow panel the sum alone is left of it, and never a part of a figure.
    let four = slots(&variants(official_plan()), &options(Chinese, "方案B"));
    let phone = four.draw(&Frame::page(350, 400), &Palette::LIGHT);
    for sum in ["430", "231", "173"] {
        assert!(phone.elements().iter().any(|one| one.text.as_deref() == Some(sum)), "{sum}");
    }
    let chart = slots(&[official_plan().clone(), plan_b()], &options(Chinese, "方案C"));
    assert_eq!(chart.heading().warning, None);
}

#[test]
fn of_many_counties_a_part_is_shown_that_says_so() {
    let all = variants(&many(117));
    let by_difference = ChartOptions { order: Order::Value, ..options(Chinese, "甲") };
    let chart = slots(&all, &by_difference);
    assert_eq!(chart.marks(&Frame::EXPORT).len(), 16);
    assert!(
        chart.heading().notes.iter().any(|note| note.contains("16") && note.contains("117")),
        "{:?}",
        chart.heading()
    );
    let differences: Vec<i64> = chart
        .table()
        .rows
        .iter()
        .map(|row| {
            let by = |at: usize| row[at].replace('−', "-").replace(',', "").parse::<i64>().unwrap_or(0).abs();
            by(3).max(by(5)).max(by(7))
        })
        .collect();
    assert!(differences.is_sorted_by(|larger, smaller| larger >= smaller), "{differences:?}");
    let around = ChartOptions { around: Some(40), ..options(Chinese, "甲") };
    let positions: Vec<usize> = slots(&all, &around).marks(&Frame::EXPORT).iter().map(|mark| mark.position).collect();
    assert_eq!(positions, (32..48).collect::<Vec<_>>());
}

#[test]
fn labels_end_before_the_margin() {
    for scenario in [official_plan().clone(), many(16)] {
        for count in [2, 3, 4] {
            for chart in compared(&variants(&scenario)[..count], 0, &options(Chinese, "方案B · 平城扩容")) {
                for (frame, margin) in [(Frame::EXPORT, 22.0), (Frame::page(560, 360), 20.0)] {
                    let what = format!("{} {count} {}", chart.name(), frame.width);
                    Drawn::parse(&chart.svg(&frame, &Palette::LIGHT), frame.unit).keeps_right_margin(margin, &what);
                }
            }
        }
    }
}
