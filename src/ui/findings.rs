//! What is wrong or worth knowing, in words, the gravest first.

use leptos::prelude::*;

use crate::model::{Finding, Region, Severity};
use crate::text::{Language, Word, finding};

use super::page::Page;
use super::parts::{list, word};

/// The list of findings; each says how much it matters by word and by shape.
#[component]
pub fn Findings(page: Page) -> impl IntoView {
    let workspace = page.workspace;
    let findings = move || {
        let language = page.language.get();
        let region = workspace.region.get();
        workspace.outcome.with(|outcome| outcome.findings.iter().map(|found| show(found, &region, language)).collect())
    };
    view! {
        <section class="findings" data-testid="findings" aria-label=word(page, Word::Findings)>
            <ul>{list(findings)}</ul>
        </section>
    }
}

fn show(found: &Finding, region: &Region, language: Language) -> AnyView {
    let (class, mark, word) = match found.severity() {
        Severity::Problem => ("problem", "■", Word::Problem),
        Severity::Warning => ("warning", "▲", Word::Warning),
        Severity::Note => ("note", "●", Word::Note),
    };
    view! {
        <li class=class>
            <strong>
                <span aria-hidden="true">{mark}</span>
                {word.in_language(language)}
            </strong>
            <span>{finding(found, region, language)}</span>
        </li>
    }
    .into_any()
}
