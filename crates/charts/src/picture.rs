//! A picture as a list of SVG elements, recorded from plotters.
//!
//! It stands for plotters' own SVG backend, which draws text smaller than it measures and cannot tell how
//! wide Chinese is. A page patches the elements that changed; a file gets the same ones as a document.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    FontTransform,
};

use super::frame::{Frame, STEPS};
use super::measure::{ASCENT, DESCENT, MIDDLE, clean, width};
use super::palette::Palette;

/// The fonts of Windows, macOS and Linux, in this order.
pub const FONTS: &str = "\"Microsoft YaHei UI\",\"Microsoft YaHei\",\"PingFang SC\",\"Noto Sans CJK SC\",sans-serif";

/// One SVG element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// `rect`, `line`, `polyline`, `polygon`, `circle` or `text`.
    pub tag: &'static str,
    /// Presentation attributes; there is no style sheet to need.
    pub attributes: Vec<(&'static str, String)>,
    /// What a `text` says, not yet escaped.
    pub text: Option<String>,
}

/// A drawn chart: SVG elements in a frame of so many pixels, without a background.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    width: u32,
    height: u32,
    elements: Vec<Element>,
}

/// What surrounds the elements of a picture when it leaves the page.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// The name of the picture, for whoever cannot see it.
    pub title: &'a str,
    /// What it shows, in full sentences.
    pub description: &'a str,
    /// The language it is written in, which decides the form of Chinese characters: `zh-CN`.
    pub language: &'a str,
    /// The colours it was drawn in.
    pub palette: &'a Palette,
}

impl Picture {
    /// An empty picture for this frame.
    #[must_use]
    pub fn new(frame: &Frame) -> Self {
        Self { width: frame.width, height: frame.height, elements: Vec::new() }
    }

    /// The elements in drawing order.
    #[must_use]
    pub fn elements(&self) -> &[Element] {
        &self.elements
    }

    /// The coordinate system of the elements, as the `viewBox` of an `<svg>`.
    #[must_use]
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", self.width, self.height)
    }

    /// A document of its own: with a background, a title and a description, and nothing from outside.
    #[must_use]
    pub fn to_svg(&self, envelope: &Envelope<'_>) -> String {
        let (width, height) = (self.width.to_string(), self.height.to_string());
        let mut svg = String::with_capacity(256 + 160 * self.elements.len());
        let root = [
            ("xmlns", "http://www.w3.org/2000/svg".to_owned()),
            ("viewBox", self.view_box()),
            ("width", width.clone()),
            ("height", height.clone()),
            ("font-family", FONTS.to_owned()),
            ("xml:lang", envelope.language.to_owned()),
            ("role", "img".to_owned()),
        ];
        open(&mut svg, "svg", &root);
        svg.push('>');
        for (tag, text) in [("title", envelope.title), ("desc", envelope.description)] {
            open(&mut svg, tag, &[]);
            svg.push('>');
            escape(&mut svg, text);
            close(&mut svg, tag);
        }
        let surface = hex(BackendColor { alpha: 1.0, rgb: rgb(envelope.palette.surface) });
        open(&mut svg, "rect", &[("width", width), ("height", height), ("fill", surface)]);
        svg.push_str("/>");
        for element in &self.elements {
            open(&mut svg, element.tag, &element.attributes);
            match &element.text {
                Some(text) => {
                    svg.push('>');
                    escape(&mut svg, text);
                    close(&mut svg, element.tag);
                }
                None => svg.push_str("/>"),
            }
        }
        svg.push_str("</svg>");
        svg
    }

    fn push(&mut self, tag: &'static str, attributes: Vec<(&'static str, String)>) {
        self.elements.push(Element { tag, attributes, text: None });
    }
}

fn open(svg: &mut String, tag: &str, attributes: &[(&'static str, String)]) {
    svg.push('<');
    svg.push_str(tag);
    for (name, value) in attributes {
        svg.push(' ');
        svg.push_str(name);
        svg.push_str("=\"");
        escape(svg, value);
        svg.push('"');
    }
}

fn close(svg: &mut String, tag: &str) {
    svg.push_str("</");
    svg.push_str(tag);
    svg.push('>');
}

/// Writes text so that no character ends its place, and drops those that XML 1.0 forbids.
fn escape(svg: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            '\'' => svg.push_str("&apos;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            _ if character.is_control() && !matches!(character, '\n' | '\t') => {}
            _ => svg.push(character),
        }
    }
}

const fn rgb(colour: plotters::style::RGBColor) -> (u8, u8, u8) {
    (colour.0, colour.1, colour.2)
}

fn hex(colour: BackendColor) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let (red, green, blue) = colour.rgb;
    let mut hex = String::from("#");
    for part in [red, green, blue] {
        for digit in [part >> 4, part & 15] {
            hex.push(char::from(DIGITS[usize::from(digit)]));
        }
    }
    hex
}

