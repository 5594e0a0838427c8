//! What is wrong or worth knowing, in words, the gravest first.

use leptos::prelude::*;

use crate::model::Severity;
use crate::text::{Subject, Word, finding};

use super::el::{el, list};
use super::later;
use super::page::Page;

/// The list of findings; each says how much it matters by word and by shape, and opens its explanation.
pub fn findings(page: Page) -> AnyView {
    let workspace = page.workspace;
    let lines = move || {
        let language = page.language.get();
        let region = workspace.region.get();
        workspace.outcome.with(|outcome| {
            let found = outcome.findings.iter();
            found
                .map(|found| {
                    let subject = Subject::Finding(found.clone());
                    line(page, found.severity(), &finding(found, &region, language), subject)
                })
                .collect()
        })
    };
    el("section")
        .class("findings")
        .test_id("findings")
        .say("aria-label", page, Word::Findings)
        .child(el("ul").child(list(lines)).child(later::part(page, move |later| (later.findings)(page))).done())
        .done()
}

/// One finding.
pub fn line(page: Page, severity: Severity, text: &str, subject: Subject) -> AnyView {
    let (class, mark, word) = match severity {
        Severity::Problem => ("problem", "■", Word::Problem),
        Severity::Warning => ("warning", "▲", Word::Warning),
        Severity::Note => ("note", "●", Word::Note),
    };
    let mark = el("span").set("aria-hidden", "true").text(mark);
    let why = el("button")
        .set("type", "button")
        .class("why")
        .word(page, Word::Why)
        .click(move || super::explain::open(page, subject.clone(), true));
    el("li")
        .class(class)
        .child(el("strong").el(mark).word(page, word).done())
        .child(el("span").text(text).done())
        .el(why)
        .done()
}
