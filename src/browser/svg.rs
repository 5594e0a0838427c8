//! A picture on the page: only the elements that changed are touched.

use web_sys::Element as Node;

use crate::charts::Element;

use super::dom::document;

const SVG: &str = "http://www.w3.org/2000/svg";

/// The elements on show in a group of an `<svg>`.
#[derive(Default)]
pub struct Drawn {
    elements: Vec<Element>,
    nodes: Vec<Node>,
}

impl Drawn {
    /// Shows these elements in the group: patches what differs, makes what is new, removes what is left over.
    pub fn show(&mut self, group: &Node, elements: &[Element]) {
        for (index, element) in elements.iter().enumerate() {
            match self.elements.get(index) {
                Some(shown) if shown == element => {}
                Some(shown) if shown.tag == element.tag => {
                    patch(&self.nodes[index], shown, element);
                    self.elements[index] = element.clone();
                }
                Some(_) => {
                    if let Some(node) = make(element) {
                        let _ = self.nodes[index].replace_with_with_node_1(&node);
                        self.nodes[index] = node;
                        self.elements[index] = element.clone();
                    }
                }
                None => {
                    if let Some(node) = make(element).filter(|node| group.append_child(node).is_ok()) {
                        self.nodes.push(node);
                        self.elements.push(element.clone());
                    }
                }
            }
        }
        self.elements.truncate(elements.len());
        for node in self.nodes.drain(elements.len().min(self.nodes.len())..) {
            node.remove();
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
        node.set_text_content(element.text.as_deref());
    }
}
