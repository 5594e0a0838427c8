//! Messages that the whole page shows.

use leptos::prelude::*;

use crate::browser::download_text;
use crate::text::Word;
use crate::ui::state::notices::{Notice, Notices};
use crate::ui::state::page::Page;
use crate::ui::widgets::element::{el, list, word_button};

/// The messages, spoken by screen readers as they appear.
pub fn notice_area(page: Page) -> AnyView {
    let shown = move || page.notices.all().into_iter().map(|notice| show(page, notice)).collect();
    el("div").class("notices").test_id(Notices::TEST_ID).attr("role", "status").child(list(shown)).done()
}

fn show(page: Page, notice: Notice) -> AnyView {
    let Notice { id, fading, step, .. } = notice;
    let workspace = page.workspace;
    let offer = notice.offer.map(|offer| {
        let download = move || {
            download_text(&offer.file_name, "text/plain;charset=utf-8", &offer.text);
        };
        word_button(page, "notice-download", Word::DownloadRaw).click(download).done()
    });
    // Once another step was made, undo would take back that one.
    let undo = step.map(|step| {
        word_button(page, "notice-undo", Word::UndoStep)
            .attr_if("hidden", move || workspace.turn.get() != step)
            .click(move || {
                if workspace.turn.get_untracked() == step {
                    workspace.undo();
                }
                page.notices.dismiss(id);
            })
            .done()
    });
    let dismiss = word_button(page, "notice-dismiss", Word::Dismiss).click(move || page.notices.dismiss(id));
    el("p")
        .class("notice")
        .class_if("fading", move || fading)
        .child(el("span").text(notice.text).done())
        .children(offer)
        .children(undo)
        .el(dismiss)
        .done()
}
