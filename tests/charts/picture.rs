//! A drawn picture read back from its SVG, and what must hold of any.

use roxmltree::{Document, Node};

/// Widths of ASCII in Noto Sans CJK SC, the widest of the fonts in use, in thousandths of an em: regular and
/// bold, as Chromium measures them.
#[rustfmt::skip]
const ASCII: [(u16, u16); 95] = [
    (224,227),(323,370),(474,574),(555,590),(555,590),(921,963),(680,740),(278,325),(338,378),(338,378),(467,507),
    (555,590),(278,325),(347,370),(278,325),(392,387),(555,590),(555,590),(555,590),(555,590),(555,590),(555,590),
    (555,590),(555,590),(555,590),(555,590),(278,325),(278,325),(555,590),(555,590),(555,590),(474,514),(946,1007),
    (608,641),(657,681),(638,656),(688,714),(589,615),(552,585),(689,717),(728,757),(293,330),(535,568),(646,686),
    (543,578),(812,853),(723,749),(742,770),(633,667),(742,770),(635,682),(596,624),(599,625),(721,748),(575,619),
    (878,915),(573,627),(531,580),(603,613),(338,378),(392,387),(338,378),(555,590),(559,567),(606,626),(563,591),
    (618,644),(510,527),(620,644),(554,581),(325,372),(564,597),(607,640),(275,304),(275,306),(552,604),(284,315),
    (926,964),(610,641),(606,626),(620,644),(620,644),(388,436),(468,495),(377,421),(607,637),(521,576),(802,863),
    (498,562),(521,574),(475,511),(338,378),(270,296),(338,378),(555,590),
];

#[derive(Clone, Copy, Debug)]
struct Area {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Area {
    fn overlaps(&self, other: &Self, by: f64) -> bool {
        self.left + by < other.right
            && other.left + by < self.right
            && self.top + by < other.bottom
            && other.top + by < self.bottom
    }

    fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

#[derive(Debug)]
struct Shape {
    area: Area,
    /// The colour that it is filled with.
    fill: Option<[u8; 3]>,
    /// What it says, of a text.
    text: Option<String>,
    /// Whether it is a sign: a triangle or a diamond.
    is_sign: bool,
    /// The corners of a line that is not level.
    path: Vec<(f64, f64)>,
}

/// What stands in a picture, in drawing order.
pub struct Drawn {
    frame: Area,
    shapes: Vec<Shape>,
    unit: f64,
}

impl Drawn {
    pub fn parse(svg: &str, unit: f64) -> Self {
        let document = Document::parse(svg).unwrap();
        let root = document.root_element();
        let frame: Vec<f64> = root.attribute("viewBox").unwrap().split(' ').map(|side| side.parse().unwrap()).collect();
        let frame = Area { left: frame[0], top: frame[1], right: frame[2], bottom: frame[3] };
        let elements = root.children().filter(|node| !node.has_tag_name("title") && !node.has_tag_name("desc"));
        Self { frame, shapes: elements.map(shape).collect(), unit }
    }

    /// Whether some text is exactly this.
    pub fn says(&self, text: &str) -> bool {
        self.texts().any(|(shape, _)| shape.text.as_deref() == Some(text))
    }

    pub fn stays_inside(&self, what: &str) {
        for shape in &self.shapes {
            let Area { left, top, right, bottom } = shape.area;
            assert!(left <= right && top <= bottom, "{what}: turned inside out: {shape:?}");
            let inside = left >= 0.0 && top >= 0.0 && right <= self.frame.right && bottom <= self.frame.bottom;
            assert!(inside, "{what}: outside of the frame: {shape:?}");
        }
    }

    /// Whether every text leaves so many units free at the right of the frame.
    pub fn keeps_right_margin(&self, units: f64, what: &str) {
        for (text, _) in self.texts() {
            assert!(text.area.right <= self.frame.right - units * self.unit, "{what}: {text:?} lies in the margin");
        }
    }

