//! What the page and its commands may be made of: licences, sources, and what never belongs to either.

use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::error::Error;
use crate::place::Place;
use crate::run::{answer, cargo};

/// All of these let the page be given away with a notice alone.
const LICENCES: [&str; 7] = ["Apache-2.0", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "MIT", "Unicode-3.0", "Zlib"];

/// The page speaks to nobody, and so does nothing that builds it.
const BANNED: [&str; 4] = ["reqwest", "hyper", "openssl", "openssl-sys"];

/// How cargo names crates.io, also where a mirror stands for it.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Prints every package of Cargo.lock that may not be there, with the reason.
pub fn check(place: &Place) -> Result<(), Error> {
    let mut command = cargo(&["metadata", "--format-version", "1", "--locked", "--all-features"], place.root());
    let metadata = answer(&mut command).ok_or(Error::UnreadableMetadata)?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|_| Error::UnreadableMetadata)?;
    let packages = metadata.get("packages").and_then(Value::as_array).ok_or(Error::UnreadableMetadata)?;
    let refusals: Vec<String> = packages.iter().flat_map(refusals).collect();
    for refusal in &refusals {
        println!("{refusal}");
    }
    println!("{} packages checked", packages.len());
    if refusals.is_empty() { Ok(()) } else { Err(Error::RefusedPackages(refusals.len())) }
}

/// What speaks against a package of cargo's metadata.
fn refusals(package: &Value) -> Vec<String> {
    let text = |key: &str| package.get(key).and_then(Value::as_str);
    let name = text("name").unwrap_or_default();
    let mut found = Vec::new();
    if BANNED.contains(&name) {
        found.push(format!("{name}: banned"));
    }
    match text("source") {
        // A package of this workspace.
        None => found.extend(wildcards(package).map(|wanted| format!("{name}: any version of {wanted} would do"))),
        Some(CRATES_IO) => {}
        Some(source) => found.push(format!("{name}: comes from {source}")),
    }
    let licence = text("license").unwrap_or("none");
    if !is_allowed(licence) {
        found.push(format!("{name}: its licence is {licence}"));
    }
    found
}

/// The dependencies that a package takes in any version at all.
fn wildcards(package: &Value) -> impl Iterator<Item = &str> {
    let dependencies = package.get("dependencies").and_then(Value::as_array).into_iter().flatten();
    let of_registry = dependencies.filter(|dependency| dependency.get("path").is_none());
    let any = of_registry.filter(|dependency| dependency.get("req").and_then(Value::as_str) == Some("*"));
    any.filter_map(|dependency| dependency.get("name").and_then(Value::as_str))
}

/// Whether the allowed licences satisfy an SPDX expression. Older packages write `/` for `OR`.
fn is_allowed(licence: &str) -> bool {
    let is_listed = |name: &str| LICENCES.contains(&name);
    Expression::parse_mode(licence, ParseMode::LAX).is_ok_and(|expression| {
        expression.evaluate(|requirement| requirement.license.id().is_some_and(|id| is_listed(id.name)))
    })
}

#[cfg(test)]
mod tests {
    use super::{CRATES_IO, is_allowed, refusals};
    use serde_json::json;

    #[test]
    fn a_licence_is_allowed_if_one_can_choose_so() {
        for licence in ["MIT", "MIT OR GPL-3.0-only", "Unlicense/MIT", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(is_allowed(licence), "{licence}");
        }
        for licence in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "none", ""] {
            assert!(!is_allowed(licence), "{licence}");
        }
    }

    #[test]
    fn a_package_is_refused_for_each_reason() {
        let usual = json!({"name": "a", "source": CRATES_IO, "license": "MIT"});
        assert!(refusals(&usual).is_empty());
        let own = json!({"name": "a", "license": "MIT", "dependencies": [{"name": "b", "req": "*"}]});
        assert_eq!(refusals(&own), ["a: any version of b would do"]);
        let beside = json!({"name": "a", "license": "MIT", "dependencies": [{"name": "b", "req": "*", "path": "/b"}]});
        assert!(refusals(&beside).is_empty());
        let foreign = json!({"name": "hyper", "source": "git+https://example.org", "license": null});
        assert_eq!(refusals(&foreign).len(), 3);
    }
}
