//! 说明: method, formulas, sources, what is stored where, and how to keep a copy.

pub mod guide;
pub mod help;

use leptos::prelude::*;

use crate::browser::is_opened_as_file;
use crate::text::{GuideText, Part, Section, ToolWord, about, persistence};
use crate::ui::state::page::Page;
use crate::ui::state::persistence::Persistence;
use crate::ui::widgets::element::{button, dynamic, el, fragment, word_button};

/// The whole page.
pub fn page(page: Page) -> AnyView {
    let contents = move || {
        let sections = about(page.language.get());
        let link = |section: &Section| {
            let id = section.id;
            let to = move || {
                // The address is the route; only the view moves.
                if let Some(target) = crate::browser::by_test_id(&["about-", id].concat()) {
                    target.scroll_into_view();
                    let _ = target.focus();
                }
            };
            el("li").el(button().class("why").text(section.title).click(to)).done()
        };
        let section = |section: &Section| {
            el("section")
                .class("card")
                .el(el("h2").attr("tabindex", "-1").test_id(["about-", section.id].concat()).text(section.title))
                .children(
                    (section.id == "storage" && is_opened_as_file())
                        .then(|| el("p").class("hint").test_id("one-file").word(page, ToolWord::OneFile).done()),
                )
                .children(section.parts.iter().map(|of| part(page, of)))
                .done()
        };
        fragment([
            el("nav")
                .class("card about-contents")
                .word_attr("aria-label", page, crate::text::Word::About)
                .child(el("ul").children(sections.iter().map(link)).done())
                .el(word_button(page, "guide-again", GuideText::Again).click(move || guide::begin(page)))
                .done(),
            el("article").class("about").children(sections.iter().map(section)).done(),
        ])
    };
    dynamic(contents)
}

fn part(page: Page, part: &Part) -> AnyView {
    match *part {
        Part::Text(text) => el("p").text(text).done(),
        Part::List(points) => el("ul").children(points.iter().map(|point| el("li").text(*point).done())).done(),
        Part::Terms(terms) => {
            let term = |(term, said): &(&'static str, &'static str)| {
                el("div").el(el("dt").text(*term)).el(el("dd").text(*said)).done()
            };
            el("dl").class("terms").children(terms.iter().map(term)).done()
        }
        Part::Persistence => {
            let promised = move || page.provided::<Persistence>().and_then(|Persistence(promised)| promised.get());
            let said = move || persistence(promised(), page.language.get()).to_owned();
            el("p").test_id("storage-persisted").dyn_text(said).done()
        }
    }
}