    pub fn keeps_texts_apart(&self, what: &str) {
        let tolerance = 0.3 * self.unit;
        let texts: Vec<_> = self.texts().collect();
        for (at, (text, _)) in texts.iter().enumerate() {
            for (other, _) in &texts[at + 1..] {
                assert!(!text.area.overlaps(&other.area, tolerance), "{what}: {text:?} touches {other:?}");
            }
            for line in self.shapes.iter().filter(|shape| self.is_line(shape)) {
                assert!(!text.area.overlaps(&line.area, tolerance), "{what}: {text:?} is struck by {line:?}");
            }
            for line in self.shapes.iter().filter(|shape| !shape.path.is_empty()) {
                assert!(!line.passes(text.area, tolerance), "{what}: {text:?} is struck by {line:?}");
            }
            for sign in self.shapes.iter().filter(|shape| shape.is_sign) {
                assert!(!text.area.overlaps(&sign.area, tolerance), "{what}: {text:?} touches {sign:?}");
            }
        }
    }

    pub fn has_contrast(&self, what: &str) {
        const STEPS: i32 = 8;
        for (text, position) in self.texts() {
            let colour = text.fill.unwrap();
            for step in 0..=STEPS * STEPS {
                let part = |step: i32| f64::from(step) / f64::from(STEPS);
                let Area { left, top, right, bottom } = text.area;
                let point =
                    (left + (right - left) * part(step % (STEPS + 1)), top + (bottom - top) * part(step / (STEPS + 1)));
                let behind = self.shapes[..position].iter().rev();
                let mut behind = behind.filter(|shape| shape.text.is_none() && shape.area.holds(point));
                let ground = behind.find_map(|shape| shape.fill).unwrap();
                let contrast = contrast(colour, ground);
                assert!(contrast >= 4.5, "{what}: {text:?} has {contrast:.2}:1 upon {ground:x?}");
            }
        }
    }

    fn texts(&self) -> impl Iterator<Item = (&Shape, usize)> {
        self.shapes.iter().enumerate().filter(|(_, shape)| shape.text.is_some()).map(|(at, shape)| (shape, at))
    }

    /// A flat field: the axis, or the official plan's value.
    fn is_line(&self, shape: &Shape) -> bool {
        shape.text.is_none() && shape.fill.is_some() && shape.area.bottom - shape.area.top <= 2.0 * self.unit
    }

