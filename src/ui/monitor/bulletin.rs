//! 通报: the bulletin of the report on show, ready to be copied, and who has not reported what.

use std::sync::Arc;

use leptos::prelude::*;

use super::MonitorState;
use super::reports::findings;
use super::table::{Cell, Row, figures, soft_button};
use crate::browser::copy_table;
use crate::files::unreported_table;
use crate::model::{Date, unreported};
use crate::text::{Bulletin, BulletinOf, MonitorText, Paragraph, bulletin, paragraph_name, unreported_text};
use crate::ui::widgets::check::{check, check_box};
use crate::ui::widgets::copied::tell_copied;
use crate::ui::widgets::element::{dynamic, el, empty, fragment, list};

const COLUMNS: &[(MonitorText, &str)] =
    &[(MonitorText::County, "county"), (MonitorText::NotReportedFigures, "unreported")];

/// The bulletin with its switches, and the table of what is missing.
pub fn contents(state: MonitorState) -> AnyView {
    let page = state.page;
    let written = Memo::new(move |_| written(state));
    let rows = Memo::new(move |_| Arc::new(rows(state)));
    let caption = move || {
        let day = state.day.get().map_or_else(String::new, Date::iso);
        format!("{} {day} · {}", page.word(MonitorText::Of), page.word(MonitorText::MissingTable))
    };
    let copied = move || state.read(|scenario, _, day, language| unreported_table(scenario, day, language));
    let is_whole = Memo::new(move |_| rows.with(|rows| rows.is_empty()));
    let missing = move || {
        if is_whole.get() {
            el("p").class("hint").test_id("all-reported").word(page, MonitorText::AllReported).done()
        } else {
            figures(page, "unreported", caption, COLUMNS, rows, copied)
        }
    };
    fragment([
        el("section")
            .class("card bulletin-card")
            .child(switches(state))
            .el(el("div").class("table-tools").child(super::ranking::by(state)).children([
                copier(state, written, "bulletin-copy-text", MonitorText::CopyText, false),
                copier(state, written, "bulletin-copy-rich", MonitorText::CopyRich, true),
            ]))
            .child(list(move || written.with(|written| written.as_ref().map_or_else(Vec::new, shown))))
            .done(),
        el("section").class("card").child(dynamic(missing)).done(),
        dynamic(move || state.day.get().map_or_else(empty, |day| findings(state, day))),
    ])
}

fn written(state: MonitorState) -> Option<Bulletin> {
    let page = state.page;
    let (day, today) = (state.day.get()?, page.today());
    let paragraphs: Vec<Paragraph> =
        state.off.with(|off| Paragraph::ALL.into_iter().filter(|one| !off.contains(one)).collect());
    page.workspace.scenario.with(|scenario| {
        page.workspace.outcome.with(|outcome| {
            bulletin(&BulletinOf {
                scenario,
                outcome,
                day,
                today,
                by: state.by.get(),
                paragraphs: &paragraphs,
                language: page.language.get(),
            })
        })
    })
}

fn switches(state: MonitorState) -> AnyView {
    let page = state.page;
    let one = |paragraph: Paragraph| {
        let is_on = move || state.off.with(|off| !off.contains(&paragraph));
        let toggle = move || {
            state.off.update(|off| match off.iter().position(|one| *one == paragraph) {
                Some(at) => {
                    off.remove(at);
                }
                None => off.push(paragraph),
            });
        };
        let input = check_box(format!("bulletin-{}", id_of(paragraph)), is_on, toggle);
        let name = move || paragraph_name(paragraph, page.language.get());
        check(input, el("span").dyn_text(name)).done()
    };
    el("fieldset")
        .child(el("legend").class("caption").word(page, MonitorText::Paragraphs).done())
        .child(el("div").class("checks").children(Paragraph::ALL.map(one)).done())
        .done()
}

const fn id_of(paragraph: Paragraph) -> &'static str {
    match paragraph {
        Paragraph::Overview => "overview",
        Paragraph::Slots => "slots",
        Paragraph::Behind => "behind",
        Paragraph::Enrolment => "enrolment",
        Paragraph::Indicators => "indicators",
        Paragraph::Ranking => "ranking",
        Paragraph::Unreported => "unreported",
        Paragraph::Next => "next",
    }
}

fn copier(
    state: MonitorState,
    written: Memo<Option<Bulletin>>,
    test_id: &'static str,
    name: MonitorText,
    is_rich: bool,
) -> AnyView {
    let page = state.page;
    let copy = move || {
        let copied = written.with_untracked(|written| {
            let written = written.as_ref()?;
            let text = written.text();
            // Without format, what a document takes in is the text itself.
            Some(copy_table(&text, &if is_rich { written.html() } else { written.plain_html() }))
        });
        if let Some(copied) = copied {
            tell_copied(page, copied, MonitorText::TextCopied, MonitorText::NotCopied);
        }
    };
    soft_button(page, test_id, name).click(copy).done()
}

/// The bulletin as it reads.
fn shown(bulletin: &Bulletin) -> Vec<AnyView> {
    let paragraph = |(at, (paragraph, said)): (usize, &(Paragraph, String))| {
        fragment([
            el("h4").text(bulletin.heading(at, *paragraph)).done(),
            el("p").test_id(format!("paragraph-{}", id_of(*paragraph))).text(said).done(),
        ])
    };
    let article = el("article")
        .class("bulletin")
        .test_id("bulletin")
        .child(el("h3").text(&bulletin.title).done())
        .children(bulletin.paragraphs.iter().enumerate().map(paragraph))
        .child(el("p").class("sign").text(&bulletin.sign).done());
    vec![article.done()]
}

fn rows(state: MonitorState) -> Vec<Row> {
    let page = state.page;
    let language = page.language.get();
    let Some(day) = state.day.get() else { return Vec::new() };
    let region = page.workspace.region.get();
    page.workspace.scenario.with(|scenario| {
        let Some(report) = scenario.monitoring().report(day) else { return Vec::new() };
        let of_staff = scenario.monitoring().of_staff();
        let row = |(at, missing): (usize, Vec<crate::model::Counted>)| {
            let county = region.counties().get(at)?;
            Some(Row {
                id: county.id.to_string(),
                cells: vec![Cell::new(language.name(&county.name)), Cell::new(unreported_text(&missing, language))],
                is_total: false,
            })
        };
        unreported(report, of_staff).into_iter().filter_map(row).collect()
    })
}
