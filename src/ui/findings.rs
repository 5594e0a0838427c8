//! What is wrong or worth knowing, in words, the gravest first.

use leptos::prelude::*;

use crate::model::{Finding, Region, Severity};
use crate::text::{Language, Word, finding};

use super::el::{el, list};
use super::page::Page;

/// The list of findings; each says how much it matters by word and by shape.
pub fn findings(page: Page) -> AnyView {
    let workspace = page.workspace;
    let lines = move || {
        let language = page.language.get();
        let region = workspace.region.get();
        workspace.outcome.with(|outcome| outcome.findings.iter().map(|found| show(found, &region, language)).collect())
    };
    el("section")
        .class("findings")
        .test_id("findings")
        .say("aria-label", page, Word::Findings)
        .child(el("ul").child(list(lines)).done())
        .done()
}

fn show(found: &Finding, region: &Region, language: Language) -> AnyView {
    let (class, mark, word) = match found.severity() {
        Severity::Problem => ("problem", "■", Word::Problem),
        Severity::Warning => ("warning", "▲", Word::Warning),
        Severity::Note => ("note", "●", Word::Note),
    };
    let mark = el("span").set("aria-hidden", "true").text(mark);
    el("li")
        .class(class)
        .child(el("strong").el(mark).text(word.in_language(language)).done())
        .child(el("span").text(finding(found, region, language)).done())
        .done()
}
