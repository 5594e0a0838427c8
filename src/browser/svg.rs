//! A picture on the page: only the elements that changed are touched.

use web_sys::Element as Node;

use crate::charts::{Element, FONTS, Picture, Step, steps};

use super::dom::{WidthObserver, by_test_id, document, observe_width};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An `<svg>` that fills an element of the page: a picture, and above it the areas that can be pointed at.
pub struct SvgCanvas {
    root: Node,
    picture: (Node, Drawn),
    areas: (Node, Drawn),
    _observer: Option<WidthObserver>,
}

impl SvgCanvas {
    /// Puts an empty one into the element with this test id and tells of its width, now and whenever it changes.
    /// `described_by` is the id of the text that tells what it shows.
    pub fn within(test_id: &str, described_by: &str, tell: impl Fn(u32) + 'static) -> Option<Self> {
        let element = by_test_id(test_id)?;
        let document = document()?;
        let make = |tag| document.create_element_ns(Some(SVG), tag).ok();
        let (root, picture, areas) = (make("svg")?, make("g")?, make("g")?);
        let attributes =
            [("class", "picture"), ("font-family", FONTS), ("role", "group"), ("aria-describedby", described_by)];
        for (name, value) in attributes {
            let _ = root.set_attribute(name, value);
        }
        // The areas say it all; read aloud, the picture would say it twice.
        let _ = picture.set_attribute("aria-hidden", "true");
        root.append_child(&picture).ok()?;
        root.append_child(&areas).ok()?;
        element.append_child(&root).ok()?;
        let observer = observe_width(&element, move |width| tell(u32::try_from(width).unwrap_or(0)));
        let (picture, areas) = ((picture, Drawn::default()), (areas, Drawn::default()));
        Some(Self { root, picture, areas, _observer: observer })
    }

    /// Shows a picture under this name.
    pub fn show(&mut self, picture: &Picture, areas: &[Element], name: &str) {
        // A view box that is set anew, though it is the same, has every text of the picture laid out anew.
        for (attribute, value) in [("viewBox", picture.view_box().as_str()), ("aria-label", name)] {
            if self.root.get_attribute(attribute).as_deref() != Some(value) {
                let _ = self.root.set_attribute(attribute, value);
            }
        }
        self.picture.1.show(&self.picture.0, picture.elements());
        self.areas.1.show(&self.areas.0, areas);
    }
}

/// The elements on show in a group.
#[derive(Default)]
struct Drawn {
    elements: Vec<Element>,
    nodes: Vec<Node>,
}

impl Drawn {
    /// Shows these elements in the group: patches what differs, makes what is new, removes what is left over.
    fn show(&mut self, group: &Node, elements: &[Element]) {
        let mut at = 0;
        for step in steps(&self.elements, elements) {
            if step == Step::Remove {
                self.nodes.remove(at).remove();
                self.elements.remove(at);
                continue;
            }
            // Up to here the picture is as it is wanted.
            let element = &elements[at];
            if step == Step::Insert {
                let Some(node) = make(element) else { return };
                let _ = group.insert_before(&node, self.nodes.get(at).map(AsRef::as_ref));
                self.nodes.insert(at, node);
                self.elements.insert(at, element.clone());
            } else if step == Step::Change {
                if self.elements[at].tag == element.tag {
                    patch(&self.nodes[at], &self.elements[at], element);
                } else {
                    let Some(node) = make(element) else { return };
                    let _ = self.nodes[at].replace_with_with_node_1(&node);
                    self.nodes[at] = node;
                }
                self.elements[at] = element.clone();
            }
            at += 1;
        }
    }
}

fn make(element: &Element) -> Option<Node> {
    let node = document()?.create_element_ns(Some(SVG), element.tag).ok()?;
    for (name, value) in &element.attributes {
        let _ = node.set_attribute(name, value);
    }
    node.set_text_content(element.text.as_deref());
    Some(node)
}

fn patch(node: &Node, shown: &Element, element: &Element) {
    for (name, _) in &shown.attributes {
        if !element.attributes.iter().any(|(kept, _)| kept == name) {
            let _ = node.remove_attribute(name);
        }
    }
    for attribute in &element.attributes {
        if !shown.attributes.contains(attribute) {
            let _ = node.set_attribute(attribute.0, &attribute.1);
        }
    }
    if shown.text != element.text {
        // The text's own node goes on where there is one: a new one is styled and laid out from nothing.
        match (node.first_child(), &element.text) {
            (Some(text), Some(_)) => text.set_node_value(element.text.as_deref()),
            _ => node.set_text_content(element.text.as_deref()),
        }
    }
}
