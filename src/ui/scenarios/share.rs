//! Sharing without a server: the link that carries the open scenario, and the preview of one that came by a link.

use leptos::prelude::*;

use super::file as scenario_file;
use crate::browser::{copy_table, focus_and_select};
use crate::files::{LinkTooLong, MOST_LINK, fragment as link_fragment, read_fragment};
use crate::model::{Scenario, evaluate};
use crate::session::file_problem;
use crate::storage::from_json;
use crate::text::{
    FileMessage, SharingText, exact_rate, hundredths, link_length, link_problem, shared_said, thousands,
};
use crate::ui::state::page::Page;
use crate::ui::state::route::address;
use crate::ui::widgets::cell::NONE;
use crate::ui::widgets::copied::tell_copied;
use crate::ui::widgets::element::{dynamic, el, empty, fragment, list, word_button};
use crate::ui::widgets::table_frame::scroll_frame;

/// What the dialog for sharing holds.
pub fn contents(page: Page) -> AnyView {
    let link = Memo::new(move |_| link_fragment(&page.document()).map(|fragment| address() + &fragment));
    let copy = move || {
        let Ok(link) = link.get_untracked() else { return };
        let html = ["<a href=\"", &link, "\">", &link, "</a>"].concat();
        let copied = copy_table(&link, &html);
        if !copied {
            focus_and_select("share-link");
        }
        tell_copied(page, copied, SharingText::Copied, SharingText::NotCopied);
    };
    let save = move || scenario_file::save(page);
    let body = move || match link.get() {
        Ok(link) => {
            let input = el("input")
                .attr("type", "text")
                .attr("readonly", "")
                .attr("id", "share-link")
                .test_id("share-link")
                .word_attr("aria-label", page, SharingText::Link)
                .value(move || link.clone())
                .on("focus", |_| {
                    focus_and_select("share-link");
                });
            fragment([
                el("p").word(page, SharingText::About).done(),
                el("div")
                    .class("share-line")
                    .el(input)
                    .el(word_button(page, "share-copy", SharingText::CopyLink).class("primary").click(copy))
                    .done(),
            ])
        }
        Err(LinkTooLong { length }) => fragment([
            el("p")
                .class("bad")
                .test_id("share-too-long")
                .dyn_text(move || {
                    let said = link_length(length, MOST_LINK, page.language.get());
                    [&said, page.word(SharingText::FileInstead)].concat()
                })
                .done(),
            el("div")
                .class("share-line")
                .el(word_button(page, "share-file", SharingText::SaveFile).class("primary").click(save))
                .done(),
        ]),
    };
    fragment([dynamic(body), el("p").class("hint").word(page, SharingText::AboutPictures).done()])
}

/// The preview of the scenario that a link carries; nothing is kept before it is asked for. A link that carries none says
/// why, and goes: with the dialog, as every link does.
pub fn shared(page: Page, open: RwSignal<bool>) -> AnyView {
    let Some(link) = page.shared.get_untracked() else { return empty() };
    let language = page.language.get_untracked();
    let read = read_fragment(&link).map_err(|problem| link_problem(problem, language).to_owned());
    let read = read.and_then(|json| from_json(&json).map_err(|problem| file_problem(&problem, language)));
    match read {
        Ok(scenario) => preview(page, open, scenario),
        Err(why) => {
            page.notices.keep(why);
            request_animation_frame(move || open.set(false));
            empty()
        }
    }
}

fn preview(page: Page, open: RwSignal<bool>, scenario: Scenario) -> AnyView {
    let outcome = StoredValue::new(evaluate(&scenario));
    let scenario = StoredValue::new(scenario);
    let said = move || {
        let language = page.language.get();
        scenario.with_value(|scenario| outcome.with_value(|outcome| shared_said(scenario, outcome, language)))
    };
    let rows = move || {
        let language = page.language.get();
        scenario.with_value(|scenario| {
            outcome.with_value(|outcome| {
                let known = |text: Option<String>| text.unwrap_or_else(|| NONE.to_owned());
                let row = |(county, row): (&crate::model::County, &crate::model::Row)| {
                    let figures = [
                        known(row.inputs.base.map(exact_rate)),
                        known(row.target.rate().map(|rate| hundredths(rate.percent_shown()))),
                        known(row.inputs.slots.map(|slots| thousands(u64::from(slots.get())))),
                    ];
                    el("tr")
                        .el(el("th").attr("scope", "row").class("name").text(language.name(&county.name)))
                        .children(figures.map(|figure| el("td").text(figure).done()))
                        .done()
                };
                scenario.region().counties().iter().zip(&outcome.rows).map(row).collect()
            })
        })
    };
    let keep = move || {
        let workspace = page.workspace;
        workspace.commit();
        let content = scenario.get_value();
        let name = workspace.name_for(content.name());
        let said = FileMessage::opened(&content, &name).in_language(page.language.get_untracked());
        workspace.step_and_say(|| workspace.make(content, &name), said);
        open.set(false);
    };
    let heads = [SharingText::County, SharingText::Base, SharingText::Target, SharingText::Slots];
    let head = heads.map(|name| {
        let head = el("th").attr("scope", "col").word(page, name);
        if name == SharingText::County { head.class("name").done() } else { head.done() }
    });
    fragment([
        el("p").test_id("shared-said").dyn_text(said).done(),
        scroll_frame("shared-rows")
            .word_attr("aria-label", page, SharingText::SharedTitle)
            .child(
                el("table")
                    .class("tool-table")
                    .child(el("thead").child(el("tr").children(head).done()).done())
                    .child(el("tbody").child(list(rows)).done())
                    .done(),
            )
            .done(),
        el("p").class("hint").word(page, SharingText::SharedHint).done(),
        el("div")
            .class("share-line")
            .el(word_button(page, "shared-keep", SharingText::Keep).class("primary").click(keep))
            .el(word_button(page, "shared-leave", SharingText::Leave).click(move || open.set(false)))
            .done(),
    ])
}
