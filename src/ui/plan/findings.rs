//! What is wrong or worth knowing, in words, the gravest first.

use leptos::prelude::*;

use crate::model::{Finding, Severity};
use crate::text::{Subject, Word, finding};
use crate::ui::state::page::Page;
use crate::ui::widgets::deferred::deferred;
use crate::ui::widgets::element::{button, el, list};
use crate::ui::widgets::explain::open;

/// A finding as it is shown.
#[derive(Clone, PartialEq)]
pub struct Line {
    /// How much it matters.
    pub severity: Severity,
    /// What is found, in words.
    pub text: String,
    /// What its explanation is about.
    pub subject: Subject,
}

/// The list of findings; each says how much it matters by word and by shape, and opens its explanation.
pub fn findings(page: Page) -> AnyView {
    let lines = Memo::new(move |_| {
        let language = page.language.get();
        let region = page.workspace.region.get();
        let line = |found: &Finding| Line {
            severity: found.severity(),
            text: finding(found, &region, language),
            subject: Subject::Finding(found.clone()),
        };
        page.planned(|_, outcome| outcome.findings.iter().map(line).collect::<Vec<_>>())
    });
    let has_none =
        move || lines.with(Vec::is_empty) && page.planned_supply(|supply| supply.findings.is_empty()).unwrap_or(true);
    el("section")
        .class("findings")
        .attr_if("hidden", has_none)
        .test_id("findings")
        .word_attr("aria-label", page, Word::Findings)
        .child(el("ul").child(listed(page, lines)).child(deferred(page, move |module| (module.findings)(page))).done())
        .done()
}

/// Findings one below the other. As long as they weigh the same, what they say is written where it differs.
pub fn listed(page: Page, lines: Memo<Vec<Line>>) -> AnyView {
    let weights = Memo::new(move |_| lines.with(|lines| lines.iter().map(|line| line.severity).collect::<Vec<_>>()));
    list(move || {
        let line = |(at, severity)| line(page, lines, at, severity);
        weights.get().into_iter().enumerate().map(line).collect()
    })
}

/// One finding.
fn line(page: Page, lines: Memo<Vec<Line>>, at: usize, severity: Severity) -> AnyView {
    let (class, mark, word) = match severity {
        Severity::Problem => ("problem", "■", Word::Problem),
        Severity::Warning => ("warning", "▲", Word::Warning),
        Severity::Note => ("note", "●", Word::Note),
    };
    let mark = el("span").attr("aria-hidden", "true").text(mark);
    let text = move || lines.with(|lines| lines.get(at).map_or_else(String::new, |line| line.text.clone()));
    let explain = move || {
        if let Some(subject) = lines.with_untracked(|lines| lines.get(at).map(|line| line.subject.clone())) {
            open(page, subject, true);
        }
    };
    el("li")
        .class(class)
        .child(el("strong").el(mark).word(page, word).done())
        .child(el("span").dyn_text(text).done())
        .el(button().class("why").word(page, Word::Why).click(explain))
        .done()
}
