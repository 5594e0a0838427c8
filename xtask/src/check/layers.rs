//! The layers of the page: `state` ← `widgets` ← the features, which do not know each other ← `shell`.
//! Files import each other in no circle but that of a module with its own parts.

use std::collections::{BTreeMap, BTreeSet};

use syn::visit::{Visit, visit_path};

/// What each module of `src/ui` uses, by names like `plan/grid`.
type Uses = BTreeMap<String, BTreeSet<String>>;

/// What is wrong among the files of `src/ui`, each given as its module (`plan/grid`) and its source.
pub fn broken_layers(files: &[(String, String)]) -> Vec<String> {
    let mut uses: Uses = files.iter().map(|(module, _)| (module.clone(), BTreeSet::new())).collect();
    let mut broken = Vec::new();
    for (module, source) in files {
        let mut paths = Paths::default();
        match syn::parse_file(source) {
            Ok(file) => paths.visit_file(&file),
            Err(problem) => broken.push(format!("src/ui/{module}.rs: {problem}")),
        }
        let mut used: BTreeSet<String> = paths.0.iter().filter_map(|path| led_to(module, path, &uses)).collect();
        // Itself, and what it is a part of.
        used.retain(|to| !format!("{module}/").starts_with(&format!("{to}/")));
        for to in used.iter().filter(|to| !may_use(module, to)) {
            broken.push(format!("src/ui/{module}.rs must not use `{to}`: only what lies below, no other feature"));
        }
        uses.insert(module.clone(), used);
    }
    // What uses nothing, or is used by nothing, is in no circle; what is left when all such are gone is.
    loop {
        let is_used = |module: &String| uses.values().any(|used| used.contains(module));
        let uses_some = |used: &BTreeSet<String>| used.iter().any(|to| uses.contains_key(to));
        let in_circle =
            |(module, used): (&String, &BTreeSet<String>)| (is_used(module) && uses_some(used)).then(|| module.clone());
        let left: BTreeSet<String> = uses.iter().filter_map(in_circle).collect();
        if left.len() == uses.len() {
            break;
        }
        uses.retain(|module, _| left.contains(module));
    }
    if !uses.is_empty() {
        let circle: Vec<&str> = uses.keys().map(String::as_str).collect();
        broken.push(format!("src/ui: these use each other in circles: {}", circle.join(", ")));
    }
    broken
}

fn may_use(from: &str, to: &str) -> bool {
    let layer = |module: &str| module.split('/').next().unwrap_or_default().to_owned();
    let rank = |layer: &str| ["state", "widgets", "", "shell"].iter().position(|one| *one == layer).unwrap_or(2);
    let (from, to) = (layer(from), layer(to));
    from == to || rank(&to) < rank(&from)
}

/// The module that a path leads to, if it is one of the page's.
fn led_to(from: &str, path: &[String], known: &Uses) -> Option<String> {
    let own: Vec<&str> = from.split('/').collect();
    let ups = path.iter().take_while(|name| *name == "super").count();
    let (mut at, rest) = match path {
        [root, ui, rest @ ..] if root == "crate" && ui == "ui" => (Vec::new(), rest),
        [this, rest @ ..] if this == "self" => (own, rest),
        _ => (own[..own.len().checked_sub(ups)?].to_vec(), &path[ups..]),
    };
    for name in rest {
        at.push(name);
        if !known.contains_key(&at.join("/")) {
            at.pop();
            break;
        }
    }
    Some(at.join("/")).filter(|module| known.contains_key(module))
}

/// All paths of a file, name by name.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn in_use(&mut self, tree: &syn::UseTree, before: &[String]) {
        let and = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            syn::UseTree::Path(step) => self.in_use(&step.tree, &and(&step.ident)),
            syn::UseTree::Name(name) => self.0.push(and(&name.ident)),
            syn::UseTree::Rename(name) => self.0.push(and(&name.ident)),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.in_use(tree, before)),
            syn::UseTree::Glob(_) => self.0.push(before.to_vec()),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.in_use(&item.tree, &[]);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        visit_path(self, path);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn violations_are_found() {
        let check = |sources: &[(&str, &str)]| {
            let others = ["state", "state/page", "plan", "shell", "shell/app", "tasks"].map(|name| (name, ""));
            let others = others.iter().filter(|(name, _)| sources.iter().all(|(one, _)| one != name));
            let owned = |(name, source): &(&str, &str)| ((*name).to_owned(), (*source).to_owned());
            super::broken_layers(&sources.iter().chain(others).map(owned).collect::<Vec<_>>())
        };
        let below = "use crate::ui::state::page::Page; fn f() -> super::Plan { super::super::state::page::f() }";
        assert_eq!(check(&[("plan/grid", below), ("plan", "use grid::f;")]), [""; 0]);
        assert_eq!(check(&[("state/page", "use crate::ui::{shell::app::app, plan};")]).len(), 2);
        assert_eq!(check(&[("plan/grid", "fn f() { crate::ui::tasks::f() }")]).len(), 1);
        assert_eq!(check(&[("plan/a", "use super::b::B;"), ("plan/b", "use super::a::A;")]).len(), 1);
        assert_eq!(check(&[("tasks", "not Rust")]).len(), 1);
    }
}
