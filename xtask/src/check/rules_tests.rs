//! Each rule, by what it lets pass and what it stops.

use super::broken_rules;

/// Checks the lines and words of what is found, as `2: …`.
fn check(name: &str, source: &str, expected: &[&str]) {
    let found: Vec<String> =
        broken_rules(name, source).iter().map(|broken| format!("{}: {}", broken.line, broken.rule)).collect();
    assert_eq!(found.len(), expected.len(), "{name}: {source}\nfound {found:?}");
    for (found, expected) in found.iter().zip(expected) {
        assert!(found.starts_with(expected), "{name}: {source}\nfound {found}\ninstead of {expected}");
    }
}

#[test]
fn imports_run_one_way() {
    check("src/text/en.rs", "use crate::model::Rate;\nuse crate::text::Text;", &[]);
    check("src/model/rate.rs", "use crate::text;", &["1: `model` must not use `text`"]);
    check("src/charts.rs", "use crate::model;\nuse crate::files::Table;", &["2: `charts` must not use `files`"]);
    check("src/files/read/csv.rs", "fn f() { crate::storage::load() }", &["1: `files` must not use `storage`"]);
    check("src/storage/schema.rs", "use crate::{model::Rate, browser::dom};", &["1: `storage` must not use `browser`"]);
    check(
        "src/browser/tabs.rs",
        "use crate::{\n    storage::{a, b},\n    ui,\n};",
        &["3: `browser` must not use `ui`"],
    );
    check("src/ui/app.rs", "use crate::{browser, charts, files, model, storage, text, ui};", &[]);
    check("src/lib.rs", "pub use crate::ui::app;", &[]);
    check("src/bin/office.rs", "use tuowei::files;", &[]);
    check("src/text.rs", "pub(crate) fn f() {} // crate::ui\nconst A: &str = \"crate::ui\";", &[]);
}

#[test]
fn imports_through_super_are_imports_too() {
    check("src/text.rs", "use super::ui;", &["1: `text` must not use `ui`"]);
    check("src/model/rate.rs", "use super::text;", &[]);
    check("src/model/rate.rs", "use super::super::text;", &["1: `model` must not use `text`"]);
    check("src/model/allocation/steps.rs", "use super::super::super::{model, ui};", &["1: `model` must not use `ui`"]);
    check("src/model/rate.rs", "mod tests {\n use super::*;\n use super::super::text;\n}", &[]);
    check(
        "src/model/rate.rs",
        "mod tests { fn f() { super::super::super::ui::x() } }",
        &["1: `model` must not use `ui`"],
    );
}

#[test]
fn every_module_is_on_the_map() {
    check("src/helpers.rs", "", &["1: `helpers` is no module of the map"]);
    check("src/ui.rs", "use crate::helper;", &["1: `helper` is no module of the map"]);
}

#[test]
fn the_model_has_no_floats() {
    check("src/model/rate.rs", "/// f64\nfn f(x: f64) -> u32 { 0 }", &["2: `f64`"]);
    check("src/model/rate.rs", "const A: u32 = 1.5 as u32 + 2f32 as u32;", &["1: `1.5`", "1: `2f32`"]);
    check("src/model/rate.rs", "const A: u32 = 0xf32; for i in 0..9 {}", &[]);
    check("src/charts/scale.rs", "fn f(x: f64) -> f64 { x * 1.5 }", &[]);
}

#[test]
fn only_the_browser_side_knows_the_browser() {
    check("src/storage/library.rs", "use gloo_storage::LocalStorage;", &["1: `gloo_storage`"]);
    check("src/text/zh_cn.rs", "fn f() { web_sys::window(); }", &["1: `web_sys`"]);
    check("src/browser/dom.rs", "use web_sys::Window;", &[]);
    check("src/ui/app.rs", "use leptos::prelude::*;", &[]);
    check("src/main.rs", "fn main() { leptos::mount::mount_to_body(tuowei::ui::App) }", &[]);
}

#[test]
fn only_tests_may_panic() {
    check("src/text/parse.rs", "fn f() { a.unwrap();\n b.expect(\"c\") }", &["1: `.unwrap(`", "2: `.expect(`"]);
    check("src/text/parse.rs", "fn f() { a.unwrap_or(1); unwrap(b); c.expect_err(d) }", &[]);
    check("src/text/parse.rs", "#[cfg(test)]\nmod tests { fn f() { a.unwrap() } }", &[]);
    check("src/text/parse.rs", "#[cfg(test)]\n#[allow(x)]\nmod tests;\nfn f() { a.unwrap() }", &["4: `.unwrap(`"]);
    check("src/text/parse.rs", "#[cfg(not(test))]\nfn f() { a.unwrap() }", &["2: `.unwrap(`"]);
    check("src/text/parse.rs", "#[cfg(all(test, unix))] fn f(a: [u8; 2]) { a.unwrap() } fn g() {}", &[]);
    check("src/text/tests.rs", "fn f() { a.unwrap() }", &[]);
    check("src/main.rs", "fn main() { a.unwrap() }", &["1: `.unwrap(`"]);
}

#[test]
fn a_file_reads_in_one_sitting() {
    check("src/ui/app.rs", &"\n".repeat(600), &[]);
    check("src/ui/app.rs", &"\n".repeat(601), &["601: 601 lines"]);
}