/// A number of drawing steps, in pixels: `12.25`.
fn pixels(steps: i32) -> String {
    let magnitude = steps.unsigned_abs();
    let mut number = String::new();
    if steps < 0 {
        number.push('-');
    }
    number.push_str(&(magnitude / STEPS.unsigned_abs()).to_string());
    number.push_str(["", ".25", ".5", ".75"][(magnitude % STEPS.unsigned_abs()) as usize]);
    number
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    let mut points = String::new();
    for (x, y) in path {
        if !points.is_empty() {
            points.push(' ');
        }
        points.push_str(&pixels(x));
        points.push(',');
        points.push_str(&pixels(y));
    }
    points
}

/// Colour, opacity and width of a shape.
fn paint(attributes: &mut Vec<(&'static str, String)>, colour: BackendColor, stroke: Option<u32>) {
    let (place, opacity) = if stroke.is_some() { ("stroke", "stroke-opacity") } else { ("fill", "fill-opacity") };
    if let Some(width) = stroke {
        attributes.push(("fill", "none".to_owned()));
        attributes.push(("stroke-width", pixels(width.cast_signed())));
    }
    attributes.push((place, hex(colour)));
    if colour.alpha < 1.0 {
        let percent = (colour.alpha.max(0.0) * 100.0).round() as u8;
        attributes.push((opacity, percent.to_string() + "%"));
    }
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Picture {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.width * STEPS.unsigned_abs(), self.height * STEPS.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        let mut attributes =
            vec![("x1", pixels(from.0)), ("y1", pixels(from.1)), ("x2", pixels(to.0)), ("y2", pixels(to.1))];
        paint(&mut attributes, style.color(), Some(style.stroke_width()));
        self.push("line", attributes);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let mut attributes = vec![
            ("x", pixels(upper_left.0)),
            ("y", pixels(upper_left.1)),
            ("width", pixels(bottom_right.0 - upper_left.0)),
            ("height", pixels(bottom_right.1 - upper_left.1)),
        ];
        paint(&mut attributes, style.color(), (!fill).then(|| style.stroke_width()));
        attributes.push(("shape-rendering", "crispEdges".to_owned()));
        self.push("rect", attributes);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        let mut attributes = vec![("points", points(path))];
        paint(&mut attributes, style.color(), Some(style.stroke_width()));
        self.push("polyline", attributes);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, center: BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        let mut attributes =
            vec![("cx", pixels(center.0)), ("cy", pixels(center.1)), ("r", pixels(radius.cast_signed()))];
        paint(&mut attributes, style.color(), (!fill).then(|| style.stroke_width()));
        self.push("circle", attributes);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, vert: I, style: &S) -> Drawn {
        let mut attributes = vec![("points", points(vert))];
        paint(&mut attributes, style.color(), None);
        self.push("polygon", attributes);
        Ok(())
    }

    fn draw_text<TStyle: BackendTextStyle>(&mut self, text: &str, style: &TStyle, pos: BackendCoord) -> Drawn {
        let text = clean(text);
        if text.is_empty() {
            return Ok(());
        }
        let bold = is_bold(style);
        // Renderers disagree on other baselines than the plain one, so the anchor is worked out here.
        let lift = match style.anchor().v_pos {
            VPos::Top => ASCENT,
            VPos::Center => MIDDLE,
            VPos::Bottom => -DESCENT,
        };
        let lift = (lift * style.size()).round() as i32;
        let (turn, at) = match style.transform() {
            FontTransform::None => (None, (pos.0, pos.1 + lift)),
            FontTransform::Rotate90 => (Some("90"), (pos.0 - lift, pos.1)),
            FontTransform::Rotate180 => (Some("180"), (pos.0, pos.1 - lift)),
            FontTransform::Rotate270 => (Some("-90"), (pos.0 + lift, pos.1)),
        };
        let mut attributes = vec![
            ("x", pixels(at.0)),
            ("y", pixels(at.1)),
            ("font-size", pixels(style.size().round() as i32)),
            ("fill", hex(style.color())),
        ];
        match style.anchor().h_pos {
            HPos::Left => {}
            HPos::Center => attributes.push(("text-anchor", "middle".to_owned())),
            HPos::Right => attributes.push(("text-anchor", "end".to_owned())),
        }
        if bold {
            attributes.push(("font-weight", "600".to_owned()));
        }
        if let Some(degrees) = turn {
            let around = [degrees, &pixels(at.0), &pixels(at.1)].join(" ");
            attributes.push(("transform", ["rotate(", &around, ")"].concat()));
        }
        // A script whose width is only guessed is drawn to the guess, so that it stays in its place.
        let width = width(&text, bold);
        if !width.certain {
            attributes.push(("textLength", pixels((width.em * style.size()) as i32)));
            attributes.push(("lengthAdjust", "spacingAndGlyphs".to_owned()));
        }
        self.elements.push(Element { tag: "text", attributes, text: Some(text) });
        Ok(())
    }

    fn estimate_text_size<TStyle: BackendTextStyle>(
        &self,
        text: &str,
        style: &TStyle,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let width = width(text, is_bold(style)).em * style.size();
        Ok((width.ceil() as u32, (style.size() * (ASCENT + DESCENT)).ceil() as u32))
    }
}

fn is_bold(style: &impl BackendTextStyle) -> bool {
    matches!(style.style(), FontStyle::Bold)
}
