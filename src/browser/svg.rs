//! A picture on the page: only the elements that changed are touched.

use web_sys::Element as Node;

use crate::charts::{Element, FONTS, Picture};

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
        let _ = self.root.set_attribute("viewBox", &picture.view_box());
        let _ = self.root.set_attribute("aria-label", name);
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