    /// Whether every text keeps off the fields that are so narrow that they are lines, as the calendar's.
    pub fn keeps_off_uprights(&self, what: &str) {
        let upright = |shape: &&Shape| {
            let Area { left, top, right, bottom } = shape.area;
            let narrow = right - left <= 2.0 * self.unit && bottom - top > 2.0 * self.unit;
            shape.text.is_none() && shape.fill.is_some() && narrow
        };
        for line in self.shapes.iter().filter(upright) {
            for (text, _) in self.texts() {
                assert!(!text.area.overlaps(&line.area, 0.3 * self.unit), "{what}: {text:?} is struck by {line:?}");
            }
        }
    }
}

impl Shape {
    /// Whether a line comes nearer to an area than its own half width, seen at many places along it.
    fn passes(&self, area: Area, tolerance: f64) -> bool {
        const STEPS: u32 = 200;
        let Area { left, top, right, bottom } = area;
        self.path.windows(2).any(|ends| {
            let ((x, y), (to_x, to_y)) = (ends[0], ends[1]);
            (0..=STEPS).any(|step| {
                let part = f64::from(step) / f64::from(STEPS);
                let (x, y) = (x + (to_x - x) * part, y + (to_y - y) * part);
                x > left + tolerance && x < right - tolerance && y > top + tolerance && y < bottom - tolerance
            })
        })
    }
}

fn number(node: Node<'_, '_>, attribute: &str) -> f64 {
    node.attribute(attribute).map_or(0.0, |value| value.parse().unwrap())
}

fn shape(node: Node<'_, '_>) -> Shape {
    let fill = node.attribute("fill").filter(|fill| *fill != "none").map(colour);
    let area = match node.tag_name().name() {
        "rect" => {
            let (left, top) = (number(node, "x"), number(node, "y"));
            let grown = number(node, "stroke-width") / 2.0;
            let (right, bottom) = (left + number(node, "width"), top + number(node, "height"));
            Area { left: left - grown, top: top - grown, right: right + grown, bottom: bottom + grown }
        }
        "polygon" => about(&corners(node), 0.0),
        "polyline" => {
            let path = corners(node);
            let area = about(&path, number(node, "stroke-width") / 2.0);
            return Shape { area, fill, text: None, is_sign: false, path };
        }
        "text" => {
            let text = node.text().map(str::to_owned);
            return Shape { area: text_area(node), fill, text, is_sign: false, path: Vec::new() };
        }
        other => panic!("a chart draws no {other}"),
    };
    Shape { area, fill, text: None, is_sign: node.has_tag_name("polygon"), path: Vec::new() }
}

fn corners(node: Node<'_, '_>) -> Vec<(f64, f64)> {
    let points = node.attribute("points").unwrap().split(' ');
    points.map(|point| point.split_once(',').map(|(x, y)| (x.parse().unwrap(), y.parse().unwrap())).unwrap()).collect()
}

/// The area of these points, so much wider on each side.
fn about(points: &[(f64, f64)], by: f64) -> Area {
    let least = |values: &dyn Fn(&(f64, f64)) -> f64| points.iter().map(values).fold(f64::INFINITY, f64::min) - by;
    Area {
        left: least(&|point| point.0),
        top: least(&|point| point.1),
        right: -least(&|point| -point.0),
        bottom: -least(&|point| -point.1),
    }
}

/// The box of a text's ink: as wide as Noto Sans CJK, as high as its letters.
fn text_area(node: Node<'_, '_>) -> Area {
    let text = node.text().unwrap();
    let (x, y, size) = (number(node, "x"), number(node, "y"), number(node, "font-size"));
    let bold = node.attribute("font-weight").is_some();
    let width = match node.attribute("textLength") {
        Some(length) => length.parse().unwrap(),
        None => text.chars().map(|character| em(character, bold)).sum::<f64>() * size,
    };
    let start = match node.attribute("text-anchor") {
        Some("middle") => -width / 2.0,
        Some("end") => -width,
        _ => 0.0,
    };
    let figures = text.chars().all(|character| character.is_ascii_digit() || ".,%+−—".contains(character));
    let (above, below) = if figures {
        (0.74 * size, if text.contains(',') { 0.15 } else { 0.02 } * size)
    } else {
        (0.88 * size, 0.16 * size)
    };
    match node.attribute("transform") {
        None => Area { left: x + start, top: y - above, right: x + start + width, bottom: y + below },
        Some(turn) => {
            assert_eq!(turn, format!("rotate(-90 {} {})", node.attribute("x").unwrap(), node.attribute("y").unwrap()));
            Area { left: x - above, top: y - start - width, right: x + below, bottom: y - start }
        }
    }
}

fn em(character: char, bold: bool) -> f64 {
    match u32::from(character) {
        code @ 0x20..=0x7E => {
            let (regular, heavy) = ASCII[code as usize - 0x20];
            f64::from(if bold { heavy } else { regular }) / 1_000.0
        }
        0x2212 => 0.59,
        0xC0..=0x24F => 0.66,
        _ => 1.0,
    }
}

fn colour(hex: &str) -> [u8; 3] {
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).unwrap();
    [part(1), part(3), part(5)]
}

/// Contrast of two colours by WCAG 2.
pub fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let luminance = |colour: [u8; 3]| {
        let part = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * part(colour[0]) + 0.7152 * part(colour[1]) + 0.0722 * part(colour[2])
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
